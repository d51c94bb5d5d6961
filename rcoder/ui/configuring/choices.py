"""What a chooser offers: elements, links, boxes, codes, passages, each by its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rcoder.domain.answers import CodingLine, ConfigurationLine
from rcoder.domain.codebook import Code, Node
from rcoder.domain.configuration import Element
from rcoder.domain.terms import letter, say
from rcoder.domain.words import ROLE_GROUPS, Category, Column, Effect, Kind, Rendering
from rcoder.project.bench import OVERALL, Bench, core_proposed
from rcoder.ui.configuring.bench import LANGUAGE, element_name, link_name, place_names
from rcoder.ui.lists import code_pieces, configuration_pieces
from rcoder.ui.matching import Candidate, candidate, plain
from rcoder.ui.themes import tint
from rcoder.ui.widgets.lines import Line, Piece

NONE = "none"
"""The choice of nothing."""
NEW = "new"
"""The choice of something of its own: a box, a configuration."""
PROPOSED = "proposed"
"""The choice to leave it to the code."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose, and the words it is found by."""

    id: str
    pieces: tuple[Piece, ...]
    right: str = ""
    names: tuple[str, ...] = ()
    """What it is found by, besides what is shown."""
    exact: str = ""
    """Words it is found by only as they are written, after everything else; "" where likeness finds it."""

    @property
    def line(self) -> Line:
        """As a line of a list."""
        return Line(self.id, self.pieces, self.right)

    @property
    def candidate(self) -> Candidate:
        """As what the typed letters are compared with; the whole line in words counts too."""
        shown = "".join(words for words, _ in self.pieces)
        return Candidate(self.id, tuple(plain(each) for each in (*self.names, shown) if each) or ("",))


def kinds() -> tuple[Choice, ...]:
    """The four kinds by letter."""
    return tuple(
        Choice(
            kind.value,
            ((f"{letter(kind, LANGUAGE)} ", tint(kind)), (say(kind, LANGUAGE), "")),
            names=(letter(kind, LANGUAGE),),
        )
        for kind in Kind
    )


def cases(bench: Bench) -> tuple[Choice, ...]:
    """No case, and every case."""
    return (
        Choice(NONE, (("no case", "-muted"),)),
        *(Choice(each, ((name, ""),)) for each, name in bench.cases.items()),
    )


def hypotheses(bench: Bench) -> tuple[Choice, ...]:
    """Every hypothesis; those it belongs to carry a mark and are left by choosing them."""
    return _marked(bench, Category.HYPOTHESIS, bench.assembled.configuration.hypotheses)


def conditions(bench: Bench) -> tuple[Choice, ...]:
    """Every support condition, those of its hypotheses first; those it bears on carry a mark and are left by choosing them."""
    own = bench.assembled.configuration
    near = {code.id for code in bench.codes.values() if code.parent_id in own.hypotheses}
    found = _marked(bench, Category.CONDITION, own.conditions)
    return tuple(sorted(found, key=lambda each: each.id not in near))


def _marked(bench: Bench, category: Category, own: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            code.id,
            ((("✓ " if code.id in own else "  "), "-strong"), *code_pieces(code, bench.language)),
            names=candidate(code).names,
        )
        for code in bench.codes.values()
        if code.category is category and (not code.retired or code.id in own)
    )


USE = "use:"
"""Begins the answer that the study is to write configurations out so."""


def renderings(bench: Bench) -> tuple[Choice, ...]:
    """Each rendering to look at, then each to be used for the study."""
    shown = [
        Choice(
            each.value,
            ((("✓ " if each is bench.rendering else "  "), "-strong"), (say(each, LANGUAGE), "")),
            "the study's" if each is bench.study.rendering else _PARTS[each],
        )
        for each in Rendering
    ]
    used = [
        Choice(
            f"{USE}{each.value}",
            (("  use it for the study, because …  ", "-muted"), (say(each, LANGUAGE), "")),
        )
        for each in Rendering
    ]
    return (*shown, *used)


_PARTS = {
    Rendering.RESOURCE_REASONING: "context, resource, reasoning, outcome",
    Rendering.CMO: "context, mechanism, outcome",
    Rendering.ICAMO: "intervention, context, actor, mechanism, outcome",
}


def actors(bench: Bench, element: Element) -> tuple[Choice, ...]:
    """The code's actors, the role groups and roles; anything else can be typed."""
    code = bench.codes.get(element.code_id or "")
    used = (each.actor for each in bench.assembled.elements.values() if each.actor)
    known = dict.fromkeys((*(code.actors if code else ()), *ROLE_GROUPS.values(), *used, *ROLE_GROUPS))
    return (*(Choice(each, ((each, ""),)) for each in known), Choice(NONE, (("nobody named", "-muted"),)))


def cores(bench: Bench) -> tuple[Choice, ...]:
    """The core elements of the overall theory, the proposed one first (decision 6)."""
    proposed = core_proposed(bench)
    found = [node for node in _nodes(bench, OVERALL) if node.column is Column.CORE]
    found.sort(key=lambda node: node != proposed)
    return (
        *(_node(bench, node, "proposed from its codes" if node == proposed else "") for node in found),
        _no_core(),
    )


def _no_core() -> Choice:
    return Choice(NONE, (("no core element", "-muted"),), "its resource comes from another configuration")


COLUMNS: dict[Kind, tuple[Column, ...]] = {
    Kind.CONTEXT: (Column.CONTEXT,),
    Kind.RESOURCE: (Column.CORE, Column.MECHANISM),
    Kind.REASONING: (Column.MECHANISM,),
    Kind.OUTCOME: (Column.SHORT, Column.MEDIUM, Column.LONG, Column.NEGATIVE),
}
"""The columns where an element of each kind is mostly drawn; offered first, never required."""


def boxes(bench: Bench, element: Element) -> tuple[Choice, ...]:
    """The boxes an element can stand in: the proposed one, one of its own, those of its kind, the others (decision 4)."""
    finder = bench.finder()
    proposed = finder.proposed(element.code_id) if finder else None
    first = [_node(bench, proposed, "proposed from its code")] if proposed is not None else []
    new = Choice(NEW, (("a box of its own", "-strong"),), "it fits none of these")
    usual = {column for kind in bench.assembled.kinds_of(element.id) for column in COLUMNS[kind]}
    others = sorted(
        (node for node in _nodes(bench, OVERALL) if node != proposed),
        key=lambda node: node.column not in usual,
    )
    left_alone = Choice(PROPOSED, (("leave it to its code", "-muted"),))
    undone = [left_alone] if element.node_id or element.new else []
    return (*first, new, *(_node(bench, node) for node in others), *_finer(bench), *undone)


def _finer(bench: Bench) -> Iterator[Choice]:
    """The boxes of the mini theories of its hypotheses, each rolled up to one of the overall theory."""
    own = {bench.codes[each].key for each in bench.assembled.configuration.hypotheses if each in bench.codes}
    for hypothesis in bench.contents.hypotheses if bench.contents else ():
        if hypothesis.key in own:
            yield from (
                _node(bench, node, f"{hypothesis.key}, finer") for node in bench.boxes_of(hypothesis.key)
            )


def _nodes(bench: Bench, theory_key: str) -> Iterator[Node]:
    theory = bench.contents.theory(theory_key) if bench.contents else None
    if bench.contents is not None and theory is not None:
        yield from (node for node in bench.contents.nodes if node.theory_id == theory.id)


def _node(bench: Bench, node: Node, right: str = "") -> Choice:
    label = node.label.say(bench.language)
    return Choice(
        node.id,
        ((f"{node.key} ", "-muted"), (label, "")),
        right or say(node.column, LANGUAGE),
        (node.key, node.label.da, node.label.en),
    )


def codes(bench: Bench, kind: Kind | None = None) -> tuple[Choice, ...]:
    """The codes, those of a kind first."""
    found = [code for code in bench.codes.values() if code.category is Category.CODE and not code.retired]
    found.sort(key=lambda code: kind is not None and code.kind is not kind)
    return tuple(_code(bench, code) for code in found)


def _code(bench: Bench, code: Code) -> Choice:
    return Choice(code.id, code_pieces(code, bench.language), names=candidate(code).names)


def no_code() -> Choice:
    """Words of its own."""
    return Choice(NONE, (("no code: words of its own", "-muted"),))


def elsewhere(bench: Bench, kind: Kind | None = None) -> tuple[Choice, ...]:
    """Elements of other configurations, which can be shared (decision 3), and this one's own as a further kind.

    Those that stand as `kind` come first.
    """
    found: list[tuple[bool, Choice]] = []
    seen: set[str] = set()
    for assembled in (*bench.others, bench.assembled):
        names = place_names(assembled)
        number = assembled.configuration.number
        for place in assembled.places:
            element = assembled.elements[place.element_id]
            if element.id in seen or (kind and kind in bench.assembled.kinds_of(element.id)):
                continue
            seen.add(element.id)
            pieces: tuple[Piece, ...] = ((f"{names[place.id]} ", tint(place.kind)), (element.wording, ""))
            choice = Choice(f"share:{element.id}", pieces, f"share with {number}", exact=element.wording)
            found.append((place.kind is not kind, choice))
    found.sort(key=lambda each: each[0])
    return tuple(choice for _, choice in found)


def targets(bench: Bench, source_id: str) -> tuple[Choice, ...]:
    """What an element can be tied to: the other elements in the order of the frame, and for a context the links."""
    assembled = bench.assembled
    tied = {link.target_id for link in assembled.links if link.source_id == source_id}
    found = []
    for kind in Kind:
        for place in assembled.places:
            element = assembled.elements[place.element_id]
            if place.kind is kind and element.id != source_id and element.id not in tied:
                name = element_name(assembled, element.id)
                found.append(
                    Choice(element.id, ((f"→ {name} ", tint(kind)), (element.wording, "")), names=(name,))
                )
    links = []
    if Kind.CONTEXT in assembled.kinds_of(source_id):
        links = [
            Choice(
                link.id,
                (("on ", "-context"), (link_name(assembled, link), "-strong")),
                say(Effect.CONDITIONS, LANGUAGE),
                (link_name(assembled, link).replace("→ ", ""),),
            )
            for link in assembled.links
            if link.effect is not Effect.CONDITIONS and link.id not in tied
        ]
    known = dict.fromkeys((*links, *found))
    return tuple(known)


def onward(bench: Bench, source_id: str) -> str:
    """Id of the first element after this one in the frame that it is not tied to, where a chain goes on; "" for none.

    A context is rather tied to a link.
    """
    assembled = bench.assembled
    order = [place.element_id for kind in Kind for place in assembled.places if place.kind is kind]
    tied = {link.target_id for link in assembled.links if link.source_id == source_id}
    if Kind.CONTEXT in assembled.kinds_of(source_id) or source_id not in order:
        return ""
    after = order[order.index(source_id) + 1 :]
    return next((each for each in after if each != source_id and each not in tied), "")


def sources(bench: Bench) -> tuple[Choice, ...]:
    """The elements a link can begin at."""
    names = place_names(bench.assembled)
    return tuple(
        Choice(
            place.element_id,
            (
                (f"{names[place.id]} ", tint(place.kind)),
                (bench.assembled.elements[place.element_id].wording, ""),
            ),
            names=(names[place.id],),
        )
        for kind in Kind
        for place in bench.assembled.places
        if place.kind is kind
    )


def configurations(found: Iterable[ConfigurationLine]) -> tuple[Choice, ...]:
    """Configurations by number, hypotheses and title."""
    return tuple(
        Choice(
            line.id,
            (*configuration_pieces(line), (f"  {line.title}", "")),
            line.case,
            (line.number, line.title),
        )
        for line in found
    )


def passages(found: Iterable[CodingLine], codes: frozenset[str]) -> tuple[Choice, ...]:
    """Coded passages, those with one of these codes first."""
    ordered = sorted(found, key=lambda line: line.coding.code_id not in codes)
    return tuple(
        Choice(
            line.coding.id,
            (
                (f"{letter(line.coding.kind, LANGUAGE)} ", tint(line.coding.kind)),
                (f"{line.code} ", "-muted"),
                (f"“{' '.join(line.passage.text.split())}”", ""),
            ),
            " · ".join(each for each in (line.passage.case, ", ".join(line.passage.roles)) if each),
            (line.code, line.label, line.passage.text, line.passage.case),
        )
        for line in ordered
    )


def relevant_codes(bench: Bench, element_ids: Iterable[str]) -> frozenset[str]:
    """The codes of some elements."""
    elements = (bench.assembled.elements.get(each) for each in element_ids)
    return frozenset(each.code_id for each in elements if each is not None and each.code_id)


def claims(bench: Bench, extending: str) -> tuple[Choice, ...]:
    """What a passage can be for or against: the whole configuration, each link and element; first the way to extend it, if any."""
    assembled = bench.assembled
    own = assembled.configuration
    first = [Choice("extend", (("extend ", "-strong"), (extending, "")))] if extending else []
    whole = Choice(own.id, (("whole ", "-strong"), (f"{own.number} {own.title}", "")))
    links = []
    for link in assembled.links:
        source = assembled.elements[link.source_id].wording
        target = assembled.elements[link.target_id].wording if link.target_id in assembled.elements else ""
        words = f"{source} → {target}" if target else source
        links.append(
            Choice(
                link.id,
                (
                    (f"{link_name(assembled, link)} ", "-strong"),
                    (f"{say(link.effect, LANGUAGE)}  ", "-muted"),
                    (words, ""),
                ),
            )
        )
    elements = [
        Choice(
            each,
            ((f"{element_name(assembled, each)} ", "-strong"), (assembled.elements[each].wording, "")),
            right="element",
        )
        for each in dict.fromkeys(place.element_id for place in assembled.places)
    ]
    return (*first, whole, *links, *elements)
