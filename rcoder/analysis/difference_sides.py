"""How an arrow, a box, a configuration, an element and a code stand in one version: names, facts with denominators, passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from rcoder.analysis.counting import witnesses
from rcoder.analysis.difference_matching import Stand, elements_of
from rcoder.domain.codebook import Code, hypothesis_of
from rcoder.domain.configuration import Assembled, Configuration, Element, Judgement, Link, Place
from rcoder.domain.passage import Passage
from rcoder.domain.rendering import sentence
from rcoder.domain.review import standing
from rcoder.domain.rival import Rival
from rcoder.domain.terms import WORDS
from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Tally
from rcoder.domain.theory_difference import Side, joined_words, same
from rcoder.domain.words import Bilingual, Effect, Kind

NONE = Bilingual("intet", "none")
FEW = 4
"""So many links of an arrow are said in their own words."""

STATES = {
    ArrowState.ACCEPTED: Bilingual("godkendt", "accepted"),
    ArrowState.DRAFT: Bilingual("kladde", "draft"),
    ArrowState.INITIAL: Bilingual("ikke belagt", "no evidence yet"),
    ArrowState.ELSEWHERE: Bilingual("kun hos andre", "only from others"),
}
EFFECTS: Mapping[Effect, Bilingual] = {each: WORDS[Effect][each] for each in Effect}


@dataclass
class Standing:
    """One version with what is looked up in it."""

    stand: Stand
    theory: ChangeTheory
    elements: dict[str, Element] = field(init=False)

    def __post_init__(self) -> None:
        self.elements = elements_of(self.stand.sources)

    @cached_property
    def codes(self) -> dict[str, Code]:
        """Codes of every codebook, by id."""
        return {each.id: each for each in self.stand.sources.contents.codes}

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """Boxes of the theory, by id."""
        return {each.id: each for each in self.theory.boxes}

    @cached_property
    def nodes(self) -> dict[str, Bilingual]:
        """What the boxes of all theories of the codebook are called, by id."""
        return {
            each.id: Bilingual(f"{each.key} {each.label.da}", f"{each.key} {each.label.say('en')}")
            for each in self.stand.sources.contents.nodes
        }

    @cached_property
    def configurations(self) -> dict[str, Assembled]:
        """By id."""
        return {each.configuration.id: each for each in self.stand.sources.configurations}

    @cached_property
    def homes(self) -> dict[str, dict[str, tuple[Kind, ...]]]:
        """The configurations that each element stands in, by number, with its kinds there."""
        found: dict[str, dict[str, tuple[Kind, ...]]] = {}
        for assembled in self.stand.sources.configurations:
            for key in assembled.elements:
                found.setdefault(key, {})[assembled.configuration.number] = assembled.kinds_of(key)
        return found

    @cached_property
    def hypotheses_of(self) -> dict[str, tuple[str, ...]]:
        """Ids of the hypotheses of the configurations that each element stands in."""
        found: dict[str, dict[str, None]] = {}
        for assembled in self.stand.sources.configurations:
            for key in assembled.elements:
                found.setdefault(key, {}).update(dict.fromkeys(assembled.configuration.hypotheses))
        return {key: tuple(each) for key, each in found.items()}

    @cached_property
    def resting(self) -> dict[str, dict[str, Passage]]:
        """The passages that each element rests on, and those for and against it, by the id of coding or evidence."""
        found: dict[str, dict[str, Passage]] = {}
        sources = self.stand.sources
        for assembled in sources.configurations:
            for grounding in assembled.groundings:
                if grounding.coding_id in sources.codings:
                    own = found.setdefault(grounding.element_id, {})
                    own[grounding.coding_id] = sources.codings[grounding.coding_id]
            for each in assembled.evidence:
                if each.claim_id in assembled.elements and each.id in sources.evidence:
                    found.setdefault(each.claim_id, {})[each.id] = sources.evidence[each.id]
        return found

    @cached_property
    def argued(self) -> dict[str, list[Rival | Judgement]]:
        """Other explanations and judgements of strength, by the id of the configuration."""
        found: dict[str, list[Rival | Judgement]] = {}
        said: list[Rival | Judgement] = [*self.stand.rivals, *self.stand.judgements]
        for each in said:
            found.setdefault(each.configuration_id, []).append(each)
        return found

    @cached_property
    def on_codes(self) -> dict[str, list[Passage]]:
        """The passages for and against hypotheses and support conditions, by the code's id."""
        found: dict[str, list[Passage]] = {}
        for code_id, passage in self.stand.sources.code_evidence:
            found.setdefault(code_id, []).append(passage)
        return found

    @cached_property
    def link_homes(self) -> dict[str, Assembled]:
        """The configuration of each link, by the link's id."""
        return {
            link.id: assembled for assembled in self.stand.sources.configurations for link in assembled.links
        }


def box_name(box: Box) -> Bilingual:
    """A box's key and label; a new one's label."""
    key = f"{box.key} " if box.key else ""
    return Bilingual(f"{key}{box.label.say('da')}", f"{key}{box.label.say('en')}")


def arrow_side(arrow: Arrow, view: Standing) -> Side:
    """An arrow as it stands."""
    ids = {*arrow.links, *(each for witness in arrow.witnesses for each in witness.ids)}
    return Side(
        arrow_name(arrow, view),
        frozenset(ids | initial_ids(arrow, view)),
        (*arrow_facts(arrow, view.theory.denominator.coded), *_made_of(arrow, view)),
        arrow.witnesses,
        arrow.hypotheses,
        arrow=arrow,
    )


def arrow_name(arrow: Arrow, view: Standing) -> Bilingual:
    """An arrow's boxes and its effect."""
    return joined_words(_ends(arrow, view), " → ")


def _ends(arrow: Arrow, view: Standing) -> tuple[Bilingual, Bilingual, Bilingual]:
    """Source, effect and target; an arrow within a box says so."""
    source, target = (
        box_name(view.boxes[each]) if each in view.boxes else same(each)
        for each in (arrow.source, arrow.target)
    )
    inside = Bilingual("inden i samme boks", "within the same box")
    return source, EFFECTS[arrow.effect], inside if arrow.source == arrow.target else target


def _made_of(arrow: Arrow, view: Standing) -> Iterator[Bilingual]:
    """The links of configurations that it is made of, in their own words; a few of many."""
    for place, each in enumerate(arrow.links):
        assembled = view.link_homes.get(each)
        if assembled is None or place == FEW:
            return
        link = next(own for own in assembled.links if own.id == each)
        source, target = (view.elements.get(end) for end in (link.source_id, link.target_id))
        if source is not None and target is not None:
            yield same(f"{assembled.configuration.number}: {source.wording} → {target.wording}")


def initial_ids(arrow: Arrow, view: Standing) -> set[str]:
    """Ids of the arrows of the initial theory that it is."""
    key = (arrow.source, arrow.target, arrow.effect)
    links = view.stand.sources.contents.links if arrow.initial else ()
    return {each.id for each in links if (each.source_id, each.target_id, each.effect) == key}


def arrow_facts(arrow: Arrow, coded: int) -> tuple[Bilingual, ...]:
    """State, configurations and counts of an arrow."""
    facts = [STATES[arrow.state]]
    facts.append(
        Bilingual("også i den oprindelige teori", "in the initial theory too")
        if arrow.initial and arrow.configurations
        else Bilingual("i den oprindelige teori", "in the initial theory")
        if arrow.initial
        else Bilingual("ikke i den oprindelige teori", "not in the initial theory")
    )
    if arrow.configurations:
        facts.append(same(", ".join(arrow.configurations)))
        facts += [
            tally_words(mark, each, coded)
            for mark, each in (("✓", arrow.supports), ("✗", arrow.contradicts), ("≈", arrow.refines))
            if mark != "≈" or each.passages
        ]
    return tuple(facts)


def tally_words(mark: str, tally: Tally, coded: int) -> Bilingual:
    """A tally with its denominator: "✓ 5 passages, 3 of 4 cases coded to the end"."""
    words = {
        "✓": Bilingual("for", "for"),
        "✗": Bilingual("imod", "against"),
        "≈": Bilingual("forfiner", "refining"),
    }[mark]
    return Bilingual(
        f"{mark} {tally.passages} {'passage' if tally.passages == 1 else 'passager'} {words.da}, "
        f"{tally.cases} af {coded} sager kodet til ende",
        f"{mark} {tally.passages} {'passage' if tally.passages == 1 else 'passages'} {words.en}, "
        f"{tally.cases} of {coded} cases coded to the end",
    )


def box_side(box: Box) -> Side:
    """A box as it stands."""
    count = len(box.element_ids)
    facts: tuple[Bilingual, ...] = (
        WORDS[type(box.column)][box.column],
        Bilingual(
            f"{count} {'element' if count == 1 else 'elementer'}",
            f"{count} {'element' if count == 1 else 'elements'}",
        ),
    )
    if box.new:
        facts += (Bilingual("ikke i den oprindelige teori", "not in the initial theory"),)
    ids = {box.id, *box.element_ids}
    return Side(box_name(box), frozenset(ids), facts, box.witnesses, box.hypotheses, box=box)


def element_side(element: Element, view: Standing) -> Side:
    """An element as it stands, with the passages it rests on and those for and against it."""
    homes = view.homes.get(element.id, {})
    found = view.resting.get(element.id, {})
    number = next(iter(homes), "")
    kinds = [
        joined_words((same(name), *(WORDS[Kind][each] for each in own)), " ") for name, own in homes.items()
    ]
    return Side(
        same(element.wording),
        frozenset({element.id, *found}),
        (joined_words(kinds),) if kinds else (),
        witnesses((number, each) for each in found.values()),
        keys_of(view.hypotheses_of.get(element.id, ()), view),
    )


def keys_of(codes: Iterable[str], view: Standing) -> tuple[str, ...]:
    """The keys of codes that are known."""
    return tuple(dict.fromkeys(view.codes[each].key for each in codes if each in view.codes))


def configuration_side(assembled: Assembled, view: Standing, *, kept: bool) -> Side:
    """A configuration as it stands, with its passages for and against: on the whole, its links and its elements.

    One that is kept is not written out as a sentence.
    """
    own = assembled.configuration
    stands = standing(assembled)
    attached = [
        (own.number, view.stand.sources.evidence[each.id])
        for each in assembled.evidence
        if each.id in view.stand.sources.evidence
    ]
    found = witnesses(attached)
    count = len(found)
    facts = (
        Bilingual(stands.say("da"), stands.say("en")),
        *(() if kept else (written_out(assembled),)),
        Bilingual(
            f"{len(assembled.links)} forbindelser, {count} passager for og imod",
            f"{len(assembled.links)} links, {count} passages for and against",
        ),
    )
    ids = {own.id, *assembled.elements}
    for rows in (
        assembled.places, assembled.links, assembled.groundings, assembled.evidence, assembled.bearings
    ):  # fmt: skip
        ids.update(each.id for each in rows)
    name = same(f"{own.number} {own.title}".strip())
    return Side(name, frozenset(ids), facts, found, keys_of(own.hypotheses, view))


def written_out(assembled: Assembled) -> Bilingual:
    """A configuration as a sentence; the same parts are written out once."""
    return _written(
        assembled.configuration.because, assembled.places, tuple(assembled.elements.values()), assembled.links
    )


@lru_cache(maxsize=4000)
def _written(
    because: str, places: tuple[Place, ...], elements: tuple[Element, ...], links: tuple[Link, ...]
) -> Bilingual:
    own = Configuration("", "", "", because=because)
    whole = Assembled(own, places, {each.id: each for each in elements}, links)
    return Bilingual(sentence(whole, "da"), sentence(whole, "en"))


def code_side(code: Code, view: Standing) -> Side:
    """A code, support condition or hypothesis as it stands."""
    found = witnesses((code.key, each) for each in view.on_codes.get(code.id, ()))
    facts = (code.definition,) if code.definition != Bilingual() else ()
    name = Bilingual(f"{code.key} {code.label.say('da')}", f"{code.key} {code.label.say('en')}")
    return Side(name, frozenset({code.id}), facts, found, hypothesis_keys(code, view))


def hypothesis_keys(code: Code, view: Standing) -> tuple[str, ...]:
    """The key of the hypothesis a code stands under."""
    found = hypothesis_of(code, view.codes)
    return (found.key,) if found is not None else ()
