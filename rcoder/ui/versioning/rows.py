"""Versions of the theory, what differs between two, and one difference before and after, as lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from rcoder.domain.difference_words import (
    ABOUTS,
    AFTER,
    BEFORE,
    MARKS,
    NO_REASON,
    NOTHING,
    ONLY_HERE,
    SORTS,
    WHATS,
    cases,
    cases_short,
    only_here,
    reason_words,
    tally,
)
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say, say_listed
from rcoder.domain.theory import Denominator, Witness
from rcoder.domain.theory_difference import NOW, About, Compared, Difference, Side, Sort, Turn
from rcoder.project.version_reasons import Course
from rcoder.project.versions import VersionLine
from rcoder.ui.versioning import on_screen
from rcoder.ui.versioning.on_screen import LANGUAGE
from rcoder.ui.widgets.lines import Line, Piece

COMPARED = frozenset(
    {
        "theory_versions", "configurations", "elements", "places", "links", "groundings", "evidence", "bearings",
        "rivals", "judgements", "codes", "theories", "nodes", "theory_links", "coders", "memos", "comments",
    }
)  # fmt: skip
"""Tables whose changes a difference shows."""

DIFFERING = (Sort.CHANGED, Sort.NEW, Sort.DROPPED)
FILTERS: tuple[tuple[Sort, ...], ...] = (DIFFERING, *((each,) for each in Sort))
"""What is listed: all that differs, then each sort alone."""

EMPTY = "No versions yet. n keeps the theory as it stands, with a name and a reason."


def filter_words(sorts: Sequence[Sort]) -> str:
    """What is listed, in words."""
    return "what differs" if len(sorts) > 1 else SORTS[sorts[0]].say(LANGUAGE)


def about_row(name: str, denominator: Denominator, width: int) -> tuple[Piece, ...]:
    """What is compared and of how many cases; in few words where there is little room, of which the name takes what is left."""
    said = cases(denominator, LANGUAGE)
    if len(name) + len(said) > width:
        said = cases_short(denominator, LANGUAGE)
        room = width - len(said)
        name = name if len(name) <= room else f"{name[: max(0, room - 3)].rstrip()}…: "
    return ((name, ""), (said, "-muted"))


# -- versions --------------------------------------------------------------------------------------------------------


def version_rows(found: Iterable[VersionLine], marked: str, width: int) -> Iterator[Line]:
    """The versions, each with what it holds beneath; the marked one is what the others are compared with."""
    for each in found:
        sign = "● " if each.key == marked else "  "
        named = each.words.say(LANGUAGE)
        pieces: tuple[Piece, ...] = ((sign, "-key"), (named[:1].upper() + named[1:], "-strong"))
        yield Line(each.key, pieces, right=" · ".join(part for part in (each.coder, each.at[:10]) if part))
        for row in wrapped(f"{each.key}#why", each.reason, "", max(20, width - 5)):
            yield indented(row)
        for row in wrapped(f"{each.key}#holds", each.held.say(LANGUAGE), "-muted", max(20, width - 5)):
            yield indented(row)


def other_of(key: str, marked: str, found: Sequence[VersionLine]) -> tuple[str, str] | None:
    """The two versions that are compared from a line: the marked one and this; else the one before it; in their order."""
    keys = [each.key for each in found]
    if key not in keys or len(keys) < 2:
        return None
    place = keys.index(key)
    other = marked if marked in keys and marked != key else keys[place - 1] if place else NOW
    first, second = sorted((keys.index(other), place))
    return keys[first], keys[second]


def wrapped(row: str, words: str, ink: str, width: int) -> Iterator[Line]:
    """Words on as many lines as they need; all but the first run on from it."""
    for number, part in enumerate(textwrap.wrap(" ".join(words.split()), width)):
        yield Line(f"{row}{number}", ((part, ink),), goes_on=True, inert=True)


def indented(line: Line) -> Line:
    """A line that runs on, under the words of the line it belongs to."""
    return Line(line.id, (("    ", ""), *line.pieces), goes_on=line.goes_on, inert=True)


# -- what differs ----------------------------------------------------------------------------------------------------


def difference_rows(difference: Difference, sorts: Sequence[Sort], language: str) -> Iterator[Line]:
    """What is wanted of the difference, by what it is about; a heading has the numbers."""
    if not difference.differing:
        yield Line("nothing", ((f" {NOTHING.say(LANGUAGE)}", "-muted"),), inert=True)
    for about in About:
        found = [each for sort in sorts for each in difference.of(about, sort)]
        yield Line(
            f"about:{about.value}",
            ((f" {tally(difference, about, LANGUAGE)}", "-strong"),),
            folds=bool(found),
        )
        for each in found:
            yield from _one(each, language)


def _one(compared: Compared, language: str) -> Iterator[Line]:
    sort = compared.sort
    pieces: tuple[Piece, ...] = (
        (f"{MARKS[sort]} {SORTS[sort].say(LANGUAGE):<8}", "-key"),
        (on_screen.name(compared, language), "-gone" if sort is Sort.DROPPED else ""),
    )
    right = "no reason" if compared.asks_why else ""
    yield Line(compared.id, pieces, right=right, depth=1)
    told = "; ".join(_turn_briefly(each, language) for each in compared.turns)
    if told:
        yield Line(f"{compared.id}#", ((f"           {told}", "-muted"),), depth=1, goes_on=True, inert=True)


def _turn_briefly(turn: Turn, language: str) -> str:
    before, after = on_screen.turned(turn, language)
    what = WHATS[turn.what].say(LANGUAGE)
    if len(before) + len(after) > 90:
        return what
    return f"{what}: {before} → {after}"


# -- one difference --------------------------------------------------------------------------------------------------


def head_rows(compared: Compared, language: str, width: int, *, brief: bool) -> tuple[tuple[Piece, ...], ...]:
    """What it is, what became of it, and in what respects: a line each, or where it is to be brief one after the other."""
    sort = compared.sort
    first = f"{MARKS[sort]} {SORTS[sort].say(LANGUAGE)} {ABOUTS[compared.about][0].say(LANGUAGE)}: "
    room = max(20, width - 2)
    rows: list[tuple[Piece, ...]] = [
        ((f" {part}", "-strong"),) for part in textwrap.wrap(first + on_screen.name(compared, language), room)
    ]
    said = [
        f"{WHATS[each.what].say(LANGUAGE)}: {' → '.join(on_screen.turned(each, language))}"
        for each in compared.turns
    ]
    for words in ["; ".join(said)] if brief else said:
        rows += [((f" {part}", ""),) for part in textwrap.wrap(words, room, subsequent_indent="   ")]
    return tuple(rows)


def side_rows(
    heading: str, about: About, side: Side | None, only: frozenset[str], *, language: str, width: int
) -> Iterator[Line]:
    """One side: what there is to say of it, then its passages, each to be opened."""
    room = max(16, width - 4)
    yield Line("heading", ((heading, "-strong"),), inert=True)
    for number, fact in enumerate(on_screen.facts(about, side, language)):
        for row in wrapped(f"fact{number}-", fact, "-muted", room):
            yield Line(row.id, ((" ", ""), *row.pieces), inert=True)
    for number, witness in enumerate(side.witnesses if side is not None else ()):
        yield from _witness(f"witness:{number}", witness, only, room)


def _witness(row: str, witness: Witness, only: frozenset[str], room: int) -> Iterator[Line]:
    sign = STANCE_SIGNS[witness.stance] if witness.stance is not None else "·"
    mark = f" {ONLY_HERE.say(LANGUAGE)}" if only_here(witness, only) else ""
    head = f"{say(witness.stance)} " if witness.stance is not None else ""
    quote = textwrap.wrap(f"{head}“{' '.join(witness.text.split())}”", room)
    for number, part in enumerate(quote):
        pieces: tuple[Piece, ...] = (
            (f"{sign} " if not number else "  ", "-key"),
            (part, "-come" if mark and not number else ""),
        )
        yield Line(row if not number else f"{row}.{number}", pieces, goes_on=bool(number), inert=bool(number))
    by = " · ".join(
        each
        for each in (
            witness.case,
            ", ".join(witness.roles),
            witness.transcript,
            say_listed(witness.why_listed, LANGUAGE),
        )
        if each
    )
    for part in textwrap.wrap(f"{by}{' ·' if by and mark else ''}{mark}", room):
        yield Line(f"{row}#{part}", ((f"  {part}", "-muted"),), goes_on=True, inert=True)


def witness_at(side: Side | None, row: str) -> Witness | None:
    """The passage a line is about."""
    kind, _, number = row.partition(":")
    if side is None or kind != "witness" or not number.isdigit():
        return None
    return side.witnesses[int(number)] if int(number) < len(side.witnesses) else None


def why_rows(compared: Compared, course: Sequence[Course] | None, width: int) -> Iterator[Line]:
    """The reasons that were written down, or the question; then what was done between the two versions."""
    room = max(20, width - 3)
    yield Line("why", (("Why", "-strong"),), inert=True)
    reasons = [reason_words(each, LANGUAGE) for each in compared.reasons]
    if compared.sort is Sort.KEPT and not reasons:
        reasons = ["Nothing of it is other than it was."]
    for number, words in enumerate(reasons or [f"{NO_REASON.say(LANGUAGE)} m writes it down."]):
        for row in wrapped(f"reason{number}-", words, "" if reasons else "-key", room):
            yield Line(row.id, ((" ", ""), *row.pieces), inert=False)
    if course is None:
        return
    yield Line("course", (("What was done between the two versions", "-strong"),), inert=True)
    if not course:
        yield Line("none", ((" Nothing in your sight.", "-muted"),), inert=True)
    for number, each in enumerate(course):
        why = f" — {each.why}" if each.why else ""
        for row in wrapped(f"course{number}-", f"{each.at[:10]} {each.coder}: {each.words}{why}", "", room):
            yield Line(row.id, ((" ", ""), *row.pieces))


def headings(difference: Difference) -> tuple[str, str]:
    """What stands over the two sides."""
    names = difference.before_name.say(LANGUAGE), difference.after_name.say(LANGUAGE)
    return f"{BEFORE.say(LANGUAGE)} · {names[0]}", f"{AFTER.say(LANGUAGE)} · {names[1]}"


def file_name(before: str, after: str, key: str) -> str:
    """What a file of the difference is called: "theory-difference-0-now.html"."""
    theory = "" if key == "overall" else f"{key}-"
    return f"theory-difference-{theory}{before}-{after}.html".replace("/", "-")
