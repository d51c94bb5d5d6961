"""What the doors make ready, written as after a person has said yes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rcoder.domain.matrix import Ask, Matrix
from rcoder.project import Project
from rcoder.project.codebook_file import WrittenBook, ready_codebook_file
from rcoder.project.exporting_passages import Written, ready_passages
from rcoder.project.exports.leaving import let_out
from rcoder.project.matrices.exporting import ready_matrix
from rcoder.project.memo_files import ready_memos
from rcoder.project.memos import MemoLine
from rcoder.project.present import Written as WrittenManifest
from rcoder.project.present import ready_present


def write_matrix(project: Project, ask: Ask, file: Path) -> Matrix:
    return let_out(project, ready_matrix(project, ask, file), None)


def write_passages(project: Project, query: str, file: Path, **wanted: Any) -> Written:
    return let_out(project, ready_passages(project, query, file, **wanted), None)


def write_memos(project: Project, file: Path, lines: tuple[MemoLine, ...]) -> Path:
    return let_out(project, ready_memos(project, file, lines), None)


def write_present(project: Project, file: Path) -> WrittenManifest:
    return let_out(project, ready_present(project, file), None)


def write_codebook_file(
    project: Project, file: Path, *, book: str = "", dry_run: bool = False
) -> WrittenBook:
    ready = ready_codebook_file(project, file, book=book)
    return ready.answer if dry_run or not ready.what else let_out(project, ready, None)
