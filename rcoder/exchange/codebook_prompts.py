"""What in a codebook is worth a second look before others code with it: prompts for its writer, never faults."""

from __future__ import annotations

from collections.abc import Sequence

from rcoder.domain.words import Basis
from rcoder.exchange.codebook_frames import note_frame
from rcoder.exchange.codebook_nodes import places_of
from rcoder.exchange.codebook_shape import NO_NODE, Draft, overall_of
from rcoder.exchange.codebook_words import ids_in
from rcoder.exchange.findings import Findings, listed, shown
from rcoder.exchange.yaml_section import Section

GUIDANCE = ("definition", "use", "avoid", "example", "aliases")
"""What a coder needs of every code and support condition."""


def note_prompts(draft: Draft, prompts: Findings) -> None:
    """Note everything of a faultless codebook that is worth a second look; retired codes are left aside."""
    kept = [each for each in (*draft.conditions, *draft.codes) if not each.yes("retired")]
    known = frozenset(each.text("id") for each in (*draft.conditions, *draft.codes))
    for code in kept:
        _guidance(code, prompts)
        note_frame(code, known, prompts)
        _source(code, prompts)
    _examples(kept, prompts)
    _neighbours(kept, prompts)
    _nodes(draft, prompts)
    _links(draft, prompts)


def _guidance(code: Section, prompts: Findings) -> None:
    missing = [shown(each) for each in GUIDANCE if not code.has(each)]
    if missing:
        prompts.add(
            code, f"{shown(code.text('id'))} has no {listed(missing)} to tell a coder when to take it."
        )


def _source(code: Section, prompts: Findings) -> None:
    if code.text("basis") == Basis.STATED and not code.text("section"):
        prompts.add(
            code.at("basis"),
            f'{shown(code.text("id"))} is stated in the source; write under "section" where.',
        )


def _examples(kept: Sequence[Section], prompts: Findings) -> None:
    first: dict[str, str] = {}
    for code in kept:
        said = code.bilingual("example").say().casefold()
        if said and said in first:
            prompts.add(
                code.at("example"),
                f"{shown(first[said])} has the same example; a coder needs two that differ.",
            )
        first.setdefault(said, code.text("id"))


def _neighbours(kept: Sequence[Section], prompts: Findings) -> None:
    """A code that sends coders to another is named there as well, so that each excludes the other by rule."""
    by_key = {each.text("id"): each for each in kept}
    named = {
        key: ids_in(f"{said.da} {said.en}", frozenset(by_key) - {key})
        for key, said in ((key, each.bilingual("avoid")) for key, each in by_key.items())
    }
    for key, others in named.items():
        for other in sorted(others):
            if key not in named[other]:
                prompts.add(
                    by_key[other].at("avoid"),
                    f'"avoid" of {shown(key)} names {shown(other)}, but that of {shown(other)} does not name '
                    f"{shown(key)}: neighbours exclude each other both ways.",
                )


def _nodes(draft: Draft, prompts: Findings) -> None:
    if overall_of(draft) is None:
        return
    places = places_of(draft)
    for code in draft.codes:
        key = code.text("id")
        if key in places or code.yes("retired"):
            continue
        if code.text("node") != NO_NODE:
            prompts.add(
                code,
                f"No node of the overall theory has {shown(key)} among its codes: put it in one, "
                'or write "node: none" and under "note" why.',
            )
        elif not code.text("note"):
            prompts.add(code.at("node"), f'{shown(key)} stands in no node; write under "note" why.')


def _links(draft: Draft, prompts: Findings) -> None:
    for theory in draft.theories:
        for link in theory.links:
            if link.text("basis", Basis.STATED) == Basis.STATED and not link.text("section"):
                ends = f"from {shown(link.text('from'))} to {shown(link.text('to'))}"
                prompts.add(
                    link,
                    f'The link {ends} is stated in the source: write under "section" where, or "basis: inferred".',
                )
