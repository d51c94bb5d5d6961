"""What the workbench shows of chains and of what a consolidated configuration is made of."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.domain.actions.sentences import listed, several
from rcoder.domain.chain import Neighbour
from rcoder.domain.configuration import Assembled
from rcoder.domain.passage import Passage
from rcoder.domain.terms import say
from rcoder.project.bench import Bench
from rcoder.ui.chaining.words import SIGNS, TOLD, about_words, by_what
from rcoder.ui.configuring.bench import LANGUAGE, element_name, link_name
from rcoder.ui.configuring.one_row import QUOTE_LINES, heading, row_of
from rcoder.ui.configuring.passage_rows import passage_rows
from rcoder.ui.widgets.lines import Line

MOST = 12
"""Ties shown on the workbench; the rest are in the overview of chains."""


def chain(bench: Bench, width: int) -> Iterator[Line]:
    """What it follows from, leads to, shares, nests and contradicts."""
    words = "Chain" if bench.ties else "Chain: none yet, > on an outcome goes on from it"
    yield heading("chain", words)
    for each in bench.ties[:MOST]:
        other = each.other
        told = f"{TOLD[each.tie]} "
        head = [
            ("  ", ""),
            (f"{SIGNS[each.tie]} ", "-strong"),
            (told, "-muted"),
            (f"{other.number} ", "-strong"),
        ]
        yield from row_of(tie_row(each), head, other.title, width, right=about_words(other), hang=6, limit=1)
        if words := by_what(each):
            yield from row_of(
                f"{tie_row(each)}#b",
                [("      ", "")],
                words,
                width,
                tone="-muted",
                goes_on=True,
                limit=QUOTE_LINES,
            )
    if len(bench.ties) > MOST:
        more = f"  and {len(bench.ties) - MOST} more: O g shows all chains"
        yield Line("heading:more-ties", ((more, "-muted"),), inert=True)


def tie_row(tie: Neighbour) -> str:
    """The id of the line of a tie; the other configuration's id is last."""
    by = tie.kinship.id if tie.kinship is not None else tie.element_id
    return f"tie:{tie.tie.value}:{by}:{tie.other.id}"


def made_of(bench: Bench, width: int) -> Iterator[Line]:
    """The members of a consolidated configuration, each with what it contributes and the passages it lends."""
    drawing = bench.drawing
    if not drawing.members and not drawing.hidden:
        return
    beside = f"{several(drawing.hidden, 'one', 'ones')} of layers out of your sight" if drawing.hidden else ""
    numbers = listed(each.configuration.number for each in drawing.members)
    made = ", and ".join(each for each in (numbers, beside) if each)
    yield heading("made-of", f"Made of {made}; Z splits it again")
    for member in drawing.members:
        yield from _member(bench, member, width)


def _member(bench: Bench, member: Assembled, width: int) -> Iterator[Line]:
    own = member.configuration
    lent = list(_lent(bench, member))
    case = bench.cases.get(own.case_id or "", "")
    head = [(f"{own.number} ", "-strong")] if lent else [("  ", ""), (f"{own.number} ", "-strong")]
    yield from row_of(
        f"member:{own.id}",
        head,
        own.title or "no title yet",
        width,
        right=case,
        folds=bool(lent),
        hang=6,
        limit=1,
    )
    given = " · ".join(_given(bench, member)) or "nothing that stands here any more"
    yield from row_of(
        f"member:{own.id}#g", [("      ", "")], given, width, tone="-muted", goes_on=True, limit=3
    )
    for name, stance, passage in lent:
        words = f"{name} {stance}".strip()
        yield from passage_rows(f"lent:{own.id}:{passage.id}", passage, words, width, depth=1)


def _given(bench: Bench, member: Assembled) -> Iterator[str]:
    """What a member contributes to each element: M1 “tryg”."""
    for element_id in dict.fromkeys(place.element_id for place in bench.assembled.places):
        for whose, name in bench.drawing.elements.get(element_id, ()):
            if whose is member:
                yield f"{element_name(bench.assembled, element_id)} “{member.elements[name].wording}”"


def _lent(bench: Bench, member: Assembled) -> Iterator[tuple[str, str, Passage]]:
    """The passages a member lends, each once: on what, its stance, and the passage."""
    assembled, drawing, number = bench.assembled, bench.drawing, member.configuration.number
    seen: set[str] = set()
    claims = [(link.id, link_name(assembled, link)) for link in assembled.links]
    claims += [(each, element_name(assembled, each)) for each in assembled.elements]
    for claim_id, name in claims:
        for whose, passage in (*drawing.lent(claim_id), *drawing.resting(claim_id)):
            if whose == number and passage.id not in seen:
                seen.add(passage.id)
                yield name, say(passage.stance, LANGUAGE) if passage.stance else "", passage
