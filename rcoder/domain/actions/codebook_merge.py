"""Merging a code into another: what rests on it, in every layer, rests on the other from then on, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rcoder.domain.actions.codebook_work import new_version
from rcoder.domain.actions.coding import named
from rcoder.domain.actions.conditions import joined_judgements, moved
from rcoder.domain.actions.profiling import joined_summaries
from rcoder.domain.codebook import Code, Codebook, Node, TheoryLink
from rcoder.domain.codebook_rules import above, plain_words
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import (
    Assembled,
    ConditionJudgement,
    Configuration,
    Element,
    Evidence,
    Grounding,
)
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.memo import Memo
from rcoder.domain.profile import Summary
from rcoder.domain.recheck import Recheck
from rcoder.domain.review import digest, standing
from rcoder.domain.terms import say
from rcoder.domain.transcript import Doubt
from rcoder.domain.words import Kind, Subject

MERGED_INTO = "merged into"
"""What the note of a merged code begins with, before the key of the other."""


@dataclass(frozen=True, slots=True)
class Resting:
    """All that rests on a code to be merged, whoever's it is, and what of it stands on the other already."""

    codings: tuple[Coding, ...] = ()
    codings_there: tuple[Coding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    evidence_there: tuple[Evidence, ...] = ()
    judgements: tuple[ConditionJudgement, ...] = ()
    judgements_there: tuple[ConditionJudgement, ...] = ()
    states: tuple[Evidence, ...] = ()
    """The passages that the judgements on the code to be merged, and the summaries of it, rest on."""
    bearings: tuple[Bearing, ...] = ()
    """Other material joined to those."""
    summaries: tuple[Summary, ...] = ()
    """What is written of the code in each case."""
    summaries_there: tuple[Summary, ...] = ()
    groundings: tuple[Grounding, ...] = ()
    """Of the codings on both codes."""
    doubts: tuple[Doubt, ...] = ()
    """On the codings and the evidence."""
    memos: tuple[Memo, ...] = ()
    """About the code, and about codings on it or pointing at them."""
    elements: tuple[Element, ...] = ()
    below: tuple[Code, ...] = ()
    """Codes directly under it."""
    nodes: tuple[Node, ...] = ()
    """All of the codebook."""
    links: tuple[TheoryLink, ...] = ()
    configurations: tuple[Configuration, ...] = ()
    """Those that belong to it as a hypothesis."""
    reviewed: tuple[Assembled, ...] = ()
    """Every configuration that is accepted or settled, whole."""
    redrawn: frozenset[str] = frozenset()
    """Ids of the elements that come to be drawn in another box."""
    by_id: Mapping[str, Code] = field(default_factory=dict)
    """The codes of the study."""


def check_mergeable(gone: Code, into: Code, by_id: Mapping[str, Code]) -> None:
    """Raises Misuse where a code cannot be merged into another."""
    if gone.id == into.id:
        raise Misuse(f"{gone.key} is one code already.", "Name another to merge it into.")
    if gone.category is not into.category:
        words = f"{gone.key} is a {say(gone.category)} and {into.key} a {say(into.category)}"
        raise Misuse(f"{words}.", "Merge two of the same sort.")
    if gone.codebook_id != into.codebook_id:
        raise Misuse(f"{into.key} is of another codebook than {gone.key}.")
    retired = next((each for each in (gone, into) if each.retired), None)
    if retired is not None:
        raise Misuse(f"{retired.key} is retired.", "Bring it back first, or choose another.")
    if gone.id in {each.id for each in above(into, by_id)}:
        raise Misuse(f"{into.key} stands under {gone.key}.", f"Move it first, or merge {into.key} into it.")


def merge_codes(book: Codebook, gone: Code, into: Code, resting: Resting) -> Deed:
    """Merges a code into another: the first is retired and says so, what rests on it in any layer rests on the second.

    A coding that stands there already becomes one with it; what it said otherwise is kept in the memo. Codings that
    were moved wait to be looked at again, where the two do not mean the same in words. Raises Misuse as
    `check_mergeable` does.
    """
    check_mergeable(gone, into, resting.by_id)
    doubles = _doubles(gone, into, resting)
    same = {each.id: kept.id for each, kept in doubles}
    changes = in_codebook(gone, into, resting) + _codings(book, gone, into, resting, doubles)
    changes += _evidence(gone, into, resting) + _judgements(gone, into, resting)
    changes += _grounded(resting, same) + _noted(gone, into, resting, same)
    changes += _configured(gone, into, resting, same) + _removed_doubles(resting, doubles)
    return Deed(f"Merged {named(gone)} into {named(into)}", changes + new_version(book))


# -- the codebook ----------------------------------------------------------------------------------------------------


def in_codebook(gone: Code, into: Code, resting: Resting) -> tuple[Change, ...]:
    """What a merge changes in the codebook itself: its codes, boxes and arrows."""
    return _codes(gone, into, resting) + _in_theories(gone, into, resting)


def _codes(gone: Code, into: Code, resting: Resting) -> tuple[Change, ...]:
    said = f"{MERGED_INTO} {into.key}"
    changes = changed(gone, replace(gone, retired=True, note=f"{gone.note}; {said}" if gone.note else said))
    for code in resting.below:
        changes += changed(code, replace(code, parent_id=into.id))
    own = {into.label.da.casefold(), into.label.en.casefold()}
    names = (*into.aliases, gone.label.da, gone.label.en, *gone.aliases)
    after = replace(
        into,
        aliases=plain_words((each for each in names if each.casefold() not in own), "alias"),
        cues=plain_words((*into.cues, *gone.cues), "cue"),
    )
    return changes + changed(into, after)


def same_in_words(one: Code, other: Code) -> bool:
    """Whether two codes are defined by the same words; two without a definition are not."""
    texts = [(each.definition, each.use, each.avoid) for each in (one, other)]
    return texts[0] == texts[1] and bool(one.definition.da or one.definition.en)


# -- codings ---------------------------------------------------------------------------------------------------------

Double = tuple[Coding, Coding]
"""A coding on the code to be merged, and the one on the other that says the same."""


def kind_after(coding: Coding, gone: Code, into: Code) -> Kind | None:
    """The kind of a coding that gets another code: its own where it was overruled, else that code's."""
    return into.kind if coding.kind in (gone.kind, None) else coding.kind


def _doubles(gone: Code, into: Code, resting: Resting) -> tuple[Double, ...]:
    return joined(gone, into, resting.codings, resting.codings_there)


def joined(
    gone: Code, into: Code, codings: Iterable[Coding], codings_there: Iterable[Coding]
) -> tuple[Double, ...]:
    """The codings that become one with one already there, each with that one."""
    there = {(_place(each), each.case_id, each.kind): each for each in codings_there}
    found = (
        (each, there.get((_place(each), each.case_id, kind_after(each, gone, into)))) for each in codings
    )
    return tuple((each, kept) for each, kept in found if kept is not None)


def _place(passage: Coding | Evidence) -> tuple[str, int, int, int, str]:
    return passage.transcript_id, passage.revision, passage.start, passage.end, passage.coder_id


def _codings(
    book: Codebook, gone: Code, into: Code, resting: Resting, doubles: tuple[Double, ...]
) -> tuple[Change, ...]:
    changes: tuple[Change, ...] = ()
    kept: dict[str, Coding] = {}
    for each, other in doubles:
        before = kept.get(other.id, other)
        kept[other.id] = replace(before, memo=_with_words(before.memo, _otherwise(each, other), gone))
    for other in {other.id: other for _, other in doubles}.values():
        changes += changed(other, kept[other.id])
    joined = {each.id for each, _ in doubles}
    moved = [each for each in resting.codings if each.id not in joined]
    for each in moved:
        changes += changed(each, replace(each, code_id=into.id, kind=kind_after(each, gone, into)))
    if same_in_words(gone, into):
        return changes
    why = f"{named(gone)} was {MERGED_INTO} {named(into)}"
    return changes + added(*(recheck_of(each, gone, book.version, why) for each in moved))


def recheck_of(coding: Coding, code: Code, version: str, why: str) -> Recheck:
    """A coding put on its coder's list of passages to be looked at again; `code` is the one it had.

    `version` is the codebook's before the deed: no two deeds have the same.
    """
    return Recheck(named_id("recheck", coding.id, code.id, version), coding.id, coding.coder_id, code.id, why)


_SAID = ("actor", "polarity", "counterfactual", "scope", "directness", "prompting")
"""Flags in which one of two codings of the same words may differ from the other."""


def _otherwise(gone: Coding, kept: Coding) -> str:
    """What one coding says otherwise than the one that is kept, with its memo; "" for nothing."""
    found = []
    for name in _SAID:
        value = getattr(gone, name)
        if value != getattr(kept, name):
            found.append(_flag(name, value))
    return ". ".join(each for each in (", ".join(found), gone.memo.strip()) if each)


def _flag(name: str, value: object) -> str:
    if name == "counterfactual":
        return "counterfactual" if value else "not counterfactual"
    if name == "actor":
        return f"actor {value}" if value else "no actor"
    return say(value)  # type: ignore[arg-type] # the other flags are terms


def _with_words(memo: str, words: str, gone: Code) -> str:
    return "\n".join(each for each in (memo, f"{gone.key}: {words}" if words else "") if each)


def _removed_doubles(resting: Resting, doubles: tuple[Double, ...]) -> tuple[Change, ...]:
    going: list[Coding | Evidence] = [each for each, _ in doubles]
    going += [each for each, _ in _evidence_doubles(resting)]
    ids = {each.id for each in going}
    return removed(*(each for each in resting.doubts if each.passage_id in ids)) + removed(*going)


# -- evidence, judgements, groundings, memos -------------------------------------------------------------------------


def _evidence_doubles(resting: Resting) -> tuple[tuple[Evidence, Evidence], ...]:
    there = {(_place(each), each.case_id, each.stance): each for each in resting.evidence_there}
    found = ((each, there.get((_place(each), each.case_id, each.stance))) for each in resting.evidence)
    return tuple((each, kept) for each, kept in found if kept is not None)


def _evidence(gone: Code, into: Code, resting: Resting) -> tuple[Change, ...]:
    doubles = {each.id: kept for each, kept in _evidence_doubles(resting)}
    changes: tuple[Change, ...] = ()
    notes: dict[str, Evidence] = {}
    for each in resting.evidence:
        kept = doubles.get(each.id)
        if kept is None:
            changes += changed(each, replace(each, claim_id=into.id))
        else:
            before = notes.get(kept.id, kept)
            notes[kept.id] = replace(before, memo=_with_words(before.memo, each.memo.strip(), gone))
    before_by_id = {each.id: each for each in resting.evidence_there}
    return changes + tuple(
        change for each in notes.values() for change in changed(before_by_id[each.id], each)
    )


def _judgements(gone: Code, into: Code, resting: Resting) -> tuple[Change, ...]:
    """Judgements and summaries go along with their passages; two of one coder on one case become one."""
    changes, same = joined_judgements(
        resting.judgements, resting.judgements_there, gone.key, condition_id=into.id
    )
    written, one = joined_summaries(resting.summaries, resting.summaries_there, gone.key, code_id=into.id)
    same |= one
    return moved(resting.states, same) + moved(resting.bearings, same) + changes + written


def _grounded(resting: Resting, same: Mapping[str, str]) -> tuple[Change, ...]:
    changes: tuple[Change, ...] = ()
    resting_on = {(each.element_id, each.coding_id) for each in resting.groundings}
    for each in resting.groundings:
        kept = same.get(each.coding_id)
        if kept is None:
            continue
        if (each.element_id, kept) in resting_on:
            changes += removed(each)
        else:
            resting_on.add((each.element_id, kept))
            changes += changed(each, replace(each, coding_id=kept))
    return changes


def _noted(gone: Code, into: Code, resting: Resting, same: Mapping[str, str]) -> tuple[Change, ...]:
    changes: tuple[Change, ...] = ()
    for memo in resting.memos:
        about = same.get(memo.about_id, memo.about_id) if memo.about is Subject.CODING else memo.about_id
        if memo.about is Subject.CODE and memo.about_id == gone.id:
            about = into.id
        links = tuple(dict.fromkeys(same.get(each, each) for each in memo.links))
        changes += changed(memo, replace(memo, about_id=about, links=links))
    return changes


# -- theories and configurations -------------------------------------------------------------------------------------


def _in_theories(gone: Code, into: Code, resting: Resting) -> tuple[Change, ...]:
    """Boxes and arrows that name the one name the other; a code stands in one box of a theory only, in its own."""
    placed = {each.theory_id for each in resting.nodes if into.id in each.codes}
    changes: tuple[Change, ...] = ()
    for node in resting.nodes:
        new = () if node.theory_id in placed else (into.id,)
        codes = _in_place(node.codes, gone.id, new)
        hypotheses = _in_place(node.hypotheses, gone.key, (into.key,))
        changes += changed(node, replace(node, codes=codes, hypotheses=hypotheses))
    for link in resting.links:
        hypotheses = _in_place(link.hypotheses, gone.key, (into.key,))
        changes += changed(link, replace(link, hypotheses=hypotheses))
    return changes


def _in_place(names: tuple[str, ...], old: str, new: tuple[str, ...]) -> tuple[str, ...]:
    """The names with the new one where the old one stood, each once."""
    if old not in names:
        return names
    where = names.index(old)
    return tuple(dict.fromkeys((*names[:where], *new, *names[where + 1 :])))


def _configured(gone: Code, into: Code, resting: Resting, same: Mapping[str, str]) -> tuple[Change, ...]:
    """Elements of the one are elements of the other; what is accepted or settled stays so where it is drawn as it was.

    What a review judges are wordings, places, links and passages, and those are the same. Where an element comes into
    another box, its configuration has changed since.
    """
    elements = {each.id: replace(each, code_id=into.id) for each in resting.elements}
    changes = tuple(change for each in resting.elements for change in changed(each, elements[each.id]))
    before = {each.id: each for each in resting.configurations}
    after = {
        each.id: replace(
            each,
            hypotheses=_in_place(each.hypotheses, gone.id, (into.id,)),
            conditions=_in_place(each.conditions, gone.id, (into.id,)),
        )
        for each in resting.configurations
    }
    for whole in resting.reviewed:
        own = whole.configuration
        if standing(whole).changed_since or resting.redrawn.intersection(whole.elements):
            continue
        now = _as_it_is_then(whole, elements, same)
        if now != whole:
            before.setdefault(own.id, own)
            after[own.id] = replace(after.get(own.id, own), status_digest=digest(now))
    return changes + tuple(change for each in before for change in changed(before[each], after[each]))


def _as_it_is_then(whole: Assembled, elements: Mapping[str, Element], same: Mapping[str, str]) -> Assembled:
    return replace(
        whole,
        elements={name: elements.get(name, each) for name, each in whole.elements.items()},
        groundings=_groundings_then(whole.groundings, same),
    )


def _groundings_then(groundings: Iterable[Grounding], same: Mapping[str, str]) -> tuple[Grounding, ...]:
    """The groundings as `_grounded` leaves them."""
    known = tuple(groundings)
    resting_on = {(each.element_id, each.coding_id) for each in known}
    found: list[Grounding] = []
    for each in known:
        kept = same.get(each.coding_id)
        if kept is None:
            found.append(each)
        elif (each.element_id, kept) not in resting_on:
            resting_on.add((each.element_id, kept))
            found.append(replace(each, coding_id=kept))
    return tuple(found)
