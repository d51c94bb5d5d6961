"""A codebook written back into the YAML file that a person keeps: only what differs is touched.

Lines that say the same stay byte for byte as they are, and comments stay even where what they stand in goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.codebook import CodebookContents
from rcoder.domain.errors import BadCodebook, RcoderError
from rcoder.exchange.codebook_text import Block, codebook_block
from rcoder.exchange.codebooks import contents_of, read_codebook
from rcoder.exchange.findings import Findings
from rcoder.exchange.yaml_file import LARGEST

if TYPE_CHECKING:
    from rcoder.domain.case import Attribute

BYTE_ORDER = "\ufeff"


def written_back(path: Path, contents: CodebookContents) -> str:
    """The text of a codebook file with what the contents say otherwise; with no difference the text as it is.

    Its attributes are those of the file, as the contents have them; none come or go. Raises BadCodebook where the file
    has faults, Unreadable, and RcoderError where what the contents say cannot be put in its place.
    """
    from rcoder.exchange.yaml_marks import Marked
    from rcoder.exchange.yaml_surgery import Surgery

    before = read_codebook(path)
    after = replace(contents, attributes=_attributes(before, contents))
    source = _source(path)
    text = source.removeprefix(BYTE_ORDER)
    marked = Marked(text)
    Surgery(marked, _anchor).block(marked.root, codebook_block(before), codebook_block(after))
    found = marked.edited()
    _check(path, found, after)
    return BYTE_ORDER + found if source.startswith(BYTE_ORDER) else found


def what_differs(before: CodebookContents, after: CodebookContents) -> tuple[str, ...]:
    """What is written where one codebook takes the place of another, in words: "H1.M1: label, note", "added H7"."""
    found: list[str] = []
    one, other = before.codebook, after.codebook
    if one.version != other.version:
        found.append(f"version {one.version} → {other.version}")
    found += _of_blocks(_codes(before), _codes(after), "")
    old, new = codebook_block(before), codebook_block(after)
    for theory in _listed(new, "theories"):
        was = next((each for each in _listed(old, "theories") if each["id"] == theory["id"]), {})
        for part, words in (("nodes", "box"), ("links", "arrow")):
            found += _of_blocks(_named(was, part), _named(theory, part), f"{words} ")
    return tuple(found)


def _of_blocks(before: Mapping[str, Block], after: Mapping[str, Block], what: str) -> Iterator[str]:
    for name, block in after.items():
        if name not in before:
            yield f"added {what}{name}"
            continue
        changed = [key for key in block if block[key] != before[name].get(key, "")]
        if changed:
            yield f"{what}{name}: {', '.join(changed)}"
    yield from (f"removed {what}{name}" for name in before if name not in after)


def _codes(contents: CodebookContents) -> dict[str, Block]:
    block = codebook_block(contents)
    lists = (_listed(block, name) for name in ("hypotheses", "conditions", "codes"))
    return {str(each["id"]): each for own in lists for each in own}


def _named(theory: Block, part: str) -> dict[str, Block]:
    return {
        " → ".join(str(each[key]) for key in ("from", "to")) if "from" in each else str(each["id"]): each
        for each in _listed(theory, part)
    }


def _listed(block: Block, name: str) -> list[Block]:
    found = block.get(name, ())
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, Sequence) else []


def _source(path: Path) -> str:
    from rcoder.exchange.findings import read_bounded

    return read_bounded(path, LARGEST, Findings()).decode()


def _attributes(before: CodebookContents, after: CodebookContents) -> tuple[Attribute, ...]:
    known = {each.key: each for each in after.attributes}
    return tuple(known.get(each.key, each) for each in before.attributes)


def _anchor(block: Block, there: Sequence[Block]) -> Block | None:
    """A new code goes after the last that stands beside it and what is below that, else after what it stands under."""
    home = block.get("parent") or block.get("hypothesis")
    beside = [each for each in there if home and (each.get("parent") or each.get("hypothesis")) == home]
    if beside:
        return _last_below(beside[-1], there)
    return next((each for each in there if home and each.get("id") == home), None)


def _last_below(block: Block, there: Sequence[Block]) -> Block:
    """The last of the entries that follow a block and stand below it; itself where there is none."""
    below, last = {block.get("id")}, block
    for each in there[[one is block for one in there].index(True) + 1 :]:
        if each.get("parent") not in below:
            break
        below.add(each.get("id"))
        last = each
    return last


def _check(path: Path, text: str, wanted: CodebookContents) -> None:
    """Raises RcoderError where a text does not say what it is to say: a form of YAML that is not known here."""
    from rcoder.exchange.yaml_surgery import comparable

    findings = Findings()
    found = contents_of(text.encode(), findings)
    if found is None and len(findings):
        said = BadCodebook(path.name, findings.in_order())
        raise RcoderError(f"The codebook cannot be written into {path}: {said}", _WAY_OUT)
    if found is None or comparable(codebook_block(found)) != comparable(codebook_block(wanted)):
        differ = ", ".join(what_differs(found, wanted)[:3]) if found is not None else ""
        words = f" ({differ})" if differ else ""
        raise RcoderError(f"The codebook cannot be written into {path} as it stands{words}.", _WAY_OUT)


_WAY_OUT = "The file is as it was. Write to another file: a new one is written whole."
