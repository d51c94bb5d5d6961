"""Turning points: the window in which one is written, also for the passage in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import RcoderError, Unchanged
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.profile import TurningPoint
from rcoder.domain.words import Claim
from rcoder.project import Project
from rcoder.project.framework import Offer
from rcoder.project.resting import passages_of, span_evidence
from rcoder.project.turning_points import changing, own_point, setting
from rcoder.ui.screens.question import Field
from rcoder.ui.screens.resting import RESTS, SIGN, RestingScreen

if TYPE_CHECKING:
    from rcoder.domain.answers import Reading
    from rcoder.domain.transcript import Span
    from rcoder.ui.app import RcoderApp

SIGNS = (("+", "better"), ("-", "worse"), ("", "neither"))
HAND = "hand"
"""Id of the passage in hand, which is no row yet."""

Making = Callable[[Project, dict[str, str]], Deed]


class TurningPointScreen(RestingScreen):
    """Asks for a turning point and what it rests on."""


def open_new_point(app: RcoderApp, case_id: str, case: str) -> None:
    """Asks for a turning point of a case."""

    def made(project: Project, answer: dict[str, str]) -> Deed:
        return setting(
            project,
            case_id,
            answer["wording"],
            when=answer["when"],
            sign=answer[SIGN],
            passages=answer[RESTS].split(),
        )

    _ask(app, f"A turning point of {case}", case_id, made)


def open_point(app: RcoderApp, point_id: str, case: str) -> None:
    """Asks what is to be another thing of a turning point of one's own."""

    def question(project: Project) -> tuple[TurningPoint, tuple[Passage, ...]]:
        point = own_point(project, point_id)
        return point, passages_of(project.sight, Claim.TURNING_POINT, point.id)

    def opened(found: tuple[TurningPoint, tuple[Passage, ...]]) -> None:
        point, held = found

        def made(project: Project, answer: dict[str, str]) -> Deed:
            return changing(
                project,
                point.id,
                wording=answer["wording"],
                when=answer["when"],
                sign=answer[SIGN],
                passages=answer[RESTS].split(),
            )

        offered = [Offer(each) for each in held]
        answer = {"wording": point.wording, "when": point.when, SIGN: point.sign}
        _ask(app, f"A turning point of {case}", point.case_id, made, answer, offered)

    app.at_desk(question, opened, keys_wait=True)


def _ask(  # noqa: PLR0913, PLR0917, RUF100 - what a window is opened with
    app: RcoderApp,
    title: str,
    case_id: str,
    made: Making,
    before: dict[str, str] | None = None,
    offered: Iterable[Offer] = (),
    ticked: Iterable[str] | None = None,
    wrong: str = "",
) -> None:
    held, answer = tuple(offered), before or {}
    fields = (
        Field("wording", "What happened", answer.get("wording", "")),
        Field("when", "When, as people say it", answer.get("when", "")),
    )
    window = TurningPointScreen(
        title,
        fields,
        held,
        [each.passage.id for each in held] if ticked is None else list(ticked),
        case_id,
        signs=SIGNS,
        sign=answer.get(SIGN, ""),
        wrong=wrong,
    )

    def answered(given: dict[str, str] | None) -> None:
        if given is None:
            return

        def refused(error: RcoderError) -> None:
            if isinstance(error, Unchanged):
                app.tell(error)
            else:
                _ask(app, title, case_id, made, given, window.offered, given[RESTS].split(), str(error))

        app.act(lambda project: made(project, given), otherwise=refused)

    app.push_screen(window, answered)


def open_point_in_hand(app: RcoderApp, reading: Reading, span: Span, case_id: str) -> None:
    """Asks for a turning point of the interview's case that rests on the passage in hand."""
    transcript, revision = reading.transcript, reading.transcript.revision
    hand = Passage(
        HAND, transcript.id, transcript.title, span.start, span.end, span.of(reading.text), case_id, reading.case,
        None, "", (), interviewer=False, coder_id="", coder="", revision=revision,
    )  # fmt: skip

    def made(project: Project, answer: dict[str, str]) -> Deed:
        ids = answer[RESTS].split()
        rests: list[str | Evidence] = [each for each in ids if each != HAND]
        if HAND in ids:
            rests.insert(0, span_evidence(project, transcript.id, span, revision))
        return setting(
            project, case_id, answer["wording"], when=answer["when"], sign=answer[SIGN], passages=rests
        )

    _ask(app, f"A turning point of {reading.case}", case_id, made, offered=(Offer(hand),))
