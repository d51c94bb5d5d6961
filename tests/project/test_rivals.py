"""Rival explanations in a project: whose they are, who sees them, and what takes them along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rcoder.domain.actions.coding import attach
from rcoder.domain.actions.configuring import begin, drop
from rcoder.domain.actions.studying import choose_rendering, release
from rcoder.domain.configuration import Configuration, Evidence
from rcoder.domain.errors import Misuse, NotFound, Stale
from rcoder.domain.ids import new_id
from rcoder.domain.words import Claim, Fate, Rendering, Stance
from rcoder.project import Project, open_project
from rcoder.project.bench import gather
from rcoder.project.importing import Bringing, import_files
from rcoder.project.rivals import considered, reconsidered, rival_lines, rival_numbered, rivals_of, withdrawn


@pytest.fixture
def study(new_project: Callable[..., Project], interview_file: Path) -> str:
    """Anne's two configurations; a rival of K01 that K02 says, with a passage on it."""
    with new_project(coder="Anne") as project:
        list(import_files(project, [Bringing(interview_file, case="Sag 01", roles=("borger",))]))
        for number in ("K01", "K02"):
            project.do(begin(Configuration(new_id(), number, project.coder_id)))
        own, other = (project.configuration(number).line.id for number in ("K01", "K02"))
        project.do(considered(project, own, wording="Han ville alligevel", other_id=other))
        on_rival(project, Stance.SUPPORTS)
        return project.location


def on_rival(project: Project, stance: Stance) -> None:
    transcript = project.transcript("interview.txt")
    rival = rival_numbered(project, "K01", 1)
    evidence = Evidence(new_id(), Claim.RIVAL, rival.id, transcript.id, 70, 90, stance, project.coder_id)
    project.do(attach(evidence, "a rival", transcript))


def released(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(release(next(each for each in project.coders() if each.name == "Anne")))


def test_a_rival_is_told_with_its_passages_and_the_configuration_that_says_it(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        (found,) = rival_lines(project, "K01")
        assert (found.rival.wording, found.other, found.coder) == ("Han ville alligevel", "K02", "Anne")
        assert [passage.stance for passage in found.passages] == [Stance.SUPPORTS]
        with pytest.raises(NotFound, match="no rival 2"):
            rival_numbered(project, "K01", 2)


def test_the_bench_knows_the_passages_on_rivals_and_counts_none_of_them_for_the_configuration(
    study: str,
) -> None:
    with open_project(study, coder="Anne") as project:
        bench = gather(project, "K01")
        (evidence,) = bench.belongings.on_rivals
        assert bench.answer.evidence[evidence.id].text
        assert bench.transcripts[evidence.transcript_id].title
        assert bench.assembled.evidence == ()


def test_removing_a_configuration_takes_its_rivals_along_and_leaves_those_that_name_it(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        for number in ("K02", "K01"):
            before = gather(project, number)
            project.do(drop(before.assembled, before.homes, before.belongings))
            if number == "K02":
                assert rival_numbered(project, "K01", 1).other_id is None
        assert (
            project.sight.rows("SELECT id FROM rivals") == project.sight.rows("SELECT id FROM evidence") == []
        )
        project.undo()
        project.undo()
        (found,) = rival_lines(project, "K01")
        assert (found.other, len(found.passages)) == ("K02", 1)


def test_nobody_changes_or_removes_the_rival_of_another(study: str) -> None:
    released(study)
    with open_project(study, coder="Bo") as project:
        rival = rival_numbered(project, "K01", 1)
        with pytest.raises(Misuse, match="another coder's"):
            reconsidered(project, rival, fate=Fate.DROPPED, reason="nej")
        with pytest.raises(Misuse, match="another coder's"):
            withdrawn(project, rival)


def test_a_rival_that_a_hidden_layers_passage_is_on_is_not_removed(study: str) -> None:
    released(study)
    with open_project(study, coder="Bo") as project:
        on_rival(project, Stance.CONTRADICTS)
    with open_project(study, coder="Anne") as project:
        with pytest.raises(Stale):
            project.do(withdrawn(project, rival_numbered(project, "K01", 1)))
        assert len(rival_lines(project, "K01")[0].passages) == 1


def test_a_hidden_rival_of_a_released_configuration_is_not_seen(study: str) -> None:
    released(study)
    with open_project(study, coder="Bo") as project:
        own = project.configuration("K01").line.id
        project.do(considered(project, own, wording="Bos hemmelige rival"))
        assert len(rivals_of(project, own)) == 2
    with open_project(study, coder="Anne") as project:
        assert [each.rival.wording for each in rival_lines(project, "K01")] == ["Han ville alligevel"]
        assert "Bos" not in repr(gather(project, "K01"))


def test_the_studys_rendering_is_kept_with_its_reason_and_undone(study: str) -> None:
    with open_project(study, coder="Anne") as project:
        project.do(choose_rendering(project.study(), Rendering.ICAMO, "mange aktører"))
        assert gather(project, "K01").rendering is Rendering.ICAMO
        project.undo()
        assert gather(project, "K01").rendering is Rendering.RESOURCE_REASONING
