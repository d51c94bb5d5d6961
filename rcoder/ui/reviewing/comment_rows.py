"""Conversations as lines: on their own screen, at the end of a configuration, and at what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rcoder.domain.actions.sentences import several
from rcoder.domain.times import to_the_minute
from rcoder.project.bench import Bench
from rcoder.project.comments import Conversation, Said
from rcoder.ui.configuring.one_row import heading, row_of
from rcoder.ui.widgets.lines import Line, Piece

EMPTY = "Nothing said yet. C writes the first comment."
SHORT = 2
"""Lines a comment may take on the workbench; its own screen shows it whole."""


def conversation_lines(found: Sequence[Conversation], width: int) -> Iterator[Line]:
    """Every conversation with its answers; each line's id is that of its comment."""
    for each in found:
        state = "" if each.open else f"resolved by {each.resolved_by}"
        yield Line(
            f"on:{each.id}",
            _about(each),
            right=state,
            folds=True,
        )
        for said in each.every:
            yield from _said(said, width)


def _about(found: Conversation) -> tuple[Piece, ...]:
    """What a conversation is about; of a resolved one, which is folded, what began it too."""
    if found.open:
        return ((f"on {found.about}", "-heading"),)
    return ((f"on {found.about}: {found.first.coder}: {found.first.comment.text}", "-muted"),)


def folded(found: Iterable[Conversation]) -> set[str]:
    """The lines that begin folded: what is resolved."""
    return {f"on:{each.id}" for each in found if not each.open}


def _said(said: Said, width: int) -> Iterator[Line]:
    depth = 2 if said.comment.reply_to else 1
    head: list[Piece] = [(f"{said.coder}  ", "-strong")]
    yield from row_of(
        f"said:{said.comment.id}", head, said.comment.text, width, right=when(said), depth=depth, hang=4
    )


def when(said: Said) -> str:
    """When it was written, to read."""
    return to_the_minute(said.comment.at)


def comments(bench: Bench, width: int) -> Iterator[Line]:
    """The section of a configuration that shows what is said of it, the open first."""
    found = sorted(bench.conversations, key=lambda each: not each.open)
    if not found:
        return
    number = sum(each.open for each in found)
    yield heading("comments", f"Comments: {number} open of {len(found)}")
    for each in found:
        first = each.first
        mark = "" if each.open else "resolved: "
        answers = f"{len(each.replies)} answered" if each.replies else ""
        head: list[Piece] = [("  ", ""), (f"{first.coder} ", "-strong" if each.open else "-muted")]
        about = "" if each.about == "the whole" else f"on {each.about}: "
        words = f"{mark}{about}“{first.comment.text}”"
        yield from row_of(
            f"comment:{each.id}",
            head,
            words,
            width,
            tone="" if each.open else "-muted",
            right=answers,
            hang=4,
            limit=SHORT,
        )


def marked(found: Sequence[Line], bench: Bench) -> Iterator[Line]:
    """The lines of a configuration, each with a mark below where something is said of it."""
    said = _by_part(bench)
    waiting: list[Line] = []
    for line in found:
        if waiting and not line.goes_on:
            yield from waiting
            waiting = []
        yield line
        if not line.goes_on and (words := said.get(part_at(bench, line.id))):
            waiting = [_mark(line, words)]
    yield from waiting


def _mark(line: Line, words: str) -> Line:
    return Line(f"{line.id}#c", ((f"      {words}", "-key"),), depth=line.depth, inert=True, goes_on=True)


def _by_part(bench: Bench) -> dict[tuple[str, str], str]:
    """How many conversations there are on each part, in words."""
    counts: dict[tuple[str, str], list[bool]] = {}
    for each in bench.conversations:
        first = each.first.comment
        counts.setdefault((first.about, first.about_id), []).append(each.open)
    return {part: _counted(opens) for part, opens in counts.items()}


def _counted(opens: Sequence[bool]) -> str:
    number, resolved = sum(opens), len(opens) - sum(opens)
    parts = [
        several(number, "open comment") if number else "",
        several(resolved, "resolved comment") if resolved else "",
    ]
    return f"C {', '.join(each for each in parts if each)}"


def part_at(bench: Bench, row: str) -> tuple[str, str]:
    """What a comment made on a line is about: ("element", id), ("configuration", "") where the line is no part."""
    subject, _, rest = row.partition(":")
    found = rest.rsplit(":", 1)[-1]
    if subject == "place":
        place = next((each for each in bench.assembled.places if each.id == found), None)
        return ("element", place.element_id) if place is not None else ("", "")
    known = {"link": "link", "evidence": "evidence", "ground": "grounding", "title": "configuration"}
    about = known.get(subject, "")
    return about, "" if about == "configuration" else found
