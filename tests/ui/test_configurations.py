from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from rcoder.domain.actions.coding import code_passage, finish
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import bring_in, case_changes
from rcoder.domain.case import Case
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.configuration import Assembled, Configuration, Element, Grounding, Link, Place
from rcoder.domain.ids import named_id
from rcoder.domain.transcript import Annotation, Span, Speaker, Transcript, Turn
from rcoder.domain.words import Activation, Effect, Kind, Scope, Stance, Status
from rcoder.project import Project, open_project
from rcoder.project.door import checksum
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.widgets.strips import Status as StatusLine

ASKED = "Hvordan var det?"
START = "Det første halve år skiftede de hele tiden [suk]."
NAMED = "Så fik jeg ét navn og ét nummer."
CALM = "Jeg vidste, hvem jeg skulle ringe til."
TOLD = "Så turde jeg sige det, når det gik skidt."
DOUBT = "Men jeg ringede nu aldrig."
GENERAL = "De fleste ringer aldrig, selv om de har nummeret."


def _transcript(
    name: str, case_id: str | None, sentences: list[str]
) -> tuple[Transcript, list[Speaker], Annotation, str]:
    text, turns, spans = f"INTERVIEWER: {ASKED}\n\n{name.upper()}: ", [], []
    asks, answers = named_id(name, "asks"), named_id(name, "answers")
    turns.append(Turn(13, 13 + len(ASKED), asks))
    spans.append(Span(13, 13 + len(ASKED)))
    start = len(text)
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    text = text.rstrip()
    turns.append(Turn(start, len(text), answers))
    transcript = Transcript(
        id=named_id(name), title=name, language="da", checksum=checksum(text), characters=len(text),
        source=f"{name}.txt", source_checksum=checksum(name), format="txt", case_id=case_id, turns=tuple(turns),
    )  # fmt: skip
    role = "borger" if case_id else "projektleder"
    speakers = [
        Speaker(asks, transcript.id, "INTERVIEWER", (), interviewer=True),
        Speaker(answers, transcript.id, name.upper(), (role,), position=1),
    ]
    return transcript, speakers, Annotation(transcript.checksum, "made by hand", tuple(spans)), text


def _bring_in(project: Project, name: str, case: Case | None, sentences: list[str]) -> str:
    transcript, speakers, annotation, text = _transcript(name, case.id if case else None, sentences)
    cases = case_changes(None, case) if case else ()
    project.do(bring_in(transcript, speakers, cases), texts=[text], annotations=[annotation])
    return transcript.id


def _code(project: Project, transcript: str, words: str, *keys: str) -> None:
    place = project.transcript(transcript)
    start = project.text(place).index(words)
    for key in keys:
        code = project.code(key)
        coding = Coding(
            named_id(transcript, words, key),
            place.id,
            start,
            start + len(words),
            code.id,
            project.coder_id,
            kind=code.kind,
        )
        project.do(code_passage(coding, code, place))


@pytest.fixture
def study(new_project: Callable[..., Project]) -> str:
    """Two interviews, one of a case and one without, with every part of a narrative coded; location of the project."""
    with new_project() as project:
        mette = _bring_in(project, "Mette", Case("sag-1", "Sag 01"), [START, NAMED, CALM, TOLD, DOUBT])
        _bring_in(project, "Leder", None, [GENERAL])
        _code(project, "Mette", START, "H1.C1")
        _code(project, "Mette", NAMED, "H1.R1", "SC1.1")
        _code(project, "Mette", CALM, "H1.M1")
        _code(project, "Mette", TOLD, "H1.O1")
        project.do(finish(Finish("finish", mette, project.coder_id), project.transcript("Mette")))
        return project.location


@pytest.fixture
def configured(study: str) -> str:
    """The same with K01: a context, a resource, a reasoning and an outcome, R1 → M1 tied."""
    with open_project(study) as project:
        codings = {line.code: line.coding for line in project.coding_lines()}
        codes = {code.key: code for code in project.codes().values()}
        own = Configuration(
            "k1",
            "K01",
            project.coder_id,
            "Ét nummer",
            hypotheses=(codes["H1"].id,),
            case_id="sag-1",
            because="hun kender vejen",
        )
        kinds = {"c": Kind.CONTEXT, "r": Kind.RESOURCE, "m": Kind.REASONING, "o": Kind.OUTCOME}
        keys = {"c": "H1.C1", "r": "H1.R1", "m": "H1.M1", "o": "H1.O1"}
        wording = {"c": "Opstart", "r": "Aftalt kontaktperson", "m": "Tryghed", "o": "Godt samarbejde"}
        elements = [Element(each, wording[each], codes[keys[each]].id) for each in kinds]
        places = [Place(f"p{each}", "k1", each, kinds[each], index) for index, each in enumerate(kinds)]
        groundings = [Grounding(f"g{each}", each, codings[keys[each]].id) for each in kinds]
        project.do(begin(own, elements, places, groundings, [Link("l1", "k1", "r", "m", Effect.PROMOTES)]))
    return study


@asynccontextmanager
async def running(
    location: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[RcoderApp, Pilot[None]]]:
    app = RcoderApp(location, "Tester")
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(app, pilot)
        yield app, pilot


Running = tuple[RcoderApp, Pilot[None]]


async def settled(app: RcoderApp, pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()
        await app.workers.wait_for_complete()
    await pilot.pause()


async def press(app: RcoderApp, pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(app, pilot)


async def type_words(pilot: Pilot[None], words: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in words))
    await pilot.pause()


async def read(app: RcoderApp, pilot: Pilot[None], transcript: str, words: str) -> None:
    """Opens a transcript with the cursor on some words."""
    assert isinstance(app.screen, CodingScreen)
    with open_project(app.wanted or "") as project:
        place = project.transcript(transcript)
        position = project.text(place).index(words)
    app.screen.open_transcript(place.id, position)
    await settled(app, pilot)


async def on_row(app: RcoderApp, pilot: Pilot[None], row: str) -> ConfigurationsScreen:
    """Opens the configurations with the cursor on a line."""
    if not isinstance(app.screen, ConfigurationsScreen):
        await press(app, pilot, "g")
    screen = app.screen
    assert isinstance(screen, ConfigurationsScreen)
    screen.rows.go_to(row)
    await pilot.pause()
    assert screen.rows.row == row
    return screen


def status(app: RcoderApp) -> str:
    """What the status line says."""
    found = "".join(piece for row in app.screen.query_one(StatusLine)._rows for piece, _ in row)
    return " ".join(found.split())


def stored(location: str, number: str = "K01") -> Assembled:
    with open_project(location) as project:
        return project.configuration(number).assembled


def numbers(location: str) -> list[str]:
    with open_project(location) as project:
        return [line.number for line in project.configuration_lines()]


def entries(location: str) -> int:
    with open_project(location) as project:
        return len(project.journal())


# -- from the transcript ---------------------------------------------------------------------------------------------


async def test_k_makes_a_configuration_of_the_codings_of_a_selection_in_one_deed(study: str) -> None:
    before = entries(study)
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", START)
        await press(app, pilot, "shift+down", "shift+down", "shift+down", "k", "enter")
        assert isinstance(app.screen, ConfigurationsScreen)
        made = stored(study)
        assert [made.of_kind(kind)[0].wording for kind in Kind] == [
            "Opstart", "Aftalt kontaktperson", "Tryghed", "Godt samarbejde",
        ]  # fmt: skip
        assert entries(study) == before + 1
        await press(app, pilot, "u")
        assert numbers(study) == []
        await press(app, pilot, "U")
        assert numbers(study) == ["K01"]


async def test_a_new_configuration_rests_on_its_codings_and_takes_case_and_hypothesis(study: str) -> None:
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press(app, pilot, "k", "enter")
    made = stored(study)
    with open_project(study) as project:
        coding = next(line.coding for line in project.coding_lines() if line.code == "H1.R1")
        hypothesis = project.code("H1").id
    assert [each.coding_id for each in made.groundings] == [coding.id]
    assert (made.configuration.case_id, made.configuration.hypotheses) == ("sag-1", (hypothesis,))
    assert [place.kind for place in made.places] == [Kind.RESOURCE], "a coded support condition is no element"
    assert made.links == (), "nothing is tied by the program"


async def test_an_outcome_made_of_a_coding_has_the_usual_term_of_its_code(study: str) -> None:
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", TOLD)
        await press(app, pilot, "k", "enter")
    outcome = stored(study).of_kind(Kind.OUTCOME)[0]
    assert (outcome.horizon, outcome.sign) == ("short", "+")


async def test_extending_brings_codings_in_and_one_undo_takes_them_out(study: str) -> None:
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press(app, pilot, "k", "enter", "escape")
        await read(app, pilot, "Mette", CALM)
        await press(app, pilot, "shift+down", "k", "down", "enter", "e")
        assert [place.kind for place in stored(study).places] == [Kind.RESOURCE, Kind.REASONING, Kind.OUTCOME]
        await press(app, pilot, "u")
        assert [place.kind for place in stored(study).places] == [Kind.RESOURCE]


async def test_extending_with_a_code_that_stands_there_gives_its_element_a_further_passage(
    study: str,
) -> None:
    with open_project(study) as project:
        _code(project, "Mette", DOUBT, "H1.R1")
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press(app, pilot, "k", "enter", "escape")
        await read(app, pilot, "Mette", DOUBT)
        await press(app, pilot, "k", "down", "enter", "e")
    made = stored(study)
    assert len(made.places) == 1
    assert len(made.groundings) == 2


async def test_extending_with_what_is_there_already_is_a_notice_and_no_deed(study: str) -> None:
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", NAMED)
        await press(app, pilot, "k", "enter", "escape")
        before = entries(study)
        await press(app, pilot, "k", "down", "enter", "e")
        assert "Everything coded here is in K01 already." in status(app)
    assert entries(study) == before


@pytest.mark.parametrize(
    ("key", "stance"), [("s", Stance.SUPPORTS), ("c", Stance.CONTRADICTS), ("r", Stance.REFINES)]
)
async def test_counter_evidence_takes_no_more_keys_than_support(
    configured: str, key: str, stance: Stance
) -> None:
    async with running(configured) as (app, pilot):
        await read(app, pilot, "Mette", DOUBT)
        await press(app, pilot, "k", "enter", key)
        assert isinstance(app.screen, CodingScreen), "reading goes on"
        attached = stored(configured).evidence
        await press(app, pilot, "u")
    assert [(each.claim_id, each.stance, each.scope) for each in attached] == [
        ("k1", stance, Scope.THIS_CASE)
    ]
    assert (
        attached[0].span.of(f"INTERVIEWER: {ASKED}\n\nMETTE: {START} {NAMED} {CALM} {TOLD} {DOUBT}") == DOUBT
    )
    assert stored(configured).evidence == ()


async def test_a_passage_is_attached_to_a_link_by_going_down_to_it(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await read(app, pilot, "Mette", DOUBT)
        await press(app, pilot, "k", "enter", "down", "c")
    assert [(each.claim_id, each.stance) for each in stored(configured).evidence] == [
        ("l1", Stance.CONTRADICTS)
    ]


async def test_words_of_someone_without_a_case_are_general_unless_changed(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await read(app, pilot, "Leder", GENERAL)
        await press(app, pilot, "k", "enter", "c", "k", "enter", "g", "c")
    assert [each.scope for each in stored(configured).evidence] == [Scope.GENERAL, Scope.NORMATIVE]


async def test_k_on_an_uncoded_passage_without_configurations_says_what_to_do(study: str) -> None:
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", DOUBT)
        await press(app, pilot, "k")
        assert isinstance(app.screen, CodingScreen)
        assert "Code the passage first" in status(app)


# -- the configuration in hand ---------------------------------------------------------------------------------------


def _element(name: str) -> Callable[[Assembled], Element]:
    return lambda made: made.elements[name]


DEEDS: list[tuple[str, str, list[str], Callable[[Assembled], Any], Any]] = [
    ("another kind", "place:pm", ["k"], lambda made: made.kind_of("m"), Kind.OUTCOME),
    ("activation", "place:pm", ["A"], lambda made: made.elements["m"].activation, "weak"),
    ("sign", "place:po", ["p"], lambda made: made.elements["o"].sign, "-"),
    ("term", "place:po", ["h"], lambda made: made.elements["o"].horizon, "short"),
    ("hindering", "link:l1", ["t"], lambda made: made.links[0].effect, Effect.HINDERS),
    ("a link removed", "link:l1", ["x"], lambda made: made.links, ()),
    ("an element taken out", "place:pr", ["x"], lambda made: sorted(made.elements), ["c", "m", "o"]),
    (
        "a passage taken from under",
        "ground:pm:gm",
        ["x"],
        lambda made: "gm" in {each.id for each in made.groundings},
        False,
    ),
    ("the first actor offered", "place:pm", ["a", "enter"], lambda made: made.elements["m"].actor, "borger"),
    ("the proposed box", "place:pm", ["b", "enter"], lambda made: bool(made.elements["m"].node_id), True),
    ("a box of its own", "place:pm", ["b", "down", "enter"], lambda made: made.elements["m"].new, True),
    ("no hypothesis", "title", ["H", "enter"], lambda made: made.configuration.hypotheses, ()),
    (
        "the proposed core element",
        "core",
        ["enter", "enter"],
        lambda made: bool(made.configuration.core_id),
        True,
    ),
    ("no case", "case", ["enter", "enter"], lambda made: made.configuration.case_id, None),
    ("another level", "title", ["L"], lambda made: made.configuration.level, "consolidated"),
    ("submitted", "title", ["r", "down", "enter"], lambda made: made.configuration.status, Status.SUBMITTED),
]


@pytest.mark.parametrize(
    ("row", "keys", "found", "expected"), [each[1:] for each in DEEDS], ids=[each[0] for each in DEEDS]
)
async def test_a_key_does_its_deed_and_undo_takes_it_back(
    configured: str, row: str, keys: list[str], found: Callable[[Assembled], Any], expected: Any
) -> None:
    before = stored(configured)
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, row)
        await press(app, pilot, *keys)
        done = stored(configured)
        await press(app, pilot, "u")
    assert found(done) == expected
    assert found(before) != expected
    assert stored(configured) == before


async def test_an_element_is_reworded_in_both_configurations_that_share_it(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press(app, pilot, "n")
        assert stored(configured, "K02").places == ()
        await press(app, pilot, "plus")
        await type_words(pilot, "dt samarb")
        await press(app, pilot, "down", "enter")
        await type_words(pilot, "r")
        await press(app, pilot, "enter")
        shared = stored(configured, "K02")
        assert [place.kind for place in shared.places] == [Kind.RESOURCE]
        assert set(shared.elements) == {"o"}, "the outcome of K01 as a resource: a chain"
        await press(app, pilot, "w")
        await press(app, pilot, "end", "!", "enter")
        assert status(app) == "Changed “Godt samarbejde” (also in K01)"
        await press(app, pilot, "B", "x", "ctrl+s")
        assert status(app) == "Changed because of K02"
    assert stored(configured).elements["o"].wording.endswith("!")


async def test_an_element_is_added_from_a_code_or_in_words_of_its_own(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await press(app, pilot, "plus")
        await type_words(pilot, "tør sige det")
        await press(app, pilot, "enter", "enter")
        await press(app, pilot, "plus")
        await type_words(pilot, "H1.M1")
        await press(app, pilot, "enter")
    made = stored(configured)
    assert [each.wording for each in made.of_kind(Kind.REASONING)] == ["Tryghed", "tør sige det", "Tryghed"]


async def test_elements_are_put_in_another_order_within_their_kind(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await press(app, pilot, "plus")
        await type_words(pilot, "tør")
        await press(app, pilot, "enter", "enter", "shift+up")
        assert [each.wording for each in stored(configured).of_kind(Kind.REASONING)] == ["tør", "Tryghed"]
        await press(app, pilot, "shift+up")
        assert "It is the first of its kind." in status(app)


async def test_ties_go_from_reasoning_to_reasoning_and_from_outcome_back(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await press(app, pilot, "l")
        await type_words(pilot, "O1")
        await press(app, pilot, "enter")
        await on_row(app, pilot, "place:po")
        await press(app, pilot, "l")
        await type_words(pilot, "M1")
        await press(app, pilot, "enter")
    ends = [(link.source_id, link.target_id) for link in stored(configured).links]
    assert ends == [("r", "m"), ("m", "o"), ("o", "m")]


async def test_a_context_is_tied_to_a_link_which_it_conditions(configured: str) -> None:
    async with running(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:pc")
        await press(app, pilot, "l", "enter")
        made = stored(configured)
        assert [(link.source_id, link.target_id, link.effect) for link in made.links[1:]] == [
            ("c", "l1", Effect.CONDITIONS)
        ]
        assert screen.rows.row == f"link:{made.links[1].id}", "the cursor is on what was made"
        await press(app, pilot, "t")
        assert "conditioning goes to a link" in status(app)
        await on_row(app, pilot, "place:pc")
        await press(app, pilot, "k")
        assert "only a context does" in status(app)
    assert stored(configured) == made


async def test_a_coded_passage_is_attached_to_a_link_with_a_stance_and_a_memo(configured: str) -> None:
    async with running(configured) as (app, pilot):
        screen = await on_row(app, pilot, "link:l1")
        await press(app, pilot, "e")
        await type_words(pilot, "H1.C1")
        await press(app, pilot, "enter", "c")
        attached = stored(configured).evidence[0]
        assert (attached.claim_id, attached.stance) == ("l1", Stance.CONTRADICTS)
        assert screen.rows.row == f"evidence:{attached.id}"
        await press(app, pilot, "t", "s", "m")
        await type_words(pilot, "efter skiftet")
        await press(app, pilot, "ctrl+s")
        changed = stored(configured).evidence[0]
        assert (changed.stance, changed.scope, changed.memo) == (
            Stance.REFINES,
            Scope.GENERAL,
            "efter skiftet",
        )
        await press(app, pilot, "x")
    assert stored(configured).evidence == ()


async def test_two_quick_keys_are_two_deeds(configured: str) -> None:
    before = entries(configured)
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "link:l1")
        await pilot.press("t", "t", "t")
        await settled(app, pilot)
    assert entries(configured) == before + 3
    assert stored(configured).links[0].effect is Effect.HINDERS


async def test_title_because_and_strength_are_written(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press(app, pilot, "w", "end")
        await type_words(pilot, " hjemme")
        await press(app, pilot, "enter", "B")
        await type_words(pilot, "nu ")
        await press(app, pilot, "ctrl+s", "j")
        await type_words(pilot, "bærer")
        await press(app, pilot, "enter")
        await type_words(pilot, "siges spontant")
        await press(app, pilot, "enter")
    own = stored(configured).configuration
    with open_project(configured) as project:
        judged = project.judgements("k1")
    assert own.title == "Ét nummer hjemme"
    assert own.because == "nu hun kender vejen"
    assert [(each.words, each.reason) for each in judged] == [("bærer", "siges spontant")]


async def test_a_judgement_without_a_reason_is_refused_in_a_sentence(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press(app, pilot, "j", "x", "enter", "enter")
        assert "A judgement of strength needs its words and a reason." in status(app)


async def test_removing_a_configuration_takes_its_judgements_and_undo_brings_all_back(
    configured: str,
) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press(app, pilot, "j", "x", "enter", "y", "enter")
        before = stored(configured)
        await press(app, pilot, "X")
        assert numbers(configured) == []
        await press(app, pilot, "u")
    assert stored(configured) == before


async def test_acceptance_lapses_when_a_link_changes(configured: str) -> None:
    async with running(configured) as (app, pilot):
        screen = await on_row(app, pilot, "title")
        await press(app, pilot, "r")
        await type_words(pilot, "accepted")
        await press(app, pilot, "enter")
        await on_row(app, pilot, "link:l1")
        await press(app, pilot, "t")
        assert screen.bench is not None
        assert screen.bench.answer.line.status == "accepted, changed since"
        assert any(line.right == "accepted, changed since" for line in screen.rows._lines)


async def test_enter_on_a_passage_opens_it_in_context_and_esc_comes_back(configured: str) -> None:
    async with running(configured) as (app, pilot):
        before = await on_row(app, pilot, "place:pm")
        await press(app, pilot, "right", "down", "enter")
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        assert screen.pane.reading is not None
        selection = screen.pane.cursor.selection
        assert selection is not None
        assert selection.of(screen.pane.reading.text) == CALM
        await press(app, pilot, "escape", "escape")
        assert app.screen is before
        assert before.rows.row == "ground:pm:gm"


async def test_enter_on_a_prompt_goes_to_what_it_is_about(configured: str) -> None:
    async with running(configured) as (app, pilot):
        screen = await on_row(app, pilot, "title")
        asked = next(line for line in screen.rows._lines if "Whose reasoning is M1?" in line.pieces[-1][0])
        screen.rows.go_to(asked.id)
        await press(app, pilot, "enter")
        assert screen.rows.row == "place:pm"


async def test_the_list_shows_each_configuration_as_the_cursor_reaches_it(configured: str) -> None:
    async with running(configured) as (app, pilot):
        screen = await on_row(app, pilot, "title")
        await press(app, pilot, "n", "tab", "up")
        assert screen.bench is not None
        assert screen.bench.answer.line.number == "K01"
        await press(app, pilot, "down", "enter")
        assert screen.bench.answer.line.number == "K02"
        assert screen.rows.has_focus


async def test_on_a_narrow_screen_tab_brings_the_list_forward_and_esc_folds_it(configured: str) -> None:
    async with running(configured, (80, 24)) as (app, pilot):
        screen = await on_row(app, pilot, "title")
        assert not screen.query_one("#left").display
        await press(app, pilot, "tab")
        assert screen.query_one("#left").display
        await press(app, pilot, "escape")
        assert app.screen is screen
        assert not screen.query_one("#left").display


async def test_brackets_of_a_transcript_are_shown_whole(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "place:pc")
        await press(app, pilot, "right")
        assert "[suk]" in app.export_screenshot().replace("&#160;", " ")


async def test_a_realist_goes_all_the_way_by_keyboard_alone(study: str) -> None:
    """Read, make a configuration of a narrative, tie its four parts, attach counter-evidence: it is in the theory."""
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", START)
        await press(app, pilot, "shift+down", "shift+down", "shift+down", "k", "enter")
        await press(app, pilot, "w")
        await type_words(pilot, "Ét nummer")
        await press(app, pilot, "enter")
        for source, target in (("R1", "M1"), ("M1", "O1"), ("C1", "R1 → M1")):
            await press(app, pilot, "home", "l")
            await type_words(pilot, source)
            await press(app, pilot, "enter")
            await type_words(pilot, target.replace(" → ", " "))
            await press(app, pilot, "enter")
        await press(app, pilot, "escape")
        await read(app, pilot, "Mette", DOUBT)
        await press(app, pilot, "k", "enter", "down", "c")
    with open_project(study) as project:
        theory = project.theory()
    drawn = {arrow.id: arrow for arrow in theory.arrows if arrow.configurations}
    assert set(drawn) == {"K1-M1-promotes", "M1-S1-promotes", "C1-M1-conditions"}
    assert (drawn["K1-M1-promotes"].contradicts.passages, drawn["K1-M1-promotes"].contradicts.cases) == (1, 1)


# -- two programs on one file ----------------------------------------------------------------------------------------


@asynccontextmanager
async def two_running(location: str, row: str) -> AsyncIterator[tuple[Running, Running]]:
    """Two programs on one study, both with K01 on screen and the cursor on a line."""
    async with running(location) as one, running(location) as other:
        await on_row(*one, row)
        await on_row(*other, row)
        yield one, other


async def test_words_that_another_program_changed_meanwhile_are_not_written_over(configured: str) -> None:
    async with two_running(configured, "because") as (one, other):
        await press(*other, "B")
        await press(*one, "B")
        await type_words(one[1], "BBB ")
        await press(*one, "ctrl+s")
        await type_words(other[1], "DDD ")
        await press(*other, "ctrl+s")
        assert stored(configured).configuration.because == "BBB hun kender vejen"
        form = other[0].screen
        assert isinstance(form, QuestionScreen)
        assert "“BBB hun kender vejen”" in form.words
        assert form.query_one(TextArea).text == "DDD hun kender vejen", "what the person wrote is kept"
        await press(*other, "ctrl+s")
        assert stored(configured).configuration.because == "DDD hun kender vejen", "said knowingly"


@pytest.mark.parametrize(
    ("row", "key", "ends", "there"),
    [
        ("title", "w", ["enter"], "AÉt nummer"),
        ("place:pm", "w", ["enter"], "ATryghed"),
        ("title", "m", ["ctrl+s"], "A"),
        ("title", "j", ["enter", "A", "enter"], "A"),
    ],
    ids=["title", "wording", "memo", "strength"],
)
async def test_every_form_is_refused_where_its_words_were_changed_meanwhile(
    configured: str, row: str, key: str, ends: list[str], there: str
) -> None:
    async with two_running(configured, row) as (one, other):
        await press(*other, key)
        await press(*one, key, "home", "A", *ends)
        before = stored(configured)
        await press(*other, "home", "B", *ends)
        assert stored(configured) == before
        assert isinstance(other[0].screen, QuestionScreen)
        assert f"“{there}" in other[0].screen.words


async def test_another_field_of_the_same_configuration_is_no_hindrance(configured: str) -> None:
    async with two_running(configured, "title") as (one, other):
        await press(*other, "B")
        await press(*one, "w", "end", "A", "enter")
        await press(*other, "C", "ctrl+s")
    own = stored(configured).configuration
    assert (own.title, own.because) == ("Ét nummerA", "Chun kender vejen")


@pytest.mark.parametrize(
    ("row", "first", "then"),
    [
        ("link:l1", ["t"], ["t"]),
        ("place:pm", ["k"], ["k"]),
        ("place:po", ["p"], ["h"]),
        ("place:pm", ["A"], ["A"]),
        ("title", ["L"], ["L"]),
        ("title", ["L"], ["r", "down", "enter"]),
        ("place:pm", ["w", "x", "enter"], ["a", "enter"]),
        ("place:pm", ["w", "x", "enter"], ["x"]),
        ("place:pm", ["w", "x", "enter"], ["X"]),
    ],
)
async def test_a_key_pressed_on_what_is_no_longer_so_is_refused_and_the_view_made_fresh(
    configured: str, row: str, first: list[str], then: list[str]
) -> None:
    async with two_running(configured, row) as (one, other):
        await press(*one, *first)
        done = stored(configured)
        await press(*other, *then)
        assert stored(configured) == done
        assert "has been changed meanwhile" in status(other[0])
        screen = other[0].screen
        assert isinstance(screen, ConfigurationsScreen)
        assert screen.bench is not None
        assert screen.bench.assembled == done
        await press(*other, *then)
        assert stored(configured) != done if numbers(configured) else then == ["X"]


async def test_what_another_program_tied_is_not_removed_unseen(configured: str) -> None:
    async with two_running(configured, "place:pm") as (one, other):
        await press(*one, "l")
        await type_words(one[1], "O1")
        await press(*one, "enter")
        await press(*other, "x")
        assert len(stored(configured).links) == 2
        assert "has been changed meanwhile" in status(other[0])


async def test_an_addition_goes_through_whatever_others_did(configured: str) -> None:
    async with two_running(configured, "title") as (one, other):
        await press(*other, "plus")
        await press(*one, "L")
        await type_words(other[1], "tør")
        await press(*other, "enter", "enter")
    assert "tør" in {each.wording for each in stored(configured).elements.values()}


async def test_quick_keys_of_one_person_with_windows_between_are_all_done(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await pilot.press("A", "A", "a")
        await settled(app, pilot)
        await press(app, pilot, "enter", "A")
    made = stored(configured).elements["m"]
    assert (made.activation, made.actor) == ("strong", "borger")


async def test_quick_keys_and_undo_keep_their_order(configured: str) -> None:
    before = stored(configured)
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "place:pm")
        await pilot.press("A", "x", "u", "u", "A", "escape")
        await settled(app, pilot)
        assert isinstance(app.screen, CodingScreen)
    assert stored(configured) == replace(
        before,
        elements={**before.elements, "m": replace(before.elements["m"], activation=Activation.WEAK)},
    )


async def test_what_others_wrote_is_shown_when_one_comes_back_to_the_screen(configured: str) -> None:
    async with two_running(configured, "title") as (one, other):
        await press(*other, "slash")
        await press(*one, "w", "end", "A", "enter")
        await press(*other, "escape")
        screen = other[0].screen
        assert isinstance(screen, ConfigurationsScreen)
        assert screen.bench is not None
        assert screen.bench.assembled.configuration.title == "Ét nummerA"


# -- keys where they have no meaning ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "key", "words"),
    [
        ("link:l1", "w", "w changes words"),
        ("link:l1", "k", "The kind belongs to an element"),
        ("title", "a", "An actor belongs to an element"),
        ("title", "c", "A code belongs to an element"),
        ("title", "b", "A box belongs to an element"),
        ("title", "p", "Only an outcome has a sign"),
        ("place:pm", "h", "Only an outcome has a term"),
        ("place:po", "A", "Only a reasoning is activated"),
        ("title", "shift+up", "The order belongs to an element"),
        ("place:pm", "t", "Only a link or a passage for or against is turned"),
        ("place:pm", "s", "belongs to a passage for or against"),
        ("title", "x", "Go to an element, a link or a passage to remove it"),
    ],
)
async def test_a_key_without_meaning_on_a_line_says_what_it_is_for(
    configured: str, row: str, key: str, words: str
) -> None:
    before = entries(configured)
    async with running(configured) as (app, pilot):
        screen = await on_row(app, pilot, row)
        await press(app, pilot, key)
        assert app.screen is screen
        assert words in status(app)
    assert entries(configured) == before


@pytest.mark.parametrize("key", [*"wltxekaAphcbsmBHKoLrjX", "shift+up", "shift+down"])
async def test_every_key_without_a_configuration_says_how_one_begins(study: str, key: str) -> None:
    async with running(study) as (app, pilot):
        await press(app, pilot, "g", key)
        assert isinstance(app.screen, ConfigurationsScreen)
        assert "n begins one" in status(app)


# -- adding and tying ------------------------------------------------------------------------------------------------


async def test_a_code_added_brings_its_kind_and_words_of_ones_own_are_asked_for_it(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press(app, pilot, "plus")
        await type_words(pilot, "H1.R1")
        await press(app, pilot, "enter")
        assert isinstance(app.screen, ConfigurationsScreen)
        await on_row(app, pilot, "title")
        await press(app, pilot, "plus")
        await type_words(pilot, "tør")
        await press(app, pilot, "enter")
        await type_words(pilot, "O")
        await press(app, pilot, "enter")
    made = stored(configured)
    assert [each.wording for each in made.of_kind(Kind.RESOURCE)] == ["Aftalt kontaktperson"] * 2
    assert [each.wording for each in made.of_kind(Kind.OUTCOME)] == ["Godt samarbejde", "tør"]


async def test_on_a_line_that_says_the_kind_it_is_not_asked_for(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press(app, pilot, "n")
        await on_row(app, pilot, "frame:outcome")
        await press(app, pilot, "enter")
        assert isinstance(app.screen, ChooserScreen)
        assert app.screen.heading == "Add an outcome"
        await type_words(pilot, "tør")
        await press(app, pilot, "enter")
    assert [each.wording for each in stored(configured, "K02").of_kind(Kind.OUTCOME)] == ["tør"]


async def test_own_words_that_are_like_someone_elses_element_do_not_share_it(configured: str) -> None:
    async with running(configured) as (app, pilot):
        await on_row(app, pilot, "title")
        await press(app, pilot, "n", "plus")
        await type_words(pilot, "Trygheden i det")
        await press(app, pilot, "enter")
        await type_words(pilot, "r")
        await press(app, pilot, "enter")
    made = stored(configured, "K02")
    assert [each.wording for each in made.elements.values()] == ["Trygheden i det"]
    assert "m" not in made.elements


async def test_a_chain_is_tied_by_going_on_from_the_end_of_the_link_before(configured: str) -> None:
    async with running(configured) as (app, pilot):
        screen = await on_row(app, pilot, "place:pm")
        await press(app, pilot, "x", "u")
        await on_row(app, pilot, "link:l1")
        await press(app, pilot, "l", "enter", "enter")
        made = stored(configured).links[1]
        assert (made.source_id, made.target_id) == ("m", "o")
        assert screen.rows.row == f"link:{made.id}"
        await press(app, pilot, "l", "enter", "enter")
    assert stored(configured).links[2].source_id == "o"


async def test_an_interviewers_words_are_not_taken_along(study: str) -> None:
    with open_project(study) as project:
        _code(project, "Mette", ASKED, "H1.M1")
    async with running(study) as (app, pilot):
        await read(app, pilot, "Mette", ASKED)
        await press(app, pilot, "k", "enter")
        assert "The interviewer's words are not evidence: nothing was taken along." in status(app)
    assert numbers(study) == []


# -- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_screen_looks_as_it_did(configured: str, size: tuple[int, int], snap_compare: Any) -> None:
    async def to_the_reasoning(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, RcoderApp)
        await settled(app, pilot)
        await on_row(app, pilot, "place:pm")
        await press(app, pilot, "right")

    assert snap_compare(RcoderApp(configured, "Tester"), terminal_size=size, run_before=to_the_reasoning)


def test_the_claims_look_as_they_did(configured: str, snap_compare: Any) -> None:
    async def to_the_claims(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, RcoderApp)
        await settled(app, pilot)
        await read(app, pilot, "Mette", DOUBT)
        await press(app, pilot, "k", "enter")

    assert snap_compare(RcoderApp(configured, "Tester"), terminal_size=(80, 24), run_before=to_the_claims)
