"""What the coding screen knows of a study, read in one go and kept up to date by the journal's changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rcoder.domain.answers import ConfigurationLine, Overview, Reading, TranscriptLine
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.journal import Change
from rcoder.domain.records import from_row
from rcoder.project import Project
from rcoder.ui.widgets.layers import with_changes

DIGITS = 9
"""How many recent codes have a key."""

CLAIMS = frozenset({"configurations", "elements", "places", "groundings", "links", "evidence"})
"""Tables whose changes may change the list of configurations."""


@dataclass(slots=True)
class Study:
    """A study as the coding screen shows it; `apply` keeps it as the tables are."""

    overview: Overview
    coder_id: str
    interviews: dict[str, TranscriptLine]
    """By id, by case and title."""
    cases: dict[str, Case]
    codes: dict[str, Code]
    """By id, in tree order."""
    depths: dict[str, int]
    counts: dict[str, int]
    """Codings in sight by code."""
    recent: list[str]
    """Ids of the codes on the digits 1 to 9; a code keeps its digit."""
    last: str = ""
    """Id of the code that was used last."""
    reading: Reading | None = None
    resting: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Numbers of the configurations that rest on each coding of the reading."""
    configurations: tuple[ConfigurationLine, ...] = ()

    @property
    def language(self) -> str:
        """Language of the labels shown."""
        return self.overview.language

    @property
    def version(self) -> str:
        """Version of the codebook, "" without one."""
        return self.overview.codebook.rsplit(" ", 1)[-1] if self.overview.codebook else ""

    def remember(self, code_id: str) -> None:
        """Notes a code as used; it gets the first free digit, and no other code loses its own."""
        self.last = code_id
        if code_id not in self.recent and len(self.recent) < DIGITS:
            self.recent.append(code_id)

    def mine(self, coding: Coding) -> bool:
        """Whether a coding is the asker's own."""
        return coding.coder_id == self.coder_id

    def apply(self, changes: Iterable[Change]) -> set[str]:
        """Takes changes of rows in; gives the tables that they were of."""
        known = tuple(changes)
        for change in known:
            if change.table == "codings":
                self._count(change)
            elif change.table == "finishes":
                self._mark(change)
        self._reread([change for change in known if change.table == "codings"])
        return {change.table for change in known}

    def _count(self, change: Change) -> None:
        for row, step in ((change.before, -1), (change.after, 1)):
            if row is None:
                continue
            self.counts[row["code_id"]] = self.counts.get(row["code_id"], 0) + step
            line = self.interviews.get(row["transcript_id"])
            if line is not None:
                own = step if row["coder_id"] == self.coder_id else 0
                self.interviews[line.id] = replace(
                    line, codings=line.codings + step, own_codings=line.own_codings + own
                )

    def _mark(self, change: Change) -> None:
        row, step = (change.after, 1) if change.after else (change.before, -1)
        if row is None or row["coder_id"] != self.coder_id:
            return
        line = self.interviews.get(row["transcript_id"])
        if line is not None and line.finished != (step > 0):
            self.interviews[line.id] = replace(line, finished=step > 0)
            self.overview = replace(self.overview, finished=self.overview.finished + step)

    def _reread(self, changes: list[Change]) -> None:
        if self.reading is None:
            return
        here = self.reading.transcript.id
        gone, come = [], {}
        for change in changes:
            row = change.after or change.before
            if row is None or row["transcript_id"] != here:
                continue
            if change.after is None:
                gone.append(change.id)
            else:
                come[change.id] = from_row(Coding, change.after)
        if gone or come:
            self.reading = replace(self.reading, codings=with_changes(self.reading.codings, gone, come))


def read_study(project: Project, transcript_id: str = "") -> Study:
    """Reads what the first screen shows: the study, its lists, and the transcript wanted or the first one not finished."""
    lines = {line.id: line for line in project.transcript_lines()}
    codes = project.code_lines()
    study = Study(
        overview=project.overview(),
        coder_id=project.coder_id,
        interviews=lines,
        cases={case.id: case for case in project.cases()},
        codes={each.code.id: each.code for each in codes},
        depths={each.code.id: each.depth for each in codes},
        counts={each.code.id: each.codings for each in codes},
        recent=list(project.recent_codes(DIGITS)),
        configurations=project.configuration_lines(),
    )
    study.last = study.recent[0] if study.recent else ""
    wanted = transcript_id or next((line.id for line in lines.values() if not line.finished), next(iter(lines), ""))
    if wanted:
        study.reading, study.resting = read_transcript(project, wanted)
    return study


def read_transcript(project: Project, transcript_id: str) -> tuple[Reading, dict[str, tuple[str, ...]]]:
    """A transcript, and the configurations that rest on its codings. Raises NotFound, and Damaged."""
    return project.reading(transcript_id), read_resting(project, transcript_id)


def read_resting(project: Project, transcript_id: str) -> dict[str, tuple[str, ...]]:
    """Numbers of the configurations that rest on each coding of a transcript."""
    lines = project.coding_lines(transcript=transcript_id)
    return {line.coding.id: line.configurations for line in lines if line.configurations}
