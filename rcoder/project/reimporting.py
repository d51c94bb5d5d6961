"""A corrected text in place of a transcript's: a next revision, with every passage found again or put in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.analysis.anchoring import Anchoring, same_words
from rcoder.domain.actions.correcting import DOUBTFUL, Correction, Held, Refound, correct, doubt_of, in_words
from rcoder.domain.actions.sentences import several
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Assembled, Configuration, Evidence
from rcoder.domain.errors import Misuse, Stale
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.journal import Entry
from rcoder.domain.review import digest, standing
from rcoder.domain.transcript import Annotation, Doubt, Span, Transcript
from rcoder.domain.words import Verdict
from rcoder.project.answers_following import with_answers_following
from rcoder.project.casting import cast
from rcoder.project.door import Project, checksum, open_project
from rcoder.project.revisions import in_revision, revisions

if TYPE_CHECKING:
    from rcoder.exchange.interviews import Interview
    from rcoder.exchange.study_file import StudyFile

LEAST = 0.3
"""Share of its words that a corrected text must have in common with the text before, to be of the same interview."""

TRIES = 3
"""How often a correction is worked out anew where others change the same passages meanwhile."""


class Status(StrEnum):
    """What became of a corrected text."""

    CORRECTED = "corrected"
    WOULD = "would"
    """It was only tried what would become of it."""
    SAME = "same"
    """It has no other words than the text that is there."""


@dataclass(frozen=True, slots=True)
class Became:
    """What became of a passage that is not simply where it was."""

    doubt: Doubt
    """Stored for one that is changed inside or lost."""
    held: Held
    """The coding, evidence or excerpt as it stands after the correction."""
    before: str
    """Its words."""
    now: str
    """Its words in the corrected text, "" for a lost one."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of a corrected text, as far as the asker may see; texts and messages in sentences."""

    file: str
    status: Status
    transcript: Transcript
    """With the corrected text, where it is or would be brought in."""
    messages: tuple[str, ...] = ()
    words: str = ""
    """What became of the passages."""
    found: int = 0
    """Passages found again, those found elsewhere among them."""
    moved: tuple[Became, ...] = ()
    """Passages found elsewhere."""
    changed: tuple[Became, ...] = ()
    lost: tuple[Became, ...] = ()
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A corrected text as a person asks for it; "" means unknown."""

    file: Path
    why: str = ""
    encoding: str = ""
    interviewer: str = ""
    force: bool = False
    """Take it even where it looks like another interview."""


def reimport(
    project: Project, name: str, wanted: Wanted, *, dry_run: bool = False, backed_up: bool = True
) -> Corrected:
    """Gives a transcript (by title, file or id) the text of a file as its next revision, after a backup.

    Raises NotFound, Unreadable where the file cannot be read, Misuse where it is of another interview, and Stale where
    others go on changing the same passages. With `dry_run` nothing is written; `backed_up` is False for a study that
    is only being made.
    """
    from rcoder.exchange.interviews import read_interview

    transcript = project.transcript(name)
    interview = read_interview(
        wanted.file,
        encoding=wanted.encoding or None,
        interviewer=wanted.interviewer or None,
        language=transcript.language,
    )
    annotation: Annotation | None = None
    for left in reversed(range(TRIES)):
        if same := _why_same(project, transcript, interview):
            return Corrected(interview.source, Status.SAME, transcript, (same,))
        made = _Making(project, transcript, interview, wanted)
        if dry_run:
            break
        annotation = annotation or _made_ready(project, made, backed_up=backed_up)
        try:
            return made.done(annotation)
        except Stale:
            if not left:
                raise
            transcript = project.transcript(transcript.id)
    return made.told(Status.WOULD, None)


def _made_ready(project: Project, made: _Making, *, backed_up: bool) -> Annotation:
    """Backs the project up, and finds sentences and lemmas of the corrected text."""
    from rcoder.language import annotate
    from rcoder.project.backups import before

    if backed_up:
        before(project.location, "a corrected transcript")
    return annotate(made.interview.text, made.spoken, made.before.language)


def _why_same(project: Project, transcript: Transcript, interview: Interview) -> str:
    """Why a file corrects nothing, in a sentence; "" where it does. Blanks and line ends are no words."""
    if interview.source_checksum == transcript.source_checksum:
        return f"{interview.source} is the file that {transcript.title} was read from; nothing was changed."
    if interview.text.split() == project.text(transcript).split():
        return f"{interview.source} has the same words as {transcript.title}; nothing was changed."
    return ""


def correct_as_told(location: str, file: StudyFile, folder: Path) -> None:
    """Brings in the corrected texts that a study file names, each by its coder; they lie beside the study file."""
    for each in file.corrections:
        with open_project(location, coder=each.coder) as project:
            reimport(project, each.transcript, Wanted(folder / each.corrected, each.why), backed_up=False)


class _Making:
    """One correction worked out from what stands in the project."""

    def __init__(
        self, project: Project, transcript: Transcript, interview: Interview, wanted: Wanted
    ) -> None:
        self.project, self.before, self.interview, self.wanted = project, transcript, interview, wanted
        self.spoken = tuple(Span(turn.start, turn.end) for turn in interview.turns)
        self.anchoring = self._anchoring(transcript)
        self._refuse_another()
        voices = tuple(project.speakers(transcript.id).values())
        played = cast(
            transcript,
            voices,
            interview,
            self.anchoring.blocks,
            appointed=bool(wanted.interviewer),
            needed=_speaking(project, transcript),
        )
        self.messages = played.messages
        after = replace(
            transcript,
            checksum=checksum(interview.text),
            characters=len(interview.text),
            source=interview.source,
            source_checksum=interview.source_checksum,
            format=interview.format,
            notes=(*interview.notes, *played.messages),
            turns=played.turns,
            revision=transcript.revision + 1,
        )
        self.open = _open_doubts(project, transcript.id)
        passages = tuple(self._refound(after.revision))
        self.correction = Correction(
            before=transcript,
            after=after,
            voices=voices,
            speakers=played.speakers,
            passages=passages,
            settled=self._settled(passages),
            configurations=tuple(_reviews(project, passages)),
            seen=_seen(project),
        )

    def done(self, annotation: Annotation) -> Corrected:
        """Brings it in. Raises Stale where somebody has changed what it changes."""
        doubtful = {each.before.id for each in self.correction.passages if each.verdict in DOUBTFUL}
        deed = with_answers_following(self.project.sight, correct(self.correction), doubtful=doubtful)
        entry = self.project.do(
            deed, why=self.wanted.why, texts=[self.interview.text], annotations=[annotation]
        )
        return self.told(Status.CORRECTED, entry)

    def told(self, status: Status, entry: Entry | None) -> Corrected:
        """What became, or would become, of the passages in sight."""
        made = self.correction
        moved, altered, lost = (
            tuple(self._became(each) for each in made.counted(verdict))
            for verdict in (Verdict.MOVED, Verdict.CHANGED, Verdict.LOST)
        )
        return Corrected(
            file=self.interview.source,
            status=status,
            transcript=made.after,
            messages=(*self.interview.notes, *self.messages, *_back(made)),
            words=in_words(made),
            found=len(made.counted(None)) + len(moved),
            moved=moved,
            changed=altered,
            lost=lost,
            entry=entry,
        )

    def _became(self, refound: Refound) -> Became:
        stood = in_revision(self.project, self.before, refound.before.revision)
        now = "" if refound.verdict is Verdict.LOST else refound.after.span.of(self.interview.text)
        doubt = doubt_of(refound, self.correction.after.revision)
        return Became(doubt, refound.after, refound.before.span.of(self.project.text(stood)), now)

    # -- passages ------------------------------------------------------------------------------------------------

    def _anchoring(self, stood: Transcript) -> Anchoring:
        from rcoder.language.comparison import compare

        text = self.project.text(stood)
        turns = [turn.span for turn in stood.turns]
        return Anchoring(text, self.interview.text, compare(text, self.interview.text), (turns, self.spoken))

    def _refuse_another(self) -> None:
        share = self.anchoring.share()
        if share < LEAST and not self.wanted.force:
            raise Misuse(
                f"{self.interview.source} looks like another interview than {self.before.title}: "
                f"{share:.0%} of its words are found in it.",
                "Import it as an interview of its own, or take it all the same: rcoder reimport --force.",
            )

    def _refound(self, revision: int) -> Iterator[Refound]:
        """Every passage that stands in the present text, and those lost before whose words are back, whoever's they are."""
        anchorings = {self.before.revision: self.anchoring}
        for each in _everybodys(self.project, self.before.id):
            if each.revision not in anchorings:
                stood = in_revision(self.project, self.before, each.revision)
                anchorings[each.revision] = self._anchoring(stood)
            anchor = anchorings[each.revision].anchor(each.span)
            if each.revision != self.before.revision and anchor.verdict in DOUBTFUL:
                continue
            if anchor.span is None:
                yield Refound(each, each, Verdict.LOST)
                continue
            placed = replace(each, start=anchor.span.start, end=anchor.span.end, revision=revision)
            as_before = anchor.verdict is Verdict.CHANGED and self._is_as_it_was(placed)
            yield Refound(each, placed, None if as_before else anchor.verdict)

    def _is_as_it_was(self, placed: Held) -> bool:
        """Whether a passage in doubt has the words again that it had before the first correction that changed it."""
        own = self.open.get(placed.id)
        if not own:
            return False
        stood = self.project.text(in_revision(self.project, self.before, own[0].revision - 1))
        return same_words(stood[own[0].start : own[0].end], placed.span.of(self.interview.text))

    def _settled(self, passages: Sequence[Refound]) -> tuple[Doubt, ...]:
        """Open doubts about passages that were lost and are back, or that have the words again that they had."""
        again = [each for each in passages if each.verdict not in DOUBTFUL]
        return tuple(
            doubt
            for each in again
            if each.before.revision != self.before.revision or self._is_as_it_was(each.after)
            for doubt in self.open.get(each.before.id, ())
        )


def _open_doubts(project: Project, transcript_id: str) -> dict[str, list[Doubt]]:
    """The open doubts about the passages of a transcript, whoever's they are, by passage; the oldest first."""
    sql = "SELECT * FROM doubts WHERE transcript_id = :id AND decision IS NULL ORDER BY revision, id"
    found: dict[str, list[Doubt]] = {}
    for each in project.sight.records(Doubt, sql, id=transcript_id):
        found.setdefault(each.passage_id, []).append(each)
    return found


def _speaking(project: Project, transcript: Transcript) -> frozenset[str]:
    """Ids of everyone who speaks in the text that is becoming an earlier one, or in one before it."""
    turns = [*transcript.turns, *(turn for each in revisions(project, transcript.id) for turn in each.turns)]
    return frozenset(turn.speaker_id for turn in turns if turn.speaker_id)


def _everybodys(project: Project, transcript_id: str) -> Iterator[Held]:
    """The passages of a transcript, those of hidden layers too: a corrected text shifts nobody's. Never to be shown."""
    sql = 'SELECT * FROM {} WHERE transcript_id = :id ORDER BY start, "end", id'
    yield from project.sight.records(Coding, sql.format("codings"), id=transcript_id)
    yield from project.sight.records(Evidence, sql.format("evidence"), id=transcript_id)
    yield from project.sight.records(Excerpt, sql.format("excerpts"), id=transcript_id)


def _seen(project: Project) -> frozenset[str]:
    """Ids of the coders whose passages the asker sees."""
    return frozenset(each.id for each in project.coders() if each.released) | {project.coder_id}


def _back(correction: Correction) -> Iterator[str]:
    """Says how many passages in sight, lost in an earlier correction, are back."""
    kept = (*correction.counted(None), *correction.counted(Verdict.MOVED))
    back = [each for each in kept if each.before.revision != correction.before.revision]
    if back:
        words = "are words" if len(back) > 1 else "is words"
        yield f"{several(len(back), 'passage')} that an earlier correction had lost {words} of the text again."


def _reviews(project: Project, passages: Sequence[Refound]) -> Iterator[tuple[Configuration, Configuration]]:
    """Accepted and settled configurations, so that they stand where all words of their evidence do, and lapse where not."""
    from rcoder.project.configurations import reviewed

    became = {each.before.id: each for each in passages if isinstance(each.before, Evidence)}
    for whole in reviewed(project.sight):
        own = [became[each.id] for each in whole.evidence if each.id in became]
        if own and not standing(whole).changed_since:
            yield whole.configuration, replace(whole.configuration, status_digest=_digest(whole, own))


def _digest(whole: Assembled, own: Sequence[Refound]) -> str:
    """What a configuration is after a correction; "" where words of its evidence are changed or gone."""
    if any(each.verdict in DOUBTFUL for each in own):
        return ""
    after = {each.before.id: each.after for each in own}
    evidence = tuple(after.get(each.id, each) for each in whole.evidence)
    return digest(replace(whole, evidence=evidence))  # type: ignore[arg-type]  # evidence becomes evidence
