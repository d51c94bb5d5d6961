"""Passages drawn at random in the study of `compared.py`, for counts that are held against a plain one."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from compared import CASES, COLOURS, INTERVIEWS, TEXT, build
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.journal import Deed, added
from rcoder.domain.words import Claim, Polarity, Scope, Stance
from rcoder.project import Project, open_project
from rcoder.project.door import coder_id

SEEN = {coder_id("Anne"), coder_id("Carl")}
"""Ids of the coders whom Anne sees."""
DONE = {"t1", "t2", "t6", "t4"}
"""Interviews coded to the end by somebody whom Anne sees."""
SCOPES = st.sampled_from([Scope.THIS_CASE, Scope.THIS_CASE, Scope.GENERAL, Scope.NORMATIVE])
PLACES = st.tuples(
    st.sampled_from([one for one, _ in INTERVIEWS]), st.integers(0, len(TEXT) - 5), st.integers(1, 40)
)
OF_CASE = st.sampled_from([None, None, None, *(each.id for each in CASES)])
CODED = st.builds(
    lambda place, *rest: (*place, *rest), PLACES, st.sampled_from(["r", "m", "o", "s", "h"]), st.sampled_from([*COLOURS]),
    st.sampled_from(["context", "resource"]), SCOPES, st.sampled_from(list(Polarity)), st.booleans(), OF_CASE,
)  # fmt: skip


def claims(names: Sequence[str]) -> tuple[tuple[Claim, str], ...]:
    """Links, elements and configurations by their ids."""
    kinds = {"l": Claim.LINK, "e": Claim.ELEMENT, "k": Claim.CONFIGURATION}
    return tuple((kinds[name[0]], name) for name in names)


def joined(names: Sequence[str]) -> st.SearchStrategy[tuple[object, ...]]:
    """Evidence on one of these claims."""
    return st.builds(
        lambda place, *rest: (*place, *rest),
        PLACES,
        st.sampled_from(claims(names)),
        st.sampled_from([*COLOURS]),
        st.sampled_from(list(Stance)),
        SCOPES,
        OF_CASE,
    )


def slow(examples: int) -> settings:
    """So many examples, each of which may take its time."""
    return settings(
        max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )


def without_passages(folder: Path) -> Path:
    """The study without passages."""
    file = folder / "empty.rcoder"
    build(str(file)).close()
    return file


def filled(empty: Path, records: Iterable[Coding | Evidence]) -> Project:
    """The study with these passages, opened for Anne."""
    file = empty.with_name("filled.rcoder")
    for each in empty.parent.glob("filled.rcoder*"):
        each.unlink()
    shutil.copy(empty, file)
    project = open_project(str(file), coder="Anne")
    if own := list(records):
        project.do(Deed("Fill", added(*own)))
    return project
