"""The framework matrix: what is written of each case and hypothesis, and the passages behind it or to write from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rcoder.analysis.groups import sort_cases, usual_groups
from rcoder.domain.actions.sentences import several
from rcoder.domain.codebook import Code
from rcoder.domain.framework import FrameCell, Framework, Material, Resting, Written
from rcoder.domain.groups import GroupCount
from rcoder.domain.passage import Passage
from rcoder.domain.profile import Summary
from rcoder.domain.records import from_row
from rcoder.domain.terms import say
from rcoder.domain.words import Category, Claim, Stance, Subject, danish_order
from rcoder.project.absence import below
from rcoder.project.arranging import case_named
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.framework_material import (
    AT_ONCE,
    about_case,
    claims,
    columns_of,
    known_material,
    material,
    material_of_case,
)
from rcoder.project.groups import counted
from rcoder.project.matrices.ground import codes, ground
from rcoder.project.resting import passages_of, place_of, resting
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages

__all__ = ["AT_ONCE", "framework"]

Groups = tuple[tuple[str, tuple[Passage, ...]], ...]
"""Passages under headings."""

HYPOTHESES = ""
"""The columns to begin with: the hypotheses of the main codebook."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What may stand over the columns."""

    id: str
    """Id of a codebook, or of a code whose children are the columns; "" for the hypotheses of the main codebook."""
    title: str
    codes: tuple[Code, ...]


def framework(
    project: Project, under: str = HYPOTHESES, *, cases: Collection[str] | None = None, whole: bool = False
) -> Framework:
    """The matrix, of some cases (ids) or all; what there is to write from as far as it is counted, with `whole` of every cell.

    `under` is a codebook or a code, by id or key. Raises NotFound.
    """
    sight, found = project.sight, ground(project)
    shown = tuple(each for each in found.cases.values() if cases is None or each.id in cases)
    written = summaries_written(sight, None if cases is None else [each.id for each in shown])
    columns = columns_under(project, under, {each.summary.code_id for each in written})
    roots = _roots(project, columns)
    by_cell: dict[tuple[str, str], list[Written]] = {}
    for each in written:
        by_cell.setdefault((each.summary.case_id, each.summary.code_id), []).append(each)
    cells = {
        (case.id, code.id): FrameCell(case.id, code.id, tuple(by_cell.get((case.id, code.id), ())))
        for case in shown
        for code in columns.codes
    }
    matrix = Framework(found.study, columns.title, columns.codes, shown, cells, found.language)
    ids = [each.id for each in columns.codes]
    if whole:
        return matrix.counted(material(project, roots, ids, [each.id for each in shown]))
    return matrix.counted(known_material(project, roots, ids))


def material_of(
    project: Project, columns: Iterable[Code], cases: Collection[str]
) -> dict[tuple[str, str], Material]:
    """What there is to write from in these cases; cases that are gone are left out."""
    shown = Columns("", "", tuple(columns))
    known = ground(project).cases
    return material(
        project,
        _roots(project, shown),
        [each.id for each in shown.codes],
        [each for each in cases if each in known],
    )


def _roots(project: Project, columns: Columns) -> dict[str, str]:
    return below(codes(project.sight).by_id, (each.id for each in columns.codes))


def columns_under(project: Project, under: str = HYPOTHESES, kept: Collection[str] = ()) -> Columns:
    """The columns under a codebook or a code, by id or key; retired ones only where something is `kept` on them. Raises NotFound."""
    known, language = codes(project.sight), project.study().language
    every = [known.by_id[each] for each in known.depths]
    book = _book(project, under)
    if book is not None:
        own = [each for each in every if each.codebook_id == book]
        chosen = [each for each in own if each.category is Category.HYPOTHESIS] or [
            each for each in own if each.parent_id is None and each.category is Category.CODE
        ]
        title = "Hypotheses"
    else:
        code = known.called(under)
        chosen = [each for each in every if each.parent_id == code.id] or [code]
        title = f"Under {code.key} {code.label.say(language)}"
    used = tuple(each for each in chosen if not each.retired or each.id in kept)
    return Columns(under, title, used)


def _book(project: Project, under: str) -> str | None:
    """Id of the codebook that is meant; None for a code."""
    if under == HYPOTHESES:
        return project.study().codebook_id
    rows = project.sight.rows("SELECT id, key FROM codebooks")
    return next((row["id"] for row in rows if under in (row["id"], row["key"])), None)


def offered_columns(project: Project) -> tuple[tuple[str, str, int], ...]:
    """What may stand over the columns: id, words and how many columns there would be."""
    known, study = codes(project.sight), project.study()
    found = []
    for row in project.sight.rows("SELECT id, key FROM codebooks ORDER BY key"):
        own = columns_under(project, row["id"])
        id_ = HYPOTHESES if row["id"] == study.codebook_id else row["id"]
        if own.codes:
            found.append((id_, f"Hypotheses of {row['key']}", len(own.codes)))
    found.sort(key=lambda each: each[0] != HYPOTHESES)
    children: dict[str, int] = {}
    for code in known.by_id.values():
        if code.parent_id and not code.retired:
            children[code.parent_id] = children.get(code.parent_id, 0) + 1
    for each in known.depths:
        if each in children:
            code = known.by_id[each]
            found.append(
                (each, f"What stands under {code.key} {code.label.say(study.language)}", children[each])
            )
    return tuple(found)


def case_groups(project: Project, found: Framework) -> tuple[GroupCount, ...]:
    """The study's groups of cases, then the outcome groups, with where every case stands."""
    known = attributes(project.sight, Subject.CASE)
    cases = tuple(sorted(found.cases, key=lambda case: danish_order(case.name)))
    usual = (sort_cases(cases, each, known, found.language) for each in usual_groups(cases))
    return (*counted(project.sight, cases, known, found.language), *usual)


# -- what is written -------------------------------------------------------------------------------------------------


def summaries_written(
    sight: Sight, cases: Collection[str] | None = None, code_id: str = ""
) -> tuple[Written, ...]:
    """The summaries in sight, the asker's own first, then by coder; of these cases and this code, or of all."""
    where = ("AND s.case_id IN (:cases) " if cases is not None else "") + (
        "AND s.code_id = :code " if code_id else ""
    )
    asked = ({"cases": list(cases)} if cases is not None else {}) | ({"code": code_id} if code_id else {})
    rows = sight.rows(
        f"""SELECT s.*, o.name AS coder FROM summaries s LEFT JOIN coders o ON o.id = s.coder_id
            WHERE {{seen:s}} {where}ORDER BY o.name, s.id""",  # noqa: S608 - conditions of ours
        **asked,
    )
    if not rows:
        return ()
    rests = resting(sight, Claim.SUMMARY, None if cases is None else [row["id"] for row in rows])
    found = [
        Written(
            from_row(Summary, row),
            row["coder"] or "",
            row["coder_id"] == sight.coder_id,
            rests.get(row["id"], Resting()),
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: not each.own))


def cell_of(project: Project, case_id: str, code: Code) -> FrameCell:
    """One cell, with what there is to write from."""
    written = summaries_written(project.sight, [case_id], code.id)
    return material_cells(project, case_id, (code,), written)[code.id]


def material_cells(
    project: Project, case_id: str, columns: Iterable[Code], written: Iterable[Written]
) -> dict[str, FrameCell]:
    """The cells of one case by hypothesis, with what is written and what there is to write from."""
    shown, every = Columns("", "", tuple(columns)), tuple(written)
    ids = [each.id for each in shown.codes]
    told = material_of_case(project, _roots(project, shown), ids, case_id)
    return {
        each: FrameCell(case_id, each, tuple(one for one in every if one.summary.code_id == each)).counted(
            told[each]
        )
        for each in ids
    }


# -- the passages ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offer:
    """A passage to write from."""

    passage: Passage
    codes: tuple[str, ...] = ()
    """Keys of the codes it has under the hypothesis."""
    stances: tuple[str, ...] = ()
    """How it bears on configurations of the hypothesis: "supports K07"."""

    @property
    def usable(self) -> bool:
        """Whether anything can rest on it: an interviewer's words and those of an earlier text cannot."""
        return not (self.passage.interviewer or self.passage.earlier)


def offers(project: Project, case_id: str, code: Code) -> tuple[Offer, ...]:
    """The passages of a case to write from: coded under the hypothesis, or joined to it or its configurations.

    By interview and place, the same words once.
    """
    sight, known = project.sight, codes(project.sight)
    roots = below(known.by_id, (code.id,))
    found: dict[tuple[str, int, int, int], Offer] = {}
    rows = _about(sight, "codings", "x.code_id", "x.code_id IN (:codes)", case=case_id, codes=list(roots))
    for row, passage in zip(rows, passages(rows), strict=True):
        _add(found, passage, code=known.by_id[row["code_id"]].key)
    for passage, number in _bearing(sight, case_id, roots, code):
        _add(found, passage, stance=f"{say(passage.stance)} {number}")
    return tuple(sorted(found.values(), key=lambda each: _order(each.passage)))


def _about(
    sight: Sight, table: str, more: str, where: str, **asked: str | list[str]
) -> list[Mapping[str, Any]]:
    """Passages about a case (`case`) with some more columns, of its own interviews and of others."""
    found: list[Mapping[str, Any]] = []
    for of_case in about_case(table):
        found += sight.rows(
            f"SELECT {PASSAGE}, {more} FROM {table} x {PASSAGE_FROM} WHERE {of_case} AND {where} AND {{seen:x}}",  # noqa: S608 - parts of ours
            **asked,
        )
    return found


def _add(
    found: dict[tuple[str, int, int, int], Offer], passage: Passage, *, code: str = "", stance: str = ""
) -> None:
    place = place_of(passage)
    before = found.get(place, Offer(passage))
    found[place] = Offer(
        before.passage,
        tuple(dict.fromkeys((*before.codes, *((code,) if code else ())))),
        tuple(dict.fromkeys((*before.stances, *((stance,) if stance else ())))),
    )


def _bearing(sight: Sight, case_id: str, roots: Mapping[str, str], code: Code) -> list[tuple[Passage, str]]:
    """Evidence about a case on configurations of a hypothesis and on the hypothesis itself, with what it is on."""
    rows = _about(
        sight,
        "evidence",
        "x.stance, x.claim_id",
        "x.claim IN ('configuration', 'link', 'element', 'code')",
        case=case_id,
    )
    under, on = columns_of(sight, roots), claims(sight)
    ids = sorted({each for row in rows for each in on.get(row["claim_id"], ())})
    asked = (
        sight.rows("SELECT id, number FROM configurations WHERE id IN (:ids) AND {seen}", ids=ids)
        if ids
        else []
    )
    numbers_of = {row["id"]: row["number"] for row in asked}
    found = []
    for row, passage in zip(rows, passages(rows), strict=True):
        if code.id in under.get(row["claim_id"], ()):
            numbers = [numbers_of[each] for each in on.get(row["claim_id"], ()) if each in numbers_of]
            found.append((passage, ", ".join(numbers) or code.key))
    return found


def _order(passage: Passage) -> tuple[str, int, int, str]:
    return passage.transcript, passage.start, passage.end, passage.id


def behind(project: Project, case: str, code: str) -> Groups:
    """What stands behind a cell: the passages each summary rests on, then those there are to write from. Raises NotFound."""
    own, column = case_named(project, case), project.code(code)
    found = []
    for each in summaries_written(project.sight, [own.id], column.id):
        rests = passages_of(project.sight, Claim.SUMMARY, each.summary.id)
        whose = "Your summary" if each.own else f"{each.coder}'s summary"
        if rests:
            found.append((f"{whose} rests on {several(len(rests), 'passage')}", rests))
    return (*found, *_to_write_from(offers(project, own.id, column)))


def _to_write_from(offered: Iterable[Offer]) -> Groups:
    every = tuple(offered)
    joined: dict[Stance, list[Passage]] = {}
    for each in every:
        for stance in Stance:
            if any(words.startswith(say(stance)) for words in each.stances):
                joined.setdefault(stance, []).append(each.passage)
    found = [
        (f"On its configurations: {say(stance)}", tuple(joined[stance]))
        for stance in Stance
        if stance in joined
    ]
    coded = tuple(each.passage for each in every if each.codes)
    return (*found, *((("Coded", coded),) if coded else ()))
