"""Charts: a question looked at rather than read; enter opens the passages behind a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.chart import CHARTS, Bar, Chart, Charted
from rcoder.domain.passage import Passage
from rcoder.project.charts import TABLES, behind_bar, chart
from rcoder.project.matrices.offering import Offers, offers
from rcoder.ui.charting import rows
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.comparing import choices
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

LANGUAGE = "en"
"""Of the screen's words; hypotheses and roles are in the study's."""


class ChartsScreen(FollowingScreen):
    """Bars by coder, or by hypothesis and role or group."""

    TABLES = TABLES
    CSS_PATH: ClassVar[CSSPathType | None] = "../charts.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CHARTS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CHARTS)
    AUTO_FOCUS = "#list"

    def __init__(self, of: Charted = Charted.PROGRESS) -> None:
        super().__init__()
        self.of = of
        self.split = ""
        """By what cases are grouped; "" by outcome."""
        self.found: Chart | None = None

    def compose(self) -> ComposeResult:
        """What the signs are, the bars, and the one under the cursor in words."""
        yield TopLine(id="top")
        yield Strips(id="signs")
        yield Lines(id="list", empty="Being counted …")
        yield Strips(id="about")
        yield Status()
        yield Keys(footer(Where.CHARTS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks, and listens for changes."""
        self.rows = self.query_one(Lines)
        self.follow_and_ask()

    def ask(self) -> None:
        """Asks for the chart."""
        of, split = self.of, self.split

        def answered(found: Chart) -> None:
            if self.is_attached and (of, split) == (self.of, self.split):
                self.found = found
                self.show()

        content = self.app.study.overview.language if self.app.study else ""
        self.app.at_desk(
            lambda project: chart(project, of, split=split, language=LANGUAGE, content=content), answered
        )

    def show(self) -> None:
        """Shows the chart as it is to be."""
        if (found := self.found) is None:
            return
        title = self.app.study.overview.title if self.app.study else ""
        self.query_one(TopLine).show(
            (((f" {title}", "-strong"), (f"  {found.title}", "-muted")),), ((f"{found.asks} ", "-muted"),)
        )
        self.query_one("#signs", Strips).show((rows.key_row(found),))
        self.rows.empty = rows.EMPTY[found.of]
        self.rows.show(rows.lines(found, self.rows.size.width or 80))
        self._show_about()

    def on_resize(self, _: events.Resize) -> None:
        """Fits the bars to the room."""
        self.call_after_refresh(self.show)

    @property
    def bar(self) -> Bar | None:
        """The bar under the cursor."""
        here = self.rows.current
        if here is None or self.found is None:
            return None
        return next((each for each in self.found.bars if rows.place(each) == here.id), None)

    @on(Lines.Reached)
    def _show_about(self) -> None:
        about = self.query_one("#about", Strips)
        said = rows.about_rows(self.bar, self.size.width)
        about.styles.height = max(2, min(4, len(said) + 1))
        about.show(said)

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        bar, of, split = self.bar, self.of, self.split
        if bar is None:
            return
        title = f"{bar.under}, {bar.name}"

        def answered(found: tuple[tuple[str, tuple[Passage, ...]], ...]) -> None:
            from rcoder.ui.screens.passages import open_passages

            if found:
                open_passages(self.app, title, found)
            else:
                self.app.said.publish(bar.words)

        self.app.at_desk(
            lambda project: behind_bar(project, of, bar.under_id, bar.id, split=split),
            answered,
            keys_wait=True,
        )

    # -- which -----------------------------------------------------------------------------------------------------

    def action_question(self) -> None:
        """Chooses what is charted."""
        offered = [Choice(of.value, ((name.en, ""),), asks.en) for of, (name, asks) in CHARTS.items()]
        choose(self.app, "Chart", offered, lambda answer: self._change(Charted(answer)), at=self.of.value)

    def action_split(self) -> None:
        """Chooses by what cases are grouped."""

        def offered(found: Offers) -> None:
            known = [each for each in choices.splits(found) if each.id != choices.CONDITION]
            choose(
                self.app,
                "Cases by",
                known,
                lambda answer: self._change(Charted.GROUPS, answer),
                at=self.split,
            )

        self.app.at_desk(offers, offered, keys_wait=True)

    def _change(self, of: Charted, split: str = "") -> None:
        self.of, self.split = of, split
        self.ask()

    def action_notes(self) -> None:
        """Says what is counted and of what, in a window."""
        if self.found is not None:
            from rcoder.ui.calm import Said
            from rcoder.ui.screens.calm_windows import SaidScreen

            told = [Said(each, told=False) for each in self.found.notes]
            self.app.push_screen(SaidScreen(told, "What the numbers are"))

    def action_export(self) -> None:
        """Writes the chart to a file."""
        from rcoder.ui.screens.exports import open_export

        open_export(self.app, "chart", {"of": self.of.value, "split": self.split})


def open_charts(app: RcoderApp) -> None:
    """Opens the charts."""
    app.push_screen(ChartsScreen())
