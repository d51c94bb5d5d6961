"""The coding screen: interviews, transcript, codebook, and the passage under the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from re import escape, sub
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.reactive import Reactive
from textual.widget import Widget

from rcoder.domain.answers import ConfigurationLine, Reading
from rcoder.domain.journal import Change, Entry
from rcoder.domain.records import Row
from rcoder.domain.transcript import Span
from rcoder.project.waiting import waiting
from rcoder.ui import lists
from rcoder.ui.commands import Where, bindings, footer, list_footer
from rcoder.ui.screens.coding_deeds import NO_INTERVIEWS
from rcoder.ui.screens.doors import Doors
from rcoder.ui.study import (
    CLAIMS,
    Rest,
    Study,
    Uses,
    read_anew,
    read_rest,
    read_transcript,
    read_uses,
)
from rcoder.ui.widgets.kept import Across, Column
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine
from rcoder.ui.widgets.transcript import TranscriptPane

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

PANES = ("transcript", "interviews", "configurations", "codes")


class CodingScreen(Doors):
    """Reads and codes one transcript at a time."""

    app: RcoderApp
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CODING, Where.TRANSCRIPT, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CODING)
    AUTO_FOCUS = "#transcript"
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The pane that has the keys: it and the one that had them repaint themselves, Textual would all of the screen."""

    def __init__(self, study: Study, passage: Span | None = None) -> None:
        super().__init__()
        self.study = study
        self._passage = passage
        self._books: tuple[str, ...] = ()
        """Ids of the codebooks whose codes are shown."""

    def compose(self) -> ComposeResult:
        """Three panes over a passage strip."""
        yield TopLine(id="top")
        with Across(id="panes"):
            with Column(id="left"):
                yield Strips(((("Interviews", ""), ("  alt+2", "-muted")),), classes="pane-title")
                yield Lines(id="interviews", empty=NO_INTERVIEWS)
                yield Strips(
                    ((("Configurations", ""), ("  alt+3", "-muted")),), id="below", classes="pane-title"
                )
                yield Lines(id="configurations")
            with Column(id="middle"):
                yield Strips(id="title")
                yield TranscriptPane(id="transcript", moved=self._on_moved)
                yield Strips(id="passage", rule=True)
            with Column(id="right"):
                yield Strips(((("Codebook", ""), ("  alt+4", "-muted")),), classes="pane-title")
                yield Lines(id="codes")
                yield Strips(id="recent", rule=True)
        yield Strips(id="recent-line")
        yield Status()
        yield Keys(footer(Where.CODING, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Fills the panes and listens for changes."""
        self.pane = self.query_one("#transcript", TranscriptPane)
        self.pane.empty = NO_INTERVIEWS
        self._show_lists()
        if self.study.reading is not None:
            self.pane.open(self.study.reading, self.study.position)
        if self._passage is not None:
            self.call_after_refresh(self.begin_at, self._passage)
        self.show_passage()
        self.app.changed.subscribe(self, self._on_changed)
        self.app.written.subscribe(self, self._on_written)
        self.app.said.subscribe(self, self._on_said)
        self.app.outdated.subscribe(self, self._on_outdated)
        self.call_after_refresh(self._ask_rest)

    def _ask_rest(self) -> None:
        """Reads what the first screen did without."""
        here = self.study.reading.transcript.id if self.study.reading else ""

        def filled(rest: Rest) -> None:
            self._fill(rest)
            self.show_passage()

        self.app.at_desk(lambda project: read_rest(project, here), filled)

    def _fill(self, rest: Rest) -> None:
        self.study.fill(rest)
        self._lines("codes").empty = "This study has no codebook."
        self._lines("configurations").empty = "None yet. Code a passage, then l makes one of its codings."
        self._show_lists()

    def _compositor_refresh(self) -> None:
        """Paints, but not while updates are gathered: Textual would paint all of it and throw it away."""
        if not self.app._batch_count:  # noqa: SLF001 - Textual has no public name for it
            super()._compositor_refresh()

    # -- showing -------------------------------------------------------------------------------------------------

    def _strips(self, name: str) -> Strips:
        return self.query_one(f"#{name}", Strips)

    def _lines(self, name: str) -> Lines:
        return self.query_one(f"#{name}", Lines)

    def _show_lists(self) -> None:
        study = self.study
        self._lines("interviews").show(lists.interview_lines(study))
        self._show_codes()
        self._lines("configurations").show(lists.configuration_lines(study.configurations))
        self._show_top()
        if study.reading is not None:
            self._lines("interviews").go_to(study.reading.transcript.id)

    def _show_codes(self) -> None:
        """Shows the codes; what a person has folded stays so until there are other codebooks."""
        codes, books = lists.code_lines(self.study), tuple(self.study.books)
        anew = books != self._books
        self._lines("codes").show(codes, folded=lists.folded_at_first(self.study, codes) if anew else None)
        self._books = books
        self.show_recent()

    def _show_top(self) -> None:
        left, right = lists.top_line(self.study)
        self.query_one(TopLine).show((left,), right)

    def show_recent(self) -> None:
        """Shows the digits and their codes."""
        self._strips("recent").show(lists.recent_rows(self.study))
        self._strips("recent-line").show((lists.recent_line(self.study, self.size.width),))

    def show_passage(self) -> None:
        """Shows the passage and the codings on it."""
        strips, here = self._strips("passage"), self._here()
        by_character = self.pane.cursor.by_character
        detail = lists.Detail(
            self.pane.passage, here, self.chosen, self.room, strips.size.width, by_character=by_character
        )
        strips.show(self.hinted(lists.passage_rows(self.study, detail)))
        self.show_signs()
        left, right = lists.title_line(self.study, self.pane.progress)
        self._strips("title").show((left,), right)

    def _on_moved(self) -> None:
        """What was said was about where one came from."""
        self.query_one(Status).clear()
        self.study.be_at(self.pane.cursor.position)
        self.show_passage()

    def _on_said(self, sentence: str) -> None:
        """The open interview is not named: it is plain to see, and lines are short."""
        title = self.study.reading.transcript.title if self.study.reading else ""
        words = sub(rf"(?<= ){escape(title)} (?=[0-9]+–|to the end)", "", sentence) if title else sentence
        self.query_one(Status).show((((f" {words}", "-muted"),),))

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        """Shows changed rows: only what they touch is painted."""
        tables = self.study.apply(changes)
        if "codings" in tables:
            if self.study.reading is not None:
                spans = [Span(row["start"], row["end"]) for row in _rows_of("codings", changes)]
                self.pane.show_codings(self.study.reading.codings, spans)
            self._show_counts(changes)
            self.show_passage()
        if tables & {"codings", "finishes"}:
            self._show_marks(changes)
            self._show_top()

    def _show_counts(self, changes: Iterable[Change]) -> None:
        tree = self._lines("codes")
        touched = {row["code_id"] for row in _rows_of("codings", changes)}
        for line in lists.counted_lines(self.study, touched):
            tree.replace(line)

    def _show_marks(self, changes: Iterable[Change]) -> None:
        rows = [*_rows_of("codings", changes), *_rows_of("finishes", changes)]
        for transcript_id in {row["transcript_id"] for row in rows}:
            if transcript_id in self.study.interviews:
                self._lines("interviews").replace(lists.interview_line(self.study, transcript_id))

    def _on_written(self, entry: Entry) -> None:
        tables = {change.table for change in entry.changes}
        if tables & CLAIMS:
            self.app.at_desk(lambda project: project.configuration_lines(), self._show_configurations)
        if tables & CLAIMS and self.study.reading is not None:
            here = self.study.reading.transcript.id
            self.app.at_desk(lambda project: read_uses(project, here), self._show_uses)
        self.look_for_kept(tables)
        if self.study.doubts or tables & {"doubts", "revisions"}:
            self.app.at_desk(waiting, self._show_doubts)
        if entry.undoes and self.is_current:
            self._go_to_changed(entry)
        if tables & {"transcripts", "speakers", "cases", "codebooks", "codes"}:
            self._on_outdated(None)

    def _show_doubts(self, count: int) -> None:
        self.study.doubts = count
        self._show_top()

    def _show_configurations(self, found: tuple[ConfigurationLine, ...]) -> None:
        self.study.configurations = found
        self._lines("configurations").show(lists.configuration_lines(found))

    def _show_uses(self, uses: Uses) -> None:
        self.study.uses = uses
        self.show_passage()

    def _go_to_changed(self, entry: Entry) -> None:
        """Goes to the passage whose coding was taken back, where it is in the open interview and not to be seen."""
        here = self.study.reading.transcript.id if self.study.reading else ""
        spans = [
            Span(row["start"], row["end"])
            for row in _rows_of("codings", entry.changes)
            if row["transcript_id"] == here
        ]
        if spans and not any(self.pane.sees(each) for each in spans):
            self.pane.go_to(spans[0].start)

    def _on_outdated(self, _: None) -> None:
        """Reads anew what others have changed, with the same passage in hand."""
        here = self.study.reading.transcript.id if self.study.reading else ""
        self.app.at_desk(lambda project: read_anew(project, here), self._show_anew)

    def _show_anew(self, found: tuple[Study, Rest]) -> None:
        if self.app.busy:
            self._on_outdated(None)
            return
        before, (study, rest) = self.study, found
        study.take_over(before)
        study.fill(rest)
        self._put(study)
        self._lines("interviews").show(lists.interview_lines(study))
        self._show_codes()
        self._lines("configurations").show(lists.configuration_lines(study.configurations))
        self._show_top()
        if study.reading is None or before.reading is None or _other_words(study.reading, before.reading):
            self._open_reading()
        else:
            if study.reading.sentences != before.reading.sentences:
                self.pane.take_over(study.reading)
            changed = {*study.reading.codings} ^ {*before.reading.codings}
            self.pane.show_codings(study.reading.codings, [each.span for each in changed])
        self.show_passage()

    def _put(self, study: Study) -> None:
        if self.app.study is self.study:
            self.app.study = study
        self.study = study

    def _open_reading(self) -> None:
        if self.study.reading is not None:
            self.pane.open(self.study.reading, self.study.position)
        else:
            self.pane.close()

    # -- going about ---------------------------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        """The footer has the keys of what has the focus."""
        reading = self.focused is None or self.focused.id == "transcript"
        keys = footer(Where.CODING, Where.EVERYWHERE) if reading else list_footer()
        self.query_one(Keys).offer(keys)

    def focus_pane(self, name: str) -> None:
        """Gives a pane the keys, and brings it forward where the screen is narrow."""
        for side, names in (("left", ("interviews", "configurations")), ("right", ("codes",))):
            self.query_one(f"#{side}").set_class(name in names, "-forward")
        pane = self.query_one(f"#{name}")
        if pane.region:
            self.set_focus(pane, scroll_visible=False)
            self.on_descendant_focus()
        else:
            self.call_after_refresh(pane.focus)

    def _beside(self, step: int) -> str:
        focused = self.focused.id if self.focused is not None and self.focused.id in PANES else PANES[0]
        return PANES[(PANES.index(focused) + step) % len(PANES)]

    def action_next_pane(self) -> None:
        """Goes to the next pane."""
        self.focus_pane(self._beside(1))

    def action_previous_pane(self) -> None:
        """Goes back a pane."""
        self.focus_pane(self._beside(-1))

    def action_interviews(self) -> None:
        """Goes to the interviews."""
        self.focus_pane("interviews")

    def action_codebook(self) -> None:
        """Goes to the codebook."""
        self.focus_pane("codes")

    @on(Lines.Chosen, "#interviews")
    def _on_interview(self, event: Lines.Chosen) -> None:
        if event.line.id in self.study.interviews:
            self.open_transcript(event.line.id)
        elif event.line.folds:
            event.lines.action_unfold()

    @on(Lines.Chosen, "#codes")
    def _on_code(self, event: Lines.Chosen) -> None:
        if event.line.id not in self.study.codes:
            event.lines.toggle()
            return
        self.give(event.line.id)
        self.focus_pane("transcript")

    @on(Lines.Chosen, "#configurations")
    def _on_configuration(self, event: Lines.Chosen) -> None:
        self.app.open_configurations(configuration_id=event.line.id)

    def open_transcript(self, transcript_id: str, position: int | None = None) -> None:
        """Opens a transcript, at a position where one is wanted."""

        def opened(found: tuple[Reading, Uses]) -> None:
            before = self.study.reading.transcript.id if self.study.reading else ""
            self.study.reading, self.study.uses = found
            self.pane.open(found[0], self.study.position if position is None else position)
            self.study.be_at(self.pane.cursor.position)
            self.app.remember_place()
            interviews = self._lines("interviews")
            for each in {before, transcript_id} & self.study.interviews.keys():
                interviews.replace(lists.interview_line(self.study, each))
            interviews.go_to(transcript_id)
            self.show_passage()
            self.focus_pane("transcript")

        if self.study.reading is not None and self.study.reading.transcript.id == transcript_id:
            if position is not None:
                self.pane.go_to(position)
            self.focus_pane("transcript")
            return
        self.app.at_desk(lambda project: read_transcript(project, transcript_id), opened, keys_wait=True)

    def reload(self) -> None:
        """Reads the study anew, as after an import."""
        self._on_outdated(None)

    def action_copy(self) -> None:
        """Copies the words of the passage."""
        if self.study.reading is not None:
            self.app.copy_to_clipboard(self.pane.passage.of(self.study.reading.text))
            self.app.said.publish("Copied the words of the passage.")

    def on_resize(self, event: events.Resize) -> None:
        """Folds the side panes where the screen is narrow, and fits what is shown to the room."""
        self.set_class(event.size.width < 118, "-narrow")
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self.show_recent()
        self.show_passage()


def _other_words(reading: Reading, before: Reading) -> bool:
    """Whether more than the codings and sentences is different."""
    here, there = (
        replace(each, codings=(), sentences=(), provisional=False, coders={}) for each in (reading, before)
    )
    return here != there


def _rows_of(table: str, changes: Iterable[Change]) -> list[Row]:
    return [
        row for each in changes if each.table == table for row in (each.before, each.after) if row is not None
    ]
