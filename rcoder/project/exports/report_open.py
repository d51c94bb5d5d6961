"""What a report does not rest on: hypotheses untested, arrows without evidence, cases, roles and passages left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rcoder.domain.case import Case
from rcoder.domain.printed import Style
from rcoder.domain.prompt_table import title_of
from rcoder.domain.prompting import Reach
from rcoder.domain.roles import role_name
from rcoder.domain.theory import ArrowState
from rcoder.domain.words import danish_order
from rcoder.project.exports import report_words as words
from rcoder.project.exports.pages import Pages
from rcoder.project.exports.report_ground import Ground
from rcoder.project.exports.report_passages import Manner

ALREADY_SAID = frozenset({"hypothesis_untested", "accepted_changed", "small_cell"})
"""Prompts of the set whose matter is told elsewhere, or is of the check before anything leaves."""


def not_covered(pages: Pages, ground: Ground, manner: Manner, *, level: int = 1) -> None:
    """The section that says so, with numbers of how many."""
    pages.heading(words.NOT_COVERED.say(ground.language), level)
    for each in (*_theory(ground), *_cases(ground, manner), *_prompts(ground), *_left(ground)):
        pages.theirs(each, words.NOT_COVERED.say(ground.language), Style.BULLET)


def _theory(ground: Ground) -> Iterator[str]:
    language = ground.language
    untested = [each.key for each in ground.hypotheses if not ground.under(each)]
    if untested:
        number = f"{len(untested)} {'af' if language == 'da' else 'of'} {len(ground.hypotheses)}"
        yield f"{words.UNTESTED.say(language)} ({number}): {', '.join(untested)}."
    if ground.has_theory:
        initial = [each for each in ground.project.theory().arrows if each.initial]
        bare = sum(each.state is ArrowState.INITIAL for each in initial)
        yield words.INITIAL_ARROWS.say(language).format(n=bare, of=len(initial))


def _cases(ground: Ground, manner: Manner) -> Iterator[str]:
    language, of = ground.language, len(ground.cases)
    for frame, ids in (
        (words.CASES_LEFT, ground.progress.not_yet_coded),
        (words.CASES_SILENT, ground.progress.no_interview),
    ):
        if ids:
            yield frame.say(language).format(n=len(ids), of=of, names=_named(ground, ids, manner))
    for role, missing in roles_missing(ground).items():
        name = role_name(role, language)
        names = _named(ground, [each.id for each in missing], manner)
        yield words.ROLE_MISSING.say(language).format(role=name, n=len(missing), of=of, names=names)


def roles_missing(ground: Ground) -> dict[str, tuple[Case, ...]]:
    """By role that some case has an interview with: the cases that have none."""
    from rcoder.project.absence import interviews_held, roles_held

    held = interviews_held(ground.project.sight)
    have: dict[str, set[str]] = {}
    for each in held:
        for role in each.roles:
            have.setdefault(role, set()).add(each.case_id)
    found: dict[str, tuple[Case, ...]] = {}
    for role in roles_held(held):
        missing = tuple(each for each in ground.cases.values() if each.id not in have[role])
        if missing:
            found[role] = missing
    return found


def _named(ground: Ground, ids: Iterable[str], manner: Manner) -> str:
    known: Mapping[str, str] = (
        {each.id: each.name for each in ground.cases.values()} if manner.names else manner.letters
    )
    return ", ".join(sorted((known[each] for each in ids), key=danish_order))


def _prompts(ground: Ground) -> Iterator[str]:
    """What a supervisor would ask of the whole set and nobody has answered yet, counted."""
    from rcoder.project.prompts import survey

    found = survey(ground.project)
    counts: dict[str, int] = {}
    for each in found.asked:
        if each.prompt.kind.reach is Reach.SET and each.open and each.prompt.key not in ALREADY_SAID:
            counts[each.prompt.key] = counts.get(each.prompt.key, 0) + 1
    for key, number in counts.items():
        of = (
            f" {'af' if ground.language == 'da' else 'of'} {found.bases[key]}" if found.bases.get(key) else ""
        )
        yield f"{title_of(key, ground.language)}: {number}{of}."


def _left(ground: Ground) -> Iterator[str]:
    from rcoder.project.doubts import doubt_lines

    doubts = sum(each.doubt.decision is None for each in doubt_lines(ground.project))
    if doubts:
        yield words.DOUBTS.say(ground.language).format(n=doubts)
    aside = [f"{each.configuration.number} {each.configuration.title}".strip() for each in ground.set_aside]
    if aside:
        yield words.SET_ASIDE.say(ground.language).format(names="; ".join(aside))
