"""Interviews and cases put right through the project: undo brings all back, and hidden work is neither lost nor told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rcoder.domain.actions import speaking
from rcoder.domain.actions.coding import attach, finish, flag
from rcoder.domain.actions.configuring import begin
from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.actions.studying import release
from rcoder.domain.case import Attribute
from rcoder.domain.coding import Coder, Finish
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Place
from rcoder.domain.errors import Misuse, NotFound, Stale, Unchanged
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.memo import Memo
from rcoder.domain.tables import RECORDS
from rcoder.domain.transcript import Span
from rcoder.domain.words import AttributeType, Claim, Kind, Stance, Status, Subject
from rcoder.project import Project, arranging, coder_id, open_project
from rcoder.project.arranging import Wanted
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.seen import as_seen
from rcoder.project.sentences import find_sentences
from rcoder.project.speaking import as_known, known_roles, persons, speaker_named, split, voice_lines, voices

OTHER = "INTERVIEWER: Nå?\n\nÅSE: Jo tak, det gik vel godt nok.\n\nINTERVIEWER: Ja?\n\nÅSE: Ja.\n"


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path, tmp_path: Path) -> str:
    """Mette in Sag 01 and Åse without a case, coded by Anne, who is not released."""
    other = tmp_path / "leder.txt"
    other.write_text(OTHER, encoding="utf-8")
    with new_project(coder="Anne") as project:
        bringing = [
            Bringing(interview_file, title="Mette", case="Sag 01", roles=("borger",), municipality="Nordby"),
            Bringing(other, title="Åse", roles=("projektleder",)),
        ]
        list(import_files(project, bringing))
        code_passage(project, "Mette", Span(70, 90), "H1.M1", CodingFlags(memo="mit"))
        return project.location


@pytest.fixture
def anne(study: str) -> Iterator[Project]:
    with open_project(study, coder="Anne") as project:
        yield project


@pytest.fixture
def bo(study: str) -> Iterator[Project]:
    with open_project(study, coder="Bo") as project:
        yield project


def tables(project: Project) -> dict[str, list[Any]]:
    """Every row but the journal's."""
    return {
        name: [dict(row) for row in project.sight.reader.rows(f"SELECT * FROM {name} ORDER BY id")]  # noqa: S608 - our own names
        for name in RECORDS
    }


def own(project: Project, name: str) -> str:
    return project.transcript(name).id


def change(project: Project, name: str, **wanted: Any) -> str:
    return arranging.do(project, arranging.change(project, [own(project, name)], Wanted(**wanted))).sentence


# -- interviews ------------------------------------------------------------------------------------------------------


def test_what_is_known_of_an_interview_is_changed_and_taken_back(anne: Project) -> None:
    before = tables(anne)
    said = change(
        anne, "Mette", title="Mette H", date="4. marts 2025", wave="2", attributes={"sted": "hjemme"}
    )
    assert said == "Changed title, date, wave and sted of Mette"
    found = anne.transcript("Mette H")
    assert (found.date, found.wave, found.attributes) == ("2025-03-04", "2", {"sted": "hjemme"})
    change(anne, "Mette H", date="?", wave="", attributes={"sted": ""})
    assert (anne.transcript("Mette H").date, anne.transcript("Mette H").attributes) == ("", {})
    anne.undo()
    anne.undo()
    assert tables(anne) == before


def test_moving_the_last_interview_leaves_its_case(anne: Project) -> None:
    assert change(anne, "Mette", case="Sag 09") == "Changed Mette: case Sag 01 → Sag 09"
    assert [each.name for each in anne.cases()] == ["Sag 01", "Sag 09"]
    change(anne, "Mette", case="")
    assert anne.transcript("Mette").case_id is None
    anne.undo()
    anne.undo()
    assert [each.name for each in anne.cases()] == ["Sag 01"]


def test_a_case_is_found_whatever_its_letter_case(anne: Project) -> None:
    change(anne, "Åse", case="  sag  01 ")
    assert len(anne.cases()) == 1


def test_two_interviews_are_not_called_alike(anne: Project) -> None:
    with pytest.raises(Misuse, match="called mette already"):
        change(anne, "Åse", title="mette")
    with pytest.raises(Misuse, match="another title"):
        arranging.change(anne, [own(anne, "Mette"), own(anne, "Åse")], Wanted(title="Nyt"))


def test_several_interviews_are_changed_in_one_deed(anne: Project) -> None:
    ids = [own(anne, "Mette"), own(anne, "Åse")]
    arranging.do(anne, arranging.change(anne, ids, Wanted(wave="2")))
    assert {anne.transcript(each).wave for each in ids} == {"2"}
    anne.undo()
    assert {anne.transcript(each).wave for each in ids} == {""}


def test_another_language_has_its_sentences_worked_out_anew(anne: Project) -> None:
    list(find_sentences(anne))
    before = anne.annotation(anne.transcript("Mette"))
    change(anne, "Mette", language="en")
    after = anne.annotation(anne.transcript("Mette"))
    assert before is not None
    assert after is not None
    assert after.pipeline != before.pipeline or after.lemmas != before.lemmas


def test_a_value_must_fit_its_attribute_and_what_it_is_said_of(anne: Project) -> None:
    declared = (
        Attribute("a", "minutter", Subject.INTERVIEW, AttributeType.NUMBER),
        Attribute("b", "flyttet", Subject.CASE, AttributeType.YES_NO),
    )
    anne.do(Deed("Defined", added(*declared)))
    change(anne, "Mette", attributes={"Minutter": "40,50"})
    assert anne.transcript("Mette").attributes == {"minutter": "40.5"}
    with pytest.raises(Misuse, match="does not fit minutter"):
        change(anne, "Mette", attributes={"minutter": "længe"})
    with pytest.raises(Misuse, match="said of cases"):
        change(anne, "Mette", attributes={"flyttet": "ja"})
    with pytest.raises(Misuse, match="said of interviews"):
        arranging.change_case(anne, "Sag 01", attributes={"minutter": "1"})
    arranging.do(anne, arranging.change_case(anne, "Sag 01", attributes={"flyttet": "JA", "andet": "x"}))
    assert anne.cases()[0].attributes == {"flyttet": "yes", "andet": "x"}
    change(anne, "Åse", attributes={"flyttet": "nej"})


def configure(project: Project) -> None:
    """A configuration that rests on Anne's coding, with evidence, a finish mark and memos on Mette."""
    (line,) = project.coding_lines()
    configuration, element = Configuration(new_id(), "K01", project.coder_id), Element(new_id(), "ro")
    place = Place(new_id(), configuration.id, element.id, Kind.REASONING)
    project.do(begin(configuration, [element], [place], [Grounding(new_id(), element.id, line.coding.id)]))
    talk = project.transcript("Mette")
    evidence = Evidence(
        new_id(), Claim.CONFIGURATION, configuration.id, talk.id, 70, 90, Stance.SUPPORTS, project.coder_id
    )
    project.do(attach(evidence, "K01", talk))
    project.do(finish(Finish(new_id(), talk.id, project.coder_id), talk))
    for about, about_id in ((Subject.INTERVIEW, talk.id), (Subject.CODING, line.coding.id)):
        project.do(Deed("Wrote", added(Memo(new_id(), project.coder_id, about, about_id, text="husk"))))


def test_a_removed_interview_takes_everything_along_and_undo_brings_it_back(anne: Project) -> None:
    configure(anne)
    before = tables(anne)
    said = anne.do(arranging.removal(anne, [own(anne, "Mette")])).sentence
    assert (
        said
        == "Removed the interview Mette with 1 coding, 1 passage on a claim, 1 mark of being coded to the end and 2 memos"
    )
    left = tables(anne)
    assert [row["title"] for row in left["transcripts"]] == ["Åse"]
    assert not any(left[name] for name in ("codings", "evidence", "groundings", "finishes", "memos"))
    assert len(left["configurations"]) == 1
    anne.undo()
    assert tables(anne) == before
    anne.redo()
    assert tables(anne) == left


def code(project: Project, name: str = "Mette", **flags: Any) -> str:
    return code_passage(project, name, Span(60, 65), "H1.R1", CodingFlags(**flags))[0].id


HIDDEN: dict[str, Callable[[Project], object]] = {
    "coding": code,
    "finish": lambda bo: bo.do(
        finish(Finish(new_id(), own(bo, "Mette"), bo.coder_id), bo.transcript("Mette"))
    ),
    "evidence": lambda bo: bo.do(
        attach(
            Evidence(
                new_id(), Claim.CODE, bo.code("H1").id, own(bo, "Mette"), 60, 65, Stance.SUPPORTS, bo.coder_id
            ),
            "H1",
            bo.transcript("Mette"),
        )
    ),
    "memo": lambda bo: bo.do(
        Deed("Wrote", added(Memo(new_id(), bo.coder_id, Subject.INTERVIEW, own(bo, "Mette"))))
    ),
}


@pytest.mark.parametrize("what", HIDDEN)
def test_an_interview_that_hidden_work_stands_on_is_kept(anne: Project, bo: Project, what: str) -> None:
    HIDDEN[what](bo)
    before = tables(anne)
    deed = arranging.removal(anne, [own(anne, "Mette")])
    assert deed.sentence == "Removed the interview Mette with 1 coding"
    with pytest.raises(Stale, match="Another coder"):
        anne.do(deed)
    assert tables(anne) == before


def test_a_memo_of_a_hidden_layer_on_a_released_coding_keeps_the_interview(
    anne: Project, bo: Project
) -> None:
    anne.do(release(Coder(coder_id("Anne"), "Anne")))
    (line,) = bo.coding_lines()
    bo.do(Deed("Wrote", added(Memo(new_id(), bo.coder_id, Subject.CODING, line.coding.id))))
    with pytest.raises(Stale, match="Another coder"):
        anne.do(arranging.removal(anne, [own(anne, "Mette")]))


def test_released_work_of_others_goes_along_and_is_counted(anne: Project, bo: Project) -> None:
    code(bo)
    bo.do(release(Coder(coder_id("Bo"), "Bo")))
    before = tables(anne)
    assert (
        anne.do(arranging.removal(anne, [own(anne, "Mette")])).sentence
        == "Removed the interview Mette with 2 codings"
    )
    anne.undo()
    assert tables(anne) == before


def test_an_import_is_not_undone_under_somebodys_work(anne: Project, bo: Project) -> None:
    code(bo, "Åse")
    anne.undo()
    with pytest.raises(Stale, match="Another coder"):
        anne.undo()


# -- cases -----------------------------------------------------------------------------------------------------------


def test_merging_cases_takes_hidden_passages_along_and_tells_nobody(anne: Project, bo: Project) -> None:
    change(anne, "Åse", case="Sag 02")
    hidden = code(bo, "Åse", case="Sag 01")
    before = tables(anne)
    entry = anne.do(arranging.merge_cases(anne, "Sag 01", "Sag 02"))
    assert entry.sentence == "Merged the case Sag 01 into Sag 02: 1 interview"
    assert {row["case_id"] for row in tables(anne)["codings"] if row["id"] == hidden} == {anne.cases()[0].id}
    assert hidden in {each.id for each in entry.changes}
    assert hidden not in {each.id for each in as_seen(anne, entry).changes}
    assert hidden in {each.id for each in as_seen(bo, entry).changes}
    anne.undo()
    assert tables(anne) == before


def test_undo_of_a_merge_that_hidden_work_has_overtaken_does_not_tell_of_what_kind_it_is(
    anne: Project, bo: Project
) -> None:
    change(anne, "Åse", case="Sag 02")
    hidden = code(bo, "Åse", case="Sag 01")
    anne.do(arranging.merge_cases(anne, "Sag 01", "Sag 02"))
    (line,) = (each for each in bo.coding_lines() if each.coding.id == hidden)
    bo.do(flag(line.coding, bo.transcript("Åse"), bo.codes()[line.coding.code_id], memo="m"))
    with pytest.raises(Stale, match="something it changed has been changed or removed since"):
        anne.undo()


def test_what_is_accepted_stays_so_where_the_case_of_its_evidence_is_merged(anne: Project) -> None:
    change(anne, "Åse", case="Sag 02")
    configure(anne)
    case, talk = arranging.case_named(anne, "Sag 01"), anne.transcript("Mette")
    whole = anne.configuration("K01").assembled
    evidence = Evidence(
        new_id(), Claim.CONFIGURATION, whole.configuration.id, talk.id, 60, 70, Stance.SUPPORTS,
        anne.coder_id, case_id=case.id,
    )  # fmt: skip
    anne.do(attach(evidence, "K01", talk))
    anne.do(give_status(anne.configuration("K01").assembled, Status.ACCEPTED, anne.coder_id))
    before = tables(anne)
    anne.do(arranging.merge_cases(anne, "Sag 01", "Sag 02"))
    assert anne.configuration("K01").line.status == "accepted"
    anne.undo()
    assert tables(anne) == before


def test_a_case_that_hidden_work_is_about_is_kept_and_no_number_tells_of_it(
    anne: Project, bo: Project
) -> None:
    change(anne, "Åse", case="Sag 02")
    code(bo, "Åse", case="Sag 01")
    change(anne, "Mette", case="")
    deed = arranging.remove_case(anne, "Sag 01")
    assert deed.sentence == "Removed the case Sag 01"
    with pytest.raises(Stale, match="Another coder"):
        anne.do(deed)
    with pytest.raises(Misuse, match="1 coding in another interview is about Sag 01"):
        arranging.remove_case(bo, "Sag 01")


def test_a_case_goes_with_its_interviews_where_that_is_wanted(anne: Project) -> None:
    configure(anne)
    before = tables(anne)
    with pytest.raises(Misuse, match="Sag 01 has 1 interview: Mette"):
        arranging.remove_case(anne, "Sag 01")
    anne.do(arranging.remove_case(anne, "Sag 01", with_interviews=True))
    assert anne.cases() == []
    assert [each.title for each in anne.transcript_lines()] == ["Åse"]
    anne.undo()
    assert tables(anne) == before


def test_a_renamed_case_and_a_new_one_of_its_old_name_are_two(anne: Project, tmp_path: Path) -> None:
    anne.do(arranging.change_case(anne, "sag 01", new_name="Sag 10"))
    file = tmp_path / "ny.txt"
    file.write_text(OTHER.replace("Jo tak", "Nej"), encoding="utf-8")
    (brought,) = import_files(anne, [Bringing(file, case="Sag 01")])
    assert brought.status == "imported"
    assert [each.name for each in anne.cases()] == ["Sag 01", "Sag 10"]
    with pytest.raises(NotFound, match="The study has: Sag 01, Sag 10"):
        arranging.case_named(anne, "Sag 99")


def test_what_is_known_of_a_case_is_changed(anne: Project) -> None:
    anne.do(arranging.change_case(anne, "Sag 01", municipality="?", outcome_group="med timer"))
    (case,) = anne.cases()
    assert (case.municipality, case.outcome_group) == ("", "with_hours")
    with pytest.raises(Unchanged):
        arranging.change_case(anne, "Sag 01", outcome_group="with_hours")


# -- voices ----------------------------------------------------------------------------------------------------------


def test_voices_are_listed_with_what_they_say(anne: Project) -> None:
    lines = voice_lines(anne, voices(anne, "Mette"))
    assert [(each.speaker.name, each.turns, each.words) for each in lines] == [
        ("INTERVIEWER", (0, 2), 15),
        ("METTE", (1, 3), 35),
    ]


def test_a_split_changes_whose_words_a_coding_is_on(anne: Project) -> None:
    before = tables(anne)
    found = voices(anne, "Mette")
    anne.do(split(found, speaker_named(found, "mette"), {1}, "Niels", roles=["mentor"]))
    (line,) = anne.coding_lines()
    assert (line.passage.speaker, line.passage.roles) == ("Niels", ("mentor",))
    assert anne.coding_lines(role="borger") == ()
    anne.undo()
    assert tables(anne) == before


def test_turns_for_somebody_who_is_there_bring_no_role(anne: Project) -> None:
    found = voices(anne, "Mette")
    with pytest.raises(Misuse, match="Leave the role out"):
        split(found, speaker_named(found, "METTE"), {1}, "interviewer", roles=["mentor"])
    with pytest.raises(NotFound, match="It has INTERVIEWER and METTE"):
        speaker_named(found, "Ole")


def test_one_person_speaks_in_several_interviews_and_counts_once(anne: Project) -> None:
    for title, name in (("Mette", "METTE"), ("Åse", "ÅSE")):
        found = voices(anne, title)
        person = as_known(anne, "Åse Holm" if title == "Mette" else "åse  holm")
        anne.do(speaking.identify(found, speaker_named(found, name), person))
    assert persons(anne) == {"Åse Holm": ("Mette", "Åse")}
    (line,) = anne.coding_lines()
    assert line.passage.person == "Åse Holm"


def test_the_roles_of_the_study_come_before_the_others(anne: Project) -> None:
    assert known_roles(anne)[:2] == ("borger", "projektleder")
    assert len(known_roles(anne)) == len(set(known_roles(anne)))


def test_the_journal_says_what_was_put_right(anne: Project) -> None:
    change(anne, "Mette", wave="2")
    assert anne.journal()[-1].sentence == "Changed Mette: wave unknown → 2"
    rows = anne.sight.reader.rows(
        "SELECT CAST(changes AS TEXT) AS changes FROM entries ORDER BY seq DESC LIMIT 1"
    )
    assert [each["table"] for each in json.loads(rows[0]["changes"])] == ["transcripts"]
