"""Versions of the theory: which were kept, why, by whom, what they hold; two of them compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.actions.sentences import several
from rcoder.domain.journal import Entry
from rcoder.project.versions import VersionLine, refuse_removal, rewording, save, version_lines
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.versioning import rows
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

SAVED_NOW = "The theory as you see it now is kept under this name; it can be compared with any other version."


class VersionsScreen(FollowingScreen):
    """Lists the versions; Enter compares two."""

    TABLES = frozenset(
        {
            "theory_versions",
            "configurations",
            "evidence",
            "codes",
            "theories",
            "nodes",
            "theory_links",
            "coders",
        }
    )
    CSS_PATH: ClassVar[CSSPathType | None] = "../versions.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.VERSIONS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.VERSIONS)
    AUTO_FOCUS = "#list"

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[VersionLine, ...] = ()
        self.marked = ""
        """Key of the version the others are compared with."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield TopLine(id="top")
        yield Lines(id="list", empty=rows.EMPTY)
        yield Status()
        yield Keys(footer(Where.VERSIONS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks which there are and listens for changes."""
        self.rows = self.query_one(Lines)
        self.follow_and_ask()

    def ask(self) -> None:
        """Reads which there are."""
        self.app.at_desk(version_lines, self._answered)

    def _answered(self, found: tuple[VersionLine, ...]) -> None:
        if not self.is_attached:
            return
        first = not self.found
        self.found = found
        self.show()
        if first and found:
            self.rows.go_to(found[-1].key)

    def show(self) -> None:
        """Shows the versions as they are to be."""
        study = self.app.study
        self.rows.show(rows.version_rows(self.found, self.marked, self.rows.size.width or 80))
        kept = max(0, len(self.found) - 2)
        title = study.overview.title if study else ""
        said = several(kept, "version") + " kept" if kept else "no version kept yet · n keeps one"
        self.query_one(TopLine).show(
            (((f" {title}", "-strong"), ("  Theory versions", "-muted")),), ((f"{said} ", "-muted"),)
        )

    def on_resize(self, _: events.Resize) -> None:
        """Wraps the words anew."""
        self.call_after_refresh(self.show)

    @property
    def line(self) -> VersionLine | None:
        """The version under the cursor."""
        current = self.rows.current
        return next((each for each in self.found if current is not None and each.key == current.id), None)

    # -- keys ----------------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Asks for a name and a reason."""

        def answered(found: dict[str, str] | None) -> None:
            if found is not None:
                self.app.at_desk(lambda project: save(project, found["name"], found["why"]), self._saved)

        self.app.push_screen(
            QuestionScreen(
                "Save a version of the theory",
                SAVED_NOW,
                (Field("name", "Name"), Field("why", "Why now: what was learnt or decided", tall=True)),
                check=_lacking,
            ),
            answered,
        )

    def _saved(self, entry: Entry) -> None:
        self.app.changed.publish(entry.changes)
        self.app.written.publish(entry)
        self.app.said.publish(entry.sentence)

    def action_mark(self) -> None:
        """Marks the version under the cursor, or takes the mark off."""
        if (line := self.line) is not None:
            self.marked = "" if self.marked == line.key else line.key
            self.show()

    def action_words(self) -> None:
        """Renames the version under the cursor."""
        line = self.line
        if line is None or not line.id:
            self.app.tell("Only a version that was saved has a name.")
            return

        def answered(found: dict[str, str] | None) -> None:
            if found is not None:
                self.app.act(lambda project: rewording(project, line.id, found["name"], found["why"]))

        fields = (Field("name", "Name", line.name), Field("why", "Why", line.reason, tall=True))
        self.app.push_screen(QuestionScreen(f"Version {line.key}", "", fields, check=_lacking), answered)

    def action_drop(self) -> None:
        """Says why it stays."""
        if (line := self.line) is not None and line.id:
            self.app.at_desk(lambda project: refuse_removal(project, line.id))
        else:
            self.app.tell("That version is always there.")

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        line = self.line
        chosen = rows.other_of(line.key, self.marked, self.found) if line is not None else None
        if chosen is not None:
            from rcoder.ui.screens.version_difference import open_difference

            open_difference(self.app, *chosen)

    def go_back(self) -> None:
        """Takes the mark off, then goes back."""
        if self.marked:
            self.marked = ""
            self.show()
        elif self.is_current:
            self.app.pop_screen()


def _lacking(found: dict[str, str]) -> str:
    if not found["name"].strip():
        return "It needs a name."
    return "" if found["why"].strip() else "It needs a reason."


def open_versions(app: RcoderApp) -> None:
    """Opens the versions of the theory."""
    app.push_screen(VersionsScreen())
