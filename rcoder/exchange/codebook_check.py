"""What must hold between the parts of a codebook: ids that stand once, references that lead somewhere, a tree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from rcoder.exchange.codebook_attributes import check_attributes
from rcoder.exchange.codebook_shape import OVERALL, Draft, TheoryDraft, overall_of
from rcoder.exchange.findings import Findings, Placed, shown, suggestion
from rcoder.exchange.yaml_section import Section


def check_relations(draft: Draft, findings: Findings) -> None:
    """Note every fault between the blocks of a codebook."""
    check_once((*draft.hypotheses, *draft.conditions, *draft.codes), findings)
    _check_parents(draft, findings)
    _check_cycles(draft, findings)
    _check_horizons(draft.codes, findings)
    check_once([theory.top for theory in draft.theories], findings)
    for theory in draft.theories:
        _check_theory(theory, draft, findings)
    check_attributes(draft.attributes, findings)


def keys_of(sections: Iterable[Section]) -> dict[str, Section]:
    """The blocks by id; of two with the same id the first."""
    found: dict[str, Section] = {}
    for section in sections:
        found.setdefault(section.text("id"), section)
    return found


def check_once(sections: Iterable[Section], findings: Findings) -> None:
    """Note every id that stands a second time."""
    first: dict[str, Section] = {}
    for section in sections:
        key = section.text("id")
        if key and key in first:
            where = f"{first[key].shape.name} in line {first[key].at('id').line}"
            findings.add(section.at("id"), f"The id {shown(key)} stands twice; {where} has it already.")
        first.setdefault(key, section)


def check_known(place: Placed, key: str, known: Collection[str], what: str, findings: Findings) -> bool:
    """Whether a reference leads somewhere; one that does not is a finding that suggests the nearest id."""
    if key in known or not key:
        return True
    findings.add(place, f"There is no {what} {shown(key)}{suggestion(key, known)}")
    return False


def _check_parents(draft: Draft, findings: Findings) -> None:
    hypotheses, conditions, codes = keys_of(draft.hypotheses), keys_of(draft.conditions), keys_of(draft.codes)
    for condition in draft.conditions:
        check_known(
            condition.at("hypothesis"), condition.text("hypothesis"), hypotheses, "hypothesis", findings
        )
    for code in draft.codes:
        parent = code.text("parent")
        if not code.has("parent") and hypotheses:
            findings.add(code, 'A code needs "parent", the hypothesis or code it stands under.')
        elif parent in conditions and parent not in codes:
            code.fault(
                "parent",
                f"{shown(parent)} is a support condition; a code stands under a hypothesis or another code.",
            )
        else:
            check_known(code.at("parent"), parent, [*hypotheses, *codes], "hypothesis or code", findings)


def _check_cycles(draft: Draft, findings: Findings) -> None:
    """Note each ring of parents once, at the first of its codes."""
    codes = keys_of(draft.codes)
    settled: set[str] = set()
    for key in filter(None, codes):
        path: dict[str, None] = {}
        current = key
        while current in codes and current not in settled and current not in path:
            path[current] = None
            current = codes[current].text("parent")
        if current in path:
            _note_ring(list(path)[list(path).index(current) :], codes, findings)
        settled.update(path)


def _note_ring(ring: list[str], codes: Mapping[str, Section], findings: Findings) -> None:
    first = codes[ring[0]]
    if len(ring) == 1:
        first.fault("parent", f"{shown(ring[0])} is its own parent.")
        return
    way = " → ".join(shown(key) for key in [*ring[:6], *(["…"] if len(ring) > 6 else []), ring[0]])
    findings.add(first.at("parent"), f"The parents run in a ring: {way}.")


def _check_horizons(codes: Iterable[Section], findings: Findings) -> None:
    for code in codes:
        if code.has("horizon") and code.text("kind") != "outcome":
            findings.add(code.at("horizon"), 'Only a code of the kind "outcome" has a horizon.')


def _check_theory(theory: TheoryDraft, draft: Draft, findings: Findings) -> None:
    hypotheses = keys_of(draft.hypotheses)
    _check_whose(theory, draft, findings)
    check_once(theory.nodes, findings)
    for section in (*theory.nodes, *theory.links):
        for word in section.words("hypotheses"):
            check_known(word, word.text, hypotheses, "hypothesis", findings)
    _check_node_codes(theory, draft, findings)
    _check_roll_up(theory, draft, findings)
    _check_links(theory, findings)


def _check_whose(theory: TheoryDraft, draft: Draft, findings: Findings) -> None:
    hypothesis = theory.top.text("hypothesis")
    if theory.key == OVERALL:
        if hypothesis:
            theory.top.fault(
                "hypothesis", "The overall theory belongs to no single hypothesis; take the line out."
            )
        return
    if not theory.top.has("hypothesis"):
        findings.add(theory.top, f'A mini theory needs "hypothesis"; only the theory "{OVERALL}" has none.')
    else:
        known = check_known(
            theory.top.at("hypothesis"), hypothesis, keys_of(draft.hypotheses), "hypothesis", findings
        )
        if known and theory.key and hypothesis and theory.key != hypothesis:
            theory.top.fault("id", f"A mini theory has the id of its hypothesis, {shown(hypothesis)}.")
    if overall_of(draft) is None:
        findings.add(theory.top, f'A mini theory rolls up to the theory "{OVERALL}", which is missing.')


def _check_node_codes(theory: TheoryDraft, draft: Draft, findings: Findings) -> None:
    hypotheses, known = keys_of(draft.hypotheses), keys_of((*draft.conditions, *draft.codes))
    taken: dict[str, str] = {}
    for node in theory.nodes:
        for word in node.words("codes"):
            if word.text in hypotheses and word.text not in known:
                findings.add(word, f'{shown(word.text)} is a hypothesis; it stands under "hypotheses".')
            elif (
                check_known(word, word.text, known, "code or support condition", findings)
                and word.text in taken
            ):
                where = f"the node {shown(taken[word.text])} of this theory"
                findings.add(word, f"The code {shown(word.text)} stands in {where} already.")
            taken.setdefault(word.text, node.text("id"))


def _check_roll_up(theory: TheoryDraft, draft: Draft, findings: Findings) -> None:
    overall = overall_of(draft)
    known = keys_of(overall.nodes) if overall else {}
    for node in theory.nodes:
        if theory.key == OVERALL and node.has("rolls_up_to"):
            node.fault("rolls_up_to", "A node of the overall theory rolls up to nothing; take the line out.")
        elif theory.key != OVERALL and not node.has("rolls_up_to"):
            findings.add(node, 'A node of a mini theory needs "rolls_up_to", a node of the overall theory.')
        elif theory.key != OVERALL and overall:
            check_known(
                node.at("rolls_up_to"),
                node.text("rolls_up_to"),
                known,
                "node of the overall theory",
                findings,
            )


def _check_links(theory: TheoryDraft, findings: Findings) -> None:
    nodes = keys_of(theory.nodes)
    drawn: dict[tuple[str, str, str], Section] = {}
    for link in theory.links:
        source, target = link.text("from"), link.text("to")
        for end in ("from", "to"):
            check_known(link.at(end), link.text(end), nodes, "node of this theory", findings)
        if source and source == target:
            link.fault("to", f"A link from {shown(source)} to itself.")
        first = drawn.setdefault((source, target, link.text("effect")), link)
        if source and target and first is not link:
            twice = f"The link from {shown(source)} to {shown(target)} stands twice; it is in line {first.line} already."
            findings.add(link, twice)
