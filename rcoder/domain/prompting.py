"""Prompts: what a program can ask of configurations and of the whole set, after what a supervisor checks (realist-practice §7).

A prompt teaches and is answered by a person, or left; nothing is ever refused because of one, and their number is no score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.words import Bilingual


class Reach(StrEnum):
    """What a prompt is asked of."""

    ONE = "one"
    """A configuration."""
    SET = "set"
    """The whole set of configurations."""


class About(StrEnum):
    """What a prompt's `about_id` names."""

    WHOLE = "whole"
    """Nothing in particular; the id is ""."""
    SLOT = "slot"
    """A kind that nothing stands for yet."""
    BECAUSE = "because"
    ELEMENT = "element"
    LINK = "link"
    EVIDENCE = "evidence"
    """What was said for and against it; the id is ""."""
    RIVAL = "rival"
    HYPOTHESES = "hypotheses"
    CODE = "code"
    """A code, support condition or hypothesis."""
    TRANSCRIPT = "transcript"
    ROLE = "role"
    RESPONDENT = "respondent"
    """A person, or the id of a speaker where no person joins voices."""
    CASE = "case"
    CONFIGURATION = "configuration"


@dataclass(frozen=True, slots=True)
class PromptKind:
    """One check: what it says where it finds something, why it asks, and what would answer it."""

    key: str
    check: str
    """Number of the check in realist-practice §7: "2", or "17"."""
    reach: Reach
    about: About
    title: Bilingual
    """What a list of such prompts is called."""
    found: Bilingual
    """What was found here, with the names of `Prompt.told` in braces."""
    teaches: Bilingual
    """Why it is asked, in one or two sentences."""
    answers: Bilingual
    """What would settle it."""
    of: Bilingual = Bilingual()
    """What the denominator of a list of such prompts counts: "support conditions"."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt that fits what stands there."""

    kind: PromptKind
    configuration_id: str | None = None
    number: str = ""
    """Number of that configuration."""
    about_id: str = ""
    told: Mapping[str, Bilingual] = field(default_factory=dict)
    """What the sentence names."""
    label: str = ""
    """What it is about in a word, where it is asked of the whole set: a code's key, a name, a title."""

    @property
    def key(self) -> str:
        """Key of the check."""
        return self.kind.key

    @property
    def at(self) -> tuple[str, str, str]:
        """What an answer is found by: check, configuration ("" for the set) and what it is about."""
        return self.kind.key, self.configuration_id or "", self.about_id

    def say(self, language: str = "en") -> str:
        """What was found here, in words."""
        return self.kind.found.say(language).format(
            **{name: words.say(language) for name, words in self.told.items()}
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt, and how it was answered."""

    prompt: Prompt
    answer: PromptAnswer | None = None
    """The latest in sight; None where nobody answered."""
    by: str = ""
    """Name of who answered."""
    outdated: bool = False
    """Whether the configuration has changed since, so that it is asked again."""

    @property
    def open(self) -> bool:
        """Whether it waits for an answer, or for another one."""
        return self.answer is None or self.outdated


def answered_at(answer: PromptAnswer) -> tuple[str, str, str]:
    """What the prompt of an answer is found by; see `Prompt.at`."""
    return answer.prompt, answer.configuration_id or "", answer.about_id


def same(words: str) -> Bilingual:
    """Words that are the same in both languages: somebody's own, a number, a key."""
    return Bilingual(words, words)


def count(number: int, da: tuple[str, str], en: tuple[str, str]) -> Bilingual:
    """A number with its noun in both languages, each given for one and for several."""
    return Bilingual(f"{number} {da[number != 1]}", f"{number} {en[number != 1]}")
