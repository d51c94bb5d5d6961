"""A course as lines: when and who, what was done, and why."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.history import History, HistoryLine
from rcoder.domain.passage import Passage
from rcoder.domain.times import to_the_minute
from rcoder.ui.configuring.one_row import row_of
from rcoder.ui.widgets.lines import Line, Piece

MANY = 8
"""Lines below an entry that is folded at first."""
EMPTY = "The journal says nothing of it. esc goes back."


def course_lines(history: History, width: int, *, latest_first: bool = False) -> Iterator[Line]:
    """Every entry with what it did; ids are "entry:seq" and "told:seq:number"."""
    for each in reversed(history.lines) if latest_first else history.lines:
        yield from _entry(each, width)


def folded(history: History) -> set[str]:
    """The entries that begin folded: those that did a great deal."""
    return {f"entry:{each.seq}" for each in history.lines if _details(each) > MANY}


def _details(line: HistoryLine) -> int:
    """How many lines stand below an entry."""
    return len(line.told) - (not line.within)


def passage_at(history: History, row: str) -> Passage | None:
    """The passage that a line names; on an entry the only one it names."""
    subject, _, rest = row.partition(":")
    seq, _, number = rest.partition(":")
    line = next((each for each in history.lines if str(each.seq) == seq), None)
    if line is None:
        return None
    if subject == "told" and number.isdigit():
        return line.told[int(number)].passage
    found = [each.passage for each in line.told if each.passage is not None]
    return found[0] if len(found) == 1 else None


def _entry(line: HistoryLine, width: int) -> Iterator[Line]:
    tone = "-gone" if line.taken_back else "-muted" if line.hidden else ""
    when = to_the_minute(line.at)
    right = f"taken back {line.taken_back[:10]}" if line.taken_back else ""
    head: list[Piece] = [(f"{when}  ", "-muted"), (f"{line.coder}  ", "-strong")]
    words = line.within or line.told[0].words
    yield from row_of(
        f"entry:{line.seq}", head, words, width, tone=tone, right=right, hang=4, folds=_details(line) > 0
    )
    if line.why:
        yield from row_of(
            f"entry:{line.seq}#w", [("    ", "")], f"because {line.why}", width, tone="-muted", goes_on=True
        )
    for number, each in enumerate(line.told):
        if number or line.within:
            yield from row_of(
                f"told:{line.seq}:{number}", [("  ", "")], each.words, width, tone=tone, hang=4, depth=1
            )
