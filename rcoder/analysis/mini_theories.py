"""The mini theory of a hypothesis: its own, or the boxes of another's that belong to it, or none.

A hypothesis that was split keeps its mini theory; each part is drawn from those of its boxes that belong to the part.
"""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.codebook import Code, CodebookContents, Node, Theory, TheoryLink
from rcoder.domain.codebook_rules import SPLIT_INTO
from rcoder.domain.words import Basis, Bilingual, Category

MISSING = Bilingual(
    "Hypotesen har ingen miniteori i kodebogen; figuren viser kun, hvad konfigurationer siger.",
    "The hypothesis has no mini theory in the codebook; the figure shows only what configurations say.",
)
"""What the figure of a hypothesis without boxes of its own says."""

RETIRED = Bilingual("{key} bruges ikke længere", "{key} is retired")
"""What the figure of a retired hypothesis says, before its note."""


def theory_keys(contents: CodebookContents) -> tuple[str, ...]:
    """Keys of the theories to be drawn: the codebook's own but those of retired hypotheses, and those of parts."""
    retired = {each.key for each in contents.hypotheses if each.retired}
    own = [each.key for each in contents.theories if each.hypothesis not in retired]
    parts = [
        each.key
        for each in contents.hypotheses
        if not each.retired and each.key not in own and _boxes(contents, each.key)
    ]
    order = {each.key: place for place, each in enumerate(contents.hypotheses, start=1)}
    return tuple(sorted((*own, *parts), key=lambda key: order.get(key, 0)))


def with_theory(contents: CodebookContents, key: str) -> CodebookContents | None:
    """The codebook with a theory of that key: as it is, or with the one its hypothesis has by its boxes.

    None where there is neither such a theory nor such a hypothesis.
    """
    theory = contents.theory(key)
    hypothesis = next((each for each in contents.hypotheses if each.key == key), None)
    if theory is not None:
        said = _retired_note(theory, hypothesis)
        if said == theory:
            return contents
        return replace(
            contents, theories=tuple(said if each is theory else each for each in contents.theories)
        )
    return _drawn(contents, hypothesis) if hypothesis is not None else None


def belonging(contents: CodebookContents, key: str) -> tuple[Node, ...]:
    """The boxes of mini theories that belong to a hypothesis: those of its own, else those that name it."""
    theory = contents.theory(key)
    if theory is not None:
        return tuple(each for each in contents.nodes if each.theory_id == theory.id)
    return _boxes(contents, key)


def _drawn(contents: CodebookContents, hypothesis: Code) -> CodebookContents:
    """The codebook with a theory made of the boxes that belong to a hypothesis; they keep their ids."""
    key, own = hypothesis.key, _boxes(contents, hypothesis.key)
    ids = {each.id for each in own}
    theory = Theory(
        id=f"drawn:{hypothesis.id}",
        codebook_id=hypothesis.codebook_id,
        key=key,
        hypothesis=key,
        title=Bilingual(f"{key} {hypothesis.label.say('da')}", f"{key} {hypothesis.label.say('en')}"),
        note=Bilingual() if own else MISSING,
        basis=Basis.RECONSTRUCTED,
        position=len(contents.theories),
    )

    def moved(link: TheoryLink) -> TheoryLink:
        inside = {link.source_id, link.target_id} <= ids and key in link.hypotheses
        return replace(link, theory_id=theory.id) if inside else link

    return replace(
        contents,
        theories=(*contents.theories, _retired_note(theory, hypothesis)),
        nodes=tuple(
            replace(each, theory_id=theory.id) if each.id in ids else each for each in contents.nodes
        ),
        links=tuple(moved(each) for each in contents.links),
    )


def _boxes(contents: CodebookContents, key: str) -> tuple[Node, ...]:
    """The boxes of mini theories that name a hypothesis."""
    minis = {each.id for each in contents.theories if each.hypothesis}
    return tuple(each for each in contents.nodes if each.theory_id in minis and key in each.hypotheses)


def _retired_note(theory: Theory, hypothesis: Code | None) -> Theory:
    """The theory, whose note says so where its hypothesis is retired."""
    if hypothesis is None or not hypothesis.retired or hypothesis.category is not Category.HYPOTHESIS:
        return theory

    def said(language: str) -> str:
        note = hypothesis.note.replace(SPLIT_INTO.en, SPLIT_INTO.say(language))
        because = f": {note}." if note else "."
        first = RETIRED.say(language).format(key=hypothesis.key) + because
        return f"{first} {theory.note.say(language)}".strip()

    return replace(theory, note=Bilingual(said("da"), said("en")))
