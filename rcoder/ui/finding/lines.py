"""How hits are shown: a line each with the words in the middle, what is looked for and where, and the hit at length."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from rcoder.domain.finding import Filters, Hit, Search
from rcoder.ui.finding.state import UNIT_WORDS, WAY_WORDS, State, codes_on
from rcoder.ui.marks import shown
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.strips import Pieces

WIDE = 100
"""Cells from which there is room for who said it at length."""
MARKED = "● "
ABOUT = 3
"""Rows of a hit at length, below its heading."""


def hit_line(state: State, index: int, width: int) -> Line:
    """One hit in a line, its words in the middle column; an interviewer's is dimmed."""
    hit = state.hits[index]
    codes = codes_on(state, hit)
    right = _right(hit, codes, width)
    room = max(20, width - cell_len(right) - 3 - len(MARKED))
    left = room * 2 // 5
    dim = "-muted" if hit.interviewer else ""
    words = flat(hit.words)
    pieces: tuple[Piece, ...] = (
        (MARKED if index in state.marked else "  ", "-key"),
        (_before(flat(hit.before), left), dim),
        (words, "-interviewer-heading" if hit.interviewer else "-key"),
        (flat(hit.after), dim),
    )
    return Line(str(index), pieces, right)


def _right(hit: Hit, codes: tuple[str, ...], width: int) -> str:
    """Whose words they are and how one has coded them, as wide in every line."""
    most, coded = (26, 8) if width >= WIDE else (20, 6)
    who = " · ".join(each for each in (hit.case or hit.transcript, _voice(hit)) if each)
    code = codes[0] + ("+" if len(codes) > 1 else "") if codes else ""
    return f"{_fitted(shown(code), coded)} {_fitted(shown(flat(who)), most)}"


def _voice(hit: Hit) -> str:
    """In which role the words are said."""
    return ", ".join(hit.roles) or ("interviewer" if hit.interviewer else hit.speaker)


def _fitted(words: str, width: int) -> str:
    if cell_len(words) > width:
        return set_cell_size(words, width - 1) + "…"
    return set_cell_size(words, width)


def _before(words: str, width: int) -> str:
    """The last words, so many cells wide, at the right."""
    clean = shown(words)
    while cell_len(clean) > width:
        clean = clean[max(1, (cell_len(clean) - width) // 2) :]
    return " " * (width - cell_len(clean)) + clean


def flat(words: str) -> str:
    """Words on one line: a blank for each line end, so that nothing else moves."""
    return words.replace("\n", " ").replace("\t", " ")


@dataclass(frozen=True, slots=True)
class Chip:
    """A setting with its key: what a click on it does."""

    key: str
    words: str
    action: str
    set: bool = False
    """Whether it is another than at first."""


def chips(state: State) -> tuple[tuple[Chip, ...], tuple[Chip, ...]]:
    """How and where is looked, in two rows."""
    filters = state.search.filters
    first = (
        Chip("w", WAY_WORDS[state.search.way], "way", state.search.way is not Search("").way),
        Chip("p", f"codes {UNIT_WORDS[state.unit]}", "unit", state.unit is not State().unit),
        Chip(
            "o",
            "interviewer left out" if filters.without_interviewer else "interviewer too",
            "interviewer",
            filters.without_interviewer,
        ),
    )
    second = tuple(
        Chip(key, getattr(filters, name) or f"all {words}", action, bool(getattr(filters, name)))
        for key, name, words, action in FILTERS
    )
    if filters != Filters():
        second = (*second, Chip("X", "everywhere", "everywhere"))
    return first, second


FILTERS = (
    ("r", "role", "roles", "role"),
    ("g", "group", "groups", "group"),
    ("k", "case", "cases", "case"),
    ("i", "transcript", "interviews", "interview"),
    ("v", "speaker", "speakers", "speaker"),
)
"""Key, field, words and action of each filter."""


def chip_pieces(row: tuple[Chip, ...], *, awake: bool) -> Pieces:
    """A row of settings; their keys are lit where they are awake, and not letters of the field."""
    pieces: list[Piece] = []
    for chip in row:
        pieces += [
            (f" {chip.key} ", "-key" if awake else "-muted"),
            (f"{chip.words} ", "-strong" if chip.set else "-muted"),
        ]
    return tuple(pieces)


def chip_at(row: tuple[Chip, ...], x: int) -> Chip | None:
    """The setting at a cell of its row."""
    for chip in row:
        x -= cell_len(f" {chip.key} {shown(chip.words)} ")
        if x < 0:
            return chip
    return None


def looked_for(state: State) -> Pieces:
    """The words that were looked for, where they are others than those typed."""
    words = [each for each in state.words if each not in state.search.query.lower().split()]
    if not words:
        return ()
    shown_words = ", ".join(words[:6]) + (f" and {len(words) - 6} more" if len(words) > 6 else "")
    return ((f" also {shown_words}", "-muted"),)


def about(state: State, width: int) -> list[Pieces]:
    """The hit under the cursor at length: where it stands, who says it, and the words round it."""
    if not 0 <= state.at < len(state.hits):
        return []
    hit = state.hits[state.at]
    who = " (interviewer)" if hit.interviewer else ""
    codes = codes_on(state, hit)
    place = f"  {hit.speaker}{who} · turn {hit.turn + 1} · hit {state.at + 1}"
    coded = f" · you: {', '.join(codes)}" if codes else ""
    rows: list[Pieces] = [((f" {hit.transcript}", "-strong"), (place, "-muted"), (coded, "-key"))]
    room = max(20, width - 2)
    half = (room * ABOUT - len(hit.words)) // 2
    before, after = flat(hit.before), flat(hit.after)
    start = max(0, len(before) - max(0, half - 4))
    words = f"{'…' if start else ''}{before[start:]}\0{flat(hit.words)}\0{after}"
    lit = False
    for row in textwrap.wrap(words, room, max_lines=ABOUT, placeholder=" …", break_on_hyphens=False):
        pieces, lit = _lit(row, lit=lit)
        rows.append(pieces)
    return rows


def _lit(row: str, *, lit: bool) -> tuple[Pieces, bool]:
    """A row with what stands between NULs lit, and whether it ends within."""
    pieces: list[Piece] = [(" ", "")]
    for number, part in enumerate(row.split("\0")):
        lit = lit != bool(number)
        pieces.append((part, "-key" if lit else ""))
    return tuple(pieces), lit
