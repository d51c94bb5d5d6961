"""What the screens that put interviews and cases right share: rows, a status, and deeds done to what was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.errors import NotFound, RcoderError
from rcoder.domain.journal import Entry
from rcoder.project import Project
from rcoder.ui.arranging.deeds import Making
from rcoder.ui.commands import Hint, Where, footer
from rcoder.ui.configuring.choices import NONE, Choice
from rcoder.ui.screens.choosing import TYPED, choose
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.lines import Line, Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

T = TypeVar("T")


class RightingScreen(FollowingScreen):
    """Lines about something that is read anew whenever it changes."""

    TABLES = frozenset(
        {
            "transcripts",
            "speakers",
            "cases",
            "attributes",
            "codings",
            "evidence",
            "excerpts",
            "memos",
            "finishes",
            "revisions",
            "coders",
        }
    )
    CSS_PATH: ClassVar[CSSPathType | None] = "../arranging.tcss"
    AUTO_FOCUS = "#rows"
    HERE: ClassVar[Where]
    """Where the screen's own keys apply."""
    ENTER: ClassVar[str] = "change"
    """What Enter does, in a word; "" where another key does the same."""
    EMPTY: ClassVar[str] = ""
    LINES: ClassVar[type[Lines]] = Lines

    def compose(self) -> ComposeResult:
        """What it is about, line by line, and what was said last."""
        yield TopLine(id="top")
        yield self.LINES(id="rows", empty=self.EMPTY)
        yield Strips(id="fits", rule=True)
        yield Status()
        enter = (Hint("enter", self.ENTER),) if self.ENTER else ()
        yield Keys((*enter, *footer(self.HERE, Where.EVERYWHERE)))

    def on_mount(self) -> None:
        """Asks for what is there and listens for changes."""
        self.rows = self.query_one("#rows", Lines)
        self.follow()
        self.ask()

    # -- showing -----------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Shows what was read, to the width there is."""
        raise NotImplementedError

    def question(self, question: Callable[[Project], T], then: Callable[[T], None]) -> None:
        """Asks the project; what is no longer there closes the screen with a sentence."""

        def asked(project: Project) -> T | NotFound:
            try:
                return question(project)
            except NotFound as gone:
                return gone

        def answered(found: T | NotFound) -> None:
            if not self.is_attached:
                return
            if isinstance(found, NotFound):
                self.gone(found)
            else:
                then(found)

        self.app.at_desk(asked, answered)

    def gone(self, error: NotFound) -> None:
        """Goes back, where what the screen is about is no longer there."""
        if self.is_current and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
            self.app.tell(error)
        else:
            self.outdated = True

    def on_resize(self, _: events.Resize) -> None:
        """Wraps to the new width."""
        self.call_after_refresh(self.show)

    @property
    def width(self) -> int:
        """Cells of a line."""
        return self.rows.scrollable_content_region.width or self.size.width

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        return self.rows.current

    # -- asking ------------------------------------------------------------------------------------------------------

    def act(self, deed: Making, then: Callable[[Entry], None] | None = None) -> None:
        """Does a deed made at the desk; refused, it says why and shows what stands there."""

        def refused(error: RcoderError) -> None:
            self.app.tell(error)
            self.outdate()

        self.app.act(deed, then=then, otherwise=refused)

    def choose(
        self,
        title: str,
        choices: Sequence[Choice],
        then: Callable[[str], None],
        *,
        at: str = "",
        free: str = "",
    ) -> None:
        """Asks for one of many; goes on with its id, with the words typed where `free` allows them, with "" for none."""

        def answered(answer: str) -> None:
            then("" if answer == NONE else answer.removeprefix(TYPED))

        choose(self.app, title, choices, answered, at=at, free=free)

    def write(
        self,
        title: str,
        fields: Iterable[tuple[str, str, str]],
        then: Callable[[dict[str, str]], None],
        *,
        words: str = "",
        check: Callable[[dict[str, str]], str] | None = None,
    ) -> None:
        """Asks for words in fields (name, label, what stands there), and goes on with them where they are others."""
        asked = [Field(name, label, value) for name, label, value in fields]
        before = {each.id: each.value for each in asked}

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None and answer != before:
                then(answer)

        self.app.push_screen(QuestionScreen(title, words, asked, check=check), answered)


def brought_back(screen: RightingScreen) -> Callable[[Entry], None]:
    """Says of a removal how it is taken back."""
    return lambda entry: screen.app.said.publish(f"{entry.sentence}; u brings all of it back")
