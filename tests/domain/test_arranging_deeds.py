"""Interviews and cases put right: what a deed takes along it names, so that undo brings all of it back."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.actions import arranging
from rcoder.domain.actions.arranging import Belongings, Tied
from rcoder.domain.case import Case
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.configuration import ConditionJudgement, Configuration, Evidence, Grounding
from rcoder.domain.errors import Misuse, RcoderError, Unchanged
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed, added, turned_round
from rcoder.domain.memo import Memo
from rcoder.domain.transcript import Doubt, Revision, Speaker, Transcript
from rcoder.domain.words import Claim, ConditionState, Stance, Subject, Verdict

ONE = Case("c1", "Sag 01", "Nordby", "with_hours", {"alder": "40", "sprog": "dansk"})
TWO = Case("c2", "Sag 02", "", "without_hours", {"alder": "52"})
TALK = Transcript("t1", "Mette", "da", "0", 100, "a.txt", "0", "txt", case_id="c1", date="2025-01-02")
OTHER = Transcript("t2", "Ole", "da", "1", 100, "b.txt", "1", "txt", case_id="c2")
NAMES: dict[str | None, str] = {"c1": "Sag 01", "c2": "Sag 02"}

OWN = Belongings(
    speakers=(Speaker("s1", "t1", "METTE"),),
    revisions=(Revision("r1", "t1", 1, "0", 100, "a.txt", "0", "txt"),),
    codings=(Coding("k1", "t1", 0, 5, "h", "anne"), Coding("k2", "t1", 6, 9, "h", "bo", revision=1)),
    groundings=(Grounding("g1", "e", "k1"),),
    evidence=(Evidence("v1", Claim.CODE, "h", "t1", 0, 5, Stance.SUPPORTS, "anne"),),
    finishes=(Finish("f1", "t1", "anne"),),
    doubts=(Doubt("d1", "t1", 2, "codings", "k1", "anne", Verdict.LOST, 0, 5),),
    memos=(Memo("m1", "anne", Subject.INTERVIEW, "t1"), Memo("m2", "anne", Subject.CODING, "k1")),
)
TIED = Tied(
    transcripts=(TALK,),
    codings=(Coding("k3", "t2", 0, 5, "h", "anne", case_id="c1"),),
    evidence=(Evidence("v2", Claim.CODE, "h", "t2", 0, 5, Stance.SUPPORTS, "bo", case_id="c1"),),
    configurations=(Configuration("K", "K01", "anne", case_id="c1"),),
    judgements=(ConditionJudgement("j1", "sc", "c1", "anne", ConditionState.MET),),
    memos=(Memo("m3", "anne", Subject.CASE, "c1"),),
)


def every(*groups: Any) -> list[Any]:
    """All records of belongings or ties."""
    return [each for group in groups for name in group.__dataclass_fields__ for each in getattr(group, name)]


BEGAN = Deed(
    "Began", added(ONE, TWO, TALK, OTHER, *every(OWN), *(each for each in every(TIED) if each is not TALK))
)


def test_what_was_and_what_is_stand_in_the_sentence() -> None:
    deed = arranging.change_transcript(TALK, replace(TALK, date="", case_id="c2"), NAMES)
    assert deed.sentence == "Changed Mette: case Sag 01 → Sag 02, date 2025-01-02 → unknown"


def test_many_things_are_named_and_not_spelt_out() -> None:
    much = replace(TALK, title="M", date="", case_id=None, wave="2", language="en")
    deed = arranging.change_transcript(TALK, much, NAMES)
    assert deed.sentence == "Changed title, case, date, wave and language of Mette"


def test_the_same_for_several_interviews_is_one_deed() -> None:
    pairs = [(each, replace(each, wave="2")) for each in (TALK, OTHER)]
    deed = arranging.change_transcripts(pairs, NAMES)
    assert deed.sentence == "Changed wave of 2 interviews to 2"
    assert [change.id for change in deed.changes] == ["t1", "t2"]


@pytest.mark.parametrize("wanted", [{"title": "  "}, {"language": "tysk"}])
def test_an_interview_has_a_title_and_a_language(wanted: dict[str, str]) -> None:
    with pytest.raises(Misuse):
        arranging.change_transcript(TALK, replace(TALK, **wanted), NAMES)  # type: ignore[arg-type] # its own fields


def test_nothing_changed_is_no_deed() -> None:
    with pytest.raises(Unchanged):
        arranging.change_transcript(TALK, TALK, NAMES)
    with pytest.raises(Unchanged):
        arranging.change_case(ONE, ONE, [ONE, TWO])


def test_an_attribute_that_is_gone_is_said_to_be_unknown() -> None:
    after = replace(ONE, attributes={"sprog": "dansk"})
    assert arranging.change_case(ONE, after, [ONE]).sentence == "Changed Sag 01: alder 40 → unknown"


def test_a_removed_interview_takes_everything_along_and_undo_brings_it_back(making: ModuleType) -> None:
    deed = arranging.remove_transcripts([(TALK, OWN)])
    assert deed.sentence == (
        "Removed the interview Mette with 2 codings, 1 passage on a claim, 1 mark of being coded to the end, 2 memos and 1 earlier text"
    )
    left = making.tables_after(BEGAN, deed)
    gone = {each.id for each in (TALK, *every(OWN))}
    assert not gone & {row_id for rows in left.values() for row_id in rows}
    assert making.tables_after(BEGAN, deed, Deed("Undid", turned_round(deed.changes))) == making.tables_after(
        BEGAN
    )


def test_many_interviews_are_counted_and_a_few_are_named() -> None:
    assert arranging.remove_transcripts([(TALK, Belongings()), (OTHER, OWN)]).sentence.startswith(
        "Removed the interviews Mette and Ole with 2 codings"
    )
    four = [(replace(TALK, id=str(number)), Belongings()) for number in range(4)]
    assert arranging.remove_transcripts(four).sentence == "Removed 4 interviews"


def test_a_new_case_has_the_id_of_its_name_unless_a_renamed_case_has_it() -> None:
    usual = arranging.new_case(" Sag  09", [ONE])
    assert (usual.id, usual.name) == (named_id("case", "sag 09"), "Sag 09")
    renamed = replace(usual, name="Sag 90")
    assert arranging.new_case("Sag 09", [renamed]).id != usual.id
    with pytest.raises(Misuse, match="needs a name"):
        arranging.new_case("  ", [])


@pytest.mark.parametrize(("name", "words"), [("", "needs a name"), (" sag 02", "Merge the two")])
def test_a_case_is_not_called_nothing_or_like_another(name: str, words: str) -> None:
    with pytest.raises(Misuse, match=words):
        arranging.change_case(ONE, replace(ONE, name=name), [ONE, TWO])


def test_merged_cases_keep_what_is_known_of_either(making: ModuleType) -> None:
    deed = arranging.merge_cases(ONE, TWO, TIED)
    assert deed.sentence == (
        "Merged the case Sag 01 into Sag 02: 1 interview; Sag 02 keeps its own outcome group and alder"
    )
    left = making.tables_after(BEGAN, deed)
    assert list(left["cases"]) == ["c2"]
    assert left["cases"]["c2"] == {
        "id": "c2", "name": "Sag 02", "municipality": "Nordby", "outcome_group": "without_hours",
        "attributes": {"alder": "52", "sprog": "dansk"},
    }  # fmt: skip
    about = [
        row["case_id"]
        for table in ("transcripts", "codings", "evidence", "configurations", "condition_judgements")
        for row in left[table].values()
    ]
    assert "c1" not in about
    assert about.count("c2") == 6
    assert left["memos"]["m3"]["about_id"] == "c2"


def test_a_case_is_not_merged_with_itself() -> None:
    with pytest.raises(Misuse, match="one case already"):
        arranging.merge_cases(ONE, ONE, Tied())


def test_a_case_with_interviews_is_kept_until_they_are_gone_or_go_with_it(making: ModuleType) -> None:
    alone = Tied(transcripts=(TALK,))
    with pytest.raises(Misuse, match="Sag 01 has 1 interview: Mette"):
        arranging.remove_case(ONE, alone)
    deed = arranging.remove_case(ONE, alone, [(TALK, OWN)])
    assert deed.sentence.startswith("Removed the case Sag 01 with 1 interview, and with these 2 codings")
    assert "c1" not in making.tables_after(BEGAN, deed)["cases"]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("codings", "1 coding in another interview is about Sag 01"),
        ("evidence", "1 passage on a claim is about Sag 01"),
        ("configurations", "1 configuration is about Sag 01"),
    ],
)
def test_a_case_that_something_elsewhere_is_about_is_kept(what: str, words: str) -> None:
    with pytest.raises(Misuse, match=words):
        arranging.remove_case(ONE, replace(Tied(), **{what: getattr(TIED, what)}))


def test_what_is_said_of_the_case_itself_goes_with_it() -> None:
    deed = arranging.remove_case(ONE, Tied(judgements=TIED.judgements, memos=TIED.memos))
    assert deed.sentence == "Removed the case Sag 01 with 1 judgement and 1 memo"
    assert [change.id for change in deed.changes] == ["m3", "j1", "c1"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_undo_of_any_deed_on_interviews_and_cases_gives_the_same_tables(
    making: ModuleType, data: st.DataObject
) -> None:
    word = st.sampled_from(["", "x", "Sag 02", "da", "en"])
    fields = data.draw(st.dictionaries(st.sampled_from(["title", "date", "wave", "language"]), word))
    case = data.draw(st.sampled_from(["c1", "c2", None]))
    facts = data.draw(st.dictionaries(st.sampled_from(["name", "municipality", "outcome_group"]), word))
    attributes = data.draw(st.dictionaries(word, word, max_size=2))
    ways = [
        lambda: arranging.change_transcript(
            TALK, replace(TALK, case_id=case, attributes=attributes, **fields), NAMES
        ),
        lambda: arranging.change_case(ONE, replace(ONE, attributes=attributes, **facts), [ONE, TWO]),
        lambda: arranging.merge_cases(ONE, TWO, TIED),
        lambda: arranging.remove_transcripts([(TALK, OWN)]),
        lambda: arranging.remove_case(
            ONE, data.draw(st.sampled_from([TIED, Tied(memos=TIED.memos)])), [(TALK, OWN)]
        ),
    ]
    try:
        deed = data.draw(st.sampled_from(ways))()
    except RcoderError:
        return
    undo = Deed("Undid", turned_round(deed.changes))
    assert making.tables_after(BEGAN, deed, undo) == making.tables_after(BEGAN)
    assert making.tables_after(BEGAN, deed) != making.tables_after(BEGAN)
