"""The tree of the codebook: every entry with its count, codes by kind, retired ones marked, filtered by letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rcoder.domain.actions.sentences import several
from rcoder.domain.codebook import Code, in_tree_order
from rcoder.domain.codebook_rules import above
from rcoder.domain.words import Kind
from rcoder.project.codebook_use import Usage, Use, Workbook
from rcoder.ui.lists import code_pieces
from rcoder.ui.matching import ENOUGH, candidate, plain, score
from rcoder.ui.widgets.lines import Line

BOOK = "book:"
"""Begins the id of a codebook's title among the codes."""

WIDE = 70
"""Cells of a pane in which counts are said in whole words."""

_KINDS = {kind: place for place, kind in enumerate(Kind)}


def arranged(book: Workbook, book_id: str) -> tuple[tuple[int, Code], ...]:
    """The codes of one codebook with their depth: conditions before codes, codes by kind, barriers after the others."""
    own = {code.id: code for code in book.codes if code.codebook_id == book_id}
    order = sorted(own.values(), key=_by_kind)
    placed = [replace(code, position=place) for place, code in enumerate(order)]
    return tuple((depth, own[code.id]) for depth, code in in_tree_order(placed))


def _by_kind(code: Code) -> tuple[int, bool, int, str]:
    kind = _KINDS[code.kind] if code.kind is not None else len(_KINDS)
    return kind, code.sign == "-", code.position, code.key


def tree_lines(book: Workbook, width: int, typed: str = "") -> tuple[Line, ...]:
    """The lines of the tree; those that fit what is typed, with what they stand under."""
    shown = fitting(book, typed)
    branches = {code.parent_id for code in book.codes if code.id in shown}
    several = len(book.books) > 1
    found: list[Line] = []
    for each in book.books:
        own = [(depth, code) for depth, code in arranged(book, each.id) if code.id in shown]
        if several and own:
            title = ((each.title.say(book.language), "-strong"), (f" {each.version}", "-muted"))
            found.append(Line(f"{BOOK}{each.id}", title, folds=True))
        found += (
            tree_line(book, code, width, depth + several, folds=code.id in branches) for depth, code in own
        )
    return tuple(found)


def tree_line(book: Workbook, code: Code, width: int, depth: int, *, folds: bool) -> Line:
    """One entry with what it is used for."""
    retired = (("  retired", "-muted"),) if code.retired else ()
    pieces = code_pieces(code, book.language)
    if code.retired:
        pieces = tuple((words, "-muted") for words, _ in pieces)
    return Line(code.id, (*pieces, *retired), count_words(book, code.id, width), depth, folds)


def fitting(book: Workbook, typed: str) -> frozenset[str]:
    """Ids of the codes that fit what is typed, and of those they stand under; of all of them for nothing typed."""
    by_id = book.by_id
    wanted = plain(typed).strip()
    if not wanted:
        return frozenset(by_id)
    found = {code.id for code in book.codes if _fits(wanted, code)}
    return frozenset(found | {each.id for name in found for each in above(by_id[name], by_id)})


def best_fitting(book: Workbook, lines: Iterable[Line], typed: str) -> str:
    """Id of the line that itself fits what is typed best, its names before its texts, not of one above it; "" for none."""
    wanted = plain(typed).strip()
    by_id = book.by_id
    fits = [each.id for each in lines if each.id in by_id and _fits(wanted, by_id[each.id])]
    return max(fits, key=lambda name: score(wanted, candidate(by_id[name]).names), default="")


def _fits(wanted: str, code: Code) -> bool:
    """Whether the names of a code are like the letters typed, or its texts hold them."""
    if score(wanted, candidate(code).names) >= ENOUGH:
        return True
    texts = (code.definition, code.use, code.example)
    words = (*(said for each in texts for said in (each.da, each.en)), *code.cues)
    return len(wanted) > 2 and any(wanted in plain(each) for each in words)


# -- counts ----------------------------------------------------------------------------------------------------------


def count_words(book: Workbook, code_id: str, width: int) -> str:
    """What a code is used for: "7 passages in 3 of 5 cases", shorter where there is little room; "" for nothing."""
    use = book.uses.get(code_id, Use())
    if not use.passages:
        return ""
    coded = book.denominator.coded
    if width >= WIDE:
        cases = f" in {use.cases} of {several(coded, 'case')}" if coded else ""
        return f"{several(use.passages, 'passage')}{cases}"
    return f"{use.passages} in {use.cases} of {coded}" if coded else str(use.passages)


def use_sentences(book: Workbook, code: Code) -> tuple[str, ...]:
    """The same with everything beside it: cases not yet coded, what is listed and not counted."""
    use, coded = book.uses.get(code.id, Use()), book.denominator.coded
    if not use.passages and not use.listed:
        return ("Not used yet.",)
    if coded:
        found = [
            f"{several(use.passages, 'passage')} in {use.cases} of {several(coded, 'case')} coded to the end"
        ]
    else:
        cases = f" in {several(use.not_yet_coded, 'case')}" if use.not_yet_coded else ""
        found = [f"{several(use.passages, 'passage')}{cases}", "no case is coded to the end yet"]
    if coded and use.not_yet_coded:
        found.append(f"{several(use.not_yet_coded, 'case')} more not yet coded to the end")
    if use.no_interview:
        found.append(f"{several(use.no_interview, 'case')} without interview")
    if use.listed:
        found.append(f"{use.listed} listed, not counted")
    return tuple(found)


def heading(book: Workbook) -> str:
    """What the counts of the tree are of; "" before they are known."""
    if book.usage == Usage():
        return ""
    coded = book.denominator.coded
    return (
        f"passages in cases (of {coded} coded to the end)" if coded else "passages (no case coded to the end)"
    )


def first_folded(lines: Iterable[Line], book: Workbook) -> list[str]:
    """What is folded when the tree is first shown: every hypothesis, and the codebooks beside the main one."""
    main = f"{BOOK}{book.books[0].id}" if book.books else ""
    return [line.id for line in lines if line.folds and line.id != main]
