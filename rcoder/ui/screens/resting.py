"""Writing with the passages beside: what is written, and which passages it rests on; kept all at once, lost by nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import TextArea

from rcoder.domain.answers import CodingLine
from rcoder.project.framework import Offer
from rcoder.project.summing_up import other_passages
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring.choices import passages as passage_choices
from rcoder.ui.profiling import rests as shown
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.question import Field, LineInput, QuestionScreen
from rcoder.ui.widgets.how import HowText
from rcoder.ui.widgets.kept import Across
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.options import Option, Options
from rcoder.ui.widgets.strips import Pieces, Strips

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

HOW = "ctrl+s keep · tab passages · space tick · e another · enter read · esc leave"
NARROW = 100
RESTS, SIGN = "rests", "sign"
"""What is given besides the fields: ids of passages parted by blanks, and the sign that is chosen."""


class RestingScreen(QuestionScreen):
    """Asks for words and for what they rest on; gives the fields, `rests` and, where there is one, `sign`."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../profiles.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FORM, Where.RESTING)
    BINDINGS = bindings(Where.RESTING)

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        offered: Sequence[Offer],
        ticked: Sequence[str],
        case_id: str,
        *,
        told: Sequence[Pieces] = (),
        signs: Sequence[Option] = (),
        sign: str = "",
        wrong: str = "",
    ) -> None:
        """`told` stands under the fields; of `signs` one is chosen."""
        super().__init__(title, "", fields, wrong=wrong)
        self.offered = list(offered)
        self.ticked = list(ticked)
        self.case_id = case_id
        self.told = tuple(told)
        self.signs = tuple(signs)
        self.sign = sign
        self.keys = HOW

    def compose(self) -> ComposeResult:
        """The words beside the passages."""
        with Vertical(classes="window question"):
            yield Strips((((self.heading, ""),),), classes="pane-title -front")
            with Across(id="beside"):
                with Vertical(id="written"):
                    for field in self.fields:
                        yield from self._field(field)
                    if self.signs:
                        yield Options(
                            "Which way", self.signs, self.sign, self._choose_sign, key="ctrl+t", id=SIGN
                        )
                    if self.told:
                        yield Strips(self.told, id="told")
                with Vertical(id="material"):
                    yield Strips(id="count")
                    yield Lines(id="passages", empty=shown.NONE_HERE)
                    yield Strips(id="fact", rule=True)
            yield HowText(self.keys, id="how", classes="-muted")

    def _field(self, field: Field) -> ComposeResult:
        if field.words:
            yield Strips((((field.words, "-muted"),),))
        if field.tall:
            yield TextArea(field.value, id=field.id, soft_wrap=True)
        else:
            yield LineInput(field.value, id=field.id)

    def on_mount(self) -> None:
        """Shows the passages."""
        self.lines = self.query_one("#passages", Lines)
        self._show()
        if self.told:
            self.query_one("#told").styles.height = len(self.told)

    def on_resize(self, event: events.Resize) -> None:
        """Puts the passages under the words where the screen is narrow."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.call_after_refresh(self._show_fact)

    def written(self) -> dict[str, str]:
        """What is written, and what it rests on."""
        found = super().written()
        found[RESTS] = " ".join(self.ticked)
        if self.signs:
            found[SIGN] = self.query_one(f"#{SIGN}", Options).chosen
        return found

    def _show(self) -> None:
        self.lines.show(shown.passage_lines(self.offered, self.ticked))
        self.query_one("#count", Strips).show((((shown.counted(self.offered, self.ticked), "-strong"),),))
        self._show_fact()

    @property
    def offer(self) -> Offer | None:
        """The passage under the cursor."""
        line = self.lines.current
        return next((each for each in self.offered if line is not None and each.passage.id == line.id), None)

    @on(Lines.Reached, "#passages")
    def _show_fact(self) -> None:
        fact = self.query_one("#fact", Strips)
        fact.show(shown.about(self.offer, fact.size.width, fact.size.height - 1))

    # -- what it rests on ----------------------------------------------------------------------------------------

    def action_tick(self) -> None:
        """Rests on the passage, or no longer."""
        offer = self.offer
        if offer is None:
            self._say("tab goes to the passages.")
            return
        own = offer.passage.id
        if own in self.ticked:
            self.ticked.remove(own)
        elif offer.usable:
            self.ticked.append(own)
        else:
            self._say(
                "An interviewer's words and those of an earlier text are nothing to rest on; enter reads them."
            )
            return
        self._show()

    def action_attach(self) -> None:
        """Chooses another coded passage of the case."""
        besides = [each.passage for each in self.offered]

        def listed(found: tuple[CodingLine, ...]) -> None:
            if not found:
                self._say("No other passage about the case is coded in your sight.")
                return
            by_id = {each.coding.id: each for each in found}

            def chosen(answer: str | None) -> None:
                if answer is not None:
                    self.offered.append(shown.of_line(by_id[answer]))
                    self.ticked.append(answer)
                    self._show()
                    self.lines.go_to(answer)

            screen = ChooserScreen("Another passage of the case", passage_choices(found, frozenset()))
            self.app.push_screen(screen, chosen)

        case_id = self.case_id
        self.app.at_desk(lambda project: other_passages(project, case_id, besides), listed, keys_wait=True)

    @on(Lines.Chosen, "#passages")
    def _on_chosen(self) -> None:
        """Opens the passage in its interview; esc comes back to the window."""
        if (offer := self.offer) is not None:
            passage = offer.passage
            earlier = passage.revision if passage.earlier else 0
            self.app.open_passage(passage.transcript_id, passage.span, earlier=earlier)

    # -- which way -----------------------------------------------------------------------------------------------

    def action_other_sign(self) -> None:
        """The next sign."""
        if self.signs:
            options = self.query_one(f"#{SIGN}", Options)
            options.choose(options.next())

    def _choose_sign(self, name: str) -> None:
        self.query_one(f"#{SIGN}", Options).choose(name)

    def _write_on(self) -> None:
        """Goes back to where it was asked, also where that is the list."""
        left: Widget | None = self.left
        super()._write_on()
        if left is not None and self.focused is None:
            self.set_focus(left)
