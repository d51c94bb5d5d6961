"""What the screen of passages in doubt says: pure functions from what is known to lines and rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rcoder.domain.words import Verdict
from rcoder.project.doubts import DoubtLine, Marked
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.rows import wrapped
from rcoder.ui.widgets.strips import Pieces

SIGNS = {Verdict.CHANGED: "~", Verdict.LOST: "!"}
"""What stands before a passage that waits for a decision."""
KEPT = "·"

NOTHING = (
    "No passage is in doubt: no corrected text has changed or lost one that nobody has decided on. "
    "R on the coding screen brings a corrected text in."
)


def doubt_lines(lines: Iterable[DoubtLine]) -> tuple[Line, ...]:
    """Passages under their transcripts: those that wait for a decision, and those left in an earlier text."""
    found: list[Line] = []
    transcript = ""
    for line in lines:
        if line.passage.transcript_id != transcript:
            transcript = line.passage.transcript_id
            found.append(Line(f"of:{transcript}", ((line.passage.transcript, "-strong"),), inert=True))
        found.append(doubt_line(line))
    return tuple(found)


def doubt_line(line: DoubtLine) -> Line:
    """One passage: its sign, what it is for, and whose it is where it is another's."""
    sign = SIGNS.get(line.doubt.verdict, KEPT) if line.is_open else KEPT
    tone = "" if line.mine and line.is_open else "-muted"
    pieces: tuple[Piece, ...] = (
        (f" {sign} ", "-key" if line.mine and line.is_open else "-muted"),
        (line.about, tone),
    )
    return Line(line.doubt.id, pieces, "" if line.mine else line.passage.coder)


def next_open(lines: Sequence[DoubtLine], here: str, direction: int) -> str:
    """Id of the next (1) or previous (-1) doubt that the asker may decide on, going round; "" for none."""
    ids = [each.doubt.id for each in lines]
    start = ids.index(here) if here in ids else -1
    for step in range(1, len(lines) + 1):
        each = lines[(start + direction * step) % len(lines)]
        if each.mine and each.is_open:
            return each.doubt.id
    return ""


def first_of(lines: Sequence[DoubtLine], transcript_id: str) -> str:
    """Id of the doubt to begin with: the asker's own first in that transcript, then anybody's there; "" for none."""
    there = [each for each in lines if each.passage.transcript_id == transcript_id]
    own = [each for each in there if each.mine and each.is_open]
    return next((each.doubt.id for each in (*own, *there)), "")


def waiting(lines: Iterable[DoubtLine]) -> int:
    """How many wait for the asker's decision."""
    return sum(each.mine and each.is_open for each in lines)


def about(line: DoubtLine) -> Pieces:
    """What became of the passage, what it is for, and where it stands."""
    place = line.passage
    pieces: list[Piece] = [(f" {line.words}", "-key"), (f"  {line.about}", "-strong")]
    if not line.mine:
        pieces.append((f"  {place.coder}'s, to be decided by them", "-muted"))
    if line.stray:
        pieces.append(("  stands in an earlier text only", "-muted"))
    text = f" of revision {place.revision}" if place.earlier else ""
    where = f"{place.speaker or place.transcript}, characters {place.start}–{place.end}{text}"
    pieces.append((f"  {where}", "-muted"))
    return tuple(pieces)


def marked_rows(marked: Marked, tone: str, width: int, height: int) -> list[Pieces]:
    """Words wrapped to a width, those that only this text has in an ink of their own; from where the first of them is.

    More rows than there is room for end in an ellipsis.
    """
    text = "".join(words for words, _ in marked).replace("\n", " ")
    inks = list(_inks(marked, tone))
    rows = list(wrapped(text, 0, len(text), max(10, width - 2)))
    first = next((place for place, ink in enumerate(inks) if ink), 0)
    begin = next((row for row, (_, end) in enumerate(rows) if first < end), 0)
    begin = 0 if len(rows) <= height else max(0, min(begin - 1, len(rows) - height))
    found = [((" ", ""), *_pieces(text, inks, start, end)) for start, end in rows[begin : begin + height]]
    if begin and found:
        found[0] = (("…", "-muted"), *found[0][1:])
    if begin + height < len(rows) and found:
        found[-1] = (*found[-1], ("…", "-muted"))
    return found


def _inks(marked: Marked, tone: str) -> Iterator[str]:
    for words, same in marked:
        for letter in words:
            yield "" if same or letter.isspace() else tone


def _pieces(text: str, inks: Sequence[str], start: int, end: int) -> Iterator[Piece]:
    """A row in pieces of one ink."""
    begin = start
    for place in range(start + 1, end + 1):
        if place == end or inks[place] != inks[begin]:
            yield text[begin:place], inks[begin]
            begin = place
