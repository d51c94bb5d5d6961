"""Judging a support condition in a case: what the person sees before deciding, and the deed (decision 11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rcoder.analysis.absence import names
from rcoder.domain.absence import Heard, Saying
from rcoder.domain.actions.conditions import Made, judge_condition, withdraw_judgement
from rcoder.domain.answers import CodingLine
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code
from rcoder.domain.coding import Coding
from rcoder.domain.conditions import Judged, roles_differ
from rcoder.domain.configuration import ConditionJudgement, Evidence
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.exhibit import Bearing
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.passage import Passage
from rcoder.domain.words import Absence, Claim, ConditionState, Followed, Stance
from rcoder.project.absence import below, heard_by_role, interviews_held, roles_held, spoken_of
from rcoder.project.arranging import case_named
from rcoder.project.conditions import condition_called, is_later, joined_passages, judged
from rcoder.project.door import Project

Place = tuple[str, int, int, int]
"""Transcript, revision, start and end: the same words are one passage, whoever coded them."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A passage that a judgement may rest on."""

    passage: Passage
    sayings: tuple[Saying, ...] = ()
    """What it says of the condition, by whoever coded it; () for one that is not coded with it."""
    stance: Stance | None = None
    """How it bears on the theory, where the judgement rests on it."""
    since: bool = False
    """Whether it came after the judgement was made."""

    @property
    def usable(self) -> bool:
        """Whether it can be rested on: an interviewer's words and those of an earlier text cannot."""
        return self.stance is not None or not self.passage.no_evidence


@dataclass(frozen=True, slots=True)
class Judging:
    """One condition in one case, or as one role tells it, before it is judged."""

    condition: Code
    case: Case
    role: str
    roles: tuple[str, ...]
    """The roles that can be judged apart."""
    own: ConditionJudgement | None
    """The asker's judgement as it stands."""
    others: tuple[Judged, ...]
    """Those of other coders in sight, on the same."""
    told: tuple[Judged, ...]
    """The asker's own and others' judgements of single roles, where it is the whole case that is judged."""
    offered: tuple[Offered, ...]
    heard: Heard
    absences: tuple[Absence, ...]
    language: str = "da"

    @property
    def roles_differ(self) -> bool:
        """Whether “roles disagree” is worth offering."""
        return roles_differ(self.told)


def judging(project: Project, condition: str, case: str, role: str = "") -> Judging:
    """What there is to judge by. Raises NotFound, and Misuse for a code that is no condition or a role that there is not."""
    sight = project.sight
    code, own_case = condition_called(project, condition), case_named(project, case)
    held = interviews_held(sight)
    roles = roles_held(held)
    role = _role(role, roles)
    made = judged(sight, condition_id=code.id, case_id=own_case.id)
    mine = next((each.judgement for each in made if each.own and each.judgement.role == role), None)
    roots = below(project.codes(), (code.id,))
    heard = heard_by_role(sight, roots, held, own_case.id).get((code.id, own_case.id, role), Heard())
    return Judging(
        code,
        own_case,
        role,
        roles,
        mine,
        tuple(each for each in made if not each.own and each.judgement.role == role),
        () if role else tuple(each for each in made if each.judgement.role),
        _offered(project, roots, own_case.id, role, mine),
        heard,
        names(heard),
        project.study().language,
    )


def _role(role: str, roles: Iterable[str]) -> str:
    if not role:
        return ""
    found = next((each for each in roles if each.casefold() == role.strip().casefold()), None)
    if found is None:
        known = ", ".join(roles) or "none"
        raise Misuse(f"No interview of a case was held with a {role}.", f"The roles are: {known}.")
    return found


def _offered(
    project: Project, roots: Mapping[str, str], case_id: str, role: str, own: ConditionJudgement | None
) -> tuple[Offered, ...]:
    """The passages on the condition in the case, the same words once, then the others that the judgement rests on."""
    rests = {_place(each): each for each in joined_passages(project.sight, own.id)} if own is not None else {}
    found: dict[Place, Offered] = {}
    for each in spoken_of(project.sight, roots, case_id, role):
        place = _place(each.passage)
        before = found.get(place)
        sayings = (*before.sayings, each.saying) if before is not None else (each.saying,)
        under = rests.get(place)
        found[place] = Offered(
            before.passage if before is not None else each.passage,
            tuple(dict.fromkeys(sayings)),
            under.stance if under is not None else None,
            (before is not None and before.since) or (own is not None and is_later(each.passage.id, own.id)),
        )
    further = (Offered(each, (), each.stance) for place, each in rests.items() if place not in found)
    return (*found.values(), *further)


def other_passages(project: Project, case: str, besides: Iterable[Passage]) -> tuple[CodingLine, ...]:
    """The coded passages about a case that are not offered anyway; interviewers' words are left out. Raises NotFound."""
    known = {_place(each) for each in besides}
    found: dict[Place, CodingLine] = {}
    for line in project.coding_lines(case=case_named(project, case).name):
        place = _place(line.passage)
        if place not in known and not line.passage.no_evidence:
            found.setdefault(place, line)
    return tuple(found.values())


def judge(
    project: Project,
    condition: str,
    case: str,
    state: ConditionState,
    *,
    role: str = "",
    followed: Followed | None = None,
    reason: str = "",
    passages: Mapping[str, Stance] | None = None,
) -> Deed:
    """Judges a condition in a case; what was judged before by the same coder gives way.

    `passages` are those it is to rest on: ids of codings or of evidence in sight, each with its stance; None for those
    it has. Raises NotFound, Misuse, and Unchanged where it is judged so already.
    """
    code, own_case = condition_called(project, condition), case_named(project, case)
    role = _role(role, roles_held(interviews_held(project.sight)))
    before = made_of(project, code.id, own_case.id, role)
    judgement = ConditionJudgement(
        new_id(), code.id, own_case.id, project.coder_id, state, reason.strip(), role, followed
    )
    wanted = None if passages is None else _wanted(project, passages, before)
    return judge_condition(judgement, code.key, own_case.name, before, wanted)


def withdraw(project: Project, condition: str, case: str, role: str = "") -> Deed:
    """Takes the asker's judgement back with what is joined to it. Raises NotFound where there is none."""
    code, own_case = condition_called(project, condition), case_named(project, case)
    made = made_of(project, code.id, own_case.id, role, seen=True)
    if made is None:
        raise NotFound(f"You have not judged {code.key} in {own_case.name}.")
    return withdraw_judgement(made, code.key, own_case.name)


def made_of(
    project: Project, condition_id: str, case_id: str, role: str, *, seen: bool = False
) -> Made | None:
    """The asker's own judgement with all that is joined to it, whoever joined it: it goes where the judgement goes.

    With `seen` only what is in sight: taking the judgement back is refused where anything else is joined to it.
    """
    found = project.sight.records(
        ConditionJudgement,
        """SELECT * FROM condition_judgements WHERE condition_id = :condition AND case_id = :case AND role = :role
             AND coder_id = :coder ORDER BY id""",
        condition=condition_id,
        case=case_id,
        role=role,
        coder=project.coder_id,
    )
    if not found:
        return None
    hidden = " AND {seen}" if seen else ""
    joined = f"SELECT * FROM {{table}} WHERE claim = 'state' AND claim_id = :id{hidden} ORDER BY id"  # noqa: S608 - a condition of ours
    return Made(
        found[0],
        tuple(project.sight.records(Evidence, joined.replace("{table}", "evidence"), id=found[0].id)),
        tuple(project.sight.records(Bearing, joined.replace("{table}", "bearings"), id=found[0].id)),
    )


def _wanted(project: Project, passages: Mapping[str, Stance], before: Made | None) -> tuple[Evidence, ...]:
    """The evidence a judgement is to rest on; what it has already on the same words is kept, with the stance asked for."""
    mine = [each for each in before.passages if each.coder_id == project.coder_id] if before else []
    others = [each for each in before.passages if each.coder_id != project.coder_id] if before else []
    held = {_place(each): each for each in mine}
    found: dict[Place, Evidence] = {}
    for name, stance in passages.items():
        source = _source(project, name)
        place = _place(source)
        kept = held.get(place)
        found[place] = replace(kept, stance=stance) if kept is not None else _new(project, source, stance)
    return (*found.values(), *others)


def _source(project: Project, name: str) -> Coding | Evidence:
    for record in (Coding, Evidence):
        found = project.sight.records(
            record,
            f"SELECT * FROM {record.table} WHERE id = :id AND {{seen}}",  # noqa: S608 - two of our tables
            id=name,
        )
        if found:
            return found[0]  # type: ignore[return-value] # records of either kind
    raise NotFound(
        f"There is no passage {name} in your sight.", "Give the id of a coding: rcoder codings PROJECT."
    )


def _new(project: Project, source: Coding | Evidence, stance: Stance) -> Evidence:
    transcript = project.transcript(source.transcript_id)
    if source.revision != transcript.revision:
        raise Misuse(
            f"Those words stand in an earlier text of {transcript.title} only, so nothing new is rested on them."
        )
    spoken = project.sight.one(
        f"""SELECT s.interviewer FROM {source.table} x JOIN speakers s ON s.id = x.speaker_id WHERE x.id = :id""",  # noqa: S608 - two of our tables
        id=source.id,
    )
    if spoken is not None and spoken["interviewer"]:
        raise Misuse("An interviewer's words are no evidence; the answer to them is.")
    return Evidence(
        new_id(),
        Claim.STATE,
        "",
        source.transcript_id,
        source.start,
        source.end,
        stance,
        project.coder_id,
        source.scope,
        source.case_id,
        source.directness,
        source.prompting,
        revision=source.revision,
    )


def _place(passage: Passage | Coding | Evidence) -> Place:
    return passage.transcript_id, passage.revision, passage.start, passage.end
