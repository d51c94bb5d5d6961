"""What the check of an edited form says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.quotation import as_said, check_edited, reads, strangers

SAID = "Jamen det var jo rart, for så vidste jeg, hvem jeg skulle ringe til. Hun ringede, altså."


@pytest.mark.parametrize(
    "edited",
    [
        SAID,
        "[D]et var jo rart … så vidste jeg, hvem jeg skulle ringe til.",
        "Jeg [Mette] skulle ringe til [kontaktpersonen].",
        "Det var rart […] hun ring[er]",
        "",
        "…",
        "[alt det her er mit]",
    ],
)
def test_the_passages_own_words_in_order_and_additions_in_brackets_are_fine(edited: str) -> None:
    assert check_edited(SAID, edited) == ""


@pytest.mark.parametrize(
    ("edited", "strange"),
    [
        ("Det var jo dejligt", ("dejligt",)),
        ("Rart det var jo", ("Rart",)),
        ("Han ringede", ("Han",)),
        ("ring[er] jeg", ("ring[er]",)),
        ("det var det", ("det",)),
    ],
)
def test_words_that_are_not_there_in_that_order_are_named(edited: str, strange: tuple[str, ...]) -> None:
    assert strangers(SAID, edited) == strange
    assert f"“{strange[0]}”" in check_edited(SAID, edited)


@pytest.mark.parametrize("edited", ["det [var", "det var]", "]det["])
def test_a_bracket_alone_is_said(edited: str) -> None:
    assert check_edited(SAID, edited).startswith("A bracket")


def test_a_reading_as_it_was_said_is_no_other_form() -> None:
    assert reads("det  var\nrart", "det var rart") == ""
    assert reads("det var", "det var rart") == "det var"
    assert as_said(" a\n b ") == "a b"


@given(st.lists(st.sampled_from(["tillid", "tryg", "hun", "og", "æblet", "går", "år-for-år"])), st.data())
def test_any_words_left_out_leave_no_stranger(words: list[str], data: st.DataObject) -> None:
    kept = [each for each in words if data.draw(st.booleans())]
    assert strangers(" ".join(words), " ".join(kept)) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_check_answers_for_any_text(original: str, edited: str) -> None:
    assert isinstance(check_edited(original, edited), str)
    assert (
        strangers(original, original.replace("[", "").replace("]", "")) == ()
        or "[" in original
        or "]" in original
    )
