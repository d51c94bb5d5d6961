"""Sentences and lemmas of an interview, worked out once after import and stored with their pipeline's version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from rcoder.domain.errors import Misuse
from rcoder.domain.transcript import Annotation, Span
from rcoder.language.boundaries import sentence_starts
from rcoder.language.lemmas import lemmas_in
from rcoder.language.pieces import chunks_of, single_chunks
from rcoder.language.pipeline import MODELS, Pipeline, load
from rcoder.language.tokens import Words, words_of

_BATCH = 64


def annotate(text: str, turns: Sequence[Span], language: str) -> Annotation:
    """Sentence spans and (start, end, lemma) of every word in the turns, or in the whole text where there are none.

    Newlines and the edges of turns end sentences. Raises Misuse for a language other than "da" and "en".
    """
    if language not in MODELS:
        raise Misuse(f'The language "{language}" is not known here.', "Use da or en.")
    pipeline, known = load(language), lemmas_in(language)
    sentences: list[Span] = []
    lemmas: list[tuple[int, int, str]] = []
    for words, starts in _in_sentences(text, turns, pipeline):
        spans = _spans(words, starts)
        if sentences and spans and not words.broken[0]:
            spans[0] = Span(sentences.pop().start, spans[0].end)
        sentences += spans
        lemmas += known.of(words, starts)
    checksum = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Annotation(checksum, pipeline.name, tuple(sentences), tuple(lemmas))


def _in_sentences(
    text: str, turns: Sequence[Span], pipeline: Pipeline
) -> Iterator[tuple[Words, Sequence[int]]]:
    """The words of each chunk, and the indexes of those that begin a sentence.

    Where the first word of a chunk is not broken, its sentence goes on from the chunk before.
    """
    if not pipeline.trained:
        for chunk in chunks_of(text, turns):
            words = pipeline.splitter.words(text, chunk)
            yield words, sentence_starts(words)
        return
    chunks = list(single_chunks(text, turns))
    docs = pipeline.nlp.pipe((chunk.text for chunk in chunks), batch_size=_BATCH)
    for chunk, doc in zip(chunks, docs, strict=True):
        words = words_of(doc, chunk)
        begins = {chunk.pieces[0].start + sentence[0].idx for sentence in doc.sents}
        yield (
            words,
            [
                index
                for index, at in enumerate(words.starts)
                if not index or at in begins or words.broken[index]
            ],
        )


def _spans(words: Words, starts: Sequence[int]) -> list[Span]:
    """The sentences: from a word that begins one to the last word before the next."""
    ends = [*starts[1:], len(words.texts)] if starts else []
    return [Span(words.starts[start], words.end(end - 1)) for start, end in zip(starts, ends, strict=True)]
