"""The words that a word in a query stands for: its other forms, what is made from it, and what is written almost like it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rcoder.domain.finding import WORD, Clause, Query, Term, Way
from rcoder.project.sight import Sight

MOST = 200
"""Words that one word of a query may stand for."""

ENDINGS = (
    "ernes", "erne", "enes", "edes", "ende", "ene", "ers", "ens", "ets", "ede", "en", "et", "er", "es", "te", "e", "s", "t",
)  # fmt: skip
"""Endings of Danish words, the longest first: what is tried where a word itself is not said."""

SUFFIXES = (
    "fuld", "løs", "lig", "hed", "ig", "bar", "som", "dom", "skab", "else", "ning", "agtig", "mæssig", "værdig", "hold",
)  # fmt: skip
"""What Danish makes words from others by."""

STEM = 5
"""Letters from which a word that holds the stem is taken for related to it."""
SHORTEST = 3


def spelled_out(sight: Sight, query: Query, way: Way, *, thorough: bool = False) -> Query:
    """The query with every word as the words it stands for, each to be taken exactly.

    `thorough` looks the lemma of a word up that nobody says, so that mænd finds mand.
    """
    return tuple(
        Clause(
            tuple(
                dict.fromkeys(
                    each for term in clause.terms for each in _spelled(sight, term, way, thorough=thorough)
                )
            ),
            clause.absent,
        )
        for clause in query
    )


def _spelled(sight: Sight, term: Term, way: Way, *, thorough: bool) -> list[Term]:
    way = term.way or way
    exact = replace(term, way=Way.EXACT)
    if way is Way.EXACT or term.prefix or len(term.words) > 1:
        return [exact]
    word = term.words[0]
    found = {Way.FORMS: forms_of, Way.RELATED: related_to, Way.FUZZY: written_like}[way](sight, word)
    if thorough and not found:
        found = _of_lemma(sight, _looked_up(word))
    parts = (tuple(WORD.findall(each)) for each in found)
    return list(dict.fromkeys([exact, *(Term(each) for each in parts if each)]))[:MOST]


def forms_of(sight: Sight, word: str) -> list[str]:
    """The forms of a word that are said: those of its lemma, and their genitives."""
    found = _of_lemma(sight, [word])
    for ending in ENDINGS if not found else ():
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST:
            found = _of_lemma(sight, [stem, f"{stem}e"])
            if found:
                break
    return [*found, *_said(sight, [f"{each}s" for each in found])]


def _looked_up(word: str) -> list[str]:
    """The lemmas of a word by the lists of both languages."""
    from rcoder.language.lemmas import lemma_of

    return [lemma_of(word, language).lower() for language in ("da", "en")]


def _of_lemma(sight: Sight, words: Sequence[str]) -> list[str]:
    rows = sight.rows(
        """SELECT DISTINCT b.form FROM forms a JOIN forms b ON b.lemma = a.lemma WHERE a.form IN (:words)
           UNION SELECT form FROM forms WHERE lemma IN (:words) ORDER BY form""",
        words=list(words),
    )
    return [row["form"] for row in rows]


def _said(sight: Sight, words: Iterable[str]) -> list[str]:
    """Those of some words that are said."""
    rows = sight.rows(
        "SELECT DISTINCT form FROM forms WHERE form IN (:words) ORDER BY form", words=list(words)
    )
    return [row["form"] for row in rows]


def related_to(sight: Sight, word: str) -> list[str]:
    """The forms of a word, and the compounds and derivations that hold it: tillidsfuld, mistillid, kontaktperson."""
    own = forms_of(sight, word)
    stem = min(_stems(sight, word), key=len)
    like = stem.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    rows = sight.rows(
        "SELECT DISTINCT form FROM forms WHERE form LIKE :like ESCAPE '!' ORDER BY form", like=f"%{like}%"
    )
    holding = [row["form"] for row in rows]
    if len(stem) < STEM:
        holding = _compounds(sight, stem, set(own), holding)
    return [*own, *sorted(set(holding) - set(own), key=lambda each: (len(each), each))]


def _stems(sight: Sight, word: str) -> list[str]:
    rows = sight.rows("SELECT DISTINCT lemma FROM forms WHERE form = :word", word=word)
    return [word, *(row["lemma"] for row in rows if len(row["lemma"]) >= SHORTEST)]


def _compounds(sight: Sight, stem: str, own: set[str], holding: Sequence[str]) -> list[str]:
    """Those words of a short stem whose other part is a word as well, or makes words from others."""
    parts = {each: _other_parts(each, stem, own) for each in holding}
    known = set(_said(sight, {part for each in parts.values() for part in each}))
    return [
        each
        for each, others in parts.items()
        if any(part in known or part.startswith(SUFFIXES) for part in others)
    ]


def _other_parts(word: str, stem: str, own: set[str]) -> list[str]:
    """What may be the other part of a compound: after the stem with or without s or e between, or before it."""
    found = []
    if word.startswith(stem):
        rest = word[len(stem) :]
        found += [rest, rest[1:] if rest[:1] in ("s", "e") else ""]
    for last in {stem, *own}:
        if word.endswith(last):
            before = word[: -len(last)]
            found += [before, before[:-1] if before[-1:] in ("s", "e") else ""]
    return [each for each in found if len(each) >= SHORTEST]


_SPREAD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "é": "e", "è": "e", "ü": "y"})


def written_like(sight: Sight, word: str) -> list[str]:
    """The words said that are written almost like one, and their forms: a letter off, two in long words; æ ø å as ae oe aa."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    wanted = word.translate(_SPREAD)
    far = 1 if len(wanted) < 6 else 2
    rows = sight.rows(
        "SELECT DISTINCT form FROM forms WHERE LENGTH(form) BETWEEN :low AND :high ORDER BY form",
        low=len(word) - far - 2,
        high=len(wanted) + far,
    )
    known = [row["form"] for row in rows]
    plain = [each.translate(_SPREAD) for each in known]
    near = process.extract(wanted, plain, scorer=OSA.distance, score_cutoff=far, limit=MOST)
    found = [known[index] for _, _, index in near]
    return [*found, *_of_lemma(sight, found)]
