"""Coding without a stop: the rest of a turn, a code of the words themselves, and all of it by the mouse."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from textual import events, on

from rcoder.domain.actions.coding import code_passage
from rcoder.domain.errors import Misuse, RcoderError
from rcoder.domain.journal import Change, Deed, Entry
from rcoder.domain.records import from_row
from rcoder.domain.transcript import Span
from rcoder.project import Project
from rcoder.ui import lists
from rcoder.ui.screens.calm import ALONE
from rcoder.ui.screens.flagging import Flagging
from rcoder.ui.widgets.pointing import Pointing
from rcoder.ui.widgets.strips import Keys, Strips

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code
    from rcoder.project.new_codes import Draft


T = TypeVar("T")


class Flow(Flagging):
    """What keeps the hands where they are while coding."""

    def action_rest_of_turn(self) -> None:
        """Selects from the start of the passage to the end of its turn."""
        before = self.pane.passage
        self.pane.action_rest_of_turn()
        if self.pane.passage == before:
            self.app.said.publish("The passage ends with its turn already.")

    # -- a code that there is not yet ----------------------------------------------------------------------------

    def action_in_vivo(self) -> None:
        """Asks for a code called as the passage says it."""
        from rcoder.ui.drafting import LONGEST_CUE, in_vivo

        if self._can_code() and self.study.reading is not None:
            words = self.pane.passage.of(self.study.reading.text)
            self._draft(in_vivo(words), "", in_vivo(words, LONGEST_CUE))

    def new_code(self, typed: str, near: str) -> None:
        """Asks for a code called what was typed, to stand where a code that is near does."""
        self._draft(typed, near, "")

    def _draft(self, label: str, near: str, cue: str) -> None:
        from rcoder.ui.drafting import first_draft

        span = self.pane.passage
        self._ask_for_code(first_draft(self.study, label, near, span, cue), span)

    def _ask_for_code(self, draft: Draft, span: Span, wrong: str = "") -> None:
        from rcoder.ui.screens.new_code import ask_for_code

        ask_for_code(
            self.app, self.study, draft, span, lambda found: self._make_code(found, span), wrong=wrong
        )

    def _make_code(self, draft: Draft, span: Span) -> None:
        """Makes the code and codes the passage with it: two deeds one after the other at the desk, undone one by one."""
        from rcoder.domain.codebook import Code
        from rcoder.project.new_codes import new_code

        made: list[Code] = []

        def adding(project: Project) -> Deed:
            deed = new_code(project, draft)
            made.extend(_new(Code, deed.changes).values())
            return deed

        def refused(error: RcoderError) -> None:
            made.clear()
            self._ask_for_code(draft, span, str(error))

        self.app.act(adding, then=self._take_in, otherwise=refused)
        self._code_with(made, span)

    def _take_in(self, entry: Entry) -> None:
        """Knows the code at once, before the codes are read anew."""
        from rcoder.domain.codebook import Code, Codebook

        self.study.codes = {**self.study.codes, **_new(Code, entry.changes)}
        self.study.books = {**self.study.books, **_new(Codebook, entry.changes)}

    def _code_with(self, made: list[Code], span: Span) -> None:
        """Codes a passage with the code that the deed before makes."""
        if (reading := self.study.reading) is None:
            return
        given: list[str] = []

        def coding(project: Project) -> Deed:
            from rcoder.project.codebook_work import book_of

            code = project.codes().get(made[0].id) if made else None
            if code is None:
                raise Misuse("The code was not made, so the passage is not coded.")
            own = self.coding_of(code, book_of(project, code), span, reading)
            given.append(own.id)
            return code_passage(own, code, reading.transcript)

        def coded(_: Entry) -> None:
            self._chosen = given[0]
            self.study.remember(made[0].id)
            self.show_recent()
            self.show_passage()

        self.app.act(coding, then=coded, otherwise=lambda error: self.app.tell(error) if made else None)

    # -- the mouse -----------------------------------------------------------------------------------------------

    @on(Pointing.Asked)
    def _on_asked(self, event: Pointing.Asked) -> None:
        self._open_menu(event.x, event.y)

    def action_code_menu(self) -> None:
        """Opens the menu of the passage, over the footer."""
        self._open_menu(0, self.query_one(Keys).region.y)

    def _open_menu(self, x: int, y: int) -> None:
        from rcoder.ui.screens.code_menu import CodeMenuScreen, menu_lines

        if not self._can_code():
            return
        own = [each for each in self._here() if self.study.mine(each)]
        selected = self.pane.cursor.selection is not None
        self.app.push_screen(
            CodeMenuScreen(menu_lines(self.study, own, selected=selected, alone=self.has_class(ALONE)), x, y),
            self._from_menu,
        )

    async def _from_menu(self, answer: str | None) -> None:
        from rcoder.ui.screens.code_menu import GIVE, REMOVE

        what, _, name = (answer or "").partition(":")
        if f"{what}:" == GIVE:
            self.give(name)
        elif f"{what}:" == REMOVE:
            self._chosen = name
            self.action_remove()
        elif name:
            await self.app.run_action(name, self)

    @on(events.Click, "#recent, #recent-line")
    def _on_recent_clicked(self, event: events.Click) -> None:
        """A click on a recent code gives it."""
        if (row := event.widget) is not None and isinstance(row, Strips):
            digit = row.key_before(event.x, event.y).strip()
            if digit.isdigit():
                self.action_recent(digit)

    @on(events.Click, "#passage")
    def _on_coding_clicked(self, event: events.Click) -> None:
        """A click on a coding chooses it; on the chosen one, opens its flags."""
        strips, chosen = self.query_one("#passage", Strips), self.chosen
        row, width = strips.row_at(event.y), strips.size.width
        for each in self._here():
            if row == lists.coding_pieces(self.study, each, chosen=each == chosen, width=width):
                if each == chosen:
                    self.action_annotate()
                self._chosen = each.id
                self.show_passage()
                return


def _new(record: type[T], changes: Iterable[Change]) -> dict[str, T]:
    """The records of one sort as the changes leave them, by id."""
    return {
        each.id: from_row(record, each.after)
        for each in changes
        if each.table == record.table and each.after is not None  # type: ignore[attr-defined] # records have one
    }
