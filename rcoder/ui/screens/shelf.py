"""The codebooks of the study: one more beside them, from those that come with rcoder or a file, or one taken out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rcoder.domain.actions.sentences import several
from rcoder.domain.errors import RcoderError
from rcoder.project.shelf import BookLine, addition, removal, shelf, shipped
from rcoder.project.starting import codebook_named
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.beginning import written_place
from rcoder.ui.screens.choosing import TYPED, ChooserScreen

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

ADD, TAKE_OUT = "add:", "take out:"
"""Begin the ids of what can be chosen, before the id of a codebook."""


def open_shelf(app: RcoderApp) -> None:
    """Opens the study's codebooks, marked, and those it could have beside them; choosing one takes it out or adds it."""

    def chosen(answer: str | None) -> None:
        if answer is not None:
            app.run_worker(_follow(app, answer), group="shelf", exclusive=True)

    screen = ChooserScreen(
        "Codebooks · ✓ in the study · enter adds one, or takes it out",
        (),
        free="a codebook file",
        waiting="Looking at the codebooks …",
    )
    app.push_screen(screen, chosen)
    app.run_worker(_fill(app, screen), group="shelf", exclusive=True)


async def _fill(app: RcoderApp, screen: ChooserScreen) -> None:
    """Reading the codebooks that come with rcoder takes longer than opening the window."""
    if app.desk is None:
        return
    try:
        there = await app.desk.ask(shelf)
        offered = await asyncio.to_thread(shipped)
    except RcoderError as error:
        app.tell(error)
        screen.dismiss(None)
        return
    if screen.is_attached:
        screen.offer(choices(there, offered, app.study.language if app.study else "da"))


async def _follow(app: RcoderApp, answer: str) -> None:
    if answer.startswith(TAKE_OUT):
        name = answer.removeprefix(TAKE_OUT)
        app.act(lambda project: removal(project, name))
        return
    place = (
        written_place(answer.removeprefix(TYPED)) if answer.startswith(TYPED) else answer.removeprefix(ADD)
    )
    try:
        contents = await asyncio.to_thread(codebook_named, place)
    except RcoderError as error:
        app.tell(error)
        return
    app.act(lambda project: addition(project, contents))


def choices(there: Iterable[BookLine], offered: Iterable[BookLine], language: str) -> tuple[Choice, ...]:
    """The codebooks of a study, then those that come with rcoder and are not in it."""
    own = tuple(there)
    keys = {each.codebook.key for each in own}
    return (
        *(_choice(TAKE_OUT, "✓ ", each, language) for each in own),
        *(_choice(ADD, "  ", each, language) for each in offered if each.codebook.key not in keys),
    )


def _choice(deed: str, mark: str, line: BookLine, language: str) -> Choice:
    book = line.codebook
    holds = line.hypotheses + line.conditions + line.codes
    right = several(line.codings, "coding") if deed == TAKE_OUT else several(holds, "code")
    main = "  the main one: its theories are drawn" if line.main else ""
    pieces = (
        (mark, "-strong"),
        (book.title.say(language), ""),
        (f" {book.version}", "-muted"),
        (main, "-muted"),
    )
    return Choice(f"{deed}{book.key}", pieces, right, (book.key, book.title.da, book.title.en))
