"""What hangs on what goes, and what a hidden layer may do to others' configurations: each rule by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from hanging import hanging
from playing import Player, interviews
from rcoder.domain.actions import coding, configuring
from rcoder.domain.actions.studying import release
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Stale
from rcoder.domain.words import Answered, Claim, Kind, Stance, Status
from rcoder.project import Project, open_project
from rcoder.project.assembling import assemble
from rcoder.project.belongings import belongings
from rcoder.project.comments import commenting_on, conversations
from rcoder.project.configurations import element_homes
from rcoder.project.consolidating import bring, consolidated
from rcoder.project.prompts import answer
from rcoder.project.reviewing import giving

Make = Callable[..., Project]


@pytest.fixture
def study(new_project: Make, tmp_path: Path) -> str:
    """Anne's released K01: a resource that leads to a reasoning; a coding of hers."""
    with new_project(coder="Anne") as anne:
        interviews(anne, tmp_path)
        for deed in ("coded", "released"):
            Player(anne, Random(1)).play((deed,))  # noqa: S311 - no secret
        begin(anne, "K", "K01")
        return anne.location


def begin(project: Project, name: str, number: str) -> None:
    elements = [Element(f"{name}0", "kontaktperson"), Element(f"{name}1", "tryg")]
    places = [
        Place(f"p{each.id}", name, each.id, kind, n)
        for n, (each, kind) in enumerate(zip(elements, (Kind.RESOURCE, Kind.REASONING), strict=True))
    ]
    own = Configuration(name, number, project.coder_id)
    project.do(
        configuring.begin(own, elements, places, links=[Link(f"{name}l", name, f"{name}0", f"{name}1")])
    )


def attach(project: Project, evidence_id: str) -> None:
    transcript = project.transcript("m0.txt")
    evidence = Evidence(
        evidence_id, Claim.LINK, "Kl", transcript.id, 45, 60, Stance.SUPPORTS, project.coder_id
    )
    project.do(coding.attach(evidence, "K01", transcript))


def remove(project: Project, name: str) -> None:
    (whole,) = assemble(project.sight, [name])
    project.do(configuring.drop(whole, element_homes(project.sight, name), belongings(project.sight, whole)))


def test_a_comment_on_a_passage_that_undo_takes_off_is_kept_as_one_on_the_whole(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        attach(anne, "v")
        bo.do(commenting_on(bo, "K01", "er det nok?", "evidence", "v"))
        anne.undo()
        (one,) = conversations(anne.sight)
        assert (one.first.comment.about, one.first.comment.about_id) == ("configuration", "")
        anne.redo()
        (one,) = conversations(anne.sight)
        assert (one.first.comment.about, one.first.comment.about_id) == ("evidence", "v")
        assert hanging(anne) == []


def test_nothing_is_said_of_a_passage_that_is_gone(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        attach(anne, "v")
        late = commenting_on(bo, "K01", "er det nok?", "evidence", "v")
        bo.do(late)
        bo.undo()
        anne.undo()
        for again in (lambda: bo.do(late), bo.redo):
            with pytest.raises(Stale, match="no longer there"):
                again()
        assert hanging(anne) == []


def test_no_prompt_is_answered_about_a_link_that_is_gone(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        late = answer(bo, ("link_without_passage", "K", "Kl"), Answered.DONE, "ledt i alle sager")
        bo.do(late)
        bo.undo()
        (whole,) = assemble(anne.sight, ["K"])
        anne.do(configuring.untie(whole, whole.links[0]))
        for again in (lambda: bo.do(late), bo.redo):
            with pytest.raises(Stale, match="no longer there"):
                again()
        assert hanging(anne) == []


def test_a_hidden_configuration_that_another_took_the_place_of_keeps_nobody_from_removing_that_one(
    study: str,
) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        begin(bo, "S", "K02")
        bo.do(giving(bo, "K02", Status.SUPERSEDED, "bedre", by="K01"))
        (whole,) = assemble(anne.sight, ["K"])
        assert belongings(anne.sight, whole).superseded == ()
        remove(anne, "K")
        assert bo.configuration("K02").assembled.configuration.superseded_by is None
        anne.undo()
        assert bo.configuration("K02").assembled.configuration.superseded_by == "K"
        assert hanging(anne) == []


def test_a_hidden_coder_lets_nobodys_element_rest_on_a_coding_that_others_see(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        coded = anne.coding_lines()[0].coding.id
        (whole,) = assemble(bo.sight, ["K"])
        deed = configuring.ground(whole.elements["K0"], [Grounding("g", "K0", coded)])
        with pytest.raises(Stale, match="would be seen"):
            bo.do(deed)
        anne.do(deed)


def test_what_a_hidden_coder_took_out_of_anothers_configuration_can_be_put_back(study: str) -> None:
    with open_project(study, coder="Bo") as bo:
        (whole,) = assemble(bo.sight, ["K"])
        bo.do(configuring.untie(whole, whole.links[0]))
        bo.undo()
        assert assemble(bo.sight, ["K"])[0].links == whole.links


def test_a_member_out_of_sight_is_no_row_of_the_answer(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        begin(bo, "S", "K02")
        me = next(each for each in bo.coders() if each.id == bo.coder_id)
        bo.do(release(me))
        brought = bring(anne, ["K01", "K02"])
        anne.do(consolidated(anne, brought.members, brought.meetings)[1])
        whole = next(each for each in anne.configuration_lines() if each.number == "K03").id
        assert [each.number for each in anne.members(whole)] == ["K01", "K02"]
        bo.do(release(next(each for each in bo.coders() if each.id == bo.coder_id), released=False))
        assert [each.number for each in anne.members(whole)] == ["K01"]
