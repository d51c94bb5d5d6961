"""Passages in doubt: who sees them, who decides on them, and what the decisions do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach, respan, uncode
from rcoder.domain.actions.coding import code_passage as coded
from rcoder.domain.actions.studying import release
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse, NotFound, Stale
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Claim, Decision, Stance, Verdict
from rcoder.project import Project, open_project
from rcoder.project.board import whole
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.doubts import decide, doubt_lines, doubt_named
from rcoder.project.importing import Bringing, import_files
from rcoder.project.reimporting import Wanted, reimport
from rcoder.project.waiting import waiting

SAID = "for så vidste jeg, hvem jeg skulle ringe til"
HARD = "Ja, det første halve år"


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """Anne and Bo have coded two passages each; Anne's correction changes one and loses the other."""
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, title="Mette")]))
        location = project.location
    for coder in ("Anne", "Bo"):
        with open_project(location, coder=coder) as project:
            for words in (SAID, HARD):
                code_passage(project, "Mette", place_of(project, words), "H1.M1", CodingFlags())
    text = interview_file.read_text(encoding="utf-8")
    file = interview_file.with_name("rettet.txt")
    file.write_text(text.replace("ringe", "skrive").replace(f"{HARD}. ", ""), encoding="utf-8")
    with open_project(location, coder="Anne") as project:
        reimport(project, "Mette", Wanted(file))
    return location


def place_of(project: Project, words: str) -> Span:
    text = project.text(project.transcript("Mette"))
    return Span(text.index(words), text.index(words) + len(words))


def verdicts(project: Project, **asked: bool) -> list[tuple[str, str, str]]:
    return [
        (each.passage.coder, each.doubt.verdict.value, each.before) for each in doubt_lines(project, **asked)
    ]


OWN = [("Anne", "changed", SAID), ("Anne", "lost", HARD)]


def test_only_doubts_about_passages_in_sight_are_shown(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        assert (verdicts(project), waiting(project)) == (OWN, 2)
    with open_project(study, coder="Cy") as project:
        assert (verdicts(project), waiting(project)) == ([], 0)


def test_a_released_coders_doubts_are_seen_and_left_to_them(study: str) -> None:
    with open_project(study, coder="Bo") as project:
        project.do(release(next(each for each in project.coders() if each.name == "Bo")))
    with open_project(study, coder="Anne") as project:
        assert len(doubt_lines(project)) == 4
        assert waiting(project) == 2
        other = next(each for each in doubt_lines(project) if not each.mine)
        with pytest.raises(Misuse, match="Bo's"):
            decide(project, other.doubt.id, Decision.REMOVED)


def test_a_hidden_doubt_is_not_there_for_others(study: str) -> None:
    with open_project(study, coder="Bo") as project:
        hidden = doubt_lines(project)[0].doubt.id
    with open_project(study, coder="Anne") as project, pytest.raises(NotFound):
        decide(project, hidden, Decision.KEPT)


def test_a_doubt_is_named_by_the_beginning_of_its_id(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        line = doubt_lines(project)[0]
        assert doubt_named(project, line.doubt.id[:8].upper()) == line
        for name in (line.doubt.id[:3], "zzzz", ""):
            with pytest.raises(NotFound):
                doubt_named(project, name)


def test_keeping_a_changed_passage_leaves_it_where_it_is(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        line = doubt_lines(project)[0]
        entry = project.do(decide(project, line.doubt.id, Decision.KEPT))
        assert entry.sentence.startswith("Kept H1.M1 Tryghed in Mette ")
        assert verdicts(project) == OWN[1:]
        assert next(each.coding for each in project.coding_lines()) == line.held
        project.undo()
        assert verdicts(project) == OWN


def test_keeping_a_lost_passage_leaves_it_in_the_earlier_text(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        lost = doubt_lines(project)[1]
        project.do(decide(project, lost.doubt.id, Decision.KEPT))
        assert waiting(project) == 1
        (kept,) = (each for each in doubt_lines(project, kept=True) if not each.is_open)
        assert (kept.passage.text, kept.passage.revision, kept.words) == (HARD, 1, "kept in revision 1")
        with pytest.raises(Misuse, match="so already"):
            decide(project, kept.doubt.id, Decision.KEPT)
        project.do(decide(project, kept.doubt.id, Decision.PLACED, place_of(project, "Da skiftede de")))
        assert [each.text for each in (line.passage for line in project.coding_lines())] == [
            SAID.replace("ringe", "skrive"),
            "Da skiftede de",
        ]


def test_placing_a_passage_puts_it_into_the_present_text(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        lost = doubt_lines(project)[1]
        with pytest.raises(Misuse, match="say where"):
            decide(project, lost.doubt.id, Decision.PLACED)
        with pytest.raises(Misuse, match="is no passage of Mette"):
            decide(project, lost.doubt.id, Decision.PLACED, Span(5, 999_999))
        project.do(decide(project, lost.doubt.id, Decision.PLACED, place_of(project, "Da skiftede de")))
        placed = next(each for each in project.coding_lines() if each.coding.id == lost.held.id)
        assert (placed.passage.text, placed.coding.revision, placed.passage.earlier) == (
            "Da skiftede de",
            2,
            False,
        )
        assert placed.passage.speaker == "METTE"
        project.undo()
        assert verdicts(project) == OWN


def test_removing_a_passage_is_undone_with_its_doubt(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        lost = doubt_lines(project)[1]
        before = project.coding_lines()
        project.do(decide(project, lost.doubt.id, Decision.REMOVED))
        assert len(project.coding_lines()) == 1
        assert doubt_lines(project, kept=True) == doubt_lines(project)
        project.undo()
        assert (project.coding_lines(), verdicts(project)) == (before, OWN)


def test_a_coding_removed_or_moved_by_hand_takes_its_doubt_along_or_keeps_it(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        changed, lost = (each.held for each in doubt_lines(project))
        assert isinstance(changed, Coding)
        transcript, codes = project.transcript("Mette"), project.codes()
        project.do(respan(changed, Span(changed.start, changed.end - 4), codes[changed.code_id], transcript))
        assert waiting(project) == 2
        project.do(uncode([lost], codes, transcript, ()))  # type: ignore[list-item]
        assert (waiting(project), len(doubt_lines(project))) == (1, 1)


def test_a_passage_made_in_the_text_before_stands_in_its_words_and_is_asked_about(study: str) -> None:
    """Another program had the text open while it was corrected."""
    with open_project(study, coder="Anne") as project:
        transcript, code = project.transcript("Mette"), project.code("H1.R1")
        late = Coding(new_id(), transcript.id, 70, 90, code.id, project.coder_id, revision=1)
        project.do(coded(late, code, transcript))
        line = next(each for each in doubt_lines(project) if each.held.id == late.id)
        assert (line.stray, line.doubt.verdict, line.passage.earlier, waiting(project)) == (
            True,
            Verdict.LOST,
            True,
            3,
        )
        span = place_of(project, line.before)
        project.do(decide(project, line.doubt.id[:8], Decision.PLACED, span))
        assert waiting(project) == 2
        assert (
            next(each for each in project.coding_lines() if each.coding.id == late.id).passage.text
            == line.before
        )
        project.undo()
        assert waiting(project) == 3


@pytest.mark.parametrize("decided", [True, False])
def test_a_passage_brought_back_after_a_later_correction_waits_whatever_was_doubted_before(
    study: str, interview_file: Path, decided: bool
) -> None:
    with open_project(study, coder="Bo") as project:
        line = doubt_lines(project)[0]
        if decided:
            project.do(decide(project, line.doubt.id, Decision.KEPT))
        coding = line.held
        assert isinstance(coding, Coding)
        project.do(uncode([coding], project.codes(), project.transcript("Mette"), ()))
        assert waiting(project) == 1
    with open_project(study, coder="Anne") as project:
        file = interview_file.with_name("igen.txt")
        file.write_text("METTE: Goddag.\n\n" + project.text(project.transcript("Mette")), encoding="utf-8")
        reimport(project, "Mette", Wanted(file))
    with open_project(study, coder="Bo") as project:
        project.undo()
        back = next(each for each in doubt_lines(project, kept=True) if each.held.id == coding.id)
        assert (back.stray, back.words, back.passage.revision) == (True, "lost", 2)
        assert (waiting(project), len(doubt_lines(project)), whole(project).interviews[0].doubts) == (2, 2, 2)
        project.do(decide(project, back.doubt.id, Decision.KEPT))
        assert (waiting(project), len(doubt_lines(project)), whole(project).interviews[0].doubts) == (1, 1, 1)
        assert doubt_named(project, back.doubt.id).words == "kept in revision 2"


def test_the_board_counts_a_passage_in_doubt_twice_once_and_a_removed_one_not_at_all(
    study: str, interview_file: Path
) -> None:
    with open_project(study, coder="Anne") as project:
        file = interview_file.with_name("igen.txt")
        text = project.text(project.transcript("Mette"))
        file.write_text(text.replace("skrive", "sende bud"), encoding="utf-8")
        reimport(project, "Mette", Wanted(file))
        assert (whole(project).interviews[0].doubts, waiting(project)) == (2, 2)
        coding = doubt_lines(project)[0].held
        assert isinstance(coding, Coding)
        project.do(uncode([coding], project.codes(), project.transcript("Mette"), ()))
        assert (whole(project).interviews[0].doubts, waiting(project)) == (1, 1)


def test_a_passage_in_a_text_that_never_was_is_refused(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        transcript, code = project.transcript("Mette"), project.code("H1.R1")
        with pytest.raises(Stale):
            project.do(
                coded(
                    Coding(new_id(), transcript.id, 0, 9, code.id, project.coder_id, revision=7),
                    code,
                    transcript,
                )
            )


def test_evidence_in_doubt_names_its_claim_as_far_as_it_is_in_sight(study: str, tmp_path: Path) -> None:
    with open_project(study, coder="Anne") as project:
        transcript, code = project.transcript("Mette"), project.code("H1")
        span = place_of(project, "Da skiftede de hele tiden")
        evidence = Evidence(
            new_id(), Claim.CODE, code.id, transcript.id, span.start, span.end, Stance.CONTRADICTS,
            project.coder_id, revision=2,
        )  # fmt: skip
        project.do(attach(evidence, "H1", transcript))
        file = tmp_path / "igen.txt"
        file.write_text(
            project.text(transcript).replace("Da skiftede de hele tiden", "Da var der nye"), encoding="utf-8"
        )
        reimport(project, "Mette", Wanted(file))
        line = next(each for each in doubt_lines(project) if each.held.id == evidence.id)
        assert (line.about, line.doubt.passage_table) == ("contradicts H1", "evidence")
        project.do(decide(project, line.doubt.id, Decision.REMOVED))
        assert all(each.held.id != evidence.id for each in doubt_lines(project))
