"""The numbers of the methods appendix, each with the command that shows what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from rcoder.domain.conditions import DECIDED
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say
from rcoder.domain.words import Category, Directness, Fate, Level, Material, Prompting, Scope, Stance, Status
from rcoder.project.activity import HINTS, activity_lines
from rcoder.project.exports import appendix_words as words
from rcoder.project.exports.appendix_facts import Fact
from rcoder.project.exports.report_ground import Ground
from rcoder.project.exports.report_hypothesis import outcome_name


def fact(
    key: str, language: str, number: int, of: int | None, command: str, *, which: str = "", name: str = ""
) -> Fact:  # noqa: PLR0917, RUF100 - what a fact is
    """A fact in words; `which` tells it from others of its sort."""
    said = words.F[key].say(language).format(name=name)
    return Fact(f"{key}.{which}" if which else key, said, number, of, command)


def of_theory(ground: Ground) -> Iterator[Fact]:
    """Item 4: what the initial theory was made of."""
    codes = [each for each in ground.project.codes().values() if not each.retired]
    for key, category in (
        ("hypotheses", Category.HYPOTHESIS),
        ("conditions", Category.CONDITION),
        ("codes", Category.CODE),
    ):
        number = sum(each.category is category for each in codes)
        yield fact(key, ground.language, number, None, "rcoder codebook show PROJECT")


def of_design(ground: Ground) -> Iterator[Fact]:
    """Item 10: cases, by outcome and by role."""
    language, every = ground.language, list(ground.cases.values())
    command = "rcoder cases PROJECT"
    yield fact("cases", language, len(every), None, command)
    yield fact("cases.coded", language, len(ground.progress.coded), len(every), command)
    groups = Counter(each.outcome_group for each in every)
    for name in sorted(groups):
        said = outcome_name(name, language) if name else {"da": "ukendt", "en": "unknown"}[language]
        yield fact(
            "cases.group", language, groups[name], len(every), command, which=name or "unknown", name=said
        )
    for role, number in _cases_by_role(ground).items():
        yield fact(
            "cases.role", language, number, len(every), command, which=role, name=role_name(role, language)
        )


def _cases_by_role(ground: Ground) -> dict[str, int]:
    from rcoder.project.absence import interviews_held, roles_held

    held = interviews_held(ground.project.sight)
    return {role: len({each.case_id for each in held if role in each.roles}) for role in roles_held(held)}


def of_data(ground: Ground) -> Iterator[Fact]:
    """Item 11: interviews, their files, what was corrected, other material."""
    language, lines = ground.language, ground.project.transcript_lines()
    every, command = len(lines), "rcoder transcripts PROJECT"
    yield fact("interviews", language, every, None, command)
    yield fact("interviews.without_case", language, sum(not each.case for each in lines), every, command)
    yield fact("interviews.finished", language, sum(bool(each.finished_by) for each in lines), every, command)
    yield fact("interviews.dated", language, sum(bool(each.date) for each in lines), every, command)
    yield fact("turns", language, sum(each.turns for each in lines), None, command)
    yield fact("characters", language, sum(each.characters for each in lines), None, command)
    yield fact("interviews.corrected", language, sum(each.revision > 1 for each in lines), every, command)
    files = Counter(PurePath(each.source).suffix.lower() for each in lines)
    for name in sorted(files):
        yield fact("interviews.file", language, files[name], every, command, which=name, name=name or "–")
    yield from _corrected(ground)
    yield from _material(ground)


def _corrected(ground: Ground) -> Iterator[Fact]:
    from rcoder.project.doubts import doubt_lines

    number = sum(each.doubt.decision is None for each in doubt_lines(ground.project))
    yield fact("doubts", ground.language, number, None, "rcoder doubts PROJECT")


def _material(ground: Ground) -> Iterator[Fact]:
    from rcoder.project.exhibits import exhibits

    found = Counter(each.exhibit.material for each in exhibits(ground.project))
    for each in Material:
        if found[each]:
            name = say(each, ground.language)
            yield fact(
                "material",
                ground.language,
                found[each],
                None,
                "rcoder exhibit list PROJECT",
                which=each.value,
                name=name,
            )


def of_coding(ground: Ground) -> Iterator[Fact]:
    """Item 13: codings, and of what sort they are."""
    language, lines = ground.language, ground.project.coding_lines()
    every, command = len(lines), "rcoder codings PROJECT"
    own = [each.coding for each in lines]
    yield fact("codings", language, every, None, command)
    yield fact("codings.case", language, sum(each.scope is Scope.THIS_CASE for each in own), every, command)
    yield fact(
        "codings.inferred",
        language,
        sum(each.directness is Directness.INFERRED for each in own),
        every,
        command,
    )
    yield fact(
        "codings.prompted",
        language,
        sum(each.prompting is Prompting.PROMPTED for each in own),
        every,
        command,
    )
    coders: dict[str, set[str]] = {}
    for each in own:
        coders.setdefault(each.transcript_id, set()).add(each.coder_id)
    yield fact("double", language, sum(len(each) > 1 for each in coders.values()), len(coders), command)
    yield from _kept_beside(ground)


def _kept_beside(ground: Ground) -> Iterator[Fact]:
    from rcoder.project.memos import memo_lines
    from rcoder.project.tray import tray_count

    yield fact("memos", ground.language, len(memo_lines(ground.project)), None, "rcoder memo list PROJECT")
    yield fact("tray", ground.language, tray_count(ground.project.sight), None, "rcoder tray PROJECT")


def of_configurations(ground: Ground) -> Iterator[Fact]:
    """Item 13: configurations, by status and level; what was judged and asked."""
    language, lines = ground.language, [each.configuration for each in ground.project.configurations()]
    every, command = len(lines), "rcoder configurations PROJECT"
    yield fact("configurations", language, every, None, command)
    yield from _of_values(
        language, "configurations.status", Counter(each.status for each in lines), Status, every
    )
    yield from _of_values(
        language, "configurations.level", Counter(each.level for each in lines), Level, every
    )
    judged = sum(bool(each.judgements) for each in ground.told)
    yield fact("strength", language, judged, len(ground.told), "rcoder strength PROJECT NUMBER")


def _of_values(
    language: str,
    key: str,
    found: Counter[Status] | Counter[Level],
    known: type[Status | Level],
    every: int,
) -> Iterator[Fact]:
    for each in known:
        number = found[each]  # type: ignore[index] # a counter of the same enumeration
        if number:
            yield fact(
                key,
                language,
                number,
                every,
                "rcoder configurations PROJECT",
                which=each.value,
                name=say(each, language),
            )


def of_hints(ground: Ground) -> Iterator[Fact]:
    """Item 13: what the program suggested, and what became of it."""
    found: Counter[str] = Counter()
    for each in activity_lines(ground.project):
        found[each.what] += each.times
    for what in HINTS:
        if found[what]:
            name = words.HINT_NAMES[what].say(ground.language)
            yield fact(
                "hints", ground.language, found[what], None, "rcoder activity PROJECT", which=what, name=name
            )


def of_people(ground: Ground) -> Iterator[Fact]:
    """Item 14: what is known of cases and interviews."""
    from rcoder.domain.attributes import attribute_name
    from rcoder.project.attributes import attribute_lines

    for each in attribute_lines(ground.project):
        if each.known:
            name = attribute_name(each.attribute, ground.language)
            own = each.attribute.key
            yield fact(
                "attribute",
                ground.language,
                each.known,
                each.of,
                "rcoder attribute list PROJECT",
                which=own,
                name=name,
            )


def of_evidence(ground: Ground) -> Iterator[Fact]:
    """Items 15 and 17: what supports, what speaks against, what refines, and what was asked and judged."""
    from rcoder.project.retrieving import retrieve

    language = ground.language
    for stance in (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES):
        found = retrieve(ground.project, f"stance:{stance.value}").count
        command = f"rcoder retrieve PROJECT --stance {stance.value} --counts"
        yield fact(stance.value, language, found.passages, None, command)
        if stance is Stance.CONTRADICTS:
            yield fact("contradicts.cases", language, found.cases, len(ground.progress.coded), command)
    yield from _rivals(ground)
    yield from _prompts(ground)
    yield from _judgements(ground)


def _rivals(ground: Ground) -> Iterator[Fact]:
    from rcoder.project.rivals import rivals_of

    found = [
        each
        for own in ground.project.configurations()
        for each in rivals_of(ground.project, own.configuration.id)
    ]
    command = "rcoder rivals PROJECT NUMBER"
    yield fact("rivals", ground.language, len(found), None, command)
    for fate in Fate:
        number = sum(each.fate is fate for each in found)
        yield fact(
            "rivals.fate",
            ground.language,
            number,
            len(found),
            command,
            which=fate.value,
            name=say(fate, ground.language),
        )


def _prompts(ground: Ground) -> Iterator[Fact]:
    from rcoder.project.prompts import survey

    asked = survey(ground.project).asked
    command = "rcoder prompts PROJECT"
    answered = sum(each.answer is not None and not each.outdated for each in asked)
    yield fact("prompts", ground.language, len(asked) - answered, len(asked), command)
    yield fact("prompts.answered", ground.language, answered, len(asked), command)


def _judgements(ground: Ground) -> Iterator[Fact]:
    from rcoder.project.conditions import checklist

    found = checklist(ground.project)
    decided = {
        at for at, cell in found.cells.items() if any(each.judgement.state in DECIDED for each in cell.judged)
    }
    command, language = "rcoder conditions PROJECT", ground.language
    yield fact("judged", language, len({each for each, _ in decided}), len(found.conditions), command)
    yield fact("judgements", language, len(decided), len(found.cells), command)
