"""Deeds on the study itself: begin it, give it a codebook, bring in transcripts and cases, release a layer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.actions.sentences import deed
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Change, Deed, added, changed
from rcoder.domain.terms import say

if TYPE_CHECKING:
    from rcoder.domain.case import Case
    from rcoder.domain.codebook import Code, CodebookContents
    from rcoder.domain.coding import Coder
    from rcoder.domain.study import Study
    from rcoder.domain.transcript import Speaker, Transcript
    from rcoder.domain.words import Rendering


def begin_study(study: Study, coder: Coder, *contents: CodebookContents) -> Deed:
    """Begins a study, with its codebooks."""
    changes = added(study, coder)
    for each in contents:
        changes += codebook_rows(each)
    return Deed(f"Began the study {study.title}", changes)


def codebook_rows(contents: CodebookContents) -> tuple[Change, ...]:
    """The changes that bring a codebook in, parents before children."""
    by_id = {code.id: code for code in contents.codes}
    codes = sorted(contents.codes, key=lambda code: (_depth(code, by_id), code.position))
    overall_first = sorted(contents.nodes, key=lambda node: (node.rolls_up_to is not None, node.position))
    own = (
        contents.codebook,
        *codes,
        *contents.theories,
        *overall_first,
        *contents.links,
        *contents.attributes,
    )
    return added(*own)


def bring_in(transcript: Transcript, speakers: Iterable[Speaker], cases: Iterable[Change] = ()) -> Deed:
    """Brings in a transcript with its speakers; `cases` are changes to the case it belongs to."""
    changes = (*cases, *added(transcript), *added(*speakers))
    return Deed(f"Imported {transcript.source} as {transcript.title}", changes)


def case_changes(before: Case | None, after: Case) -> tuple[Change, ...]:
    """Adds a case, or brings an existing one up to what a manifest says."""
    return changed(before, after) if before is not None else added(after)


def join(coder: Coder) -> Deed:
    """A coder joins the study."""
    return Deed(f"{coder.name} joined the study", added(coder))


def release(coder: Coder, *, released: bool = True) -> Deed:
    """Shows a coder's layer to the others, or hides it again (rule 9)."""
    words = "Released" if released else "Hid"
    return Deed(f"{words} the layer of {coder.name}", changed(coder, replace(coder, released=released)))


def choose_rendering(study: Study, rendering: Rendering, why: str) -> Deed:
    """Says how the study writes its configurations out, and why (RAMESES II item 7). Raises Misuse without a reason."""
    if not why.strip():
        raise Misuse(
            "A study chooses its rendering for a reason.", "Say why; it belongs in the methods section."
        )
    after = replace(study, rendering=rendering, rendering_reason=why.strip())
    return deed(f"Writes configurations out as {say(rendering)}", changed(study, after))


def _depth(code: Code, by_id: dict[str, Code]) -> int:
    depth, current, seen = 0, code, {code.id}
    while current.parent_id in by_id and current.parent_id not in seen:
        current = by_id[current.parent_id]
        seen.add(current.id)
        depth += 1
    return depth
