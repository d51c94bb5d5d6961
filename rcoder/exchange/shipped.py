"""The files that come with rcoder: its codebooks and the sample study."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.errors import Misuse, NotFound


def shipped_folder(name: str) -> Path:
    """A folder that comes with rcoder ("codebooks"): inside an installed package, or in the checkout of an editable one.

    Raises:
        NotFound: rcoder was installed without it.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "shipped" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise NotFound(
        f"The folder {name} that comes with rcoder is missing beside {package}.", "Install rcoder again."
    )


def codebooks_folder() -> Path:
    """The folder of the codebooks that come with rcoder."""
    return shipped_folder("codebooks")


def sample_folder() -> Path:
    """The folder of the sample study: transcripts, manifest.csv and study.yaml."""
    return shipped_folder("interviews/sample")


def shipped_codebook(name: str) -> Path:
    """The file of a codebook that comes with rcoder, by its name without ending ("jobfirst").

    Raises:
        Misuse: there is none of that name; the sentence says which there are.
    """
    there = {path.stem: path for path in sorted(codebooks_folder().glob("*.yaml"))}
    if name not in there:
        raise Misuse(
            f"No codebook called {name} comes with rcoder.", f"There is: {', '.join(there) or 'none'}."
        )
    return there[name]
