"""What is done to the codebook on its screen: add, write, move, retire, split, and the small facts of an entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from rcoder.domain.actions.sentences import several
from rcoder.domain.codebook import Code
from rcoder.domain.codebook_rules import below, check_key, hypothesis_key
from rcoder.domain.errors import Misuse, RcoderError, Stale
from rcoder.domain.words import Category, Horizon, Kind, Subject
from rcoder.project import codebook_work
from rcoder.project.codebook_splitting import Split, look
from rcoder.project.codebook_use import Use
from rcoder.project.codebook_work import Wanted
from rcoder.ui.bookwork import forms
from rcoder.ui.bookwork.entry import NAMES, USED
from rcoder.ui.bookwork.forms import NEW_CONDITION, NEW_HYPOTHESIS, WHY
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring.choices import NONE, Choice
from rcoder.ui.screens.choosing import choose
from rcoder.ui.screens.codebook_asking import MakeDeed, WordsScreen
from rcoder.ui.screens.course_of_code import CourseOfCode
from rcoder.ui.screens.question import Field
from rcoder.ui.screens.splitting import SplitGuide
from rcoder.ui.screens.stack import come_back
from rcoder.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

ALONE, ALL = "alone", "all"


class CodebookScreen(CourseOfCode):
    """Works on the codebook."""

    BINDINGS = bindings(Where.CODEBOOK)

    # -- adding --------------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Asks what is to be added, then for its key and words."""
        if not self.book.books:
            self.app.tell("This study has no codebook to work on.")
            return
        under = self.code
        if under is not None and under.category is Category.CONDITION:
            under = self.book.by_id.get(under.parent_id or "")
        choose(self.app, "Add", forms.additions(under), lambda what: self._add(under, what))

    def _add(self, under: Code | None, what: str) -> None:
        if what == NEW_HYPOTHESIS or under is None:
            key = hypothesis_key(self.book_id, self.book.codes)
            self._ask_name(
                "A new hypothesis",
                key,
                self._new_hypothesis,
                hypothesis=True,
            )
            return
        condition = what == NEW_CONDITION
        kind, sign = (None, "+") if condition else (Kind(what[:-1]), what[-1])
        key = codebook_work.proposed_key(under, self.book.codes, kind, sign, condition=condition)
        fields = {} if condition else {"kind": kind, "sign": sign}
        title = f"A new {'support condition' if condition else 'code'} under {self._called(under)}"

        def made(key: str, wanted: Wanted) -> MakeDeed:
            said = Wanted(wanted.texts, fields)
            return lambda project: codebook_work.add_code(
                project, under.id, said, key=key, condition=condition
            )

        self._ask_name(title, key, made)

    def _new_hypothesis(self, key: str, wanted: Wanted) -> MakeDeed:
        book = self.book_id
        return lambda project: codebook_work.add_hypothesis(project, wanted, key=key, book=book)

    def _ask_name(
        self, title: str, key: str, made: Callable[[str, Wanted], MakeDeed], *, hypothesis: bool = False
    ) -> None:
        taken = [code.key for code in self.book.codes]

        def wrong(answer: dict[str, str]) -> str:
            try:
                check_key(answer["key"].strip(), taken)
            except Misuse as error:
                return str(error)
            return forms.no_label(answer)

        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                deed = made(answer["key"].strip(), forms.named(answer))
                self.app.act(deed, why=answer["why"].strip(), then=lambda _: self.want(answer["key"].strip()))

        fields = (*forms.naming_fields(key, hypothesis=hypothesis), WHY)
        self.app.push_screen(WordsScreen(title, "", fields, check=wrong), answered)

    # -- words ---------------------------------------------------------------------------------------------------

    def action_words(self) -> None:
        """Writes the text under the cursor; in the tree it asks which."""
        if (code := self._entry()) is None:
            return
        line = self.entry.current if self.entry.has_focus else None
        if line is not None and line.id in NAMES:
            self._write(code, line.id)
        else:
            choose(
                self.app,
                f"Words of {self._called(code)}",
                forms.texts(code, self.book.language),
                lambda name: self._write(code, name),
            )

    @on(Lines.Chosen, "#entry")
    def _on_text(self, event: Lines.Chosen) -> None:
        """Enter in the entry: its text, or its passages."""
        if (code := self.code) is None:
            return
        if event.line.id in NAMES:
            self._write(code, event.line.id)
        elif event.line.id == USED:
            self.open_passages(code)

    def action_rename(self) -> None:
        """Writes the label."""
        if (code := self._entry()) is not None:
            self._write(code, "label", note="Its key stays, so that references hold.")

    def _write(self, code: Code, name: str, fields: tuple[Field, ...] = (), note: str = "") -> None:
        def answered(answer: dict[str, str] | None) -> None:
            if answer is not None:
                self._rewrite(code, name, answer)

        shown = fields or forms.fields_of(code, name)
        self.app.push_screen(WordsScreen(f"{NAMES[name]} · {self._called(code)}", note, shown), answered)

    def _rewrite(self, code: Code, name: str, answer: dict[str, str]) -> None:
        wanted = forms.wanted_of(code, name, answer)
        if wanted == Wanted():
            self.app.tell("It is so already.")
            return

        def refused(error: RcoderError) -> None:
            self.app.tell(error)
            if isinstance(error, Stale):
                self.app.at_desk(lambda project: project.codes().get(code.id), again)

        def again(now: Code | None) -> None:
            if now is not None:
                kept = tuple(
                    Field(each.id, each.words, answer[each.id], each.tall)
                    for each in forms.fields_of(now, name)
                )
                self._write(
                    now,
                    name,
                    kept,
                    f"Changed by someone else meanwhile. Saved now: {forms.said_now(now, name)}",
                )

        self.app.act(
            lambda project: codebook_work.edit(project, code.id, wanted, code),
            why=answer["why"].strip(),
            otherwise=refused,
        )

    # -- facts ---------------------------------------------------------------------------------------------------

    def _set(self, code: Code, what: str, field: str, value: object) -> None:
        wanted = Wanted(fields={field: value})
        self._why(
            f"{what} of {self._called(code)}",
            "",
            lambda project: codebook_work.edit(project, code.id, wanted, code),
        )

    def action_kind(self) -> None:
        """Chooses the usual kind."""
        if (code := self._entry()) is None:
            return
        if code.category is Category.HYPOTHESIS:
            self.app.tell("A hypothesis has no kind; its codes have.")
            return
        choose(
            self.app,
            f"Usual kind of {self._called(code)}",
            forms.kinds(code),
            lambda answer: self._set(code, "Kind", "kind", None if answer == NONE else Kind(answer)),
            at=code.kind.value if code.kind else "",
        )

    def action_sign(self) -> None:
        """Chooses the sign."""
        if (code := self._entry()) is None:
            return
        if code.category is not Category.CODE:
            self.app.tell("Only codes have a sign.")
            return
        choose(
            self.app,
            f"Sign of {self._called(code)}",
            forms.signs(),
            lambda answer: self._set(code, "Sign", "sign", answer),
            at=code.sign,
        )

    def action_horizon(self) -> None:
        """Chooses the term."""
        if (code := self._entry()) is None:
            return
        if code.kind is not Kind.OUTCOME or code.category is not Category.CODE:
            self.app.tell("Only outcomes have a term.")
            return
        choose(
            self.app,
            f"Term of {self._called(code)}",
            forms.horizons(),
            lambda answer: self._set(code, "Term", "horizon", None if answer == NONE else Horizon(answer)),
            at=code.horizon.value if code.horizon else NONE,
        )

    def action_actor(self) -> None:
        """Chooses an actor, or takes one off."""
        if (code := self._entry()) is None:
            return
        if code.category is Category.HYPOTHESIS:
            self.app.tell("A hypothesis has no actor; its codes have.")
            return
        choose(
            self.app,
            f"Actors of {self._called(code)}",
            forms.actors(code),
            lambda answer: self._set(code, "Actors", "actors", forms.with_actor(code, answer)),
        )

    # -- where it stands, and whether ----------------------------------------------------------------------------

    def action_shift_to(self) -> None:
        """Moves a code or support condition."""
        if (code := self._entry()) is None:
            return
        if code.category is Category.HYPOTHESIS:
            self.app.tell("A hypothesis stands at the top. Its codes can be moved, or it can be split.")
            return

        def chosen(under: str) -> None:
            to = self._called(self.book.by_id[under])
            self._why(
                f"Move {self._called(code)} under {to}",
                "Its key, its passages and what stands under it go along.",
                lambda project: codebook_work.move(project, code.id, under),
            )

        choose(self.app, f"{self._called(code)} is to stand under", forms.places(self.book, code), chosen)

    def action_retire(self) -> None:
        """Retires an entry, or brings it back."""
        if (code := self._entry()) is None:
            return
        if code.retired:
            self._bring_back(code)
            return
        use = self.book.uses.get(code.id, Use())
        passages = use.passages + use.listed
        under = [each for each in below(code, self.book.codes) if not each.retired]
        words = "It is no longer offered for coding."
        words += (
            f" {several(passages, 'passage')} with it {'stays' if passages == 1 else 'stay'}."
            if passages
            else ""
        )
        words += (
            f" {several(len(under), 'code')} below it {'goes' if len(under) == 1 else 'go'} along."
            if under
            else ""
        )
        self._why(
            f"Retire {self._called(code)}", words, lambda project: codebook_work.retire(project, code.id)
        )

    def _bring_back(self, code: Code) -> None:
        under = [each for each in below(code, self.book.codes) if each.retired]

        def asked(which: str) -> None:
            more = f" with {several(len(under), 'code')} below it" if which == ALL else ""
            self._why(
                f"Bring back {self._called(code)}{more}",
                "It is offered for coding again.",
                lambda project: codebook_work.bring_back(project, code.id, with_below=which == ALL),
            )

        if not under:
            asked(ALONE)
            return
        choices = (
            Choice(ALL, ((f"with the {several(len(under), 'code')} below it", ""),)),
            Choice(ALONE, (("alone", ""),)),
        )
        choose(self.app, f"Bring back {self._called(code)}", choices, asked)

    def action_remove(self) -> None:
        """Takes an entry that nothing rests on out of the codebook."""
        if (code := self._entry()) is not None:
            self._why(
                f"Remove {self._called(code)} from the codebook",
                "Only where nothing rests on it; otherwise retire it.",
                lambda project: codebook_work.removal(project, code.id),
            )

    def action_split(self) -> None:
        """Leads through the split of the hypothesis under the cursor."""
        if (code := self._entry()) is None:
            return
        taken, language = [each.key for each in self.book.codes], self.book.language

        def begun(found: Split) -> None:
            SplitGuide(self.app, found, taken, language).begin()

        self.app.at_desk(lambda project: look(project, code.id), begun, keys_wait=True)

    def action_memos(self) -> None:
        """The memos on the entry."""
        from rcoder.ui.screens.memos import open_memos

        if (code := self.code) is not None:
            open_memos(self.app, Subject.CODE, code.id)


def open_codebook(app: RcoderApp, code_id: str = "") -> None:
    """Opens the codebook on an entry, or goes back to it where it is open under other screens."""
    there = come_back(app, CodebookScreen)
    if there is None:
        app.push_screen(CodebookScreen(code_id))
    elif code_id:
        there.want(code_id)
