"""The legend: every sign that occurs in the figure with its meaning, the denominator, and what is not counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rcoder.domain.counted import cases_line
from rcoder.domain.resting import BASIS_SIGNS, gathered, rests_on
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.theory import Arrow, ArrowState, ChangeTheory, Tally
from rcoder.domain.words import Basis, Column, Effect, Stance
from rcoder.figure.boxes import shape
from rcoder.figure.elements import element, rect, words
from rcoder.figure.measures import MARGIN, SMALL
from rcoder.figure.palette import COLOURS, INK, PAPER, QUIET, RULE
from rcoder.figure.placed import Rect, Sheet
from rcoder.figure.plan import runs_back
from rcoder.figure.strokes import dots, head, line, points_along, stroke, trimmed
from rcoder.figure.text import advance, wrap
from rcoder.figure.wording import LEGEND, NOT_COUNTED, SAYS

SIZE = 11.0
ROW = 21.0
SAMPLE = 68.0
"""Room of a sign that is a line; other signs take what they need."""
APART = 26.0
"""Between two columns of entries."""
WIDEST = 380.0
"""Of an entry's words; longer ones go on in a second line."""
LEADING = 13.0


class Entry(NamedTuple):
    """A sign as it is drawn, and what it means."""

    sample: str
    text: str
    room: float = SAMPLE
    """From the sign's left edge to the words."""


# -- which signs there are -------------------------------------------------------------------------------------------


def occurring(sheet: Sheet, theory: ChangeTheory) -> set[str]:
    """Keys of the legend's entries that this figure needs."""
    ties = [placed.tie for placed in sheet.ties]
    arrows = [tie.arrow for tie in ties if tie.arrow is not None]
    found: set[str] = {arrow.state.value for arrow in arrows} | {arrow.effect.value for arrow in arrows}
    found |= {"membership"} if len(arrows) < len(ties) else set()
    found |= {"back"} if any(tie.arrow is not None and runs_back(tie) for tie in ties) else set()
    found |= {"names"} if any(placed.names for placed in sheet.ties) else set()
    found |= {"new"} if any(box.new for box in theory.boxes) else set()
    found |= {box.column.value for box in theory.boxes} & {Column.CONTEXT.value, Column.NEGATIVE.value}
    if any(arrow.effect is Effect.CONDITIONS and arrow.state is ArrowState.DRAFT for arrow in arrows):
        found.add("conditions in draft")
    for arrow in arrows:
        found |= _on_badge(arrow)
    return found


def _on_badge(arrow: Arrow) -> set[str]:
    basis = rests_on(arrow)
    found: set[str] = {basis.value} if basis in BASIS_SIGNS else set()
    if not arrow.state.counts:
        return found
    tallies = {"contradicts": arrow.contradicts, "refines": arrow.refines}
    found |= {"supports"} | {key for key, tally in tallies.items() if tally.passages}
    found |= {"further"} if any(map(_further, (arrow.supports, *tallies.values()))) else set()
    return found | ({"gathered"} if gathered(arrow) else set())


def _further(tally: Tally) -> int:
    return tally.cases_not_yet_coded + tally.cases_without_interview


# -- the samples -----------------------------------------------------------------------------------------------------


def _line(effect: Effect, state: ArrowState) -> str:
    arrow = Arrow("", "", "", effect, state)
    points = [(0.0, 0.0), (52.0, 0.0)]
    return line(trimmed(points, arrow), stroke(arrow)) + head(points, arrow)


def _membership() -> str:
    points = [(0.0, 0.0), (52.0, 0.0)]
    return line(points, stroke(None)) + dots(points)


def _back() -> str:
    arrow = Arrow("", "", "", Effect.PROMOTES, ArrowState.ACCEPTED)
    points = [(58.0, 0.0), (0.0, 0.0)]
    # The points along stand only on pieces that are long enough, so the piece they are made for is longer than the sample.
    along = points_along([(74.0, 0.0), (0.0, 0.0)], stroke(arrow).colour)
    return line(trimmed(points, arrow), stroke(arrow)) + along + head(points, arrow)


def badge_sample(text: str, colour: str = INK) -> str:
    """A badge with that text."""
    width = advance(text, SMALL) + 8
    return rect(0, -7.5, width, 15, rx=4, fill=PAPER, stroke=colour) + words(text, (4, 3.5), SMALL)


def badge_room(text: str) -> float:
    """The room of a badge with that text before an entry's words."""
    return advance(text, SMALL) + 20


def _new() -> str:
    fill, edge, _ = COLOURS[Column.MECHANISM]
    return rect(0, -7, 46, 14, rx=4, fill=fill, stroke=edge, stroke_width=2, stroke_dasharray="3 3")


def _box(column: Column) -> str:
    return shape(Rect(0, -7, 46, 14), column, stroke_width=1.4)


def _triangle() -> str:
    """The head alone: its line tells the state."""
    return head([(20.0, 0.0), (52.0, 0.0)], Arrow("", "", "", Effect.PROMOTES, ArrowState.ACCEPTED))


def _samples() -> dict[str, str]:
    """Every sign that is no badge, by the key of its words."""
    accepted = ArrowState.ACCEPTED
    return {
        **{state.value: _line(Effect.PROMOTES, state) for state in ArrowState},
        "promotes": _triangle(),
        "hinders": _line(Effect.HINDERS, accepted),
        "conditions": _line(Effect.CONDITIONS, accepted),
        "conditions in draft": _line(Effect.CONDITIONS, ArrowState.DRAFT),
        "membership": _membership(),
        "back": _back(),
        "names": words("M9", (0, 3.4), SMALL - 1, fill=QUIET, italic=True),
        "context": _box(Column.CONTEXT),
        "negative": _box(Column.NEGATIVE),
        "new": _new(),
    }


_BADGES: dict[str, str] = {
    "supports": f"{STANCE_SIGNS[Stance.SUPPORTS]}5 · 3/N",
    "contradicts": f"{STANCE_SIGNS[Stance.CONTRADICTS]}1 · 1/N",
    "refines": f"{STANCE_SIGNS[Stance.REFINES]}2 · 1/N",
    "further": "3/N+1",
    "gathered": "×3",
    "inferred": BASIS_SIGNS[Basis.INFERRED],
    "reconstructed": BASIS_SIGNS[Basis.RECONSTRUCTED],
}
"""What stands on the badges of the legend, by the key of its words."""


# -- the drawing -----------------------------------------------------------------------------------------------------


def draw_legend(sheet: Sheet, theory: ChangeTheory, width: float, language: str) -> tuple[str, float]:
    """The legend's drawing and its height."""
    found = occurring(sheet, theory)
    entries = entries_of(found, language)
    counts = theory.denominator
    cases = (
        (cases_line(counts, language),) if counts.coded or counts.not_yet_coded or counts.no_interview else ()
    )
    told = any(arrow.state.counts for arrow in theory.arrows)
    beneath = (*cases, *((NOT_COUNTED.say(language),) if told else ()))
    return legend_of(entries, beneath, width, language)


def entries_of(found: set[str], language: str) -> list[Entry]:
    """The entries with these keys, in the order of the legend."""
    entries = [Entry(drawn, SAYS[key].say(language)) for key, drawn in _samples().items() if key in found]
    return entries + [
        Entry(badge_sample(text), SAYS[key].say(language), badge_room(text))
        for key, text in _BADGES.items()
        if key in found
    ]


def sign_entries(arrows: Sequence[Arrow], language: str) -> list[Entry]:
    """The entries of what is gathered, inferred or reconstructed among these arrows."""
    found = {"gathered"} if any(map(gathered, arrows)) else set()
    found |= {basis.value for basis in map(rests_on, arrows) if basis in BASIS_SIGNS}
    return entries_of(found, language)


def legend_of(
    entries: Sequence[Entry], beneath: Sequence[str], width: float, language: str
) -> tuple[str, float]:
    """Entries in columns under the legend's heading, and sentences beneath them; with the height of it all."""
    said = [
        element("path", d=f"M{MARGIN:g} 6H{width - MARGIN:g}", stroke=RULE),
        words(LEGEND.say(language), (MARGIN, 26), SIZE, bold=True),
    ]
    at = 26.0
    if entries:
        drawn, tall = _grid(entries, width - 2 * MARGIN)
        said.append(element("g", drawn, transform=f"translate({MARGIN:g} 46)"))
        at = 42 + tall
    for sentence in beneath:
        for part in wrap(sentence, width - 2 * MARGIN, SIZE):
            at += 16
            said.append(words(part, (MARGIN, at), SIZE))
    return "".join(said), at + 14


def _grid(entries: Sequence[Entry], room: float) -> tuple[str, float]:
    """Entries column by column, as many columns as there is room for, each as wide as its own signs and words."""
    told = [_Told(each, wrap(each.text, WIDEST, SIZE)) for each in entries]
    for across in range(len(told), 0, -1):
        down = -(-len(told) // across)
        columns = [told[start : start + down] for start in range(0, len(told), down)]
        widths = [_indent(column) + max(map(_Told.wide, column)) for column in columns]
        if sum(widths) + APART * (len(columns) - 1) <= room or across == 1:
            break
    heights = [max(column[row].tall() for column in columns if row < len(column)) for row in range(down)]
    said, x = [], 0.0
    for column, wide in zip(columns, widths, strict=True):
        said += [each.drawn((x, sum(heights[:row])), _indent(column)) for row, each in enumerate(column)]
        x += wide + APART
    return "".join(said), sum(heights)


class _Told(NamedTuple):
    """An entry with its words in lines."""

    entry: Entry
    lines: tuple[str, ...]

    def wide(self) -> float:
        return max(advance(text, SIZE) for text in self.lines)

    def tall(self) -> float:
        return ROW + LEADING * (len(self.lines) - 1)

    def drawn(self, at: tuple[float, float], indent: float) -> str:
        x, y = at
        sample = element("g", self.entry.sample, transform=f"translate({x:g} {y:g})")
        return sample + "".join(
            words(text, (x + indent, y + 4 + LEADING * number), SIZE)
            for number, text in enumerate(self.lines)
        )


def _indent(column: Sequence[_Told]) -> float:
    return max(each.entry.room for each in column)
