"""Where an export comes from, said the same way by every figure, table and document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rcoder.domain import counted
from rcoder.domain.outgoing import Colophon
from rcoder.domain.versions import TheoryVersion
from rcoder.domain.words import Bilingual
from rcoder.project.progress import progress
from rcoder.project.version_snapshot import TABLES

if TYPE_CHECKING:
    from rcoder.project.door import Project


def colophon(project: Project) -> Colophon:
    """Study, version of the theory, codebook and what it all rests on, as the asker sees it."""
    contents = project.codebook()
    return Colophon(
        study=project.study().title,
        theory=theory_in_words(project),
        codebook=f"{contents.codebook.key} {contents.codebook.version}" if contents else "",
        as_of=_as_of(project),
        basis=_basis(project),
        seen_by=_asker(project) if _hidden(project) else "",
    )


def theory_in_words(project: Project) -> Bilingual:
    """The version of the theory that stands: the latest in sight, and whether anything was changed since."""
    versions = project.sight.records(
        TheoryVersion, "SELECT * FROM theory_versions WHERE {seen} ORDER BY number, id"
    )
    if not versions:
        return Bilingual("teorien nu, ingen version gemt", "the theory now, no version saved")
    latest = versions[-1]
    said = f"version {latest.number} “{latest.name}”"
    return (
        Bilingual(f"{said}, ændret siden", f"{said}, changed since")
        if _changed(project, latest)
        else Bilingual(said, said)
    )


def _changed(project: Project, version: TheoryVersion) -> bool:
    """Whether the asker or somebody in their sight touched what a version holds after it was saved."""
    from rcoder.project.versions import entry_seq

    rows = project.sight.rows(
        "SELECT CAST(changes AS TEXT) AS changes FROM entries WHERE seq > :after AND coder_id IN (:known)",
        after=entry_seq(project, version),
        known=_in_sight(project),
    )
    return any(each["table"] in TABLES for row in rows for each in json.loads(row["changes"]))


def _in_sight(project: Project) -> list[str]:
    """Ids of the coders whose layers the asker sees, and of the program itself."""
    own = project.coder_id
    return sorted({"", own, *(each.id for each in project.coders() if each.released)})


def _hidden(project: Project) -> bool:
    return any(not each.released and each.id != project.coder_id for each in project.coders())


def _asker(project: Project) -> str:
    return next((each.name for each in project.coders() if each.id == project.coder_id), "")


def _as_of(project: Project) -> str:
    sql = "SELECT MAX(at) AS at FROM entries WHERE coder_id IN (:known)"
    row = project.sight.one(sql, known=_in_sight(project))
    return str(row["at"])[:10] if row and row["at"] else ""


def _basis(project: Project) -> Bilingual:
    found = progress(project.sight).denominator
    row = project.sight.one("SELECT COUNT(*) AS number FROM transcripts")
    interviews = int(row["number"]) if row else 0
    cases = found.coded + found.not_yet_coded + found.no_interview
    da, en = (
        f"{counted.several(interviews, counted.INTERVIEW, language)}, "
        f"{counted.of(found.coded, cases, counted.CASE, language)} {counted.TO_THE_END.say(language)}"
        for language in ("da", "en")
    )
    return Bilingual(da, en)
