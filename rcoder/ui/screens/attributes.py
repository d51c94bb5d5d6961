"""The attributes of the study: what is to be known of each case and interview."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from rcoder.domain.actions.attributing import Misfits
from rcoder.domain.case import Attribute
from rcoder.domain.errors import Misuse, RcoderError
from rcoder.domain.journal import Deed
from rcoder.project import Project
from rcoder.project.attributes import (
    AttributeLine,
    attribute_lines,
    definition,
    from_codebook,
    moved,
    redefinition,
    removal,
)
from rcoder.project.starting import shipped_codebooks
from rcoder.ui import attributing
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

Found = tuple[tuple[AttributeLine, ...], str]
"""The attributes, and the language of the content."""


class AttributesScreen(FollowingScreen):
    """Lists attributes; adds, changes and removes them."""

    TABLES = frozenset({"attributes", "case_groups", "cases", "transcripts"})
    CSS_PATH = "../boards.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.ATTRIBUTES, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.ATTRIBUTES)
    AUTO_FOCUS = "#list"

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[AttributeLine, ...] = ()
        self.language = "da"
        self._wanted = ""
        """Key of the attribute to go to once it is there."""

    def compose(self) -> ComposeResult:
        """The attributes, and what the one under the cursor means."""
        yield TopLine(
            (((" Attributes", "-strong"), ("  what is to be known of each case and interview", "-muted")),)
        )
        yield Lines(id="list", empty="No attributes yet. + defines one, b brings in those of a codebook.")
        yield Strips(id="about", rule=True)
        yield Status()
        yield Keys(footer(Where.ATTRIBUTES, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.list = self.query_one(Lines)
        self.follow()
        self.ask()

    def ask(self) -> None:
        """Reads what there is."""

        def found(answer: Found) -> None:
            if self.is_attached:
                self.found, self.language = answer
                self.list.show(attributing.attribute_lines(*answer))
                if self._wanted:
                    self.list.go_to(self._wanted)
                self._wanted = ""
                self._show_about()

        self.app.at_desk(lambda project: (attribute_lines(project), project.study().language), found)

    @property
    def line(self) -> AttributeLine | None:
        """The attribute under the cursor."""
        key = self.list.current.id if self.list.current is not None else ""
        return next((each for each in self.found if each.attribute.key == key), None)

    @on(Lines.Reached)
    def _show_about(self) -> None:
        rows = attributing.attribute_details(self.line, self.language, self.size.width)
        self.query_one("#about", Strips).show(rows)

    def on_resize(self) -> None:
        """Wraps what is said of the attribute."""
        self.call_after_refresh(self._show_about)

    def outdate(self) -> None:
        """Reads again at once, whether or not it is in front."""
        self.ask()

    # -- deeds ---------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Asks what is to be known."""
        self._ask_form(Attribute("", ""), new=True)

    @on(Lines.Chosen)
    def action_words(self) -> None:
        """Changes the attribute under the cursor."""
        if (line := self.line) is not None:
            self._ask_form(line.attribute, new=False)

    def _ask_form(
        self, before: Attribute, *, new: bool, written: Attribute | None = None, wrong: str = ""
    ) -> None:
        form = QuestionScreen(
            "A new attribute" if new else f"The attribute {before.key}",
            "",
            attributing.attribute_fields(written or before, new=new),
            check=lambda answer: attributing.wrong_attribute(answer, before),
            wrong=wrong,
        )

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._keep(before, attributing.attribute_written(answer, before), new=new)

        self.app.push_screen(form, answered)

    def _keep(self, before: Attribute, after: Attribute, *, new: bool, drop_misfits: bool = False) -> None:
        """Defines or changes an attribute; where it is refused the form comes back with what is wrong."""

        def deed(project: Project) -> Deed:
            if new:
                return definition(project, after, drop_misfits=drop_misfits)
            return redefinition(project, before, after, drop_misfits=drop_misfits)

        def refused(error: RcoderError) -> None:
            if isinstance(error, Misfits):
                self._ask_about_misfits(error, lambda: self._keep(before, after, new=new, drop_misfits=True))
            elif isinstance(error, Misuse):
                self._ask_form(before, new=new, written=after, wrong=str(error))
            else:
                self.app.tell(error)

        self._wanted = after.key
        self.app.act(deed, otherwise=refused)

    def _ask_about_misfits(self, error: Misfits, drop: Callable[[], None]) -> None:
        """Names the values that do not fit, and lets them become unknown where a person says so."""
        self.app.tell(error)
        choices = [
            Choice("leave", (("leave everything as it is", ""),)),
            Choice("drop", (("let the values that do not fit become unknown", ""),)),
        ]
        screen = ChooserScreen("Values do not fit", choices, words=error.message)
        self.app.push_screen(screen, lambda answer: drop() if answer == "drop" else None)

    def action_remove(self) -> None:
        """Removes the attribute with its values."""
        if (line := self.line) is not None:
            key = line.attribute.key
            self.app.act(lambda project: removal(project, key))

    def action_earlier(self) -> None:
        """Before the one above."""
        self._move(-1)

    def action_later(self) -> None:
        """After the one below."""
        self._move(1)

    def _move(self, step: int) -> None:
        if (line := self.line) is not None:
            key = line.attribute.key
            self.app.act(lambda project: moved(project, key, step))

    def action_bring(self) -> None:
        """Chooses a codebook and brings in its attributes."""

        def offered(names: tuple[str, ...]) -> None:
            choices = [Choice(each, ((each, ""),)) for each in names]
            screen = ChooserScreen("The attributes of which codebook?", choices)
            self.app.push_screen(screen, self._bring)

        self.app.at_desk(lambda _: shipped_codebooks(), offered)

    def _bring(self, name: str | None) -> None:
        if name is not None:
            self.app.act(lambda project: from_codebook(project, name))
