"""The coding screen: interviews, transcript, codebook, and the passage under the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from rcoder.domain.actions.coding import code_passage, finish, flag, respan, uncode, unfinish
from rcoder.domain.answers import ConfigurationLine, Reading
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Change, Deed, Entry, removed
from rcoder.domain.records import Row
from rcoder.domain.transcript import Span
from rcoder.domain.words import Scope
from rcoder.project import Project
from rcoder.ui import lists
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.offer import Offer
from rcoder.ui.screens import seeking
from rcoder.ui.study import CLAIMS, Rest, Study, read_first, read_rest, read_resting, read_transcript
from rcoder.ui.widgets.kept import Across, Column
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, Strips, TopLine
from rcoder.ui.widgets.transcript import TranscriptPane

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

PANES = ("transcript", "interviews", "configurations", "codes")


class CodingScreen(Screen[None]):
    """Reads and codes one transcript at a time."""

    app: RcoderApp
    PLACES: ClassVar[tuple[Where, ...]] = (Where.CODING, Where.TRANSCRIPT, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.CODING)
    AUTO_FOCUS = "#transcript"

    def __init__(self, study: Study, passage: Span | None = None) -> None:
        super().__init__()
        self.study = study
        self._passage = passage
        self._chosen = ""

    def compose(self) -> ComposeResult:
        """Three panes over a passage strip."""
        yield TopLine(id="top")
        with Across(id="panes"):
            with Column(id="left"):
                yield Strips(((("Interviews", ""),),), classes="pane-title")
                yield Lines(id="interviews", empty="No interviews yet. ctrl+o brings them in from files.")
                yield Strips(((("Configurations", ""),),), id="below", classes="pane-title")
                yield Lines(id="configurations")
            with Column(id="middle"):
                yield Strips(id="title", classes="pane-title")
                yield TranscriptPane(id="transcript", moved=self._show_passage)
                yield Strips(id="passage")
            with Column(id="right"):
                yield Strips(((("Codebook", ""),),), classes="pane-title")
                yield Lines(id="codes")
                yield Strips(id="recent")
        yield Strips(id="recent-line")
        yield Status()
        yield Keys(footer(Where.CODING, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Fills the panes and listens for changes."""
        self.pane = self.query_one("#transcript", TranscriptPane)
        self._show_lists()
        if self.study.reading is not None:
            self.pane.open(self.study.reading)
        if self._passage is not None:
            self.call_after_refresh(self.pane.select, self._passage)
        self._show_passage()
        self.app.changed.subscribe(self, self._on_changed)
        self.app.written.subscribe(self, self._on_written)
        self.app.said.subscribe(self, self._on_said)
        self.call_after_refresh(self._ask_rest)

    def _ask_rest(self) -> None:
        here = self.study.reading.transcript.id if self.study.reading else ""

        def fill(rest: Rest) -> None:
            self.study.fill(rest)
            self._lines("codes").empty = "This study has no codebook."
            self._lines("configurations").empty = "None yet. Code a passage, then k makes one from its codings."
            self._show_lists()
            self._show_passage()

        self.app.at_desk(lambda project: read_rest(project, here), fill)

    # -- showing -------------------------------------------------------------------------------------------------

    def _strips(self, name: str) -> Strips:
        return self.query_one(f"#{name}", Strips)

    def _lines(self, name: str) -> Lines:
        return self.query_one(f"#{name}", Lines)

    def _show_lists(self) -> None:
        study = self.study
        codes = lists.code_lines(study)
        self._lines("interviews").show(lists.interview_lines(study))
        tree = self._lines("codes")
        tree.show(codes, folded=None if tree.current else [line.id for line in codes if line.folds])
        self._lines("configurations").show(lists.configuration_lines(study.configurations))
        self._show_top()
        self._show_recent()
        if study.reading is not None:
            self._lines("interviews").go_to(study.reading.transcript.id)

    def _show_top(self) -> None:
        left, right = lists.top_line(self.study)
        self.query_one(TopLine).show((left,), right)

    def _show_recent(self) -> None:
        self._strips("recent").show(lists.recent_rows(self.study))
        self._strips("recent-line").show((lists.recent_line(self.study),))

    def _show_passage(self) -> None:
        chosen = self.chosen
        rows = lists.passage_rows(self.study, self.pane.passage, self._here(), chosen, 4)
        self._strips("passage").show(rows)
        left, right = lists.title_line(self.study, self.pane.progress)
        self._strips("title").show((left,), right)

    def _here(self) -> tuple[Coding, ...]:
        """The codings on the passage: one's own first."""
        found = self.pane.coded.on(self.pane.passage)
        return tuple(sorted(found, key=lambda each: not self.study.mine(each)))

    @property
    def chosen(self) -> Coding | None:
        """The coding on the passage that x, e, a and m are about."""
        here = self._here()
        return next((each for each in here if each.id == self._chosen), here[0] if here else None)

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    def _on_changed(self, changes: tuple[Change, ...]) -> None:
        """Shows changed rows: only what they touch is painted."""
        tables = self.study.apply(changes)
        if "codings" in tables:
            if self.study.reading is not None:
                spans = [Span(row["start"], row["end"]) for row in _rows_of("codings", changes)]
                self.pane.show_codings(self.study.reading.codings, spans)
            self._show_counts(changes)
            self._show_passage()
        if tables & {"codings", "finishes"}:
            self._show_marks(changes)
            self._show_top()

    def _show_counts(self, changes: Iterable[Change]) -> None:
        tree = self._lines("codes")
        touched = {each for row in _rows_of("codings", changes) for each in self.study.line_of(row["code_id"])}
        for code_id in touched:
            if (code := self.study.codes.get(code_id)) is not None:
                tree.replace(lists.code_line(self.study, code))

    def _show_marks(self, changes: Iterable[Change]) -> None:
        rows = [*_rows_of("codings", changes), *_rows_of("finishes", changes)]
        for transcript_id in {row["transcript_id"] for row in rows}:
            if transcript_id in self.study.interviews:
                self._lines("interviews").replace(lists.interview_line(self.study, transcript_id))

    def _on_written(self, entry: Entry) -> None:
        tables = {change.table for change in entry.changes}
        if tables & CLAIMS:
            self.app.at_desk(lambda project: project.configuration_lines(), self._show_configurations)
        if "groundings" in tables and self.study.reading is not None:
            here = self.study.reading.transcript.id
            self.app.at_desk(lambda project: read_resting(project, here), self._show_resting)
        if tables & {"transcripts", "cases"}:
            self.reload()

    def _show_configurations(self, found: tuple[ConfigurationLine, ...]) -> None:
        self.study.configurations = found
        self._lines("configurations").show(lists.configuration_lines(found))

    def _show_resting(self, resting: dict[str, tuple[str, ...]]) -> None:
        self.study.resting = resting
        self._show_passage()

    # -- going about ---------------------------------------------------------------------------------------------

    def go_back(self) -> None:
        """Drops a selection, then a pane brought forward; otherwise goes back to the welcome."""
        if self.pane.drop_selection():
            return
        if not self.pane.has_focus:
            self.focus_pane("transcript")
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.go_to_welcome()

    def focus_pane(self, name: str) -> None:
        """Gives a pane the keys, and brings it forward where the screen is narrow."""
        for side, names in (("left", ("interviews", "configurations")), ("right", ("codes",))):
            self.query_one(f"#{side}").set_class(name in names, "-forward")
        self.call_after_refresh(self.query_one(f"#{name}").focus)

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
        self.give(event.line.id)
        self.focus_pane("transcript")

    @on(Lines.Chosen, "#configurations")
    def _on_configuration(self, event: Lines.Chosen) -> None:
        self.app.open_configurations(configuration_id=event.line.id)

    def open_transcript(self, transcript_id: str, position: int | None = None) -> None:
        """Opens a transcript, at a position where one is wanted."""

        def opened(found: tuple[Reading, dict[str, tuple[str, ...]]]) -> None:
            self.study.reading, self.study.resting = found
            self.pane.open(found[0], position)
            self._lines("interviews").show(lists.interview_lines(self.study))
            self._lines("interviews").go_to(transcript_id)
            self._show_passage()
            self.focus_pane("transcript")

        if self.study.reading is not None and self.study.reading.transcript.id == transcript_id:
            if position is not None:
                self.pane.go_to(position)
            self.focus_pane("transcript")
            return
        self.app.at_desk(lambda project: read_transcript(project, transcript_id), opened)

    def reload(self) -> None:
        """Reads the study anew, as after an import."""
        here = self.study.reading.transcript.id if self.study.reading else ""

        def read(study: Study) -> None:
            study.recent, study.last = self.study.recent, self.study.last
            self.study = self.app.study = study
            self._ask_rest()
            if study.reading is not None:
                position = self.pane.cursor.position if study.reading.transcript.id == here else None
                self.pane.open(study.reading, position)
            self._show_passage()

        self.app.at_desk(lambda project: read_first(project, here), read)

    def action_next_uncoded(self) -> None:
        """Goes to the next respondent's turn without a coding of one's own."""
        self._go_uncoded(1)

    def action_previous_uncoded(self) -> None:
        """Goes back to such a turn."""
        self._go_uncoded(-1)

    def _go_uncoded(self, direction: int) -> None:
        if self.study.reading is None:
            return
        position = self.pane.cursor.position
        found = seeking.uncoded_turn(self.study.reading, self.study.coder_id, position, direction)
        if found is None:
            self.app.said.publish("No further turn without a coding of yours. f marks the interview as coded to the end.")
        else:
            self.pane.go_to(found)

    def action_next_coding(self) -> None:
        """Goes to the next coded passage."""
        self._go_coding(1)

    def action_previous_coding(self) -> None:
        """Goes back to the coded passage before."""
        self._go_coding(-1)

    def _go_coding(self, direction: int) -> None:
        span = self.pane.cursor.selection
        found = seeking.coded_span(self.pane.coded.codings, span or self.pane.cursor.position, direction)
        if found is None:
            self.app.said.publish("No further coding in that direction.")
        else:
            self.pane.select(found)

    # -- coding --------------------------------------------------------------------------------------------------

    def give(self, code_id: str) -> None:
        """Gives the passage a code."""
        reading, code, span = self.study.reading, self.study.codes.get(code_id), self.pane.passage
        if reading is None or code is None or span.start >= span.end:
            return
        same = [each for each in self._here() if each.code_id == code_id and each.span == span and self.study.mine(each)]
        if same:
            self._chosen = same[0].id
            self._show_passage()
            self.app.said.publish(f"You have coded this passage as {code.key} already.")
            return
        coding = Coding(
            id=new_id(),
            transcript_id=reading.transcript.id,
            start=span.start,
            end=span.end,
            code_id=code.id,
            coder_id=self.study.coder_id,
            kind=code.kind,
            scope=Scope.THIS_CASE if reading.transcript.case_id else Scope.GENERAL,
            codebook_version=self.study.version,
        )
        self._chosen = coding.id
        self.study.remember(code.id)
        self._show_recent()
        self.app.act(code_passage(coding, code, reading.transcript))

    def action_code(self) -> None:
        """Opens the list of codes."""
        if not self.study.codes and self.study.overview.codebook:
            self.app.said.publish("The codebook is being read.")
            return
        if not self.study.codes:
            self.app.tell("This study has no codebook, so there is nothing to code with.")
            return
        if self.pane.passage.start >= self.pane.passage.end:
            self.app.tell("There is no passage to code. Choose an interview first: i.")
            return
        from rcoder.ui.screens.picker import PickerScreen

        words = self.pane.passage.of(self.study.reading.text) if self.study.reading else ""
        self.app.push_screen(PickerScreen(self.study, words), lambda code_id: self.give(code_id) if code_id else None)

    def action_again(self) -> None:
        """Gives the passage the code used last."""
        if self.study.last:
            self.give(self.study.last)
        else:
            self.app.said.publish("No code has been used yet. c opens the list of codes.")

    def action_recent(self, digit: str) -> None:
        """Gives the passage a recent code."""
        index = int(digit) - 1
        if index < len(self.study.recent):
            self.give(self.study.recent[index])
        else:
            self.app.said.publish(f"No code has the key {digit} yet. c opens the list of codes.")

    def action_choose_next(self) -> None:
        """Chooses another coding on the passage."""
        here = self._here()
        if here and (chosen := self.chosen) is not None:
            self._chosen = here[(here.index(chosen) + 1) % len(here)].id
            self._show_passage()

    def _own(self) -> tuple[Reading, Coding] | None:
        """The open transcript and the chosen coding, where it is one's own; says so where it is not."""
        reading, coding = self.study.reading, self.chosen
        if reading is None or coding is None:
            self.app.said.publish("No coding on this passage.")
            return None
        if not self.study.mine(coding):
            self.app.tell(f"That coding is {reading.coders.get(coding.coder_id, 'another coder')}'s. You change only your own.")
            return None
        return reading, coding

    def action_remove(self) -> None:
        """Removes the chosen coding; undo brings it back."""
        if (own := self._own()) is None:
            return
        reading, coding = own
        codes = self.study.codes

        def deed(project: Project) -> Deed:
            return uncode([coding], codes, reading.transcript, project.groundings_of([coding.id]))

        self.app.act(deed, meanwhile=removed(coding))

    def action_change_ends(self) -> None:
        """Gives the chosen coding the ends of the selection."""
        selection = self.pane.cursor.selection
        if selection is None:
            self.app.said.publish("Select the words it should have first: shift and the arrows, then e.")
            return
        if (own := self._own()) is None:
            return
        reading, coding = own
        deed = respan(coding, selection, self.study.codes[coding.code_id], reading.transcript)
        if deed.changes:
            self.app.act(deed)

    def action_annotate(self) -> None:
        """Opens the flags of the chosen coding."""
        if (own := self._own()) is None:
            return
        from rcoder.ui.screens.flags import FlagsScreen

        self.app.push_screen(FlagsScreen(self.study, own[1]), lambda after: self._change(own[1], after))

    def action_memo(self) -> None:
        """Writes a memo on the chosen coding."""
        if (own := self._own()) is None:
            return
        from rcoder.ui.screens.question import Field, QuestionScreen

        coding = own[1]
        question = QuestionScreen("Memo", "", (Field("memo", "", coding.memo, tall=True),))
        self.app.push_screen(
            question, lambda answer: self._change(coding, replace(coding, memo=answer["memo"]) if answer else None)
        )

    def _change(self, before: Coding, after: Coding | None) -> None:
        if after is None or after == before or self.study.reading is None:
            return
        names = ("kind", "actor", "polarity", "counterfactual", "scope", "case_id", "directness", "prompting", "memo")
        flags = {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}
        code = self.study.codes[before.code_id]
        self.app.act(flag(before, self.study.reading.transcript, code, **flags))

    def action_undo(self) -> None:
        """Takes back the latest deed."""
        self.app.take_back()

    def action_redo(self) -> None:
        """Does again what was taken back."""
        self.app.take_back(again=True)

    def action_finish(self) -> None:
        """Marks the interview as coded to the end, or takes the mark off."""
        if self.study.reading is None:
            return
        transcript = self.study.reading.transcript

        def deed(project: Project) -> Deed:
            there = project.finish_mark(transcript.id)
            return unfinish(there, transcript) if there else finish(Finish(new_id(), transcript.id, project.coder_id), transcript)

        self.app.act(deed)

    def action_link(self) -> None:
        """Hands the codings of the passage to the configurations."""
        if self.study.reading is None:
            return
        span = self.pane.passage
        self.app.open_configurations(
            Offer(self.study.reading.transcript, span, span.of(self.study.reading.text), self._here())
        )

    def action_configurations(self) -> None:
        """Opens the configurations."""
        self.app.open_configurations()

    def action_copy(self) -> None:
        """Copies the words of the passage."""
        if self.study.reading is not None:
            self.app.copy_to_clipboard(self.pane.passage.of(self.study.reading.text))
            self.app.said.publish("Copied the words of the passage.")

    def action_bring_in(self) -> None:
        """Imports interviews from files."""
        from rcoder.ui.screens.importing import bring_in

        self.app.run_worker(bring_in(self.app, self.reload), group="import")

    def on_resize(self, event: events.Resize) -> None:
        """Folds the side panes where the screen is narrow."""
        self.set_class(event.size.width < 118, "-narrow")


def _rows_of(table: str, changes: Iterable[Change]) -> list[Row]:
    return [row for each in changes if each.table == table for row in (each.before, each.after) if row is not None]

