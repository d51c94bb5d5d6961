"""Saying how two configurations stand to one another: what, to which one, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.rival import Kinship
from rcoder.domain.words import Kin
from rcoder.project.chains import relating, unrelating
from rcoder.ui.configuring import choices
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.question import Field, QuestionScreen

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

HOW = (
    Choice(
        Kin.CONTRADICTS.value, (("contradicts", "-strong"),), "the two cannot both hold for the same cases"
    ),
    Choice(
        Kin.NESTED_IN.value, (("is nested in", "-strong"),), "it happens inside the other, on another level"
    ),
)


def relate(app: RcoderApp, own: str, number: str, other: str = "", *, other_number: str = "") -> None:
    """Asks what `own` is to another configuration, to which, and why; ids and numbers."""

    def chosen(kin: str | None) -> None:
        if kin is None:
            return
        if other:
            _why(app, (own, number), Kin(kin), (other, other_number))
        else:
            app.at_desk(lambda project: project.configuration_lines(), lambda found: listed(Kin(kin), found))

    def listed(kin: Kin, found: tuple[ConfigurationLine, ...]) -> None:
        known = {each.id: each for each in found if each.id != own}
        if not known:
            app.tell("There is no other configuration yet.")
            return
        words = {Kin.CONTRADICTS: "contradicts", Kin.NESTED_IN: "is nested in"}[kin]
        screen = ChooserScreen(f"{number} {words}", choices.configurations(known.values()))
        app.push_screen(
            screen,
            lambda answer: _why(app, (own, number), kin, (answer, known[answer].number)) if answer else None,
        )

    app.push_screen(ChooserScreen(f"{number} … {other_number or 'another one'}", HOW), chosen)


def _why(app: RcoderApp, own: tuple[str, str], kin: Kin, other: tuple[str, str]) -> None:
    """Asks for the reason; both by id and number."""
    words = {Kin.CONTRADICTS: "contradicts", Kin.NESTED_IN: "is nested in"}[kin]
    question = QuestionScreen(f"{own[1]} {words} {other[1]}", "", (Field("reason", "Because", ""),))

    def answered(answer: dict[str, str] | None) -> None:
        if answer is not None:
            app.act(lambda project: relating(project, own[0], kin, other[0], answer["reason"]))

    app.push_screen(question, answered)


def take_back_kinship(app: RcoderApp, kinship: Kinship) -> None:
    """Takes back what was said of two configurations, where the asker said it."""
    app.act(lambda project: unrelating(project, kinship.configuration_id, kinship.kin, kinship.other_id))
