"""Words told run by run are the words that the tokenizer finds in the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.transcript import Span
from rcoder.language import annotate, tokens
from rcoder.language.pieces import chunks_of
from rcoder.language.pipeline import load
from rcoder.language.tokens import Splitter, Words, words_of

LETTERS = "aæøåÅzXé.?!…,'\"»«”()-–/@#_*12€ \u00a0\t🙂:;"
SPOKEN = [
    "osv.",
    "m.m.",
    "3.",
    "maj",
    "kl.10.30",
    "www.dr.dk",
    "a@b.dk",
    "12.000,50",
    "it's",
    "don't",
    "C++",
    "cannot",
]


@st.composite
def texts(draw: st.DrawFn, language: str) -> str:
    """Runs that rules take apart, exceptions among them, with blanks of every kind between."""
    named = sorted(each for each in load(language).nlp.tokenizer.rules if not each.isspace())
    run = st.one_of(
        st.sampled_from(SPOKEN), st.sampled_from(named), st.text(alphabet=LETTERS, min_size=1, max_size=8)
    )
    blank = st.sampled_from([" ", " ", " ", "", "  ", "\t", "\n", "\u00a0"])
    pairs = draw(st.lists(st.tuples(run, blank), max_size=25))
    return "".join(f"{word}{after}" for word, after in pairs)


def as_rows(words: Words) -> list[tuple[str, int, bool, bool]]:
    """Word, place, blank after it, line before it; whether a blank follows the last word of all decides nothing."""
    spaced = [*words.spaced[:-1], True] if words.spaced else []
    return list(zip(words.texts, words.starts, spaced, words.broken, strict=True))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["da", "en"]), st.data())
def test_runs_give_the_words_of_the_whole_text(language: str, data: st.DataObject) -> None:
    text, pipeline = data.draw(texts(language)), load(language)
    for chunk in chunks_of(text, []):
        whole = words_of(pipeline.nlp(chunk.text), chunk)
        assert as_rows(pipeline.splitter.words(text, chunk)) == as_rows(whole)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["da", "en"]),
    st.from_regex(r"\A[A-Za-zÀ-ÖØ-öø-ÿ]{1,9}[,?!:;]?\Z"),
)
def test_letters_alone_are_split_without_the_tokenizer_as_by_it(language: str, run: str) -> None:
    pipeline = load(language)
    plain = pipeline.splitter._plain(run)
    assert plain in ((), tuple((token.text, token.idx) for token in pipeline.nlp.tokenizer(run)))


@pytest.mark.parametrize("run", ["cannot", "dunno", "Mr"])
def test_an_exception_by_name_is_left_to_the_tokenizer(run: str) -> None:
    rules = load("en").nlp.tokenizer.rules
    assert (load("en").splitter._plain(run) == ()) is (run in rules)


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "REMEMBERED", 10)
    splitter = Splitter(load("da").nlp.tokenizer)
    text = " ".join(f"ord{number}" for number in range(100))
    (chunk,) = chunks_of(text, [])
    assert splitter.words(text, chunk).texts == text.split()
    assert len(splitter._known) <= 10


def test_a_text_gives_the_same_again() -> None:
    text = "Jeg var der kl. 10.30, osv. Så gik jeg! Gik jeg? Ja…"
    spans = [Span(0, len(text))]
    assert annotate(text, spans, "da") == annotate(text, spans, "da")
