"""The change theory for a terminal: which one, drawn in characters and said in words, and what lies behind a box or an arrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from rcoder.domain.cut import Cut, cut_options
from rcoder.domain.drawn import Drawn
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.passage import Passage
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.theory import Arrow, Box, ChangeTheory, Denominator, Witness
from rcoder.domain.theory_difference import NOW
from rcoder.domain.theory_walk import into, out_of
from rcoder.domain.words import Bilingual, Stance
from rcoder.project.evidence import again

if TYPE_CHECKING:
    from rcoder.project.door import Project

TABLES = frozenset(
    {
        "configurations", "places", "elements", "links", "groundings", "codings", "evidence", "standins", "rivals",
        "codebooks", "codes", "theories", "nodes", "theory_links", "study", "cases", "transcripts", "finishes",
        "speakers", "coders", "revisions", "groups", "attributes", "quotations",
    }
)  # fmt: skip
"""Tables whose changes a drawing shows."""

NO_CODEBOOK = (
    "The study has no codebook, so there is no theory to draw: f6 in the coding screen brings one in."
)
NO_THEORY = (
    "The codebook has no theory to draw: its file may have one under “theories”, see docs/codebook-format.md."
)
NO_BOXES = "Nothing to draw yet: O c opens the configurations, and what they link is drawn here."
CUT_AWAY = "Nothing is left of the theory with that filter: f changes it."
UNCOUNTED = "passages that are listed, not counted"
UNSAID = "passages without a stance"
Groups = tuple[tuple[str, tuple[Passage, ...]], ...]
"""Passages by heading."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which theory is to be drawn."""

    key: str = "overall"
    version: str = NOW
    """Key of a version: "0" the initial theory, a number or name, "now"."""
    cut: Cut = Cut()

    @property
    def options(self) -> dict[str, str]:
        """The options of the export that draws the same."""
        key = {} if self.key == "overall" else {"hypothesis": self.key}
        version = {} if self.version == NOW else {"version": self.version}
        return key | version | cut_options(self.cut)


@dataclass(frozen=True, slots=True)
class TheoryShown:
    """A theory with everything about it that is said beside it."""

    asked: Asked
    theory: ChangeTheory
    labels: str
    """Language of the boxes' labels: the study's."""
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What each box is called, by id."""
    lacking: str = ""
    """Why there is nothing to draw, and the key that fills it; "" where there is something."""


class Behind(NamedTuple):
    """A configuration that has a link drawn in an arrow."""

    id: str
    number: str
    title: str


NOTHING = ChangeTheory("", Bilingual(), Bilingual(), (), (), Denominator())


def theory_shown(project: Project, asked: Asked, words: str = "en") -> TheoryShown:
    """The theory as it is asked for. Raises NotFound for a version there is not, and Misuse for what cannot be filtered."""
    from rcoder.figure.terminal.words import names

    labels = project.study().language
    contents = project.codebook()
    if contents is None:
        return TheoryShown(asked, NOTHING, labels, lacking=NO_CODEBOOK)
    try:
        theory = theory_asked(project, asked)
    except NotFound:
        if contents.theories:
            raise
        return TheoryShown(asked, NOTHING, labels, lacking=NO_THEORY)
    lacking = "" if theory.boxes else (NO_BOXES if asked.cut.empty else CUT_AWAY)
    return TheoryShown(asked, theory, labels, MappingProxyType(names(theory, labels, words)), lacking)


def theory_asked(project: Project, asked: Asked) -> ChangeTheory:
    """The change theory of that key and version, narrowed. Raises NotFound and Misuse."""
    from rcoder.project.cutting import stood_cut, theory_cut

    contents = project.codebook()
    known = (
        [*(each.key for each in contents.theories), *(each.key for each in contents.hypotheses)]
        if contents
        else []
    )
    key = next((each for each in known if each.casefold() == asked.key.casefold()), asked.key)
    if asked.version.casefold() in (NOW, "nu"):
        return theory_cut(project, key, asked.cut)
    return stood_cut(project, asked.version, key, asked.cut)[0]


# -- drawn and said --------------------------------------------------------------------------------------------------


def whole(shown: TheoryShown, words: str = "en") -> Drawn:
    """The whole theory in characters; refused with a sentence where nobody could read it."""
    from rcoder.figure.terminal import draw_whole

    return draw_whole(shown.theory, labels=shown.labels, words=words)


def around(shown: TheoryShown, box_id: str, room: int, words: str = "en") -> Drawn:
    """One box with what leads to it and what it leads to, `room` cells wide."""
    from rcoder.figure.terminal import draw_round

    return draw_round(shown.theory, box_id, room=room, labels=shown.labels, words=words)


def arrow_told(shown: TheoryShown, arrow: Arrow, words: str) -> dict[str, Any]:
    """An arrow as plain values: ends, effect, state, counts by stance with the cases they are of, and its configurations."""
    tallies = {"supports": arrow.supports, "contradicts": arrow.contradicts, "refines": arrow.refines}
    return {
        "id": arrow.id,
        "source": shown.names.get(arrow.source, ""),
        "target": shown.names.get(arrow.target, ""),
        "effect": arrow.effect.value,
        "state": arrow.state.value,
        "initial": arrow.initial,
        "hypotheses": list(arrow.hypotheses),
        "configurations": list(arrow.configurations),
        "links": len(arrow.links),
        "counts": {stance: asdict(tally) for stance, tally in tallies.items()},
        "words": ": ".join(told(shown, arrow.id, words)[:2]),
    }


def told(shown: TheoryShown, place: str, words: str = "en") -> tuple[str, ...]:
    """What is under the cursor, in sentences: of an arrow its claim, counts and origin, of a box its name and what meets there."""
    from rcoder.figure.terminal import words as said

    theory = shown.theory
    arrow = next((each for each in theory.arrows if each.id == place), None)
    if arrow is not None:
        return (
            said.arrow_claim(arrow, shown.names, words),
            said.arrow_counts(arrow, theory, words),
            said.arrow_origin(arrow, words),
        )
    box = next((each for each in theory.boxes if each.id == place), None)
    if box is None:
        return ()
    return shown.names[box.id], said.box_told(box, theory, shown.names, words)


def cases_line(shown: TheoryShown, words: str = "en") -> str:
    """Of how many cases the counts are."""
    from rcoder.figure.terminal.words import cases_line as line

    return line(shown.theory, words)


# -- what lies behind ------------------------------------------------------------------------------------------------


def behind_arrow(project: Project, arrow: Arrow) -> Groups:
    """The passages on an arrow by stance, those that are not counted apart."""
    return _present(project, _by_stance(arrow))


def behind_box(project: Project, box: Box) -> Groups:
    """The passages that the elements of a box rest on, by element, then those of the links that lie inside it."""
    wordings: dict[str, list[str]] = {}
    for each in box.elements:
        number, _, wording = each.partition(": ")
        wordings.setdefault(number, []).append(wording or each)
    headed = [
        (
            f"{number}: {', '.join(words)}",
            [each for each in box.witnesses if number in each.configurations],
        )
        for number, words in wordings.items()
    ]
    rest = [each for each in box.witnesses if not set(each.configurations) & wordings.keys()]
    if rest:
        headed.append(("Passages", rest))
    for inner in box.inner:
        link = f"inside the box, {say(inner.effect)} ({', '.join(inner.configurations)})"
        headed += [(f"{link}: {heading}", found) for heading, found in _by_stance(inner)]
    return _present(project, headed, keep=True)


def _by_stance(arrow: Arrow) -> list[tuple[str, list[Witness]]]:
    counted = [each for each in arrow.witnesses if each.counts != "listed"]
    found = [
        (f"{STANCE_SIGNS[stance]} {say(stance)}", [each for each in counted if each.stance is stance])
        for stance in Stance
    ]
    found.append((UNSAID, [each for each in counted if each.stance is None]))
    found.append((UNCOUNTED, [each for each in arrow.witnesses if each.counts == "listed"]))
    return [(heading, witnesses) for heading, witnesses in found if witnesses]


def _present(
    project: Project, headed: Sequence[tuple[str, Sequence[Witness]]], *, keep: bool = False
) -> Groups:
    """The passages as they stand, under their headings; `keep` keeps headings without any."""
    there = again(project.sight, (own for _, found in headed for each in found for own in each.ids))
    groups = [
        (heading, tuple(there[own] for each in found for own in each.ids if own in there))
        for heading, found in headed
    ]
    return tuple((heading, found) for heading, found in groups if found or keep)


def configurations_behind(project: Project, numbers: Iterable[str]) -> tuple[Behind, ...]:
    """The configurations in sight with these numbers."""
    rows = project.sight.rows(
        "SELECT id, number, title FROM configurations WHERE {seen} AND number IN (:numbers) ORDER BY number, id",
        numbers=list(numbers),
    )
    return tuple(Behind(row["id"], row["number"], row["title"]) for row in rows)


def versions(project: Project) -> tuple[tuple[str, str], ...]:
    """Key and name of every version there is to draw, what stands now first. Version 0 is the initial theory."""
    from rcoder.project.versions import version_lines

    return tuple((each.key, each.words.en) for each in reversed(version_lines(project)))


# -- as lists, for scripts and screen readers ------------------------------------------------------------------------


def box_called(shown: TheoryShown, wanted: str) -> str:
    """Id of the box with that key, id or label. Raises NotFound, and Misuse where several are called so."""
    plain = wanted.strip().casefold()
    for found in (
        [box for box in shown.theory.boxes if plain in (box.key.casefold(), box.id.casefold())],
        [box for box in shown.theory.boxes if plain and plain in shown.names[box.id].casefold()],
    ):
        if len(found) > 1:
            known = "; ".join(shown.names[each.id] for each in found[:5])
            raise Misuse(
                f"More than one box is called {wanted}: {known}.", "Give its key or more of its words."
            )
        if found:
            return found[0].id
    keys = ", ".join(box.key for box in shown.theory.boxes if box.key)
    raise NotFound(f"The theory has no box called {wanted}.", f"It has {keys}." if keys else "It has none.")


def lines(shown: TheoryShown, words: str, box_id: str = "") -> tuple[str, ...]:
    """Every arrow in a sentence, in the theory's order, and the boxes that no arrow reaches; of one box only its own."""
    from rcoder.figure.terminal import words as said

    theory = shown.theory
    if box_id:
        own = (*into(theory, box_id), *out_of(theory, box_id))
        return (
            ". ".join(told(shown, box_id, words)),
            *(": ".join(told(shown, each.id, words)[:2]) for each in own),
        )
    found = [": ".join(told(shown, each.id, words)[:2]) for each in theory.arrows]
    reached = {end for each in theory.arrows for end in (each.source, each.target)}
    loose = [box for box in theory.boxes if box.id not in reached]
    return (*found, *(f"{shown.names[box.id]} ({said.LOOSE.say(words)})" for box in loose))
