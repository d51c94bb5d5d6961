"""What becomes of a passage, from the stretches that two texts have in common."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.anchoring import Anchor, Anchoring, Block
from rcoder.domain.transcript import Span
from rcoder.domain.words import Verdict

Piece = tuple[str, str]
"""What stands before, and what stands there after; the same twice where it is in common."""


def anchoring(*pieces: Piece, turns: tuple[Sequence[Span], Sequence[Span]] = ((), ())) -> Anchoring:
    """Two texts made of pieces that are in common where they are the same."""
    blocks, start, at = [], 0, 0
    for old, new in pieces:
        blocks.append(Block(start, start + len(old), at, at + len(new), old == new))
        start, at = start + len(old), at + len(new)
    return Anchoring("".join(old for old, _ in pieces), "".join(new for _, new in pieces), blocks, turns)


def same(words: str) -> Piece:
    return words, words


def became(made: Anchoring, words: str) -> tuple[Verdict | None, str | None]:
    """What becomes of the passage with these words, and which words it has then."""
    start = made.before.index(words)
    found = made.anchor(Span(start, start + len(words)))
    return found.verdict, found.span.of(made.after) if found.span else None


def test_words_that_only_stand_further_on_are_in_no_doubt() -> None:
    made = anchoring(("", "Et nyt afsnit.\n"), same("Hun ringede hver uge. Det hjalp."))
    assert made.anchor(Span(0, 21)) == Anchor(None, Span(15, 36))


def test_a_word_inside_that_is_another_is_a_change_inside() -> None:
    made = anchoring(same("Hun ringede "), ("hver", "hveranden"), same(" uge."))
    assert became(made, "ringede hver uge.") == (Verdict.CHANGED, "ringede hveranden uge.")


def test_a_word_put_inside_is_a_change_inside() -> None:
    made = anchoring(same("Det hjalp"), ("", " ikke"), same(" på mig."))
    assert became(made, "Det hjalp på mig.") == (Verdict.CHANGED, "Det hjalp ikke på mig.")


@pytest.mark.parametrize(
    ("old", "new"),
    [(" ", "\n"), (". H", ", h"), (" ", ", "), (" – ", " ")],
    ids=["line", "case", "comma", "dash"],
)
def test_other_blanks_other_marks_and_another_case_are_no_other_words(old: str, new: str) -> None:
    made = anchoring(same("Hun ringede"), (old, new), same("hun sagde ja."))
    verdict, _ = became(made, made.before)
    assert verdict is None


def test_a_question_that_is_none_any_more_is_a_change() -> None:
    made = anchoring(same("Det hjalp"), ("?", "."), same(" Ja."))
    assert became(made, "Det hjalp?") == (Verdict.CHANGED, "Det hjalp.")


def test_an_end_word_taken_out_is_trimmed_with_the_blanks_beside_it() -> None:
    made = anchoring(
        same("Jamen "), ("altså ", ""), same("det hjalp mig "), ("jo meget", ""), same(" dengang.")
    )
    assert became(made, "altså det hjalp mig jo meget") == (Verdict.CHANGED, "det hjalp mig")


def test_a_name_at_the_end_goes_along_with_what_takes_its_place() -> None:
    made = anchoring(("Mette", "[PERSON_1]"), same(" ringede til "), ("Ole", "[PERSON_2]"), same("."))
    assert became(made, "Mette ringede til Ole") == (Verdict.CHANGED, "[PERSON_1] ringede til [PERSON_2]")


def test_a_long_stretch_in_the_place_of_another_is_not_taken_along() -> None:
    gone, come = (
        "Det gjorde en forskel for mig, og det var det.",
        "Noget helt andet, som ingen har sagt før nu her.",
    )
    made = anchoring(same("Hun ringede. "), (gone, come), same(" Ja."))
    assert became(made, f"Hun ringede. {gone}") == (Verdict.CHANGED, "Hun ringede.")


def test_letters_glued_to_an_end_word_go_along() -> None:
    made = anchoring(same("Jeg så hus"), ("", "et"), same(" og "), ("", "for"), same("haven."))
    assert became(made, "så hus") == (Verdict.CHANGED, "så huset")
    assert became(made, "haven") == (Verdict.CHANGED, "forhaven")


def test_ends_inside_of_words_stay_inside_of_them() -> None:
    made = anchoring(("", "X "), same("kontaktperson"))
    assert became(made, "taktper") == (None, "taktper")


def test_nothing_left_is_lost() -> None:
    made = anchoring(same("Ja. "), ("Det var alt.", ""), same(" Tak."))
    assert became(made, "Det var alt.") == (Verdict.LOST, None)
    assert became(made, " Det var alt. ") == (Verdict.LOST, None)


def test_words_put_elsewhere_are_found_where_they_stand_once() -> None:
    block = "Hun ringede hver uge.\n"
    made = anchoring(same("Ja.\n"), (block, ""), same("Nej.\n"), ("", block), same("Slut."))
    assert became(made, "ringede hver uge") == (Verdict.MOVED, "ringede hver uge")


def test_words_put_elsewhere_twice_are_found_by_the_line_they_stand_in() -> None:
    """The words alone stand there twice, their line once."""
    line = "METTE: Det var rart, og det var jo rart.\n"
    made = anchoring(same("Ja, det var jo rart.\n"), (line, ""), same("Nej.\n"), ("", line), same("Slut."))
    start = made.before.rindex("det var jo rart")
    there = made.after.rindex("det var jo rart")
    assert made.anchor(Span(start, start + 15)) == Anchor(Verdict.MOVED, Span(there, there + 15))


def test_words_that_stand_in_two_places_now_are_not_guessed_at() -> None:
    line = "Hun ringede hver uge.\n"
    made = anchoring(same("Ja.\n"), (line, ""), same("Nej.\n"), ("", line + line), same("Slut."))
    assert became(made, "ringede hver uge") == (Verdict.LOST, None)


def test_a_short_word_is_not_known_again_elsewhere() -> None:
    made = anchoring(("Ole", ""), same(" kom. "), ("", "Ole"), same(" gik."))
    assert became(made, "Ole") == (Verdict.LOST, None)


def test_a_label_between_two_turns_is_nobodys_words() -> None:
    """The speaker was named anew; what was said is the same."""
    pieces = (same("Ja, det var det.\n\n"), ("METTE", "Borger 1"), same(": Og det hjalp."))
    turns = ([Span(0, 16), Span(25, 38)], [Span(0, 16), Span(28, 41)])
    assert became(anchoring(*pieces, turns=turns), "det var det.\n\nMETTE: Og det")[0] is None
    assert became(anchoring(*pieces), "det var det.\n\nMETTE: Og det")[0] is Verdict.CHANGED


def test_the_nearest_place_of_what_is_gone_is_where_it_would_stand() -> None:
    made = anchoring(same("Ja. "), ("Det var alt.", ""), same(" Tak."))
    assert made.near(6) == 4
    assert made.near(17) == 5
    assert Anchoring("", "", ()).near(3) == 0


def test_the_share_is_of_the_words_of_the_shorter_text() -> None:
    assert anchoring(same("en to tre"), ("", " fire fem seks syv")).share() == 1
    assert anchoring(same("en"), (" to tre fire", " x y z v u")).share() == 0.25
    assert anchoring(("", "ord")).share() == 0
    assert anchoring(same("...")).share() == 1


words = st.text(st.sampled_from("ab æ.\n"), min_size=1, max_size=6)
pieces_ = st.lists(
    st.one_of(
        words.map(same), st.tuples(words, st.just("")), st.tuples(st.just(""), words), st.tuples(words, words)
    ),
    min_size=1,
    max_size=8,
)


@given(pieces_, st.data())
def test_ends_that_are_still_there_are_exact_and_no_place_lies_outside(
    pieces: list[Piece], data: st.DataObject
) -> None:
    made = anchoring(*pieces)
    if not made.before:
        return
    start = data.draw(st.integers(0, len(made.before) - 1))
    end = data.draw(st.integers(start + 1, len(made.before)))
    found = made.anchor(Span(start, end))
    where = {
        block.start + step: block.at + step
        for block in made.blocks
        if block.same
        for step in range(block.end - block.start)
    }
    assert (found.span is None) == (found.verdict is Verdict.LOST)
    if found.span is None:
        return
    assert 0 <= found.span.start < found.span.end <= len(made.after)
    if start in where and end - 1 in where and found.verdict is not Verdict.MOVED:
        exact = Span(where[start], where[end - 1] + 1)
        assert found.span.start <= exact.start < exact.end <= found.span.end
        assert made.after[found.span.start : exact.start].isalnum() or found.span.start == exact.start
        assert made.after[exact.end : found.span.end].isalnum() or found.span.end == exact.end
