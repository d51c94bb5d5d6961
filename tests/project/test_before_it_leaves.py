"""Whatever a person wrote or said and stands in a file that leaves, the check was shown; and it finds what was planted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planted import CPR, plant, words_in
from rcoder.domain.leaving import Sort
from rcoder.domain.matrix import Ask, Of, Question
from rcoder.domain.outgoing import Outgoing
from rcoder.project import Project, open_project
from rcoder.project.codebook_file import ready_codebook_file
from rcoder.project.exporting_passages import ready_passages
from rcoder.project.exports import EXPORTS, Export
from rcoder.project.exports.checking import check
from rcoder.project.exports.leaving import Leaving, let_out, make, wanted
from rcoder.project.framework import framework
from rcoder.project.matrices.exporting import ready_matrix
from rcoder.project.memo_files import ready_memos
from rcoder.project.memos import memo_lines, notes
from rcoder.project.present import ready_present
from rcoder.project.profile_files import ready_framework, ready_profile
from rcoder.project.sample import build_sample
from rcoder.project.version_figures import ready_difference

Ready = Callable[[Project, Path], Leaving[object]]
ROOT = Path(__file__).parents[2] / "rcoder"


def quiet(done: int, whole: int, what: str) -> None:
    """No progress is shown."""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    sample = build_sample(tmp_path_factory.mktemp("sample"), report=quiet)
    return sample.project, plant(sample.project)


@pytest.fixture(scope="module")
def study(names: tuple[Path, tuple[str, ...]]) -> Iterator[Project]:
    with open_project(str(names[0]), coder="Anne Holm") as project:
        yield project


def missed(made: Outgoing, ending: str, planted: tuple[str, ...]) -> list[str]:
    """Planted words that stand in the file and that the check was not shown."""
    there = words_in(made.contents, ending)
    shown = "\n".join(each.text for each in made.said)
    return [each for each in (*planted, CPR) if each in there and each not in shown]


LONG = frozenset({"report", "appendix"})
"""Documents whose words are the same in every file, and take seconds to make."""
TYPESET = frozenset({".pdf", ".png"})
"""Files made from the same words as another of the same export."""


def quickest(endings: tuple[str, ...]) -> str:
    """An ending that is made quickly and can be read."""
    return next(each for each in (".md", ".csv", ".svg", *endings) if each in endings)


def endings_of(export: Export) -> tuple[str, ...]:
    """The endings that are looked at."""
    if export.key in LONG:
        return (quickest(export.endings),)
    return tuple(each for each in export.endings if each not in TYPESET)


@pytest.mark.parametrize(
    ("what", "ending"), [(each.key, ending) for each in EXPORTS for ending in endings_of(each)]
)
def test_every_export_shows_the_check_whatever_people_said(
    study: Project, names: tuple[Path, tuple[str, ...]], what: str, ending: str
) -> None:
    made = make(study, wanted(study, what, Path(f"a{ending}")))
    assert missed(made, ending, names[1]) == []


@pytest.mark.parametrize(
    ("what", "option", "value"),
    [
        (each.key, one.key, value)
        for each in EXPORTS
        for one in each.options
        for value in one.choices
        if each.key not in LONG and value != "role"
    ],
)
def test_so_does_every_export_with_every_choice(
    study: Project, names: tuple[Path, tuple[str, ...]], what: str, option: str, value: str
) -> None:
    ending = quickest(next(one for one in EXPORTS if one.key == what).endings)
    made = make(study, wanted(study, what, Path(f"a{ending}"), options={option: value}))
    assert missed(made, ending, names[1]) == []


OTHERS: dict[str, tuple[tuple[str, ...], Ready]] = {
    "passages": (
        (".csv", ".xlsx", ".md", ".docx"),
        lambda project, file: ready_passages(
            project, "is:coding or is:evidence", file, coders=True, memos=True
        ),
    ),
    "matrix": (
        (".xlsx", ".csv", ".md", ".tex", ".docx", ".html"),
        lambda project, file: ready_matrix(project, Ask(Question.EVIDENCE), file),
    ),
    "groups": (
        (".csv", ".html"),
        lambda project, file: ready_matrix(
            project, Ask(Question.GROUPS, "", Of.CODES, "municipality", "", "", ""), file
        ),
    ),
    "framework": (
        (".csv", ".xlsx", ".md", ".docx"),
        lambda project, file: ready_framework(framework(project, "", whole=True), file),
    ),
    "profile": (
        (".md",),
        lambda project, file: ready_profile(project, project.cases()[2].name, file),
    ),
    "memos": (
        (".md",),
        lambda project, file: ready_memos(project, file, (*memo_lines(project), *notes(project))),
    ),
    "difference": (
        (".svg", ".html", ".md"),
        lambda project, file: ready_difference(project, file, ("0", "now")),
    ),
    "manifest": ((".csv",), ready_present),
    "codebook": ((".yaml",), ready_codebook_file),
}


@pytest.mark.parametrize(
    ("what", "ending"), [(key, ending) for key, (endings, _) in OTHERS.items() for ending in endings]
)
def test_so_does_every_other_way_out(
    study: Project, names: tuple[Path, tuple[str, ...]], tmp_path: Path, what: str, ending: str
) -> None:
    ready = OTHERS[what][1](study, tmp_path / f"a{ending}")
    there = words_in(ready.made.contents, ending)
    assert missed(ready.made, ending, names[1]) == []
    assert not (tmp_path / f"a{ending}").exists()
    found = check(study, ready.made)
    if CPR in there:
        assert Sort.CPR in found.counts
    if what in ("passages", "profile", "memos"):
        assert Sort.KNOWN_NAME in found.counts


def test_what_is_written_is_noted_in_counts_and_never_in_words(study: Project, tmp_path: Path) -> None:
    ready = ready_passages(study, "is:evidence", tmp_path / "a.md")
    findings = check(study, ready.made)
    let_out(study, ready, findings)
    row = study.sight.rows("SELECT * FROM activity ORDER BY seq DESC LIMIT 1")[0]
    noted = " ".join(str(value) for value in row.values())
    assert f"found {findings.summary}" in noted
    assert "1 CPR number" in noted
    assert not any(each.words in noted for each in findings.found)


def test_a_name_that_a_correction_took_out_is_known(study: Project) -> None:
    from rcoder.project.exports.checking import known_of

    assert {"amina", "ruth"} <= known_of(study).removed


def test_no_file_is_written_past_the_door() -> None:
    """Files that leave are written in one place; the others named here write what is no part of a study's words."""
    allowed = {
        "project/exports/leaving.py",
        "project/figures.py",
        "project/codebook_file.py",  # the codebook a person keeps: looked through first, then put in its place with a copy
        "cli/codebooks.py",  # pages of codebook files, without a project
    }
    found = {
        str(file.relative_to(ROOT))
        for file in ROOT.rglob("*.py")
        if re.search(r"write_bytes_whole\(|write_whole\(", file.read_text(encoding="utf-8"))
    }
    assert found == allowed


def test_what_writes_unasked_is_known_to_the_windows_that_ask_and_to_the_sample_study_alone() -> None:
    unasked = re.compile(r"from rcoder\.project\.exports\.leaving import [^\n]*\b(let_out|leave)\b")
    found = {
        str(file.relative_to(ROOT))
        for file in ROOT.rglob("*.py")
        if unasked.search(file.read_text(encoding="utf-8"))
    }
    assert found == {"cli/leaving.py", "ui/screens/leaving.py", "project/sample.py"}
