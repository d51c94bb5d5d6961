"""The figures of a report: the change theory, or the cut of it that can be read on a page, and the mini theories."""

from __future__ import annotations

from rcoder.analysis.cutting import cut
from rcoder.domain.cut import Cut, read_cut
from rcoder.domain.printed import Drawing
from rcoder.domain.terms import say
from rcoder.domain.theory import ArrowState, ChangeTheory
from rcoder.figure.density import points_at
from rcoder.project.exports import report_words as words
from rcoder.project.exports.pages import Pages
from rcoder.project.exports.report_ground import Ground
from rcoder.project.exports.theory_density import NARROWER

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
    theory, svg = _readable(whole, language, source)
    if theory is not whole:
        counts = {"boxes": len(whole.boxes), "arrows": len(whole.arrows)}
        pages.ours(words.TOO_DENSE.say(language).format(**counts))
    if _points(svg) < LEAST:
        pages.ours(words.STILL_DENSE.say(language))
    caption = words.FIGURE_ALL if theory is whole else words.FIGURE_CUT
    pages.drawing(_drawing(theory, svg, caption.say(language), language))


def mini(pages: Pages, ground: Ground, key: str, label: str, source: str) -> None:
    """The mini theory of a hypothesis; where it is too dense, a cut that can be read, and a sentence that says so."""
    language, whole = ground.language, ground.project.theory(key)
    theory, svg = _readable(whole, language, source)
    caption = words.FIGURE_MINI
    if theory is not whole:
        counts = {"boxes": len(whole.boxes), "arrows": len(whole.arrows)}
        pages.ours(words.MINI_DENSE.say(language).format(key=key, **counts))
        caption = words.FIGURE_MINI_CUT
    said = caption.say(language).format(key=key, label=label)
    pages.drawing(_drawing(theory, svg, said, language))


def _readable(whole: ChangeTheory, language: str, source: str) -> tuple[ChangeTheory, str]:
    """The theory with its drawing; where its words come out too small, the first cut that can be read, else the largest in print."""
    tried = [(whole, _drawn(whole, language, source))]
    for wanted in CUTS:
        if _points(tried[-1][1]) >= LEAST:
            return tried[-1]
        theory = cut(whole, wanted)
        if theory.arrows and all(theory.arrows != each.arrows for each, _ in tried):
            tried.append((theory, _drawn(theory, language, source)))
    return max(tried, key=lambda each: _points(each[1]))


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
