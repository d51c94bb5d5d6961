"""What became of the theory between two versions, as a list: changed, new, dropped, kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.theory_difference import Compared, Difference, Sort
from rcoder.project.version_figures import ready_difference, theory_names
from rcoder.project.versions import difference
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.leaving import let_out
from rcoder.ui.versioning import rows
from rcoder.ui.versioning.on_screen import LANGUAGE
from rcoder.ui.versioning.why import ask_why
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

OVERALL = "overall"
READING = "Comparing the two versions …"


class VersionDifferenceScreen(FollowingScreen):
    """Lists what differs; Enter opens one difference with its passages and reasons."""

    TABLES = rows.COMPARED
    CSS_PATH: ClassVar[CSSPathType | None] = "../versions.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.DIFFERENCE, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.DIFFERENCE)
    AUTO_FOCUS = "#list"

    def __init__(self, before: str, after: str, key: str = OVERALL) -> None:
        """`before` and `after` are keys of versions."""
        super().__init__()
        self.before, self.after, self.key = before, after, key
        self.difference: Difference | None = None
        self.sorts: tuple[Sort, ...] = rows.DIFFERING
        self.by_id: dict[str, Compared] = {}
        self.order: tuple[str, ...] = ()
        """Ids of what is listed."""
        self.keys: tuple[str, ...] = (OVERALL,)
        """Keys of the theories there are."""

    def compose(self) -> ComposeResult:
        """What is compared, and the list."""
        yield TopLine(id="top")
        yield Strips(id="about")
        yield Lines(id="list", empty=READING)
        yield Status()
        yield Keys(footer(Where.DIFFERENCE, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for the difference and listens for changes."""
        self.rows = self.query_one(Lines)
        self.follow()
        self.app.at_desk(theory_names, self._named)
        self.call_after_refresh(self.ask)

    def _named(self, keys: tuple[str, ...]) -> None:
        self.keys = keys

    def ask(self) -> None:
        """Reads the difference."""
        self.read(lambda: None)

    def read(self, then: Callable[[], None]) -> None:
        """Reads the difference, and goes on."""
        before, after, key = self.before, self.after, self.key

        def answered(found: Difference) -> None:
            if self.is_attached and (before, after, key) == (self.before, self.after, self.key):
                self._answered(found)
                then()

        self.outdated = False
        self.app.beside_desk(lambda project: difference(project, before, after, key=key), answered)

    def _answered(self, found: Difference) -> None:
        self.difference = found
        self.by_id = {each.id: each for each in found.compared}
        self.show()

    @property
    def language(self) -> str:
        """Language of the content: labels, definitions, sentences."""
        return self.app.study.overview.language if self.app.study else "da"

    @property
    def listed(self) -> tuple[Compared, ...]:
        """What is listed, in order."""
        return tuple(self.by_id[each] for each in self.order if each in self.by_id)

    def show(self) -> None:
        """Shows what is wanted of the difference."""
        found = self.difference
        if found is None:
            return
        self._list(found)
        theory = "" if self.key == OVERALL else f" · {self.key}"
        self.query_one(TopLine).show(
            (((f" Theory versions · {self.before} → {self.after}{theory}", "-strong"),),),
            ((f"showing {rows.filter_words(self.sorts)} ", "-muted"),),
        )
        self._show_about(found)

    def _show_about(self, found: Difference) -> None:
        names = found.before_name.say(LANGUAGE), found.after_name.say(LANGUAGE)
        denominators = found.before.denominator, found.after.denominator
        self.query_one("#about", Strips).show(
            tuple(
                rows.about_row(f" {sign} {name}: ", denominator, self.size.width)
                for sign, name, denominator in zip(("−", "+"), names, denominators, strict=True)
            )
        )

    def on_resize(self, _: events.Resize) -> None:
        """Says of how many cases as there is room."""
        if self.difference is not None:
            self.call_after_refresh(self._show_about, self.difference)

    def _list(self, found: Difference) -> None:
        """Lists it; thousands of lines are made at the desk, so that keys need not wait for them."""
        sorts, language = self.sorts, self.language

        def made(lines: tuple[Line, ...]) -> None:
            if not self.is_attached or self.difference is not found or self.sorts != sorts:
                return
            first = not self.order
            self.order = tuple(each.id for each in lines if each.id in self.by_id)
            self.rows.show(lines)
            if first and self.order:
                self.rows.go_to(self.order[0])

        self.app.at_desk(lambda _: tuple(rows.difference_rows(found, sorts, language)), made)

    @property
    def current(self) -> Compared | None:
        """What the line under the cursor is about."""
        line = self.rows.current
        return self.by_id.get(line.id) if line is not None else None

    # -- keys ----------------------------------------------------------------------------------------------------

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if (own := self.current) is not None:
            from rcoder.ui.screens.one_difference import OneDifferenceScreen

            self.app.push_screen(OneDifferenceScreen(self, own.id))
        elif event.line.folds:
            self.rows.toggle()

    def action_filter(self) -> None:
        """The next sort."""
        place = rows.FILTERS.index(self.sorts)
        self.sorts = rows.FILTERS[(place + 1) % len(rows.FILTERS)]
        self.show()

    def action_swap(self) -> None:
        """The other way round."""
        self.before, self.after = self.after, self.before
        self.ask()

    def action_theory(self) -> None:
        """The next theory."""
        place = self.keys.index(self.key) if self.key in self.keys else 0
        self.key = self.keys[(place + 1) % len(self.keys)]
        self.ask()

    def action_memo(self) -> None:
        """Writes down why."""
        ask_why(self.app, self.current, self.language)

    def action_write_file(self) -> None:
        """Writes the figure beside the study, or where one stands where the study is on a server."""
        location = self.app.desk.location if self.app.desk is not None else ""
        folder = Path.cwd() if "://" in location else Path(location).parent
        file = folder / rows.file_name(self.before, self.after, self.key)
        versions, key, language = (self.before, self.after), self.key, self.language
        let_out(
            self.app,
            lambda project: ready_difference(project, file, versions, key=key, language=language),
            lambda written: self.app.said.publish(f"Wrote {written}"),
        )

    def go_back(self) -> None:
        """Back to the versions."""
        if self.is_current:
            self.app.pop_screen()


def open_difference(app: RcoderApp, before: str, after: str) -> None:
    """Opens the difference between two versions, by their keys."""
    app.push_screen(VersionDifferenceScreen(before, after))
