"""The list of codes, and codes made while coding."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets import Input

from opening import coded, coding_screen, front, press, words
from rcoder.domain.words import Kind
from rcoder.project import Project
from rcoder.ui.drafting import in_vivo
from rcoder.ui.screens.new_code import NewCodeScreen
from rcoder.ui.screens.picker import PickerScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status, Strips


def keys(project: Project) -> set[str]:
    with project:
        return {each.key for each in project.codes().values()}


def rows(lines: Lines) -> list[str]:
    return ["".join(text for text, _ in line.pieces) for line in lines._lines]


# -- the list of codes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_what_a_code_means_stands_at_its_side_or_below_and_scrolls(
    study: str, size: tuple[int, int]
) -> None:
    async with coding_screen(study, size=size) as (pilot, _):
        await press(pilot, "down", "c", *"try")
        picker = pilot.app.screen
        assert isinstance(picker, PickerScreen)
        meaning, candidates = picker.query_one("#candidate", Lines), picker.query_one("#candidates", Lines)
        said = "\n".join(rows(meaning))
        assert "H1.M1 Tryghed" in said
        assert "Hvad Tryghed er." in said
        assert "Use: Når nogen" in said
        assert "Not: Ikke for" in said
        beside = meaning.region.y == candidates.region.y
        assert beside == (size[0] >= 118)
        assert meaning.region.bottom <= picker.size.height
        assert meaning.virtual_size.height == len(rows(meaning))
        before = meaning.scroll_offset.y
        await press(pilot, "ctrl+down")
        assert (meaning.scroll_offset.y > before) == (meaning.virtual_size.height > meaning.size.height)


async def test_recent_codes_lead_the_list_and_keep_their_digit(study: str) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "c", *"trygh", "enter", "down", "c")
        first = rows(pilot.app.screen.query_one("#candidates", Lines))[0]
        assert first.split()[:3] == ["1", "M", "H1.M1"]


# -- a code that there is not yet ------------------------------------------------------------------------------------


async def test_w_makes_a_code_of_the_words_and_codes_the_passage_with_it(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(
            pilot, "down", "c", *"trygh", "enter", "down", "shift+right", "shift+right", "shift+right", "w"
        )
        assert front(pilot.app, NewCodeScreen).query_one(Input).value == "For så vidste"
        await press(pilot, "enter")
        assert pilot.app.screen is screen
        assert ("H1.M2", "For så vidste") in coded(reopened())
        assert screen.pane.cursor.selection is not None, "the selection stays"
        assert "H1.M2 For så vidste" in words(screen.query_one("#passage", Strips))
        assert "H1.M2" in words(screen.query_one("#recent", Strips))
        with reopened() as project:
            code = project.code("H1.M2")
            assert (code.kind, code.actors, code.cues) == (Kind.REASONING, ("borger",), ("For så vidste",))
            assert code.label.da == "For så vidste"
            assert project.codes()[code.parent_id or ""].key == "H1"
            (coding,) = [each for each in project.coding_lines(coder="Anne") if each.code == "H1.M2"]
            assert coding.coding.codebook_version == "1.0+1"
        await press(pilot, "escape", "down", "2")
        assert [key for key, _ in coded(reopened())] == ["H1.M1", "H1.M2", "H1.M2"]


async def test_undo_takes_back_the_coding_and_then_the_code(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        before = keys(reopened())
        await press(pilot, "down", "w", "enter")
        made = keys(reopened()) - before
        assert len(made) == len(coded(reopened())) == 1
        await press(pilot, "u")
        assert coded(reopened()) == []
        assert keys(reopened()) - before == made
        await press(pilot, "u")
        assert keys(reopened()) == before
        await press(pilot, "1")
        assert "No code has the key 1" in words(screen.query_one(Status))
        await press(pilot, "U", "U")
        assert [key for key, _ in coded(reopened())] == list(made)


async def test_where_nothing_fits_a_new_code_is_offered_and_called_what_was_typed(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "c", *"qwxyz")
        assert rows(pilot.app.screen.query_one("#candidates", Lines)) == ["  New code “qwxyz”"]
        await press(pilot, "enter")
        assert front(pilot.app, NewCodeScreen).query_one(Input).value == "qwxyz"
        await press(pilot, "enter")
    assert [words for _, words in coded(reopened())] == ["Jamen det var jo rart."]


async def test_ctrl_n_makes_one_beside_the_code_under_the_cursor(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "c", *"løntim", "ctrl+n")
        assert (front(pilot.app, NewCodeScreen).draft.key, front(pilot.app, NewCodeScreen).draft.kind) == (
            "H2.O2",
            Kind.OUTCOME,
        )
        await press(pilot, *" mere", "enter")
    assert coded(reopened()) == [("H2.O2", "Jamen det var jo rart.")]


async def test_arrows_change_where_it_stands_what_it_is_and_whose(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "w", "down", "right")
        assert front(pilot.app, NewCodeScreen).draft.key == "H2.M2"
        await press(pilot, "down", "left")
        assert (front(pilot.app, NewCodeScreen).draft.kind, front(pilot.app, NewCodeScreen).draft.key) == (
            Kind.RESOURCE,
            "H2.R1",
        )
        assert not any("Whose" in each for each in rows(front(pilot.app, NewCodeScreen).rows))
        await press(pilot, "right", "down", "right")
        assert front(pilot.app, NewCodeScreen).draft.actors == ("fagperson",)
        await press(pilot, "enter")
    with reopened() as project:
        assert project.code("H2.M2").actors == ("fagperson",)


async def test_a_key_of_ones_own_is_kept_and_one_that_is_taken_is_refused(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "w", "down", "down", "down", "down", "space")
        field = pilot.app.screen.query_one(Input)
        field.value = "H1.M1"
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, NewCodeScreen)
        field.value = "X9"
        await press(pilot, "enter", "up", "right", "enter")
    assert [key for key, _ in coded(reopened())] == ["X9"]


async def test_a_label_that_is_taken_is_said_once_and_an_empty_one_is_none(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "w")
        front(pilot.app, NewCodeScreen).query_one(Input).value = ""
        await press(pilot, "enter")
        assert "needs a label" in words(front(pilot.app, NewCodeScreen).query_one("#wrong", Strips))
        front(pilot.app, NewCodeScreen).query_one(Input).value = "tryghed"
        await press(pilot, "enter")
        assert "H1.M1 is called that already" in words(
            front(pilot.app, NewCodeScreen).query_one("#wrong", Strips)
        )
        await press(pilot, "enter")
    assert [key for key, _ in coded(reopened())] == ["H1.M2"]


async def test_a_key_that_another_takes_meanwhile_leads_back_to_the_form(
    study: str, reopened: Callable[[], Project]
) -> None:
    from rcoder.project import codebook_work
    from rcoder.project.codebook_work import Wanted

    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "w")
        key = front(pilot.app, NewCodeScreen).draft.key
        with reopened() as project:
            wanted = Wanted({"label.da": "En anden"}, {"kind": Kind.REASONING})
            project.do(codebook_work.add_code(project, "H1", wanted, key=key))
        await press(pilot, "enter")
        assert "already" in words(front(pilot.app, NewCodeScreen).query_one("#wrong", Strips))
        assert front(pilot.app, NewCodeScreen).query_one(Input).value == "Jamen det var jo rart"
        await press(pilot, "escape")
    assert coded(reopened()) == []


async def test_leaving_the_form_makes_nothing(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        before = keys(reopened())
        await press(pilot, "down", "w", "escape")
        assert pilot.app.screen is screen
        assert keys(reopened()) == before


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("  så turde jeg også  sige det,", "så turde jeg også sige det"),
        ("[griner] – nej ...", "griner] – nej"),
        ("“Åh, for søren!”", "Åh, for søren"),
        ("så\nturde\u202e\x07 jeg", "så turde jeg"),
        ("ord " * 30, " ".join(["ord"] * 15)),
        (
            "Fire gange på halvandet år, og den ene af dem var på parkeringspladsen",
            "Fire gange på halvandet år",
        ),
        ("Nej, " + "ord " * 30, " ".join(["Nej,", *["ord"] * 14])),
        ("x" * 90, "x" * 60),
        (" … ", ""),
    ],
)
def test_the_words_of_a_passage_as_a_label(said: str, label: str) -> None:
    assert in_vivo(said) == label


# -- a session by keys alone -----------------------------------------------------------------------------------------


async def test_a_whole_session_by_keys_alone(study: str, reopened: Callable[[], Project]) -> None:
    """Code by letters, by digit, again, of the words, to the end of the turn; flags; take away, undo; finish."""
    async with coding_screen(study, size=(80, 24)) as (pilot, screen):
        await press(pilot, "n", "c", *"tyr", "enter", "p", "D")
        await press(pilot, "down", "1", "down", "full_stop", "up", "r", "c", *"ako", "enter")
        await press(pilot, "n", "w", "enter", "W", "x", "u")
        await press(pilot, "n", "shift+right", "shift+right", "1", "f")
        assert "1 of 3 read" in "".join(text for text, _ in screen.query_one("#top", Strips)._right)
    found = coded(reopened())
    assert [key for key, _ in found] == ["H1.M1", "H1.M1", "H1.R1", "H1.M1", "H1.R2", "H1.M1"]
    assert found[2][1] == "For så vidste jeg, hvem jeg skulle ringe til. Så turde jeg også sige det."
    assert found[4:] == [("H1.R2", "Hun ringede hver uge."), ("H1.M1", "Så fik")]
