"""What stands on every page and is no part of the interview: running heads, page and line numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from rcoder.exchange.interviews.pdf.lines import Line, Sheet, line_of

_EDGE = 4
"""Lines from the edge of a page among which running heads are."""
_SHARE = 0.4
"""Share of the pages that a running head stands on; left and right pages may differ."""
_FEW = 3
"""Pages among which one line may come twice by chance."""
_APART = 1.4
"""How much farther than from line to line a head stands from the words, where pages are few."""
_NUMBERED = 0.8
_SMALL = 0.92
_MOST_NAMED = 4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:side|page|s\.|p\.)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:af|of|av|von|/)\s*\d{1,4})?\s*[-–—|]?(?:\s*page)?",
    re.IGNORECASE,
)
_LINE_NUMBER = re.compile(r"(\d{1,5})(?:[ \t]+|$)")
_FOOTNOTE = re.compile(r"\W{0,2}(?:\d{1,3}|[*†])\W?\s*\S")


@dataclass(slots=True)
class _Taken:
    heads: Counter[str] = field(default_factory=Counter)
    line_numbers: int = 0
    footnotes: int = 0


def without_edges(sheets: Sequence[Sheet]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The lines of each page that are the interview, and what was left out."""
    taken = _Taken()
    pages = _without_artifacts([list(sheet.lines) for sheet in sheets], taken)
    pages = _without_heads(pages, taken)
    pages = [_without_numbers(lines, taken) for lines in pages]
    pages = _without_footnotes(pages, taken)
    return pages, _notes(taken)


def _without_artifacts(pages: list[list[Line]], taken: _Taken) -> list[list[Line]]:
    """Without what the file itself calls no content, unless that is most of it."""
    marked = [line for lines in pages for line in lines if _is_artifact(line)]
    letters = sum(len(line.text) for lines in pages for line in lines)
    if sum(len(line.text) for line in marked) * 2 > letters:
        return pages
    taken.heads.update(_shown(line.text) for line in marked)
    return [[line for line in lines if not _is_artifact(line)] for lines in pages]


def _is_artifact(line: Line) -> bool:
    return all(piece.artifact for piece in line.pieces)


def _without_heads(pages: list[list[Line]], taken: _Taken) -> list[list[Line]]:
    filled = [lines for lines in pages if lines]
    if len(filled) == 1:
        return [_without_lone_number(lines, taken) for lines in pages]
    running = _running(filled)
    kept = []
    for lines in pages:
        top = _outer(lines, running, bottom=False)
        bottom = _outer(lines[top:], running, bottom=True)
        inner = lines[top : len(lines) - bottom]
        taken.heads.update(_shown(line.text) for line in [*lines[:top], *lines[len(lines) - bottom :]])
        kept.append(inner)
    return kept


def _outer(lines: Sequence[Line], running: frozenset[tuple[bool, str]], *, bottom: bool) -> int:
    """How many lines at the edge are running heads."""
    edge = list(reversed(lines)) if bottom else list(lines)
    count = 0
    for line in edge[:_EDGE]:
        if (bottom, _like(line)) not in running:
            break
        count += 1
    return count


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[tuple[bool, str]]:
    """What comes again at the same height of the pages and hardly anywhere else."""
    places: dict[tuple[bool, str], list[tuple[Line, float]]] = defaultdict(list)
    inside: Counter[str] = Counter()
    pitch = _pitch(pages)
    for lines in pages:
        half = max(1, min(_EDGE, len(lines) // 2))
        for bottom, edge in ((False, lines[:half]), (True, lines[::-1][:half])):
            for line, gap in zip(edge, _gaps(lines, bottom=bottom), strict=False):
                places[bottom, _like(line)].append((line, gap))
        inside.update(_like(line) for line in lines[half : len(lines) - half])
    needed = max(2, len(pages) * _SHARE)
    return frozenset(
        key
        for key, found in places.items()
        if len(found) >= needed and inside[key[1]] <= 1 and _level(found) and _apart(found, len(pages), pitch)
    )


def _like(line: Line) -> str:
    """The line with its numbers made alike."""
    return _DIGITS.sub("#", " ".join(line.text.split())).casefold()


def _gaps(lines: Sequence[Line], *, bottom: bool) -> list[float]:
    """The widest step between the line, or one nearer the words, and the next towards the middle of the page."""
    order = lines[::-1] if bottom else lines
    steps = [abs(one.y - other.y) for one, other in pairwise(order[: _EDGE + 1])]
    return [max(steps[index:], default=0.0) for index in range(len(order))]


def _level(found: Sequence[tuple[Line, float]]) -> bool:
    middle = median(line.y for line, _ in found)
    near = sum(abs(line.y - middle) <= line.size for line, _ in found)
    return near >= len(found) * _NUMBERED


def _apart(found: Sequence[tuple[Line, float]], pages: int, pitch: float) -> bool:
    return pages > _FEW or all(gap > pitch * _APART for _, gap in found)


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    steps = [
        round(one.y - other.y, 1) for lines in pages for one, other in pairwise(lines) if one.y - other.y > 1
    ]
    return Counter(steps).most_common(1)[0][0] if steps else 0.0


def _without_lone_number(lines: list[Line], taken: _Taken) -> list[Line]:
    """A page alone, without the number at its foot or head."""
    pitch = _pitch([lines])
    for index, beside in ((-1, -2), (0, 1)):
        numbered = len(lines) > 2 and _PAGE_NUMBER.fullmatch(lines[index].text.strip())
        if numbered and abs(lines[index].y - lines[beside].y) > pitch * _APART:
            taken.heads[_shown(lines[index].text)] += 1
            del lines[index]
    return lines


def _without_numbers(lines: list[Line], taken: _Taken) -> list[Line]:
    """Without the numbers of lines in the margin: on every line, or on every fifth."""
    found = [_LINE_NUMBER.match(line.pieces[0].text) for line in lines]
    each = [int(number[1]) for number in found if number]
    alone = [int(line.pieces[0].text) for line in lines if _is_number(line)]
    steps = [other - one for one, other in pairwise(each)]
    if (
        len(each) >= max(5, len(lines) * _NUMBERED)
        and sum(step == 1 for step in steps) >= len(steps) * _NUMBERED
    ):
        chosen = [number is not None for number in found]
    elif (
        len(alone) >= 3
        and all(step == 5 for step in (b - a for a, b in pairwise(alone)))
        and alone[0] % 5 == 0
    ):
        chosen = [_is_number(line) for line in lines]
    else:
        return lines
    taken.line_numbers += sum(chosen)
    cut = [_cut(line) if number else line for line, number in zip(lines, chosen, strict=True)]
    return [line for line in cut if line is not None]


def _is_number(line: Line) -> bool:
    text = line.pieces[0].text
    return text.isascii() and text.isdigit() and len(text) < 6


def _cut(line: Line) -> Line | None:
    """The line from behind its number; None where nothing else stands on it."""
    first = line.pieces[0]
    found = _LINE_NUMBER.match(first.text)
    end = found.end() if found else 0
    if end >= len(first.text):
        return line_of(line.page, line.pieces[1:]) if len(line.pieces) > 1 else None
    room = (first.x1 - first.x0) * end / len(first.text)
    words = replace(first, x0=first.x0 + room, text=first.text[end:], lead=max(0, first.lead - end))
    return line_of(line.page, (words, *line.pieces[1:]))


def _without_footnotes(pages: list[list[Line]], taken: _Taken) -> list[list[Line]]:
    """Without the small lines at the foot of a page that open with a number or a star."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    if not sizes:
        return pages
    body = sizes.most_common(1)[0][0]
    kept = []
    for lines in pages:
        first = len(lines)
        while first > (len(lines) + 1) // 2 and lines[first - 1].size <= body * _SMALL:
            first -= 1
        while first < len(lines) and not _FOOTNOTE.match(lines[first].text):
            first += 1
        taken.footnotes += len(lines) - first
        kept.append(lines[:first])
    return kept


def _shown(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()))[:60]


def _notes(taken: _Taken) -> tuple[str, ...]:
    notes = []
    if taken.heads:
        named = ", ".join(f'"{text}" ({count})' for text, count in taken.heads.most_common(_MOST_NAMED))
        more = len(taken.heads) - _MOST_NAMED
        others = f" and {more} more" if more > 0 else ""
        notes.append(f"Running heads and page numbers were left out: {named}{others}.")
    if taken.line_numbers:
        notes.append(f"{taken.line_numbers} line number(s) in the margin were left out.")
    if taken.footnotes:
        notes.append(f"{taken.footnotes} line(s) of footnotes were left out.")
    return tuple(notes)
