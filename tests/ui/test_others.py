"""What other programs and coders do shows; nothing is looked for while a window is open."""

from __future__ import annotations

from opening import coding_screen, front, press, running, settle, words
from rcoder.domain.actions.coding import attach, code_passage, flag
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Place
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.words import Claim, Kind, Stance
from rcoder.project import coder_id, open_project
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status, Strips


def code_elsewhere(study: str, coder: str, span: tuple[int, int]) -> Coding:
    """Codes a passage of the first interview in another program."""
    with open_project(study, coder=coder) as project:
        place, code = project.transcript("Sag 01: Mette"), project.code("H1.R1")
        coding = Coding(new_id(), place.id, *span, code.id, project.coder_id, code.kind)
        project.do(code_passage(coding, code, place))
    return coding


async def test_anothers_coding_shows_when_looked_for_and_the_selection_stays(study: str) -> None:
    async with running(study) as (app, pilot):
        screen = front(app, CodingScreen)
        await press(pilot, "down", "shift+down")
        before = screen.pane.cursor
        code_elsewhere(study, "Jonas", (13, 30))
        app.look()
        await settle(pilot)
        assert len(screen.pane.coded.codings) == 2
        assert screen.pane.cursor == before
        assert [line.right for line in screen.query_one("#codes", Lines)._lines[:3]] == ["2", "", "1"]


async def test_the_same_coder_in_another_program_is_seen_and_counted_once(study: str) -> None:
    async with running(study) as (app, pilot):
        screen = front(app, CodingScreen)
        await press(pilot, "down", "c", *"trygh", "enter")
        code_elsewhere(study, "Anne", (13, 30))
        app.look()
        await settle(pilot)
        app.look()
        await settle(pilot)
        assert len(screen.pane.coded.codings) == 3
        line = next(each for each in screen.study.interviews.values() if each.title == "Sag 01: Mette")
        assert (line.codings, line.own_codings) == (3, 2)


async def test_a_hidden_layer_stays_hidden_until_it_is_released(study: str) -> None:
    async with running(study) as (app, pilot):
        screen = front(app, CodingScreen)
        code_elsewhere(study, "Mikkel", (13, 30))
        app.look()
        await settle(pilot)
        assert len(screen.pane.coded.codings) == 1
        with open_project(study, coder="Mikkel") as project:
            project.do(release(Coder(coder_id("Mikkel"), "Mikkel")))
        app.look()
        await settle(pilot)
        assert len(screen.pane.coded.codings) == 2


async def test_ones_own_deeds_are_no_news(study: str) -> None:
    async with running(study) as (app, pilot):
        screen = front(app, CodingScreen)
        heard: list[None] = []
        app.outdated.subscribe(screen, heard.append)
        await press(pilot, "down", "c", *"trygh", "enter", "u")
        app.look()
        await settle(pilot)
        assert heard == []


async def test_nothing_is_read_anew_while_a_window_is_open(study: str) -> None:
    async with running(study) as (app, pilot):
        screen = front(app, CodingScreen)
        await press(pilot, "down", "c")
        code_elsewhere(study, "Jonas", (13, 30))
        app.look()
        await settle(pilot)
        assert len(screen.pane.coded.codings) == 1
        await press(pilot, "escape")
        app.look()
        await settle(pilot)
        assert len(screen.pane.coded.codings) == 2


async def test_a_stale_coding_is_read_anew_when_its_change_is_refused(study: str) -> None:
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "down", "c", *"trygh", "enter")
        with open_project(study, coder="Anne") as project:
            (line,) = project.coding_lines(coder="Anne")
            code = project.code("H1.M1")
            project.do(flag(line.coding, project.transcript("Sag 01: Mette"), code, memo="fra et andet sted"))
        await press(pilot, "x")
        mine = [each for each in screen.pane.coded.codings if screen.study.mine(each)]
        assert [each.memo for each in mine] == ["fra et andet sted"]
        assert "!" in words(screen.query_one(Status))


def configure(study: str) -> None:
    """K01 rests on Jonas's coding, and his evidence contradicts it."""
    with open_project(study, coder="Jonas") as project:
        (line,) = project.coding_lines()
        coding, place = line.coding, project.transcript("Sag 01: Mette")
        element = Element("m", "Tryghed", coding.code_id)
        own = Configuration("k1", "K01", project.coder_id)
        places = added(own, element, Place("pm", "k1", "m", Kind.REASONING), Grounding("g", "m", coding.id))
        project.do(Deed("Made K01", places))
        against = Evidence(
            "e", Claim.CONFIGURATION, "k1", place.id, coding.start, coding.end, Stance.CONTRADICTS, project.coder_id
        )  # fmt: skip
        project.do(attach(against, "K01", place))


async def test_evidence_shows_on_its_passage_with_whose_it_is(study: str) -> None:
    configure(study)
    async with coding_screen(study) as (pilot, screen):
        await press(pilot, "j")
        assert words(screen.query_one("#passage", Strips)).splitlines()[-2:] == [
            "▸ M H1.M1 Tryghed  Jonas  in K01",
            "  contradicts K01, whole  Jonas",
        ]


def test_evidence_of_a_hidden_layer_is_out_of_sight(study: str) -> None:
    configure(study)
    with open_project(study, coder="Mikkel") as project:
        place = project.transcript("Sag 01: Mette")
        hidden = Evidence("h", Claim.CONFIGURATION, "k1", place.id, 13, 20, Stance.SUPPORTS, project.coder_id)
        project.do(attach(hidden, "K01", place))
        assert {each.id for each in project.evidence_in(place.id)} == {"e", "h"}
    with open_project(study, coder="Anne") as project:
        assert [each.id for each in project.evidence_in(place.id)] == ["e"]


async def test_removing_a_coding_says_which_configuration_rested_on_it(study: str) -> None:
    async with running(study) as (app, pilot):
        screen = front(app, CodingScreen)
        await press(pilot, "down", "c", *"trygh", "enter")
        with open_project(study, coder="Anne") as project:
            (line,) = project.coding_lines(coder="Anne")
            own = Configuration("k1", "K01", project.coder_id)
            element = Element("m", "Tryghed", line.coding.code_id)
            place = Place("pm", "k1", "m", Kind.REASONING)
            project.do(Deed("Made K01", added(own, element, place, Grounding("g", "m", line.coding.id))))
        app.look()
        await settle(pilot)
        await press(pilot, "x")
        assert words(screen.query_one(Status)).endswith(", which K01 rested on; u brings both back")
        await press(pilot, "u")
        with open_project(study, coder="Anne") as project:
            assert len(project.groundings_of([line.coding.id])) == 1
