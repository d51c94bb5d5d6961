"""A hostile study (`test_hostile.py`) with everything there is of a theory, each of its words hostile too."""

from __future__ import annotations

from typing import Any

from rcoder.domain.codebook import Code, Node, Theory, TheoryLink
from rcoder.domain.comment import Comment
from rcoder.domain.configuration import (
    ConditionJudgement,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Judgement,
    Link,
    Place,
)
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.journal import Deed, added
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.rival import Kinship, Rival
from rcoder.domain.words import (
    Answered,
    Bilingual,
    Category,
    Claim,
    Column,
    ConditionState,
    Effect,
    Fate,
    Kin,
    Kind,
    Level,
    Material,
    Stance,
)
from rcoder.project import Project
from rcoder.project.consolidating import bring, consolidated
from rcoder.project.versions import save

LONG = "meget langt " * 400


def add_theory(project: Project, words: str) -> None:
    """Configurations in a chain and one of them consolidated, with everything on them that words can be written in."""
    me, both = project.coder_id, Bilingual(words, words)
    project.do(
        Deed(
            "Condition",
            added(
                Code(
                    "SC1.1",
                    "b",
                    f"SC1.1{words}",
                    Category.CONDITION,
                    "H1",
                    3,
                    Kind.RESOURCE,
                    label=both,
                    title=both,
                    definition=both,
                )
            ),
        )
    )
    for number, title in (("g", words), ("h", f"{words} {LONG}")):
        project.do(Deed("Began", added(*_configuration(number, title, me, words))))
    project.do(Deed("Said", added(*_said(me, words))))
    brought = bring(project, ["g", "h"])
    project.do(consolidated(project, brought.members, brought.meetings, words)[1])
    save(project, f"Udkast {words}", words)


def add_figure(project: Project, words: str) -> None:
    """A theory of two boxes and an arrow, so that there is a figure."""
    both = Bilingual(words, words)
    theory = Theory("o", "b", "overall", title=both, note=both)
    nodes = [
        Node(f"o{key}", "o", key, column, both, codes=(code,))
        for key, column, code in (("K1", Column.CORE, "H1.R1"), ("M1", Column.MECHANISM, "H1.M1"))
    ]
    link = TheoryLink("ol", "o", "oK1", "oM1", Effect.PROMOTES, section=words, note=both)
    project.do(Deed("Drew", added(theory, *nodes, link)))


def _configuration(name: str, title: str, me: str, words: str) -> list[Any]:
    elements = [
        Element(
            f"{name}{kind}",
            f"{kind} {words} {title}",
            "H1.R1" if kind is Kind.RESOURCE else None,
            actor=words,
        )
        for kind in Kind
    ]
    places = [
        Place(f"p{each.id}", name, each.id, kind, n)
        for n, (each, kind) in enumerate(zip(elements, Kind, strict=True))
    ]
    context, resource, reasoning, outcome = (each.id for each in elements)
    links = [Link(f"{name}l1", name, resource, reasoning), Link(f"{name}l2", name, reasoning, outcome, position=1),
             Link(f"{name}l3", name, context, f"{name}l1", Effect.CONDITIONS, 2)]  # fmt: skip
    own = Configuration(
        name,
        f"K0{'gh'.index(name) + 2}",
        me,
        title,
        ("H1",),
        Level.CASE,
        "k",
        because=words,
        memo=words,
        conditions=("SC1.1",),
    )
    shared = [Place("chain", "h", f"g{Kind.OUTCOME}", Kind.CONTEXT, 9)] if name == "h" else []
    return [own, *elements, *places, *shared, *links, Grounding(f"{name}c1", resource, "c1")]


def _said(me: str, words: str) -> list[Any]:
    claims = [(Claim.CONFIGURATION, "g"), (Claim.LINK, "gl1"), (Claim.ELEMENT, f"h{Kind.RESOURCE}"), (Claim.CODE, "H1"),
              (Claim.RIVAL, "r"), (Claim.STATE, "j"), (Claim.SUMMARY, "s"), (Claim.TURNING_POINT, "t"), (Claim.TRAY, "")]  # fmt: skip
    exhibit = Exhibit("x", me, Material.SURVEY, words, words, f"68 % {words}", f"112 {words}", words, "k")
    return [
        Rival("r", "g", me, words, Fate.DROPPED, words, "h"),
        ConditionJudgement("j", "SC1.1", "k", me, ConditionState.MET, words),
        Summary("s", "k", "H1", me, f"{words}\n{LONG}"),
        TurningPoint("t", "k", me, words, words),
        Kinship("n", "g", Kin.CONTRADICTS, "h", me, words),
        Judgement("u", "g", me, words, words),
        PromptAnswer("a", "no_rival", "h", "", me, Answered.NOT_APPLICABLE, words),
        exhibit,
        *(
            Bearing(f"b{n}", "x", claim, at, Stance.CONTRADICTS, me, words)
            for n, (claim, at) in enumerate(claims[:3])
        ),
        *(
            Evidence(f"v{n}", claim, at, "t1", 70, 90, Stance.SUPPORTS, me, memo=words)
            for n, (claim, at) in enumerate(claims)
        ),
        Comment("m1", "g", me, f"{words}\n{words}", "evidence", "v0", at="2026-01-01T00:00:00Z"),
        Comment("m2", "g", me, words, "element", f"g{Kind.RESOURCE}", at="2026-01-01T00:00:01Z"),
        Comment("m3", "g", me, words, "element", f"g{Kind.RESOURCE}", "m2", at="2026-01-01T00:00:02Z"),
    ]
