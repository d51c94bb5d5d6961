"""Writing down why something of the theory became another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.difference_words import NO_REASON
from rcoder.domain.theory_difference import Compared
from rcoder.domain.words import MemoKind, Subject
from rcoder.project.memos import Draft, writing
from rcoder.ui.versioning.on_screen import name

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


def ask_why(app: RcoderApp, compared: Compared | None, language: str) -> None:
    """Asks for the reason, and keeps it as a memo on the configuration or code that it is about."""
    from rcoder.ui.screens.question import Field, QuestionScreen

    if compared is None:
        app.tell("Choose a difference first.")
        return
    subject = subject_of(compared)
    if subject is None:
        app.tell("It is on no configuration and no code, so there is nothing to write the reason on.")
        return
    about, about_id = subject

    def answered(found: dict[str, str] | None) -> None:
        text = (found or {}).get("why", "").strip()
        if text:
            draft = Draft(MemoKind.THEORETICAL, f"Why: {name(compared, language)}", text)
            app.act(lambda project: writing(project, about, about_id, draft))

    app.push_screen(
        QuestionScreen(name(compared, language), NO_REASON.en, (Field("why", "Why", tall=True),)), answered
    )


def subject_of(compared: Compared) -> tuple[Subject, str] | None:
    """What the reason is written on: its first configuration, else its first code; None for neither."""
    order = (Subject.CONFIGURATION, Subject.CODE)
    known = sorted(compared.subjects, key=lambda each: (order.index(each[0]), each[1]))
    return known[0] if known else None
