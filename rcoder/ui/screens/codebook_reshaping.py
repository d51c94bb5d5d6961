"""On the codebook's screen: another label, a code merged or divided, the codebook written to its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rcoder.domain.codebook import Code
from rcoder.domain.words import Category
from rcoder.project.codebook_dividing import NewCode, divide
from rcoder.project.codebook_file import WrittenBook, proposed_file, ready_codebook_file
from rcoder.project.codebook_merging import Merging, look, merge
from rcoder.ui.bookwork import reshaping
from rcoder.ui.bookwork.reshaping import RETIRE
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.codebook_asking import CodebookAsking, WordsScreen
from rcoder.ui.screens.leaving import let_out
from rcoder.ui.screens.question import Field, QuestionScreen


class CodebookReshaping(CodebookAsking):
    """Merges, divides, and writes the codebook to a file."""

    _file = ""
    """Where the codebook was last written to."""

    # -- merging -------------------------------------------------------------------------------------------------

    def action_merge(self) -> None:
        """Merges the code under the cursor into another."""
        if (code := self._entry()) is None:
            return
        if code.retired:
            self.app.tell(f"{code.key} is retired; x brings it back.")
            return
        offered = reshaping.others(self.book, code)
        if not offered:
            self.app.tell(f"There is no other entry that {code.key} could be merged into.")
            return
        choose(self.app, f"Merge {self._called(code)} into", offered, lambda into: self._look(code, into))

    def _look(self, code: Code, into: str) -> None:
        def looked(found: Merging) -> None:
            self._why(
                f"Merge {self._called(found.gone)} into {self._called(found.into)}",
                reshaping.merging_words(found),
                lambda project: merge(project, code.id, into),
            )

        self.app.at_desk(lambda project: look(project, code.id, into), looked, keys_wait=True)

    # -- dividing ------------------------------------------------------------------------------------------------

    def action_divide(self) -> None:
        """Makes new codes beside the one under the cursor."""
        if (code := self._entry()) is None:
            return
        if code.category is Category.HYPOTHESIS:
            self.app.tell("A hypothesis is split: s.")
            return
        if code.retired:
            self.app.tell(f"{code.key} is retired; x brings it back.")
            return

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._kept(code, reshaping.parts_of(answer), answer["why"].strip())

        words = "Its passages will wait to be looked at again, each to be given a part by one key."
        form = WordsScreen(
            f"Divide {self._called(code)}: the new codes",
            words,
            reshaping.part_fields(self.book, code),
            check=reshaping.wrong_parts,
        )
        self.app.push_screen(form, answered)

    def _kept(self, code: Code, parts: tuple[NewCode, ...], why: str) -> None:
        def chosen(which: str) -> None:
            self.app.act(lambda project: divide(project, code.id, parts, retire=which == RETIRE), why=why)

        choose(self.app, f"Divide {self._called(code)}", reshaping.whether_kept(code, parts), chosen)

    def action_absence(self) -> None:
        """Opens what is said and not said of the code under the cursor."""
        from rcoder.ui.screens.absence import open_absence

        if (code := self.code) is not None:
            open_absence(self.app, code.id)

    def action_rechecks(self) -> None:
        """Opens the passages to look at again."""
        from rcoder.ui.screens.rechecks import open_rechecks

        open_rechecks(self.app)

    # -- writing to a file ---------------------------------------------------------------------------------------

    def action_write_file(self) -> None:
        """Asks for a file, shows what would be written into it, and writes it."""
        if not self.book.books:
            self.app.tell("This study has no codebook to write.")
            return
        book = self.book_id
        self.app.at_desk(
            lambda project: self._file or proposed_file(project, book), self._ask_file, keys_wait=True
        )

    def _ask_file(self, proposed: str) -> None:
        words = "Into a file that is there only what differs is written: comments and order stay."
        self._question("Write the codebook to a file", words, proposed, self._try_out)

    def _question(self, title: str, words: str, file: str, then: Callable[[str], None]) -> None:
        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None and answer["file"].strip():
                then(answer["file"].strip())

        field = Field("file", "File, ending in .yaml", file)
        self.app.push_screen(QuestionScreen(title, words, (field,)), answered)

    def _try_out(self, name: str) -> None:
        """Shows what would be written, before it is."""
        file, book = Path(name).expanduser(), self.book_id
        self.app.at_desk(
            lambda project: ready_codebook_file(project, file, book=book).answer,
            self._confirm,
            keys_wait=True,
        )

    def _confirm(self, found: WrittenBook) -> None:
        if not found.new and not found.differs:
            self._written(found)
            return

        def confirmed(name: str) -> None:
            if name != str(found.file):
                self._try_out(name)
                return
            book = self.book_id
            let_out(
                self.app, lambda project: ready_codebook_file(project, found.file, book=book), self._written
            )

        title = f"Write {found.codebook} {found.version}?"
        self._question(title, reshaping.writing_words(found), str(found.file), confirmed)

    def _written(self, found: WrittenBook) -> None:
        self._file = str(found.file)
        self.app.said.publish(found.sentence)
