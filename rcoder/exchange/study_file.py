"""A whole study file as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.words import Bilingual
from rcoder.exchange.study_parts import (
    StudyCoder,
    StudyCoding,
    StudyConfiguration,
    StudyCorrection,
    StudyExcerpt,
    StudyFinish,
    StudyGroup,
    StudyMemo,
)
from rcoder.exchange.study_tested_parts import StudyTested


@dataclass(frozen=True, slots=True)
class StudyFile:
    """A whole study file."""

    title: Bilingual
    description: Bilingual
    codebook: str
    """Key of the codebook it is coded with."""
    manifest: str
    """Name of the manifest beside it."""
    coders: tuple[StudyCoder, ...]
    finished: tuple[StudyFinish, ...]
    codings: tuple[StudyCoding, ...]
    configurations: tuple[StudyConfiguration, ...]
    memos: tuple[StudyMemo, ...] = ()
    groups: tuple[StudyGroup, ...] = ()
    corrections: tuple[StudyCorrection, ...] = ()
    excerpts: tuple[StudyExcerpt, ...] = ()
    tested: StudyTested = StudyTested()
    """How its configurations were tested, reviewed and followed over time."""
