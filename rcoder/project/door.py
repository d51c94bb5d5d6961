"""The project: opened, asked, changed by deeds, closed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from rcoder.domain.actions.studying import begin_study, join
from rcoder.domain.coding import Coder, Finish
from rcoder.domain.errors import Damaged, NotFound, RcoderError
from rcoder.domain.ids import named_id, new_id
from rcoder.domain.journal import Deed, Entry, turned_round
from rcoder.domain.study import Study
from rcoder.domain.times import now
from rcoder.domain.transcript import Annotation, Speaker, Transcript
from rcoder.project import questions
from rcoder.project.entangled import refuse_taking_back, taking_along, unentangled
from rcoder.project.settings import default_coder
from rcoder.project.sight import Sight

if TYPE_CHECKING:
    from rcoder.domain.answers import (
        CodeLine,
        CodingLine,
        ConfigurationAnswer,
        ConfigurationLine,
        JournalLine,
        Overview,
        Reading,
        TranscriptLine,
    )
    from rcoder.domain.case import Case
    from rcoder.domain.codebook import Code, CodebookContents
    from rcoder.domain.configuration import Assembled, Configuration, Evidence, Grounding, Judgement
    from rcoder.domain.theory import ChangeTheory
    from rcoder.store import Store

Telling = tuple[str, Deed] | tuple[str, Deed, str]
"""A deed with the id of the coder who does it, and why where that is said."""

PROGRAM = ""
"""Coder id of entries that rcoder itself makes, such as a coder's joining; nobody's undo takes them back."""


def coder_id(name: str) -> str:
    """The id of a coder by name: the same person is the same coder on every machine."""
    return named_id("coder", " ".join(name.casefold().split()))


def create_project(
    location: str,
    title: str,
    contents: CodebookContents | None = None,
    *,
    coder: str = "",
    language: str = "da",
    beside: Sequence[CodebookContents] = (),
) -> Project:
    """Makes a new project and opens it; `beside` are further codebooks. Raises RcoderError where something is there already."""
    from rcoder.store import create_store

    store = create_store(location)
    project = Project(store, store.location, coder or default_coder())
    study = Study(new_id(), title, contents.codebook.id if contents else "", language)
    project.begin(study, (contents, *beside) if contents else ())
    return project


def open_project(location: str, *, coder: str = "") -> Project:
    """Opens a project. Raises NotAProject, NewerProject or another RcoderError, and touches nothing then."""
    from rcoder.store import open_store

    store = open_store(location)
    return Project(store, store.location, coder or default_coder())


class Project:
    """One study, seen and changed by one coder."""

    def __init__(self, store: Store, location: str, coder: str) -> None:
        self.store = store
        """For the modules of this room alone."""
        self.location = location
        """The file's path, or the server's address without its password."""
        self.coder = coder
        self.coder_id = coder_id(coder)
        self.sight = Sight(store.reader, self.coder_id)
        self._joined = False
        self._written: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the project; everything done is on disk already."""
        self.store.close()

    def warm(self) -> None:
        """Loads what the first write needs, so that the first deed does not wait for it."""
        self.store.warm()

    # -- deeds ---------------------------------------------------------------------------------------------------

    def begin(self, study: Study, contents: Sequence[CodebookContents]) -> None:
        """Writes the study's own row, its first coder and its codebooks, as the program's own entry."""
        deed = begin_study(study, Coder(self.coder_id, self.coder), *contents)
        self.store.write(self._entry(deed, by=PROGRAM))
        self._joined = True

    def do(
        self,
        deed: Deed,
        *,
        why: str = "",
        texts: Sequence[str] = (),
        annotations: Sequence[Annotation] = (),
    ) -> Entry:
        """Does a deed durably and gives its entry. Raises Stale where a row is no longer what the deed thought."""
        self._join()
        deed = unentangled(self.sight, deed)
        by_checksum = {checksum(text): text for text in texts}
        return self.store.write(self._entry(deed, why=why), texts=by_checksum, annotations=annotations)

    def tell(self, told: Sequence[Telling]) -> None:
        """Writes deeds of several coders, each with the id of who does it and perhaps why, all or none: for loading a study."""
        self._join()
        self.store.write_many([self._entry(deed, by=by, why="".join(why)) for by, deed, *why in told])

    def undo(self) -> Entry | None:
        """Takes back the asker's latest deed; None where there is none."""
        last = self.store.undo_candidate(self.coder_id)
        return None if last is None else self._take_back(last, "Undid")

    def redo(self) -> Entry | None:
        """Does again what the asker last undid; None where there is nothing, or something was done since."""
        last = self.store.redo_candidate(self.coder_id)
        return None if last is None else self._take_back(last, "Redid")

    def _take_back(self, entry: Entry, verb: str) -> Entry:
        words = entry.sentence.removeprefix("Undid: ").removeprefix("Redid: ")
        from rcoder.project.codebook_versions import renumbered

        deed = Deed(f"{verb}: {words}", renumbered(self.sight, turned_round(entry.changes)))
        refuse_taking_back(self.sight, deed, again=verb == "Redid")
        return self.store.write(self._entry(taking_along(self.sight, deed), undoes=entry.id))

    def _join(self) -> None:
        if self._joined:
            return
        if self.sight.one("SELECT id FROM coders WHERE id = :id", id=self.coder_id) is None:
            self.store.write(self._entry(join(Coder(self.coder_id, self.coder)), by=PROGRAM))
        self._joined = True

    def _entry(self, deed: Deed, *, why: str = "", undoes: str | None = None, by: str | None = None) -> Entry:
        author = self.coder_id if by is None else by
        entry = Entry(new_id(), author, now(), deed.sentence, deed.changes, why, undoes)
        self._written.add(entry.id)
        return entry

    def latest(self) -> int:
        """The `seq` of the journal's latest entry, whoever wrote it; cheap enough to ask every second."""
        return self.store.latest()

    def written_by_others(self, after: int) -> bool:
        """Whether another program, or the same coder elsewhere, has written to the journal after the entry with that `seq`."""
        rows = self.sight.rows("SELECT id FROM entries WHERE seq > :after", after=after)
        return any(row["id"] not in self._written for row in rows)

    # -- questions -----------------------------------------------------------------------------------------------

    def overview(self) -> Overview:
        """The study at a glance."""
        return replace(questions.overview(self.sight, self.location), read_only=bool(self.store.read_only))

    def study(self) -> Study:
        """The study's own row."""
        return questions.study(self.sight)

    def transcript_lines(self) -> tuple[TranscriptLine, ...]:
        """Every interview, by case and title."""
        return questions.transcript_lines(self.sight)

    def transcript(self, name: str) -> Transcript:
        """A transcript by id, title, source file (of an earlier text too) or the beginning of its id. Raises NotFound."""
        rows = self.sight.rows(
            "SELECT id, title, source FROM transcripts UNION SELECT t.id, t.title, r.source FROM transcripts t"
            " JOIN revisions r ON r.transcript_id = t.id ORDER BY title"
        )
        wanted = name.strip().casefold()
        for match in (
            lambda row: wanted in (row["id"], row["title"].casefold(), row["source"].casefold()),
            lambda row: len(wanted) >= 4 and row["id"].startswith(wanted),
            lambda row: row["source"].casefold().rsplit(".", 1)[0] == wanted,
        ):
            found = list({row["id"]: row for row in rows if match(row)}.values())
            if len(found) > 1:
                titles = ", ".join(f"{row['title']} ({row['id']})" for row in found)
                raise NotFound(f"More than one transcript is called {name}: {titles}.", "Give the id.")
            if found:
                return questions.transcript(self.sight, found[0]["id"])  # type: ignore[return-value] # it was just listed
        raise NotFound(f"There is no transcript {name}.", "See `rcoder transcripts`.")

    def reading(self, transcript_id: str) -> Reading:
        """A transcript ready to be read and coded. Raises NotFound, and Damaged where its text is not what was stored."""
        found = questions.transcript(self.sight, transcript_id)
        if found is None:
            raise NotFound("That transcript is no longer in the study.")
        text = self.store.text(found.checksum)
        return questions.reading(self.sight, found, text, self.store.sentences(found.checksum))

    def speakers(self, transcript_id: str) -> dict[str, Speaker]:
        """The speakers of a transcript by id, in order of first speaking."""
        return {speaker.id: speaker for speaker in questions.speakers_of(self.sight, transcript_id)}

    def text(self, transcript: Transcript) -> str:
        """A transcript's text. Raises Damaged where it is not what was stored."""
        return self.store.text(transcript.checksum)

    def annotation(self, transcript: Transcript) -> Annotation | None:
        """The sentences and lemmas stored with a transcript."""
        return self.store.annotation(transcript.checksum)

    def verify(self) -> None:
        """Compares every text with its checksum. Raises Damaged naming the transcripts whose words have changed."""
        damaged = self.store.verify()
        if damaged:
            names = ", ".join(damaged)
            raise Damaged(
                f"{self.location}: the stored words of {names} are not the words that were imported.",
                "Restore a backup: rcoder restore PROJECT. Nothing has been changed.",
            )

    def codebook(self) -> CodebookContents | None:
        """The study's main codebook whole."""
        from rcoder.project import codebooks

        return codebooks.codebook(self.sight)

    def codes(self) -> dict[str, Code]:
        """Every code, support condition and hypothesis of every codebook, by id, the main one's first."""
        from rcoder.project import codebooks

        return {code.id: code for code in codebooks.codes(self.sight)}

    def code(self, key: str) -> Code:
        """A code by key ("H1.M1") or id. Raises NotFound, naming the nearest key."""
        from rcoder.project import codebooks

        known = codebooks.codes(self.sight)
        wanted = key.strip().casefold()
        for code in known:
            if wanted in (code.key.casefold(), code.id):
                return code
        raise NotFound(f"The study has no code {key}.{_nearest(key, [each.key for each in known])}")

    def code_lines(self) -> tuple[CodeLine, ...]:
        """The codebooks as trees with counts."""
        from rcoder.project import codebooks

        return codebooks.code_lines(self.sight)

    def recent_codes(self, count: int = 9) -> tuple[str, ...]:
        """Ids of the codes the asker used last, newest first."""
        return questions.recent_codes(self.sight, count)

    def coding_lines(self, **wanted: str) -> tuple[CodingLine, ...]:
        """Codings in sight with their words; filters: code, case, role, coder, transcript (an id)."""
        return questions.coding_lines(self.sight, **wanted)

    def evidence_in(self, transcript_id: str) -> tuple[Evidence, ...]:
        """The evidence in sight that stands in a transcript, by place."""
        return questions.evidence_in(self.sight, transcript_id)

    def groundings_of(self, coding_ids: Sequence[str]) -> tuple[Grounding, ...]:
        """What elements rest on these codings; an action that removes a coding names them."""
        from rcoder.domain.configuration import Grounding

        found: list[Grounding] = []
        for each in coding_ids:
            found += self.sight.records(Grounding, "SELECT * FROM groundings WHERE coding_id = :id", id=each)
        return tuple(found)

    def cases(self) -> list[Case]:
        """Every case, by name."""
        return questions.cases(self.sight)

    def coders(self) -> list[Coder]:
        """Everyone who codes in this study."""
        return questions.coders(self.sight)

    def finish_mark(self, transcript_id: str) -> Finish | None:
        """The asker's word that they have coded a transcript to the end, if given."""
        marks = questions.finishes(self.sight)
        return next(
            (each for each in marks if (each.transcript_id, each.coder_id) == (transcript_id, self.coder_id)),
            None,
        )

    def configuration_lines(self) -> tuple[ConfigurationLine, ...]:
        """Every configuration in sight."""
        from rcoder.project import configurations
        from rcoder.project.comments import with_open_comments

        return with_open_comments(self.sight, configurations.lines(self.sight))

    def configuration(self, name: str) -> ConfigurationAnswer:
        """A configuration by id or number, with the passages behind it. Raises NotFound."""
        from rcoder.project import configurations

        return configurations.answer(self.sight, name)

    def configurations(self) -> tuple[Assembled, ...]:
        """Every configuration in sight with what belongs to it, by number."""
        from rcoder.project import configurations

        return configurations.assemble(self.sight)

    def next_number(self) -> str:
        """The number a new configuration gets."""
        from rcoder.project import configurations

        return configurations.next_number(self.sight)

    def element_homes(self, configuration_id: str) -> frozenset[str]:
        """Ids of the elements that stand in other configurations than this one."""
        from rcoder.project import configurations

        return configurations.element_homes(self.sight, configuration_id)

    def judgements(self, configuration_id: str) -> tuple[Judgement, ...]:
        """What has been judged of a configuration's strength."""
        from rcoder.project import configurations

        return configurations.judgements(self.sight, configuration_id)

    def members(self, configuration_id: str) -> tuple[Configuration, ...]:
        """The configurations that are consolidated in this one."""
        from rcoder.project import configurations

        return configurations.members(self.sight, configuration_id)

    def theory(self, key: str = "overall") -> ChangeTheory:
        """The change theory with that key, as it stands. Raises NotFound."""
        from rcoder.analysis.roll_up import derive
        from rcoder.project import codebooks, configurations

        contents = codebooks.everything(self.sight)
        if contents is None:
            raise NotFound(
                "The study has no codebook, so there is no theory to draw.", "Give it one with --codebook."
            )
        return derive(configurations.sources(self.sight, contents), key)

    def journal(self, *, after: int = 0) -> tuple[JournalLine, ...]:
        """The journal in order; entries of hidden layers show only that they happened."""
        from rcoder.domain.answers import JournalLine

        names = {each.id: each for each in self.coders()}
        lines = []
        for entry in self.store.entries(after=after):
            author = names.get(entry.coder_id)
            hidden = author is not None and not author.released and author.id != self.coder_id
            lines.append(
                JournalLine(
                    seq=entry.seq,
                    id=entry.id,
                    at=entry.at,
                    coder=author.name if author else "rcoder",
                    sentence="Worked in a layer that is not released" if hidden else entry.sentence,
                    why="" if hidden else entry.why,
                    undoes=None if hidden else entry.undoes,
                    hidden=hidden,
                )
            )
        return tuple(lines)

    def log(self, what: str, about: str = "") -> None:
        """Notes an export in the activity log, which undo never touches; a project that cannot be written goes unnoted."""
        with suppress(RcoderError):
            self.store.log(self.coder_id, what, about)


def checksum(text: str) -> str:
    """SHA-256 of a text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _nearest(key: str, known: list[str]) -> str:
    import difflib

    close = difflib.get_close_matches(key.upper(), known, n=1)
    return f" Did you mean {close[0]}?" if close else ""
