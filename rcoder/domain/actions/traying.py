"""Deeds on the tray: passages that fit nothing yet go in with a note, and leave it for a claim; undo puts them back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.actions.coding import check_span
from rcoder.domain.actions.sentences import deed
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.journal import Deed, added, changed, removed
from rcoder.domain.words import Claim, Stance

if TYPE_CHECKING:
    from rcoder.domain.configuration import Evidence
    from rcoder.domain.transcript import Transcript


def put(evidence: Evidence, transcript: Transcript) -> Deed:
    """Puts a passage in the tray. Raises Misuse for a span outside the text."""
    check_span(evidence.span, transcript)
    return Deed(f"Put {place(evidence, transcript)} in the tray", added(_in_tray(evidence)))


def put_back(evidence: Evidence, claim: str, transcript: Transcript) -> Deed:
    """Takes a passage off a claim and puts it in the tray; `claim` says in words what it was on."""
    if evidence.claim is Claim.TRAY:
        raise Unchanged("It is in the tray already.")
    sentence = f"Put {place(evidence, transcript)} from {claim} back in the tray"
    return Deed(sentence, changed(evidence, _in_tray(evidence)))


def note(evidence: Evidence, memo: str, transcript: Transcript) -> Deed:
    """Writes the note of a passage in the tray. Raises Unchanged where it is so already."""
    verb = "Wrote a note on" if memo.strip() else "Removed the note on"
    after = replace(evidence, memo=memo.strip())
    return deed(f"{verb} {place(evidence, transcript)} in the tray", changed(evidence, after))


def attach(before: Evidence, after: Evidence, claim: str, transcript: Transcript) -> Deed:
    """Joins a passage of the tray to a claim, by which it leaves the tray. Raises Misuse where it is not in it."""
    if before.claim is not Claim.TRAY:
        raise Misuse("That passage has left the tray already.")
    sentence = f"Attached {place(before, transcript)} from the tray to {claim}: {after.stance.value}"
    return Deed(sentence, changed(before, after))


def take_out(evidence: Evidence, transcript: Transcript) -> Deed:
    """Takes a passage out of the tray for good."""
    return Deed(f"Took {place(evidence, transcript)} out of the tray", removed(evidence))


def place(evidence: Evidence, transcript: Transcript) -> str:
    """Where a passage stands, in words: "Sag 01 14–71"."""
    return f"{transcript.title} {evidence.start}–{evidence.end}"


def _in_tray(evidence: Evidence) -> Evidence:
    return replace(evidence, claim=Claim.TRAY, claim_id="", stance=Stance.NEW)
