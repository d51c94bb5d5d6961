"""A code made while coding: its label, where it stands, what it is and whose; Enter makes it and codes the passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from rcoder.domain.codebook_rules import check_key
from rcoder.domain.errors import Misuse
from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind
from rcoder.project.new_codes import Draft
from rcoder.ui import drafting
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.study import Study
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.one_click import OneClick
from rcoder.ui.widgets.strips import Keys, Strips, in_two
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

LANGUAGES = {"da": "Danish", "en": "English"}
UNDER, KIND, WHOSE, KEY = "under", "kind", "whose", "key"
TURNED = {UNDER: "under", KIND: "kind", WHOSE: "actor"}
"""The rows that are gone through by arrows."""


class Label(Input):
    """The label; Enter makes the code at once, before the next key is looked at."""

    async def action_submit(self) -> None:
        """Makes the code."""
        if isinstance(screen := self.screen, NewCodeScreen):
            screen.action_make()


class Rows(OneClick, inherit_bindings=False):
    """What is said of the code; its keys are the window's."""


class NewCodeScreen(Window[Draft]):
    """Gives the draft of a code, or None where the person left."""

    app: RcoderApp
    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.NEW_CODE,)
    BINDINGS = bindings(Where.NEW_CODE)
    AUTO_FOCUS = "#label"

    def __init__(self, study: Study, draft: Draft, span: Span, *, words: str, wrong: str = "") -> None:
        """`words` are those of the passage that is coded with it, at `span`; `wrong` says why it was not made before."""
        super().__init__()
        self.study, self.draft, self.span = study, draft, span
        self.words = " ".join(words.split())
        self.wrong = wrong
        self._own_key = bool(wrong)
        """Whether the key is the person's and stays as it is."""
        self._label = draft.label
        self._alike = ""
        """The label that was said to be taken."""

    def compose(self) -> ComposeResult:
        """The passage, the label, and one line for each thing besides."""
        called = LANGUAGES[self.draft.language]
        with Vertical(classes="window"):
            yield Strips(
                ((("New code", "-strong"), (f"  “{self.words}”", "-muted")),), classes="pane-title -front"
            )
            yield Strips((((f"Label, {called}", "-muted"),),), classes="pane-title")
            yield Label(self.draft.label, id="label", select_on_focus=False)
            yield Rows(id="rows")
            yield Strips(id="wrong")
            yield Keys(footer(Where.NEW_CODE))

    def on_mount(self) -> None:
        """Shows what is proposed."""
        self.rows = self.query_one(Rows)
        self._show()
        self.call_after_refresh(self._say, self.wrong)

    def _show(self) -> None:
        draft, study = self.draft, self.study
        home = study.codes.get(draft.under_id)
        under = f"{home.key} {home.label.say(study.language)}" if home is not None else "the codebook"
        said = {UNDER: under, KIND: drafting.kind_words(draft)}
        if draft.kind is Kind.REASONING:
            said[WHOSE] = draft.actors[0] if draft.actors else "nobody named"
        said[KEY] = draft.key
        names = {UNDER: "Under", KIND: "Kind", WHOSE: "Whose", KEY: "Key"}
        lines = [
            Line(each, ((f" {names[each]:<8}", "-muted"), (words, "-strong"))) for each, words in said.items()
        ]
        if draft.cues:
            lines.append(Line("cue", ((" Cue     ", "-muted"), (f"“{draft.cues[0]}”", "")), inert=True))
        self.rows.show(lines)

    def _take(self, draft: Draft) -> None:
        """Shows another draft, with the key that is proposed for it where it is not the person's own."""
        self.draft = draft if self._own_key else drafting.keyed(self.study, draft)
        self._show()

    # -- rows ----------------------------------------------------------------------------------------------------

    def _turn(self, step: int) -> None:
        line = self.rows.current
        if line is not None and line.id in TURNED:
            self._take(drafting.turned(self.study, self.draft, TURNED[line.id], step, self.span))

    def action_next_value(self) -> None:
        """The next value of the row under the cursor."""
        self._turn(1)

    def action_previous_value(self) -> None:
        """The value before."""
        self._turn(-1)

    def action_write(self) -> None:
        """Chooses among all there is, or writes the key."""
        line = self.rows.current
        if line is not None and line.id == UNDER:
            self._ask_home()
        elif line is not None and line.id == KEY:
            self._ask_key()
        else:
            self._turn(1)

    @on(Lines.Chosen)
    def _on_clicked(self) -> None:
        self.rows.focus()
        self.action_write()

    def _ask_home(self) -> None:
        from rcoder.ui.bookwork.forms import as_choice
        from rcoder.ui.screens.choosing import choose

        choices = [as_choice(each, self.study.language) for each in drafting.homes(self.study)]

        def chosen(code_id: str) -> None:
            self._take(drafting.under(self.study, self.draft, code_id))

        choose(self.app, "Under", choices, chosen, at=self.draft.under_id)

    def _ask_key(self) -> None:
        from rcoder.ui.screens.question import Field, QuestionScreen

        taken = [each.key for each in self.study.codes.values()]

        def wrong(answer: dict[str, str]) -> str:
            try:
                check_key(answer["key"].strip(), taken)
            except Misuse as error:
                return str(error)
            return ""

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._own_key = True
                self._take(replace(self.draft, key=answer["key"].strip()))

        self.app.push_screen(
            QuestionScreen("Key", "", (Field("key", "", self.draft.key),), check=wrong), answered
        )

    # -- going about ---------------------------------------------------------------------------------------------

    def action_row_down(self) -> None:
        """Goes from the label to the rows, and down in them."""
        if self.rows.has_focus:
            self.rows.action_line_down()
        else:
            self.rows.focus()

    def action_row_up(self) -> None:
        """Goes up in the rows, from the first to the label."""
        line = self.rows.current
        if line is None or line.id == UNDER:
            self.query_one(Label).focus()
        elif self.rows.has_focus:
            self.rows.action_line_up()

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        """What was wrong may be right with other words."""
        if event.value != self._label:
            self._label = event.value
            self._say("")

    def on_resize(self, _: events.Resize) -> None:
        """What is wrong is broken to the new width."""
        self.call_after_refresh(self._say, self.wrong)

    def _say(self, words: str) -> None:
        self.wrong = words
        strips = self.query_one("#wrong", Strips)
        rows = in_two(((" ! ", "-key"), (words, "")), strips.size.width) if words else []
        strips.styles.height = len(rows)
        strips.show(rows)

    # -- done ----------------------------------------------------------------------------------------------------

    def action_make(self) -> None:
        """Makes the code, unless it has no label, or the label of another: that is said once."""
        label = " ".join(self.query_one(Label).value.split())
        draft = replace(self.draft, label=label)
        if not label:
            self._say("It needs a label.")
            return
        alike = drafting.called_so(self.study, draft)
        if alike is not None and self._alike != label:
            self._alike = label
            self._say(f"{alike.key} is called that already. Enter again makes another.")
            return
        self.dismiss(draft)

    def action_cancel(self) -> None:
        """Leaves and makes nothing."""
        self.dismiss(None)


MakeIt = Callable[[Draft], None]


def ask_for_code(
    app: RcoderApp, study: Study, draft: Draft, span: Span, make: MakeIt, *, wrong: str = ""
) -> None:
    """Opens the form, and goes on with the draft where there is one."""
    words = span.of(study.reading.text) if study.reading else ""

    def answered(found: Draft | None) -> None:
        if found is not None:
            make(found)

    app.push_screen(NewCodeScreen(study, draft, span, words=words, wrong=wrong), answered)
