"""The change theory narrowed for a figure or a screen, and what it can be narrowed to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rcoder.analysis.cut_beside import beside
from rcoder.analysis.cutting import Ground, Interviewed, cut
from rcoder.analysis.mini_theories import theory_keys
from rcoder.domain.codebook import hypothesis_of
from rcoder.domain.cut import STANCES, STATES, CaseGroup, Cut
from rcoder.domain.errors import Misuse
from rcoder.domain.roles import in_role_order
from rcoder.domain.theory import ArrowState, ChangeTheory
from rcoder.domain.words import Bilingual, Category, Horizon, Stance, role_group
from rcoder.project.cut_groups import group_named, group_names, outcome_group
from rcoder.project.kept import kept
from rcoder.project.progress import progress
from rcoder.project.retrieval_surroundings import surroundings

if TYPE_CHECKING:
    from rcoder.project.door import Project

GREY = Bilingual("Gråt: kun andre siger det; uden tal.", "Grey: only others say it; without numbers.")
BESIDE = Bilingual(
    "Gråt: siges kun om sager i den anden figur; uden tal.",
    "Grey: said only about cases in the other figure; without numbers.",
)


class Choice(NamedTuple):
    """Something a figure can be narrowed to."""

    value: str
    """As a cut holds it."""
    name: Bilingual


class Choices(NamedTuple):
    """All that a figure of this study can be narrowed to."""

    theories: tuple[Choice, ...]
    """Overall, then the mini theories."""
    hypotheses: tuple[Choice, ...]
    horizons: tuple[Horizon, ...]
    roles: tuple[str, ...]
    """Roles of respondents in their usual order, then the role groups that are no role."""
    groups: tuple[Choice, ...]
    stances: tuple[Stance, ...]
    states: tuple[ArrowState, ...]


def choices(project: Project) -> Choices:
    """What a figure can be narrowed to, with names."""
    contents = project.codebook()
    theories = {each.key: each.title for each in contents.theories} if contents else {}
    hypotheses = [each for each in contents.hypotheses if not each.retired] if contents else []
    titles = {each.key: each.label for each in hypotheses} | theories
    keys = theory_keys(contents) if contents else ()
    return Choices(
        theories=tuple(
            Choice(key, titles[key])
            for key in ("overall", *(each for each in keys if each != "overall"))
            if key in titles
        ),
        hypotheses=tuple(Choice(each.key, each.label) for each in hypotheses),
        horizons=tuple(Horizon),
        roles=_roles(project),
        groups=tuple(Choice(name.say(), name) for name in group_names(project)),
        stances=STANCES,
        states=tuple(STATES),
    )


def _roles(project: Project) -> tuple[str, ...]:
    """The roles that respondents have, and the groups of several roles."""
    found = {
        role.casefold()
        for each in surroundings(project).speakers.values()
        if not each.interviewer
        for role in each.roles
    }
    groups = {role_group(role) for role in found} - found
    return (*in_role_order(found), *in_role_order(groups))


# -- asking ----------------------------------------------------------------------------------------------------------


def theory_cut(project: Project, key: str, wanted: Cut) -> ChangeTheory:
    """A theory as it stands, narrowed. Raises NotFound for a theory there is not, Misuse for what it cannot be narrowed to."""
    return cut(_whole(project, key), wanted, ground(project, wanted))


def _whole(project: Project, key: str) -> ChangeTheory:
    """The whole theory, kept until something is written."""
    from rcoder.domain.tables import RECORDS

    return kept(project.sight, f"theory {key}", RECORDS.keys(), lambda: project.theory(key))


def ground(project: Project, wanted: Cut) -> Ground:
    """What a cut counts of in this study. Raises Misuse where it names a hypothesis, role or group there is not."""
    around = surroundings(project)
    _check(project, wanted)
    groups: dict[str, CaseGroup] = {wanted.group: group_named(project, wanted.group)} if wanted.group else {}
    return Ground(
        progress=progress(project.sight),
        interviews=tuple(
            Interviewed(each.case_id, around.roles_in.get(each.id, frozenset()), each.id in around.finished)
            for each in around.interviews.values()
        ),
        groups=groups,
        under=_under(project),
    )


def _under(project: Project) -> dict[str, str]:
    contents = project.codebook()
    codes = {each.id: each for each in contents.codes} if contents else {}
    found = {
        each.key: hypothesis_of(each, codes)
        for each in codes.values()
        if each.category in (Category.HYPOTHESIS, Category.CONDITION)
    }
    return {key: each.key if each else "" for key, each in found.items()}


def _check(project: Project, wanted: Cut) -> None:
    """Raises Misuse for a hypothesis or role that the study has not."""
    if wanted.hypotheses:
        contents = project.codebook()
        keys = [each.key for each in contents.hypotheses] if contents else []
        _known("hypothesis", wanted.hypotheses, keys)
    if wanted.roles:
        _known("role", wanted.roles, _roles(project))


def _known(what: str, wanted: tuple[str, ...], known: list[str] | tuple[str, ...]) -> None:
    plain = {each.casefold() for each in known}
    for each in wanted:
        if each.casefold() not in plain:
            names = ", ".join(known)
            raise Misuse(
                f"The study has no {what} {each}.", f"It has {names}." if names else "It has none yet."
            )


def stood_cut(
    project: Project, version: str, key: str, wanted: Cut, *, others: bool = False
) -> tuple[ChangeTheory, ...]:
    """A theory as it stood in a version, narrowed; with `others` the mini theories of that version after it.

    Raises NotFound for a version or theory there is not, Misuse for roles and groups, which a version does not keep.
    """
    from rcoder.analysis.roll_up import derive
    from rcoder.project.versions import stand

    if wanted.recounts:
        raise Misuse(
            "A version cannot be narrowed to roles or groups, since it does not keep who was interviewed.",
            "Leave out --role and --group, or draw the theory as it stands.",
        )
    stood = stand(project, version)
    mini = theory_keys(stood.sources.contents) if others else ()
    own = Ground(progress=stood.sources.progress, under=_under(project))
    return tuple(
        _of_version(cut(derive(stood.sources, each), wanted, own), stood.name)
        for each in (key, *(each for each in mini if each != key))
    )


def _of_version(theory: ChangeTheory, name: Bilingual) -> ChangeTheory:
    """The theory whose words say which version it is."""
    return replace(theory, cut=_joined(_capital(name), theory.cut))


# -- beside the others -----------------------------------------------------------------------------------------------


def cut_of_role(project: Project, key: str, wanted: Cut) -> ChangeTheory:
    """What people of some roles say, with what only others say in grey. Raises what `theory_cut` raises."""
    every = replace(wanted, roles=(), evidence=True)
    shown = theory_cut(project, key, every)
    own = theory_cut(project, key, _people(wanted))
    said = theory_cut(project, key, wanted)
    ids = {each.id for each in (*shown.arrows, *said.arrows)}
    found = beside(own, _whole(project, key), ids)
    return replace(found, cut=_joined(said.cut, GREY), narrowed=said.narrowed)


def cut_apart(project: Project, key: str, wanted: Cut) -> tuple[ChangeTheory, ChangeTheory]:
    """What is said of the cases in a group, and of those outside it, with the same boxes.

    Without a group it is that of the outcome. Raises what `theory_cut` raises, Misuse where there is no outcome group.
    """
    group = wanted.group or outcome_group(project)
    inside, outside = (replace(wanted, group=group, outside=each) for each in (False, True))
    said = [theory_cut(project, key, each) for each in (inside, outside)]
    ids = {arrow.id for each in said for arrow in each.arrows}
    whole = _whole(project, key)
    own = [theory_cut(project, key, _people(each)) for each in (inside, outside)]
    one, other = (
        replace(beside(narrow, whole, ids), cut=_joined(full.cut, BESIDE), narrowed=full.narrowed)
        for narrow, full in zip(own, said, strict=True)
    )
    return one, other


def _people(wanted: Cut) -> Cut:
    """Only whose words are counted."""
    return Cut(roles=wanted.roles, group=wanted.group, outside=wanted.outside)


def _joined(one: Bilingual, other: Bilingual) -> Bilingual:
    return Bilingual(*(_sentences(one.say(each), other.say(each)) for each in ("da", "en")))


def _sentences(*said: str) -> str:
    return " ".join(each if each.endswith(".") else f"{each}." for each in said if each)


def _capital(name: Bilingual) -> Bilingual:
    return Bilingual(*(each[:1].upper() + each[1:] for each in (name.da, name.en)))
