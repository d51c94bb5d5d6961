"""The tray: passages that fit nothing yet, each read in place, given a place, or begun from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from rcoder.domain.actions.sentences import several
from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.passage import Passage
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.project.tray import Home, TrayLine, attaching, noting, taking_out, tray
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring import choices
from rcoder.ui.configuring.bench import claim_kind
from rcoder.ui.evidencing.tray_deeds import begun, offer_of
from rcoder.ui.evidencing.tray_rows import EMPTY, tray_lines
from rcoder.ui.offer import Offer
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.offering import ClaimsScreen, Verdict
from rcoder.ui.screens.passages import PassagesScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.kept import Across
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class TrayScreen(PassagesScreen):
    """Lists the passages in the tray."""

    TABLES = PassagesScreen.TABLES | {"codes"}
    PLACES: ClassVar[tuple[Where, ...]] = (Where.TRAY, Where.LISTED, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.TRAY)

    def __init__(self) -> None:
        super().__init__("Tray", ())
        self.tray: tuple[TrayLine, ...] = ()

    def compose(self) -> ComposeResult:
        """The passages, and beside or under them what was said round one."""
        yield TopLine(id="top")
        with Across(id="panes"):
            yield Lines(id="found", empty=EMPTY)
            yield Lines(id="round")
        yield Status()
        yield Keys(footer(Where.TRAY, Where.LISTED, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Reads the tray and listens for changes."""
        self.begin()
        self.call_after_refresh(self.ask)

    def ask(self) -> None:
        """Reads the tray."""
        self.app.at_desk(tray, self._answered)

    def _answered(self, found: tuple[TrayLine, ...]) -> None:
        if self.is_attached:
            self.tray = found
            self.groups = (("Tray", tuple(each.passage for each in found)),)
            self.show()
            self.show_round()

    def show(self) -> None:
        """Shows the passages."""
        self.found.show(tray_lines(self.tray, datetime.now(UTC).date()))
        number = len(self.tray)
        counted = f"{several(number, 'passage')} in your sight " if number else "no passage "
        self.query_one(TopLine).show(
            (((" Tray", "-strong"), ("  passages that fit nothing yet", "-muted")),), ((counted, "-muted"),)
        )

    # -- giving it a place ---------------------------------------------------------------------------------------

    def _do(self, deed: Callable[[Project], Deed], then: Callable[[Entry], None] | None = None) -> None:
        self.app.act(deed, then=then)

    def action_attach(self) -> None:
        """Asks for a configuration, then for what the passage is to which part of it."""
        if (passage := self.passage) is None:
            self.app.tell(EMPTY)
            return

        def listed(found: tuple[ConfigurationLine, ...]) -> None:
            if not found:
                self.app.tell("No configuration yet. n begins one from the passage.")
                return
            screen = ChooserScreen("To a configuration", choices.configurations(found), words=passage.text)
            self.app.push_screen(screen, lambda answer: self._weigh(passage, answer) if answer else None)

        self.app.at_desk(lambda project: project.configuration_lines(), listed, keys_wait=True)

    def _weigh(self, passage: Passage, configuration_id: str) -> None:
        def asked(found: tuple[Bench, Offer]) -> None:
            screen = ClaimsScreen(*found, "")
            screen.scope = passage.scope
            self.app.push_screen(
                screen, lambda verdict: self._place(passage, configuration_id, verdict) if verdict else None
            )

        self.app.at_desk(
            lambda project: (gather(project, configuration_id), offer_of(project, passage)),
            asked,
            keys_wait=True,
        )

    def _place(self, passage: Passage, configuration_id: str, verdict: Verdict) -> None:
        def deed(project: Project) -> Deed:
            assembled = project.configuration(configuration_id).assembled
            claim = claim_kind(assembled, verdict.claim)
            if claim is None or verdict.stance is None:
                raise Misuse(f"That is no longer in {assembled.configuration.number}; nothing was attached.")
            home = Home(claim, verdict.claim, verdict.stance, verdict.scope)
            return attaching(project, passage.id, home)

        self._do(deed)

    def action_begin(self) -> None:
        """Begins a configuration from the passage."""
        if (passage := self.passage) is None:
            self.app.tell(EMPTY)
            return

        def opened(entry: Entry) -> None:
            made = next((each.id for each in entry.changes if each.table == "configurations"), "")
            self.app.open_configurations(configuration_id=made)

        own = passage.id
        self._do(lambda project: begun(project, own), opened)

    def action_note(self) -> None:
        """Writes the note."""
        if (passage := self.passage) is None:
            self.app.tell(EMPTY)
            return
        own = passage.id
        question = QuestionScreen(
            "Note",
            f"“{' '.join(passage.text.split())}”",
            (Field("note", "What it is kept for", passage.memo),),
        )
        self.app.push_screen(
            question,
            lambda answer: (
                self._do(lambda project: noting(project, own, answer["note"])) if answer is not None else None
            ),
        )

    def action_take_out(self) -> None:
        """Takes the passage out of the tray."""
        if (passage := self.passage) is not None:
            own = passage.id
            self._do(lambda project: taking_out(project, own))


def open_tray(app: RcoderApp) -> None:
    """Opens the tray; goes back to it where it is open."""
    if come_back(app, TrayScreen) is None:
        app.push_screen(TrayScreen())
