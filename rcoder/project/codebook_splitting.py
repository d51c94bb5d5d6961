"""A hypothesis split: what hangs on it, how its parts are named, what goes where, and the deed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rcoder.analysis.mini_theories import belonging
from rcoder.domain.actions import codebook_split
from rcoder.domain.actions.codebook_split import Hanging, Parts, parted, proposal
from rcoder.domain.answers import CodingLine
from rcoder.domain.codebook import Code, CodebookContents, Node
from rcoder.domain.codebook_rules import below, part_keys
from rcoder.domain.configuration import Configuration
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.domain.words import Basis, Category
from rcoder.project import codebooks
from rcoder.project.codebook_work import Wanted, book_of
from rcoder.project.door import Project

__all__ = ["Hanging", "Part", "Parts", "Split", "hanging", "look", "part_keys", "parted", "proposal", "split"]

ALL = "*"
"""Says that something goes to every part."""


@dataclass(frozen=True, slots=True)
class Part:
    """A new hypothesis, as a person names it."""

    key: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Split:
    """A hypothesis that may be split, as far as the asker may see."""

    hypothesis: Code
    hanging: Hanging
    itself: tuple[CodingLine, ...]
    """Codings on the hypothesis itself, which stay with it."""
    keys: Parts
    """Keys proposed for its parts."""


def look(project: Project, name: str) -> Split:
    """What hangs on a hypothesis, in sight. Raises NotFound, and Misuse where it is none that can be split."""
    code = project.code(name)
    if code.category is not Category.HYPOTHESIS:
        raise Misuse(f"{code.key} is no hypothesis, and only a hypothesis is split.")
    if code.retired:
        raise Misuse(f"{code.key} is retired.", "Bring it back first, or split one of those in its place.")
    taken = [each.key for each in project.codes().values()]
    return Split(code, hanging(project, code, seen=True), on_itself(project, code), part_keys(code, 9, taken))


def on_itself(project: Project, code: Code) -> tuple[CodingLine, ...]:
    """The codings in sight on a code itself, without those on what stands under it."""
    return tuple(each for each in project.coding_lines(code=code.key) if each.coding.code_id == code.id)


def hanging(project: Project, hypothesis: Code, *, seen: bool) -> Hanging:
    """All that hangs on a hypothesis: with `seen` as far as the asker may see, else all of it, for the deed."""
    contents = codebooks.contents(project.sight, book_of(project, hypothesis))
    own = tuple(each for each in contents.codes if each.parent_id == hypothesis.id)
    boxes = _boxes(contents, hypothesis.key)
    minis = {each.id for each in contents.theories if each.hypothesis}
    theory = contents.theory(hypothesis.key)
    where = "WHERE {seen}" if seen else ""
    configurations = project.sight.records(
        Configuration,
        f"SELECT * FROM configurations {where} ORDER BY number, id",  # noqa: S608 - a condition of ours
    )
    return Hanging(
        codes=own,
        boxes=boxes,
        overall=tuple(
            each
            for each in contents.nodes
            if each.theory_id not in minis and hypothesis.key in each.hypotheses
        ),
        links=tuple(
            each
            for each in contents.links
            if hypothesis.key in each.hypotheses or (theory is not None and each.theory_id == theory.id)
        ),
        configurations=tuple(each for each in configurations if hypothesis.id in each.hypotheses),
        homes={code.id: home.id for home in own for code in (home, *below(home, contents.codes))},
        coded=_coded(project, seen=seen),
    )


def split(
    project: Project, name: str, parts: Sequence[Part], assigned: Mapping[str, Parts], rest: str = ""
) -> Deed:
    """Splits a hypothesis. `assigned` says which parts something goes to, by its key, number or id.

    "*" stands for every part. Codes that are not assigned go to `rest`, where that is given; boxes, arrows and
    configurations that are not go where their codes go, those out of sight too. Raises NotFound, and Misuse where
    something has no part, or is named that does not hang on it.
    """
    old, known = project.code(name), project.codes()
    book = book_of(project, old)
    new = tuple(_part(old, each) for each in parts)
    keys = tuple(each.key for each in new)
    whole = hanging(project, old, seen=False)
    by_id = _by_id(whole, hanging(project, old, seen=True), _meant(assigned, keys))
    if rest:
        (only,) = _meant({old.key: (rest,)}, keys)[old.key]
        by_id = {each.id: (only,) for each in whole.codes} | by_id
    found = proposal(keys, whole, by_id)
    taken = [each.key for each in known.values()]
    return codebook_split.split_hypothesis(book, old, new, whole, found, taken=taken)


def _part(old: Code, part: Part) -> Code:
    from rcoder.exchange.identity import code_id

    key = part.key.strip()
    return part.wanted.of(
        Code(
            id=code_id(old.codebook_id, key),
            codebook_id=old.codebook_id,
            key=key,
            category=Category.HYPOTHESIS,
            section=old.section,
            basis=Basis.INFERRED,
        )
    )


def _meant(assigned: Mapping[str, Parts], keys: Parts) -> dict[str, Parts]:
    """The assignment with the parts as they are spelt, and "*" as all of them. Raises Misuse for one that is none."""
    known = {each.casefold(): each for each in keys}
    found: dict[str, Parts] = {}
    for name, parts in assigned.items():
        if parts == (ALL,):
            found[name] = keys
            continue
        unknown = next((each for each in parts if each.casefold() not in known), None)
        if unknown is not None:
            raise Misuse(f"{unknown} is none of the parts.", f"They are {', '.join(keys)}.")
        found[name] = tuple(each for each in keys if each.casefold() in {one.casefold() for one in parts})
    return found


def _by_id(whole: Hanging, seen: Hanging, assigned: Mapping[str, Parts]) -> dict[str, Parts]:
    """The assignment by id. Raises Misuse for a name that nothing in sight has that hangs on the hypothesis."""
    numbers = {each.number.casefold(): each.id for each in seen.configurations}
    boxes = {each.key.casefold(): each.id for each in (*whole.overall, *whole.boxes)}
    known = numbers | boxes | {each.key.casefold(): each.id for each in whole.codes}
    ids = {*numbers.values(), *boxes.values(), *(each.id for each in whole.codes)}
    found = {}
    for name, parts in assigned.items():
        plain = name.strip().casefold()
        number = plain.removeprefix("configuration:")
        meant = plain if plain in ids else (numbers if number != plain else known).get(number)
        if meant is None:
            raise Misuse(
                f"{name} does not hang on the hypothesis.",
                "See rcoder codebook show, and the configurations.",
            )
        found[meant] = parts
    return found


def _boxes(contents: CodebookContents, key: str) -> tuple[Node, ...]:
    """The boxes of mini theories that belong to a hypothesis: its own, and those of others that name it."""
    own = {each.id for each in belonging(contents, key)}
    minis = {each.id for each in contents.theories if each.hypothesis}
    return tuple(
        each
        for each in contents.nodes
        if each.id in own or (each.theory_id in minis and key in each.hypotheses)
    )


def _coded(project: Project, *, seen: bool) -> dict[str, frozenset[str]]:
    """Ids of the codes of each configuration's elements, by the configuration's id; with `seen` of those in sight."""
    found: dict[str, set[str]] = {}
    hidden = " AND {seen:f}" if seen else ""
    for row in project.sight.rows(
        f"""SELECT p.configuration_id, e.code_id FROM places p JOIN elements e ON e.id = p.element_id
           JOIN configurations f ON f.id = p.configuration_id WHERE e.code_id IS NOT NULL{hidden}"""  # noqa: S608 - a condition of ours
    ):
        found.setdefault(row["configuration_id"], set()).add(row["code_id"])
    return {name: frozenset(codes) for name, codes in found.items()}
