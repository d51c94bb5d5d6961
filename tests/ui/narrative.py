"""A narrative of two interviews with every part coded, a configuration out of it, and what is asked of both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from opening import press_each, running, settle
from rcoder.domain.actions.coding import code_passage, finish
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.studying import bring_in, case_changes
from rcoder.domain.case import Case
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.configuration import Assembled, Configuration, Element, Grounding, Link, Place
from rcoder.domain.ids import named_id
from rcoder.domain.transcript import Annotation, Span, Speaker, Transcript, Turn
from rcoder.domain.words import Effect, Kind
from rcoder.project import Project, open_project
from rcoder.project.door import checksum
from rcoder.ui.app import RcoderApp
from rcoder.ui.screens.coding import CodingScreen
from rcoder.ui.screens.configurations import ConfigurationsScreen

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


def code_words(project: Project, transcript: str, words: str, *keys: str) -> None:
    """Gives words of a transcript codes."""
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


def narrate(project: Project) -> str:
    """Two interviews, one of a case and one without, with every part of a narrative coded; location of the project."""
    with project:
        mette = _bring_in(project, "Mette", Case("sag-1", "Sag 01"), [START, NAMED, CALM, TOLD, DOUBT])
        _bring_in(project, "Leder", None, [GENERAL])
        code_words(project, "Mette", START, "H1.C1")
        code_words(project, "Mette", NAMED, "H1.R1", "SC1.1")
        code_words(project, "Mette", CALM, "H1.M1")
        code_words(project, "Mette", TOLD, "H1.O1")
        project.do(finish(Finish("finish", mette, project.coder_id), project.transcript("Mette")))
        return project.location


def configure(study: str) -> str:
    """Gives the study K01: a context, a resource, a reasoning and an outcome, R1 → M1 tied."""
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
async def at_work(
    location: str, *, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[RcoderApp, Pilot[None]]]:
    """The program for the coder who made the study."""
    async with running(location, size=size, coder="Tester") as opened:
        yield opened


async def read(app: RcoderApp, pilot: Pilot[None], transcript: str, words: str) -> None:
    """Opens a transcript with the cursor on some words."""
    assert isinstance(app.screen, CodingScreen)
    with open_project(app.wanted or "") as project:
        place = project.transcript(transcript)
        position = project.text(place).index(words)
    app.screen.open_transcript(place.id, position)
    await settle(pilot)


async def on_row(app: RcoderApp, pilot: Pilot[None], row: str) -> ConfigurationsScreen:
    """Opens the configurations with the cursor on a line."""
    if not isinstance(app.screen, ConfigurationsScreen):
        await press_each(pilot, "g")
    screen = app.screen
    assert isinstance(screen, ConfigurationsScreen)
    screen.rows.go_to(row)
    await pilot.pause()
    assert screen.rows.row == row
    return screen


def stored(location: str, number: str = "K01") -> Assembled:
    """A configuration as it is stored."""
    with open_project(location) as project:
        return project.configuration(number).assembled


def numbers(location: str) -> list[str]:
    """The configurations there are."""
    with open_project(location) as project:
        return [line.number for line in project.configuration_lines()]


def entries(location: str) -> int:
    """How many entries the journal has."""
    with open_project(location) as project:
        return len(project.journal())
