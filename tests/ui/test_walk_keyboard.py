"""A whole coding session with the keyboard alone: from opening the study to finding everything there again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import walking
from rcoder.project import Project


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_a_session_by_keys_alone(
    study: str,
    reopened: Callable[[], Project],
    size: tuple[int, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with walking.walk(walking.Keyboard, study, size) as walker:
        await _choose_and_select(walker)
        await _tell_a_narrative(walker)
        await _code_on(walker)
        await _write(walker)
        await _find_and_retrieve(walker, tmp_path)
        await _work_on_the_codebook(walker)
        await _calm_down(walker)
        await _undo_and_finish(walker)
        left_at = walker.passage
        await walker.press("ctrl+q")
    walking.everything_is_there(reopened())
    async with walking.walk(walking.Keyboard, study, size) as walker:
        assert walker.coding.study.reading.transcript.title == "Sag 02: Ole"
        assert walker.passage == left_at == walking.WELL
        walker.sees("1 of 3 read", "edited: “Det gik godt nok. [nu]”", "quoted · 1 memo")


async def _choose_and_select(walker: walking.Keyboard) -> None:
    """Another interview; then a word, a sentence, a turn, and back to the sentence."""
    await walker.press("i", "down", "down", "enter")
    walker.sees("Sag 02: Ole")
    await walker.press("down", "shift+right", "shift+right")
    assert walker.passage == "Jamen det"
    await walker.press("escape", "shift+down")
    assert walker.passage == " ".join(walking.SAID[:2])
    await walker.press("escape", "ctrl+shift+down")
    assert walker.passage == " ".join(walking.SAID)
    await walker.press("escape")
    assert walker.passage == walking.SAID[0]


async def _tell_a_narrative(walker: walking.Keyboard) -> None:
    """Four parts, each by three letters, tied by one key and made by another."""
    await walker.press("c", *"man", "enter", "down", "c", *"kon", "enter")
    await walker.press("down", "c", *"try", "enter", "c", *"god", "enter", "l")
    walker.sees("New configuration", "C H1.C1 Mange sagsbehandlere on R H1.R1 Aftalt kontaktperson")
    await walker.press("enter")
    walker.sees("Linked K01 C on R → M → O", "CR        Jamen det var jo rart.")


async def _code_on(walker: walking.Keyboard) -> None:
    """A recent code with a flag, the rest of a turn, counter-evidence, a suggestion, a code of the words themselves."""
    await walker.press("down", "down", "2", "D")
    walker.sees("H1.R1: inferred; again: said")
    await walker.press("down", "r", "c", *"ærl", "enter")
    assert walker.passage == walking.HELPED
    await walker.press("l", "1", "c")
    walker.sees("of K01: contradicts")
    await walker.press("escape", "down", "down", "down", "h")
    walker.sees("O H2.O1 Løntimer")
    await walker.press("1")
    walker.sees("as H2.O1 Løntimer")
    await walker.press("down", "w")
    walker.sees("New code", "Det gik godt nok", "H2.O2")
    await walker.press("enter")
    walker.sees("as H2.O2 Det gik godt nok")


async def _write(walker: walking.Keyboard) -> None:
    """A memo on the passage, a quotation with both its forms, and a mark."""
    await walker.press("m")
    await walker.write("Løn?")
    await walker.press("tab")
    await walker.write("Hvem?")
    await walker.press("ctrl+s")
    walker.sees("Wrote the analytic memo Løn?")
    await walker.press("T", "end")
    await walker.write(" [nu]")
    await walker.press("tab")
    await walker.write("Well.")
    await walker.press("ctrl+s")
    walker.sees("Kept the quotation", "edited: “Det gik godt nok. [nu]”")
    await walker.press("asterisk")
    walker.sees("Marked")
    await walker.press("ctrl+t")
    walker.sees("Reading marks  1", walking.WELL)
    await walker.press("escape")


async def _find_and_retrieve(walker: walking.Keyboard, folder: Path) -> None:
    """Hits coded together, and one opened; passages written to a file."""
    await walker.press("slash")
    await walker.write("ringede")
    await walker.press("enter")
    walker.sees("3 hits in 3 of 3 interviews")
    await walker.press("A", "2")
    walker.sees("Coded 2 passages in 2 interviews")
    await walker.press("escape", "Q")
    await walker.write("H1*")
    await walker.press("enter")
    walker.sees("7 passages in 0 of 0 interviews", "cases not yet coded to the end", "H1.C1", "Sag 02: Ole")
    await walker.press("e")
    await walker.write("csv")
    await walker.press("enter", "ctrl+s")
    walker.sees("Before", "is written")
    await walker.press("y")
    walker.sees("Wrote 8 results")
    assert walking.CALLED in walking.written_words(folder)
    await walker.press("escape")
    assert walker.passage == walking.WELL


async def _work_on_the_codebook(walker: walking.Keyboard) -> None:
    """A label changed, a code merged into another, and the passage looked at again."""
    await walker.press("B", "slash")
    await walker.write("kontaktp")
    await walker.press("enter", "r")
    walker.sees("Label · H1.R1")
    await walker.press("end")
    await walker.write(", fast")
    await walker.press("ctrl+s", "escape", "slash")
    await walker.write("ærl")
    await walker.press("enter", "m")
    walker.sees("Merge H2.M1")
    await walker.write("try")
    await walker.press("enter")
    walker.sees("1 passage of yours will wait")
    await walker.press("enter", "L")
    walker.sees("Passages to look at again", walking.HELPED[:20])
    await walker.press("k")
    walker.sees("nothing to look at again")
    await walker.press("escape", "escape", "escape")
    assert walker.passage == walking.WELL


async def _calm_down(walker: walking.Keyboard) -> None:
    """The transcript alone and all again; another theme, kept."""
    await walker.press("f5")
    walker.sees("The transcript alone")
    await walker.press("f5", "f4", "down", "enter")
    assert walker.app.theme == "rcoder-light"


async def _undo_and_finish(walker: walking.Keyboard) -> None:
    """Three deeds taken back one after the other; the interview coded to the end."""
    await walker.press("1", "s", "x")
    walker.sees("Removed")
    await walker.press("u", "u", "u")
    walker.sees("Undid: Coded")
    await walker.press("f")
    walker.sees("1 of 3 read")
