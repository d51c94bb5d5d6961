"""Deeds on the codebooks of a study: put one beside the others, take one out again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rcoder.domain.actions.sentences import counted, listed
from rcoder.domain.actions.studying import codebook_rows
from rcoder.domain.case import Attribute
from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.errors import Misuse, Unchanged
from rcoder.domain.journal import Change, Deed, changed, removed, turned_round
from rcoder.domain.study import Study
from rcoder.domain.words import Category

NAMED = 6
"""How many keys a sentence names."""


def put_beside(
    study: Study,
    contents: CodebookContents,
    there: Sequence[CodebookContents],
    attributes: Sequence[Change] = (),
) -> Deed:
    """Puts a codebook beside those of a study; the first one of all becomes its main one.

    `attributes` are the changes that bring in those of its attributes that the study has not. Raises Misuse where a
    codebook of that name stands there and differs, or where another has a code of the same key; Unchanged where it
    stands there just so.
    """
    for each in there:
        if each.codebook.key == contents.codebook.key:
            _refuse_another(each, contents)
    refuse_shared_keys(contents, there)
    changes = codebook_rows(replace(contents, attributes=())) + tuple(attributes)
    if not there:
        changes += changed(study, replace(study, codebook_id=contents.codebook.id))
    return Deed(f"Added the codebook {called(contents.codebook)}, with {holds(contents)}", changes)


def take_out(
    study: Study,
    contents: CodebookContents,
    left: Sequence[Codebook],
    attributes: Iterable[Attribute] = (),
) -> Deed:
    """Takes a codebook out of a study, with the `attributes` that go with it; `left` are those that stay.

    Where it was the main one, the first of those is that from then on.
    """
    changes = removed(*attributes) + turned_round(codebook_rows(replace(contents, attributes=())))
    words = f"Took out the codebook {called(contents.codebook)}"
    if study.codebook_id == contents.codebook.id:
        main = left[0].id if left else ""
        changes = changed(study, replace(study, codebook_id=main)) + changes
        words += f"; {called(left[0])} is the main one" if left else ""
    return Deed(words, changes)


def refuse_shared_keys(contents: CodebookContents, there: Iterable[CodebookContents]) -> None:
    """Raises Misuse, naming the keys, where a codebook has some that another one has; letter case set aside."""
    for each in there:
        taken = {code.key.casefold() for code in each.codes}
        shared = [code.key for code in contents.codes if code.key.casefold() in taken]
        if shared:
            raise Misuse(
                f"{called(contents.codebook)} and {called(each.codebook)} both have {_some(shared)}.",
                "Codes of one study need keys of their own: change them in one of the files, to BIP.T1 for instance.",
            )


def differences(before: CodebookContents, after: CodebookContents) -> tuple[str, ...]:
    """Keys of the codes, then words for the theories, that are not the same in both; their order is set aside."""
    codes = _differing(_codes(before), _codes(after))
    theories = _differing(_theories(before), _theories(after))
    return (*codes, *(f"the theory {key}" for key in theories))


def holds(contents: CodebookContents) -> str:
    """What a codebook holds: 4 hypotheses, 8 support conditions and 30 codes."""
    codes = sum(code.category is Category.CODE for code in contents.codes)
    return counted(
        (len(contents.hypotheses), "hypothesis", "hypotheses"),
        (len(contents.conditions), "support condition", "support conditions"),
        (codes, "code", "codes"),
    )


def called(codebook: Codebook) -> str:
    """What a sentence calls a codebook: its title and version."""
    return f"{codebook.title.say('en')} {codebook.version}"


def _refuse_another(before: CodebookContents, after: CodebookContents) -> None:
    own, other = called(before.codebook), called(after.codebook)
    differ = differences(before, after)
    if not differ:
        raise Unchanged(f"{own} is in the study already.", "Nothing in the file differs from it.")
    raise Misuse(
        f"{own} is in the study already, and {other} differs from it in {_some(differ)}.",
        "A codebook is not replaced where it stands: go on with it, or take it out first, where nothing is coded with it.",
    )


def _codes(contents: CodebookContents) -> dict[str, Code]:
    return {code.key: replace(code, position=0) for code in contents.codes}


def _theories(contents: CodebookContents) -> dict[str, object]:
    """Each theory with its nodes and links, by its key."""
    return {
        theory.key: (
            replace(theory, position=0),
            {each.id: replace(each, position=0) for each in contents.nodes if each.theory_id == theory.id},
            {each.id: replace(each, position=0) for each in contents.links if each.theory_id == theory.id},
        )
        for theory in contents.theories
    }


def _differing(
    before: dict[str, Code] | dict[str, object], after: dict[str, Code] | dict[str, object]
) -> list[str]:
    return [key for key in dict.fromkeys((*after, *before)) if before.get(key) != after.get(key)]


def _some(keys: Sequence[str]) -> str:
    """Some of many keys: H1, H2 and 4 more."""
    if len(keys) <= NAMED:
        return listed(keys)
    return f"{', '.join(keys[:NAMED])} and {len(keys) - NAMED} more"
