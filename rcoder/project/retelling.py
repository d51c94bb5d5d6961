"""A readable study file told again as deeds, each by the coder it names; what is wrong in it is found before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.actions.coding import code_passage, finish
from rcoder.domain.actions.excerpting import is_quotation, mark, place, quote
from rcoder.domain.actions.memoing import write_memo
from rcoder.domain.actions.studying import join, release
from rcoder.domain.case import Group
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.errors import BadCodebook
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.memo import Memo
from rcoder.domain.quotation import reads
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Subject
from rcoder.project.door import Project, Telling, coder_id
from rcoder.project.retelling_configurations import Beginning
from rcoder.project.retelling_course import follow
from rcoder.project.retelling_ground import WRITTEN_AT, Ground, usual_scope

if TYPE_CHECKING:
    from rcoder.exchange.study_file import StudyFile
    from rcoder.exchange.study_parts import StudyCoding, StudyExcerpt, StudyFinish, StudyMemo

_CALLED = {Subject.CODING: "coding", Subject.CONFIGURATION: "configuration", Subject.PASSAGE: "excerpt"}
"""What ids of the study file are made from, by what a memo is about."""


def retell(project: Project, file: StudyFile, path: Path) -> None:
    """Writes all that a study file tells into a project that has its transcripts.

    Ids are derived from names, so that the study is the same everywhere. Raises BadCodebook with the place of every
    quote, code, case or node that is not there; nothing is written then.
    """
    ground = Ground(project, file)
    findings = ground.findings()
    if findings:
        raise BadCodebook(str(path), findings)
    beginning = Beginning(ground)
    project.tell(_Retelling(ground).told(beginning))
    follow(ground, beginning)


class _Retelling:
    """The coders, codings, configurations, excerpts, memos and groups of a study file."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.file = ground, ground.file
        self.coders = {coder.id: coder for coder in ground.project.coders()}
        self.excerpts: dict[str, tuple[Excerpt, Transcript]] = {}
        self.bare: set[str] = set()

    def told(self, beginning: Beginning) -> list[Telling]:
        """Every deed, in the order of the file; configurations that come later are left out."""
        told: list[Telling] = [("", deed) for deed in self._coders()]
        told += [self._coding(coding) for coding in self.file.codings]
        told += [self._finish(mark) for mark in self.file.finished]
        for configuration in self.file.configurations:
            if not configuration.later:
                told += beginning.told(configuration)
        told += self._excerpts()
        told += [self._memo(memo) for memo in self.file.memos]
        if self.file.groups:
            told.append(("", self._groups()))
        return told

    def _memo(self, given: StudyMemo) -> tuple[str, Deed]:
        by = coder_id(given.coder)
        memo = Memo(
            id=named_id("sample memo", given.id),
            coder_id=by,
            about=given.about,
            about_id=self._meant(given),
            kind=given.kind,
            title=given.title,
            text=given.text,
            links=tuple(self._linked(each) for each in given.links),
            at=WRITTEN_AT,
        )
        if given.about is not Subject.PASSAGE:
            return by, write_memo(memo, given.of or "the project")
        excerpt, transcript = self.excerpts[given.of]
        deed = write_memo(memo, place(excerpt, transcript))
        if given.of not in self.bare or excerpt.coder_id != by:
            return by, deed
        self.bare.remove(given.of)
        return by, replace(deed, changes=(*added(excerpt), *deed.changes))

    def _excerpts(self) -> Iterator[tuple[str, Deed]]:
        """Keeps the quotations and leaves the marks; what is only for a memo is kept with the first one on it."""
        for each in self.file.excerpts:
            excerpt, transcript = self.excerpts[each.id] = self._excerpt(each)
            if is_quotation(excerpt):
                yield excerpt.coder_id, quote(None, excerpt, transcript)
            elif excerpt.mark:
                yield excerpt.coder_id, mark(None, excerpt, transcript)
            else:
                self.bare.add(each.id)

    def _excerpt(self, given: StudyExcerpt) -> tuple[Excerpt, Transcript]:
        """An excerpt and where it stands; an edited form beside a translation is kept where it reads otherwise."""
        transcript, span = self.ground.place(given)
        edited = given.edited if reads(given.edited, given.quote) or not given.translation else ""
        excerpt = Excerpt(
            id=named_id("sample excerpt", given.id),
            coder_id=coder_id(given.coder),
            transcript_id=transcript.id,
            start=span.start,
            end=span.end,
            revision=transcript.revision,
            edited=edited,
            translation=given.translation,
            language=given.language,
            mark=given.mark,
            at=WRITTEN_AT,
        )
        return excerpt, transcript

    def _meant(self, given: StudyMemo) -> str:
        """The id of what a memo is about."""
        if given.about is Subject.INTERVIEW:
            return self.ground.transcripts[given.of].id
        if given.about is Subject.CASE:
            return self.ground.cases[given.of]
        if given.about is Subject.CODE:
            return self.ground.codes[given.of].id
        return named_id(f"sample {_CALLED[given.about]}", given.of) if given.of else ""

    def _linked(self, word: str) -> str:
        """The id of a memo, coding, configuration or excerpt of the file."""
        kinds = {each.id: "memo" for each in self.file.memos}
        kinds |= {each.id: "coding" for each in self.file.codings}
        kinds |= {each.id: "configuration" for each in self.file.configurations}
        kinds |= {each.id: "excerpt" for each in self.file.excerpts}
        return named_id(f"sample {kinds[word]}", word)

    def _groups(self) -> Deed:
        groups = [
            Group(named_id("sample group", each.id), each.name, each.criteria, position)
            for position, each in enumerate(self.file.groups)
        ]
        return Deed(f"Made {len(groups)} groups of cases", added(*groups))

    def _coders(self) -> Iterator[Deed]:
        """Those of the file who are not there join; a layer the file calls released is."""
        for each in self.file.coders:
            known = self.coders.get(coder_id(each.name))
            if known is None:
                yield join(Coder(coder_id(each.name), each.name, released=each.released))
            elif each.released and not known.released:
                yield release(known)

    def _finish(self, mark: StudyFinish) -> tuple[str, Deed]:
        transcript, by = self.ground.transcripts[mark.transcript], coder_id(mark.coder)
        return by, finish(Finish(named_id("finish", transcript.id, by), transcript.id, by), transcript)

    def _coding(self, coding: StudyCoding) -> tuple[str, Deed]:
        transcript, span = self.ground.place(coding)
        code, by = self.ground.codes[coding.code], coder_id(coding.coder)
        record = Coding(
            id=named_id("sample coding", coding.id),
            transcript_id=transcript.id,
            start=span.start,
            end=span.end,
            code_id=code.id,
            coder_id=by,
            kind=coding.kind or code.kind,
            actor=coding.actor,
            polarity=coding.polarity,
            counterfactual=coding.counterfactual,
            scope=coding.scope or usual_scope(transcript),
            case_id=self.ground.cases.get(coding.case),
            directness=coding.directness,
            prompting=coding.prompting,
            memo=coding.memo,
            codebook_version=self.ground.version,
            revision=transcript.revision,
        )
        return by, code_passage(record, code, transcript)
