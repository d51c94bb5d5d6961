"""The overviews there are beside the coding screen: one letter each in the window that `O` opens everywhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rcoder.domain.words import Bilingual

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


@dataclass(frozen=True, slots=True)
class Door:
    """A screen that answers one question, and the letter that opens it."""

    letter: str
    words: Bilingual
    question: str
    """The question it answers, in one line."""
    opens: Callable[[RcoderApp], None]


def _configurations(app: RcoderApp) -> None:
    app.open_configurations()


def _prompts(app: RcoderApp) -> None:
    from rcoder.ui.screens.prompts import open_prompts

    open_prompts(app)


def _support_conditions(app: RcoderApp) -> None:
    from rcoder.ui.screens.conditions import open_conditions

    open_conditions(app)


def _chains(app: RcoderApp) -> None:
    from rcoder.ui.screens.chains import open_chains

    open_chains(app)


def _alike(app: RcoderApp) -> None:
    from rcoder.ui.screens.alike import open_alike

    open_alike(app)


def _tray(app: RcoderApp) -> None:
    from rcoder.ui.screens.tray import open_tray

    open_tray(app)


def _material(app: RcoderApp) -> None:
    from rcoder.ui.screens.exhibits import open_exhibits

    open_exhibits(app)


def _review(app: RcoderApp) -> None:
    from rcoder.ui.screens.review import open_review

    open_review(app)


def _versions(app: RcoderApp) -> None:
    from rcoder.ui.screens.versions import open_versions

    open_versions(app)


def _theory(app: RcoderApp) -> None:
    from rcoder.ui.screens.theory import open_theory

    open_theory(app)


def _comparison(app: RcoderApp) -> None:
    from rcoder.ui.screens.matrix import open_comparison

    open_comparison(app)


def _framework(app: RcoderApp) -> None:
    from rcoder.ui.screens.framework import open_framework

    open_framework(app)


def _profile(app: RcoderApp) -> None:
    from rcoder.ui.screens.case_profile import open_profiles

    open_profiles(app)


def _charts(app: RcoderApp) -> None:
    from rcoder.ui.screens.charts import open_charts

    open_charts(app)


def _exports(app: RcoderApp) -> None:
    from rcoder.ui.screens.exports import open_exports

    open_exports(app)


DOORS: tuple[Door, ...] = (
    Door(
        "c", Bilingual("Konfigurationer", "Configurations"), "What works for whom, and why?", _configurations
    ),
    Door("t", Bilingual("Bakken", "Tray"), "Which passages fit nothing yet?", _tray),
    Door(
        "e",
        Bilingual("Andet materiale", "Other material"),
        "What do surveys, registers, documents say?",
        _material,
    ),
    Door(
        "p",
        Bilingual("Spørgsmål", "Prompts"),
        "What would a supervisor ask of these?",
        _prompts,
    ),
    Door(
        "s",
        Bilingual("Understøttende forhold", "Support conditions"),
        "Where are they met, and by which passages?",
        _support_conditions,
    ),
    Door(
        "f",
        Bilingual("Rammematrix", "Framework matrix"),
        "What does each case say, in a person's words?",
        _framework,
    ),
    Door(
        "a", Bilingual("Sagsprofil", "Case profile"), "What is known of a case; where did it turn?", _profile
    ),
    Door("g", Bilingual("Kæder", "Chains"), "Which configuration leads to which?", _chains),
    Door("w", Bilingual("Ligner hinanden", "Alike"), "Which are alike, and may be made one?", _alike),
    Door("r", Bilingual("Gennemgang", "Review"), "Whose turn is it, and what changed since?", _review),
    Door(
        "d",
        Bilingual("Forandringsteorien", "Change theory"),
        "What leads to what, by which passages?",
        _theory,
    ),
    Door(
        "v",
        Bilingual("Teoriens versioner", "Theory versions"),
        "What became of the theory, and why?",
        _versions,
    ),
    Door(
        "x",
        Bilingual("Sammenligning", "Comparison"),
        "What is said where, by whom, in which group?",
        _comparison,
    ),
    Door("k", Bilingual("Diagrammer", "Charts"), "How far is each; who speaks for and against?", _charts),
    Door("o", Bilingual("Til en fil", "To a file"), "Which figure, table or document is needed?", _exports),
)
"""In the order they are shown."""
