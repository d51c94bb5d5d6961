"""A quotation for a paper: the passage's own words above, its edited form and a translation beneath them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.types import CSSPathType
from textual.widgets import Static, TextArea

from rcoder.domain.errors import RcoderError
from rcoder.domain.quotation import as_said, check_edited
from rcoder.project.excerpts import Form, Place, quoting
from rcoder.ui.commands import Where, urgent_bindings
from rcoder.ui.marks import shown, shown_lines
from rcoder.ui.screens.question import Field, LineInput, QuestionScreen
from rcoder.ui.widgets.how import HowText
from rcoder.ui.widgets.strips import Strips

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

HOW = "ctrl+s keep · ctrl+r as said · tab next · esc leave · both empty: none"
FINE = "Only the passage's own words, in order; yours stand in [brackets]."
TALL = 32
"""Rows of a screen on which the words have more room."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage and how it is to be printed."""

    words: str
    """As they were said."""
    whose: str
    """Speaker, turn and interview."""
    form: Form
    known: bool = False
    """Whether it is a quotation already."""


class QuotingScreen(QuestionScreen):
    """Asks for the forms of a quotation; gives `edited`, `translation` and `language`. The passage itself is only shown."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../memos.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FORM, Where.QUOTING)
    BINDINGS = urgent_bindings(Where.QUOTING)

    def __init__(self, quoted: Quoted, *, wrong: str = "") -> None:
        form = quoted.form
        fields = (
            Field("edited", "Edited", form.edited, tall=True),
            Field("translation", "Translation", form.translation, tall=True),
            Field("language", "Language of the translation", form.language),
        )
        super().__init__("Quotation", "", fields, wrong=wrong)
        self.quoted = quoted
        self.keys = HOW

    def compose(self) -> ComposeResult:
        """The passage, its two forms, and what is wrong with the edited one."""
        edited, translation, language = self.fields
        with Vertical(classes="window question"):
            title = ((self.heading, ""), (f"  {self.quoted.whose}", "-muted"))
            yield Strips((title,), classes="pane-title -front")
            with VerticalScroll(id="original", can_focus=False):
                yield Static(Content(shown_lines(self.quoted.words)), id="words")
            yield Strips(((("Edited: additions in [brackets], omissions as …", "-muted"),),))
            yield TextArea(edited.value, id=edited.id, soft_wrap=True)
            yield Static(id="check", classes="-muted")
            yield Strips(((("Translation, and its language beneath", "-muted"),),))
            yield TextArea(translation.value, id=translation.id, soft_wrap=True)
            yield LineInput(language.value, placeholder="language of the translation: en", id=language.id)
            yield HowText(self.keys, id="how", classes="-muted")

    def on_mount(self) -> None:
        """Looks at the edited form."""
        self._check()

    def on_resize(self, event: events.Resize) -> None:
        """Gives the words more room where there is some."""
        self.set_class(event.size.height >= TALL, "-tall")

    @on(TextArea.Changed, "#edited")
    def _check(self) -> None:
        said = check_edited(self.quoted.words, self.query_one("#edited", TextArea).text)
        check = self.query_one("#check", Static)
        check.update(Content(shown(said or FINE)))
        check.set_class(not said, "-muted")
        check.set_class(bool(said), "-asking")

    def action_again_as_said(self) -> None:
        """The passage's own words again, in the edited form."""
        self.query_one("#edited", TextArea).text = as_said(self.quoted.words)


def ask_quotation(app: RcoderApp, place: Place, quoted: Quoted, *, wrong: str = "") -> None:
    """Asks how a passage is to be printed and keeps it so; refused, it is asked again with what was written."""
    before = quoted.form

    def answered(answer: dict[str, str] | None) -> None:
        if answer is None:
            return
        form = Form(**answer)
        nothing = not (form.edited.strip() or form.translation.strip())
        if (quoted.known and form == before and not wrong) or (nothing and not quoted.known):
            return

        def refused(error: RcoderError) -> None:
            ask_quotation(app, place, replace(quoted, form=form), wrong=str(error))

        app.act(lambda project: quoting(project, place, form), otherwise=refused)

    app.push_screen(QuotingScreen(quoted, wrong=wrong), answered)
