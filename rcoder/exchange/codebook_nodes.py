"""The box of the overall theory that a code says is its own: a node's id under `node`, or "none"."""

from __future__ import annotations

from collections.abc import Mapping

from rcoder.exchange.codebook_check import check_known, keys_of
from rcoder.exchange.codebook_shape import NO_NODE, Draft, overall_of
from rcoder.exchange.findings import Findings, shown


def places_of(draft: Draft) -> Mapping[str, str]:
    """The id of the overall theory's node that each code stands in, by the code's id; codes in none are left out."""
    overall = overall_of(draft)
    found: dict[str, str] = {}
    for node in overall.nodes if overall else ():
        for code in node.texts("codes"):
            found.setdefault(code, node.text("id"))
    return found


def check_named_nodes(draft: Draft, findings: Findings) -> None:
    """Note every code that names another node than the one it stands in."""
    overall, places = overall_of(draft), places_of(draft)
    known = keys_of(overall.nodes) if overall else {}
    for code in draft.codes:
        key, named = code.text("id"), code.text("node")
        stands = places.get(key, NO_NODE)
        if not named or named == stands:
            continue
        if named == NO_NODE:
            code.fault(
                "node", f"The node {shown(stands)} has {shown(key)} among its codes; it is not in none."
            )
        elif check_known(code.at("node"), named, known, "node of the overall theory", findings):
            code.fault("node", f"The node {shown(named)} does not have {shown(key)} among its codes.")
