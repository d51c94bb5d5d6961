"""Choosing one of many by a few letters; choosing a stance by one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType
from textual.widgets import Input

from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.words import Stance
from rcoder.ui.commands import Where, bindings, commands, urgent_bindings
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.matching import plain, rank, written_out
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

NOTHING = "Nothing fits. Fewer letters find more."
NONE_YET = "Nothing to choose yet. Type words of your own, and enter takes them."
TYPED = "typed:"
"""Begins the answer that is what was typed, where that is allowed."""


class ChooserScreen(Window[str]):
    """Gives the id of what was chosen, or the typed words after `TYPED`; None where the person left."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../configurations.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CHOOSER,)
    BINDINGS = urgent_bindings(Where.CHOOSER)

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        words: str = "",
        at: str = "",
        free: str = "",
        waiting: str = "",
    ) -> None:
        """`at` is where the cursor begins; with `free`, what is typed can be taken as it stands, called so.

        `waiting` is said until the choices are offered, where they are not known yet.
        """
        super().__init__()
        self.heading = title
        self.words = " ".join(words.split())
        self._know(choices)
        self.waiting = waiting
        self._taken_early = False
        """Whether Enter came before the choices."""
        self.typed: str | None = None
        """The letters that the list shown was found by."""
        self.at = at
        self.free = free

    def _know(self, choices: Sequence[Choice]) -> None:
        self.choices = {each.id: each for each in choices}
        self.candidates = {each.id: each.candidate for each in choices if not each.exact}
        self.exact = [each for each in choices if each.exact]

    def offer(self, choices: Sequence[Choice]) -> None:
        """Shows the choices that were waited for; Enter, where it came before them, takes its line then."""
        self._know(choices)
        self.waiting, self.typed, self.lines.empty = "", None, NOTHING
        self._find()
        if self._taken_early:
            self.action_take()

    def compose(self) -> ComposeResult:
        """What is asked, the letters typed, and what fits them."""
        with Vertical(classes="window"):
            quoted = f"  “{self.words}”" if self.words else ""
            yield Strips((((self.heading, "-strong"), (quoted, "-muted")),), classes="pane-title -front")
            yield Input(
                placeholder="a few letters" + (", or words of your own" if self.free else ""),
                select_on_focus=False,
            )
            yield Lines(id="choices", empty=self.waiting or NOTHING)
            yield How(((("↑ ↓ go · enter takes · esc leaves", "-muted"),),), classes="pane-title")

    def on_mount(self) -> None:
        """Shows everything that can be chosen."""
        self.lines = self.query_one(Lines)
        self.lines.can_focus = False
        self.lines.awake = True
        self._find()
        if self.at:
            self.lines.go_to(self.at)

    @on(Input.Changed)
    def _on_typed(self) -> None:
        self._find()

    def _find(self) -> None:
        """Shows what fits the letters in the field, where the list is still of others; keys come before the field's word of them."""
        typed = self.query_one(Input).value
        if typed == self.typed:
            return
        self.typed = typed
        found = rank(typed, self.candidates.values())
        lines = [self.choices[each].line for each in found]
        lines += [each.line for each in self.exact if plain(typed).strip() in plain(each.exact)]
        words = " ".join(typed.split())
        if self.free and words:
            own = Line(TYPED + words, ((f"“{words}”", "-strong"),), self.free)
            self.lines.show([own, *lines])
            meant = bool(found) and written_out(typed, self.candidates[found[0]])
            self.lines.move(0)
            self.lines.move(1 if meant else 0)
        else:
            self.lines.empty = self.waiting or (NOTHING if self.choices or not self.free else NONE_YET)
            self.lines.show(lines)
            self.lines.move(0)

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.dismiss(event.line.id)

    def action_choice_down(self) -> None:
        """Goes a line on."""
        self._find()
        self.lines.action_line_down()

    def action_choice_up(self) -> None:
        """Goes a line back."""
        self._find()
        self.lines.action_line_up()

    def action_choice_page_down(self) -> None:
        """Goes a page on."""
        self._find()
        self.lines.action_list_page_down()

    def action_choice_page_up(self) -> None:
        """Goes a page back."""
        self._find()
        self.lines.action_list_page_up()

    def action_take(self) -> None:
        """Takes the line under the cursor."""
        if self.waiting:
            self._taken_early = True
            return
        self._find()
        if (line := self.lines.current) is not None:
            self.dismiss(line.id)

    def action_cancel(self) -> None:
        """Leaves."""
        self.dismiss(None)


RESTS = "rests"
"""The line of a passage that an element rests on."""


def choose(
    app: RcoderApp,
    title: str,
    choices: Sequence[Choice],
    then: Callable[[str], None],
    *,
    words: str = "",
    at: str = "",
    free: str = "",
) -> None:
    """Asks for one of many, as `ChooserScreen` does, and goes on with the answer; with nothing where the person left."""
    screen = ChooserScreen(title, choices, words=words, at=at, free=free)
    app.push_screen(screen, lambda answer: then(answer) if answer is not None else None)


class StanceScreen(Window[Stance]):
    """How a passage bears on a claim: one key for each, none nearer than the others."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../configurations.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.STANCE,)
    BINDINGS = bindings(Where.STANCE)

    def __init__(self, claim: str, words: str, *, rests: Callable[[], None] | None = None) -> None:
        """`rests` is what to do where an element is to rest on the passage rather than be judged by it."""
        super().__init__(classes="-rests" if rests is not None else "")
        self.rests = rests
        self.claim = claim
        self.words = " ".join(words.split())

    def compose(self) -> ComposeResult:
        """The passage, the claim, the four keys, and how to leave."""
        keys = {each.id: each.shown for each in commands(Where.STANCE)}
        with Vertical(classes="window"):
            yield Strips((((f"“{self.words}”", "-muted"),), ((f"on {self.claim}", "-strong"),)), id="about")
            yield Lines(id="stances")
            yield How(((("esc leaves", "-muted"),),))
        self.lines = [
            Line(each.value, ((f"{keys[each.value]}  {STANCE_SIGNS[each]} ", "-key"), (say(each), "")))
            for each in Stance
        ]
        if self.rests is not None:
            words = ("it rests on this passage", "")
            self.lines.insert(0, Line(RESTS, ((f"{keys[RESTS]}  · ", "-key"), words)))

    def on_mount(self) -> None:
        """Shows the four."""
        self.query_one(Lines).show(self.lines)

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if event.line.id == RESTS:
            self.action_rests()
        else:
            self.dismiss(Stance(event.line.id))

    def action_rests(self) -> None:
        """The element rests on it."""
        if self.rests is not None:
            self.dismiss(None)
            self.rests()

    def action_supports(self) -> None:
        """It supports."""
        self.dismiss(Stance.SUPPORTS)

    def action_contradicts(self) -> None:
        """It contradicts."""
        self.dismiss(Stance.CONTRADICTS)

    def action_refines(self) -> None:
        """It refines."""
        self.dismiss(Stance.REFINES)

    def action_new(self) -> None:
        """It brings something new."""
        self.dismiss(Stance.NEW)

    def action_cancel(self) -> None:
        """Leaves."""
        self.dismiss(None)
