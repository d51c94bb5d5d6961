"""What passages count as evidence (decision 7): stretches of words once, cases of N, respondents, and what is listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rcoder.domain.passage import Passage
from rcoder.domain.theory import Denominator, Tally, Witness
from rcoder.domain.words import Directness, Scope, Stance

_RANK = {"case": 0, "respondent": 1, "listed": 2}


UNCOUNTED = frozenset({Scope.NORMATIVE, Scope.ANTICIPATED})
"""Talk that is listed and not counted."""


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """The study's cases by how far their interviews are coded."""

    coded: frozenset[str] = frozenset()
    """Ids of cases whose every interview some coder has coded to the end."""
    not_yet_coded: frozenset[str] = frozenset()
    no_interview: frozenset[str] = frozenset()

    @property
    def denominator(self) -> Denominator:
        """The three numbers."""
        return Denominator(len(self.coded), len(self.not_yet_coded), len(self.no_interview))


def case_progress(
    cases: Iterable[str], transcripts: Mapping[str, str | None], finished: Iterable[str]
) -> CaseProgress:
    """How far each case is; `transcripts` maps a transcript's id to its case's, `finished` has transcripts coded to the end."""
    done = set(finished)
    of_case: dict[str, list[str]] = {case: [] for case in cases}
    for transcript, case in transcripts.items():
        if case in of_case:
            of_case[case].append(transcript)
    return CaseProgress(
        frozenset(case for case, own in of_case.items() if own and done.issuperset(own)),
        frozenset(case for case, own in of_case.items() if own and not done.issuperset(own)),
        frozenset(case for case, own in of_case.items() if not own),
    )


def counts_as(passage: Passage) -> tuple[str, str]:
    """What a passage counts ("case", "respondent" or "listed"), and for a listed one why.

    Words that a corrected text no longer has, and interviewers' words (rule 13), are no evidence. Talk about this case from
    someone without a case counts the respondent.
    """
    if passage.earlier:
        return "listed", "earlier text"
    if passage.interviewer:
        return "listed", "interviewer"
    if passage.scope in UNCOUNTED:
        return "listed", passage.scope.value
    if passage.scope is Scope.GENERAL or passage.case_id is None:
        return "respondent", ""
    return "case", ""


def witnesses(attached: Iterable[tuple[str, Passage]]) -> tuple[Witness, ...]:
    """Passages with the number of the configuration each stands in, overlapping ones of one stance and case as one.

    Order: stance, then transcript title, then place.
    """
    groups: dict[tuple[str, str, str, int], list[tuple[str, Passage]]] = {}
    for number, passage in attached:
        key = (passage.stance or "", passage.transcript_id, passage.case_id or "", passage.revision)
        groups.setdefault(key, []).append((number, passage))
    found: list[Witness] = []
    for group in groups.values():
        found.extend(_one(cluster) for cluster in _clusters(group))
    order = {Stance.SUPPORTS: 0, Stance.CONTRADICTS: 1, Stance.REFINES: 2, Stance.NEW: 3, None: 4}
    return tuple(
        sorted(
            found,
            key=lambda each: (
                order[each.stance],
                each.transcript,
                each.start,
                each.end,
                each.case,
                each.transcript_id,
                each.revision,
            ),
        )
    )


def tally(found: Iterable[Witness], stance: Stance, progress: CaseProgress) -> Tally:
    """What the witnesses of one stance come to."""
    own = [each for each in found if each.stance is stance]
    cases = {each.case_id for each in own if each.counts == "case" and each.case_id}
    speakers = {
        each.person or each.speaker_id or each.transcript_id for each in own if each.counts == "respondent"
    }
    return Tally(
        passages=sum(each.counts != "listed" for each in own),
        cases=len(cases & progress.coded),
        cases_not_yet_coded=len(cases - progress.coded - progress.no_interview),
        respondents=len(speakers),
        listed=sum(each.counts == "listed" for each in own),
        cases_without_interview=len(cases & progress.no_interview),
    )


def _clusters(group: list[tuple[str, Passage]]) -> list[list[tuple[str, Passage]]]:
    """Passages of one transcript, those that overlap (through each other too) together."""
    found: list[list[tuple[str, Passage]]] = []
    reach = -1
    for number, passage in sorted(group, key=lambda each: (each[1].start, each[1].end, each[1].id)):
        if passage.start < reach:
            found[-1].append((number, passage))
        else:
            found.append([(number, passage)])
        reach = max(reach, passage.end)
    return found


def _one(cluster: list[tuple[str, Passage]]) -> Witness:
    """One stretch of words; it counts as the passage in it that counts most, and its speaker is that passage's."""
    if len(cluster) == 1:
        return _alone(*cluster[0])
    passages = [passage for _, passage in cluster]
    first = passages[0]
    chief = min(passages, key=lambda each: _RANK[counts_as(each)[0]])
    counts, why = counts_as(chief)
    return Witness(
        transcript_id=first.transcript_id,
        transcript=first.transcript,
        start=first.start,
        end=max(passage.end for passage in passages),
        text=_joined(passages),
        case_id=first.case_id,
        case=first.case,
        speaker_id=chief.speaker_id,
        speaker=chief.speaker,
        roles=chief.roles,
        stance=first.stance,
        counts=counts,
        why_listed=why,
        coders=tuple(sorted({passage.coder for passage in passages})),
        configurations=tuple(sorted({number for number, _ in cluster})),
        memos=tuple(dict.fromkeys(passage.memo for passage in passages if passage.memo)),
        person=chief.person,
        revision=first.revision,
        quotations=tuple(dict.fromkeys(each for passage in passages for each in passage.quotations)),
        ids=tuple(sorted({passage.id for passage in passages})),
        turn=first.turn,
        directness=min((passage.directness for passage in passages), key=tuple(Directness).index),
    )


def _alone(number: str, passage: Passage) -> Witness:
    """A passage that overlaps no other."""
    counts, why = counts_as(passage)
    return Witness(
        passage.transcript_id,
        passage.transcript,
        passage.start,
        passage.end,
        passage.text,
        passage.case_id,
        passage.case,
        passage.speaker_id,
        passage.speaker,
        passage.roles,
        passage.stance,
        counts,
        why,
        (passage.coder,),
        (number,),
        (passage.memo,) if passage.memo else (),
        passage.person,
        passage.revision,
        passage.quotations,
        (passage.id,),
        turn=passage.turn,
        directness=passage.directness,
    )


def _joined(passages: list[Passage]) -> str:
    """The words from the first start to the last end of passages that overlap one another, in order of start."""
    text, end = "", passages[0].start
    for passage in passages:
        if passage.end > end:
            text += passage.text[end - passage.start :]
            end = passage.end
    return text
