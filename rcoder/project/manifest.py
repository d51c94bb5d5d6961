"""A manifest as what is known about each file that is to be brought in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rcoder.domain.case import Attribute
from rcoder.project.importing import Bringing


def bringings(manifest: Path, attributes: Sequence[Attribute] = ()) -> dict[str, Bringing]:
    """What the manifest says of each file, by file name; files lie beside the manifest.

    `attributes` are the study's. Raises BadCodebook with every fault, values that do not fit among them.
    """
    from rcoder.exchange.manifests import read_manifest

    found = {}
    for each in read_manifest(manifest, attributes):
        file = manifest.parent / each.file
        found[file.name] = Bringing(
            file=file,
            title=each.title,
            case=each.case,
            roles=tuple(each.roles),
            municipality=each.municipality,
            outcome_group=each.outcome_group,
            date=each.date,
            wave=each.wave,
            language=each.language,
            interviewer=each.interviewer,
            encoding=each.encoding,
            attributes=dict(each.attributes),
            own=dict(each.own),
            roles_of=dict(each.roles_of),
            person=each.person,
            person_of=dict(each.person_of),
            interviewers=each.interviewers,
        )
    return found
