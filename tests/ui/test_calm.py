"""A calm screen: focus mode, keys to each pane, themes, and what was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.widgets._toast import Toast

from opening import SIZES, painted, press, running, settle
from rcoder.domain.errors import NotFound
from rcoder.project.settings import remember_look, remembered_focus, remembered_look
from rcoder.ui.app import RcoderApp
from rcoder.ui.commands import Where, commands
from rcoder.ui.screens.calm_windows import SaidScreen, ThemesScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.hint_window import HintsScreen
from rcoder.ui.themes import LOOKS
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status


def coding(app: RcoderApp) -> CodingScreen:
    assert isinstance(app.screen, CodingScreen)
    return app.screen


# -- focus mode --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_focus_mode_shows_the_title_the_transcript_and_one_status_row(
    study: str, size: tuple[int, int]
) -> None:
    async with running(study, size=size) as (app, pilot):
        await press(pilot, "f5")
        screen = coding(app)
        seen = {each.id for each in screen.query("#panes *") if each.display and each.region.area}
        assert seen == {"middle", "title", "transcript"}
        middle, title, status = (screen.query_one(each).region for each in ("#middle", "#title", "Status"))
        assert middle.width == min(90, size[0])
        assert abs(middle.x - (size[0] - middle.right)) <= 1, "it stands in the middle"
        assert (title.y, status.bottom) == (0, size[1])
        assert screen.query_one("#transcript").region.height == size[1] - 2
        assert screen.pane.has_focus


@pytest.mark.parametrize("key", ["f5", "escape"])
async def test_the_same_key_or_esc_brings_everything_back(study: str, key: str) -> None:
    async with running(study) as (app, pilot):
        before = painted(app)
        await press(pilot, "f5", key)
        assert painted(app) == before
        assert coding(app).pane.has_focus


async def test_esc_drops_a_selection_before_it_brings_everything_back(study: str) -> None:
    async with running(study) as (app, pilot):
        await press(pilot, "f5", "shift+right", "escape")
        assert coding(app).has_class("-alone")
        assert coding(app).pane.cursor.selection is None
        await press(pilot, "escape")
        assert not coding(app).has_class("-alone")


async def test_one_codes_in_focus_mode_and_reads_what_was_done(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, "f5", "down", "c", "t", "r", "y", "g", "enter")
        await settle(pilot)
        assert [
            each.code_id for each in coding(app).study.reading.codings if each.coder_id == app.study.coder_id
        ]  # type: ignore[union-attr] # it is open
        assert "H1.M1" in painted(app)[-1]


async def test_focus_mode_is_remembered(study: str) -> None:
    for expected in (True, False):
        async with running(study) as (app, pilot):
            assert coding(app).has_class("-alone") is not expected
            await press(pilot, "f5")
        assert remembered_focus() is expected


@pytest.mark.parametrize("size", SIZES)
async def test_a_pane_comes_forward_over_the_text_in_focus_mode(study: str, size: tuple[int, int]) -> None:
    async with running(study, size=size) as (app, pilot):
        await press(pilot, "f5", "alt+2")
        assert app.focused is not None
        assert app.focused.id == "interviews"
        assert coding(app).query_one("#left").region.width == 40
        await press(pilot, "escape")
        assert coding(app).pane.has_focus
        assert not coding(app).query_one("#left").display
        assert coding(app).has_class("-alone")


# -- keys to each pane -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("number", "pane"), [(1, "transcript"), (2, "interviews"), (3, "configurations"), (4, "codes")]
)
async def test_a_key_goes_to_each_pane_from_any_other(
    study: str, size: tuple[int, int], number: int, pane: str
) -> None:
    async with running(study, size=size) as (app, pilot):
        for other in range(1, 5):
            await press(pilot, f"alt+{other}", f"alt+{number}")
            assert app.focused is not None
            assert app.focused.id == pane
            assert app.focused.region.area > 0
            assert app.screen.get_widget_at(*app.focused.region.center)[0] is app.focused, (
                "nothing lies over it"
            )


async def test_five_goes_to_the_suggestions_from_any_pane(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, "down", "alt+4", "alt+5")
        await settle(pilot)
        assert isinstance(app.screen, HintsScreen)
        await press(pilot, "escape")
        assert coding(app).pane.has_focus


@pytest.mark.parametrize("number", range(1, 6))
def test_alt_and_a_digit_is_known_however_the_terminal_sends_it(number: int) -> None:
    """As an escape and the digit (tmux, xterm), and by the protocol of kitty."""
    known = next(
        each for each in commands(Where.CODING) if each.id == "jump" and each.argument == str(number)
    )
    for sent in (f"\x1b{number}", f"\x1b[{ord(str(number))};3u"):
        keys = [each.key for each in XTermParser().feed(sent) if isinstance(each, Key)]
        assert keys[0] in known.keys.split(",")


# -- themes ------------------------------------------------------------------------------------------------------


async def test_a_theme_is_tried_on_and_kept_by_enter(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, "f4")
        assert isinstance(app.screen, ThemesScreen)
        names = list(LOOKS)
        for name in names[1:]:
            await press(pilot, "down")
            assert app.theme == name
            assert app.screen.query_one(Lines).known is not None
        assert remembered_look() == ""
        await press(pilot, "enter")
        assert isinstance(app.screen, CodingScreen)
        assert remembered_look() == names[-1]
    again = RcoderApp(study, "Anne")
    assert again.theme == names[-1]


async def test_esc_leaves_the_theme_as_it_was(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, "f2", "f4", "down", "down", "escape")
        assert app.theme == "rcoder-light"
        assert remembered_look() == "rcoder-light"


def test_a_theme_that_is_gone_is_no_theme() -> None:
    remember_look("solarized")
    assert RcoderApp(None, "Anne").theme == next(iter(LOOKS))


@pytest.mark.parametrize("name", LOOKS)
async def test_every_pane_is_painted_in_the_theme(study: str, name: str) -> None:
    async with running(study) as (app, pilot):
        app.theme = name
        await settle(pilot)
        look = LOOKS[name]
        grounds = {
            segment.style.bgcolor.name
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None and segment.style.bgcolor is not None
        }
        known = {look.paper, look.panel, look.sentence, look.selected, look.bar, look.line}
        mixed = {each.lower() for share in (0.16, 0.34) for each in look.grounds(share)}
        assert {each.lower() for each in grounds} <= known | mixed


# -- what was said -----------------------------------------------------------------------------------------------

LONG = " ".join(f"word{number}" for number in range(60)) + "."


async def test_a_sentence_that_is_cut_can_be_read_whole(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        text = coding(app).pane.region
        app.tell(NotFound(LONG, "Press c."))
        await settle(pilot)
        assert painted(app)[-2].rstrip().endswith("… F9")
        assert app.screen.query_one(Status).region.height == 2
        assert coding(app).pane.region.height >= text.height - 1
        await press(pilot, "f9")
        assert isinstance(app.screen, SaidScreen)
        shown = " ".join(row.strip(" │") for row in painted(app))
        assert f"! {LONG} Press c." in " ".join(shown.split())
        await press(pilot, "escape")
        assert isinstance(app.screen, CodingScreen)


async def test_the_latest_is_first_and_markup_is_no_markup(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        await press(pilot, "f9")
        assert "Nothing yet." in "".join(painted(app))
        await press(pilot, "f9", "ctrl+c")
        app.tell("[b]not bold[/b] \x1b[31m")
        await settle(pilot)
        await press(pilot, "f9")
        rows = [row.strip(" │▁▂▃▄▅▆▇█") for row in painted(app)]
        said = [row for row in rows if "not bold" in row or "Copied" in row]
        assert said[0].startswith("! [b]not bold[/b] ")
        assert said[1] == "Copied the words of the passage."
        assert "\x1b" not in "".join(rows)


async def test_nothing_is_ever_said_over_the_text(study: str) -> None:
    async with running(study, size=(80, 24)) as (app, pilot):
        app.notify("[b]Something[/b] of Textual's", title="Title", severity="error")
        app.action_help_quit()
        await settle(pilot)
        assert not app.screen.query(Toast)
        assert next(each.sentence for each in app.sentences if each.told) == "Title Something of Textual's"
        assert "ctrl+q" in painted(app)[-2]


def test_the_program_hands_no_notice_to_textual(shared_sources: Callable[[], str]) -> None:
    assert ".notify(" not in shared_sources()


@pytest.fixture
def shared_sources() -> Callable[[], str]:
    from pathlib import Path

    import rcoder.ui

    folder = Path(rcoder.ui.__file__).parent
    return lambda: "".join(each.read_text(encoding="utf-8") for each in sorted(folder.rglob("*.py")))
