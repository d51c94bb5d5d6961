"""An interview whose sentences are those of a first glance: the real ones are taken over when they are there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.screen import Screen

from rcoder.domain.answers import Reading
from rcoder.domain.transcript import Span
from rcoder.project.sentences import sentences_of
from rcoder.ui.watch import LOOK_EVERY
from rcoder.ui.widgets.transcript import TranscriptPane

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.study import Study


class FirstGlance(Screen[None]):
    """Looks for the sentences of the open interview as long as it has none."""

    app: RcoderApp
    study: Study
    pane: TranscriptPane
    _wanted = ""
    """Id of the transcript whose sentences were asked for."""

    def on_mount(self) -> None:
        """Begins to look."""
        self.set_interval(LOOK_EVERY, self.look_for_sentences)
        self.call_after_refresh(self.look_for_sentences)

    def look_for_sentences(self) -> None:
        """Takes over the sentences of the open interview where they are found by now, and has them found first where not."""
        reading = self.study.reading
        if reading is None or not reading.provisional:
            return
        if reading.transcript.id != self._wanted:
            self._wanted = reading.transcript.id
            self.app.background.find(reading.transcript.id)
        self.app.at_desk(
            lambda project: sentences_of(project, reading.transcript),
            lambda found: self._on_sentences(reading, found),
        )

    def _on_sentences(self, asked: Reading, found: tuple[Span, ...] | None) -> None:
        now = self.study.reading
        same = now is not None and now.transcript.checksum == asked.transcript.checksum
        if found is not None and now is not None and same and now.provisional:
            self.study.reading = replace(now, sentences=found, provisional=False)
            self.pane.take_over(self.study.reading)
            self.show_passage()

    def show_passage(self) -> None:
        """Shows the passage under the cursor."""
        raise NotImplementedError
