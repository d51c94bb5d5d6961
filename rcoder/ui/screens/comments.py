"""What is said of a configuration: conversations, answered and resolved here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.project.bench import Bench
from rcoder.project.comments import Conversation, Said, conversations, removing, reopening, resolving
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.reviewing.asking import ask_answer, ask_comment, ask_other_words
from rcoder.ui.reviewing.comment_rows import EMPTY, conversation_lines, folded
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

Part = tuple[str, str]
"""What a comment is about, and its id: ("element", id); ("configuration", "") for the whole."""
WHOLE: Part = ("configuration", "")
NOTHING_HERE = "No comment here yet. C writes the first."


class CommentsScreen(FollowingScreen):
    """Lists the conversations on a configuration."""

    TABLES = frozenset(
        {"comments", "configurations", "elements", "links", "evidence", "groundings", "coders"}
    )
    CSS_PATH: ClassVar[CSSPathType | None] = "../review.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.COMMENTS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.COMMENTS)
    AUTO_FOCUS = "#said"

    def __init__(self, configuration_id: str, number: str, part: Part = WHOLE, wanted: str = "") -> None:
        """`part` is what a new comment is about where no other is under the cursor; `wanted` a conversation to begin at."""
        super().__init__()
        self._configuration, self._number, self._part, self._wanted = configuration_id, number, part, wanted
        self.found: tuple[Conversation, ...] | None = None

    def compose(self) -> ComposeResult:
        """The conversations."""
        yield TopLine(id="top")
        yield Lines(id="said", empty=EMPTY)
        yield Status()
        yield Keys(footer(Where.COMMENTS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks what is said and listens for changes."""
        self.lines = self.query_one("#said", Lines)
        self.follow_and_ask()

    def ask(self) -> None:
        """Reads the conversations anew."""
        own = self._configuration
        self.app.at_desk(lambda project: conversations(project.sight, own), self._show)

    def _show(self, found: tuple[Conversation, ...]) -> None:
        if not self.is_attached:
            return
        first, self.found = self.found is None, found
        number = sum(each.open for each in found)
        self.query_one(TopLine).show(
            (((f" Said of {self._number}", "-strong"),),), ((f"{number} open of {len(found)} ", "-muted"),)
        )
        self._lay(first=first)
        if first and found:
            there = next((each for each in found if each.id == self._wanted), None)
            there = there or next((each for each in found if self._part == _part(each)), None)
            there = there or found[0]
            self.lines.go_to(f"{'said' if there.open else 'on'}:{there.id}")

    def _lay(self, *, first: bool = False) -> None:
        if self.found is not None:
            width = self.lines.outer_size.width - self.lines.styles.scrollbar_size_vertical
            self.lines.show(
                conversation_lines(self.found, width), folded=folded(self.found) if first else None
            )

    def on_resize(self, event: events.Resize) -> None:
        """Wraps to the new width."""
        if event.size.width:
            self.call_after_refresh(self._lay)

    # -- the one under the cursor --------------------------------------------------------------------------------

    @property
    def here(self) -> tuple[Conversation, Said] | None:
        """The conversation and the comment under the cursor."""
        name = self.lines.current.id.partition(":")[2] if self.lines.current is not None else ""
        for each in self.found or ():
            for said in each.every:
                if said.comment.id == name:
                    return each, said
        return None

    def _here(self) -> tuple[Conversation, Said] | None:
        if self.here is None:
            self.app.tell(NOTHING_HERE)
        return self.here

    @on(Lines.Chosen, "#said")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        if event.line.folds:
            self.lines.toggle()
        else:
            self.action_answer()

    def action_comment(self) -> None:
        """Begins another conversation on the same part."""
        found = self.here
        part = _part(found[0]) if found is not None else self._part
        on = found[0].about if found is not None else "the whole" if part == WHOLE else "this part"
        ask_comment(self.app, self._configuration, part, f"{on} of {self._number}")

    def action_answer(self) -> None:
        """Answers."""
        if (found := self._here()) is not None:
            ask_answer(self.app, found[0].id, found[0].every[-1].comment.text)

    def action_resolve(self) -> None:
        """Resolves, or opens again."""
        if (found := self._here()) is not None:
            own, way = found[0].id, resolving if found[0].open else reopening
            self.app.act(lambda project: way(project, own))

    def action_words(self) -> None:
        """Puts it in other words."""
        if (said := self._mine()) is not None:
            ask_other_words(self.app, said.comment.id, said.comment.text)

    def action_remove(self) -> None:
        """Removes it."""
        if (said := self._mine()) is not None:
            own = said.comment.id
            self.app.act(lambda project: removing(project, own))

    def _mine(self) -> Said | None:
        """The comment under the cursor where it is the asker's own; says so where it is not."""
        found = self._here()
        if found is None:
            return None
        if not found[1].mine:
            self.app.tell(f"That comment is {found[1].coder}'s. a answers it.")
            return None
        return found[1]


def _part(found: Conversation) -> Part:
    first = found.first.comment
    return first.about, first.about_id


def comment_at(app: RcoderApp, bench: Bench, part: Part, wanted: str = "") -> None:
    """Opens what is said of a part of a configuration; where nothing is, asks for the first comment."""
    own = bench.assembled.configuration
    about = part if part[0] else WHOLE
    if wanted or any(_part(each) == about for each in bench.conversations):
        app.push_screen(CommentsScreen(own.id, own.number, about, wanted))
    else:
        on = (
            own.number
            if about == WHOLE
            else f"this {about[0] if about[0] in ('element', 'link') else 'passage'} of {own.number}"
        )
        ask_comment(app, own.id, about, on)
