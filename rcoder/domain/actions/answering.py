"""Deeds on prompts: a person says that one was dealt with or does not apply, and takes it back."""

from __future__ import annotations

from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, changed, removed
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.prompting import PromptKind
from rcoder.domain.terms import say
from rcoder.domain.words import Answered

LONGEST = 2000
"""Characters of a reason."""


def answer(kind: PromptKind, answered: PromptAnswer, of: str, before: PromptAnswer | None = None) -> Deed:
    """Answers a prompt, in place of the same coder's earlier answer; `of` is what it is on: "K07", "SC1.2".

    Raises Misuse where a prompt does not apply and nobody says why.
    """
    if answered.answered is Answered.NOT_APPLICABLE and not answered.why.strip():
        raise Misuse("Say why it does not apply; whoever reads it later will want to know.")
    if len(answered.why) > LONGEST:
        raise Misuse(f"A reason has {LONGEST:,} characters at most.", "Write a memo for more.")
    words = f"Answered {_named(kind, of)}: {say(answered.answered)}"
    return Deed(words, changed(before, answered) if before is not None else added(answered))


def take_back(kind: PromptKind, answered: PromptAnswer, of: str) -> Deed:
    """Takes an answer back, so that the prompt is asked again."""
    return Deed(f"Took back the answer to {_named(kind, of)}", removed(answered))


def _named(kind: PromptKind, of: str) -> str:
    title = f"“{kind.title.en}”"
    return f"{title} of {of}" if of else title
