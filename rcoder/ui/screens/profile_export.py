"""The framework matrix and the page of a case to a file, from their screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.project import Project
from rcoder.project.exports.leaving import Leaving
from rcoder.project.framework import framework
from rcoder.project.profile_files import ready_framework, ready_profile
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.retrieving.exports import wrong_with
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.leaving import let_out
from rcoder.ui.screens.question import Field, QuestionScreen

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

FORMATS = (
    Choice(".xlsx", (("Excel", ""),), "the table, words wrapped in its cells"),
    Choice(".docx", (("Word", ""),), "a table on its side, for a thesis or report"),
    Choice(".md", (("Markdown", ""),), "the same as plain text"),
    Choice(".csv", (("CSV", ""),), "the table for any spreadsheet"),
)


def export_matrix(app: RcoderApp, under: str, cases: frozenset[str]) -> None:
    """Asks for a format and a file, and writes the cases shown."""

    def write(file: Path) -> Callable[[Project], Leaving[object]]:
        return lambda project: ready_framework(framework(project, under, cases=cases, whole=True), file)

    def chosen(ending: str | None) -> None:
        if ending is not None:
            _ask_file(app, f"framework{ending}", ending, write)

    app.push_screen(ChooserScreen("Write as", list(FORMATS)), chosen)


def export_page(app: RcoderApp, case_id: str, case: str) -> None:
    """Asks for a file, and writes the page of a case."""
    plain = "".join(letter if letter.isalnum() else "-" for letter in case)

    def write(file: Path) -> Callable[[Project], Leaving[object]]:
        return lambda project: ready_profile(project, case_id, file)

    _ask_file(app, f"{plain}.md", ".md", write)


def _ask_file(
    app: RcoderApp, name: str, ending: str, write: Callable[[Path], Callable[[Project], Leaving[object]]]
) -> None:
    fields = (Field("file", "File", str(Path.cwd() / name)),)

    def answered(answer: dict[str, str] | None) -> None:
        if answer is not None:
            file = Path(answer["file"].strip()).expanduser()
            let_out(app, write(file), lambda _: app.said.publish(f"Wrote {file}"))

    app.push_screen(QuestionScreen("To which file?", "", fields, check=wrong_with(ending)), answered)
