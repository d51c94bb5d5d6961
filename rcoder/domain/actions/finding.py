"""Deeds on what was found: many passages coded in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rcoder.domain.actions.coding import named
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.journal import Deed, added

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code
    from rcoder.domain.coding import Coding
    from rcoder.domain.transcript import Transcript


def code_found(
    codings: Sequence[Coding], code: Code, transcripts: Mapping[str, Transcript], query: str
) -> Deed:
    """Codes passages that a query found, in one deed.

    Raises Unchanged where there is no coding, and Misuse for an empty span or one outside its text.
    """
    if not codings:
        raise Unchanged(f"You have coded these passages as {code.key} already.")
    for each in codings:
        transcript = transcripts[each.transcript_id]
        if not 0 <= each.start < each.end <= transcript.characters:
            raise Misuse(f"{each.start} to {each.end} is no passage of {transcript.title}.")
    titles = sorted({transcripts[each.transcript_id].title for each in codings})
    if len(codings) == 1:
        where = f"{titles[0]} {codings[0].start}–{codings[0].end}"
    else:
        where = f"{len(codings)} passages in {titles[0] if len(titles) == 1 else f'{len(titles)} interviews'}"
    return Deed(f"Coded {where} as {named(code)}, found by “{query}”", added(*codings))
