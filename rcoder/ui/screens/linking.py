"""Linked coding on the coding screen: one key ties the codings of a passage, without leaving the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcoder.domain.errors import Misuse
from rcoder.domain.words import Stance
from rcoder.ui.screens.coding_deeds import NO_INTERVIEWS
from rcoder.ui.screens.coding_moves import CodingMoves

if TYPE_CHECKING:
    from rcoder.ui.linking.proposal import Proposal
    from rcoder.ui.offer import Offer

UNCODED = "Code the passage first: c. Then l ties its codings into a configuration."


class Linking(CodingMoves):
    """Opens the strip in which a configuration comes about, and does what is decided there."""

    def action_link_here(self) -> None:
        """Ties the asker's codings of the selection, else of the turn."""
        try:
            offer = self._told_here()
        except Misuse as error:
            self.app.tell(error)
            return
        if offer is None:
            self.app.tell(NO_INTERVIEWS)
        elif not offer.codings and not self.study.configurations:
            self.app.tell(UNCODED)
        elif self.may_write():
            self._open_strip(offer)

    def _told_here(self) -> Offer | None:
        """The words under the cursor or selected, with the codings of the selection or the turn; None without an interview.

        Raises Misuse where only the interviewer's words are coded.
        """
        from rcoder.ui.linking.proposal import spoken, told_in, touching
        from rcoder.ui.offer import Offer

        reading, pane = self.study.reading, self.pane
        if reading is None:
            return None
        turn = pane.ground.turn(pane.cursor.position)
        own = [each for each in pane.coded.on(turn) if self.study.mine(each)]
        stretch = told_in(pane.cursor.selection, turn, own)
        codings = touching(reading, pane.coded.on(stretch), stretch)
        passage = spoken(reading, pane.passage)
        return Offer(reading.transcript, passage, passage.of(reading.text), codings)

    def _open_strip(self, offer: Offer) -> None:
        from rcoder.ui.screens.linking_strip import HEIGHT, LinkingScreen

        def decided(answer: tuple[Proposal, Stance | None] | Offer | None) -> None:
            if answer is None:
                return
            if isinstance(answer, tuple):
                self._link(*answer)
            else:
                self.app.open_configurations(answer)

        below = self.pane.screen_row(offer.span.end - 1) - (self.app.size.height - HEIGHT - 1)
        if below > 0:
            self.pane.scroll_relative(y=below, animate=False)
        self.app.push_screen(LinkingScreen(offer, self.study.codes, self.study.language), decided)

    def _link(self, proposal: Proposal, stance: Stance | None) -> None:
        from rcoder.ui.linking.proposal import handed_in

        self.app.act(lambda project: handed_in(project, proposal, stance))
