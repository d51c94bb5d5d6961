"""Writing an export: made by a child process, shown what may name a person, written where that is agreed to."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rcoder.domain.leaving import findings_in
from rcoder.ui.screens.beginning import child
from rcoder.ui.screens.leaving import ask

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.exporting.settings import Asked

FAILED = "The file could not be made."


def write(app: RcoderApp, asked: Asked, then: Callable[[], None]) -> None:
    """Has a file made beside the program, and written once what may name a person is agreed to; `then` is done in the end.

    What was begun before is on the disk first, so that the child reads it.
    """
    app.said.publish(f"Making {asked.file.name} …")
    app.at_desk(lambda project: project.latest(), lambda _: _begin(app, asked, then))


def _begin(app: RcoderApp, asked: Asked, then: Callable[[], None], *more: str) -> None:
    app.run_worker(_writing(app, asked, then, more), group="export")


async def _writing(app: RcoderApp, asked: Asked, then: Callable[[], None], more: Sequence[str]) -> None:
    answer = await _made(app, asked, *more)
    if answer and answer.get("file") is None:
        _ask(app, asked, then, answer)
        return
    then()
    if answer:
        where = asked.file.name if asked.file.parent == asked.folder else answer["file"]
        app.said.publish(" ".join((f"Wrote {where}.", *answer["remarks"])))


def _ask(app: RcoderApp, asked: Asked, then: Callable[[], None], answer: Mapping[str, Any]) -> None:
    """Shows what was found, and writes the file where that is agreed to."""

    def answered(yes: bool) -> None:
        if yes:
            _begin(app, asked, then, "--checked")
        else:
            then()
            app.said.publish(f"{asked.file.name} was not written.")

    ask(app, asked.file.name, findings_in(answer["findings"]), answered)


async def _made(app: RcoderApp, asked: Asked, *more: str) -> dict[str, Any]:
    """What the command says it came to; {} where it could not be done, which is told."""
    if app.desk is None:
        return {}
    _, output, error = await child(app, *asked.arguments(app.desk.location, app.coder, *more))
    try:
        found: dict[str, Any] = json.loads(output)
    except ValueError:
        app.tell(error or FAILED)
        return {}
    return found
