"""Two versions of a theory drawn as one figure: kept, changed, new and dropped told apart by line, mark and word."""

from __future__ import annotations

from dataclasses import fields

from rcoder.domain.difference_words import MARKS, SORTS, cases, tally, title
from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Denominator, Membership
from rcoder.domain.theory_difference import About, Compared, Difference, Sort
from rcoder.domain.words import Bilingual, Effect
from rcoder.figure.badges import badge_lines
from rcoder.figure.elements import element
from rcoder.figure.legend import SAMPLE, Entry, badge_room, badge_sample, legend_of, sign_entries
from rcoder.figure.marked import MarkedArrow, MarkedBox
from rcoder.figure.palette import INK
from rcoder.figure.placed import Sheet
from rcoder.figure.strokes import BECAME, Stroke, head, line, trimmed
from rcoder.figure.svg import picture, written

LINES: dict[Sort, Bilingual] = {
    Sort.NEW: Bilingual("ny: tyk streg, +", "new: thick line, +"),
    Sort.CHANGED: Bilingual("ændret: lange streger, ≠", "changed: long dashes, ≠"),
    Sort.DROPPED: Bilingual("udgået: korte streger, ×", "dropped: short dashes, ×"),
    Sort.KEPT: Bilingual("bevaret: tynd streg uden mærke", "kept: thin line without a mark"),
}
EFFECTS: dict[Effect, Bilingual] = {
    Effect.PROMOTES: Bilingual("fremmer", "promotes"),
    Effect.HINDERS: Bilingual("hæmmer (tværstreg og −)", "hinders (bar and −)"),
    Effect.CONDITIONS: Bilingual("betinger (hul rombe)", "conditions (hollow diamond)"),
}
COUNTS = Bilingual(
    "Tallene er den senere versions: ●5 · 3/N er 5 passager for, i 3 af N sager kodet til ende. Hyppighed er ikke styrke. "
    "Bokse: ny med tyk kant, udgået med korte streger, ændret med lange; en boks er ændret, når andre elementer tegnes i den.",
    "The figures are those of the later version: ●5 · 3/N is 5 passages for, in 3 of N cases coded to the end. Frequency is "
    "not strength. Boxes: new with a thick edge, dropped with short dashes, changed with long ones; a box is changed where "
    "other elements are drawn in it.",
)


def draw_difference_svg(difference: Difference, *, language: str = "da", source: str = "") -> str:
    """The two versions as one SVG document; the same difference gives the same bytes.

    `source` is the line that says where it comes from.
    """
    return written(
        picture(together(difference, language), language, legend_of=draw_legend, source=source, fonts=True)
    )


def together(difference: Difference, language: str) -> ChangeTheory:
    """Everything of both versions as one theory, each arrow and box marked with what became of it."""
    after, before = difference.after, difference.before
    said = title(difference, language)
    whole = [each.denominator for each in (before, after) if each.denominator != Denominator()]
    lines = (
        tally(difference, About.ARROW, language),
        tally(difference, About.BOX, language),
        *((" → ".join(cases(each, language) for each in whole),) if whole else ()),
    )
    return ChangeTheory(
        after.key,
        Bilingual(said, said),
        Bilingual(". ".join(lines), ". ".join(lines)),
        _boxes(difference),
        tuple(_arrows(difference, language)),
        after.denominator,
        _memberships(difference),
        study=after.study or before.study,
    )


def _boxes(difference: Difference) -> tuple[Box, ...]:
    """Boxes of the later version in its order, then those that only the earlier one has."""
    found: dict[str, Box] = {}
    sorts = _sorts(difference)
    for box in (*difference.after.boxes, *difference.before.boxes):
        own = difference.drawn_as.get(box.id, box.id)
        if own not in found:
            parts = {each.name: getattr(box, each.name) for each in fields(Box)}
            found[own] = MarkedBox(**parts, sort=sorts.get(own, Sort.KEPT))
    return tuple(found.values())


def _sorts(difference: Difference) -> dict[str, Sort]:
    """What became of each box, by its id; one that others joined is changed."""
    found: dict[str, Sort] = {}
    for each in difference.of(About.BOX):
        box = each.side.box
        if box is not None:
            found[box.id] = each.sort
    return found


def _memberships(difference: Difference) -> tuple[Membership, ...]:
    known = difference.drawn_as
    earlier = (
        Membership(known.get(each.core, each.core), known.get(each.box, each.box))
        for each in difference.before.memberships
    )
    return tuple(dict.fromkeys((*difference.after.memberships, *earlier)))


def arrow_of(compared: Compared, difference: Difference) -> Arrow | None:
    """The arrow that something compared is drawn as: the later version's, else the earlier one's between its boxes."""
    if compared.after is not None:
        return compared.after.arrow
    arrow = compared.before.arrow if compared.before else None
    if arrow is None:
        return None
    parts = {each.name: getattr(arrow, each.name) for each in fields(Arrow)}
    ends = {end: difference.drawn_as.get(parts[end], parts[end]) for end in ("source", "target")}
    return Arrow(**{**parts, **ends, "id": f"was-{arrow.id}"})


def _arrows(difference: Difference, language: str) -> list[MarkedArrow]:
    found: dict[str, MarkedArrow] = {}
    for compared in difference.of(About.ARROW):
        arrow = arrow_of(compared, difference)
        if arrow is None or arrow.source == arrow.target or arrow.id in found:
            continue
        parts = {each.name: getattr(arrow, each.name) for each in fields(Arrow)}
        found[arrow.id] = MarkedArrow(
            **parts, sort=compared.sort, badge=_badge(compared, arrow, difference, language)
        )
    return list(found.values())


def _badge(compared: Compared, arrow: Arrow, difference: Difference, language: str) -> tuple[str, ...]:
    """Mark and word, then what it counts in the later version; nothing where it is kept."""
    if compared.sort is Sort.KEPT:
        return ()
    first = f"{MARKS[compared.sort]} {SORTS[compared.sort].say(language)}"
    return (first, *badge_lines(arrow, difference.after)) if compared.after is not None else (first,)


# -- the legend ------------------------------------------------------------------------------------------------------


def draw_legend(sheet: Sheet, theory: ChangeTheory, width: float, language: str) -> tuple[str, float]:
    """The legend's drawing and its height: the signs that occur in this figure."""
    arrows = [placed.tie.arrow for placed in sheet.ties if placed.tie.arrow is not None]
    marked = [each for each in (*arrows, *theory.boxes) if isinstance(each, MarkedArrow | MarkedBox)]
    sorts, effects = {each.sort for each in marked}, {arrow.effect for arrow in arrows}
    entries = [
        Entry(_sample(sort, language), said.say(language), _room(sort, language))
        for sort, said in LINES.items()
        if sort in sorts
    ]
    entries += [
        Entry(_head(effect), said.say(language)) for effect, said in EFFECTS.items() if effect in effects
    ]
    badges = [arrow for arrow in arrows if isinstance(arrow, MarkedArrow) and arrow.badge]
    entries += sign_entries(badges, language)
    return legend_of(entries, (COUNTS.say(language),), width, language)


def _said(sort: Sort, language: str) -> str:
    return "" if sort is Sort.KEPT else f"{MARKS[sort]} {SORTS[sort].say(language)}"


def _room(sort: Sort, language: str) -> float:
    text = _said(sort, language)
    return 60 + badge_room(text) if text else SAMPLE


def _sample(sort: Sort, language: str) -> str:
    text = _said(sort, language)
    shown = badge_sample(text, BECAME[sort].colour) if text else ""
    badge = element("g", shown, transform="translate(60 0)") if shown else ""
    return line([(0.0, 0.0), (52.0, 0.0)], BECAME[sort]) + badge


def _head(effect: Effect) -> str:
    arrow = Arrow("", "", "", effect, ArrowState.ACCEPTED)
    points = [(0.0, 0.0), (52.0, 0.0)]
    return line(trimmed(points, arrow), Stroke(INK, 1.7, "")) + head(points, arrow)
