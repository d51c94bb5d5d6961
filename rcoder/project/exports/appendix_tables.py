"""The tables of the methods appendix: interviews by case and role, people by role, coders, evidence and counter-evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rcoder.analysis.counting import tally, witnesses
from rcoder.domain.outgoing import Broken
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.roles import in_role_order, role_name
from rcoder.domain.theory import Tally
from rcoder.domain.words import Answered, Stance
from rcoder.project.exports import appendix_words as words
from rcoder.project.exports.appendix_facts import TRACED
from rcoder.project.exports.report_ground import Ground, Told
from rcoder.project.exports.report_hypothesis import outcome_name
from rcoder.project.exports.report_passages import Manner

Cells = tuple[Printed, ...]


def number(value: int) -> Printed:
    """A cell with a number."""
    return Printed(str(value), float(value))


def case_names(ground: Ground, manner: Manner) -> dict[str, str]:
    """What each case is called here, by its id."""
    return {each.id: each.name if manner.names else manner.letters[each.id] for each in ground.cases.values()}


def cases_and_roles(ground: Ground, manner: Manner) -> PrintedTable:
    """How many interviews each role has in each case, and whether they are coded to the end."""
    from rcoder.project.absence import interviews_held, roles_held

    language, names = ground.language, case_names(ground, manner)
    held = interviews_held(ground.project.sight)
    roles = roles_held(held)
    rows = []
    for case in ground.cases.values():
        own = [each for each in held if each.case_id == case.id]
        cells = (_held([each.finished for each in own if role in each.roles], language) for role in roles)
        group = outcome_name(case.outcome_group, language) if case.outcome_group else "–"
        place = (Printed(case.municipality or "–", case_id=case.id),) if manner.names else ()
        rows.append(PrintedRow((Printed(names[case.id], case_id=case.id), Printed(group), *place, *cells)))
    place_heading = (Heading(words.MUNICIPALITY.say(language), 1.0),) if manner.names else ()
    headings = (
        Heading(words.CASE.say(language), 1.0),
        Heading(words.GROUP.say(language), 1.0),
        *place_heading,
        *(Heading(role_name(role, language), 1.1) for role in roles),
    )
    title, notes = words.BY_CASE_AND_ROLE.say(language), (words.ROLE_SIGNS.say(language),)
    return PrintedTable("cases-roles", title, headings, tuple(rows), language, notes=notes)


def cells_of_cases(ground: Ground, place: str) -> Iterator[Broken]:
    """How many cases each municipality has with an interview of each role, for the check of small cells."""
    from rcoder.project.absence import interviews_held

    counts: dict[tuple[str, str], set[str]] = {}
    for each in interviews_held(ground.project.sight):
        municipality = ground.cases[each.case_id].municipality if each.case_id in ground.cases else ""
        for role in each.roles:
            if municipality and role:
                counts.setdefault((municipality, role), set()).add(each.case_id)
    for (municipality, role), cases in sorted(counts.items()):
        yield Broken(place, f"municipality: {municipality} + {role}", len(cases), len(ground.cases))


def _held(finished: list[bool], language: str) -> Printed:
    if not finished:
        return Printed(words.NONE.say(language))
    return Printed(f"{len(finished)} {'✓' if all(finished) else '◐'}")


def people_by_role(ground: Ground) -> PrintedTable:
    """Interviews and people of each role, those without a case too."""
    language = ground.language
    rows = ground.project.sight.rows(
        "SELECT id, transcript_id, roles, person FROM speakers WHERE NOT interviewer ORDER BY id"
    )
    interviews: dict[str, set[str]] = {}
    people: dict[str, set[str]] = {}
    for row in rows:
        for role in _roles(row["roles"]):
            interviews.setdefault(role, set()).add(row["transcript_id"])
            people.setdefault(role, set()).add(row["person"] or row["id"])
    headings = (
        Heading(words.ROLE.say(language), 2),
        Heading(words.F["interviews"].say(language), figures=True),
        Heading(words.RESPONDENTS.say(language), figures=True),
    )
    found = tuple(
        PrintedRow(
            (Printed(role_name(role, language)), number(len(interviews[role])), number(len(people[role])))
        )
        for role in in_role_order(interviews)
    )
    title, notes = words.ROLES.say(language), (words.ROLES_NOTE.say(language),)
    return PrintedTable("roles", title, headings, found, language, notes=notes)


def _roles(stored: str) -> list[str]:
    import json

    found: list[str] = json.loads(stored)
    return found or [""]


def coders(ground: Ground) -> PrintedTable:
    """Everybody in sight: what they coded, in how many interviews, and how far."""
    project, language = ground.project, ground.language
    lines, own = project.transcript_lines(), project.configurations()
    codings: dict[str, list[str]] = {}
    for each in project.coding_lines():
        codings.setdefault(each.coding.coder_id, []).append(each.coding.transcript_id)
    rows = []
    for coder in project.coders():
        if not coder.released and coder.id != project.coder_id:
            continue
        done = codings.get(coder.id, [])
        begun = sum(each.configuration.coder_id == coder.id for each in own)
        finished = sum(coder.name in each.finished_by for each in lines)
        numbers = (number(each) for each in (len(done), len(set(done)), finished, begun))
        layer = words.RELEASED if coder.released else words.OWN
        rows.append(PrintedRow((Printed(coder.name), *numbers, Printed(layer.say(language)))))
    every = {"da": f"af {len(lines)}", "en": f"of {len(lines)}"}[language]
    headings = (
        Heading(words.CODER.say(language), 1.4),
        Heading(words.CODINGS.say(language), figures=True),
        Heading(words.READ.say(language), 1.1, every, figures=True),
        Heading(words.FINISHED.say(language), 1.1, every, figures=True),
        Heading(words.BEGUN.say(language), 1.1, figures=True),
        Heading(words.LAYER.say(language), 1.3),
    )
    title, notes = words.CODERS.say(language), (words.CODERS_NOTE.say(language),)
    return PrintedTable("coders", title, headings, tuple(rows), language, notes=notes)


def hypotheses(ground: Ground) -> PrintedTable:
    """The hypotheses as they are worded."""
    language = ground.language
    rows = tuple(
        PrintedRow(
            (
                Printed(f"{each.key} {each.label.say(language)}"),
                Printed(each.title.say(language) or each.definition.say(language)),
            )
        )
        for each in ground.hypotheses
    )
    headings = (Heading(words.HYPOTHESIS.say(language), 1), Heading(words.WORDING.say(language), 3))
    return PrintedTable("hypotheses", words.F["hypotheses"].say(language), headings, rows, language)


# -- evidence and counter-evidence ---------------------------------------------------------------------------------


def by_hypothesis(ground: Ground) -> PrintedTable:
    """What the passages of each hypothesis come to, overlapping ones once."""
    rows = []
    for each in ground.hypotheses:
        own = ground.under(each)
        found = witnesses(one for told in own for one in told.attached)
        tallies = [tally(found, stance, ground.progress) for stance in _STANCES]
        rows.append(
            PrintedRow(
                (Printed(f"{each.key} {each.label.say(ground.language)}"), number(len(own)), *_six(tallies))
            )
        )
    headings = _evidence_headings(ground, Heading(words.HYPOTHESIS.say(ground.language), 1.8))
    title, notes = words.PER_HYPOTHESIS.say(ground.language), (words.FOR_HYPOTHESIS.say(ground.language),)
    return PrintedTable("by-hypothesis", title, headings, tuple(rows), ground.language, notes=notes)


_STANCES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES)


def _six(tallies: Iterable[Tally]) -> Iterator[Printed]:
    for each in tallies:
        yield number(each.passages)
        yield number(each.cases)


def _evidence_headings(ground: Ground, first: Heading) -> tuple[Heading, ...]:
    language = ground.language
    of = {"da": "af {n}", "en": "of {n}"}[language].format(n=len(ground.progress.coded))
    cases = {"da": "i sager", "en": "in cases"}[language]
    found = [first, Heading(words.BEGUN.say(language), 1.0, figures=True)]
    for name in (words.SUPPORTING, words.AGAINST, words.REFINING):
        found += [Heading(name.say(language), 0.7, figures=True), Heading(cases, 0.7, of, figures=True)]
    return tuple(found)


def counter_evidence(ground: Ground) -> PrintedTable:
    """Each configuration: what speaks against it, its rivals, and whether anybody has looked."""
    language = ground.language
    of = {"da": "af {n}", "en": "of {n}"}[language].format(n=len(ground.progress.coded))
    headings = (
        Heading({"da": "Nr.", "en": "No."}[language], 0.5),
        Heading(words.AGAINST.say(language), 0.6, figures=True),
        Heading(words.AGAINST_CASES.say(language), 0.8, of, figures=True),
        Heading(words.REFINING.say(language), 0.7, figures=True),
        Heading(words.RIVALS.say(language), 0.6, figures=True),
        Heading(words.SEARCHED.say(language), 1.6),
        Heading(TRACED.say(language), 2.2),
    )
    rows = tuple(PrintedRow(_counter(each, language)) for each in ground.told)
    return PrintedTable("counter-evidence", words.COUNTER.say(language), headings, rows, language)


def _counter(told: Told, language: str) -> Cells:
    own: Mapping[Stance, Tally] = {each.stance: each.tally for each in told.strength.stances}
    against, refines = own[Stance.CONTRADICTS], own.get(Stance.REFINES, Tally())
    return (
        Printed(told.number),
        number(against.passages),
        number(against.cases),
        number(refines.passages),
        number(len(told.rivals)),
        Printed(_looked(told, language)),
        Printed(f"rcoder strength PROJECT {told.number}; rcoder rivals PROJECT {told.number}"),
    )


def _looked(told: Told, language: str) -> str:
    """Whether anybody said that they looked for what speaks against it."""
    if any(each.stance is Stance.CONTRADICTS for _, each in told.attached):
        return words.FOUND_SOME.say(language)
    found = told.searched
    if found is None or found.answer is None:
        return words.NO_ANSWER.say(language)
    frame = words.YES if found.answer.answered is Answered.DONE else words.NOT_ASKED
    said = frame.say(language).format(name=found.by, day=found.answer.at[:10])
    return said + (words.LAPSED.say(language) if found.outdated else "")
