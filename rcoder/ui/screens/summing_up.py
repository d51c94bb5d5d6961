"""Writing what a case says of a hypothesis, beside the passages of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rcoder.domain.errors import RcoderError, Unchanged
from rcoder.domain.profile_words import code_words, written_words
from rcoder.project.framework import Offer
from rcoder.project.summing_up import Writing, removing, summing_up, writing
from rcoder.ui.conditioning.signs import wrapped
from rcoder.ui.screens.question import Field
from rcoder.ui.screens.resting import RESTS, RestingScreen
from rcoder.ui.widgets.strips import Pieces

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

ROOM = 54
"""Cells that what others wrote is wrapped into."""


class SummaryScreen(RestingScreen):
    """Asks for a summary and what it rests on."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A summary as it was written when it was refused."""

    text: str
    offered: tuple[Offer, ...]
    ticked: tuple[str, ...]
    wrong: str


def open_writing(app: RcoderApp, case_id: str, code_id: str) -> None:
    """Opens the window on a cell of the framework matrix."""
    app.at_desk(
        lambda project: writing(project, case_id, code_id),
        lambda about: _ask(app, about, None),
        keys_wait=True,
    )


def _ask(app: RcoderApp, about: Writing, draft: Draft | None) -> None:
    own = about.cell.own
    text = draft.text if draft is not None else own.summary.text if own is not None else ""
    title = f"{about.case.name} · {code_words(about.code, about.language)}: what does the case say of it?"
    ticked = draft.ticked if draft is not None else sorted(about.ticked)
    window = SummaryScreen(
        title,
        (Field("text", "", text, tall=True),),
        draft.offered if draft is not None else about.offered,
        ticked,
        about.case.id,
        told=_told(about),
        wrong=draft.wrong if draft is not None else "",
    )

    def answered(answer: dict[str, str] | None) -> None:
        if answer is not None:
            _keep(app, about, answer, tuple(window.offered))

    app.push_screen(window, answered)


def _keep(app: RcoderApp, about: Writing, answer: dict[str, str], offered: tuple[Offer, ...]) -> None:
    text, ticked = answer["text"].strip(), tuple(answer[RESTS].split())
    case, code, own = about.case.id, about.code.id, about.cell.own
    if own is None and not text and not ticked:
        return

    def refused(error: RcoderError) -> None:
        if isinstance(error, Unchanged):
            app.tell(error)
        else:
            _ask(app, about, Draft(answer["text"], offered, ticked, str(error)))

    again = own is not None and own.since
    app.act(lambda project: summing_up(project, case, code, text, ticked, again=again), otherwise=refused)


def _told(about: Writing) -> tuple[Pieces, ...]:
    """What became of the passages of one's own, then what others wrote."""
    found: list[Pieces] = []
    own = about.cell.own
    if own is not None and own.signs:
        more = "; ctrl+s says that it stands" if own.since else ""
        found += wrapped(f"{own.signs}{more}.", ROOM, 2, "-key")
    for each in about.cell.written:
        if not each.own:
            words = f"{written_words(each)}: {' '.join(each.summary.text.split())}"
            found += wrapped(words, ROOM, 3, "-muted")
    return tuple(found[:6])


def remove_summary(app: RcoderApp, case_id: str, code_id: str) -> None:
    """Removes one's own summary."""
    app.act(lambda project: removing(project, case_id, code_id))
