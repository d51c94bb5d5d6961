"""Questions about what is said, and not said, of a code in each case and by each role (decision 10)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from rcoder.analysis.absence import names
from rcoder.domain.absence import ANSWERS, Account, CodeAbsence, Heard, Saying, Spoken
from rcoder.domain.codebook import Code
from rcoder.domain.roles import ROLES, in_role_order
from rcoder.project.door import Project
from rcoder.project.questions import cases, roles
from rcoder.project.sight import PASSAGE, PASSAGE_FROM, Sight, passages

_SAYING = """CASE WHEN x.revision <> t.revision THEN 'earlier'
    WHEN x.speaker_id IN (SELECT id FROM speakers WHERE interviewer)
      THEN CASE WHEN x.transcript_id IN (SELECT transcript_id FROM finishes WHERE {seen}) THEN 'asked' ELSE 'waiting' END
    WHEN x.scope <> 'this_case' THEN 'listed'"""
_OF_CODING = f"{_SAYING} WHEN x.counterfactual THEN 'counterfactual' ELSE x.polarity END"
_OF_EVIDENCE = f"{_SAYING} ELSE x.stance END"
"""What a passage says, as `analysis.absence.saying` has it; codes under the one asked for are told apart afterwards."""

_ABOUT = "COALESCE(x.case_id, t.case_id)"
_JOINED = "JOIN transcripts t ON t.id = x.transcript_id"
_TELLS_TIME = "CASE WHEN substr(x.id, 15, 1) = '7' THEN x.id ELSE '' END"
"""An id that tells when it was made (RFC 9562, version 7); "" for others."""

_EVERY = f"""
    SELECT {{code}} AS code_id, {_ABOUT} AS case_id, {_OF_CODING} AS saying, {_TELLS_TIME} AS made{{more}}
    FROM codings x {_JOINED} WHERE x.code_id IN (:codes) AND {{seen:x}}{{where}}
    UNION ALL
    SELECT {{claim}}, {_ABOUT}, {_OF_EVIDENCE}, {_TELLS_TIME}{{more}}
    FROM evidence x {_JOINED} WHERE x.claim = 'code' AND x.claim_id IN (:codes) AND {{seen:x}}{{where}}"""  # noqa: S608 - constants of ours


class Held(NamedTuple):
    """An interview of a case."""

    id: str
    case_id: str
    roles: tuple[str, ...]
    finished: bool
    """Coded to the end by somebody in sight."""


def heard_by_case(
    sight: Sight, roots: Mapping[str, str], held: Iterable[Held]
) -> dict[tuple[str, str], Heard]:
    """What is heard of codes in every case there is a passage or an interview of, by code id and case id.

    `roots` are the codes and what stands under them, each with the code it counts under (`below`).
    """
    found = _Sums()
    for row in _counted(sight, roots, "code_id, case_id, saying"):
        root = _root(row, roots)
        found.add((root, row["case_id"]), _told(row["saying"], row["code_id"] == root), row)
    every = [((each.case_id,), each.finished) for each in held]
    return {(code, case_id): heard for (code, case_id), heard in found.heard(roots, every).items()}


def heard_by_role(
    sight: Sight, roots: Mapping[str, str], held: Iterable[Held], case_id: str = ""
) -> dict[tuple[str, str, str], Heard]:
    """The same as the whole case ("") and as each of its roles tells it, by code id, case id and role; of one case, or of all.

    Words count for the roles of who speaks, a question for every role that is interviewed there.
    """
    where = f" AND {_ABOUT} = :case" if case_id else ""
    by = "code_id, case_id, saying, transcript_id, speaker_id"
    speaks, asked = speakers(sight), roles_of(sight)
    found = _Sums()
    for row in _counted(sight, roots, by, where, **({"case": case_id} if case_id else {})):
        root = _root(row, roots)
        saying = _told(row["saying"], row["code_id"] == root)
        told_by = _of_roles(saying, row["transcript_id"], row["speaker_id"], speaks, asked)
        for role in dict.fromkeys(("", *told_by)):
            found.add((root, row["case_id"], role), saying, row)
    every = [
        ((each.case_id, role), each.finished)
        for each in held
        if not case_id or each.case_id == case_id
        for role in dict.fromkeys(("", *each.roles))
    ]
    return {(place[0], place[1], place[2]): heard for place, heard in found.heard(roots, every).items()}


class _Sums:
    """What is heard in each place: a code in a case, or as one of its roles tells it."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, ...], Counter[Saying]] = {}
        self.latest: dict[tuple[str, ...], str] = {}

    def add(self, place: tuple[str, ...], saying: Saying, row: Mapping[str, Any]) -> None:
        """Counts a row where it belongs."""
        self.counts.setdefault(place, Counter())[saying] += row["n"]
        self.latest[place] = max(self.latest.get(place, ""), row["latest"])

    def heard(
        self, roots: Mapping[str, str], held: Iterable[tuple[tuple[str, ...], bool]]
    ) -> dict[tuple[str, ...], Heard]:
        """The sums, and where nothing is said the interviews alone; `held` are those by case and role, and whether finished."""
        every = tuple(held)
        interviews = Counter(place for place, _ in every)
        unfinished = Counter(place for place, finished in every if not finished)
        places = {*self.counts, *((root, *place) for root in set(roots.values()) for place in interviews)}
        return {
            place: Heard(
                self.counts.get(place, {}),
                interviews[place[1:]],
                unfinished[place[1:]],
                self.latest.get(place, ""),
            )
            for place in places
        }


def absence_of(project: Project, code_id: str) -> CodeAbsence:
    """One code, by id or key, in every case and role: numbers and names of absence; `account` has the passages.

    What stands under the code counts as being spoken of. Raises NotFound.
    """
    sight, code = project.sight, project.code(code_id)
    roots = below(project.codes(), (code.id,))
    held, every = interviews_held(sight), tuple(cases(sight))
    heard = heard_by_role(sight, roots, held)
    shown = roles_held(held)
    accounts = {
        (case.id, role): _account(case.id, role, heard.get((code.id, case.id, role), Heard()))
        for case in every
        for role in ("", *shown)
    }
    return CodeAbsence(code, every, shown, accounts, project.study().language)


def roles_held(held: Iterable[Held]) -> tuple[str, ...]:
    """Every role that an interview of a case was held in, in order."""
    return tuple(role for role in in_role_order({role for each in held for role in each.roles}) if role)


def account(project: Project, code_id: str, case_id: str, role: str = "") -> Account:
    """What a case, or one role of it, tells of a code, with the passages by transcript and place. Raises NotFound."""
    sight, code = project.sight, project.code(code_id)
    roots = below(project.codes(), (code.id,))
    held = [each for each in interviews_held(sight) if each.case_id == case_id]
    spoken = spoken_of(sight, roots, case_id, role)
    own = [each for each in held if not role or role in each.roles]
    counts = Counter(each.saying for each in spoken)
    heard = Heard(counts, len(own), sum(not each.finished for each in own))
    return _account(case_id, role, heard, spoken)


def spoken_of(
    sight: Sight, roots: Mapping[str, str], case_id: str = "", role: str = ""
) -> tuple[Spoken, ...]:
    """The passages in sight on codes in a case (in every one, for ""), or as a role of it tells them, by transcript and place."""
    of_case = f" AND {_ABOUT} = :case" if case_id else f" AND {_ABOUT} IS NOT NULL"
    params = {"case": case_id} if case_id else {}
    speaks, asked = speakers(sight), roles_of(sight)
    found = []
    for on, saying, also, joined in (
        ("codings", _OF_CODING, "x.code_id", ""),
        ("evidence", _OF_EVIDENCE, "x.stance, x.claim_id AS code_id", " AND x.claim = 'code'"),
    ):
        column = "x.claim_id" if joined else "x.code_id"
        rows = sight.rows(
            f"""SELECT {PASSAGE}, {saying} AS saying, {also} FROM {on} x {PASSAGE_FROM}
                WHERE {column} IN (:codes){joined}{of_case} AND {{seen:x}}""",  # noqa: S608 - constants of ours
            codes=list(roots),
            **params,
        )
        for row, passage in zip(rows, passages(rows), strict=True):
            told = _told(row["saying"], row["code_id"] in roots.values())
            if not role or role in _of_roles(told, row["transcript_id"], row["speaker_id"], speaks, asked):
                found.append(Spoken(told, passage))
    order = {saying: number for number, saying in enumerate(Saying)}
    found.sort(
        key=lambda each: (
            each.passage.transcript,
            each.passage.start,
            each.passage.end,
            order[each.saying],
            each.passage.id,
        )
    )
    return tuple(found)


def below(codes: Mapping[str, Code], wanted: Iterable[str]) -> dict[str, str]:
    """Some codes and what stands under them, each with the nearest of those codes that it stands under."""
    own = set(wanted)
    found: dict[str, str] = {}
    for code in codes.values():
        current: Code | None = code
        passed: set[str] = set()
        while current is not None and current.id not in own and current.id not in passed:
            passed.add(current.id)
            current = codes.get(current.parent_id) if current.parent_id else None
        if current is not None and current.id in own:
            found[code.id] = current.id
    return found


def interviews_held(sight: Sight) -> tuple[Held, ...]:
    """Every interview of a case, with the roles in it and whether it is coded to the end."""
    spoken = roles_of(sight)
    rows = sight.rows(
        """SELECT id, case_id, id IN (SELECT transcript_id FROM finishes WHERE {seen}) AS finished
           FROM transcripts WHERE case_id IS NOT NULL ORDER BY id"""
    )
    return tuple(
        Held(row["id"], row["case_id"], spoken.get(row["id"], ("",)), bool(row["finished"])) for row in rows
    )


def roles_of(sight: Sight) -> dict[str, tuple[str, ...]]:
    """The roles of the respondents in each transcript, known ones without capitals; ("",) where none has a role."""
    return {transcript: _plain(found) for transcript, found in roles(sight).items()}


def speakers(sight: Sight) -> dict[str, tuple[str, ...]]:
    """The roles of every speaker by id, as `roles_of` has them."""
    import json

    return {
        row["id"]: _plain(json.loads(row["roles"])) for row in sight.rows("SELECT id, roles FROM speakers")
    }


def _plain(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.casefold() if role.casefold() in ROLES else role for role in found)) or (
        "",
    )


def _counted(
    sight: Sight, roots: Mapping[str, str], by: str, where: str = "", **params: str
) -> Sequence[Mapping[str, Any]]:
    """Passages counted by columns; of one code with what stands under it, all that stands under it together as ""."""
    more = ", x.transcript_id, x.speaker_id" if "speaker_id" in by else ""
    own, code, claim = set(roots.values()), "x.code_id", "x.claim_id"
    if len(own) == 1 < len(roots):
        params["root"] = next(iter(own))
        code, claim = (f"CASE WHEN {each} = :root THEN {each} ELSE '' END" for each in (code, claim))
    inner = _EVERY
    for name, words in (("more", more), ("where", where), ("code", code), ("claim", claim)):
        inner = inner.replace(f"{{{name}}}", words)
    return sight.rows(
        f"""SELECT {by}, COUNT(*) AS n, MAX(made) AS latest FROM ({inner}) AS told
            WHERE case_id IS NOT NULL GROUP BY {by}""",  # noqa: S608 - constants of ours
        codes=list(roots),
        **params,
    )


def _root(row: Mapping[str, Any], roots: Mapping[str, str]) -> str:
    """The code that a row counts under."""
    return roots[row["code_id"]] if row["code_id"] else next(iter(roots.values()))


def _told(saying: str, own: bool) -> Saying:
    """What a passage says of a code; of what stands under it only that it was spoken of."""
    found = Saying(saying)
    return Saying.BENEATH if not own and found in ANSWERS else found


def _of_roles(
    saying: Saying,
    transcript_id: str,
    speaker_id: str | None,
    speaks: Mapping[str, tuple[str, ...]],
    asked: Mapping[str, tuple[str, ...]],
) -> tuple[str, ...]:
    """The roles that words belong to: those of who speaks, and for a question of everybody who was asked."""
    if saying in (Saying.ASKED, Saying.WAITING):
        return asked.get(transcript_id, ("",))
    return speaks.get(speaker_id or "", ("",))


def _account(case_id: str, role: str, heard: Heard, spoken: tuple[Spoken, ...] = ()) -> Account:
    return Account(case_id, role, heard, names(heard), spoken)
