"""The figures of a report: the change theory, or the cut of it that can be read on a page, and the mini theories."""

from __future__ import annotations

from collections.abc import Iterator

from rcoder.analysis.cutting import cut
from rcoder.domain.cut import Cut, read_cut
from rcoder.domain.printed import Drawing
from rcoder.domain.terms import say
from rcoder.domain.theory import Arrow, ArrowState, ChangeTheory
from rcoder.domain.words import Bilingual
from rcoder.figure.density import points_at
from rcoder.project.exports import report_words as words
from rcoder.project.exports.pages import Pages
from rcoder.project.exports.report_ground import Ground
from rcoder.project.exports.theory_density import NARROWER
from rcoder.project.exports.theory_size import MOST

CUTS = tuple(read_cut(dict([option])) for option in NARROWER if option[0] != "horizon")
"""What may be shown instead of the whole, the most inclusive first."""
LEAST = 5.5
"""Points of labels in print below which a part is shown instead; our letters are as large as others' are at seven."""
WIDER = 1.1
"""How much larger a figure has to come out on a page on its side to get one."""


def overall(pages: Pages, ground: Ground, hypotheses: tuple[str, ...], source: str) -> None:
    """The theory as a whole; where it is too dense, the largest cut that can be read, and a sentence that says so."""
    language, whole = ground.language, ground.project.theory()
    if hypotheses:
        whole = cut(whole, Cut(hypotheses=hypotheses))
    found = _shown(pages, whole, language, source, words.TOO_DENSE)
    if found is None:
        return
    theory, svg = found
    if _points(svg) < LEAST:
        pages.ours(words.STILL_DENSE.say(language))
    caption = words.FIGURE_ALL if theory is whole else words.FIGURE_CUT
    pages.drawing(_drawing(theory, svg, caption.say(language), language))


def mini(pages: Pages, ground: Ground, key: str, label: str, source: str) -> None:
    """The mini theory of a hypothesis; where it is too dense, a cut that can be read, and a sentence that says so."""
    language, whole = ground.language, ground.project.theory(key)
    found = _shown(pages, whole, language, source, words.MINI_DENSE)
    if found is None:
        return
    theory, svg = found
    caption = words.FIGURE_MINI if theory is whole else words.FIGURE_MINI_CUT
    pages.drawing(_drawing(theory, svg, caption.say(language).format(key=key, label=label), language))


def _shown(
    pages: Pages, whole: ChangeTheory, language: str, source: str, dense: Bilingual
) -> tuple[ChangeTheory, str] | None:
    """What is drawn of a theory, after a sentence where that is not the whole; None where no figure can hold any cut of it."""
    counts = {"key": whole.key, "boxes": len(whole.boxes), "arrows": len(whole.arrows)}
    theory, svg = _readable(whole, language, source)
    if not svg:
        pages.ours(words.ENDLESS.say(language).format(**counts))
        return None
    if theory is not whole:
        pages.ours(dense.say(language).format(**counts))
    return theory, svg


def _readable(whole: ChangeTheory, language: str, source: str) -> tuple[ChangeTheory, str]:
    """The theory with its drawing; where its words come out too small, the first cut that can be read, else the largest in print.

    The drawing is "" where every cut has more boxes than a figure holds.
    """
    tried: list[tuple[ChangeTheory, str]] = []
    for theory in _narrower(whole):
        tried.append((theory, _drawn(theory, language, source)))
        if _points(tried[-1][1]) >= LEAST:
            return tried[-1]
    return max(tried, key=lambda each: _points(each[1]), default=(whole, ""))


def _narrower(whole: ChangeTheory) -> Iterator[ChangeTheory]:
    """The theory and its cuts, without those that no figure holds and those that show what another shows."""
    seen: list[tuple[Arrow, ...]] = []
    for wanted in (Cut(), *CUTS):
        theory = cut(whole, wanted)
        if len(theory.boxes) <= MOST and (theory.arrows or theory is whole) and theory.arrows not in seen:
            seen.append(theory.arrows)
            yield theory


def _points(svg: str) -> float:
    """Points of the labels of boxes in the report, whichever way the page lies."""
    from rcoder.exchange.documents.layout import fitted

    return points_at(svg, max(fitted(svg, across=across).width for across in (False, True)))


def _drawn(theory: ChangeTheory, language: str, source: str) -> str:
    from rcoder.figure import draw_svg

    return draw_svg(theory, language=language, source=source)


def _drawing(theory: ChangeTheory, svg: str, caption: str, language: str) -> Drawing:
    from rcoder.exchange.documents.layout import fitted
    from rcoder.figure.paper import without_fonts

    lean = without_fonts(svg)
    upright, lying = fitted(lean, across=False), fitted(lean, across=True)
    return Drawing(lean, caption, described(theory, language), across=lying.width > upright.width * WIDER)


def described(theory: ChangeTheory, language: str) -> str:
    """What the figure shows, in words: its size, and each arrow that something is known of."""
    states = [each.state for each in theory.arrows]
    said = words.DESCRIBED.say(language).format(
        boxes=len(theory.boxes),
        arrows=len(theory.arrows),
        accepted=states.count(ArrowState.ACCEPTED),
        draft=states.count(ArrowState.DRAFT),
        initial=states.count(ArrowState.INITIAL),
    )
    names = {each.id: each.label.say(language) for each in theory.boxes}
    arrows = (
        f"{names[each.source]} {say(each.effect, language)} {names[each.target]}"
        for each in theory.arrows
        if each.state is not ArrowState.INITIAL
    )
    return f"{said} {'; '.join(arrows)}."
