"""Commands on groups of cases."""

from __future__ import annotations

import argparse

from rcoder.cli.boards import group_shape
from rcoder.cli.show import as_json, line, opened
from rcoder.domain.errors import Misuse
from rcoder.domain.groups import Belonging, read_criterion, say_criterion
from rcoder.domain.words import Bilingual


def which(_: argparse.Namespace) -> int:
    """A command group without a command."""
    raise Misuse("rcoder group needs a command: list, add or remove.", "See rcoder group --help.")


def list_(chosen: argparse.Namespace) -> None:
    """The groups, with where every case stands."""
    from rcoder.project.attributes import attributes
    from rcoder.project.groups import group_counts

    with opened(chosen) as project:
        counts, known = group_counts(project), attributes(project.sight)
        language = project.study().language
    if chosen.json:
        as_json([group_shape(each) for each in counts])
        return
    if not counts:
        line('No groups yet. Make one with: rcoder group add PROJECT NAME --where "ledighed_aar >= 5"')
    for each in counts:
        line(f"{each.group.name.say(language)}: {each.words}")
        said = " and ".join(say_criterion(one, known, language) for one in each.group.criteria)
        line(f"    {said}")
        for belonging in Belonging:
            for case in each.of(belonging):
                line(f"    {belonging.value:<8} {case.case}  ({case.reason})")


def add(chosen: argparse.Namespace) -> None:
    """Makes a group."""
    from rcoder.project.groups import addition, group_counts

    criteria = [read_criterion(each) for each in chosen.where]
    with opened(chosen) as project:
        entry = project.do(
            addition(project, Bilingual(chosen.name.strip(), chosen.english.strip()), criteria)
        )
        count = group_counts(project)[-1]
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence, "group": group_shape(count)})
    else:
        line(entry.sentence)
        line(f"    {count.words}")


def remove(chosen: argparse.Namespace) -> None:
    """Removes a group."""
    from rcoder.project.groups import removal

    with opened(chosen) as project:
        entry = project.do(removal(project, chosen.name))
    if chosen.json:
        as_json({"entry": entry.id, "sentence": entry.sentence})
    else:
        line(entry.sentence)
