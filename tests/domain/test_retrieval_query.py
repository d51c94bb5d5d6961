"""The language that passages are asked for in."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.errors import Misuse
from rcoder.domain.retrieval import All, Node, Not, Related, Relation, Some, Term
from rcoder.domain.retrieval_query import LONGEST, narrowed, parse, quoted, without


def code(key: str, at: int = 0) -> Term:
    return Term("", key, at)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("H1.M1", code("H1.M1")),
        ("H1*", code("H1*")),
        ("H1/", code("H1*")),
        ('"H1"', code("H1")),
        ("kind:reasoning", Term("kind", "reasoning")),
        ('Case:"Sag 01"', Term("case", "Sag 01")),
        ("H1 H2", All((code("H1"), code("H2", 3)))),
        ("H1 and H2", All((code("H1"), code("H2", 7)))),
        ("H1 or H2 H3", Some((code("H1"), All((code("H2", 6), code("H3", 9)))))),
        ("(H1 or H2) H3", All((Some((code("H1", 1), code("H2", 7))), code("H3", 11)))),
        ("H1 not H2", All((code("H1"), Not(code("H2", 7))))),
        ("H1 near:2 H2", Related(code("H1"), code("H2", 10), Relation.NEAR, 2)),
        ("H1 same-turn H2", Related(code("H1"), code("H2", 13), Relation.NEAR, 0)),
        ("H1 near:0 H2", Related(code("H1"), code("H2", 10), Relation.NEAR, 0)),
        ("H1 SAME-TURN H2", Related(code("H1"), code("H2", 13), Relation.NEAR, 0)),
        ("H1 not overlapping H2", Related(code("H1"), code("H2", 19), Relation.OVERLAPPING, 0, negated=True)),
        ("not near:1 H1", None),
    ],
)
def test_a_query_means(text: str, root: Node | None) -> None:
    if root is None:
        with pytest.raises(Misuse):
            parse(text)
    else:
        assert parse(text).root == root


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("H1 and", 7, "ends where a code"),
        ("H1 )", 4, "too many"),
        ("(H1", 1, "never closed"),
        ("H1 farve:rød", 4, "no term farve:"),
        ("near:2 H1", 1, "near stands where"),
        ("H1 near:to H2", 4, "number of turns"),
        ("H1 role:", 4, "needs a value"),
        ('H1 case:"Sag 01', 4, "never closed"),
        ("H1 or or H2", 7, "or stands where"),
        ("H1 **", 4, "no code"),
        ("æø : H1", 4, "no meaning"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(text: str, place: int, words: str) -> None:
    with pytest.raises(Misuse, match=words) as wrong:
        parse(text)
    assert wrong.value.message.startswith(f"Character {place} of the query: ")
    assert "\n" not in str(wrong.value)


@pytest.mark.parametrize(
    "text", ["", "   ", "(" * 200 + "H1" + ")" * 200, "not " * 300 + "H1", "H1 " * LONGEST]
)
def test_what_is_empty_or_endless_is_refused(text: str) -> None:
    with pytest.raises(Misuse):
        parse(text)


@given(st.text(alphabet='Hh1.*/()":- næ or', max_size=40))
def test_no_text_does_anything_but_mean_something_or_be_refused(text: str) -> None:
    with suppress(Misuse):
        assert parse(text).text == text


def test_a_filter_holds_of_the_whole_query() -> None:
    text = narrowed("H1 or H2", [("role", "personlig jobformidler"), ("case", "")])
    assert text == '(H1 or H2) role:"personlig jobformidler"'
    assert narrowed("H1", [("role", "borger")]) == "H1 role:borger"
    assert narrowed("", [("role", "borger")]) == "role:borger"
    assert narrowed("H1", []) == "H1"


@pytest.mark.parametrize(
    "text",
    [
        "H1 role:borger",
        "H1 and role:borger",
        "role:borger H1",
        "role:borger and H1",
        'H1 case:"x y" role:borger',
    ],
)
def test_a_filter_comes_off_again(text: str) -> None:
    term = next(each for each in _terms(text) if each.name == "role")
    assert parse(without(text, term)).root in (
        code("H1"),
        All((code("H1"), Term("case", "x y", 3))),
    )


def _terms(text: str) -> tuple[Term, ...]:
    from rcoder.domain.retrieval import terms

    return terms(parse(text).root)


@given(st.text(min_size=1, max_size=20).filter(lambda text: text.strip() and '"' not in text))
def test_any_value_can_be_written(value: str) -> None:
    term = parse(f"case:{quoted(value)}").root
    assert term == Term("case", " ".join(value.split()))
