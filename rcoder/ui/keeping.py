"""What the coding screen says of quotations, memos and reading marks on a passage: pure, from what is known to rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rcoder.domain.actions.excerpting import is_quotation
from rcoder.domain.terms import say
from rcoder.ui.widgets.signs import MARK, MEMO, QUOTATION, Sign, Signs, signs

if TYPE_CHECKING:
    from rcoder.domain.excerpt import Excerpt
    from rcoder.domain.transcript import Span
    from rcoder.project.memos import MemoLine
    from rcoder.ui.study import Study, Uses
    from rcoder.ui.widgets.strips import Pieces


def excerpts_on(study: Study, span: Span) -> list[Excerpt]:
    """The excerpts in sight that share words with a passage."""
    return [each for each in study.uses.excerpts if each.span.overlaps(span)]


def memos_on(study: Study, span: Span) -> list[MemoLine]:
    """The memos in sight on codings and excerpts that share words with a passage."""
    return [
        each
        for each in study.uses.memos
        if each.thing is not None and not each.thing.earlier and each.thing.span.overlaps(span)
    ]


def quotations_on(study: Study, span: Span) -> list[Excerpt]:
    """The quotations in sight that share words with a passage."""
    return [each for each in excerpts_on(study, span) if is_quotation(each)]


def kept_rows(study: Study, span: Span) -> list[Pieces]:
    """Edited forms and translations of quotations on a passage, then the memos on it, a row each."""
    rows: list[Pieces] = []
    for each in quotations_on(study, span):
        rows += _quoted(study, each)
    memos = memos_on(study, span)
    if memos:
        from rcoder.project.things import memo_words
    for line in memos:
        whose = "" if line.memo.coder_id == study.coder_id else f"  {line.coder}"
        rows.append(
            (
                (f"  {MEMO} ", "-key"),
                (f"{say(line.memo.kind)}  ", "-muted"),
                (memo_words(line.memo), ""),
                (whose, "-muted"),
            )
        )
    return rows


def _quoted(study: Study, excerpt: Excerpt) -> Iterator[Pieces]:
    from rcoder.domain.quotation import as_said, reads

    words = excerpt.span.of(study.reading.text) if study.reading is not None else ""
    edited = reads(excerpt.edited, words)
    known = study.reading.coders if study.reading is not None else {}
    whose = "" if excerpt.coder_id == study.coder_id else f"{known.get(excerpt.coder_id, 'another')}'s, "
    if edited or not excerpt.translation:
        said = f"edited: “{as_said(edited)}”" if edited else "quoted as it was said"
        yield (f"  {QUOTATION} ", "-key"), (whose, "-muted"), (said, "")
    if excerpt.translation:
        translated = f"{excerpt.language}: “{as_said(excerpt.translation)}”"
        yield (f"  {QUOTATION} ", "-key"), (whose, "-muted"), (translated, "")


def kept_words(study: Study, span: Span) -> str:
    """How much is kept of a passage, after the count of its codings: " · quoted · 2 memos · marked"."""
    there = excerpts_on(study, span)
    memos = len(memos_on(study, span))
    parts = (
        "quoted" if any(is_quotation(each) for each in there) else "",
        f"{memos} {'memo' if memos == 1 else 'memos'}" if memos else "",
        "marked" if any(each.mark for each in there) else "",
    )
    return "".join(f" · {each}" for each in parts if each)


def signs_of(uses: Uses) -> Signs:
    """The signs beside a transcript whose passages are used so."""
    found = [Sign(each.start, MARK) for each in uses.excerpts if each.mark]
    found += [Sign(each.start, QUOTATION) for each in uses.excerpts if is_quotation(each)]
    about = [each.thing for each in uses.memos if each.thing is not None]
    return signs([*found, *(Sign(each.start, MEMO) for each in about if not each.earlier)])
