"""The strip below the transcript in which a configuration comes about from the codings of a passage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.codebook import Code
from rcoder.domain.errors import Misuse
from rcoder.domain.words import Stance
from rcoder.project.linking import Near
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.linking import proposal as proposals
from rcoder.ui.linking.proposal import Proposal, deed_of, proposed, surroundings
from rcoder.ui.linking.rows import rows
from rcoder.ui.offer import Offer
from rcoder.ui.widgets.strips import Keys
from rcoder.ui.widgets.targets import Targets
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

HEIGHT = 9
"""Rows of the strip with its footer."""

Decided = tuple[Proposal, Stance | None] | Offer
"""What is to be made, with the passage's stance (None for Enter), or the passage for the list of all configurations."""


class LinkingScreen(Window[Decided]):
    """Shows what comes about; each key arranges it, Enter or a stance makes it."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = "../linking.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.LINKING,)
    BINDINGS = bindings(Where.LINKING)

    def __init__(self, offer: Offer, codes: Mapping[str, Code], language: str) -> None:
        super().__init__(classes="-strip")
        self.offer = offer
        """The passage with the codings of everybody in sight."""
        self.codes = codes
        self.language = language
        self._said = ""
        self._early: list[Callable[[], None]] = []
        """What was asked for before it was known which configurations are near."""

    def compose(self) -> ComposeResult:
        """What comes about, what it could go into, and the keys."""
        with Vertical(id="strip"):
            yield Targets(id="linking", rule=True)
            yield Keys(footer(Where.LINKING))

    def on_mount(self) -> None:
        """Shows what comes about of the asker's own codings."""
        self.strip = self.query_one(Targets)
        coder_id = self.app.desk.coder_id if self.app.desk is not None else ""
        self.coder_id = coder_id
        self.proposal = proposed(self.offer, self.codes, self.language, coder_id)
        self.app.told.subscribe(self, self._on_told)
        self._show()
        self._look_round()

    def _look_round(self) -> None:
        """Asks which configurations are near."""
        asked = self.proposal
        self.app.at_desk(lambda project: surroundings(project, asked), self._on_known)

    def _on_known(self, known: tuple[Near, ...]) -> None:
        if not self.is_attached:
            return
        self.proposal = replace(self.proposal, known=known)
        self._show()
        early, self._early = self._early, []
        for each in early:
            each()

    def _on_told(self, sentence: str) -> None:
        self._said = sentence
        self._show()

    def on_resize(self) -> None:
        """Fits the words to the width."""
        if hasattr(self, "proposal"):
            self._show()

    def _show(self) -> None:
        self.strip.offer(rows(self.proposal, self.app.size.width, self._said))

    # -- what keys and clicks do ---------------------------------------------------------------------------------

    def _do(self, deed: Callable[[], None], *, near: bool = False) -> None:
        """Does what a key asks for, after those before it; `near` waits until the configurations near are known."""
        if self._early or (near and self.proposal.known is None):
            self._early.append(deed)
        else:
            deed()

    def _arrange(self, way: Callable[[Proposal], Proposal], *, near: bool = False) -> None:
        def arranging() -> None:
            self._said = ""
            try:
                self.proposal = way(self.proposal)
            except Misuse as error:
                self._said = str(error)
            self._show()

        self._do(arranging, near=near)

    def _decide(self, stance: Stance | None) -> None:
        def deciding() -> None:
            try:
                deed_of(self.proposal, self.coder_id, stance)
            except Misuse as error:
                self._said = str(error)
                self._show()
                return
            self.dismiss((self.proposal, stance))

        self._do(deciding)

    @on(Targets.Hit)
    async def _on_hit(self, event: Targets.Hit) -> None:
        subject, _, rest = event.target.partition(":")
        if subject == "key":
            await self.run_action(self._action_of(rest))
        elif subject == "turn":
            source, _, target = rest.partition(":")
            self._arrange(lambda each: proposals.turned(each, (source, target)))
        elif rest == (self.proposal.claim or self.proposal.draft.at):
            self.action_tie()
        else:
            self._arrange(lambda each: proposals.at(each, rest))

    @staticmethod
    def _action_of(key: str) -> str:
        """The action that a key has here."""
        if key.isdigit() and key != "0":
            return f"choose('{key}')"
        named = {"enter": "make", "s": "supports", "c": "contradicts", "r": "refines", "o": "others"}
        return {**named, "k": "any", "n": "brings_new", "0": "new", "escape": "cancel"}[key]

    def action_make(self) -> None:
        """Makes it."""
        self._decide(None)

    def action_supports(self) -> None:
        """The passage supports it."""
        self._decide(Stance.SUPPORTS)

    def action_contradicts(self) -> None:
        """The passage contradicts it."""
        self._decide(Stance.CONTRADICTS)

    def action_refines(self) -> None:
        """The passage refines it."""
        self._decide(Stance.REFINES)

    def action_brings_new(self) -> None:
        """The passage brings something new."""
        self._decide(Stance.NEW)

    def action_cancel(self) -> None:
        """Drops it."""
        self.dismiss(None)

    def action_choose(self, digit: str) -> None:
        """Chooses a configuration near the passage."""
        self._arrange(lambda each: proposals.into(each, int(digit)), near=True)

    def action_new(self) -> None:
        """Goes back to a new one."""
        self._arrange(proposals.anew)

    def action_any(self) -> None:
        """Opens the list of all configurations for the passage."""
        self.dismiss(self.proposal.offer)

    def action_show_help(self) -> None:
        """Shows every key of the strip."""
        self.app.action_show_help()

    def action_others(self) -> None:
        """Takes the codings of others along, or leaves them."""

        def taking() -> None:
            with_others, known = not self.proposal.with_others, self.proposal.known
            anew = proposed(self.offer, self.codes, self.language, self.coder_id, with_others=with_others)
            self.proposal = replace(anew, known=known)
            self._said = "" if anew.others else "Nobody else has coded here, as far as you see."
            self._show()
            self._look_round()

        self._do(taking)

    def action_part_right(self) -> None:
        """Goes on."""
        self._arrange(lambda each: proposals.gone(each, 1))

    def action_part_left(self) -> None:
        """Goes back."""
        self._arrange(lambda each: proposals.gone(each, -1))

    def action_leave_out(self) -> None:
        """Leaves the part out, or takes it in."""
        self._arrange(proposals.left_out)

    def action_turn(self) -> None:
        """Turns the link."""
        self._arrange(proposals.turned)

    def action_tie(self) -> None:
        """Ties the part or lets it stand beside; marks a link."""
        self._arrange(proposals.tied)

    def action_other_down(self) -> None:
        """Another of the kind."""
        self._arrange(lambda each: proposals.exchanged(each, 1))

    def action_other_up(self) -> None:
        """Another of the kind, going back."""
        self._arrange(lambda each: proposals.exchanged(each, -1))

    def action_later(self) -> None:
        """Moves the part later."""
        self._arrange(lambda each: proposals.reordered(each, 1))

    def action_earlier(self) -> None:
        """Moves the part earlier."""
        self._arrange(lambda each: proposals.reordered(each, -1))
