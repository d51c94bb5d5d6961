"""What a person does to codings on the coding screen: give, remove, move, flag, undo, finish, hand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.actions.coding import code_passage, finish, flag, respan, uncode, unfinish
from rcoder.domain.answers import Reading
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.words import Scope
from rcoder.project import Project
from rcoder.ui.offer import Offer
from rcoder.ui.screens.first_glance import FirstGlance
from rcoder.ui.study import Study
from rcoder.ui.widgets.transcript import TranscriptPane

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code, Codebook
    from rcoder.domain.transcript import Span
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.matching import Finder

NO_INTERVIEWS = "No interviews yet. ctrl+o brings them in from files."


class CodingDeeds(FirstGlance):
    """The deeds of the coding screen; how they show is the screen's business."""

    app: RcoderApp
    study: Study
    pane: TranscriptPane
    _chosen = ""
    _finder: Finder | None = None
    _found_among: dict[str, Code] | None = None
    """The codes that the finder knows."""

    def _here(self) -> tuple[Coding, ...]:
        """The codings on the passage: one's own first."""
        found = self.pane.coded.on(self.pane.passage)
        return tuple(sorted(found, key=lambda each: not self.study.mine(each)))

    @property
    def chosen(self) -> Coding | None:
        """The coding on the passage that x, e and a are about."""
        here = self._here()
        return next((each for each in here if each.id == self._chosen), here[0] if here else None)

    def show_passage(self) -> None:
        """Shows the passage and the codings on it."""
        raise NotImplementedError

    def show_recent(self) -> None:
        """Shows the digits and their codes."""
        raise NotImplementedError

    # -- coding --------------------------------------------------------------------------------------------------

    def give(self, code_id: str) -> None:
        """Gives the passage a code."""
        reading, code, span = self.study.reading, self.study.codes.get(code_id), self.pane.passage
        if reading is None or code is None or span.start >= span.end or not self.may_change():
            return
        if code.retired:
            self.app.tell(f"{code.key} is retired and no longer given. c opens the list of codes.")
            return
        same = [
            each
            for each in self._here()
            if each.code_id == code_id and each.span == span and self.study.mine(each)
        ]
        if same:
            self._chosen = same[0].id
            self.show_passage()
            self.app.said.publish(f"You have coded this passage as {code.key} already.")
            return
        coding = self.coding_of(code, self.study.book_of(code), span, reading)
        self._chosen = coding.id
        self.study.remember(code.id)
        self.show_recent()
        self.app.act(code_passage(coding, code, reading.transcript))

    def coding_of(self, code: Code, book: Codebook, span: Span, reading: Reading) -> Coding:
        """A coding of one's own that says no more than the code and the passage."""
        return Coding(
            id=new_id(),
            transcript_id=reading.transcript.id,
            start=span.start,
            end=span.end,
            code_id=code.id,
            coder_id=self.study.coder_id,
            kind=code.kind,
            scope=Scope.THIS_CASE if reading.transcript.case_id else Scope.GENERAL,
            codebook_version=book.version,
            revision=reading.transcript.revision,
        )

    def _can_code(self) -> bool:
        """Whether a passage may be coded; says what is missing."""
        return self._has_passage() and self.may_write()

    def _has_passage(self) -> bool:
        """Whether there is a passage and a codebook to code it with; says what is missing."""
        if not self.study.interviews:
            self.app.tell(NO_INTERVIEWS)
        elif not self.study.books and self.study.overview.codebook:
            self.app.said.publish("The codebook is being read.")
        elif not self.study.books:
            self.app.tell("This study has no codebook, so there is nothing to code with.")
        elif self.pane.passage.start >= self.pane.passage.end:
            self.app.tell("There is no passage to code. Choose an interview first: i.")
        else:
            return True
        return False

    def may_change(self) -> bool:
        """Whether the project may be written to; says so where not."""
        if self.study.overview.read_only:
            self.app.tell("This project is open for reading only: nothing can be changed.")
        return not self.study.overview.read_only

    def may_write(self) -> bool:
        """The same before a window to write in; where it does not open, the words typed for it are no commands."""
        may = self.may_change()
        if not may:
            self.app.drop_burst()
        return may

    def action_code(self) -> None:
        """Opens the list of codes, to read in where nothing may be changed; in a codebook without any, asks for the first."""
        if not self._has_passage():
            return
        if not self.study.codes:
            if self.may_write():
                self.new_code("", "")
            return
        from rcoder.ui.screens.picker import PickerScreen

        words = self.pane.passage.of(self.study.reading.text) if self.study.reading else ""
        new = None if self.study.overview.read_only else self.new_code
        self.app.push_screen(
            PickerScreen(self.study, words, finder=self._known_codes(), new=new),
            lambda code_id: self.give(code_id) if code_id else None,
        )

    def _known_codes(self) -> Finder:
        """What finds the codes, made once for as long as they are the same."""
        from rcoder.ui.screens.picker import code_finder

        if self._found_among is not self.study.codes or self._finder is None:
            self._found_among, self._finder = self.study.codes, code_finder(self.study)
        return self._finder

    def new_code(self, typed: str, near: str) -> None:
        """Asks for a code that there is not yet."""
        raise NotImplementedError

    def action_again(self) -> None:
        """Gives the passage the code used last."""
        if self.study.last:
            self.give(self.study.last)
        else:
            self.app.said.publish("No code has been used yet. c opens the list of codes.")

    def action_recent(self, digit: str) -> None:
        """Gives the passage a recent code."""
        index = int(digit) - 1
        if index < len(self.study.recent) and self.study.recent[index] in self.study.codes:
            self.give(self.study.recent[index])
        else:
            self.app.said.publish(f"No code has the key {digit} yet. c opens the list of codes.")

    def action_choose_next(self) -> None:
        """Chooses another coding on the passage."""
        here = self._here()
        if here and (chosen := self.chosen) is not None:
            self._chosen = here[(here.index(chosen) + 1) % len(here)].id
            self.show_passage()

    def _own(self) -> tuple[Reading, Coding] | None:
        """The open transcript and the chosen coding, where it is one's own; says so where it is not."""
        reading, coding = self.study.reading, self.chosen
        if reading is None or coding is None:
            self.app.said.publish("No coding on this passage.")
            return None
        if not self.may_change():
            return None
        if not self.study.mine(coding):
            self.app.tell(
                f"That coding is {reading.coders.get(coding.coder_id, 'another coder')}'s. You change only your own."
            )
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

        gone = uncode([coding], codes, reading.transcript, ())
        lost = lost_words(self.study.uses.resting.get(coding.id, ()))
        self.app.act(deed, meanwhile=replace(gone, sentence=gone.sentence + lost))

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
        if not self.may_write() or (own := self._own()) is None:
            return
        from rcoder.ui.screens.flags import FlagsScreen

        reading, coding = own
        row = self.pane.screen_row(coding.end - 1)
        words = coding.span.of(reading.text)
        self.app.push_screen(FlagsScreen(self.study, coding, self._change, words=words, row=row))

    def _change(self, before: Coding, after: Coding | None) -> None:
        if after is None or after == before or self.study.reading is None:
            return
        names = (
            "kind",
            "actor",
            "polarity",
            "counterfactual",
            "scope",
            "case_id",
            "directness",
            "prompting",
            "memo",
        )
        flags = {
            name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)
        }
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
        if self.study.reading is None or not self.may_change():
            return
        transcript = self.study.reading.transcript

        def deed(project: Project) -> Deed:
            there = project.finish_mark(transcript.id)
            return (
                unfinish(there, transcript)
                if there
                else finish(Finish(new_id(), transcript.id, project.coder_id), transcript)
            )

        self.app.act(deed)

    def action_link(self) -> None:
        """Hands the codings of the passage to the configurations."""
        if self.study.reading is None or not self.may_write():
            return
        span = self.pane.passage
        self.app.open_configurations(
            Offer(self.study.reading.transcript, span, span.of(self.study.reading.text), self._here())
        )


def lost_words(numbers: Sequence[str]) -> str:
    """What else goes with a coding, after the sentence that it is removed: the passage that configurations rested on."""
    if not numbers:
        return ""
    *others, last = numbers
    named = f"{', '.join(others)} and {last}" if others else last
    return f", which {named} rested on; u brings {'all' if others else 'both'} back"
