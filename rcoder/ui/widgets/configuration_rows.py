"""One configuration as a list of lines, laid out to the width of its pane."""

from __future__ import annotations

from dataclasses import replace

from rcoder.project.bench import Bench, Reading
from rcoder.ui.configuring import rows
from rcoder.ui.widgets.lines import Lines


class ConfigurationRows(Lines):
    """The sentence frame, the links, the passages for and against and the prompts of one configuration."""

    def __init__(self, *, id: str, empty: str = "") -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, empty=empty)
        self.bench: Bench | None = None
        self.reading = Reading()
        """How sentences are read, for looking."""

    @property
    def row(self) -> str:
        """Id of the line under the cursor."""
        return self.current.id if self.current is not None else ""

    def open(self, bench: Bench | None, wanted: str = "") -> None:
        """Shows a configuration, with the cursor where it was, or on a wanted line."""
        before, self.bench = self.bench, replace(bench, reading=self.reading) if bench else None
        if self.bench is None or bench is None:
            self.show(())
            return
        same = before is not None and before.assembled.configuration.id == bench.assembled.configuration.id
        found = rows.lines(self.bench, self.scrollable_content_region.width)
        self.show(found, folded=None if same else rows.folded_at_first(found))
        if wanted or not same:
            self.go_to(wanted or "title")

    def read(self, reading: Reading) -> None:
        """Reads the sentence in another rendering or language."""
        self.reading = reading
        if self.bench is not None:
            self.bench = replace(self.bench, reading=reading)
            self.show(rows.lines(self.bench, self.scrollable_content_region.width))

    def on_resize(self) -> None:
        """Wraps to the new width."""
        if self.bench is not None:
            self.show(rows.lines(self.bench, self.scrollable_content_region.width))
