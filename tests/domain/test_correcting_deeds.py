"""Deeds on corrected transcripts, and their undoing."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.domain.actions.correcting import (
    Correction,
    Doubtful,
    Refound,
    as_it_stood,
    as_revision,
    correct,
    doubt_of,
    keep,
    place,
    remove,
)
from rcoder.domain.coding import Coding
from rcoder.domain.configuration import Configuration, Evidence
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed, added, turned_round
from rcoder.domain.records import from_row
from rcoder.domain.transcript import Doubt, Span, Speaker, Transcript, Turn
from rcoder.domain.words import Claim, Decision, Stance, Status, Verdict

BEFORE = Transcript(
    "t1", "Mette", "da", "aa", 100, "m.txt", "00", "txt", "c1", notes=("Læst.",), turns=(Turn(7, 90, "s1"),)
)
AFTER = replace(
    BEFORE,
    checksum="bb",
    characters=120,
    source="ny.docx",
    format="docx",
    turns=(Turn(9, 110, "s1"),),
    revision=2,
)
METTE, OLE = Speaker("s1", "t1", "METTE", ("borger",)), Speaker("s2", "t1", "OLE", position=1)
CODING = Coding("k1", "t1", 10, 20, "h1", "anne")
EVIDENCE = Evidence("e1", Claim.LINK, "l1", "t1", 30, 40, Stance.SUPPORTS, "bo")


def further(held: Coding | Evidence, verdict: Verdict | None) -> Refound:
    """A passage that became what a verdict says."""
    if verdict is Verdict.LOST:
        return Refound(held, held, verdict)
    return Refound(held, replace(held, start=held.start + 5, end=held.end + 5, revision=2), verdict)


def correction(*passages: Refound, **more: object) -> Correction:
    known = {"voices": (METTE,), "speakers": (METTE,), "seen": frozenset({"anne", "bo"})}
    return Correction(BEFORE, AFTER, passages=passages, **(known | more))  # type: ignore[arg-type]


def making_rows(*records: object) -> Deed:
    """What is there to begin with."""
    return Deed("Made", added(*records))


def test_the_text_before_is_kept_as_a_revision_and_can_be_had_again(making: ModuleType) -> None:
    tables = making.tables_after(making_rows(BEFORE, METTE), correct(correction()))
    assert from_row(Transcript, tables["transcripts"]["t1"]).revision == 2
    (kept,) = tables["revisions"].values()
    assert (kept["number"], kept["checksum"], kept["notes"]) == (1, "aa", ["Læst."])
    assert as_it_stood(AFTER, as_revision(BEFORE)) == BEFORE


def test_changed_and_lost_passages_are_put_in_doubt_and_no_others(making: ModuleType) -> None:
    passages = [further(replace(CODING, id=f"k{n}"), verdict) for n, verdict in enumerate((None, *Verdict))]
    deed = correct(correction(*passages, further(EVIDENCE, Verdict.CHANGED)))
    doubts = [from_row(Doubt, each.after) for each in deed.changes if each.table == "doubts" and each.after]
    assert [(each.passage_id, each.passage_table, each.coder_id, each.verdict) for each in doubts] == [
        ("k2", "codings", "anne", Verdict.CHANGED),
        ("k3", "codings", "anne", Verdict.LOST),
        ("e1", "evidence", "bo", Verdict.CHANGED),
    ]
    assert [(each.start, each.end, each.revision, each.decision) for each in doubts[1:]] == [
        (10, 20, 2, None),
        (30, 40, 2, None),
    ]


def test_the_sentence_counts_what_is_in_sight(making: ModuleType) -> None:
    passages = (
        further(CODING, None),
        further(replace(CODING, id="k2"), Verdict.MOVED),
        further(EVIDENCE, Verdict.LOST),
    )
    said = correct(correction(*passages)).sentence
    assert (
        said
        == "Corrected Mette from ny.docx, revision 2: 2 passages found again, 1 of them elsewhere, 1 lost"
    )
    alone = correct(correction(*passages, seen=frozenset({"bo"}))).sentence
    assert alone.endswith("revision 2: 0 passages found again, 1 lost")
    assert correct(correction()).sentence.endswith("no passages to find again")


def test_voices_are_changed_added_and_taken_away(making: ModuleType) -> None:
    deed = correct(
        correction(voices=(METTE, OLE), speakers=(replace(METTE, name="Borger"), replace(OLE, id="s3")))
    )
    tables = making.tables_after(making_rows(BEFORE, METTE, OLE), deed)
    assert {name: row["name"] for name, row in tables["speakers"].items()} == {"s1": "Borger", "s3": "OLE"}


verdicts = st.lists(st.sampled_from([None, *Verdict]), max_size=6)


@given(verdicts)
def test_undo_brings_everything_back(making: ModuleType, found: list[Verdict | None]) -> None:
    held = [replace(CODING, id=f"k{number}") for number in range(len(found))]
    accepted = Configuration("K", "K01", "anne", status=Status.ACCEPTED, status_digest="x")
    settled = doubt_of(further(replace(CODING, id="z"), Verdict.LOST), 1)
    base = making_rows(BEFORE, METTE, OLE, *held, accepted, settled)
    deed = correct(
        correction(
            *(further(each, verdict) for each, verdict in zip(held, found, strict=True)),
            voices=(METTE, OLE),
            settled=(settled,),
            configurations=((accepted, replace(accepted, status_digest="")),),
        )
    )
    assert making.tables_after(base, deed, Deed("Undid", turned_round(deed.changes))) == making.tables_after(
        base
    )
    done = making.tables_after(base, deed)
    assert done["doubts"][settled.id]["decision"] == "placed"
    assert len(done.get("codings", {})) == len(held)


def doubtful(passage: Coding | Evidence, *, stray: bool = False) -> Doubtful:
    doubt = doubt_of(Refound(passage, passage, Verdict.LOST), 2)
    return Doubtful(passage, "H1.M1 in Mette 10–20", () if stray else (doubt,), doubt if stray else None)


def test_a_decision_settles_every_doubt_about_the_passage(making: ModuleType) -> None:
    first = doubt_of(further(CODING, Verdict.CHANGED), 2)
    second = replace(first, id="d2", revision=3)
    deed = keep(Doubtful(CODING, "it", (first, second)), "anne")
    tables = making.tables_after(making_rows(CODING, first, second), deed)
    assert {(row["decision"], row["decided_by"]) for row in tables["doubts"].values()} == {("kept", "anne")}
    assert deed.sentence == "Kept it"
    settled = tuple(from_row(Doubt, row) for row in tables["doubts"].values())
    with pytest.raises(Misuse, match="so already"):
        keep(Doubtful(CODING, "it", settled), "anne")


def test_a_stray_passage_gets_its_doubt_with_the_decision(making: ModuleType) -> None:
    tables = making.tables_after(making_rows(CODING), keep(doubtful(CODING, stray=True), "anne"))
    assert [row["decision"] for row in tables["doubts"].values()] == ["kept"]


@pytest.mark.parametrize("held", [CODING, EVIDENCE])
def test_removing_and_placing(making: ModuleType, held: Coding | Evidence) -> None:
    own = doubtful(held)
    base = making_rows(held, *own.doubts)
    gone = making.tables_after(base, remove(own, held.coder_id))
    assert held.table not in gone
    assert [row["decision"] for row in gone["doubts"].values()] == ["removed"]
    placed = making.tables_after(base, place(own, Span(50, 60), AFTER, held.coder_id))
    row = placed[held.table][held.id]
    assert (row["start"], row["end"], row["revision"]) == (50, 60, 2)
    assert [each["decision"] for each in placed["doubts"].values()] == [Decision.PLACED.value]


@pytest.mark.parametrize("span", [Span(5, 5), Span(-1, 4), Span(100, 121)])
def test_no_passage_is_placed_outside_the_text(span: Span) -> None:
    with pytest.raises(Misuse, match="is no passage of Mette"):
        place(doubtful(CODING), span, AFTER, "anne")
