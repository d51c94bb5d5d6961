"""The codebooks of a study beside one another: which there are and which come with rcoder, added and taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rcoder.domain.actions import attributing, shelving
from rcoder.domain.actions.sentences import counted
from rcoder.domain.attributes import attribute_called
from rcoder.domain.codebook import Codebook, CodebookContents
from rcoder.domain.errors import Misuse, NotFound, Stale
from rcoder.domain.journal import Change, Deed
from rcoder.domain.words import Category
from rcoder.project import codebooks
from rcoder.project.attributes import attributes
from rcoder.project.groups import groups
from rcoder.project.starting import codebook_named, shipped_codebooks

if TYPE_CHECKING:
    from rcoder.domain.case import Attribute, Case
    from rcoder.domain.transcript import Transcript
    from rcoder.project.door import Project


@dataclass(frozen=True, slots=True)
class BookLine:
    """A codebook in a list."""

    codebook: Codebook
    hypotheses: int
    conditions: int
    codes: int
    """Codes alone, without hypotheses and support conditions."""
    codings: int = 0
    """In sight, where it is a study's."""
    main: bool = False
    """Whether its theories are the ones that are drawn."""


def shipped() -> tuple[BookLine, ...]:
    """The codebooks that come with rcoder, by name."""
    return tuple(_line(codebook_named(name)) for name in shipped_codebooks())


def shelf(project: Project) -> tuple[BookLine, ...]:
    """The codebooks of a study, the main one first."""
    counts: dict[str, int] = {}
    for line in project.code_lines():
        counts[line.code.codebook_id] = counts.get(line.code.codebook_id, 0) + line.codings
    main = project.study().codebook_id
    return tuple(
        replace(_line(whole), codings=counts.get(whole.codebook.id, 0), main=whole.codebook.id == main)
        for whole in _wholes(project)
    )


def addition(project: Project, contents: CodebookContents) -> Deed:
    """The deed that puts a codebook beside those of the study, with those of its attributes that the study has not.

    Raises Misuse where keys are taken, a codebook of that name differs, or values that stand there do not fit an
    attribute; Unchanged where the codebook stands there just so.
    """
    there = _wholes(project)
    return shelving.put_beside(project.study(), contents, there, _new_attributes(project, contents))


def removal(project: Project, name: str) -> Deed:
    """The deed that takes a codebook out, with those of its attributes of which nothing is known.

    Raises NotFound, Misuse saying what is coded with it, and Stale where a layer that is not released uses it.
    """
    there = _wholes(project)
    gone = _named(name, there)
    _refuse_used(project, gone)
    left = [each.codebook for each in there if each is not gone]
    return shelving.take_out(project.study(), gone, left, _unused_attributes(project, gone))


def book_named(project: Project, name: str) -> CodebookContents:
    """A codebook of the study whole, by id or title. Raises NotFound, naming those there are."""
    return _named(name, _wholes(project))


def together(chosen: Sequence[CodebookContents]) -> tuple[CodebookContents, ...]:
    """Codebooks to begin a study with, the main one first; each brings the attributes that those before it have not.

    Raises Misuse where one is chosen twice or two have codes of the same key.
    """
    found: list[CodebookContents] = []
    known: list[Attribute] = []
    for each in chosen:
        if any(each.codebook.id == other.codebook.id for other in found):
            raise Misuse(f"The codebook {each.codebook.key} is chosen twice.")
        shelving.refuse_shared_keys(each, found)
        new = _placed(each, known)
        known += new
        found.append(replace(each, attributes=tuple(new)))
    return tuple(found)


def _wholes(project: Project) -> tuple[CodebookContents, ...]:
    return tuple(codebooks.contents(project.sight, each) for each in codebooks.books(project.sight))


def _line(contents: CodebookContents) -> BookLine:
    codes = sum(code.category is Category.CODE for code in contents.codes)
    return BookLine(contents.codebook, len(contents.hypotheses), len(contents.conditions), codes)


def _named(name: str, there: Sequence[CodebookContents]) -> CodebookContents:
    wanted = name.strip().casefold()
    for each in there:
        title = each.codebook.title
        if wanted in (
            each.codebook.key.casefold(),
            title.da.casefold(),
            title.en.casefold(),
            each.codebook.id,
        ):
            return each
    names = ", ".join(each.codebook.key for each in there)
    raise NotFound(f"The study has no codebook {name}.", f"It has {names}." if names else "It has none yet.")


def _placed(contents: CodebookContents, known: Sequence[Attribute]) -> list[Attribute]:
    """The attributes of a codebook that are not known, at the end of those that are."""
    new = [each for each in contents.attributes if attribute_called(known, each.key) is None]
    position = max((each.position for each in known), default=-1) + 1
    return [replace(each, position=position + number) for number, each in enumerate(new)]


def _new_attributes(project: Project, contents: CodebookContents) -> tuple[Change, ...]:
    known = attributes(project.sight)
    new = _placed(contents, known)
    return attributing.define_all(new, known, _records(project)).changes if new else ()


def _records(project: Project) -> list[Case | Transcript]:
    from rcoder.domain.case import Case
    from rcoder.domain.transcript import Transcript

    return [
        *project.sight.records(Case, "SELECT * FROM cases ORDER BY name, id"),
        *project.sight.records(Transcript, "SELECT * FROM transcripts ORDER BY title, id"),
    ]


def _unused_attributes(project: Project, contents: CodebookContents) -> list[Attribute]:
    """The attributes that came with a codebook of which nothing is known and no group is made."""
    grouped = {criterion.attribute for group in groups(project.sight) for criterion in group.criteria}
    known = {key for record in _records(project) for key in record.attributes}
    return [each for each in contents.attributes if each.key not in grouped | known]


_CONFIGURED = """FROM configurations f WHERE f.core_id IN (:nodes) OR EXISTS (
    SELECT 1 FROM places p JOIN elements e ON e.id = p.element_id
    WHERE p.configuration_id = f.id AND (e.code_id IN (:codes) OR e.node_id IN (:nodes)))"""

_USES = (
    ("SELECT id, coder_id FROM codings WHERE code_id IN (:codes)", "coding", "codings"),
    (f"SELECT f.id, f.coder_id {_CONFIGURED}", "configuration", "configurations"),
    ("SELECT id, coder_id FROM evidence WHERE claim_id IN (:codes)", "passage for or against", "passages for or against"),
    ("SELECT id, coder_id FROM condition_judgements WHERE condition_id IN (:codes)", "judgement", "judgements"),
    ("SELECT id, coder_id FROM memos WHERE about = 'code' AND about_id IN (:codes)", "memo", "memos"),
    ("SELECT id, coder_id FROM summaries WHERE code_id IN (:codes)", "summary", "summaries"),
    ("SELECT id, coder_id FROM rechecks WHERE code_id IN (:codes)", "passage that was to be looked at again", "passages that were to be looked at again"),
)  # fmt: skip
"""What may be made with a codebook: who made each, and what one and several are called."""


def _refuse_used(project: Project, contents: CodebookContents) -> None:
    """Raises Misuse saying what in sight is made with a codebook, Stale where something out of sight is."""
    ids = {"codes": [each.id for each in contents.codes], "nodes": [each.id for each in contents.nodes]}
    seen = {each.id for each in project.coders() if each.released} | {project.coder_id}
    counts, hidden = [], False
    for sql, one, many in _USES:
        found = {row["id"]: row["coder_id"] for row in project.sight.rows(sql, **_asked(sql, ids))}
        if one == "configuration":
            found |= _of_hypotheses(project, frozenset(ids["codes"]))
        counts.append((sum(coder in seen for coder in found.values()), one, many))
        hidden = hidden or any(coder not in seen for coder in found.values())
    title = shelving.called(contents.codebook)
    if used := counted(*counts):
        raise Misuse(
            f"{title} stays: it is used by {used} in your sight.",
            "Take that off it first: remove it, or give it another code.",
        )
    if hidden:
        raise Stale(
            f"{title} stays: another coder's work rests on it.",
            "Ask them to release their layer, or to take it off.",
        )


def _asked(sql: str, ids: dict[str, list[str]]) -> dict[str, list[str]]:
    """The parameters that a query names."""
    return {name: given for name, given in ids.items() if f":{name}" in sql}


def _of_hypotheses(project: Project, codes: frozenset[str]) -> dict[str, str]:
    """The coder of each configuration that belongs to one of these hypotheses, by its id."""
    import json

    rows = project.sight.rows("SELECT id, coder_id, hypotheses FROM configurations")
    return {row["id"]: row["coder_id"] for row in rows if codes.intersection(json.loads(row["hypotheses"]))}
