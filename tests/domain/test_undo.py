"""Whatever is done, undoing it gives the tables back, and doing it again gives the same tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcoder.domain.actions import coding, configuring, reviewing, studying
from rcoder.domain.belongings import Belongings
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.configuration import Configuration, Element, Evidence, Grounding, Judgement, Link, Place
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, turned_round
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Effect, Kind, Status

Draw = Callable[[st.SearchStrategy[Any]], Any]


class Person:
    """Someone who does whatever can be done, one deed after the other."""

    def __init__(self, making: ModuleType, draw: Draw) -> None:
        self.making, self.draw = making, draw
        chained = [
            making.assembled("K01", [("c", "context"), ("r", "resource"), ("m", "reasoning")],
                [("rm", "r", "m"), ("c-rm", "c", "rm", "conditions")],
                [making.evidence("e1", "rm"), making.evidence("e2", "K01")], [("r", "x1"), ("m", "x2")]),
            making.assembled("K02", [("m", "context"), ("o", "outcome")], [("mo", "m", "o")], consolidated_in="K01"),
        ]  # fmt: skip
        self.deeds = [Deed("Began", added(*making.study(), *making.records_of(*chained)))]
        self.made = 0
        self.known: tuple[int, Any] = (0, {})

    def new(self) -> str:
        self.made += 1
        return f"new-{self.made}"

    def one(self, record: type[Any]) -> Any:
        return self.draw(st.sampled_from(self.making.stored(self.tables, record)))

    @property
    def tables(self) -> Any:
        if self.known[0] != len(self.deeds):
            self.known = (len(self.deeds), self.making.tables_after(*self.deeds))
        return self.known[1]

    def deed(self) -> Deed | None:
        """Something that can be done as things stand; None where it cannot."""
        try:
            return self.draw(st.sampled_from([self.on_passages, self.on_configurations, self.on_elements]))()
        except Misuse:
            return None

    def on_passages(self) -> Deed:
        found: list[Coding] = self.making.stored(self.tables, Coding)
        transcript, code = self.making.transcript(), self.making.code("code")
        start = self.draw(st.integers(0, 900))
        span = Span(start, start + self.draw(st.integers(1, 99)))
        groundings = self.making.stored(self.tables, Grounding)
        codes = {each.id: each for each in self.making.stored(self.tables, Code)}
        choices: list[Callable[[], Deed]] = [
            lambda: coding.code_passage(self.making.coding(self.new(), *_ends(span)), code, transcript),
            lambda: coding.finish(Finish(self.new(), "t1", "anne"), transcript),
            lambda: studying.release(self.one(Coder)),
            lambda: coding.code_passage(self.making.coding(self.new(), 5, 5), code, transcript),
        ]
        if found:
            choices += [
                lambda: coding.uncode([self.one(Coding)], codes, transcript, groundings),
                lambda: coding.uncode(found, codes, transcript, groundings),
                lambda: coding.respan(self.one(Coding), span, code, transcript),
                lambda: coding.flag(self.one(Coding), transcript, code, memo=self.new(), counterfactual=True),
            ]
        if self.making.stored(self.tables, Evidence):
            choices.append(lambda: coding.detach(self.one(Evidence), "a claim", transcript))
        return self.draw(st.sampled_from(choices))()

    def on_configurations(self) -> Deed:
        configurations: list[Configuration] = self.making.stored(self.tables, Configuration)
        if not configurations or self.draw(st.booleans()):
            return configuring.begin(Configuration(self.new(), "K9", "anne"))
        own = self.making.assemble(self.tables, self.one(Configuration).id)
        members = [each for each in configurations if each.consolidated_in == own.configuration.id]
        judgements = [
            each
            for each in self.making.stored(self.tables, Judgement)
            if each.configuration_id == own.configuration.id
        ]
        choices: list[Callable[[], Deed]] = [
            lambda: configuring.drop(
                own,
                self.elsewhere(own.configuration.id),
                Belongings(tuple(judgements), members=tuple(members)),
            ),
            lambda: configuring.edit(own, because=self.new(), title="ny"),
            lambda: reviewing.give_status(own, self.draw(st.sampled_from(Status)), "anne"),
            lambda: configuring.reorder(own, self.draw(st.permutations([each.id for each in own.places]))),
            lambda: configuring.judge_strength(
                Judgement(self.new(), own.configuration.id, "anne", "stærk", "to sager"), "K01"
            ),
        ]
        return self.draw(st.sampled_from(choices))()

    def on_elements(self) -> Deed:
        configurations = self.making.stored(self.tables, Configuration)
        if not configurations:
            return self.on_configurations()
        own = self.making.assemble(self.tables, self.one(Configuration).id)
        number = own.configuration.id
        kind = self.draw(st.sampled_from(Kind))
        new = Element(self.new(), "ny")
        choices: list[Callable[[], Deed]] = [
            lambda: configuring.extend(own, new, Place(self.new(), number, new.id, kind)),
        ]
        if self.making.stored(self.tables, Element):
            element = self.one(Element)
            choices += [
                lambda: configuring.share(own, element, Place(self.new(), number, element.id, kind)),
                lambda: configuring.reword(element, replace(element, wording=self.new())),
            ]
        if own.places:
            place = self.draw(st.sampled_from(own.places))
            ends = st.sampled_from([*own.elements, *(each.id for each in own.links)])
            choices += [
                lambda: configuring.take_out(
                    own, place, elsewhere=place.element_id in self.elsewhere(number)
                ),
                lambda: configuring.replace_kind(own, place, kind),
                lambda: configuring.tie(
                    own,
                    Link(
                        self.new(),
                        number,
                        self.draw(ends),
                        self.draw(ends),
                        self.draw(st.sampled_from(Effect)),
                    ),
                ),
            ]
        if own.links:
            link = self.draw(st.sampled_from(own.links))
            choices += [
                lambda: configuring.untie(own, link),
                lambda: configuring.turn(own, link, Effect.HINDERS),
            ]
        start = self.draw(st.integers(0, 900))
        claim = self.draw(st.sampled_from([number, *(each.id for each in own.links)]))
        attached = self.making.evidence(self.new(), claim, start, start + 9)
        attached = replace(attached, claim=Claim.CONFIGURATION if claim == number else Claim.LINK)
        choices.append(lambda: coding.attach(attached, number, self.making.transcript()))
        return self.draw(st.sampled_from(choices))()

    def elsewhere(self, configuration_id: str) -> set[str]:
        places = self.making.stored(self.tables, Place)
        return {each.element_id for each in places if each.configuration_id != configuration_id}


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def references(tables: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, str | None]]:
    """What rows point at, as (from, table, id)."""
    places, links, evidence = (tables.get(name, {}) for name in ("places", "links", "evidence"))
    for row in places.values():
        yield "place", "configurations", row["configuration_id"]
        yield "place", "elements", row["element_id"]
    for row in links.values():
        yield "link", "configurations", row["configuration_id"]
        yield "link", "elements", row["source_id"]
        yield "link", "links" if row["effect"] == "conditions" else "elements", row["target_id"]
    for row in tables.get("groundings", {}).values():
        yield "grounding", "elements", row["element_id"]
        yield "grounding", "codings", row["coding_id"]
    for row in evidence.values():
        yield "evidence", "links" if row["claim"] == "link" else "configurations", row["claim_id"]
    for row in tables.get("judgements", {}).values():
        yield "judgement", "configurations", row["configuration_id"]
    for row in tables.get("configurations", {}).values():
        yield "configuration", "configurations", row["consolidated_in"]


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_undo_after_any_deed_gives_the_tables_back_and_redo_the_same_again(
    making: ModuleType, data: st.DataObject
) -> None:
    person = Person(making, data.draw)
    for _ in range(data.draw(st.integers(1, 5))):
        before = person.tables
        deed = person.deed()
        if deed is None:
            continue
        after = making.tables_after(*person.deeds, deed)
        undo = Deed("Undid", turned_round(deed.changes))
        redo = Deed("Redid", turned_round(undo.changes))
        assert making.tables_after(*person.deeds, deed, undo) == before
        assert making.tables_after(*person.deeds, deed, undo, redo) == after
        person.deeds.append(deed)


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_no_deed_leaves_a_row_pointing_at_nothing(making: ModuleType, data: st.DataObject) -> None:
    person = Person(making, data.draw)
    for _ in range(data.draw(st.integers(3, 8))):
        deed = person.deed()
        if deed is not None:
            person.deeds.append(deed)
    tables = person.tables
    dangling = [
        (origin, table, row_id)
        for origin, table, row_id in references(tables)
        if row_id is not None and row_id not in tables.get(table, {})
    ]
    assert dangling == []
