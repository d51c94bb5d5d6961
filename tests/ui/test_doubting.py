"""What the screen of passages in doubt says, tested without a screen."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.coding import Coding
from rcoder.domain.passage import Passage
from rcoder.domain.transcript import Doubt
from rcoder.domain.words import Decision, Verdict
from rcoder.project.doubts import DoubtLine
from rcoder.ui import doubting


def line(
    name: str,
    verdict: Verdict = Verdict.CHANGED,
    *,
    mine: bool = True,
    transcript: str = "t1",
    **more: object,
) -> DoubtLine:
    earlier = verdict is Verdict.LOST
    doubt = Doubt(name, transcript, 2, "codings", f"c{name}", "anne", verdict, 5, 9, **more)  # type: ignore[arg-type]
    passage = Passage(
        f"c{name}", transcript, f"Interview {transcript}", 5, 9, "nu", None, "", None, "METTE", (), False,
        "anne", "Anne", revision=1 if earlier else 2, earlier=earlier,
    )  # fmt: skip
    coding = Coding(f"c{name}", transcript, 5, 9, "h1", "anne")
    return DoubtLine(doubt, coding, passage, "H1.M1 Tryghed", "før", mine)


LINES = (
    line("a"),
    line("b", Verdict.LOST, mine=False),
    line("c", Verdict.LOST, decision=Decision.KEPT),
    line("d", Verdict.LOST, transcript="t2"),
)


def test_passages_stand_under_their_interviews_with_what_became_of_them() -> None:
    found = doubting.doubt_lines(LINES)
    assert [(each.inert, "".join(text for text, _ in each.pieces), each.right) for each in found] == [
        (True, "Interview t1", ""),
        (False, " ~ H1.M1 Tryghed", ""),
        (False, " ! H1.M1 Tryghed", "Anne"),
        (False, " · H1.M1 Tryghed", ""),
        (True, "Interview t2", ""),
        (False, " ! H1.M1 Tryghed", ""),
    ]


def test_the_next_is_the_next_of_ones_own_that_waits_going_round() -> None:
    assert doubting.next_open(LINES, "a", 1) == "d"
    assert doubting.next_open(LINES, "d", 1) == "a"
    assert doubting.next_open(LINES, "a", -1) == "d"
    assert doubting.next_open(LINES[1:3], "b", 1) == ""
    assert doubting.waiting(LINES) == 2


def test_one_begins_with_ones_own_in_the_open_interview() -> None:
    assert doubting.first_of(LINES, "t2") == "d"
    assert doubting.first_of(LINES[1:], "t1") == "b"
    assert doubting.first_of(LINES, "t9") == ""


def test_what_became_of_a_passage_is_said_in_a_line() -> None:
    def said(each: DoubtLine) -> str:
        return "".join(text for text, _ in doubting.about(each)).strip()

    assert said(LINES[0]) == "changed inside  H1.M1 Tryghed  METTE, characters 5–9"
    assert said(LINES[1]).endswith("Anne's, to be decided by them  METTE, characters 5–9 of revision 1")
    assert said(LINES[2]).startswith("kept in revision 1")
    assert "stands in an earlier text only" in said(replace(LINES[3], stray=True))


def test_words_that_differ_are_marked_and_long_passages_begin_near_the_first() -> None:
    rows = doubting.marked_rows((("en to tre ", True), ("fire", False), (" fem", True)), "-come", 14, 3)
    assert rows == [((" ", ""), ("en to tre ", "")), ((" ", ""), ("fire", "-come"), (" fem", ""))]
    long = doubting.marked_rows((("ord " * 40, True), ("nyt", False), (" ord" * 40, True)), "-come", 22, 3)
    assert len(long) == 3
    assert long[0][0] == ("…", "-muted")
    assert long[-1][-1] == ("…", "-muted")
    assert ("nyt", "-come") in [piece for row in long for piece in row]


@given(st.lists(st.tuples(st.text("ab \n", min_size=1), st.booleans()), max_size=8), st.integers(12, 30))
def test_with_room_enough_every_word_is_there(marked: list[tuple[str, bool]], width: int) -> None:
    rows = doubting.marked_rows(tuple(marked), "-gone", width, 1000)
    text = "".join(piece for row in rows for piece, _ in row[1:])
    assert text.split() == "".join(words for words, _ in marked).split()
    assert all(len("".join(piece for piece, _ in row).rstrip()) <= width for row in rows)
