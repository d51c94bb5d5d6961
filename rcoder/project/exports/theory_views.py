"""What a figure of the change theory is to show: the theory as it stands or stood, narrowed, or beside another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rcoder.domain.cut import OPTIONS, Cut, read_cut
from rcoder.domain.errors import Misuse
from rcoder.domain.outgoing import Colophon, Wanted
from rcoder.domain.theory import ChangeTheory
from rcoder.domain.theory_difference import INITIAL, NOW, Difference
from rcoder.domain.words import Bilingual
from rcoder.project.exports.colophon import colophon
from rcoder.project.exports.page_groups import page_groups

if TYPE_CHECKING:
    from rcoder.project.door import Project


@dataclass(frozen=True, slots=True)
class View:
    """A figure about to be drawn."""

    theory: ChangeTheory
    """What is drawn; of two versions what both hold, of two groups what is said in either."""
    source: Colophon
    others: tuple[ChangeTheory, ...] = ()
    """Mini theories that a page shows beside it."""
    differences: tuple[Difference, ...] = ()
    """Of two versions: of this theory, then of those that a page shows beside it."""
    pair: tuple[ChangeTheory, ...] = ()
    """Two theories with the same boxes, drawn side by side."""
    groups: tuple[tuple[str, frozenset[str]], ...] = ()
    """Groups of cases that a page can be filtered by: name and ids of the cases."""


def view(project: Project, wanted: Wanted) -> View:
    """The figure that is asked for. Raises NotFound for a theory, version or group there is not, and Misuse."""
    variant = wanted.option("variant")
    return _VIEWS[variant](project, wanted)


def theory_key(project: Project, key: str) -> str:
    """The theory's key as the codebook spells it."""
    contents = project.codebook()
    theories, hypotheses = (contents.theories, contents.hypotheses) if contents else ((), ())
    known = [*(each.key for each in theories), *(each.key for each in hypotheses)]
    return next((each for each in known if each.casefold() == key.casefold()), key)


def _key(project: Project, wanted: Wanted) -> str:
    return theory_key(project, wanted.option("hypothesis", "overall"))


def _mini(project: Project, key: str) -> tuple[str, ...]:
    """Keys of the mini theories that a page of the overall theory shows too."""
    from rcoder.analysis.mini_theories import theory_keys

    contents = project.codebook()
    keys = theory_keys(contents) if contents and key == "overall" else ()
    return tuple(each for each in keys if each != key)


def _plain(project: Project, wanted: Wanted) -> View:
    """One theory, as it stands or stood in a version, narrowed as asked."""
    version = wanted.option("version", NOW)
    if version.casefold() in (NOW, "nu"):
        return _standing(project, wanted)
    return _stood(project, wanted, version)


def _standing(project: Project, wanted: Wanted) -> View:
    from rcoder.project.cutting import theory_cut

    key, cut = _key(project, wanted), _cut(wanted)
    others = _mini(project, key) if wanted.ending == ".html" else ()
    return View(
        theory_cut(project, key, cut),
        colophon(project),
        tuple(theory_cut(project, each, cut) for each in others),
        groups=page_groups(project, wanted.language) if wanted.ending == ".html" else (),
    )


def _stood(project: Project, wanted: Wanted, version: str) -> View:
    """A version of the theory, narrowed by what it knows itself."""
    from rcoder.project.cutting import stood_cut

    key = _key(project, wanted)
    whole = wanted.ending == ".html" and key == "overall"
    theory, *more = stood_cut(project, version, key, _cut(wanted), others=whole)
    return View(theory, _source_of(project, version), tuple(more))


def _source_of(project: Project, version: str) -> Colophon:
    """Where the figure of a version comes from: what it rested on is said by its own N."""
    from rcoder.project.versions import ZERO, saved

    found = replace(colophon(project), basis=Bilingual())
    if version == INITIAL:
        return replace(found, theory=ZERO, as_of="", seen_by="")
    own = saved(project, version)
    words = f"version {own.number} “{own.name}”"
    return replace(
        found, theory=Bilingual(words, words), codebook=own.codebook or found.codebook, as_of=own.at[:10]
    )


def _initial(project: Project, wanted: Wanted) -> View:
    if wanted.option("version") not in ("", INITIAL):
        raise Misuse(
            "The initial theory is version 0, and another version was asked for.", "Leave out --version."
        )
    return _stood(project, wanted, INITIAL)


def _difference(project: Project, wanted: Wanted) -> View:
    """Two versions in one figure, with what became of each arrow and box."""
    from rcoder.figure.difference import together
    from rcoder.project.versions import difference, differences

    _refuse_cut(wanted, "The difference between two versions")
    before, after = _versions(wanted)
    key = _key(project, wanted)
    whole = wanted.ending == ".html" and key == "overall"
    found = differences(project, before, after) if whole else (difference(project, before, after, key=key),)
    return View(together(found[0], wanted.language), colophon(project), differences=found)


def _versions(wanted: Wanted) -> tuple[str, str]:
    """The two versions that are compared: the initial theory and what stands, unless others were asked for."""
    words = wanted.option("versions", f"{INITIAL},{NOW}").replace(":", ",")
    parts = [each.strip() for each in words.split(",")] if "," in words else words.split()
    if len(parts) != 2 or not all(parts):
        raise Misuse(
            f"“{words}” names not two versions.", 'Write two with a comma between: --versions "0,now".'
        )
    return parts[0], parts[1]


def _groups(project: Project, wanted: Wanted) -> View:
    """What is said of the cases in a group and of those outside it."""
    from rcoder.project.cutting import cut_apart

    key = _key(project, wanted)
    _refuse_version(wanted, "Two groups side by side")
    inside, outside = cut_apart(project, key, _cut(wanted))
    if wanted.ending == ".html":
        one, other = (_named(each, wanted.language, project) for each in (inside, outside))
        return View(one, colophon(project), others=(other,))
    return View(inside, colophon(project), pair=(inside, outside))


def _named(theory: ChangeTheory, language: str, project: Project) -> ChangeTheory:
    """A theory of a group whose key is what a page calls it."""
    from rcoder.project.cut_groups import group_named

    cut = theory.narrowed[-1]
    name = group_named(project, cut.group).name.say(language)
    beyond = "uden for " if language == "da" else "outside "
    return replace(theory, key=f"{beyond}{name}" if cut.outside else name)


def _role(project: Project, wanted: Wanted) -> View:
    """What people of a role say, with what only others say in grey."""
    from rcoder.project.cutting import cut_of_role

    _refuse_version(wanted, "One role's view")
    if not wanted.option("role"):
        raise Misuse("One role's view needs to know whose.", "Name a role, such as --role borger.")
    return View(cut_of_role(project, _key(project, wanted), _cut(wanted)), colophon(project))


def _cut(wanted: Wanted) -> Cut:
    return read_cut({key: wanted.option(key) for key in OPTIONS})


def _refuse_cut(wanted: Wanted, what: str) -> None:
    given = [key for key in OPTIONS if wanted.option(key)]
    if given:
        raise Misuse(f"{what} is drawn whole.", f"Leave out --{given[0]}, or choose one --hypothesis.")
    _refuse_version(wanted, what)


def _refuse_version(wanted: Wanted, what: str) -> None:
    if wanted.option("version") not in ("", NOW):
        raise Misuse(f"{what}: --version has no meaning there.", "Leave it out.")


_VIEWS: dict[str, Callable[[Project, Wanted], View]] = {
    "": _plain,
    "initial": _initial,
    "difference": _difference,
    "groups": _groups,
    "role": _role,
}
