"""A memo being written: what it is on, of which kind, its title, its words and what it points at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType
from textual.widgets import TextArea

from rcoder.domain.errors import RcoderError
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.terms import say
from rcoder.domain.words import MemoKind
from rcoder.project import Project
from rcoder.project.memos import Draft
from rcoder.project.things import Thing
from rcoder.ui.commands import Where, urgent_bindings
from rcoder.ui.screens.question import Field, LineInput, QuestionScreen
from rcoder.ui.widgets.how import HowText
from rcoder.ui.widgets.lines import Piece
from rcoder.ui.widgets.options import Option, Options
from rcoder.ui.widgets.strips import Strips

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

HOW = "ctrl+s keep · ctrl+k kind · ctrl+l point at · tab next · esc leave"
TALL = 32
"""Rows of a screen on which the words have more room."""

KINDS: tuple[Option, ...] = tuple((each.value, say(each)) for each in MemoKind)


@dataclass(frozen=True, slots=True)
class MemoForm:
    """A memo as its window shows it."""

    things: tuple[Option, ...]
    """What it may be on: an id and its name; the first is chosen."""
    about: str = ""
    draft: Draft = Draft()
    links: tuple[Thing, ...] = ()


class MemoScreen(QuestionScreen):
    """Asks for a memo; gives `about`, `kind`, `title`, `text` and `links` (ids parted by blanks)."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = ["../windows.tcss", "../memos.tcss"]
    PLACES: ClassVar[tuple[Where, ...]] = (Where.FORM, Where.MEMO)
    BINDINGS = urgent_bindings(Where.MEMO)

    def __init__(self, title: str, form: MemoForm, *, wrong: str = "") -> None:
        draft = form.draft
        fields = (Field("title", "Title", draft.title), Field("text", "Markdown", draft.text, tall=True))
        super().__init__(title, "", fields, wrong=wrong)
        self.form = form
        self.links = list(form.links)
        self.keys = HOW

    def compose(self) -> ComposeResult:
        """What it is on, its kind, its title and words, and what it points at."""
        form = self.form
        with Vertical(classes="window question"):
            yield Strips((((self.heading, ""),),), classes="pane-title -front")
            about = form.about or form.things[0][0]
            yield Options("On  ", form.things, about, self._choose_thing, key="ctrl+o", id="on")
            yield Options("Kind", KINDS, form.draft.kind.value, self._choose_kind, key="ctrl+k", id="kind")
            yield LineInput(form.draft.title, placeholder="title", id="title")
            yield TextArea(form.draft.text, id="text", soft_wrap=True)
            yield Strips(id="links")
            yield HowText(self.keys, id="how", classes="-muted")

    def on_mount(self) -> None:
        """Shows what it points at."""
        self._show_links()

    def on_resize(self, event: events.Resize) -> None:
        """Gives the words more room where there is some."""
        self.set_class(event.size.height >= TALL, "-tall")

    def written(self) -> dict[str, str]:
        """What is written, and what is chosen."""
        found = super().written()
        found["about"] = self.query_one("#on", Options).chosen
        found["kind"] = self.query_one("#kind", Options).chosen
        found["links"] = " ".join(each.id for each in self.links)
        return found

    def _choose_thing(self, name: str) -> None:
        self.query_one("#on", Options).choose(name)

    def _choose_kind(self, name: str) -> None:
        self.query_one("#kind", Options).choose(name)

    def action_other_thing(self) -> None:
        """On something else here."""
        self._choose_thing(self.query_one("#on", Options).next())

    def action_other_kind(self) -> None:
        """The next kind."""
        self._choose_kind(self.query_one("#kind", Options).next())

    def action_link_to(self) -> None:
        """Points at something more, or no longer."""
        from rcoder.ui.screens.memo_links import choose_link

        choose_link(self.app, self.links, self._toggle)

    def _toggle(self, thing: Thing) -> None:
        there = [each for each in self.links if each.id == thing.id]
        self.links = [each for each in self.links if each.id != thing.id] if there else [*self.links, thing]
        self._show_links()

    def _show_links(self) -> None:
        names = ", ".join(each.words for each in self.links) or "nothing yet"
        pieces: tuple[Piece, ...] = (("Points at  ", "-muted"), (names, ""))
        self.query_one("#links", Strips).show((pieces,))


def draft_of(answer: dict[str, str]) -> Draft:
    """The memo as it was written in its window."""
    return Draft(
        MemoKind(answer["kind"]), answer["title"], answer["text"].strip("\n"), tuple(answer["links"].split())
    )


def ask_memo(
    app: RcoderApp,
    title: str,
    form: MemoForm,
    deed: Callable[[Project, str, Draft], Deed],
    then: Callable[[Entry], None] | None = None,
    *,
    wrong: str = "",
) -> None:
    """Asks for a memo and writes it by `deed`, made of what it is on and the draft; refused, it is asked again with its words."""
    window = MemoScreen(title, form, wrong=wrong)

    def answered(answer: dict[str, str] | None) -> None:
        if answer is None:
            return
        draft, about = draft_of(answer), answer["about"]

        def refused(error: RcoderError) -> None:
            again = replace(form, about=about, draft=draft, links=tuple(window.links))
            ask_memo(app, title, again, deed, then, wrong=str(error))

        app.act(lambda project: deed(project, about, draft), then=then, otherwise=refused)

    app.push_screen(window, answered)


def link_things(links: Sequence[str], known: Sequence[Thing]) -> tuple[Thing, ...]:
    """What a memo points at; what is gone or out of sight stays pointed at, without a name."""
    by_id = {each.id: each for each in known}
    return tuple(by_id.get(each) or Thing(each, None, "something that is gone") for each in links)
