"""The checklist of support conditions: what persons judged in each case, or as each role of a case tells it, and the material."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rcoder.analysis.conditions import standing
from rcoder.domain.board import Whose
from rcoder.domain.codebook import Code
from rcoder.domain.conditions import DECIDED, FOLLOWED_SIGNS, SIGNS, Cell, Judged, Standing
from rcoder.domain.counted import CASE, PASSAGE, cases_line, several
from rcoder.domain.outgoing import Wanted
from rcoder.domain.printed import Heading, Printed, PrintedRow, PrintedTable
from rcoder.domain.roles import role_name
from rcoder.domain.terms import say
from rcoder.domain.words import Absence, Bilingual, ConditionState
from rcoder.project.conditions import case_sheet, checklist
from rcoder.project.door import Project
from rcoder.project.exports.tables.making import whole
from rcoder.project.exports.tables.material import HEARD, heard_words
from rcoder.project.progress import progress

TITLE = Bilingual("Understøttende forhold", "Support conditions")
CONDITION, AS_A_WHOLE = (
    Bilingual("Forhold", "Condition"),
    Bilingual("Sagen som helhed", "The case as a whole"),
)
_ALTOGETHER = Bilingual("I alt", "Altogether")
_JUDGED = Bilingual("Vurderinger", "Judgements")
_OF_JUDGED = (
    (Bilingual("Forhold", "Condition"), 1.8),
    (Bilingual("Sag", "Case"), 0.7),
    (Bilingual("Som fortalt af", "As told by"), 1.0),
    (Bilingual("Tilstand", "State"), 1.0),
    (Bilingual("Mekanismen", "The mechanism"), 1.1),
    (Bilingual("Vurderet af", "Judged by"), 1.0),
    (Bilingual("Begrundelse", "Reason"), 3.0),
    (Bilingual("Bygger på", "Rests on"), 0.9),
)
_SINCE = Bilingual("flere passager er kommet siden", "further passages have come since")
_MET = Bilingual("opfyldt i {} af {} vurderede", "met in {} of {} judged")
_NONE_JUDGED = Bilingual("vurderet i ingen af {}", "judged in none of {}")
_ALL = Bilingual("{} i alt", "{} altogether")
NOT_JUDGED = Bilingual("ikke vurderet", "not judged")
_DIFFER = Bilingual("vurderet forskelligt af kodere", "judged differently by coders")
_NO_INTERVIEW = Bilingual("uden interview", "without interview")
_OF_CASES = Bilingual("af {}", "of {}")
_NOTES = (
    Bilingual(
        "En tilstand er en persons vurdering, aldrig regnet ud. Om mekanismen fulgte, vurderes for sig: →+ fulgte, →− fulgte ikke, "
        "→? uklart.",
        "A state is a person's judgement, never worked out. Whether the mechanism followed is judged apart: →+ followed, →− did not "
        "follow, →? unclear.",
    ),
    Bilingual(
        "Hvor ingen har vurderet, står, hvad materialet er: passager om sagen; ikke spurgt; spurgt, ikke nævnt; endnu ikke kodet; intet "
        "interview. De blandes aldrig sammen: ikke nævnt er ikke det samme som ikke opfyldt.",
        "Where nobody has judged stands what the material is: passages about the case; not asked; asked and not mentioned; not yet coded; "
        "no interview. They are never merged: not mentioned is not the same as not met.",
    ),
)


def table(project: Project, wanted: Wanted) -> PrintedTable:
    """Conditions by case; with `case` one case, by role. Narrowed by hypothesis. Raises NotFound."""
    language = wanted.language
    conditions, columns, rows = _shaped(project, wanted)
    headings = (Heading(CONDITION.say(language), 2.2), *columns)
    signs = "; ".join(f"{sign} {say(state, language)}" for state, sign in SIGNS.items())
    notes = (
        f"{signs}.",
        *(each.say(language) for each in _NOTES),
        cases_line(progress(project.sight).denominator, language),
    )
    further = (_judgements(project, wanted, conditions),)
    return whole(project, wanted, ("conditions", TITLE), headings, rows, notes=notes, further=further)


def _shaped(project: Project, wanted: Wanted) -> Shaped:
    """By role in one case, by case where there are not too many to read, else by state."""
    if wanted.option("case"):
        return _by_role(project, wanted)
    return _by_case(project, wanted) if len(project.cases()) <= MOST else _by_state(project, wanted)


MOST = 20
"""Cases that have a column each."""
Shaped = tuple[tuple[Code, ...], tuple[Heading, ...], list[PrintedRow]]
"""The conditions shown, the columns after the first, and the rows."""


def _by_case(project: Project, wanted: Wanted) -> Shaped:
    found, language = checklist(project), wanted.language
    shown = _narrowed(project, found.conditions, wanted)
    rows = []
    for each in shown:
        cells = (
            Printed(cell_words(found.cell(each.id, case.id), language), case_id=case.id)
            for case in found.cases
        )
        altogether = Printed(_standing(standing(found.row(each.id), Whose.SEEN), language))
        rows.append(_row(each, found.hypotheses.get(each.id), (*cells, altogether), language))
    columns = (*(Heading(case.name, 1.1) for case in found.cases), Heading(_ALTOGETHER.say(language), 1.8))
    return shown, columns, rows


def _by_state(project: Project, wanted: Wanted) -> Shaped:
    """How many cases each condition has each state in; every case stands in one place, so that a row adds up."""
    found, language = checklist(project), wanted.language
    shown = _narrowed(project, found.conditions, wanted)
    rows = []
    for each in shown:
        own = standing(found.row(each.id), Whose.SEEN)
        numbers = (
            *(own.states.get(state, 0) for state in ConditionState),
            own.differ,
            own.not_judged,
            own.no_interview,
        )
        cells = tuple(Printed(str(number), number) for number in numbers)
        rows.append(_row(each, found.hypotheses.get(each.id), cells, language))
    of = _OF_CASES.say(language).format(several(len(found.cases), CASE, language))
    states = (f"{SIGNS[state]} {say(state, language)}" for state in ConditionState)
    names = (*states, *(each.say(language) for each in (_DIFFER, NOT_JUDGED, _NO_INTERVIEW)))
    return shown, tuple(Heading(name, 1.0, of, figures=True) for name in names), rows


def _by_role(project: Project, wanted: Wanted) -> Shaped:
    found, language = case_sheet(project, wanted.option("case")), wanted.language
    shown, case = _narrowed(project, found.conditions, wanted), found.case.id
    every = ("", *found.roles)
    rows = []
    for each in shown:
        cells = (
            Printed(cell_words(found.cell(each.id, role), language), case_id=case, role=role)
            for role in every
        )
        rows.append(_row(each, found.hypotheses.get(each.id), tuple(cells), language))
    names = (role_name(role, language).capitalize() if role else AS_A_WHOLE.say(language) for role in every)
    return shown, tuple(Heading(name, 1.2) for name in names), rows


def _narrowed(project: Project, conditions: tuple[Code, ...], wanted: Wanted) -> tuple[Code, ...]:
    from rcoder.project.matrices.ground import codes

    if not wanted.option("hypothesis"):
        return conditions
    known = codes(project.sight)
    below = set(known.below[known.called(wanted.option("hypothesis")).id])
    return tuple(each for each in conditions if each.id in below)


def _row(condition: Code, hypothesis: Code | None, cells: tuple[Printed, ...], language: str) -> PrintedRow:
    under = f"{hypothesis.key} {hypothesis.label.say(language)}".strip() if hypothesis is not None else ""
    return PrintedRow((Printed(_called(condition, language)), *cells), under)


def _called(condition: Code, language: str) -> str:
    return f"{condition.key} {condition.label.say(language)}".strip()


def cell_words(cell: Cell, language: str) -> str:
    """What was judged, by whom where coders judge differently, with what there is of material; where nobody has, why."""
    by = cell.by(Whose.SEEN)
    if by:
        several_coders = len(by) > 1
        lines = [_state(each, language) + (f" ({each.coder})" if several_coders else "") for each in by]
    else:
        lines = [_unjudged(cell, language)]
    passages = cell.heard.answers
    if passages:
        lines.append(several(passages, PASSAGE, language))
    return "\n".join(lines)


def _state(judged: Judged, language: str) -> str:
    own = judged.judgement
    followed = f"\u00a0{FOLLOWED_SIGNS[own.followed]}" if own.followed else ""
    return f"{SIGNS[own.state]} {say(own.state, language)}{followed}"


def _unjudged(cell: Cell, language: str) -> str:
    gaps = (Absence.NO_INTERVIEW, Absence.NOT_YET_CODED, Absence.NOT_MENTIONED, Absence.NOT_ASKED)
    if not cell.heard.answers:
        found = [say(each, language) for each in gaps if each in cell.absences]
        if found:
            return ", ".join(found)
    return NOT_JUDGED.say(language)


def _standing(found: Standing, language: str) -> str:
    """What a condition comes to: "opfyldt i 2 af 3 vurderede (1 uklart); 1 ikke vurderet; 5 sager i alt"."""
    every = several(found.cases, CASE, language)
    if not found.judged and not found.states and not found.differ:
        return _NONE_JUDGED.say(language).format(every)
    others = [each for each in DECIDED if each is not ConditionState.MET and found.states.get(each)]
    inside = ", ".join(f"{found.states[each]} {say(each, language)}" for each in others)
    met = _MET.say(language).format(found.met, found.judged) + (f" ({inside})" if inside else "")
    beside = [
        f"{found.states[each]} {say(each, language)}"
        for each in ConditionState
        if each not in DECIDED and found.states.get(each)
    ]
    apart = ((found.differ, _DIFFER), (found.not_judged, NOT_JUDGED), (found.no_interview, _NO_INTERVIEW))
    beside += [f"{number} {words.say(language)}" for number, words in apart if number]
    return "; ".join([met, *beside, _ALL.say(language).format(every)])


# -- every judgement, and the material of each case ------------------------------------------------------------------


def _judgements(project: Project, wanted: Wanted, conditions: Sequence[Code]) -> PrintedTable:
    """Every judgement in sight with its reason, and what the material says where there is any."""
    language, found = wanted.language, checklist(project)
    headings = (
        *(Heading(name.say(language), width) for name, width in _OF_JUDGED),
        Heading(HEARD.say(language), 1.6),
    )
    only = wanted.option("case").casefold()
    rows = tuple(
        row
        for each in conditions
        for case in found.cases
        if not only or only in (case.name.casefold(), case.id)
        for row in _of_cell(each, (case.id, case.name), found.cell(each.id, case.id), language)
    )
    return PrintedTable("conditions-judged", _JUDGED.say(language), headings, rows, language)


def _of_cell(condition: Code, case: tuple[str, str], cell: Cell, language: str) -> Iterator[PrintedRow]:
    every: Iterable[Judged] = (*cell.by(Whose.SEEN), *cell.told)
    for each in every:
        own = each.judgement
        since = f"\n{_SINCE.say(language)}" if each.since else ""
        words = (
            _called(condition, language),
            case[1],
            role_name(own.role, language) if own.role else AS_A_WHOLE.say(language),
            f"{SIGNS[own.state]} {say(own.state, language)}",
            say(own.followed, language),
            each.coder,
            own.reason,
            several(each.passages, PASSAGE, language) + since,
            heard_words(cell.heard, language) if not own.role else "",
        )
        yield PrintedRow(tuple(Printed(word, case_id=case[0], role=own.role) for word in words))
