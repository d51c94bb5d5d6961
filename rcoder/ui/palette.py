"""The command palette: every command of the screen, found by its words."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from rcoder.ui.commands import Command, Where, commands
from rcoder.ui.matching import Candidate, plain, rank

SHOWN = 20


class Commands(Provider):
    """Finds commands by words, with typing errors forgiven, and runs them where they apply."""

    @property
    def _known(self) -> tuple[Command, ...]:
        places = getattr(self.screen, "PLACES", ())
        return tuple(
            each
            for each in commands(*places, Where.EVERYWHERE)
            if each.palette and each.id != "command_palette"
        )

    async def discover(self) -> Hits:
        """All commands of the screen."""
        for each in self._known:
            yield DiscoveryHit(self._words(each), partial(self._run, each), help=each.help)

    async def search(self, query: str) -> Hits:
        """The commands that fit what is typed, best first."""
        known = {f"{each.where}:{each.id}": each for each in self._known}
        names = [
            Candidate(
                name, tuple(plain(words) for words in (each.id, each.words.en, each.words.da, each.help))
            )
            for name, each in known.items()
        ]
        for place, name in enumerate(rank(query, names)[:SHOWN]):
            each = known[name]
            yield Hit(1 - place / 100, self._words(each), partial(self._run, each), help=each.help)

    def _words(self, command: Command) -> Content:
        return Content.assemble(command.words.en, (f"  {command.shown}", "dim"))

    async def _run(self, command: Command) -> None:
        place = self.app if command.where is Where.EVERYWHERE else self.screen
        await self.app.run_action(command.action, place)
