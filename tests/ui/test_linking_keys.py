"""Linked coding by keys and by mouse: a configuration out of a narrative, without leaving the transcript."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from opening import coding_screen, press, settle, words
from rcoder.domain.actions.coding import uncode
from rcoder.domain.configuration import Assembled
from rcoder.domain.words import Effect, Polarity, Stance
from rcoder.project import Project
from rcoder.ui.commands import Where, commands
from rcoder.ui.configuring.bench import link_name
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.help import HelpScreen
from rcoder.ui.screens.linking_strip import LinkingScreen
from rcoder.ui.widgets.strips import Status, Strips
from rcoder.ui.widgets.targets import Targets

APART = (
    ("down", "c", *"mange", "enter"),
    ("down", "c", *"kontakt", "enter"),
    ("down", "c", *"ærlig", "enter"),
    ("shift+left", "c", *"godt", "enter"),
)
"""A context, a resource, a reasoning and an outcome of one narrative, coded one by one."""


async def code_apart(pilot: Pilot[None], *which: int) -> None:
    for each in which or range(len(APART)):
        await press(pilot, *APART[each])


def strip(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app.screen, LinkingScreen)
    return words(pilot.app.screen.query_one(Targets))


def made(project: Project) -> tuple[Assembled, ...]:
    with project:
        return project.configurations()


def names(assembled: Assembled) -> list[str]:
    return [link_name(assembled, each) for each in assembled.links]


async def test_a_narrative_of_four_parts_is_linked_by_two_keys_more(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await code_apart(pilot)
        assert screen.study.uses.resting == {}
        await press(pilot, "l", "enter")
        assert pilot.app.screen is screen, "the transcript was never left"
        assert "Linked K01 C on R → M → O" in words(screen.query_one(Status))
        assert "in K01" in words(screen.query_one("#passage", Strips))
        assert [each.number for each in screen.study.configurations] == ["K01"]
    (k01,) = made(reopened())
    assert names(k01) == ["C1 on R1 → M1", "R1 → M1", "M1 → O1"]
    assert {each.claim_id for each in k01.evidence} == {each.id for each in k01.links}
    assert {each.stance for each in k01.evidence} == {Stance.SUPPORTS}
    assert len(k01.groundings) == 4


async def test_undo_takes_it_back_whole_and_the_codings_stay(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await code_apart(pilot)
        await press(pilot, "l", "l")
        assert len(screen.study.configurations) == 1
        await press(pilot, "u")
        assert screen.study.configurations == ()
    assert made(reopened()) == ()
    with reopened() as project:
        assert len(project.coding_lines(coder="Anne")) == 4


async def test_for_against_and_refining_take_the_same_number_of_keys(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot)
        await press(pilot, "l", "enter")
        await press(
            pilot, "ctrl+down", "ctrl+down", "l", "1", "s", "down", "l", "1", "c", "down", "l", "1", "r"
        )
        await press(pilot, "ctrl+home", "down", "l", "c")
    first, second = made(reopened())
    apart = [each for each in first.evidence if each.stance is not Stance.SUPPORTS]
    assert {each.stance for each in apart} == {Stance.CONTRADICTS, Stance.REFINES}
    assert len(first.evidence) == 6
    assert {each.stance for each in second.evidence} == {Stance.CONTRADICTS}


async def test_counter_evidence_to_a_link_is_three_keys(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await code_apart(pilot)
        await press(pilot, "l", "enter", "ctrl+down", "ctrl+down")
        await press(pilot, "l", "1")
        assert "● R1 → M1" in strip(pilot)
        await press(pilot, "c")
        assert "contradicts K01, R1 → M1" in words(screen.query_one("#passage", Strips))
    (k01,) = made(reopened())
    (against,) = [each for each in k01.evidence if each.stance is Stance.CONTRADICTS]
    with reopened() as project:
        text = project.text(project.transcript(against.transcript_id))
    assert against.span.of(text) == "Hun ringede hver uge."


async def test_keys_typed_faster_than_the_configurations_are_read_are_kept(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot)
        await press(pilot, "l", "enter")
        await pilot.press("l", "1", "right", "space", "c")
        await settle(pilot)
    (k01,) = made(reopened())
    assert sum(each.stance is Stance.CONTRADICTS for each in k01.evidence) == 2


async def test_a_part_is_left_out_and_a_link_turned(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot)
        await press(pilot, "l", "x", "left", "left", "t")
        assert " ⊣ " in strip(pilot)
        assert "left out: C H1.C1" in strip(pilot)
        await press(pilot, "enter")
    (k01,) = made(reopened())
    assert names(k01) == ["R1 → M1", "M1 → O1"]
    assert [each.effect for each in k01.links] == [Effect.PROMOTES, Effect.HINDERS]


async def test_esc_drops_it_and_nothing_is_made(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, screen):
        await code_apart(pilot)
        await press(pilot, "l", "escape")
        assert pilot.app.screen is screen
    assert made(reopened()) == ()


async def test_a_dyad_is_enough_and_says_what_is_missing(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot, 1, 2)
        await press(pilot, "l")
        assert "(no C, O)" in strip(pilot)
        await press(pilot, "enter")
    (k01,) = made(reopened())
    assert names(k01) == ["R1 → M1"]


async def test_a_selection_takes_only_the_codings_in_it(study: str) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot)
        await press(pilot, "escape", "shift+up", "l")
        assert "H1.C1" not in strip(pilot)
        assert "H2.M1" in strip(pilot)


async def test_others_codings_are_left_alone_until_o(study: str, reopened: Callable[[], Project]) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot, 0, 1)
        await press(pilot, "l")
        assert "H1.M1" not in strip(pilot)
        assert "others' codings (1)" in strip(pilot)
        await press(pilot, "o")
        assert "H1.M1" in strip(pilot)
        await press(pilot, "enter")
    (k01,) = made(reopened())
    assert names(k01) == ["C1 on R1 → M1", "R1 → M1"]


async def test_an_uncoded_turn_says_what_to_do_first(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "ctrl+down", "ctrl+down", "ctrl+down", "l")
        assert pilot.app.screen is screen
        assert "Code the passage first: c." in words(screen.query_one(Status))


async def test_what_the_interviewer_says_is_no_evidence(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await code_apart(pilot)
        await press(pilot, "l", "enter", "ctrl+down", "l")
        assert pilot.app.screen is screen
        assert "interviewer's words are not evidence" in words(screen.query_one(Status))
        await press(pilot, "ctrl+shift+down", "ctrl+shift+down", "l", "1", "c")
        assert "contradicts K01" in words(screen.query_one("#passage", Strips))
        span = next(each.span for each in screen.study.uses.attached if each.stance is Stance.CONTRADICTS)
        assert screen.study.reading is not None
        assert span.of(screen.study.reading.text).startswith("Hun ringede")


async def test_resource_without_reasoning_is_named_and_contradicts_with_one_key(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"kontakt", "enter", "c", *"ærlig", "enter")
        (coding,) = [each for each in screen.pane.coded.codings if each.code_id == screen.study.last]
        screen._chosen = coding.id
        await press(pilot, "a", "p", "p", "escape", "l")
        assert "Resource without reasoning: it contradicts" in strip(pilot)
        await press(pilot, "c")
    (k01,) = made(reopened())
    assert [each.wording for each in k01.elements.values()] == ["Aftalt kontaktperson", "Ærlighed"]
    assert [each.stance for each in k01.evidence] == [Stance.CONTRADICTS]
    with reopened() as project:
        absent = {
            each.coding.id for each in project.coding_lines() if each.coding.polarity is Polarity.ABSENT
        }
    assert absent
    assert not absent & {each.coding_id for each in k01.groundings}


async def test_enter_brings_new_parts_into_the_one_that_was_chosen(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot, 0, 1, 2)
        await press(pilot, "l", "enter")
        await press(pilot, *APART[3])
        await press(pilot, "l", "1")
        assert "+O H1.O1" in strip(pilot)
        await press(pilot, "enter")
    (k01,) = made(reopened())
    assert names(k01) == ["C1 on R1 → M1", "R1 → M1", "M1 → O1"]
    assert len(k01.evidence) == 3


async def _click(pilot: Pilot[None], target: str) -> None:
    targets = pilot.app.screen.query_one(Targets)
    place = next(
        (x, y)
        for y in range(targets.size.height)
        for x in range(targets.size.width)
        if targets.target_at(x, y) == target
    )
    await pilot.click(targets, offset=(place[0], place[1] + 1))
    await settle(pilot)


async def test_by_mouse_a_part_is_tied_beside_and_it_is_made(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot)
        await press(pilot, "l")
        assert isinstance(pilot.app.screen, LinkingScreen)
        draft = pilot.app.screen.proposal.draft
        ids = {each.key: each.id for each in draft.parts}
        await _click(pilot, f"part:{ids['H1.O1']}")
        await _click(pilot, f"part:{ids['H1.O1']}")
        assert "beside: O H1.O1" in strip(pilot)
        await _click(pilot, f"turn:{ids['H1.R1']}:{ids['H2.M1']}")
        await _click(pilot, "key:enter")
    (k01,) = made(reopened())
    assert names(k01) == ["C1 on R1 → M1", "R1 → M1"]
    assert k01.links[1].effect is Effect.HINDERS
    assert len(k01.places) == 4


async def test_at_80_by_24_every_part_is_seen_and_the_passage_stays_in_view(study: str) -> None:
    async with coding_screen(study, size=(80, 24)) as (pilot, screen):
        await press(pilot, "ctrl+end", "c", *"mange", "enter", "c", *"kontakt", "enter")
        await press(pilot, "c", *"ærlig", "enter", "c", *"løn", "enter", "l")
        shown = strip(pilot)
        assert all(key in shown for key in ("H1.C1", "H1.R1", "H2.M1", "H2.O1", "Enter", "esc"))
        assert screen.pane.screen_row(screen.pane.passage.end - 1) < 24 - 9


def test_every_key_of_the_strip_does_something() -> None:
    assert [
        each.id for each in commands(Where.LINKING) if not hasattr(LinkingScreen, f"action_{each.id}")
    ] == []


async def test_f1_lists_the_keys_of_the_strip(study: str) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot, 0, 1)
        await press(pilot, "l", "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape")
        assert "H1.R1" in strip(pilot)


async def test_k_hands_the_passage_to_the_list_of_all_configurations(study: str) -> None:
    async with coding_screen(study) as (pilot, _):
        await code_apart(pilot, 0, 1)
        await press(pilot, "l", "k")
        assert isinstance(pilot.app.screen, ChooserScreen)


async def test_another_window_that_removed_a_coding_is_told_of(
    study: str, reopened: Callable[[], Project]
) -> None:
    async with coding_screen(study) as (pilot, screen):
        await code_apart(pilot, 1, 2)
        await press(pilot, "l")
        with reopened() as project:
            line = project.coding_lines(coder="Anne")[0]
            project.do(
                uncode([line.coding], project.codes(), project.transcript(line.coding.transcript_id), ())
            )
        await press(pilot, "enter")
        assert "removed meanwhile" in words(screen.query_one(Status))
    assert made(reopened()) == ()
