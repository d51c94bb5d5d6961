"""How a deed on the configuration in hand is asked for, made of what the person saw, and done."""

from __future__ import annotations

from collections.abc import Callable

from rcoder.domain.configuration import Element
from rcoder.domain.errors import Misuse, RcoderError, Stale
from rcoder.domain.journal import Deed, Entry
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.ui.configuring import choices, deeds, listing
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.configuring.seen import Form, Way, Words, also_in, as_seen, others_words
from rcoder.ui.marks import shown
from rcoder.ui.screens.bench_view import BenchView
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.question import Field, QuestionScreen


class BenchScreen(BenchView):
    """Asks for what a deed needs, and does it; the deeds themselves are its subclass's."""

    def action_find(self) -> None:
        """Finds a configuration by a few letters."""
        self.choose("Configurations", choices.configurations(self._found), self._ask_list, looking=True)

    def do(self, way: Way, *, asked: bool = False) -> None:
        """Does a deed to the configuration as the person saw it, their own quick keys one after another.

        `asked` where it answers a window: then as it was when that was opened.
        """
        if not self.may_change():
            return
        pressed = self.bench

        def step() -> None:
            seen = self._asked_on if asked else (self.bench if _same(self.bench, pressed) else pressed)
            if seen is None:
                self.app.tell(NOTHING)
                return
            own = seen.assembled.configuration.id
            self.hand_in(lambda project: as_seen(way, seen, gather(project, own)))

        self.queue(step)

    def hand_in(
        self,
        deed: Callable[[Project], Deed],
        otherwise: Callable[[RcoderError], None] | None = None,
        *,
        why: str = "",
    ) -> None:
        """Does a deed made at the desk, and shows what came of it before the next step is taken."""
        if not self.may_change():
            return
        self._doing = True
        bench = self.bench

        def done(entry: Entry) -> None:
            if bench is not None and (numbers := also_in(entry.changes, bench)):
                self.app.said.publish(f"{entry.sentence} (also in {numbers})")
            self._done(entry)

        def refused(error: RcoderError) -> None:
            (otherwise or self.app.tell)(error)
            self._done(None)

        self.app.act(deed, why=why, then=done, otherwise=refused)

    def _done(self, entry: Entry | None) -> None:
        """Reads everything again after a deed, or where none was done."""
        self._doing = False
        changes = entry.changes if entry is not None else ()
        if entry is not None:
            self._own.add(entry.id)
        self._ask_list(listing.configuration_in(changes), listing.landing(changes), own=entry is not None)

    def take_back(self, *, again: bool = False) -> None:
        """Undoes or redoes once what was asked before is done."""

        def step() -> None:
            self._doing = True
            self.app.take_back(again=again, then=self._done)

        self.queue(step)

    def may_change(self) -> bool:
        """Whether the project may be written to; says so where not, before anything is asked for."""
        study = self.app.study
        if study is not None and study.overview.read_only:
            self.app.tell("This project is open for reading only: nothing can be changed.")
            return False
        return True

    def may_write(self) -> bool:
        """The same before a window to write in; where it does not open, the words typed for it are no commands."""
        may = self.may_change()
        if not may:
            self.app.drop_burst()
        return may

    def here(self, way: Callable[[Bench, str], Deed]) -> None:
        """Does a deed to the line under the cursor."""
        row = self.rows.row
        self.do(lambda bench: way(bench, row))

    def choose(
        self,
        title: str,
        found: tuple[Choice, ...],
        then: Callable[[str], None],
        *,
        at: str = "",
        free: str = "",
        looking: bool = False,
    ) -> None:
        """Asks for one of many, and goes on with it; `looking` where nothing may be changed by it."""
        if not looking and not self.may_write():
            return
        self._asked_on = self.bench
        screen = ChooserScreen(title, found, at=at, free=free)
        self.app.push_screen(screen, lambda answer: then(answer) if answer is not None else None)

    def write(self, form: Form) -> None:
        """Asks for words in place of those that stand there; says so where there are none."""
        bench = self.bench
        if bench is None:
            self.app.tell(NOTHING)
            return
        if not self.may_write():
            return
        try:
            seen = form.read(bench)
        except Misuse as error:
            self.app.tell(error)
            return
        self._open_form(form, bench.assembled.configuration.id, seen, seen)

    def _open_form(self, form: Form, own: str, seen: Words, written: Words, note: str = "") -> None:
        fields = [Field(each, form.labels[each], value, tall=form.tall) for each, value in written.items()]
        question = QuestionScreen(form.title, shown(note) or form.words, fields)

        def answered(answer: Words | None) -> None:
            if answer == seen:
                self.app.tell("It is so already.")
            elif answer is not None:
                self.queue(lambda: self._fill(form, own, seen, answer))

        self.app.push_screen(question, answered)

    def _fill(self, form: Form, own: str, seen: Words, written: Words) -> None:
        """Writes what a form was filled in with; where others wrote there meanwhile, opens it again with both."""

        def refused(error: RcoderError) -> None:
            if isinstance(error, Stale):
                self._question(reread, again)
            else:
                self.app.tell(error)

        def reread(project: Project) -> Words:
            try:
                return form.read(gather(project, own))
            except RcoderError as error:
                words = " / ".join(written.values())
                raise Stale(
                    f"What this was to be written on is no longer there. Your words were “{words}”."
                ) from error

        def again(there: Words) -> None:
            self._open_form(form, own, there, written, others_words(there))

        self.hand_in(lambda project: form.filled(seen, gather(project, own), written), refused)

    def element(self, wanted: str) -> tuple[Bench, Element] | None:
        """The element under the cursor; says what the key is for where there is none."""
        bench = self.bench
        if bench is None:
            self.app.tell(NOTHING)
            return None
        try:
            return bench, deeds.element_at(bench, self.rows.row, wanted)
        except Misuse as error:
            self.app.tell(error)
            return None


NOTHING = "No configuration here yet. n begins one."


def _same(one: Bench | None, other: Bench | None) -> bool:
    """Whether they are of the same configuration."""
    return other is None or (
        one is not None and one.assembled.configuration.id == other.assembled.configuration.id
    )
