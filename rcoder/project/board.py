"""Questions about the board of cases: one of SQL for each aspect, as far as the asker may see."""

from __future__ import annotations

import json
from collections.abc import Mapping

from rcoder.analysis.board import arrange, held_sentences, known_of, role_sentence, row_sentence
from rcoder.analysis.groups import sort_cases, usual_groups
from rcoder.domain.board import Held, Whole
from rcoder.domain.words import Subject
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.groups import counted
from rcoder.project.questions import cases, coding_counts, finishers, roles
from rcoder.project.sight import Sight
from rcoder.project.waiting import passages_waiting

__all__ = ["arrange", "held_sentences", "known_of", "role_sentence", "row_sentence", "whole"]

_TURNS = "SELECT transcript_id, COUNT(*) AS turns FROM turns WHERE NOT interviewer GROUP BY transcript_id"

_TOUCHED = """SELECT 1 FROM codings c WHERE c.transcript_id = u.transcript_id AND c.revision = t.revision
    AND c.start < u."end" AND c.start > u.start - l.longest AND c."end" > u.start"""
"""Codings that touch a turn of the transcript's present text; the longest coding bounds how far back one can begin."""

_SEEN = f"SUM(CASE WHEN EXISTS ({_TOUCHED} AND {{seen:c}}) THEN 1 ELSE 0 END)"
_OWN = f"SUM(CASE WHEN EXISTS ({_TOUCHED} AND c.coder_id = :me) THEN 1 ELSE 0 END)"
_CODED = """
    FROM turns u JOIN transcripts t ON t.id = u.transcript_id
    JOIN (SELECT transcript_id, MAX("end" - start) AS longest FROM codings GROUP BY transcript_id) l
      ON l.transcript_id = u.transcript_id
    WHERE NOT u.interviewer GROUP BY u.transcript_id"""

_DOUBTS = (
    f"SELECT transcript_id, COUNT(*) AS doubts FROM ({passages_waiting('{seen:y}')}) w GROUP BY transcript_id"  # noqa: S608 - constants of ours
)


def whole(project: Project, *, turns: bool = True) -> Whole:
    """Every case and interview with its progress in the asker's sight, the attributes of cases, and the groups.

    Counting turns takes most of the time in a large study; without it the turns of every interview are 0.
    """
    sight, language = project.sight, project.study().language
    known, every = attributes(sight, Subject.CASE), tuple(cases(sight))
    return Whole(
        every,
        _interviews(sight, turns=turns),
        known,
        counted(sight, every, known, language),
        tuple(sort_cases(every, each, known, language) for each in usual_groups(every)),
        language,
        counted=turns,
    )


def _coded(sight: Sight) -> dict[str, Mapping[str, int]]:
    """How many turns of each transcript are coded, by anybody in sight and by the asker; asked once where that is one."""
    others = sight.one("SELECT id FROM coders WHERE released AND id <> :own LIMIT 1", own=sight.coder_id)
    counts = f"{_SEEN} AS seen, {_OWN} AS own" if others else f"{_SEEN} AS seen"
    return _by_transcript(sight, f"SELECT u.transcript_id, {counts} {_CODED}")


def _interviews(sight: Sight, *, turns: bool) -> tuple[Held, ...]:
    spoken, done_by, counts = roles(sight), finishers(sight), coding_counts(sight)
    doubts = _by_transcript(sight, _DOUBTS)
    spoken_turns = _by_transcript(sight, _TURNS) if turns else {}
    coded = _coded(sight) if turns else {}
    found = []
    for transcript in sight.rows("SELECT id, title, case_id, date, wave, attributes FROM transcripts"):
        own = transcript["id"]
        respondents = int(spoken_turns.get(own, {}).get("turns", 0))
        touched = coded.get(own, {})
        done = done_by.get(own, {})
        found.append(
            Held(
                id=own,
                title=transcript["title"],
                case_id=transcript["case_id"],
                roles=tuple(spoken.get(own, ())),
                municipality=json.loads(transcript["attributes"]).get("municipality", ""),
                date=transcript["date"],
                wave=transcript["wave"],
                finished=sight.coder_id in done,
                finished_by=tuple(done.values()),
                own_codings=counts.get(own, (0, 0))[1],
                codings=counts.get(own, (0, 0))[0],
                turns=respondents,
                own_uncoded=respondents - int(touched.get("own", touched.get("seen", 0))),
                uncoded=respondents - int(touched.get("seen", 0)),
                doubts=int(doubts.get(own, {}).get("doubts", 0)),
            )
        )
    return tuple(found)


def _by_transcript(sight: Sight, sql: str) -> dict[str, Mapping[str, int]]:
    return {row["transcript_id"]: row for row in sight.rows(sql)}
