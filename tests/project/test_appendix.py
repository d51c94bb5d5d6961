"""The methods appendix: what it fills, what it leaves to people, and that each number is found again by its command."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from rcoder.cli import main
from rcoder.domain.actions.studying import release
from rcoder.domain.answers import JournalLine
from rcoder.domain.conditions import DECIDED
from rcoder.domain.outgoing import Outgoing, Wanted
from rcoder.domain.transcript import Span
from rcoder.project import Project, open_project
from rcoder.project.activity import activity_lines
from rcoder.project.advising import log_hints
from rcoder.project.codebook_work import Wanted as Entry
from rcoder.project.codebook_work import edit
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.exports import appendix_numbers as numbers
from rcoder.project.exports.appendix import make
from rcoder.project.exports.appendix_course import arrows_between, codebook_changes, course_table, done
from rcoder.project.exports.appendix_facts import Fact
from rcoder.project.exports.report_ground import gathered
from rcoder.project.importing import Bringing, import_files
from rcoder.project.sample import build_sample

ANNE = "Anne Holm"
Json = Any


def quiet(done: int, whole: int, what: str) -> None:
    """No progress is shown."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_sample(tmp_path_factory.mktemp("sample"), report=quiet).project


@pytest.fixture
def sample(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "sample.rcoder"))


def text_of(project: Project, language: str = "da", **options: str) -> str:
    return make(project, Wanted("appendix", ".md", language, options)).contents.decode()


# -- each number is found again ----------------------------------------------------------------------------------------


def total(rows: Iterable[Json], name: str, value: object) -> int:
    return sum(each[name] == value for each in rows)


def of_codes(category: str) -> Callable[[Json, str], int]:
    return lambda found, _: sum(
        each["category"] == category and not each["retired"] for each in found["codes"]
    )


def many_coded(found: Json, _: str) -> int:
    coders: dict[str, set[str]] = {}
    for each in found:
        coders.setdefault(each["transcript"], set()).add(each["coder"])
    return sum(len(each) > 1 for each in coders.values())


def decided(found: Json) -> list[tuple[str, str]]:
    states = {each.value for each in DECIDED}
    return [
        (row["condition"], cell["case_id"])
        for row in found["conditions"]
        for cell in row["cells"]
        if any(each["role"] is None and each["state"] in states for each in cell["judgements"])
    ]


def coded_cases(found: Json, _: str) -> int:
    unfinished = {
        each["case"]
        for each in found["cases"]
        if not each["interviews"] or not all(one["finished_by"] for one in each["interviews"])
    }
    return len(found["cases"]) - len(unfinished)


COUNTED: dict[str, Callable[[Json, str], int]] = {
    "hypotheses": of_codes("hypothesis"),
    "conditions": of_codes("condition"),
    "codes": of_codes("code"),
    "cases": lambda found, _: len(found["cases"]),
    "cases.coded": coded_cases,
    "cases.group": lambda found, which: total(found["cases"], "outcome_group", which),
    "cases.role": lambda found, which: next(
        each["cases"] for each in found["roles"] if each["role"] == which
    ),
    "interviews": lambda found, _: len(found),
    "interviews.without_case": lambda found, _: sum(not each["case"] for each in found),
    "interviews.finished": lambda found, _: sum(bool(each["finished_by"]) for each in found),
    "interviews.dated": lambda found, _: sum(bool(each["date"]) for each in found),
    "interviews.corrected": lambda found, _: sum(each["revision"] > 1 for each in found),
    "interviews.file": lambda found, which: sum(each["source"].endswith(which) for each in found),
    "turns": lambda found, _: sum(each["turns"] for each in found),
    "characters": lambda found, _: sum(each["characters"] for each in found),
    "doubts": lambda found, _: sum(each["decision"] is None for each in found),
    "material": lambda found, which: total(found, "material", which),
    "codings": lambda found, _: len(found),
    "codings.case": lambda found, _: total(found, "scope", "this_case"),
    "codings.inferred": lambda found, _: total(found, "directness", "inferred"),
    "codings.prompted": lambda found, _: total(found, "prompting", "prompted"),
    "double": many_coded,
    "memos": lambda found, _: len(found),
    "tray": lambda found, _: len(found),
    "configurations": lambda found, _: len(found),
    "configurations.status": lambda found, which: sum(
        each["status"].split(",")[0] == which for each in found
    ),
    "configurations.level": lambda found, which: total(found, "level", which),
    "hints": lambda found, which: sum(each["times"] for each in found if each["what"] == which),
    "attribute": lambda found, which: next(each["known"] for each in found if each["key"] == which),
    "supports": lambda found, _: found["count"]["passages"],
    "contradicts": lambda found, _: found["count"]["passages"],
    "refines": lambda found, _: found["count"]["passages"],
    "contradicts.cases": lambda found, _: found["count"]["cases"],
    "prompts": lambda found, _: sum(each["open"] for each in found),
    "prompts.answered": lambda found, _: sum(not each["open"] for each in found),
    "judged": lambda found, _: len({condition for condition, _ in decided(found)}),
    "judgements": lambda found, _: len(decided(found)),
}
"""How each sort of fact is read off what its command prints."""

OVER_EACH: dict[str, Callable[[Json, str], int]] = {
    "rivals": lambda found, _: len(found["rivals"]),
    "rivals.fate": lambda found, which: total(found["rivals"], "fate", which),
    "strength": lambda found, _: int(bool(found["judgements"])),
}
"""The same where the command is given for each configuration in turn."""


def sort_of(key: str) -> tuple[str, str]:
    """The sort of a fact, and which it is of its sort."""
    known = {**COUNTED, **OVER_EACH}
    if key in known:
        return key, ""
    name = max((each for each in known if key.startswith(f"{each}.")), key=len)
    return name, key.removeprefix(f"{name}.")


def all_facts(project: Project) -> tuple[Fact, ...]:
    ground = gathered(project, "da")
    return tuple(
        fact
        for of in (
            numbers.of_theory,
            numbers.of_design,
            numbers.of_data,
            numbers.of_coding,
            numbers.of_configurations,
            numbers.of_hints,
            numbers.of_people,
            numbers.of_evidence,
        )
        for fact in of(ground)
    )


def test_each_number_is_what_the_command_beside_it_shows(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_project(str(sample), coder=ANNE) as project:
        log_hints(project, "hints shown", {"shown": ["H1.M1"]})
        log_hints(project, "hint accepted", {"given": "H1.M1"})
        facts = all_facts(project)
        drawn = {each.number for each in gathered(project, "da").told}
        every = [each.number for each in project.configuration_lines()]
    printed: dict[str, Json] = {}

    def show(command: str) -> Json:
        if command not in printed:
            words = [str(sample) if word == "PROJECT" else word for word in command.split()[1:]]
            assert main(["--coder", ANNE, *words, "--json"]) == 0, command
            printed[command] = json.loads(capsys.readouterr().out)
        return printed[command]

    assert len({fact.key for fact in facts}) == len(facts) > 50
    for fact in facts:
        sort, which = sort_of(fact.key)
        if sort in COUNTED:
            found = COUNTED[sort](show(fact.command), which)
        else:
            some = [each for each in every if sort != "strength" or each in drawn]
            found = sum(OVER_EACH[sort](show(fact.command.replace("NUMBER", each)), which) for each in some)
        assert found == fact.number, fact
        assert fact.of is None or fact.number <= fact.of, fact


def test_the_numbers_of_a_version_are_those_of_theory_diff(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_project(str(sample), coder=ANNE) as project:
        counted = arrows_between(project, "0", "1")
    assert main(["--coder", ANNE, "theory", "diff", str(sample), "0", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["arrow"] == counted


def test_the_course_counts_what_the_journal_prints(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_project(str(sample), coder=ANNE) as project:
        made = course_table(project.journal(), "en")
    assert main(["--coder", ANNE, "journal", str(sample), "--json"]) == 0
    sentences = [each["sentence"] for each in json.loads(capsys.readouterr().out)]
    columns = [each.name for each in made.headings]
    totals = {
        name: sum(row.cells[place].number or 0 for row in made.rows) for place, name in enumerate(columns)
    }
    assert totals["Imported"] == sum(each.startswith("Imported") for each in sentences)
    assert totals["Coded"] == sum(each.startswith("Coded") for each in sentences)
    assert totals["Configurations begun"] == sum(each.startswith("Began K") for each in sentences)
    assert totals["Consolidated"] == sum(each.startswith("Consolidated") for each in sentences)


# -- what stands in it -------------------------------------------------------------------------------------------------


def test_it_has_the_items_and_marks_what_only_a_person_can_write(sample: Path) -> None:
    with open_project(str(sample), coder=ANNE) as project:
        danish, english = text_of(project), text_of(project, "en")
    for item in (4, 10, 11, 13, 14, 15, 17):
        assert f"\n## {item}\\. " in danish
        assert f"\n## {item}\\. " in english
    assert danish.count("SKAL SKRIVES:") == english.count("TO BE WRITTEN:") > 15
    assert "SKAL SKRIVES" not in english
    assert "Sag 03: intet interview med sagsbehandler, mentor, virksomhedskontaktperson." in danish
    assert "Sag 03: no interview with caseworker, mentor, company contact." in english
    assert "3 af 5 sager med kendt udfald er med timer" in danish
    assert "Kodebogen er ikke ændret, siden studiet begyndte med version 1.2" in danish


def test_without_names_no_case_and_no_municipality_is_named(sample: Path) -> None:
    with open_project(str(sample), coder=ANNE) as project:
        named, plain = text_of(project), text_of(project, names="no")
    assert "Sag 03" in named
    assert "Skovklit" in named
    assert "Sag 0" not in plain
    assert "Skovklit" not in plain
    assert "sag C: intet interview med" in plain


def test_where_the_same_is_made_again_the_bytes_are_the_same(sample: Path) -> None:
    with open_project(str(sample), coder=ANNE) as project:
        for ending in (".docx", ".pdf", ".md"):
            asked = Wanted("appendix", ending, "da")
            assert make(project, asked).contents == make(project, asked).contents


def test_the_check_is_told_of_cells_of_municipality_and_role(sample: Path) -> None:
    with open_project(str(sample), coder=ANNE) as project:
        named = make(project, Wanted("appendix", ".md", "da"))
        plain = make(project, Wanted("appendix", ".md", "da", {"names": "no"}))
    found = {each.words: (each.number, each.of) for each in named.broken}
    assert found["municipality: Skovklit + mentor"] == (1, 5)
    assert plain.broken == ()
    assert any("Sag 03" in each.text for each in named.said)


def test_a_study_without_cases_codebook_or_codings_has_an_appendix_too(tmp_path: Path) -> None:
    from rcoder.project import create_project

    with create_project(str(tmp_path / "bare.rcoder"), "Tom", coder="Tester") as project:
        said = text_of(project, "en")
    assert "Each role was interviewed in each case." in said
    assert "[TO BE WRITTEN" in said.replace("\\", "")


# -- the course --------------------------------------------------------------------------------------------------------


def entry(number: int, sentence: str, undoes: str | None = None, *, hidden: bool = False) -> JournalLine:
    at = f"2026-01-{number:02}T12:00:00Z"
    return JournalLine(number, str(number), at, "Anne", sentence, "", undoes, hidden)


def test_what_was_taken_back_is_not_counted_and_what_was_done_again_is() -> None:
    lines = (
        entry(1, "Coded A"),
        entry(2, "Coded B"),
        entry(3, "Undid: Coded B", "2"),
        entry(4, "Coded C"),
        entry(5, "Undid: Coded C", "4"),
        entry(6, "Redid: Coded C", "5"),
        entry(7, "Worked in a layer that is not released", hidden=True),
    )
    assert [each.sentence for each in done(lines)] == ["Coded A", "Coded C"]


def test_a_long_course_is_told_by_month() -> None:
    short = course_table([entry(1, "Coded A"), entry(20, "Coded B")], "en")
    assert [row.cells[0].text for row in short.rows] == ["2026-W01", "2026-W04"]
    many = [
        JournalLine(each, str(each), f"20{each:02}-03-01T12:00:00Z", "", "Coded A", "", None)
        for each in range(10, 40)
    ]
    assert course_table(many, "en").rows[0].cells[0].text == "2010-03"


def test_a_change_of_the_codebook_is_listed_with_its_entry_and_reason(
    new_project: Callable[..., Project],
) -> None:
    with new_project() as project:
        assert codebook_changes(project, project.journal()) == ()
        project.do(
            edit(project, "H1.M1", Entry({"definition.da": "Ny ordlyd."})),
            why="Den var uklar.",
        )
        (change,) = codebook_changes(project, project.journal())
        said = text_of(project)
        project.undo()
        assert codebook_changes(project, project.journal()) == ()
    assert change.line.why == "Den var uklar."
    assert change.version
    assert f"| {change.line.seq} | {change.line.at[:10]} | Tester | {change.version} |" in said
    assert "Den var uklar." in said


# -- layers ------------------------------------------------------------------------------------------------------------


def test_suggestions_and_coders_of_a_hidden_layer_are_not_told(
    new_project: Callable[..., Project], interview_file: Path
) -> None:
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        code_passage(project, project.transcript("interview.txt").id, Span(70, 95), "H1.R1", CodingFlags())
        log_hints(project, "hints shown", {})
        place = project.location
    with open_project(place, coder="Jonas") as project:
        hidden, silent = text_of(project), activity_lines(project)
    with open_project(place, coder="Anne") as project:
        own = text_of(project)
        anne = next(each for each in project.coders() if each.name == "Anne")
        project.do(release(anne))
    with open_project(place, coder="Jonas") as project:
        shown = text_of(project)
    assert silent == ()
    assert "Anne" not in hidden
    assert "| Anne | 1 | 1 | 0 | 0 | eget, ikke frigivet |" in own
    assert "| Anne | 1 | 1 | 0 | 0 | frigivet |" in shown
    assert "Forslag fra programmet: vist (gange) | 1 |" in shown


def test_a_made_appendix_is_an_outgoing_with_every_word_of_its_tables(sample: Path) -> None:
    with open_project(str(sample), coder=ANNE) as project:
        made: Outgoing = make(project, Wanted("appendix", ".md", "da"))
    said = {each.text for each in made.said}
    assert {"Sag 01", "Skovklit", "Anne Holm"} <= said
    assert all(each.place or each is made.said[0] for each in made.said)
