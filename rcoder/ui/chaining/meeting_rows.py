"""What meets in what, where several configurations are to be made one, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rcoder.domain.actions.consolidating import Meeting
from rcoder.domain.actions.sentences import listed, several
from rcoder.domain.configuration import Assembled
from rcoder.domain.terms import letter, say
from rcoder.domain.words import Kind
from rcoder.project.consolidating import Brought
from rcoder.ui.configuring.bench import LANGUAGE, element_name
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.configuring.one_row import row_of
from rcoder.ui.themes import tint
from rcoder.ui.widgets.lines import Line, Piece


def heading(brought: Brought) -> str:
    """What is about to be done."""
    numbers = {each.configuration.id: each.configuration.number for each in brought.members}
    into = numbers.pop(brought.into, "")
    return (
        f"Taking {listed(numbers.values())} into {into}"
        if into
        else f"Making one of {listed(numbers.values())}"
    )


def lines(brought: Brought, meetings: Sequence[Meeting], title: str, width: int) -> Iterator[Line]:
    """The title, then each element of the consolidated configuration with what meets in it."""
    if not brought.into:
        yield Line(
            "title", (("  ", ""), (title or "no title yet", "-strong" if title else "-muted")), right="title"
        )
    for kind in Kind:
        own = [each for each in meetings if kind in kinds_of(brought, each)]
        if own:
            yield Line(f"heading:{kind.value}", ((say(kind, LANGUAGE), "-muted"),), inert=True)
        for each in own:
            yield from _meeting(brought, each, kind, width)


def _meeting(brought: Brought, meeting: Meeting, kind: Kind, width: int) -> Iterator[Line]:
    members = len({each.configuration.id for name in meeting.members for each, _ in homes_of(brought, name)})
    of = f"{members} of {several(len(brought.members), 'member')}"
    head: list[Piece] = [("  ", ""), (f"{letter(kind, LANGUAGE)} ", tint(kind))]
    code = brought.codes.get(meeting.element.code_id or "")
    right = f"{code.key} · {of}" if code is not None else of
    row = f"meeting:{kind.value}:{meeting.element.id}"
    yield from row_of(row, head, meeting.element.wording, width, right=right, hang=4)
    for name in meeting.members:
        for member, short in homes_of(brought, name):
            if kind in member.kinds_of(name):
                own = member.configuration
                yield Line(
                    f"element:{kind.value}:{meeting.element.id}:{own.id}:{name}",
                    (("    ", ""), (f"{own.number}.{short} ", "-muted"), (member.elements[name].wording, "")),
                    right=brought.cases.get(own.case_id or "", ""),
                    depth=1,
                )


def kinds_of(brought: Brought, meeting: Meeting) -> tuple[Kind, ...]:
    """The kinds that what meets stands as."""
    return tuple(
        dict.fromkeys(
            kind for member in brought.members for name in meeting.members for kind in member.kinds_of(name)
        )
    )


def homes_of(brought: Brought, name: str) -> list[tuple[Assembled, str]]:
    """The members an element stands in, with its short name there."""
    return [(each, element_name(each, name)) for each in brought.members if name in each.elements]


def meeting_at(meetings: Sequence[Meeting], line_id: str) -> Meeting | None:
    """The meeting that a line is about."""
    parts = line_id.split(":")
    wanted = parts[2] if len(parts) > 2 else ""
    return next((each for each in meetings if each.element.id == wanted), None)


def element_at(line_id: str) -> str:
    """Id of the member's element on a line; "" where it is on none."""
    return line_id.rpartition(":")[2] if line_id.startswith("element:") else ""


def member_at(line_id: str) -> str:
    """Id of the member on a line; "" where it is on none."""
    return line_id.split(":")[3] if line_id.startswith("element:") else ""


def others(brought: Brought, meetings: Sequence[Meeting], name: str) -> tuple[Choice, ...]:
    """The elements that one of a member's may meet in: those of its kinds first."""
    own = {kind for each in brought.members for kind in each.kinds_of(name)}
    found = [each for each in meetings if name not in each.members]
    found.sort(key=lambda each: not own & set(kinds_of(brought, each)))
    return tuple(
        Choice(
            each.members[0],
            (
                (f"{''.join(letter(kind, LANGUAGE) for kind in kinds_of(brought, each))} ", "-muted"),
                (each.element.wording, ""),
            ),
            ", ".join(
                f"{member.configuration.number}.{short}"
                for one in each.members
                for member, short in homes_of(brought, one)
            ),
        )
        for each in found
    )


def reworded(meetings: Sequence[Meeting], element_id: str, words: str) -> tuple[Meeting, ...]:
    """The meetings with other words for one of them."""
    return tuple(
        replace(each, element=replace(each.element, wording=" ".join(words.split())))
        if each.element.id == element_id
        else each
        for each in meetings
    )
