"""Many interviews put right from a manifest: what differs from the study, shown first, then changed in one deed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.actions import arranging
from rcoder.domain.actions.arranging import Difference
from rcoder.domain.actions.sentences import counted, listed
from rcoder.domain.actions.speaking import Voices, appointed, voice_name
from rcoder.domain.case import Case
from rcoder.domain.errors import BadCodebook, Finding, RcoderError
from rcoder.domain.journal import Change, Deed, added, changed
from rcoder.domain.transcript import Speaker, Transcript
from rcoder.domain.words import Subject
from rcoder.project.arranging import as_outcome_group, with_values
from rcoder.project.attributes import attributes
from rcoder.project.door import Project
from rcoder.project.speaking import speaker_named

if TYPE_CHECKING:
    from rcoder.exchange.manifests import ManifestLine

UNKNOWN_WORD = ("?",)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a manifest would change."""

    differences: tuple[Difference, ...]
    unknown: tuple[str, ...]
    """Files that no interview of the study came from."""
    deed: Deed | None
    """None where nothing differs."""


@dataclass(slots=True)
class _Wanted:
    """The study as the lines read so far have it."""

    cases: dict[str, Case]
    transcripts: dict[str, Transcript] = field(default_factory=dict)
    speakers: dict[str, Speaker] = field(default_factory=dict)
    said: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """What lines say of cases, by id and column, with the line."""


def plan(project: Project, manifest: Path) -> Plan:
    """What a manifest would change in the study. Raises BadCodebook with every fault, and Unreadable."""
    from rcoder.exchange.manifests import read_manifest

    lines = read_manifest(manifest, attributes(project.sight))
    return _Planning(project).planned(lines, manifest)


class _Planning:
    """One manifest against one study."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.known = attributes(project.sight)
        self.cases = {each.id: each for each in project.cases()}
        found = project.sight.records(Transcript, "SELECT * FROM transcripts ORDER BY title, id")
        self.transcripts = {each.id: each for each in found}
        self.by_source: dict[str, list[Transcript]] = {}
        for transcript in found:
            self.by_source.setdefault(transcript.source.casefold(), []).append(transcript)
        self.by_earlier: dict[str, list[Transcript]] = {}
        """By the name of a file that an earlier text came from."""
        for row in project.sight.rows("SELECT DISTINCT transcript_id, source FROM revisions"):
            if (own := self.transcripts.get(row["transcript_id"])) is not None:
                self.by_earlier.setdefault(row["source"].casefold(), []).append(own)
        self.speakers: dict[str, list[Speaker]] = {}
        for each in project.sight.records(Speaker, "SELECT * FROM speakers ORDER BY transcript_id, position"):
            self.speakers.setdefault(each.transcript_id, []).append(each)
        self.findings: list[Finding] = []
        self.wanted = _Wanted(dict(self.cases))

    def planned(self, lines: Sequence[ManifestLine], manifest: Path) -> Plan:
        """The plan. Raises BadCodebook where a line cannot be followed."""
        unknown = []
        for line in lines:
            try:
                transcript = self._meant(line)
                if transcript is None:
                    unknown.append(line.file)
                else:
                    self._follow(line, transcript)
            except RcoderError as error:
                self.findings.append(Finding(line.line, 1, str(error)))
        self._check_titles(lines)
        if self.findings:
            raise BadCodebook(str(manifest), tuple(sorted(self.findings)))
        differences = tuple(self._differences())
        return Plan(differences, tuple(unknown), self._deed(manifest) if differences else None)

    # -- one line ----------------------------------------------------------------------------------------------------

    def _meant(self, line: ManifestLine) -> Transcript | None:
        """The interview a line is about: by its id, else by the name of the file it came from. Raises RcoderError for several."""
        if line.transcript_id:
            return self.transcripts.get(line.transcript_id)
        name = Path(line.file).name
        alike = self.by_source.get(name.casefold(), [])
        found = (
            [each for each in alike if each.source == name]
            or alike
            or self.by_earlier.get(name.casefold(), [])
        )
        if len(found) > 1:
            titles = listed(each.title for each in found)
            raise RcoderError(
                f"{name} is the file of {titles}.",
                "Add a column transcript_id: rcoder manifest writes it.",
            )
        return found[0] if found else None

    def _follow(self, line: ManifestLine, before: Transcript) -> None:
        if before.id in self.wanted.transcripts:
            raise RcoderError(f"{before.title} is in another line already.", "Take one of them out.")
        case = self._case(line, before)
        in_case = case is not None
        after = replace(
            before,
            title=line.title or before.title,
            case_id=case.id if case else None,
            date=_given(line, "date", line.date, before.date),
            wave=_given(line, "wave", line.wave, before.wave),
            language=line.language or before.language,
            attributes=self._own(line, before, in_case=in_case),
        )
        arranging.check_transcript(after)
        self.wanted.transcripts[before.id] = after
        if case is not None:
            self._say_of_case(line, case)
        self._follow_voices(line, before)

    def _case(self, line: ManifestLine, before: Transcript) -> Case | None:
        """The case a line puts the interview in, made where there is none of that name."""
        if "case" in line.unknown:
            return None
        if not line.case:
            return self.wanted.cases.get(before.case_id or "")
        for each in self.wanted.cases.values():
            if each.name.casefold() == line.case.casefold():
                return each
        new = arranging.new_case(line.case, self.wanted.cases.values())
        self.wanted.cases[new.id] = new
        return new

    def _own(self, line: ManifestLine, before: Transcript, *, in_case: bool) -> dict[str, str]:
        """The interview's own attributes; without a case it holds what else would be the case's."""
        from rcoder.exchange.manifests import OWN

        given = dict(line.own) | {each.removeprefix(OWN): "" for each in line.unknown if each.startswith(OWN)}
        free = self._free(line)
        of_interviews = {each.key for each in self.known if each.about is Subject.INTERVIEW}
        given |= {key: value for key, value in free.items() if not in_case or key in of_interviews}
        if not in_case:
            for column, value in (("municipality", line.municipality), ("outcome_group", line.outcome_group)):
                if value or column in line.unknown:
                    given[column] = value
        return self._with(before.attributes, given)

    def _free(self, line: ManifestLine) -> dict[str, str]:
        """Free columns with a value, "" for a question mark."""
        from rcoder.exchange.manifest_rows import HEADINGS
        from rcoder.exchange.manifests import OWN

        gone = [each for each in line.unknown if each not in HEADINGS and not each.startswith(OWN)]
        return dict(line.attributes) | dict.fromkeys(gone, "")

    def _say_of_case(self, line: ManifestLine, case: Case) -> None:
        of_interviews = {each.key for each in self.known if each.about is Subject.INTERVIEW}
        given = {key: value for key, value in self._free(line).items() if key not in of_interviews}
        there = self.wanted.cases[case.id].outcome_group
        group = there if line.outcome_group == there else as_outcome_group(line.outcome_group)
        facts = {"municipality": line.municipality, "outcome_group": group if line.outcome_group else ""}
        facts = {column: value for column, value in facts.items() if value or column in line.unknown}
        for column, value in {**facts, **given}.items():
            was, where = self.wanted.said.setdefault((case.id, column), (value, line.line))
            if was != value:
                words = (
                    f"The case {case.name} has {column} {value or '?'} here and {was or '?'} in line {where}."
                )
                raise RcoderError(words)
        here = self.wanted.cases[case.id]
        self.wanted.cases[case.id] = replace(
            here,
            municipality=facts.get("municipality", here.municipality),
            outcome_group=facts.get("outcome_group", here.outcome_group),
            attributes=self._with(here.attributes, given),
        )

    def _with(self, before: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
        """The attributes with those given; one that stands there as it is written is left as it is."""
        new = {key: value for key, value in given.items() if before.get(key) != value}
        return with_values(self.known, before, new)

    # -- voices ------------------------------------------------------------------------------------------------------

    def _follow_voices(self, line: ManifestLine, transcript: Transcript) -> None:
        voices = Voices(transcript, tuple(self.speakers.get(transcript.id, ())))
        wanted = {each.id: each for each in self._interviewers(line, voices)}
        for speaker, roles in self._roles(line, voices, wanted):
            wanted[speaker.id] = replace(wanted[speaker.id], roles=roles)
        for speaker, person in self._persons(line, voices, wanted):
            wanted[speaker.id] = replace(wanted[speaker.id], person=person)
        self.wanted.speakers.update(wanted)

    def _interviewers(self, line: ManifestLine, voices: Voices) -> tuple[Speaker, ...]:
        """The voices with the interviewers that the line names."""
        labels = line.interviewers or ((line.interviewer,) if line.interviewer else ())
        if not labels and "interviewer" not in line.unknown:
            return voices.speakers
        return appointed(voices, {self._asking(voices, each).id for each in labels})

    def _asking(self, voices: Voices, label: str) -> Speaker:
        """The voice that a label means as it does when a file is brought in: as written, else the one like it."""
        from rcoder.exchange.interviews.interviewer import interviewers

        alike = interviewers([each.name for each in voices.speakers], label, "")
        exact = any(each.name.casefold() == label.casefold() for each in voices.speakers)
        return (
            voices.speakers[next(iter(alike))]
            if len(alike) == 1 and not exact
            else speaker_named(voices, label)
        )

    def _roles(
        self, line: ManifestLine, voices: Voices, wanted: Mapping[str, Speaker]
    ) -> Iterable[tuple[Speaker, tuple[str, ...]]]:
        if line.roles_of:
            for label, roles in line.roles_of.items():
                speaker = speaker_named(voices, label)
                if roles and wanted[speaker.id].interviewer:
                    raise RcoderError(f"{voice_name(speaker)} is the interviewer, who has no role.")
                if roles and roles != wanted[speaker.id].roles:
                    yield speaker, () if roles == UNKNOWN_WORD else roles
        elif line.roles or "roles" in line.unknown:
            for speaker in wanted.values():
                if not speaker.interviewer:
                    yield speaker, line.roles

    def _persons(
        self, line: ManifestLine, voices: Voices, wanted: Mapping[str, Speaker]
    ) -> Iterable[tuple[Speaker, str]]:
        for label, person in line.person_of.items():
            speaker = speaker_named(voices, label)
            if person and person != wanted[speaker.id].person:
                yield speaker, "" if person == UNKNOWN_WORD[0] else person
        if line.person or "person" in line.unknown:
            respondents = [each for each in wanted.values() if not each.interviewer]
            if len(respondents) != 1:
                names = listed(voice_name(each) for each in respondents) or "nobody"
                raise RcoderError(
                    f"{voices.transcript.title} has as respondents {names}.", "Say whose: SPEAKER = person."
                )
            yield respondents[0], line.person

    # -- everything --------------------------------------------------------------------------------------------------

    def _check_titles(self, lines: Sequence[ManifestLine]) -> None:
        """Two interviews of one title, one of which the manifest gave it, could not be told apart by name."""
        where = {line.title.casefold(): line.line for line in lines}
        final: dict[str, Transcript] = {}
        for before in self.transcripts.values():
            after = self.wanted.transcripts.get(before.id, before)
            other = final.setdefault(after.title.casefold(), after)
            given = any(self.transcripts[each.id].title != each.title for each in (other, after))
            if other is not after and given:
                line = where.get(after.title.casefold(), 1)
                self.findings.append(Finding(line, 1, f"Two interviews would be called {after.title}."))

    def _differences(self) -> Iterable[Difference]:
        """Interviews by title with their voices, then cases."""
        names: dict[str | None, str] = {each.id: each.name for each in self.wanted.cases.values()}
        for before in self.transcripts.values():
            after = self.wanted.transcripts.get(before.id, before)
            yield from arranging.transcript_differences(before, after, names)
            for speaker in self.speakers.get(before.id, ()):
                wanted = self.wanted.speakers.get(speaker.id, speaker)
                yield from voice_differences(before.title, speaker, wanted)
        for case in self.wanted.cases.values():
            yield from arranging.case_differences(self.cases.get(case.id, Case(case.id, case.name)), case)

    def _deed(self, manifest: Path) -> Deed:
        cases: tuple[Change, ...] = ()
        for case in self.wanted.cases.values():
            there = self.cases.get(case.id)
            cases += changed(there, case) if there is not None else added(case)
        transcripts = [
            change
            for each, after in self.wanted.transcripts.items()
            for change in changed(self.transcripts[each], after)
        ]
        every = {each.id: each for own in self.speakers.values() for each in own}
        voices = [
            change for each, after in self.wanted.speakers.items() for change in changed(every[each], after)
        ]
        touched = {each.id for each in transcripts}
        touched |= {str((each.after or {})["transcript_id"]) for each in voices}
        what = counted((len(touched), "interview", "interviews"), (len(cases), "case", "cases"))
        return Deed(f"Put {what} right from {manifest.name}", (*cases, *transcripts, *voices))


def _given(line: ManifestLine, column: str, text: str, before: str) -> str:
    """What a line says in a column, "" for a question mark, what is there for an empty cell."""
    return text if text or column in line.unknown else before


def voice_differences(title: str, before: Speaker, after: Speaker) -> tuple[Difference, ...]:
    """What of a voice is another thing after than before."""
    name = voice_name(before)
    pairs: list[tuple[str, Callable[[Speaker], str]]] = [
        ("interviewer", lambda each: "yes" if each.interviewer else "no"),
        ("roles", lambda each: ", ".join(each.roles) or arranging.UNKNOWN),
        ("person", lambda each: each.person or arranging.UNKNOWN),
    ]
    return tuple(
        Difference(title, f"{what} of {name}", say(before), say(after))
        for what, say in pairs
        if say(before) != say(after)
    )
