"""Deeds on the codebook of a study: add, change, move, retire, bring back, remove; each makes a version of its own.

Keys stay as they are, so that references hold. What a code has been used for stays with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace

from rcoder.domain.actions.coding import named
from rcoder.domain.actions.sentences import deed, listed, several
from rcoder.domain.codebook import Code, Codebook
from rcoder.domain.codebook_rules import check_key, check_place, next_version, sound
from rcoder.domain.coding import Coding
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.terms import say
from rcoder.domain.transcript import Transcript
from rcoder.domain.words import Category

CHANGEABLE = (
    "label",
    "title",
    "definition",
    "use",
    "avoid",
    "example",
    "aliases",
    "cues",
    "kind",
    "sign",
    "horizon",
    "actors",
    "section",
    "note",
)
"""What of a code can be changed; its key, its category and what it stands for stay."""


def new_version(book: Codebook) -> tuple[Change, ...]:
    """The change that marks the codebook as changed once more here."""
    return changed(book, replace(book, version=next_version(book.version)))


def add_code(book: Codebook, code: Code, known: Collection[Code]) -> Deed:
    """Adds a hypothesis, support condition or code; `known` are the codes of the study.

    Raises Misuse for a key that is none or is taken, a place where it may not stand, and as `sound` does.
    """
    check_key(code.key, (each.key for each in known))
    new = sound(code)
    under = next((each for each in known if each.id == code.parent_id), None)
    check_place(new, under, known)
    what = f"the {say(new.category)} " if new.category is not Category.CODE else ""
    where = f" under {under.key}" if under is not None else ""
    return Deed(f"Added {what}{named(new)}{where}", added(new) + new_version(book))


def edit_code(book: Codebook, before: Code, after: Code) -> Deed:
    """Changes the texts, kind, sign, horizon or actors of a code.

    Raises Misuse for anything else and as `sound` does, Unchanged where nothing is changed.
    """
    other = [
        each.name
        for each in fields(Code)
        if each.name not in CHANGEABLE and getattr(before, each.name) != getattr(after, each.name)
    ]
    if other:
        raise Misuse(f"{before.key} is not changed in {listed(other)} this way.")
    new = sound(after)
    parts = [name for name in CHANGEABLE if getattr(before, name) != getattr(new, name)]
    found = deed(f"Changed {listed(parts)} of {named(before)}", changed(before, new))
    return Deed(found.sentence, found.changes + new_version(book))


def move_code(book: Codebook, code: Code, under: Code | None, known: Collection[Code]) -> Deed:
    """Moves a code or support condition, and what stands under it, to another place in the tree.

    Raises Misuse where it may not stand there, Unchanged where it does already.
    """
    check_place(code, under, known)
    after = replace(code, parent_id=under.id if under is not None else None)
    before = next((each.key for each in known if each.id == code.parent_id), "the top")
    found = deed(
        f"Moved {named(code)} from {before} to {under.key if under is not None else 'the top'}",
        changed(code, after),
    )
    return Deed(found.sentence, found.changes + new_version(book))


def retire(book: Codebook, code: Code, under: Iterable[Code] = ()) -> Deed:
    """Retires a code with what stands under it: no longer offered for coding, while its codings stay.

    Raises Unchanged where all of them are retired.
    """
    also = [each for each in under if not each.retired and each.id != code.id]
    changes = _with_retired([code, *also], retired=True)
    more = f" and {several(len(also), 'code')} below it" if also else ""
    found = deed(f"Retired {named(code)}{more}", changes)
    return Deed(found.sentence, found.changes + new_version(book))


def bring_back(book: Codebook, code: Code, others: Iterable[Code] = ()) -> Deed:
    """Brings a retired code back, with others that it stands under or that stand under it.

    Raises Unchanged where none of them is retired.
    """
    also = [each for each in others if each.retired and each.id != code.id]
    more = f" with {listed([each.key for each in also])}" if 0 < len(also) <= 3 else ""
    more = f" with {several(len(also), 'code')}" if len(also) > 3 else more
    found = deed(f"Brought back {named(code)}{more}", _with_retired([code, *also], retired=False))
    return Deed(found.sentence, found.changes + new_version(book))


def remove_code(book: Codebook, code: Code) -> Deed:
    """Removes a code that nothing rests on; whoever does the deed sees to it that nothing does."""
    return Deed(f"Removed {named(code)} from the codebook", removed(code) + new_version(book))


def recode(coding: Coding, before: Code, after: Code, transcript: Transcript, version: str) -> Deed:
    """Gives a coding another code; its kind goes along where it was the code's usual one.

    `version` is the codebook's. Raises Misuse for a retired code, Unchanged where it has that code.
    """
    if after.retired:
        raise Misuse(
            f"{after.key} is retired and no longer given.", "Bring it back first, or choose another."
        )
    kind = after.kind if coding.kind in (before.kind, None) else coding.kind
    moved = replace(coding, code_id=after.id, kind=kind, codebook_version=version)
    where = f"{transcript.title} {coding.start}–{coding.end}"
    changes = changed(coding, moved) if after.id != coding.code_id else ()
    return deed(f"Gave {where} the code {named(after)} in place of {before.key}", changes)


def _with_retired(codes: Sequence[Code], *, retired: bool) -> tuple[Change, ...]:
    return tuple(change for each in codes for change in changed(each, replace(each, retired=retired)))
