"""The list of configurations beside the one in hand: what is shown, and how one goes about."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import Entry
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring import deeds, listing, strength_words
from rcoder.ui.configuring.bench import place_names
from rcoder.ui.configuring.rows import about
from rcoder.ui.study import CLAIMS
from rcoder.ui.widgets.configuration_rows import ConfigurationRows
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Strips, TopLine
from rcoder.ui.widgets.strips import Status as StatusLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

T = TypeVar("T")

TABLES = CLAIMS | {
    "bearings",
    "exhibits",
    "kinships",
    "standins",
    "judgements",
    "codings",
    "finishes",
    "comments",
    "prompt_answers",
    "rivals",
    "study",
}
"""Tables whose changes this screen shows."""


class BenchView(Screen[None]):
    """Shows configurations; asking for deeds and doing them is its subclass's."""

    app: RcoderApp
    CSS_PATH = "../configurations.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CONFIGURATIONS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CONFIGURATIONS)
    AUTO_FOCUS = "#rows"

    def __init__(self, configuration_id: str = "") -> None:
        super().__init__()
        self._shown = configuration_id
        self._found: tuple[ConfigurationLine, ...] = ()
        self._steps: deque[Callable[[], None]] = deque()
        """What was asked for by keys and waits until the deed before it is done and shown."""
        self._doing = False
        self._asking = 0
        self._asked_on: Bench | None = None
        """The configuration as it was when a window was opened on it, with the person's own deeds since."""
        self._own: set[str] = set()
        """Entries of this screen, shown by it already."""

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
        self.app.outdated.subscribe(self, self._on_outdated)
        self._ask_list(self._shown)

    # -- showing -------------------------------------------------------------------------------------------------

    def _question(self, question: Callable[[Project], T], then: Callable[[T], None]) -> None:
        """Asks the project; deeds wait until the answer is shown."""
        self._asking += 1

        def asked(project: Project) -> T | RcoderError:
            try:
                return question(project)
            except RcoderError as error:
                return error

        def answered(found: T | RcoderError) -> None:
            self._asking -= 1
            if isinstance(found, RcoderError):
                self.app.tell(found)
            elif self.is_attached:
                then(found)
            self._next()

        self.app.at_desk(asked, answered)

    def _ask_list(self, wanted: str = "", row: str = "", *, own: bool = False) -> None:
        """Reads everything again; `own` after a deed of the person's own."""

        def listed(found: tuple[ConfigurationLine, ...]) -> None:
            self._found = found
            self.list.show(listing.lines(found))
            ids = [each.id for each in found]
            here = next((each for each in (wanted, self._shown) if each in ids), ids[0] if ids else "")
            if here:
                self.list.go_to(here)
                self._ask(here, row, own=own)
            else:
                self._shown = ""
                self._show(None)

        self._question(lambda project: project.configuration_lines(), listed)

    def _ask(self, configuration_id: str, row: str = "", *, own: bool = False) -> None:
        self._shown = configuration_id

        def asked(bench: Bench) -> None:
            if bench.assembled.configuration.id == self._shown:
                self._show(bench, row)
                if own:
                    self._asked_on = bench

        self._question(lambda project: gather(project, configuration_id), asked)

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
        if entry.id in self._own:
            self._own.discard(entry.id)
        elif TABLES & {change.table for change in entry.changes}:
            self._ask_list(listing.configuration_in(entry.changes), listing.landing(entry.changes))

    def _on_outdated(self, _: None) -> None:
        self._ask_list(row=self.rows.row)

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
            self.queue(self._leave)

    def _leave(self) -> None:
        if self.is_current:
            self.app.pop_screen()

    def on_screen_resume(self) -> None:
        """Reads again what may have changed while another screen was in front."""
        if self._found:
            self._ask_list()

    @on(Lines.Chosen, "#rows")
    def _on_opened(self, event: Lines.Chosen) -> None:
        """Enter: a passage in context, what a prompt is about, or the commonest deed on the line."""
        bench, row = self.bench, event.line.id
        if bench is None:
            return
        if (passage := deeds.read_at(bench, row)) is not None:
            self.app.open_passage(
                passage.transcript_id, passage.span, earlier=passage.revision if passage.earlier else 0
            )
        elif about(row)[0] == "count":
            self.show_behind(bench, about(row)[1])
        elif (target := listing.asked_about(bench, row)) is not None:
            self.rows.go_to(target)
            self._show_fits()
        elif event.line.folds:
            self.rows.toggle()
        elif about(row)[0] in ENTER:
            self.call_later(self.run_action, ENTER[about(row)[0]])

    def show_behind(self, bench: Bench, name: str) -> None:
        """The passages behind a number."""
        from rcoder.ui.screens.passages import open_passages

        groups = strength_words.behind(bench, name)
        if any(found for _, found in groups):
            open_passages(self.app, f"{bench.answer.line.number}: {name}", groups)
        else:
            self.app.tell("No passage behind that number yet. e attaches one.")

    # -- one after another -----------------------------------------------------------------------------------------

    def queue(self, step: Callable[[], None]) -> None:
        """Takes a step once the steps before it are done and shown."""
        self._steps.append(step)
        self._next()

    def _next(self) -> None:
        while self._steps and not self._doing and not self._asking:
            self._steps.popleft()()


ENTER = {
    "title": "words",
    "hypotheses": "hypotheses",
    "case": "whose",
    "core": "core",
    "judgement": "judge",
    "memo": "memo",
    "sentence": "rendering",
    "conditions": "support",
    "comment": "comment",
    "rival": "attach",
    "rivals": "rivals",
    "strength": "judge",
    "frame": "add",
    "because": "because",
    "place": "attach",
    "link": "attach",
    "claim": "attach",
    "tie": "follow_tie",
    "member": "follow_tie",
}
"""What Enter does on a line that opens nothing."""
