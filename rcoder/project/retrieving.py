"""Passages retrieved by a query, as far as the asker may see: grouped, and counted with their denominators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from rcoder.analysis.counting import UNCOUNTED
from rcoder.analysis.retrieval import Held, Spot, evaluate
from rcoder.analysis.retrieval_counts import LISTED, OF_A_CASE, OF_A_RESPONDENT, Fact, Ground, count
from rcoder.domain.passage import Passage, Quotation
from rcoder.domain.retrieval import Count, Query, Result, Retrieved, Term, terms
from rcoder.domain.retrieval_query import parse, quoted
from rcoder.domain.words import Claim, Directness, Kind, Polarity, Prompting, Scope, Stance
from rcoder.project import retrieval_rows as reading
from rcoder.project.claims import TRAY
from rcoder.project.door import Project
from rcoder.project.quotations import quotations, quoted_in
from rcoder.project.retrieval_rows import Claims, Row
from rcoder.project.retrieval_scope import scope_of
from rcoder.project.retrieval_surroundings import NOBODY, Surroundings, surroundings
from rcoder.project.retrieval_terms import Meanings, codes_of

_NAMES = ("case", "respondent", "listed")
_CLAIMS = {Claim.TRAY.value: TRAY}
"""What evidence is on that belongs to no configuration and no code."""


class Retrieval:
    """What a query found. Rows are plain; each becomes a `Retrieved` when it is asked for."""

    def __init__(
        self,
        query: Query,
        rows: Sequence[Row],
        around: Surroundings,
        claims: Claims,
        quoted: dict[tuple[str, int], list[Quotation]],
    ) -> None:
        self.query = query
        self.rows = rows
        self.around = around
        self._claims = claims
        self._quoted = quoted
        self._known: dict[int, Retrieved] = {}

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each passage, by its id."""
        return {row["id"]: place for place, row in enumerate(self.rows)}

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """The results in the order of reading, each by the place of its first passage."""
        interviews = {name: each.place for name, each in self.around.interviews.items()}
        order = [(interviews[row["transcript_id"]], row["start"], row["end"], row["id"]) for row in self.rows]
        return tuple(sorted(self._found, key=lambda result: order[result[0]]))

    @cached_property
    def _found(self) -> list[Result]:
        meanings = Meanings(self.around, self._claims, self.rank)
        root = self.query.root
        if isinstance(root, Term) and not root.name:
            return [(each,) for each in range(len(self.rows))]
        holding = {each: meanings.holding(each, self.rows) for each in set(terms(root))}
        return evaluate(root, Held(len(self.rows), self._spot, holding))

    def _spot(self, place: int) -> Spot:
        row = self.rows[place]
        return Spot((row["transcript_id"], row["revision"]), row["start"], row["end"], row["turn"])

    # -- one passage ---------------------------------------------------------------------------------------------

    def words(self, place: int) -> str:
        """The words of a passage."""
        quote: str = self.rows[place]["quote"]
        return quote

    def __getitem__(self, place: int) -> Retrieved:
        """A passage with everything that is known of it."""
        if place not in self._known:
            self._known[place] = self._retrieved(self.rows[place])
        return self._known[place]

    def rank(self, row: Row) -> int:
        """What a passage counts (decision 7): as `analysis.counting.counts_as`."""
        if self._earlier(row) or self.around.speakers.get(row["speaker_id"], NOBODY).interviewer:
            return LISTED
        if row["scope"] in UNCOUNTED:
            return LISTED
        return OF_A_RESPONDENT if row["scope"] == Scope.GENERAL or not self.case_id(row) else OF_A_CASE

    def is_listed(self, row: Row) -> bool:
        """Whether a passage is listed and not counted."""
        return self.rank(row) == LISTED

    def _earlier(self, row: Row) -> bool:
        return bool(self.around.earlier) and (row["transcript_id"], row["revision"]) in self.around.earlier

    def case_id(self, row: Row) -> str:
        """Id of the case that a passage is about, "" for none."""
        return row["case_id"] or self.around.case_of[row["transcript_id"]] or ""

    def fact(self, place: int) -> Fact:
        """What counting needs of a passage."""
        row = self.rows[place]
        speaker = self.around.speakers.get(row["speaker_id"], NOBODY)
        return Fact(
            row["transcript_id"],
            row["revision"],
            row["start"],
            row["end"],
            self.case_id(row),
            self.rank(row),
            speaker.person or speaker.id or row["transcript_id"],
        )

    def code_of(self, row: Row) -> tuple[str, str]:
        """Key and label of a coding's code; number, or key and label, of what evidence is on; "" where not in sight."""
        code = self.around.codes.get(row["claim_id"] if "claim" in row else row["code_id"])
        if code is not None:
            return code.key, code.label.say(self.around.language)
        return ", ".join(self._numbers(row)) or _CLAIMS.get(row.get("claim", ""), ""), ""

    def _numbers(self, row: Row) -> tuple[str, ...]:
        """Numbers of the configurations in sight that evidence is on."""
        return self._claims.numbers.get(row.get("claim_id", ""), ())

    def _why(self, row: Row) -> str:
        if self.rank(row) != LISTED:
            return ""
        if self._earlier(row):
            return "earlier text"
        speaker = self.around.speakers.get(row["speaker_id"], NOBODY)
        return "interviewer" if speaker.interviewer else row["scope"]

    def _retrieved(self, row: Row) -> Retrieved:
        key, label = self.code_of(row)
        case = self.around.cases.get(self.case_id(row))
        passage = self._passage(row)
        return Retrieved(
            passage=replace(passage, quotations=quoted_in(self._quoted, passage))
            if self._quoted
            else passage,
            turn=row["turn"],
            code=key,
            label=label,
            kind=Kind(row["kind"]) if row.get("kind") else None,
            polarity=Polarity(row.get("polarity", Polarity.PRESENT)),
            counterfactual=bool(row.get("counterfactual")),
            actor=row.get("actor", ""),
            outcome_group=case.outcome_group if case else "",
            configurations=self._numbers(row) or self._claims.resting.get(row["id"], ()),
            counts=_NAMES[self.rank(row)],
            why_listed=self._why(row),
        )

    def _passage(self, row: Row) -> Passage:
        speaker = self.around.speakers.get(row["speaker_id"], NOBODY)
        case = self.around.cases.get(self.case_id(row))
        return Passage(
            id=row["id"],
            transcript_id=row["transcript_id"],
            transcript=self.around.interviews[row["transcript_id"]].title,
            start=row["start"],
            end=row["end"],
            text=row["quote"],
            case_id=case.id if case else None,
            case=case.name if case else "",
            speaker_id=row["speaker_id"],
            speaker=speaker.name,
            roles=speaker.roles,
            interviewer=speaker.interviewer,
            coder_id=row["coder_id"],
            coder=self.around.coders.get(row["coder_id"], ""),
            scope=Scope(row["scope"]),
            stance=Stance(row["stance"]) if "stance" in row else None,
            memo=row["memo"],
            person=speaker.person,
            directness=Directness(row["directness"]),
            prompting=Prompting(row["prompting"]),
            revision=row["revision"],
            earlier=self._earlier(row),
            turn=row["turn"],
        )

    # -- counting ------------------------------------------------------------------------------------------------

    @cached_property
    def scope(self) -> tuple[frozenset[str] | None, str]:
        """The interviews that a query is about (None for all), and the coder (id) it is about, "" for all."""
        return scope_of(self.query.root, self.around)

    @cached_property
    def ground(self) -> Ground:
        """What the whole is counted of."""
        return self.around.ground(*self.scope)

    @cached_property
    def count(self) -> Count:
        """What all results come to."""
        return self.counted(self.results, self.ground)

    def counted(self, results: Iterable[Result], of: Ground) -> Count:
        """What some of the results come to."""
        return count(results, self.fact, of)


def retrieve(project: Project, text: str) -> Retrieval:
    """What a query finds. Raises Misuse for one that has no meaning in this study, with the place."""
    query, around = parse(text), surroundings(project)
    sight = project.sight
    return Retrieval(query, _rows(project, query, around), around, reading.claims(sight), quotations(sight))


def _rows(project: Project, query: Query, around: Surroundings) -> list[Row]:
    """The rows that a query is about; more do no harm."""
    root = query.root
    if reading.wants_all(root):
        return [*reading.codings(project.sight, None), *reading.evidence(project.sight)]
    codes = {code for each in terms(root) if not each.name for code in codes_of(each, around)}
    found = reading.codings(project.sight, sorted(codes)) if codes else []
    return found + (reading.evidence(project.sight) if reading.wants_evidence(root) else [])


def first_of_code(project: Project, code_id: str, most: int = 50, text: str = "") -> Retrieval:
    """The first coded passages of a code alone, as many as a screen shows while all are being read; `text` is the query."""
    around = surroundings(project)
    rows = reading.codings(project.sight, (code_id,), most)
    return Retrieval(parse(text or quoted(around.codes[code_id].key)), rows, around, Claims({}, {}), {})


def code_query(code_key: str) -> str:
    """The query for the passages of a code with what stands under it."""
    return quoted(f"{code_key}*")
