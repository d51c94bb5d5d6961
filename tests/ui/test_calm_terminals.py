"""Without colours, with few, and in terminals that are older: everything is told by letters, bold, underlined and reversed words."""

from __future__ import annotations

import os
from typing import NamedTuple

import pytest
from rich.color import ColorType

from opening import press, started
from rcoder.cli.opening import UNPLACED
from rcoder.ui.app import RcoderApp
from rcoder.ui.calm import colours_shown
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.themes import Colours


class Look(NamedTuple):
    """How a cell looks, colours apart."""

    bold: bool
    underline: bool
    reverse: bool


@pytest.fixture(params=[Colours.NONE, Colours.FEW], ids=["no colours", "few colours"])
def app(request: pytest.FixtureRequest, study: str, monkeypatch: pytest.MonkeyPatch) -> RcoderApp:
    """The program on a terminal without colours, and on one of sixteen."""
    if request.param is Colours.NONE:
        monkeypatch.setenv("NO_COLOR", "1")
        return RcoderApp(study, "Anne")
    found = RcoderApp(study, "Anne")
    found.show_in(Colours.FEW)
    return found


def looks(app: RcoderApp, words: str, *, nth: int = 0) -> set[Look]:
    """How the letters of some words look where they stand on screen, as they are painted."""
    found: list[set[Look]] = []
    for strip in app.screen._compositor.render_strips():
        cells = [
            Look(bool(style and style.bold), bool(style and style.underline), bool(style and style.reverse))
            for text, style, _ in strip
            for _ in text
        ]
        place = strip.text.find(words)
        if place >= 0:
            found.append(set(cells[place : place + len(words)]))
    return found[nth]


def screen_of(app: RcoderApp) -> CodingScreen:
    assert isinstance(app.screen, CodingScreen)
    return app.screen


PLAIN = Look(bold=False, underline=False, reverse=False)


async def test_no_colour_reaches_the_terminal(study: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = RcoderApp(study, "Anne")
    async with started(app) as pilot:
        for keys in (
            (),
            ("c", "t"),
            ("escape", "f1"),
            ("escape", "ctrl+p"),
            ("escape", "f4", "down"),
            ("escape", "g"),
            ("escape", "C"),
        ):
            await press(pilot, *keys)
            styles = [
                style for strip in app.screen._compositor.render_strips() for _, style, _ in strip if style
            ]
            known = {colour.type for style in styles for colour in (style.color, style.bgcolor) if colour}
            assert known <= {ColorType.DEFAULT}, keys


async def test_cursor_sentence_selection_and_coded_words_are_told_apart(app: RcoderApp) -> None:
    async with started(app) as pilot:
        await press(pilot)
        assert looks(app, "Jamen det var jo rart.") == {PLAIN}
        coded = looks(app, "For så vidste jeg, h")
        assert coded == {PLAIN._replace(underline=True)}
        await press(pilot, "down")
        word, rest = looks(app, "Jamen"), looks(app, "det var jo rart.")
        assert rest == {PLAIN._replace(bold=True)}
        assert word == {Look(bold=True, underline=False, reverse=True)}
        await press(pilot, "down")
        assert looks(app, "så vidste jeg, h") == {Look(bold=True, underline=True, reverse=False)}
        await press(pilot, "up", "shift+right", "shift+right")
        assert looks(app, "Jamen det") == {PLAIN._replace(reverse=True)}
        assert looks(app, "var jo rart.") == {PLAIN}


async def test_the_margin_has_the_letter_and_the_passage_its_chosen_coding(app: RcoderApp) -> None:
    async with started(app) as pilot:
        await press(pilot, "j", "c", "m", "a", "n", "g", "e", "enter")
        rows = [strip.text for strip in app.screen._compositor.render_strips()]
        margin = next(row.split("│")[1] for row in rows if "For så vidste" in row)
        assert set(margin[:5].split()[0]) == {"C", "M"}
        here = [row.split("│")[1] for row in rows if "Anne   " in row or "Jonas   " in row]
        assert sorted(each[2] for each in here) == ["C", "M"]
        assert sorted(each[0] for each in here) == [" ", "▸"]


async def test_a_list_with_the_keys_looks_different_from_one_without(app: RcoderApp) -> None:
    async with started(app) as pilot:
        await press(pilot, "i")
        screen = screen_of(app)
        awake = looks(app, "· borger")
        await press(pilot, "escape")
        resting = looks(app, "· borger")
        assert screen.pane.has_focus
        assert {each.reverse for each in awake} == {True}
        assert {each.reverse for each in resting} == {False}
        assert {each.underline for each in resting} == {True}


async def test_the_cursor_of_a_field_is_seen(app: RcoderApp) -> None:
    async with started(app, size=(80, 24)) as pilot:
        await press(pilot, "c", "t", "r", "y")
        field = app.screen.query_one("Input")
        field.cursor_blink = False  # type: ignore[attr-defined] # Input has it
        await press(pilot)
        x, y = field.region.x, field.region.y
        strip = app.screen._compositor.render_strips()[y]
        cells = [style for text, style, _ in strip for _ in text]
        typed, cursor = cells[x + 1], cells[x + 4]
        assert cursor is not None
        assert typed is not None
        assert (bool(cursor.reverse), cursor.bgcolor) != (bool(typed.reverse), typed.bgcolor)


@pytest.mark.parametrize(
    ("system", "colours"),
    [
        ("truecolor", Colours.ALL),
        ("256", Colours.MANY),
        ("standard", Colours.FEW),
        ("windows", Colours.FEW),
        (None, Colours.FEW),
    ],
)
def test_a_terminal_says_how_many_colours_it_has(system: str | None, colours: Colours) -> None:
    assert colours_shown(system) is colours


def test_no_color_stays_whatever_the_terminal_shows(study: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    app = RcoderApp(study, "Anne")
    app.show_in(Colours.ALL)
    assert app.scheme.plain
    app.close_project()


@pytest.mark.parametrize("term", UNPLACED)
def test_a_terminal_that_only_writes_line_after_line_gets_a_sentence(
    study: str, term: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from rcoder.cli import main, opening

    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    monkeypatch.setattr(opening, "_terminal", lambda: True)
    for words in (["open", study], []):
        assert main(words) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert f"TERM={term}" in said


@pytest.mark.parametrize("gone", [True, False])
async def test_the_program_ends_where_the_server_that_shows_it_is_gone(
    study: str, gone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCODER_SERVED_BY", "0" if gone else str(os.getppid()))
    app = RcoderApp(study, "Anne")
    async with started(app, size=(80, 24)) as pilot:
        await press(pilot)
        app._look_for_server()
        assert app._exit is gone
