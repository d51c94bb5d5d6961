"""Bringing interviews in from files, in a child process of our own command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.errors import RcoderError
from rcoder.ui.screens.beginning import child, written_place
from rcoder.ui.screens.question import Field, QuestionScreen

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


async def bring_in(app: RcoderApp, then: Callable[[], None]) -> None:
    """Asks which files, imports them and says what came of it."""
    if app.desk is None:
        return
    answer = await app.push_screen_wait(
        QuestionScreen(
            "Bring in interviews",
            "txt, md, docx, vtt, srt and Whisper json; a file, a folder, or a pattern such as interviews/*.docx",
            (
                Field("files", "Files"),
                Field("manifest", "Manifest with case and role of each file (CSV or YAML; may be empty)"),
                Field("case", "Case (may be empty)"),
                Field("role", "Role of the respondent (may be empty)"),
            ),
        )
    )
    if answer is None or app.desk is None:
        return
    files = _files(answer["files"])
    if not files and not answer["manifest"].strip():
        app.tell(
            RcoderError(
                f"No file is called {answer['files'].strip() or 'nothing'}.",
                "Give a file, a folder or a pattern.",
            )
        )
        return
    options: list[str] = []
    for name in ("manifest", "case", "role"):
        if value := answer[name].strip():
            options += [f"--{name}", written_place(value) if name == "manifest" else value]
    app.said.publish("Importing.")
    status, output, error = await child(
        app, "--coder", app.coder, "import", "--json", *options, "--", app.desk.location, *files
    )
    app.said.publish(_outcome(output, error, status))
    then()


def _files(wanted: str) -> list[str]:
    """The files a person means: as written, or by a pattern."""
    place = Path(wanted.strip()).expanduser()
    if not wanted.strip():
        return []
    if place.exists():
        return [str(place)]
    return sorted(str(each) for each in place.parent.glob(place.name) if each.is_file())


def _outcome(output: str, error: str, status: int) -> str:
    try:
        results = json.loads(output)
    except ValueError:
        return error or f"The import ended with status {status}."
    counts = {
        name: sum(each["status"] == name for each in results) for name in ("imported", "duplicate", "failed")
    }
    words = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
    failed = [
        f"{Path(each['file']).name}: {' '.join(each['messages'])}"
        for each in results
        if each["status"] == "failed"
    ]
    return f"{words or 'Nothing imported'}. {' '.join(failed)}".strip()
