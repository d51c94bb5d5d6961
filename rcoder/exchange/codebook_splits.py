"""A split of a hypothesis as a YAML file; the format is told in `docs/codebook-work.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rcoder.domain.errors import BadCodebook
from rcoder.exchange.findings import Findings
from rcoder.exchange.yaml_file import YamlMap, read_yaml
from rcoder.exchange.yaml_section import Section, Shape, check_format, section_of

FORMAT = 1

SPLIT = Shape("a split", ("hypothesis", "parts"), ("rcoder", "rest"))
PART = Shape(
    "a part",
    ("id", "label"),
    ("title", "definition", "use", "avoid", "example", "aliases", "cues", "section", "note", "takes"),
)


@dataclass(frozen=True, slots=True)
class PartText:
    """A new hypothesis as the file says it."""

    key: str
    texts: Mapping[str, str]
    """By field and language: "label.da"."""
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SplitText:
    """A split as a file says it."""

    hypothesis: str
    parts: tuple[PartText, ...]
    assigned: Mapping[str, tuple[str, ...]]
    """Keys of the parts by what goes to them: keys of codes and boxes, numbers of configurations."""
    rest: str = ""


def read_split(path: Path) -> SplitText:
    """The split in a YAML file.

    Raises:
        BadCodebook: it has faults; every one is among the findings.
        Unreadable: the file is not there or cannot be read.
    """
    findings = Findings()
    root = read_yaml(path, findings)
    if not isinstance(root, YamlMap) or check_format(root, "split", FORMAT, findings):
        top = section_of(root, SPLIT, findings)
        found = _split(top) if top is not None else None
        if found is not None and not len(findings):
            return found
    raise BadCodebook(str(path), findings.in_order())


def _split(top: Section) -> SplitText:
    sections = top.sections("parts", PART)
    takes: dict[str, dict[str, None]] = {}
    for section in sections:
        for each in section.texts("takes"):
            takes.setdefault(each, {})[section.text("id")] = None
    return SplitText(
        top.text("hypothesis"),
        tuple(_part(each) for each in sections),
        {name: tuple(parts) for name, parts in takes.items()},
        top.text("rest"),
    )


def _part(section: Section) -> PartText:
    texts: dict[str, str] = {}
    for name in ("label", "title", "definition", "use", "avoid", "example"):
        said = section.bilingual(name, both=name in ("label", "title"))
        texts |= {f"{name}.{language}": text for language, text in (("da", said.da), ("en", said.en)) if text}
    fields: dict[str, Any] = {name: section.texts(name) for name in ("aliases", "cues") if section.has(name)}
    fields |= {name: section.text(name) for name in ("section", "note") if section.has(name)}
    return PartText(section.word("id"), texts, fields)
