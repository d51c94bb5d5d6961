"""Passages to be looked at again, since their code was merged or divided: each coder's own, and the decisions on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rcoder.domain.journal import Change, Deed, changed
from rcoder.domain.recheck import Recheck

if TYPE_CHECKING:
    from rcoder.domain.answers import CodingLine
    from rcoder.domain.codebook import Code
    from rcoder.project.door import Project

SHORTEST = 4
"""Letters of a recheck's id that are enough to name it, where no other begins so."""

_OPEN = """
    FROM rechecks r CROSS JOIN codings x
    WHERE x.id = r.coding_id AND r.coder_id = :me AND x.coder_id = :me AND NOT r.settled
"""
"""The asker's own that wait; one whose coding is gone does not. Begun at the rechecks, which are few."""


@dataclass(frozen=True, slots=True)
class RecheckLine:
    """A passage to be looked at again."""

    recheck: Recheck
    line: CodingLine
    """Its coding as it stands, with its words and the code it has."""
    old: Code | None
    """The code it had when it was listed."""
    parts: tuple[Code, ...] = ()
    """The codes that its code was divided into, those that may be given."""


def to_look_at(project: Project) -> int:
    """How many passages of the asker's own wait to be looked at again."""
    found = project.sight.one(f"SELECT COUNT(DISTINCT x.id) AS n {_OPEN}", me=project.coder_id)
    return int(found["n"]) if found else 0


def rechecks(project: Project, transcript_id: str = "") -> tuple[RecheckLine, ...]:
    """The passages of the asker's own that wait to be looked at again, by transcript and place; each once."""
    open_ = _open(project)
    if not open_:
        return ()
    from rcoder.domain.actions.codebook_divide import part_keys_of

    waiting: dict[str, list[Recheck]] = {}
    for each in open_:
        waiting.setdefault(each.coding_id, []).append(each)
    codes = project.codes()
    by_key = {code.key: code for code in codes.values() if not code.retired}
    found = []
    for line in _lines(project):
        if transcript_id in ("", line.coding.transcript_id):
            recheck = _in_force(waiting[line.coding.id], line)
            parts = tuple(by_key[key] for key in part_keys_of(recheck.why) if key in by_key)
            found.append(RecheckLine(recheck, line, codes.get(recheck.code_id), parts))
    return tuple(sorted(found, key=_in_order))


def _in_force(own: list[Recheck], line: CodingLine) -> Recheck:
    """Of several reasons the one that is about the code it has."""
    return max(own, key=lambda each: (each.code_id == line.coding.code_id, each.id))


def _lines(project: Project, coding_id: str = "") -> list[CodingLine]:
    """The codings that wait, or one of them, with their words and codes."""
    import json

    from rcoder.domain.answers import CodingLine
    from rcoder.domain.coding import Coding
    from rcoder.domain.records import from_row
    from rcoder.project.sight import PASSAGE, PASSAGE_FROM, passages

    one = "AND x.id = :coding" if coding_id else ""
    params = {"coding": coding_id} if coding_id else {}
    rows = project.sight.rows(
        f"""SELECT {PASSAGE}, x.code_id, x.kind, x.actor, x.polarity, x.counterfactual, x.codebook_version,
              x.case_id AS own_case_id, c.key AS code, c.label, c.category
            FROM codings x {PASSAGE_FROM} JOIN codes c ON c.id = x.code_id WHERE x.coder_id = :coder AND {{seen:x}} {one}
            AND x.id IN (SELECT coding_id FROM rechecks WHERE coder_id = :coder AND NOT settled)""",  # noqa: S608 - constants of ours
        coder=project.coder_id,
        **params,
    )
    return [
        CodingLine(
            from_row(Coding, {**row, "case_id": row["own_case_id"]}),
            passage,
            row["code"],
            json.loads(row["label"])["da"],
            row["category"],
        )
        for row, passage in zip(rows, passages(rows), strict=True)
    ]


def _in_order(line: RecheckLine) -> tuple[str, str, int, int, str]:
    passage = line.line.passage
    return passage.transcript, passage.transcript_id, passage.start, passage.end, line.recheck.id


def _open(project: Project, name: str = "") -> list[Recheck]:
    """The asker's own that wait; with a name those whose id begins so, or whose coding's id is that."""
    if not name:
        return project.sight.records(Recheck, f"SELECT r.* {_OPEN} ORDER BY r.id", me=project.coder_id)
    named = "AND (x.id = :name OR substr(r.id, 1, :length) = :name)"
    return project.sight.records(
        Recheck, f"SELECT r.* {_OPEN} {named} ORDER BY r.id", me=project.coder_id, name=name, length=len(name)
    )


# -- deciding --------------------------------------------------------------------------------------------------------


def stays(project: Project, name: str) -> Deed:
    """The passage has been looked at and keeps its code. Raises NotFound."""
    recheck = recheck_named(project, name)
    line = _line(project, recheck)
    where = _where(line)
    return Deed(
        f"Looked again at {where}: it stays {line.code} {line.label}".strip(), _settled(project, recheck)
    )


def give(project: Project, name: str, code: str) -> Deed:
    """The passage has been looked at and gets another code; the one it has lets it stay. Raises NotFound, and Misuse for a retired one."""
    from rcoder.project.codebook_work import recoding

    recheck = recheck_named(project, name)
    if project.code(code).id == _line(project, recheck).coding.code_id:
        return stays(project, recheck.id)
    deed = recoding(project, recheck.coding_id, code)
    return replace(deed, changes=deed.changes + _settled(project, recheck))


def recheck_named(project: Project, name: str) -> Recheck:
    """A waiting passage of the asker's own by its recheck's id, or the beginning of it, or its coding's. Raises NotFound."""
    from rcoder.domain.errors import NotFound

    wanted = name.strip().casefold()
    found = _open(project, wanted) if len(wanted) >= SHORTEST else []
    if len(found) > 1 and len({each.coding_id for each in found}) > 1:
        raise NotFound(f"More than one passage to look at again begins with {name}.", "Give more of its id.")
    if not found:
        raise NotFound(f"No passage of yours is to be looked at again as {name}.", "See rcoder rechecks.")
    return found[0]


def _settled(project: Project, recheck: Recheck) -> tuple[Change, ...]:
    """All that waits on the same coding is settled by one look."""
    return tuple(
        change
        for each in _open(project, recheck.coding_id)
        for change in changed(each, replace(each, settled=True))
    )


def _line(project: Project, recheck: Recheck) -> CodingLine:
    return _lines(project, recheck.coding_id)[0]


def _where(line: CodingLine) -> str:
    return f"{line.passage.transcript} {line.coding.start}–{line.coding.end}"
