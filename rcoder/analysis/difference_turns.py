"""In what respects an arrow, a box, a configuration, an element or a code differs between two versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from rcoder.analysis.counting import witnesses
from rcoder.analysis.difference_matching import Pairs, divided_into, merged_into
from rcoder.analysis.difference_sides import EFFECTS, NONE, STATES, Standing, box_name, keys_of, written_out
from rcoder.domain.codebook import Code
from rcoder.domain.configuration import Assembled, Element, Judgement
from rcoder.domain.counted import LISTED
from rcoder.domain.review import standing
from rcoder.domain.rival import Rival
from rcoder.domain.terms import WORDS
from rcoder.domain.theory import Arrow, Box, Witness
from rcoder.domain.theory_difference import Turn, What, joined_words, same
from rcoder.domain.words import Basis, Bilingual, Kind, Stance

T = TypeVar("T")

BY_STANCE = {
    Stance.SUPPORTS: What.SUPPORTS,
    Stance.CONTRADICTS: What.CONTRADICTS,
    Stance.REFINES: What.REFINES,
    Stance.NEW: What.NEW,
}


COUNTS = {
    "case": Bilingual("tæller en sag", "counts a case"),
    "respondent": Bilingual("tæller en respondent", "counts a respondent"),
    "listed": LISTED,
}


@dataclass(frozen=True, slots=True)
class Both:
    """The two versions, and what of one is which of the other."""

    before: Standing
    after: Standing
    elements: Pairs
    boxes: Pairs
    merged: Pairs
    """Codes that were merged, with the one each is in the end."""
    untouched: frozenset[str] = frozenset()
    """Ids of the configurations that are the very same in both, and of the elements that stand in no others."""


def turn(what: What, before: Bilingual | str, after: Bilingual | str) -> Iterator[Turn]:
    """One respect, where the two differ."""
    one, other = (same(each) if isinstance(each, str) else each for each in (before, after))
    if one != other:
        yield Turn(what, one if one != Bilingual() else NONE, other if other != Bilingual() else NONE)


def _term(term: StrEnum | None) -> Bilingual:
    return WORDS[type(term)][term] if term is not None else Bilingual()


def _listed(names: Iterable[str]) -> Bilingual:
    return same(", ".join(names))


# -- arrows and boxes ------------------------------------------------------------------------------------------------


def arrow_turns(old: Arrow, new: Arrow, both: Both) -> tuple[Turn, ...]:
    """Where an arrow differs: its boxes, effect, state, configurations, and the passages for and against."""
    found: list[Turn] = []
    if (both.boxes.get(old.source), both.boxes.get(old.target)) != (new.source, new.target):
        found += turn(What.ENDS, _ends(old, both.before), _ends(new, both.after))
    found += turn(What.EFFECT, EFFECTS[old.effect], EFFECTS[new.effect])
    found += turn(What.STATE, STATES[old.state], STATES[new.state])
    found += turn(What.INITIAL, _initial(old), _initial(new))
    found += turn(What.CONFIGURATIONS, _listed(old.configurations), _listed(new.configurations))
    return (*found, *passage_turns(old.witnesses, new.witnesses), *_counted(old, new))


def _counted(old: Arrow, new: Arrow) -> Iterator[Turn]:
    """Passages that both have and that count otherwise: once of a case, once as general experience, or only listed."""
    if old.witnesses == new.witnesses:
        return
    counts = [{each: own.counts for own in arrow.witnesses for each in own.ids} for arrow in (old, new)]
    other = sorted(key for key in counts[0].keys() & counts[1].keys() if counts[0][key] != counts[1][key])
    if other:
        said = [joined_words(COUNTS[side[key]] for key in other) for side in counts]
        yield Turn(What.COUNTED, said[0], said[1])


def passage_turns(old: Sequence[Witness], new: Sequence[Witness]) -> Iterator[Turn]:
    """Which passages came and went by stance, and those that changed theirs; the same passage is told by its evidence."""
    if old == new:
        return
    stances = [{each: own.stance for own in side for each in own.ids} for side in (old, new)]
    for stance, what in BY_STANCE.items():
        one, other = ([each for each in side if each.stance is stance] for side in (old, new))
        yield from _came_and_went(what, one, other)
    turned = sorted(
        key for key in stances[0].keys() & stances[1].keys() if stances[0][key] != stances[1][key]
    )
    if turned:
        said = [joined_words(_term(side[key]) for key in turned) for side in stances]
        yield from turn(What.STANCE, said[0], said[1])


def _came_and_went(what: What, old: Sequence[Witness], new: Sequence[Witness]) -> Iterator[Turn]:
    """How many passages there were and are, where they are not by the same evidence."""
    one, other = (frozenset(each for own in side for each in own.ids) for side in (old, new))
    if one == other:
        return
    said = _passages(old, one - other), _passages(new, other - one)
    if said[0] == said[1]:
        said = _times(said[0], len(one)), _times(said[1], len(other))
    yield Turn(what, *said)


def _passages(every: Sequence[Witness], own: frozenset[str]) -> Bilingual:
    """How many passages, and how many of them the other version has not."""
    count, only = len(every), sum(own.issuperset(each.ids) for each in every)
    words = Bilingual(
        f"{count} {'passage' if count == 1 else 'passager'}",
        f"{count} {'passage' if count == 1 else 'passages'}",
    )
    return Bilingual(f"{words.da} ({only} kun her)", f"{words.en} ({only} only here)") if only else words


def _times(words: Bilingual, times: int) -> Bilingual:
    """How often the same words were joined to it."""
    return Bilingual(f"{words.da}, knyttet {times} gange", f"{words.en}, joined {times} times")


def _ends(arrow: Arrow, view: Standing) -> Bilingual:
    return joined_words(
        (
            box_name(view.boxes[each]) if each in view.boxes else same(each)
            for each in (arrow.source, arrow.target)
        ),
        " → ",
    )


def _initial(arrow: Arrow) -> Bilingual:
    if not arrow.initial:
        return Bilingual("ikke i den oprindelige teori", "not in the initial theory")
    basis = _term(arrow.basis) if isinstance(arrow.basis, Basis) else Bilingual()
    where = f", {arrow.section}" if arrow.section else ""
    return Bilingual(f"oprindelig: {basis.da}{where}", f"initial: {basis.en}{where}")


def box_turns(old: Box, new: Box, both: Both) -> tuple[Turn, ...]:
    """Where a box differs: its words, its column, and the elements drawn in it."""
    found = [*turn(What.LABEL, box_name(old), box_name(new))]
    found += turn(What.COLUMN, _term(old.column), _term(new.column))
    if not new.new or not old.new:
        found += turn(What.HYPOTHESES, _listed(old.hypotheses), _listed(new.hypotheses))
    here, there = set(old.element_ids), set(new.element_ids)
    if {both.elements.get(each, each) for each in here} != there:
        found += turn(
            What.ELEMENTS, _wordings(old.element_ids, both.before), _wordings(new.element_ids, both.after)
        )
    return tuple(found)


def _wordings(elements: Iterable[str], view: Standing) -> Bilingual:
    return same("; ".join(view.elements[each].wording for each in elements if each in view.elements))


# -- elements and configurations -------------------------------------------------------------------------------------


def element_turns(old: Element, new: Element, both: Both) -> tuple[Turn, ...]:
    """Where an element differs; a code that was merged into another is the same one."""
    found = [*turn(What.WORDING, old.wording, new.wording)]
    codes = [each.code_id or "" for each in (old, new)]
    if both.merged.get(codes[0], codes[0]) != both.merged.get(codes[1], codes[1]):
        found += turn(What.CODE, _code(old, both.before), _code(new, both.after))
    found += turn(What.ACTOR, old.actor, new.actor)
    found += turn(What.ACTIVATION, _term(old.activation), _term(new.activation))
    found += turn(What.SIGN, old.sign, new.sign)
    found += turn(What.HORIZON, _term(old.horizon), _term(new.horizon))
    found += turn(What.BOX, _box(old, both.before), _box(new, both.after))
    found += turn(What.DIRECTNESS, _term(old.directness), _term(new.directness))
    found += turn(What.KIND, *(_kinds(own, view) for own, view in ((old, both.before), (new, both.after))))
    rested = [view.resting.get(own.id, {}) for own, view in ((old, both.before), (new, both.after))]
    if rested[0] != rested[1]:
        found += _came_and_went(
            What.PASSAGES, *(witnesses(("", each) for each in own.values()) for own in rested)
        )
    return tuple(found)


def _code(element: Element, view: Standing) -> Bilingual:
    code = view.codes.get(element.code_id or "")
    return (
        Bilingual(f"{code.key} {code.label.say('da')}", f"{code.key} {code.label.say('en')}")
        if code
        else NONE
    )


def _box(element: Element, view: Standing) -> Bilingual:
    if element.new:
        return Bilingual("en boks for sig", "a box of its own")
    return view.nodes.get(element.node_id or "", Bilingual("som koden foreslår", "as its code proposes"))


def _kinds(element: Element, view: Standing) -> Bilingual:
    """What the element stands as, by configuration."""
    homes = view.homes.get(element.id, {})
    return joined_words(
        joined_words((same(number), *(WORDS[Kind][each] for each in own)), " ")
        for number, own in sorted(homes.items())
    )


def configuration_turns(old: Assembled, new: Assembled, both: Both) -> tuple[Turn, ...]:
    """Where a configuration differs: status, words, place, what it became part of, links, passages, rivals, strength."""
    one, other = old.configuration, new.configuration
    states = [standing(each) for each in (old, new)]
    found = [*turn(What.STATE, *(Bilingual(each.say("da"), each.say("en")) for each in states))]
    found += turn(What.CONSOLIDATED, *_numbers(one.consolidated_in, other.consolidated_in, both))
    found += turn(What.SUPERSEDED, *_numbers(one.superseded_by, other.superseded_by, both))
    found += turn(What.KEY, one.number, other.number)
    found += turn(What.TITLE, one.title, other.title)
    found += turn(What.WORDING, written_out(old), written_out(new))
    found += turn(What.LEVEL, _term(one.level), _term(other.level))
    found += turn(
        What.CASE, *(view.stand.cases.get(own.case_id or "", "") for own, view in _sides(one, other, both))
    )
    for what, ids in (
        (What.HYPOTHESES, (one.hypotheses, other.hypotheses)),
        (What.CONDITIONS, (one.conditions, other.conditions)),
    ):
        if [both.merged.get(each, each) for each in ids[0]] != [
            both.merged.get(each, each) for each in ids[1]
        ]:
            found += turn(what, *(_listed(keys_of(own, view)) for own, view in _sides(*ids, both)))
    found += turn(
        What.CORE, *(view.nodes.get(own.core_id or "", Bilingual()) for own, view in _sides(one, other, both))
    )
    return (*found, *_parts(old, new, both), *_argued(old, new, both))


def _sides(one: T, other: T, both: Both) -> Iterator[tuple[T, Standing]]:
    yield one, both.before
    yield other, both.after


def _numbers(one: str | None, other: str | None, both: Both) -> tuple[Bilingual, Bilingual]:
    found = []
    for own, view in ((one, both.before), (other, both.after)):
        assembled = view.configurations.get(own or "")
        found.append(same(assembled.configuration.number if assembled else "?") if own else Bilingual())
    return found[0], found[1]


def _parts(old: Assembled, new: Assembled, both: Both) -> Iterator[Turn]:
    """Its links and the passages joined to it, its links and its elements."""
    here, there = ({each.id: each for each in own.links} for own in (old, new))
    if {(each.source_id, each.target_id, each.effect) for each in here.values()} != {
        (each.source_id, each.target_id, each.effect) for each in there.values()
    }:
        yield Turn(What.LINKS, _links(len(here)), _links(len(there)))
    if old.evidence != new.evidence:
        yield from passage_turns(
            *(_attached(own, view) for own, view in ((old, both.before), (new, both.after)))
        )
    material = [sorted((each.exhibit_id, each.stance) for each in own.bearings) for own in (old, new)]
    if material[0] != material[1]:
        said = [_exhibits(own, view) for own, view in ((old, both.before), (new, both.after))]
        yield Turn(What.OTHER_MATERIAL, said[0], said[1])


def _attached(assembled: Assembled, view: Standing) -> Sequence[Witness]:
    passages = view.stand.sources.evidence
    return witnesses(
        (assembled.configuration.number, passages[each.id])
        for each in assembled.evidence
        if each.id in passages
    )


def _links(count: int) -> Bilingual:
    return Bilingual(
        f"{count} {'forbindelse' if count == 1 else 'forbindelser'}",
        f"{count} {'link' if count == 1 else 'links'}",
    )


def _exhibits(assembled: Assembled, view: Standing) -> Bilingual:
    found = [
        joined_words((same(exhibit.title), _term(each.stance)), ": ")
        for each in assembled.bearings
        if (exhibit := view.stand.exhibits.get(each.exhibit_id)) is not None
    ]
    return joined_words(found, "; ") if found else NONE


def _argued(old: Assembled, new: Assembled, both: Both) -> Iterator[Turn]:
    """Other explanations and judgements of strength."""
    argued = [
        (view, view.argued.get(assembled.configuration.id, ()))
        for assembled, view in ((old, both.before), (new, both.after))
    ]
    rivals = [
        joined_words(
            (
                joined_words((same(each.wording), _term(each.fate)), ": ")
                for each in own
                if isinstance(each, Rival)
            ),
            "; ",
        )
        for _, own in argued
    ]
    yield from turn(What.RIVALS, rivals[0], rivals[1])
    judged = [
        "; ".join(
            f"{each.words} ({view.stand.coders.get(each.coder_id, '')}: {each.reason})"
            for each in own
            if isinstance(each, Judgement)
        )
        for view, own in argued
    ]
    yield from turn(What.STRENGTH, judged[0], judged[1])


# -- codes -----------------------------------------------------------------------------------------------------------


def code_turns(old: Code, new: Code, both: Both) -> tuple[Turn, ...]:
    """Where a code differs: key, words, place in the tree, and what became of it."""
    found = [*turn(What.KEY, old.key, new.key)]
    found += turn(What.LABEL, old.label, new.label)
    for what, one, other in (
        (What.TITLE, old.title, new.title),
        (What.DEFINITION, old.definition, new.definition),
        (What.DEFINITION, old.use, new.use),
        (What.DEFINITION, old.avoid, new.avoid),
        (What.DEFINITION, old.example, new.example),
    ):
        found += turn(what, one, other)
    found += turn(What.PARENT, _parent(old, both.before), _parent(new, both.after))
    found += turn(What.KIND, _term(old.kind), _term(new.kind))
    found += turn(What.SIGN, old.sign, new.sign)
    found += turn(What.HORIZON, _term(old.horizon), _term(new.horizon))
    found += turn(What.ACTOR, _listed(old.actors), _listed(new.actors))
    found += turn(What.ALIASES, _listed((*old.aliases, *old.cues)), _listed((*new.aliases, *new.cues)))
    found += turn(What.MERGED, merged_into(old), merged_into(new))
    found += turn(What.DIVIDED, divided_into(old), divided_into(new))
    return tuple(found)


def _parent(code: Code, view: Standing) -> str:
    parent = view.codes.get(code.parent_id or "")
    return parent.key if parent else ""
