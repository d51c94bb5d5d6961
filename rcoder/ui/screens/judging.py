"""Judging a support condition in a case: state, mechanism, why, and the passages it rests on; kept all at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.answers import CodingLine
from rcoder.domain.journal import Entry
from rcoder.domain.words import ConditionState, Followed, Stance
from rcoder.project.judging import Judging, judging, other_passages
from rcoder.ui.commands import Where, bindings
from rcoder.ui.conditioning import draft as shown
from rcoder.ui.conditioning.signs import wrapped
from rcoder.ui.configuring.choices import passages as passage_choices
from rcoder.ui.screens.choosing import StanceScreen, choose
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Status, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.commands import Bindings

HOW = "M N U D S C I state · f mechanism · w why · space s c r n passage · e another · ^s keeps · esc"
SHORT_HOW = "M N U… state · f mechanism · w why · space passage · ^s keeps · esc"
NARROW = 104
STATES: tuple[ConditionState | Followed | None, ...] = tuple(ConditionState)
COURSES: tuple[ConditionState | Followed | None, ...] = (None, *Followed)


class JudgementLines(Lines, inherit_bindings=False):
    """The lines of a judgement, where ← and → turn values and fold nothing."""

    BINDINGS: ClassVar[Bindings] = [
        each
        for each in bindings(Where.LIST)
        if isinstance(each, Binding) and each.key not in ("left", "right")
    ]


class JudgingScreen(Window[None]):
    """Shows what there is to judge by; the person says the rest."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../conditions.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.JUDGING,)
    BINDINGS = bindings(Where.JUDGING)

    def __init__(self, about: Judging) -> None:
        super().__init__()
        self.draft = shown.drafted(about)
        self.leaving = False
        """Whether it was asked if what is said is to be thrown away."""

    def compose(self) -> ComposeResult:
        """The condition and case, the judgement over its passages, what the method says, and how to go on."""
        with Vertical(classes="window"):
            yield Strips((((self.draft.words, "-strong"),),), classes="pane-title -front")
            yield JudgementLines(id="judgement")
            yield Strips(id="hint", rule=True)
            yield Status()
            yield How(
                (((HOW if self.app.size.width >= NARROW else SHORT_HOW, "-muted"),),), classes="pane-title"
            )

    def on_mount(self) -> None:
        """Shows what is kept."""
        self.lines = self.query_one(Lines)
        self.app.said.subscribe(self, self._say)
        self._show()

    def _show(self) -> None:
        self.lines.show(shown.lines(self.draft))
        self._show_hint()

    def _change(self, draft: shown.Draft) -> None:
        self.draft, self.leaving = draft, False
        self._show()

    @on(Lines.Reached)
    def _show_hint(self) -> None:
        line = self.lines.current
        strips = self.query_one("#hint", Strips)
        words = shown.hint(self.draft, line.id if line is not None else "")
        strips.show(wrapped(words, strips.size.width, 3, "-muted"))

    def on_resize(self) -> None:
        """Wraps the hint anew."""
        self.call_after_refresh(self._show_hint)

    def _say(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    # -- the judgement -------------------------------------------------------------------------------------------

    def action_say_state(self, state: str) -> None:
        """Says the state."""
        self._change(replace(self.draft, state=ConditionState(state)))

    def action_turn_on(self) -> None:
        """The next value of the line."""
        self._turn(1)

    def action_turn_back(self) -> None:
        """The value before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        line = self.lines.current
        if line is None or line.id not in (shown.STATE, shown.FOLLOWED):
            return
        if line.id == shown.FOLLOWED:
            self._follow(step)
            return
        if self.draft.state is None:
            state: object = STATES[0 if step > 0 else -1]
        else:
            state = shown.next_of(STATES, self.draft.state, step)
        self.action_say_state(str(state))

    def action_followed(self) -> None:
        """The next word on the mechanism."""
        self._follow(1)

    def _follow(self, step: int) -> None:
        found = shown.next_of(COURSES, self.draft.followed, step)
        self._change(replace(self.draft, followed=None if found is None else Followed(str(found))))

    def action_words(self) -> None:
        """Writes why."""

        def written(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._change(replace(self.draft, reason=answer["why"].strip()))

        fields = (Field("why", "", self.draft.reason, tall=True),)
        self.app.push_screen(QuestionScreen("Why do you judge so?", self.draft.words, fields), written)

    # -- the passages --------------------------------------------------------------------------------------------

    def _passage(self) -> str:
        """Id of the passage under the cursor that can be rested on; "" for none, and says why."""
        line = self.lines.current
        passage_id = line.id.removeprefix(shown.PASSAGE) if line is not None else ""
        offered = self.draft.offered.get(passage_id)
        if offered is None:
            self.app.tell("Go to a passage first.")
        elif not offered.usable:
            self.app.tell(
                "An interviewer's words and those of an earlier text are nothing to rest on; enter reads them."
            )
        else:
            return passage_id
        return ""

    def action_tick(self) -> None:
        """Rests on the passage, with the stance that is chosen, or no longer."""
        passage_id = self._passage()
        if not passage_id:
            return
        if passage_id in self.draft.stances:
            self._change(self.draft.with_stance(passage_id, None))
            return

        def chosen(stance: Stance | None) -> None:
            if stance is not None:
                self._change(self.draft.with_stance(passage_id, stance))

        offered = self.draft.offered[passage_id]
        claim = f"{self.draft.about.condition.key} as a claim of the theory"
        self.app.push_screen(StanceScreen(claim, offered.passage.text), chosen)

    def action_say_stance(self, stance: str) -> None:
        """Rests on the passage with a stance."""
        if passage_id := self._passage():
            self._change(self.draft.with_stance(passage_id, Stance(stance)))

    def action_attach(self) -> None:
        """Chooses another coded passage of the case."""
        about = self.draft.about
        besides = [each.passage for each in self.draft.offered.values()]

        def listed(found: tuple[CodingLine, ...]) -> None:
            if not found:
                self.app.tell(f"No other passage about {about.case.name} is coded in your sight.")
                return
            by_id = {each.coding.id: each for each in found}

            def chosen(answer: str) -> None:
                self._change(self.draft.with_passage(by_id[answer]))
                self.lines.go_to(f"{shown.PASSAGE}{answer}")

            choices = passage_choices(found, frozenset())
            choose(self.app, f"Another passage about {about.case.name}", choices, chosen)

        self.app.at_desk(lambda project: other_passages(project, about.case.id, besides), listed)

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        """Enter: the next value, words, or the passage in its interview."""
        if event.line.id == shown.REASON:
            self.action_words()
        elif event.line.id.startswith(shown.PASSAGE):
            passage = self.draft.offered[event.line.id.removeprefix(shown.PASSAGE)].passage
            earlier = passage.revision if passage.earlier else 0
            self.app.open_passage(passage.transcript_id, passage.span, earlier=earlier)
        else:
            self._turn(1)

    # -- done ----------------------------------------------------------------------------------------------------

    def action_accept(self) -> None:
        """Keeps what is said; what cannot be kept leaves the window open."""
        if self.draft.state is None:
            self.app.tell("Say the state first: a letter, or ← → on its line.")
        elif self.draft.touched:
            self.app.act(shown.deed_of(self.draft), then=self._kept)
        else:
            self.dismiss(None)

    def _kept(self, _: Entry) -> None:
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Leaves; asks first where something was said."""
        if self.draft.touched and not self.leaving:
            self.leaving = True
            self.app.tell("Not kept yet: ctrl+s keeps it, esc again throws it away.")
        else:
            self.dismiss(None)

    def hold_quit(self) -> bool:
        """Whether the program must not end yet: something is said and not kept."""
        if self.draft.touched and not self.leaving:
            self.action_cancel()
            return True
        return False


def open_judging(app: RcoderApp, condition_id: str, case_id: str, role: str = "") -> None:
    """Opens the window on one condition in one case, or on what one role of it tells."""

    def opened(about: Judging) -> None:
        app.push_screen(JudgingScreen(about))

    app.at_desk(lambda project: judging(project, condition_id, case_id, role), opened, keys_wait=True)
