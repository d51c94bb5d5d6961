"""The legend: every sign of the figure with its meaning, the denominator, and what is not counted."""

from __future__ import annotations

from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.theory import Arrow, ArrowState, ChangeTheory
from rcoder.domain.words import Effect, Stance
from rcoder.figure.elements import element, rect, words
from rcoder.figure.measures import MARGIN, SMALL
from rcoder.figure.strokes import INK, PAPER, dots, head, line, points_along, stroke, trimmed
from rcoder.figure.text import advance, wrap
from rcoder.figure.wording import LEGEND, NOT_COUNTED, SAYS, denominator

SIZE = 11.0
ROW = 21.0
SAMPLE = 82.0


def _arrow(effect: Effect, state: ArrowState) -> Arrow:
    return Arrow("", "", "", effect, state)


def _line(arrow: Arrow | None) -> str:
    points = [(0.0, 0.0), (52.0, 0.0)]
    return line(trimmed(points, arrow), stroke(arrow)) + (head(points, arrow) if arrow else dots(points))


def _back(arrow: Arrow) -> str:
    points = [(76.0, 0.0), (0.0, 0.0)]
    look = stroke(arrow)
    return line(trimmed(points, arrow), look) + points_along(points, look.colour) + head(points, arrow)


def _badge(text: str) -> str:
    width = advance(text, SMALL) + 8
    return rect(0, -7.5, width, 15, rx=4, fill=PAPER, stroke=INK) + words(text, (4, 3.5), SMALL)


def _samples() -> list[tuple[str, str]]:
    promotes, hinders, conditions = Effect.PROMOTES, Effect.HINDERS, Effect.CONDITIONS
    accepted = ArrowState.ACCEPTED
    new = rect(0, -8, 46, 16, rx=4, fill="#efe6f6", stroke="#6a3d92", stroke_width=2, stroke_dasharray="3 3")
    name = words("M9", (4, 3.4), SMALL - 1, fill="#3c4650", italic=True)
    return [
        ("accepted", _line(_arrow(promotes, accepted))),
        ("draft", _line(_arrow(promotes, ArrowState.DRAFT))),
        ("initial", _line(_arrow(promotes, ArrowState.INITIAL))),
        ("hinders", _line(_arrow(hinders, accepted))),
        ("conditions", _line(_arrow(conditions, accepted))),
        ("membership", _line(None)),
        ("back", _back(_arrow(promotes, accepted))),
        ("names", name),
        ("new", new),
        ("supports", _badge(f"{STANCE_SIGNS[Stance.SUPPORTS]}5 · 3/N")),
        ("contradicts", _badge(f"{STANCE_SIGNS[Stance.CONTRADICTS]}1 · 1/N")),
        ("refines", _badge(f"{STANCE_SIGNS[Stance.REFINES]}2 · 1/N")),
        ("further", _badge("3/N+1")),
    ]


def draw_legend(theory: ChangeTheory, width: float, language: str) -> tuple[str, float]:
    """The legend's drawing and its height."""
    entries = [(sample, SAYS[key].say(language)) for key, sample in _samples()]
    wide = max(advance(text, SIZE) for _, text in entries) + SAMPLE + 24
    across = max(int((width - 2 * MARGIN) // wide), 1)
    down = -(-len(entries) // across)
    said = [
        element("path", d=f"M{MARGIN:g} 6H{width - MARGIN:g}", stroke="#c9ced6"),
        words(LEGEND.say(language), (MARGIN, 26), SIZE, bold=True),
    ]
    for place, (sample, text) in enumerate(entries):
        x, y = MARGIN + (place // down) * wide, 46 + (place % down) * ROW
        said.append(element("g", sample, transform=f"translate({x:g} {y:g})"))
        said.append(words(text, (x + SAMPLE, y + 4), SIZE))
    counts = theory.denominator
    of = denominator(counts.coded, counts.not_yet_coded, counts.no_interview, language)
    at = 50 + down * ROW
    for part in (
        *wrap(of, width - 2 * MARGIN, SIZE),
        *wrap(NOT_COUNTED.say(language), width - 2 * MARGIN, SIZE),
    ):
        said.append(words(part, (MARGIN, at), SIZE))
        at += 16
    return "".join(said), at + 8
