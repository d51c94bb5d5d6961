"""Files that are written whole, in the place of the one before."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from rcoder.project.figures import write_whole


@pytest.mark.skipif(os.name != "posix", reason="files have no mode here")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664])
def test_a_file_that_is_replaced_keeps_who_may_read_and_write_it(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "page.md"
    file.write_text("før", encoding="utf-8")
    file.chmod(mode)
    write_whole(file, "efter\n")
    assert file.read_text(encoding="utf-8") == "efter\n"
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name != "posix", reason="files have no mode here")
def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_whole(tmp_path / "new" / "page.md", "x")
    assert (tmp_path / "new" / "page.md").stat().st_mode == usual.stat().st_mode
