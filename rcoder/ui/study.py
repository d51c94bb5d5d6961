"""What the coding screen knows of a study, read in one go and kept up to date by the journal's changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rcoder.domain.answers import CodeLine, ConfigurationLine, Overview, Reading, TranscriptLine
from rcoder.domain.case import Case
from rcoder.domain.coding import Coding
from rcoder.domain.journal import Change
from rcoder.domain.records import Row, from_row
from rcoder.domain.suggestion import Suggestions
from rcoder.domain.transcript import Span
from rcoder.domain.words import Stance
from rcoder.project import Project
from rcoder.project.questions import overview as glance
from rcoder.project.rechecks import to_look_at
from rcoder.project.settings import last_place, places_in
from rcoder.project.waiting import waiting
from rcoder.ui.widgets.layers import with_changes

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code, Codebook
    from rcoder.domain.excerpt import Excerpt
    from rcoder.project.memos import MemoLine

DIGITS = 9
"""How many recent codes have a key."""

CLAIMS = frozenset({"configurations", "elements", "places", "groundings", "links", "evidence"})
"""Tables whose changes may change the list of configurations."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A passage that somebody joined to a claim, in words."""

    span: Span
    stance: Stance
    claim: str
    """What it bears on: "K01, R1 → M1" or "K03, whole"."""
    coder_id: str


@dataclass(frozen=True, slots=True)
class Uses:
    """What a transcript's passages are used for."""

    resting: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Numbers of the configurations that rest on each coding."""
    attached: tuple[Attached, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    """Quotations, marks and passages with memos, by place."""
    memos: tuple[MemoLine, ...] = ()
    """On its codings and excerpts."""


@dataclass(slots=True)
class Study:
    """A study as the coding screen shows it; `apply` keeps it as the tables are."""

    overview: Overview
    coder_id: str
    interviews: dict[str, TranscriptLine]
    """By id, by case and title."""
    cases: dict[str, Case]
    books: dict[str, Codebook] = field(default_factory=dict)
    """The codebooks by id, the main one first."""
    codes: dict[str, Code] = field(default_factory=dict)
    """By id, in tree order, one codebook after the other."""
    depths: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    """Codings in sight by code."""
    totals: dict[str, int] = field(default_factory=dict)
    """The same for a code and everything below it."""
    recent: list[str] = field(default_factory=list)
    """Ids of the codes on the digits 1 to 9; a code keeps its digit."""
    last: str = ""
    """Id of the code that was used last."""
    reading: Reading | None = None
    uses: Uses = field(default_factory=Uses)
    """What the passages of the reading are used for."""
    places: dict[str, int] = field(default_factory=dict)
    """Where one was last in each interview, by id."""
    seq: int = 0
    """The `seq` of the journal's latest entry before the study was read."""
    configurations: tuple[ConfigurationLine, ...] = ()
    doubts: int = 0
    """Passages of the asker's own that a corrected text changed or lost, and that wait for a decision."""
    rechecks: int = 0
    """Passages of the asker's own to be looked at again, since their code was merged or divided."""
    hints: Suggestions = Suggestions()
    """What is suggested for the passage in hand; nothing is counted of it."""
    branches: frozenset[str | None] = frozenset()
    """Ids of the codes that others hang on."""
    _homes: Counter[tuple[str | None, tuple[str, ...]]] = field(default_factory=Counter)

    @property
    def language(self) -> str:
        """Language of the labels shown."""
        return self.overview.language

    def book_of(self, code: Code) -> Codebook:
        """The codebook a code stands in."""
        return self.books[code.codebook_id]

    def alone(self, line: TranscriptLine) -> bool:
        """Whether no other interview of the case is with the same roles."""
        if not self._homes:
            self._homes = Counter((each.case_id, each.roles) for each in self.interviews.values())
        return self._homes[line.case_id, line.roles] == 1

    def fill(self, rest: Rest) -> None:
        """Takes in what was read after the first screen; digits given out already stay."""
        self.books = {each.id: each for each in rest.books}
        self.codes = {each.code.id: each.code for each in rest.codes}
        self.branches = frozenset(each.code.parent_id for each in rest.codes)
        self.depths = {each.code.id: each.depth for each in rest.codes}
        self.counts = {each.code.id: each.codings for each in rest.codes}
        self.totals = _totals(rest.codes)
        if not self.recent:
            self.recent = [each for each in rest.recent if each in self.codes]
            self.last = self.recent[0] if self.recent else ""
        self.configurations, self.uses, self.doubts = rest.configurations, rest.uses, rest.doubts
        self.rechecks = rest.rechecks

    def line_of(self, code_id: str) -> tuple[str, ...]:
        """Ids of a code and of those it hangs on, up to the top."""
        return line_up(self.codes, code_id)

    def remember(self, code_id: str) -> None:
        """Notes a code as used; it gets the first free digit, and no other code loses its own."""
        self.last = code_id
        if code_id not in self.recent and len(self.recent) < DIGITS:
            self.recent.append(code_id)

    def be_at(self, position: int) -> None:
        """Notes where one is in the open interview."""
        if self.reading is not None:
            self.places[self.reading.transcript.id] = position

    @property
    def position(self) -> int | None:
        """Where one was last in the open interview; None for never there."""
        return self.places.get(self.reading.transcript.id) if self.reading is not None else None

    @property
    def place(self) -> tuple[str, int] | None:
        """Id of the open interview and where one was last in it; None for never there."""
        position = self.position
        return None if self.reading is None or position is None else (self.reading.transcript.id, position)

    def take_over(self, before: Study) -> None:
        """Keeps what belongs to the person and not to the project: digits, and where they are."""
        self.recent, self.last, self.places = before.recent, before.last, before.places

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
            if row is None or not self._stands(row):
                continue
            self.counts[row["code_id"]] = self.counts.get(row["code_id"], 0) + step
            for code_id in self.line_of(row["code_id"]):
                self.totals[code_id] = self.totals.get(code_id, 0) + step
            line = self.interviews.get(row["transcript_id"])
            if line is not None:
                own = step if row["coder_id"] == self.coder_id else 0
                self.interviews[line.id] = replace(
                    line, codings=line.codings + step, own_codings=line.own_codings + own
                )

    def _stands(self, row: Row) -> bool:
        """Whether a coding stands in the present text of its interview."""
        line = self.interviews.get(row["transcript_id"])
        return line is None or row["revision"] == line.revision

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
        here, revision = self.reading.transcript.id, self.reading.transcript.revision
        gone, come = [], {}
        for change in changes:
            row = change.after or change.before
            if row is None or row["transcript_id"] != here:
                continue
            if change.after is None or row["revision"] != revision:
                gone.append(change.id)
            else:
                come[change.id] = from_row(Coding, change.after)
        if gone or come:
            self.reading = replace(self.reading, codings=with_changes(self.reading.codings, gone, come))


def read_first(project: Project, transcript_id: str = "") -> Study:
    """Reads what must be there to begin: the interviews, and the transcript wanted, or the last read, or one not finished."""
    seq, lines = project.latest(), {line.id: line for line in project.transcript_lines()}
    overview = glance(project.sight, project.location, sum(line.codings for line in lines.values()))
    study = Study(
        overview=replace(
            overview, coder=overview.coder or project.coder, read_only=bool(project.store.read_only)
        ),
        coder_id=project.coder_id,
        interviews=lines,
        cases={case.id: case for case in project.cases()},
        seq=seq,
    )
    wanted = (
        (transcript_id if transcript_id in lines else "")
        or _left_at(project, study)
        or next((line.id for line in lines.values() if not line.finished), next(iter(lines), ""))
    )
    if wanted:
        study.reading = project.reading(wanted)
    return study


def _left_at(project: Project, study: Study) -> str:
    """The interview where one was when the program ended, which is noted as the place to begin; "" for none."""
    known = places_in(project.location)
    study.places |= {
        each: min(at, study.interviews[each].characters)
        for each, at in known.items()
        if each in study.interviews
    }
    last = last_place(project.location)
    if last is None or last[0] not in study.interviews:
        return ""
    transcript_id, position = last
    study.places[transcript_id] = min(position, study.interviews[transcript_id].characters)
    return transcript_id


@dataclass(frozen=True, slots=True)
class Rest:
    """What the first screen can do without for a moment."""

    books: tuple[Codebook, ...]
    codes: tuple[CodeLine, ...]
    recent: tuple[str, ...]
    configurations: tuple[ConfigurationLine, ...]
    uses: Uses
    doubts: int = 0
    rechecks: int = 0


def read_rest(project: Project, transcript_id: str) -> Rest:
    """Reads the codebooks with their counts, the recent codes, and the configurations."""
    from rcoder.project.codebooks import books

    return Rest(
        books(project.sight),
        project.code_lines(),
        project.recent_codes(DIGITS),
        project.configuration_lines(),
        read_uses(project, transcript_id) if transcript_id else Uses(),
        waiting(project),
        to_look_at(project),
    )


def line_up(codes: Mapping[str, Code], code_id: str) -> tuple[str, ...]:
    """Ids of a code and of those it hangs on, up to the top."""
    found: dict[str, None] = {}
    current: str | None = code_id
    while current is not None and current not in found and current in codes:
        found[current] = None
        current = codes[current].parent_id
    return tuple(found)


def _totals(lines: Iterable[CodeLine]) -> dict[str, int]:
    counted = tuple(lines)
    codes = {each.code.id: each.code for each in counted}
    totals = dict.fromkeys(codes, 0)
    for line in counted:
        for code_id in line_up(codes, line.code.id) if line.codings else ():
            totals[code_id] += line.codings
    return totals


def read_anew(project: Project, transcript_id: str) -> tuple[Study, Rest]:
    """Reads everything again, with the same transcript where it is still there."""
    study = read_first(project, transcript_id)
    return study, read_rest(project, study.reading.transcript.id if study.reading else "")


def read_transcript(project: Project, transcript_id: str) -> tuple[Reading, Uses]:
    """A transcript, and what its passages are used for. Raises NotFound, and Damaged."""
    return project.reading(transcript_id), read_uses(project, transcript_id)


def read_uses(project: Project, transcript_id: str) -> Uses:
    """Which configurations rest on the codings of a transcript, and what its passages are for and against."""
    lines = project.coding_lines(transcript=transcript_id)
    resting = {line.coding.id: line.configurations for line in lines if line.configurations}
    return Uses(resting, _attached(project, transcript_id), *read_kept(project, transcript_id))


def read_kept(project: Project, transcript_id: str) -> tuple[tuple[Excerpt, ...], tuple[MemoLine, ...]]:
    """The excerpts of a transcript, and the memos on them and on its codings."""
    from rcoder.project.excerpts import excerpts_in
    from rcoder.project.memos import memos_in

    return excerpts_in(project, transcript_id), memos_in(project, transcript_id)


def _attached(project: Project, transcript_id: str) -> tuple[Attached, ...]:
    """The evidence of a transcript whose claims are in sight."""
    evidence = project.evidence_in(transcript_id)
    if not evidence:
        return ()
    from rcoder.ui.claims import named_claims

    claims = named_claims(project, evidence)
    return tuple(
        Attached(each.span, each.stance, claims[each.id], each.coder_id)
        for each in evidence
        if each.id in claims
    )
