"""A row of words of which one is chosen: by a key of the window it is in, or by the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events

from rcoder.ui.marks import shown
from rcoder.ui.widgets.lines import Piece
from rcoder.ui.widgets.strips import Strips

Option = tuple[str, str]
"""An id and its words."""


class Options(Strips):
    """Says what is chosen of a few things; `then` is told the id of another that is clicked on."""

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        chosen: str,
        then: Callable[[str], None],
        *,
        key: str = "",
        id: str,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.label = label
        self.options = tuple(options)
        self.chosen = chosen
        self.key = key
        self._then = then

    def on_mount(self) -> None:
        """Shows them."""
        self._show()

    def choose(self, name: str) -> None:
        """Shows another as chosen."""
        self.chosen = name
        self._show()

    def next(self) -> str:
        """The id of the one after the chosen, the first after the last."""
        ids = [each for each, _ in self.options]
        return ids[(ids.index(self.chosen) + 1) % len(ids)]

    def _pieces(self) -> list[Piece]:
        pieces: list[Piece] = [(f"{self.label}  ", "-muted")]
        for number, (name, words) in enumerate(self.options):
            chosen = name == self.chosen
            pieces += [("  " if number else "", ""), (words, "-strong" if chosen else "-muted")]
        if self.key and len(self.options) > 1:
            pieces += [(f"  {self.key}", "-key"), (" another", "-muted")]
        return pieces

    def _show(self) -> None:
        self.show((tuple(self._pieces()),))

    def on_click(self, event: events.Click) -> None:
        """Chooses the words under the mouse."""
        event.stop()
        used = cell_len(f"{self.label}  ")
        for name, words in self.options:
            wide = cell_len(shown(words))
            if used <= event.x < used + wide:
                self._then(name)
                return
            used += wide + len("  ")
