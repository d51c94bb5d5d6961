"""What became of a theory between two versions: each arrow, box, element, configuration and code kept, changed, new or dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rcoder.domain.theory import Arrow, Box, ChangeTheory, Witness
from rcoder.domain.words import Bilingual, Subject

INITIAL = "0"
"""What the codebook's initial theory is called among versions."""

NOW = "now"
"""What the theory as it stands at this moment is called among versions."""


class Sort(StrEnum):
    """What became of something; each thing of either version has exactly one."""

    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"
    KEPT = "kept"

    @property
    def mirrored(self) -> Sort:
        """What it is when the two versions change places."""
        return {Sort.NEW: Sort.DROPPED, Sort.DROPPED: Sort.NEW}.get(self, self)


class About(StrEnum):
    """What is compared, in the order of lists."""

    ARROW = "arrow"
    BOX = "box"
    CONFIGURATION = "configuration"
    ELEMENT = "element"
    CODE = "code"


class What(StrEnum):
    """In what respect something differs."""

    ENDS = "ends"
    EFFECT = "effect"
    STATE = "state"
    CONFIGURATIONS = "configurations"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REFINES = "refines"
    NEW = "new"
    STANCE = "stance"
    COUNTED = "counted"
    """How a passage that both have counts."""
    OTHER_MATERIAL = "other_material"
    JOINED = "joined"
    """It became one with others, or was made of one that became several."""
    LABEL = "label"
    COLUMN = "column"
    HYPOTHESES = "hypotheses"
    ELEMENTS = "elements"
    LINKS = "links"
    WORDING = "wording"
    CODE = "code"
    ACTOR = "actor"
    ACTIVATION = "activation"
    SIGN = "sign"
    HORIZON = "horizon"
    BOX = "box"
    DIRECTNESS = "directness"
    KIND = "kind"
    PASSAGES = "passages"
    TITLE = "title"
    LEVEL = "level"
    CASE = "case"
    CORE = "core"
    CONDITIONS = "conditions"
    CONSOLIDATED = "consolidated"
    SUPERSEDED = "superseded"
    RIVALS = "rivals"
    STRENGTH = "strength"
    KEY = "key"
    PARENT = "parent"
    DEFINITION = "definition"
    ALIASES = "aliases"
    MERGED = "merged"
    DIVIDED = "divided"
    RETIRED = "retired"
    INITIAL = "initial"
    """Whether the initial theory has it, and on what basis."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One respect in which something differs: what it was, and what it became."""

    what: What
    before: Bilingual
    after: Bilingual

    @property
    def mirrored(self) -> Turn:
        """The same when the two versions change places."""
        return Turn(self.what, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Side:
    """Something as it stands in one of the two versions."""

    name: Bilingual
    ids: frozenset[str] = frozenset()
    """Ids of the stored rows that it is made of, with those of its evidence."""
    facts: tuple[Bilingual, ...] = ()
    """What there is to say of it, counts with their denominators among it."""
    witnesses: tuple[Witness, ...] = ()
    """Its passages for and against; those an element rests on have no stance."""
    hypotheses: tuple[str, ...] = ()
    """Keys."""
    arrow: Arrow | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something became what it is, in somebody's words."""

    words: str
    coder: str
    at: str
    """UTC, ISO 8601."""
    deed: str
    """What was done, as the journal says it; "memo" or "comment" for those."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing in both versions; a side is None where the version has no such thing."""

    id: str
    about: About
    sort: Sort
    before: Side | None
    after: Side | None
    turns: tuple[Turn, ...] = ()
    subjects: frozenset[tuple[Subject, str]] = frozenset()
    """What memos and comments that give a reason may be about: configurations and codes, by id."""
    reasons: tuple[Reason, ...] = ()
    unseen: bool = False
    """Whether a part of what happened to it is in a layer that is not released."""

    @property
    def side(self) -> Side:
        """As it stands in the later version, in the earlier one where it is dropped."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - something compared stands in one of them
        return found

    @property
    def touched(self) -> frozenset[str]:
        """Ids of the rows whose entries in the journal tell of it."""
        return (self.before.ids if self.before else frozenset()) | (
            self.after.ids if self.after else frozenset()
        )

    @property
    def asks_why(self) -> bool:
        """Whether it became another and nobody wrote down why."""
        return self.sort is not Sort.KEPT and not self.reasons

    @property
    def gained(self) -> frozenset[str]:
        """Ids of the passages that only the later version has here."""
        return passage_ids(self.after) - passage_ids(self.before)

    @property
    def lost(self) -> frozenset[str]:
        """Ids of the passages that only the earlier version has here."""
        return passage_ids(self.before) - passage_ids(self.after)

    @property
    def mirrored(self) -> Compared:
        """The same when the two versions change places."""
        return replace(
            self,
            sort=self.sort.mirrored,
            before=self.after,
            after=self.before,
            turns=tuple(each.mirrored for each in self.turns),
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything of two versions of the theory, compared."""

    key: str
    """"overall", or the key of the hypothesis whose mini theory is compared."""
    before: ChangeTheory
    after: ChangeTheory
    before_name: Bilingual
    after_name: Bilingual
    compared: tuple[Compared, ...]
    drawn_as: dict[str, str] = field(default_factory=dict)
    """Where a box of the earlier version is drawn: by its id, the id of the box of the later one that it became."""

    def of(self, about: About, *sorts: Sort) -> tuple[Compared, ...]:
        """Those about one thing, of these sorts, or of all."""
        wanted = sorts or tuple(Sort)
        return tuple(each for each in self.compared if each.about is about and each.sort in wanted)

    def count(self, about: About) -> dict[Sort, int]:
        """How many became what."""
        found = dict.fromkeys(Sort, 0)
        for each in self.compared:
            if each.about is about:
                found[each.sort] += 1
        return found

    @property
    def differing(self) -> tuple[Compared, ...]:
        """All but what is kept."""
        return tuple(each for each in self.compared if each.sort is not Sort.KEPT)

    @property
    def mirrored(self) -> tuple[Compared, ...]:
        """Everything compared, as it is when the two versions change places."""
        return tuple(each.mirrored for each in self.compared)


def passage_ids(side: Side | None) -> frozenset[str]:
    """Ids of the codings and evidence behind something."""
    return frozenset(each for witness in side.witnesses for each in witness.ids) if side else frozenset()


def joined_words(parts: Iterable[Bilingual], between: str = ", ") -> Bilingual:
    """Words in a row in both languages."""
    known = tuple(parts)
    return Bilingual(
        between.join(each.say("da") for each in known), between.join(each.say("en") for each in known)
    )


def same(text: str) -> Bilingual:
    """Words that are the same in both languages, as people wrote them."""
    return Bilingual(text, text)
