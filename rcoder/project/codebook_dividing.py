"""A code divided: new codes beside it, named by a person, and its passages to be looked at again by their coders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rcoder.domain.actions.codebook_divide import divide_code
from rcoder.domain.codebook import Code
from rcoder.domain.codebook_rules import code_key, condition_key
from rcoder.domain.coding import Coding
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.domain.words import Basis, Category
from rcoder.project import codebooks
from rcoder.project.codebook_work import Wanted, book_of
from rcoder.project.door import Project


@dataclass(frozen=True, slots=True)
class NewCode:
    """A part of a divided code as a person names it."""

    wanted: Wanted
    key: str = ""
    """"" for the key that is proposed."""


def divide(project: Project, name: str, parts: Sequence[NewCode], *, retire: bool = False) -> Deed:
    """Divides a code or support condition into itself and new ones, or with `retire` into the new ones alone.

    Everybody's passages on it are listed to be looked at again, each coder's own for them. Raises NotFound, Misuse.
    """
    old, known = project.code(name), tuple(project.codes().values())
    contents = codebooks.contents(project.sight, book_of(project, old))
    new: list[Code] = []
    for part in parts:
        key = part.key.strip() or proposed_part_key(old, (*known, *new))
        new.append(part.wanted.of(_part(old, key)))
    codings = project.sight.records(
        Coding, "SELECT * FROM codings WHERE code_id = :id ORDER BY id", id=old.id
    )
    return divide_code(
        contents.codebook, old, new, known, codings=codings, nodes=contents.nodes, retire=retire
    )


def read_part(text: str) -> NewCode:
    """A part as a person writes it: "Ro / Calm", "Ro", or with its key "H1.M5 = Ro / Calm". Raises Misuse for no label."""
    key, equals, label = text.partition("=")
    key, label = (key, label) if equals else ("", text)
    danish, slash, english = (each.strip() for each in label.partition(" / "))
    if not danish and not english:
        raise Misuse(f"“{text.strip()}” is no code.", "Write it as Ro / Calm, or as H1.M5 = Ro / Calm.")
    return NewCode(Wanted({"label.da": danish, "label.en": english if slash else danish}), key.strip())


def proposed_part_key(old: Code, known: Sequence[Code]) -> str:
    """The key that a part of a code gets where none is given: the next of its siblings' keys."""
    by_id = {each.id: each for each in known}
    under = by_id.get(old.parent_id or "")
    if old.category is Category.CONDITION and under is not None:
        return condition_key(under, known)
    return code_key(under, old.kind, old.sign, known)


def _part(old: Code, key: str) -> Code:
    """A new code like the old one, without its words."""
    from rcoder.exchange.identity import code_id

    plain = Code(
        id=code_id(old.codebook_id, key),
        codebook_id=old.codebook_id,
        key=key,
        category=old.category,
        parent_id=old.parent_id,
        kind=old.kind,
        sign=old.sign,
        actors=old.actors,
        horizon=old.horizon,
        section=old.section,
        basis=Basis.INFERRED,
    )
    return replace(plain, position=old.position)
