"""Deeds on passages: code, change, remove, and say that a transcript is coded to the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, changed, removed

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code
    from rcoder.domain.coding import Coding, Finish
    from rcoder.domain.configuration import Evidence, Grounding
    from rcoder.domain.transcript import Span, Transcript

FLAGS = (
    "kind",
    "actor",
    "polarity",
    "counterfactual",
    "scope",
    "case_id",
    "directness",
    "prompting",
    "memo",
    "code_id",
)
"""What can be changed on a coding besides its span."""


def code_passage(coding: Coding, code: Code, transcript: Transcript) -> Deed:
    """Codes a passage. Raises Misuse for an empty span or one outside the text."""
    check_span(coding.span, transcript)
    return Deed(f"Coded {_place(transcript, coding.span)} as {named(code)}", added(coding))


def uncode(
    codings: Iterable[Coding], codes: dict[str, Code], transcript: Transcript, groundings: Iterable[Grounding]
) -> Deed:
    """Removes codings of one transcript; elements that rested on them lose that passage, and undo brings both back."""
    gone = tuple(codings)
    ids = {coding.id for coding in gone}
    own = tuple(each for each in groundings if each.coding_id in ids)
    if len(gone) == 1:
        what = f"{named(codes[gone[0].code_id])} from {_place(transcript, gone[0].span)}"
    else:
        what = f"{len(gone)} codings from {transcript.title}"
    return Deed(f"Removed {what}", removed(*own) + removed(*gone))


def respan(coding: Coding, span: Span, code: Code, transcript: Transcript) -> Deed:
    """Changes where a coding begins and ends. Raises Misuse for an empty span or one outside the text."""
    check_span(span, transcript)
    after = replace(coding, start=span.start, end=span.end)
    where = f"{_place(transcript, coding.span)} to {span.start}–{span.end}"
    return Deed(f"Moved the ends of {named(code)} in {where}", changed(coding, after))


def flag(coding: Coding, transcript: Transcript, code: Code, **flags: Any) -> Deed:
    """Changes flags of a coding, named as its fields are. Raises Misuse for any other field."""
    unknown = set(flags) - set(FLAGS)
    if unknown:
        raise Misuse(
            f"A coding has no flag called {', '.join(sorted(unknown))}.", f"Its flags: {', '.join(FLAGS)}."
        )
    after = replace(coding, **flags)
    words = ", ".join(_said(name, value) for name, value in flags.items())
    return Deed(f"Set {words} on {named(code)} in {_place(transcript, coding.span)}", changed(coding, after))


def finish(mark: Finish, transcript: Transcript) -> Deed:
    """Says that a coder has coded a transcript to the end."""
    return Deed(f"Coded {transcript.title} to the end", added(mark))


def unfinish(mark: Finish, transcript: Transcript) -> Deed:
    """Takes back that a transcript is coded to the end."""
    return Deed(f"Opened {transcript.title} for more coding", removed(mark))


def attach(evidence: Evidence, claim: str, transcript: Transcript) -> Deed:
    """Joins a passage to a claim; `claim` says in words what it bears on. Raises Misuse for a span outside the text."""
    check_span(evidence.span, transcript)
    where = _place(transcript, evidence.span)
    return Deed(f"Attached {where} to {claim}: {evidence.stance.value}", added(evidence))


def reattach(before: Evidence, after: Evidence, claim: str) -> Deed:
    """Changes the stance, scope, case, memo or span of evidence."""
    return Deed(f"Changed a passage on {claim}", changed(before, after))


def detach(evidence: Evidence, claim: str, transcript: Transcript) -> Deed:
    """Takes a passage off a claim."""
    return Deed(f"Took {_place(transcript, evidence.span)} off {claim}", removed(evidence))


def named(code: Code) -> str:
    """A code by key and label: "H1.M1 Tryghed"."""
    return f"{code.key} {code.label.say()}".strip()


def check_span(span: Span, transcript: Transcript) -> None:
    """Raises Misuse where a span is no passage of a transcript's present text."""
    if not 0 <= span.start < span.end <= transcript.characters:
        raise Misuse(
            f"{span.start} to {span.end} is no passage of {transcript.title}.",
            f"Its text runs from 0 to {transcript.characters}, the start comes before the end.",
        )


def _place(transcript: Transcript, span: Span) -> str:
    return f"{transcript.title} {span.start}–{span.end}"


def _said(name: str, value: Any) -> str:
    """A flag and its value in words; ids and whole memos say nothing in a sentence."""
    if isinstance(value, bool):
        return name if value else f"not {name}"
    if name == "case_id":
        return "another case" if value else "the interview's own case"
    if name == "memo":
        return "a memo" if value else "no memo"
    return f"{name} {value if value not in (None, '') else 'none'}"
