"""A coded passage brought to a configuration: for an element to rest on, or for or against a claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rcoder.domain.answers import CodingLine
from rcoder.domain.errors import Stale
from rcoder.domain.journal import Deed
from rcoder.domain.words import Stance
from rcoder.project import Project
from rcoder.project.bench import Bench, gather
from rcoder.ui.configuring import choices, deeds, making
from rcoder.ui.configuring.rows import about
from rcoder.ui.evidencing.bench_deeds import part_at
from rcoder.ui.offer import Offer
from rcoder.ui.screens.choosing import ChooserScreen, StanceScreen

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


HandIn = Callable[[Callable[[Project], Deed]], None]
"""Does a deed that is made at the desk."""


def attach_coded(app: RcoderApp, bench: Bench, row: str, hand_in: HandIn) -> None:
    """Asks for a coded passage; one key more says how it bears on the claim; an element may also rest on it."""
    own = bench.assembled.configuration.id
    element = about(row)[0] in ("place", "ground")
    heading = deeds.attaching_to(bench, row)

    def listed(found: tuple[CodingLine, ...]) -> None:
        there = deeds.resting(bench, row) if element else frozenset()
        by_id = {
            line.coding.id: line
            for line in found
            if line.coding.id not in there and not line.passage.no_evidence
        }
        if not by_id:
            app.tell("No respondent's words are coded yet. Code some in a transcript, then come back.")
            return
        known = choices.passages(by_id.values(), choices.relevant_codes(bench, deeds.elements_at(bench, row)))
        screen = ChooserScreen(heading, known)
        app.push_screen(screen, lambda answer: chosen(by_id[answer]) if answer else None)

    def chosen(line: CodingLine) -> None:
        def rests() -> None:
            hand_in(lambda project: deeds.rested(gather(project, own), row, line.coding.id))

        claim = deeds.claim_words(bench, part_at(bench, row))
        app.push_screen(
            StanceScreen(claim, line.passage.text, rests=rests if element else None),
            lambda stance: (
                hand_in(lambda project: _attached(project, own, row, line, stance)) if stance else None
            ),
        )

    app.at_desk(lambda project: project.coding_lines(), listed, keys_wait=True)


def _attached(project: Project, configuration_id: str, row: str, line: CodingLine, stance: Stance) -> Deed:
    bench = gather(project, configuration_id)
    transcript = project.transcript(line.coding.transcript_id)
    if transcript.revision != line.coding.revision:
        raise Stale(f"{transcript.title} has been corrected meanwhile; nothing was attached.")
    offer = Offer(transcript, line.coding.span, line.passage.text, (line.coding,))
    claim = part_at(bench, row)
    return making.attached(
        bench.assembled,
        claim,
        offer,
        stance,
        coder_id=project.coder_id,
        scope=line.coding.scope,
        rivals=bench.belongings.rivals,
    )[1]
