"""Interviews and cases put right: what is wanted of them in a person's words, and the deed it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from rcoder.domain.actions import arranging
from rcoder.domain.actions.arranging import Belongings, Tied
from rcoder.domain.attributes import attribute_called, canonical_value
from rcoder.domain.case import Attribute, Case
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.configuration import ConditionJudgement, Configuration, Evidence, Grounding
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.memo import Memo
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.transcript import Annotation, Doubt, Revision, Speaker, Transcript
from rcoder.domain.words import AttributeType, Subject
from rcoder.project.answers_following import with_answers_following
from rcoder.project.configurations import reviewed
from rcoder.project.door import Project
from rcoder.project.prompts import moved
from rcoder.project.questions import present_transcript

W = TypeVar("W", Summary, TurningPoint)

DATE = Attribute("", "date", Subject.INTERVIEW, AttributeType.DATE)
"""How the date of an interview is read: as any date a person writes."""

OUTCOME_GROUPS = {
    "with hours": "with_hours", "with_hours": "with_hours", "med timer": "with_hours",
    "without hours": "without_hours", "without_hours": "without_hours", "uden timer": "without_hours",
}  # fmt: skip
"""The outcome groups JobFirst compares, as people write them; another word is kept as it is."""

_NOTHING = frozenset(("", "?", "ukendt", "unknown"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be another thing of an interview; None leaves it, "" or "?" makes it unknown."""

    title: str | None = None
    case: str | None = None
    """Name of a case, which is made where there is none; "" for no case."""
    date: str | None = None
    wave: str | None = None
    language: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Of the interview itself; "" makes one unknown."""


# -- interviews ------------------------------------------------------------------------------------------------------


def change(project: Project, transcript_ids: Sequence[str], wanted: Wanted) -> Deed:
    """Changes one or several interviews in one deed. Raises NotFound, and Misuse where it has no meaning or changes nothing."""
    cases = project.cases()
    case, new = _case(cases, wanted.case) if wanted.case is not None else (None, ())
    names: dict[str | None, str] = {each.id: each.name for each in (*cases, *new)}
    pairs = []
    for transcript_id in transcript_ids:
        before = present_transcript(project.sight, transcript_id)
        pairs.append((before, _as_wanted(project, before, wanted, case)))
    _check_titles(project, [after for _, after in pairs])
    return arranging.change_transcripts(pairs, names, new)


def _as_wanted(project: Project, before: Transcript, wanted: Wanted, case: Case | None) -> Transcript:
    case_id = before.case_id if wanted.case is None else (case.id if case else None)
    return replace(
        before,
        title=before.title if wanted.title is None else " ".join(wanted.title.split()),
        case_id=case_id,
        date=before.date if wanted.date is None else canonical_value(DATE, wanted.date),
        wave=before.wave if wanted.wave is None else _known(wanted.wave),
        language=before.language if wanted.language is None else wanted.language.strip().casefold(),
        attributes=own_attributes(project, before.attributes, wanted.attributes, in_case=bool(case_id))
        if wanted.attributes
        else before.attributes,
    )


def _check_titles(project: Project, after: Sequence[Transcript]) -> None:
    """Raises Misuse where two interviews would have the same title, which could not be told apart by name."""
    changed = {each.id for each in after}
    rows = project.sight.rows("SELECT id, title FROM transcripts")
    taken = {row["title"].casefold() for row in rows if row["id"] not in changed}
    for each in after:
        if each.title.casefold() in taken:
            raise Misuse(f"There is an interview called {each.title} already.", "Give another title.")
        taken.add(each.title.casefold())


def language_changed(project: Project, deed: Deed) -> list[Annotation]:
    """Sentences and lemmas worked out anew for interviews that a deed says are in another language."""
    found = []
    for each in deed.changes:
        if (
            each.table == "transcripts"
            and each.before
            and each.after
            and each.before["language"] != each.after["language"]
        ):
            from rcoder.language import annotate

            spoken = present_transcript(project.sight, each.id)
            spans = [turn.span for turn in spoken.turns]
            found.append(annotate(project.text(spoken), spans, each.after["language"]))
    return found


def do(project: Project, deed: Deed, why: str = "") -> Entry:
    """Does a deed on interviews, with what another language changes. Raises Stale."""
    return project.do(deed, why=why, annotations=language_changed(project, deed))


def removal(project: Project, transcript_ids: Sequence[str]) -> Deed:
    """Removes interviews with everything in sight that stands on them; what is not in sight has it refused when it is done."""
    return arranging.remove_transcripts(
        (present_transcript(project.sight, each), belongings(project, each)) for each in transcript_ids
    )


def belongings(project: Project, transcript_id: str) -> Belongings:
    """What stands on an interview, as far as the asker may see."""
    sight = project.sight
    one = {"id": transcript_id}
    codings = sight.records(
        Coding, "SELECT * FROM codings WHERE transcript_id = :id AND {seen} ORDER BY id", **one
    )
    groundings = sight.records(
        Grounding,
        """SELECT g.* FROM groundings g JOIN codings c ON c.id = g.coding_id
           WHERE c.transcript_id = :id AND {seen:c} ORDER BY g.id""",
        **one,
    )
    memos = sight.records(
        Memo,
        """SELECT * FROM memos WHERE {seen} AND ((about = 'interview' AND about_id = :id) OR (about = 'coding'
           AND about_id IN (SELECT id FROM codings WHERE transcript_id = :id)) OR (about = 'passage'
           AND about_id IN (SELECT id FROM excerpts WHERE transcript_id = :id))) ORDER BY id""",
        **one,
    )
    return Belongings(
        speakers=tuple(sight.records(Speaker, _of("speakers"), **one)),
        revisions=tuple(sight.records(Revision, _of("revisions"), **one)),
        codings=tuple(codings),
        groundings=tuple(groundings),
        evidence=tuple(sight.records(Evidence, _of("evidence", seen=True), **one)),
        finishes=tuple(sight.records(Finish, _of("finishes", seen=True), **one)),
        doubts=tuple(sight.records(Doubt, _of("doubts", seen=True), **one)),
        memos=tuple(memos),
        excerpts=tuple(sight.records(Excerpt, _of("excerpts", seen=True), **one)),
    )


def _of(table: str, *, seen: bool = False) -> str:
    return f"SELECT * FROM {table} WHERE transcript_id = :id{' AND {seen}' if seen else ''} ORDER BY id"  # noqa: S608 - tables of ours


# -- cases -----------------------------------------------------------------------------------------------------------


def case_named(project: Project, name: str) -> Case:
    """A case by name or id. Raises NotFound, naming those there are."""
    cases = project.cases()
    wanted = " ".join(name.split()).casefold()
    found = [each for each in cases if each.id == name] or [
        each for each in cases if each.name.casefold() == wanted
    ]
    if found:
        return found[0]
    known = ", ".join(each.name for each in cases) or "none"
    raise NotFound(f"There is no case called {name}.", f"The study has: {known}.")


def change_case(
    project: Project,
    name: str,
    *,
    new_name: str | None = None,
    municipality: str | None = None,
    outcome_group: str | None = None,
    attributes: Mapping[str, str] | None = None,
) -> Deed:
    """Changes what is known of a case; None leaves it, "" or "?" makes it unknown. Raises NotFound, Misuse."""
    before = case_named(project, name)
    after = replace(
        before,
        name=before.name if new_name is None else " ".join(new_name.split()),
        municipality=before.municipality if municipality is None else _known(municipality),
        outcome_group=before.outcome_group if outcome_group is None else as_outcome_group(outcome_group),
        attributes=case_attributes(project, before.attributes, attributes or {}),
    )
    return arranging.change_case(before, after, project.cases())


def merge_cases(project: Project, gone: str, into: str) -> Deed:
    """Makes two cases one; whatever is about the first, in sight or not, is about the second then. Raises NotFound, Misuse."""
    before = case_named(project, gone)
    after = case_named(project, into)
    there = project.sight.records(
        ConditionJudgement, "SELECT * FROM condition_judgements WHERE case_id = :id ORDER BY id", id=after.id
    )
    about = replace(
        tied(project, before, seen=False),
        reviewed=reviewed(project.sight),
        judgements_there=tuple(there),
        summaries_there=tuple(_of_case(project, Summary, after)),
        points_there=tuple(_of_case(project, TurningPoint, after)),
    )
    deed = arranging.merge_cases(before, after, about)
    deed = replace(deed, changes=(*moved(project.sight, before.id, after.id), *deed.changes))
    return with_answers_following(project.sight, deed)


def remove_case(project: Project, name: str, *, with_interviews: bool = False) -> Deed:
    """Removes a case, and where it is wanted its interviews with it. Raises NotFound, Misuse."""
    case = case_named(project, name)
    about = tied(project, case, seen=True)
    leaving = [(each, belongings(project, each.id)) for each in about.transcripts] if with_interviews else []
    return arranging.remove_case(case, about, leaving)


def _of_case(project: Project, record: type[W], case: Case) -> list[W]:
    """What is written of a case, in sight or not."""
    sql = f"SELECT * FROM {record.table} WHERE case_id = :id ORDER BY id"  # noqa: S608 - two of our tables
    return project.sight.records(record, sql, id=case.id)


def _joined(table: str, *, seen: bool) -> str:
    """What is joined to the judgements of conditions in a case, its summaries and its turning points."""
    hidden = " AND {seen:e}" if seen else ""
    return f"""SELECT e.* FROM {table} e WHERE (
          e.claim = 'state' AND e.claim_id IN (SELECT id FROM condition_judgements WHERE case_id = :id)
          OR e.claim = 'summary' AND e.claim_id IN (SELECT id FROM summaries WHERE case_id = :id)
          OR e.claim = 'turning_point' AND e.claim_id IN (SELECT id FROM turning_points WHERE case_id = :id)
        ){hidden} ORDER BY e.id"""  # noqa: S608 - tables and a condition of ours


def tied(project: Project, case: Case, *, seen: bool) -> Tied:
    """Everything that is about a case: with `seen` as far as the asker may see, else all of it, for a merge."""
    sight = project.sight
    hidden = " AND {seen}" if seen else ""
    by_case = "SELECT * FROM {table} WHERE case_id = :id{hidden} ORDER BY id"

    def asked(table: str) -> str:
        return by_case.replace("{table}", table).replace("{hidden}", hidden)

    transcripts = "SELECT * FROM transcripts WHERE case_id = :id ORDER BY title, id"
    memos = f"SELECT * FROM memos WHERE about = 'case' AND about_id = :id{hidden} ORDER BY id"  # noqa: S608 - a condition of ours
    return Tied(
        transcripts=tuple(sight.records(Transcript, transcripts, id=case.id)),
        codings=tuple(sight.records(Coding, asked("codings"), id=case.id)),
        evidence=tuple(sight.records(Evidence, asked("evidence"), id=case.id)),
        configurations=tuple(sight.records(Configuration, asked("configurations"), id=case.id)),
        judgements=tuple(sight.records(ConditionJudgement, asked("condition_judgements"), id=case.id)),
        states=tuple(sight.records(Evidence, _joined("evidence", seen=seen), id=case.id)),
        bearings=tuple(sight.records(Bearing, _joined("bearings", seen=seen), id=case.id)),
        exhibits=tuple(sight.records(Exhibit, asked("exhibits"), id=case.id)),
        memos=tuple(sight.records(Memo, memos, id=case.id)),
        summaries=tuple(sight.records(Summary, asked("summaries"), id=case.id)),
        points=tuple(sight.records(TurningPoint, asked("turning_points"), id=case.id)),
    )


def _case(cases: Sequence[Case], name: str) -> tuple[Case | None, tuple[Case, ...]]:
    """The case of that name, and it once more where it is a new one; None for no case."""
    if not _known(name):
        return None, ()
    wanted = " ".join(name.split()).casefold()
    there = next((each for each in cases if each.name.casefold() == wanted), None)
    if there is not None:
        return there, ()
    new = arranging.new_case(name, cases)
    return new, (new,)


# -- values ----------------------------------------------------------------------------------------------------------


def attributes_of(project: Project) -> tuple[Attribute, ...]:
    """What the study wants to know of cases and interviews, in order."""
    return tuple(project.sight.records(Attribute, "SELECT * FROM attributes ORDER BY position, key"))


def own_attributes(
    project: Project, before: Mapping[str, str], given: Mapping[str, str], *, in_case: bool
) -> dict[str, str]:
    """Attributes of an interview with some of them changed.

    Raises Misuse for a value that does not fit, and for an attribute of cases where the interview has one.
    """
    known = attributes_of(project)
    for key in given:
        found = attribute_called(known, key)
        if found is not None and found.about is Subject.CASE and in_case:
            raise Misuse(
                f"{found.key} is said of cases, not of interviews.", "Set it on the case: rcoder case set."
            )
    return with_values(known, before, given)


def case_attributes(project: Project, before: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Attributes of a case with some of them changed. Raises Misuse for a value that does not fit, or one of interviews."""
    known = attributes_of(project)
    for key in given:
        found = attribute_called(known, key)
        if found is not None and found.about is Subject.INTERVIEW:
            raise Misuse(
                f"{found.key} is said of interviews, not of cases.",
                "Set it on the interview: rcoder transcript set.",
            )
    return with_values(known, before, given)


def with_values(
    known: Iterable[Attribute], before: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    """Attributes with some of them changed, each in its stored form; an unknown value is left out. Raises Misuse."""
    declared, found = tuple(known), dict(before)
    for written, text in given.items():
        attribute = attribute_called(declared, written)
        key = attribute.key if attribute is not None else " ".join(written.split())
        if not key:
            raise Misuse("An attribute needs a name.", "Write it as name=value.")
        value = canonical_value(attribute or Attribute("", key), text)
        if value:
            found[key] = value
        else:
            found.pop(key, None)
    return found


def as_outcome_group(text: str) -> str:
    """An outcome group as it is stored; "" for unknown."""
    words = _known(text)
    return OUTCOME_GROUPS.get(words.casefold(), words)


def _known(text: str) -> str:
    """A free text without needless blanks; "" where it says that it is unknown."""
    words = " ".join(text.split())
    return "" if words.casefold() in _NOTHING else words
