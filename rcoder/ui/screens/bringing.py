"""Reading and bringing in files by child processes of our own command line, while work on screen goes on."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from rcoder.ui.screens.beginning import child

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

Answers = list[dict[str, Any]]


async def looked_at(
    app: RcoderApp, manifest: str, files: Sequence[str], encoding: str
) -> tuple[Answers, str]:
    """What is in files, as `rcoder preview --json` says it, and what stood in the way of all of them."""
    if app.desk is None:
        return [], ""
    options = [
        *(("--manifest", manifest) if manifest else ()),
        *(("--encoding", encoding) if encoding else ()),
    ]
    _, output, error = await child(
        app, "--coder", app.coder, "preview", "--json", *options, "--", app.desk.location, *files
    )
    answers = answers_of(output)
    return (answers, "") if answers is not None else ([], error or "The files could not be looked at.")


class Bringer:
    """One import in the background."""

    def __init__(
        self, app: RcoderApp, became: Callable[[dict[str, Any]], None], then: Callable[[], None]
    ) -> None:
        """`became` is told what became of each file, `then` is done when something was brought in."""
        self.app = app
        self.became = became
        self.then = then

    async def bring(self, plan: Answers) -> None:
        """Brings in the files of a plan and says what became of them."""
        if self.app.desk is None:
            return
        _, output, error = await child(
            self.app, "--coder", self.app.coder, "import-plan", "--json", "--tell", "--gently", self.app.desk.location,
            given=json.dumps(plan),
        )  # fmt: skip
        answers = answers_of(output)
        if answers is None:
            self.app.tell(error or "The import ended without a result.")
            return
        for answer in answers:
            self.became(answer)
        self.app.said.publish(summed(answers))
        if any(answer["status"] == "imported" for answer in answers):
            self.then()
            self.app.background.look()


def answers_of(output: str) -> Answers | None:
    """What a command printed as a JSON list; None where it came to no result."""
    try:
        found = json.loads(output)
    except ValueError:
        return None
    return found if isinstance(found, list) else None


def summed(answers: Answers) -> str:
    """How many files were imported, how many not; why, where it is only one."""
    counts = {
        name: sum(each["status"] == name for each in answers) for name in ("imported", "duplicate", "failed")
    }
    words = ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "Nothing imported"
    wrong = [each for each in answers if each["status"] == "failed"]
    return f"{words}. {' '.join(wrong[0]['messages'])}" if len(wrong) == 1 else f"{words}."
