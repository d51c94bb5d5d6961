"""A corrected text brought in: what becomes of words, voices and everybody's passages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import finish
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.errors import Misuse, NotFound, Stale, Unreadable
from rcoder.domain.ids import new_id
from rcoder.domain.transcript import Span
from rcoder.domain.words import Decision, Verdict
from rcoder.project import Project, open_project
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.doubts import decide, doubt_lines
from rcoder.project.importing import Bringing, import_files
from rcoder.project.reimporting import Corrected, Wanted, reimport
from rcoder.project.reimporting import Status as Became
from rcoder.project.revisions import in_revision, reading_of, revisions
from rcoder.project.waiting import waiting

SAID = "for så vidste jeg, hvem jeg skulle ringe til"
HARD = "Ja, det første halve år"
ROLES = ("borger",)


@pytest.fixture
def text(interview_file: Path) -> str:
    return interview_file.read_text(encoding="utf-8")


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """One interview of a case, with Mette as a person known elsewhere."""
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=ROLES, date="2025-03-01")]))
        return project.location


def place_of(project: Project, words: str) -> Span:
    text = project.text(project.transcript("Sag 01 · borger"))
    return Span(text.index(words), text.index(words) + len(words))


def code(study: str, words: str, coder: str = "Anne", key: str = "H1.M1") -> Coding:
    with open_project(study, coder=coder) as project:
        return code_passage(project, "Sag 01 · borger", place_of(project, words), key, CodingFlags())[0]


def correct(
    study: str, words: str, coder: str = "Anne", name: str = "rettet.txt", **wanted: str | bool
) -> Corrected:
    file = Path(study).parent / name
    file.write_text(words, encoding="utf-8")
    with open_project(study, coder=coder) as project:
        return reimport(project, "Sag 01 · borger", Wanted(file, **wanted))  # type: ignore[arg-type]


def quotes(study: str, coder: str) -> list[tuple[str, int, bool]]:
    with open_project(study, coder=coder) as project:
        lines = project.coding_lines()
        return [(line.passage.text, line.passage.revision, line.passage.earlier) for line in lines]


def test_the_transcript_stays_itself_with_another_text(study: str, text: str) -> None:
    with open_project(study, coder="Anne") as project:
        before, voices = (
            project.transcript("Sag 01 · borger"),
            project.speakers(project.transcript("Sag 01 · borger").id),
        )
    found = correct(study, text.replace("rart", "dejligt"), why="hørt igen")
    with open_project(study, coder="Anne") as project:
        after = project.transcript(before.id)
        assert (after.id, after.title, after.case_id, after.date) == (
            before.id,
            before.title,
            before.case_id,
            "2025-03-01",
        )
        assert (after.revision, after.source, found.status) == (2, "rettet.txt", Became.CORRECTED)
        assert project.speakers(before.id) == voices
        assert "dejligt" in project.text(after)
        assert project.reading(before.id).sentences[0].of(project.text(after)).endswith("?")
        assert [each.why for each in project.journal()][-1] == "hørt igen"


def test_the_text_before_can_still_be_read(study: str, text: str) -> None:
    code(study, SAID)
    correct(study, text.replace(SAID, "…"))
    with open_project(study, coder="Anne") as project:
        transcript = project.transcript("Sag 01 · borger")
        assert [each.number for each in revisions(project, transcript.id)] == [1]
        stood = in_revision(project, transcript, 1)
        assert (project.text(stood), stood.source) == (text, "interview.txt")
        reading = reading_of(project, transcript.id, 1)
        assert [each.span.of(reading.text) for each in reading.codings] == [SAID]
        assert project.reading(transcript.id).codings == ()
        with pytest.raises(NotFound, match="no revision 3"):
            in_revision(project, transcript, 3)


def test_everybodys_passages_are_found_again_and_only_those_in_sight_are_counted(
    study: str, text: str
) -> None:
    code(study, SAID)
    code(study, HARD, coder="Bo")
    found = correct(study, "METTE: Goddag.\n\n" + text)
    assert found.found == 1
    assert found.entry is not None
    assert found.entry.sentence.endswith("revision 2: 1 passage found again")
    assert quotes(study, "Anne") == [(SAID, 2, False)]
    assert quotes(study, "Bo") == [(HARD, 2, False)]


def test_a_passage_changed_inside_has_its_new_place_and_is_asked_about(study: str, text: str) -> None:
    coding = code(study, SAID)
    found = correct(study, text.replace("hvem jeg skulle", "hvem man kunne"))
    (changed,) = found.changed
    assert (changed.before, changed.now) == (SAID, SAID.replace("jeg skulle", "man kunne"))
    with open_project(study, coder="Anne") as project:
        (line,) = doubt_lines(project)
        assert (line.doubt.verdict, line.before, line.passage.text) == (Verdict.CHANGED, SAID, changed.now)
        assert (line.held.id, line.mine, line.is_open, waiting(project)) == (coding.id, True, True, 1)


def test_a_lost_passage_keeps_its_words_and_is_asked_about(study: str, text: str) -> None:
    code(study, HARD)
    found = correct(study, text.replace("METTE: Ja, det første halve år. Da skiftede de hele tiden.", ""))
    assert [each.before for each in found.lost] == [HARD]
    assert quotes(study, "Anne") == [(HARD, 1, True)]
    with open_project(study, coder="Anne") as project:
        (line,) = doubt_lines(project)
        assert (line.doubt.verdict, line.passage.earlier, line.passage.text) == (Verdict.LOST, True, HARD)
        assert (project.overview().codings, project.transcript_lines()[0].codings) == (0, 0)
        assert all(line.codings == 0 for line in project.code_lines())


def test_a_speaker_named_anew_is_the_same_speaker(study: str, text: str) -> None:
    found = correct(study, text.replace("METTE", "Borger 1"))
    assert "METTE is called Borger 1 in this text." in found.messages
    with open_project(study, coder="Anne") as project:
        transcript = project.transcript("Sag 01 · borger")
        asks, mette = project.speakers(transcript.id).values()
        assert (mette.name, mette.roles, asks.interviewer) == ("Borger 1", ROLES, True)
        assert {turn.speaker_id for turn in in_revision(project, transcript, 1).turns} == {asks.id, mette.id}
        before = reading_of(project, transcript.id, 1).speakers
        assert [(each.id, each.name) for each in before.values()] == [
            (asks.id, "INTERVIEWER"),
            (mette.id, "METTE"),
        ]


def test_a_new_voice_comes_in_and_a_silent_one_stays_for_the_earlier_text(study: str, text: str) -> None:
    found = correct(study, text.replace("METTE: Ja, det", "OLE: Ja, det"))
    assert "OLE is a new voice, without a role." in found.messages
    found = correct(study, text.replace("INTERVIEWER", "METTE").replace("år. Da", "års tid. Da"))
    assert "INTERVIEWER and OLE speak in the earlier text only." in found.messages
    with open_project(study, coder="Anne") as project:
        transcript = project.transcript("Sag 01 · borger")
        assert [each.name for each in project.speakers(transcript.id).values()] == [
            "METTE",
            "INTERVIEWER",
            "OLE",
        ]


def test_a_person_says_who_is_the_interviewer(study: str, text: str) -> None:
    correct(study, text.replace("rart", "dejligt"), interviewer="METTE")
    with open_project(study, coder="Anne") as project:
        asks, mette = project.speakers(project.transcript("Sag 01 · borger").id).values()
        assert (mette.interviewer, mette.roles, asks.interviewer) == (True, (), False)


@pytest.mark.parametrize(("words", "name"), [("same", "interview.txt"), ("same\r\n", "other.txt")])
def test_the_same_words_again_change_nothing(study: str, text: str, words: str, name: str) -> None:
    with open_project(study, coder="Anne") as project:
        before = project.latest()
    found = correct(study, words.replace("same", text), name=name)
    assert found.status is Became.SAME
    assert "nothing was changed" in found.messages[0]
    with open_project(study, coder="Anne") as project:
        assert project.latest() == before


def test_another_interview_is_refused_unless_it_is_meant(study: str) -> None:
    code(study, SAID)
    other = "LINE: Vi har haft to i praktik på lageret, og den ene er her endnu.\n\nKAJ: Hvad gjorde forskellen?\n"
    with pytest.raises(Misuse, match="looks like another interview"):
        correct(study, other)
    assert quotes(study, "Anne") == [(SAID, 1, False)]
    found = correct(study, other, force=True)
    assert len(found.lost) == 1


def test_a_file_that_cannot_be_read_and_a_transcript_that_is_not_there_are_said(
    study: str, tmp_path: Path
) -> None:
    with open_project(study, coder="Anne") as project:
        with pytest.raises(Unreadable):
            reimport(project, "Sag 01 · borger", Wanted(tmp_path / "nothing.txt"))
        with pytest.raises(NotFound):
            reimport(project, "Sag 99", Wanted(tmp_path / "nothing.txt"))


def test_trying_it_out_changes_nothing_and_says_the_same(study: str, text: str) -> None:
    code(study, HARD)
    code(study, SAID)
    file = Path(study).parent / "rettet.txt"
    file.write_text(text.replace(f"METTE: {HARD}.", "").replace("ringe", "skrive"), encoding="utf-8")
    with open_project(study, coder="Anne") as project:
        before = project.latest()
        tried = reimport(project, "Sag 01 · borger", Wanted(file), dry_run=True)
        assert (tried.status, project.latest(), list(Path(study).parent.glob("*backup*"))) == (
            Became.WOULD,
            before,
            [],
        )
        done = reimport(project, "Sag 01 · borger", Wanted(file))
    assert (tried.found, tried.changed, tried.lost, tried.words) == (
        done.found,
        done.changed,
        done.lost,
        done.words,
    )


def test_a_backup_is_made_before(study: str, text: str) -> None:
    from rcoder.project.backups import backups

    code(study, SAID)
    correct(study, text.replace("rart", "dejligt"))
    (made,) = backups(study)
    with open_project(made.file, coder="Anne") as project:
        assert project.transcript("Sag 01 · borger").revision == 1
        assert len(project.coding_lines()) == 1


def test_finish_marks_stay(study: str, text: str) -> None:
    with open_project(study, coder="Anne") as project:
        transcript = project.transcript("Sag 01 · borger")
        project.do(finish(Finish(new_id(), transcript.id, project.coder_id), transcript))
    correct(study, text.replace("rart", "dejligt"))
    with open_project(study, coder="Anne") as project:
        assert project.transcript_lines()[0].finished


def test_words_that_a_correction_lost_come_back_with_the_next_one(study: str, text: str) -> None:
    code(study, HARD)
    correct(study, text.replace(f"{HARD}. ", ""))
    assert quotes(study, "Anne") == [(HARD, 1, True)]
    found = correct(study, text.replace("rart", "dejligt"), name="igen.txt")
    assert quotes(study, "Anne") == [(HARD, 3, False)]
    assert "1 passage that an earlier correction had lost is words of the text again." in found.messages
    with open_project(study, coder="Anne") as project:
        assert (doubt_lines(project, kept=True), waiting(project)) == ((), 0)
        project.undo()
        assert waiting(project) == 1


def test_a_passage_that_has_its_words_again_is_in_doubt_no_more(study: str, text: str) -> None:
    code(study, SAID)
    correct(study, text.replace("ringe", "skrive"))
    with open_project(study, coder="Anne") as project:
        assert waiting(project) == 1
    found = correct(study, text.replace("rart", "dejligt"), name="igen.txt")
    assert (found.found, found.changed) == (1, ())
    with open_project(study, coder="Anne") as project:
        assert (waiting(project), doubt_lines(project, kept=True)) == (0, ())
        project.undo()
        assert waiting(project) == 1


def test_a_passage_changed_twice_is_one_question_about_the_words_it_had_at_first(
    study: str, text: str
) -> None:
    code(study, SAID)
    correct(study, text.replace("ringe", "skrive"))
    correct(study, text.replace("ringe", "gå"), name="igen.txt")
    with open_project(study, coder="Anne") as project:
        (line,) = doubt_lines(project)
        assert (line.before, line.passage.text, waiting(project)) == (SAID, SAID.replace("ringe", "gå"), 1)
        project.do(decide(project, line.doubt.id, Decision.KEPT))
        assert (doubt_lines(project), waiting(project)) == ((), 0)


def test_a_passage_lost_before_is_asked_about_once(study: str, text: str) -> None:
    code(study, HARD)
    correct(study, text.replace(f"{HARD}. ", ""))
    found = correct(study, text.replace(f"{HARD}. ", "").replace("rart", "dejligt"), name="igen.txt")
    assert found.lost == ()
    with open_project(study, coder="Anne") as project:
        assert [each.doubt.revision for each in doubt_lines(project)] == [2]


def test_a_correction_is_done_again_unless_the_text_was_coded_since(study: str, text: str) -> None:
    code(study, SAID)
    code(study, HARD)
    correct(study, text.replace(f"{HARD}. ", ""))
    with open_project(study, coder="Anne") as project:
        project.undo()
        project.redo()
        assert quotes(study, "Anne") == [(SAID, 2, False), (HARD, 1, True)]
        project.undo()
        code(study, "Da skiftede de", coder="Bo")
        with pytest.raises(
            Stale, match=r"^Sag 01 · borger has been coded since; bring .* again: rcoder reimport$"
        ):
            project.redo()
        assert project.transcript("Sag 01 · borger").revision == 1
    assert quotes(study, "Bo") == [("Da skiftede de", 1, False)]


def test_others_changes_meanwhile_are_taken_into_account(
    study: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bo removes one coding and makes another while Anne's correction is being worked out."""
    from rcoder.domain.actions.coding import uncode
    from rcoder.project import reimporting

    gone = code(study, HARD, coder="Bo")
    made_ready = reimporting._made_ready

    def meanwhile(project: Project, made: reimporting._Making, **how: bool) -> object:
        with open_project(study, coder="Bo") as other:
            other.do(uncode([gone], other.codes(), other.transcript("Sag 01 · borger"), ()))
        code(study, SAID, coder="Bo")
        return made_ready(project, made, **how)

    monkeypatch.setattr(reimporting, "_made_ready", meanwhile)
    correct(study, "METTE: Goddag.\n\n" + text)
    assert quotes(study, "Bo") == [(SAID, 2, False)]


def test_a_correction_that_others_always_get_ahead_of_is_refused(
    study: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ahead(*_: object, **__: object) -> None:
        raise Stale("The coding has been changed since; nothing was written.")

    monkeypatch.setattr(Project, "do", ahead)
    with pytest.raises(Stale):
        correct(study, text.replace("rart", "dejligt"))
    with open_project(study, coder="Anne") as project:
        assert project.transcript("Sag 01 · borger").revision == 1
