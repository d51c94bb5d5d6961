"""One hypothesis in a report: its words, its mini theory, its configurations, the passages, rivals and support conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcoder.analysis.conditions import standing as standing_of
from rcoder.analysis.counting import tally, witnesses
from rcoder.analysis.matrices.warnings import oversampled
from rcoder.domain.board import Whose
from rcoder.domain.codebook import Code
from rcoder.domain.conditions import DECIDED, Checklist
from rcoder.domain.conditions import Standing as OfCases
from rcoder.domain.groups import outcome_words
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable, Style
from rcoder.domain.rendering import sentence
from rcoder.domain.roles import role_name
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.strength import StanceCount, Strength
from rcoder.domain.terms import say
from rcoder.domain.theory import Tally
from rcoder.domain.words import ConditionState, Stance
from rcoder.project.exports import report_words as words
from rcoder.project.exports.pages import Pages
from rcoder.project.exports.report_ground import Ground, Told
from rcoder.project.exports.report_passages import Manner, quote_sides


def hypothesis_words(pages: Pages, code: Code, language: str) -> None:
    """The hypothesis itself."""
    pages.theirs(code.title.say(language) or code.definition.say(language), code.key)


def evidence_of(  # noqa: PLR0917, RUF100 - where, of what, and how
    pages: Pages,
    ground: Ground,
    told: Sequence[Told],
    manner: Manner,
    written: dict[str, str],
    under: str = "",
) -> None:
    """Configurations, numbers, passages and rivals of what stands together.

    `written` has the configurations told already, with the hypothesis they stand under; those are only named again.
    """
    for each in told:
        if each.number in written:
            name = f"{each.number} {each.assembled.configuration.title}".strip()
            frame = words.TOLD_UNDER.say(ground.language)
            pages.theirs(frame.format(name=name, under=written[each.number]), each.number)
        else:
            _configuration(pages, ground, each, manner)
            written[each.number] = under
    if not told:
        return
    if len(told) > 1:
        _together(pages, ground, told)
    quote_sides(pages, ground, told, manner)
    _rivals(pages, ground, told)


# -- a configuration ----------------------------------------------------------------------------------------------


def _configuration(pages: Pages, ground: Ground, told: Told, manner: Manner) -> None:
    language, own = ground.language, told.assembled.configuration
    pages.heading(f"{own.number} {own.title}".strip(), 2, theirs=True)
    what = words.CONFIGURATION.say(language)
    pages.theirs(sentence(told.assembled, language, ground.study.rendering), what)
    case = ground.cases.get(own.case_id or "")
    about = (case.name if manner.names else manner.letters.get(case.id, "")) if case else ""
    facts = (
        f"{words.STATUS.say(language)}: {told.standing.say(language)}",
        say(own.level, language) if not about else words.ABOUT_CASE.say(language).format(case=about),
        words.CONSOLIDATED_OF.say(language).format(
            numbers=", ".join(each.configuration.number for each in told.members)
        )
        if told.members
        else "",
    )
    pages.theirs(" · ".join(each for each in facts if each) + ".", what, Style.BESIDE)
    _judged(pages, ground, told)
    title = f"{own.number}: {words.FOR_AND_AGAINST.say(language).lower()}"
    pages.table(_numbers(ground, title, told.strength.stances), theirs=False)
    over = bool(oversampled(ground.cases.values()))
    for each in _spread(told.strength, language, over=over):
        pages.theirs(each, what, Style.BESIDE)


def _judged(pages: Pages, ground: Ground, told: Told) -> None:
    name = words.STRENGTH.say(ground.language)
    if not told.judgements:
        pages.ours(f"{name}: {words.NOT_JUDGED.say(ground.language)}.")
    for each in told.judgements:
        by = ground.coders.get(each.coder_id, "")
        reason = f" {each.reason}" if each.reason else ""
        pages.theirs(f"{name}: “{each.words}” ({by}).{reason}", f"{told.number}, {name}")


def _numbers(ground: Ground, title: str, stances: Sequence[StanceCount]) -> PrintedTable:
    """Passages and cases by stance, each with what it is of."""
    language, coded = ground.language, ground.progress.denominator.coded
    headings = (
        Heading(words.STANCE.say(language), 1.2),
        Heading(words.PASSAGES.say(language), figures=True),
        Heading(words.CASES.say(language), 1.3, words.OF_CASES.say(language).format(n=coded), figures=True),
        Heading(words.FURTHER.say(language), figures=True),
        Heading(words.RESPONDENTS.say(language), 1.2, figures=True),
        Heading(words.LISTED.say(language), figures=True),
        Heading(words.MATERIAL.say(language), figures=True),
    )
    rows = tuple(PrintedRow((_stance(each.stance, language), *_counted(each))) for each in stances)
    return PrintedTable("for-and-against", title, headings, rows, language)


def _stance(stance: Stance, language: str) -> Printed:
    return Printed(f"{STANCE_SIGNS[stance]} {say(stance, language)}")


def _counted(each: StanceCount) -> Iterator[Printed]:
    found = each.tally
    further = found.cases_not_yet_coded + found.cases_without_interview
    for number in (found.passages, found.cases, further, found.respondents, found.listed, each.material):
        yield Printed(str(number), float(number))


def _spread(found: Strength, language: str, *, over: bool) -> Iterator[str]:
    """Who says it and in which cases, of how many; `over` where more cases that went well were sampled than others."""
    roles = [
        words.INTERVIEWS_OF.say(language).format(role=role_name(role, language), n=own.number, of=own.of)
        for role, own in found.roles.items()
    ]
    if roles:
        yield f"{words.SAID_BY.say(language)}: {', '.join(roles)}."
    groups = [
        words.CASES_OF.say(language).format(group=outcome_name(name, language), n=own.number, of=own.of)
        for name, own in found.contrast.items()
    ]
    if groups:
        warned = f" {words.OVERSAMPLED.say(language)}" if over else ""
        yield f"{words.CONTRAST.say(language)}: {', '.join(groups)}.{warned}"


def outcome_name(name: str, language: str) -> str:
    """An outcome group in words."""
    from rcoder.domain.groups import OUTCOME_GROUP

    known = {each.value: each.label for each in OUTCOME_GROUP.choices}
    return known[name].say(language) if name in known else outcome_words(name)


def _together(pages: Pages, ground: Ground, told: Sequence[Told]) -> None:
    """The configurations of a hypothesis together, overlapping passages once."""
    language = ground.language
    found = witnesses(each for one in told for each in one.attached)
    pages.heading(words.TOGETHER.say(language).format(of=len(told)), 2)
    coded = ground.progress.denominator.coded
    for stance in (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES):
        own: Tally = tally(found, stance, ground.progress)
        sign = f"{STANCE_SIGNS[stance]} {say(stance, language)}"
        pages.ours(f"{sign}: {words.tally_words(own, coded, language)}.", style=Style.BULLET)


# -- rivals and support conditions --------------------------------------------------------------------------------


def _rivals(pages: Pages, ground: Ground, told: Sequence[Told]) -> None:
    language = ground.language
    pages.heading(words.RIVALS.say(language), 2)
    rows = tuple(
        PrintedRow(
            (
                Printed(each.number),
                Printed(line.rival.wording),
                Printed(say(line.rival.fate, language)),
                Printed(line.rival.reason),
                Printed(str(len(line.passages)), float(len(line.passages))),
            )
        )
        for each in told
        for line in each.rivals
    )
    if not rows:
        pages.ours(words.NO_RIVALS.say(language))
        return
    headings = (
        Heading(words.NUMBER.say(language), 0.5),
        Heading(words.RIVAL.say(language), 2.2),
        Heading(words.FATE.say(language), 0.9),
        Heading(words.WHY.say(language), 2.4),
        Heading(words.PASSAGES.say(language), 0.7, figures=True),
    )
    pages.table(PrintedTable("rivals", words.RIVALS.say(language), headings, rows, language))


def conditions_of(pages: Pages, ground: Ground, checklist: Checklist, hypothesis: Code) -> None:
    """The support conditions of a hypothesis: judged in n of N cases, met in how many of those."""
    language = ground.language
    own = [
        each
        for each in checklist.conditions
        if each.id in checklist.hypotheses and checklist.hypotheses[each.id].id == hypothesis.id
    ]
    if not own:
        return
    pages.heading(words.CONDITIONS.say(language), 2)
    headings = (
        Heading(words.CONDITION.say(language), 2.6),
        Heading(
            words.JUDGED.say(language),
            0.9,
            words.OF_ALL_CASES.say(language).format(n=len(checklist.cases)),
            figures=True,
        ),
        Heading(words.MET.say(language), 0.7, figures=True),
        Heading(words.OTHERWISE.say(language), 2.0),
    )
    rows = []
    for each in own:
        found = standing_of(checklist.row(each.id), Whose.SEEN)
        judged = (Printed(str(found.judged), float(found.judged)), Printed(str(found.met), float(found.met)))
        name = f"{each.key} {each.label.say(language)}"
        rows.append(PrintedRow((Printed(name), *judged, Printed(otherwise(found, language)))))
    note = (words.CONDITIONS_NOTE.say(language),)
    title = f"{words.CONDITIONS.say(language)}, {hypothesis.key}"
    pages.table(PrintedTable("conditions", title, headings, tuple(rows), language, notes=note))


def otherwise(found: OfCases, language: str) -> str:
    """The cases in which a condition was not met, by why: "1 ikke opfyldt, 2 ikke vurderet"."""
    parts = [
        f"{found.states[each]} {say(each, language)}"
        for each in (*DECIDED, *(state for state in ConditionState if state not in DECIDED))
        if each is not ConditionState.MET and found.states.get(each)
    ]
    beside = (
        (found.differ, "vurderet forskelligt", "judged differently"),
        (found.not_judged, "ikke vurderet", "not judged"),
        (found.no_interview, "uden interview", "without interview"),
    )
    parts += [f"{number} {da if language == 'da' else en}" for number, da, en in beside if number]
    return ", ".join(parts)
