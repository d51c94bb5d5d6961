"""A study with summaries and turning points, for the tests of the framework matrix and the page of a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import condition_study
from condition_study import MISSING, THERE, code_all, finished, released
from rcoder.domain.coding import Coding
from rcoder.project import Project, open_project
from rcoder.project.summing_up import summing_up
from rcoder.project.turning_points import setting

MINE = "Karen var der hver uge, men først efter starten."
THEIRS = "Borgeren har haft én at ringe til hele vejen."


def build(new_project: Callable[..., Project], folder: Path) -> tuple[Project, dict[str, Coding]]:
    """The study of conditions, coded by Anne; Sag 01's interviews are coded to the end. Open for her."""
    project = condition_study.build(new_project, folder)
    said = code_all(project)
    finished(project, "b1", "m1")
    return project, said


def written(new_project: Callable[..., Project], folder: Path) -> str:
    """Anne's summary and two turning points of Sag 01, and Jonas's summary of the same cell, released."""
    project, said = build(new_project, folder)
    with project:
        project.do(summing_up(project, "Sag 01", "H1", MINE, [said["there"].id, said["missing"].id]))
        rests = [said["there"].id]
        project.do(setting(project, "Sag 01", "Karen kommer til", when="uge 6", sign="+", passages=rests))
        project.do(setting(project, "Sag 01", "Karen rejser", when="marts 2017", sign="-"))
        location = project.location
    with open_project(location, coder="Jonas") as project:
        project.do(summing_up(project, "Sag 01", "H1", THEIRS))
        project.do(setting(project, "Sag 01", "Jonas' vendepunkt"))
        released(project)
    return location


__all__ = ["MINE", "MISSING", "THEIRS", "THERE", "build", "written"]
