"""Merging and dividing codes: nobody's passage is lost, and each is to be looked at again by its coder."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions.codebook_divide import divide_code, part_keys_of
from rcoder.domain.actions.codebook_merge import Resting, merge_codes
from rcoder.domain.codebook import Code, Codebook, Node, Theory
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.configuration import (
    Assembled,
    ConditionJudgement,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Place,
)
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, turned_round
from rcoder.domain.memo import Memo
from rcoder.domain.recheck import Recheck
from rcoder.domain.review import standing, with_status
from rcoder.domain.words import (
    Bilingual,
    Category,
    Claim,
    Column,
    ConditionState,
    Kind,
    Polarity,
    Scope,
    Stance,
    Status,
    Subject,
)

BOOK = Codebook("book", "small", "1.1", Bilingual("Lille", "Small"))
H1 = Code("H1", "book", "H1", Category.HYPOTHESIS, label=Bilingual("Klare roller", "Clear roles"))
M1 = Code(
    "M1",
    "book",
    "H1.M1",
    parent_id="H1",
    kind=Kind.REASONING,
    label=Bilingual("Tryghed", "Safety"),
    position=2,
)
M2 = Code(
    "M2", "book", "H1.M2", parent_id="H1", kind=Kind.REASONING, label=Bilingual("Ro", "Calm"), position=3,
    aliases=("fred",), cues=("så faldt jeg til ro",), note="fra pilot",
)  # fmt: skip
R1 = Code(
    "R1", "book", "H1.R1", parent_id="M2", kind=Kind.RESOURCE, label=Bilingual("Fast", "Fixed"), position=4
)
CODES = (H1, M1, M2, R1)
BY_ID = {each.id: each for each in CODES}


def coding(name: str, code: str = "M2", start: int = 0, coder: str = "anne", **more: object) -> Coding:
    return Coding(name, "t1", start, start + 10, code, coder, **{"kind": Kind.REASONING, **more})  # type: ignore[arg-type]


def merged(
    making: ModuleType, *begun: object, **resting: object
) -> tuple[Deed, dict[str, dict[str, dict[str, object]]]]:
    deed = merge_codes(BOOK, M2, M1, Resting(below=(R1,), by_id=BY_ID, **resting))  # type: ignore[arg-type]
    return deed, making.tables_after(Deed("Began", added(BOOK, *CODES, *begun)), deed)


def test_the_merged_code_is_retired_and_says_where_it_went(making: ModuleType) -> None:
    deed, tables = merged(making)
    codes = {each.key: each for each in making.stored(tables, Code)}
    assert deed.sentence == "Merged H1.M2 Ro into H1.M1 Tryghed"
    assert (codes["H1.M2"].retired, codes["H1.M2"].note) == (True, "fra pilot; merged into H1.M1")
    assert codes["H1.M1"].aliases == ("Ro", "Calm", "fred")
    assert codes["H1.M1"].cues == ("så faldt jeg til ro",)
    assert codes["H1.R1"].parent_id == "M1"
    assert making.stored(tables, Codebook)[0].version == "1.1+1"


def test_codings_follow_and_each_coder_looks_at_their_own_again(making: ModuleType) -> None:
    own, others = coding("a"), coding("b", start=20, coder="bo", kind=Kind.CONTEXT)
    _, tables = merged(making, own, others, codings=(own, others))
    found = {each.id: each for each in making.stored(tables, Coding)}
    assert {each.code_id for each in found.values()} == {"M1"}
    assert (found["a"].kind, found["b"].kind) == (Kind.REASONING, Kind.CONTEXT)
    again = making.stored(tables, Recheck)
    assert {(each.coding_id, each.coder_id, each.code_id) for each in again} == {
        ("a", "anne", "M2"),
        ("b", "bo", "M2"),
    }
    assert {each.why for each in again} == {"H1.M2 Ro was merged into H1.M1 Tryghed"}


def test_what_two_codings_of_the_same_words_say_is_kept_in_one(making: ModuleType) -> None:
    here = coding("here", "M1", memo="mit")
    same = coding("same", polarity=Polarity.ABSENT, scope=Scope.GENERAL, memo="hun mangler den")
    grounded = Grounding("g", "e", "same")
    about = Memo("m", "anne", Subject.CODING, "same")
    pointing = Memo("p", "anne", Subject.PROJECT, "", links=("same", "here"))
    _, tables = merged(
        making, here, same, grounded, about, pointing,
        codings=(same,), codings_there=(here,), groundings=(grounded,), memos=(about, pointing),
    )  # fmt: skip
    (left,) = making.stored(tables, Coding)
    assert (left.id, left.memo) == ("here", "mit\nH1.M2: absent, in general. hun mangler den")
    assert making.stored(tables, Grounding) == [Grounding("g", "e", "here")]
    assert [(each.about_id, each.links) for each in making.stored(tables, Memo)] == [
        ("here", ()),
        ("", ("here",)),
    ]
    assert making.stored(tables, Recheck) == []


def test_codings_of_other_cases_kinds_or_coders_are_no_doubles(making: ModuleType) -> None:
    here = coding("here", "M1")
    others = (coding("x", coder="bo"), coding("y", case_id="k2"), coding("z", kind=Kind.OUTCOME))
    _, tables = merged(making, here, *others, codings=others, codings_there=(here,))
    assert len(making.stored(tables, Coding)) == 4


def test_a_code_with_the_same_definition_needs_no_second_look(making: ModuleType) -> None:
    said = Bilingual("Borgeren føler sig tryg.", "")
    one, other = replace(M2, definition=said), replace(M1, definition=said)
    deed = merge_codes(BOOK, one, other, Resting(codings=(coding("a"),), by_id=BY_ID))
    assert not [each for each in deed.changes if each.table == "rechecks"]


def test_evidence_judgements_and_memos_go_along(making: ModuleType) -> None:
    evidence = Evidence("e", Claim.CODE, "M2", "t1", 0, 9, Stance.SUPPORTS, "anne", memo="fra M2")
    there = Evidence("f", Claim.CODE, "M1", "t1", 0, 9, Stance.SUPPORTS, "anne")
    against = Evidence("h", Claim.CODE, "M2", "t1", 0, 9, Stance.CONTRADICTS, "anne")
    judged = (
        ConditionJudgement("j1", "M2", "k1", "anne", ConditionState.MET),
        ConditionJudgement("j2", "M2", "k2", "anne", ConditionState.MET),
    )
    judged_there = ConditionJudgement("j3", "M1", "k1", "anne", ConditionState.NOT_MET)
    memo = Memo("m", "bo", Subject.CODE, "M2", text="om ro")
    _, tables = merged(
        making, evidence, there, against, *judged, judged_there, memo, evidence=(evidence, against),
        evidence_there=(there,), judgements=judged, judgements_there=(judged_there,), memos=(memo,),
    )  # fmt: skip
    assert [(each.id, each.claim_id, each.memo) for each in making.stored(tables, Evidence)] == [
        ("f", "M1", "H1.M2: fra M2"),
        ("h", "M1", ""),
    ]
    found = {each.id: each.condition_id for each in making.stored(tables, ConditionJudgement)}
    assert found == {"j2": "M1", "j3": "M1"}
    assert making.stored(tables, Memo)[0].about_id == "M1"


def test_a_box_has_the_other_code_in_its_place_once(making: ModuleType) -> None:
    theory, mini = Theory("overall", "book", "overall"), Theory("mini", "book", "H1", "H1")
    boxes = (
        Node("n1", "overall", "M1", Column.MECHANISM, Bilingual("Tryg"), codes=("M1",)),
        Node("n2", "overall", "M2", Column.MECHANISM, Bilingual("Ro"), codes=("R1", "M2")),
        Node("n3", "mini", "H1.n1", Column.MECHANISM, Bilingual("Ro"), codes=("M2", "R1")),
    )
    _, tables = merged(making, theory, mini, *boxes, nodes=boxes)
    assert [each.codes for each in making.stored(tables, Node)] == [("M1",), ("R1",), ("M1", "R1")]


def reviewed_study() -> tuple[Assembled, Assembled]:
    element, other = Element("e1", "ro", "M2"), Element("e2", "ro igen", "M2")
    whole = []
    for number, each in enumerate((element, other), start=1):
        own = Configuration(f"c{number}", f"K0{number}", "anne")
        place = Place(f"p{number}", own.id, each.id, Kind.REASONING)
        grounding = Grounding(f"g{number}", each.id, "same" if number == 1 else "a")
        assembled = Assembled(own, (place,), {each.id: each}, (), (grounding,))
        whole.append(with_status(assembled, Status.ACCEPTED, "bo"))
    return whole[0], whole[1]


def test_acceptance_stands_where_it_is_drawn_as_it_was_and_lapses_where_it_is_not(making: ModuleType) -> None:
    kept, moved = reviewed_study()
    here, same, own = coding("here", "M1"), coding("same"), coding("a", start=30)
    rows = [
        record
        for each in (kept, moved)
        for record in (each.configuration, *each.elements.values(), *each.places, *each.groundings)
    ]
    _, tables = merged(
        making, here, same, own, *rows,
        codings=(same, own), codings_there=(here,), groundings=(*kept.groundings, *moved.groundings),
        elements=(*kept.elements.values(), *moved.elements.values()), reviewed=(kept, moved),
        redrawn=frozenset({"e2"}),
    )  # fmt: skip
    assert {each.code_id for each in making.stored(tables, Element)} == {"M1"}
    assert standing(making.assemble(tables, "c1")).holds
    assert standing(making.assemble(tables, "c2")).say() == "accepted, changed since"


@pytest.mark.parametrize(
    ("gone", "into", "words"),
    [
        (M1, M1, "one code already"),
        (M1, H1, "same sort"),
        (M2, replace(R1, kind=Kind.REASONING), "stands under"),
        (M1, replace(M2, retired=True), "retired"),
        (M1, replace(M2, codebook_id="other"), "another codebook"),
    ],
)
def test_what_cannot_be_merged_is_said(gone: Code, into: Code, words: str) -> None:
    with pytest.raises(Misuse, match=words):
        merge_codes(BOOK, gone, into, Resting(by_id=BY_ID))


codings = st.lists(
    st.builds(
        coding, st.uuids().map(str), st.sampled_from(["M1", "M2"]), st.integers(0, 2),
        st.sampled_from(["anne", "bo"]), polarity=st.sampled_from(Polarity), memo=st.sampled_from(["", "x", "æ\nø"]),
    ),
    max_size=8, unique_by=lambda each: each.id,
)  # fmt: skip


@given(codings)
def test_no_memo_and_no_passage_is_lost_and_undo_brings_all_back(
    making: ModuleType, found: list[Coding]
) -> None:
    mine = tuple(each for each in found if each.code_id == "M2")
    there = tuple(each for each in found if each.code_id == "M1")
    begun = Deed("Began", added(BOOK, *CODES, Coder("anne", "Anne"), Coder("bo", "Bo"), *found))
    deed = merge_codes(BOOK, M2, M1, Resting(codings=mine, codings_there=there, below=(R1,), by_id=BY_ID))
    after = making.stored(making.tables_after(begun, deed), Coding)
    assert {(each.start, each.coder_id) for each in after} == {(each.start, each.coder_id) for each in found}
    for each in found:
        assert any(
            each.memo in one.memo for one in after if (one.start, one.coder_id) == (each.start, each.coder_id)
        )
    back = Deed("Undid", turned_round(deed.changes))
    assert making.tables_after(begun, deed, back) == making.tables_after(begun)


# -- dividing --------------------------------------------------------------------------------------------------------


def parts() -> list[Code]:
    return [
        replace(M1, id=f"new{number}", key=f"H1.M{number}", label=Bilingual(label, ""), aliases=(), cues=())
        for number, label in ((3, "Tør spørge"), (4, "Tør fejle"))
    ]


def test_a_divided_code_has_its_parts_beside_it_in_its_boxes(making: ModuleType) -> None:
    box = Node("n1", "overall", "M1", Column.MECHANISM, Bilingual("Tryg"), codes=("M1",))
    passages = (coding("a", "M1"), coding("b", "M1", coder="bo"))
    deed = divide_code(BOOK, M1, parts(), CODES, codings=passages, nodes=(box,))
    assert deed.sentence == "Divided H1.M1 Tryghed into H1.M3 Tør spørge and H1.M4 Tør fejle"
    tables = making.tables_after(Deed("Began", added(BOOK, *CODES, box, *passages)), deed)
    codes = {each.key: each for each in making.stored(tables, Code)}
    assert (codes["H1.M1"].retired, codes["H1.M1"].note) == (False, "divided into H1.M3, H1.M4")
    assert (codes["H1.M3"].parent_id, codes["H1.M3"].label) == ("H1", Bilingual("Tør spørge", "Tør spørge"))
    assert making.stored(tables, Node)[0].codes == ("M1", "new3", "new4")
    again = making.stored(tables, Recheck)
    assert {(each.coding_id, each.coder_id) for each in again} == {("a", "anne"), ("b", "bo")}
    assert {part_keys_of(each.why) for each in again} == {("H1.M3", "H1.M4")}
    assert {each.code_id for each in making.stored(tables, Coding)} == {"M1"}


def test_a_label_that_reads_like_a_reason_names_no_parts() -> None:
    assert part_keys_of("H1.M1 Tryghed was merged into H1.M2 Ro") == ()
    assert part_keys_of("X was divided into y was divided into A.1, A.2") == ("A.1", "A.2")


@pytest.mark.parametrize(
    ("old", "new", "retire", "words"),
    [
        (H1, parts(), False, "split"),
        (replace(M1, retired=True), parts(), False, "retired"),
        (M1, [], False, "at least"),
        (M2, parts(), True, "stand under"),
        (M1, [replace(parts()[0], key="h1.m2")], False, "already"),
        (M1, [parts()[0], parts()[0]], False, "already"),
    ],
)
def test_what_cannot_be_divided_is_said(old: Code, new: list[Code], retire: bool, words: str) -> None:
    with pytest.raises(Misuse, match=words):
        divide_code(BOOK, old, new, CODES, retire=retire)
