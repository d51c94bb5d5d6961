"""A small study to compare on: five cases, six interviews, three coders of whom one is hidden from the asker."""

from __future__ import annotations

from typing import Any

from rcoder.domain.case import Case
from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.configuration import ConditionJudgement, Configuration, Element, Evidence, Link, Place
from rcoder.domain.journal import Deed, added
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Speaker, Transcript, Turn
from rcoder.domain.words import (
    Bilingual,
    Category,
    Claim,
    ConditionState,
    Effect,
    Kind,
    Level,
    Polarity,
    Scope,
    Stance,
)
from rcoder.project import Project, create_project
from rcoder.project.door import checksum, coder_id

TEXT = "A: Spørger om noget.\nB: Svarer meget længe.\nC: Siger også noget her.\nA: Spørger igen.\nB: Svarer mere nu.\n"
BOOK = Codebook("b", "small", "1", Bilingual("Bog", "Book"))
CODES = (
    Code("h", "b", "H1", Category.HYPOTHESIS, None, 0, label=Bilingual("Roller", "Roles")),
    Code("h2", "b", "H2", Category.HYPOTHESIS, None, 1, label=Bilingual("Match", "Match")),
    Code("s", "b", "SC1", Category.CONDITION, "h", 0, label=Bilingual("Én", "One")),
    Code(
        "r", "b", "H1.R1", parent_id="h", position=0, kind=Kind.RESOURCE, label=Bilingual("Aftale", "Agreed")
    ),
    Code(
        "m",
        "b",
        "H1.M1",
        parent_id="h",
        position=1,
        kind=Kind.REASONING,
        label=Bilingual("Tryghed", "Safety"),
    ),
    Code("o", "b", "H2.O1", parent_id="h2", position=2, kind=Kind.OUTCOME, label=Bilingual("Timer", "Hours")),
)
CONTENTS = CodebookContents(BOOK, CODES)
CASES = (
    Case("c1", "Sag 1", "Nordby", "with_hours", {"aar": "6"}),
    Case("c2", "Sag 2", "Nordby", "with_hours", {"aar": "2"}),
    Case("c3", "Sag 3", "Åby", "without_hours", {}),
    Case("c4", "Sag 4", "", "", {"aar": "9"}),
    Case("c5", "Sag 5", "Åby", "with_hours", {}),
)
INTERVIEWS = (("t1", "c1"), ("t2", "c1"), ("t3", "c2"), ("t4", "c3"), ("t5", "c4"), ("t6", None))
"""Ids with their cases; the fifth case has none."""
ROLES = (("borger",), ("mentor", "sagsbehandler"), ("virksomhed",), (), ("borger",), ("projektleder",))
"""Of the voice C in each interview; B is always the citizen, except in the last, where B is nobody's role."""
COLOURS = {"Anne": False, "Bo": False, "Carl": True}
"""The coders, and whether they are released."""
FINISHED = (("t1", "Anne"), ("t2", "Carl"), ("t3", "Bo"), ("t6", "Anne"), ("t4", "Anne"))


def spoken() -> list[tuple[str, int, int]]:
    """Whose turns stand where in the text."""
    found, place = [], 0
    for line in TEXT.splitlines():
        name, _, words = line.partition(": ")
        start = place + len(name) + 2
        found.append((name, start, start + len(words)))
        place += len(line) + 1
    return found


def speakers_of(interview: str) -> list[Speaker]:
    """The three voices of an interview; C of the first and last interview is one person."""
    number = int(interview[1:]) - 1
    own = {"A": (), "B": ("borger",) if interview != "t6" else (), "C": ROLES[number]}
    person = "p" if interview in ("t1", "t6") else ""
    return [
        Speaker(
            f"{interview}{name}",
            interview,
            name,
            own[name],
            name == "A",
            place,
            person if name == "C" else "",
        )
        for place, name in enumerate("ABC")
    ]


def build(place: str) -> Project:
    """The study, opened for Anne, with configurations and without any passage."""
    project = create_project(place, "Prøve", CONTENTS, coder="Anne")
    rows: list[Any] = [Coder(coder_id(name), name, free) for name, free in COLOURS.items() if name != "Anne"]
    rows += CASES
    for interview, case in INTERVIEWS:
        turns = tuple(Turn(start, end, f"{interview}{name}") for name, start, end in spoken())
        rows.append(
            Transcript(
                interview, interview, "da", checksum(TEXT), len(TEXT), f"{interview}.txt", interview, "txt", case, turns=turns
            )
        )  # fmt: skip
        rows += speakers_of(interview)
    rows += [Finish(f"f{number}", each, coder_id(name)) for number, (each, name) in enumerate(FINISHED)]
    project.do(Deed("Fill", added(*rows, *configurations())), texts=[TEXT])
    return project


def configurations() -> list[Any]:
    """K1 and K2, which shares an element with it, consolidated in K3; K4 is Bo's, K5 is rejected, K6 stands alone."""
    anne, bo = coder_id("Anne"), coder_id("Bo")
    found: list[Any] = [
        Configuration("k3", "K3", anne, "Samlet", ("h",), Level.CONSOLIDATED),
        Configuration("k1", "K1", anne, "Første", ("h",), case_id="c1", consolidated_in="k3"),
        Configuration("k2", "K2", anne, "Anden", ("h", "h2"), case_id="c2", consolidated_in="k3"),
        Configuration("k4", "K4", bo, "Skjult", ("h",), consolidated_in="k3"),
        Configuration("k6", "K6", anne, "Alene", ("h2",), conditions=("s",)),
    ]
    for number, (code, kind) in enumerate((("r", Kind.RESOURCE), ("m", Kind.REASONING), ("o", Kind.OUTCOME))):
        found.append(Element(f"e{number}", f"ord {number}", code))
        found.append(Place(f"p1{number}", "k1", f"e{number}", kind, number))
    found += [
        Element("e3", "kontekst"),
        Place("p13", "k1", "e3", Kind.CONTEXT, 3),
        Place("p20", "k2", "e1", Kind.REASONING, 0),
        Place("p21", "k2", "e2", Kind.OUTCOME, 1),
        Place("p60", "k6", "e2", Kind.OUTCOME, 0),
        Link("l1", "k1", "e0", "e1"),
        Link("l2", "k1", "e1", "e2", Effect.HINDERS),
        Link("l3", "k1", "e3", "l1", Effect.CONDITIONS),
        Link("l4", "k2", "e1", "e2"),
    ]
    return found


def coding(
    number: int, drawn: tuple[str, int, int, str, str, str, Scope, Polarity, bool, str | None]
) -> Coding:
    """A coding of what was drawn: interview, start, length, code, coder, kind, scope, polarity, counterfactual, case."""
    interview, start, length, code, coder, kind, scope, polarity, counterfactual, case = drawn
    return Coding(
        f"x{number:03}", interview, start, min(len(TEXT), start + length), code, coder_id(coder), Kind(kind), "",
        polarity, counterfactual, scope, case,
    )  # fmt: skip


def evidence(
    number: int, drawn: tuple[str, int, int, tuple[Claim, str], str, Stance, Scope, str | None]
) -> Evidence:
    """Evidence of what was drawn: interview, start, length, claim, coder, stance, scope, case."""
    interview, start, length, (claim, claim_id), coder, stance, scope, case = drawn
    return Evidence(
        f"v{number:03}", claim, claim_id, interview, start, min(len(TEXT), start + length), stance, coder_id(coder), scope, case
    )  # fmt: skip


def fill(project: Project) -> None:
    """A few passages of every sort, some of them on the same words."""
    scopes, stances, polarities = list(Scope), list(Stance), list(Polarity)
    coders = ("Anne", "Carl", "Bo")
    rows = [
        coding(n, (f"t{n % 6 + 1}", 20 + n % 4 * 9, 15, "rmosh"[n % 5], coders[n % 3], "context", scopes[n % 4], polarities[n % 3], n % 7 == 0, None))
        for n in range(40)
    ]  # fmt: skip
    claims = ((Claim.CONFIGURATION, "k1"), (Claim.LINK, "l2"), (Claim.ELEMENT, "e2"), (Claim.LINK, "l3"))
    rows_too = [
        evidence(n, (f"t{n % 6 + 1}", 20 + n % 4 * 9, 15, claims[n % 4], coders[n % 3], stances[n % 4], scopes[n % 3], None))
        for n in range(40)
    ]  # fmt: skip
    judged = ConditionJudgement("j", "s", "c1", rows[0].coder_id, ConditionState.MET, "hun siger det")
    project.do(Deed("Fill", added(*rows, *rows_too, judged)))


def as_passage(each: Coding | Evidence) -> Passage:
    """What a reader of the text makes of a coding or a piece of evidence, worked out without the project."""
    name = _speaker(each.start, each.end)
    case = each.case_id or dict(INTERVIEWS)[each.transcript_id]
    voice = next((one for one in speakers_of(each.transcript_id) if one.name == name), None)
    coder = next(one for one in COLOURS if coder_id(one) == each.coder_id)
    return Passage(
        each.id, each.transcript_id, each.transcript_id, each.start, each.end, TEXT[each.start : each.end], case, case or "",
        voice.id if voice else None, name, voice.roles if voice else (), voice.interviewer if voice else False,
        each.coder_id, coder, each.scope, each.stance if isinstance(each, Evidence) else None, "",
        voice.person if voice else "",
    )  # fmt: skip


def _speaker(start: int, end: int) -> str:
    """Whose turn has most of some words, the first of equals; "" where no turn has any."""
    found, most = "", 0
    for name, first, last in spoken():
        shared = min(end, last) - max(start, first)
        if shared > most:
            found, most = name, shared
    return found
