"""The prompts on every configuration and on the whole set, by kind; each is answered here or left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.types import CSSPathType

from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.prompting import About, Asked, PromptKind
from rcoder.domain.transcript import Span
from rcoder.domain.words import Answered, Category
from rcoder.project import Project
from rcoder.project.prompt_passages import cited_by
from rcoder.project.prompts import At, Survey, answer, search_for, take_back
from rcoder.project.readying import surveyed
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.prompting import rows
from rcoder.ui.prompting.asking import NO_CODES, why_not
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

EMPTY = (
    "Nothing is asked: there are no configurations yet, no codes and no interviews. c in O begins the first."
)
READING = "Looking through the configurations …"
ALL = "all"
LOW = 30
"""Rows of a screen below which less is said of the prompt under the cursor."""


class PromptsScreen(FollowingScreen):
    """Lists what there is to ask, and says why it is asked."""

    TABLES = frozenset({
        "configurations", "places", "elements", "links", "groundings", "evidence", "bearings", "rivals", "codings",
        "codes", "codebooks", "cases", "speakers", "transcripts", "revisions", "coders", "condition_judgements",
        "prompt_answers",
    })  # fmt: skip
    CSS_PATH: ClassVar[CSSPathType | None] = "../prompts.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.PROMPTS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.PROMPTS)
    AUTO_FOCUS = "#found"

    def __init__(self, wanted: At | None = None) -> None:
        """`wanted` is the prompt that comes under the cursor first."""
        super().__init__()
        self.survey: Survey | None = None
        self.sieve = rows.Sieve()
        self._kept: dict[str, Asked] = {}
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        """The prompts, and what is known of the one under the cursor."""
        yield TopLine(id="top")
        with Vertical(id="panes"):
            yield Lines(id="found", empty=READING)
            yield Strips(id="about", rule=True)
        yield Status()
        yield Keys(footer(Where.PROMPTS, Where.LIST, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks what there is to ask, and listens for changes."""
        self.found, self.about = self.query_one("#found", Lines), self.query_one("#about", Strips)
        self.follow_and_ask()

    # -- showing -------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads the prompts anew."""
        self.app.in_steps(surveyed, self._answered, group="prompts")

    def _answered(self, found: Survey) -> None:
        if not self.is_attached:
            return
        first = self.survey is None
        self.survey = found
        self.found.empty = EMPTY if not found.asked else "Nothing here: t shows the others."
        self.show(first=first)
        if self._wanted is not None:
            self.found.go_to(rows.line_id(self._wanted))
            self._wanted = None
        self._show_about()

    def show(self, *, first: bool = False) -> None:
        """Shows what the sieve keeps."""
        if (found := self.survey) is None:
            return
        kept = rows.sifted(found, self.sieve)
        self._kept = {rows.line_id(each.prompt.at): each for each in kept}
        lines = tuple(rows.lines(kept, found))
        self.found.show(lines, folded=rows.folded_at_first(lines) if first else None)
        self.query_one(TopLine).show(
            (((" Prompts", "-strong"), ("  asked, never in the way", "-muted")),),
            ((rows.top_words(kept, found, self.sieve), "-muted"),),
        )
        self._show_about()

    @property
    def asked(self) -> Asked | None:
        """The prompt under the cursor."""
        line = self.found.current
        return self._kept.get(line.id) if line is not None else None

    @property
    def _kind(self) -> PromptKind | None:
        line = self.found.current
        if line is None:
            return None
        asked = self._kept.get(line.id)
        return asked.prompt.kind if asked is not None else PROMPTS.get(line.id.removeprefix(rows.KIND))

    @on(Lines.Reached, "#found")
    def _show_about(self) -> None:
        height = max(1, self.about.size.height - 1)
        self.about.show(rows.about_rows(self.asked, self._kind, self.about.size.width or 80, height))

    def on_resize(self, event: events.Resize) -> None:
        """Says less of the prompt where the screen is low."""
        self.set_class(event.size.height < LOW, "-low")
        self.call_after_refresh(self._show_about)

    # -- answering -----------------------------------------------------------------------------------------------

    def _act(self, deed: Callable[[Project, At], Deed]) -> None:
        if (asked := self.asked) is None:
            self.app.tell("Go to a prompt first; → unfolds a check.")
            return
        at = asked.prompt.at
        self.app.act(lambda project: deed(project, at))

    def action_done(self) -> None:
        """It was dealt with."""
        self._act(lambda project, at: answer(project, at, Answered.DONE))

    def action_aside(self) -> None:
        """It does not apply; asks why."""
        if (asked := self.asked) is None:
            self.app.tell("Go to a prompt first; → unfolds a check.")
            return
        at = asked.prompt.at

        def given(words: dict[str, str] | None) -> None:
            if words is not None:
                self.app.act(lambda project: answer(project, at, Answered.NOT_APPLICABLE, words["why"]))

        self.app.push_screen(why_not(asked), given)

    def action_remove(self) -> None:
        """Takes the answer back."""
        self._act(take_back)

    # -- what is shown -------------------------------------------------------------------------------------------

    def action_which(self) -> None:
        """Open, answered, or both."""
        self.sieve = rows.Sieve(self.sieve.turned(), self.sieve.hypothesis)
        self.show()

    def action_filter(self) -> None:
        """Keeps those of one hypothesis."""
        if (found := self.survey) is None:
            return

        def chosen(picked: str) -> None:
            self.sieve = rows.Sieve(self.sieve.which, "" if picked == ALL else picked)
            self.show()

        choices = [Choice(id_, ((f"{key} ", "-strong"), (label, ""))) for id_, key, label in found.hypotheses]
        every = Choice(ALL, (("every hypothesis, and what belongs to none", ""),))
        here = self.sieve.hypothesis or ALL
        choose(self.app, "Keep those of", [every, *choices], chosen, at=here)

    def action_open_all(self) -> None:
        """Unfolds every check, or folds them all."""
        if (found := self.survey) is None:
            return
        lines = tuple(rows.lines(rows.sifted(found, self.sieve), found))
        folded = bool(self.found._folded)  # noqa: SLF001 - the list tells nobody which branches are folded
        self.found.show(lines, folded=() if folded else {line.id for line in lines if line.folds})
        self._show_about()

    # -- going about ---------------------------------------------------------------------------------------------

    @on(Lines.Chosen, "#found")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        """Enter: what the prompt is about; on a check, folds or unfolds it."""
        if event.line.folds:
            event.lines.toggle()
        elif (asked := self.asked) is not None:
            self._open(asked)

    def _open(self, asked: Asked) -> None:
        prompt = asked.prompt
        about = prompt.kind.about
        if prompt.configuration_id or about is About.CONFIGURATION:
            self.app.open_configurations(configuration_id=prompt.configuration_id or prompt.about_id)
        elif about is About.TRANSCRIPT:
            self.app.open_passage(prompt.about_id, Span(0, 0))
        elif about in (About.RESPONDENT, About.CASE):
            self._open_cited(asked)
        elif about is About.CODE:
            self._open_code(prompt.about_id)
        elif about is About.ROLE:
            from rcoder.ui.screens.retrieve import open_retrieve

            open_retrieve(self.app, f'role:"{prompt.about_id}"')
        else:
            self.app.tell("This is about the study as a whole.")

    def _open_cited(self, asked: Asked) -> None:
        """Opens the cited passages of a respondent or about a case."""
        from rcoder.ui.screens.passages import open_passages

        prompt = asked.prompt
        of_case = prompt.kind.about is About.CASE

        def shown(found: list[tuple[str, list[Passage]]]) -> None:
            open_passages(self.app, f"Cited of {prompt.label}", found)

        self.app.at_desk(lambda project: cited_by(project, prompt.about_id, of_case=of_case), shown)

    def _open_code(self, code_id: str) -> None:
        """Opens the passages of a code; a condition in the codebook, where its definition says what to look for."""
        from rcoder.project.retrieving import code_query
        from rcoder.ui.screens.codebook import open_codebook
        from rcoder.ui.screens.retrieve import open_retrieve

        code = self.app.study.codes.get(code_id) if self.app.study is not None else None
        if code is not None and code.category is not Category.CONDITION:
            open_retrieve(self.app, code_query(code.key))
        else:
            open_codebook(self.app, code_id)

    def action_search_against(self) -> None:
        """Retrieves what would speak against the configuration under the cursor."""
        from rcoder.ui.screens.retrieve import open_retrieve

        own = self.asked.prompt.configuration_id if self.asked is not None else None
        if own is None:
            self.app.tell("Go to a prompt on a configuration first.")
            return
        self.app.at_desk(
            lambda project: search_for(project, own),
            lambda query: open_retrieve(self.app, query) if query else self.app.tell(NO_CODES),
        )

    def go_back(self) -> None:
        """Goes back to the screen before."""
        if self.is_current:
            self.app.pop_screen()


def open_prompts(app: RcoderApp, wanted: At | None = None) -> None:
    """Opens the prompts, or goes back to them where they are open under others; on one of them where it is given."""
    there = come_back(app, PromptsScreen)
    if there is None:
        app.push_screen(PromptsScreen(wanted))
    elif wanted is not None:
        there.found.go_to(rows.line_id(wanted))
