"""A code merged into another: what goes along as far as the asker may see, and the deed, which takes all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from rcoder.analysis.boxes import BoxFinder
from rcoder.domain.actions import codebook_merge
from rcoder.domain.actions.codebook_merge import Resting, check_mergeable, in_codebook, merge_codes
from rcoder.domain.actions.sentences import counted
from rcoder.domain.codebook import Code, CodebookContents, Node, Theory
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import ConditionJudgement, Configuration, Element, Evidence, Grounding
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Change, Deed
from rcoder.domain.memo import Memo
from rcoder.domain.profile import Summary
from rcoder.domain.records import from_row
from rcoder.domain.transcript import Doubt
from rcoder.domain.words import Subject
from rcoder.project import codebooks
from rcoder.project.answers_following import with_answers_following
from rcoder.project.codebook_work import book_of
from rcoder.project.configurations import reviewed
from rcoder.project.door import Project
from rcoder.project.prompts import moved

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Merging:
    """Two codes that may be merged, and what would go along, as far as the asker may see."""

    gone: Code
    into: Code
    words: str
    """What goes along: "3 codings and 1 element"; "" for nothing in sight."""
    looked_at: int
    """Codings of the asker's own that are to be looked at again after it."""


def look(project: Project, gone: str, into: str) -> Merging:
    """What a merge would take along, in sight. Raises NotFound, and Misuse where the two cannot be merged."""
    one, other = project.code(gone), project.code(into)
    check_mergeable(one, other, project.codes())
    counts = [(int(project.sight.rows(sql, id=one.id)[0]["n"]), word, words) for sql, word, words in _SEEN]
    again = 0 if codebook_merge.same_in_words(one, other) else _to_look_at(project, one, other)
    return Merging(one, other, counted(*counts), again)


def _to_look_at(project: Project, gone: Code, into: Code) -> int:
    """How many codings of the asker's own get the other code; one that becomes one with one already there does not."""
    own, there = (
        project.sight.records(
            Coding,
            "SELECT * FROM codings WHERE code_id = :id AND coder_id = :coder",
            id=code.id,
            coder=project.coder_id,
        )
        for code in (gone, into)
    )
    return len(own) - len(codebook_merge.joined(gone, into, own, there))


_SEEN = (
    ("SELECT COUNT(*) AS n FROM codings WHERE code_id = :id AND {seen}", "coding", "codings"),
    ("SELECT COUNT(*) AS n FROM evidence WHERE claim_id = :id AND {seen}", "passage for or against it", "passages for or against it"),
    ("""SELECT COUNT(DISTINCT e.id) AS n FROM elements e JOIN places p ON p.element_id = e.id
        JOIN configurations f ON f.id = p.configuration_id WHERE e.code_id = :id AND {seen:f}""", "element", "elements"),
    ("SELECT COUNT(*) AS n FROM condition_judgements WHERE condition_id = :id AND {seen}", "judgement", "judgements"),
    ("SELECT COUNT(*) AS n FROM summaries WHERE code_id = :id AND {seen}", "summary", "summaries"),
    ("SELECT COUNT(*) AS n FROM memos WHERE about = 'code' AND about_id = :id AND {seen}", "memo", "memos"),
    ("SELECT COUNT(*) AS n FROM codes WHERE parent_id = :id", "code under it", "codes under it"),
)  # fmt: skip


def merge(project: Project, gone: str, into: str) -> Deed:
    """Merges a code into another; whatever rests on the first, in sight or not, rests on the second then.

    Raises NotFound, and Misuse where the two cannot be merged.
    """
    one, other = project.code(gone), project.code(into)
    check_mergeable(one, other, project.codes())
    resting = _resting(project, one, other)
    deed = merge_codes(book_of(project, one), one, other, resting)
    deed = replace(deed, changes=deed.changes + moved(project.sight, one.id, other.id))
    return with_answers_following(project.sight, deed, redrawn=resting.redrawn)


def _resting(project: Project, gone: Code, into: Code) -> Resting:
    """Everything that rests on the two codes, hidden layers included: for the deed, never to be shown."""
    sight = project.sight
    contents = codebooks.contents(sight, book_of(project, gone))
    both = {"gone": gone.id, "into": into.id}
    codings = sight.records(
        Coding, "SELECT * FROM codings WHERE code_id IN (:gone, :into) ORDER BY id", **both
    )
    evidence = sight.records(
        Evidence,
        "SELECT * FROM evidence WHERE claim = 'code' AND claim_id IN (:gone, :into) ORDER BY id",
        **both,
    )
    judgements = sight.records(
        ConditionJudgement,
        "SELECT * FROM condition_judgements WHERE condition_id IN (:gone, :into) ORDER BY id",
        **both,
    )
    summaries = sight.records(
        Summary, "SELECT * FROM summaries WHERE code_id IN (:gone, :into) ORDER BY id", **both
    )
    elements = tuple(
        sight.records(Element, "SELECT * FROM elements WHERE code_id = :id ORDER BY id", id=gone.id)
    )
    configurations = sight.records(Configuration, "SELECT * FROM configurations ORDER BY id")
    resting = Resting(
        codings=tuple(each for each in codings if each.code_id == gone.id),
        codings_there=tuple(each for each in codings if each.code_id == into.id),
        evidence=tuple(each for each in evidence if each.claim_id == gone.id),
        evidence_there=tuple(each for each in evidence if each.claim_id == into.id),
        judgements=tuple(each for each in judgements if each.condition_id == gone.id),
        judgements_there=tuple(each for each in judgements if each.condition_id == into.id),
        states=tuple(sight.records(Evidence, _STATES.format(table="evidence"), id=gone.id)),
        bearings=tuple(sight.records(Bearing, _STATES.format(table="bearings"), id=gone.id)),
        summaries=tuple(each for each in summaries if each.code_id == gone.id),
        summaries_there=tuple(each for each in summaries if each.code_id == into.id),
        groundings=tuple(sight.records(Grounding, _GROUNDINGS, **both)),
        doubts=tuple(sight.records(Doubt, _DOUBTS, id=gone.id)),
        memos=_memos(project, gone, codings),
        elements=elements,
        below=tuple(each for each in contents.codes if each.parent_id == gone.id),
        nodes=contents.nodes,
        links=contents.links,
        configurations=tuple(
            each for each in configurations if gone.id in (*each.hypotheses, *each.conditions)
        ),
        reviewed=reviewed(sight),
        by_id=project.codes(),
    )
    return replace(resting, redrawn=_redrawn(codebooks.everything(sight), gone, into, resting))


def _redrawn(contents: CodebookContents | None, gone: Code, into: Code, resting: Resting) -> frozenset[str]:
    """Ids of the elements that are drawn in another box of some theory, once they are elements of the other code."""
    if contents is None or not resting.elements:
        return frozenset()
    after = _with_changes(contents, in_codebook(gone, into, resting))
    found = set()
    for theory in contents.theories:
        before_it, after_it = _finder(contents, theory), _finder(after, theory)
        for each in resting.elements:
            one, other = before_it.box(each), after_it.box(replace(each, code_id=into.id))
            if (one and one.id) != (other and other.id):
                found.add(each.id)
    return frozenset(found)


def _finder(contents: CodebookContents, theory: Theory) -> BoxFinder:
    return BoxFinder(theory, contents.theories, contents.nodes, {code.id: code for code in contents.codes})


def _with_changes(contents: CodebookContents, changes: Iterable[Change]) -> CodebookContents:
    rows = {change.id: change.after for change in changes if change.after is not None}

    def now(record: type[T], each: T, name: str) -> T:
        return from_row(record, rows[name]) if name in rows else each

    return replace(
        contents,
        codes=tuple(now(Code, each, each.id) for each in contents.codes),
        nodes=tuple(now(Node, each, each.id) for each in contents.nodes),
    )


_GROUNDINGS = """
    SELECT g.* FROM groundings g JOIN codings x ON x.id = g.coding_id WHERE x.code_id IN (:gone, :into) ORDER BY g.id
"""
_STATES = """
    SELECT e.* FROM {table} e WHERE
      e.claim = 'state' AND e.claim_id IN (SELECT id FROM condition_judgements WHERE condition_id = :id)
      OR e.claim = 'summary' AND e.claim_id IN (SELECT id FROM summaries WHERE code_id = :id) ORDER BY e.id
"""
_DOUBTS = """
    SELECT d.* FROM doubts d WHERE d.passage_id IN (SELECT id FROM codings WHERE code_id = :id)
       OR d.passage_id IN (SELECT id FROM evidence WHERE claim_id = :id) ORDER BY d.id
"""


def _memos(project: Project, gone: Code, codings: list[Coding]) -> tuple[Memo, ...]:
    """Memos about the code, and those about its codings or pointing at them."""
    ids = {each.id for each in codings if each.code_id == gone.id}
    found = project.sight.records(
        Memo,
        "SELECT * FROM memos WHERE about_id = :id OR about = 'coding' OR links <> '[]' ORDER BY id",
        id=gone.id,
    )
    return tuple(
        each
        for each in found
        if (each.about is Subject.CODE and each.about_id == gone.id)
        or (each.about is Subject.CODING and each.about_id in ids)
        or ids.intersection(each.links)
    )
