"""What charts count, against a plain count of the same passages; hidden layers, gaps and denominators."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compared import CASES, INTERVIEWS, as_passage, build, evidence, fill
from compared_drawn import SEEN, filled, slow, without_passages
from compared_drawn import joined as drawn_on
from rcoder.analysis.counting import counts_as, witnesses
from rcoder.domain.chart import Charted
from rcoder.domain.configuration import Evidence
from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Wanted
from rcoder.domain.words import Stance, role_group
from rcoder.project import Project
from rcoder.project.charts import behind_bar, chart
from rcoder.project.exports.charts import make

BEARS: dict[str, set[str]] = {
    "k1": {"h"}, "k2": {"h", "h2"}, "k3": {"h"}, "k6": {"h2"}, "l1": {"h"}, "l2": {"h"}, "l3": {"h"}, "l4": {"h", "h2"},
    "e1": {"h", "h2"}, "e2": {"h", "h2"},
}  # fmt: skip
"""The hypotheses that each claim bears on, of the configurations Anne sees."""
GROUPS = {each.id: each.outcome_group or "unknown" for each in CASES}

joined = drawn_on((*BEARS, "k4"))


def naive(records: Iterable[Evidence], of: Charted) -> dict[tuple[str, str, Stance], int]:
    """Stretches by hypothesis, bar and stance, counted one after the other."""
    passages: dict[tuple[str, str, Stance], list[tuple[str, object]]] = {}
    for each in records:
        if each.coder_id not in SEEN:
            continue
        passage = as_passage(each)
        if of is Charted.ROLES:
            bars = {role_group(role) for role in passage.roles}
        else:
            bars = {GROUPS[passage.case_id]} if passage.case_id else set()
        for hypothesis in BEARS.get(each.claim_id, set()):
            for bar in bars:
                passages.setdefault((hypothesis, bar, each.stance), []).append(("K", passage))
    found = {key: witnesses(own) for key, own in passages.items()}  # type: ignore[arg-type]
    return {key: n for key, own in found.items() if (n := sum(each.counts != "listed" for each in own))}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_passages(tmp_path_factory.mktemp("charted"))


@slow(40)
@given(drawn=st.lists(joined, max_size=12), of=st.sampled_from([Charted.ROLES, Charted.GROUPS]))
def test_bars_are_as_long_as_a_plain_count_says(
    empty: Path, drawn: list[tuple[object, ...]], of: Charted
) -> None:
    records = [evidence(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    with filled(empty, records) as project:
        found = chart(project, of)
    stances = [Stance(part.key) for part in found.parts]
    counts = {
        (bar.under_id, bar.id, stance): number
        for bar in found.bars
        for stance, number in zip(stances, bar.counts, strict=True)
        if number
    }
    assert counts == naive(records, of)


@pytest.fixture
def study(tmp_path: Path) -> Iterable[Project]:
    with build(str(tmp_path / "charted.rcoder")) as project:
        fill(project)
        yield project


def test_progress_says_how_many_of_all_interviews_and_of_a_hidden_coder_nothing(study: Project) -> None:
    bars = {bar.name: bar for bar in chart(study, Charted.PROGRESS, language="en").bars}
    assert sum(bars["Anne"].counts) == len(INTERVIEWS)
    assert bars["Anne"].of == "3 of 6 interviews coded to the end"
    assert bars["Carl"].counts[0] == 1
    assert bars["Bo"].counts == ()
    assert bars["Bo"].blank == "layer not released"


def test_a_bar_without_passages_says_why(study: Project) -> None:
    blanks = {bar.blank for bar in chart(study, Charted.GROUPS, language="en").bars}
    assert blanks <= {"", "not mentioned", "no case coded to the end", "no interview"}
    assert all(bar.of for bar in chart(study, Charted.GROUPS).bars if any(bar.counts))


def test_each_bar_opens_as_many_passages_as_speak_in_it(study: Project) -> None:
    for bar in chart(study, Charted.ROLES).bars:
        found = behind_bar(study, Charted.ROLES, bar.under_id, bar.id)
        counted = [p for _, own in found for p in own if counts_as(p)[0] != "listed"]
        assert bool(counted) == any(bar.counts)
        assert len(counted) >= sum(bar.counts)


def test_charts_speak_danish_and_english(study: Project) -> None:
    danish, english = (chart(study, Charted.GROUPS, language=each) for each in ("da", "en"))
    assert danish.title == "Belæg efter gruppe"
    assert english.title == "Evidence by group"
    assert {bar.name for bar in danish.bars} >= {"med ordinære timer", "uden ordinære timer"}


@pytest.mark.parametrize("of", [each.value for each in Charted])
def test_a_chart_is_written_with_its_source_the_same_bytes_twice(study: Project, of: str) -> None:
    wanted = Wanted("chart", ".svg", "da", {"of": of})
    first = make(study, wanted)
    assert first.contents == make(study, wanted).contents
    assert "kodebog small 1" in first.contents.decode()
    assert "Bo" in {each.text.strip() for each in first.said} or of != "progress"


@pytest.mark.parametrize("of", ["progress", "roles"])
def test_only_evidence_by_group_is_split(study: Project, of: str) -> None:
    with pytest.raises(Misuse, match="Only evidence by group is split by groups"):
        make(study, Wanted("chart", ".svg", "da", {"of": of, "split": "municipality"}))
