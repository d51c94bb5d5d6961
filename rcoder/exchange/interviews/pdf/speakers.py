"""A column of speakers beside a column of words, as tables and hanging labels are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rcoder.exchange.interviews.labels import tidy
from rcoder.exchange.interviews.pdf.columns import BESIDE, LEFT, Flow
from rcoder.exchange.interviews.pdf.gutters import Gutter, gutter_of
from rcoder.exchange.interviews.pdf.lines import Line, lines_of
from rcoder.exchange.interviews.stamps import ALONE
from rcoder.exchange.interviews.table import is_heading, is_voices

_FEWEST = 4
"""Labels, without which there is no column of them."""
_SHARE = 0.02
"""Labels to lines, at least."""
_NARROW = 0.4
"""Share of the width that a column of speakers takes at most."""
_STEP = 1.15
"""How much wider than from line to line the step to another row of the table is."""


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    asides: tuple[str, ...]
    """Times and numbers beside the name."""
    line: Line

    @property
    def shown(self) -> str:
        return "\t".join([*self.asides, self.name])


@dataclass(frozen=True, slots=True)
class _Sides:
    labels: list[_Label]
    right: list[Line]
    across: list[Line]


def beside_speakers(pages: Sequence[Sequence[Line]]) -> list[list[Flow]] | None:
    """The lines of each page with their speakers from the column beside; None where there is no such column."""
    pieces = [piece for lines in pages for line in lines for piece in line.pieces]
    gutter = gutter_of(pieces)
    if gutter is None or not _is_narrow(gutter):
        return None
    found = [_sides(lines, gutter) for lines in pages]
    sides = [_Sides(_whole(each.labels), each.right, each.across) for each in found]
    names = [
        label.name
        for each in sides
        for label in each.labels
        if label.name and not is_heading(label.name.split())
    ]
    lines, across = sum(map(len, pages)), sum(len(each.across) for each in sides)
    if len(names) < max(_FEWEST, lines * _SHARE, across) or not is_voices(names):
        return None
    step = _step([each.right for each in sides])
    return [_flows(each, step) for each in sides]


def _is_narrow(gutter: Gutter) -> bool:
    left, right = min(piece.x0 for piece in gutter.left), max(piece.x1 for piece in gutter.right)
    return max(piece.x1 for piece in gutter.left) - left < (right - left) * _NARROW


def _sides(lines: Sequence[Line], gutter: Gutter) -> _Sides:
    page = lines[0].page if lines else 0
    across = [line for line in lines if gutter.crossed_by(line)]
    inside = [piece for line in lines if not gutter.crossed_by(line) for piece in line.pieces]
    left, right = (lines_of(page, side) for side in gutter.parted(inside))
    return _Sides([_label(line) for line in left], right, across)


def _label(line: Line) -> _Label:
    texts = [piece.text for piece in line.pieces]
    asides = [text for text in texts if ALONE.fullmatch(text) or text.rstrip(".").isdigit()]
    names = " ".join(text for text in texts if text not in asides)
    return _Label(tidy(names.rstrip(": ")), tuple(asides), line)


def _whole(labels: Sequence[_Label]) -> list[_Label]:
    """The labels with names that take two lines made one."""
    whole: list[_Label] = []
    for label in labels:
        last = whole[-1] if whole else None
        near = last is not None and last.line.y - label.line.y < 2 * label.line.size
        if last is not None and near and not label.asides and _goes_on(last.name, label.name):
            whole[-1] = _Label(f"{last.name} {label.name}", last.asides, last.line)
        else:
            whole.append(label)
    return whole


def _goes_on(name: str, rest: str) -> bool:
    """Whether a name is not at its end: a bracket is open, or what follows is no beginning."""
    unclosed = name.count("(") > name.count(")")
    return bool(rest) and (
        unclosed or name.endswith(("-", ",", "/", "&", " og")) or rest[0].islower() or rest[0] == "("
    )


def _step(pages: Sequence[Sequence[Line]]) -> float:
    steps = Counter(round(one.y - other.y, 1) for lines in pages for one, other in pairwise(lines))
    return steps.most_common(1)[0][0] if steps else 0.0


def _flows(sides: _Sides, step: float) -> list[Flow]:
    """The words of each row behind its label; what stands in no row is where it is."""
    flows = [(line.y, 0, Flow(line, LEFT, starts=True)) for line in sides.across]
    used: set[float] = set()
    for block in _blocks(sides.right, step):
        top, foot = block[0].y + step / 2, block[-1].y - step / 2
        labels = [each for each in sides.labels if foot <= each.line.y <= top and each.line.y not in used]
        for index, line in enumerate(block):
            label = _of(line, index, labels, step)
            if label:
                used.add(label.line.y)
                labels = [each for each in labels if each is not label]
            flows.append((line.y, 1, Flow(line, BESIDE, label.shown if label else "", starts=index == 0)))
    alone = [label for label in sides.labels if label.line.y not in used]
    flows += [(each.line.y, 0, Flow(each.line, LEFT, starts=True, instead=each.shown)) for each in alone]
    return [flow for _, _, flow in sorted(flows, key=lambda each: (-each[0], each[1]))]


def _blocks(lines: Sequence[Line], step: float) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and blocks[-1][-1].y - line.y <= step * _STEP + 0.5:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _of(line: Line, index: int, labels: Sequence[_Label], step: float) -> _Label | None:
    """The label that the line begins with: the only one of the block, or the one on its height."""
    if len(labels) == 1 and index == 0:
        return labels[0] if labels[0].name else None
    return next((each for each in labels if each.name and abs(each.line.y - line.y) < step / 3), None)
