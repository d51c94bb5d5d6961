"""A corrected text brought in on screen: the file, what would become of the passages, and back again."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from opening import running, until
from rcoder.domain.actions.coding import code_passage
from rcoder.domain.coding import Coding
from rcoder.domain.ids import new_id
from rcoder.project import open_project
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.correcting import CorrectingScreen, found_words, told_lines
from rcoder.ui.screens.doubts import DoubtsScreen
from rcoder.ui.screens.files import FilesScreen
from rcoder.ui.screens.question import QuestionScreen

LOST = "Hun ringede hver uge."
TITLE = "Sag 01: Mette"


async def until_screen(pilot: Pilot[None], screen: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))


def code(study: str, passage: str, coder: str) -> None:
    with open_project(study, coder=coder) as project:
        place, chosen = project.transcript(TITLE), project.code("H1.R1")
        start = project.text(place).index(passage)
        coding = Coding(new_id(), place.id, start, start + len(passage), chosen.id, project.coder_id)
        project.do(code_passage(coding, chosen, place))


async def test_a_corrected_text_comes_in_and_undo_takes_it_back(study: str) -> None:
    """Mikkel's layer is hidden: his passage goes along and is never on screen."""
    for coder in ("Anne", "Mikkel"):
        code(study, LOST, coder)
    code(study, "Det gik godt nok.", "Mikkel")
    with open_project(study, coder="Anne") as project:
        text = project.text(project.transcript(TITLE))
    corrected = Path(study).with_name("rettet.txt")
    corrected.write_text("METTE: Goddag.\n\n" + text.replace(f"{LOST} ", ""), encoding="utf-8")
    async with running(study) as (app, pilot):
        await pilot.press("R")
        await until_screen(pilot, FilesScreen)
        await pilot.press(*"rettet", "enter")
        await until_screen(pilot, QuestionScreen)
        await pilot.press(*"ny", "ctrl+s")
        await until_screen(pilot, CorrectingScreen)
        assert isinstance(app.screen, CorrectingScreen)
        assert (len(app.screen.told["lost"]), app.screen.told["found"]) == (1, 1)
        await pilot.press("ctrl+s")
        await until_screen(pilot, DoubtsScreen)
        await pilot.press("escape")
        await until_screen(pilot, CodingScreen)
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        await until(pilot, lambda: "Goddag" in screen.pane._text)
        assert len(screen.pane.coded.codings) == 1
        await pilot.press("u")
        await until(pilot, lambda: "Goddag" not in screen.pane._text)
        assert sorted(each.coder_id == screen.study.coder_id for each in screen.pane.coded.codings) == [
            False,
            True,
        ]
    with open_project(study, coder="Mikkel") as project:
        assert len(project.reading(project.transcript(TITLE).id).codings) == 3


async def test_a_file_of_other_words_is_refused_and_can_be_taken_all_the_same(study: str) -> None:
    other = Path(study).with_name("helt-andet.txt")
    other.write_text(
        "OLE: Fiskene sprang i fjorden hele natten.\n\nASTA: Solen gik ned bag pakhuset.\n", encoding="utf-8"
    )
    async with running(study) as (app, pilot):
        await pilot.press("R")
        await until_screen(pilot, FilesScreen)
        await pilot.press(*"helt", "enter")
        await until_screen(pilot, QuestionScreen)
        await pilot.press("ctrl+s")
        await until(
            pilot, lambda: isinstance(app.screen, QuestionScreen) and "all the same" in app.screen.wrong
        )
        await pilot.press("enter", "enter", "enter", *"yes", "ctrl+s")
        await until_screen(pilot, CorrectingScreen)


def test_what_would_become_of_passages_is_wrapped_in_full() -> None:
    passage = {
        "passage": "coding",
        "before": "for så vidste jeg, hvem jeg skulle ringe til",
        "now": "for så vidste jeg det",
    }
    told = {
        "title": "Mette", "revision": 2, "found": 1, "moved": [], "changed": [passage],
        "lost": [{**passage, "now": None}], "messages": ["METTE is called Borger 1 in this text."],
    }  # fmt: skip
    assert found_words(told) == "Mette, revision 2: 1 passage found again, 2 to decide on"
    rows = ["".join(text for text, _ in line.pieces).strip() for line in told_lines(told, 24)]
    assert rows == [
        "METTE is called Borger 1", "in this text.", "changed inside  coding", "“for så vidste jeg, hvem",
        "jeg skulle ringe til”", "→ “for så vidste jeg", "det”", "lost  coding", "“for så vidste jeg, hvem",
        "jeg skulle ringe til”",
    ]  # fmt: skip
    nothing = told | {"changed": [], "lost": [], "messages": []}
    assert [line.id for line in told_lines(nothing, 60)] == ["nothing"]
