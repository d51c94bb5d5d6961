"""Passages and other material on a configuration are changed by the coder who put them there alone."""

from __future__ import annotations

from typing import TypeVar

from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing
from rcoder.project.bench import Bench

J = TypeVar("J", Evidence, Bearing)


def owned(bench: Bench, joined: J) -> J:
    """What is joined to a claim, to be changed. Raises Misuse where another coder joined it, and says who."""
    if joined.coder_id == bench.coder_id:
        return joined
    what = "passage" if isinstance(joined, Evidence) else "material"
    name = bench.coders.get(joined.coder_id, "another coder")
    raise Misuse(f"That {what} is {name}'s.", "You change only your own.")
