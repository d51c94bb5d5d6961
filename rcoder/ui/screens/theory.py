"""The change theory drawn in characters: walked by arrow keys, every arrow and box opened to its passages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.drawn import Drawn
from rcoder.domain.theory import Arrow, Box
from rcoder.domain.theory_walk import (
    Here,
    Paths,
    at_end,
    beside,
    in_turn,
    leftward,
    paths,
    rightward,
    stand,
    standing_on,
)
from rcoder.project.cutting import Choices
from rcoder.project.cutting import choices as cuts
from rcoder.project.theory_drawn import (
    TABLES,
    Asked,
    Behind,
    Groups,
    TheoryShown,
    around,
    behind_arrow,
    behind_box,
    configurations_behind,
    theory_shown,
    told,
    versions,
    whole,
)
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.theorising import choices, rows
from rcoder.ui.theorising.sheet import Sheet, places_in
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

FEW = 10
"""Boxes up to which the whole drawing is shown first."""


class TheoryScreen(FollowingScreen):
    """One box with what leads to it and what it leads to, or the whole drawing."""

    TABLES = TABLES
    CSS_PATH: ClassVar[CSSPathType | None] = "../theory.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.THEORY, Where.EVERYWHERE)
    BINDINGS = bindings(Where.THEORY)
    AUTO_FOCUS = ""

    def __init__(self, asked: Asked | None = None) -> None:
        super().__init__()
        self.asked = asked or Asked()
        self.shown: TheoryShown | None = None
        self.ways: Paths | None = None
        self.here = Here()
        self.entire: bool | None = None
        """Whether the whole drawing is shown; None until it is known how much there is."""
        self.drawing: Drawn | None = None
        """The whole drawing, once it is made."""
        self._round = 0
        """Which asking is under way; answers of an earlier one are let go."""

    def compose(self) -> ComposeResult:
        """Which theory, the drawing, and what is under the cursor in words."""
        yield TopLine(id="top")
        yield Strips(id="about")
        yield Sheet(id="drawing", empty=rows.READING)
        yield Strips(id="told", rule=True)
        yield Status()
        yield Keys(footer(Where.THEORY, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for the theory and listens for changes."""
        self.sheet = self.query_one(Sheet)
        self.follow_and_ask()

    # -- asking and showing --------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Reads the theory beside the desk: it takes a second where there are a thousand configurations."""
        self._round += 1
        asked, number = self.asked, self._round

        def answered(found: TheoryShown) -> None:
            if self.is_attached and number == self._round:
                self._take(found)

        def refused() -> None:
            if self.shown is not None and number == self._round:
                self.asked = self.shown.asked

        self.app.beside_desk(lambda project: theory_shown(project, asked), answered, refused)

    def _take(self, found: TheoryShown) -> None:
        self.shown, self.drawing = found, None
        if self.entire is None:
            self.entire = len(found.theory.boxes) <= FEW
        self._know_ways()
        if self.entire:
            self._draw_whole()
        self.show()

    def _know_ways(self) -> None:
        """The ways there are, in the order of what is drawn."""
        if self.shown is None:
            return
        drawn = self.drawing if self.entire else None
        self.ways = paths(self.shown.theory, None if drawn is None or drawn.refused else places_in(drawn))
        self.here = stand(self.ways, self.here)

    def _draw_whole(self) -> None:
        """Has the whole drawing made beside the desk."""
        if (shown := self.shown) is None or self.drawing is not None:
            return

        def made(drawn: Drawn) -> None:
            if self.is_attached and shown is self.shown:
                self.drawing = drawn
                self._know_ways()
                self.show()

        self.app.beside_desk(lambda _: whole(shown), made)

    def show(self) -> None:
        """Shows the theory as it is, with what is under the cursor bright."""
        if (shown := self.shown) is None:
            return
        refused = self.drawing.refused if self.entire and self.drawing is not None else ""
        study = self.app.study.overview.title if self.app.study else shown.theory.study
        left, right = rows.top_line(shown, study)
        self.query_one(TopLine).show((left,), right)
        about = rows.about_rows(shown, self.size.width, refused)
        strips = self.query_one("#about", Strips)
        strips.styles.height = min(4, len(about))
        strips.show(about)
        self._show_here()

    def _show_here(self) -> None:
        """Shows the drawing with what is under the cursor, and says it in words."""
        if (shown := self.shown) is None:
            return
        if shown.lacking:
            self.sheet.say(shown.lacking)
        elif self.entire and self.drawing is None:
            self.sheet.say(rows.READING)
        else:
            drawn = self.drawing if self.entire else None
            if drawn is None or drawn.refused:
                drawn = self.sheet.fitted(lambda room: around(shown, self.here.box, room))
            self.sheet.show(drawn, self.here.id, near=self.here.box)
        self.query_one("#told", Strips).show(rows.told_rows(told(shown, self.here.id), self.size.width))

    def on_resize(self, _: events.Resize) -> None:
        """Draws as wide as the screen is."""
        self.call_after_refresh(self.show)

    # -- walking -------------------------------------------------------------------------------------------------

    def _walk(self, way: Callable[[Paths, Here], Here]) -> None:
        if self.ways is not None and (there := way(self.ways, self.here)) != self.here:
            self.here = there
            self._show_here()

    def action_go_right(self) -> None:
        """Onward by an arrow, then to its box."""
        self._walk(rightward)

    def action_go_left(self) -> None:
        """Back by an arrow, then to its box."""
        self._walk(leftward)

    def action_go_down(self) -> None:
        """The next arrow of the box, or box of the column."""
        self._walk(lambda ways, here: beside(ways, here, 1))

    def action_go_up(self) -> None:
        """The one before."""
        self._walk(lambda ways, here: beside(ways, here, -1))

    def action_next_arrow(self) -> None:
        """The next arrow of the theory."""
        self._walk(lambda ways, here: in_turn(ways, here, 1))

    def action_previous_arrow(self) -> None:
        """The arrow before."""
        self._walk(lambda ways, here: in_turn(ways, here, -1))

    def action_first(self) -> None:
        """The first box, or arrow of the box."""
        self._walk(lambda ways, here: at_end(ways, here, last=False))

    def action_last(self) -> None:
        """The last box, or arrow of the box."""
        self._walk(lambda ways, here: at_end(ways, here, last=True))

    def action_page_down(self) -> None:
        """What stands below."""
        self.sheet.page(0, 1)

    def action_page_up(self) -> None:
        """What stands above."""
        self.sheet.page(0, -1)

    def action_page_right(self) -> None:
        """What stands to the right."""
        self.sheet.page(1, 0)

    def action_page_left(self) -> None:
        """What stands to the left."""
        self.sheet.page(-1, 0)

    @on(Sheet.Clicked)
    def _on_clicked(self, event: Sheet.Clicked) -> None:
        if event.again:
            self.action_behind()
        else:
            self._walk(lambda ways, here: standing_on(ways, event.place, here))

    def action_turn_view(self) -> None:
        """Between one box and the whole drawing."""
        self.entire = not self.entire
        if self.entire:
            self._draw_whole()
        self._know_ways()
        self.show()

    # -- what lies behind ----------------------------------------------------------------------------------------

    @property
    def arrow(self) -> Arrow | None:
        """The arrow under the cursor."""
        return self.ways.arrows.get(self.here.arrow) if self.ways is not None else None

    @property
    def box(self) -> Box | None:
        """The box under the cursor, where no arrow is."""
        if self.shown is None or self.here.arrow:
            return None
        return next((each for each in self.shown.theory.boxes if each.id == self.here.box), None)

    def action_behind(self) -> None:
        """Opens the passages of the arrow or box."""
        if self.shown is None or not self.here.id:
            return
        arrow, box = self.arrow, self.box
        title = told(self.shown, self.here.id)[0]

        def found(groups: Groups) -> None:
            from rcoder.ui.screens.passages import open_passages

            if groups:
                open_passages(self.app, title, groups)
            elif arrow is not None:
                self.app.said.publish(rows.NO_PASSAGE)
            else:
                self.app.said.publish(rows.NO_ELEMENT)

        if arrow is not None:
            self.app.at_desk(lambda project: behind_arrow(project, arrow), found, keys_wait=True)
        elif box is not None:
            self.app.at_desk(lambda project: behind_box(project, box), found, keys_wait=True)

    def _numbers(self) -> tuple[str, ...]:
        """Numbers of the configurations behind what is under the cursor."""
        if (arrow := self.arrow) is not None:
            return arrow.configurations
        box = self.box
        return tuple(dict.fromkeys(each.partition(":")[0] for each in box.elements)) if box else ()

    def _one_behind(self, then: Callable[[str], None], title: str) -> None:
        """Goes on with the id of a configuration behind what is under the cursor, chosen where there are several."""
        numbers = self._numbers()

        def found(behind: tuple[Behind, ...]) -> None:
            if not behind:
                self.app.said.publish(rows.NO_CONFIGURATION)
            elif len(behind) == 1:
                then(behind[0].id)
            else:
                choose(self.app, title, choices.configurations(behind), then)

        self.app.at_desk(lambda project: configurations_behind(project, numbers), found, keys_wait=True)

    def action_configurations(self) -> None:
        """Opens a configuration behind what is under the cursor."""
        self._one_behind(lambda own: self.app.open_configurations(configuration_id=own), "Open")

    def action_course(self) -> None:
        """Tells how the arrow came about, or a configuration behind the box."""
        from rcoder.project.history import history_of_arrow
        from rcoder.ui.screens.history import HistoryScreen, open_course

        if (arrow := self.arrow) is not None and self.shown is not None:
            own, theory = arrow.id, self.shown.theory.key
            self.app.push_screen(HistoryScreen(lambda project: history_of_arrow(project, own, theory)))
        else:
            self._one_behind(lambda own: open_course(self.app, own), "How did this come about?")

    def action_legend(self) -> None:
        """Says how the drawing is read, and what is under the cursor whole."""
        from rcoder.ui.screens.calm_windows import SaidScreen

        sentences = told(self.shown, self.here.id) if self.shown is not None else ()
        self.app.push_screen(SaidScreen(rows.legend(sentences), "How to read it"))

    # -- which theory --------------------------------------------------------------------------------------------

    def _change(self, asked: Asked) -> None:
        if asked.key != self.asked.key:
            self.here = Here()
        self.asked = asked
        self.entire = self.entire if self.shown is not None and not self.shown.lacking else None
        self.ask()

    @property
    def language(self) -> str:
        """The language of labels."""
        return self.shown.labels if self.shown is not None else "da"

    def action_theory(self) -> None:
        """Chooses the overall theory or a mini theory."""
        self.app.at_desk(
            cuts,
            lambda found: choose(
                self.app,
                "Which theory?",
                choices.theories(found, self.language),
                lambda key: self._change(replace(self.asked, key=key)),
                at=self.asked.key,
            ),
            keys_wait=True,
        )

    def action_filter(self) -> None:
        """Chooses what the theory is narrowed to."""

        def found(known: Choices) -> None:
            offered = choices.narrowings(known, self.asked.cut, self.language)
            choose(
                self.app,
                "Show only",
                [each.choice for each in offered.values()],
                lambda own: self._change(replace(self.asked, cut=offered[own].cut)),
            )

        self.app.at_desk(cuts, found, keys_wait=True)

    def action_version(self) -> None:
        """Chooses the theory as it stands, the initial one or a saved version."""
        self.app.at_desk(
            versions,
            lambda found: choose(
                self.app,
                "Which version?",
                choices.versions(found),
                lambda key: self._change(replace(self.asked, version=key)),
                at=self.asked.version,
            ),
            keys_wait=True,
        )

    def action_find_box(self) -> None:
        """Goes to a box or an arrow by a few letters."""
        if self.shown is not None:
            choose(
                self.app,
                "Go to",
                choices.places(self.shown),
                lambda place: self._walk(lambda ways, here: standing_on(ways, place, here)),
            )

    def action_export(self) -> None:
        """Writes the theory as it is shown to a file."""
        from rcoder.ui.screens.exports import open_export

        open_export(self.app, "theory", self.asked.options)


def open_theory(app: RcoderApp, asked: Asked | None = None) -> None:
    """Opens the change theory."""
    app.push_screen(TheoryScreen(asked))
