"""Every file that can leave a project: each export in each of its endings, with the choices that change what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rcoder.domain.errors import RcoderError
from rcoder.domain.outgoing import Outgoing
from rcoder.project import Project
from rcoder.project.exports import EXPORTS
from rcoder.project.exports.leaving import make, wanted


class One(NamedTuple):
    """One export as it is asked for."""

    what: str
    ending: str
    options: tuple[tuple[str, str], ...] = ()
    language: str = "da"

    @property
    def name(self) -> str:
        """What it is called where one of many fails."""
        return " ".join(
            (self.what, self.ending, *(f"{key}={value}" for key, value in self.options), self.language)
        )


CHOICES: Mapping[str, tuple[tuple[tuple[str, str], ...], ...]] = {
    "theory": (
        (("hypothesis", "H1"),),
        (("variant", "initial"),),
        (("variant", "difference"),),
        (("variant", "difference"), ("versions", "now,0")),
        (("variant", "role"), ("role", "borger")),
        (("variant", "groups"), ("group", "outcome_group is with_hours")),
        (("role", "mentor"),),
        (("stance", "contradicts"),),
        (("least", "2 passages"),),
        (("status", "draft"),),
        (("evidence", "only"),),
        (("version", "1"),),
    ),
    "chart": ((("of", "roles"),), (("of", "groups"),)),
    "cmo": ((("quotes", "yes"), ("level", "all"), ("status", "all")),),
    "evidence": ((("level", "all"), ("status", "all")),),
    "conditions": ((("case", "Sag 01"),),),
    "frequencies": ((("by", "roles"),), (("by", "none"),)),
    "co-occurrence": ((("level", "all"), ("status", "all")),),
    "quotations": ((("level", "all"), ("status", "all")),),
    "codebook": ((("uses", "yes"),),),
    "report": ((("names", "no"), ("quotes", "9")),),
    "appendix": ((("names", "no"),),),
}
"""Choices beside none, which are looked at in one ending each."""
READABLE = (".md", ".svg")


def every(*, endings: frozenset[str] = frozenset(), english: bool = False) -> Iterator[One]:
    """Each export in each ending, or those of `endings`; then each with other choices in a readable one."""
    for export in EXPORTS:
        for ending in export.endings:
            if not endings or ending in endings:
                yield One(export.key, ending)
        first = next(each for each in READABLE if each in export.endings)
        for options in CHOICES.get(export.key, ()):
            yield One(export.key, first, options)
        if english:
            yield One(export.key, first, (), "en")


def made(project: Project, one: One) -> Outgoing | str:
    """The file, or the sentence by which it is refused."""
    try:
        asked = wanted(
            project, one.what, Path(f"a{one.ending}"), language=one.language, options=dict(one.options)
        )
        return make(project, asked)
    except RcoderError as error:
        return f"{type(error).__name__}: {error}"
