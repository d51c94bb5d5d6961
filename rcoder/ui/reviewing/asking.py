"""What is asked before a status is given or something is said, and the deeds that come of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.domain.reviewing import MEANINGS, Step, check
from rcoder.domain.words import Status
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.project.comments import answering, commenting_on, rewording
from rcoder.project.reviewing import Options, giving, options
from rcoder.ui.configuring import choices
from rcoder.ui.configuring.choices import NONE, Choice
from rcoder.ui.configuring.seen import as_seen
from rcoder.ui.screens.choosing import ChooserScreen
from rcoder.ui.screens.question import Field, QuestionScreen

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp

Give = Callable[[Callable[[Project], Deed], str], None]
"""Does the deed that gives a status, with its reason."""

_REASONED = frozenset({Status.RETURNED, Status.REJECTED, Status.SUPERSEDED, Status.DRAFT})
"""Statuses for which a reason is asked even where the step is usual."""
NO_OTHER = "There is no other configuration that could take its place."


def ask_status(app: RcoderApp, bench: Bench, give: Give) -> None:
    """Asks which status, the usual first, then for what the step needs."""
    if not may_change(app):
        return
    own = bench.assembled.configuration.id

    def offered(found: Options) -> None:
        known = {each.status.value: each for each in found.steps}
        here = "" if found.standing.status.value in known else found.standing.status.value
        screen = ChooserScreen(
            f"Status of {found.number}, which is {found.standing.say('en')}",
            (*([_as_it_is(found)] if here else []), *(_choice(each) for each in found.steps)),
            at=here,
        )
        app.push_screen(
            screen,
            lambda answer: ask_step(app, bench, found, known[answer], give) if answer in known else None,
        )

    app.at_desk(lambda project: options(project, own), offered, keys_wait=True)


def ask_for(app: RcoderApp, bench: Bench, status: Status, give: Give) -> None:
    """Goes on to one status, where it is not the one there is already."""
    if not may_change(app):
        return
    own = bench.assembled.configuration.id

    def offered(found: Options) -> None:
        step = next((each for each in found.steps if each.status is status), None)
        if step is None:
            app.tell(f"{found.number} is {found.standing.say('en')} already.")
        else:
            ask_step(app, bench, found, step, give)

    app.at_desk(lambda project: options(project, own), offered, keys_wait=True)


def ask_step(app: RcoderApp, bench: Bench, found: Options, step: Step, give: Give) -> None:
    """Asks for what a step needs: what took its place, a reason; a usual step needs none and is taken at once."""
    if step.status is Status.SUPERSEDED:
        own = found.id

        def offered(lines: tuple[ConfigurationLine, ...]) -> None:
            others = [each for each in choices.configurations(lines) if each.id != own]
            if not others:
                app.tell(NO_OTHER)
                return
            screen = ChooserScreen(
                f"What took the place of {found.number}?",
                (Choice(NONE, (("no other", "-muted"),), "a reason says why"), *others),
            )
            app.push_screen(
                screen,
                lambda answer: (
                    _reason(app, bench, found, step, give, "" if answer == NONE else answer)
                    if answer is not None
                    else None
                ),
            )

        app.at_desk(lambda project: project.configuration_lines(), offered, keys_wait=True)
    elif step.unusual or step.status in _REASONED:
        _reason(app, bench, found, step, give)
    else:
        give(stepping(bench, step.status), "")


def _reason(  # noqa: PLR0917, RUF100 - what was asked so far, in the order it was asked
    app: RcoderApp, bench: Bench, found: Options, step: Step, give: Give, by: str = ""
) -> None:
    """Asks why; where a reason is needed, the window stays until there is one."""

    def wrong(written: dict[str, str]) -> str:
        if step.status is Status.SUPERSEDED and not by and not written["why"].strip():
            return "Say why it goes, where nothing takes its place."
        try:
            check(step, written["why"], commented=found.commented)
        except Misuse as error:
            return str(error)
        return ""

    returns = step.status is Status.RETURNED
    kept = " The reason is kept in the journal, and as a comment that can be answered." if returns else ""
    unusual = f"{step.unusual} With a reason it is done all the same. " if step.unusual else ""
    screen = QuestionScreen(
        f"{step.verb}: {found.number}",
        f"{unusual}{MEANINGS[step.status].capitalize()}.{kept}",
        (Field("why", "Why?" if returns else "Why? The reason stands in the journal."),),
        check=wrong,
    )

    def answered(written: dict[str, str] | None) -> None:
        if written is not None:
            why = written["why"].strip()
            give(stepping(bench, step.status, why, by), why)

    app.push_screen(screen, answered)


def stepping(seen: Bench, status: Status, why: str = "", by: str = "") -> Callable[[Project], Deed]:
    """Makes the deed at the desk, of what the person saw. Raises Stale where that has changed meanwhile."""
    own = seen.assembled.configuration.id

    def deed(project: Project) -> Deed:
        as_seen(
            lambda bench: give_status(bench.assembled, status, project.coder_id), seen, gather(project, own)
        )
        return giving(project, own, status, why, by=by)

    return deed


def _choice(step: Step) -> Choice:
    right = "unusual from here: with a reason" if step.unusual else MEANINGS[step.status]
    tone = "-muted" if step.unusual else ""
    return Choice(step.status.value, ((step.status.value, tone),), right)


def _as_it_is(found: Options) -> Choice:
    return Choice(found.standing.status.value, ((found.standing.status.value, "-strong"),), "as it is")


def may_change(app: RcoderApp) -> bool:
    """Whether the project may be written to; says so where not, before anything is asked for."""
    if app.study is not None and app.study.overview.read_only:
        app.tell("This project is open for reading only: nothing can be changed.")
        return False
    return True


# -- comments ----------------------------------------------------------------------------------------------------


def ask_comment(app: RcoderApp, configuration_id: str, part: tuple[str, str], on: str) -> None:
    """Asks for a comment on a part of a configuration; `on` names the part."""
    about, about_id = part
    _write(
        app,
        f"Comment on {on}",
        "",
        lambda project, text: commenting_on(project, configuration_id, text, about, about_id),
    )


def ask_answer(app: RcoderApp, comment_id: str, to: str) -> None:
    """Asks for an answer; `to` are the words it is to."""
    _write(app, "Answer", f"“{to}”", lambda project, text: answering(project, comment_id, text))


def ask_other_words(app: RcoderApp, comment_id: str, text: str) -> None:
    """Asks for other words of a comment."""
    _write(app, "Comment", "", lambda project, words: rewording(project, comment_id, words), text)


def _write(  # noqa: PLR0917, RUF100 - a window and what comes of it
    app: RcoderApp, title: str, words: str, deed: Callable[[Project, str], Deed], there: str = ""
) -> None:
    if not may_change(app):
        return
    screen = QuestionScreen(
        title,
        words,
        (Field("text", "", there, tall=True),),
        check=lambda written: "" if written["text"].strip() else "Write something first, or leave with esc.",
    )

    def answered(written: dict[str, str] | None) -> None:
        if written is not None:
            text = written["text"]
            app.act(lambda project: deed(project, text))

    app.push_screen(screen, answered)
