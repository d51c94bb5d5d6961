"""Finding words in all interviews: what is done with the hits and how they are looked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Literal

from textual import on

from rcoder.domain.errors import RcoderError
from rcoder.domain.finding import Filters, Hit
from rcoder.domain.journal import Entry
from rcoder.project.coding_found import coding_of_hits, every_hit, left_out
from rcoder.project.looking import Choices
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring.choices import NONE, Choice
from rcoder.ui.finding import lines as shapes
from rcoder.ui.finding.state import AROUND, UNIT_WORDS, after_unit, after_way
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.find_view import FindView
from rcoder.ui.widgets.lines import Lines


class FindScreen(FindView):
    """Looks for words, and does something with the hits."""

    BINDINGS = bindings(Where.FIND)

    # -- going about ---------------------------------------------------------------------------------------------

    def action_query(self) -> None:
        """Goes to the field."""
        self.field.focus()
        self.field.action_select_all()

    @on(Lines.Chosen, "#hits")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.state.at = int(event.line.id)
        self.dismiss(self.state.hits[self.state.at])

    # -- how and where -------------------------------------------------------------------------------------------

    def action_way(self) -> None:
        """Takes words in the next way."""
        self.look(replace(self.wanted, way=after_way(self.wanted.way)))
        self._show_how()

    def action_unit(self) -> None:
        """Codes hits as the next unit."""
        self.state.unit = after_unit(self.state.unit)
        self._show_how()

    def action_interviewer(self) -> None:
        """Leaves interviewers out, or takes them in."""
        filters = self.wanted.filters
        self._filter(replace(filters, without_interviewer=not filters.without_interviewer))

    def action_everywhere(self) -> None:
        """Looks everywhere."""
        self._filter(Filters())

    def _filter(self, filters: Filters) -> None:
        self.look(replace(self.wanted, filters=filters))
        self._show_how()

    def _choose(
        self, title: str, name: Named, offered: Callable[[Choices], Sequence[tuple[str, str]]]
    ) -> None:
        """Chooses one value of a filter, or none."""
        if self.known is None:
            return
        listed = [
            Choice(NONE, (("all", ""),)),
            *(Choice(key, ((words, ""),)) for key, words in offered(self.known)),
        ]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                value = "" if answer == NONE else answer
                self._filter(_with(self.wanted.filters, name, value))

        self.app.push_screen(
            ChooserScreen(title, listed, at=getattr(self.wanted.filters, name) or NONE), chosen
        )

    def action_role(self) -> None:
        """Chooses whose words."""
        self._choose("Only what people of this role said", "role", lambda known: _alike(known.roles))

    def action_group(self) -> None:
        """Chooses a group of cases."""
        self._choose("Only in this group of cases", "group", lambda known: _alike(known.groups))

    def action_case(self) -> None:
        """Chooses a case."""
        self._choose("Only in this case", "case", lambda known: _alike(known.cases))

    def action_interview(self) -> None:
        """Chooses an interview."""
        self._choose("Only in this interview", "transcript", lambda known: known.transcripts)

    def action_speaker(self) -> None:
        """Chooses a speaker."""
        self._choose("Only what this speaker said", "speaker", lambda known: _alike(known.speakers))

    # -- coding --------------------------------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Marks the hit under the cursor and goes on."""
        if self.state.hits:
            self.mark(self.state.at)
            self.hits.action_line_down()

    def action_mark_all(self) -> None:
        """Marks every hit that a respondent says, or takes all marks off."""
        state, search = self.state, self.state.search
        if state.all_marked:
            state.unmark()
            self.show()
            return

        def read(hits: tuple[Hit, ...]) -> None:
            if self.wanted == search:
                state.mark_all(hits)
                self.show()
                self._say_left_out()
                self._ask_own()

        if state.hits:
            self.app.at_desk(lambda project: every_hit(project, search, AROUND), read, keys_wait=True)

    def _say_left_out(self, before: str = "") -> None:
        if number := self.state.left_out:
            rest = "" if before else "; space marks one."
            self.app.said.publish(f"{before}{left_out(number)}{rest}")

    def action_code(self) -> None:
        """Chooses a code for the hit, or for those that are marked."""
        hits = self.state.chosen()
        if not hits or not self.study.codes:
            self.app.tell(NO_CODES if hits else "There is no hit to code.")
            return
        from rcoder.ui.screens.picker import PickerScreen

        first = shapes.flat(f"{hits[0].before[-40:]}{hits[0].words}{hits[0].after[:40]}")
        words = first if len(hits) == 1 else f"{len(hits)} hits, each as {UNIT_WORDS[self.state.unit]}"
        self.app.push_screen(
            PickerScreen(self.study, words), lambda code_id: self._give(code_id) if code_id else None
        )

    def action_recent(self, digit: str) -> None:
        """Gives a recent code."""
        index = int(digit) - 1
        if index < len(self.study.recent):
            self._give(self.study.recent[index])
        else:
            self.app.said.publish(f"No code has the key {digit} yet. c opens the list of codes.")

    def action_again(self) -> None:
        """Gives the code used last."""
        if self.study.last:
            self._give(self.study.last)
        else:
            self.app.said.publish("No code has been used yet. c opens the list of codes.")

    def _give(self, code_id: str) -> None:
        """Codes the hit under the cursor and goes on, or those that are marked in one deed."""
        state, hits = self.state, self.state.chosen()
        if not hits:
            return
        unit, words = state.unit, state.search.query.strip()
        self.study.remember(code_id)

        def done(entry: Entry) -> None:
            if state.marked:
                self._say_left_out(f"{entry.sentence}; ")
                state.unmark()
                self.show()
            else:
                self.hits.action_line_down()
            self.app.let_keys_on()

        def refused(error: RcoderError) -> None:
            self.app.tell(error)
            self.app.let_keys_on()

        self.app.hold_keys()  # the next code is for the next hit
        self.app.act(
            lambda project: coding_of_hits(project, hits, code_id, unit, words), then=done, otherwise=refused
        )

    def action_undo(self) -> None:
        """Takes back the latest deed."""
        self.app.take_back()

    def action_redo(self) -> None:
        """Does again what was taken back."""
        self.app.take_back(again=True)


NO_CODES = "There is no codebook to code with, or it is still being read."


Named = Literal["role", "group", "case", "transcript", "speaker"]


def _with(filters: Filters, name: Named, value: str) -> Filters:
    """The filters with one of them set."""
    chosen: dict[str, Any] = {name: value}
    return replace(filters, **chosen)


def _alike(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(each, each) for each in names]
