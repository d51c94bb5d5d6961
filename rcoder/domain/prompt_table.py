"""Every prompt by its key, those of one configuration first."""

from __future__ import annotations

from rcoder.domain.prompting import PromptKind
from rcoder.domain.prompts_of_one import ONE
from rcoder.domain.prompts_of_set import SET

PROMPTS: dict[str, PromptKind] = {each.key: each for each in (*ONE, *SET)}
"""In the order in which they are asked."""

ORDER: dict[str, int] = {key: index for index, key in enumerate(PROMPTS)}
"""Place of each in that order."""


def title_of(key: str, language: str = "en") -> str:
    """What a prompt is called; its key where there is no such prompt."""
    return PROMPTS[key].title.say(language) if key in PROMPTS else key
