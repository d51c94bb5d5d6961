"""Finding words from the coding screen: to the list of hits, and from hit to hit in the transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.ui.screens.coding_deeds import NO_INTERVIEWS
from rcoder.ui.screens.coding_moves import CodingMoves

if TYPE_CHECKING:
    from rcoder.domain.finding import Found, Hit
    from rcoder.ui.finding.state import State


class Finding(CodingMoves):
    """Opens the list of hits, and goes from one to the next."""

    _found: State | None = None
    """The last search on this screen."""

    def open_transcript(self, transcript_id: str, position: int | None = None) -> None:
        """Opens a transcript, at a position where one is wanted."""
        raise NotImplementedError

    def action_find(self) -> None:
        """Opens the search, with the hits of the last one as they were."""
        if not self.study.interviews:
            self.app.tell(NO_INTERVIEWS)
            return
        from rcoder.ui.finding.state import State
        from rcoder.ui.screens.find_words import FindScreen

        if self._found is None:
            self._found = State()
        self.app.push_screen(FindScreen(self.study, self._found), self._come_back)

    def _come_back(self, hit: Hit | None) -> None:
        """Shows the codes used meanwhile, and goes to a hit that was chosen."""
        self.show_recent()
        if hit is not None:
            self._go_to_hit(hit)

    def action_next_hit(self) -> None:
        """Goes to the next hit."""
        self._step(1)

    def action_previous_hit(self) -> None:
        """Goes back to the hit before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        state = self._found
        if state is None or not state.hits:
            self.app.tell("Nothing has been looked for yet. / finds words in all interviews.")
            return
        index = state.at + step
        if 0 <= index < len(state.hits):
            state.at = index
            self._go_to_hit(state.hits[index])
        elif index > 0 and state.next is not None:
            self._read_more(state, state.next)
        else:
            end = "last" if step > 0 else "first"
            self.app.said.publish(f"That was the {end} hit. / goes back to the list.")

    def _read_more(self, state: State, after: int) -> None:
        """Reads the hits that follow, and goes on with them."""
        from rcoder.ui.finding.state import more

        search = state.search

        def found(hits: Found) -> None:
            if state.search == search and state.next == after:
                state.add(hits)
                self._step(1)

        self.app.at_desk(lambda project: more(project, search, after), found, keys_wait=True)

    def _go_to_hit(self, hit: Hit) -> None:
        line = self.study.interviews.get(hit.transcript_id)
        if line is None or line.revision != hit.revision:
            self.app.tell(f"{hit.transcript} has been corrected or taken away since. / and Enter look again.")
            return
        self.open_transcript(hit.transcript_id, hit.span.start)
        state = self._found
        if state is not None:
            all_of = f" of {state.counted.hits}" if state.counted is not None and state.counted.whole else ""
            self.app.said.publish(f"Hit {state.at + 1}{all_of}. F3 goes on, / goes back to the list.")
