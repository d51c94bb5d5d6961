"""Merging and dividing a code, and writing the codebook to a file: what is offered and what is said."""

from __future__ import annotations

from collections.abc import Sequence

from rcoder.domain.actions.sentences import several
from rcoder.domain.codebook import Code
from rcoder.domain.codebook_rules import above
from rcoder.domain.errors import Misuse
from rcoder.project.codebook_dividing import NewCode, proposed_part_key, read_part
from rcoder.project.codebook_file import WrittenBook
from rcoder.project.codebook_merging import Merging
from rcoder.project.codebook_use import Workbook
from rcoder.ui.bookwork.forms import WHY, as_choice
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.screens.question import Field

KEEP, RETIRE = "keep", "retire"

FEW = 12
"""How many differences a window shows."""


def others(book: Workbook, code: Code) -> tuple[Choice, ...]:
    """The codes that a code may be merged into: of its sort and codebook, those of its kind and place first."""
    found = [
        each
        for each in book.codes
        if each.id != code.id
        and not each.retired
        and (each.category, each.codebook_id) == (code.category, code.codebook_id)
        and code.id not in {one.id for one in above(each, book.by_id)}
    ]
    found.sort(key=lambda each: (each.kind != code.kind, each.parent_id != code.parent_id))
    return tuple(as_choice(each, book.language) for each in found)


def merging_words(found: Merging) -> str:
    """What a merge does, in sentences."""
    gone, into = found.gone.key, found.into.key
    one = not found.words or (found.words.startswith("1 ") and " and " not in found.words)
    words = [f"{found.words or 'Nothing'} in your sight {'goes' if one else 'go'} to {into}."]
    if found.looked_at:
        words.append(f"{several(found.looked_at, 'passage')} of yours will wait to be looked at again.")
    words.append(f"{gone} is retired, its label becomes an alias of {into}, and its cues go along.")
    return " ".join(words)


def part_fields(book: Workbook, code: Code) -> tuple[Field, ...]:
    """The fields of the form for the parts of a code: a line for each, and the reason."""
    key = proposed_part_key(code, book.codes)
    words = f"The new codes, one on each line: Danish / English. Keys go on from {key}."
    return Field("parts", words, tall=True), WHY


def parts_of(answer: dict[str, str]) -> tuple[NewCode, ...]:
    """The parts that are named, in order. Raises Misuse for one without a label."""
    return tuple(read_part(each) for each in answer["parts"].splitlines() if each.strip())


def wrong_parts(answer: dict[str, str]) -> str:
    """A sentence where no part is named, or one cannot be; "" where all can."""
    try:
        found = parts_of(answer)
    except Misuse as error:
        return str(error)
    return "" if found else "Name one new code at least, in Danish, in English, or in both."


def whether_kept(code: Code, parts: Sequence[NewCode]) -> tuple[Choice, ...]:
    """Whether the divided code stays in use beside its parts."""
    beside = "it" if len(parts) == 1 else "them"
    return (
        Choice(KEEP, ((f"{code.key} stays in use beside {beside}", ""),), names=("keep", "stays")),
        Choice(RETIRE, ((f"{code.key} is retired", ""),), names=("retire",)),
    )


def writing_words(found: WrittenBook) -> str:
    """What will be written into a file."""
    if found.new:
        return "There is no such file yet; it is written whole."
    if not found.differs:
        return "The file says the same as the study; nothing would be written."
    shown = [f"· {each}" for each in found.differs[:FEW]]
    more = len(found.differs) - FEW
    shown += [f"· and {more} more"] if more > 0 else []
    kept = f"Nothing else in it is touched. As it is now it is kept in {found.backup.name if found.backup else ''}."
    return "\n".join((*shown, kept))
