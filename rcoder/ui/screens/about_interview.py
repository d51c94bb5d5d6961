"""About one interview: what is known of it and who speaks, all of which can be put right here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, ClassVar

from rcoder.domain.actions.sentences import several
from rcoder.domain.journal import Entry
from rcoder.domain.transcript import Speaker
from rcoder.domain.words import Subject
from rcoder.project import arranging
from rcoder.project.about import AboutInterview, about_interview, of_interviews
from rcoder.ui.arranging import choices, deeds, rows
from rcoder.ui.commands import Where, bindings
from rcoder.ui.configuring.choices import NONE
from rcoder.ui.screens.asking import misfit
from rcoder.ui.screens.knowing import KnowingScreen, Thing
from rcoder.ui.screens.righting import brought_back
from rcoder.ui.study import Study, read_first
from rcoder.ui.widgets.strips import TopLine

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


class AboutInterviewScreen(KnowingScreen):
    """Puts one interview right."""

    PLACES: ClassVar[tuple[Where, ...]] = (Where.ABOUT_INTERVIEW, Where.LIST, Where.EVERYWHERE)
    BINDINGS = bindings(Where.ABOUT_INTERVIEW)
    HERE = Where.ABOUT_INTERVIEW
    ABOUT = Subject.INTERVIEW
    ON_LINE: ClassVar[Mapping[str, str]] = {
        "title": "title",
        "case": "to_case",
        "date": "date",
        "wave": "wave",
        "language": "language",
        "speaker": "rename",
    }

    def __init__(self, transcript_id: str) -> None:
        super().__init__()
        self.transcript_id = transcript_id
        self.about: AboutInterview | None = None

    @property
    def thing(self) -> Thing | None:
        """What attributes are said of here; None until it is read."""
        if (about := self.about) is None:
            return None
        return Thing(
            self.transcript_id,
            about.transcript.attributes,
            of_interviews(about.known),
            about.known.language,
            lambda key, value: deeds.interview(about.transcript, "attributes", attributes={key: value}),
        )

    def ask(self) -> None:
        """Reads the interview anew."""
        wanted = self.transcript_id
        self.question(lambda project: about_interview(project, wanted), self._answered)

    def _answered(self, found: AboutInterview) -> None:
        self.about = found
        self.show()

    def show(self) -> None:
        """Shows the interview."""
        if (about := self.about) is None:
            return
        self.rows.show(rows.interview_rows(about, self.width))
        left = ((" About this interview", "-strong"), (f"  {about.transcript.title}", "-muted"))
        self.query_one(TopLine).show((left,))
        self._show_fits()

    # -- speakers ----------------------------------------------------------------------------------------------------

    def _with_speaker(self, title: str, then: Callable[[AboutInterview, Speaker], None]) -> None:
        """Goes on with the speaker under the cursor, or with the one that is chosen."""
        about = self.about
        if about is None:
            return
        known = {each.id: each for each in about.voices.speakers}
        here = known.get(rows.subject(self.line.id)[1]) if self.line is not None else None
        if here is not None:
            then(about, here)
        elif not known:
            self.app.tell("The file names no speakers, so there are none to put right.")
        else:
            self.choose(title, choices.voices(about), lambda answer: then(about, known[answer]))

    def action_rename(self) -> None:
        """Another name for the speaker."""

        def asked(about: AboutInterview, speaker: Speaker) -> None:
            self.write(
                "Name of the speaker",
                [("name", f"In {about.transcript.title}", speaker.name)],
                lambda answer: self.act(deeds.renamed(about.voices, speaker, answer["name"])),
            )

        self._with_speaker("Rename which speaker?", asked)

    def action_merge(self) -> None:
        """Two speakers as one."""

        def asked(about: AboutInterview, gone: Speaker) -> None:
            others = choices.voices(about, [gone])
            if not others:
                self.app.tell("There is nobody else to merge with.")
                return
            known = {each.id: each for each in about.voices.speakers}
            self.choose(
                f"{gone.name or 'The voice without a name'} is one with",
                others,
                lambda answer: self.act(deeds.merged(about.voices, gone, known[answer])),
            )

        self._with_speaker("Merge which speaker?", asked)

    def action_split(self) -> None:
        """Some turns of the speaker as another's."""
        from rcoder.ui.screens.turns import TurnsScreen

        def asked(about: AboutInterview, speaker: Speaker) -> None:
            def marked(turns: Collection[int] | None) -> None:
                if turns:
                    self._whose(about, speaker, turns)

            self.app.push_screen(TurnsScreen(about, speaker), marked)

        self._with_speaker("Split which speaker?", asked)

    def _whose(self, about: AboutInterview, speaker: Speaker, turns: Collection[int]) -> None:
        known = {each.id: each.name for each in about.voices.speakers}
        self.choose(
            f"Whose are these {several(len(turns), 'turn')}? A new name can be typed.",
            choices.voices(about, [speaker]),
            lambda answer: self.act(
                deeds.parted(about.voices, speaker, sorted(turns), known.get(answer, answer))
            ),
            free="a new speaker",
        )

    def action_interviewer(self) -> None:
        """The interviewer, in place of whoever was."""
        self._with_speaker(
            "Who is the interviewer?",
            lambda about, speaker: self.act(deeds.interviewer(about.voices, speaker, alone=True)),
        )

    def action_also_interviewer(self) -> None:
        """An interviewer beside the others."""
        self._with_speaker(
            "Who is an interviewer too?",
            lambda about, speaker: self.act(deeds.interviewer(about.voices, speaker, alone=False)),
        )

    def action_roles(self) -> None:
        """One more role, or one less."""

        def asked(about: AboutInterview, speaker: Speaker) -> None:
            def chosen(role: str) -> None:
                wanted = deeds.with_role(speaker, role) if role else ()
                self.act(deeds.roles(about.voices, speaker, wanted))

            self.choose(
                f"Roles of {speaker.name}",
                choices.roles(about.known, speaker.roles),
                chosen,
                free="another role",
            )

        self._with_speaker("Whose roles?", asked)

    def action_person(self) -> None:
        """Who the speaker is."""

        def asked(about: AboutInterview, speaker: Speaker) -> None:
            self.choose(
                f"Who is {speaker.name}?",
                choices.persons(about.known),
                lambda who: self.act(deeds.person(about.voices, speaker, who)),
                at=speaker.person or NONE,
                free="somebody new",
            )

        self._with_speaker("Say of which speaker who it is?", asked)

    # -- the interview -----------------------------------------------------------------------------------------------

    def action_title(self) -> None:
        """Another title."""
        if (about := self.about) is not None:
            seen = about.transcript
            self.write(
                "Title of the interview",
                [("title", "", seen.title)],
                lambda answer: self.act(deeds.interview(seen, "title", title=answer["title"])),
            )

    def action_to_case(self) -> None:
        """Another case, a new one, or none."""
        if (about := self.about) is not None:
            seen, names = about.transcript, {each.id: each.name for each in about.known.cases}
            self.choose(
                f"Case of {seen.title}",
                choices.cases(about.known),
                lambda answer: self.act(deeds.interview(seen, "case_id", case=names.get(answer, answer))),
                at=seen.case_id or NONE,
                free="a new case",
            )

    def action_date(self) -> None:
        """When it was held."""
        if (about := self.about) is not None:
            seen = about.transcript
            self.write(
                "Date of the interview",
                [("date", "Such as 2024-12-24 or 24.12.2024; empty for unknown", seen.date)],
                lambda answer: self.act(deeds.interview(seen, "date", date=answer["date"])),
                check=lambda answer: misfit(arranging.DATE, answer["date"]),
            )

    def action_wave(self) -> None:
        """The wave it belongs to."""
        if (about := self.about) is not None:
            seen = about.transcript
            self.choose(
                f"Wave of {seen.title}",
                choices.waves(about.known),
                lambda answer: self.act(deeds.interview(seen, "wave", wave=answer)),
                at=seen.wave or NONE,
                free="another wave",
            )

    def action_language(self) -> None:
        """The language it is in; working out its sentences is a child's work."""
        if (about := self.about) is None:
            return
        from rcoder.ui.screens.relanguaging import change_language

        seen = about.transcript

        def chosen(answer: str) -> None:
            self.app.run_worker(change_language(self.app, seen.id, answer, self.outdate), group="language")

        self.choose(f"Language of {seen.title}", choices.languages(), chosen, at=seen.language)

    def action_unknown(self) -> None:
        """Makes what the line says unknown."""
        if (about := self.about) is None or self.line is None:
            return
        seen, (subject, key) = about.transcript, rows.subject(self.line.id)
        if subject == "attribute":
            self.say(key, "")
        elif subject in ("date", "wave", "case"):
            field = "case_id" if subject == "case" else subject
            self.act(deeds.interview(seen, field, **{subject: ""}))
        elif subject == "speaker":
            speaker = next(each for each in about.voices.speakers if each.id == key)
            self.act(deeds.roles(about.voices, speaker, ()))
        else:
            self.app.tell("That is always known. X removes the whole interview.")

    def action_about_case(self) -> None:
        """About its case."""
        from rcoder.ui.screens.about_case import open_case

        if self.about is not None and self.about.case is not None:
            open_case(self.app, self.about.case.id)
        else:
            self.app.tell("This interview is of no case. c puts it in one.")

    def action_read(self) -> None:
        """Opens it to be read and coded; esc comes back."""
        from rcoder.ui.screens.coding import CodingScreen

        def opened(study: Study) -> None:
            if self.app.study is not None:
                study.take_over(self.app.study)
            self.app.push_screen(CodingScreen(study))

        wanted = self.transcript_id
        self.app.at_desk(lambda project: read_first(project, wanted), opened)

    def action_memos(self) -> None:
        """The memos on the interview."""
        from rcoder.ui.screens.memos import open_memos

        open_memos(self.app, Subject.INTERVIEW, self.transcript_id)

    def action_drop(self) -> None:
        """Removes the interview and goes back."""
        own = self.transcript_id

        def done(entry: Entry) -> None:
            if self.is_current and len(self.app.screen_stack) > 1:
                self.app.pop_screen()
            brought_back(self)(entry)

        self.act(lambda project: arranging.removal(project, [own]), done)


def open_interview(app: RcoderApp, transcript_id: str) -> None:
    """Opens what is known of an interview."""
    app.push_screen(AboutInterviewScreen(transcript_id))
