"""Answers to prompts that go on standing where a deed only moves the rows that the configuration consists of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from rcoder.domain.configuration import Assembled, Element, Evidence, Grounding, Link, Place
from rcoder.domain.exhibit import Bearing
from rcoder.domain.journal import Change, Deed, changed
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.records import from_row
from rcoder.domain.review import digest
from rcoder.project.assembling import assemble
from rcoder.project.sight import Sight

T = TypeVar("T", Place, Element, Link, Grounding, Evidence, Bearing)

_Rows = Mapping[tuple[str, str], Change]


def with_answers_following(
    sight: Sight, deed: Deed, *, doubtful: Collection[str] = (), redrawn: Collection[str] = ()
) -> Deed:
    """The deed with the answers of everybody, hidden layers too, brought along to what a configuration is after it.

    An answer given before an earlier change stays as it is. One whose giver sees evidence with an id in `doubtful`, as
    its words are changed or gone, becomes one from before a change; so does one on an element in `redrawn`. For the
    deeds that keep an acceptance, never to be shown.
    """
    answers = sight.records(
        PromptAnswer, "SELECT * FROM prompt_answers WHERE configuration_id IS NOT NULL ORDER BY id"
    )
    if not answers:
        return deed
    rows = {(each.table, each.id): each for each in deed.changes}
    followed = dict(_followed(sight, answers, rows, frozenset(doubtful), frozenset(redrawn)))
    kept = tuple(_digested(each, followed) for each in deed.changes)
    named = {each.id for each in deed.changes if each.table == PromptAnswer.table}
    fresh = tuple(
        change
        for each in answers
        if each.id in followed and each.id not in named
        for change in changed(each, replace(each, digest=followed[each.id]))
    )
    return replace(deed, changes=(*kept, *fresh))


def _digested(change: Change, followed: Mapping[str, str]) -> Change:
    """A change that the deed makes of an answer anyway, with the digest it has then."""
    if change.table != PromptAnswer.table or change.after is None or change.id not in followed:
        return change
    return replace(change, after=change.after | {"digest": followed[change.id]})


def _followed(
    sight: Sight,
    answers: Iterable[PromptAnswer],
    rows: _Rows,
    doubtful: frozenset[str],
    redrawn: frozenset[str],
) -> Iterator[tuple[str, str]]:
    """Ids of the answers that held as their givers see it, with the digests that they have after the deed."""
    by_coder: dict[str, list[PromptAnswer]] = {}
    for each in answers:
        by_coder.setdefault(each.coder_id, []).append(each)
    for coder_id, own in by_coder.items():
        ids = {each.configuration_id for each in own if each.configuration_id}
        found = assemble(Sight(sight.reader, coder_id), ids)
        seen = {each.configuration.id: replace(each, digest="") for each in found}
        before = {name: digest(whole) for name, whole in seen.items()}
        for each in own:
            whole = seen.get(each.configuration_id or "")
            if whole is None or each.digest != before[whole.configuration.id]:
                continue
            lapses = redrawn.intersection(whole.elements) or any(e.id in doubtful for e in whole.evidence)
            yield each.id, "" if lapses else digest(_after(whole, rows))


def _after(whole: Assembled, rows: _Rows) -> Assembled:
    elements = _then(Element, whole.elements.values(), rows)
    return replace(
        whole,
        places=_then(Place, whole.places, rows),
        elements={each.id: each for each in elements},
        links=_then(Link, whole.links, rows),
        groundings=_then(Grounding, whole.groundings, rows),
        evidence=_then(Evidence, whole.evidence, rows),
        bearings=_then(Bearing, whole.bearings, rows),
    )


def _then(record: type[T], stood: Iterable[T], rows: _Rows) -> tuple[T, ...]:
    """The records as the deed leaves them."""
    found = []
    for each in stood:
        change = rows.get((record.table, each.id))
        if change is None:
            found.append(each)
        elif change.after is not None:
            found.append(from_row(record, change.after))
    return tuple(found)
