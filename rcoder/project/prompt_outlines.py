"""Configurations as the checks look at them, read by narrow questions: one, or all in sight."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rcoder.analysis.prompts.lending import with_members
from rcoder.analysis.prompts.outline import CodeBrief, Outline, Part, Rivalry, Setting, Tie, Voice
from rcoder.domain.words import ROLE_GROUPS, Directness, Fate, Kind, Level, Prompting, Scope, Status
from rcoder.project.kept import kept
from rcoder.project.sight import Sight

ASKED = (Status.DRAFT, Status.SUBMITTED, Status.RETURNED, Status.ACCEPTED, Status.SETTLED)
"""Statuses that prompts are asked in; what was superseded or rejected is kept as it was."""

Row = Mapping[str, Any]

NO_NAMES = frozenset({
    "interviewer", "respondent", "leder", "chef", "konsulent", "kandidat", "kollega", "deltager", "informant", "ukendt",
    "speaker", "unknown", "citizen", "company", "mentor", "stemme", "person", "sag", "ansat", "medarbejder", "koordinator",
})  # fmt: skip
"""Words that voices are called by without being anybody's name."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks, by the id of a speaker."""

    known: Mapping[str, tuple[str, str, tuple[str, ...], bool]]
    """Respondent, name, roles, whether it is an interviewer."""
    interviews: Mapping[str, tuple[str, str, int]]
    """Title, case ("" for none) and revision of each transcript."""


def outlines(sight: Sight, ids: Collection[str] | None = None) -> tuple[Outline, ...]:
    """The configurations in sight that are asked about, by number; all, or those with these ids.

    A consolidated one rests on what its members in sight rest on.
    """
    found = _rows(sight, "f.id IN (:ids)" if ids is not None else "", ids or ())
    below = _members(sight, found) if ids is not None else []
    every = {row["id"]: row for row in (*found, *below)}
    if not every:
        return ()
    read = _read(sight, list(every.values()), whole=ids is None)
    members: dict[str, list[Outline]] = {}
    for row in every.values():
        if row["consolidated_in"]:
            members.setdefault(row["consolidated_in"], []).append(read[row["id"]])
    stands = _stands(sight) if members else {}
    return tuple(with_members(read[row["id"]], members, stands) for row in found if row["status"] in ASKED)


def _rows(sight: Sight, only: str, ids: Collection[str]) -> list[Row]:
    condition = f"AND {only}" if only else ""
    params: dict[str, Any] = {"ids": sorted(ids)} if only else {}
    sql = f"""SELECT f.id, f.number, f.because, f.hypotheses, f.level, f.consolidated_in, f.status FROM configurations f
        WHERE {{seen:f}} AND f.status <> 'rejected' {condition} ORDER BY f.number, f.id"""  # noqa: S608 - a condition of ours
    return list(sight.rows(sql, **params)) if ids or not only else []


def _members(sight: Sight, found: Sequence[Row]) -> list[Row]:
    """The configurations that are consolidated in these, and in those in turn."""
    below: dict[str, Row] = {}
    edge = {row["id"] for row in found}
    while edge:
        rows = _rows(sight, "f.consolidated_in IN (:ids)", edge)
        edge = {row["id"] for row in rows} - below.keys()
        below |= {row["id"]: row for row in rows}
    return list(below.values())


def _stands(sight: Sight) -> dict[str, frozenset[str]]:
    """The elements that stand for each element of a member."""
    found: dict[str, set[str]] = {}
    for row in sight.rows("SELECT element_id, member_id FROM standins"):
        found.setdefault(row["member_id"], set()).add(row["element_id"])
    return {member: frozenset(own) for member, own in found.items()}


def _read(sight: Sight, rows: Sequence[Row], *, whole: bool) -> dict[str, Outline]:
    """The outlines of these rows; `whole` where they are all there are."""
    within = None if whole else [row["id"] for row in rows]
    parts, ties = _parts(sight, within), _ties(sight, within)
    rivals = _rivals(sight, within)
    standing = [part.element_id for own in parts.values() for part in own]
    claims = (
        None if within is None else [*within, *standing, *(tie.id for own in ties.values() for tie in own)]
    )
    voices, beside = _voices(sight, claims), _beside(sight, claims)
    return {row["id"]: _outline(row, parts, ties, voices, rivals, beside) for row in rows}


def _outline(  # noqa: PLR0917, RUF100 - a configuration's parts, by kind
    row: Row,
    parts: Mapping[str, list[Part]],
    ties: Mapping[str, list[Tie]],
    voices: Mapping[str, list[Voice]],
    rivals: Mapping[str, list[Rivalry]],
    beside: Mapping[str, list[str]],
) -> Outline:
    own, tied = parts.get(row["id"], []), ties.get(row["id"], [])
    claims = dict.fromkeys([row["id"], *(part.element_id for part in own), *(tie.id for tie in tied)])
    material = [stance for claim in claims for stance in beside.get(claim, ())]
    return Outline(
        id=row["id"],
        number=row["number"],
        because=row["because"],
        hypotheses=tuple(json.loads(row["hypotheses"])),
        case_level=row["level"] == Level.CASE,
        member=row["consolidated_in"] is not None,
        parts=tuple(own),
        ties=tuple(tied),
        voices=tuple(voice for claim in claims for voice in voices.get(claim, ())),
        rivals=tuple(rivals.get(row["id"], ())),
        countered="contradicts" in material,
        beside=len(material),
    )


def _parts(sight: Sight, ids: Sequence[str] | None) -> dict[str, list[Part]]:
    only = "WHERE p.configuration_id IN (:ids)" if ids is not None else ""
    rows = sight.rows(
        f"""SELECT p.configuration_id, p.element_id, p.kind, e.wording, e.code_id, e.actor, e.sign, e.horizon, e.directness
            FROM places p JOIN elements e ON e.id = p.element_id {only} ORDER BY p.position, p.id""",  # noqa: S608 - a constant of ours
        **_of(ids),
    )
    resources = sorted({row["element_id"] for row in rows if row["kind"] == Kind.RESOURCE})
    chained = _outcomes(sight, resources if ids is not None else None)
    found: dict[str, list[Part]] = {}
    for row in rows:
        part = Part(
            row["element_id"], Kind(row["kind"]), row["wording"], row["code_id"] or "", row["actor"], row["sign"],
            row["horizon"] or "", row["directness"] == Directness.INFERRED, row["element_id"] in chained,
        )  # fmt: skip
        found.setdefault(row["configuration_id"], []).append(part)
    return found


def _outcomes(sight: Sight, ids: Sequence[str] | None) -> frozenset[str]:
    """Which elements are outcomes of configurations in sight."""
    only = "AND p.element_id IN (:ids)" if ids is not None else ""
    rows = sight.rows(
        f"""SELECT DISTINCT p.element_id FROM places p JOIN configurations f ON f.id = p.configuration_id
            WHERE p.kind = 'outcome' {only} AND {{seen:f}}""",  # noqa: S608 - a constant of ours
        **_of(ids),
    )
    return frozenset(row["element_id"] for row in rows)


def _ties(sight: Sight, ids: Sequence[str] | None) -> dict[str, list[Tie]]:
    only = "WHERE configuration_id IN (:ids)" if ids is not None else ""
    found: dict[str, list[Tie]] = {}
    for row in sight.rows(
        f"SELECT id, configuration_id, source_id, target_id, effect FROM links {only} ORDER BY position, id",  # noqa: S608 - a constant of ours
        **_of(ids),
    ):
        tie = Tie(row["id"], row["source_id"], row["target_id"], row["effect"])
        found.setdefault(row["configuration_id"], []).append(tie)
    return found


def _rivals(sight: Sight, ids: Sequence[str] | None) -> dict[str, list[Rivalry]]:
    only = "configuration_id IN (:ids) AND" if ids is not None else ""
    found: dict[str, list[Rivalry]] = {}
    for row in sight.rows(
        f"SELECT id, configuration_id, wording, fate FROM rivals WHERE {only} {{seen}} ORDER BY position, id",  # noqa: S608 - a constant of ours
        **_of(ids),
    ):
        rival = Rivalry(row["id"], row["wording"], row["fate"] == Fate.OPEN)
        found.setdefault(row["configuration_id"], []).append(rival)
    return found


def _beside(sight: Sight, claims: Sequence[str] | None) -> dict[str, list[str]]:
    """Stances of other material, by what it bears on."""
    only = "claim_id IN (:ids) AND" if claims is not None else ""
    found: dict[str, list[str]] = {}
    for row in sight.rows(
        f"SELECT claim_id, stance FROM bearings WHERE {only} {{seen}} ORDER BY id",  # noqa: S608 - a constant of ours
        **_of(claims),
    ):
        found.setdefault(row["claim_id"], []).append(row["stance"])
    return found


_PLACE = 'x.transcript_id, x.start, x."end", x.revision, x.case_id, x.speaker_id, x.scope, x.directness, x.prompting'


def _voices(sight: Sight, claims: Sequence[str] | None) -> dict[str, list[Voice]]:
    """The passages in sight behind elements and for or against claims, by what they are on; in present texts only."""
    of_element = "g.element_id IN (:ids) AND" if claims is not None else ""
    of_claim = (
        "x.claim_id IN (:ids)" if claims is not None else "x.claim IN ('configuration', 'link', 'element')"
    )
    rows = sight.rows(
        f"""SELECT g.element_id AS claim_id, '' AS stance, {_PLACE} FROM groundings g
              CROSS JOIN codings x WHERE x.id = g.coding_id AND {of_element} {{seen:x}}
            UNION ALL SELECT x.claim_id, x.stance, {_PLACE} FROM evidence x WHERE {of_claim} AND {{seen:x}}""",  # noqa: S608 - constants of ours
        **_of(claims),
    )
    who = speaking(sight)
    found: dict[str, list[Voice]] = {}
    for row in rows:
        voice = _voice(row, who)
        if voice is not None:
            found.setdefault(row["claim_id"], []).append(voice)
    return found


def _voice(row: Row, who: Voices) -> Voice | None:
    transcript = row["transcript_id"]
    title, case_id, revision = who.interviews[transcript]
    respondent, name, roles, interviewer = who.known.get(row["speaker_id"]) or (transcript, title, (), False)
    if interviewer or row["revision"] != revision:
        return None
    return Voice(
        row["claim_id"], row["stance"], (transcript, row["start"], row["end"]), row["case_id"] or case_id, respondent, name,
        roles, row["scope"] == Scope.THIS_CASE, row["directness"] == Directness.INFERRED,
        row["prompting"] == Prompting.PROMPTED,
    )  # fmt: skip


def speaking(sight: Sight) -> Voices:
    """Who speaks in the study; kept until a speaker or an interview changes."""

    def asked() -> Voices:
        rows = sight.rows("SELECT id, name, roles, person, interviewer FROM speakers")
        interviews = sight.rows("SELECT id, title, case_id, revision FROM transcripts")
        return Voices(
            {
                row["id"]: (row["person"] or row["id"], row["name"], tuple(json.loads(row["roles"])), bool(row["interviewer"]))
                for row in rows
            },
            {row["id"]: (row["title"], row["case_id"] or "", row["revision"]) for row in interviews},
        )  # fmt: skip

    return kept(sight, "prompt_voices", frozenset({"speakers", "transcripts"}), asked)


def setting(sight: Sight) -> Setting:
    """What the checks know of the study; kept until that changes."""
    return kept(
        sight, "prompt_setting", frozenset({"codes", "codebooks", "cases", "transcripts", "speakers"}), lambda: _setting(sight)
    )  # fmt: skip


def _setting(sight: Sight) -> Setting:
    codes = {
        row["id"]: CodeBrief(row["key"], Kind(row["kind"]) if row["kind"] else None, row["sign"])
        for row in sight.rows("SELECT id, key, kind, sign FROM codes")
    }
    cases = sight.rows(
        """SELECT k.id, k.name, k.outcome_group FROM cases k
           WHERE EXISTS (SELECT 1 FROM transcripts t WHERE t.case_id = k.id) ORDER BY k.name, k.id"""
    )
    speakers = speaking(sight)
    roles = sorted(
        {role for _, _, own, interviewer in speakers.known.values() for role in own if not interviewer}
    )
    towns = [row["municipality"] for row in sight.rows("SELECT DISTINCT municipality FROM cases")]
    people = [name for _, name, _, _ in speakers.known.values()]
    by_id = {row["id"]: (row["name"], row["outcome_group"] or "") for row in cases}
    return Setting(codes, by_id, tuple(roles), _names((*people, *towns), roles))


def _names(names: Iterable[str], roles: Iterable[str]) -> frozenset[str]:
    """The words of names, without those that are roles or short."""
    words = {word for name in dict.fromkeys(names) if name for word in name.casefold().split()}
    common = {
        part for role in (*roles, *ROLE_GROUPS, *ROLE_GROUPS.values()) for part in role.casefold().split()
    }
    return frozenset(word for word in words - common - NO_NAMES if len(word) > 2 and word.isalpha())


def _of(ids: Sequence[str] | None) -> dict[str, Any]:
    return {} if ids is None else {"ids": list(ids)}
