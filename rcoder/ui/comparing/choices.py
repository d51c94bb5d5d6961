"""What can be chosen of a comparison: the question, its rows, groups, role, level, status, and the file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rcoder.domain.matrix import HYPOTHESES, QUESTIONS, Ask, Matrix, Of, Question
from rcoder.domain.terms import say
from rcoder.domain.words import Level, Status
from rcoder.project.matrices.offering import Offers
from rcoder.ui.comparing.view import compared
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.retrieving.exports import Form
from rcoder.ui.screens.question import Field

EVERYTHING = "every:"
"""Id of the choice that narrows nothing."""
CONDITION = "condition:"
"""Id of the choice to write a condition."""
A_CONDITION = Choice(CONDITION, (("a condition …", "-muted"),), "such as ledighed_aar >= 5")
LEVELLED = (Question.EVIDENCE, Question.CO_OCCURRENCE, Question.KINDS_TOGETHER, Question.GROUPS)
"""Questions of configurations."""

FORMATS = (
    Choice(".xlsx", (("Excel", ""),), "the table, every number as a number, and what to read beside them"),
    Choice(".docx", (("Word", ""),), "a table on its side, for a thesis or report"),
    Choice(".html", (("A page", ""),), "for a browser and a screen reader, words in every cell"),
    Choice(".md", (("Markdown", ""),), "the same as plain text"),
    Choice(".csv", (("CSV", ""),), "the table for any spreadsheet"),
)


def questions() -> list[Choice]:
    """Every question."""
    return [
        Choice(each.value, ((said.name, ""),), said.asks, (said.name, each.value))
        for each, said in QUESTIONS.items()
    ]


def rows(offers: Offers, ask: Ask) -> list[Choice]:
    """Everything, hypotheses rolled up, or what stands under a code."""
    found = [Choice(EVERYTHING, (("everything", ""),), "", ("everything",))]
    if ask.question not in LEVELLED or (ask.question is Question.GROUPS and ask.of is Of.CODES):
        found.append(
            Choice(HYPOTHESES, (("the hypotheses, rolled up", ""),), "a row for each with all under it")
        )
    return found + [_code(key, label) for key, label in offers.rows]


def _code(key: str, label: str) -> Choice:
    return Choice(key, ((key, "-strong"), (f" {label}", "")), "", (key, label))


def splits(offers: Offers) -> list[Choice]:
    """Groups and attributes, or a condition to write."""
    found = [
        Choice(key, ((name, ""),), key if len(key) < len("municipality_x") else "", (name, key))
        for key, name in offers.splits
    ]
    return [*found, A_CONDITION]


def roles(offers: Offers) -> list[Choice]:
    """Everybody, or one role or role group."""
    found = [Choice(EVERYTHING, (("everybody", ""),), "", ("everybody",))]
    return found + [Choice(role, ((role, ""),), number, (role,)) for role, number in offers.roles]


def levels() -> list[Choice]:
    """As they are drawn, all, or one level."""
    return _terms(
        "as drawn: consolidated ones for their members", [(each.value, say(each)) for each in Level]
    )


def statuses() -> list[Choice]:
    """As they are drawn, all, or one status."""
    return _terms("all but superseded and rejected ones", [(each.value, say(each)) for each in Status])


def _terms(usual: str, terms: Iterable[tuple[str, str]]) -> list[Choice]:
    found = [Choice(EVERYTHING, ((usual, ""),), "", (usual,)), Choice("all", (("all", ""),), "", ("all",))]
    return found + [Choice(value, ((words, ""),), "", (words, value)) for value, words in terms]


def compared_on() -> list[Choice]:
    """What groups are compared on."""
    return [Choice(each.value, ((compared(each), ""),), "", (each.value,)) for each in Of]


def places(matrix: Matrix) -> list[Choice]:
    """Every row and column, to go to."""
    found = [Choice(f"row:{each.id}", ((each.name, ""),), "row", (each.name,)) for each in matrix.rows]
    return found + [
        Choice(f"column:{each.id}", ((each.name, ""),), "column", (each.name,)) for each in matrix.columns
    ]


def file_for(ask: Ask, ending: str) -> Path:
    """A name for the file, in the folder rcoder was started in."""
    narrowed = "-".join(each for each in (ask.question.value, ask.rows, ask.role) if each)
    plain = "".join(letter if letter.isalnum() or letter in "-." else "-" for letter in narrowed)
    return Path.cwd() / f"{plain}{ending}"


def asked_for(file: Path) -> Form:
    """The file."""
    return Form(
        "Signs, what they mean, and what the numbers are of stand in it.", (Field("file", "File", str(file)),)
    )
