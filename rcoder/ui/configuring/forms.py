"""The words of a configuration that a person writes, each as a form."""

from __future__ import annotations

from rcoder.domain.actions import configuring
from rcoder.domain.actions.studying import choose_rendering
from rcoder.domain.terms import say
from rcoder.domain.words import Rendering
from rcoder.project.bench import Bench
from rcoder.ui.configuring import deeds, wholes
from rcoder.ui.configuring.bench import element_name, place_of
from rcoder.ui.configuring.seen import Form, Words

_ONE = {"words": ""}

BECAUSE = Form(
    "Because …",
    "",
    lambda bench: {"words": bench.assembled.configuration.because},
    lambda bench, written: configuring.edit(bench.assembled, because=written["words"].strip()),
    _ONE,
    tall=True,
)
"""Why it works."""


def rendering(chosen: Rendering) -> Form:
    """Why the study writes its configurations out so."""

    def read(bench: Bench) -> Words:
        return {"why": bench.study.rendering_reason if bench.study.rendering is chosen else ""}

    return Form(
        f"The study writes configurations out as {say(chosen)}, because …",
        "It belongs in the methods section: say what the form does for your question.",
        read,
        lambda bench, written: choose_rendering(bench.study, chosen, written["why"]),
        {"why": ""},
        tall=True,
    )


def title(bench: Bench) -> Form:
    """What the configuration is called."""
    return Form(
        f"Title of {bench.answer.line.number}",
        "",
        lambda bench: {"words": bench.assembled.configuration.title},
        lambda bench, written: configuring.edit(bench.assembled, title=written["words"].strip()),
        _ONE,
    )


def wording(bench: Bench, row: str) -> Form:
    """The words of the element on a line."""
    place = place_of(bench.assembled, row.split(":")[1] if row.startswith(("place:", "ground:")) else "")
    name = element_name(bench.assembled, place.element_id) if place is not None else "a rival"
    return Form(
        f"Words of {name}",
        "",
        lambda bench: {"words": deeds.worded_at(bench, row)},
        lambda bench, written: deeds.with_words(bench, row, written["words"]),
        _ONE,
    )


def memo(row: str) -> Form:
    """The memo of the passage on a line, elsewhere of the configuration."""
    return Form(
        "Memo",
        "",
        lambda bench: {"words": deeds.memo_at(bench, row)},
        lambda bench, written: deeds.with_memo(bench, row, written["words"]),
        _ONE,
        tall=True,
    )


def strength(bench: Bench, coder_id: str) -> Form:
    """A coder's judgement of strength, in words and with a reason."""
    return Form(
        f"Strength of {bench.answer.line.number}",
        "Frequency is not strength: say what you judge by.",
        lambda bench: wholes.strength_of(bench, coder_id),
        lambda bench, written: wholes.judged(bench, coder_id, written["words"], written["reason"]),
        {"words": "In words: how strong is it?", "reason": "Because"},
    )
