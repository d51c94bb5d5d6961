"""What the keys of evidence do to the line under the cursor of the configurations screen."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.actions import exhibiting
from rcoder.domain.errors import Misuse
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.words import Stance
from rcoder.project.bench import Bench
from rcoder.ui.configuring.deeds import claim_at, claim_words, in_turn, place_at, read_at
from rcoder.ui.configuring.owning import owned
from rcoder.ui.configuring.rows import about

NO_PASSAGE = "Go to a passage first, one for or against or one that an element rests on."


def passage_at(bench: Bench, row: str) -> Passage:
    """The passage under the cursor, or the one that the comment there is about. Raises Misuse where there is none."""
    subject, found = about(row)
    if subject == "comment":
        comment = next((each for each in bench.belongings.comments if each.id == found), None)
        known = bench.answer.evidence.get(comment.about_id) if comment is not None else None
        codings = {each.id: each.coding_id for each in bench.assembled.groundings}
        resting = bench.answer.codings.get(codings.get(comment.about_id, "")) if comment is not None else None
        passage = known or resting
    else:
        passage = read_at(bench, row)
    if passage is None:
        raise Misuse(NO_PASSAGE)
    return passage


def part_at(bench: Bench, row: str) -> str:
    """Id of what something can be joined to under the cursor: an element, a link, a rival, or the configuration itself."""
    subject = about(row)[0]
    if subject == "bearing":
        return bearing_at(bench, row)[0].claim_id
    if subject in ("place", "ground"):
        return place_at(bench, row).element_id
    return claim_at(bench, row)


def bearing_at(bench: Bench, row: str) -> tuple[Bearing, Exhibit]:
    """The other material under the cursor. Raises Misuse."""
    subject, found = about(row)
    every = (*bench.assembled.bearings, *bench.belongings.material_on_rivals)
    bearing = next((each for each in every if each.id == found), None)
    if subject != "bearing" or bearing is None or bearing.exhibit_id not in bench.exhibits:
        raise Misuse("Go to a survey row, a register figure or a document first.")
    return bearing, bench.exhibits[bearing.exhibit_id]


def material_off(bench: Bench, row: str) -> Deed:
    """The other material under the cursor taken off. Raises Misuse elsewhere."""
    bearing, exhibit = bearing_at(bench, row)
    return exhibiting.take_off(owned(bench, bearing), exhibit, claim_words(bench, bearing.claim_id))


def material_turned(bench: Bench, row: str) -> Deed:
    """The other material under the cursor with the next stance. Raises Misuse elsewhere."""
    bearing, exhibit = bearing_at(bench, row)
    after = replace(owned(bench, bearing), stance=in_turn(tuple(Stance), bearing.stance) or bearing.stance)
    return exhibiting.turn(bearing, after, exhibit, claim_words(bench, bearing.claim_id))
