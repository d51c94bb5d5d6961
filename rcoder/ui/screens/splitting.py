"""Splitting a hypothesis: the names of its parts, what goes to which by one key each, a summary, and then the deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.errors import RcoderError
from rcoder.project.codebook_splitting import Split, split
from rcoder.ui.bookwork import splitting
from rcoder.ui.bookwork.forms import WHY, naming_fields
from rcoder.ui.bookwork.splitting import FEWEST, MOST, Splitting
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen, choose
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.widgets.how import How
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

ON, MORE, WORDS = "on", "more", "words"
"""How the window is left: to the summary, for a further part, to name a part anew."""


class SplitScreen(Window[str]):
    """Everything that hangs on the hypothesis; a digit gives the line under the cursor to a part."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../codebook.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.SPLITTING, Where.LIST)
    BINDINGS = bindings(Where.SPLITTING)

    def __init__(self, state: Splitting, at: str = "") -> None:
        super().__init__()
        self.state = state
        self.at = at
        self._leaving = False

    def compose(self) -> ComposeResult:
        """The parts, what goes to them, and how to go on."""
        old = self.state.split.hypothesis
        title = f"Split {old.key} {old.label.say(self.state.language)}"
        with Vertical(classes="window"):
            yield Strips((((title, "-strong"),),), classes="pane-title -front")
            yield Strips(id="parts")
            yield Lines(id="hanging", empty="Nothing hangs on it; ctrl+s goes on.")
            yield How(id="how")

    def on_mount(self) -> None:
        """Shows what is said so far."""
        self.lines = self.query_one(Lines)
        self._show()
        if self.at:
            self.lines.go_to(self.at)
        elif self.state.left:
            self.lines.go_to(self.state.left[0].id)
        self.lines.focus()

    def _show(self, words: str = "") -> None:
        self.lines.show(splitting.lines(self.state))
        self.query_one("#parts", Strips).show((splitting.part_row(self.state),))
        self._say(words or splitting.progress(self.state), asked=bool(words))

    def _say(self, words: str, *, asked: bool = False) -> None:
        self.query_one("#how", Strips).show((((f" {words}", "-strong" if asked else "-muted"),),))

    @on(Lines.Reached)
    def _on_reached(self) -> None:
        self._stay()

    def _stay(self) -> None:
        self._leaving = False
        self._say(splitting.progress(self.state))

    def _give(self, parts: tuple[str, ...]) -> None:
        line = self.lines.current
        if line is None or line.inert:
            return
        wrong = self.state.give(line.id, parts)
        self._leaving = False
        self._show(wrong)
        if not wrong:
            self.lines.action_line_down()

    def action_give(self, digit: str) -> None:
        """Gives the line under the cursor to a part."""
        keys = self.state.keys
        if int(digit) <= len(keys):
            self._give((keys[int(digit) - 1],))
        else:
            self._say(f"There is no part {digit}. + adds one.", asked=True)

    def action_give_all(self) -> None:
        """Gives it to every part."""
        self._give(self.state.keys)

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        """Asks which part, for those who go by mouse."""
        line: Line = event.line
        choices = [Choice(part.key, ((part.key, "-strong"),)) for part in self.state.parts]
        choices.append(Choice("all", (("all", "-muted"),)))

        def chosen(answer: str) -> None:
            self._give(self.state.keys if answer == "all" else (answer,))

        title = "".join(words for words, _ in line.pieces)
        choose(self.app, f"{title.strip()} goes to", choices, chosen)

    def action_add(self) -> None:
        """Names a further part."""
        if len(self.state.parts) < MOST:
            self._leave(MORE)
        else:
            self._say(f"A hypothesis is split into {MOST} at most here.", asked=True)

    def action_words(self) -> None:
        """Names a part anew."""
        self._leave(WORDS)

    def action_accept(self) -> None:
        """Goes on to the summary, where every code has its part."""
        left = self.state.left
        if left:
            self.lines.go_to(left[0].id)
            self._say(f"{left[0].key} has no part yet.", asked=True)
        else:
            self._leave(ON)

    def _leave(self, how: str) -> None:
        self.dismiss(how)

    @property
    def here(self) -> str:
        """Id of the line under the cursor."""
        return self.lines.current.id if self.lines.current is not None else ""

    def action_cancel(self) -> None:
        """Leaves; asks first where something was given."""
        if self.state.assigned and not self._leaving:
            self._ask_twice()
        else:
            self.dismiss(None)

    def hold_quit(self) -> bool:
        """Whether the program must not end yet: something was given."""
        held = bool(self.state.assigned)
        if held:
            self._ask_twice()
        return held

    def _ask_twice(self) -> None:
        self._leaving = True
        self._say("Nothing is split yet. esc again throws away what you gave.", asked=True)


class SplitGuide:
    """Leads through a split, window by window; each goes on from what the one before was left with."""

    def __init__(self, app: RcoderApp, found: Split, taken: Sequence[str], language: str) -> None:
        self.app = app
        self.taken = tuple(taken)
        self.state = Splitting(found, language)
        self._at = ""

    def begin(self) -> None:
        """Asks for the names of the first two parts, then what goes to which."""
        self._name(len(self.state.parts), self._further)

    def _further(self) -> None:
        if len(self.state.parts) < FEWEST:
            self.begin()
        else:
            self._assign()

    def _name(self, index: int, then: Callable[[], None]) -> None:
        old, state = self.state.split.hypothesis, self.state
        fields = naming_fields(state.proposed_key(index), hypothesis=True, said=state.said(index))

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                state.name(index, answer)
            if answer is not None or len(state.parts) >= FEWEST:
                then()

        self.app.push_screen(
            QuestionScreen(
                f"Split {old.key} {old.label.say(state.language)}: part {index + 1}",
                "",
                fields,
                check=lambda answer: state.wrong(index, answer, self.taken),
            ),
            answered,
        )

    def _assign(self) -> None:
        screen = SplitScreen(self.state, self._at)

        def left(how: str | None) -> None:
            self._at = screen.here
            if how == MORE:
                self._name(len(self.state.parts), self._assign)
            elif how == WORDS:
                self._rename()
            elif how == ON:
                self._sum_up()

        self.app.push_screen(screen, left)

    def _rename(self) -> None:
        choices = [
            Choice(str(place), ((part.key, "-strong"), (f" {part.wanted.texts.get('label.da', '')}", "")))
            for place, part in enumerate(self.state.parts)
        ]
        self.app.push_screen(
            ChooserScreen("Change the words of", choices),
            lambda answer: self._name(int(answer), self._assign) if answer is not None else self._assign(),
        )

    def _sum_up(self) -> None:
        old = self.state.split.hypothesis

        def answered(answer: dict[str, str] | None) -> None:
            if answer is None:
                self._assign()
            else:
                self._do(answer["why"])

        question = QuestionScreen(
            f"Split {old.key} into {', '.join(self.state.keys)}?", splitting.summary(self.state), (WHY,)
        )
        self.app.push_screen(question, answered)

    def _do(self, why: str) -> None:
        state, old = self.state, self.state.split.hypothesis
        parts, assigned = tuple(state.parts), dict(state.assigned)

        def refused(error: RcoderError) -> None:
            self.app.tell(error)
            self._assign()

        self.app.act(lambda project: split(project, old.id, parts, assigned), why=why, otherwise=refused)
