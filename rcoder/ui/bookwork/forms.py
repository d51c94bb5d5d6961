"""The forms of the codebook: which fields they have, what they come to, and what can be chosen."""

from __future__ import annotations

from typing import Any

from rcoder.domain.codebook import Code
from rcoder.domain.codebook_rules import ACTORS, below
from rcoder.domain.terms import say
from rcoder.domain.words import Bilingual, Category, Horizon, Kind
from rcoder.project.codebook_use import Workbook
from rcoder.project.codebook_work import Wanted
from rcoder.ui.bookwork.entry import LISTS, NAMES, texts_of
from rcoder.ui.configuring.choices import NONE, Choice
from rcoder.ui.lists import code_pieces
from rcoder.ui.matching import candidate
from rcoder.ui.screens.question import Field

WHY = Field("why", "Why (for the journal; may be left empty)")
SHORT = ("label", "note")
"""Texts that stand on one line."""

LANGUAGES = {"da": "Danish", "en": "English"}

NEW_HYPOTHESIS, NEW_CONDITION = "hypothesis", "condition"
"""What can be added besides codes of a kind; those go by the kind, barriers with a minus after it."""


def fields_of(code: Code, name: str) -> tuple[Field, ...]:
    """The fields of the form for one text of a code; the last asks for the reason."""
    value = getattr(code, name)
    if isinstance(value, Bilingual):
        tall = name not in SHORT
        return (
            *(
                Field(each, f"{NAMES[name]}, {called}", getattr(value, each), tall=tall)
                for each, called in LANGUAGES.items()
            ),
            WHY,
        )
    if name in LISTS:
        return Field("all", f"{NAMES[name]}, one on each line", "\n".join(value), tall=True), WHY
    return Field("all", NAMES[name], value), WHY


def wanted_of(code: Code, name: str, answer: dict[str, str]) -> Wanted:
    """What a filled form asks for: only what was changed in it."""
    value = getattr(code, name)
    if isinstance(value, Bilingual):
        texts = {each: answer[each] for each in LANGUAGES if answer[each] != getattr(value, each)}
        return Wanted({f"{name}.{language}": words for language, words in texts.items()})
    lines = tuple(each.strip() for each in answer["all"].split("\n") if each.strip())
    now: Any = lines if name in LISTS else answer["all"]
    return Wanted(fields={name: now} if now != value else {})


def said_now(code: Code, name: str) -> str:
    """What a text of a code says, in one line."""
    value = getattr(code, name)
    words = (value.da, value.en) if isinstance(value, Bilingual) else value if name in LISTS else (value,)
    return " / ".join(" ".join(each.split()) for each in words if each) or "nothing"


def naming_fields(key: str, *, hypothesis: bool, said: Wanted | None = None) -> tuple[Field, ...]:
    """The fields of the form for something new, with what is said already."""
    names = {"label": "Label", "title": "The hypothesis in one sentence", "definition": "Definition"}
    if not hypothesis:
        del names["title"]
    texts = said.texts if said is not None else {}
    return (
        Field("key", "Key", key),
        *(
            Field(f"{name}_{each}", f"{words}, {called}", texts.get(f"{name}.{each}", ""))
            for name, words in names.items()
            for each, called in LANGUAGES.items()
        ),
    )


def named(answer: dict[str, str]) -> Wanted:
    """What such a form asks for."""
    return Wanted(
        {name.replace("_", "."): words for name, words in answer.items() if "_" in name and words.strip()}
    )


def no_label(answer: dict[str, str]) -> str:
    """A sentence where the form of something new lacks its key or label; "" where it does not."""
    if not answer["key"].strip():
        return "It needs a key, such as H7."
    if not (answer["label_da"].strip() or answer["label_en"].strip()):
        return "It needs a label, in Danish or English."
    return ""


# -- what can be chosen ----------------------------------------------------------------------------------------------


def additions(under: Code | None) -> tuple[Choice, ...]:
    """What can be added: a hypothesis, and below what the cursor is on a support condition and codes of each kind."""
    first = Choice(NEW_HYPOTHESIS, (("a hypothesis", ""),), names=("hypothesis",))
    if under is None:
        return (first,)
    where = f"under {under.key}"
    condition = Choice(NEW_CONDITION, (("a support condition", ""),), where, ("support condition",))
    codes = [Choice(f"{kind.value}+", ((f"a code: {say(kind)}", ""),), where, (say(kind),)) for kind in Kind]
    barriers = [_barrier(kind, where) for kind in Kind]
    conditions = [condition] if under.category is Category.HYPOTHESIS else []
    return (*codes, *barriers, *conditions, first)


def _barrier(kind: Kind, where: str) -> Choice:
    words = "bad outcome" if kind is Kind.OUTCOME else f"barrier: {say(kind)}"
    return Choice(f"{kind.value}-", ((f"a {words}", ""),), where, (words,))


def texts(code: Code, language: str) -> tuple[Choice, ...]:
    """The texts of a code, each with how it begins."""
    return tuple(
        Choice(name, ((f"{NAMES[name]:<12}", "-strong"), (_begins(getattr(code, name), language), "-muted")))
        for name in texts_of(code)
    )


def _begins(value: Any, language: str) -> str:
    words = value.say(language) if isinstance(value, Bilingual) else value
    return " ".join((" · ".join(words) if isinstance(words, tuple) else words).split()) or "–"


def kinds(code: Code) -> tuple[Choice, ...]:
    """The kinds; a support condition may have none."""
    found = tuple(Choice(kind.value, ((say(kind), ""),)) for kind in Kind)
    return found if code.category is Category.CODE else (*found, Choice(NONE, (("none", "-muted"),)))


def signs() -> tuple[Choice, ...]:
    """The two signs."""
    return (
        Choice("+", (("+ ", "-strong"), ("what the programme is meant to do", "")), names=("+",)),
        Choice(
            "-",
            (("− ", "-strong"), ("a barrier, or a bad outcome", "")),
            names=("-", "barrier", "bad outcome"),
        ),
    )


def horizons() -> tuple[Choice, ...]:
    """The three terms, and none."""
    return (
        *(Choice(each.value, ((say(each), ""),)) for each in Horizon),
        Choice(NONE, (("none", "-muted"),)),
    )


def actors(code: Code) -> tuple[Choice, ...]:
    """The actors of codebooks; those the code has carry a mark and are taken off by choosing them."""
    return tuple(
        Choice(each, (("✓ " if each in code.actors else "  ", "-strong"), (each, "")), names=(each,))
        for each in ACTORS
    )


def with_actor(code: Code, actor: str) -> tuple[str, ...]:
    """The actors with one more, or one less."""
    if actor in code.actors:
        return tuple(each for each in code.actors if each != actor)
    return (*code.actors, actor)


def places(book: Workbook, code: Code) -> tuple[Choice, ...]:
    """Where a code or support condition may stand instead."""
    own = [each for each in book.codes if each.codebook_id == code.codebook_id]
    beneath = {code.id, code.parent_id, *(each.id for each in below(code, own))}
    allowed = (
        (Category.HYPOTHESIS,)
        if code.category is Category.CONDITION
        else (Category.HYPOTHESIS, Category.CODE)
    )
    found = [
        each
        for each in own
        if each.category in allowed and each.id not in beneath and (code.retired or not each.retired)
    ]
    found.sort(key=lambda each: each.category is not Category.HYPOTHESIS)
    return tuple(as_choice(each, book.language) for each in found)


def as_choice(code: Code, language: str) -> Choice:
    """A code to choose."""
    return Choice(code.id, code_pieces(code, language), names=candidate(code).names)


def offered(book: Workbook) -> tuple[Choice, ...]:
    """The codes that a coding may have: those that are not retired."""
    return tuple(as_choice(each, book.language) for each in book.codes if not each.retired)
