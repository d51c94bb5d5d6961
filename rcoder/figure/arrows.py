"""The arrows of the drawing: line, head, badge, and the names of their far ends."""

from __future__ import annotations

from rcoder.domain.theory import Arrow, ArrowState
from rcoder.domain.theory_difference import Sort
from rcoder.figure.elements import element, rect, words
from rcoder.figure.marked import MarkedArrow
from rcoder.figure.measures import BADGE_LINE, BADGE_PADDING, SMALL
from rcoder.figure.palette import PAPER, QUIET
from rcoder.figure.placed import Name, PlacedTie
from rcoder.figure.plan import runs_back
from rcoder.figure.strokes import dots, head, line, path, points_along, stroke, trimmed
from rcoder.figure.text import advance, label, markup
from rcoder.figure.titles import arrow_title, slug


def weight(placed: PlacedTie) -> int:
    """Where it stands in the order of drawing: arrows with evidence last, so that they stay whole where others cross them."""
    arrow = placed.tie.arrow
    if isinstance(arrow, MarkedArrow):
        return (Sort.KEPT, Sort.DROPPED, Sort.CHANGED, Sort.NEW).index(arrow.sort)
    return 0 if arrow is None or arrow.state is ArrowState.INITIAL else 1


def _name(name: Name) -> str:
    width = advance(name.text, SMALL - 1) + 3
    x, y = name.at
    ground = rect(x - width / 2, y - 5, width, 10, class_="halo", fill=PAPER)
    return ground + words(label(name.text), (x, y + 3.2), SMALL - 1, anchor="middle", fill=QUIET, italic=True)


def _badge(placed: PlacedTie) -> str:
    place = placed.badge
    if place is None:
        return ""
    edge = stroke(placed.tie.arrow).colour
    where = (place.x, place.y, place.width, place.height)
    ground = rect(*where, class_="badge", rx=4, fill=PAPER, stroke=edge, stroke_width=1)
    lines = (
        words(text, (place.x + BADGE_PADDING, place.y + 10.8 + number * BADGE_LINE), SMALL)
        for number, text in enumerate(placed.badge_lines)
    )
    return ground + "".join(lines)


def draw_arrow(placed: PlacedTie, names: dict[str, str], language: str, prefix: str) -> str:
    """An arrow as a group that can be reached and opened, or a membership's plain line; `prefix` stands before its id."""
    arrow = placed.tie.arrow
    look = stroke(arrow)
    ends = trimmed(placed.points, arrow)
    halo = element(
        "path", class_="halo", d=path(placed.points), fill="none", stroke=PAPER, stroke_width=look.width + 4.4
    )
    drawn = halo + line(ends, look)
    if arrow is None:
        ends_at = {"data_source": placed.tie.source, "data_target": placed.tie.target}
        return element("g", drawn, dots(placed.points), class_="membership", **ends_at)
    touched = element(
        "path", class_="touch", d=path(ends), fill="none", stroke="#000", stroke_opacity=0, stroke_width=9
    )
    return element(
        "g",
        element("title", markup(arrow_title(arrow, names, language))),
        drawn,
        points_along(placed.points, look.colour) if runs_back(placed.tie) else "",
        *(_name(name) for name in placed.names),
        head(placed.points, arrow),
        _badge(placed),
        touched,
        **_attributes(arrow, prefix),
    )


def _attributes(arrow: Arrow, prefix: str) -> dict[str, str | float | None]:
    return {
        "class_": "arrow",
        "id": f"{prefix}arrow-{slug(arrow.id)}",
        "data_arrow": arrow.id,
        "data_source": arrow.source,
        "data_target": arrow.target,
        "data_effect": arrow.effect.value,
        "data_state": arrow.state.value,
        "data_sort": arrow.sort.value if isinstance(arrow, MarkedArrow) else None,
        "data_hypotheses": " ".join(arrow.hypotheses),
        "tabindex": "0",
        "role": "button",
    }
