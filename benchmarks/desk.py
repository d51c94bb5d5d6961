"""What the desk is asked by every screen of configurations and theory, in milliseconds of its thread: first and again.

    python benchmarks/desk.py STUDY [WORDS…]

`first` is asked just after opening the project, `again` at once after, `after` when one configuration was changed meanwhile.
Questions that a screen asks in steps, between which keys go on, have their longest step beside the whole.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import thread_time

from rcoder.domain.configuration import Configuration
from rcoder.domain.journal import Deed, changed
from rcoder.domain.matrix import Ask, Of, Question
from rcoder.domain.words import Category
from rcoder.project import Project, open_project

sys.path.insert(0, str(Path(__file__).parent))

import study

Asking = Callable[[Project], Iterator[object]]
"""What a screen asks; it gives way after every step."""
IN_HAND = "K101"
"""The configuration that is looked at."""


def _plain(ask: Callable[[Project], object]) -> Asking:
    def asking(project: Project) -> Iterator[object]:
        yield ask(project)

    return asking


def _configurations(project: Project) -> Iterator[object]:
    yield project.configuration_lines()
    yield from _bench(project)


def _id(project: Project) -> str:
    from rcoder.project.configurations import found_by

    return found_by(project.sight, IN_HAND)


def _bench(project: Project) -> Iterator[object]:
    from rcoder.project.bench import gather

    yield gather(project, _id(project))


def _alike(project: Project) -> Iterator[object]:
    from rcoder.project.advising import Steps
    from rcoder.project.resembling import resembling
    from rcoder.ui.screens.alike import shown

    steps = Steps(resembling(project, dismissed=False))
    while not steps.go_on(project):
        yield None
    yield shown(project, steps.answer)


def _review(project: Project) -> Iterator[object]:
    from rcoder.project.reviewing import open_prompts, queue

    yield queue(project)
    yield open_prompts(project)


def _reading(project: Project) -> Iterator[object]:
    from rcoder.project.bench import gather
    from rcoder.project.reviewing import look, note_visit

    own = _id(project)
    found = gather(project, own), look(project, own)
    note_visit(project, own)
    yield found


def _difference(before: str, after: str) -> Asking:
    def asking(project: Project) -> Iterator[object]:
        from rcoder.project.versions import difference

        yield difference(project, before, after)

    return asking


def _comparison(ask: Ask) -> Asking:
    def asking(project: Project) -> Iterator[object]:
        from rcoder.project.matrices.asking import matrix, slices

        parts = slices(project, ask)
        for part in parts:
            yield matrix(project, part)

    return asking


def _conditions(project: Project) -> Iterator[object]:
    from rcoder.project.conditions import case_groups, checklist

    found = checklist(project)
    yield found, case_groups(project, found)


def _case(project: Project) -> Iterator[object]:
    from rcoder.project.conditions import case_sheet

    yield case_sheet(project, project.cases()[3].id)


def _absence(project: Project) -> Iterator[object]:
    from rcoder.project.absence import absence_of

    first = next(each for each in project.codes().values() if each.category is Category.HYPOTHESIS)
    yield absence_of(project, first.id)


def _framework(project: Project) -> Iterator[object]:
    from rcoder.project.framework import AT_ONCE, framework, material_of

    found = framework(project)
    yield found
    cases = [each.id for each in found.cases]
    for first in range(0, len(cases), AT_ONCE):
        yield material_of(project, found.columns, cases[first : first + AT_ONCE])


def _profile(project: Project) -> Iterator[object]:
    from rcoder.project.profiles import profile

    yield profile(project, project.cases()[3].id)


def _simple() -> dict[str, Asking]:
    from rcoder.project.chains import all_chains
    from rcoder.project.exhibits import exhibits
    from rcoder.project.history import history_of_configuration
    from rcoder.project.prompts import survey
    from rcoder.project.tray import tray
    from rcoder.project.versions import version_lines

    return {
        "tray": _plain(tray),
        "other material": _plain(exhibits),
        "chains": _plain(lambda project: all_chains(project, members=False)),
        "prompts": _plain(survey),
        "history of a configuration": _plain(lambda project: history_of_configuration(project, IN_HAND)),
        "versions": _plain(version_lines),
    }


def screens() -> dict[str, Asking]:
    """What each screen asks, by the screen."""
    return {
        "configurations": _configurations,
        "one configuration": _bench,
        **_simple(),
        "alike": _alike,
        "support conditions": _conditions,
        "support conditions of one case": _case,
        "absence of a hypothesis": _absence,
        "framework matrix": _framework,
        "case profile": _profile,
        "review queue": _review,
        "reading page": _reading,
        "difference of two versions": _difference("1", "2"),
        "difference from version 0": _difference("0", "now"),
        **{f"comparison: {each}": _comparison(Ask(each)) for each in Question},
        **{f"comparison: groups of {each}": _comparison(Ask(Question.GROUPS, of=each)) for each in Of},
    }


def _timed(asking: Asking, project: Project) -> tuple[float, float]:
    """Milliseconds of the whole, and of its longest step."""
    taken = []
    began = thread_time()
    for _ in asking(project):
        taken.append((thread_time() - began) * 1000)
        began = thread_time()
    taken.append((thread_time() - began) * 1000)
    return sum(taken), max(taken)


def measure(place: Path, rounds: int = 3, wanted: tuple[str, ...] = ()) -> dict[str, dict[str, float]]:
    """Medians of each screen's questions, on a copy."""
    found: dict[str, dict[str, list[float]]] = {}
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        copy = Path(folder) / place.name
        shutil.copyfile(place, copy)
        known = {
            name: each for name, each in screens().items() if any(word in name for word in wanted or ("",))
        }
        for number in range(-1, rounds):
            for name, asking in known.items():
                own = found.setdefault(name, {})
                for what, taken in _once(copy, asking, number):
                    if number >= 0:
                        own.setdefault(what, []).append(taken)
    return {name: {what: median(taken) for what, taken in own.items()} for name, own in found.items()}


def _once(place: Path, asking: Asking, number: int) -> Iterator[tuple[str, float]]:
    with open_project(str(place), coder=study.CODER) as project:
        for what in ("first", "again"):
            whole, step = _timed(asking, project)
            yield from ((what, whole), (f"{what}, longest step", step))
        sql = "SELECT * FROM configurations WHERE number = :number"
        (own,) = project.sight.records(Configuration, sql, number=IN_HAND)
        project.do(Deed("Changed", changed(own, replace(own, because=f"{own.because} {number}"))))
        whole, step = _timed(asking, project)
        yield from (("after", whole), ("after, longest step", step))


def main() -> None:
    """Measures and prints."""
    found = measure(Path(sys.argv[1]), wanted=tuple(sys.argv[2:]))
    for name, own in found.items():
        words = "  ".join(
            f"{what} {own[what]:7.1f} (step {own[f'{what}, longest step']:6.1f})"
            for what in ("first", "again", "after")
        )
        print(f"{name:40}{words}")
    print(
        json.dumps(
            {name: {what: round(taken, 1) for what, taken in own.items()} for name, own in found.items()}
        ),
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
