"""The codebook: hypotheses, support conditions and codes in a tree, and the initial theory as nodes and links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rcoder.domain.case import Attribute
from rcoder.domain.words import Basis, Bilingual, Category, Column, Effect, Horizon, Kind


@dataclass(frozen=True, slots=True)
class Code:
    """Something a passage can be coded with: a code, a support condition or a hypothesis, told apart by `category`."""

    table: ClassVar[str] = "codes"

    id: str
    codebook_id: str
    key: str
    """As people write it: H1.M1."""
    category: Category = Category.CODE
    parent_id: str | None = None
    position: int = 0
    """Order in the codebook file, from 0."""
    kind: Kind | None = None
    """The usual kind; the place in a configuration decides."""
    sign: str = "+"
    """"+" or "-"; barriers have "-"."""
    label: Bilingual = Bilingual()
    title: Bilingual = Bilingual()
    """Hypotheses only: the hypothesis in one sentence."""
    definition: Bilingual = Bilingual()
    use: Bilingual = Bilingual()
    """When to use it."""
    avoid: Bilingual = Bilingual()
    """When not to, and what to use instead."""
    example: Bilingual = Bilingual()
    aliases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    """Words as people say them in an interview."""
    actors: tuple[str, ...] = ()
    horizon: Horizon | None = None
    basis: Basis = Basis.STATED
    section: str = ""
    """Section of the source."""
    note: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Theory:
    """A theory of the codebook: the overall one, or the mini theory of a hypothesis."""

    table: ClassVar[str] = "theories"

    id: str
    codebook_id: str
    key: str
    """"overall", or the key of the hypothesis."""
    hypothesis: str = ""
    """Key of the hypothesis of a mini theory."""
    title: Bilingual = Bilingual()
    note: Bilingual = Bilingual()
    basis: Basis = Basis.RECONSTRUCTED
    position: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a theory. Its column is its own, whatever the kind of its codes (decision 4)."""

    table: ClassVar[str] = "nodes"

    id: str
    theory_id: str
    key: str
    column: Column
    label: Bilingual
    hypotheses: tuple[str, ...] = ()
    """Keys of the hypotheses it belongs to."""
    codes: tuple[str, ...] = ()
    """Ids of the codes it stands for."""
    rolls_up_to: str | None = None
    """For a node of a mini theory: the id of its node in the overall theory (decision 5)."""
    position: int = 0


@dataclass(frozen=True, slots=True)
class TheoryLink:
    """An arrow of the initial theory, with what it rests on."""

    table: ClassVar[str] = "theory_links"

    id: str
    theory_id: str
    source_id: str
    target_id: str
    effect: Effect
    hypotheses: tuple[str, ...] = ()
    basis: Basis = Basis.STATED
    section: str = ""
    note: Bilingual = Bilingual()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Codebook:
    """A codebook's own row: what it is, whose it is, which version."""

    table: ClassVar[str] = "codebooks"

    id: str
    key: str
    version: str
    title: Bilingual
    description: Bilingual = Bilingual()
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class CodebookContents:
    """A whole codebook: its row, its codes in file order (hypotheses and conditions among them) and its theories."""

    codebook: Codebook
    codes: tuple[Code, ...]
    theories: tuple[Theory, ...] = ()
    nodes: tuple[Node, ...] = ()
    links: tuple[TheoryLink, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    """What a study with this codebook wants to know of each case and interview."""

    @property
    def hypotheses(self) -> tuple[Code, ...]:
        """The hypotheses, in order."""
        return tuple(code for code in self.codes if code.category is Category.HYPOTHESIS)

    @property
    def conditions(self) -> tuple[Code, ...]:
        """The support conditions, in order."""
        return tuple(code for code in self.codes if code.category is Category.CONDITION)

    def theory(self, key: str) -> Theory | None:
        """The theory with that key ("overall", "H3"), if there is one."""
        return next((each for each in self.theories if each.key == key), None)


def hypothesis_of(code: Code, by_id: dict[str, Code]) -> Code | None:
    """The hypothesis a code stands under, going up its parents; None for a code of no hypothesis."""
    seen: set[str] = set()
    current: Code | None = code
    while current is not None and current.id not in seen:
        if current.category is Category.HYPOTHESIS:
            return current
        seen.add(current.id)
        current = by_id.get(current.parent_id) if current.parent_id else None
    return None


def in_tree_order(codes: Iterable[Code]) -> tuple[tuple[int, Code], ...]:
    """Every code with its depth, parents before children, children in file order; codes in a circle come last.

    Hypotheses come first in a file, then conditions, then codes; those with one position stand by key (H1, H1a, H1b).
    """
    children: dict[str | None, list[Code]] = {}
    known = {code.id: code for code in codes}
    for code in sorted(known.values(), key=_in_file_order):
        parent = code.parent_id if code.parent_id in known else None
        children.setdefault(parent, []).append(code)
    found: dict[str, tuple[int, Code]] = {}
    roots = children.get(None, [])
    for root in (*roots, *(each for own in children.values() for each in own)):
        stack = [(0, root)]
        while stack:
            depth, code = stack.pop()
            if code.id not in found:
                found[code.id] = (depth, code)
                stack.extend((depth + 1, child) for child in reversed(children.get(code.id, [])))
    return tuple(found.values())


_ORDER = {Category.HYPOTHESIS: 0, Category.CONDITION: 1, Category.CODE: 2}


def _in_file_order(code: Code) -> tuple[int, int, str]:
    return _ORDER[code.category], code.position, code.key
