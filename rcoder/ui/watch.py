"""Noticing what other programs and coders write in the project that is open."""

from __future__ import annotations

from rcoder.domain.errors import RcoderError
from rcoder.project import Project
from rcoder.ui.desk import Desk

LOOK_EVERY = 2.0
"""Seconds between looks."""
EAGER = 3
"""Looks in a row that may find something before the next ones are left out."""
LONGEST = 7
"""Looks left out in a row, at most."""


class Watch:
    """What is known of the journal of one project."""

    def __init__(self, seq: int) -> None:
        """`seq` is that of the latest entry before the project was read."""
        self._seq = seq
        self.looking = False
        self.outdated = False
        """Whether others have written something that is not on screen."""
        self._in_row = 0
        """Looks in a row that found something."""
        self._skip = 0
        """Looks to be left out: somebody who writes without end, as an import does, is followed at leisure."""

    async def look(self, desk: Desk) -> None:
        """Looks for entries of others; where the project cannot be asked, the next deed or question says what is wrong."""
        if self._skip:
            self._skip -= 1
            return
        seen = self._seq

        def news(project: Project) -> tuple[int, bool]:
            latest = project.latest()
            return latest, latest < seen or (latest > seen and project.written_by_others(seen))

        self.looking = True
        try:
            self._seq, others = await desk.ask(news)
        except RcoderError:
            return
        finally:
            self.looking = False
        self.outdated = self.outdated or others
        self._in_row = self._in_row + 1 if others else 0
        self._skip = min(max(0, self._in_row - EAGER), LONGEST)
