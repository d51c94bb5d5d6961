"""What x does to a tie between two configurations."""

from __future__ import annotations

from rcoder.domain.actions.kinship import unrelate
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.project.bench import Bench
from rcoder.ui.chaining.bench_rows import tie_row


def untied(bench: Bench, row: str) -> Deed:
    """Takes back what the asker said of two configurations. Raises Misuse for a tie of elements, or another's words."""
    tie = next((each for each in bench.ties if tie_row(each) == row), None)
    if tie is None or tie.kinship is None:
        raise Misuse(
            "A chain is of shared elements, not said by anyone.", "Take the element out of one of the two."
        )
    if tie.kinship.coder_id != bench.coder_id:
        raise Misuse("Only who said it takes it back.")
    numbers = {bench.assembled.configuration.id: bench.answer.line.number, tie.other.id: tie.other.number}
    return unrelate(tie.kinship, numbers[tie.kinship.configuration_id], numbers[tie.kinship.other_id])
