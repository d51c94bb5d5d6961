"""The memos of the study: everything that is done to them, and where they lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from rcoder.domain.terms import say
from rcoder.domain.words import Subject
from rcoder.project.memo_files import ready_memos
from rcoder.project.memos import Draft, MemoLine, Wanted, changing, removing, subjects, writing
from rcoder.project.things import Thing, things
from rcoder.ui import memoing
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.leaving import let_out
from rcoder.ui.screens.memo import MemoForm, ask_memo, link_things
from rcoder.ui.screens.memo_links import choice, choose_link
from rcoder.ui.screens.memos_view import MemosView
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from rcoder.domain.journal import Deed, Entry
    from rcoder.project import Project
    from rcoder.ui.app import RcoderApp

NOTE = "That is the note of a coding. g goes there; a and m change it."
PROJECT = "project"
"""Id of the project among what a memo may be on."""


class MemosScreen(MemosView):
    """Reads, writes, links and exports memos."""

    BINDINGS = bindings(Where.MEMOS)

    @on(Lines.Chosen, "#list")
    def _on_listed(self) -> None:
        """Enter: the memo has the keys."""
        if self.line is not None:
            self.forward(self.memo)

    @on(Lines.Chosen, "#memo")
    def _on_row(self, event: Lines.Chosen) -> None:
        """Enter on a link walks it, on what the memo is about goes there, elsewhere edits."""
        if (line := self.line) is None:
            return
        thing = self._thing(line, event.line.id)
        if thing is not None:
            self._walk(thing)
        elif event.line.id == memoing.ABOUT:
            self._go_to_about(line)
        elif line.note:
            self.app.tell(NOTE)
        else:
            self.action_edit()

    def _thing(self, line: MemoLine, row_id: str) -> Thing | None:
        """What a row leads to; None for rows that are no link."""
        for begins, known in ((memoing.LINK, line.points_at), (memoing.BACK, line.linked_from)):
            if row_id.startswith(begins):
                wanted = row_id.removeprefix(begins)
                return next((each for each in known if each.id == wanted), None)
        return None

    def _walk(self, thing: Thing) -> None:
        """Goes to a memo in the list, all shown again where it is not among those chosen; to anything else where it is."""
        if thing.what is not None:
            go_to(self.app, thing)
            return
        if all(each.memo.id != thing.id for each in self.shown):
            self.wanted, self.about = Wanted(), None
            self.search.value = ""
            self.show()
        self.list.go_to(thing.id)
        self._show_memo()

    def action_go(self) -> None:
        """What the memo is about; on a link, what it leads to."""
        if (line := self.line) is None:
            return
        row = self.memo.current
        thing = self._thing(line, row.id) if self.memo.has_focus and row is not None else None
        if thing is not None:
            self._walk(thing)
        else:
            self._go_to_about(line)

    def _go_to_about(self, line: MemoLine) -> None:
        if line.thing is not None:
            go_to(self.app, line.thing)
        elif line.memo.about is Subject.PROJECT:
            self.app.tell("This memo is on the project as a whole.")
        else:
            self.app.tell(f"The {say(line.memo.about)} that it is on is no longer there.")

    # -- deeds ---------------------------------------------------------------------------------------------------

    def _own(self) -> MemoLine | None:
        """The memo under the cursor where it is the asker's own; says so where it is not."""
        line = self.line
        if line is None:
            self.app.tell("There is no memo here. n writes one.")
        elif line.note:
            self.app.tell(NOTE)
        elif self.app.study is not None and line.memo.coder_id != self.app.study.coder_id:
            self.app.tell(f"That memo is {line.coder}'s. You change only your own.")
        else:
            return line
        return None

    def action_edit(self) -> None:
        """Changes the memo."""
        if (line := self._own()) is None:
            return
        memo = line.memo
        about = memoing.about_words(line)
        form = MemoForm(
            ((memo.about_id, f"{about[0].lower()}{about[1:]}"),),
            draft=draft_of_memo(line),
            links=link_things(memo.links, line.points_at),
        )

        def deed(project: Project, _: str, draft: Draft) -> Deed:
            return changing(project, memo.id, draft)

        ask_memo(self.app, "Memo", form, deed)

    def action_link_to(self) -> None:
        """Points at something more, or no longer."""
        if (line := self._own()) is not None:
            choose_link(self.app, line.points_at, lambda thing: self._toggle(line, thing), line.memo.id)

    def _toggle(self, line: MemoLine, thing: Thing) -> None:
        own = line.memo.links
        links = tuple(each for each in own if each != thing.id) if thing.id in own else (*own, thing.id)
        draft = replace(draft_of_memo(line), links=links)
        self.app.act(lambda project: changing(project, line.memo.id, draft))

    def action_remove(self) -> None:
        """Removes the memo; on a link, the link."""
        if (line := self._own()) is None:
            return
        row = self.memo.current
        if self.memo.has_focus and row is not None and row.id.startswith(memoing.LINK):
            if (thing := self._thing(line, row.id)) is not None:
                self._toggle(line, thing)
            return
        self.app.act(lambda project: removing(project, line.memo.id))

    def action_write_new(self) -> None:
        """Writes a memo on what the screen is of; else asks what on."""
        if self.about is not None and self.about.what is not None:
            self._write(self.about)
            return

        def offered(found: tuple[Thing, ...]) -> None:
            known = {each.id or PROJECT: each for each in found}
            here = self.line.thing.id if self.line is not None and self.line.thing is not None else ""
            choices = [
                Choice(each, ((thing.words, "-strong"),)) if each == PROJECT else choice(thing)
                for each, thing in known.items()
            ]
            screen = ChooserScreen("A memo on", choices, at=here if here in known else "")
            self.app.push_screen(screen, lambda answer: self._write(known[answer]) if answer else None)

        self.app.at_desk(subjects, offered, keys_wait=True)

    def _write(self, thing: Thing) -> None:
        subject = thing.what or Subject.PROJECT
        words = thing.words if subject is Subject.PROJECT else f"{say(subject)} {thing.words}"

        def deed(project: Project, _: str, draft: Draft) -> Deed:
            return writing(project, subject, thing.id, draft)

        ask_memo(self.app, "New memo", MemoForm(((thing.id, words),)), deed, self._written)

    def _written(self, entry: Entry) -> None:
        """Begins at the memo that was written."""
        self._first = next((each.id for each in entry.changes if each.table == "memos"), "")

    def action_export(self) -> None:
        """Asks for a file and writes the memos shown into it."""
        if not self.found:
            self.app.tell("There is no memo to write to a file.")
            return
        if self.app.is_web:
            self.app.tell("In a browser no file is written here: rcoder memos PROJECT --markdown FILE.")
            return
        lines = self.found
        question = QuestionScreen(
            f"Write {len(lines)} {'memo' if len(lines) == 1 else 'memos'} to a file",
            "One Markdown file, in the order shown; a file of that name is replaced.",
            (Field("file", "File, ending in .md", str(Path.cwd() / "memos.md")),),
        )

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                file = Path(answer["file"].strip()).expanduser()
                let_out(self.app, lambda project: ready_memos(project, file, lines), _said_written(self.app))

        self.app.push_screen(question, answered)


def _said_written(app: RcoderApp) -> Callable[[Path], None]:
    return lambda file: app.said.publish(f"Wrote {file}")


def draft_of_memo(line: MemoLine) -> Draft:
    """A memo as it is to be changed."""
    memo = line.memo
    return Draft(memo.kind, memo.title, memo.text, memo.links)


def go_to(app: RcoderApp, thing: Thing) -> None:
    """Opens what a memo is about or points at, over what is on screen."""
    if thing.what in (Subject.CODING, Subject.PASSAGE):
        app.open_passage(thing.transcript_id, thing.span, earlier=thing.earlier)
    elif thing.what is Subject.CONFIGURATION:
        app.open_configurations(configuration_id=thing.id)
    elif thing.what is Subject.CODE:
        from rcoder.ui.screens.codebook import open_codebook

        open_codebook(app, thing.id)
    elif thing.what is Subject.CASE:
        from rcoder.ui.screens.about_case import open_case

        open_case(app, thing.id)
    elif thing.what is Subject.INTERVIEW:
        from rcoder.ui.screens.about_interview import open_interview

        open_interview(app, thing.id)
    else:
        open_memos(app, memo_id=thing.id)


def open_memos(
    app: RcoderApp, about: Subject | None = None, about_id: str = "", *, memo_id: str = ""
) -> None:
    """Opens the memos: of one thing, or all of them; `memo_id` is the one to begin with."""
    if about is None:
        app.push_screen(MemosScreen(memo_id=memo_id))
        return

    def found(known: dict[str, Thing]) -> None:
        if about_id in known:
            app.push_screen(MemosScreen(known[about_id]))

    app.at_desk(lambda project: things(project.sight, {about: [about_id]}), found, keys_wait=True)
