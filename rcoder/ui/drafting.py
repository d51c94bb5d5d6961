"""A code made while coding, as its form shows it: defaults, what can be chosen, and the words of a passage as a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from rcoder.domain.codebook import Code, hypothesis_of
from rcoder.domain.codebook_rules import ACTORS, code_key
from rcoder.domain.terms import letter, say
from rcoder.domain.transcript import Span, turn_at
from rcoder.domain.words import ROLE_GROUPS, Category, Kind
from rcoder.project.new_codes import Draft
from rcoder.ui.matching import plain
from rcoder.ui.study import Study

T = TypeVar("T")

LONGEST_LABEL = 60
"""Code points of a label made of the words of a passage."""
LONGEST_CUE = 160
"""Code points of a cue made of them."""
_EDGES = " \t\n.,;:!?…–—-\"'“”„»«()[]/"
_PAUSE = re.compile(r"[,;:.!?…–—](?= )")
KINDS = tuple((kind, sign) for sign in ("+", "-") for kind in Kind)
"""What a new code can be: each kind, then a barrier or bad outcome of each kind."""


def in_vivo(words: str, longest: int = LONGEST_LABEL) -> str:
    """The words as they are said, on one line, without the marks at their ends; where they are many, cut where they pause."""
    said = " ".join("".join(each for each in words if each.isspace() or each.isprintable()).split())
    said = said.strip(_EDGES)
    if len(said) <= longest:
        return said
    pauses = [each.start() for each in _PAUSE.finditer(said[: longest + 1]) if each.start() >= longest // 4]
    cut = said[: pauses[-1]] if pauses else said[: longest + 1].rpartition(" ")[0] or said[:longest]
    return cut.rstrip(_EDGES)


def first_draft(study: Study, label: str, near: str, span: Span, cue: str = "") -> Draft:
    """What is proposed: under the hypothesis of the code that is near, else of the one used last, of the same kind."""
    code = study.codes.get(near) or study.codes.get(study.last)
    code = None if code is None or code.retired else code
    home = _home(study, code)
    beside = home or code
    book = beside.codebook_id if beside is not None else next(iter(study.books), "")
    kind, sign = (code.kind, code.sign) if code is not None and code.kind else (Kind.REASONING, "+")
    language = study.reading.transcript.language if study.reading else study.language
    draft = Draft(
        book_id=book,
        under_id=home.id if home is not None else "",
        key="",
        label=label,
        language="en" if language == "en" else "da",
        kind=kind,
        sign=sign,
        actors=_said_by(study, span) if kind is Kind.REASONING else (),
        cues=(cue,) if cue else (),
    )
    return keyed(study, draft)


def _home(study: Study, code: Code | None) -> Code | None:
    """The hypothesis of a code; else the first there is, else what the code stands under; None for the top."""
    found = hypothesis_of(code, study.codes) if code is not None else None
    if found is not None and not found.retired:
        return found
    return next(iter(hypotheses(study)), study.codes.get(code.parent_id or "") if code is not None else None)


def hypotheses(study: Study) -> tuple[Code, ...]:
    """The hypotheses that a code can stand under."""
    return tuple(
        each for each in study.codes.values() if each.category is Category.HYPOTHESIS and not each.retired
    )


def homes(study: Study) -> tuple[Code, ...]:
    """All that a code can stand under, hypotheses first."""
    known = [
        each for each in study.codes.values() if each.category is not Category.CONDITION and not each.retired
    ]
    return tuple(sorted(known, key=lambda each: each.category is not Category.HYPOTHESIS))


def keyed(study: Study, draft: Draft) -> Draft:
    """The draft with the key that is proposed for it."""
    known = [each for each in study.codes.values() if each.codebook_id == draft.book_id]
    others = [each for each in study.codes.values() if each.codebook_id != draft.book_id]
    under = study.codes.get(draft.under_id)
    return replace(draft, key=code_key(under, draft.kind, draft.sign, (*known, *others)))


def under(study: Study, draft: Draft, code_id: str) -> Draft:
    """The draft under another hypothesis or code, whose codebook it is of then."""
    home = study.codes[code_id]
    return replace(draft, under_id=home.id, book_id=home.codebook_id)


def turned(study: Study, draft: Draft, row: str, step: int, span: Span) -> Draft:
    """The draft with the next (1) or the last (-1) value of a row: under, kind or actor."""
    if row == "under":
        known = [each.id for each in hypotheses(study)]
        return under(study, draft, _beside(known, draft.under_id, step)) if known else draft
    if row == "kind":
        kind, sign = _beside(KINDS, (draft.kind, draft.sign), step)
        reasoning = kind is Kind.REASONING
        actors = (draft.actors or _said_by(study, span)) if reasoning else ()
        return replace(draft, kind=kind, sign=sign, actors=actors)
    actor = _beside(("", *ACTORS), draft.actors[0] if draft.actors else "", step)
    return replace(draft, actors=(actor,) if actor else ())


def _beside(known: Sequence[T], own: T, step: int) -> T:
    index = known.index(own) + step if own in known else 0
    return known[index % len(known)]


def kind_words(draft: Draft) -> str:
    """The kind in words, with what a minus makes of it."""
    what = "bad outcome" if draft.kind is Kind.OUTCOME else f"barrier: {say(draft.kind)}"
    return f"{letter(draft.kind)}{'−' if draft.sign == '-' else ' '} " + (
        what if draft.sign == "-" else say(draft.kind)
    )


def called_so(study: Study, draft: Draft) -> Code | None:
    """A code that has the label already."""
    wanted = plain(draft.label).strip()
    return next(
        (
            each
            for each in study.codes.values()
            if not each.retired and wanted in (plain(each.label.da), plain(each.label.en))
        ),
        None,
    )


def _said_by(study: Study, span: Span) -> tuple[str, ...]:
    """The actor that the speaker of a passage is, as codebooks know them; none for an interviewer."""
    reading = study.reading
    index = turn_at(reading.transcript.turns, span.start) if reading else None
    if reading is None or index is None:
        return ()
    speaker = reading.speakers.get(reading.transcript.turns[index].speaker_id or "")
    groups = [ROLE_GROUPS.get(role.casefold(), "") for role in speaker.roles] if speaker else []
    return tuple(dict.fromkeys(each for each in groups if each in ACTORS))[:1]
