"""Which box of a theory an element is drawn in (decisions 3 to 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rcoder.domain.codebook import Code, Node, Theory
from rcoder.domain.configuration import Element

OVERALL = "overall"


class BoxFinder:
    """Finds the node an element is drawn in, for one theory of a codebook and its overall theory behind it."""

    def __init__(
        self, theory: Theory, theories: Iterable[Theory], nodes: Iterable[Node], codes: Mapping[str, Code]
    ) -> None:
        self._nodes = {node.id: node for node in nodes}
        self._codes = codes
        self._theory = theory
        overall = next((each for each in theories if each.key == OVERALL), theory)
        self._overall = overall.id
        self._by_code: dict[str, dict[str, Node]] = {}
        self._words: dict[tuple[str | None, str], frozenset[str]] = {}
        """What a code and a node are called, worked out once."""
        for node in self._nodes.values():
            for code in node.codes:
                self._by_code.setdefault(node.theory_id, {}).setdefault(code, node)

    def proposed(self, code_id: str | None) -> Node | None:
        """The overall theory's node for a code; None where it names the code in no node.

        A mini theory's node is no help here: what it rolls up to may be the very thing the code is opposed to.
        """
        return self._by_code.get(self._overall, {}).get(code_id or "")

    def settled(self, element: Element) -> Node | None:
        """The overall theory's node an element meets others in; None where it has a box of its own.

        Different wordings meet in a box only when a person confirms it: without a chosen node, only an element
        worded as its code, as the proposed node or as a finer node of its code goes there.
        """
        if element.new:
            return None
        if element.node_id is not None:
            node = self._nodes.get(element.node_id)
            return self._nodes.get(node.rolls_up_to) if node is not None and node.rolls_up_to else node
        node = self.proposed(element.code_id)
        return node if node is not None and self._worded_alike(element, node) else None

    def box(self, element: Element) -> Node | None:
        """The node of this finder's theory to draw the element in.

        In a mini theory: the finer node chosen or coded, else the only one that rolls up to the element's node, else
        that node of the overall theory itself. A code may have a node there and none in the overall theory.
        """
        overall = self.settled(element)
        if element.new or self._theory.id == self._overall:
            return overall
        chosen = self._nodes.get(element.node_id) if element.node_id else None
        if chosen is not None and chosen.theory_id == self._theory.id:
            return chosen
        own = self._by_code.get(self._theory.id, {}).get(element.code_id or "")
        if overall is None:
            return (
                own if own is not None and not element.node_id and self._worded_alike(element, own) else None
            )
        finer = [
            node
            for node in self._nodes.values()
            if node.theory_id == self._theory.id and node.rolls_up_to == overall.id
        ]
        coded = [node for node in finer if element.code_id in node.codes]
        if coded:
            return coded[0]
        return finer[0] if len(finer) == 1 else overall

    def _worded_alike(self, element: Element, node: Node) -> bool:
        place = element.code_id, node.id
        if place not in self._words:
            self._words[place] = self._words_of(element.code_id, node)
        return element.wording.strip().casefold() in self._words[place]

    def _words_of(self, code_id: str | None, node: Node) -> frozenset[str]:
        """What a code and a node are called, letter case set aside."""
        code = self._codes.get(code_id or "")
        meant = [
            node,
            *(own[code.id] for own in self._by_code.values() if code is not None and code.id in own),
        ]
        known = {words for each in meant for words in (each.label.da, each.label.en)}
        if code is not None:
            known |= {code.label.da, code.label.en, *code.aliases}
        return frozenset(each.strip().casefold() for each in known if each)
