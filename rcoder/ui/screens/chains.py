"""Every chain of configurations as a tree that the arrows walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.types import CSSPathType

from rcoder.domain.chain import Chained, Chains
from rcoder.project.chains import all_chains, passages_of
from rcoder.ui.chaining import tree
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.screens.following import FollowingScreen
from rcoder.ui.screens.relating import relate, take_back_kinship
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class ChainLines(Lines):
    """The tree; left goes to what leads here, right to what follows."""

    found = Chains()

    def action_fold(self) -> None:
        """Goes to what leads here."""
        self._walk(tree.line_before)

    def action_unfold(self) -> None:
        """Goes to what this leads to; where it is drawn above, goes there."""
        self._walk(tree.line_after)

    def _walk(self, way: object) -> None:
        line = self.current
        wanted = way(self.found, line.id) if line is not None and callable(way) else ""
        if wanted:
            self.go_to(wanted)
            if self.current is not None:
                self.post_message(self.Reached(self, self.current))


class ChainsScreen(FollowingScreen):
    """What leads to what, with loops, nesting and contradiction."""

    TABLES = frozenset({"configurations", "places", "elements", "links", "kinships", "standins", "coders"})
    CSS_PATH: ClassVar[CSSPathType | None] = "../chains.tcss"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CHAINS, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CHAINS)
    AUTO_FOCUS = "#chains"

    def __init__(self) -> None:
        super().__init__()
        self.found = Chains()
        self.members = False
        """Whether the members of consolidated configurations are shown too."""

    def compose(self) -> ComposeResult:
        """The tree, and what ties the line under the cursor to the one above."""
        yield TopLine(id="top")
        yield ChainLines(id="chains", empty=tree.EMPTY)
        yield Strips(id="about", rule=True)
        yield Status()
        yield Keys(footer(Where.CHAINS, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Asks for the chains and listens for changes."""
        self.lines = self.query_one(ChainLines)
        self.follow_and_ask()

    def ask(self) -> None:
        """Reads the chains."""
        members = self.members
        self.app.at_desk(lambda project: all_chains(project, members=members), self._show)

    def _show(self, found: Chains) -> None:
        if not self.is_attached:
            return
        self.found = self.lines.found = found
        self.lines.show(tree.lines(found))
        title = self.app.study.overview.title if self.app.study else ""
        shown = "members shown · " if self.members else ""
        self.query_one(TopLine).show(
            (((f" {title}", "-strong"), ("  Chains", "-muted")),),
            ((f"{shown}{tree.counts(found)} ", "-muted"),),
        )
        self._show_about()

    @on(Lines.Reached)
    def _show_about(self) -> None:
        line = self.lines.current
        self.query_one("#about", Strips).show(tree.details(self.found, line.id) if line is not None else ())

    @property
    def here(self) -> Chained | None:
        """The configuration under the cursor."""
        line = self.lines.current
        return tree.configuration_at(self.found, line.id) if line is not None else None

    # -- going about ---------------------------------------------------------------------------------------------

    @on(Lines.Chosen)
    def action_open_here(self) -> None:
        """Opens the configuration under the cursor; esc comes back."""
        if (own := self.here) is not None:
            self.app.open_configurations(configuration_id=own.id)

    def action_behind(self) -> None:
        """Opens the passages of the elements that lead here."""
        from rcoder.ui.screens.passages import open_passages

        line = self.lines.current
        branch = tree.branch_at(self.found, line.id) if line is not None else None
        if branch is None or not branch[1].elements:
            self.app.tell("Nothing leads here: go to a line below another one.")
            return
        elements = branch[1].elements

        def found(groups: object) -> None:
            if isinstance(groups, tuple):
                open_passages(self.app, "What the chain goes by", groups)

        self.app.at_desk(lambda project: passages_of(project, elements), found)

    def action_alike(self) -> None:
        """Opens the configurations that are like the one under the cursor."""
        from rcoder.ui.screens.alike import open_alike

        open_alike(self.app, self.here.id if self.here is not None else "")

    def action_members(self) -> None:
        """Shows the members of consolidated configurations too, or not."""
        self.members = not self.members
        self.ask()

    # -- deeds ---------------------------------------------------------------------------------------------------

    def action_relate(self) -> None:
        """Says that the configuration under the cursor is nested in another or contradicts it."""
        if (own := self.here) is not None:
            relate(self.app, own.id, own.number)
        else:
            self.app.tell("Go to a configuration first.")

    def action_remove(self) -> None:
        """Takes back what was said of two."""
        line = self.lines.current
        wanted = line.id.split(":")[1] if line is not None and line.id.startswith("kin:") else ""
        kinship = next((each for each in self.found.kinships if each.id == wanted), None)
        if kinship is None:
            self.app.tell(
                "A chain is of shared elements: take the element out of one of the two. x is for what is nested or contradicts."
            )
        else:
            take_back_kinship(self.app, kinship)


def open_chains(app: RcoderApp) -> None:
    """Opens every chain."""
    app.push_screen(ChainsScreen())
