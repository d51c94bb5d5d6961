"""The figures of a report: the change theory, or the cut of it that can be read on a page, and the mini theories."""

from __future__ import annotations

from rcoder.analysis.cutting import cut
from rcoder.domain.cut import Cut
from rcoder.domain.printed import Drawing
from rcoder.domain.terms import say
from rcoder.domain.theory import ArrowState, ChangeTheory
from rcoder.project.exports import report_words as words
from rcoder.project.exports.pages import Pages
from rcoder.project.exports.report_ground import Ground

CUTS = (Cut(evidence=True), Cut(evidence=True, states=(ArrowState.ACCEPTED,)))
"""What is shown instead, the most inclusive first."""
WIDER = 1.1
"""How much larger a figure has to come out on a page on its side to get one."""


def overall(pages: Pages, ground: Ground, hypotheses: tuple[str, ...], source: str) -> None:
    """The theory as a whole; where it is too dense, the largest cut that can be read, and a sentence that says so."""
    language, whole = ground.language, ground.project.theory()
    if hypotheses:
        whole = cut(whole, Cut(hypotheses=hypotheses))
    theory, svg = whole, _drawn(whole, language, source)
    for wanted in CUTS:
        if not is_dense(svg):
            break
        theory = cut(whole, wanted)
        svg = _drawn(theory, language, source)
    if theory is not whole:
        counts = {"boxes": len(whole.boxes), "arrows": len(whole.arrows)}
        pages.ours(words.TOO_DENSE.say(language).format(**counts))
        if is_dense(svg):
            pages.ours(words.STILL_DENSE.say(language))
    caption = words.FIGURE_ALL if theory is whole else words.FIGURE_CUT
    pages.drawing(_drawing(theory, svg, caption.say(language), language))


def mini(pages: Pages, ground: Ground, key: str, label: str, source: str) -> None:
    """The mini theory of a hypothesis."""
    theory = ground.project.theory(key)
    svg = _drawn(theory, ground.language, source)
    caption = words.FIGURE_MINI.say(ground.language).format(key=key, label=label)
    pages.drawing(_drawing(theory, svg, caption, ground.language))


def is_dense(svg: str) -> bool:
    """Whether the labels come out too small in the report, whichever way the page lies."""
    from rcoder.exchange.documents.layout import fitted, size_of
    from rcoder.figure.density import LEAST
    from rcoder.figure.measures import LABEL

    width = max(fitted(svg, across=across).width for across in (False, True))
    return LABEL * width / size_of(svg).width * 72 / 25.4 < LEAST


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
