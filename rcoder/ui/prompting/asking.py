"""The window that asks why a prompt does not apply."""

from __future__ import annotations

from rcoder.domain.actions.answering import LONGEST
from rcoder.domain.prompting import Asked
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.marks import shown
from rcoder.ui.screens.question import Field, QuestionScreen

NO_CODES = "Nothing to search by: give the reasoning or the resource a code first (c)."


def why_not(asked: Asked) -> QuestionScreen:
    """Asks why a prompt does not apply; what was answered before stands in it."""
    before = asked.answer.why if asked.answer is not None else ""
    return QuestionScreen(
        "Why does it not apply here?",
        shown(asked.prompt.say(LANGUAGE)),
        [Field("why", "", before)],
        check=_missing,
    )


def _missing(given: dict[str, str]) -> str:
    if not given["why"].strip():
        return "Say why; whoever reads it later will want to know. esc leaves it open."
    if len(given["why"]) > LONGEST:
        return f"At most {LONGEST:,} characters; a memo holds more."
    return ""
