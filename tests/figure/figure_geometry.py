"""What a looker would call a fault in a layout, found by arithmetic."""

from __future__ import annotations

from itertools import combinations, pairwise

from rcoder.figure.measures import SMALL
from rcoder.figure.placed import PlacedTie, Rect, Sheet
from rcoder.figure.text import advance

Segment = tuple[tuple[float, float], tuple[float, float]]


def overlaps(one: Rect, other: Rect, apart: float = 0.0) -> bool:
    return (
        one.x < other.right + apart
        and other.x < one.right + apart
        and one.y < other.bottom + apart
        and other.y < one.bottom + apart
    )


def samples(placed: PlacedTie, step: float = 2.0) -> list[tuple[float, float]]:
    found = []
    for (x1, y1), (x2, y2) in pairwise(placed.points):
        count = max(int(max(abs(x2 - x1), abs(y2 - y1)) / step), 1)
        found += [(x1 + (x2 - x1) * n / count, y1 + (y2 - y1) * n / count) for n in range(count + 1)]
    return found


def strictly_inside(point: tuple[float, float], rect: Rect, slack: float = 0.0) -> bool:
    return rect.x - slack < point[0] < rect.right + slack and rect.y - slack < point[1] < rect.bottom + slack


def on_border(point: tuple[float, float], rect: Rect) -> bool:
    x, y = point
    beside = abs(x - rect.x) < 0.01 or abs(x - rect.right) < 0.01
    level = abs(y - rect.y) < 0.01 or abs(y - rect.bottom) < 0.01
    return (beside and rect.y <= y <= rect.bottom) or (level and rect.x <= x <= rect.right)


def segments(placed: PlacedTie) -> list[Segment]:
    return list(pairwise(placed.points))


def name_rects(placed: PlacedTie) -> list[Rect]:
    found = []
    for name in placed.names:
        width = advance(name.text, SMALL - 1)
        found.append(Rect(name.at[0] - width / 2, name.at[1] - 5, width, 10))
    return found


def crossings(sheet: Sheet) -> int:
    return sum(
        _crosses(a, b)
        for one, other in combinations(sheet.ties, 2)
        for a in segments(one)
        for b in segments(other)
    )


def _crosses(one: Segment, other: Segment) -> bool:
    (x1, y1), (x2, y2) = one
    (x3, y3), (x4, _) = other
    if (x1 == x2) == (x3 == x4):
        return False
    if x1 != x2:
        return _crosses(other, one)
    return min(x3, x4) < x1 < max(x3, x4) and min(y1, y2) < y3 < max(y1, y2)


def lying_upon_each_other(sheet: Sheet, apart: float = 3.5) -> list[tuple[str, str]]:
    """Pairs of arrows with parallel pieces so near each other that they read as one line."""
    found = []
    for one, other in combinations(sheet.ties, 2):
        for (x1, y1), (x2, y2) in segments(one):
            for (x3, y3), (x4, y4) in segments(other):
                upright = (
                    x1 == x2
                    and x3 == x4
                    and abs(x1 - x3) < apart
                    and min(max(y1, y2), max(y3, y4)) - max(min(y1, y2), min(y3, y4)) > 1
                )
                level = (
                    y1 == y2
                    and y3 == y4
                    and abs(y1 - y3) < apart
                    and min(max(x1, x2), max(x3, x4)) - max(min(x1, x2), min(x3, x4)) > 1
                )
                if upright or level:
                    found.append((name(one), name(other)))
    return found


def seems_to_go_on(sheet: Sheet) -> list[tuple[str, str]]:
    """Pairs where one arrow turns off a level at which another goes on a little further: the eye takes the wrong one."""
    found = []
    for one, other in combinations(sheet.ties, 2):
        for (x1, y1), (x2, y2) in segments(one):
            for (x3, y3), (x4, y4) in segments(other):
                if y1 == y2 and y3 == y4 and abs(y1 - y3) < 3.5:
                    gap = max(min(x1, x2), min(x3, x4)) - min(max(x1, x2), max(x3, x4))
                    if 0 <= gap < 60:
                        found.append((name(one), name(other)))
    return found


def jogs(sheet: Sheet, below: float = 8.0) -> list[str]:
    return [
        name(placed)
        for placed in sheet.ties
        for (x1, y1), (x2, y2) in segments(placed)[1:-1]
        if abs(x2 - x1) + abs(y2 - y1) < below
    ]


def name(placed: PlacedTie) -> str:
    return f"{placed.tie.source}>{placed.tie.target}"


def faults(sheet: Sheet) -> list[str]:
    """Everything that touches what it must not."""
    found = []
    rects = {each.name: each.rect for each in sheet.boxes}
    headings = [rect for _, rect in (*sheet.headings, *sheet.halves)]
    for one, other in combinations(sheet.boxes, 2):
        if overlaps(one.rect, other.rect, 4):
            found.append(f"boxes {one.name} {other.name}")
    for each in sheet.boxes:
        found += [f"heading {each.box.id}" for heading in headings if overlaps(each.rect, heading)]
        if (
            each.rect.x < 0
            or each.rect.y < 0
            or each.rect.right > sheet.width
            or each.rect.bottom > sheet.height
        ):
            found.append(f"box off the sheet {each.box.id}")
    furniture: list[tuple[str, Rect]] = []
    for placed in sheet.ties:
        mine = name(placed)
        source, target = rects[placed.tie.source], rects[placed.tie.target]
        if not on_border(placed.points[0], source) or not on_border(placed.points[-1], target):
            found.append(f"ends {mine}")
        for point in samples(placed):
            hit = [box for box, rect in rects.items() if strictly_inside(point, rect)]
            if hit or any(strictly_inside(point, heading) for heading in headings):
                found.append(f"through {mine} {hit}")
                break
            if not (0 <= point[0] <= sheet.width and 0 <= point[1] <= sheet.height):
                found.append(f"off {mine}")
                break
        carried = ([placed.badge] if placed.badge else []) + name_rects(placed)
        furniture += [(mine, rect) for rect in carried]
    for (one, rect), (other, also) in combinations(furniture, 2):
        if overlaps(rect, also):
            found.append(f"badges {one} {other}")
    for mine, rect in furniture:
        found += [f"badge {mine} on box {box}" for box, other in rects.items() if overlaps(rect, other)]
        found += [
            f"badge {mine} on line {name(placed)}"
            for placed in sheet.ties
            if name(placed) != mine and any(strictly_inside(point, rect, 1) for point in samples(placed))
        ]
    return found
