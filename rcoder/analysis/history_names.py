"""What things are called where a course is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rcoder.domain.journal import Change
from rcoder.domain.records import Row
from rcoder.domain.words import Claim

GONE = "something that is gone"


@dataclass(slots=True)
class Names:
    """What things are called in the sentences; whoever tells a course keeps elements and links as they were at the time."""

    number: str = ""
    """Of the configuration that is told of."""
    elements: dict[str, str] = field(default_factory=dict)
    """Wordings by id."""
    links: dict[str, Row] = field(default_factory=dict)
    """Rows by id."""
    rivals: dict[str, str] = field(default_factory=dict)
    """Wordings by id."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Of the configurations in sight, by id."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Key and label by id."""
    nodes: Mapping[str, str] = field(default_factory=dict)
    """Labels of boxes by id."""
    cases: Mapping[str, str] = field(default_factory=dict)
    exhibits: Mapping[str, str] = field(default_factory=dict)
    """Titles by id."""
    passages: Mapping[str, str] = field(default_factory=dict)
    """Words of passages by the id of the evidence or coding."""
    language: str = "da"
    """Language of the study, in which labels are said."""

    def note(self, change: Change) -> None:
        """Keeps what a change says of elements, links and rivals."""
        row = change.after or change.before or {}
        if change.table == "elements":
            self.elements[change.id] = row["wording"]
        elif change.table == "links":
            self.links[change.id] = row
        elif change.table == "rivals":
            self.rivals[change.id] = row["wording"]

    def element(self, element_id: str) -> str:
        """An element in quotation marks."""
        return f"“{self.elements[element_id]}”" if element_id in self.elements else GONE

    def link(self, link_id: str, *, depth: int = 0) -> str:
        """A link as “a → b”."""
        row = self.links.get(link_id)
        if row is None or depth > len(self.links):
            return GONE
        source = short(self.elements.get(row["source_id"], "…"))
        if row["target_id"] in self.links:
            return f"“{source}” on {self.link(row['target_id'], depth=depth + 1)}"
        return f"“{source} → {short(self.elements.get(row['target_id'], '…'))}”"

    def claim(self, row: Row) -> str:
        """What a passage or other material is joined to."""
        claim, found = row["claim"], row["claim_id"]
        if claim == Claim.LINK.value:
            return self.link(found)
        if claim == Claim.ELEMENT.value:
            return self.element(found)
        if claim == Claim.RIVAL.value:
            return f"the rival explanation “{self.rivals.get(found, GONE)}”"
        if claim == Claim.CODE.value:
            return self.codes.get(found, GONE)
        return self.numbers.get(found, self.number or GONE)

    def passage(self, passage_id: str) -> str:
        """A passage, its interview and turn."""
        return self.passages.get(passage_id, "a passage")


def short(words: str) -> str:
    """Words that stand for an element where two are named."""
    return words if len(words) <= SHORT else f"{words[:SHORT].rstrip()}…"


SHORT = 48
"""Characters of an element's words where two are named."""
