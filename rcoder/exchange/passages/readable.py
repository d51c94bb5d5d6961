"""Passages as Markdown: a heading for each group, each passage quoted with its source under it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rcoder.domain.retrieval import Retrieved, counted_in_words
from rcoder.exchange.office import clean
from rcoder.exchange.passages.report import Report, about, distinct, opening, source

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_BEGINS = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def as_markdown(report: Report) -> bytes:
    """The file's bytes."""
    return ("\n".join(_lines(report)).rstrip("\n") + "\n").encode()


def plain(text: str) -> str:
    """Words that Markdown is to show as they are."""
    return _BEGINS.sub(_guarded, _MARKS.sub(r"\\\1", clean(text)))


def _guarded(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}\\{mark}" if len(mark) == 1 else f"{found[1]}{mark[:-1]}\\{mark[-1]}"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {plain(report.study)}"
    yield ""
    for words in opening(report):
        yield from (plain(words), "")
    for section in report.sections:
        if section.name:
            yield from (f"## {plain(section.name)}", "", plain(f"{counted_in_words(section.count)}."), "")
        for result in distinct(report, section):
            if len(result) > 1:
                yield from (f"**{len(result)} passages together**", "")
            for each in result:
                yield from _quoted(report, each)


def _quoted(report: Report, each: Retrieved) -> Iterator[str]:
    yield from _block(each.passage.text)
    for name, words in (("edited", each.edited), (f"translation, {each.translated_to}", each.translation)):
        if words:
            yield from (">", f"> *{plain(name)}:*", ">", *_block(words))
    yield from ("", f"— {plain(source(report, each))}. *{plain(about(each))}*")
    if report.memos and each.passage.memo:
        yield from ("", f"Memo: {plain(' '.join(each.passage.memo.split()))}")
    yield ""


def _block(words: str) -> list[str]:
    """Words as a quotation, a paragraph for each of their lines."""
    return "\n>\n".join(f"> {line}" for line in plain(words).split("\n") if line.strip()).split("\n")
