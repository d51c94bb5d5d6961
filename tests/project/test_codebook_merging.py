"""Codes merged and divided in a study with a layer that is not released, and the passages looked at again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.configuration import Configuration, Element, Grounding, Place
from rcoder.domain.errors import Misuse, NotFound, Stale
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Category, Kind, MemoKind, Polarity, Status, Subject
from rcoder.project import Project, open_project
from rcoder.project.codebook_dividing import NewCode, divide
from rcoder.project.codebook_merging import look, merge
from rcoder.project.codebook_work import Wanted, add_code, bring_back, edit, removal, retire
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.memos import add_memo
from rcoder.project.rechecks import give, rechecks, stays, to_look_at
from rcoder.project.seen import as_seen

SECRET = "Bos hemmelige arbejde"  # noqa: S105 - a phrase to look for, no password
WORDS = {"H1.M2": "Ro", "H1.M3": "Mod"}


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """A study with a second reasoning, H1.M2; Bo's codings and accepted configuration of it are hidden, Anne has codings."""
    with new_project(coder="Bo") as bo:
        list(import_files(bo, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        bo.do(add_code(bo, "H1", Wanted({"label.da": "Ro", "label.en": "Calm"}, {"kind": Kind.REASONING})))
        own, _ = code_passage(bo, "interview.txt", Span(70, 90), "H1.M2", CodingFlags(memo=SECRET))
        code_passage(bo, "interview.txt", Span(70, 90), "H1.M1", CodingFlags())
        code_passage(bo, "interview.txt", Span(100, 120), "H1.M2", CodingFlags())
        configuration = Configuration(new_id(), "K01", bo.coder_id, SECRET, (bo.code("H1").id,))
        element = Element(new_id(), SECRET, bo.code("H1.M2").id)
        place = Place(new_id(), configuration.id, element.id, Kind.REASONING)
        bo.do(begin(configuration, [element], [place], [Grounding(new_id(), element.id, own.id)]))
        bo.do(give_status(bo.configuration("K01").assembled, Status.ACCEPTED, bo.coder_id))
        add_memo(bo, Subject.CODING, own.id, kind=MemoKind.ANALYTIC, title=SECRET, text=SECRET)
        with open_project(bo.location, coder="Anne") as anne:
            flags = CodingFlags(polarity=Polarity.ABSENT)
            code_passage(anne, "interview.txt", Span(60, 90), "H1.M2", flags)
            code_passage(anne, "interview.txt", Span(130, 150), "H1.M2", CodingFlags(kind=Kind.CONTEXT))
        return bo.location


def test_everybody_s_codings_follow_and_nobody_is_told_of_the_hidden_ones(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        before = look(anne, "H1.M2", "H1.M1")
        assert (before.words, before.looked_at) == ("2 codings", 2)
        entry = anne.do(merge(anne, "H1.M2", "H1.M1"), why="det samme")
        assert SECRET in repr(entry.changes)
        seen = as_seen(anne, entry)
        assert SECRET not in repr(seen.changes)
        assert "K01" not in repr(seen.changes)
        assert not [each for each in seen.changes if each.table in ("elements", "groundings", "memos")]
        assert entry.sentence == "Merged H1.M2 Ro into H1.M1 Tryghed"
        found = {each.coding.start: each for each in anne.coding_lines()}
        assert {each.code for each in found.values()} == {"H1.M1"}
        assert (found[60].coding.polarity, found[130].coding.kind) == (Polarity.ABSENT, Kind.CONTEXT)
        assert [each.line.coding.start for each in rechecks(anne)] == [60, 130]
        assert to_look_at(anne) == 2
        assert (anne.code("H1.M2").retired, anne.code("H1.M2").note) == (True, "merged into H1.M1")
    with open_project(study, coder="Bo") as bo:
        assert [(each.code, each.coding.start) for each in bo.coding_lines()] == [
            ("H1.M1", 70),
            ("H1.M1", 100),
        ]
        assert bo.coding_lines()[0].coding.memo == f"H1.M2: {SECRET}"
        answer = bo.configuration("K01")
        assert answer.line.status == "accepted"
        (grounding,) = answer.assembled.groundings
        assert grounding.coding_id == bo.coding_lines()[0].coding.id
        assert [each.line.coding.start for each in rechecks(bo)] == [100]


def test_a_coding_that_becomes_one_with_one_there_is_not_said_to_wait(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        code_passage(anne, "interview.txt", Span(60, 90), "H1.M1", CodingFlags())
        assert look(anne, "H1.M2", "H1.M1").looked_at == 1
        anne.do(merge(anne, "H1.M2", "H1.M1"))
        assert to_look_at(anne) == 1


def test_undo_brings_everybody_s_work_back_and_redo_merges_again(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        before = (anne.coding_lines(), bo.coding_lines(), bo.configurations(), set(anne.codes().values()))
        anne.do(merge(anne, "H1.M2", "H1.M1"))
        assert SECRET not in repr(as_seen(anne, anne.undo() or pytest.fail("nothing to undo")).changes)
        assert (
            anne.coding_lines(),
            bo.coding_lines(),
            bo.configurations(),
            set(anne.codes().values()),
        ) == before
        assert to_look_at(bo) == 0
        anne.redo()
        assert {each.code for each in bo.coding_lines()} == {"H1.M1"}
        assert (to_look_at(anne), to_look_at(bo)) == (2, 1)


def test_what_a_hidden_coder_did_since_keeps_the_merge_and_is_not_told(study: str) -> None:
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        anne.do(merge(anne, "H1.M2", "H1.M1"))
        bo.do(stays(bo, rechecks(bo)[0].recheck.id))
        with pytest.raises(Stale, match="something it changed"):
            anne.undo()
        assert to_look_at(anne) == 2


def test_an_accepted_configuration_that_is_drawn_elsewhere_then_has_changed_since(study: str) -> None:
    with open_project(study, coder="Bo") as bo:
        own = bo.configuration("K01").assembled
        element = next(iter(own.elements.values()))
        worded = Element(element.id, "Tryghed", element.code_id)
        from rcoder.domain.journal import Deed, changed

        bo.do(Deed("Worded anew", changed(element, worded)))
        bo.do(give_status(bo.configuration("K01").assembled, Status.ACCEPTED, bo.coder_id))
        assert bo.configuration("K01").line.status == "accepted"
        bo.do(merge(bo, "H1.M2", "H1.M1"))
        assert bo.configuration("K01").line.status == "accepted, changed since"
        bo.undo()
        assert bo.configuration("K01").line.status == "accepted"


def test_a_passage_is_given_a_code_or_keeps_its_own_and_is_settled_by_one_deed(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        anne.do(merge(anne, "H1.M2", "H1.M1"))
        first, second = rechecks(anne)
        assert (first.old or anne.code("H1.M1")).key == "H1.M2"
        assert anne.do(give(anne, first.recheck.id, "H1.C1")).sentence.startswith(
            "Gave Sag 01 · borger 60–90 the code H1.C1"
        )
        assert [each.recheck for each in rechecks(anne)] == [second.recheck]
        anne.undo()
        assert [each.recheck for each in rechecks(anne)] == [first.recheck, second.recheck]
        anne.do(stays(anne, second.line.coding.id))
        with pytest.raises(NotFound, match=r"rcoder rechecks"):
            stays(anne, second.recheck.id)
        assert (
            anne.do(give(anne, first.recheck.id, "H1.M1")).sentence
            == "Looked again at Sag 01 · borger 60–90: it stays H1.M1 Tryghed"
        )
        assert to_look_at(anne) == 0
    with open_project(study, coder="Bo") as bo, pytest.raises(NotFound):
        stays(bo, first.recheck.id)


def test_a_divided_code_offers_its_parts_to_each_coder(study: str) -> None:
    parts = [
        NewCode(Wanted({"label.da": "Ro i kroppen"})),
        NewCode(Wanted({"label.da": "Ro på jobbet"}), "H1.M9"),
    ]
    with open_project(study, coder="Anne") as anne, open_project(study, coder="Bo") as bo:
        entry = anne.do(divide(anne, "H1.M2", parts))
        assert entry.sentence == "Divided H1.M2 Ro into H1.M3 Ro i kroppen and H1.M9 Ro på jobbet"
        assert SECRET not in repr(as_seen(anne, entry).changes)
        lines = rechecks(anne)
        assert [[part.key for part in each.parts] for each in lines] == [["H1.M3", "H1.M9"]] * 2
        anne.do(give(anne, lines[0].recheck.id, "H1.M9"))
        assert [each.code for each in anne.coding_lines()] == ["H1.M9", "H1.M2"]
        assert len(rechecks(bo)) == 2
        bo.do(give(bo, rechecks(bo)[0].recheck.id, "H1.M3"))
        anne.undo()
        with pytest.raises(Stale, match="Another coder's work rests on this"):
            anne.undo()


def test_a_support_condition_is_divided_too_and_a_code_retired_in_dividing(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        anne.do(divide(anne, "SC1.1", [NewCode(Wanted({"label.da": "Én på jobcentret"}))]))
        assert (anne.code("SC1.2").category, anne.code("SC1.2").parent_id) == (
            Category.CONDITION,
            anne.code("H1").id,
        )
        anne.do(divide(anne, "H1.M2", [NewCode(Wanted({"label.da": "Mod"}))], retire=True))
        assert anne.code("H1.M2").retired
        assert [each.parts[0].key for each in rechecks(anne)] == ["H1.M3", "H1.M3"]
        anne.do(retire(anne, "H1.M3"))
        assert [each.parts for each in rechecks(anne)] == [(), ()]


def test_a_code_that_passages_were_looked_at_for_is_not_removed(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        anne.do(merge(anne, "H1.M2", "H1.M1"))
        with pytest.raises(Misuse, match="2 passages that were to be looked at again"):
            removal(anne, "H1.M2")
    with open_project(study, coder="Carl") as carl, pytest.raises(Stale):
        carl.do(removal(carl, "H1.M2"))


def test_codings_of_a_code_that_was_merged_and_divided_are_listed_once(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        anne.do(merge(anne, "H1.M2", "H1.M1"))
        anne.do(divide(anne, "H1.M1", [NewCode(Wanted({"label.da": "Mod"}))]))
        lines = rechecks(anne)
        assert [(each.parts[0].key, each.recheck.code_id) for each in lines] == [
            ("H1.M3", anne.code("H1.M1").id)
        ] * 2
        anne.do(stays(anne, lines[0].recheck.id))
        assert len(rechecks(anne)) == to_look_at(anne) == 1


def test_hypotheses_are_merged_with_all_that_stands_under_them(study: str) -> None:
    from rcoder.project.codebook_work import add_hypothesis

    with open_project(study, coder="Anne") as anne:
        anne.do(add_hypothesis(anne, Wanted({"label.da": "Roller og ro"}), key="H2"))
        anne.do(merge(anne, "H1", "H2"))
        assert {
            each.parent_id for each in anne.codes().values() if each.category is not Category.HYPOTHESIS
        } == {anne.code("H2").id}
        assert all("H2" in box.hypotheses for box in anne.theory().boxes if not box.new)
        with open_project(study, coder="Bo") as bo:
            assert bo.configuration("K01").line.hypotheses == ("H2",)
        anne.undo()
        assert anne.code("H1.M1").parent_id == anne.code("H1").id


def test_a_merged_code_that_is_brought_back_keeps_its_key(study: str) -> None:
    with open_project(study, coder="Anne") as anne:
        anne.do(merge(anne, "H1.M2", "H1.M1"))
        anne.do(bring_back(anne, "H1.M2"))
        anne.do(edit(anne, "H1.M2", Wanted({"label.da": "Ro igen"})))
        assert anne.code("H1.M2").label.da == "Ro igen"
