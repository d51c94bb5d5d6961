"""A case on one page as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain import profile_words as words
from rcoder.domain.case_profile import CaseProfile, ConfigurationOf
from rcoder.domain.framework import material_words
from rcoder.domain.terms import say
from rcoder.exchange.markdown import escaped, table


def as_markdown(found: CaseProfile, study: str) -> bytes:
    """The file's bytes."""
    return ("\n".join(_lines(found, study)).rstrip("\n") + "\n").encode()


def _lines(found: CaseProfile, study: str) -> Iterator[str]:
    yield f"# {escaped(found.case.name)}"
    yield from ("", escaped(study), "")
    yield from _heading("What is known", words.known_words(found))
    rows = [(escaped(each.name), escaped(each.value or "unknown")) for each in found.known]
    yield from table(("", ""), rows)
    yield from _heading("Interviews", words.interviews_words(found))
    for held in found.interviews:
        yield f"- {escaped(held.title)}: {escaped(words.interview_words(held, found.language))}"
    yield from _turning(found)
    yield from _summaries(found)
    yield from _heading("Configurations", words.configurations_words(found))
    for each in (*found.configurations, *found.others):
        yield from _configuration(each)
    yield from _heading("Support conditions", words.conditions_words(found))
    for code, judged in found.conditions:
        yield f"- {escaped(words.code_words(code, found.language))}: {escaped(words.condition_words(judged, found.language))}"
    yield from _besides(found)


def _heading(title: str, counted: str) -> Iterator[str]:
    yield from ("", f"## {title}", "", escaped(counted), "")


def _turning(found: CaseProfile) -> Iterator[str]:
    yield from _heading("Turning points", words.turning_words(found))
    for place, each in enumerate(found.turning, start=1):
        sign = words.SIGN_MARKS[each.point.sign]
        yield f"{place}. {escaped(sign)} {escaped(words.point_words(each.point))} ({escaped(words.point_facts(each))})"


def _summaries(found: CaseProfile) -> Iterator[str]:
    yield from _heading("Hypotheses", words.summaries_words(found))
    for code in found.hypotheses:
        cell = found.cells[code.id]
        yield f"**{escaped(words.code_words(code, found.language))}**"
        yield ""
        for each in cell.written:
            yield from (f"{escaped(each.summary.text)} ({escaped(words.written_words(each))})", "")
        if not cell.written:
            yield from (f"Not written. {escaped(material_words(cell.material))}", "")


def _configuration(each: ConfigurationOf) -> Iterator[str]:
    title = f" {escaped(each.title)}" if each.title else ""
    said = f": {escaped(each.sentence)}" if each.sentence else ""
    yield f"- **{escaped(each.number)}**{title}{said} ({escaped(words.configuration_words(each))})"


def _besides(found: CaseProfile) -> Iterator[str]:
    if found.memos:
        yield from _heading("Memos", str(len(found.memos)))
        for memo, coder in found.memos:
            yield f"- {escaped(memo.title or memo.text)} ({escaped(coder)}, {say(memo.kind)})"
    if found.exhibits:
        yield from _heading("Other material", str(len(found.exhibits)))
        for exhibit, coder in found.exhibits:
            yield f"- {escaped(exhibit.title)}: {escaped(words.exhibit_words(exhibit))} ({escaped(coder)})"
