"""What holds for a codebook that is worked on: versions, keys, texts, and what may stand where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.codebook import Code
from rcoder.domain.codebook_rules import (
    ACTORS,
    above,
    below,
    check_key,
    check_place,
    code_key,
    condition_key,
    hypothesis_key,
    next_version,
    part_keys,
    plain_text,
    sound,
)
from rcoder.domain.errors import Misuse
from rcoder.domain.words import Bilingual, Category, Horizon, Kind


def code(key: str, parent: str | None = None, category: Category = Category.CODE, **fields: object) -> Code:
    kind = Kind.REASONING if category is Category.CODE else None
    known: dict[str, object] = {"kind": kind, "label": Bilingual(key, key)}
    return Code(key, "book", key, category, parent, **known | fields)  # type: ignore[arg-type]


H1, H2 = (code(key, category=Category.HYPOTHESIS) for key in ("H1", "H2"))
SC = code("SC1.1", "H1", Category.CONDITION)
TREE = (H1, H2, SC, code("H1.M1", "H1"), code("H1.M2", "H1.M1"), code("H2.B1", "H2", sign="-"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1.1", "1.1+1"),
        ("1.1+3", "1.1+4"),
        ("1.1+9", "1.1+10"),
        ("", "+1"),
        ("2+beta", "2+beta+1"),
        ("+1", "+1+1"),
    ],
)
def test_a_change_is_counted_after_the_version_it_was_made_to(before: str, after: str) -> None:
    assert next_version(before) == after


@given(st.text(), st.integers(1, 6))
def test_no_version_comes_twice(version: str, steps: int) -> None:
    found = [version]
    for _ in range(steps):
        found.append(next_version(found[-1]))
    assert len(set(found)) == steps + 1


def test_proposed_keys_go_on_from_those_there_are() -> None:
    assert hypothesis_key("book", TREE) == "H3"
    assert hypothesis_key("book", []) == "H1"
    assert hypothesis_key("book", [*TREE, code("H2a", category=Category.HYPOTHESIS)]) == "H3"
    assert hypothesis_key("other", TREE) == "H3"
    assert code_key(H1, Kind.REASONING, "+", TREE) == "H1.M3"
    assert code_key(TREE[3], Kind.RESOURCE, "+", TREE) == "H1.R1"
    assert code_key(H2, Kind.CONTEXT, "-", TREE) == "H2.B2"
    assert code_key(H2, Kind.OUTCOME, "-", TREE) == "H2.O1"
    assert condition_key(H1, TREE) == "SC1.2"
    assert condition_key(H2, TREE) == "SC2.1"
    assert part_keys(H1, 3, ["h1A"]) == ("H1b", "H1c", "H1d")
    assert part_keys(code("H1a", category=Category.HYPOTHESIS), 2, []) == ("H1a1", "H1a2")


@pytest.mark.parametrize("key", ["", "H 1", ".H1", "H1:a", "-", "a" * 65, "H1\n"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(Misuse, match="no key"):
        check_key(key, ())


def test_a_key_that_is_taken_is_refused_whatever_its_letter_case() -> None:
    with pytest.raises(Misuse, match="already"):
        check_key("h1.m1", ["H1.M1"])
    check_key("H1.M9", ["H1.M1"])


def test_a_label_in_one_language_stands_for_both() -> None:
    found = sound(code("X", label=Bilingual("Tryghed", "")))
    assert found.label == Bilingual("Tryghed", "Tryghed")
    with pytest.raises(Misuse, match="label"):
        sound(code("X", label=Bilingual(" ", "")))


def test_what_a_category_does_not_have_is_left_out() -> None:
    hypothesis = sound(replace(H1, kind=Kind.CONTEXT, sign="-", actors=("borger",), title=Bilingual("a", "")))
    assert (hypothesis.kind, hypothesis.sign, hypothesis.actors) == (None, "+", ())
    assert hypothesis.title == Bilingual("a", "a")
    condition = sound(replace(SC, title=Bilingual("a", "b"), horizon=Horizon.SHORT))
    assert (condition.title, condition.horizon) == (Bilingual(), None)
    assert sound(code("X", horizon=Horizon.SHORT)).horizon is None
    assert sound(code("X", kind=Kind.OUTCOME, horizon=Horizon.SHORT)).horizon is Horizon.SHORT


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": None}, "kind"),
        ({"sign": "x"}, "sign"),
        ({"actors": ("kok",)}, "actor"),
        ({"note": "\u202e"}, "seen"),
    ],
)
def test_an_unsound_code_is_refused(fields: dict[str, object], words: str) -> None:
    with pytest.raises(Misuse, match=words):
        sound(code("X", **fields))


def test_lists_hold_each_word_once_and_on_one_line() -> None:
    found = sound(code("X", aliases=(" ro\npå ", "", "ro på", "tryg")))
    assert found.aliases == ("ro på", "tryg")


@given(st.text())
def test_a_text_that_is_taken_is_taken_again_as_it_is(text: str) -> None:
    try:
        found = plain_text(text, "text")
    except Misuse:
        return
    assert plain_text(found, "text") == found


def test_other_line_ends_become_new_lines() -> None:
    assert plain_text("a\r\nb\u2028c\rd\x0be", "text") == "a\nb\nc\nd\ne"


def test_what_stands_below_and_above_a_code() -> None:
    by_id = {each.id: each for each in TREE}
    assert [each.key for each in below(H1, TREE)] == ["SC1.1", "H1.M1", "H1.M2"]
    assert [each.key for each in above(by_id["H1.M2"], by_id)] == ["H1.M1", "H1"]
    ring = [code("A", "B"), code("B", "A")]
    assert [each.key for each in below(ring[0], ring)] == ["B"]
    assert [each.key for each in above(ring[0], {each.id: each for each in ring})] == ["B"]


@pytest.mark.parametrize(
    ("what", "under", "words"),
    [
        (H1, H2, "stands under nothing"),
        (SC, TREE[3], "is none"),
        (SC, None, "under something"),
        (TREE[3], SC, "is a support condition"),
        (TREE[3], TREE[4], "itself or stands under it"),
        (TREE[3], TREE[3], "itself or stands under it"),
        (TREE[3], replace(H2, retired=True), "is retired"),
        (TREE[3], replace(H2, codebook_id="other"), "another codebook"),
        (TREE[3], None, "under something"),
    ],
)
def test_where_a_code_may_not_stand(what: Code, under: Code | None, words: str) -> None:
    with pytest.raises(Misuse, match=words):
        check_place(what, under, TREE)


def test_where_a_code_may_stand() -> None:
    check_place(TREE[4], H2, TREE)
    check_place(SC, H2, TREE)
    check_place(replace(TREE[3], retired=True), replace(H2, retired=True), TREE)
    check_place(code("X"), None, [code("Y")])


def test_the_actors_are_those_that_codebook_files_know() -> None:
    from rcoder.exchange.codebook_shape import ACTORS as IN_FILES

    assert tuple(IN_FILES) == ACTORS
