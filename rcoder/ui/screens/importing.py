"""Bringing interviews in from files, in a child process of our own command line."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from rcoder.ui.commands import Where, bindings
from rcoder.ui.screens.beginning import child, written_place
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Strips

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

FIELDS = (
    ("files", "Files"),
    ("manifest", "Manifest with case and role of each file (CSV or YAML; may be empty)"),
    ("case", "Case (may be empty)"),
    ("role", "Role of the respondent (may be empty)"),
    ("encoding", "Encoding, such as cp1252 or mac_roman (empty: found out)"),
)
OPTIONS = ("manifest", "case", "role", "encoding")
ORDER = ("failed", "duplicate", "imported")
"""What became of files, in the order shown."""


async def bring_in(app: RcoderApp, then: Callable[[], None]) -> None:
    """Asks which files, imports them and shows what became of each; the form comes back with what is wrong."""
    values: Mapping[str, str] = {}
    wrong = ""
    while app.desk is not None:
        answer = await app.push_screen_wait(_form(values, wrong))
        if answer is None or app.desk is None:
            return
        app.said.publish("Importing.")
        status, output, error = await child(
            app, "--coder", app.coder, "import", "--json", *_options(answer), "--", app.desk.location, *_files(answer["files"])
        )  # fmt: skip
        outcomes = read_outcomes(output)
        if outcomes is not None:
            app.said.publish(summed(outcomes))
            then()
            await app.push_screen_wait(OutcomeScreen(outcomes))
            return
        values, wrong = answer, error or f"The import ended with status {status}."


def _form(values: Mapping[str, str], wrong: str) -> QuestionScreen:
    return QuestionScreen(
        "Bring in interviews",
        "txt, md, docx, vtt, srt and Whisper json; a file, a folder, or a pattern such as interviews/*.docx",
        [Field(name, words, values.get(name, "")) for name, words in FIELDS],
        check=wrong_with,
        wrong=wrong,
    )


def wrong_with(answer: Mapping[str, str]) -> str:
    """What is wrong with the form, in a sentence; "" where nothing is."""
    import codecs

    files, manifest, encoding = (answer[each].strip() for each in ("files", "manifest", "encoding"))
    if not files and not manifest:
        return "Give a file, a folder, a pattern or a manifest."
    if files and not _files(files):
        return f"No file is called {files}. Give a file, a folder or a pattern."
    if manifest and not Path(written_place(manifest)).is_file():
        return f"No manifest is called {manifest}."
    try:
        codecs.lookup(encoding or "utf-8")
    except LookupError:
        return f"No encoding is called {encoding}. Try cp1252, mac_roman or utf-8."
    return ""


def _options(answer: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    for name in OPTIONS:
        if value := answer[name].strip():
            found += [f"--{name}", written_place(value) if name == "manifest" else value]
    return found


def _files(wanted: str) -> list[str]:
    """The files a person means: as written, or by a pattern."""
    place = Path(wanted.strip()).expanduser()
    if not wanted.strip():
        return []
    if place.exists():
        return [str(place)]
    return sorted(str(each) for each in place.parent.glob(place.name) if each.is_file())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, and what was done to its text or stood in the way."""

    file: str
    status: str
    messages: tuple[str, ...]


def read_outcomes(output: str) -> tuple[Outcome, ...] | None:
    """What the import printed as JSON; None where it came to no result."""
    try:
        results = json.loads(output)
    except ValueError:
        return None
    found = [Outcome(each["file"], each["status"], tuple(each["messages"])) for each in results]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.status)))


def summed(outcomes: Sequence[Outcome]) -> str:
    """How many files were imported, how many not."""
    counts = {status: sum(each.status == status for each in outcomes) for status in reversed(ORDER)}
    return (
        ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "Nothing imported"
    ) + "."


class OutcomeScreen(ModalScreen[None]):
    """Every file with what became of it."""

    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.HELP,)
    BINDINGS = bindings(Where.HELP)

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        super().__init__()
        self.outcomes = tuple(outcomes)

    def compose(self) -> ComposeResult:
        """How many, and the files."""
        with Vertical(classes="window"):
            yield Strips((((summed(self.outcomes), ""),),), classes="pane-title -front")
            yield Lines(id="outcomes", empty="No file was found.")
            yield Strips(((("↑ ↓ go · esc back", "-muted"),),), classes="pane-title")

    def on_resize(self) -> None:
        """Shows the files, with what is said of them wrapped to the window."""
        self.query_one(Lines).show(outcome_lines(self.outcomes, max(20, min(84, self.size.width) - 9)))

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        self.dismiss(None)

    def action_close(self) -> None:
        """Closes the list."""
        self.dismiss(None)


def outcome_lines(outcomes: Sequence[Outcome], width: int) -> list[Line]:
    """Each file, and under it every message in full, wrapped to a width."""
    lines: list[Line] = []
    for place, outcome in enumerate(outcomes):
        lines.append(Line(f"{place}", ((Path(outcome.file).name, "-strong"),), outcome.status))
        for number, message in enumerate(outcome.messages):
            for part, row in enumerate(textwrap.wrap(message, width)):
                lines.append(Line(f"{place}:{number}:{part}", ((f"  {row}", ""),), goes_on=part > 0))
    return lines
