"""The command palette: every command of the screen, found by its words."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from rcoder.ui.commands import Command, Where, commands
from rcoder.ui.matching import plain

SHOWN = 20


class Commands(Provider):
    """Finds commands by words, with typing errors forgiven, and runs them where they apply."""

    @property
    def _known(self) -> tuple[Command, ...]:
        places = getattr(self.screen, "PLACES", ())
        return tuple(each for each in commands(*places, Where.EVERYWHERE) if each.palette and each.id != "command_palette")

    async def discover(self) -> Hits:
        """All commands of the screen."""
        for each in self._known:
            yield DiscoveryHit(self._words(each), partial(self._run, each), help=each.help)

    async def search(self, query: str) -> Hits:
        """The commands that fit what is typed, best first."""
        from rapidfuzz import fuzz, process

        known = self._known
        names = [plain(f"{each.words.en} {each.words.da} {each.help}") for each in known]
        found = process.extract(plain(query), names, scorer=fuzz.WRatio, limit=SHOWN, score_cutoff=55)
        for _, points, index in found:
            yield Hit(points / 100, self._words(known[index]), partial(self._run, known[index]), help=known[index].help)

    def _words(self, command: Command) -> Content:
        return Content.assemble(command.words.en, (f"  {command.shown}", "dim"))

    async def _run(self, command: Command) -> None:
        place = self.app if command.where is Where.EVERYWHERE else self.screen
        await self.app.run_action(command.action, place)
