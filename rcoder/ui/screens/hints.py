"""Suggestions on the coding screen: they come where the cursor rests, and h goes to them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events

from rcoder.domain.errors import RcoderError
from rcoder.domain.suggestion import Hint, Suggestions
from rcoder.domain.transcript import Span, turn_at
from rcoder.project import Project
from rcoder.ui import hinting
from rcoder.ui.screens.calm import ALONE
from rcoder.ui.screens.coding_deeds import NO_INTERVIEWS
from rcoder.ui.screens.coding_moves import CodingMoves
from rcoder.ui.widgets.strips import Pieces, Strips

if TYPE_CHECKING:
    from textual.timer import Timer

    from rcoder.domain.codebook import Code
    from rcoder.project.advising import Adviser, Steps
    from rcoder.ui.desk import Desk
    from rcoder.ui.screens.hint_window import HintsScreen


BREATH = 0.004
"""Seconds between two slices of work at the desk, in which keys are answered."""
LONGEST = 3000
"""Code points of a passage that are looked at; a longer one says many things."""
LOW = 34
"""Rows from which the passage strip is high and the codes have room enough beside the suggestions."""
ROOM, LOW_ROOM = 6, 4
"""Rows of the passage strip, its first line among them: on a high screen, and on a low one."""

Place = tuple[str, Span]
"""Id of a transcript, and a passage of its text."""


class Hints(CodingMoves):
    """What may fit the passage: shown beside it, counted nowhere until a person takes it."""

    hints_by_themselves = True
    """Whether suggestions come where the cursor rests."""
    _adviser: Adviser | None = None
    _hinted: Place | None = None
    """The passage that the suggestions are for."""
    _all_hints: Suggestions = Suggestions()
    _hints_asked_for = False
    """Whether the weaker ones are wanted too."""
    _hint_window: HintsScreen | None = None
    _hint_timer: Timer | None = None
    _hint_timed_for: Place | None = None
    """The passage that the cursor was on when the timer was set."""

    def on_mount(self) -> None:
        """Makes room for suggestions under the recent codes."""
        self._dismissed_hints: set[tuple[str, Place]] = set()
        self.query_one("#right").mount(Strips(hinting.hint_rows(self.study, (), 0), id="hints", rule=True))

    def on_resize(self, event: events.Resize) -> None:
        """Where there is no room under the recent codes, suggestions stand in the passage strip."""
        self.set_class(event.size.height < LOW, "-low")

    @property
    def room(self) -> int:
        """Rows of the passage strip."""
        return LOW_ROOM if self.size.height < LOW else ROOM

    @property
    def _hint_place(self) -> Place | None:
        reading = self.study.reading
        return None if reading is None else (reading.transcript.id, self.pane.passage)

    # -- coming and going ----------------------------------------------------------------------------------------

    def hinted(self, rows: list[Pieces]) -> list[Pieces]:
        """The rows of the passage strip with suggestions below, where the pane for them is folded; drops those of another passage."""
        place = self._hint_place
        if self._hinted is not None and place != self._hinted:
            self._drop_hints()
        elif self._hinted is not None:
            self._show_hints(self._all_hints)
        if self._hinted is None and self.hints_by_themselves and place is not None:
            self._wait_for_rest()
        if not self.has_class("-narrow") and not self.has_class("-low"):
            return rows
        width = self.query_one("#passage", Strips).size.width
        return [
            *rows,
            *hinting.hint_lines(self.study, self.study.hints.codes, max(0, self.room - len(rows)), width),
        ]

    def _wait_for_rest(self) -> None:
        """One timer at a time: what moves on meanwhile is seen when it rings."""
        if self._hint_timer is None:
            self._hint_timed_for = self._hint_place
            self._hint_timer = self.set_timer(hinting.REST, self._rest_for_hints)

    def _rest_for_hints(self) -> None:
        self._hint_timer = None
        place = self._hint_place
        if place is None or self._hinted == place or self.has_class(ALONE):
            return
        if place != self._hint_timed_for:
            self._wait_for_rest()
        elif self.is_current and self.study.codes and self.hints_by_themselves and not self._asking(place[1]):
            self.run_worker(self._look_for_hints(place), group="hints", exclusive=True)

    def _asking(self, span: Span) -> bool:
        """Whether an interviewer speaks there, whose words are no evidence."""
        reading = self.study.reading
        turn = turn_at(reading.transcript.turns, span.start) if reading is not None else None
        if reading is None or turn is None:
            return False
        speaker = reading.speakers.get(reading.transcript.turns[turn].speaker_id or "")
        return speaker is not None and speaker.interviewer

    def _drop_hints(self) -> None:
        self._hinted, self._all_hints = None, Suggestions()
        self.study.hints = Suggestions()
        self.pane.show_marked(())
        self._show_hint_pane()

    async def _look_for_hints(self, place: Place, *, asked: bool = False) -> None:
        """Works out suggestions in slices and shows them; gives up where one has moved on."""
        reading, desk = self.study.reading, self.app.desk
        if reading is None or desk is None:
            return
        text = place[1].of(reading.text)[:LONGEST]
        try:
            adviser = await self._ready_adviser(desk, reading.transcript.language)
            if self._hint_place != place:
                return
            found = await self._hints_for(desk, adviser, text, place)
        except RcoderError as error:
            self.app.tell(error)
            return
        if found is not None and self._hint_place == place and self.query("#hints"):
            self._take_hints(place, found, asked=asked)

    async def _ready_adviser(self, desk: Desk, language: str) -> Adviser:
        """The adviser on the codes as they are, once it knows them."""
        from rcoder.project.advising import Adviser

        codes = tuple(self.study.codes.values())
        known = self._adviser
        if known is None or known.language != language or known.codes != codes:
            known = self._adviser = Adviser(codes, language)
        known.codes = codes
        while not await desk.ask(known.learn):  # noqa: ASYNC110 - the desk works meanwhile, slice by slice
            await asyncio.sleep(BREATH)
        return known

    async def _hints_for(self, desk: Desk, adviser: Adviser, text: str, place: Place) -> Suggestions | None:
        from rcoder.project.advising import Steps

        steps: Steps[Suggestions] | None = None

        def go_on(project: Project) -> bool:
            nonlocal steps
            steps = steps or Steps(adviser.advise(project, text, place, hinting.WORKED_OUT))
            return steps.go_on(project)

        while not await desk.ask(go_on):
            if self._hint_place != place:
                return None
            await asyncio.sleep(BREATH / 2)
        return steps.answer if steps is not None else None

    # -- showing -------------------------------------------------------------------------------------------------

    def _take_hints(self, place: Place, found: Suggestions, *, asked: bool) -> None:
        self._hinted, self._hints_asked_for = place, asked
        self._show_hints(found)
        self.show_passage()
        if self.study.hints.codes:
            self._log_hints("hints shown", shown=self._hint_keys(self.study.hints.codes[: hinting.MOST]))
        if self._hint_window is not None:
            self._hint_window.come()

    def _show_hints(self, found: Suggestions) -> None:
        """Shows what is neither dismissed nor given already."""
        place, self._all_hints = self._hinted, found
        if place is None:
            return
        given = {each.code_id for each in self._here() if self.study.mine(each) and each.span == place[1]}
        codes = tuple(
            each
            for each in found.codes
            if each.code_id not in given
            and (each.code_id, place) not in self._dismissed_hints
            and self._hint_code(each)
            and (self._hints_asked_for or hinting.worth_showing(each))
        )[: hinting.MOST]
        shown = Suggestions(found.hypotheses, codes, found.parts)
        if shown != self.study.hints:
            self.study.hints = shown
            self.pane.show_marked(hinting.words_of(codes[: hinting.SHOWN], place[1]))
            self._show_hint_pane()

    def _hint_code(self, hint: Hint) -> Code | None:
        code = self.study.codes.get(hint.code_id)
        return None if code is None or code.retired else code

    def _show_hint_pane(self) -> None:
        for strips in self.query("#hints").results(Strips):
            strips.show(hinting.hint_rows(self.study, self.study.hints.codes, strips.size.width))

    # -- taking --------------------------------------------------------------------------------------------------

    def action_hints(self) -> None:
        """Goes to the suggestions for the passage, working them out first where they are not there."""
        place = self._hint_place
        if place is None:
            self.app.tell(NO_INTERVIEWS)
            return
        if not self._has_passage():
            return
        if self._hinted == place:
            self._hints_asked_for = True
            self._show_hints(self._all_hints)
        else:
            self.run_worker(self._look_for_hints(place, asked=True), group="hints", exclusive=True)
        self._open_hints()

    def _open_hints(self) -> None:
        from rcoder.ui.screens.hint_window import HEIGHT, HintsScreen

        below = self.pane.screen_row(self.pane.passage.end - 1) - (self.app.size.height - HEIGHT - 1)
        if below > 0:
            self.pane.scroll_relative(y=below, animate=False)
        self._hint_window = HintsScreen(self)
        self.app.push_screen(self._hint_window, self._taken)

    def _taken(self, code_id: str | None) -> None:
        self._hint_window = None
        if code_id:
            self.give(code_id)

    @property
    def hints_are_there(self) -> bool:
        """Whether the suggestions for the passage in hand are worked out."""
        return self._hinted is not None and self._hinted == self._hint_place

    def give(self, code_id: str) -> None:
        """Gives the passage a code, and notes what became of the suggestions."""
        shown = self.study.hints.codes if self._hinted == self._hint_place else ()
        code = self.study.codes.get(code_id)
        if shown and code is not None and not code.retired:
            taken = any(each.code_id == code_id for each in shown)
            self._log_hints(
                "hint accepted" if taken else "hint changed", given=code.key, shown=self._hint_keys(shown)
            )
        super().give(code_id)

    def dismiss_hint(self, code_id: str) -> None:
        """Takes a suggestion away from the passage."""
        if self._hinted is None:
            return
        self._dismissed_hints.add((code_id, self._hinted))
        self._log_hints("hint dismissed", dismissed=self.study.codes[code_id].key)
        self.show_passage()

    def turn_hints(self) -> bool:
        """Lets suggestions come by themselves or only when asked for; whether they come."""
        self.hints_by_themselves = not self.hints_by_themselves
        return self.hints_by_themselves

    @staticmethod
    def _hint_keys(hints: Sequence[Hint]) -> list[str]:
        return [each.key for each in hints]

    def _log_hints(self, what: str, **about: object) -> None:
        if self._hinted is None:
            return
        from rcoder.project.advising import log_hints

        transcript_id, span = self._hinted
        where = {"transcript": transcript_id, "start": span.start, "end": span.end}
        if self.app.desk is not None:
            self.app.desk.begin(lambda project: log_hints(project, what, {**where, **about}))
