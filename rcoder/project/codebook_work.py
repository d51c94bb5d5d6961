"""The codebook of a study worked on: what is wanted in a person's words, and the deed it comes to."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from rcoder.domain.actions import codebook_work
from rcoder.domain.actions.sentences import counted
from rcoder.domain.codebook import Code, Codebook
from rcoder.domain.codebook_rules import (
    TEXTS,
    above,
    below,
    code_key,
    condition_key,
    hypothesis_key,
)
from rcoder.domain.errors import Misuse, NotFound, Stale
from rcoder.domain.journal import Deed
from rcoder.domain.words import Basis, Category, Kind
from rcoder.project import codebooks
from rcoder.project.door import Project

LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be said of a code: texts by field and language ("label.da"), and further fields by name."""

    texts: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)
    """aliases, cues, kind, sign, horizon, actors, section, note."""

    def of(self, code: Code) -> Code:
        """The code as it is wanted. Raises Misuse for a text or field that codes do not have."""
        found = dict(self.fields)
        for name, words in self.texts.items():
            what, _, language = name.partition(".")
            if what not in TEXTS or language not in LANGUAGES:
                raise Misuse(f"A code has no text called {name}.")
            found[what] = replace(found.get(what, getattr(code, what)), **{language: words})
        unknown = set(found) - set(codebook_work.CHANGEABLE)
        if unknown:
            raise Misuse(f"A code is not changed in {', '.join(sorted(unknown))}.")
        return replace(code, **found)

    @property
    def parts(self) -> dict[str, str]:
        """What is touched: the name of each text or field, with a text's language or ""."""
        return {**dict.fromkeys(self.fields, ""), **{name: name.partition(".")[2] for name in self.texts}}


def book_of(project: Project, code: Code) -> Codebook:
    """The codebook of a code, as it is."""
    return _book(project, code.codebook_id)


def the_book(project: Project, name: str = "") -> Codebook:
    """The study's main codebook, or the one of that id or title. Raises NotFound, naming those there are."""
    known = codebooks.books(project.sight)
    if not known:
        raise NotFound(
            "The study has no codebook to work on.", "Add one: rcoder codebook add PROJECT CODEBOOK."
        )
    if not name:
        return known[0]
    wanted = name.strip().casefold()
    for each in known:
        if wanted in (each.id, each.key.casefold(), each.title.da.casefold(), each.title.en.casefold()):
            return each
    raise NotFound(f"The study has no codebook {name}.", f"It has {', '.join(each.key for each in known)}.")


# -- deeds -----------------------------------------------------------------------------------------------------------


def add_hypothesis(project: Project, wanted: Wanted, *, key: str = "", book: str = "") -> Deed:
    """A new hypothesis at the end of a codebook. Raises NotFound, Misuse."""
    own, known = the_book(project, book), tuple(project.codes().values())
    mine = [each for each in known if each.codebook_id == own.id]
    name = key.strip() or hypothesis_key(own.id, known)
    new = wanted.of(_new(own, name, Category.HYPOTHESIS, mine))
    return codebook_work.add_code(own, new, known)


def add_code(project: Project, under: str, wanted: Wanted, *, key: str = "", condition: bool = False) -> Deed:
    """A new code, or support condition, under a hypothesis or code. Raises NotFound, Misuse."""
    parent, known = project.code(under), tuple(project.codes().values())
    own = book_of(project, parent)
    category = Category.CONDITION if condition else Category.CODE
    mine = [each for each in known if each.codebook_id == own.id]
    kind, sign = wanted.fields.get("kind"), wanted.fields.get("sign", "+")
    name = key.strip() or proposed_key(parent, known, kind, sign, condition=condition)
    new = replace(_new(own, name, category, mine), parent_id=parent.id)
    return codebook_work.add_code(own, wanted.of(new), known)


def proposed_key(
    under: Code, known: Sequence[Code], kind: Kind | None, sign: str = "+", *, condition: bool = False
) -> str:
    """The key that a new code or support condition gets where none is given."""
    return condition_key(under, known) if condition else code_key(under, kind, sign, known)


def edit(project: Project, name: str, wanted: Wanted, seen: Code | None = None) -> Deed:
    """Changes texts and fields of a code; only what is wanted is touched.

    `seen` is the code as the person saw it: where what they changed is another thing by now, Stale is raised. Raises
    NotFound, Misuse, and Unchanged where it is so already.
    """
    now = project.code(name)
    if seen is not None:
        for part, language in wanted.parts.items():
            what = part.partition(".")[0]
            there, then = getattr(now, what), getattr(seen, what)
            if language:
                there, then = getattr(there, language), getattr(then, language)
            if there != then:
                raise Stale(f"The {what} of {now.key} has been changed by someone else meanwhile.")
    return codebook_work.edit_code(book_of(project, now), now, wanted.of(now))


def move(project: Project, name: str, under: str) -> Deed:
    """Moves a code or support condition under another hypothesis or code. Raises NotFound, Misuse, Unchanged."""
    code = project.code(name)
    return codebook_work.move_code(
        book_of(project, code), code, project.code(under), tuple(project.codes().values())
    )


def retire(project: Project, name: str) -> Deed:
    """Retires a code and what stands under it. Raises NotFound, Unchanged."""
    code = project.code(name)
    return codebook_work.retire(book_of(project, code), code, below(code, project.codes().values()))


def bring_back(project: Project, name: str, *, with_below: bool = False) -> Deed:
    """Brings a code back with what it stands under, and where it is wanted with what stands under it."""
    code, known = project.code(name), project.codes()
    others = above(code, known) + (below(code, known.values()) if with_below else ())
    return codebook_work.bring_back(book_of(project, code), code, others)


def removal(project: Project, name: str) -> Deed:
    """Removes a code that nothing rests on. Raises NotFound, and Misuse saying what in sight does.

    Work out of sight that rests on it has the deed refused when it is done.
    """
    code = project.code(name)
    counts = [(_count(project, sql, code.id), one, many) for sql, one, many in _RESTING]
    counts += [
        (sum(name in each for each in _lists(project, sql)), one, many)
        for sql, name, one, many in _naming(code)
    ]
    if found := counted(*counts):
        raise Misuse(
            f"{code.key} has {found}, so it is not removed.",
            "Retire it: it is no longer offered, and all of that stays.",
        )
    return codebook_work.remove_code(book_of(project, code), code)


def recoding(project: Project, coding_id: str, name: str) -> Deed:
    """Gives a coding of the asker's own another code. Raises NotFound, Misuse, Unchanged."""
    from rcoder.domain.coding import Coding

    found = project.sight.records(Coding, "SELECT * FROM codings WHERE id = :id AND {seen}", id=coding_id)
    if not found:
        raise NotFound("That coding is no longer there.")
    if found[0].coder_id != project.coder_id:
        raise Misuse("That coding is another coder's.", "You change only your own.")
    after = project.code(name)
    before = project.codes()[found[0].code_id]
    transcript = project.transcript(found[0].transcript_id)
    return codebook_work.recode(found[0], before, after, transcript, book_of(project, after).version)


# -- what rests on a code --------------------------------------------------------------------------------------------

_RESTING = (
    ("SELECT COUNT(*) AS n FROM codings WHERE code_id = :id AND {seen}", "coding", ""),
    ("SELECT COUNT(*) AS n FROM evidence WHERE claim_id = :id AND {seen}", "passage for or against it", "passages for or against it"),
    ("SELECT COUNT(*) AS n FROM memos WHERE about = 'code' AND about_id = :id AND {seen}", "memo", ""),
    ("SELECT COUNT(*) AS n FROM condition_judgements WHERE condition_id = :id AND {seen}", "judgement", ""),
    ("SELECT COUNT(*) AS n FROM summaries WHERE code_id = :id AND {seen}", "summary", "summaries"),
    ("SELECT COUNT(*) AS n FROM rechecks WHERE code_id = :id AND {seen}", "passage that was to be looked at again", "passages that were to be looked at again"),
    ("SELECT COUNT(*) AS n FROM codes WHERE parent_id = :id", "code under it", "codes under it"),
    ("""SELECT COUNT(DISTINCT e.id) AS n FROM elements e JOIN places p ON p.element_id = e.id
        JOIN configurations f ON f.id = p.configuration_id WHERE e.code_id = :id AND {seen:f}""", "element", ""),
)  # fmt: skip
"""What of the asker's sight can rest on a code: how many, what one is called, and what several are."""


def _naming(code: Code) -> tuple[tuple[str, str, str, str], ...]:
    """The lists that a code may stand in: the question, what stands there, what one is called, and what several are."""
    boxes = ("box of a theory", "boxes of theories")
    return (
        ("SELECT codes AS ids FROM nodes", code.id, *boxes),
        ("SELECT hypotheses AS ids FROM nodes", code.key, *boxes),
        ("SELECT hypotheses AS ids FROM configurations WHERE {seen}", code.id, "configuration", ""),
        ("SELECT conditions AS ids FROM configurations WHERE {seen}", code.id, "configuration", ""),
    )


def _count(project: Project, sql: str, code_id: str) -> int:
    found = project.sight.one(sql, id=code_id)
    return int(found["n"]) if found else 0


def _lists(project: Project, sql: str) -> list[list[str]]:
    return [json.loads(row["ids"]) for row in project.sight.rows(sql)]


def _book(project: Project, book_id: str) -> Codebook:
    return project.sight.records(Codebook, "SELECT * FROM codebooks WHERE id = :id", id=book_id)[0]


def _new(book: Codebook, key: str, category: Category, known: Sequence[Code]) -> Code:
    """A code of that key after the others of its category, with the id that a codebook file would give it."""
    from rcoder.exchange.identity import code_id

    position = max((each.position for each in known if each.category is category), default=-1) + 1
    return Code(
        id=code_id(book.id, key),
        codebook_id=book.id,
        key=key,
        category=category,
        position=position,
        basis=Basis.INFERRED,
    )
