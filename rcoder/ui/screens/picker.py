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

NARROW = 118
"""Columns below which the window leaves more of the transcript in sight."""
QUOTED = 2
"""Rows for the passage's words."""


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
        recent = [study.codes[each] for each in study.recent if each in study.codes]
        used = [code for code in recent if not code.retired]
        known = [*used, *(code for code in study.codes.values() if not code.retired and code not in used)]
        self.candidates = [candidate(code) for code in known]
        self.typed: str | None = None
        """The letters that the list shown was found by."""

    def compose(self) -> ComposeResult:
        """What is coded, the words typed, the codes that fit, and what the one under the cursor means."""
        with Vertical(classes="window"):
            yield Strips(id="coded", classes="pane-title")
            yield Input(placeholder="key, name or alias", id="wanted", select_on_focus=False)
            yield Lines(id="candidates", empty="Nothing is called that. Fewer letters find more.")
            yield Strips(id="candidate", rule=True)
            yield Strips(((("↑ ↓ go · enter applies · esc leaves", "-muted"),),), classes="pane-title")

    def on_mount(self) -> None:
        """Shows all codes, the recent ones first."""
        self.lines = self.query_one("#candidates", Lines)
        self.lines.can_focus, self.lines.awake = False, True
        self._find()

    @on(Input.Changed)
    def _on_typed(self) -> None:
        self._find()

    def _find(self) -> None:
        """Shows what fits the letters in the field, where the list is still of others; keys come before the field's word of them."""
        typed = self.query_one(Input).value
        if typed == self.typed:
            return
        self.typed = typed
        found = rank(typed, self.candidates)
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
        rows = self._meaning(self.study.codes[line.id], width) if line else []
        room = max(8, self.size.height // 2 - 2)
        if len(rows) > room:
            rows = [*rows[: room - 1], (*rows[room - 1], (" …", "-muted"))]
        strips.show(rows)
        _be_high(strips, len(rows) + 1)

    def _meaning(self, code: Code, width: int) -> list[Pieces]:
        several = len(self.study.books) > 1
        book = self.study.book_of(code).title.say(self.study.language) if several else ""
        return describe(code, self.study.language, width, book)

    def on_resize(self) -> None:
        """Wraps the passage and the description to the new width."""
        self.set_class(self.size.width < NARROW, "-narrow")
        self.call_after_refresh(self._wrap)

    def _wrap(self) -> None:
        import textwrap

        coded = self.query_one("#coded", Strips)
        rows = textwrap.wrap(f"“{self.words}”", max(20, coded.content_size.width))
        if len(rows) > QUOTED:
            rows = [*rows[: QUOTED - 1], " ".join(rows[QUOTED - 1 :])]
        coded.show([((row, "-muted"),) for row in rows])
        _be_high(coded, len(rows))
        self._describe()

    @on(Lines.Chosen)
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self.dismiss(event.line.id)

    def action_candidate_down(self) -> None:
        """Goes a code on."""
        self._find()
        self.lines.action_line_down()

    def action_candidate_up(self) -> None:
        """Goes a code back."""
        self._find()
        self.lines.action_line_up()

    def action_candidate_page_down(self) -> None:
        """Goes a page on."""
        self._find()
        self.lines.action_list_page_down()

    def action_candidate_page_up(self) -> None:
        """Goes a page back."""
        self._find()
        self.lines.action_list_page_up()

    def action_apply(self) -> None:
        """Takes the code under the cursor."""
        self._find()
        if (line := self.lines.current) is not None:
            self.dismiss(line.id)

    def action_cancel(self) -> None:
        """Leaves without coding."""
        self.dismiss(None)


def _be_high(strips: Strips, rows: int) -> None:
    if strips.size.height != rows:
        strips.styles.height = rows


def describe(code: Code, language: str, width: int, book: str = "") -> list[Pieces]:
    """What a code means, when to use it and when not, wrapped to a width; `book` is its codebook's title, where it is said."""
    import textwrap

    usual = f"{letter(code.kind)} {say(code.kind)}" if code.kind else ""
    what = "" if code.category is Category.CODE else say(code.category)
    barrier = "barrier" if code.sign == "-" else ""
    kinds = " · ".join(each for each in (what, usual, barrier, *code.actors, book) if each)
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
    return rows
