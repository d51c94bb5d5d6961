"""The coding screen by its keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.command import CommandList

from opening import coding_screen, listed, own, passage, press, settle, words
from rcoder.domain.journal import Deed
from rcoder.domain.words import Directness, Polarity
from rcoder.project import Project, create_project
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips


async def test_keys_move_by_sentence_turn_and_word(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        assert passage(screen) == "Hvordan var det at have den samme hele vejen?"
        await press(pilot, "down")
        assert passage(screen) == "Jamen det var jo rart."
        await press(pilot, "ctrl+down", "ctrl+down")
        assert passage(screen) == "Hun ringede hver uge."
        await press(pilot, "right", "shift+right", "shift+right")
        assert passage(screen) == "ringede hver"
        await press(pilot, "shift+left")
        assert passage(screen) == "ringede"
        await press(pilot, "escape")
        assert passage(screen) == "Hun ringede hver uge."
        await press(pilot, "v", "right", "right")
        assert passage(screen) == "rin"


async def test_c_codes_the_passage_and_it_is_on_disk(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c")
        await press(pilot, *"trygh", "enter")
        assert "H1.M1 Tryghed" in words(screen.query_one("#passage", Strips))
        assert [each.code_id for each in own(reopened())] == [screen.study.last]
        assert "H1.M1" in words(screen.query_one("#recent", Strips))


async def test_overlapping_codings_by_digit_and_again(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"kontakt", "enter")
        await press(pilot, "c", *"trygh", "enter")
        assert screen.study.recent == [screen.study.codes[each].id for each in screen.study.recent]
        await press(pilot, "shift+down", "1", "2")
        await press(pilot, "escape", "down", "down", "full_stop")
        assert len(own(reopened())) == 5
        await press(pilot, "full_stop")
        assert len(own(reopened())) == 5, "the same code on the same words is not given twice"


async def test_digits_stay_as_they_are_while_coding(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        for typed in ("kontakt", "trygh", "ærlig"):
            await press(pilot, "down", "c", *typed, "enter")
        order = list(screen.study.recent)
        await press(pilot, "down", "3", "down", "2")
        assert screen.study.recent == order


async def test_x_removes_and_undo_and_redo_bring_it_back_and_forth(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter", "x")
        assert own(reopened()) == []
        await press(pilot, "u")
        assert len(own(reopened())) == 1
        assert "Undid: Removed" in words(screen.query_one(Status))
        await press(pilot, "u")
        assert own(reopened()) == []
        await press(pilot, "U")
        assert len(own(reopened())) == 1
        assert len(screen.pane.coded.codings) == 2


async def test_e_gives_a_coding_the_ends_of_the_selection(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter", "shift+right", "shift+right", "e")
        assert screen.study.reading is not None
        assert [each.span.of(screen.study.reading.text) for each in own(reopened())] == ["Jamen det"]


async def test_flags_are_set_by_single_keys_in_one_deed(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter", "a", "p", "p", "d", "c", "a", "escape")
        (coding,) = own(reopened())
        assert (coding.polarity, coding.directness, coding.counterfactual) == (
            Polarity.ABSENT, Directness.INFERRED, True,
        )  # fmt: skip
        assert coding.actor
        assert "absent" in words(screen.query_one("#passage", Strips))
        with reopened() as project:
            assert len([line for line in project.journal() if line.coder == "Anne"]) == 2


async def test_a_memo_is_written(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "c", *"trygh", "enter", "a", "m", *"hm", "ctrl+s", "escape")
        assert [each.memo for each in own(reopened())] == ["hm"]


async def test_the_short_text_of_a_coding_is_called_a_note(study: str) -> None:
    async with coding_screen(study) as (pilot, _):
        await press(pilot, "down", "c", *"H1.M1", "enter", "a")
        shown = listed(pilot.app.screen.query_one("#flags", Lines))
        assert any("Note" in each for each in shown)
        assert not any("Memo" in each for each in shown)


@pytest.mark.parametrize(("size", "rows"), [((120, 40), 6), ((120, 34), 6), ((120, 33), 4), ((80, 24), 4)])
async def test_the_passage_strip_is_higher_where_the_screen_is(
    study: str, size: tuple[int, int], rows: int
) -> None:
    async with coding_screen(study, size=size) as (pilot, screen):
        for number in range(6):
            await press(pilot, *(("down",) if not number else ()), "c", *["down"] * number, "enter")
        strip = screen.query_one("#passage", Strips)
        assert strip.size.height == rows + 1
        assert len(strip._rows) == rows


async def test_where_there_is_no_configuration_the_pane_names_the_key_that_makes_one(study: str) -> None:
    async with coding_screen(study) as (_, screen):
        assert "then l makes one" in screen.query_one("#configurations", Lines).empty


async def test_anothers_coding_is_not_changed(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "j")
        assert passage(screen) == "For så vidste jeg, h"
        await press(pilot, "x")
        with reopened() as project:
            assert len(project.coding_lines()) == 1
        assert "Jonas" in words(screen.query_one(Status))
        assert not pilot.app._notifications


async def test_n_goes_to_the_next_respondents_turn_without_a_coding_of_ones_own(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "n")
        assert passage(screen) == "Jamen det var jo rart."
        await press(pilot, "c", *"trygh", "enter", "n")
        assert passage(screen) == "Hun ringede hver uge."
        await press(pilot, "n", "N", "N")
        assert passage(screen) == "Hun ringede hver uge."


async def test_f_marks_an_interview_as_coded_to_the_end(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "f")
        with reopened() as project:
            assert project.overview().finished == 1
        interviews = screen.query_one("#interviews", Lines)
        assert any("✓" in "".join(text for text, _ in line.pieces) for line in interviews._lines)
        assert "1 of 3 read" in "".join(text for text, _ in screen.query_one("#top", Strips)._right)
        await press(pilot, "f")
        with reopened() as project:
            assert project.overview().finished == 0


async def test_an_interview_is_opened_from_the_list_and_a_code_given_from_the_tree(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "i", "down", "down", "enter", "i", "up", "up", "enter")
        assert screen.study.reading is not None
        assert screen.study.reading.transcript.title == "Sag 01: Mette"
        await press(pilot, "down", "b", "right", "down", "enter")
        assert len(own(reopened())) == 1
        assert screen.pane.has_focus


async def test_counts_in_the_tree_follow_the_codings(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        tree = screen.query_one("#codes", Lines)
        assert [line.right for line in tree._lines[:4]] == ["1", "", "", "1"]
        await press(pilot, "down", "c", *"trygh", "enter")
        assert [line.right for line in tree._lines[:4]] == ["2", "", "", "2"]


async def test_a_refused_deed_disappears_again_and_is_told(
    study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rcoder.domain.errors import Stale

    def refuse(_self: Project, _deed: Deed, **_options: object) -> None:
        raise Stale("Somebody changed it meanwhile.", "Look again.")

    async with coding_screen(study) as (pilot, screen):
        monkeypatch.setattr(Project, "do", refuse)
        await press(pilot, "down", "c", *"trygh", "enter")
        assert len(screen.pane.coded.codings) == 1
        assert "Somebody changed it meanwhile. Look again." in words(screen.query_one(Status))


async def test_a_deed_is_kept_when_the_program_ends_at_once(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down")
        screen.give(next(code.id for code in screen.study.codes.values() if code.key == "H1.M1"))
        pilot.app.exit()
    assert len(own(reopened())) == 1


async def test_escape_drops_a_selection_and_leaves_the_study_only_when_pressed_twice(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "shift+right", "escape")
        assert pilot.app.screen is screen
        await press(pilot, "escape")
        assert pilot.app.screen is screen
        assert words(screen.query_one(Status)) == " esc again leaves the study."
        await press(pilot, "escape")
        assert type(pilot.app.screen).__name__ == "WelcomeScreen"


@pytest.mark.parametrize(
    "between", [("down",), ("i", "escape"), ("c", "escape"), ("ctrl+p", "escape"), ("f1", "escape")]
)
async def test_a_key_between_two_escapes_keeps_one_in_the_study(study: str, between: tuple[str, ...]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "escape")
        await press(pilot, *between)
        assert words(screen.query_one(Status)) == ""
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_what_was_said_goes_with_the_next_move(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter")
        assert "Coded" in words(screen.query_one(Status))
        await press(pilot, "down")
        assert words(screen.query_one(Status)) == ""


async def test_undo_goes_to_a_passage_that_is_off_screen(study: str) -> None:
    async with coding_screen(study, size=(40, 12)) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter", "ctrl+end")
        assert passage(screen) == "Det gik godt nok."
        await press(pilot, "u")
        assert passage(screen) == "Jamen det var jo rart."
        assert "Undid: Coded" in words(screen.query_one(Status))


async def test_a_sentence_too_long_for_the_status_line_takes_two(study: str) -> None:
    async with coding_screen(study, size=(60, 20)) as (pilot, screen):
        before = screen.query_one(Status).size.height
        pilot.app.tell("That coding is another coder's. You change only your own, and this is all of it.")
        await settle(pilot)
        status = screen.query_one(Status)
        assert (before, status.size.height) == (1, 2)
        assert words(status).split() == ["!", *(
            ["That", "coding", "is", "another", "coder's.", "You", "change", "only", "your", "own,", "and", "this", "is", "all", "of", "it."]
        )]  # fmt: skip
        await press(pilot, "down")
        assert status.size.height == 1


async def test_v_shows_that_it_is_on(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "v")
        assert "by character" in words(screen.query_one("#passage", Strips))
        await press(pilot, "v")
        assert "by character" not in words(screen.query_one("#passage", Strips))


async def test_the_footer_has_the_keys_of_what_has_the_focus(study: str) -> None:
    async with coding_screen(study, size=(80, 24)) as (pilot, screen):
        keys = screen.query_one(Keys)
        left = "c code  . again  h suggest  l link  m memo  n uncoded  / find"
        assert words(keys).strip() == left
        assert "".join(text for text, _ in keys._right) == "F1 help  ^p all"
        await press(pilot, "i")
        assert words(keys).strip() == "enter choose  → unfold  esc back"
        await press(pilot, "escape")
        assert words(keys).strip() == left


async def test_an_empty_project_says_how_interviews_come_in(tmp_path: Path) -> None:
    place = str(tmp_path / "ny.rcoder")
    create_project(place, "Ny", coder="Anne").close()
    async with coding_screen(place, size=(80, 24)) as (pilot, screen):
        assert "No interviews yet. ctrl+o brings them in" in screen.pane.render_line(0).text
        await press(pilot, "c")
        assert "No interviews yet. ctrl+o brings them in" in words(screen.query_one(Status))


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_it_can_be_coded_on_a_narrow_screen(
    study: str, size: tuple[int, int], reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study, size=size) as (pilot, screen):
        assert screen.pane.size.width == size[0]
        await press(pilot, "tab")
        assert screen.query_one("#interviews").has_focus
        await press(pilot, "escape", "down", "c", *"trygh", "enter")
        assert len(own(reopened())) == 1


async def test_the_mouse_puts_the_cursor_and_selects_words(study: str) -> None:
    async with coding_screen(study, size=(80, 24)) as (pilot, screen):
        await pilot.click("#transcript", offset=(12, 3))
        await settle(pilot)
        assert passage(screen) == "Jamen det var jo rart."
        await pilot.mouse_down("#transcript", offset=(10, 3))
        await pilot.hover("#transcript", offset=(21, 3))
        await pilot.mouse_up("#transcript", offset=(21, 3))
        await settle(pilot)
        assert passage(screen).startswith("Jamen det")


async def test_the_palette_finds_a_command_by_its_words(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, app):
        await press(pilot, "ctrl+p", *"coded", "space", *"to", "space", *"the", "space", *"end")
        for _ in range(400):
            await pilot.pause()
            found = [str(each.prompt) for shown in app.screen.query(CommandList) for each in shown.options]
            if found and "to the end" in found[0]:
                break
        await press(pilot, "enter")
        with reopened() as project:
            assert project.overview().finished == 1
