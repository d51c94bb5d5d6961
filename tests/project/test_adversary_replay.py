"""Three coders at once, merging, dividing, quoting, noting, undoing: the journal replayed always gives the tables."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from rcoder.domain.actions.coding import uncode
from rcoder.domain.actions.studying import release
from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import Deed, replay
from rcoder.domain.records import to_row
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Span
from rcoder.domain.words import Category
from rcoder.project import Project, open_project
from rcoder.project.codebook_dividing import divide, read_part
from rcoder.project.codebook_merging import merge
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.excerpts import Form, Place, marking, quoting
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import Draft, memo_lines, removing, writing_on_passage
from rcoder.project.rechecks import give, rechecks
from rcoder.project.verifying import verify
from rcoder.store import records_of

CODERS = ("Anne", "Bo", "Carl")


class Coder:
    """Does something at random."""

    def __init__(self, project: Project, random: Random) -> None:
        self.project, self.random = project, random

    def code(self) -> str:
        known = [each for each in self.project.codes().values() if each.category is Category.CODE]
        return self.random.choice(known).key

    def place(self) -> Place:
        start = self.random.choice((70, 80, 90))
        return Place(self.project.transcript("interview.txt").id, Span(start, start + 20), 1)

    def deed(self) -> Deed | None:
        """A deed, or None where it is done already or there is nothing to do."""
        pick = self.random.choice
        what = pick((self.coded, self.coded, self.coded, self.uncoded, self.kept, self.kept, self.reshaped, self.given, self.taken_back))  # fmt: skip
        return what()

    def coded(self) -> None:
        code_passage(self.project, "interview.txt", self.place().span, self.code(), CodingFlags(memo="ord"))

    def uncoded(self) -> Deed | None:
        project = self.project
        mine = [each.coding for each in project.coding_lines() if each.coding.coder_id == project.coder_id]
        own = [each.memo.id for each in memo_lines(project) if each.memo.coder_id == project.coder_id]
        if own and self.random.random() < 0.5:
            return removing(project, self.random.choice(own))
        if not mine:
            return None
        coding, transcript = self.random.choice(mine), project.transcript("interview.txt")
        return uncode([coding], project.codes(), transcript, project.groundings_of([coding.id]))

    def kept(self) -> Deed:
        deeds = (
            lambda: quoting(self.project, self.place(), Form(self.random.choice(("", "[jo]")), "")),
            lambda: marking(self.project, self.place()),
            lambda: writing_on_passage(self.project, self.place(), Draft(title="om")),
        )
        return self.random.choice(deeds)()

    def reshaped(self) -> Deed:
        if self.random.random() < 0.5:
            return merge(self.project, self.code(), self.code())
        part = read_part("Ro / Calm")
        return divide(self.project, self.code(), [part], retire=self.random.random() < 0.5)

    def given(self) -> Deed | None:
        waiting = rechecks(self.project)
        if waiting:
            return give(self.project, self.random.choice(waiting).recheck.id, self.code())
        me = [each for each in self.project.coders() if each.id == self.project.coder_id]
        return release(me[0], released=not me[0].released) if me else None

    def taken_back(self) -> None:
        self.random.choice((self.project.undo, self.project.undo, self.project.redo))()


def tables(project: Project) -> dict[str, dict[str, object]]:
    return {
        name: {
            each.id: to_row(each)
            for each in records_of(record, project.store.reader.rows(f"SELECT * FROM {name}"))  # noqa: S608 - ours
        }
        for name, record in RECORDS.items()
    }


@pytest.mark.parametrize("seed", range(4))
def test_whatever_three_coders_do_at_once_the_journal_gives_the_tables(
    new_project: Callable[..., Project], interview_file: Path, seed: int
) -> None:
    random, late = Random(seed), []  # noqa: S311 - no secret
    with new_project(coder="Setup") as made, ExitStack() as open_:
        list(import_files(made, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        coders = [
            Coder(open_.enter_context(open_project(made.location, coder=each)), random) for each in CODERS
        ]
        before = tables(made)
        for _ in range(60):
            coder = random.choice(coders)
            try:
                deed = coder.deed()
                if deed is not None and random.random() < 0.2:
                    late.append((coder, deed))
                elif deed is not None:
                    coder.project.do(deed)
                if late and random.random() < 0.2:
                    coder, deed = late.pop(0)
                    coder.project.do(deed)
            except RcoderError:
                continue
        present, replayed = tables(made), replay(made.store.entries())
        assert {name: rows for name, rows in present.items() if rows} == {
            name: rows for name, rows in replayed.items() if rows
        }
        assert not [each.faults for each in verify(made.location, lambda *_: None).checks if each.faults]
        assert before["transcripts"] == present["transcripts"]
