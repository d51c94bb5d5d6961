"""The JSON of a configuration, as docs/json.md describes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rcoder.domain.answers import ConfigurationAnswer
from rcoder.domain.configuration import Assembled
from rcoder.domain.passage import Passage, Quotation


def configuration_shape(answer: ConfigurationAnswer) -> dict[str, Any]:
    """A configuration with its elements, links and evidence."""
    assembled, own = answer.assembled, answer.assembled.configuration
    resting: dict[str, list[str]] = {}
    for grounding in assembled.groundings:
        resting.setdefault(grounding.element_id, []).append(grounding.coding_id)
    return {
        "id": own.id,
        "number": own.number,
        "title": own.title,
        "hypotheses": list(answer.line.hypotheses),
        "level": own.level.value,
        "case": answer.line.case or None,
        "coder": answer.line.coder,
        "status": answer.line.status,
        "because": own.because,
        "elements": [
            {
                "id": place.element_id,
                "kind": place.kind.value,
                "wording": assembled.elements[place.element_id].wording,
                "actor": assembled.elements[place.element_id].actor or None,
                "codings": resting.get(place.element_id, []),
                "evidence": [
                    _evidence(answer.evidence[each.id]) for each in assembled.evidence_on(place.element_id)
                ],
                "material": _material(assembled, place.element_id),
            }
            for place in assembled.places
        ],
        "links": [
            {
                "id": link.id,
                "from": link.source_id,
                "to": link.target_id,
                "effect": link.effect.value,
                "evidence": [_evidence(answer.evidence[each.id]) for each in assembled.evidence_on(link.id)],
                "material": _material(assembled, link.id),
            }
            for link in assembled.links
        ],
        "evidence": [_evidence(answer.evidence[each.id]) for each in assembled.evidence_on(own.id)],
        "material": _material(assembled, own.id),
    }


def _material(assembled: Assembled, claim_id: str) -> list[dict[str, str]]:
    """Other material on a part of a configuration, by the ids that `rcoder exhibit list` gives."""
    return [
        {"id": each.id, "exhibit": each.exhibit_id, "stance": each.stance.value}
        for each in assembled.bearings
        if each.claim_id == claim_id
    ]


def _evidence(passage: Passage) -> dict[str, Any]:
    return {
        "id": passage.id,
        "transcript": passage.transcript_id,
        "start": passage.start,
        "end": passage.end,
        "revision": passage.revision,
        "earlier": passage.earlier,
        "text": passage.text,
        "stance": passage.stance.value if passage.stance else None,
        "scope": passage.scope.value,
        "directness": passage.directness.value,
        "prompting": passage.prompting.value,
        "case": passage.case or None,
        "coder": passage.coder,
        "quotations": quotation_shapes(passage.quotations),
    }


def form_words(form: Quotation) -> str:
    """How words are to be printed, in one line: "edited: “…”  en: “…”"."""
    edited = f"edited: “{form.edited}”" if form.edited else ""
    translation = f"{form.language}: “{form.translation}”" if form.translation else ""
    return "  ".join(each for each in (edited, translation) if each) or f"quoted: “{form.text}”"


def quotation_shapes(quotations: Iterable[Quotation]) -> list[dict[str, Any]]:
    """How words are to be printed, beside the words as they were said."""
    return [
        {
            "id": each.id,
            "start": each.start,
            "end": each.end,
            "text": each.text,
            "edited": each.edited or None,
            "translation": each.translation or None,
            "language": each.language or None,
            "coder": each.coder,
        }
        for each in quotations
    ]


def place_shape(passage: Passage) -> dict[str, Any]:
    """Where the words of a passage stand, and the words."""
    return {
        "transcript": passage.transcript_id,
        "title": passage.transcript,
        "start": passage.start,
        "end": passage.end,
        "revision": passage.revision,
        "earlier": passage.earlier,
        "text": passage.text,
    }
