"""A code made while coding: what a person wants of it, and the deed it comes to."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.actions import codebook_work as actions
from rcoder.domain.codebook import Code
from rcoder.domain.journal import Deed
from rcoder.domain.words import Basis, Kind
from rcoder.project import codebook_work
from rcoder.project.codebook_work import Wanted
from rcoder.project.door import Project


@dataclass(frozen=True, slots=True)
class Draft:
    """A code that there is not yet."""

    book_id: str
    under_id: str
    """Id of the hypothesis or code it is to stand under; "" for the top of a codebook without hypotheses."""
    key: str
    label: str
    language: str = "da"
    """Language of the label: "da" or "en"."""
    kind: Kind = Kind.REASONING
    sign: str = "+"
    actors: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    """Words as they were said."""

    @property
    def wanted(self) -> Wanted:
        """What is to be said of it."""
        return Wanted(
            {f"label.{self.language}": self.label},
            {"kind": self.kind, "sign": self.sign, "actors": self.actors, "cues": self.cues},
        )


def new_code(project: Project, draft: Draft) -> Deed:
    """Adds the code to its codebook. Raises Misuse for a key that is none or is taken and a label that is none, NotFound."""
    if draft.under_id:
        return codebook_work.add_code(project, draft.under_id, draft.wanted, key=draft.key)
    from rcoder.exchange.identity import code_id

    book, known = codebook_work.the_book(project, draft.book_id), tuple(project.codes().values())
    position = max((each.position for each in known if each.codebook_id == book.id), default=-1) + 1
    key = draft.key.strip()
    bare = Code(code_id(book.id, key), book.id, key, position=position, basis=Basis.INFERRED)
    return actions.add_code(book, draft.wanted.of(bare), known)
