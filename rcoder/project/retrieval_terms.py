"""What the terms of a query mean in one study: of which rows each holds. Every error is one sentence with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from rcoder.analysis.retrieval_counts import LISTED
from rcoder.domain.codebook import Code
from rcoder.domain.retrieval import Term
from rcoder.domain.retrieval_query import wrong_at
from rcoder.domain.terms import LETTERS, WORDS
from rcoder.domain.words import ROLE_GROUPS, Directness, Kind, Polarity, Prompting, Scope, Stance, role_group
from rcoder.project.retrieval_rows import Claims, Row
from rcoder.project.retrieval_surroundings import Surroundings, role_names

Holds = Callable[[Row], bool]
E = TypeVar("E", bound=StrEnum)
ANY = "any"


def codes_of(term: Term, around: Surroundings) -> frozenset[str]:
    """Ids of the codes that a term names, with what stands under it where it ends in *. Raises Misuse."""
    deep = term.value.endswith("*")
    key = term.value.removesuffix("*")
    code = _code(key, around)
    if code is None:
        import difflib

        keys = [each.key for each in around.codes.values()]
        near = difflib.get_close_matches(key.upper(), keys, n=1)
        hint = f"Did you mean {near[0]}?" if near else "See `rcoder codebook show`."
        raise wrong_at(term.at, f"the study has no code {key}.", hint)
    return around.below[code.id] if deep else frozenset((code.id,))


def _code(key: str, around: Surroundings) -> Code | None:
    wanted = key.casefold()
    return next((each for each in around.codes.values() if each.key.casefold() == wanted), None)


class Meanings:
    """What terms hold of, for one asker."""

    def __init__(self, around: Surroundings, claims: Claims, rank: Callable[[Row], int]) -> None:
        self.around = around
        self.claims = claims
        self.rank = rank

    def holding(self, term: Term, rows: Sequence[Row]) -> list[int]:
        """Places of the rows that a term holds of. Raises Misuse for a value the study does not have."""
        holds = self.meaning(term)
        return [place for place, row in enumerate(rows) if holds(row)]

    def meaning(self, term: Term) -> Holds:
        """A term as a question to a row."""
        if term.name in ("", "code"):
            codes = codes_of(term, self.around)
            return lambda row: row.get("code_id") in codes
        meant: Callable[[Term], Holds] = getattr(self, f"_{term.name}")
        return meant(term)

    def _kind(self, term: Term) -> Holds:
        by_letter = {known.casefold(): kind for each in LETTERS.values() for kind, known in each.items()}
        kind = by_letter.get(term.value.casefold()) or _one_of(Kind, term)
        return lambda row: row.get("kind") == kind

    def _polarity(self, term: Term) -> Holds:
        polarity = _one_of(Polarity, term)
        return lambda row: row.get("polarity") == polarity

    def _scope(self, term: Term) -> Holds:
        scope = _one_of(Scope, term)
        return lambda row: bool(row["scope"] == scope)

    def _directness(self, term: Term) -> Holds:
        directness = _one_of(Directness, term)
        return lambda row: bool(row["directness"] == directness)

    def _prompting(self, term: Term) -> Holds:
        prompting = _one_of(Prompting, term)
        return lambda row: bool(row["prompting"] == prompting)

    def _stance(self, term: Term) -> Holds:
        if term.value.casefold() == ANY:
            return lambda row: "stance" in row
        stance = _one_of(Stance, term, more=(ANY,))
        return lambda row: row.get("stance") == stance

    def _role(self, term: Term) -> Holds:
        wanted = term.value.casefold()
        known = {name for each in self.around.speakers.values() for name in role_names(each)}
        if wanted not in known | ROLE_GROUPS.keys() | {role_group(each) for each in ROLE_GROUPS}:
            raise _unknown(term, "role", known)
        speakers = {each.id for each in self.around.speakers.values() if wanted in role_names(each)}
        return lambda row: row["speaker_id"] in speakers

    def _speaker(self, term: Term) -> Holds:
        names = {each.name.casefold(): each.name for each in self.around.speakers.values()}
        wanted = _known(term, "speaker", names)
        speakers = {each.id for each in self.around.speakers.values() if each.name.casefold() == wanted}
        return lambda row: row["speaker_id"] in speakers

    def _case(self, term: Term) -> Holds:
        wanted = _known(
            term, "case", {each.name.casefold(): each.name for each in self.around.cases.values()}
        )
        return self._in_cases(
            {each.id for each in self.around.cases.values() if each.name.casefold() == wanted}
        )

    def _group(self, term: Term) -> Holds:
        return self._in_cases(
            self.around.groups[_known(term, "group", {each: each for each in self.around.groups})]
        )

    def _outcome(self, term: Term) -> Holds:
        groups = {_joined(each.outcome_group): each.outcome_group for each in self.around.cases.values()}
        groups.pop("", None)
        wanted = _known(Term(term.name, _joined(term.value), term.at), "outcome group", groups)
        cases = {each.id for each in self.around.cases.values() if _joined(each.outcome_group) == wanted}
        return self._in_cases(cases)

    def _in_cases(self, cases: Iterable[str]) -> Holds:
        wanted, of = frozenset(cases), self.around.case_of
        return lambda row: (row["case_id"] or of[row["transcript_id"]]) in wanted

    def _interview(self, term: Term) -> Holds:
        found = interviews_called(term, self.around)
        return lambda row: row["transcript_id"] in found

    def _coder(self, term: Term) -> Holds:
        coder = coder_called(term, self.around)
        return lambda row: bool(row["coder_id"] == coder)

    def _on(self, term: Term) -> Holds:
        wanted = term.value.casefold()
        code = _code(term.value, self.around)
        numbers = {each.casefold() for own in self.claims.numbers.values() for each in own}
        if code is None and wanted not in numbers:
            raise wrong_at(term.at, f"no configuration or code in your sight is called {term.value}.", "")
        resting = {each for each, own in self.claims.resting.items() if wanted in {n.casefold() for n in own}}
        on = {each for each, own in self.claims.numbers.items() if wanted in {n.casefold() for n in own}}
        on |= {code.id} if code is not None else set()
        return lambda row: row["id"] in resting or row.get("claim_id") in on

    def _words(self, term: Term) -> Holds:
        wanted = term.value.casefold()
        return lambda row: wanted in " ".join(row["quote"].split()).casefold()

    def _is(self, term: Term) -> Holds:
        known: dict[str, Holds] = {
            "coding": lambda row: "claim" not in row,
            "evidence": lambda row: "claim" in row,
            "counterfactual": lambda row: bool(row.get("counterfactual")),
            "counted": lambda row: self.rank(row) != LISTED,
            "listed": lambda row: self.rank(row) == LISTED,
        }
        return known[_known(term, "such thing as", {each: each for each in known})]


def interviews_called(term: Term, around: Surroundings) -> frozenset[str]:
    """Ids of the interviews of a title, file or id. Raises Misuse where there is none."""
    wanted = term.value.casefold()
    found = frozenset(
        each.id
        for each in around.interviews.values()
        if wanted
        in (each.id, each.title.casefold(), each.source.casefold(), each.source.rsplit(".", 1)[0].casefold())
    )
    if not found:
        raise wrong_at(term.at, f"the study has no interview {term.value}.", "See `rcoder transcripts`.")
    return found


def coder_called(term: Term, around: Surroundings) -> str:
    """Id of the coder of a name. Raises Misuse where nobody is called that."""
    wanted = _known(term, "coder", {each.casefold(): each for each in around.coders.values()})
    return next(each for each, name in around.coders.items() if name.casefold() == wanted)


def _joined(value: str) -> str:
    return "_".join(value.casefold().replace("-", " ").split())


def _known(term: Term, what: str, names: dict[str, str]) -> str:
    """The value of a term in the form of `names`' keys. Raises Misuse, naming those there are."""
    wanted = term.value.casefold()
    if wanted not in names:
        raise _unknown(term, what, names.values())
    return wanted


def _unknown(term: Term, what: str, known: Iterable[str]) -> Exception:
    names = sorted({each for each in known if each})
    more = ", …" if len(names) > 12 else ""
    has = f"It has {', '.join(names[:12])}{more}." if names else "It has none."
    return wrong_at(term.at, f"the study has no {what} {term.value}.", has)


def _one_of(terms: type[E], term: Term, more: Iterable[str] = ()) -> E:
    """The word of an enumeration that a term gives, in either language. Raises Misuse, naming those there are."""
    wanted = _joined(term.value)
    for each in terms:
        words = WORDS[terms][each]
        if wanted in (each.value, _joined(words.da), _joined(words.en)):
            return each
    known = ", ".join((*(each.value for each in terms), *more))
    raise wrong_at(term.at, f"{term.name}: cannot be {term.value}.", f"It is one of {known}.")
