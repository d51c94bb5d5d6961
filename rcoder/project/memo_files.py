"""Memos written to a Markdown file, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse
from rcoder.domain.terms import say
from rcoder.domain.words import Subject
from rcoder.project.door import Project
from rcoder.project.exports.leaving import Leaving, of_file
from rcoder.project.memos import MemoLine
from rcoder.project.quotations import quotations
from rcoder.project.things import memo_words

if TYPE_CHECKING:
    from rcoder.domain.passage import Quotation
    from rcoder.exchange.memo_page import PageMemo, PagePart

SUFFIXES = (".md", ".markdown")


def ready_memos(project: Project, file: Path, lines: Sequence[MemoLine]) -> Leaving[Path]:
    """Memos as a Markdown file, in their order. Raises Misuse for another ending."""
    from rcoder.exchange.memo_page import memo_page

    if file.suffix.casefold() not in SUFFIXES:
        raise Misuse(f"{file.name} is no Markdown file.", "Give a name that ends in .md.")
    title = f"{project.study().title}: memos"
    contents = memo_page(title, tuple(_parts(project, lines))).encode()
    return Leaving(file, of_file(contents, ".md"), "exported memos", f"{len(lines)} to {file.name}", file)


def heading(line: MemoLine) -> str:
    """What a memo is about, in words: "code H1.M1", "project", "code that is gone"."""
    about = line.memo.about
    if about is Subject.PROJECT:
        return "the project"
    return f"{say(about)} {line.about}" if line.thing is not None else f"a {say(about)} that is gone"


def _parts(project: Project, lines: Sequence[MemoLine]) -> Iterator[PagePart]:
    from rcoder.exchange.memo_page import PagePart

    quoted, forms = _quoted(project, lines)
    for about, own in groupby(lines, key=heading):
        memos = tuple(_page_memo(each, quoted, forms) for each in own)
        yield PagePart(about[0].upper() + about[1:], memos)


def _page_memo(line: MemoLine, quoted: dict[str, str], forms: dict[str, tuple[str, ...]]) -> PageMemo:
    from rcoder.exchange.memo_page import PageMemo

    memo = line.memo
    kind = "note on a coding" if line.note else f"{say(memo.kind)} memo"
    return PageMemo(
        id=memo.id,
        heading="Note" if line.note else memo_words(memo),
        facts=(kind, line.coder, memo.at[:10]),
        text=memo.text,
        quoted=quoted.get(memo.about_id, ""),
        forms=forms.get(memo.about_id, ()),
        links=tuple((each.id, each.words) for each in line.points_at),
        linked_from=tuple((each.id, each.words) for each in line.linked_from),
    )


def _quoted(project: Project, lines: Sequence[MemoLine]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The whole words of the excerpts and codings in sight that memos are on, and how they are to be printed."""
    ids = {each.thing.id for each in lines if each.thing is not None and each.thing.transcript_id}
    found: dict[str, str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    known = quotations(project.sight) if ids else {}
    for table in ("excerpts", "codings") if ids else ():
        sql = f"""SELECT id, quote, transcript_id, revision, start, "end" FROM {table}
            WHERE {{seen}} AND id IN (:ids)"""  # noqa: S608 - one of two
        for row in project.sight.rows(sql, ids=sorted(ids)):
            found[row["id"]] = row["quote"]
            own = known.get((row["transcript_id"], row["revision"]), [])
            within = [each for each in own if row["start"] <= each.start and each.end <= row["end"]]
            forms[row["id"]] = tuple(words for each in within for words in _printed(each))
    return found, forms


def _printed(each: Quotation) -> Iterator[str]:
    """A quotation's edited form and translation, as they are told apart."""
    if each.edited:
        yield f"edited: “{each.edited}”"
    if each.translation:
        yield f"{each.language}: “{each.translation}”"
