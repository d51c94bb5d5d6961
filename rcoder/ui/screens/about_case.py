"""About one case: what is known of it and which interviews it has, all of which can be put right here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from rcoder.domain.journal import Entry
from rcoder.domain.words import Subject
from rcoder.project import arranging
from rcoder.project.about import AboutCase, about_case, of_cases
from rcoder.ui.arranging import choices, deeds, rows
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring.choices import NONE
from rcoder.ui.screens.knowing import KnowingScreen, Thing
from rcoder.ui.screens.righting import brought_back
from rcoder.ui.widgets.strips import TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class AboutCaseScreen(KnowingScreen):
    """Puts one case right."""

    PLACES: ClassVar[tuple[Where, ...]] = (Where.ABOUT_CASE, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.ABOUT_CASE)
    HERE = Where.ABOUT_CASE
    ABOUT = Subject.CASE
    ON_LINE: ClassVar[Mapping[str, str]] = {
        "name": "rename",
        "municipality": "municipality",
        "outcome_group": "outcome_group",
        "interview": "about",
    }

    def __init__(self, case_id: str) -> None:
        super().__init__()
        self.case_id = case_id
        self.about: AboutCase | None = None

    @property
    def thing(self) -> Thing | None:
        """What attributes are said of here; None until it is read."""
        if (about := self.about) is None:
            return None
        return Thing(
            self.case_id,
            about.case.attributes,
            of_cases(about.known),
            about.known.language,
            lambda key, value: deeds.case(about.case, "attributes", attributes={key: value}),
        )

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

    def action_unknown(self) -> None:
        """Makes what the line says unknown."""
        if (about := self.about) is None or self.line is None:
            return
        subject, key = rows.subject(self.line.id)
        if subject == "attribute":
            self.say(key, "")
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

    def action_profile(self) -> None:
        """The case on one page."""
        from rcoder.ui.screens.case_profile import open_profile

        open_profile(self.app, self.case_id)

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
