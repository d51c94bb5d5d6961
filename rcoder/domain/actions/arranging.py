"""Deeds on interviews and cases: what is known of them, where an interview belongs, merge, remove.

Whatever a deed takes along it names, so that undo brings all of it back. Rows of hidden layers are among those that a
merge of cases changes; a removal never names one (see `rcoder.project.entangled`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from rcoder.domain.actions.conditions import joined_judgements, moved
from rcoder.domain.actions.profiling import following_points, joined_summaries
from rcoder.domain.actions.sentences import counted, deed, listed, several
from rcoder.domain.case import Case
from rcoder.domain.coding import Coding, Finish
from rcoder.domain.configuration import Assembled, ConditionJudgement, Configuration, Evidence, Grounding
from rcoder.domain.errors import Misuse
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.ids import named_id, new_id
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.memo import Memo
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.review import digest, standing
from rcoder.domain.transcript import Doubt, Revision, Speaker, Transcript

T = TypeVar("T", Transcript, Coding, Evidence, Exhibit, Configuration, ConditionJudgement)

LANGUAGES = {"da": "Danish", "en": "English"}
"""The languages an interview can be in."""

FEW = 3
"""How many things a sentence names one by one."""

NO_CASE = "no case"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is to be another: what, what it was, and what it is to be, in words."""

    about: str
    """Title of the interview or name of the case."""
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Belongings:
    """Everything that stands on one transcript."""

    speakers: tuple[Speaker, ...] = ()
    revisions: tuple[Revision, ...] = ()
    codings: tuple[Coding, ...] = ()
    groundings: tuple[Grounding, ...] = ()
    """On those codings."""
    evidence: tuple[Evidence, ...] = ()
    finishes: tuple[Finish, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    memos: tuple[Memo, ...] = ()
    """About the transcript, and about those codings and excerpts."""
    excerpts: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Tied:
    """Everything that is about one case."""

    transcripts: tuple[Transcript, ...] = ()
    codings: tuple[Coding, ...] = ()
    """Passages of other interviews that were tied to the case, or of its own."""
    evidence: tuple[Evidence, ...] = ()
    configurations: tuple[Configuration, ...] = ()
    judgements: tuple[ConditionJudgement, ...] = ()
    judgements_there: tuple[ConditionJudgement, ...] = ()
    """For a merge: those on the other case."""
    states: tuple[Evidence, ...] = ()
    """The passages that the judgements, summaries and turning points rest on."""
    bearings: tuple[Bearing, ...] = ()
    """Other material joined to these."""
    exhibits: tuple[Exhibit, ...] = ()
    """Other material about the case."""
    memos: tuple[Memo, ...] = ()
    summaries: tuple[Summary, ...] = ()
    summaries_there: tuple[Summary, ...] = ()
    """For a merge: those of the other case."""
    points: tuple[TurningPoint, ...] = ()
    points_there: tuple[TurningPoint, ...] = ()
    """For a merge: those of the other case."""
    reviewed: tuple[Assembled, ...] = ()
    """Configurations that are accepted or settled, whole; those with evidence about the case go on as they stand."""


# -- interviews ------------------------------------------------------------------------------------------------------


def change_transcript(
    before: Transcript, after: Transcript, cases: Mapping[str | None, str], new: Iterable[Case] = ()
) -> Deed:
    """Changes title, language, case, date, wave or attributes of an interview; `cases` are names by id, `new` are added.

    Raises Misuse for an empty title or another language, Unchanged where nothing is changed.
    """
    return change_transcripts([(before, after)], cases, new)


def change_transcripts(
    pairs: Iterable[tuple[Transcript, Transcript]], cases: Mapping[str | None, str], new: Iterable[Case] = ()
) -> Deed:
    """The same for several interviews in one deed."""
    changes: tuple[Change, ...] = added(*new)
    found: list[Difference] = []
    for before, after in pairs:
        check_transcript(after)
        found += transcript_differences(before, after, cases)
        changes += changed(before, after)
    return deed(f"Changed {_said(found)}", changes if found else ())


def check_transcript(transcript: Transcript) -> None:
    """Raises Misuse where it has no title, or a language that is none of ours."""
    if not transcript.title.strip():
        raise Misuse("An interview needs a title.")
    if transcript.language not in LANGUAGES:
        raise Misuse(f"“{transcript.language}” is no language of interviews here.", "Write da or en.")


def transcript_differences(
    before: Transcript, after: Transcript, cases: Mapping[str | None, str]
) -> tuple[Difference, ...]:
    """What is another thing after than before, in the order in which it is read."""
    title = before.title

    def named(case_id: str | None) -> str:
        return cases.get(case_id, NO_CASE) if case_id else NO_CASE

    pairs = [
        ("title", before.title, after.title),
        ("case", named(before.case_id), named(after.case_id)),
        ("date", before.date or UNKNOWN, after.date or UNKNOWN),
        ("wave", before.wave or UNKNOWN, after.wave or UNKNOWN),
        ("language", LANGUAGES.get(before.language, before.language), LANGUAGES.get(after.language, "")),
        *_attribute_pairs(before.attributes, after.attributes),
    ]
    return tuple(Difference(title, what, was, is_) for what, was, is_ in pairs if was != is_)


def remove_transcripts(leaving: Iterable[tuple[Transcript, Belongings]]) -> Deed:
    """Removes interviews with everything that stands on them; undo brings all of it back."""
    gone = tuple(leaving)
    changes = tuple(change for transcript, own in gone for change in _gone(transcript, own))
    names = listed(transcript.title for transcript, _ in gone)
    named = f"the interview{'s' if len(gone) > 1 else ''} {names}"
    what = named if len(gone) <= FEW else several(len(gone), "interview")
    along = _along([own for _, own in gone])
    return deed(f"Removed {what}{along}", changes)


def weight(own: Iterable[Belongings]) -> str:
    """What goes along with interviews that are removed, in words; "" for nothing."""
    every = tuple(own)
    return counted(
        (sum(len(each.codings) for each in every), "coding", "codings"),
        (sum(len(each.evidence) for each in every), "passage on a claim", "passages on claims"),
        (
            sum(len(each.finishes) for each in every),
            "mark of being coded to the end",
            "marks of being coded to the end",
        ),
        (sum(len(each.excerpts) for each in every), "passage kept", "passages kept"),
        (sum(len(each.memos) for each in every), "memo", "memos"),
        (sum(len(each.revisions) for each in every), "earlier text", "earlier texts"),
    )


def _along(own: Iterable[Belongings]) -> str:
    words = weight(own)
    return f" with {words}" if words else ""


def _gone(transcript: Transcript, own: Belongings) -> tuple[Change, ...]:
    """Children before parents, so that undo, which turns the order round, brings parents first."""
    return (
        removed(*own.memos, *own.doubts, *own.finishes, *own.groundings, *own.evidence, *own.codings)
        + removed(*own.excerpts, *own.revisions, *own.speakers)
        + removed(transcript)
    )


# -- cases -----------------------------------------------------------------------------------------------------------


def new_case(name: str, known: Iterable[Case]) -> Case:
    """A case of that name, with the id that the name gives everywhere unless a renamed case has it. Raises Misuse for no name."""
    words = " ".join(name.split())
    if not words:
        raise Misuse("A case needs a name.")
    taken = {each.id for each in known}
    usual = named_id("case", words.casefold())
    return Case(new_id() if usual in taken else usual, words)


def change_case(before: Case, after: Case, known: Iterable[Case]) -> Deed:
    """Changes name, municipality, outcome group or attributes of a case.

    Raises Misuse for no name or one that another case has, Unchanged where nothing is changed.
    """
    if not after.name.strip():
        raise Misuse("A case needs a name.")
    other = next((each for each in known if _same_name(each, after) and each.id != after.id), None)
    if other is not None:
        raise Misuse(f"There is a case called {other.name} already.", "Merge the two where they are one.")
    found = case_differences(before, after)
    if [each.what for each in found] == ["name"]:
        return deed(f"Renamed the case {before.name} to {after.name}", changed(before, after))
    return deed(f"Changed {_said(found)}", changed(before, after))


def case_differences(before: Case, after: Case) -> tuple[Difference, ...]:
    """What is another thing after than before."""
    pairs = [
        ("name", before.name, after.name),
        ("municipality", before.municipality or UNKNOWN, after.municipality or UNKNOWN),
        ("outcome group", before.outcome_group or UNKNOWN, after.outcome_group or UNKNOWN),
        *_attribute_pairs(before.attributes, after.attributes),
    ]
    return tuple(Difference(before.name, what, was, is_) for what, was, is_ in pairs if was != is_)


def merge_cases(gone: Case, into: Case, tied: Tied) -> Deed:
    """Makes two cases one: everything that is about `gone` is about `into` from then on.

    What is known of `into` stands; what is known of `gone` alone is taken over. Raises Misuse for one case twice.
    """
    if gone.id == into.id:
        raise Misuse(f"{gone.name} is one case already.", "Name another to merge it with.")
    after = replace(
        into,
        municipality=into.municipality or gone.municipality,
        outcome_group=into.outcome_group or gone.outcome_group,
        attributes={**gone.attributes, **into.attributes},
    )
    changes = changed(into, after) + _moved(tied.transcripts, into) + _moved(tied.codings, into)
    changes += _moved(tied.exhibits, into)
    judged, same = joined_judgements(tied.judgements, tied.judgements_there, gone.name, case_id=into.id)
    written, one = joined_summaries(tied.summaries, tied.summaries_there, gone.name, case_id=into.id)
    same |= one
    changes += (
        _evidence_moved(tied, into, same)
        + moved(tied.bearings, same)
        + judged
        + written
        + following_points(tied.points, tied.points_there, into.id)
        + _configured(tied, gone, into)
    )
    for memo in tied.memos:
        changes += changed(memo, replace(memo, about_id=into.id))
    changes += removed(gone)
    kept = [
        each.what for each in case_differences(gone, after) if each.what != "name" and each.before != UNKNOWN
    ]
    count = several(len(tied.transcripts), "interview")
    words = f"Merged the case {gone.name} into {into.name}: {count}"
    return deed(words + (f"; {into.name} keeps its own {listed(kept)}" if kept else ""), changes)


def remove_case(case: Case, tied: Tied, leaving: Iterable[tuple[Transcript, Belongings]] = ()) -> Deed:
    """Removes a case with the judgements, summaries, turning points and memos on it, and with `leaving`, its interviews and all that stands on them.

    Raises Misuse where an interview is left, or passages elsewhere or configurations are about the case: what they are
    about would be lost.
    """
    going = tuple(leaving)
    ids = {transcript.id for transcript, _ in going}
    left = [each for each in tied.transcripts if each.id not in ids]
    if left:
        raise Misuse(
            f"{case.name} has {several(len(left), 'interview')}: {listed(each.title for each in left)}.",
            "Move them first, remove them with it, or merge the case into another.",
        )
    codings = [each for each in tied.codings if each.transcript_id not in ids]
    states = {each.id: each for each in tied.states if each.transcript_id not in ids}
    evidence = [each for each in tied.evidence if each.transcript_id not in ids and each.id not in states]
    about = counted(
        (len(codings), "coding in another interview", "codings in other interviews"),
        (len(evidence), "passage on a claim", "passages on claims"),
        (len(tied.configurations), "configuration", "configurations"),
    )
    if about:
        count = len(codings) + len(evidence) + len(tied.configurations)
        verb = "is" if count == 1 else "are"
        raise Misuse(f"{about} {verb} about {case.name}.", "Merge it into another case instead.")
    changes = tuple(change for transcript, own in going for change in _gone(transcript, own))
    for each in tied.exhibits:
        changes += changed(each, replace(each, case_id=None))
    changes += removed(*tied.memos, *states.values(), *tied.bearings, *tied.judgements)
    changes += removed(*tied.summaries, *tied.points) + removed(case)
    along = counted(
        (len(going), "interview", "interviews"),
        (len(tied.judgements), "judgement", "judgements"),
        (len(tied.summaries), "summary", "summaries"),
        (len(tied.points), "turning point", "turning points"),
        (len(tied.memos), "memo", "memos"),
    )
    inside = weight(own for _, own in going)
    words = f"Removed the case {case.name}" + (f" with {along}" if along else "")
    if tied.exhibits:
        words += f", leaving {several(len(tied.exhibits), 'piece')} of other material about no case"
    return deed(words + (f", and with these {inside}" if inside else ""), changes)


def _moved(records: Iterable[T], case: Case) -> tuple[Change, ...]:
    return tuple(change for each in records for change in changed(each, replace(each, case_id=case.id)))


def _evidence_moved(tied: Tied, into: Case, same: Mapping[str, str]) -> tuple[Change, ...]:
    """Passages about the one case are about the other; those under a judgement that became one with another rest under that."""
    about = {each.id for each in tied.evidence}
    changes: tuple[Change, ...] = ()
    for each in {each.id: each for each in (*tied.evidence, *tied.states)}.values():
        case_id = into.id if each.id in about else each.case_id
        claim_id = same.get(each.claim_id, each.claim_id)
        changes += changed(each, replace(each, case_id=case_id, claim_id=claim_id))
    return changes


def _configured(tied: Tied, gone: Case, into: Case) -> tuple[Change, ...]:
    """Configurations about a case are about another, and what is accepted or settled stays so: its words are the same."""
    before = {each.id: each for each in tied.configurations}
    after = {each.id: replace(each, case_id=into.id) for each in tied.configurations}
    for whole in tied.reviewed:
        own = whole.configuration
        if standing(whole).changed_since or all(each.case_id != gone.id for each in whole.evidence):
            continue
        evidence = tuple(
            replace(each, case_id=into.id) if each.case_id == gone.id else each for each in whole.evidence
        )
        before.setdefault(own.id, own)
        kept = digest(replace(whole, evidence=evidence))
        after[own.id] = replace(after.get(own.id, own), status_digest=kept)
    return tuple(change for each in before for change in changed(before[each], after[each]))


def _same_name(one: Case, other: Case) -> bool:
    return one.name.strip().casefold() == other.name.strip().casefold()


# -- words -----------------------------------------------------------------------------------------------------------


def _attribute_pairs(before: Mapping[str, str], after: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    for key in dict.fromkeys((*before, *after)):
        yield key, before.get(key) or UNKNOWN, after.get(key) or UNKNOWN


def _said(found: Sequence[Difference]) -> str:
    """What was changed and of what: "Sag 01: date unknown → 2025-03-04", or of how many interviews."""
    what = listed(dict.fromkeys(each.what for each in found))
    about = tuple(dict.fromkeys(each.about for each in found))
    if len(about) == 1 and len(found) <= FEW:
        return f"{about[0]}: {', '.join(f'{each.what} {each.before} → {each.after}' for each in found)}"
    if len(about) == 1:
        return f"{what} of {about[0]}"
    count = several(len(about), "interview")
    if len({(each.what, each.after) for each in found}) == 1:
        return f"{what} of {count} to {found[0].after}"
    return f"{what} of {count}"
