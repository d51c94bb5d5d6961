"""What two hidden coders do changes no byte of any file that leaves, and nothing that the check before it is shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from every_export import every, made
from planted import words_in
from playing import with_hidden_work
from rcoder.domain.outgoing import Outgoing
from rcoder.project import Project, open_project

READ = frozenset({".md", ".csv", ".html", ".dot"})


@pytest.mark.parametrize("seed", range(int(os.environ.get("ADV_SEEDS", "1"))))
def test_hidden_work_changes_no_byte_of_any_export(
    new_project: Callable[..., Project], tmp_path: Path, seed: int
) -> None:
    places = with_hidden_work(new_project, tmp_path, Random(seed))  # noqa: S311 - no secret
    found: list[dict[str, Outgoing | str]] = []
    for location in places:
        with open_project(location, coder="Jonas") as project:
            found.append({one.name: made(project, one) for one in every(endings=READ, english=True)})
    assert [name for name in found[0] if found[0][name] != found[1][name]] == []
    for name, each in found[0].items():
        assert "hemmeligt" not in repr(each)
        if isinstance(each, Outgoing):
            assert "hemmeligt" not in words_in(each.contents, f".{name.split('.')[1].split()[0]}")


def test_hidden_work_changes_no_byte_of_files_that_are_packed(
    new_project: Callable[..., Project], tmp_path: Path
) -> None:
    places = with_hidden_work(new_project, tmp_path, Random(7))  # noqa: S311 - no secret
    chosen = [one for one in every() if one.ending in (".xlsx", ".docx", ".pdf") and not one.options]
    found = []
    for location in places:
        with open_project(location, coder="Carl") as project:
            found.append([made(project, one) for one in chosen])
    for one, hidden, alone in zip(chosen, *found, strict=True):
        assert hidden == alone, one.name
        assert isinstance(hidden, Outgoing)
        assert "hemmeligt" not in words_in(hidden.contents, one.ending)
