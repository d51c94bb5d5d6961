"""A study of three cases for judging support conditions: two with interviews, one without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rcoder.domain.actions.arranging import new_case
from rcoder.domain.actions.coding import finish
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.transcript import Span
from rcoder.domain.words import ConditionState, Followed, Polarity, Scope, Stance
from rcoder.project import Project, open_project
from rcoder.project.arranging import change_case
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files
from rcoder.project.judging import judge

QUESTION = "Havde du én fast kontaktperson?"
BORGER = f"""\
INTERVIEWER: {QUESTION}

METTE: Ja, Karen var der hver uge. Havde jeg ikke haft hende, var jeg stoppet.

INTERVIEWER: Hvad så i starten?

METTE: I starten var der ingen. Man skal altid have én.
"""
MENTOR = """\
INTERVIEWER: Hvordan gik det?

PER: Hun havde ikke nogen fast, der skiftede de hele tiden. Mette i den anden sag havde Karen.
"""
THERE, SUPPOSED, MISSING, NORMATIVE = (
    "Karen var der hver uge.",
    "Havde jeg ikke haft hende, var jeg stoppet.",
    "I starten var der ingen.",
    "Man skal altid have én.",
)
MENTORS = "Hun havde ikke nogen fast, der skiftede de hele tiden."
OF_ANOTHER = "Mette i den anden sag havde Karen."


def build(new_project: Callable[..., Project], folder: Path, coder: str = "Anne") -> Project:
    """Sag 01: borger and mentor; Sag 02: borger only, nothing coded; Sag 03: no interview. Open, for the coder."""
    project = new_project(coder=coder)
    files = []
    for name, text, case, role in (
        ("b1", BORGER, "Sag 01", "borger"),
        ("m1", MENTOR, "Sag 01", "mentor"),
        ("b2", BORGER.replace("Karen", "Lone"), "Sag 02", "borger"),
    ):
        file = folder / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        files.append(Bringing(file, case=case, roles=(role,)))
    list(import_files(project, files))
    project.do(Deed("Made Sag 03", added(new_case("Sag 03", project.cases()))))
    for case, group in (("Sag 01", "with_hours"), ("Sag 02", "without_hours")):
        project.do(change_case(project, case, outcome_group=group))
    return project


def say(project: Project, transcript: str, words: str, flags: CodingFlags | None = None) -> Coding:
    """Codes words with SC1.1."""
    place = project.transcript(f"{transcript}.txt")
    start = project.text(place).index(words)
    coding, _ = code_passage(
        project, place.id, Span(start, start + len(words)), "SC1.1", flags or CodingFlags()
    )
    return coding


def code_all(project: Project) -> dict[str, Coding]:
    """Everything that is said of SC1.1 in Sag 01, and the question."""
    return {
        "there": say(project, "b1", THERE),
        "supposed": say(project, "b1", SUPPOSED, CodingFlags(counterfactual=True)),
        "missing": say(project, "b1", MISSING, CodingFlags(polarity=Polarity.ABSENT)),
        "normative": say(project, "b1", NORMATIVE, CodingFlags(scope=Scope.NORMATIVE)),
        "asked": say(project, "b1", QUESTION),
        "mentor": say(project, "m1", MENTORS, CodingFlags(polarity=Polarity.ABSENT)),
    }


def finished(project: Project, *transcripts: str) -> None:
    """Marks interviews as coded to the end."""
    for name in transcripts:
        transcript = project.transcript(f"{name}.txt")
        project.do(finish(Finish(new_id(), transcript.id, project.coder_id), transcript))


def released(project: Project) -> None:
    """Releases the asker's layer."""
    project.do(release(next(each for each in project.coders() if each.id == project.coder_id)))


def judged(new_project: Callable[..., Project], folder: Path) -> str:
    """The study coded and judged: by Jonas, released, and by Anne, of a role and of the whole; passages came since."""
    with build(new_project, folder) as project:
        said = code_all(project)
        finished(project, "b1", "m1")
        rests = {said["there"].id: Stance.SUPPORTS, said["missing"].id: Stance.REFINES}
        why = "Karen var der, men først efter et halvt år."
        project.do(
            judge(
                project, "SC1.1", "Sag 01", ConditionState.ROLES_DISAGREE,
                followed=Followed.FOLLOWED, reason=why, passages=rests,
            )
        )  # fmt: skip
        project.do(judge(project, "SC1.1", "Sag 01", ConditionState.NOT_MET, role="mentor"))
        say(project, "m1", OF_ANOTHER)
        location = project.location
    with open_project(location, coder="Jonas") as project:
        project.do(judge(project, "SC1.1", "Sag 01", ConditionState.MET, reason="Borgeren siger det selv."))
        project.do(judge(project, "SC1.1", "Sag 02", ConditionState.NOT_MENTIONED))
        released(project)
    return location
