"""The codebook as it is worked on: every entry with its boxes, and what it is used for, as far as the asker may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rcoder.analysis.counting import CaseProgress, case_progress
from rcoder.domain.answers import CodingLine
from rcoder.domain.codebook import Code, Codebook
from rcoder.domain.theory import Denominator
from rcoder.project import codebooks
from rcoder.project.door import Project
from rcoder.project.questions import cases, finishes
from rcoder.project.sight import Sight

OF_A_CASE, LISTED = 0, 2
"""How `_STRETCHES` ranks what counts a case, and what counts nothing; 1 counts a respondent."""

_STRETCHES = """
    WITH RECURSIVE line(code_id, above) AS (
      SELECT id, id FROM codes
      UNION SELECT line.code_id, codes.parent_id FROM line JOIN codes ON codes.id = line.above
      WHERE codes.parent_id IS NOT NULL),
    spots AS (
      SELECT line.above AS code_id, x.id, x.transcript_id, COALESCE(x.case_id, t.case_id, '') AS case_id, x.revision,
        x.start, x."end" AS stop,
        CASE WHEN s.interviewer OR x.scope IN ('normative', 'anticipated')
               OR EXISTS (SELECT 1 FROM revisions r WHERE r.transcript_id = x.transcript_id AND r.number = x.revision)
             THEN 2 WHEN x.scope = 'general' OR COALESCE(x.case_id, t.case_id) IS NULL THEN 1 ELSE 0 END AS rank
      FROM codings x JOIN transcripts t ON t.id = x.transcript_id LEFT JOIN speakers s ON s.id = x.speaker_id
      JOIN line ON line.code_id = x.code_id WHERE {seen:x}),
    begun AS (
      SELECT spots.*, CASE WHEN start < MAX(stop) OVER (
        PARTITION BY code_id, transcript_id, case_id, revision ORDER BY start, stop, id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins FROM spots),
    numbered AS (
      SELECT begun.*, SUM(begins) OVER (
        PARTITION BY code_id, transcript_id, case_id, revision ORDER BY start, stop, id
        ROWS UNBOUNDED PRECEDING) AS stretch FROM begun),
    stretches AS (
      SELECT code_id, transcript_id, case_id, revision, stretch, MIN(rank) AS rank FROM numbered
      GROUP BY code_id, transcript_id, case_id, revision, stretch)
    SELECT code_id, case_id, rank, COUNT(*) AS passages FROM stretches GROUP BY code_id, case_id, rank"""
"""Stretches of words on each code and what is below it, overlapping codings as one, by case and by what they
count: `analysis.counting` in one question."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a code, with what stands under it, is used for (decision 7)."""

    passages: int = 0
    """Stretches of words; those that overlap are one. Interviewers' words and normative talk are not among them."""
    cases: int = 0
    """Of the cases coded to the end: how many have a passage about this case."""
    not_yet_coded: int = 0
    """Further cases that do and are not coded to the end."""
    no_interview: int = 0
    listed: int = 0
    """Stretches that are listed and not counted."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What all codes are used for."""

    uses: Mapping[str, Use] = field(default_factory=dict)
    """By id of a code; one without is not used."""
    denominator: Denominator = Denominator()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The study's codebooks as they are worked on."""

    books: tuple[Codebook, ...] = ()
    """The main one first."""
    codes: tuple[Code, ...] = ()
    boxes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By id of a code: keys and labels of the boxes it stands for, those of the overall theory first."""
    language: str = "da"
    usage: Usage = Usage()

    @property
    def uses(self) -> Mapping[str, Use]:
        """What the codes are used for, by their ids."""
        return self.usage.uses

    @property
    def denominator(self) -> Denominator:
        """The cases that the counts are of."""
        return self.usage.denominator

    def counted(self, usage: Usage) -> Workbook:
        """The same with these counts."""
        return replace(self, usage=usage)

    @property
    def by_id(self) -> dict[str, Code]:
        """The codes by id."""
        return {code.id: code for code in self.codes}


def workbook(project: Project) -> Workbook:
    """The study's codebooks with what their codes are used for."""
    return entries(project).counted(usage(project))


def entries(project: Project) -> Workbook:
    """The study's codebooks without their counts, which take longer in a large study."""
    sight, language = project.sight, project.study().language
    books = codebooks.books(sight)
    return Workbook(books, codebooks.codes(sight), _boxes(sight, books, language), language)


def usage(project: Project) -> Usage:
    """What the codes of the study are used for, as far as the asker may see."""
    progress = _progress(project.sight)
    return Usage(uses(project.sight, progress), progress.denominator)


def uses(sight: Sight, progress: CaseProgress) -> dict[str, Use]:
    """What each code is used for, by its id, as far as the asker may see."""
    found: dict[str, Use] = {}
    of_cases: dict[str, set[str]] = {}
    for row in sight.rows(_STRETCHES):
        code, number = row["code_id"], int(row["passages"])
        known = found.get(code, Use())
        if row["rank"] == LISTED:
            found[code] = replace(known, listed=known.listed + number)
        else:
            found[code] = replace(known, passages=known.passages + number)
        if row["rank"] == OF_A_CASE:
            of_cases.setdefault(code, set()).add(row["case_id"])
    for code, own in of_cases.items():
        found[code] = replace(
            found[code],
            cases=len(own & progress.coded),
            not_yet_coded=len(own & progress.not_yet_coded),
            no_interview=len(own & progress.no_interview),
        )
    return found


def passages(project: Project, code_id: str) -> tuple[CodingLine, ...]:
    """The codings in sight on a code and on what stands under it; none where it is gone."""
    code = project.codes().get(code_id)
    return project.coding_lines(code=code.key) if code is not None else ()


def _progress(sight: Sight) -> CaseProgress:
    rows = sight.rows("SELECT id, case_id FROM transcripts")
    return case_progress(
        (case.id for case in cases(sight)),
        {row["id"]: row["case_id"] for row in rows},
        (each.transcript_id for each in finishes(sight)),
    )


def _boxes(sight: Sight, books: tuple[Codebook, ...], language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for book in books:
        whole = codebooks.contents(sight, book)
        minis = {each.id for each in whole.theories if each.hypothesis}
        for node in sorted(whole.nodes, key=lambda each: each.theory_id in minis):
            for code in node.codes:
                found.setdefault(code, []).append(f"{node.key} {node.label.say(language)}")
    return {code: tuple(boxes) for code, boxes in found.items()}
