"""What is done with retrieved passages: opened, filtered, put together otherwise, written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from rcoder.domain.actions.sentences import several
from rcoder.domain.retrieval import GROUPINGS, Grouping
from rcoder.domain.retrieval_query import narrowed, parse, without
from rcoder.project.exporting_passages import Written, ready_passages
from rcoder.project.retrieval_scope import required
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.retrieving.exports import FORMATS, asked_for, file_for, wrong_with
from rcoder.ui.retrieving.filters import OFF, filters
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.leaving import let_out
from rcoder.ui.screens.question import QuestionScreen
from rcoder.ui.screens.retrieve_view import RetrieveView
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

NO_QUERY = "There is no query yet. / goes to where it is written."


class RetrieveScreen(RetrieveView):
    """Retrieves passages."""

    @on(Lines.Chosen, "#found")
    def _on_chosen(self, event: Lines.Chosen) -> None:
        """Enter: the passage in its interview; on a heading, folds or unfolds."""
        if event.line.folds:
            event.lines.toggle()
        else:
            self._open()

    @on(Lines.Chosen, "#heard")
    def _on_heard(self) -> None:
        self._open()

    def _open(self) -> None:
        view, line = self.view, self.found.current
        result = view.result_of(line.id) if view is not None and line is not None else None
        if view is not None and result is not None:
            passage = view.found[result[0]].passage
            earlier = passage.revision if passage.earlier else 0
            self.app.open_passage(passage.transcript_id, passage.span, earlier=earlier)

    def action_grouping(self) -> None:
        """Asks what the passages are to be put together by."""
        choices = [Choice(each.value, ((words.say("en"), ""),)) for each, words in GROUPINGS.items()]

        def chosen(answer: str) -> None:
            self.by = Grouping(answer)
            if self.text:
                self.ask()

        choose(self.app, "Put together by", choices, chosen, at=self.by.value)

    def action_filter(self) -> None:
        """Asks which passages are to be kept, or which filter is to be taken off."""
        if not self.text or self.view is None:
            self.app.tell(NO_QUERY)
            return
        on_now = required(parse(self.text).root)

        def chosen(answer: str) -> None:
            if answer.startswith(OFF):
                self.put(without(self.text, on_now[int(answer.removeprefix(OFF))]))
            else:
                name, _, value = answer.partition(":")
                self.put(narrowed(self.text, [(name, value)]))

        choose(self.app, "Keep only", filters(self.offers, on_now), chosen)

    def action_copy(self) -> None:
        """Copies the words of the passage with where they stand."""
        if self.shown is None:
            self.app.tell("There is no passage under the cursor.")
            return
        said = []
        for each in self.shown[0]:
            passage = each.passage
            turn = f"turn {each.turn + 1}" if each.turn is not None else ""
            where = ", ".join(
                part for part in (passage.case, *passage.roles, passage.transcript, turn) if part
            )
            said.append(f"“{passage.text}” ({where})")
        self.app.copy_to_clipboard("\n".join(said))
        self.app.said.publish("Copied the words of the passage, with where they stand.")

    def action_export(self) -> None:
        """Asks for a format and a file, and writes the passages."""
        if self.view is None:
            self.app.tell(NO_QUERY)
            return
        choose(self.app, "Write as", FORMATS, self._ask_file)

    def _ask_file(self, ending: str) -> None:
        number = len(self.view.found.results) if self.view is not None else 0
        title = f"Write {several(number, 'result')} by {GROUPINGS[self.by].say('en')}"

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._write(Path(answer["file"].strip()).expanduser(), answer)

        form = asked_for(file_for(self.text, ending))
        self.app.push_screen(
            QuestionScreen(title, form.words, form.fields, check=wrong_with(ending)), answered
        )

    def _write(self, file: Path, answer: dict[str, str]) -> None:
        text, by = self.text, self.by
        coders, memos = (
            answer[name].strip().casefold() in ("y", "yes", "ja", "j") for name in ("coders", "memos")
        )

        def done(written: Written) -> None:
            self.app.said.publish(f"Wrote {several(written.results, 'result')} to {written.file}.")

        let_out(
            self.app,
            lambda project: ready_passages(project, text, file, by=by, coders=coders, memos=memos),
            done,
        )


def open_retrieve(app: RcoderApp, query: str = "") -> None:
    """Opens the passages of a query, or goes back to that screen where it is open under others."""
    there = come_back(app, RetrieveScreen)
    if there is None:
        app.push_screen(RetrieveScreen(query))
    elif query:
        there.put(query)
