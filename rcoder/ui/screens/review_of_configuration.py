"""The configurations screen: its status, what is said of it, and how it came about."""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.journal import Deed
from rcoder.project import Project
from rcoder.ui.reviewing.asking import ask_status
from rcoder.ui.reviewing.comment_rows import part_at
from rcoder.ui.screens.bench import NOTHING, BenchScreen


class Review(BenchScreen):
    """Gives a status, comments, and tells the course."""

    def action_review(self) -> None:
        """Asks for a status."""
        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
        elif self.may_change():

            def give(deed: Callable[[Project], Deed], why: str) -> None:
                self.queue(lambda: self.hand_in(deed, why=why))

            ask_status(self.app, bench, give)

    def action_comment(self) -> None:
        """Comments on the part under the cursor, or shows what is said of it."""
        from rcoder.ui.screens.comments import comment_at

        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
            return
        subject, _, found = self.rows.row.partition(":")
        comment_at(self.app, bench, part_at(bench, self.rows.row), found if subject == "comment" else "")

    def action_course(self) -> None:
        """Tells how it came about."""
        from rcoder.ui.screens.history import open_course

        if (bench := self.bench) is None:
            self.app.tell(NOTHING)
        else:
            open_course(self.app, bench.assembled.configuration.id)
