"""A corrected text for the open interview: the file is chosen, what would become of the passages is shown, then it is done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.transcript import Transcript
from rcoder.project.starting import readable_endings
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.beginning import child
from rcoder.ui.screens.doubts import open_doubts
from rcoder.ui.screens.files import FilesScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.rows import wrapped
from rcoder.ui.widgets.strips import Keys, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

FIELDS = (
    Field("why", "Why it is corrected, for the journal (may be empty)"),
    Field("encoding", "Encoding, such as cp1252 or mac_roman (empty: found out)"),
    Field("interviewer", "Label of the interviewer in the file (empty: as it is)"),
    Field("force", "yes: take it even where few of its words are those of the interview"),
)
HEADINGS = (("changed", "changed inside"), ("lost", "lost"), ("moved", "found elsewhere"))

Told = Mapping[str, Any]
"""What `rcoder reimport --json` answers."""


async def bring_in_corrected(app: RcoderApp, transcript: Transcript, then: Callable[[], None]) -> None:
    """Asks for the file, shows what would become of the passages, and brings it in; passages in doubt come up after it."""
    if (desk := app.desk) is None:
        return
    beside = Path(desk.location).parent if "://" not in desk.location else Path.cwd()
    title = f"A corrected text of {transcript.title}: which file?"
    chosen = await app.push_screen_wait(OneFileScreen(title, beside, readable_endings()))
    if not chosen:
        return
    asked = _asked(app, transcript, chosen[0])
    if await asked is None or app.desk is not desk:
        return
    then()
    app.said.publish("The corrected text is in.")
    open_doubts(app, transcript.id)


async def _asked(app: RcoderApp, transcript: Transcript, file: Path) -> Told | None:
    """Asks for the rest until it can be done or the person leaves; what is wrong comes back with the questions."""
    wrong, values = "", {each.id: each.value for each in FIELDS}
    while True:
        fields = [Field(each.id, each.words, values[each.id]) for each in FIELDS]
        answer = await app.push_screen_wait(QuestionScreen(file.name, "", fields, wrong=wrong))
        if answer is None:
            return None
        values = answer
        found, wrong = await _run(app, transcript, file, answer, "--dry-run")
        if found is None:
            continue
        if found["status"] == "same":
            app.tell(found["sentence"])
            return None
        if not await app.push_screen_wait(CorrectingScreen(found)):
            return None
        found, wrong = await _run(app, transcript, file, answer)
        if found is not None:
            return found


async def _run(
    app: RcoderApp, transcript: Transcript, file: Path, answer: Mapping[str, str], *how: str
) -> tuple[Told | None, str]:
    """What our own command answers; None with a sentence on what is wrong."""
    if app.desk is None:
        return None, "The study is closed."
    app.said.publish("Comparing the texts." if how else "Bringing the corrected text in.")
    options = [
        each
        for name, value in answer.items()
        if name != "force" and value.strip()
        for each in (f"--{name}", value.strip())
    ]
    if answer["force"].strip().casefold() in ("yes", "ja", "y", "j"):
        options.append("--force")
    status, output, error = await child(
        app, "--coder", app.coder, "reimport", "--json", *how, *options, "--", app.desk.location, transcript.id, str(file)
    )  # fmt: skip
    if status != 0:
        return None, error or f"It ended with status {status}."
    return json.loads(output), ""


class OneFileScreen(FilesScreen):
    """The same for one file: the first that is marked is taken."""

    KEYS = "enter opens or takes · esc leaves"

    def _turn(self, files: Sequence[Path]) -> None:
        self.dismiss(tuple(files[:1]))


class CorrectingScreen(Window[bool]):
    """What would become of the passages; whether the corrected text is to be brought in."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../corrections.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CORRECTING, Where.LIST)
    BINDINGS = bindings(Where.CORRECTING)

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told

    def compose(self) -> ComposeResult:
        """What is found, what is said of the file, and every passage that is not simply found again."""
        with Vertical(classes="window"):
            yield Strips((((found_words(self.told), "-strong"),),), classes="pane-title -front")
            yield Lines(id="passages")
            yield Keys(footer(Where.CORRECTING))

    def on_resize(self) -> None:
        """Fits the lines to the room."""
        self.query_one(Lines).show(told_lines(self.told, max(20, min(96, self.size.width) - 8)))

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        self.dismiss(True)

    def action_take(self) -> None:
        """Brings it in."""
        self.dismiss(True)

    def action_cancel(self) -> None:
        """Leaves."""
        self.dismiss(False)


def found_words(told: Told) -> str:
    """How many passages are found again, and how many wait for a decision then."""
    found, asked = told["found"], len(told["changed"]) + len(told["lost"])
    passages = "passage" if found == 1 else "passages"
    return (
        f"{told['title']}, revision {told['revision']}: {found} {passages} found again, {asked} to decide on"
    )


def told_lines(told: Told, width: int) -> Iterator[Line]:
    """What was done to the text, then the passages by what becomes of them, wrapped to a width."""
    for number, message in enumerate(told["messages"]):
        yield from _wrapped(f"message:{number}", message, width, "-muted")
    for name, words in HEADINGS:
        for number, each in enumerate(told[name]):
            row = f"{name}:{number}"
            yield Line(row, ((words, "-key"), (f"  {each['passage']}", "-muted")))
            yield from _wrapped(f"{row}:before", f"“{each['before']}”", width, "", goes_on=True)
            if each["now"] and each["now"] != each["before"]:
                yield from _wrapped(f"{row}:now", f"→ “{each['now']}”", width, "-strong", goes_on=True)
    if not any((told["messages"], told["changed"], told["lost"], told["moved"])):
        yield Line("nothing", (("Every passage in sight is found again as it was.", ""),))


def _wrapped(row: str, words: str, width: int, tone: str, *, goes_on: bool = False) -> Iterator[Line]:
    text = " ".join(words.split())
    for number, (start, end) in enumerate(wrapped(text, 0, len(text), width)):
        yield Line(
            f"{row}:{number}", ((f"  {text[start:end].rstrip()}", tone),), goes_on=goes_on or number > 0
        )
