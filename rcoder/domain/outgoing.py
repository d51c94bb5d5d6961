"""What leaves a project: what is asked for, and what is about to be written with every word of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from rcoder.domain.words import Bilingual


class Said(NamedTuple):
    """Words that a file holds, for the check before it leaves."""

    place: str
    """Where in the file they stand, in a person's words: "K03, link 2, passage 1"; "table, row 4, Quote"."""
    text: str
    case_id: str = ""
    """The case they are about, where they stand beside its name or its attributes."""
    role: str = ""
    """Key of the role of who speaks, where the file says it beside them."""


class Option(NamedTuple):
    """What can be chosen for one kind of export; `--key VALUE` on the command line."""

    key: str
    words: str
    """What it is for, in one line."""
    choices: tuple[str, ...] = ()
    """The values there are; () for free words."""
    metavar: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An export as it is asked for."""

    what: str
    """Key of the export: "theory", "cmo", "report"."""
    ending: str
    """Of the file, lower case with its point: ".svg"."""
    language: str
    """"da" or "en"."""
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Values of the export's options that were given, by key."""
    remarked: bool = True
    """Whether remarks are wanted, which may take seconds to work out."""

    def option(self, key: str, default: str = "") -> str:
        """The value of an option, or `default` where it was not given."""
        return self.options.get(key) or default


class Broken(NamedTuple):
    """A number of cases or people broken down by what they are known by, for the check: few of them are a small cell."""

    place: str
    """Where in the file it stands."""
    words: str
    """What it is broken down by: "municipality: Skovklit + mentor"."""
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file about to be written, and all words in it that may name a person."""

    contents: bytes
    said: tuple[Said, ...] = ()
    remarks: tuple[str, ...] = ()
    """What whoever asked for it should know, each a sentence: that a figure is too dense to read, and which cut can be read."""
    broken: tuple[Broken, ...] = ()
    """Numbers of cases or people by two or more of municipality, role and attributes, or by one of them alone."""


@dataclass(frozen=True, slots=True)
class Colophon:
    """Where a figure, table or document comes from. Every export says it; nothing in it depends on the day it is written."""

    study: str
    theory: Bilingual
    """Which version of the theory: "version 2 (Efter runde 1), ændret siden"."""
    codebook: str
    """Key and version: "jobfirst 1.2"."""
    as_of: str
    """Day of the latest entry in the journal that the writer may know of, ISO 8601; "" for an empty one."""
    basis: Bilingual
    """Of how many interviews and cases: "15 interview, 4 af 5 sager kodet til ende"."""
    seen_by: str = ""
    """Whose sight it is where layers are hidden from them: "Anne Holm"; "" where everything is in sight."""

    def line(self, language: str) -> str:
        """All of it in one line."""
        day = f"pr. {self.as_of}" if language == "da" else f"as of {self.as_of}"
        seen = ("set af " if language == "da" else "as seen by ") + self.seen_by
        parts = (
            self.study,
            self.theory.say(language),
            ("kodebog " if language == "da" else "codebook ") + self.codebook if self.codebook else "",
            self.basis.say(language),
            day if self.as_of else "",
            seen if self.seen_by else "",
        )
        return " · ".join(part for part in parts if part)
