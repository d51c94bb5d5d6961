"""The change theory as a figure, whole or of one hypothesis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from rcoder.domain.outgoing import Outgoing, Wanted
from rcoder.domain.theory import ChangeTheory

if TYPE_CHECKING:
    from rcoder.project.door import Project

Drawn = Callable[["Project", ChangeTheory, Wanted], bytes]


def make(project: Project, wanted: Wanted) -> Outgoing:
    """The figure's file; an HTML file of the overall theory holds the mini theories too. Raises NotFound for a theory there is not."""
    theory = project.theory(theory_key(project, wanted.option("hypothesis", "overall")))
    return Outgoing(_FORMATS[wanted.ending](project, theory, wanted))


def theory_key(project: Project, key: str) -> str:
    """The theory's key as the codebook spells it."""
    contents = project.codebook()
    theories, hypotheses = (contents.theories, contents.hypotheses) if contents else ((), ())
    known = [*(each.key for each in theories), *(each.key for each in hypotheses)]
    return next((each for each in known if each.casefold() == key.casefold()), key)


def _svg(_: Project, theory: ChangeTheory, wanted: Wanted) -> bytes:
    from rcoder.figure import draw_svg

    return draw_svg(theory, language=wanted.language).encode()


def _html(project: Project, theory: ChangeTheory, wanted: Wanted) -> bytes:
    from rcoder.analysis.mini_theories import theory_keys
    from rcoder.figure import draw_html

    contents = project.codebook()
    keys = theory_keys(contents) if contents and theory.key == "overall" else ()
    others = [project.theory(each) for each in keys if each != theory.key]
    return draw_html(theory, language=wanted.language, others=others).encode()


_FORMATS: Mapping[str, Drawn] = {".svg": _svg, ".html": _html}
