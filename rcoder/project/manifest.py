"""A manifest as what is known about each file that is to be brought in."""

from __future__ import annotations

from pathlib import Path

from rcoder.project.importing import Bringing


def bringings(manifest: Path) -> dict[str, Bringing]:
    """What the manifest says of each file, by file name; files lie beside the manifest. Raises BadCodebook with every fault."""
    from rcoder.exchange.manifests import read_manifest

    found = {}
    for each in read_manifest(manifest):
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
        )
    return found
