"""Another language for an interview: its sentences and lemmas are worked out in a child process of our own command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from rcoder.ui.screens.beginning import child

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


async def change_language(
    app: RcoderApp, transcript_id: str, language: str, then: Callable[[], None]
) -> None:
    """Changes the language of an interview, says it, and goes on."""
    if app.desk is None:
        return
    app.said.publish("Working out the sentences.")
    status, output, error = await child(
        app, "--coder", app.coder, "transcript", "set", "--json", "--language", language, "--", app.desk.location,
        transcript_id,
    )  # fmt: skip
    if status != 0:
        app.tell(error or "The language could not be changed.")
        return
    app.said.publish(json.loads(output)["sentence"])
    app.outdated.publish(None)
    then()
