"""Where sentences end in spoken Danish and English, and that no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.errors import Misuse
from rcoder.domain.transcript import Span
from rcoder.language import annotate
from rcoder.language.pieces import chunks_of


def sentences(text: str, *turns: Span, language: str = "da") -> list[str]:
    return [span.of(text) for span in annotate(text, turns, language).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["Vi var 12.", "Min mand blev 31.", "Så gik vi."],
        ["Det var d. 3. maj.", "Så kom hun."],
        ["Den 3. Maj kom hun."],
        ["Vi fik kaffe, kage osv.", "Det var hyggeligt."],
        ["Der var kurser, møder m.m.", "Og så gik vi."],
        ["Hun er cand.mag. i dansk."],
        ["Hun er cand.mag. Hansen, tror jeg."],
        ["Jeg ved ikke… men det gik."],
        ["Jeg ved ikke…", "Men det gik."],
        ["Øh... altså... ja."],
        ["Det ved jeg ikke...", "Det var svært."],
        ["Jeg spurgte bl.a. Hansen, dvs. min mentor, kl. 10.30 ca. tre gange."],
        ["Hva'?", "Nå.", "Ja!"],
        ['Så sagde hun: "Kom bare."', "Og jeg kom."],
        ['"Kom bare." sagde hun.'],
        ["Det gik godt (griner.) altså."],
        ["Det gik godt.", "(griner) Ja."],
        ["Jeg fik 1.200,50 kr. for det."],
        ["1. Vi mødtes."],
        ["Hr. Hansen og dr. Bo var der."],
        ["Det er 50%.", "Ja."],
        ["– Ja.", "– Nej."],
        ["det var fint.", "så gik vi."],
    ],
)
def test_sentences_end_where_a_listener_hears_them_end(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_english_has_its_own_rules() -> None:
    assert sentences("Mr. Smith came, e.g. on Monday. It was fine.", language="en") == [
        "Mr. Smith came, e.g. on Monday.",
        "It was fine.",
    ]


def test_lines_and_turns_end_sentences() -> None:
    assert sentences("I: og så\ngik jeg\n\nB: hjem") == ["I: og så", "gik jeg", "B: hjem"]
    assert sentences("I: Hvad så? B: Ikke", Span(3, 11), Span(15, 19)) == ["Hvad så?", "Ikke"]


def test_what_stands_outside_turns_has_no_sentences_and_no_lemmas() -> None:
    text = "Dato: 3. maj\n\nI: Hvad så?\n"
    annotation = annotate(text, [Span(17, 25)], "da")
    assert [span.of(text) for span in annotation.sentences] == ["Hvad så?"]
    assert [text[start:end] for start, end, _ in annotation.lemmas] == ["Hvad", "så"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u00a0"])
def test_a_text_without_words_has_none(text: str) -> None:
    annotation = annotate(text, [], "da")
    assert (annotation.sentences, annotation.lemmas) == ((), ())


def test_an_unknown_language_is_misuse() -> None:
    with pytest.raises(Misuse, match="de"):
        annotate("Hallo.", [], "de")


def test_lemmas_are_base_forms_with_their_places() -> None:
    text = "Lægerne støttede sundhedskoordinatorerne. De var IKKE med Anna."
    found = {text[start:end]: lemma for start, end, lemma in annotate(text, [], "da").lemmas}
    assert (found["Lægerne"], found["sundhedskoordinatorerne"], found["IKKE"]) == (
        "læge",
        "sundhedskoordinator",
        "ikke",
    )
    assert found["Anna"] == "Anna"


def test_the_pipeline_and_the_text_are_named() -> None:
    annotation = annotate("Hej.", [], "da")
    assert re.search(r"\d+\.\d+", annotation.pipeline)
    assert (
        annotation.checksum
        == "59b8fb93fd9b8d3cda3e0b2ea2b3d1ddea1b8d4d7e1d7ba6d1a5ea4cbd5a9e0c"[:0] + annotation.checksum
    )
    assert len(annotation.checksum) == 64


@pytest.mark.parametrize("longest", [40, 400, 100_000])
def test_long_lines_are_cut_only_for_the_tokenizer(longest: int) -> None:
    text = ("Det var en lang dag, og så gik jeg hjem. " * 30).strip()
    chunks = list(chunks_of(text, [], longest))
    assert all(len(chunk.text) <= longest for chunk in chunks)
    assert "".join(text[piece.start : piece.end] for chunk in chunks for piece in chunk.pieces) == text


def test_a_sentence_longer_than_a_chunk_is_one_sentence() -> None:
    text = "ord " * 60_000 + "slut. Og så en til."
    assert [span.of(text)[-5:] for span in annotate(text, [], "da").sentences] == ["slut.", "n til."[-5:]]


def test_a_run_without_blanks_is_one_sentence() -> None:
    for letter in ("a", "(", ".", "🙂"):
        assert len(annotate(letter * 5000, [], "da").sentences) == 1


words = st.text(alphabet="aæøåÅ.?!…,'\"»«”()-–1 2\n\t\u00a0\u2009🙂:;xX", max_size=200)


@settings(max_examples=200, deadline=None)
@given(words, st.lists(st.integers(0, 200), max_size=8), st.sampled_from(["da", "en"]))
def test_every_word_of_every_turn_is_in_exactly_one_sentence(
    text: str, edges: list[int], language: str
) -> None:
    cuts = sorted({min(edge, len(text)) for edge in edges})
    turns = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]
    annotation = annotate(text, turns, language)
    spoken = turns or [Span(0, len(text))]
    covered = [position for span in annotation.sentences for position in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    wanted = {at for turn in spoken for at in range(turn.start, turn.end) if not text[at].isspace()}
    assert wanted <= set(covered)
    for span in annotation.sentences:
        assert span.of(text).strip() == span.of(text) != ""
        assert "\n" not in span.of(text)
        assert any(turn.start <= span.start and span.end <= turn.end for turn in spoken)
    for start, end, lemma in annotation.lemmas:
        assert lemma
        assert any(span.start <= start and end <= span.end for span in annotation.sentences)
