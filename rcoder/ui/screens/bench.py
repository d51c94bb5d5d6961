"""The list of configurations beside the one in hand: what is shown, how one goes about, and how a deed is asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.configuration import Element
from rcoder.domain.errors import Misuse, RcoderError, Stale
from rcoder.domain.journal import Deed, Entry
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring import choices, deeds, listing
from rcoder.ui.configuring.bench import place_names
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.configuring.rows import about
from rcoder.ui.configuring.seen import Form, Way, Words, also_in, as_seen, others_words
from rcoder.ui.marks import shown
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.study import CLAIMS
from rcoder.ui.widgets.configuration_rows import ConfigurationRows
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Strips, TopLine
from rcoder.ui.widgets.strips import Status as StatusLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

T = TypeVar("T")

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

    def queue(self, step: Callable[[], None]) -> None:
        """Takes a step once the steps before it are done and shown."""
        self._steps.append(step)
        self._next()

    def _next(self) -> None:
        while self._steps and not self._doing and not self._asking:
            self._steps.popleft()()

    def do(self, way: Way, *, asked: bool = False) -> None:
        """Does a deed to the configuration as the person saw it, their own quick keys one after another.

        `asked` where it answers a window: then as it was when that was opened.
        """
        pressed = self.bench

        def step() -> None:
            seen = self._asked_on if asked else (self.bench if _same(self.bench, pressed) else pressed)
            if seen is None:
                self.app.tell(NOTHING)
                return
            own = seen.assembled.configuration.id
            self.hand_in(lambda project: as_seen(way, seen, gather(project, own)))

        self.queue(step)

    def hand_in(
        self, deed: Callable[[Project], Deed], otherwise: Callable[[RcoderError], None] | None = None
    ) -> None:
        """Does a deed made at the desk, and shows what came of it before the next step is taken."""
        self._doing = True
        bench = self.bench

        def done(entry: Entry) -> None:
            if bench is not None and (numbers := also_in(entry.changes, bench)):
                self.app.said.publish(f"{entry.sentence} (also in {numbers})")
            self._done(entry)

        def refused(error: RcoderError) -> None:
            (otherwise or self.app.tell)(error)
            self._done(None)

        self.app.act(deed, then=done, otherwise=refused)

    def _done(self, entry: Entry | None) -> None:
        """Reads everything again after a deed, or where none was done."""
        self._doing = False
        changes = entry.changes if entry is not None else ()
        if entry is not None:
            self._own.add(entry.id)
        self._ask_list(listing.configuration_in(changes), listing.landing(changes), own=entry is not None)

    def take_back(self, *, again: bool = False) -> None:
        """Undoes or redoes once what was asked before is done."""

        def step() -> None:
            self._doing = True
            self.app.take_back(again=again, then=self._done)

        self.queue(step)

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
        self._asked_on = self.bench
        screen = ChooserScreen(title, found, at=at, free=free)
        self.app.push_screen(screen, lambda answer: then(answer) if answer is not None else None)

    def write(self, form: Form) -> None:
        """Asks for words in place of those that stand there; says so where there are none."""
        bench = self.bench
        if bench is None:
            self.app.tell(NOTHING)
            return
        try:
            seen = form.read(bench)
        except Misuse as error:
            self.app.tell(error)
            return
        self._open_form(form, bench.assembled.configuration.id, seen, seen)

    def _open_form(self, form: Form, own: str, seen: Words, written: Words, note: str = "") -> None:
        fields = [Field(each, form.labels[each], value, tall=form.tall) for each, value in written.items()]
        question = QuestionScreen(form.title, shown(note) or form.words, fields)

        def answered(answer: Words | None) -> None:
            if answer == seen:
                self.app.tell("It is so already.")
            elif answer is not None:
                self.queue(lambda: self._fill(form, own, seen, answer))

        self.app.push_screen(question, answered)

    def _fill(self, form: Form, own: str, seen: Words, written: Words) -> None:
        """Writes what a form was filled in with; where others wrote there meanwhile, opens it again with both."""

        def refused(error: RcoderError) -> None:
            if isinstance(error, Stale):
                self._question(reread, again)
            else:
                self.app.tell(error)

        def reread(project: Project) -> Words:
            try:
                return form.read(gather(project, own))
            except RcoderError as error:
                words = " / ".join(written.values())
                raise Stale(
                    f"What this was to be written on is no longer there. Your words were “{words}”."
                ) from error

        def again(there: Words) -> None:
            self._open_form(form, own, there, written, others_words(there))

        self.hand_in(lambda project: form.filled(seen, gather(project, own), written), refused)

    def element(self, wanted: str) -> tuple[Bench, Element] | None:
        """The element under the cursor; says what the key is for where there is none."""
        bench = self.bench
        if bench is None:
            self.app.tell(NOTHING)
            return None
        try:
            return bench, deeds.element_at(bench, self.rows.row, wanted)
        except Misuse as error:
            self.app.tell(error)
            return None


NOTHING = "No configuration here yet. n begins one."


def _same(one: Bench | None, other: Bench | None) -> bool:
    """Whether they are of the same configuration."""
    return other is None or (
        one is not None and one.assembled.configuration.id == other.assembled.configuration.id
    )


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
