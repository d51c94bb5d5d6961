"""Several interviews put right together: marked in a list, then given a case, a wave, a date or a role in one deed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on

from rcoder.domain.actions.sentences import several
from rcoder.domain.answers import TranscriptLine
from rcoder.project import Project, arranging
from rcoder.project.about import Known, of_study
from rcoder.ui.arranging import choices, deeds, rows
from rcoder.ui.commands import Where, bindings
from rcoder.ui.screens.asking import misfit
from rcoder.ui.screens.righting import RightingScreen, brought_back
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.marking import MarkLines
from rcoder.ui.widgets.strips import Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


@dataclass(frozen=True, slots=True)
class Found:
    """Every interview, and what choosers offer."""

    lines: tuple[TranscriptLine, ...]
    waves: dict[str, str]
    """By id."""
    known: Known


def read_all(project: Project) -> Found:
    """Reads every interview."""
    found = project.sight.rows("SELECT id, wave FROM transcripts")
    return Found(project.transcript_lines(), {row["id"]: row["wave"] for row in found}, of_study(project))


class SeveralScreen(RightingScreen):
    """Marks interviews and puts them right together."""

    PLACES: ClassVar[tuple[Where, ...]] = (Where.SEVERAL, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.SEVERAL)
    HERE = Where.SEVERAL
    ENTER = ""
    LINES = MarkLines
    EMPTY = "No interviews yet. In a transcript, ctrl+o brings them in from files."

    def __init__(self, marked: Iterable[str] = ()) -> None:
        super().__init__()
        self.marked = frozenset(marked)
        self.found: Found | None = None

    def ask(self) -> None:
        """Reads the interviews anew."""
        self.question(read_all, self._answered)

    def _answered(self, found: Found) -> None:
        first, self.found = self.found is None, found
        self.marked &= {each.id for each in found.lines}
        self.show()
        if first and self.marked:
            self.rows.go_to(f"interview:{next(each.id for each in found.lines if each.id in self.marked)}")

    def show(self) -> None:
        """Shows the interviews with their marks."""
        if (found := self.found) is None:
            return
        cases = {each.id: each for each in found.known.cases}
        self.rows.show(rows.marking_rows(found.lines, cases, self.marked, found.waves))
        left = ((" Several interviews", "-strong"), (f"  {self._count()}", "-muted"))
        self.query_one(TopLine).show((left,))
        words = (
            "What is chosen here is given to every one that is marked."
            if self.marked
            else "space marks an interview, or all of a case."
        )
        self.query_one("#fits", Strips).show((((f" {words}", "-muted"),),))

    def _count(self) -> str:
        lines = self.found.lines if self.found else ()
        return f"{len(self.marked)} of {several(len(lines), 'interview')} marked"

    @property
    def ids(self) -> list[str]:
        """The marked interviews, in the order of the list."""
        return [each.id for each in self.found.lines if each.id in self.marked] if self.found else []

    # -- marking -----------------------------------------------------------------------------------------------------

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        self.action_mark()

    def action_mark(self) -> None:
        """Marks what is under the cursor, or takes the mark off."""
        if self.line is None or self.found is None:
            return
        subject, key = rows.subject(self.line.id)
        wanted = (
            frozenset({key})
            if subject == "interview"
            else frozenset(each.id for each in self.found.lines if (each.case_id or "") == key)
        )
        self.marked = self.marked - wanted if wanted <= self.marked else self.marked | wanted
        self.show()

    def action_mark_all(self) -> None:
        """Marks all, or none."""
        every = frozenset(each.id for each in self.found.lines) if self.found else frozenset()
        self.marked = frozenset() if self.marked == every else every
        self.show()

    # -- deeds -------------------------------------------------------------------------------------------------------

    def _to_marked(self) -> list[str]:
        """The marked interviews; says so where there are none."""
        if not self.marked:
            self.app.tell("No interview is marked yet. space marks the one under the cursor.")
        return self.ids

    @property
    def _whose(self) -> str:
        return several(len(self.marked), "interview")

    def action_to_case(self) -> None:
        """A case for all of them."""
        if (ids := self._to_marked()) and self.found is not None:
            names = {each.id: each.name for each in self.found.known.cases}
            self.choose(
                f"Case of {self._whose}",
                choices.cases(self.found.known),
                lambda answer: self.act(deeds.several(ids, case=names.get(answer, answer))),
                free="a new case",
            )

    def action_wave(self) -> None:
        """A wave for all of them."""
        if (ids := self._to_marked()) and self.found is not None:
            self.choose(
                f"Wave of {self._whose}",
                choices.waves(self.found.known),
                lambda answer: self.act(deeds.several(ids, wave=answer)),
                free="another wave",
            )

    def action_date(self) -> None:
        """A date for all of them."""
        if ids := self._to_marked():
            self.write(
                f"Date of {self._whose}",
                [("date", "Such as 2024-12-24 or 24.12.2024; ? for unknown", "")],
                lambda answer: self.act(deeds.several(ids, date=answer["date"])),
                check=lambda answer: misfit(arranging.DATE, answer["date"]),
            )

    def action_roles(self) -> None:
        """A role for every respondent in them."""
        if (ids := self._to_marked()) and self.found is not None:
            self.choose(
                f"Role of every respondent in {self._whose}",
                choices.roles(self.found.known, ()),
                lambda answer: self.act(deeds.several_roles(ids, [answer] if answer else [])),
                free="another role",
            )

    def action_about(self) -> None:
        """About the interview under the cursor."""
        from rcoder.ui.screens.about_interview import open_interview

        subject, key = rows.subject(self.line.id) if self.line is not None else ("", "")
        if subject == "interview":
            open_interview(self.app, key)
        else:
            self.app.tell("Go to an interview first.")

    def action_drop(self) -> None:
        """Removes them."""
        if ids := self._to_marked():
            self.act(lambda project: arranging.removal(project, ids), brought_back(self))


def about_several(app: RcoderApp, ids: Iterable[str] = ()) -> None:
    """Opens every interview to be put right together, with some marked already."""
    app.push_screen(SeveralScreen(ids))
