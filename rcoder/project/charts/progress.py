"""How far each coder is with the interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain import counted
from rcoder.domain.chart import CHARTS, Bar, Chart, Charted, Part
from rcoder.domain.words import danish_order
from rcoder.project.charts import wording

if TYPE_CHECKING:
    from rcoder.domain.coding import Coder
    from rcoder.project.door import Project

_SIGNS = ("█", "▒", "·")


def progress_chart(project: Project, language: str) -> Chart:
    """A bar for each coder; a layer that is not released shows that alone (rule 9)."""
    title, asks = CHARTS[Charted.PROGRESS]
    names = (wording.FINISHED, wording.BEGUN, wording.UNTOUCHED)
    parts = tuple(
        Part(key, sign, name.say(language))
        for key, sign, name in zip(("finished", "begun", "untouched"), _SIGNS, names, strict=True)
    )
    row = project.sight.one("SELECT COUNT(*) AS number FROM transcripts")
    every = int(row["number"]) if row else 0
    done, touched = _finished(project), _begun(project)
    bars = tuple(
        _bar(each, done.get(each.id, 0), touched.get(each.id, 0), every, language)
        if each.released or each.id == project.coder_id
        else Bar(
            each.id,
            each.name,
            (),
            "",
            f"{each.name}: {wording.HIDDEN.say(language)}",
            blank=wording.HIDDEN.say(language),
        )
        for each in sorted(project.coders(), key=lambda each: (danish_order(each.name), each.id))
    )
    return Chart(
        Charted.PROGRESS,
        language,
        title.say(language),
        asks.say(language),
        parts,
        bars,
        wording.INTERVIEWS.say(language),
        tuple(each.say(language) for each in wording.NOTES["progress"]),
    )


def _bar(coder: Coder, done: int, begun: int, every: int, language: str) -> Bar:
    of = f"{counted.of(done, every, counted.INTERVIEW, language)} {wording.FINISHED.say(language)}"
    rest = every - done - begun
    more = f"{begun} {wording.BEGUN.say(language)}, {rest} {wording.UNTOUCHED.say(language)}"
    return Bar(coder.id, coder.name, (done, begun, rest), of, f"{coder.name}: {of}; {more}.")


def _finished(project: Project) -> dict[str, int]:
    rows = project.sight.rows(
        "SELECT coder_id, COUNT(DISTINCT transcript_id) AS n FROM finishes WHERE {seen} GROUP BY coder_id"
    )
    return {row["coder_id"]: int(row["n"]) for row in rows}


def _begun(project: Project) -> dict[str, int]:
    """Interviews in which a coder has a coding and no mark of having finished."""
    rows = project.sight.rows(
        """SELECT c.coder_id, COUNT(*) AS n FROM (SELECT DISTINCT coder_id, transcript_id FROM codings) c
           LEFT JOIN finishes f ON f.coder_id = c.coder_id AND f.transcript_id = c.transcript_id
           WHERE f.id IS NULL AND {seen:c} GROUP BY c.coder_id"""
    )
    return {row["coder_id"]: int(row["n"]) for row in rows}
