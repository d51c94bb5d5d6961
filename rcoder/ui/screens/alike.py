"""Configurations that are alike, offered with the reason; nothing is one until a person makes it one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.errors import RcoderError
from rcoder.domain.resemblance import Resemblance
from rcoder.project import Project
from rcoder.project.advising import Steps
from rcoder.project.assembling import outlines
from rcoder.project.consolidating import Brought, bring
from rcoder.project.resembling import dismiss, dismissals, resembling
from rcoder.ui.chaining import alike_rows as rows
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring import choices
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.relating import relate
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


ALIKE = (
    "k shows what would meet, x does not offer it again.",
    "A resemblance is no evidence: nothing is counted of it.",
)
COMPARE = (
    "Opposite outcomes on the same resource: what makes the difference?",
    "A pair like this is worth more than ten confirmations. N: they contradict.",
)


def shown(project: Project, groups: tuple[Resemblance, ...]) -> rows.Alike:
    """What is offered with what the screen tells of it."""
    cases = {row["id"]: row["name"] for row in project.sight.rows("SELECT id, name FROM cases")}
    known = {each.configuration.id: each for each in outlines(project.sight)}
    return rows.Alike(groups, known, cases, project.study(), dismissals(project))


class AlikeScreen(FollowingScreen):
    """Offers groups; a person marks, makes one, compares, or dismisses."""

    TABLES = frozenset({"configurations", "places", "elements", "links", "coders", "codes"})
    CSS_PATH: ClassVar[CSSPathType | None] = "../chains.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.ALIKE, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.ALIKE)
    AUTO_FOCUS = "#groups"

    def __init__(self, configuration_id: str = "") -> None:
        """`configuration_id` is the one whose groups come first."""
        super().__init__()
        self.wanted = configuration_id
        self.found = rows.Alike()
        self.marked: tuple[str, ...] = ()
        self.also_dismissed = False

    def compose(self) -> ComposeResult:
        """The groups, and what can be done with the one under the cursor."""
        yield TopLine(id="top")
        yield Lines(id="groups", empty=rows.LOOKING)
        yield Strips(id="about", rule=True)
        yield Status()
        yield Keys(footer(Where.ALIKE, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Looks for what is alike and listens for changes."""
        self.lines = self.query_one("#groups", Lines)
        self.follow()
        self._show_top("looking …")
        self.call_after_refresh(self.ask)

    # -- showing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Works out what is alike, in steps between which keys and deeds go on."""
        self.run_worker(self._look(), group="alike", exclusive=True)

    async def _look(self) -> None:
        desk, dismissed = self.app.desk, self.also_dismissed
        if desk is None:
            return
        try:
            steps = await desk.ask(lambda project: Steps(resembling(project, dismissed=dismissed)))
            while not await desk.ask(steps.go_on):
                pass
            found = await desk.ask(lambda project: shown(project, steps.answer))
        except RcoderError as error:
            self.app.tell(error)
            return
        if self.is_attached:
            self._answered(found)

    def _answered(self, found: rows.Alike) -> None:
        first = not self.found.configurations
        self.found = replace(found, groups=rows.first_of(found, self.wanted))
        self.marked = tuple(each for each in self.marked if each in found.configurations)
        self.lines.empty = rows.EMPTY
        self._show([f"group:{each.key}" for each in self.found.groups[1:]] if first else None)

    def _show(self, folded: Sequence[str] | None = None) -> None:
        width = self.lines.size.width or 80
        self.lines.show(rows.lines(self.found, self.marked, width), folded=folded)
        self._show_top(rows.counts(self.found))
        self._show_about()

    def _show_top(self, words: str) -> None:
        title = self.app.study.overview.title if self.app.study else ""
        marked = f"{len(self.marked)} marked · " if self.marked else ""
        self.query_one(TopLine).show(
            (((f" {title}", "-strong"), ("  Alike", "-muted")),), ((f"{marked}{words} ", "-muted"),)
        )

    @on(Lines.Reached)
    def _show_about(self) -> None:
        group = self.group
        words: tuple[str, ...] = ("space marks, k makes one of those that are marked.",)
        if group is not None and group.against:
            words = COMPARE
        elif group is not None:
            words = ALIKE
        self.query_one("#about", Strips).show(tuple(((f" {each}", "-muted"),) for each in words))

    def on_resize(self, _: events.Resize) -> None:
        """Fits the words to the width."""
        if self.found.configurations:
            self.call_after_refresh(self._show)

    @property
    def row(self) -> str:
        """The line under the cursor."""
        return self.lines.current.id if self.lines.current is not None else ""

    @property
    def group(self) -> Resemblance | None:
        """The group under the cursor."""
        return rows.group_of(self.found, self.row)

    # -- going about ---------------------------------------------------------------------------------------------

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        """Enter: the configuration, or what would meet of the group."""
        if rows.configuration_of(self.row):
            self.action_open_here()
        elif self.group is not None and self.group.against:
            self.lines.toggle()
        elif self.group is not None:
            self.action_consolidate()

    def action_open_here(self) -> None:
        """Opens the configuration under the cursor; esc comes back."""
        if own := rows.configuration_of(self.row):
            self.app.open_configurations(configuration_id=own)
        elif self.group is not None:
            self.lines.toggle()

    def action_mark(self) -> None:
        """Marks what is under the cursor, or takes the mark off."""
        own, group = rows.configuration_of(self.row), self.group
        wanted = (own,) if own else (*group.members, *group.against) if group is not None else ()
        if not wanted:
            return
        if set(wanted) <= set(self.marked):
            self.marked = tuple(each for each in self.marked if each not in wanted)
        else:
            self.marked = tuple(dict.fromkeys((*self.marked, *wanted)))
        self._show()

    def action_add(self) -> None:
        """Marks any other configuration."""

        def listed(found: tuple[ConfigurationLine, ...]) -> None:
            known = choices.configurations(each for each in found if each.id not in self.marked)
            self.app.push_screen(ChooserScreen("Mark another configuration", known), chosen)

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self.marked = (*self.marked, answer)
                self._show()

        self.app.at_desk(lambda project: project.configuration_lines(), listed)

    def action_dismissed(self) -> None:
        """Shows what was dismissed too, or hides it."""
        self.also_dismissed = not self.also_dismissed
        self.ask()

    # -- deeds ---------------------------------------------------------------------------------------------------

    def action_consolidate(self) -> None:
        """Shows what would meet of those that are marked, else of the group under the cursor."""
        group = self.group
        wanted = self.marked or (group.members if group is not None and not group.against else ())
        if len(wanted) < 2:
            self.app.tell("Mark two configurations at least with space; + marks any other one.")
            return

        def brought(found: Brought) -> None:
            from rcoder.ui.screens.meeting import MeetingScreen

            self.app.push_screen(MeetingScreen(found))

        self.app.at_desk(lambda project: bring(project, wanted), brought)

    def action_relate(self) -> None:
        """Says how the two of a pair stand to each other, or one to any other."""
        own, group, numbers = rows.configuration_of(self.row), self.group, self.found.numbers
        if group is not None and group.against and (own in group.against or not own):
            other, own = group.members[0], own or group.against[0]
            relate(self.app, own, numbers[own], other, other_number=numbers[other])
        elif own:
            relate(self.app, own, numbers[own])
        else:
            self.app.tell("Go to a configuration first.")

    def action_remove(self) -> None:
        """Does not offer the group again; a dismissed one is offered again."""
        if (group := self.group) is None:
            self.app.tell("Go to a group first.")
            return
        again = group.key in self.found.dismissed

        def noted(_: None) -> None:
            self.app.said.publish(
                "Offered again." if again else "Not offered again; o shows what you dismissed."
            )
            self.ask()

        self.app.at_desk(_noting(group, again=again), noted)


def _noting(group: Resemblance, *, again: bool) -> Callable[[Project], None]:
    return lambda project: dismiss(project, group, again=again)


def open_alike(app: RcoderApp, configuration_id: str = "") -> None:
    """Opens what is alike, the groups of one configuration first."""
    app.push_screen(AlikeScreen(configuration_id))
