"""What can go wrong, each said in one sentence with the way out."""

from __future__ import annotations

from dataclasses import dataclass


class RcoderError(Exception):
    """Something a person can be told: what happened and where (`message`), and the way out (`hint`)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class NotAProject(RcoderError):
    """The file or address is no rcoder project."""


class NewerProject(RcoderError):
    """The project was written by a newer rcoder than this one."""


class Damaged(RcoderError):
    """Stored text no longer matches its checksum."""


class ReadOnly(RcoderError):
    """The project may be read but not written to."""


class Unreadable(RcoderError):
    """A file that was to be brought in cannot be read."""


class Stale(RcoderError):
    """A row is no longer what the change thought it was; nothing was written."""


class NotFound(RcoderError):
    """No such transcript, code, coding or configuration."""


class Misuse(RcoderError):
    """A command or deed was asked for in a way that has no meaning."""


class Unchanged(Misuse):
    """A deed would change nothing: things are as they are to be."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault in a file people write by hand: 1-based line and column, and a sentence."""

    line: int
    column: int
    sentence: str


class BadCodebook(RcoderError):
    """A hand-written file (codebook, study, manifest) has faults; `findings` holds every one."""

    def __init__(self, file: str, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        more = f" ({len(findings)} findings in all)" if len(findings) > 1 else ""
        super().__init__(f"{file}:{first.line}:{first.column}: {first.sentence}{more}")
        self.file = file
        self.findings = findings
