"""What a key does to the line under the cursor: a bench in, a deed out; Misuse where it has no meaning there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from rcoder.domain.actions import configuring
from rcoder.domain.actions.coding import detach, reattach
from rcoder.domain.configuration import Element, Evidence, Grounding, Link, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.words import Activation, Directness, Effect, Horizon, Kind, Scope, Stance
from rcoder.project.bench import Bench, passages_behind
from rcoder.ui.chaining.deeds import untied
from rcoder.ui.configuring import rivalling
from rcoder.ui.configuring.bench import claim_name, evidence_of, link_of, place_of
from rcoder.ui.configuring.making import next_position, reworded
from rcoder.ui.configuring.owning import owned
from rcoder.ui.configuring.rows import about

T = TypeVar("T", bound=StrEnum)


def in_turn(terms: Sequence[T], present: T | None, *, none: bool = False) -> T | None:
    """The term after the present one, the first after the last; with `none`, no term comes between them."""
    cycle: list[T | None] = [*([None] if none else []), *terms]
    return cycle[(cycle.index(present) + 1) % len(cycle)] if present in cycle else cycle[0]


# -- what the cursor is on ---------------------------------------------------------------------------------------


def place_at(bench: Bench, row: str, wanted: str = "That") -> Place:
    """The place under the cursor; that of the element whose passage it is on.

    Raises Misuse, in a sentence on what is `wanted`.
    """
    subject, found = about(row)
    if subject == "ground":
        found = row.split(":")[1]
    place = place_of(bench.assembled, found)
    if place is None:
        raise Misuse(
            f"{wanted} belongs to an element: go to a context, resource, reasoning or outcome first."
        )
    return place


def element_at(bench: Bench, row: str, wanted: str = "That") -> Element:
    """The element under the cursor. Raises Misuse, in a sentence on what is `wanted`."""
    return bench.assembled.elements[place_at(bench, row, wanted).element_id]


def link_at(bench: Bench, row: str) -> Link:
    """The link under the cursor. Raises Misuse."""
    subject, found = about(row)
    link = link_of(bench.assembled, found) if subject == "link" else None
    if link is None:
        raise Misuse("Only a link or a passage for or against is turned: go to one first.")
    return link


def evidence_at(bench: Bench, row: str) -> Evidence:
    """The evidence under the cursor. Raises Misuse."""
    subject, found = about(row)
    evidence = evidence_of(bench, found) if subject == "evidence" else None
    if evidence is None:
        raise Misuse("What it is about belongs to a passage for or against: go to one first.")
    return evidence


def grounding_at(bench: Bench, row: str) -> tuple[Element, Grounding]:
    """The coding an element rests on, under the cursor. Raises Misuse."""
    subject, found = about(row)
    grounding = next((each for each in bench.assembled.groundings if each.id == found), None)
    if subject != "ground" or grounding is None:
        raise Misuse("Go to a passage of an element first.")
    return bench.assembled.elements[grounding.element_id], grounding


def claim_at(bench: Bench, row: str) -> str:
    """Id of the claim under the cursor: a link, a rival, or the configuration itself."""
    subject, found = about(row)
    if subject in ("link", "rival"):
        return found
    if subject == "evidence":
        return evidence_at(bench, row).claim_id
    return bench.assembled.configuration.id


def claim_words(bench: Bench, claim_id: str) -> str:
    """What a passage is joined to, in words; a rival too."""
    return claim_name(bench.assembled, claim_id, bench.belongings.rivals)


# -- elements ----------------------------------------------------------------------------------------------------


def other_kind(bench: Bench, row: str) -> Deed:
    """The element as the next kind. Raises Misuse where it conditions a link and so has to stay a context."""
    place = place_at(bench, row, "The kind")
    taken = set(bench.assembled.kinds_of(place.element_id)) - {place.kind}
    kind = in_turn([each for each in Kind if each not in taken], place.kind) or place.kind
    return configuring.replace_kind(bench.assembled, place, kind)


def with_words(bench: Bench, row: str, words: str) -> Deed:
    """The element or rival in other words."""
    if about(row)[0] == "rival":
        return rivalling.changed(bench, row, wording=words)
    element = element_at(bench, row)
    return configuring.reword(element, reworded(element, words))


def worded_at(bench: Bench, row: str) -> str:
    """The words of the element or rival under the cursor. Raises Misuse."""
    if about(row)[0] == "rival":
        return rivalling.rival_at(bench, row).wording
    if about(row)[0] not in ("place", "ground"):
        raise Misuse("w changes words: those of an element, the because, the title, a memo or a judgement.")
    return element_at(bench, row).wording


def with_actor(bench: Bench, row: str, actor: str) -> Deed:
    """The element with another actor."""
    element = element_at(bench, row)
    return configuring.reword(element, replace(element, actor=actor))


def with_code(bench: Bench, row: str, code_id: str | None) -> Deed:
    """The element with another code; its words stay."""
    element = element_at(bench, row)
    return configuring.reword(element, replace(element, code_id=code_id))


def in_box(bench: Bench, row: str, node_id: str | None, *, new: bool = False) -> Deed:
    """The element in a box a person chose, in one of its own, or as its code proposes (decision 4)."""
    element = element_at(bench, row)
    return configuring.reword(element, replace(element, node_id=node_id, new=new))


def other_sign(bench: Bench, row: str) -> Deed:
    """An outcome with the other sign."""
    element = _of_kind(bench, row, Kind.OUTCOME, "Only an outcome has a sign: go to one first.")
    return configuring.reword(element, replace(element, sign="+" if element.sign == "-" else "-"))


def other_horizon(bench: Bench, row: str) -> Deed:
    """An outcome at the next horizon."""
    element = _of_kind(bench, row, Kind.OUTCOME, "Only an outcome has a term: go to one first.")
    return configuring.reword(
        element, replace(element, horizon=in_turn(tuple(Horizon), element.horizon, none=True))
    )


def other_directness(bench: Bench, row: str) -> Deed:
    """An element that somebody says as one the researcher infers, and the other way."""
    element = element_at(bench, row, "Said or inferred")
    after = in_turn(tuple(Directness), element.directness) or element.directness
    return configuring.reword(element, replace(element, directness=after))


def other_activation(bench: Bench, row: str) -> Deed:
    """A reasoning that fires more strongly or more weakly."""
    element = _of_kind(bench, row, Kind.REASONING, "Only a reasoning is activated: go to one first.")
    after = replace(element, activation=in_turn(tuple(Activation), element.activation, none=True))
    return configuring.reword(element, after)


def _of_kind(bench: Bench, row: str, kind: Kind, otherwise: str) -> Element:
    place = place_of(bench.assembled, row.split(":")[1] if ":" in row else "")
    if place is None or kind not in bench.assembled.kinds_of(place.element_id):
        raise Misuse(otherwise)
    return bench.assembled.elements[place.element_id]


def moved(bench: Bench, row: str, direction: int) -> Deed:
    """The element one up (-1) or down (1) among those of its kind. Raises Misuse at the end of them."""
    place = place_at(bench, row, "The order")
    own = [each.id for each in bench.assembled.places if each.kind is place.kind]
    beside = own.index(place.id) + direction
    if not 0 <= beside < len(own):
        raise Misuse(f"It is the {'first' if direction < 0 else 'last'} of its kind.")
    order = [each.id for each in bench.assembled.places]
    here, there = order.index(place.id), order.index(own[beside])
    order[here], order[there] = order[there], order[here]
    return configuring.reorder(bench.assembled, order)


def added(bench: Bench, kind: Kind, wording: str, code_id: str | None = None) -> tuple[Place, Deed]:
    """A new element in words of its own or as a code's label; a code brings its usual sign and horizon."""
    code = bench.codes.get(code_id or "")
    element = reworded(Element(new_id(), "", code_id), wording)
    if code is not None and kind is Kind.OUTCOME:
        element = replace(element, sign=code.sign, horizon=code.horizon)
    if code is not None and kind is Kind.REASONING and len(code.actors) == 1:
        element = replace(element, actor=code.actors[0])
    place = _place(bench, element, kind)
    return place, configuring.extend(bench.assembled, element, place)


def shared(bench: Bench, element: Element, kind: Kind) -> tuple[Place, Deed]:
    """An element of another configuration, or of this one in a further place (decision 3)."""
    if kind in bench.assembled.kinds_of(element.id):
        raise Misuse("It stands there as that kind already.")
    place = _place(bench, element, kind)
    return place, configuring.share(bench.assembled, element, place)


def _place(bench: Bench, element: Element, kind: Kind) -> Place:
    return Place(new_id(), bench.assembled.configuration.id, element.id, kind, next_position(bench.assembled))


# -- links -------------------------------------------------------------------------------------------------------


def tied(bench: Bench, source_id: str, target_id: str, effect: Effect = Effect.PROMOTES) -> tuple[Link, Deed]:
    """A link to an element, or to a link as a condition of it. Raises Misuse (decision 2)."""
    to_link = link_of(bench.assembled, target_id) is not None
    position = max((link.position for link in bench.assembled.links), default=-1) + 1
    link = Link(
        id=new_id(),
        configuration_id=bench.assembled.configuration.id,
        source_id=source_id,
        target_id=target_id,
        effect=Effect.CONDITIONS if to_link else effect,
        position=position,
    )
    return link, configuring.tie(bench.assembled, link)


def end_at(bench: Bench, row: str) -> str:
    """Id of the element that the link under the cursor ends at; "" where there is none."""
    link = link_of(bench.assembled, about(row)[1])
    while link is not None and (onto := link_of(bench.assembled, link.target_id)) is not None:
        link = onto
    return link.target_id if link is not None else ""


def turned(bench: Bench, row: str) -> Deed:
    """The other effect of a link, or the next stance of a passage. Raises Misuse for a condition or anything else."""
    if about(row)[0] == "evidence":
        evidence = owned(bench, evidence_at(bench, row))
        after = replace(evidence, stance=in_turn(tuple(Stance), evidence.stance) or evidence.stance)
        return reattach(evidence, after, claim_words(bench, evidence.claim_id))
    if about(row)[0] == "bearing":
        from rcoder.ui.evidencing.bench_deeds import material_turned

        return material_turned(bench, row)
    link = link_at(bench, row)
    effect = Effect.HINDERS if link.effect is Effect.PROMOTES else Effect.PROMOTES
    return configuring.turn(bench.assembled, link, effect)


# -- passages ----------------------------------------------------------------------------------------------------


def with_scope(bench: Bench, row: str) -> Deed:
    """A passage with the next scope."""
    evidence = owned(bench, evidence_at(bench, row))
    after = replace(evidence, scope=in_turn(tuple(Scope), evidence.scope) or evidence.scope)
    return reattach(evidence, after, claim_words(bench, evidence.claim_id))


def with_memo(bench: Bench, row: str, memo: str) -> Deed:
    """A memo on the passage under the cursor, else on the configuration."""
    if about(row)[0] != "evidence":
        return configuring.edit(bench.assembled, memo=memo.strip())
    evidence = owned(bench, evidence_at(bench, row))
    claim = claim_words(bench, evidence.claim_id)
    return reattach(evidence, replace(evidence, memo=memo.strip()), claim)


def resting(bench: Bench, row: str) -> frozenset[str]:
    """Ids of the codings the element under the cursor rests on."""
    element = element_at(bench, row)
    return frozenset(each.coding_id for each in bench.assembled.groundings if each.element_id == element.id)


def rested(bench: Bench, row: str, coding_id: str) -> Deed:
    """A further coding under the element. Raises Misuse where it rests on it already."""
    element = element_at(bench, row)
    if coding_id in resting(bench, row):
        raise Misuse("It rests on that passage already.")
    return configuring.ground(element, [Grounding(new_id(), element.id, coding_id)])


# -- the line under the cursor, removed --------------------------------------------------------------------------


def removal(bench: Bench, row: str) -> Deed:
    """What x does: takes the element out, removes the link, or takes the passage off. Raises Misuse elsewhere."""
    ways: dict[str, Callable[[Bench, str], Deed]] = {
        "place": _taken_out,
        "link": lambda bench, row: configuring.untie(bench.assembled, link_at(bench, row)),
        "evidence": _taken_off,
        "bearing": _material_off,
        "rival": rivalling.withdrawn,
        "ground": lambda bench, row: configuring.unground(*grounding_at(bench, row)),
        "tie": untied,
    }
    way = ways.get(about(row)[0])
    if way is None:
        raise Misuse(
            "Go to an element, a link, a rival or a passage to remove it.",
            "X removes the whole configuration.",
        )
    return way(bench, row)


def _taken_out(bench: Bench, row: str) -> Deed:
    place = place_at(bench, row)
    standins = [
        each for each in bench.belongings.standins if place.element_id in (each.element_id, each.member_id)
    ]
    return configuring.take_out(
        bench.assembled, place, elsewhere=place.element_id in bench.homes, standins=standins
    )


def _material_off(bench: Bench, row: str) -> Deed:
    from rcoder.ui.evidencing.bench_deeds import material_off

    return material_off(bench, row)


def _taken_off(bench: Bench, row: str) -> Deed:
    evidence = owned(bench, evidence_at(bench, row))
    transcript = bench.transcripts[evidence.transcript_id]
    return detach(evidence, claim_words(bench, evidence.claim_id), transcript)


# -- the configuration itself ------------------------------------------------------------------------------------


def read_at(bench: Bench, row: str) -> Passage | None:
    """The passage under the cursor; None where it is on none."""
    subject, found = about(row)
    if subject == "evidence":
        return bench.answer.evidence.get(found)
    if subject == "lent":
        return {**bench.drawing.codings, **bench.drawing.evidence}.get(found)
    if subject == "ground":
        element, _ = grounding_at(bench, row)
        return dict(passages_behind(bench, element.id))[found]
    return None


def brought(bench: Bench, kind: Kind, choice: str) -> Deed:
    """What a chooser for a new element gave: the id of a code, or of an element to share."""
    if not choice.startswith("share:"):
        code = bench.codes[choice]
        return added(bench, kind, code.label.say(bench.language) or code.key, code.id)[1]
    return shared(bench, _elsewhere(bench, choice), kind)[1]


def called(bench: Bench, choice: str) -> str:
    """The words of what such a chooser gave."""
    code = bench.codes.get(choice)
    return code.label.say(bench.language) or code.key if code else _elsewhere(bench, choice).wording


def _elsewhere(bench: Bench, choice: str) -> Element:
    wanted = choice.removeprefix("share:")
    known = (each.elements for each in (*bench.others, bench.assembled))
    found = next((elements[wanted] for elements in known if wanted in elements), None)
    if found is None:
        raise Misuse("That element is no longer there to share.")
    return found


def memo_at(bench: Bench, row: str) -> str:
    """The memo of the passage under the cursor, else of the configuration."""
    if about(row)[0] == "evidence":
        return evidence_at(bench, row).memo
    return bench.assembled.configuration.memo


def elements_at(bench: Bench, row: str) -> tuple[str, ...]:
    """The elements that the line under the cursor is about: one, the ends of a link, or all."""
    subject = about(row)[0]
    if subject in ("place", "ground"):
        return (place_at(bench, row).element_id,)
    link = link_of(bench.assembled, claim_at(bench, row))
    return (link.source_id, link.target_id) if link is not None else tuple(bench.assembled.elements)


def attaching_to(bench: Bench, row: str) -> str:
    """What a passage chosen there is attached to, in words."""
    if about(row)[0] in ("place", "ground"):
        return f"A passage that “{element_at(bench, row).wording}” rests on"
    return f"A passage for or against {claim_words(bench, claim_at(bench, row))}"
