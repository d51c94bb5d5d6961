"""What the deeds on the codebook's screen share: the entry under the cursor, a choice, a reason."""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.codebook import Code
from rcoder.domain.journal import Deed
from rcoder.project import Project
from rcoder.ui.bookwork.forms import WHY
from rcoder.ui.screens.codebook_view import CodebookView
from rcoder.ui.screens.question import QuestionScreen

MakeDeed = Callable[[Project], Deed]
NO_ENTRY = "There is no entry under the cursor."


class WordsScreen(QuestionScreen):
    """The form for the texts of an entry."""

    CSS_PATH = ["../windows.tcss", "../codebook.tcss"]  # noqa: RUF012 - one sheet more, as Textual names it


class CodebookAsking(CodebookView):
    """Asks what is to be done to the entry under the cursor."""

    def _entry(self) -> Code | None:
        """The entry under the cursor; says so where there is none."""
        if (code := self.code) is None:
            self.app.tell(NO_ENTRY)
        return code

    def _called(self, code: Code) -> str:
        return f"{code.key} {code.label.say(self.book.language)}"

    def _why(self, title: str, words: str, deed: MakeDeed) -> None:
        """Asks for the reason, and does it then."""

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self.app.act(deed, why=answer["why"].strip())

        self.app.push_screen(QuestionScreen(title, words, (WHY,)), answered)
