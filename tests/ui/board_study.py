"""A study with gaps, for the board: five cases, two waves in one cell, two project managers, two coders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rcoder.domain.actions.coding import code_passage, finish
from rcoder.domain.actions.studying import release
from rcoder.domain.case import Attribute, Case, Choice
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.groups import read_criterion
from rcoder.domain.ids import named_id
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import AttributeType, Bilingual, Subject
from rcoder.project import Project, create_project, open_project
from rcoder.project.attributes import definition
from rcoder.project.groups import addition
from small_study import codebook, interview

ATTRIBUTES = (
    Attribute("", "ledighed_aar", Subject.CASE, AttributeType.NUMBER, Bilingual("Års ledighed"), Bilingual("Hvor længe borgeren har været ledig."), Bilingual("år", "years")),
    Attribute("", "skift", Subject.CASE, AttributeType.YES_NO, Bilingual("Skift af sagsbehandler"), Bilingual("Om sagsbehandleren skiftede.")),
    Attribute("", "historik", Subject.CASE, AttributeType.CHOICE, Bilingual("Historik"), choices=(Choice("kort", Bilingual("Kort")), Choice("lang", Bilingual("Lang")))),
    Attribute("", "start", Subject.CASE, AttributeType.DATE, Bilingual("Begyndte")),
    Attribute("", "sted", Subject.INTERVIEW, AttributeType.TEXT, Bilingual("Sted")),
)  # fmt: skip

CASES = (
    ("Sag 01", "Tranlev", "with_hours", {"ledighed_aar": "6", "skift": "no"}, "borger sagsbehandler mentor"),
    ("Sag 02", "Skovklit", "without_hours", {"ledighed_aar": "2.5", "skift": "yes"}, "borger sagsbehandler"),
    ("Sag 03", "Skovklit", "with_hours", {"ledighed_aar": "9"}, "borger virksomhedskonsulent"),
    ("Sag 04", "", "", {}, "mentor virksomhedskontaktperson"),
    ("Sag 05", "Tranlev", "with_hours", {"skift": "no"}, ""),
)
TALK = (
    ("INTERVIEWER", "Hvordan gik det?"),
    ("METTE", "Det gik godt. Hun ringede."),
    ("METTE", "Og så kom timerne."),
)


def make(place: Path) -> str:
    """Makes the study. Jonas has released his layer, Anne has begun."""
    with create_project(str(place), "Lille studie", codebook(), coder="Jonas Krogh") as project:
        for attribute in ATTRIBUTES:
            project.do(definition(project, attribute))
        for name, municipality, outcome, values, roles in CASES:
            case = Case(named_id("case", name), name, municipality, outcome, values)
            for role in roles.split():
                interview(project, f"{name}: {role}", case, (*TALK, ("METTE", f"{name} {role}.")), role)
            if not roles:
                from rcoder.domain.journal import Deed, added

                project.do(Deed("Made a case", added(case)))
        first = next(each for each in project.cases() if each.name == "Sag 01")
        interview(project, "Sag 01: borger igen", first, (*TALK, ("METTE", "Anden gang.")), "borger")
        interview(project, "Åse", None, TALK, "projektleder")
        _code(project, "Sag 01: borger", "Sag 02: borger", done="Sag 02: borger")
        project.do(addition(project, Bilingual("Lang ledighed"), [read_criterion("ledighed_aar >= 5")]))
        project.do(release(Coder(project.coder_id, "Jonas Krogh")))
    with open_project(str(place), coder="Anne") as project:
        _code(project, "Sag 01: borger", "Sag 01: mentor", done="Sag 01: mentor")
    return str(place)


def _code(project: Project, *titles: str, done: str) -> None:
    code = project.code("H1.M1")
    for title in titles:
        transcript = _called(project, title)
        start = project.text(transcript).index("Det gik")
        coding = Coding(
            named_id(title, project.coder), transcript.id, start, start + 12, code.id, project.coder_id, code.kind
        )  # fmt: skip
        project.do(code_passage(coding, code, transcript))
    finished = _called(project, done)
    project.do(finish(Finish(named_id(done, project.coder), finished.id, project.coder_id), finished))


def _called(project: Project, title: str) -> Transcript:
    return next(project.transcript(line.id) for line in project.transcript_lines() if line.title == title)


Reopened = Callable[[], Project]
