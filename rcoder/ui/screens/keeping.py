"""On the coding screen: memos on the passage, quotations, and reading marks; what they need is imported when it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from rcoder.domain.terms import say
from rcoder.domain.words import Subject
from rcoder.ui.keeping import memos_on, quotations_on, signs_of
from rcoder.ui.lists import turn_words
from rcoder.ui.screens.coding_deeds import NO_INTERVIEWS
from rcoder.ui.screens.coding_moves import CodingMoves
from rcoder.ui.study import Uses, read_kept

if TYPE_CHECKING:
    from rcoder.domain.excerpt import Excerpt
    from rcoder.domain.journal import Deed
    from rcoder.domain.transcript import Span
    from rcoder.project import Project
    from rcoder.project.excerpts import ExcerptLine, Place
    from rcoder.project.memos import Draft, MemoLine
    from rcoder.ui.screens.memo import MemoForm

PASSAGE = "passage"
"""Id of the passage itself among what a memo may be on."""
NEW = "new"
"""Id of a new memo among those there are."""

KEPT = frozenset({"excerpts", "memos"})
"""Tables whose changes change what is kept of a transcript."""


class Keeping(CodingMoves):
    """What a person keeps of a transcript besides codings."""

    _signed: Uses | None = None
    """What the signs in the margin were last made of."""

    def show_signs(self) -> None:
        """Shows the signs of what is kept, where it is another than what they show."""
        if self.study.uses is not self._signed:
            self._signed = self.study.uses
            self.pane.show_signs(signs_of(self._signed))

    def look_for_kept(self, tables: Collection[str]) -> None:
        """Reads what is kept of the open transcript anew, where that may have changed."""
        reading = self.study.reading
        if reading is None or not (
            KEPT.intersection(tables) or ("codings" in tables and self.study.uses.memos)
        ):
            return
        here = reading.transcript.id

        def found(kept: tuple[tuple[Excerpt, ...], tuple[MemoLine, ...]]) -> None:
            now = self.study.reading
            if now is not None and now.transcript.id == here:
                self.study.uses = replace(self.study.uses, excerpts=kept[0], memos=kept[1])
                self.show_passage()

        self.app.at_desk(lambda project: read_kept(project, here), found)

    def _place_here(self, span: Span | None = None) -> Place | None:
        """The passage, or another span, as a place in the open text; says so where there is none."""
        reading, wanted = self.study.reading, span or self.pane.passage
        if reading is None or wanted.start >= wanted.end:
            self.app.tell(NO_INTERVIEWS)
            return None
        from rcoder.project.excerpts import Place

        return Place(reading.transcript.id, wanted, reading.transcript.revision)

    def _words_of(self, span: Span) -> str:
        return span.of(self.study.reading.text) if self.study.reading is not None else ""

    # -- marks ---------------------------------------------------------------------------------------------------

    def action_mark(self) -> None:
        """Leaves a mark on the passage, or takes it off."""
        from rcoder.project.excerpts import marking

        if self.may_change() and (place := self._place_here()) is not None:
            self.app.act(lambda project: marking(project, place))

    def action_marks(self) -> None:
        """Lists the marks of all interviews."""
        from rcoder.project.excerpts import marks
        from rcoder.ui.screens.marks import MarksScreen

        here = self.study.reading.transcript.id if self.study.reading is not None else ""

        def chosen(mark: ExcerptLine | None) -> None:
            if mark is None:
                return
            passage = mark.passage
            if passage.earlier:
                self.app.open_passage(passage.transcript_id, passage.span, earlier=passage.revision)
            else:
                self.open_transcript(passage.transcript_id, passage.start)

        def listed(found: tuple[ExcerptLine, ...]) -> None:
            self.app.push_screen(MarksScreen(found, here), chosen)

        self.app.at_desk(marks, listed, keys_wait=True)

    def open_transcript(self, transcript_id: str, position: int | None = None) -> None:
        """Opens a transcript, at a position where one is wanted."""
        raise NotImplementedError

    # -- quotations ----------------------------------------------------------------------------------------------

    def action_quote(self) -> None:
        """Opens the passage as a quotation; without a selection, the one of one's own that is there."""
        from rcoder.domain.quotation import as_said
        from rcoder.project.excerpts import Form
        from rcoder.ui.screens.quoting import Quoted, ask_quotation

        span = self.pane.passage
        own = [each for each in quotations_on(self.study, span) if each.coder_id == self.study.coder_id]
        same = [each for each in own if each.span == span]
        found = same or ([] if self.pane.cursor.selection is not None else own)
        if found:
            span = found[0].span
        if (place := self._place_here(span)) is None or self.study.reading is None or not self.may_write():
            return
        words = self._words_of(span)
        form = Form(as_said(words))
        if found:
            form = Form(found[0].edited or as_said(words), found[0].translation, found[0].language)
        whose = f"{turn_words(self.study, span)}{self.study.reading.transcript.title}"
        ask_quotation(self.app, place, Quoted(words, whose, form, known=bool(found)))

    # -- memos ---------------------------------------------------------------------------------------------------

    def action_memo(self) -> None:
        """Writes a memo on the passage, or lists those there are."""
        if self._place_here() is None:
            return
        there = memos_on(self.study, self.pane.passage)
        if there:
            self._choose_memo(there)
        else:
            self._write_memo()

    def action_memos(self) -> None:
        """Opens the memos of the study."""
        from rcoder.ui.screens.memos import open_memos

        open_memos(self.app)

    def _choose_memo(self, there: list[MemoLine]) -> None:
        """Asks which memo on the passage; a new one among them."""
        from rcoder.project.things import memo_words
        from rcoder.ui.configuring.choices import Choice
        from rcoder.ui.screens.choosing import ChooserScreen
        from rcoder.ui.screens.memos import open_memos

        choices = [
            Choice(
                each.memo.id,
                ((f"{say(each.memo.kind)}  ", "-muted"), (memo_words(each.memo), "")),
                each.coder,
            )
            for each in there
        ]
        choices.append(Choice(NEW, (("a new memo", "-strong"),)))

        def chosen(answer: str | None) -> None:
            if answer == NEW:
                self._write_memo()
            elif answer is not None:
                open_memos(self.app, memo_id=answer)

        words = self._words_of(self.pane.passage)
        self.app.push_screen(ChooserScreen("Memos here", choices, words=words), chosen)

    def _write_memo(self) -> None:
        from rcoder.project.memos import writing, writing_on_passage
        from rcoder.ui.screens.memo import ask_memo

        if (place := self._place_here()) is None or not self.may_write():
            return

        def deed(project: Project, about: str, draft: Draft) -> Deed:
            if about == PASSAGE:
                return writing_on_passage(project, place, draft)
            return writing(project, Subject.CODING, about, draft)

        ask_memo(self.app, "Memo", self._memo_form(), deed)

    def _memo_form(self) -> MemoForm:
        """A memo on the passage, or on one of the codings there."""
        from rcoder.ui.screens.memo import MemoForm

        words = " ".join(self._words_of(self.pane.passage).split())
        things = [(PASSAGE, f"the passage “{words[:24].rstrip()}{'…' if len(words) > 24 else ''}”")]
        for coding in self._here():
            code = self.study.codes.get(coding.code_id)
            if code is not None:
                things.append((coding.id, f"{code.key} here"))
        return MemoForm(tuple(things))
