"""Writing what a case says of a hypothesis: what the person sees before writing, and the deeds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rcoder.domain.actions.profiling import remove_summary, write_summary
from rcoder.domain.answers import CodingLine
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.errors import NotFound
from rcoder.domain.framework import FrameCell
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.profile import Summary
from rcoder.domain.times import now
from rcoder.domain.words import Claim
from rcoder.project.arranging import case_named
from rcoder.project.door import Project
from rcoder.project.framework import Offer, cell_of, offers
from rcoder.project.resting import joined, passages_of, place_of, wanted


@dataclass(frozen=True, slots=True)
class Writing:
    """A cell before it is written: its summaries, and the passages to write from."""

    case: Case
    code: Code
    cell: FrameCell
    offered: tuple[Offer, ...]
    """The passages it rests on come among the others, or after them where they are not coded with the hypothesis."""
    ticked: frozenset[str]
    """Ids of those of `offered` that the asker's own summary rests on."""
    language: str = "da"


def writing(project: Project, case: str, code: str) -> Writing:
    """What there is to write by, of a case and a hypothesis by name or id. Raises NotFound."""
    own, column = case_named(project, case), project.code(code)
    cell = cell_of(project, own.id, column)
    offered = offers(project, own.id, column)
    held = passages_of(project.sight, Claim.SUMMARY, cell.own.summary.id) if cell.own is not None else ()
    shown, ticked = with_held(offered, held)
    return Writing(own, column, cell, shown, ticked, project.study().language)


def with_held(offered: Iterable[Offer], held: Iterable[Passage]) -> tuple[tuple[Offer, ...], frozenset[str]]:
    """Passages offered with those that something rests on already, which stand for the same words; and the ids of these."""
    rests = {place_of(each): each for each in held}
    shown, ticked = [], set()
    for each in offered:
        own = rests.pop(place_of(each.passage), None)
        if own is not None:
            ticked.add(own.id)
            each = replace(each, passage=own)  # noqa: PLW2901 - the same words, by the row that is kept
        shown.append(each)
    ticked |= {each.id for each in rests.values()}
    return (*shown, *(Offer(each) for each in rests.values())), frozenset(ticked)


def other_passages(project: Project, case_id: str, besides: Iterable[Passage]) -> tuple[CodingLine, ...]:
    """The coded passages about a case that are not offered anyway; interviewers' words are left out."""
    from rcoder.project.judging import other_passages as others

    return others(project, case_id, besides)


def summing_up(
    project: Project,
    case: str,
    code: str,
    text: str,
    passages: Iterable[str] | None = None,
    *,
    again: bool = False,
) -> Deed:
    """Writes the asker's summary of a hypothesis in a case, or changes it.

    `passages` are those it is to rest on: ids of codings or evidence in sight, or turns as "Sag 01: Mette:12"; None for
    those it has. With `again` it is said to stand though nothing is changed. Raises NotFound, Misuse, and Unchanged.
    """
    own, column = case_named(project, case), project.code(code)
    before = _own(project, own.id, column.id)
    there = joined(project.sight, Claim.SUMMARY, before.id) if before is not None else None
    name = before.id if before is not None else new_id()
    after = Summary(name, own.id, column.id, project.coder_id, text.strip(), now())
    rests = wanted(project, passages, there)
    return write_summary(after, f"{column.key} in {own.name}", before, there, rests, again=again)


def removing(project: Project, case: str, code: str) -> Deed:
    """Removes the asker's summary with what is joined to it. Raises NotFound where there is none."""
    own, column = case_named(project, case), project.code(code)
    before = _own(project, own.id, column.id)
    if before is None:
        raise NotFound(f"You have written nothing of {column.key} in {own.name}.")
    return remove_summary(
        before, joined(project.sight, Claim.SUMMARY, before.id, seen=True), f"{column.key} in {own.name}"
    )


def _own(project: Project, case_id: str, code_id: str) -> Summary | None:
    found = project.sight.records(
        Summary,
        "SELECT * FROM summaries WHERE case_id = :case AND code_id = :code AND coder_id = :me ORDER BY id",
        case=case_id,
        code=code_id,
        me=project.coder_id,
    )
    return found[0] if found else None
