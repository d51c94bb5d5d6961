"""The groups of cases: which there are, and making one from conditions with the count as it grows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.case import Attribute, Case, Criterion, Group
from rcoder.domain.errors import RcoderError
from rcoder.domain.groups import (
    GroupCount,
    criteria_attributes,
    relations_of,
    said_name,
    said_value,
    value_of,
)
from rcoder.domain.terms import say
from rcoder.domain.words import AttributeType, Bilingual, Relation, Subject, danish_order
from rcoder.project import Project
from rcoder.project.attributes import attributes
from rcoder.project.groups import addition, change, group_counts, removal, sort_cases
from rcoder.ui import attributing
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.asking import ask_value
from rcoder.ui.screens.choosing import TYPED, choose
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

ABOUT_ROWS = 6
"""Rows in which it is said who is in a group."""


@dataclass(frozen=True, slots=True)
class Known:
    """What groups are made of: the cases, the attributes of cases, the groups there are, the language of the content."""

    cases: tuple[Case, ...]
    attributes: tuple[Attribute, ...]
    counts: tuple[GroupCount, ...]
    language: str


def read_known(project: Project) -> Known:
    """Reads what groups are made of."""
    return Known(
        tuple(project.cases()),
        attributes(project.sight, Subject.CASE),
        group_counts(project),
        project.study().language,
    )


class GroupsScreen(FollowingScreen):
    """Lists groups; makes, changes and removes them."""

    TABLES = frozenset({"attributes", "case_groups", "cases"})
    CSS_PATH = "../boards.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.GROUPS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.GROUPS)
    AUTO_FOCUS = "#list"

    def __init__(self) -> None:
        super().__init__()
        self.known: Known | None = None

    def compose(self) -> ComposeResult:
        """The groups, and the cases of the one under the cursor."""
        yield TopLine((((" Groups of cases", "-strong"),),))
        yield Lines(
            id="list", empty="No groups yet. + makes one of conditions, as years unemployed at least 5."
        )
        yield Strips(id="about", rule=True)
        yield Status()
        yield Keys(footer(Where.GROUPS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.list = self.query_one(Lines)
        self.follow()
        self.ask()

    def ask(self) -> None:
        """Reads what there is."""

        def found(known: Known) -> None:
            if self.is_attached:
                self.known = known
                self.list.show(attributing.group_lines(known.counts, known.attributes, known.language))
                self._show_about()

        self.app.at_desk(read_known, found)

    @property
    def count(self) -> GroupCount | None:
        """The group under the cursor."""
        own = self.list.current.id if self.list.current is not None else ""
        return next(
            (each for each in (self.known.counts if self.known else ()) if each.group.id == own), None
        )

    @on(Lines.Reached)
    def _show_about(self) -> None:
        count = self.count
        rows = attributing.count_rows(count, self.size.width - 1, ABOUT_ROWS) if count is not None else []
        self.query_one("#about", Strips).show([((" ", ""), *row) for row in rows])

    def outdate(self) -> None:
        """Reads again at once, whether or not it is in front."""
        self.ask()

    def action_add(self) -> None:
        """Makes a group."""
        if self.known is not None:
            self._make(self.known, None)

    @on(Lines.Chosen)
    def action_words(self) -> None:
        """Changes the group under the cursor."""
        if self.known is not None and (count := self.count) is not None:
            self._make(self.known, count.group)

    def _make(self, known: Known, before: Group | None, made: Group | None = None) -> None:
        def answered(group: Group | None) -> None:
            if group is not None:
                self._keep(known, before, group)

        self.app.push_screen(GroupScreen(known, made or before), answered)

    def _keep(self, known: Known, before: Group | None, group: Group) -> None:
        """Keeps a group; where it is refused the window comes back with what is wrong."""

        def refused(error: RcoderError) -> None:
            self.app.tell(error)
            self._make(known, before, group)

        if before is None:
            self.app.act(lambda project: addition(project, group.name, group.criteria), otherwise=refused)
        elif group != before:
            self.app.act(lambda project: change(project, before, group), otherwise=refused)

    def action_remove(self) -> None:
        """Removes the group."""
        if (count := self.count) is not None:
            own = count.group.id
            self.app.act(lambda project: removal(project, own))


class GroupScreen(Window[Group]):
    """Gives a group made of conditions; None where the person left."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../boards.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.MAKING_GROUP,)
    BINDINGS = bindings(Where.MAKING_GROUP)

    def __init__(self, known: Known, group: Group | None = None) -> None:
        super().__init__()
        self.known = known
        self.group = group or Group("", Bilingual())
        self.usable = criteria_attributes(known.attributes)

    def compose(self) -> ComposeResult:
        """The conditions, and how many cases fulfil them."""
        with Vertical(classes="window"):
            yield Strips(
                ((("A group of cases", "-strong"), ("  all conditions must hold", "-muted")),),
                classes="pane-title",
            )
            yield MakingLines(id="criteria")
            yield Strips(id="count", rule=True)
            yield How(
                ((("+ condition · enter change · x take out · ctrl+s done · esc leave", "-muted"),),),
                classes="pane-title",
            )

    def on_mount(self) -> None:
        """Shows what there is; a new group begins with its first condition."""
        self.lines = self.query_one(MakingLines)
        self._show()
        if not self.group.criteria:
            self.action_add()

    def on_resize(self) -> None:
        """Fits the names of the cases to the room."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        language = self.known.language
        self.lines.show(
            attributing.making_lines(self.group.name, self.group.criteria, self.known.attributes, language)
        )
        strips = self.query_one("#count", Strips)
        if not self.group.criteria:
            strips.show(((("+ adds the first condition.", "-muted"),),))
            return
        count = sort_cases(self.known.cases, self.group, self.known.attributes, language)
        strips.show(attributing.count_rows(count, strips.size.width))

    # -- conditions ----------------------------------------------------------------------------------------------

    @property
    def place(self) -> int | None:
        """The condition under the cursor."""
        line = self.lines.current
        return int(line.id.removeprefix("criterion:")) if line is not None and line.id != "name" else None

    def action_add(self) -> None:
        """Asks for a condition."""
        self._ask_criterion(None, lambda found: self._put(len(self.group.criteria), found))

    @on(Lines.Chosen)
    def action_change(self) -> None:
        """Changes the condition or the name under the cursor."""
        place = self.place
        if place is None:
            self._ask_name(self._rename)
        else:
            self._ask_criterion(self.group.criteria[place], lambda found: self._put(place, found))

    def action_remove(self) -> None:
        """Takes the condition out."""
        if (place := self.place) is not None:
            criteria = [each for index, each in enumerate(self.group.criteria) if index != place]
            self.group = replace(self.group, criteria=tuple(criteria))
            self._show()

    def _put(self, place: int, found: Criterion) -> None:
        criteria = list(self.group.criteria)
        criteria[place : place + 1] = [found]
        self.group = replace(self.group, criteria=tuple(criteria))
        self._show()
        self.lines.go_to(f"criterion:{place}")

    def _ask_criterion(self, before: Criterion | None, then: Callable[[Criterion], None]) -> None:
        """Asks for the attribute, how it is compared, and with what."""
        language = self.known.language

        def compared(attribute: Attribute, relation: Relation) -> None:
            own = before.value if before is not None and before.attribute == attribute.key else ""
            self._ask_value(attribute, own, lambda value: then(Criterion(attribute.key, relation, value)))

        def chosen(key: str) -> None:
            attribute = next(each for each in self.usable if each.key == key)
            choices = [
                Choice(each.value, ((say(each), ""),), names=(each.value,))
                for each in relations_of(attribute)
            ]
            at = before.relation.value if before is not None and before.attribute == key else ""
            title = said_name(attribute, language)
            choose(self.app, title, choices, lambda word: compared(attribute, Relation(word)), at=at)

        choices = [
            Choice(each.key, ((said_name(each, language), ""),), say(each.type), (each.key, each.label.en))
            for each in self.usable
        ]
        choose(self.app, "Cases by which attribute?", choices, chosen, at=before.attribute if before else "")

    def _ask_value(self, attribute: Attribute, own: str, then: Callable[[str], None]) -> None:
        """Asks what to compare with; where it is text, what the cases have is offered."""
        if attribute.type is not AttributeType.TEXT:
            ask_value(self.app, attribute, own, then, self.known.language, may_be_unknown=False)
            return
        known = {value_of(case, attribute.key) for case in self.known.cases} - {""}
        choices = [
            Choice(each, ((said_value(attribute, each, self.known.language), ""),), names=(each,))
            for each in sorted(known, key=danish_order)
        ]
        title = said_name(attribute, self.known.language)
        choose(
            self.app,
            title,
            choices,
            lambda value: then(value.removeprefix(TYPED)),
            at=own,
            free="other words",
        )

    # -- name and end --------------------------------------------------------------------------------------------

    def _ask_name(self, then: Callable[[Bilingual], None]) -> None:
        own = self.group.name
        words = attributing.criteria_words(self.group, self.known.attributes, self.known.language)
        form = QuestionScreen(
            "What is the group called?",
            words,
            (Field("da", "Name in Danish", own.da), Field("en", "Name in English (may be empty)", own.en)),
            check=lambda answer: (
                "" if answer["da"].strip() or answer["en"].strip() else "A group needs a name."
            ),
        )

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                then(Bilingual(answer["da"].strip(), answer["en"].strip()))

        self.app.push_screen(form, answered)

    def _rename(self, name: Bilingual) -> None:
        self.group = replace(self.group, name=name)
        self._show()

    def action_accept(self) -> None:
        """Keeps the group; asks for a condition and a name where there is none."""
        if not self.group.criteria:
            self.action_add()
        elif not self.group.name.say():
            self._ask_name(self._named)
        else:
            self.dismiss(self.group)

    def _named(self, name: Bilingual) -> None:
        self.dismiss(replace(self.group, name=name))

    def action_cancel(self) -> None:
        """Leaves."""
        self.dismiss(None)


class MakingLines(Lines, inherit_bindings=False):
    """The conditions of a group: Enter is the window's."""

    BINDINGS = [each for each in bindings(Where.LIST) if each.key not in {"left", "right", "enter"}]  # type: ignore[union-attr] # noqa: RUF012 - they are bindings all, as Textual wants them
