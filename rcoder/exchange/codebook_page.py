"""Codebooks as Markdown pages for those who code with them: an index, a page for each, and for each hypothesis of a long one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from rcoder.domain.codebook import Code, CodebookContents, hypothesis_of
from rcoder.domain.terms import letter, say
from rcoder.domain.words import Category, Kind
from rcoder.exchange.codebook_entries import Pages, attribute_lines, code_lines, source_lines, theory_lines
from rcoder.exchange.codebook_shape import OVERALL
from rcoder.exchange.markdown import anchor, escaped, link, table

FEW = 80
"""Hypotheses, conditions and codes that still go on one page."""


def codebook_pages(books: Sequence[CodebookContents], name: str) -> Mapping[str, str]:
    """The pages of codebooks, by path from where `name` stands, which is the first of them.

    One codebook begins at `name`; several have an index there. What comes after it is in a folder of the same name.
    """
    folder = PurePosixPath(name).stem
    tops = {
        book.codebook.key: name if len(books) == 1 else f"{folder}/{book.codebook.key}.md" for book in books
    }
    pages = _whereabouts(books, tops, folder)
    found: dict[str, str] = {}
    if len(books) > 1:
        found[name] = _text(_index(books, tops, pages.at(name)))
    for book in books:
        top = tops[book.codebook.key]
        alone = [*_reading(), *_made()] if len(books) == 1 else []
        found[top] = _text([*_book(book, pages.at(top), top), *alone])
        for hypothesis in book.hypotheses:
            page = pages.of(hypothesis.key)
            if page != top:
                found[page] = _text(_hypothesis_page(book, hypothesis, pages.at(page), top))
    return found


def _whereabouts(books: Sequence[CodebookContents], tops: Mapping[str, str], folder: str) -> Pages:
    """On which page each code stands: a short codebook's on its own, a long one's on those of its hypotheses."""
    places: dict[str, str] = {}
    for book in books:
        top, by_id = tops[book.codebook.key], {code.id: code for code in book.codes}
        stem = "" if top == f"{folder}.md" else f"{book.codebook.key}-"
        for code in book.codes:
            own = hypothesis_of(code, by_id)
            long = len(book.codes) > FEW and own is not None
            places[code.key] = f"{folder}/{stem}{own.key}.md" if long and own is not None else top
    return Pages(places)


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


# -- the index -------------------------------------------------------------------------------------------------------


def _index(books: Sequence[CodebookContents], tops: Mapping[str, str], pages: Pages) -> list[str]:
    lines = ["# Codebooks", "", *_made(), *_reading()]
    for book in books:
        own = book.codebook
        lines += [
            f"## {link(escaped(own.title.say('en')), pages.to(tops[own.key]))} {escaped(own.version)}",
            "",
            escaped(own.description.say("en")),
            "",
            _holds(book),
            "",
            *_hypothesis_table(book, pages),
        ]
    return lines


def _made() -> list[str]:
    return [
        "These pages are made from the codebook files by `rcoder codebook page` and are not edited by hand. The files",
        "have the cues as well: words as people say them, which codes are also found by.",
        "",
    ]


_COMPLETES = {
    Kind.CONTEXT: ("… ændrer, om X fører til Y", "… changes whether X leads to Y"),
    Kind.RESOURCE: ("[aktør] tilbyder eller giver …", "[actor] offers or gives …"),
    Kind.REASONING: ("[aktør] tænker, føler eller tør …", "[actor] thinks, feels or dares …"),
    Kind.OUTCOME: ("det, der kom ud af det, og hvornår", "what came of it, and when"),
}


def _reading() -> list[str]:
    rows = [
        (
            f"**{letter(kind)}** ({letter(kind, 'da')})",
            f"{say(kind, 'en')} / {say(kind, 'da')}",
            english,
            danish,
        )
        for kind, (danish, english) in _COMPLETES.items()
    ]
    return [
        "## How to read them",
        "",
        *table(("Letter (Danish)", "Kind", "A definition reads", "På dansk"), rows),
        "- The kind is the usual one; a code's place in a configuration decides. A minus sign (−) marks a barrier, a bad",
        "  outcome, or what speaks against a hypothesis.",
        "- *Use* and *not* are the rules; *not* names the neighbour to take instead. *Like* is a made-up utterance.",
        "- *Stated* means that the source says it in the section named, *inferred* that we conclude it from the source,",
        "  *reconstructed* that it is ours.",
        "- The *node* is the box of the change theory that a passage with the code is drawn in. A *support condition*",
        "  answers whether something was there in a case; the code of the same theme is a step in a chain.",
        "",
    ]


def _holds(book: CodebookContents) -> str:
    codes = sum(code.category is Category.CODE for code in book.codes)
    counts = (
        (len(book.hypotheses), "hypotheses"),
        (len(book.conditions), "support conditions"),
        (codes, "codes"),
    )
    return f"Holds {', '.join(f'{count} {words}' for count, words in counts if count)}."


def _hypothesis_table(book: CodebookContents, pages: Pages) -> list[str]:
    by_id = {code.id: code for code in book.codes}
    below = [
        own.key for code in book.codes if (own := hypothesis_of(code, by_id)) is not None and own is not code
    ]
    rows = [
        (pages.link(each.key), escaped(each.label.da), escaped(each.label.en), str(below.count(each.key)))
        for each in book.hypotheses
    ]
    return table(("", "Dansk", "English", "Conditions and codes"), rows)


# -- a codebook ------------------------------------------------------------------------------------------------------


def _book(book: CodebookContents, pages: Pages, top: str) -> list[str]:
    own = book.codebook
    lines = [f"# {escaped(own.title.say('en'))} {escaped(own.version)}", ""]
    for words in (own.description.da, own.description.en):
        lines += [escaped(words), ""] if words else []
    facts = [("Source", own.source), ("Licence", own.licence)]
    lines += [line for name, words in facts if words for line in (f"**{name}:** {escaped(words)}", "")]
    lines += [_holds(book), ""]
    lines += _hypothesis_sentences(book, pages)
    lines += _overview(book, pages)
    here = [code for code in _by_hypothesis(book) if pages.of(code.key) == top]
    lines += [line for code in here for line in code_lines(code, book, pages)]
    lines += _theories(book, pages, [each.key for each in book.theories if _is_here(each.key, pages, top)])
    lines += attribute_lines(book.attributes)
    return lines + source_lines(book.codes, pages)


def _by_hypothesis(book: CodebookContents) -> list[Code]:
    """Each hypothesis with its support conditions and codes, then the codes of none; in file order otherwise."""
    by_id = {code.id: code for code in book.codes}
    order = {each.id: place for place, each in enumerate(book.hypotheses)}
    own = {code.id: hypothesis_of(code, by_id) for code in book.codes}
    found = {code: order[top.id] if (top := own[code]) is not None else len(order) for code in own}
    return sorted(book.codes, key=lambda code: found[code.id])


def _is_here(theory: str, pages: Pages, page: str) -> bool:
    """The overall theory stands on the codebook's page, a mini theory on that of its hypothesis."""
    return theory == OVERALL or pages.of(theory) == page


def _hypothesis_sentences(book: CodebookContents, pages: Pages) -> list[str]:
    if not book.hypotheses:
        return []
    rows = [
        (pages.link(each.key), escaped(each.title.da), escaped(each.title.en)) for each in book.hypotheses
    ]
    return ["## The hypotheses", "", *table(("", "Dansk", "English"), rows)]


def _overview(book: CodebookContents, pages: Pages) -> list[str]:
    """Every code in one table, to look up."""
    rows = [
        (
            pages.link(code.key),
            f"{letter(code.kind)}{'−' if code.sign == '-' else ''}" if code.kind else "",
            escaped(code.label.da),
            escaped(code.label.en),
        )
        for code in _by_hypothesis(book)
        if code.category is not Category.HYPOTHESIS
    ]
    return ["## Every code", "", *table(("", "", "Dansk", "English"), rows)]


def _theories(book: CodebookContents, pages: Pages, keys: Sequence[str]) -> list[str]:
    return [line for key in keys for line in theory_lines(book, key, pages)]


# -- a hypothesis ----------------------------------------------------------------------------------------------------


def _hypothesis_page(book: CodebookContents, hypothesis: Code, pages: Pages, top: str) -> list[str]:
    by_id = {code.id: code for code in book.codes}
    below = [
        code for code in book.codes if code is not hypothesis and hypothesis_of(code, by_id) is hypothesis
    ]
    back = link(escaped(book.codebook.title.say("en")), pages.to(top))
    lines = [
        anchor(hypothesis.key),
        "",
        f"# {escaped(hypothesis.key)} {escaped(hypothesis.label.say('en'))} / {escaped(hypothesis.label.da)}",
        "",
        f"{back} {escaped(book.codebook.version)}",
        "",
        *code_lines(hypothesis, book, pages, headed=False),
    ]
    for heading, category in (("Support conditions", Category.CONDITION), ("Codes", Category.CODE)):
        own = [code for code in below if code.category is category]
        lines += [f"## {heading}", ""] if own else []
        lines += [line for code in own for line in code_lines(code, book, pages)]
    keys = [each.key for each in book.theories if each.hypothesis == hypothesis.key]
    return lines + _theories(book, pages, keys)
