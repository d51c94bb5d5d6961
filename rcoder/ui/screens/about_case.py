"""About one case: what is known of it and which interviews it has, all of which can be put right here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from rcoder.domain.attributes import attribute_called
from rcoder.domain.journal import Entry
from rcoder.domain.words import Subject
from rcoder.project import arranging
from rcoder.project.about import AboutCase, about_case, of_cases
from rcoder.project.attributes import said_of
from rcoder.ui.arranging import choices, deeds, rows
from rcoder.ui.arranging.fits import keys_for
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring.choices import NONE
from rcoder.ui.screens.asking import ask_value
from rcoder.ui.screens.righting import RightingScreen, brought_back
from rcoder.ui.widgets.lines import Lines
from rcoder.ui.widgets.strips import Strips, TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

ENTER = {
    "name": "rename",
    "municipality": "municipality",
    "outcome_group": "outcome_group",
    "interview": "about",
}
"""What Enter does on a line."""


class AboutCaseScreen(RightingScreen):
    """Puts one case right."""

    PLACES: ClassVar[tuple[Where, ...]] = (Where.ABOUT_CASE, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.ABOUT_CASE)
    HERE = Where.ABOUT_CASE

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self.case_id = case_id
        self.about: AboutCase | None = None

    def ask(self) -> None:
        """Reads the case anew."""
        wanted = self.case_id
        self.question(lambda project: about_case(project, wanted), self._answered)

    def _answered(self, found: AboutCase) -> None:
        self.about = found
        self.show()

    def show(self) -> None:
        """Shows the case."""
        if (about := self.about) is None:
            return
        self.rows.show(rows.case_rows(about, self.width))
        left = ((" About this case", "-strong"), (f"  {about.case.name}", "-muted"))
        self.query_one(TopLine).show((left,))
        self._show_fits()

    @on(Lines.Reached)
    def _show_fits(self) -> None:
        subject = rows.subject(self.line.id)[0] if self.line is not None else ""
        self.query_one("#fits", Strips).show((keys_for(self.HERE, subject),))

    @on(Lines.Chosen)
    def _on_chosen(self) -> None:
        subject, key = rows.subject(self.line.id) if self.line is not None else ("", "")
        if subject == "attribute":
            self._ask_attribute(key)
        elif subject in ENTER:
            self.call_later(self.run_action, ENTER[subject])

    # -- what is known -----------------------------------------------------------------------------------------------

    def action_rename(self) -> None:
        """Another name."""
        if (about := self.about) is not None:
            seen = about.case
            self.write(
                "Name of the case",
                [("name", "", seen.name)],
                lambda answer: self.act(deeds.case(seen, "name", new_name=answer["name"])),
            )

    def action_municipality(self) -> None:
        """The municipality."""
        if (about := self.about) is not None:
            seen = about.case
            self.choose(
                f"Municipality of {seen.name}",
                choices.municipalities(about.known),
                lambda answer: self.act(deeds.case(seen, "municipality", municipality=answer)),
                at=seen.municipality or NONE,
                free="another municipality",
            )

    def action_outcome_group(self) -> None:
        """With or without hours."""
        if (about := self.about) is not None:
            seen = about.case
            self.choose(
                f"Outcome group of {seen.name}",
                choices.outcome_groups(about.known),
                lambda answer: self.act(deeds.case(seen, "outcome_group", outcome_group=answer)),
                at=seen.outcome_group or NONE,
                free="another group",
            )

    def action_values(self) -> None:
        """Its attributes, each by a key."""
        from rcoder.ui.screens.values import open_values

        open_values(self.app, Subject.CASE, self.case_id)

    def action_attribute(self) -> None:
        """Something of one's own."""
        self.write(
            "Something else known of the case",
            [("key", "What", ""), ("value", "What is known; empty for unknown", "")],
            lambda answer: self._say(answer["key"], answer["value"]),
            check=lambda answer: "" if answer["key"].strip() else "Say what it is that is known.",
        )

    def _ask_attribute(self, key: str) -> None:
        """Asks for the value of what is known."""
        if (about := self.about) is None:
            return
        value = about.case.attributes.get(key, "")
        declared = attribute_called(of_cases(about.known), key)
        if declared is not None:
            ask_value(self.app, declared, value, lambda found: self._say(key, found), about.known.language)
        else:
            self.write(
                key, [("value", "Empty for unknown", value)], lambda answer: self._say(key, answer["value"])
            )

    def _say(self, key: str, value: str) -> None:
        if (about := self.about) is None:
            return
        own = self.case_id
        if attribute_called(of_cases(about.known), key) is not None:
            self.act(lambda project: said_of(project, Subject.CASE, own, key, value))
        else:
            self.act(deeds.case(about.case, "attributes", attributes={key: value}))

    def action_unknown(self) -> None:
        """Makes what the line says unknown."""
        if (about := self.about) is None or self.line is None:
            return
        subject, key = rows.subject(self.line.id)
        if subject == "attribute":
            self._say(key, "")
        elif subject == "municipality":
            self.act(deeds.case(about.case, subject, municipality=""))
        elif subject == "outcome_group":
            self.act(deeds.case(about.case, subject, outcome_group=""))
        elif subject == "interview":
            self.app.tell("a opens the interview; there, c moves it to another case and X removes it.")
        else:
            self.app.tell("That is always known. X removes the whole case.")

    # -- interviews, and the case itself -----------------------------------------------------------------------------

    def action_about(self) -> None:
        """About the interview under the cursor."""
        from rcoder.ui.screens.about_interview import open_interview

        subject, key = rows.subject(self.line.id) if self.line is not None else ("", "")
        if subject == "interview":
            open_interview(self.app, key)
        else:
            self.app.tell("Go to an interview first.")

    def action_several(self) -> None:
        """Its interviews together."""
        from rcoder.ui.screens.several import about_several

        if self.about is not None:
            about_several(self.app, [each.id for each in self.about.interviews])

    def action_merge(self) -> None:
        """One with another case."""
        if (about := self.about) is None:
            return
        seen = about.case
        others = [each for each in choices.cases(about.known, none=False) if each.id != seen.id]
        if not others:
            self.app.tell("There is no other case to merge with.")
            return
        self.choose(
            f"{seen.name} is one with",
            others,
            lambda into: self.act(
                lambda project: arranging.merge_cases(project, seen.id, into),
                lambda entry: self._merged(entry, into),
            ),
        )

    def _merged(self, entry: Entry, into: str) -> None:
        """Goes on with the case that is left."""
        self.case_id = into
        self.ask()
        brought_back(self)(entry)

    def action_memos(self) -> None:
        """The memos on the case."""
        from rcoder.ui.screens.memos import open_memos

        open_memos(self.app, Subject.CASE, self.case_id)

    def action_drop(self) -> None:
        """Removes the case; asks first what becomes of its interviews."""
        if (about := self.about) is None:
            return
        if not about.interviews:
            self._drop(with_interviews=False)
            return

        def chosen(answer: str) -> None:
            if answer == choices.MERGE:
                self.action_merge()
            else:
                self._drop(with_interviews=True)

        self.choose(f"Remove {about.case.name}", choices.removals(about), chosen)

    def _drop(self, *, with_interviews: bool) -> None:
        own = self.case_id

        def done(entry: Entry) -> None:
            if self.is_current and len(self.app.screen_stack) > 1:
                self.app.pop_screen()
            brought_back(self)(entry)

        self.act(lambda project: arranging.remove_case(project, own, with_interviews=with_interviews), done)


def open_case(app: RcoderApp, case_id: str) -> None:
    """Opens what is known of a case."""
    app.push_screen(AboutCaseScreen(case_id))
