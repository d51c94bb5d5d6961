"""Every chain as lines: a tree drawn with lines, loops shown as such, and what somebody has said of two."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.actions.sentences import several
from rcoder.domain.chain import Branch, Chained, Chains, Tie
from rcoder.ui.chaining.words import SIGNS, TOLD, about_words
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.strips import Pieces

LOOP = "↺"
EMPTY = "No chains yet. In the configurations, > on an outcome begins the one that starts from it."


def lines(found: Chains) -> Iterator[Line]:
    """The chains, the loops by name, then what is nested and what contradicts."""
    for index, branch in enumerate(found.branches):
        yield _branch(found, index, branch)
    if found.loops:
        yield Line("heading:loops", (("Loops", "-muted"),), inert=True)
    for index, way in enumerate(found.loops):
        names = " → ".join(found.configurations[each].number for each in (*way, way[0]))
        yield Line(
            f"loop:{index}:{way[0]}",
            ((f"  {LOOP} ", "-strong"), (names, "")),
            right=several(len(way), "step"),
        )
    if found.kinships:
        yield Line("heading:kin", (("Nested and contradicting", "-muted"),), inert=True)
    for each in found.kinships:
        tie = Tie(each.kin.value)
        one, other = found.configurations[each.configuration_id], found.configurations[each.other_id]
        yield Line(
            f"kin:{each.id}:{one.id}",
            (
                (f"  {one.number}", "-strong"),
                (f" {SIGNS[tie]} {TOLD[tie]} ", "-muted"),
                (other.number, "-strong"),
                (f"  {each.reason}", ""),
            ),
        )


def _branch(found: Chains, index: int, branch: Branch) -> Line:
    own = found.configurations[branch.configuration_id]
    bars = "".join("│  " if on else "   " for on in branch.above[:-1])
    joint = ("├→ " if branch.above[-1] else "└→ ") if branch.above else ""
    pieces: list[Piece] = [(" ", ""), (bars + joint, "-muted")]
    if branch.loop:
        pieces.append((f"{LOOP} {own.number}", "-strong"))
        return Line(f"branch:{index}:{own.id}", tuple(pieces), right="the loop closes")
    pieces += [
        (own.number, "-muted" if branch.shown else "-strong"),
        (f" {own.title}", "-muted" if branch.shown else ""),
    ]
    right = "above" if branch.shown else about_words(own)
    return Line(f"branch:{index}:{own.id}", tuple(pieces), right=right)


def configuration_at(found: Chains, line_id: str) -> Chained | None:
    """The configuration a line is about."""
    return found.configurations.get(line_id.rsplit(":", 1)[-1])


def branch_at(found: Chains, line_id: str) -> tuple[int, Branch] | None:
    """The branch a line is of, and which it is."""
    subject, _, rest = line_id.partition(":")
    index = int(rest.split(":")[0]) if subject == "branch" else -1
    return (index, found.branches[index]) if 0 <= index < len(found.branches) else None


def line_before(found: Chains, line_id: str) -> str:
    """The id of the line of what leads here; "" for a beginning."""
    here = branch_at(found, line_id)
    if here is None:
        return ""
    index, branch = here
    for back in range(index - 1, -1, -1):
        if found.branches[back].depth == branch.depth - 1:
            return f"branch:{back}:{found.branches[back].configuration_id}"
    return ""


def line_after(found: Chains, line_id: str) -> str:
    """The id of the line of what this leads to first; where it stands above, that line."""
    here = branch_at(found, line_id)
    if here is None:
        return ""
    index, branch = here
    if branch.loop or branch.shown:
        there = next(
            place
            for place, each in enumerate(found.branches)
            if each.configuration_id == branch.configuration_id and not each.loop and not each.shown
        )
        return f"branch:{there}:{branch.configuration_id}"
    further = found.branches[index + 1 : index + 2]
    return (
        f"branch:{index + 1}:{further[0].configuration_id}"
        if further and further[0].depth > branch.depth
        else ""
    )


def details(found: Chains, line_id: str) -> tuple[Pieces, ...]:
    """What ties the line under the cursor to the one above it."""
    here = branch_at(found, line_id)
    if here is None or not here[1].elements:
        own = configuration_at(found, line_id)
        begins = "a chain begins here" if here is not None else ""
        return (((f" {own.number} {own.title}", "-strong"), (f"  {begins}", "-muted")),) if own else ()
    before = configuration_at(found, line_before(found, line_id))
    own = found.configurations[here[1].configuration_id]
    rows: list[Pieces] = []
    for element_id in here[1].elements:
        kinds = [
            each.there.value
            for each in found.leads
            if before and (each.source_id, each.target_id, each.element_id) == (before.id, own.id, element_id)
        ]
        ends = f" {before.number if before else '?'} → {own.number} "
        words = found.wordings.get(element_id, "")
        rows.append(
            ((ends, "-strong"), (f"“{words}”", ""), (f"  {' and '.join(kinds)} of {own.number}", "-muted"))
        )
    return tuple(rows)


def counts(found: Chains) -> str:
    """How many are in a chain, of how many, in words."""
    whole = len(found.configurations)
    if not found.leads:
        return f"no chain among {several(whole, 'configuration')}"
    loops = f" · {several(len(found.loops), 'loop')}" if found.loops else ""
    return f"{len(found.chained)} of {several(whole, 'configuration')} in a chain · the longest has {len(found.longest)}{loops}"
