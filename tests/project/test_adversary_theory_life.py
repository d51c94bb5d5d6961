"""Three coders at work on a theory at once, taking back and doing again: the journal gives the tables, and nothing hangs."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from hanging import hanging
from playing import EVERYTHING, Player, interviews
from rcoder.domain.configuration import Configuration
from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import Deed, replay
from rcoder.domain.records import to_row
from rcoder.domain.review import standing
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Span
from rcoder.domain.words import Category
from rcoder.project import Project, open_project
from rcoder.project.arranging import merge_cases, removal, remove_case
from rcoder.project.assembling import whole
from rcoder.project.codebook_dividing import divide, read_part
from rcoder.project.codebook_merging import merge
from rcoder.project.codebook_splitting import Part, split
from rcoder.project.codebook_work import Wanted as Texts
from rcoder.project.codebook_work import add_code
from rcoder.project.codebook_work import removal as code_removal
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.standings import standings
from rcoder.project.verifying import verify
from rcoder.store import records_of

RESHAPING = ("cases_merged", "case_removed", "codes_merged", "divided", "hypothesis_split", "code_removed", "condition_added",
             "interview_removed", "corrected", "released", "interviewed", "interviewed")  # fmt: skip


class Reshaper(Player):
    """Does what changes the ground under everybody's work, too."""

    folder = Path()

    def cases_merged(self) -> Deed:
        return merge_cases(self.project, self.case(), self.case())

    def interviewed(self) -> bool:
        """Another interview of a case, where some were removed."""
        name = f"Sag {self.random.randrange(9)}"
        interviews(self.project, self.folder, [name])
        return True

    def case_removed(self) -> Deed:
        return remove_case(self.project, self.case(), with_interviews=self.random.random() < 0.3)

    def codes_merged(self) -> Deed:
        category = self.pick((Category.CODE, Category.CONDITION, Category.CONDITION, Category.HYPOTHESIS))
        return merge(self.project, self.code(category), self.code(category))

    def divided(self) -> Deed:
        return divide(self.project, self.code(Category.CODE, Category.CONDITION), [read_part("Ro / Calm")])

    def hypothesis_split(self) -> Deed:
        old = self.code(Category.HYPOTHESIS)
        keys = (f"{old}a", f"{old}b")
        return split(
            self.project,
            old,
            [Part(each, Texts({"label.da": each, "label.en": each})) for each in keys],
            {},
            rest=keys[0],
        )

    def code_removed(self) -> Deed:
        return code_removal(self.project, self.code(Category.CODE, Category.CONDITION))

    def condition_added(self) -> Deed:
        return add_code(
            self.project,
            self.code(Category.HYPOTHESIS),
            Texts({"label.da": "Ny", "label.en": "New"}),
            condition=True,
        )

    def interview_removed(self) -> Deed:
        return removal(self.project, [self.transcript()])

    def corrected(self) -> bool:
        chosen = self.project.transcript(self.transcript())
        file = self.folder / "rettet.txt"
        file.write_text(
            (self.folder / chosen.source).read_text().replace("rart", f"dejligt {self.random.randrange(9)}"),
            encoding="utf-8",
        )
        reimport(self.project, chosen.id, Wanted(file), backed_up=False)
        return True


def tables(project: Project) -> dict[str, dict[str, object]]:
    return {
        name: {
            each.id: to_row(each)
            for each in records_of(record, project.store.reader.rows(f"SELECT * FROM {name}"))  # noqa: S608 - ours
        }
        for name, record in RECORDS.items()
    }


def play(players: Sequence[Player], random: Random, rounds: int) -> None:
    late: list[tuple[Player, Deed]] = []
    for _ in range(rounds):
        player = random.choice(players)
        player.play(RESHAPING if random.random() < 0.12 else EVERYTHING)
        if random.random() < 0.15:
            hold(player, late)
        if late and random.random() < 0.2:
            player, deed = late.pop(0)
            try:
                player.project.do(deed)
            except RcoderError:
                continue


def hold(player: Player, late: list[tuple[Player, Deed]]) -> None:
    """Works out a deed now that is done later, when things may have changed."""
    try:
        deed = getattr(
            player,
            player.pick(
                (
                    "attached",
                    "extended",
                    "tied",
                    "dropped",
                    "consolidated",
                    "material",
                    "rivalled",
                    "split",
                    "asked",
                    "commented",
                )
            ),
        )()
    except RcoderError:
        return
    if isinstance(deed, Deed):
        late.append((player, deed))


@pytest.mark.parametrize("seed", range(int(os.environ.get("ADV_SEEDS", "3"))))
def test_whatever_three_coders_do_to_a_theory_the_journal_gives_the_tables_and_nothing_hangs(
    new_project: Callable[..., Project], tmp_path: Path, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    with new_project(coder="Setup") as made, ExitStack() as open_:
        interviews(made, tmp_path)
        players = [
            Reshaper(open_.enter_context(open_project(made.location, coder=each)), random, each)
            for each in ("Anne", "Bo", "Carl")
        ]
        for each in players:
            each.folder = tmp_path
            code_passage(each.project, "m0.txt", Span(45, 60), "H1.R1", CodingFlags())
            each.play(("released",))
            for _ in range(3):
                each.play(("begun",))
                each.play(("attached",))
        play(players, random, int(os.environ.get("ADV_ROUNDS", "250")))
        present, replayed = tables(made), replay(made.store.entries())
        assert {name: rows for name, rows in present.items() if rows} == {
            name: rows for name, rows in replayed.items() if rows
        }
        assert hanging(made) == []
        assert not [each.faults for each in verify(made.location, lambda *_: None).checks if each.faults]
        fresh = {
            each.configuration.id: standing(each)
            for each in whole(
                made.sight, records_of(Configuration, made.store.reader.rows("SELECT * FROM configurations"))
            )
        }
        for each in players:
            own = each.project.sight.records(Configuration, "SELECT * FROM configurations ORDER BY id")
            assert standings(each.project.sight, own) == fresh
