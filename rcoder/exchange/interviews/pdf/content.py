"""What a page shows and where: the operators of its content, as ISO 32000 has them, text alone.

Runs in the worker process. Positions are in points from the lower left corner of the page as it is read.
"""

from __future__ import annotations

import math
from copy import copy
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from rcoder.exchange.interviews.pdf.fonts import Letters

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

MOST_RUNS = 10_000
"""Stretches of text on one page."""
MOST_FORMS = 500
"""Forms drawn on one page."""
DEEPEST_FORM = 12
DEEPEST_STATE = 200

_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FARTHEST_BACK = 0.4
_WORD_GAP = (0.1, 0.2)
"""Least and greatest gap between words, in ems; within these half a blank of the font."""
_ONE_RUN = 0.6
"""Ems of a gap beyond which another stretch begins."""
_CLINGING = ("-", "\u00ad", ".", ",", ";", ":", "!", "?", ")")
"""What stands close to the word before it even in lines drawn wide."""


class TooMuch(Exception):
    """A page holds more than any page of an interview."""


@dataclass(slots=True)
class Run:
    """Letters set side by side."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    bold: bool
    artifact: bool
    """The file says that it is no content: a running head, a page number."""
    turn: int
    """Quarter turns to the left; -1 for any other angle."""
    apart: bool = False
    """A gap as wide as a blank stands before it."""


@dataclass(slots=True)
class _State:
    ctm: Matrix = _UNIT
    font: Letters | None = None
    size: float = 0.0
    between: float = 0.0
    words: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Marked:
    artifact: bool
    instead: str | None
    """What the file says that the letters stand for."""
    first: int
    """How many runs there were before."""


@dataclass(slots=True)
class Page:
    """Walks the operators of one page."""

    runs: list[Run] = field(default_factory=list)
    images: bool = False
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _text: Matrix = _UNIT
    _line: Matrix = _UNIT
    _marked: list[_Marked] = field(default_factory=list)
    _fonts: dict[int, Letters | None] = field(default_factory=dict)
    _forms: int = 0

    def show(self, content: Any, resources: Any, depth: int = 0) -> None:
        """Follow the operators of a page's content or of a form."""
        open_states, open_marks = len(self._stack), len(self._marked)
        for operands, operator in content.operations:
            self._do(operator, operands, resources, depth)
        del self._stack[open_states:]
        while len(self._marked) > open_marks:
            self._end_mark()

    def _do(self, operator: bytes, operands: Any, resources: Any, depth: int) -> None:
        if operator in _SHOWING:
            self._show_text(operator, operands)
        elif operator in _MOVING:
            self._move(operator, _numbers(operands))
        elif operator in _SETTING:
            self._set(_SETTING[operator], _numbers(operands))
        elif operator == b"Tf" and len(operands) >= 2:
            self._set_font(operands, resources)
        elif operator in {b"q", b"Q", b"cm"}:
            self._graphics(operator, _numbers(operands))
        elif operator in {b"BMC", b"BDC"}:
            self._begin_mark(operands, resources)
        elif operator == b"EMC":
            self._end_mark()
        elif operator == b"Do":
            self._draw(operands[0] if operands else None, resources, depth)
        self.images = self.images or operator == b"INLINE IMAGE"

    def _set(self, name: str, numbers: list[float]) -> None:
        if numbers:
            setattr(self._state, name, numbers[-1] / 100 if name == "scale" else numbers[-1])

    def _graphics(self, operator: bytes, numbers: list[float]) -> None:
        if operator == b"q":
            if len(self._stack) >= DEEPEST_STATE:
                raise TooMuch
            self._stack.append(copy(self._state))
        elif operator == b"Q":
            self._state = self._stack.pop() if self._stack else self._state
        elif len(numbers) == 6:
            self._state.ctm = _times(_matrix(numbers), self._state.ctm)

    def _move(self, operator: bytes, numbers: list[float]) -> None:
        if operator == b"BT":
            self._text = self._line = _UNIT
        elif operator == b"Tm":
            if len(numbers) == 6:
                self._text = self._line = _matrix(numbers)
        elif operator == b"T*":
            self._next_line(0.0, -self._state.leading)
        elif len(numbers) == 2:
            if operator == b"TD":
                self._state.leading = -numbers[1]
            self._next_line(numbers[0], numbers[1])

    def _next_line(self, across: float, up: float) -> None:
        self._text = self._line = _times((1.0, 0.0, 0.0, 1.0, across, up), self._line)

    def _set_font(self, operands: Any, resources: Any) -> None:
        fonts = _under(resources, "/Font")
        resource = _under(fonts, operands[0])
        key = id(resource)
        if resource is not None and key not in self._fonts:
            self._fonts[key] = Letters(resource)
        self._state.font = self._fonts.get(key)
        self._state.size = next(iter(_numbers(operands[1:2])), self._state.size)

    def _show_text(self, operator: bytes, operands: Any) -> None:
        if operator in {b"'", b'"'}:
            if operator == b'"' and len(numbers := _numbers(operands[:2])) == 2:
                self._state.words, self._state.between = numbers
            self._next_line(0.0, -self._state.leading)
        shown = operands[-1:] if operator != b"TJ" else operands[0] if operands else []
        for piece in shown if isinstance(shown, list) else []:
            if isinstance(piece, bytes):
                self._show_bytes(piece)
            elif isinstance(piece, str):
                self._show_bytes(piece.encode("latin-1", "replace"))
            elif isinstance(piece, int | float):
                self._advance(-float(piece) / 1000 * self._state.size * self._state.scale)

    def _advance(self, across: float) -> None:
        self._text = _times((1.0, 0.0, 0.0, 1.0, across, 0.0), self._text)

    def _show_bytes(self, content: bytes) -> None:
        state = self._state
        if state.font is None or not content:
            return
        start = self._place()
        letters = state.font.read(content)
        across = 0.0
        for letter, wide in letters:
            across += wide * state.size + state.between
            if letter == " " and not state.font.wide_codes:
                across += state.words
        self._advance(across * state.scale)
        self._add("".join(letter for letter, _ in letters), start, self._place(), state.font)

    def _place(self) -> Matrix:
        return _times((1.0, 0.0, 0.0, 1.0, 0.0, self._state.rise), _times(self._text, self._state.ctm))

    def _add(self, text: str, start: Matrix, end: Matrix, font: Letters) -> None:
        turn = _turn_of(start)
        x0, y = _upright(start[4], start[5], turn)
        x1, _ = _upright(end[4], end[5], turn)
        size = abs(self._state.size) * math.hypot(start[2], start[3])
        if not size or not all(map(math.isfinite, (x0, x1, y, size))):
            return
        artifact = any(each.artifact for each in self._marked)
        run = Run(min(x0, x1), max(x0, x1), y, size, text, font.bold, artifact, turn)
        last = self.runs[-1] if self.runs and not self._just_marked() else None
        if last is not None and _follows(last, run):
            gap = run.x0 - last.x1
            narrow = max(_WORD_GAP[0], min(_WORD_GAP[1], font.blank / 2)) * size
            run.apart = gap > narrow * (2 if text.startswith(_CLINGING) else 1)
            if not run.apart:
                last.text += text
                last.x1 = max(last.x1, run.x1)
                return
        if len(self.runs) >= MOST_RUNS:
            raise TooMuch
        self.runs.append(run)

    def _just_marked(self) -> bool:
        return any(each.instead is not None and each.first == len(self.runs) for each in self._marked)

    def _begin_mark(self, operands: Any, resources: Any) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            properties = _under(_under(resources, "/Properties"), properties)
        instead = _under(properties, "/ActualText")
        if len(self._marked) >= DEEPEST_STATE:
            raise TooMuch
        artifact = bool(operands) and str(operands[0]) == "/Artifact"
        self._marked.append(_Marked(artifact, _words(instead), len(self.runs)))

    def _end_mark(self) -> None:
        if not self._marked:
            return
        mark = self._marked.pop()
        shown = self.runs[mark.first :]
        if mark.instead is None or not shown:
            return
        if any(abs(run.y - shown[0].y) > shown[0].size / 2 for run in shown):
            return
        if not mark.instead.strip("\u00ad"):
            if not "".join(run.text for run in shown).strip():
                del self.runs[mark.first :]
            return
        del self.runs[mark.first + 1 :]
        shown[0].x1 = max(run.x1 for run in shown)
        shown[0].text = mark.instead

    def _draw(self, name: Any, resources: Any, depth: int) -> None:
        form = _under(_under(resources, "/XObject"), name)
        if _under(form, "/Subtype") == "/Image":
            self.images = True
        if _under(form, "/Subtype") != "/Form":
            return
        self._forms += 1
        if self._forms > MOST_FORMS or depth >= DEEPEST_FORM:
            raise TooMuch
        from pypdf.generic import ContentStream

        kept = copy(self._state), self._text, self._line
        numbers = _numbers(_under(form, "/Matrix") or [])
        if len(numbers) == 6:
            self._state.ctm = _times(_matrix(numbers), self._state.ctm)
        self.show(ContentStream(form, None, "bytes"), _under(form, "/Resources") or resources, depth + 1)
        self._state, self._text, self._line = kept


_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_MOVING = frozenset({b"BT", b"Tm", b"T*", b"Td", b"TD"})
_SETTING = {b"Tc": "between", b"Tw": "words", b"TL": "leading", b"Ts": "rise", b"Tz": "scale"}


def _follows(last: Run, run: Run) -> bool:
    """Whether a stretch goes on with the one before."""
    if last.turn != run.turn or last.artifact != run.artifact or last.bold != run.bold:
        return False
    if abs(last.y - run.y) > 0.05 * run.size or abs(last.size - run.size) > 0.05 * run.size:
        return False
    return -_FARTHEST_BACK * run.size < run.x0 - last.x1 < _ONE_RUN * run.size


def _under(holder: Any, name: Any) -> Any:
    """What stands under a name in a dictionary of the file; None where there is none."""
    found: Any = holder.get(name) if isinstance(holder, dict) else None
    return found.get_object() if hasattr(found, "get_object") else found


def _numbers(operands: Any) -> list[float]:
    if not isinstance(operands, list):
        return []
    return [float(each) for each in operands if isinstance(each, int | float)]


def _matrix(numbers: list[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _turn_of(matrix: Matrix) -> int:
    """Quarter turns of the baseline to the left; -1 for any other angle."""
    across, up = matrix[0], matrix[1]
    if abs(up) <= abs(across) * 0.05:
        return 0 if across >= 0 else 2
    if abs(across) <= abs(up) * 0.05:
        return 1 if up > 0 else 3
    return -1


def _upright(x: float, y: float, turn: int) -> tuple[float, float]:
    """The place with the page turned so that the baseline runs to the right."""
    return {1: (y, -x), 2: (-x, -y), 3: (-y, x)}.get(turn, (x, y))


def _words(value: Any) -> str | None:
    if isinstance(value, bytes):
        return value.decode("utf-16" if value[:2] in {b"\xfe\xff", b"\xff\xfe"} else "latin-1", "replace")
    return str(value) if isinstance(value, str) else None
