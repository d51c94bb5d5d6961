"""The sample study: built from its readable file, the same on every machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.errors import RcoderError
from rcoder.domain.ids import named_id
from rcoder.project.door import Project, create_project, open_project
from rcoder.project.exports.leaving import leave, make, wanted
from rcoder.project.importing import Bringing, ImportStatus, import_files
from rcoder.project.reimporting import correct_as_told
from rcoder.project.sentences import find_sentences

if TYPE_CHECKING:
    from rcoder.exchange.study_file import StudyFile

Report = Callable[[int, int, str], None]
"""Told how far work is: steps done, steps in all, what is at hand."""

PROJECT_NAME = "jobfirst-sample.rcoder"


@dataclass(frozen=True, slots=True)
class Sample:
    """Where the sample study is and what was drawn of it."""

    project: Path
    figures: tuple[Path, ...]
    built: bool
    """False where it was there already and was kept."""


def build_sample(directory: Path, *, report: Report) -> Sample:
    """Builds the sample study in a folder, unless it is there, and draws its change theory beside it.

    A study that is there is kept with all that was done in it. Raises RcoderError where the folder cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RcoderError(
            f"{directory}: {error.strerror}.", "Choose another folder: rcoder demo DIR."
        ) from error
    place = directory / PROJECT_NAME
    built = not place.exists()
    if built:
        _build(place, report)
    with open_project(str(place)) as project:
        figures = tuple(_figures(project, directory))
    return Sample(place, figures, built)


def _figures(project: Project, directory: Path) -> Iterable[Path]:
    contents = project.codebook()
    minis = [each.hypothesis for each in contents.theories if each.hypothesis] if contents else []
    yield _exported(project, "theory", directory / "change-theory.html")
    yield _exported(project, "theory", directory / "change-theory.svg")
    for key in minis:
        yield _exported(project, "theory", directory / f"change-theory-{key}.svg", hypothesis=key)


def _exported(project: Project, what: str, file: Path, **options: str) -> Path:
    """An export of the sample, in which every person is made up."""
    asked = replace(wanted(project, what, file, options=options), remarked=False)
    return leave(project, asked, file, make(project, asked))


def _build(place: Path, report: Report) -> None:
    """Builds beside and puts in place whole, so that a build that was stopped leaves nothing to mistake for a study."""
    from rcoder.exchange.shipped import sample_folder
    from rcoder.exchange.studies import read_study
    from rcoder.project.starting import codebook_named

    folder = sample_folder()
    file = read_study(folder / "study.yaml")
    beside = place.with_name(f".{os.getpid()}-{place.name}")
    try:
        contents = codebook_named(file.codebook)
        with create_project(str(beside), file.title.say(), contents, coder=file.coders[0].name) as project:
            _bring_in(project, file, folder, report)
            _find_sentences(project, report)
            from rcoder.project.retelling import retell

            retell(project, file, folder / "study.yaml")
        correct_as_told(str(beside), file, folder)
        beside.replace(place)
    finally:
        for leftover in place.parent.glob(f"{beside.name}*"):
            leftover.unlink()


def _bring_in(project: Project, file: StudyFile, folder: Path, report: Report) -> None:
    from rcoder.project.attributes import attributes
    from rcoder.project.manifest import bringings

    files = list(bringings(folder / file.manifest, attributes(project.sight)).values())
    report(0, len(files), "")
    results = import_files(project, files, identify=_sample_id)
    for done, result in enumerate(results, start=1):
        report(done, len(files), Path(result.file).name)
        if result.status is not ImportStatus.IMPORTED:
            raise RcoderError(
                f"The sample study is not whole: {' '.join(result.messages)}", "Install rcoder again."
            )


def _find_sentences(project: Project, report: Report) -> None:
    for found in find_sentences(project):
        report(found.done, found.whole, "sentences")


def _sample_id(bringing: Bringing) -> str:
    return named_id("sample", bringing.file.name)
