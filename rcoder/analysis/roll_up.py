"""A change theory derived from the links of configurations (decisions 2 to 7 and 12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.analysis.counting import CaseProgress, tally, witnesses
from rcoder.analysis.mini_theories import theory_keys, with_theory
from rcoder.domain.codebook import Code, CodebookContents, Node, Theory, TheoryLink, hypothesis_of
from rcoder.domain.configuration import Assembled, Element, Link
from rcoder.domain.consolidation import borne_out, standing_in, stands_for
from rcoder.domain.errors import NotFound
from rcoder.domain.passage import Passage
from rcoder.domain.review import DRAWN, standing
from rcoder.domain.rival import Standin
from rcoder.domain.theory import (
    Arrow,
    ArrowState,
    Box,
    ChangeTheory,
    Membership,
    WholeEvidence,
)
from rcoder.domain.words import Bilingual, Column, Effect, Horizon, Kind, Stance

ArrowKey = tuple[str, str, Effect]
"""Box, box and what the first does to the second."""

_HORIZONS = {Horizon.SHORT: Column.SHORT, Horizon.MEDIUM: Column.MEDIUM, Horizon.LONG: Column.LONG}


@dataclass(frozen=True, slots=True)
class Sources:
    """All that a change theory is derived from, as far as the viewer may see it."""

    study: str
    contents: CodebookContents
    configurations: tuple[Assembled, ...]
    evidence: Mapping[str, Passage]
    """The passage of each evidence, by its id."""
    codings: Mapping[str, Passage]
    """The passage of each coding an element rests on, by its id."""
    code_evidence: tuple[tuple[str, Passage], ...] = ()
    """Evidence on support conditions and hypotheses: id of the code, and the passage."""
    progress: CaseProgress = CaseProgress()
    standins: tuple[Standin, ...] = ()
    """Which elements of consolidated configurations stand for which of their members."""


@dataclass(slots=True)
class _Bundle:
    """An arrow in the making."""

    owners: set[str] = field(default_factory=set)
    """Ids of the drawn configurations that have the link."""
    configurations: list[str] = field(default_factory=list)
    hypotheses: list[str] = field(default_factory=list)
    attached: list[tuple[str, Passage]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    held: bool = False
    initial: TheoryLink | None = None


def derive(sources: Sources, key: str = OVERALL) -> ChangeTheory:
    """The change theory with that key ("overall", or a hypothesis' for its mini theory).

    Raises NotFound where the codebook has neither such a theory nor such a hypothesis.
    """
    contents = with_theory(sources.contents, key)
    theory = contents.theory(key) if contents is not None else None
    if contents is None or theory is None:
        known = ", ".join(theory_keys(sources.contents)) or "none"
        raise NotFound(f"The codebook has no theory called {key}.", f"It has: {known}.")
    return _Derivation(replace(sources, contents=contents), theory).result()


class _Derivation:
    """One derivation: boxes and arrows gathered configuration by configuration."""

    def __init__(self, sources: Sources, theory: Theory) -> None:
        self.sources, self.theory = sources, theory
        self.codes: dict[str, Code] = {code.id: code for code in sources.contents.codes}
        contents = sources.contents
        self.finder = BoxFinder(theory, contents.theories, contents.nodes, self.codes)
        self.nodes = {node.id: node for node in contents.nodes}
        self.boxes: dict[str, Box] = {}
        self.in_box: dict[str, dict[tuple[str, str], tuple[Assembled, Element]]] = {}
        self.arrows: dict[ArrowKey, _Bundle] = {}
        self.inner: dict[str, dict[ArrowKey, _Bundle]] = {}
        self.memberships: dict[tuple[str, str], None] = {}
        self.stands = stands_for(sources.standins)

    def result(self) -> ChangeTheory:
        """The whole theory."""
        self._initial()
        shown = self._shown()
        by_id = {assembled.configuration.id: assembled for assembled, _ in shown}
        for assembled, drawn_as in shown:
            if drawn_as == assembled.configuration.id:
                self._configuration(assembled)
        for assembled, drawn_as in shown:
            if drawn_as != assembled.configuration.id:
                self._lend(assembled, by_id[drawn_as])
        theory = self.theory
        return ChangeTheory(
            key=theory.key,
            title=theory.title,
            note=theory.note,
            boxes=tuple(
                self._finished(box) for box in sorted(self.boxes.values(), key=lambda each: each.new)
            ),
            arrows=tuple(self._arrow(key, bundle) for key, bundle in self.arrows.items()),
            denominator=self.sources.progress.denominator,
            memberships=tuple(Membership(*pair) for pair in self.memberships),
            whole=self._whole([assembled for assembled, _ in shown]),
            study=self.sources.study,
        )

    def _initial(self) -> None:
        """The initial theory's own boxes and arrows."""
        for node in sorted(self.nodes.values(), key=lambda each: each.position):
            if node.theory_id == self.theory.id:
                self._node_box(node.id)
        for link in sorted(self.sources.contents.links, key=lambda each: each.position):
            if link.theory_id == self.theory.id:
                bundle = self.arrows.setdefault((link.source_id, link.target_id, link.effect), _Bundle())
                bundle.initial = link
                bundle.hypotheses.extend(link.hypotheses)

    def _node_box(self, node_id: str) -> str:
        node = self.nodes[node_id]
        if node_id not in self.boxes:
            self.boxes[node_id] = Box(
                node_id, node.key, node.column, node.label, node.hypotheses, half=self._half(node)
            )
        return node_id

    def _half(self, node: Node) -> Kind | None:
        """A mechanism's half: resource where every kind that its codes usually are is that, else reasoning."""
        if node.column is not Column.MECHANISM:
            return None
        kinds = {self.codes[each].kind for each in node.codes if each in self.codes}
        return Kind.RESOURCE if kinds == {Kind.RESOURCE} else Kind.REASONING

    def _shown(self) -> list[tuple[Assembled, str]]:
        """The configurations that bear on this theory by number, each with the id of the one that is drawn for it."""
        shown = [
            each
            for each in sorted(self.sources.configurations, key=lambda each: each.configuration.number)
            if each.configuration.status in DRAWN and self._belongs(each)
        ]
        consolidated = {each.configuration.id: each.configuration.consolidated_in for each in shown}
        return [(each, _drawn_as(each.configuration.id, consolidated)) for each in shown]

    def _belongs(self, assembled: Assembled) -> bool:
        if not self.theory.hypothesis:
            return True
        keys = {self.codes[each].key for each in assembled.configuration.hypotheses if each in self.codes}
        return self.theory.hypothesis in keys

    def _configuration(self, assembled: Assembled) -> None:
        """Adds a configuration's boxes, arrows and membership."""
        for place in assembled.places:
            box = self._box(assembled, place.element_id, place.kind)
            own = self.in_box.setdefault(box, {})
            own[assembled.configuration.id, place.element_id] = (
                assembled,
                assembled.elements[place.element_id],
            )
            core = assembled.configuration.core_id
            if place.kind is Kind.RESOURCE and core in self.nodes and self.boxes[box].new:
                self.memberships.setdefault((self._node_box(core), box))
        for link in assembled.links:
            self._link(assembled, link, self._bundle(assembled, link))

    def _lend(self, member: Assembled, drawn: Assembled) -> None:
        """A member's passages count on the arrows and in the boxes of the consolidated configuration drawn for it.

        By what stands for what; where nothing does, by the boxes that the member's own links go between.
        """
        stands = standing_in(drawn, member, self.stands)
        if not stands:
            self._lend_by_box(member, drawn.configuration.id)
            return
        own = {link.id: link for link in member.links}
        borne = borne_out(drawn, member, stands)
        for link in drawn.links:
            bundle = self._bundle(drawn, link)
            if bundle is not None:
                for name in borne.get(link.id, ()):
                    self._attach(member, own[name], bundle)
        for name, standing_for in stands.items():
            for each in standing_for:
                in_box = self.in_box.setdefault(self._box_id(drawn.elements[each]), {})
                in_box[member.configuration.id, name] = member, member.elements[name]

    def _lend_by_box(self, member: Assembled, drawn_as: str) -> None:
        for link in member.links:
            key = self._key(member, link)
            if key is None:
                continue
            arrows = self.inner.get(key[0], {}) if key[0] == key[1] else self.arrows
            bundle = arrows.get(key)
            if bundle is not None and drawn_as in bundle.owners:
                self._attach(member, link, bundle)

    def _box(self, assembled: Assembled, element_id: str, kind: Kind) -> str:
        """The box of an element, made if it is not there yet."""
        element = assembled.elements[element_id]
        box_id = self._box_id(element)
        if box_id in self.nodes:
            return self._node_box(box_id)
        box, own = self.boxes.get(box_id), self._hypotheses(assembled)
        if box is None:
            label, column = Bilingual(element.wording, ""), _new_column(element, kind)
            half = kind if column is Column.MECHANISM else None
            self.boxes[box_id] = Box(box_id, "", column, label, own, kind, new=True, half=half)
        else:
            self.boxes[box_id] = replace(box, hypotheses=tuple(dict.fromkeys((*box.hypotheses, *own))))
        return box_id

    def _box_id(self, element: Element) -> str:
        node = self.finder.box(element)
        return node.id if node is not None else f"new-{element.id}"

    def _key(self, assembled: Assembled, link: Link, above: frozenset[str] = frozenset()) -> ArrowKey | None:
        """The arrow a link is part of. A conditioning link goes to the target box of the link it conditions.

        Where the initial theory draws the context at that link's source instead, it goes there. None where an end
        has no place, or where links condition one another in a circle (`above`: the links already followed).
        """
        if assembled.kind_of(link.source_id) is None or link.id in above:
            return None
        source = self._box_id(assembled.elements[link.source_id])
        conditioned = next((each for each in assembled.links if each.id == link.target_id), None)
        if conditioned is None:
            if assembled.kind_of(link.target_id) is None:
                return None
            return source, self._box_id(assembled.elements[link.target_id]), link.effect
        ends = self._key(assembled, conditioned, above | {link.id})
        if ends is None:
            return None
        at_source, at_target = ((source, end, Effect.CONDITIONS) for end in ends[:2])
        return at_source if self._is_initial(at_source) and not self._is_initial(at_target) else at_target

    def _is_initial(self, key: ArrowKey) -> bool:
        bundle = self.arrows.get(key)
        return bundle is not None and bundle.initial is not None

    def _bundle(self, assembled: Assembled, link: Link) -> _Bundle | None:
        key = self._key(assembled, link)
        if key is None:
            return None
        if key[0] == key[1]:
            return self.inner.setdefault(key[0], {}).setdefault(key, _Bundle())
        return self.arrows.setdefault(key, _Bundle())

    def _link(self, assembled: Assembled, link: Link, bundle: _Bundle | None) -> None:
        if bundle is None:
            return
        bundle.owners.add(assembled.configuration.id)
        bundle.held = bundle.held or standing(assembled).holds
        bundle.hypotheses.extend(self._hypotheses(assembled))
        self._attach(assembled, link, bundle)

    def _attach(self, assembled: Assembled, link: Link, bundle: _Bundle) -> None:
        number = assembled.configuration.number
        bundle.configurations.append(number)
        bundle.links.append(link.id)
        for each in assembled.evidence_on(link.id):
            if each.id in self.sources.evidence:
                bundle.attached.append((number, self.sources.evidence[each.id]))

    def _hypotheses(self, assembled: Assembled) -> tuple[str, ...]:
        return tuple(
            self.codes[each].key for each in assembled.configuration.hypotheses if each in self.codes
        )

    def _arrow(self, key: ArrowKey, bundle: _Bundle) -> Arrow:
        source, target, effect = key
        found = witnesses(bundle.attached)
        progress, initial = self.sources.progress, bundle.initial
        state = ArrowState.ACCEPTED if bundle.held else ArrowState.DRAFT
        return Arrow(
            id=f"{self._name(source)}-{self._name(target)}-{effect.value}",
            source=source,
            target=target,
            effect=effect,
            state=state if bundle.configurations else ArrowState.INITIAL,
            hypotheses=tuple(sorted(set(bundle.hypotheses))),
            initial=initial is not None,
            basis=initial.basis if initial else None,
            section=initial.section if initial else "",
            note=initial.note if initial else Bilingual(),
            configurations=tuple(dict.fromkeys(bundle.configurations)),
            witnesses=found,
            supports=tally(found, Stance.SUPPORTS, progress),
            contradicts=tally(found, Stance.CONTRADICTS, progress),
            refines=tally(found, Stance.REFINES, progress),
            links=tuple(dict.fromkeys(bundle.links)),
        )

    def _name(self, box_id: str) -> str:
        return self.boxes[box_id].key or box_id

    def _finished(self, box: Box) -> Box:
        """The box with the elements that meet in it, their passages, and the links inside it."""
        members = self.in_box.get(box.id, {})
        groundings = [
            (assembled.configuration.number, self.sources.codings[grounding.coding_id])
            for assembled, element in members.values()
            for grounding in assembled.groundings
            if grounding.element_id == element.id and grounding.coding_id in self.sources.codings
        ]
        joined = [
            (assembled.configuration.number, self.sources.evidence[each.id])
            for assembled, element in members.values()
            for each in assembled.evidence_on(element.id)
            if each.id in self.sources.evidence
        ]
        inner = tuple(self._arrow(key, bundle) for key, bundle in self.inner.get(box.id, {}).items())
        wordings = (
            f"{assembled.configuration.number}: {element.wording}" for assembled, element in members.values()
        )
        return replace(
            box,
            elements=tuple(wordings),
            witnesses=witnesses([*groundings, *joined]),
            inner=inner,
            element_ids=tuple(dict.fromkeys(element_id for _, element_id in members)),
        )

    def _whole(self, shown: list[Assembled]) -> tuple[WholeEvidence, ...]:
        """Evidence on whole configurations, and on hypotheses and support conditions, apart from the arrows."""
        found = []
        for assembled in shown:
            own = assembled.configuration
            attached = [
                (own.number, self.sources.evidence[each.id])
                for each in assembled.evidence_on(own.id)
                if each.id in self.sources.evidence
            ]
            if attached:
                found.append(WholeEvidence(own.number, own.title, witnesses(attached)))
        by_code: dict[str, list[tuple[str, Passage]]] = {}
        for code_id, passage in self.sources.code_evidence:
            if code_id in self.codes and self._bears(self.codes[code_id]):
                by_code.setdefault(code_id, []).append((self.codes[code_id].key, passage))
        for code_id, attached in by_code.items():
            code = self.codes[code_id]
            found.append(WholeEvidence(code.key, code.label.say(), witnesses(attached)))
        return tuple(found)

    def _bears(self, code: Code) -> bool:
        """Whether a hypothesis or support condition belongs to this theory; every one does to the overall theory."""
        hypothesis = hypothesis_of(code, self.codes)
        return not self.theory.hypothesis or (
            hypothesis is not None and hypothesis.key == self.theory.hypothesis
        )


def _drawn_as(own: str, consolidated: Mapping[str, str | None]) -> str:
    """The configuration drawn for `own`: the last one it is consolidated into, or itself where that goes in a circle."""
    current, seen = own, {own}
    while (into := consolidated[current]) is not None and into in consolidated:
        if into in seen:
            return own
        seen.add(into)
        current = into
    return current


def _new_column(element: Element, kind: Kind | None) -> Column:
    """Where a box of its own stands: by its kind, an outcome by sign and horizon (medium where none is given)."""
    if kind is Kind.CONTEXT:
        return Column.CONTEXT
    if kind is Kind.OUTCOME:
        return (
            Column.NEGATIVE
            if element.sign == "-"
            else _HORIZONS.get(element.horizon or Horizon.MEDIUM, Column.MEDIUM)
        )
    return Column.MECHANISM
