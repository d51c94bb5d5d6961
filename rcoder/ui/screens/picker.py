"""The list of codes: type a few letters, Enter gives the passage the code."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from rcoder.domain.codebook import Code
from rcoder.domain.words import Category, letter, say
from rcoder.ui import lists
from rcoder.ui.commands import Where, urgent_bindings
from rcoder.ui.matching import candidate, rank
from rcoder.ui.study import Study
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Pieces, Strips

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class PickerScreen(ModalScreen[str]):
    """Finds a code, support condition or hypothesis by key, name or alias."""

    app: RcoderApp
    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.PICKER,)
    BINDINGS = urgent_bindings(Where.PICKER)

    def __init__(self, study: Study, words: str) -> None:
        super().__init__()
        self.study = study
        self.words = " ".join(words.split())
        used = [study.codes[each] for each in study.recent if each in study.codes]
        known = [*used, *(code for code in study.codes.values() if not code.retired and code not in used)]
        self.candidates = [candidate(code) for code in known]

    def compose(self) -> ComposeResult:
        """What is coded, the words typed, the codes that fit, and what the one under the cursor means."""
        with Vertical(classes="window"):
            yield Strips((((f"“{self.words}”", "-muted"),),), id="coded", classes="pane-title")
            yield Input(placeholder="key, name or alias", id="wanted", select_on_focus=False)
            yield Lines(id="candidates", empty="Nothing is called that. Fewer letters find more.")
            yield Strips(id="candidate", rule=True)

    def on_mount(self) -> None:
        """Shows all codes, the recent ones first."""
        self.lines = self.query_one("#candidates", Lines)
        self.lines.can_focus, self.lines.awake = False, True
        self._find("")

    @on(Input.Changed)
    def _on_typed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, wanted: str) -> None:
        found = rank(wanted, self.candidates)
        self.lines.show(self._line(self.study.codes[each]) for each in found)
        self.lines.move(0)
        self._describe()

    def _line(self, code: Code) -> Line:
        digit = self.study.recent.index(code.id) + 1 if code.id in self.study.recent else 0
        count = self.study.counts.get(code.id, 0)
        pieces: Pieces = ((f"{digit or ' '} ", "-key"), *lists.code_pieces(code, self.study.language))
        return Line(code.id, pieces, str(count or ""))

    @on(Lines.Reached)
    def _on_reached(self) -> None:
        self._describe()

    def _describe(self) -> None:
        line = self.lines.current
        strips = self.query_one("#candidate", Strips)
        width = max(20, strips.content_size.width or 60)
        strips.show(describe(self.study.codes[line.id], self.study.language, width, 8) if line else ())

    def on_resize(self) -> None:
        """Wraps the description to the new width."""
        self.call_after_refresh(self._describe)

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.dismiss(event.line.id)

    def action_candidate_down(self) -> None:
        """Goes a code on."""
        self.lines.action_line_down()

    def action_candidate_up(self) -> None:
        """Goes a code back."""
        self.lines.action_line_up()

    def action_candidate_page_down(self) -> None:
        """Goes a page on."""
        self.lines.action_list_page_down()

    def action_candidate_page_up(self) -> None:
        """Goes a page back."""
        self.lines.action_list_page_up()

    def action_apply(self) -> None:
        """Takes the code under the cursor."""
        if (line := self.lines.current) is not None:
            self.dismiss(line.id)

    def action_cancel(self) -> None:
        """Leaves without coding."""
        self.dismiss(None)


def describe(code: Code, language: str, width: int, height: int) -> list[Pieces]:
    """What a code means, when to use it and when not, wrapped to a width and cut to a height."""
    import textwrap

    usual = f"{letter(code.kind)} {say(code.kind)}" if code.kind else ""
    what = "" if code.category is Category.CODE else say(code.category)
    barrier = "barrier" if code.sign == "-" else ""
    kinds = " · ".join(each for each in (what, usual, barrier, *code.actors) if each)
    rows: list[Pieces] = [((f"{code.key} {code.label.say(language)}", "-strong"), (f"  {kinds}", "-muted"))]
    parts = (
        ("", code.title.say(language) or code.definition.say(language)),
        ("Use: ", code.use.say(language)),
        ("Not: ", code.avoid.say(language)),
        ("Like: ", code.example.say(language)),
    )
    for name, words in parts:
        for number, row in enumerate(textwrap.wrap(name + words, width) if words else ()):
            if number == 0 and name:
                rows.append(((name, "-muted"), (row[len(name) :], "")))
            else:
                rows.append(((row, ""),))
    return rows[:height]
