"""Passages of a query: the list of them in groups, and one with what was said round it; how they are shown and gone about in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.types import CSSPathType
from textual.widgets import Input

from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import Entry
from rcoder.domain.retrieval import Grouping, Retrieved, Term
from rcoder.domain.retrieval_query import parse
from rcoder.project import Project
from rcoder.project.retrieval_context import Offers, Said, heard, offers
from rcoder.project.retrieval_groups import gathered
from rcoder.project.retrieving import Retrieval, first_of_code, retrieve
from rcoder.ui.commands import Where, bindings, footer, urgent_bindings
from rcoder.ui.retrieving import completing
from rcoder.ui.retrieving.rows import (
    GROUP,
    View,
    count_rows,
    first_lines,
    group_rows,
    passage_rows,
    result_lines,
)
from rcoder.ui.widgets.kept import Across
from rcoder.ui.widgets.lines import Line, Lines, branch_ids
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

TABLES = frozenset(
    (
        "codings",
        "evidence",
        "transcripts",
        "speakers",
        "cases",
        "codes",
        "coders",
        "finishes",
        "revisions",
        "excerpts",
        "configurations",
        "groundings",
        "places",
        "case_groups",
    )
)
"""Tables whose changes this screen shows."""
NARROW = 110
EMPTY = "Write a code or a query above: / goes there. H1.M1, H1* or H1.M1 and role:borger; f1 says more."
NOTHING = "No passage in your sight. f takes a filter off, / changes the query."
FIRST = 50
"""Passages shown while all of a code's are being read."""
MOST_COUNTED = 4
"""Rows of what all of it comes to."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What is wrong with a query."""

    sentence: str


class QueryInput(Input):
    """The line that the query is written in."""

    BINDINGS = urgent_bindings(Where.QUERY)

    @property
    def view(self) -> RetrieveView:
        """The screen it stands on."""
        assert isinstance(self.screen, RetrieveView)  # noqa: S101 - it stands nowhere else
        return self.screen

    async def action_submit(self) -> None:
        """Retrieves what the query says."""
        self.view.put(self.value)

    def action_complete(self) -> None:
        """Takes the offer that is marked."""
        self.view.take_offer()

    def action_offer_down(self) -> None:
        """Goes to the next offer, or to the passages."""
        self.view.next_offer(1)

    def action_offer_up(self) -> None:
        """Goes to the offer before."""
        self.view.next_offer(-1)

    def action_leave(self) -> None:
        """Goes to the passages."""
        self.view.leave_query()


class RetrieveView(Screen[None]):
    """Shows what a query finds; what is done with it is its subclass's."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = "../retrieve.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.RETRIEVE, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.RETRIEVE)
    AUTO_FOCUS = "#found"

    def __init__(self, query: str = "", by: Grouping = Grouping.INTERVIEW) -> None:
        super().__init__()
        self.text = query
        """The query that is shown."""
        self.by = by
        self.view: View | None = None
        self.offers = Offers()
        self.shown: tuple[tuple[Retrieved, ...], tuple[Said, ...]] | None = None
        """The result beside the list."""
        self._offered: tuple[completing.Offered, ...] = ()
        self._outdated = False
        self._asked = 0
        """How often something was asked for; an answer to an earlier question is let go."""

    def compose(self) -> ComposeResult:
        """The query, its counts, the passages, and one of them."""
        yield TopLine(id="top")
        yield QueryInput(
            self.text,
            placeholder="a code or a query, such as H1.M1 and role:borger",
            select_on_focus=False,
            id="query",
        )
        yield Lines(id="offers")
        yield Strips(id="counted")
        with Across(id="panes"):
            yield Lines(id="found", empty=EMPTY)
            yield Lines(id="heard")
        yield Status()
        yield Keys(footer(Where.RETRIEVE, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for the passages and listens for changes."""
        self.found = self.query_one("#found", Lines)
        self.heard = self.query_one("#heard", Lines)
        self.line = self.query_one("#query", QueryInput)
        self.choices = self.query_one("#offers", Lines)
        self.choices.can_focus = False
        self.choices.awake = True
        self.app.written.subscribe(self, self._on_written)
        self.app.said.subscribe(self, self._on_said)
        self.app.outdated.subscribe(self, self._on_outdated)
        self.app.at_desk(offers, self._know)
        self._show_top()
        if self.text:
            self.ask(first=True)
        else:
            self.line.focus()

    def _know(self, found: Offers) -> None:
        self.offers = found

    # -- asking --------------------------------------------------------------------------------------------------

    def put(self, text: str) -> None:
        """Shows another query; an empty one shows nothing."""
        self.text, self.line.value = text.strip(), text.strip()
        self._show_offers(())
        if self.text:
            self.ask(first=True)
        else:
            self.view = None
            self.found.empty = EMPTY
            self.show()

    def ask(self, *, first: bool = False) -> None:
        """Retrieves; of a code alone its first passages are there at once, where `first` wants them."""
        self._outdated = False
        self._asked += 1
        number, text, by = self._asked, self.text, self.by

        def found(project: Project) -> View | Failed:
            try:
                known = retrieve(project, text)
                return View(known, by, gathered(known, by))
            except RcoderError as error:
                return Failed(str(error))

        def answered(answer: View | Failed) -> None:
            if self.is_attached and number == self._asked:
                self._answer(answer)

        if first and by is Grouping.INTERVIEW:
            self.app.at_desk(lambda project: _first(project, text), self._show_first)
        self.app.at_desk(found, answered)

    def _show_first(self, found: Retrieval | None) -> None:
        if found is not None and self.is_attached and found.query.text == self.text:
            self.found.show(first_lines(found, self.found.size.width))

    def _answer(self, answer: View | Failed) -> None:
        if isinstance(answer, Failed):
            self.app.tell(answer.sentence)
            self.view = None
            self.found.empty = EMPTY
            self.show()
            self.line.focus()
            return
        self.view = answer
        self.found.empty = NOTHING
        self.show()
        if self.line.has_focus:
            self.found.focus()

    # -- showing -------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Shows what was found, with the cursor on the same passage."""
        view = self.view
        lines = tuple(result_lines(view, self.found.size.width)) if view is not None else ()
        here = self.found.current.id if self.found.current else ""
        self.found.show(lines)
        if view is not None and not here and len(lines) > 1:
            self.found.go_to(lines[1].id)
        rows = count_rows(view, self.size.width) if view is not None else []
        counted = self.query_one("#counted", Strips)
        counted.styles.height = min(max(2, len(rows)), MOST_COUNTED)
        counted.show(rows)
        self._show_top()
        self._show_heard()

    def _show_top(self) -> None:
        study = self.app.study
        title = study.overview.title if study else ""
        self.query_one(TopLine).show((((f" {title}", "-strong"), ("  passages", "-muted")),), ())

    @on(Lines.Reached, "#found")
    def _show_heard(self) -> None:
        """Asks for what was said round the passage under the cursor."""
        view, line = self.view, self.found.current
        result = view.result_of(line.id) if view is not None and line is not None else None
        if view is None or result is None:
            self.shown = None
            self._show_group(line)
            return
        passages = tuple(view.found[place] for place in result)

        def told(said: tuple[Said, ...]) -> None:
            here = self.found.current if self.is_attached else None
            if here is not None and line is not None and here.id == line.id:
                self.shown = passages, said
                self.show_passage()

        self.app.at_desk(lambda project: heard(project, passages), told)

    def _show_group(self, line: Line | None) -> None:
        groups = self.view.groups if self.view is not None and line is not None else ()
        here = next((each for each in groups if line is not None and line.id == f"{GROUP}{each.key}"), None)
        self.heard.show(group_rows(here, self.heard.size.width or 50) if here is not None else ())

    def show_passage(self) -> None:
        """Shows one result with what was said round it, its own words in sight."""
        if self.shown is None:
            return
        rows = passage_rows(*self.shown, self.heard.size.width or 50, words=self.has_class("-narrow"))
        self.heard.show(rows)
        self.heard.go_to(rows[0].id)

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    def _on_written(self, entry: Entry) -> None:
        if TABLES & {change.table for change in entry.changes}:
            self._on_outdated(None)

    def _on_outdated(self, _: None) -> None:
        """Reads again, at once where it is in front, else when it comes to be."""
        self._outdated = True
        if self.is_current and self.text:
            self.ask()

    def on_screen_resume(self) -> None:
        """Reads again what changed while another screen was in front."""
        if self._outdated and self.text:
            self.ask()

    def on_resize(self, event: events.Resize) -> None:
        """Puts the panes under each other where the screen is narrow, and fits the lines to the room."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self.show()
        self.show_passage()

    # -- the query -----------------------------------------------------------------------------------------------

    @on(Input.Changed, "#query")
    def _on_typed(self) -> None:
        if self.line.has_focus and self.line.value != self.text:
            self._show_offers(completing.offered(self.line.value, self.line.cursor_position, self.offers))
        else:
            self._show_offers(())

    def _show_offers(self, found: tuple[completing.Offered, ...]) -> None:
        self._offered = found
        self.choices.show(
            Line(str(place), ((each.words, "-strong"), (f"  {each.means}", "-muted")))
            for place, each in enumerate(found)
        )
        self.choices.move(0)
        self.choices.set_class(bool(found), "-open")
        self.choices.styles.height = max(1, len(found))

    def take_offer(self) -> None:
        """Takes the offer that is marked; without any, goes to the passages."""
        line = self.choices.current
        if not self._offered or line is None:
            self.leave_query()
            return
        chosen = self._offered[int(line.id)]
        value, cursor = completing.taken(self.line.value, self.line.cursor_position, chosen)
        self.line.value = value
        self.line.cursor_position = cursor

    @on(Lines.Chosen, "#offers")
    def _on_offer(self) -> None:
        self.take_offer()
        self.line.focus()

    def next_offer(self, step: int) -> None:
        """Marks another offer; without any, goes to the passages."""
        if self._offered and step > 0:
            self.choices.action_line_down()
        elif self._offered:
            self.choices.action_line_up()
        elif step > 0:
            self.leave_query()

    def leave_query(self) -> None:
        """Goes to the passages, and leaves the query as it was."""
        self.line.value = self.text
        self._show_offers(())
        if self.text:
            self.found.focus()
        else:
            self.app.pop_screen()

    # -- going about ---------------------------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        """The footer has the keys of what has the focus."""
        place = Where.QUERY if self.line.has_focus else Where.RETRIEVE
        self.query_one(Keys).offer(footer(place, Where.EVERYWHERE))
        self.set_class(self.heard.has_focus, "-reading")

    def action_ask(self) -> None:
        """Goes to the query."""
        self.line.focus()
        self.line.cursor_position = len(self.line.value)

    def action_next_pane(self) -> None:
        """Goes between the passages and what was said round them."""
        (self.found if self.heard.has_focus else self.heard).focus()

    def action_open_all(self) -> None:
        """Unfolds every group, or folds them all."""
        if self.view is None:
            return
        lines = tuple(result_lines(self.view, self.found.size.width))
        folded = bool(self.found._folded)  # noqa: SLF001 - the list tells nobody which branches are folded
        self.found.show(lines, folded=() if folded else branch_ids(lines))
        self._show_heard()

    def go_back(self) -> None:
        """From what was said to the list, from the list to the screen before."""
        if self.heard.has_focus:
            self.found.focus()
        elif self.is_current:
            self.app.pop_screen()


def _first(project: Project, text: str) -> Retrieval | None:
    """The first passages of a query that is one code alone; None for any other."""
    try:
        root = parse(text).root
    except RcoderError:
        return None
    if not isinstance(root, Term) or root.name or root.value.endswith("*"):
        return None
    code = next(
        (each for each in project.codes().values() if each.key.casefold() == root.value.casefold()), None
    )
    return first_of_code(project, code.id, FIRST, text) if code is not None else None
