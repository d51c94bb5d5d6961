"""Change theories of any shape, for the drawing in characters: cycles, self pairs, parallel arrows, loose boxes, odd labels."""

from __future__ import annotations

from hypothesis import strategies as st

from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Denominator, Membership, Tally
from rcoder.domain.words import Bilingual, Column, Effect, Kind

LABELS = (
    "Tryghed",
    "Få fagpersoner, aftalt kontakt og samme besked hele vejen gennem forløbet",
    "Arbejdsmarkedsbeskæftigelsesindsatskoordinationsudvalgsformandskabsvalg",
    "🙂 glad 日本語",
    "e\u0301n",
    "",
    "[b]ikke fed[/b] \x1b[31m\u202eom\u202c",
)
"""Plain ones, a very long word, wide and joining characters, nothing, and what would steer a terminal."""


def box(
    number: int, column: Column, label: str = "Tryghed", *, half: Kind | None = None, new: bool = False
) -> Box:
    """A box called b0, b1 …"""
    return Box(
        f"b{number}", f"{column[0].upper()}{number}", column, Bilingual(label, label), (), half=half, new=new
    )


def arrow(
    source: int, target: int, effect: Effect = Effect.PROMOTES, state: ArrowState = ArrowState.DRAFT
) -> Arrow:
    """An arrow between two boxes, with passages where it is not initial."""
    found = Tally(2, 1) if state in (ArrowState.ACCEPTED, ArrowState.DRAFT) else Tally()
    return Arrow(f"b{source}-b{target}-{effect}", f"b{source}", f"b{target}", effect, state, supports=found)


def theory(boxes: list[Box], arrows: list[Arrow], members: tuple[Membership, ...] = ()) -> ChangeTheory:
    """A theory of them, of 4 cases."""
    return ChangeTheory(
        "overall",
        Bilingual("Teori", "Theory"),
        Bilingual(),
        tuple(boxes),
        tuple(arrows),
        Denominator(4, 1, 0),
        members,
    )


@st.composite
def theories(draw: st.DrawFn, most: int = 18) -> ChangeTheory:
    """Any theory of up to `most` boxes."""
    many = draw(st.integers(1, most))
    boxes = []
    for number in range(many):
        column = draw(st.sampled_from(Column))
        halves = (Kind.RESOURCE, Kind.REASONING) if column is Column.MECHANISM else (None,)
        boxes.append(
            box(
                number,
                column,
                draw(st.sampled_from(LABELS)),
                half=draw(st.sampled_from(halves)),
                new=draw(st.booleans()),
            )
        )
    ends = st.integers(0, many - 1)
    pairs = draw(
        st.lists(
            st.tuples(ends, ends, st.sampled_from(Effect), st.sampled_from(ArrowState)),
            max_size=2 * many,
            unique_by=lambda each: each[:3],
        )
    )
    members = draw(st.lists(st.tuples(ends, ends), max_size=3, unique=True))
    return theory(
        boxes,
        [arrow(*each) for each in pairs],
        tuple(Membership(f"b{core}", f"b{own}") for core, own in members if core != own),
    )
