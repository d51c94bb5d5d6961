"""Names that a corrected text no longer has: what was taken out of it must not leave with the earlier text's passages."""

from __future__ import annotations

import re

from rcoder.analysis.leaving.naming import BEGINS, CAPITALISED, STRETCH, base_form

_WORD = re.compile(r"\w+")
_SHORTEST = 3


def removed_names(before: str, after: str) -> frozenset[str]:
    """Words with a capital inside a sentence of the earlier text that the corrected one has nowhere, casefolded."""
    there = {each.casefold() for each in _WORD.findall(after)}
    small = {each for each in _WORD.findall(before) if each[:1].islower()}
    found = set()
    for each in CAPITALISED.finditer(before):
        form = base_form(each[0])
        if len(form) < _SHORTEST or form in small or not there.isdisjoint((form, f"{form}s")):
            continue
        if not BEGINS.search(before[max(0, each.start() - STRETCH) : each.start()]):
            found.add(form)
    return frozenset(found)
