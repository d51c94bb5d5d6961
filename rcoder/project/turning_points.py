"""Turning points of a case: what there is in sight, and the deeds on the asker's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rcoder.domain.actions import profiling
from rcoder.domain.actions.profiling import in_course
from rcoder.domain.case import Case
from rcoder.domain.case_profile import Turning
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.framework import Resting
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.profile import TurningPoint
from rcoder.domain.records import from_row
from rcoder.domain.words import Claim
from rcoder.project.arranging import case_named
from rcoder.project.door import Project
from rcoder.project.resting import joined, resting, wanted
from rcoder.project.sight import Sight

SHORTEST = 4
"""Letters of an id that are enough to name a turning point."""

SIGN_WORDS = {
    "+": "+", "better": "+", "bedre": "+", "-": "-", "−": "-", "worse": "-", "værre": "-",
    "": "", "neither": "", "hverken": "", "none": "", "0": "",
}  # fmt: skip
"""Signs as people write them."""


def turning_of(sight: Sight, case_id: str) -> tuple[Turning, ...]:
    """The turning points of a case in sight: the asker's own in order, then others' by name, each in theirs."""
    rows = sight.rows(
        """SELECT p.*, o.name AS coder FROM turning_points p LEFT JOIN coders o ON o.id = p.coder_id
           WHERE p.case_id = :case AND {seen:p} ORDER BY o.name, p.position, p.id""",
        case=case_id,
    )
    if not rows:
        return ()
    rests = resting(sight, Claim.TURNING_POINT, [row["id"] for row in rows])
    found = [
        Turning(
            from_row(TurningPoint, row),
            row["coder"] or "",
            row["coder_id"] == sight.coder_id,
            rests.get(row["id"], Resting()),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: not each.own))


def as_sign(words: str) -> str:
    """A sign as it is stored. Raises Misuse."""
    found = SIGN_WORDS.get(words.strip().casefold())
    if found is None:
        raise Misuse(f"“{words}” is no sign of a turning point.", "It is + (better), - (worse) or none.")
    return found


def point_named(project: Project, case: str, name: str) -> TurningPoint:
    """A turning point of a case in sight by its number in the asker's own course, its words, or its id. Raises NotFound."""
    own_case = case_named(project, case)
    known = [each.point for each in turning_of(project.sight, own_case.id)]
    own = [each for each in known if each.coder_id == project.coder_id]
    if name.isdecimal() and 1 <= int(name) <= len(own):
        return own[int(name) - 1]
    plain = name.strip().casefold()
    found = [each for each in known if plain in (each.id, each.wording.casefold())]
    if not found and len(plain) >= SHORTEST:
        found = [each for each in known if each.id.startswith(plain)]
    if len(found) != 1:
        what = "More than one turning point" if found else "No turning point"
        raise NotFound(f"{what} of {own_case.name} is called {name}.", "See `rcoder profile`.")
    return found[0]


def setting(
    project: Project,
    case: str,
    wording: str,
    *,
    when: str = "",
    sign: str = "",
    passages: Iterable[str | Evidence] = (),
) -> Deed:
    """Sets a turning point after the asker's others in that case. Raises NotFound and Misuse.

    `passages` are ids of codings or evidence in sight, turns as "Sag 01: Mette:12", or evidence made of a selection.
    """
    own_case = case_named(project, case)
    last = max((each.position for each in _own(project, own_case.id)), default=-1)
    point = TurningPoint(
        new_id(), own_case.id, project.coder_id, _plain(wording), _plain(when), last + 1, as_sign(sign)
    )
    given = tuple(passages)
    ready = [each for each in given if isinstance(each, Evidence)]
    named = wanted(project, [each for each in given if isinstance(each, str)]) or ()
    rests = [_about(each, own_case, project) for each in (*ready, *named)]
    return profiling.set_turning_point(point, own_case.name, rests)


def changing(
    project: Project,
    point_id: str,
    *,
    wording: str | None = None,
    when: str | None = None,
    sign: str | None = None,
    passages: Iterable[str] | None = None,
) -> Deed:
    """Changes a turning point of the asker's own; None leaves it. Raises NotFound, Misuse, and Unchanged."""
    before = own_point(project, point_id)
    case = case_named(project, before.case_id)
    after = replace(
        before,
        wording=before.wording if wording is None else _plain(wording),
        when=before.when if when is None else _plain(when),
        sign=before.sign if sign is None else as_sign(sign),
    )
    there = joined(project.sight, Claim.TURNING_POINT, before.id)
    rests = wanted(project, passages, there)
    if rests is not None:
        rests = tuple(_about(each, case, project) if each not in there.passages else each for each in rests)
    return profiling.change_turning_point(before, after, case.name, there, rests)


def dropping(project: Project, point_id: str) -> Deed:
    """Removes a turning point of the asker's own with what is joined to it in sight. Raises NotFound and Misuse."""
    point = own_point(project, point_id)
    there = joined(project.sight, Claim.TURNING_POINT, point.id, seen=True)
    return profiling.remove_turning_point(point, there, case_named(project, point.case_id).name)


def moving(project: Project, point_id: str, step: int) -> Deed:
    """Moves a turning point of the asker's own among theirs. Raises NotFound, Misuse, and Unchanged at either end."""
    point = own_point(project, point_id)
    case = case_named(project, point.case_id)
    return profiling.move_turning_point(_own(project, case.id), point.id, step, case.name)


def own_point(project: Project, point_id: str) -> TurningPoint:
    """A turning point of the asker's own. Raises NotFound, and Misuse for another's."""
    found = project.sight.records(
        TurningPoint, "SELECT * FROM turning_points WHERE id = :id AND {seen}", id=point_id
    )
    if not found:
        raise NotFound("That turning point is no longer there.")
    if found[0].coder_id != project.coder_id:
        name = next((each.name for each in project.coders() if each.id == found[0].coder_id), "another coder")
        raise Misuse(f"That turning point is {name}'s.", "You change only your own; + sets one.")
    return found[0]


def _own(project: Project, case_id: str) -> list[TurningPoint]:
    found = project.sight.records(
        TurningPoint,
        "SELECT * FROM turning_points WHERE case_id = :case AND coder_id = :me",
        case=case_id,
        me=project.coder_id,
    )
    return sorted(found, key=in_course)


def _about(evidence: Evidence, case: Case, project: Project) -> Evidence:
    """Evidence about the case, wherever it is told."""
    told_in = project.transcript(evidence.transcript_id).case_id
    about = evidence.case_id or told_in
    return evidence if about == case.id else replace(evidence, case_id=case.id)


def _plain(words: str) -> str:
    return " ".join(words.split())
