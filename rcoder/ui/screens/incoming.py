"""Files before they are brought in: each with its words, voices and warnings, and what is to be known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.types import CSSPathType

from rcoder.domain.visible import visible
from rcoder.project.about import Known, of_study
from rcoder.ui.arranging import choices
from rcoder.ui.commands import Where, bindings, footer
from rcoder.ui.configuring.choices import NONE, Choice
from rcoder.ui.incoming import plan, rows
from rcoder.ui.incoming.plan import CHANGEABLE, Incoming, State
from rcoder.ui.screens.bringing import Bringer, looked_at
from rcoder.ui.screens.choosing import TYPED, ChooserScreen
from rcoder.ui.screens.question import Field, QuestionScreen
from rcoder.ui.widgets.kept import Across
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Keys, Status, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

MANIFESTS = frozenset({"yaml", "yml"})
"""Endings of manifests; a .csv is one where its name says so."""


class IncomingScreen(Screen[None]):
    """The files on their way in."""

    app: RcoderApp
    CSS_PATH: ClassVar[CSSPathType | None] = "../incoming.tcss"
    AUTO_FOCUS = "#files"
    PLACES: ClassVar[tuple[Where, ...]] = (Where.INCOMING, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.INCOMING)

    def __init__(self, files: Sequence[Path], more: Callable[[], None], then: Callable[[], None]) -> None:
        """`more` asks for further files, `then` is done when something was brought in."""
        super().__init__()
        self.incoming: dict[str, Incoming] = {}
        self.marked: set[str] = set()
        self.more = more
        self.then = then
        self.known = Known()
        self._first = tuple(files)
        self._leaving = False
        """Whether esc was the last thing done, and leaves the files when it comes again."""

    def compose(self) -> ComposeResult:
        """The files, the one under the cursor in full, and what was said last."""
        yield TopLine(id="top")
        with Across():
            yield Lines(id="files", empty="No files. + adds some.")
            yield Lines(id="full", empty="")
        yield Status()
        yield Keys(footer(Where.INCOMING, Where.EVERYWHERE))

    def on_mount(self) -> None:
        """Begins to look at the files."""
        self.files = self.query_one("#files", Lines)
        self.full = self.query_one("#full", Lines)
        self.app.said.subscribe(self, self._on_said)
        self.app.at_desk(of_study, self._on_known)
        self.look_at(self._first)

    def _on_known(self, known: Known) -> None:
        self.known = known

    def _on_said(self, sentence: str) -> None:
        self.query_one(Status).show((((f" {sentence}", "-muted"),),))

    # -- looking -------------------------------------------------------------------------------------------------

    def look_at(self, files: Iterable[Path], encoding: str = "") -> None:
        """Reads files in a child process and shows what is in them."""
        given = tuple(files)
        manifests = [each for each in given if is_manifest(each)]
        for each in given:
            if each not in manifests and str(each) not in self.incoming:
                self.incoming[str(each)] = plan.waiting(str(each))
        self.show()
        self.app.run_worker(self._looking(given, manifests, encoding), group="import")

    async def _looking(self, given: Sequence[Path], manifests: Sequence[Path], encoding: str) -> None:
        files = [str(each) for each in given if each not in manifests]
        asked = [("", files)] if files else []
        asked += [(str(each), []) for each in manifests]
        for manifest, named in asked:
            answers, wrong = await looked_at(self.app, manifest, named, encoding)
            for answer in answers:
                self.incoming[answer["file"]] = plan.read(answer, self.incoming.get(answer["file"]))
            if wrong:
                self.app.tell(wrong)
                for each in named:
                    if self.incoming[each].state is State.READING:
                        del self.incoming[each]
        if self.is_attached:
            self.show()
            self.app.said.publish(f"{plan.summed(self.all)}. {plan.missing(self.all)}".strip())

    @property
    def all(self) -> list[Incoming]:
        """Every file, in the order of the list."""
        return list(self.incoming.values())

    @property
    def current(self) -> Incoming | None:
        """The file under the cursor."""
        line = self.files.current
        return self.incoming.get(line.id) if line is not None else None

    @property
    def meant(self) -> list[Incoming]:
        """The files that what is decided is about: the marked ones, else the one under the cursor."""
        current = self.current
        found = [self.incoming[each] for each in self.incoming if each in self.marked]
        return [each for each in found or ([current] if current else []) if each.state in CHANGEABLE]

    def show(self) -> None:
        """Shows the files and the one under the cursor."""
        self.files.show(rows.file_lines(self.all, self.marked))
        left = ((" Bring in interviews", "-strong"), (f"  {plan.summed(self.all)}", "-muted"))
        marked = f"{len(self.marked)} marked " if self.marked else ""
        self.query_one(TopLine).show((left,), ((marked, "-key"),))
        self._show_full()

    @on(Lines.Reached, "#files")
    def _show_full(self) -> None:
        width = self.full.scrollable_content_region.width or self.size.width // 2
        self.full.show(rows.full(self.current, width) if self.current is not None else [])

    def on_resize(self, event: events.Resize) -> None:
        """Wraps to the new width; a narrow screen shows one above the other."""
        self.set_class(event.size.width < 100, "-narrow")
        self.call_after_refresh(self.show)

    def action_next_pane(self) -> None:
        """Goes to the other pane."""
        (self.files if self.full.has_focus else self.full).focus()

    @on(Lines.Chosen, "#files")
    def _on_chosen(self) -> None:
        self.full.focus()

    @on(Lines.Chosen, "#full")
    def _on_known_chosen(self, event: Lines.Chosen) -> None:
        """Enter on something known changes it."""
        name, _, key = event.line.id.partition(":")
        if name == "known":
            action = {"case": "to_case"}.get(key, key)
            getattr(self, f"action_{action}")()

    def go_back(self) -> None:
        """Goes back; asks first where files are ready that were not brought in."""
        ready = sum(each.state is State.READY for each in self.all)
        if ready and not self._leaving:
            self._leaving = True
            self.app.said.publish(
                f"{ready} not brought in yet: ctrl+s brings them in, esc again leaves them."
            )
        else:
            self.app.pop_screen()

    def on_key(self, event: events.Key) -> None:
        """Whatever is done between the two, and esc no longer leaves."""
        if event.key != "escape":
            self._leaving = False

    # -- deciding ------------------------------------------------------------------------------------------------

    def decide(self, key: str, value: Any) -> None:
        """Says something of the files that are meant."""
        for each in self.meant:
            self.incoming[each.file] = plan.told(each, key, value)
        self.show()

    def action_mark(self) -> None:
        """Marks the file, or takes the mark off."""
        if (current := self.current) is not None:
            self.marked ^= {current.file}
            self.show()
            self.files.action_line_down()

    def action_mark_all(self) -> None:
        """Marks all, or none."""
        every = set(self.incoming)
        self.marked = set() if self.marked == every else every
        self.show()

    def action_leave_out(self) -> None:
        """Leaves the files out, or takes them in again."""
        for each in self.meant:
            self.incoming[each.file] = plan.turned(each)
        self.show()

    def action_add(self) -> None:
        """Asks for more files."""
        self.more()

    def choose(
        self, title: str, offered: Sequence[Choice], key: str, *, free: str = "", several: bool = False
    ) -> None:
        """Asks for one of many, and says it of the files that are meant."""

        def chosen(answer: str | None) -> None:
            if answer is None:
                return
            value = "" if answer == NONE else answer.removeprefix(TYPED)
            self.decide(key, [value] if several and value else value)

        if self.meant:
            self.app.push_screen(ChooserScreen(title, offered, free=free), chosen)

    def action_to_case(self) -> None:
        """Says the case."""
        named = dict.fromkeys(
            [each.name for each in self.known.cases]
            + [each.said("case") for each in self.all if each.said("case")]
        )
        offered = [
            *(Choice(each, ((each, ""),), names=(each,)) for each in named),
            Choice(NONE, (("no case", "-muted"),)),
        ]
        self.choose("Case", offered, "case", free="a new case")

    def action_roles(self) -> None:
        """Says the role."""
        own = [role for each in self.all for role in each.known.get("roles", ())]
        offered = [
            *(
                Choice(each, ((each, ""),), names=(each,))
                for each in dict.fromkeys([*self.known.roles, *own])
            ),
            Choice(NONE, (("role unknown", "-muted"),)),
        ]
        self.choose("Role of who is interviewed", offered, "roles", free="a role of your own", several=True)

    def action_interviewer(self) -> None:
        """Says who asks the questions."""
        names = dict.fromkeys(voice.name for each in self.meant for voice in each.voices if voice.name)
        offered = [Choice(each, ((visible(each), ""),), names=(each,)) for each in names]
        self.choose(
            "Who asks the questions",
            [*offered, Choice(NONE, (("found out from the text", "-muted"),))],
            "interviewer",
        )

    def action_wave(self) -> None:
        """Says the wave."""
        self.choose("Wave", choices.waves(self.known), "wave", free="another wave")

    def action_language(self) -> None:
        """The other language."""
        for each in self.meant:
            now = each.said("language") or self.known.language
            self.incoming[each.file] = plan.told(each, "language", "da" if now == "en" else "en")
        self.show()

    def write(self, key: str, label: str, check: Callable[[str], str] = lambda _: "") -> None:
        """Asks for words, and says them of the files that are meant."""
        meant = self.meant
        if not meant:
            return
        form = QuestionScreen(
            label,
            "",
            (Field("value", "", meant[0].said(key)),),
            check=lambda answer: check(answer["value"].strip()),
        )
        self.app.push_screen(
            form, lambda answer: self.decide(key, answer["value"].strip()) if answer else None
        )

    def action_title(self) -> None:
        """Says the title."""
        self.write("title", "Title")

    def action_date(self) -> None:
        """Says the date."""
        self.write("date", "Date of the interview, as 2024-03-15", no_date)

    def action_encoding(self) -> None:
        """Reads the file again in another encoding."""
        meant = self.meant

        def answered(answer: dict[str, str] | None) -> None:
            if answer is None:
                return
            value = answer["value"].strip()
            for each in meant:
                self.incoming[each.file] = plan.told(self.incoming[each.file], "encoding", value)
            self.look_at([Path(each.file) for each in meant], value)

        if meant:
            form = QuestionScreen(
                "Encoding", "cp1252, mac_roman, utf-8 and the like; empty: found out",
                (Field("value", "", meant[0].said("encoding")),), check=lambda answer: no_encoding(answer["value"].strip()),
            )  # fmt: skip
            self.app.push_screen(form, answered)

    # -- bringing in ---------------------------------------------------------------------------------------------

    def action_bring(self) -> None:
        """Brings in every file that is ready, in the background."""
        files = plan.to_bring(self.all)
        if not files:
            self.app.tell("No file is ready to be brought in.")
            return
        self.incoming = {each.file: plan.on_its_way(each) for each in self.all}
        self.marked.clear()
        self.show()
        self.app.run_worker(self._bringing(files), group="import")
        self.app.said.publish(f"Bringing in {len(files)}; go on with other work, esc leads back.")

    async def _bringing(self, files: list[dict[str, Any]]) -> None:
        await Bringer(self.app, self._became, self.then).bring(files)
        self.incoming = {each.file: plan.held_up(each) for each in self.all}
        if self.is_attached:
            self.show()

    def _became(self, answer: dict[str, Any]) -> None:
        before = self.incoming.get(answer["file"])
        if before is not None:
            self.incoming[before.file] = plan.became(before, answer)
            if self.is_attached:
                self.show()


def is_manifest(file: Path) -> bool:
    """Whether a file says what other files are."""
    ending = file.suffix.casefold().lstrip(".")
    return ending in MANIFESTS or (ending == "csv" and "manifest" in file.stem.casefold())


def no_date(text: str) -> str:
    """What is wrong with a date, in a sentence; "" where nothing is."""
    from datetime import date

    try:
        date.fromisoformat(text or "2000-01-01")
    except ValueError:
        return f"{text} is no date. Write it as YYYY-MM-DD."
    return ""


def no_encoding(text: str) -> str:
    """What is wrong with an encoding, in a sentence; "" where nothing is."""
    import codecs

    try:
        codecs.lookup(text or "utf-8")
    except LookupError:
        return f"No encoding is called {text}. Try cp1252, mac_roman or utf-8."
    return ""
