"""The list of configurations beside the one in hand: what is shown, how one goes about, and how a deed is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.configuration import Element
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.transcript import Span
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring import choices, deeds, listing
from rcoder.ui.configuring.bench import place_names, place_of
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.configuring.rows import about
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.study import CLAIMS
from rcoder.ui.widgets.configuration_rows import ConfigurationRows
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Strips, TopLine
from rcoder.ui.widgets.strips import Status as StatusLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

Way = Callable[[Bench], Deed]
"""Makes a deed from the configuration as it stands in the project at that moment."""

TABLES = CLAIMS | {"judgements", "codings", "finishes"}
"""Tables whose changes this screen shows."""


class BenchScreen(Screen[None]):
    """Shows configurations; the deeds on them are its subclass's."""

    app: RcoderApp
    CSS_PATH = "../configurations.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CONFIGURATIONS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CONFIGURATIONS)
    AUTO_FOCUS = "#rows"

    def __init__(self, configuration_id: str = "") -> None:
        super().__init__()
        self._shown = configuration_id
        self._found: tuple[ConfigurationLine, ...] = ()

    def compose(self) -> ComposeResult:
        """The list, the configuration in hand, and the keys that fit the line under the cursor."""
        yield TopLine(id="top")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Strips(((("Configurations", ""),),), classes="pane-title")
                yield Lines(id="list", empty="None yet.")
            yield ConfigurationRows(
                id="rows",
                empty="No configurations yet. In a transcript, k makes one of the codings of a passage; here, n begins an empty one.",
            )
        yield Strips(id="fits")
        yield StatusLine()
        yield Keys(footer(Where.CONFIGURATIONS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.rows = self.query_one("#rows", ConfigurationRows)
        self.list = self.query_one("#list", Lines)
        self.app.written.subscribe(self, self._on_written)
        self.app.said.subscribe(self, self._on_said)
        self._ask_list(self._shown)

    # -- showing -------------------------------------------------------------------------------------------------

    def _ask_list(self, wanted: str = "", row: str = "") -> None:
        def listed(found: tuple[ConfigurationLine, ...]) -> None:
            self._found = found
            self.list.show(listing.lines(found))
            ids = [each.id for each in found]
            here = next((each for each in (wanted, self._shown) if each in ids), ids[0] if ids else "")
            if here:
                self.list.go_to(here)
                self._ask(here, row)
            else:
                self._shown = ""
                self._show(None)

        self.app.at_desk(lambda project: project.configuration_lines(), listed)

    def _ask(self, configuration_id: str, row: str = "") -> None:
        self._shown = configuration_id

        def asked(bench: Bench) -> None:
            if bench.assembled.configuration.id == self._shown:
                self._show(bench, row)

        self.app.at_desk(lambda project: gather(project, configuration_id), asked)

    def _show(self, bench: Bench | None, row: str = "") -> None:
        self.rows.open(bench, row)
        title = self.app.study.overview.title if self.app.study else ""
        count = f"{len(self._found)} configurations " if len(self._found) != 1 else "1 configuration "
        self.query_one(TopLine).show((((f" {title}", "-strong"),),), ((count, "-muted"),))
        self._show_fits()

    def _show_fits(self) -> None:
        bench, (subject, found) = self.bench, about(self.rows.row)
        name = place_names(bench.assembled).get(found, "") if bench and subject == "place" else ""
        self.query_one("#fits", Strips).show((listing.keys_for(self.rows.row, name),))

    @property
    def bench(self) -> Bench | None:
        """The configuration in hand."""
        return self.rows.bench

    @on(Lines.Reached, "#rows")
    def _on_row(self) -> None:
        self._show_fits()

    @on(Lines.Reached, "#list")
    def _on_listed(self, event: Lines.Reached) -> None:
        self._ask(event.line.id)

    @on(Lines.Chosen, "#list")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self._ask(event.line.id)
        self._forward(self.rows)

    def _on_said(self, sentence: str) -> None:
        self.query_one(StatusLine).show((((f" {sentence}", "-muted"),),))

    def _on_written(self, entry: Entry) -> None:
        if TABLES & {change.table for change in entry.changes}:
            self._ask_list(listing.configuration_in(entry.changes), listing.landing(entry.changes))

    def on_resize(self, event: events.Resize) -> None:
        """Folds the list where the screen is narrow."""
        self.set_class(event.size.width < 100, "-narrow")

    # -- going about ---------------------------------------------------------------------------------------------

    def _forward(self, pane: Lines) -> None:
        self.query_one("#left").set_class(pane is self.list, "-forward")
        self.call_after_refresh(pane.focus)

    def action_next_pane(self) -> None:
        """Goes between the list and the configuration."""
        self._forward(self.rows if self.list.has_focus else self.list)

    def go_back(self) -> None:
        """Goes back to the configuration, then to the screen before."""
        if self.list.has_focus and self.has_class("-narrow") and self.bench is not None:
            self._forward(self.rows)
        else:
            self.app.pop_screen()

    @on(Lines.Chosen, "#rows")
    def _on_opened(self, event: Lines.Chosen) -> None:
        """Enter: a passage in context, what a prompt is about, or the commonest deed on the line."""
        bench, row = self.bench, event.line.id
        if bench is None:
            return
        if (passage := deeds.read_at(bench, row)) is not None:
            self.app.open_passage(passage[0], Span(passage[1], passage[2]))
        elif (target := listing.asked_about(bench, row)) is not None:
            self.rows.go_to(target)
            self._show_fits()
        elif event.line.folds:
            self.rows.toggle()
        elif about(row)[0] in ENTER:
            self.call_later(self.run_action, ENTER[about(row)[0]])

    def action_find(self) -> None:
        """Finds a configuration by a few letters."""
        self.choose("Configurations", choices.configurations(self._found), self._ask_list)

    # -- asking --------------------------------------------------------------------------------------------------

    def do(self, way: Way, then: Callable[[Entry], None] | None = None) -> None:
        """Does a deed made from the configuration as it stands then, so that quick keys follow one another."""
        wanted = self._shown

        def deed(project: Project) -> Deed:
            found = way(gather(project, wanted))
            if not found.changes:
                raise Misuse("It is so already.")
            return found

        if wanted:
            self.app.act(deed, then=then)
        else:
            self.app.said.publish("No configuration here yet. n begins one.")

    def here(self, way: Callable[[Bench, str], Deed]) -> None:
        """Does a deed to the line under the cursor."""
        row = self.rows.row
        self.do(lambda bench: way(bench, row))

    def choose(
        self,
        title: str,
        found: tuple[Choice, ...],
        then: Callable[[str], None],
        *,
        at: str = "",
        free: str = "",
    ) -> None:
        """Asks for one of many, and goes on with it."""
        screen = ChooserScreen(title, found, at=at, free=free)
        self.app.push_screen(screen, lambda answer: then(answer) if answer is not None else None)

    def write(self, title: str, value: str, then: Callable[[str], None], *, tall: bool = False) -> None:
        """Asks for words, and goes on with them."""
        question = QuestionScreen(title, "", (Field("words", "", value, tall=tall),))
        self.app.push_screen(question, lambda answer: then(answer["words"]) if answer else None)

    def element(self) -> tuple[Bench, Element] | None:
        """The element under the cursor; says so where there is none."""
        bench, (subject, found) = self.bench, about(self.rows.row)
        place = place_of(bench.assembled, found) if bench and subject == "place" else None
        if bench is None or place is None:
            self.app.said.publish("Go to an element first: context, resource, reasoning or outcome.")
            return None
        return bench, bench.assembled.elements[place.element_id]


ENTER = {
    "title": "words",
    "hypotheses": "hypotheses",
    "case": "whose",
    "core": "core",
    "judgement": "judge",
    "memo": "memo",
    "frame": "add",
    "because": "because",
    "place": "attach",
    "link": "attach",
    "claim": "attach",
}
"""What Enter does on a line that opens nothing."""
