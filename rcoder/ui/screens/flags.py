"""About one coding: its flags, each on one key; all may be left as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from rcoder.domain.coding import Coding
from rcoder.ui.commands import Where, bindings, commands, footer
from rcoder.ui.flag_values import beside, value_words
from rcoder.ui.study import Study
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.one_click import OneClick
from rcoder.ui.widgets.strips import Keys, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

FIELDS = {
    "set_kind": "kind",
    "set_actor": "actor",
    "set_polarity": "polarity",
    "set_counterfactual": "counterfactual",
    "set_scope": "scope",
    "set_case": "case_id",
    "set_directness": "directness",
    "set_prompting": "prompting",
}
"""The lines that are gone through by arrows, and the coding's fields."""

HEIGHT = 13
"""Rows of the panel."""


class FlagLines(OneClick, inherit_bindings=False):
    """The list of flags: ← → and Enter are the panel's. A click changes one."""

    BINDINGS = [each for each in bindings(Where.LIST) if each.key not in {"left", "right", "enter"}]  # type: ignore[union-attr] # noqa: RUF012 - they are bindings all, as Textual wants them


class FlagsScreen(Window[None]):
    """Sets the flags of a coding; `write` is told the coding as it was and as it is to be."""

    app: RcoderApp
    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FLAGS,)
    BINDINGS = bindings(Where.FLAGS)

    def __init__(
        self, study: Study, coding: Coding, write: Callable[[Coding, Coding], None], *, words: str, row: int
    ) -> None:
        """`words` are the passage's; `row` is the row of the screen it ends in, which the panel keeps clear of."""
        super().__init__()
        self.study = study
        self.before = self.coding = coding
        self.write = write
        self.words = " ".join(words.split())
        self.row = row

    def compose(self) -> ComposeResult:
        """The code, the passage's first words, and one line for each flag, with its key."""
        code = self.study.codes[self.coding.code_id]
        name = f"{code.key} {code.label.say(self.study.language)}"
        with Vertical(classes="window"):
            yield Strips((((name, "-strong"), (f"  “{self.words}”", "-muted")),), classes="pane-title")
            yield FlagLines(id="flags")
            yield Keys(footer(Where.FLAGS))

    def on_mount(self) -> None:
        """Shows the flags as they stand, away from the passage."""
        self.set_class(self.row >= self.app.size.height - HEIGHT, "-high")
        self._show()

    def _show(self) -> None:
        found = {
            name: value_words(self.study, field, getattr(self.coding, field))
            for name, field in FIELDS.items()
        }
        found["set_memo"] = " ".join(self.coding.memo.split()) or "none"
        self.query_one(FlagLines).show(
            Line(
                each.id,
                ((f" {each.shown:<5}", "-key"), (f"{each.words.en:<25}", ""), (found[each.id], "-strong")),
            )
            for each in commands(Where.FLAGS)
            if each.id in found
        )

    def _turn(self, line_id: str, step: int = 1) -> None:
        """Gives a flag the value after or before its own; a value that is none of them leads to the first or last."""
        field = FIELDS[line_id]
        flags: dict[str, object] = {field: beside(self.study, self.coding, field, step)}
        self.coding = replace(self.coding, **flags)  # type: ignore[arg-type] # flags are the record's own fields
        self._show()
        self.query_one(FlagLines).go_to(line_id)

    def _turn_current(self, step: int) -> None:
        line = self.query_one(FlagLines).current
        if line is not None and line.id in FIELDS:
            self._turn(line.id, step)
        elif line is not None:
            self.action_set_memo()

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        self._turn_current(1)

    def action_turn_on(self) -> None:
        """The next value of the flag under the cursor."""
        self._turn_current(1)

    def action_turn_back(self) -> None:
        """The value before."""
        self._turn_current(-1)

    def action_set_kind(self) -> None:
        """The next kind; a code without a usual kind may have none."""
        self._turn("set_kind")

    def action_set_actor(self) -> None:
        """The next actor, those of the code first."""
        self._turn("set_actor")

    def action_set_polarity(self) -> None:
        """Present, weak, absent."""
        self._turn("set_polarity")

    def action_set_counterfactual(self) -> None:
        """Counterfactual or not."""
        self._turn("set_counterfactual")

    def action_set_scope(self) -> None:
        """The next scope."""
        self._turn("set_scope")

    def action_set_case(self) -> None:
        """The next case, after the last the interview's own."""
        self._turn("set_case")

    def action_set_directness(self) -> None:
        """Said or inferred."""
        self._turn("set_directness")

    def action_set_prompting(self) -> None:
        """Volunteered or prompted."""
        self._turn("set_prompting")

    def action_set_memo(self) -> None:
        """Writes the note, at once."""
        from rcoder.ui.screens.question import Field, QuestionScreen

        question = QuestionScreen("Note", "", (Field("memo", "", self.coding.memo, tall=True),))
        self.app.push_screen(question, self._keep_memo)

    def _keep_memo(self, answer: dict[str, str] | None) -> None:
        if answer is None:
            return
        after = replace(self.before, memo=answer["memo"])
        self._write(after)
        self.coding = replace(self.coding, memo=after.memo)
        self._show()
        self.query_one(FlagLines).go_to("set_memo")

    def _write(self, after: Coding) -> None:
        before, self.before = self.before, after
        if after != before:
            self.write(before, after)

    def hold_quit(self) -> bool:
        """Writes the flags as they stand, and lets the program end."""
        self._write(self.coding)
        return False

    def action_done(self) -> None:
        """Keeps the flags as they stand."""
        self._write(self.coding)
        self.dismiss(None)
