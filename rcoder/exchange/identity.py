"""Ids of what comes from a codebook: worked out from its names, so that two people who load it get the same ids.

Each is a UUID of version 5 (RFC 9562): a codebook's in `NAMESPACE` from "rcoder:codebook:" and its id, and
what it holds in the codebook's own UUID from "code:H1.M1" (hypotheses and support conditions as well),
"theory:H1", "node:H1:H1.n1", "link:H1:H1.n1:H1.n2:promotes" and "attribute:ledighed_aar". Versions of one codebook share their ids.
"""

from __future__ import annotations

from uuid import UUID, uuid5

from rcoder.domain.words import Effect

NAMESPACE = UUID("7d1a6f0e-52c3-4b8e-9a64-0f3b1c9e2d57")
"""The namespace of every codebook; never changes."""


def codebook_id(key: str) -> str:
    """The id of the codebook that calls itself `key`."""
    return str(uuid5(NAMESPACE, f"rcoder:codebook:{key}"))


def code_id(codebook: str, key: str) -> str:
    """The id of a code, support condition or hypothesis, by the codebook's id and its own key."""
    return _within(codebook, f"code:{key}")


def theory_id(codebook: str, key: str) -> str:
    """The id of a theory, by the codebook's id and its own key."""
    return _within(codebook, f"theory:{key}")


def node_id(codebook: str, theory: str, key: str) -> str:
    """The id of a node, by the codebook's id, the theory's key and its own."""
    return _within(codebook, f"node:{theory}:{key}")


def theory_link_id(codebook: str, theory: str, source: str, target: str, effect: Effect) -> str:
    """The id of a link of the initial theory, by the keys of its theory and its two nodes, and its effect."""
    return _within(codebook, f"link:{theory}:{source}:{target}:{effect}")


def attribute_id(codebook: str, key: str) -> str:
    """The id of an attribute, by the codebook's id and its own key."""
    return _within(codebook, f"attribute:{key}")


def _within(codebook: str, name: str) -> str:
    return str(uuid5(UUID(codebook), name))
