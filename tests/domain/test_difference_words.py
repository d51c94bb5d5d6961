"""The difference between two versions in words: a long reason in full once, whatever it touches."""

from __future__ import annotations

import pytest

from rcoder.domain.difference_words import NO_REASON, Telling, document
from rcoder.domain.theory import ChangeTheory, Denominator
from rcoder.domain.theory_difference import About, Compared, Difference, Reason, Side, Sort
from rcoder.domain.words import Bilingual

MEMO = "Vi havde læst det som et ønske, men " + "tre sager siger det modsatte, og " * 4 + "så er pilen vendt."
LONG = Reason(MEMO, "Anne", "2026-01-02T00:00:00Z", "memo")
SHORT = Reason("enig", "Bo", "2026-01-03T00:00:00Z", "comment")


def arrow(name: str, *reasons: Reason, sort: Sort = Sort.NEW) -> Compared:
    return Compared(name, About.ARROW, sort, None, Side(Bilingual(name, name)), reasons=reasons)


def test_a_long_reason_is_said_in_full_once_and_then_briefly() -> None:
    telling = Telling("en")
    (first,) = telling.reasons(arrow("a", LONG))
    (again,) = telling.reasons(arrow("b", LONG))
    assert first == f"{MEMO} (Anne, 2026-01-02: memo)"
    assert again == "“Vi havde læst det som et ønske, men …” (Anne, 2026-01-02: memo), as above"


def test_a_short_reason_is_said_wherever_it_is_given() -> None:
    telling = Telling("da")
    assert (
        telling.reasons(arrow("a", SHORT))
        == telling.reasons(arrow("b", SHORT))
        == ["enig (Bo, 2026-01-03: kommentar)"]
    )


def test_that_nobody_wrote_down_why_is_asked_where_something_became_another() -> None:
    telling = Telling("en")
    assert telling.reasons(arrow("a")) == [NO_REASON.en]
    assert telling.reasons(arrow("a", sort=Sort.KEPT)) == []


@pytest.mark.parametrize(("language", "above"), [("da", "som ovenfor"), ("en", "as above")])
def test_markdown_and_the_page_say_it_once_in_full(language: str, above: str) -> None:
    from rcoder.figure.difference_page import _lists  # the page's lists, without the picture

    bare = ChangeTheory("overall", Bilingual(), Bilingual(), (), (), Denominator())
    found = Difference(
        "overall", bare, bare, Bilingual("0"), Bilingual("1"), tuple(arrow(each, LONG) for each in "abc")
    )
    for text in (document(found, language), _lists(found, language)):
        assert text.count(MEMO) == 1
        assert text.count(above) == 2
