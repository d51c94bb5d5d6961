"""The lines of a case's page: each is about something that Enter opens."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from rcoder.domain import profile_words as words
from rcoder.domain.case_profile import CaseProfile, ConfigurationOf, Turning
from rcoder.domain.framework import FrameCell, material_words
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say
from rcoder.ui.widgets.lines import Line, Piece

KNOWN, UNKNOWN, INTERVIEW, MISSING = "known:", "unknown:", "interview:", "missing:"
POINT, SUMMARY, CONFIGURATION, CONDITION = "point:", "summary:", "configuration:", "condition:"
MEMO, EXHIBIT, HEAD = "memo:", "exhibit:", "head:"
"""What the ids of lines begin with."""

INDENT = "   "
SIGN_INKS = {"+": "-strong", "-": "-strong", "": "-muted"}


class About(NamedTuple):
    """What a line is about."""

    sort: str
    id: str
    role: str = ""
    """Of a judgement of one role's account."""


def about(line_id: str) -> About:
    """What a line is about, by its id."""
    sort, _, rest = line_id.partition(":")
    own, _, role = rest.partition("|")
    return About(f"{sort}:", own, role)


def page(found: CaseProfile, width: int) -> Iterator[Line]:
    """The whole page."""
    yield from _known(found, width)
    yield from _interviews(found, width)
    yield from _turning(found, width)
    yield from _summaries(found, width)
    yield from _configurations(found, width)
    yield from _conditions(found, width)
    yield from _besides(found, width)


def _head(name: str, title: str, counted: str, width: int) -> Iterator[Line]:
    if name != "known":
        yield Line(f"{HEAD}{name}-blank", ((" ", ""),), inert=True)
    row, *more = textwrap.wrap(counted, max(24, width - len(title) - 5)) or [""]
    yield Line(f"{HEAD}{name}", ((f" {title}", "-strong"), (f"  {row}", "-muted")), inert=True)
    for each in more:
        yield Line(f"{HEAD}{name}", ((f" {' ' * len(title)}  {each}", "-muted"),), inert=True)


def _known(found: CaseProfile, width: int) -> Iterator[Line]:
    yield from _head("known", "What is known", words.known_words(found), width)
    wide = max((len(each.name) for each in found.known), default=0)
    for each in found.known:
        if each.value:
            yield Line(f"{KNOWN}{each.key}", ((f"{INDENT}{each.name:<{wide}}  ", "-muted"), (each.value, "")))
    left = [each.name for each in found.known if not each.value]
    if left:
        yield from _wrapped(f"{UNKNOWN}all", (("unknown  ", "-muted"),), ", ".join(left), width, "-muted")


def _interviews(found: CaseProfile, width: int) -> Iterator[Line]:
    yield from _head("interviews", "Interviews", words.interviews_words(found), width)
    for held in found.interviews:
        said = words.interview_words(held, found.language)
        yield from _wrapped(f"{INTERVIEW}{held.id}", ((f"{held.title}  ", ""),), said, width, "-muted")
    for role in found.missing:
        yield Line(
            f"{MISSING}{role}",
            ((f"{INDENT}no interview with  ", "-muted"), (role_name(role, found.language), "")),
        )


def _turning(found: CaseProfile, width: int) -> Iterator[Line]:
    yield from _head("turning", "Turning points", words.turning_words(found), width)
    if not found.turning:
        yield Line(f"{HEAD}turning-none", ((f"{INDENT}+", "-key"), (" sets one.", "-muted")), inert=True)
    place = 0
    for each in found.turning:
        place = place + 1 if each.own else 0
        yield from _point(each, place, width)


def _point(each: Turning, place: int, width: int) -> Iterator[Line]:
    point, number = each.point, f"{place:>2} " if place else "   "
    sign: Piece = (f"{words.SIGN_MARKS[point.sign]} ", SIGN_INKS[point.sign])
    own = f"{POINT}{point.id}"
    yield from _wrapped(own, ((number, "-muted"), sign), words.point_words(point), width, "")
    yield from _more(own, words.point_facts(each), width, "-key" if each.rests.changed else "-muted")


def _summaries(found: CaseProfile, width: int) -> Iterator[Line]:
    yield from _head("hypotheses", "Hypotheses", words.summaries_words(found), width)
    for code in found.hypotheses:
        yield from _summary(found.cells[code.id], words.code_words(code, found.language), width)


def _summary(cell: FrameCell, name: str, width: int) -> Iterator[Line]:
    own = f"{SUMMARY}{cell.code_id}"
    yield Line(own, ((f"{INDENT}{name}", "-key"),))
    for each in cell.written:
        for paragraph in each.summary.text.splitlines():
            yield from _more(own, paragraph, width, "")
        yield from _more(own, f"({words.written_words(each)})", width, "-key" if each.signs else "-muted")
    if not cell.written:
        yield from _more(own, f"[not written; {material_words(cell.material)}]", width, "-muted")


def _configurations(found: CaseProfile, width: int) -> Iterator[Line]:
    yield from _head("configurations", "Configurations", words.configurations_words(found), width)
    for each in (*found.configurations, *found.others):
        yield from _configuration(each, width)


def _configuration(each: ConfigurationOf, width: int) -> Iterator[Line]:
    own = f"{CONFIGURATION}{each.id}"
    facts = words.configuration_words(each)
    yield from _wrapped(own, ((f"{each.number} ", "-key"), (f"{each.title}  ", "")), facts, width, "-muted")
    if each.sentence:
        yield from _more(own, each.sentence, width, "")


def _conditions(found: CaseProfile, width: int) -> Iterator[Line]:
    yield from _head("conditions", "Support conditions", words.conditions_words(found), width)
    for code, judged in found.conditions:
        own = f"{CONDITION}{code.id}|{judged.judgement.role}"
        name = f"{words.code_words(code, found.language)}  "
        yield from _wrapped(
            own, ((name, ""),), words.condition_words(judged, found.language), width, "-muted"
        )
    if found.condition_count and not found.conditions:
        yield Line(
            f"{CONDITION}|", ((f"{INDENT}s", "-key"), (" opens them, to judge.", "-muted")), inert=True
        )


def _besides(found: CaseProfile, width: int) -> Iterator[Line]:
    if found.memos:
        yield from _head("memos", "Memos", str(len(found.memos)), width)
    for memo, coder in found.memos:
        facts = f"{say(memo.kind)}, {coder}"
        title = " ".join((memo.title or memo.text).split())
        yield from _wrapped(f"{MEMO}{memo.id}", ((f"{facts}  ", "-muted"),), title, width, "")
    if found.exhibits:
        yield from _head("exhibits", "Other material", str(len(found.exhibits)), width)
    for exhibit, coder in found.exhibits:
        said = f"{words.exhibit_words(exhibit)} ({coder})"
        yield from _wrapped(f"{EXHIBIT}{exhibit.id}", ((f"{exhibit.title}  ", ""),), said, width, "-muted")


def _wrapped(own: str, first: tuple[Piece, ...], text: str, width: int, ink: str) -> Iterator[Line]:
    """A line that begins with some pieces, and goes on below where its words do not fit."""
    used = len(INDENT) + sum(len(piece) for piece, _ in first)
    plain = " ".join(text.split())
    if used + len(plain) <= width - 2:
        yield Line(own, ((INDENT, ""), *first, (plain, ink)))
    elif used > width // 2:
        yield Line(own, ((INDENT, ""), *first))
        yield from _more(own, plain, width, ink)
    else:
        row, *_ = textwrap.wrap(plain, width - 2 - used)
        yield Line(own, ((INDENT, ""), *first, (row, ink)))
        yield from _more(own, plain[len(row) :], width, ink)


def _more(own: str, text: str, width: int, ink: str) -> Iterator[Line]:
    """Rows that a line goes on with."""
    for row in textwrap.wrap(" ".join(text.split()), max(24, width - len(INDENT) - 4)):
        yield Line(own, ((f"{INDENT}  {row}", ink),), goes_on=True, inert=True)
