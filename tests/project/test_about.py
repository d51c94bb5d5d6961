"""What the screens about one interview and one case are told: nothing of layers out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import finish
from rcoder.domain.coding import Finish
from rcoder.domain.errors import NotFound
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, added
from rcoder.domain.memo import Memo
from rcoder.domain.transcript import Span
from rcoder.domain.words import Subject
from rcoder.project import Project, arranging, open_project
from rcoder.project.about import about_case, about_interview
from rcoder.project.arranging import Wanted
from rcoder.project.coding import CodingFlags, code_passage
from rcoder.project.importing import Bringing, import_files


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> Iterator[Project]:
    """Mette in Sag 01, with a passage about Sag 02; Bo has worked on her, unseen."""
    with new_project(coder="Anne") as anne:
        list(import_files(anne, [Bringing(interview_file, title="Mette", case="Sag 01", roles=("borger",))]))
        arranging.do(
            anne, arranging.change(anne, [anne.transcript("Mette").id], Wanted(case="Sag 02", wave="1"))
        )
        code_passage(anne, "Mette", Span(70, 90), "H1.M1", CodingFlags(case="Sag 01"))
        with open_project(anne.location, coder="Bo") as bo:
            own = bo.transcript("Mette")
            code_passage(bo, "Mette", Span(60, 65), "H1.R1", CodingFlags(case="Sag 01"))
            bo.do(finish(Finish(new_id(), own.id, bo.coder_id), own))
            bo.do(Deed("Wrote", added(Memo(new_id(), bo.coder_id, Subject.INTERVIEW, own.id))))
        yield anne


def test_an_interview_tells_of_ones_own_work_only(study: Project) -> None:
    found = about_interview(study, study.transcript("Mette").id)
    assert found.weight == "1 coding"
    assert (found.line.codings, found.line.finished_by) == (1, ())
    assert [each.speaker.name for each in found.lines] == ["INTERVIEWER", "METTE"]
    assert found.case is not None
    assert (found.case.name, found.known.waves) == ("Sag 02", ("1",))


def test_a_case_tells_of_ones_own_work_only(study: Project) -> None:
    first = next(each for each in study.cases() if each.name == "Sag 01")
    found = about_case(study, first.id)
    assert (found.interviews, found.about) == ((), "1 coding of another interview")


def test_what_is_no_longer_there_is_said(study: Project) -> None:
    with pytest.raises(NotFound, match="no longer in the study"):
        about_interview(study, "gone")
    with pytest.raises(NotFound, match="no longer in the study"):
        about_case(study, "gone")
