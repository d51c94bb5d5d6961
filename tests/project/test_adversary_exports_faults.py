"""Where nothing can be written nothing is left behind, and a study that lacks something has its files all the same."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from every_export import every, made
from playing import Player, interviews
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.errors import Misuse, RcoderError
from rcoder.project import create_project
from rcoder.project.exports.leaving import make, wanted
from rcoder.project.figures import write_bytes_whole
from rcoder.project.versions import save

READ = frozenset({".md", ".svg", ".csv"})


def test_a_place_in_a_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("før", encoding="utf-8")
    with pytest.raises(RcoderError, match=r"file/a\.md: "):
        write_bytes_whole(tmp_path / "file" / "a.md", b"x")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "før"


@pytest.mark.parametrize("name", ["x" * 300 + ".md", "a\0.md", "folder.md"])
def test_a_name_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(RcoderError):
        write_bytes_whole(tmp_path / name, b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["folder.md"]


def test_a_full_disk_leaves_the_file_of_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"before")

    def full(beside: Path, contents: bytes) -> int:
        with beside.open("wb") as half:
            half.write(contents[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RcoderError, match="No space left"):
        write_bytes_whole(file, b"after")
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == b"before"


def studies(contents: CodebookContents) -> Iterator[tuple[str, CodebookContents | None, bool]]:
    bare = replace(contents, theories=(), nodes=(), links=())
    kept = {each.id for each in contents.theories if each.key != "overall"}
    mini = replace(
        contents,
        theories=tuple(each for each in contents.theories if each.id in kept),
        nodes=tuple(replace(each, rolls_up_to=None) for each in contents.nodes if each.theory_id in kept),
        links=tuple(each for each in contents.links if each.theory_id in kept),
    )
    for name, book in (
        ("no codebook", None),
        ("codebook", contents),
        ("no theory", bare),
        ("no overall theory", mini),
        ("no codes", CodebookContents(contents.codebook, ())),
    ):
        yield name, book, False
        yield f"{name}, filled", book, True


def test_each_export_of_a_study_that_lacks_something_is_a_file_or_a_sentence(
    tmp_path: Path, contents: CodebookContents
) -> None:
    for number, (name, book, filled) in enumerate(studies(contents)):
        with create_project(str(tmp_path / f"{number}.rcoder"), "Prøve", book, coder="Jonas") as project:
            if filled:
                interviews(project, tmp_path)
                player = Player(project, Random(1))  # noqa: S311 - no secret
                for _ in range(20):
                    player.play(("coded", "begun", "attached", "tied", "finished", "judged", "told_case"))
                save(project, "en", "fordi")
                save(project, "to", "fordi")
            for one in every(endings=READ):
                refused = isinstance(made(project, one), str)
                assert not refused or one.what == "theory" or one.options, f"{name}: {one.name}"


@pytest.mark.parametrize(
    ("what", "option", "value"),
    [
        ("frequencies", "least", "9" * 5000),
        ("frequencies", "least", "²"),
        ("theory", "least", f"{'9' * 5000} passages"),
        ("report", "quotes", "9" * 5000),
        ("report", "quotes", "-1"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_a_sentence(
    tmp_path: Path, contents: CodebookContents, what: str, option: str, value: str
) -> None:
    ending = ".svg" if what == "theory" else ".md"
    with create_project(str(tmp_path / "a.rcoder"), "Prøve", contents, coder="Jonas") as project:
        asked = wanted(project, what, Path(f"a{ending}"), options={option: value})
        with pytest.raises(Misuse):
            make(project, asked)
