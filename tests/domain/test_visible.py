"""Text from people on its way to a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.visible import visible

texts = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("\x1b\x07\x9b\u202e\u200b\x00\n\t\u2028æ")
)


@given(texts)
def test_what_is_shown_has_one_mark_for_each_code_point(text: str) -> None:
    assert len(visible(text)) == len(visible(text, keep="\n\t")) == len(text)


@given(texts)
def test_nothing_that_steers_a_terminal_is_shown(text: str) -> None:
    assert not any(unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp") for each in visible(text))
    assert not any(
        unicodedata.bidirectional(each) in ("RLO", "LRO", "RLE", "LRE", "PDF") for each in visible(text)
    )


@given(texts)
def test_what_is_shown_once_is_shown_the_same_again(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(texts)
def test_newlines_and_tabs_are_kept_where_they_are_asked_for(text: str) -> None:
    shown = visible(text, keep="\n\t")
    assert [place for place, each in enumerate(shown) if each in "\n\t"] == [
        place for place, each in enumerate(text) if each in "\n\t"
    ]


def test_danish_text_is_shown_as_it_is() -> None:
    assert visible("Blåbærgrød på Ærø – “ja”") == "Blåbærgrød på Ærø – “ja”"
