"""Choosing what a memo points at; codings are found by their interview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from rcoder.domain.terms import say
from rcoder.domain.words import Subject
from rcoder.project.memos import linkable
from rcoder.project.things import Thing, linkable_codings
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.widgets.lines import Piece

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

IN = "in:"
"""Begins the id of an interview whose codings are chosen from."""


def choose_link(
    app: RcoderApp, pointed: Sequence[Thing], then: Callable[[Thing], None], own: str = ""
) -> None:
    """Asks what to point at and goes on with it; `own` is the id of the memo itself, which is not offered."""

    def offered(found: tuple[Thing, ...]) -> None:
        known = {each.id: each for each in found if each.id != own}
        interviews = app.study.interviews.values() if app.study is not None else ()
        there = {each.id for each in pointed}
        choices = [choice(each, pointed=each.id in there) for each in known.values()]
        choices += [
            Choice(f"{IN}{each.id}", (("a coding in ", "-muted"), (each.title, "")), names=(each.title,))
            for each in interviews
            if each.codings
        ]

        def chosen(answer: str | None) -> None:
            if answer is None:
                return
            if answer.startswith(IN):
                _choose_coding(app, answer.removeprefix(IN), there, then)
            else:
                then(known[answer])

        app.push_screen(ChooserScreen("Point at, or no longer", choices), chosen)

    app.at_desk(linkable, offered, keys_wait=True)


def _choose_coding(
    app: RcoderApp, transcript_id: str, there: Iterable[str], then: Callable[[Thing], None]
) -> None:
    pointed = set(there)

    def offered(found: tuple[Thing, ...]) -> None:
        known = {each.id: each for each in found}
        choices = [choice(each, pointed=each.id in pointed) for each in found]
        app.push_screen(
            ChooserScreen("Which coding?", choices),
            lambda answer: then(known[answer]) if answer is not None else None,
        )

    app.at_desk(lambda project: linkable_codings(project, transcript_id), offered, keys_wait=True)


def choice(thing: Thing, *, pointed: bool = False) -> Choice:
    """Something a memo may point at, as a line to choose."""
    what = "memo" if thing.what is None else say(thing.what)
    place = f"  {thing.start}–{thing.end}" if thing.what is Subject.CODING else ""
    pieces: tuple[Piece, ...] = (
        ("✓ " if pointed else "  ", "-key"),
        (f"{what}  ", "-muted"),
        (thing.words, ""),
        (place, "-muted"),
    )
    return Choice(thing.id, pieces, names=(thing.words, what))
