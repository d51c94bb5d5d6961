"""A whole coding session with the mouse alone: no key but letters for the fields that ask for words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import walking
from rcoder.project import Project
from rcoder.ui.widgets.how import keys_told

NARROW = (80, 24)


@pytest.mark.parametrize("size", [NARROW, (120, 40)], ids=["80x24", "120x40"])
async def test_a_session_by_mouse_alone(
    study: str,
    reopened: Callable[[], Project],
    size: tuple[int, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with walking.walk(walking.Mouse, study, size) as walker:
        await _choose_and_select(walker, narrow=size == NARROW)
        await _tell_a_narrative(walker)
        await _code_on(walker)
        await _write(walker)
        await _find_and_retrieve(walker, tmp_path)
        await _work_on_the_codebook(walker)
        await _calm_down(walker)
        await _undo_and_finish(walker)
        left_at = walker.passage
        await walker.command("Quit")
    walking.everything_is_there(reopened())
    async with walking.walk(walking.Mouse, study, size) as walker:
        assert walker.coding.study.reading.transcript.title == "Sag 02: Ole"
        assert walker.passage == left_at == walking.WELL
        walker.sees("1 of 3 read", "edited: “Det gik godt nok. [nu]”", "quoted · 1 memo")


async def _choose_and_select(walker: walking.Mouse, *, narrow: bool) -> None:
    """Another interview; then a word, a sentence, a turn, some letters, and a sentence again."""
    if narrow:
        await walker.command("Interviews")
    await walker.click("· borger", times=2, last=True)
    walker.sees("Sag 02: Ole")
    await walker.click("vidste", times=2)
    assert walker.passage == "vidste"
    await walker.click("vidste", times=3)
    assert walker.passage == walking.SAID[1]
    await walker.click("vidste", times=4)
    assert walker.passage == " ".join(walking.SAID)
    await walker.drag("turde", "sige")
    assert walker.passage == "turde jeg også sige"
    await walker.click("Jamen")
    assert walker.passage == walking.SAID[0]


async def _give(walker: walking.Mouse, words: str, letters: str, code: str) -> None:
    """Codes a sentence from the list of codes."""
    await walker.menu(words, "Code the passage")
    await walker.write(letters)
    await walker.click(code, times=2)


async def _tell_a_narrative(walker: walking.Mouse) -> None:
    """Four parts, tied from the menu and made by one click."""
    await _give(walker, "Jamen", "man", "H1.C1")
    await _give(walker, "vidste", "kon", "H1.R1")
    await _give(walker, "turde", "try", "H1.M1")
    await _give(walker, "turde", "god", "H1.O1")
    await walker.menu("Jamen", "Link the codings here")
    walker.sees("New configuration", "C H1.C1 Mange sagsbehandlere on R H1.R1 Aftalt kontaktperson")
    await walker.click("Enter make it")
    walker.sees("Linked K01 C on R → M → O")


async def _code_on(walker: walking.Mouse) -> None:
    """A recent code with a flag, the rest of a turn, counter-evidence, a suggestion, a code of the words themselves."""
    await walker.click("ringede")
    await walker.click("2 R H1.R1")
    await walker.click("▸ R H1.R1", into=3)
    await walker.click("Said or inferred")
    await walker.click("enter done")
    walker.sees("inferred")
    await walker.menu("gjorde", "The rest of the turn")
    assert walker.passage == walking.HELPED
    await _give(walker, "gjorde", "ærl", "H2.M1")
    await walker.menu("gjorde", "Link the codings here")
    await walker.click("1 K01")
    await walker.click("c contradicts")
    walker.sees("of K01: contradicts")
    await walker.click("Så fik")
    await walker.command("Suggestions")
    await walker.click("O H2.O1 Løntimer", times=2, last=True)
    walker.sees("as H2.O1 Løntimer")
    await walker.menu("godt nok", "New code from the words")
    walker.sees("New code", "Det gik godt nok", "H2.O2")
    await walker.click("enter make it")
    walker.sees("as H2.O2 Det gik godt nok")


async def _write(walker: walking.Mouse) -> None:
    """A memo on the passage, a quotation with both its forms, and a mark."""
    await walker.menu("godt nok", "Memo")
    await walker.write("Løn?")
    await walker.click("tab next")
    await walker.write("Hvem?")
    await walker.click("ctrl+s keep")
    walker.sees("Wrote the analytic memo Løn?")
    await walker.menu("godt nok", "Quotation for a paper")
    await walker.click("Edited: ", into=60, down=1)
    await walker.write(" [nu]")
    await walker.click("tab next")
    await walker.write("Well.")
    await walker.click("ctrl+s keep")
    walker.sees("Kept the quotation", "edited: “Det gik godt nok. [nu]”")
    await walker.menu("godt nok", "Reading mark")
    walker.sees("Marked")
    await walker.command("Reading marks")
    walker.sees("Reading marks  1", walking.WELL)
    await walker.click("esc back")


async def _find_and_retrieve(walker: walking.Mouse, folder: Path) -> None:
    """Hits coded together; passages written to a file."""
    await walker.command("Find words")
    await walker.write("ringede")
    await walker.click("enter to the hits")
    walker.sees("3 hits in 3 of 3 interviews")
    await walker.click("A all")
    await walker.click("c code")
    await walker.write("kon")
    await walker.click("H1.R1", times=2)
    walker.sees("Coded 2 passages in 2 interviews")
    await walker.click("esc back")
    await walker.command("Retrieve passages")
    await walker.write("H1*")
    await walker.click("enter retrieve")
    walker.sees("7 passages in 0 of 0 interviews", "cases not yet coded to the end")
    await walker.click("e export")
    await walker.click("CSV", times=2)
    await walker.click("ctrl+s done")
    await walker.click("y write it")
    walker.sees("Wrote 8 results")
    assert walking.CALLED in walking.written_words(folder)
    await walker.click("esc back")
    assert walker.passage == walking.WELL


async def _work_on_the_codebook(walker: walking.Mouse) -> None:
    """A label changed, a code merged into another, and the passage looked at again."""
    await walker.command("Work on the codebook")
    await walker.click("/ filter")
    await walker.write("kontaktp")
    await walker.click("r rename")
    walker.sees("Label · H1.R1")
    await walker.click("Aftalt kontaktperson", into=30, last=True)
    await walker.write(", fast")
    await walker.click("ctrl+s done")
    await walker.click("esc back")
    await walker.click("H2 Ordinære timer", into=-1)
    await walker.click("H2.M1")
    await walker.command("Merge")
    walker.sees("Merge H2.M1")
    await walker.click("M H1.M1 Tryghed", times=2, last=True)
    walker.sees("1 passage of yours will wait")
    await walker.click("enter done")
    await walker.command("Look at again")
    walker.sees("Passages to look at again", walking.HELPED[:20])
    await walker.click("k stays")
    walker.sees("nothing to look at again")
    await walker.click("esc back")
    await walker.click("esc back")
    assert walker.passage == walking.WELL


async def _calm_down(walker: walking.Mouse) -> None:
    """The transcript alone and all again; another theme, kept."""
    await walker.command("Focus mode")
    walker.sees("The transcript alone")
    await walker.menu("godt nok", "Focus mode")
    await walker.command("Themes")
    await walker.click("dark words on light", times=2)
    assert walker.app.theme == "rcoder-light"


async def _undo_and_finish(walker: walking.Mouse) -> None:
    """Two deeds taken back one after the other; the interview coded to the end."""
    await walker.click("1 C H1.C1")
    await walker.menu("godt nok", "Remove H1.C1")
    walker.sees("Removed")
    await walker.menu("godt nok", "Undo")
    await walker.menu("godt nok", "Undo")
    walker.sees("Undid: Coded")
    await walker.menu("godt nok", "Coded to the end")
    walker.sees("1 of 3 read")


# -- what the walks met ------------------------------------------------------------------------------------------------


async def test_two_clicks_that_come_at_once_choose_once(study: str, reopened: Callable[[], Project]) -> None:
    """As over a slow connection: the second is on its way when the first closes the menu."""
    async with walking.walk(walking.Mouse, study, (120, 40)) as walker:
        await _give(walker, "Jamen", "man", "H1.C1")
        await walker.menu("vidste", "1 C H1.C1")
        await walker.click("vidste", button=walking.RIGHT)
        await walker.click("Memo  ", times=2)
        walker.sees("Points at")
        await walker.click("esc leave")
        await walker.click("Så turde", button=walking.RIGHT)
        await walker.click("Same code again", times=2)
        assert walker.coding.is_current
    with reopened() as project:
        assert len(project.coding_lines(coder="Anne")) == 3


async def test_a_letter_of_the_footer_is_not_written_into_a_field(study: str) -> None:
    async with walking.walk(walking.Mouse, study, (120, 40)) as walker:
        await walker.command("Work on the codebook")
        await walker.click("/ filter")
        await walker.write("kontaktp")
        await walker.click("r rename")
        walker.sees("Label · H1.R1")


async def test_esc_is_in_the_footer_where_it_leads_back(study: str) -> None:
    async with walking.walk(walking.Mouse, study, (80, 24)) as walker:
        assert not any("esc back" in row for row in walker.rows)
        for words in ("Configurations", "Memos", "Cases", "Retrieve passages", "Look at again"):
            await walker.command(words)
            await walker.click("esc back")
            assert walker.coding.is_current


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("ctrl+s keep · tab next · esc leave", ["ctrl+s", "tab", "escape"]),
        ("↑ ↓ go · enter takes · esc leaves", ["enter", "escape"]),
        ("Keep what you wrote?  enter keeps · esc again throws it away", ["enter", "escape"]),
        ("+ condition · x take out", ["+", "x"]),
        ("A code needs a name.", []),
        ("So you can return to it. enter restores · esc leaves", ["enter", "escape"]),
    ],
)
def test_keys_are_found_in_what_a_window_says_of_them(words: str, keys: list[str]) -> None:
    found = [*keys_told(words)]
    assert [key for _, _, key in found] == keys
    assert all(0 <= start < end <= len(words) for start, end, _ in found)
