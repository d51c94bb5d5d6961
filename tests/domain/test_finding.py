"""Queries, and where their words stand."""

from __future__ import annotations

import pytest

from rcoder.domain.actions.finding import code_found
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.finding import Clause, Counted, Matcher, Term, Way, clauses_of, terms_in


def test_words_phrases_and_beginnings_are_told_apart() -> None:
    assert terms_in(clauses_of('Tillid "ringe til" turd* "jeg tu"*')) == (
        Term(("tillid",), way=None),
        Term(("ringe", "til")),
        Term(("turd",), prefix=True),
        Term(("jeg", "tu"), prefix=True),
    )


def test_a_word_in_quotes_is_taken_as_it_stands_and_one_with_a_tilde_with_what_is_related() -> None:
    assert terms_in(clauses_of('"tillid" tro~')) == (
        Term(("tillid",), way=Way.EXACT),
        Term(("tro",), way=Way.RELATED),
    )


def test_a_word_with_a_hyphen_is_its_parts_in_a_row() -> None:
    assert terms_in(clauses_of("to-i-én")) == (Term(("to", "i", "én")),)


def test_a_bar_joins_what_stands_beside_it_and_a_minus_takes_away() -> None:
    a, b, c, d = (Term((letter,), way=None) for letter in "abcd")
    assert clauses_of("a | b c -d") == (Clause((a, b)), Clause((c,)), Clause((d,), absent=True))
    assert clauses_of("|a||b|") == (Clause((a, b)),)


def test_a_bar_before_a_word_that_must_not_be_there_joins_nothing() -> None:
    a, b = Term(("a",), way=None), Term(("b",), way=None)
    assert clauses_of("a | -b") == (Clause((a,)), Clause((b,), absent=True))


@pytest.mark.parametrize("query", ["", "  ", "*", '""', "…", "-tillid", "|", "~"])
def test_a_query_without_a_word_that_must_be_there_is_refused(query: str) -> None:
    with pytest.raises(Misuse, match="no word to look for"):
        clauses_of(query)


def test_every_place_is_given_once_and_in_order() -> None:
    text = "Jeg turde ringe, så jeg turde."
    found = Matcher(terms_in(clauses_of('"jeg turde" tur* jeg'))).places(text)
    assert [span.of(text) for span in found] == ["Jeg turde", "jeg turde"]


def test_many_words_are_found_as_few_are() -> None:
    text = "Ærlig talt: tilliden, mistilliden – og TILLIDS-folk, tillid_er."
    few = tuple(Term((word,)) for word in ("tilliden", "ærlig", "tillids", "tillid"))
    many = (*few, *(Term((f"fyld{number}",)) for number in range(20)))
    found = [span.of(text) for span in Matcher(few).places(text)]
    assert found == ["Ærlig", "tilliden", "TILLIDS", "tillid"]
    assert [span.of(text) for span in Matcher(many).places(text)] == found


def test_a_count_says_what_it_is_out_of() -> None:
    assert Counted(312, 300, 41, 190, 12, 35).words == "312 hits in 41 of 190 interviews, 12 of 35 cases"
    assert Counted(1, 1, 1, 1, 0, 0).words == "1 hit in 1 of 1 interview"
    assert Counted(3, 7, 2, 4, 1, 1, whole=False).words.startswith("at least 7 hits")


def test_coding_nothing_is_refused() -> None:
    from rcoder.domain.codebook import Code

    with pytest.raises(Unchanged, match=r"H1\.M1 already"):
        code_found((), Code("c", "b", "H1.M1"), {}, "tillid")
