from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rcoder.domain.errors import Misuse
from rcoder.exchange.shipped import codebooks_folder, sample_folder, shipped_codebook


def test_an_editable_install_finds_them_in_the_checkout(root: Path) -> None:
    assert codebooks_folder() == root / "codebooks"
    assert sample_folder() == root / "interviews" / "sample"
    assert shipped_codebook("jobfirst") == root / "codebooks" / "jobfirst.yaml"
    assert (sample_folder() / "manifest.csv").is_file()


@pytest.mark.parametrize("name", ["jobfrist", "", "../jobfirst", "jobfirst.yaml"])
def test_a_codebook_that_does_not_come_with_rcoder_is_misuse_that_lists_them(name: str) -> None:
    with pytest.raises(Misuse, match=r"There is: .*jobfirst"):
        shipped_codebook(name)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    root = Path(__file__).parents[2]
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=root, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


def test_a_wheel_holds_every_shipped_file(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    expected = {
        f"rcoder/shipped/{path.relative_to(root).as_posix()}"
        for folder in ("codebooks", "interviews/sample")
        for path in (root / folder).rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }
    assert "rcoder/shipped/codebooks/jobfirst.yaml" in expected
    assert expected <= names


def test_a_wheel_finds_them_inside_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        "from rcoder.exchange.shipped import sample_folder, shipped_codebook\n"
        "from rcoder.exchange.codebooks import read_codebook\n"
        "print(sample_folder()); print(shipped_codebook('jobfirst'))\n"
        "print(len(read_codebook(shipped_codebook('jobfirst')).codes))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    inside = tmp_path / "rcoder" / "shipped"
    assert ran.stdout.split() == [
        str(inside / "interviews" / "sample"),
        str(inside / "codebooks" / "jobfirst.yaml"),
        "177",
    ]
