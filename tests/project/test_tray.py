"""The tray: passages that fit nothing yet go in, are found, and leave by being joined to a claim."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Evidence, Place
from rcoder.domain.errors import Misuse, NotFound, Stale, Unchanged
from rcoder.domain.ids import made_at, named_id, new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Directness, Kind, Stance
from rcoder.project import Project, open_project
from rcoder.project.claims import claims_in_words
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.evidence import again, evidence_of, turned
from rcoder.project.importing import Bringing, import_files
from rcoder.project.retrieving import retrieve
from rcoder.project.tray import (
    Home,
    attaching,
    in_tray,
    noting,
    putting,
    putting_back,
    taking_out,
    tray,
    tray_count,
)

SPAN = Span(130, 150)


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """An interview of Sag 01 and Anne's K01 with one element."""
    with new_project(coder="Anne") as anne:
        list(import_files(anne, [Bringing(interview_file, title="Mette", case="Sag 01", roles=("borger",))]))
        own = Configuration("k", "K01", anne.coder_id)
        anne.do(begin(own, [Element("e", "tryg")], [Place("p", "k", "e", Kind.REASONING)]))
        return anne.location


@pytest.fixture
def anne(study: str) -> Project:
    return open_project(study, coder="Anne")


def put(project: Project, note: str = "passer ikke") -> str:
    """Puts a passage in the tray; its id."""
    entry = project.do(putting(project, "Mette", SPAN, note=note))
    return entry.changes[0].id


def test_a_passage_in_the_tray_has_its_note_its_age_and_the_hypothesis_near_it(anne: Project) -> None:
    with anne:
        evidence_id = put(anne)
        assert tray(anne)[0].hypotheses == ()
        code_passage(anne, "Mette", Span(140, 160), "H1.M1", CodingFlags())
        (line,) = tray(anne)
        assert (line.passage.id, line.passage.memo, line.passage.case) == (
            evidence_id,
            "passer ikke",
            "Sag 01",
        )
        assert line.passage.stance is Stance.NEW
        assert line.hypotheses == ("H1",)
        assert line.at == made_at(evidence_id) != ""
        assert tray_count(anne.sight) == 1
        assert in_tray(anne, evidence_id[:13]).passage.id == evidence_id
        with pytest.raises(NotFound, match="no passage in the tray"):
            in_tray(anne, "ffffffff")


def test_the_same_words_are_put_there_once(anne: Project) -> None:
    with anne:
        put(anne)
        with pytest.raises(Unchanged, match="already"):
            putting(anne, "Mette", SPAN)
        with pytest.raises(Misuse):
            putting(anne, "Mette", Span(5, 5))
        with pytest.raises(Stale, match="corrected"):
            putting(anne, "Mette", SPAN, revision=7)


def test_a_passage_leaves_the_tray_by_being_attached_and_undo_puts_it_back(anne: Project) -> None:
    with anne:
        evidence_id = put(anne)
        before = evidence_of(anne, evidence_id)
        home = Home(Claim.ELEMENT, "e", Stance.CONTRADICTS)
        entry = anne.do(attaching(anne, evidence_id, home))
        assert "from the tray to “tryg”: contradicts" in entry.sentence
        assert tray(anne) == ()
        (joined,) = anne.configuration("K01").assembled.evidence_on("e")
        assert (joined.id, joined.stance, joined.memo) == (evidence_id, Stance.CONTRADICTS, "passer ikke")
        with pytest.raises(Misuse, match="left the tray"):
            attaching(anne, evidence_id, home)
        anne.undo()
        assert evidence_of(anne, evidence_id) == before
        assert tray_count(anne.sight) == 1


def test_a_claim_that_is_gone_takes_no_passage(anne: Project) -> None:
    with anne:
        evidence_id = put(anne)
        with pytest.raises(Stale, match="no longer there"):
            anne.do(attaching(anne, evidence_id, Home(Claim.LINK, "gone", Stance.SUPPORTS)))
        assert tray_count(anne.sight) == 1


def test_a_passage_on_a_claim_goes_back_into_the_tray_as_something_new(anne: Project) -> None:
    with anne:
        evidence_id = put(anne)
        anne.do(attaching(anne, evidence_id, Home(Claim.CONFIGURATION, "k", Stance.SUPPORTS)))
        entry = anne.do(putting_back(anne, evidence_id))
        assert "from K01 back in the tray" in entry.sentence
        found = evidence_of(anne, evidence_id)
        assert found is not None
        assert (found.claim, found.claim_id, found.stance) == (Claim.TRAY, "", Stance.NEW)
        with pytest.raises(Unchanged):
            putting_back(anne, evidence_id)


def test_the_note_is_written_and_the_passage_taken_out(anne: Project) -> None:
    with anne:
        evidence_id = put(anne)
        anne.do(noting(anne, evidence_id, " se H3 "))
        assert tray(anne)[0].passage.memo == "se H3"
        with pytest.raises(Unchanged):
            noting(anne, evidence_id, "se H3")
        anne.do(taking_out(anne, evidence_id))
        assert tray(anne) == ()
        with pytest.raises(NotFound):
            taking_out(anne, evidence_id)


def test_a_tray_of_a_hidden_layer_is_not_seen_and_a_released_one_not_changed(
    study: str, anne: Project
) -> None:
    with anne:
        evidence_id = put(anne)
    with open_project(study, coder="Bo") as bo:
        assert tray(bo) == ()
        assert tray_count(bo.sight) == 0
        assert again(bo.sight, [evidence_id]) == {}
        with pytest.raises(NotFound):
            noting(bo, evidence_id, "mit")
    with open_project(study, coder="Anne") as again_anne:
        own = next(each for each in again_anne.coders() if each.name == "Anne")
        from rcoder.domain.actions.studying import release

        again_anne.do(release(own))
    with open_project(study, coder="Bo") as bo:
        assert [each.passage.id for each in tray(bo)] == [evidence_id]
        for deed in (noting, putting_back_to, turning):
            with pytest.raises(Misuse, match="Anne's"):
                deed(bo, evidence_id, "x")


def putting_back_to(project: Project, evidence_id: str, _: str) -> None:
    putting_back(project, evidence_id)


def turning(project: Project, evidence_id: str, _: str) -> None:
    turned(project, evidence_id, "directness")


def test_directness_and_prompting_are_changed_on_evidence_and_codings_alike(anne: Project) -> None:
    with anne:
        evidence_id = put(anne)
        coding, _ = code_passage(anne, "Mette", SPAN, "H1.M1", CodingFlags())
        for own in (evidence_id, coding.id):
            anne.do(turned(anne, own, "directness"))
            assert again(anne.sight, [own])[own].directness is Directness.INFERRED
            anne.do(turned(anne, own, "directness"))
            assert again(anne.sight, [own])[own].directness is Directness.SAID
        with pytest.raises(NotFound):
            turned(anne, "gone", "directness")


def test_evidence_on_an_element_and_in_the_tray_is_found_and_named(anne: Project) -> None:
    with anne:
        first = put(anne)
        anne.do(putting(anne, "Mette", Span(100, 120)))
        anne.do(attaching(anne, first, Home(Claim.ELEMENT, "e", Stance.NEW)))
        found = retrieve(anne, "stance:new")
        named = {found[place].passage.id: found[place].code for (place,) in found.results}
        assert set(named.values()) == {"K01", "the tray"}
        assert [result for (result,) in retrieve(anne, "stance:any and on:K01").results]
        joined = evidence_of(anne, first)
        assert joined is not None
        assert claims_in_words(anne, [joined]) == {first: "K01"}


@given(st.integers(min_value=0, max_value=2**48 - 1))
def test_an_id_tells_when_it_was_made_and_any_other_text_tells_nothing(name: int) -> None:
    assert made_at(str(name)) == ""
    assert made_at(named_id(str(name))) == ""
    assert made_at(new_id()).endswith("Z")


def test_a_passage_is_no_claim_of_its_own(anne: Project) -> None:
    with anne:
        evidence_id = put(anne)
        assert isinstance(evidence_of(anne, evidence_id), Evidence)
        assert anne.configuration("K01").assembled.evidence == ()
