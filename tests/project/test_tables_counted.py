"""What printed tables count, against a plain count of the same passages, with a hidden layer among them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compared import CASES, INTERVIEWS, as_passage, coding, evidence
from compared_drawn import CODED, DONE, SEEN, filled, without_passages
from compared_drawn import joined as drawn_on
from compared_drawn import slow as often
from rcoder.analysis.counting import case_progress, counts_as, tally, witnesses
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Evidence
from rcoder.domain.outgoing import Wanted
from rcoder.domain.passage import Passage
from rcoder.domain.printed import PrintedTable
from rcoder.domain.terms import say
from rcoder.domain.words import Polarity, Scope, Stance, role_group
from rcoder.project import Project
from rcoder.project.exports.tables.making import asked

PROGRESS = case_progress((each.id for each in CASES), dict(INTERVIEWS), DONE)
BELOW = {"h": "hsrm", "s": "s", "r": "r", "m": "m", "h2": ("h2", "o"), "o": "o"}
"""Each code with those under it."""
OF_K1 = {"k1", "l1", "l2", "l3", "e0", "e1", "e2", "e3"}
coded, joined = CODED, drawn_on(("k1", "k2", "k6", "l1", "l2", "l3", "l4", "e1", "e2"))
slow = often(15)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_passages(tmp_path_factory.mktemp("tables"))


def table(project: Project, what: str, **options: str) -> PrintedTable:
    return asked(project, Wanted(what, ".md", "en", options))


def counted(found: Iterable[Passage]) -> tuple[int, set[str], set[str]]:
    """Stretches that count, the interviews they stand in, and the cases they are about."""
    every = [each for each in witnesses(("", each) for each in found) if each.counts != "listed"]
    about = {each.case_id for each in every if each.counts == "case" and each.case_id}
    return len(every), {each.transcript_id for each in every}, about


def respondents(records: Iterable[Coding | Evidence]) -> list[tuple[Coding | Evidence, Passage]]:
    """What is in sight and no interviewer's, as a plain reader of the text makes it."""
    found = [(each, as_passage(each)) for each in records if each.coder_id in SEEN]
    return [(each, passage) for each, passage in found if not passage.interviewer]


@slow
@given(drawn=st.lists(coded, max_size=14))
def test_frequencies_are_those_of_a_plain_count_with_what_stands_below(
    empty: Path, drawn: list[tuple[object, ...]]
) -> None:
    records = [coding(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    with filled(empty, records) as project:
        found = table(project, "frequencies")
        keys = {code.key: code.id for code in project.codes().values()}
    said = respondents(records)
    names = [heading.name for heading in found.headings]
    for row in found.rows:
        code = keys[row.cells[0].text.split()[0]]
        own = [passage for each, passage in said if getattr(each, "code_id", "") in BELOW[code]]
        passages, interviews, about = counted(own)
        numbers = [cell.number for cell in row.cells]
        assert numbers[1] == passages
        assert numbers[2] == len(interviews & DONE)
        assert numbers[3] == pytest.approx(len(interviews & DONE) / 4)
        assert numbers[4] == len(about & PROGRESS.coded)
        assert numbers[5] == pytest.approx(len(about & PROGRESS.coded) / len(PROGRESS.coded))
        by_group = [each for each in own if "borger" in map(role_group, each.roles)]
        assert numbers[names.index("Citizen")] == len(counted(by_group)[1] & DONE)


@slow
@given(drawn=st.lists(joined, max_size=14))
def test_a_cmo_table_tells_each_stance_apart_as_a_plain_count_does(
    empty: Path, drawn: list[tuple[object, ...]]
) -> None:
    records = [evidence(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    with filled(empty, records) as project:
        found = table(project, "cmo", level="all")
    own = [("K1", as_passage(each)) for each in records if each.coder_id in SEEN and each.claim_id in OF_K1]
    assert found.numbers is not None
    numbers = {
        (row.cells[1].text, row.cells[2].text): (row.cells[3].number, row.cells[4].number)
        for row in found.numbers.rows
        if row.cells[0].text == "K1 Første"
    }
    for stance in (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES):
        plain = tally(witnesses(own), stance, PROGRESS)
        name = say(stance)
        assert numbers[name, "counted"] == (plain.passages, None)
        assert numbers[name, "coded to the end"] == (plain.cases, len(PROGRESS.coded))
        assert numbers[name, "not yet coded to the end"] == (plain.cases_not_yet_coded, None)
        assert numbers[name, "general experience"] == (plain.respondents, None)
        assert numbers[name, "listed, not counted"] == (plain.listed, None)


@slow
@given(drawn=st.lists(joined, max_size=14))
def test_quotations_are_every_stretch_in_sight_once_for_each_claim(
    empty: Path, drawn: list[tuple[object, ...]]
) -> None:
    records = [evidence(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    with filled(empty, records) as project:
        found = table(project, "quotations", level="all")
    by_claim: dict[str, list[tuple[str, Passage]]] = {}
    for each in records:
        if each.coder_id in SEEN and each.claim_id in OF_K1:
            by_claim.setdefault(each.claim_id, []).append(("K1", as_passage(each)))
    expected = [stretch for own in by_claim.values() for stretch in witnesses(own)]
    rows = [row for row in found.rows if row.cells[0].text == "K1"]
    assert sorted((row.cells[1].text, row.cells[2].text.strip("“”")) for row in rows) == sorted(
        (say(each.stance), " ".join(each.text.split())) for each in expected
    )
    listed = [row for row in rows if row.cells[-1].text.startswith("listed")]
    assert len(listed) == sum(each.counts == "listed" for each in expected)


@slow
@given(drawn=st.lists(joined, max_size=14))
def test_pairs_of_codes_are_counted_as_links_and_their_passages_are(
    empty: Path, drawn: list[tuple[object, ...]]
) -> None:
    records = [evidence(number, each) for number, each in enumerate(drawn)]  # type: ignore[arg-type]
    ends = {
        "l1": ("H1.R1", "H1.M1"),
        "l2": ("H1.M1", "H2.O1"),
        "l3": ("no", "H1.M1"),
        "l4": ("H1.M1", "H2.O1"),
    }
    with filled(empty, records) as project:
        found = table(project, "co-occurrence")
    rows = {(row.cells[0].text.split()[0], row.cells[1].text.split()[0]): row for row in found.rows}
    assert set(rows) == set(ends.values())
    for pair, row in rows.items():
        own = [
            as_passage(each)
            for each in records
            if each.coder_id in SEEN and ends.get(each.claim_id) == pair and each.stance is Stance.SUPPORTS
        ]
        passages, _, about = counted(own)
        numbers = [cell.number for cell in row.cells[2:]]
        assert numbers[0] == len([each for each in ends.values() if each == pair])
        assert numbers[4] == len(about & PROGRESS.coded)
        assert numbers[5] == passages


def test_interviewers_words_and_normative_talk_count_nowhere(empty: Path) -> None:
    drawn = ("t1", 3, 10, "r", "Anne", "context", Scope.THIS_CASE, Polarity.PRESENT, False, None)
    normative = ("t1", 30, 10, "r", "Anne", "context", Scope.NORMATIVE, Polarity.PRESENT, False, None)
    records = [coding(0, drawn), coding(1, normative)]
    assert as_passage(records[0]).interviewer
    assert counts_as(as_passage(records[1]))[0] == "listed"
    with filled(empty, records) as project:
        found = table(project, "frequencies")
    assert all(cell.number in (0, None) for row in found.rows for cell in row.cells)
