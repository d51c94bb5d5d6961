"""The list of codes: type a few letters, Enter gives the passage the code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from rcoder.domain.codebook import Code
from rcoder.domain.terms import letter, say
from rcoder.domain.words import Category
from rcoder.ui import lists
from rcoder.ui.commands import Where, footer, urgent_bindings
from rcoder.ui.matching import Finder, candidate
from rcoder.ui.study import Study
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Keys, Pieces, Strips
from rcoder.ui.widgets.window import Window

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

NARROW = 118
"""Columns below which what a code means stands below the list and not at its side."""
QUOTED = 3
"""Rows for the passage's words."""
READ = 3
"""Rows that one key goes on in what a code means."""
NEW = "new:"
"""Id of the line for a code that there is not yet."""


class PickerScreen(Window[str]):
    """Finds a code, support condition or hypothesis by key, name or alias."""

    app: RcoderApp
    CSS_PATH = "../windows.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.PICKER,)
    BINDINGS = urgent_bindings(Where.PICKER)

    def __init__(
        self,
        study: Study,
        words: str,
        *,
        finder: Finder | None = None,
        new: Callable[[str, str], None] | None = None,
    ) -> None:
        """`words` are the passage's. `finder` has all codes of the study that are not retired.

        `new` is told of a code that is wanted and not there: what was typed, and the id of the code under the cursor.
        """
        super().__init__()
        self.study = study
        self.words = " ".join(words.split())
        self.recent = tuple(
            each for each in study.recent if each in study.codes and not study.codes[each].retired
        )
        self.finder = finder if finder is not None else code_finder(study)
        self.new = new
        self.typed: str | None = None
        """The letters that the list shown was found by."""

    def compose(self) -> ComposeResult:
        """What is coded, the words typed, the codes that fit, and beside them what the one under the cursor means."""
        with Vertical(classes="window"):
            yield Strips(id="coded", classes="pane-title")
            yield Input(placeholder="key, name or alias", id="wanted", select_on_focus=False)
            with Vertical(id="beside"):
                yield Lines(id="candidates", empty="Nothing is called that. Fewer letters find more.")
                yield Reading(id="candidate")
            keys = footer(Where.PICKER)
            yield Keys([each for each in keys if self.new is not None or each.press != "ctrl+n"])

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
        self.lines.show(self._found(typed))
        self.lines.move(0)
        self._describe()

    def _found(self, typed: str) -> list[Line]:
        """The codes that fit; the recent ones first where nothing is typed. Where none fits, a new one can be made."""
        ids = self.finder.rank(typed, self.recent)
        if not typed.strip():
            ids = [*self.recent, *(each for each in ids if each not in self.recent)]
        lines = [self._line(self.study.codes[each]) for each in ids if each in self.study.codes]
        words = " ".join(typed.split())
        if not lines and words and self.new is not None:
            lines = [Line(NEW, (("  New code ", "-strong"), (f"“{words}”", "")), "ctrl+n")]
        return lines

    def _line(self, code: Code) -> Line:
        digit = self.study.recent.index(code.id) + 1 if code.id in self.study.recent else 0
        count = self.study.counts.get(code.id, 0)
        pieces: Pieces = ((f"{digit or ' '} ", "-key"), *lists.code_pieces(code, self.study.language))
        return Line(code.id, pieces, str(count or ""))

    @on(Lines.Reached)
    def _on_reached(self) -> None:
        self._describe()

    def _describe(self) -> None:
        line, meaning = self.lines.current, self.query_one("#candidate", Reading)
        code = self.study.codes.get(line.id) if line else None
        width = max(20, (meaning.size.width or 60) - 2)
        meaning.read(self._meaning(code, width) if code is not None else [])

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
        if coded.size.height != len(rows):
            coded.styles.height = len(rows)
        self._describe()

    @on(Lines.Chosen, "#candidates")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        self._take(event.line)

    def _take(self, line: Line) -> None:
        if line.id == NEW:
            self.action_new_code()
        else:
            self.dismiss(line.id)

    def action_new_code(self) -> None:
        """Leaves for a code that there is not yet, called what is typed."""
        if (new := self.new) is None:
            return
        self._find()
        typed, line = " ".join((self.typed or "").split()), self.lines.current
        near = line.id if line is not None and line.id != NEW else ""
        self.dismiss(None)
        new(typed, near)

    def action_meaning_down(self) -> None:
        """Goes down in what the code means."""
        self.query_one("#candidate", Reading).scroll_relative(y=READ, animate=False)

    def action_meaning_up(self) -> None:
        """Goes back up in it."""
        self.query_one("#candidate", Reading).scroll_relative(y=-READ, animate=False)

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
            self._take(line)

    def action_cancel(self) -> None:
        """Leaves without coding."""
        self.dismiss(None)


class Reading(Lines, can_focus=False):
    """Rows to be read, that scroll where there are many; the first is their heading."""

    def read(self, rows: Iterable[Pieces]) -> None:
        """Shows these rows from the first."""
        self.show(Line(str(number), row, inert=True) for number, row in enumerate(rows))
        self.scroll_to(y=0, animate=False, immediate=True)


def code_finder(study: Study) -> Finder:
    """What finds the codes of a study that are not retired."""
    return Finder(candidate(code) for code in study.codes.values() if not code.retired)


def describe(code: Code, language: str, width: int, book: str = "") -> list[Pieces]:
    """What a code means, when to use it and when not, wrapped to a width; `book` is its codebook's title, where it is said."""
    import textwrap

    usual = f"{letter(code.kind)} {say(code.kind)}" if code.kind else ""
    what = "" if code.category is Category.CODE else say(code.category)
    barrier = "barrier" if code.sign == "-" else ""
    kinds = " · ".join(each for each in (what, usual, barrier, *code.actors, book) if each)
    name = f"{code.key} {code.label.say(language)}"
    if len(name) + 2 + len(kinds) <= width:
        rows: list[Pieces] = [((name, "-strong"), (f"  {kinds}", "-muted"))]
    else:
        rows = [((each, "-strong"),) for each in textwrap.wrap(name, width)]
        rows += [((each, "-muted"),) for each in textwrap.wrap(kinds, width)]
    parts = (
        ("", code.title.say(language)),
        ("", code.definition.say(language)),
        ("Use: ", code.use.say(language)),
        ("Not: ", code.avoid.say(language)),
        ("Like: ", code.example.say(language)),
        ("Also: ", " · ".join(code.aliases)),
    )
    for name, words in parts:
        for number, row in enumerate(textwrap.wrap(name + words, width) if words else ()):
            if number == 0 and name:
                rows.append(((name, "-muted"), (row[len(name) :], "")))
            else:
                rows.append(((row, ""),))
    return rows
