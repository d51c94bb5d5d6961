"""Many interviews put right from a manifest: one deed, shown first; the present state written out changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from let_go import write_present
from rcoder.domain.case import Attribute, Case
from rcoder.domain.errors import BadCodebook, Misuse
from rcoder.domain.journal import Deed, added, changed
from rcoder.domain.transcript import Speaker
from rcoder.domain.words import AttributeType, Subject
from rcoder.project import Project
from rcoder.project.arranging import do
from rcoder.project.importing import Bringing, import_files
from rcoder.project.present import present
from rcoder.project.putting_right import Plan, plan

TALK = "INTERVIEWER: Nå?\n\n{name}: Jo tak, {number}.\n\nINTERVIEWER: Ja?\n\n{name}: Ja.\n"


@pytest.fixture
def project(new_project: Callable[..., Project], tmp_path: Path) -> Iterator[Project]:
    """Mette and Ole in Sag 01, Åse without a case."""
    folder = tmp_path / "in"
    folder.mkdir()
    files = []
    for number, (name, case) in enumerate((("METTE", "Sag 01"), ("OLE", "Sag 01"), ("ÅSE", ""))):
        file = folder / f"{name.casefold()}.txt"
        file.write_text(TALK.format(name=name, number=number), encoding="utf-8")
        roles = ("borger",) if case else ("projektleder",)
        files.append(Bringing(file, title=name.title(), case=case, roles=roles, attributes={"alder": "40"}))
    with new_project() as found:
        list(import_files(found, files))
        yield found


@pytest.fixture
def planned(project: Project, tmp_path: Path) -> Callable[[str], Plan]:
    def planning(rows: str) -> Plan:
        file = tmp_path / "ret.csv"
        file.write_text(rows, encoding="utf-8")
        return plan(project, file)

    return planning


def said(found: Plan) -> list[str]:
    return [f"{each.about}: {each.what}: {each.before} → {each.after}" for each in found.differences]


def faults(planned: Callable[[str], Plan], rows: str) -> list[str]:
    with pytest.raises(BadCodebook) as raised:
        planned(rows)
    return [f"{each.line}: {each.sentence}" for each in raised.value.findings]


def test_every_row_that_differs_is_changed_in_one_deed(
    project: Project, planned: Callable[[str], Plan]
) -> None:
    found = planned(
        "fil;sag;roller;kommune;dato;bølge;person;alder\n"
        "mette.txt;Sag 02;borger, mentor;Nordby;4.3.2025;2;Mette H;41\n"
        "OLE.txt;;;;;;;\n"
        "åse.txt;;;;?;1;;?\n"
        "ukendt.txt;Sag 01;;;;;;\n"
    )
    assert said(found) == [
        "Mette: case: Sag 01 → Sag 02",
        "Mette: date: unknown → 2025-03-04",
        "Mette: wave: unknown → 2",
        "Mette: roles of METTE: borger → borger, mentor",
        "Mette: person of METTE: unknown → Mette H",
        "Åse: wave: unknown → 1",
        "Åse: alder: 40 → unknown",
        "Sag 02: municipality: unknown → Nordby",
        "Sag 02: alder: unknown → 41",
    ]
    assert found.unknown == ("ukendt.txt",)
    assert found.deed is not None
    assert found.deed.sentence == "Put 2 interviews and 1 case right from ret.csv"
    before = project.latest()
    do(project, found.deed)
    assert project.latest() == before + 1
    assert {each.name: dict(each.attributes) for each in project.cases()} == {
        "Sag 01": {"alder": "40"}, "Sag 02": {"alder": "41"},
    }  # fmt: skip
    project.undo()
    assert [each.name for each in project.cases()] == ["Sag 01"]


def test_the_wrong_interviewer_and_roles_of_each_are_put_right(
    project: Project, planned: Callable[[str], Plan]
) -> None:
    found = planned("file;interviewer;roles\nmette.txt;METTE;\nole.txt;?;INTERVIEWER = mentor; OLE = ?\n".replace(
        "INTERVIEWER = mentor; OLE = ?", '"INTERVIEWER = mentor; OLE = ?"'
    ))  # fmt: skip
    assert said(found) == [
        "Mette: interviewer of INTERVIEWER: yes → no",
        "Mette: roles of INTERVIEWER: unknown → borger",
        "Mette: interviewer of METTE: no → yes",
        "Mette: roles of METTE: borger → unknown",
        "Ole: interviewer of INTERVIEWER: yes → no",
        "Ole: roles of INTERVIEWER: unknown → mentor",
        "Ole: roles of OLE: borger → unknown",
    ]


def test_an_interview_is_taken_out_of_its_case(project: Project, planned: Callable[[str], Plan]) -> None:
    assert said(planned("file;case\nmette.txt;?\n")) == ["Mette: case: Sag 01 → no case"]


def test_what_stands_there_already_is_no_difference(project: Project, planned: Callable[[str], Plan]) -> None:
    found = planned(
        "file;title;case;roles;language;interviewer;alder\nmette.txt;Mette;sag 01;borger;da;interviewer;40\n"
    )
    assert (found.differences, found.deed) == ((), None)


def test_an_interviewer_may_be_named_as_at_import(project: Project, planned: Callable[[str], Plan]) -> None:
    voice = next(
        each for each in project.speakers(project.transcript("Mette").id).values() if each.name == "METTE"
    )
    project.do(Deed("Changed", changed(voice, replace(voice, name="METTE HOLM (MH)"))))
    assert (
        said(planned("file;interviewer\nmette.txt;Mette Holm\n"))[0]
        == "Mette: interviewer of INTERVIEWER: yes → no"
    )


def test_two_interviews_may_change_titles(project: Project, planned: Callable[[str], Plan]) -> None:
    found = planned("file;title\nmette.txt;Ole\nole.txt;Mette\n")
    assert found.deed is not None
    do(project, found.deed)
    assert project.transcript("mette.txt").title == "Ole"


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("file;title\nmette.txt;Åse\n", "2: Two interviews would be called Åse."),
        (
            "file;interviewer\nmette.txt;OLE\n",
            "2: Mette has no speaker called OLE. It has INTERVIEWER and METTE.",
        ),
        ("file\nmette.txt\nMETTE.txt\n", "3: Mette is in another line already."),
        ("file;roles\nmette.txt;INTERVIEWER = x\n", "2: INTERVIEWER is the interviewer, who has no role."),
        ("file;flyttet\nmette.txt;måske\n", "does not fit flyttet"),
        (
            "file;case;kommune\nmette.txt;Sag 01;A\nole.txt;;B\n",
            "3: The case Sag 01 has municipality B here and A in line 2.",
        ),
    ],
)
def test_faults_are_named_with_their_lines_and_nothing_is_done(
    project: Project, planned: Callable[[str], Plan], rows: str, fault: str
) -> None:
    project.do(Deed("Defined", added(Attribute("b", "flyttet", Subject.CASE, AttributeType.YES_NO))))
    before = project.latest()
    assert any(fault in each for each in faults(planned, rows))
    assert project.latest() == before


def test_several_respondents_are_told_apart_by_label(
    project: Project, planned: Callable[[str], Plan]
) -> None:
    project.do(Deed("Added", added(Speaker("x", project.transcript("Mette").id, "Niels", position=2))))
    assert faults(planned, "file;person\nmette.txt;Mette H\n") == [
        "2: Mette has as respondents METTE and Niels. Say whose: SPEAKER = person."
    ]
    found = planned("file;person\nmette.txt;niels = Niels N\n")
    assert said(found) == ["Mette: person of Niels: unknown → Niels N"]


def test_interviews_of_one_file_name_are_told_apart_by_id(
    project: Project, planned: Callable[[str], Plan], tmp_path: Path
) -> None:
    other = tmp_path / "mette.txt"
    other.write_text(TALK.format(name="METTE", number=9), encoding="utf-8")
    list(import_files(project, [Bringing(other, title="Mette igen")]))
    (fault,) = faults(planned, "file;wave\nmette.txt;2\n")
    assert fault.startswith("2: mette.txt is the file of Mette and Mette igen. Add a column transcript_id")
    file = tmp_path / "m.csv"
    write_present(project, file)
    rows = file.read_text(encoding="utf-8-sig").replace("Mette igen;", "Mette 2;")
    assert said(planned(rows)) == ["Mette igen: title: Mette igen → Mette 2"]


def test_only_a_csv_file_is_written(project: Project, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="ends in"):
        write_present(project, tmp_path / "m.xlsx")


def test_a_manifest_that_was_written_brings_the_same_study_in_again(
    project: Project, new_project: Callable[..., Project], tmp_path: Path
) -> None:
    from rcoder.project.manifest import bringings

    voices = project.speakers(project.transcript("Mette").id).values()
    person = [change for each in voices for change in changed(each, replace(each, person=f"{each.name} P"))]
    own = replace(project.transcript("Mette"), attributes={"sted": "hjemme"}, wave="2")
    project.do(Deed("Changed", (*person, *changed(project.transcript("Mette"), own))))
    write_present(project, tmp_path / "in" / "m.csv")
    with new_project("anden.rcoder") as again:
        list(import_files(again, list(bringings(tmp_path / "in" / "m.csv").values())))
        assert present(again) == present(project)


PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking: each example writes to a disk."""
WORD = st.text(alphabet="aæ=+-@'?\";,: \n\x07", max_size=5)
SPEAKING = st.lists(
    st.tuples(WORD, st.lists(WORD, max_size=2).map(tuple), st.booleans(), WORD), min_size=1, max_size=3
)


@settings(
    max_examples=40, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_the_present_state_as_a_manifest_changes_nothing(
    project: Project, tmp_path: Path, data: st.DataObject
) -> None:
    _anything(project, data.draw)
    try:
        file = tmp_path / "nu.csv"
        write_present(project, file)
        found = plan(project, file)
        assert said(found) == []
        assert found.deed is None
        assert found.unknown == ()
    finally:
        project.undo()


def _anything(project: Project, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
    """Puts words of every sort wherever a study keeps words, though no command would let them in."""
    values = st.dictionaries(WORD, WORD, max_size=2)
    (case,) = project.cases()
    changes = list(changed(case, Case(case.id, draw(WORD), draw(WORD), draw(WORD), draw(values))))
    for line in project.transcript_lines():
        before = project.transcript(line.id)
        after = replace(
            before,
            title=draw(WORD.filter(str.strip)),
            source=draw(WORD),
            date=draw(st.one_of(WORD, st.just("2025-12-24"))),
            wave=draw(WORD),
            case_id=draw(st.sampled_from([case.id, None])),
            attributes=draw(values),
        )
        changes += changed(before, after)
        for position, (name, roles, interviewer, person) in enumerate(draw(SPEAKING)):
            changes += added(
                Speaker(
                    f"{line.id}-{position}",
                    line.id,
                    name,
                    () if interviewer else roles,
                    interviewer,
                    9,
                    person,
                )
            )
    project.do(Deed("Changed", (*changes, *added(Case("extra", "extra")))))
