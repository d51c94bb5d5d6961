"""Passages to look at again, since their code was merged or divided; each stays or gets another code by one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from rcoder.domain.answers import Reading
from rcoder.domain.codebook import Code
from rcoder.domain.journal import Deed, Entry
from rcoder.project import Project
from rcoder.project.rechecks import RecheckLine, give, rechecks, stays
from rcoder.project.revisions import reading_of
from rcoder.ui import rechecking
from rcoder.ui.bookwork.forms import as_choice
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine
from rcoder.ui.widgets.transcript import TranscriptPane

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

NARROW = 100


@dataclass(frozen=True, slots=True)
class _Found:
    """What waits, and the codes that may be given."""

    lines: tuple[RecheckLine, ...] = ()
    codes: tuple[Code, ...] = ()
    language: str = "da"


class PassageLines(Lines):
    """The passages; a click goes to one, a double click opens it in its interview."""

    def on_click(self, event: events.Click) -> None:
        """Goes to the clicked line: nothing is decided by a click here."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._seen) and not self._seen[index].inert:
            self.move(index)
            if event.chain > 1 and isinstance(screen := self.screen, RechecksScreen):
                screen.action_open_place()


class ChoiceLines(Lines):
    """What can be done; one click does it, and the second of a double click is not one for the next passage."""

    def on_click(self, event: events.Click) -> None:
        """Chooses the clicked line."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if 0 <= index < len(self._seen) and event.chain == 1:
            self.move(index)
            self.action_choose()


class RechecksScreen(FollowingScreen):
    """Lists the asker's passages to look at again, beside their interview and what can be done."""

    TABLES = frozenset({"rechecks", "codings", "codes", "transcripts", "revisions"})
    CSS_PATH = "../codebook.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.RECHECKS, Where.LIST, Where.TRANSCRIPT, Where.EVERYWHERE)
    BINDINGS = bindings(Where.RECHECKS)
    AUTO_FOCUS = "#list"

    def __init__(self, transcript_id: str = "") -> None:
        """`transcript_id` is the interview whose passages come first in hand."""
        super().__init__()
        self._wanted = transcript_id
        self._back: frozenset[str] = frozenset()
        """Ids of the rechecks that were taken back, to come into hand."""
        self.found = _Found()

    def compose(self) -> ComposeResult:
        """The list, the interview at the passage, and the choices."""
        yield TopLine(id="top")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Strips(((("Passages to look at again", ""),),), classes="pane-title")
                yield PassageLines(id="list", empty=rechecking.NOTHING)
            with Vertical(id="right"):
                yield Strips(id="about")
                yield TranscriptPane(id="transcript", moved=lambda: None)
                yield Strips((((" Which code now", "-muted"),),), id="which", rule=True)
                yield ChoiceLines(id="choices")
        yield Status()
        yield Keys(footer(Where.RECHECKS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks what waits and listens for changes."""
        self.list = self.query_one("#list", Lines)
        self.pane = self.query_one("#transcript", TranscriptPane)
        self.choices = self.query_one("#choices", Lines)
        self.follow()
        self.ask()

    # -- showing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads what waits."""
        self.app.at_desk(_found, self._show)

    def _show(self, found: _Found) -> None:
        if not self.is_attached:
            return
        here = self._line.recheck.id if self._line is not None else ""
        after = rechecking.next_after(self.found.lines, here)
        self.found = found
        ids = [each.recheck.id for each in found.lines]
        first = next((each.recheck.id for each in found.lines if self._comes_first(each)), "")
        self._wanted, self._back = "", frozenset()
        self.list.show(rechecking.passage_lines(found.lines))
        there = next((each for each in (first, here, after, *ids) if each in ids), "")
        if there:
            self.list.go_to(there)
        title = self.app.study.overview.title if self.app.study else ""
        count = f"{len(ids)} to look at again " if ids else "nothing to look at again "
        self.query_one(TopLine).show((((f" {title}", "-strong"),),), ((count, "-muted"),))
        self._show_line()

    def _comes_first(self, line: RecheckLine) -> bool:
        """Whether it was just taken back, or is of the interview that was wanted."""
        if self._back:
            return line.recheck.id in self._back
        return line.line.passage.transcript_id == self._wanted

    @property
    def _line(self) -> RecheckLine | None:
        """The passage under the cursor of the list."""
        current = self.list.current.id if self.list.current is not None else ""
        return next((each for each in self.found.lines if each.recheck.id == current), None)

    @on(Lines.Reached, "#list")
    def _show_line(self) -> None:
        line = self._line
        strips = self.query_one("#about", Strips)
        strips.show(rechecking.about(line, strips.size.width) if line is not None else ())
        self.query_one("#which").display = self.choices.display = line is not None
        if line is None:
            self.choices.show(())
            self.pane.close()
            return
        present = next((each for each in self.found.codes if each.id == line.line.coding.code_id), None)
        self.choices.show(rechecking.choice_lines(line, present, self.found.language))
        self.choices.move(0)
        self._show_passage(line)

    def _show_passage(self, line: RecheckLine) -> None:
        passage, reading = line.line.passage, self.pane.reading
        place = passage.transcript_id, passage.revision
        if reading is not None and (reading.transcript.id, reading.transcript.revision) == place:
            self.pane.select(passage.span)
            return

        def shown(found: Reading) -> None:
            if self.is_attached and self._line is line:
                self.pane.open(found)
                self.pane.select(passage.span)

        self.app.at_desk(lambda project: reading_of(project, *place), shown)

    def outdate(self) -> None:
        """Reads again at once, whether or not it is in front."""
        self.ask()

    def _on_written(self, entry: Entry) -> None:
        if not self.TABLES & {change.table for change in entry.changes}:
            return
        settled = rechecking.settled_by(entry)
        if settled:
            left = tuple(each for each in self.found.lines if each.recheck.id not in settled)
            self._show(replace(self.found, lines=left))
            return
        if entry.undoes:
            self._back = frozenset(each.id for each in entry.changes if each.table == "rechecks")
        self.ask()

    def on_resize(self, event: events.Resize) -> None:
        """Puts the list over the interview where the screen is narrow."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self._show_line)

    # -- deciding ------------------------------------------------------------------------------------------------

    def _do(self, deed: Callable[[Project, str], Deed]) -> None:
        if (line := self._line) is None:
            self.app.said.publish(rechecking.NOTHING)
            return
        name = line.recheck.id
        self.app.act(lambda project: deed(project, name))

    def action_stays(self) -> None:
        """The passage keeps its code."""
        self._do(stays)

    def action_give(self, digit: str) -> None:
        """The passage gets a part of the code that was divided."""
        line = self._line
        if line is not None and int(digit) <= len(line.parts):
            self._give(line.parts[int(digit) - 1].id)
        elif line is not None:
            self.app.tell("No code has that digit here. c chooses any other.")

    def _give(self, code_id: str) -> None:
        self._do(lambda project, name: give(project, name, code_id))

    def action_another(self) -> None:
        """Chooses another code for the passage."""
        if (line := self._line) is None:
            return
        offered = [as_choice(each, self.found.language) for each in self.found.codes if not each.retired]
        screen = ChooserScreen(
            f"Another code than {line.line.code}",
            offered,
            words=line.line.passage.text,
            at=line.line.coding.code_id,
        )
        self.app.push_screen(screen, lambda answer: self._give(answer) if answer is not None else None)

    @on(Lines.Chosen, "#list")
    def _on_chosen(self) -> None:
        self.action_stays()

    @on(Lines.Chosen, "#choices")
    def _on_choice(self, event: Lines.Chosen) -> None:
        if event.line.id == rechecking.STAYS:
            self.action_stays()
        elif event.line.id == rechecking.ANOTHER:
            self.action_another()
        else:
            self._give(event.line.id)

    # -- going about ---------------------------------------------------------------------------------------------

    def action_open_place(self) -> None:
        """Opens the interview at the passage."""
        if (line := self._line) is not None:
            place = line.line.passage
            self.app.open_passage(
                place.transcript_id, place.span, earlier=place.revision if place.earlier else 0
            )

    def action_next_pane(self) -> None:
        """Goes from the list to the interview, to the choices, and back."""
        panes = (self.list, self.pane, self.choices)
        here = next((place for place, each in enumerate(panes) if each.has_focus), 0)
        panes[(here + 1) % len(panes)].focus()

    def go_back(self) -> None:
        """Goes back to the list, then to the screen before."""
        if not self.list.has_focus:
            self.list.focus()
        elif self.is_current:
            self.app.pop_screen()


def _found(project: Project) -> _Found:
    return _Found(rechecks(project), tuple(project.codes().values()), project.study().language)


def open_rechecks(app: RcoderApp, transcript_id: str = "") -> None:
    """Opens the passages to look at again, those of an interview first; goes back to them where they are open."""
    if come_back(app, RechecksScreen) is None:
        app.push_screen(RechecksScreen(transcript_id))
