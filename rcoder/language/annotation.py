"""Sentences and lemmas of an interview, worked out once at import and stored with their pipeline's version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse
from rcoder.domain.transcript import Annotation, Span
from rcoder.language.boundaries import Word, sentence_starts
from rcoder.language.lemmas import lemma_of
from rcoder.language.pieces import Chunk, chunks_of, single_chunks
from rcoder.language.pipeline import MODELS, Pipeline, load

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 64


def annotate(text: str, turns: Sequence[Span], language: str) -> Annotation:
    """Sentence spans and (start, end, lemma) of every word in the turns, or in the whole text where there are none.

    Newlines and the edges of turns end sentences. Raises Misuse for a language other than "da" and "en".
    """
    if language not in MODELS:
        raise Misuse(f'The language "{language}" is not known here.', "Use da or en.")
    pipeline = load(language)
    sentences: list[Span] = []
    lemmas: list[tuple[int, int, str]] = []
    for words in _sentences(text, turns, pipeline):
        span = Span(words[0].start, words[-1].start + len(words[-1].text))
        if not words[0].broken and sentences:
            sentences[-1] = Span(sentences[-1].start, span.end)
        else:
            sentences.append(span)
        lemmas.extend(_lemmas(words, language))
    checksum = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Annotation(checksum, pipeline.name, tuple(sentences), tuple(lemmas))


def _sentences(text: str, turns: Sequence[Span], pipeline: Pipeline) -> Iterator[list[Word]]:
    """The words of each sentence; `broken` of its first word is False where it goes on from the chunk before."""
    chunks = list(single_chunks(text, turns) if pipeline.trained else chunks_of(text, turns))
    docs = pipeline.nlp.pipe((chunk.text for chunk in chunks), batch_size=_BATCH)
    for chunk, doc in zip(chunks, docs, strict=True):
        words = _words(doc, chunk)
        starts = _trained_starts(doc, words, chunk) if pipeline.trained else sentence_starts(words)
        for index, start in enumerate(starts):
            sentence = words[start : starts[index + 1] if index + 1 < len(starts) else len(words)]
            if index:
                sentence[0] = replace(sentence[0], broken=True)
            yield sentence


def _words(doc: Doc, chunk: Chunk) -> list[Word]:
    """Tokens that are not blank, at their place in the text."""
    words: list[Word] = []
    offset, piece = chunk.piece_at(0)
    limit, fresh = piece.end - piece.start, piece.opens
    for token in doc:
        if token.is_space:
            if words:
                words[-1] = replace(words[-1], spaced=True)
            continue
        if token.idx >= offset + limit:
            offset, piece = chunk.piece_at(token.idx)
            limit, fresh = piece.end - piece.start, piece.opens
        words.append(Word(token.text, piece.start + token.idx - offset, bool(token.whitespace_), fresh))
        fresh = False
    return words


def _trained_starts(doc: Doc, words: list[Word], chunk: Chunk) -> list[int]:
    begins = {chunk.pieces[0].start + sentence[0].idx for sentence in doc.sents}
    return [index for index, word in enumerate(words) if not index or word.start in begins or word.broken]


def _lemmas(words: Sequence[Word], language: str) -> Iterator[tuple[int, int, str]]:
    first = words[0].broken
    for word in words:
        if any(letter.isalnum() for letter in word.text):
            yield word.start, word.start + len(word.text), lemma_of(word.text, language, first=first)
            first = False
