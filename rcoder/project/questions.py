"""Questions about transcripts, codes and codings, answered in SQL and given as plain values."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rcoder.analysis.sentences import provisional
from rcoder.domain.answers import CodingLine, Overview, Reading, TranscriptLine
from rcoder.domain.case import Case
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.errors import NotFound
from rcoder.domain.study import Study
from rcoder.domain.transcript import Span, Speaker, Transcript
from rcoder.domain.words import danish_order
from rcoder.project.sight import EARLIER, PASSAGE, PASSAGE_FROM, Sight, passages

if TYPE_CHECKING:
    from rcoder.domain.configuration import Evidence


def study(sight: Sight) -> Study:
    """The study's own row."""
    return sight.records(Study, "SELECT * FROM study")[0]


_CODINGS = f"""(SELECT COALESCE(SUM(n), 0) FROM
       (SELECT coder_id, COUNT(*) AS n FROM codings GROUP BY coder_id) AS g WHERE {{seen}})
       - (SELECT COUNT(*) {EARLIER})"""  # noqa: S608 - a constant of ours


def overview(sight: Sight, location: str, codings: int | None = None) -> Overview:
    """The study at a glance; `codings` are those in sight, where they have been counted already."""
    row = sight.one(
        f"""SELECT s.title, s.language, b.title AS codebook, b.version,
             (SELECT COUNT(*) FROM transcripts) AS transcripts, (SELECT COUNT(*) FROM cases) AS cases,
             (SELECT COUNT(*) FROM coders) AS coders, {_CODINGS if codings is None else int(codings)} AS codings,
             (SELECT COUNT(*) FROM configurations WHERE {{seen}}) AS configurations,
             (SELECT COUNT(*) FROM finishes WHERE coder_id = :me) AS finished,
             (SELECT name FROM coders WHERE id = :me) AS coder
           FROM study s LEFT JOIN codebooks b ON b.id = s.codebook_id"""  # noqa: S608 - a constant of ours
    )
    assert row is not None  # noqa: S101 - every project has its study row from the first moment
    codebook = f"{json.loads(row['codebook'])['da']} {row['version']}" if row["codebook"] else ""
    others = sight.rows("SELECT b.title, b.version FROM codebooks b JOIN study s ON s.codebook_id <> b.id")
    beside = [f"{json.loads(each['title'])['da']} {each['version']}" for each in others]
    counts: dict[str, Any] = {
        name: int(row[name])
        for name in ("transcripts", "finished", "cases", "coders", "codings", "configurations")
    }
    return Overview(
        title=row["title"],
        language=row["language"],
        coder=row["coder"] or "",
        codebook=codebook,
        location=location,
        beside=tuple(sorted(beside, key=danish_order)),
        **counts,
    )


def transcript_lines(sight: Sight) -> tuple[TranscriptLine, ...]:
    """Every interview, by case and title in Danish order; those without a case last."""
    spoken, done_by, counts = roles(sight), finishers(sight), coding_counts(sight)
    lines = []
    for row in sight.rows(
        """SELECT t.id, t.title, t.case_id, t.characters, t.language, t.date, t.source, k.name AS case_name,
             (SELECT COALESCE(MAX(u.position) + 1, 0) FROM turns u WHERE u.transcript_id = t.id) AS turns,
             (SELECT COUNT(*) FROM revisions r WHERE r.transcript_id = t.id) AS corrected
           FROM transcripts t LEFT JOIN cases k ON k.id = t.case_id"""
    ):
        seen, own = counts.get(row["id"], (0, 0))
        done = done_by.get(row["id"], {})
        lines.append(
            TranscriptLine(
                id=row["id"],
                title=row["title"],
                case_id=row["case_id"],
                case=row["case_name"] or "",
                roles=tuple(spoken.get(row["id"], ())),
                turns=row["turns"],
                characters=row["characters"],
                language=row["language"],
                date=row["date"],
                source=row["source"],
                codings=seen,
                own_codings=own,
                finished=sight.coder_id in done,
                finished_by=tuple(done.values()),
                revision=1 + row["corrected"],
            )
        )
    return tuple(sorted(lines, key=_in_reading_order))


def _in_reading_order(line: TranscriptLine) -> tuple[bool, str, str, str]:
    return not line.case, danish_order(line.case), danish_order(line.title), line.id


def roles(sight: Sight) -> dict[str, dict[str, None]]:
    """The roles of each transcript's respondents, each once, in order of first speaking."""
    found: dict[str, dict[str, None]] = {}
    known: dict[str, dict[str, None]] = {}
    for row in sight.rows(
        "SELECT transcript_id, roles FROM speakers WHERE NOT interviewer ORDER BY transcript_id, position"
    ):
        names = known.get(row["roles"]) or known.setdefault(
            row["roles"], dict.fromkeys(json.loads(row["roles"]))
        )
        found.setdefault(row["transcript_id"], {}).update(names)
    return found


def finishers(sight: Sight) -> dict[str, dict[str, str]]:
    """Names of the coders in sight who have coded each transcript to the end, by their id."""
    found: dict[str, dict[str, str]] = {}
    for row in sight.rows(
        "SELECT f.transcript_id, f.coder_id, o.name FROM finishes f JOIN coders o ON o.id = f.coder_id"
        " WHERE {seen:f} ORDER BY o.name"
    ):
        found.setdefault(row["transcript_id"], {})[row["coder_id"]] = row["name"]
    return found


def coding_counts(sight: Sight) -> dict[str, tuple[int, int]]:
    """How many codings in sight, and how many of the asker's own, stand in the present text of each transcript."""
    rows = sight.rows(
        """SELECT transcript_id, SUM(n) AS seen, SUM(CASE WHEN coder_id = :me THEN n ELSE 0 END) AS own
           FROM (SELECT transcript_id, coder_id, COUNT(*) AS n FROM codings GROUP BY transcript_id, coder_id) g
           WHERE {seen} GROUP BY transcript_id"""
    )
    counts = {row["transcript_id"]: (int(row["seen"]), int(row["own"])) for row in rows}
    for row in sight.rows(f"SELECT x.transcript_id, x.coder_id {EARLIER}"):
        seen, own = counts[row["transcript_id"]]
        counts[row["transcript_id"]] = seen - 1, own - (row["coder_id"] == sight.coder_id)
    return counts


def transcript(sight: Sight, transcript_id: str) -> Transcript | None:
    """One transcript's row."""
    return next(
        iter(sight.records(Transcript, "SELECT * FROM transcripts WHERE id = :id", id=transcript_id)), None
    )


def present_transcript(sight: Sight, transcript_id: str) -> Transcript:
    """One transcript's row. Raises NotFound where it is in the study no longer."""
    found = transcript(sight, transcript_id)
    if found is None:
        raise NotFound("That interview is no longer in the study.")
    return found


def speakers_of(sight: Sight, transcript_id: str) -> list[Speaker]:
    """The speakers of a transcript, in order of first speaking."""
    return sight.records(
        Speaker, "SELECT * FROM speakers WHERE transcript_id = :id ORDER BY position", id=transcript_id
    )


def reading(
    sight: Sight,
    found: Transcript,
    text: str,
    sentences: tuple[Span, ...] | None,
) -> Reading:
    """A transcript ready to be read and coded; without sentences, with those of a first glance."""
    case = sight.one("SELECT name FROM cases WHERE id = :id", id=found.case_id)
    spoken = [turn.span for turn in found.turns] or [Span(0, len(text))]
    return Reading(
        transcript=found,
        case=case["name"] if case else "",
        text=text,
        speakers={speaker.id: speaker for speaker in speakers_of(sight, found.id)},
        sentences=provisional(text, spoken) if sentences is None else sentences,
        codings=codings_in(sight, found.id, found.revision),
        coders={coder.id: coder.name for coder in coders(sight)},
        provisional=sentences is None,
    )


def codings_in(sight: Sight, transcript_id: str, revision: int) -> tuple[Coding, ...]:
    """The codings in sight that stand in one text of a transcript, by start, then end."""
    return tuple(
        sight.records(
            Coding,
            """SELECT * FROM codings WHERE transcript_id = :id AND revision = :revision AND {seen}
               ORDER BY start, "end", id""",
            id=transcript_id,
            revision=revision,
        )
    )


def evidence_in(sight: Sight, transcript_id: str) -> tuple[Evidence, ...]:
    """The evidence in sight that stands in the present text of a transcript, by start, then end."""
    from rcoder.domain.configuration import Evidence

    return tuple(
        sight.records(
            Evidence,
            """SELECT * FROM evidence WHERE transcript_id = :id AND {seen}
                 AND revision = (SELECT t.revision FROM transcripts t WHERE t.id = :id)
               ORDER BY start, "end", id""",
            id=transcript_id,
        )
    )


def coders(sight: Sight) -> list[Coder]:
    """Everyone who codes in this study."""
    return sight.records(Coder, "SELECT * FROM coders ORDER BY name")


def cases(sight: Sight) -> list[Case]:
    """Every case, by name in Danish order."""
    return sorted(sight.records(Case, "SELECT * FROM cases"), key=lambda each: danish_order(each.name))


def finishes(sight: Sight) -> list[Finish]:
    """Who has coded what to the end, as far as in sight."""
    return sight.records(Finish, "SELECT * FROM finishes WHERE {seen}")


def recent_codes(sight: Sight, count: int) -> tuple[str, ...]:
    """Ids of the codes the asker used last, newest first, each once."""
    return tuple(
        row["code_id"]
        for row in sight.rows(
            """SELECT code_id FROM (SELECT c.id AS code_id,
                 (SELECT MAX(x.id) FROM codings x WHERE x.coder_id = :me AND x.code_id = c.id) AS last
               FROM codes c) AS used WHERE last IS NOT NULL ORDER BY last DESC LIMIT :count""",
            me=sight.coder_id,
            count=count,
        )
    )


def coding_lines(sight: Sight, **wanted: str) -> tuple[CodingLine, ...]:
    """Codings in sight with their words, filtered by code (its subtree too), case, role, coder or transcript."""
    clauses, params = _filters(wanted)
    rows = sight.rows(
        f"""SELECT {PASSAGE}, x.code_id, x.kind, x.actor, x.polarity, x.counterfactual,
              x.codebook_version, x.case_id AS own_case_id, c.key AS code, c.label, c.category
            FROM codings x {PASSAGE_FROM} JOIN codes c ON c.id = x.code_id
            WHERE {{seen:x}} {clauses} ORDER BY t.title, x.start, x."end", x.id""",  # noqa: S608 - clauses are ours
        **params,
    )
    resting = _configurations_on(sight)
    keep = _post_filters(wanted)
    return tuple(
        CodingLine(
            _coding(row),
            passage,
            row["code"],
            json.loads(row["label"])["da"],
            row["category"],
            resting.get(row["id"], ()),
        )
        for row, passage in zip(rows, passages(rows), strict=True)
        if keep(passage.roles)
    )


def _filters(wanted: dict[str, str]) -> tuple[str, dict[str, Any]]:
    texts = {
        "code": """AND x.code_id IN (WITH RECURSIVE below(id) AS (
              SELECT id FROM codes WHERE lower(key) = lower(:code)
              UNION SELECT codes.id FROM codes JOIN below ON codes.parent_id = below.id) SELECT id FROM below)""",
        "case": "AND k.name = :case",
        "coder": "AND o.name = :coder",
        "transcript": "AND x.transcript_id = :transcript",
    }
    used = [name for name in texts if wanted.get(name)]
    return " ".join(texts[name] for name in used), {name: wanted[name] for name in used}


def _post_filters(wanted: dict[str, str]) -> Callable[[tuple[str, ...]], bool]:
    from rcoder.domain.words import role_group

    role = wanted.get("role", "").casefold()
    if not role:
        return lambda _: True
    return lambda roles: any(role in (each.casefold(), role_group(each)) for each in roles)


def _coding(row: Any) -> Coding:
    from rcoder.domain.records import from_row

    return from_row(Coding, {**row, "case_id": row["own_case_id"]})


def _configurations_on(sight: Sight) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in sight.rows(
        """SELECT DISTINCT g.coding_id, f.number FROM groundings g JOIN places p ON p.element_id = g.element_id
           JOIN configurations f ON f.id = p.configuration_id WHERE {seen:f} ORDER BY f.number"""
    ):
        found.setdefault(row["coding_id"], []).append(row["number"])
    return {coding: tuple(numbers) for coding, numbers in found.items()}
