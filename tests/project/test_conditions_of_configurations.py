"""The support conditions a configuration bears on follow when a condition is merged, and keep it from being removed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.domain.actions.configuring import begin, edit
from rcoder.domain.configuration import Configuration
from rcoder.domain.errors import RcoderError
from rcoder.domain.ids import new_id
from rcoder.project import Project
from rcoder.project.codebook_dividing import NewCode, divide
from rcoder.project.codebook_merging import merge
from rcoder.project.codebook_work import Wanted, removal


@pytest.fixture
def project(new_project: Callable[..., Project]) -> Project:
    """K01 bears on SC1.2, a second support condition."""
    project = new_project(coder="Anne")
    project.do(divide(project, "SC1.1", [NewCode(Wanted({"label.da": "Tid nok"}))]))
    project.do(begin(Configuration(new_id(), "K01", project.coder_id)))
    found = project.configuration("K01").assembled
    project.do(edit(found, conditions=(project.code("SC1.2").id,)))
    return project


def test_a_configuration_bears_on_the_condition_that_its_own_was_merged_into(project: Project) -> None:
    with project:
        into = project.code("SC1.1").id
        project.do(merge(project, "SC1.2", "SC1.1"))
        assert project.configuration("K01").assembled.configuration.conditions == (into,)
        project.undo()
        assert project.configuration("K01").assembled.configuration.conditions == (project.code("SC1.2").id,)


def test_a_condition_that_a_configuration_bears_on_is_not_removed(project: Project) -> None:
    with project, pytest.raises(RcoderError, match="configuration"):
        project.do(removal(project, "SC1.2"))
