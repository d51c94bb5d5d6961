"""What of the journal's changes an asker may be told, and what the passages in them are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from rcoder.domain.actions.commenting import PASSAGES
from rcoder.domain.errors import NotFound
from rcoder.domain.journal import Change, Entry
from rcoder.domain.passage import Passage
from rcoder.domain.records import Row
from rcoder.domain.transcript import turn_at
from rcoder.domain.words import Directness, Prompting, Scope, Stance
from rcoder.project import questions
from rcoder.project.configurations import coding_passages, evidence_passages
from rcoder.project.door import Project
from rcoder.project.revisions import in_revision
from rcoder.project.sight import Sight

QUOTED = 70
"""Characters of a passage that are said in a sentence."""
_OWNED = frozenset({"evidence", "codings", "judgements", "bearings", "rivals", "kinships", "prompt_answers"})
"""Tables whose rows belong to a layer."""


@dataclass(slots=True)
class Eyes:
    """Who is in sight, and which passages of some entries are."""

    seen: frozenset[str]
    """Ids of the coders whose layers are in sight; the program is among them."""
    names: Mapping[str, str]
    """Of all coders, by id."""
    sighted: frozenset[str]
    """Ids of the evidence and the codings in sight, those that are gone too, and of groundings that are commented on."""
    passages: dict[str, Passage]
    """Their passages by id, where they are to be told."""
    present: frozenset[str]
    """Ids of the codings that are in the study, in sight or not."""
    on_groundings: Mapping[str, str]
    """Ids of codings by the groundings in the entries."""

    def sees(self, entry: Entry) -> bool:
        """Whether the entry's own words may be told."""
        return entry.coder_id in self.seen

    def by(self, entry: Entry) -> str:
        """Who did it."""
        return self.names.get(entry.coder_id, "rcoder")

    def shows(self, change: Change, entry: Entry) -> bool:
        """Whether a change is of a row that the asker sees, the configuration it belongs to being in sight."""
        rows = [row for row in (change.before, change.after) if row is not None]
        if change.table in _OWNED:
            return all(row["coder_id"] in self.seen for row in rows)
        if change.table == "groundings":
            return all(self._sees_coding(row["coding_id"], change, entry) for row in rows)
        if change.table == "comments":
            return all(self._sees_comment(row) for row in rows)
        return True

    def _sees_coding(self, coding_id: str, change: Change, entry: Entry) -> bool:
        """A coding that is gone is known to be in sight by the entry that has it, or by who rested an element on it."""
        if coding_id in self.sighted:
            return True
        return coding_id not in self.present and change.before is None and self.sees(entry)

    def _sees_comment(self, row: Row) -> bool:
        if row["about"] not in PASSAGES:
            return True
        about = row["about_id"]
        return about in self.sighted or self.on_groundings.get(about, "") in self.sighted


def eyes(project: Project, entries: Iterable[Entry], *, told: bool = True) -> Eyes:
    """What the asker may be told of these entries; `told` where their passages are to be told too."""
    coders = questions.coders(project.sight)
    seen = frozenset({"", project.coder_id, *(each.id for each in coders if each.released)})
    rows = {table: _rows(entries, table) for table in ("evidence", "codings", "groundings")}
    coded = {*rows["codings"], *(row["coding_id"] for row in rows["groundings"].values())}
    there = _there(project.sight, coded)
    own = {
        id_
        for table in ("evidence", "codings")
        for id_, row in rows[table].items()
        if row["coder_id"] in seen
    }
    own |= {id_ for id_, coder in there.items() if coder in seen}
    sighted = frozenset(own | _commented(project.sight, _rows(entries, "comments").values()))
    return Eyes(
        seen,
        {each.id: each.name for each in coders},
        sighted,
        _passages(project, rows, sighted) if told else {},
        frozenset(there),
        {id_: row["coding_id"] for id_, row in rows["groundings"].items()},
    )


def _passages(
    project: Project, rows: Mapping[str, Mapping[str, Row]], sighted: frozenset[str]
) -> dict[str, Passage]:
    """The passages in sight that rows of evidence and codings are of, by id."""
    passages = {each.id: each for each in evidence_passages(project.sight, sorted(rows["evidence"]))}
    passages |= coding_passages(project.sight, sorted(sighted - rows["evidence"].keys()))
    for table in ("evidence", "codings"):
        for id_, row in rows[table].items():
            if id_ not in passages and id_ in sighted:
                passages[id_] = _gone(project, row)
    return passages


def said(passage: Passage) -> str:
    """A passage as a sentence names it: Sag 02 mentor turn 18 “…”."""
    words = " ".join(passage.text.split())
    quote = words if len(words) <= QUOTED else f"{words[:QUOTED].rstrip()}…"
    turn = f"turn {passage.turn + 1}" if passage.turn is not None else ""
    where = [passage.case or passage.transcript, ", ".join(passage.roles) or passage.speaker, turn]
    return f"{' '.join(each for each in where if each)} “{quote}”"


def _rows(entries: Iterable[Entry], table: str) -> dict[str, Row]:
    """The latest row of each id that the entries change in a table."""
    found: dict[str, Row] = {}
    for entry in entries:
        for change in entry.changes:
            row = change.after or change.before
            if change.table == table and row is not None:
                found[change.id] = row
    return found


def _there(sight: Sight, ids: Iterable[str]) -> dict[str, str]:
    """Whose codings these are, as far as they are in the study, in sight or not."""
    rows = sight.rows("SELECT id, coder_id FROM codings WHERE id IN (:ids)", ids=sorted(ids))
    return {row["id"]: row["coder_id"] for row in rows}


def _commented(sight: Sight, comments: Iterable[Row]) -> set[str]:
    """Ids of the passages in sight that comments are about."""
    ids = sorted({row["about_id"] for row in comments if row["about"] in PASSAGES})
    if not ids:
        return set()
    rows = sight.rows(
        """SELECT e.id FROM evidence e WHERE e.id IN (:ids) AND {seen:e} UNION ALL
           SELECT g.id FROM groundings g CROSS JOIN codings x WHERE x.id = g.coding_id AND g.id IN (:ids) AND {seen:x}""",
        ids=ids,
    )
    return {row["id"] for row in rows}


def _gone(project: Project, row: Row) -> Passage:
    """A passage that nothing stands on any more, from the text it stood in."""
    found = questions.transcript(project.sight, row["transcript_id"])
    title, text, turn, speaker = "an interview that is gone", "", None, None
    if found is not None:
        title, then = found.title, found
        with suppress(NotFound):
            then = in_revision(project, found, row["revision"])
            text = project.store.text(then.checksum)[row["start"] : row["end"]]
        turn = turn_at(then.turns, row["start"])
        speakers = {each.id: each for each in questions.speakers_of(project.sight, found.id)}
        speaker = speakers.get(then.turns[turn].speaker_id or "") if turn is not None else None
    stance = row.get("stance")
    return Passage(
        id=row["id"],
        transcript_id=row["transcript_id"] if found is not None else "",
        transcript=title,
        start=row["start"],
        end=row["end"],
        text=text,
        case_id=None,
        case="",
        speaker_id=None,
        speaker=speaker.name if speaker else "",
        roles=speaker.roles if speaker else (),
        interviewer=speaker.interviewer if speaker else False,
        coder_id=row["coder_id"],
        coder="",
        scope=Scope(row["scope"]),
        stance=Stance(stance) if stance else None,
        directness=Directness(row["directness"]),
        prompting=Prompting(row["prompting"]),
        revision=row["revision"],
        earlier=found is not None and row["revision"] != found.revision,
        turn=turn,
    )
