"""What people say to one another about configurations: conversations, what they are about, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rcoder.domain.actions import commenting
from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.comment import Comment
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Change, Deed, changed, removed
from rcoder.domain.times import now
from rcoder.project.configurations import found_by
from rcoder.project.door import Project
from rcoder.project.sight import Sight

VISIBLE = """
    EXISTS (SELECT 1 FROM configurations f WHERE f.id = c.configuration_id AND {seen:f}) AND (
      c.coder_id = :own OR c.about NOT IN ('evidence', 'grounding')
      OR c.about = 'evidence' AND EXISTS (SELECT 1 FROM evidence e WHERE e.id = c.about_id AND {seen:e})
      OR c.about = 'grounding' AND EXISTS (
        SELECT 1 FROM groundings g CROSS JOIN codings x WHERE x.id = g.coding_id AND g.id = c.about_id AND {seen:x}))
"""
"""Which comments, called c, the asker (:own) sees: those on configurations in sight, and on passages in sight."""


@dataclass(frozen=True, slots=True)
class Said:
    """A comment with its writer's name."""

    comment: Comment
    coder: str
    mine: bool
    """Whether it is the asker's own."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A comment and the answers to it."""

    number: str
    """Of the configuration."""
    first: Said
    replies: tuple[Said, ...] = ()
    about: str = ""
    """What it is about, in words: "the whole", "“wording”"."""
    resolved_by: str = ""
    """Name of who resolved it; "" while it is open."""

    @property
    def id(self) -> str:
        """Id of the comment that began it."""
        return self.first.comment.id

    @property
    def open(self) -> bool:
        """Whether it is not resolved."""
        return not self.first.comment.resolved_by

    @property
    def every(self) -> tuple[Said, ...]:
        """The comment and the answers, in order."""
        return (self.first, *self.replies)


def conversations(sight: Sight, configuration_id: str = "") -> tuple[Conversation, ...]:
    """The conversations in sight, on one configuration or all, in the order they began."""
    which = "AND c.configuration_id = :id" if configuration_id else ""
    sql = f"""SELECT c.*, o.name AS coder, f.number FROM comments c LEFT JOIN coders o ON o.id = c.coder_id
        JOIN configurations f ON f.id = c.configuration_id
        WHERE {VISIBLE} {which} ORDER BY f.number, c.at, c.id"""  # noqa: S608 - constants of ours
    rows = sight.rows(sql, id=configuration_id, own=sight.coder_id)
    from rcoder.store import records_of

    said = [
        (row["number"], Said(comment, row["coder"] or "", comment.coder_id == sight.coder_id))
        for row, comment in zip(rows, records_of(Comment, rows), strict=True)
    ]
    names = _coders(sight)
    words = about_words(sight, [each.comment for _, each in said])
    replies: dict[str, list[Said]] = {}
    for _, each in said:
        replies.setdefault(each.comment.reply_to or "", []).append(each)
    return tuple(
        Conversation(
            number,
            each,
            tuple(replies.get(each.comment.id, ())),
            words[each.comment.id],
            names.get(each.comment.resolved_by, ""),
        )
        for number, each in said
        if each.comment.reply_to is None
    )


def open_counts(sight: Sight) -> dict[str, int]:
    """How many open conversations in sight each configuration has; those without any are left out."""
    sql = f"""SELECT c.configuration_id AS id, COUNT(*) AS number FROM comments c
        WHERE c.reply_to IS NULL AND c.resolved_by = '' AND {VISIBLE} GROUP BY c.configuration_id"""  # noqa: S608 - constants of ours
    return {row["id"]: row["number"] for row in sight.rows(sql, own=sight.coder_id)}


def with_open_comments(sight: Sight, lines: Iterable[ConfigurationLine]) -> tuple[ConfigurationLine, ...]:
    """The lines of configurations, with how many open conversations there are on each."""
    counts = open_counts(sight)
    return tuple(
        replace(each, open_comments=counts[each.id]) if each.id in counts else each for each in lines
    )


def about_words(sight: Sight, comments: Sequence[Comment]) -> dict[str, str]:
    """What each comment is about, in words, by its id; of passages only those in sight have words."""
    by_part: dict[str, set[str]] = {}
    for each in comments:
        by_part.setdefault(each.about, set()).add(each.about_id)
    words = {part: _words(sight, part, sorted(ids)) for part, ids in by_part.items() if part in _WORDS}
    return {
        each.id: "the whole"
        if each.about not in _WORDS
        else words[each.about].get(each.about_id, "something that is gone")
        for each in comments
    }


def _words(sight: Sight, part: str, ids: list[str]) -> dict[str, str]:
    return {row["id"]: _said(row) for row in sight.rows(_WORDS[part], ids=ids)}


def _said(row: Mapping[str, Any]) -> str:
    if "quote" not in row:
        return f"“{row['words']}”"
    turn = f", turn {row['turn'] + 1}" if row["turn"] is not None else ""
    return f"“{_short(row['quote'])}” ({row['title']}{turn})"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHORT else f"{words[:SHORT].rstrip()}…"


SHORT = 60
"""Characters of a passage that say which it is."""

_WORDS: dict[str, str] = {
    "element": "SELECT id, wording AS words FROM elements WHERE id IN (:ids)",
    "link": """SELECT l.id, s.wording || ' → ' || COALESCE(t.wording, 'a link') AS words FROM links l
        JOIN elements s ON s.id = l.source_id LEFT JOIN elements t ON t.id = l.target_id WHERE l.id IN (:ids)""",
    "evidence": """SELECT x.id, x.quote, x.turn, t.title FROM evidence x
        JOIN transcripts t ON t.id = x.transcript_id WHERE x.id IN (:ids) AND {seen:x}""",
    "grounding": """SELECT g.id, x.quote, x.turn, t.title FROM groundings g JOIN codings x ON x.id = g.coding_id
        JOIN transcripts t ON t.id = x.transcript_id WHERE g.id IN (:ids) AND {seen:x}""",
}


# -- deeds -------------------------------------------------------------------------------------------------------


def commenting_on(
    project: Project, configuration_id: str, text: str, about: str = "configuration", about_id: str = ""
) -> Deed:
    """Says something about a configuration in sight or a part of it. Raises NotFound, and Misuse without words."""
    own = found_by(project.sight, configuration_id)
    whole = about == "configuration"
    said = new_comment(project, own, text, about, "" if whole else about_id)
    words = about_words(project.sight, [said])[said.id]
    if not whole and not _is_part(project.sight, own, about, about_id):
        raise NotFound("That part of the configuration is no longer there.", "Comment on the whole.")
    number = _number(project.sight, own)
    hidden = about in commenting.PASSAGES
    where = number if whole else f"{'a passage' if hidden else words} in {number}"
    return commenting.comment(said, where)


def new_comment(
    project: Project,
    configuration_id: str,
    text: str,
    about: str = "configuration",
    about_id: str = "",
    *,
    reply_to: str | None = None,
) -> Comment:
    """A comment of the asker's, written at this moment."""
    return Comment(
        new_id(), configuration_id, project.coder_id, text.strip(), about, about_id, reply_to, now()
    )


def answering(project: Project, comment_id: str, text: str) -> Deed:
    """Answers in the conversation that a comment belongs to. Raises NotFound, and Misuse without words."""
    found = conversation(project.sight, comment_id)
    first = found.first.comment
    said = new_comment(project, first.configuration_id, text, first.about, first.about_id, reply_to=first.id)
    return commenting.answer(first, said, found.number)


def resolving(project: Project, comment_id: str) -> Deed:
    """Resolves the conversation that a comment belongs to. Raises NotFound, and Unchanged where it is resolved."""
    found = conversation(project.sight, comment_id)
    return commenting.resolve(found.first.comment, project.coder_id, now(), found.number)


def reopening(project: Project, comment_id: str) -> Deed:
    """Opens the conversation that a comment belongs to again. Raises NotFound, and Unchanged where it is open."""
    found = conversation(project.sight, comment_id)
    return commenting.reopen(found.first.comment, found.number)


def rewording(project: Project, comment_id: str, text: str) -> Deed:
    """Puts a comment of the asker's in other words. Raises NotFound, and Misuse where it is somebody else's."""
    found, said = _own(project, comment_id)
    return commenting.reword(said.comment, text.strip(), found.number)


def removing(project: Project, comment_id: str) -> Deed:
    """Removes a comment of the asker's. Raises NotFound, and Misuse where it is somebody else's or was answered."""
    found, said = _own(project, comment_id)
    rows = project.sight.records(
        Comment, "SELECT * FROM comments WHERE reply_to = :id ORDER BY at, id", id=said.comment.id
    )
    return commenting.remove(said.comment, rows, found.number)


def conversation(sight: Sight, comment_id: str) -> Conversation:
    """The conversation in sight that a comment belongs to, by its id or the beginning of it. Raises NotFound."""
    wanted = comment_id.strip().lower()
    found = [
        each
        for each in conversations(sight)
        if wanted and any(said.comment.id.startswith(wanted) for said in each.every)
    ]
    if len(found) != 1:
        how_many = "More than one comment begins" if found else "There is no comment"
        raise NotFound(f"{how_many} {comment_id}.", "See: rcoder comments PROJECT")
    return found[0]


def _own(project: Project, comment_id: str) -> tuple[Conversation, Said]:
    found = conversation(project.sight, comment_id)
    wanted = comment_id.strip().lower()
    said = next(each for each in found.every if each.comment.id.startswith(wanted))
    if not said.mine:
        raise Misuse(f"That comment is {said.coder}'s; only they can change or remove it.", "Answer it.")
    return found, said


def part_named(project: Project, configuration_id: str, name: str) -> tuple[str, str]:
    """A part of a configuration by its id, or an element by its wording: what it is and its id. Raises NotFound."""
    own = found_by(project.sight, configuration_id)
    wanted = name.strip()
    for about in _PART:
        if _is_part(project.sight, own, about, wanted):
            return about, wanted
    rows = project.sight.rows(
        "SELECT e.id, e.wording FROM elements e JOIN places p ON p.element_id = e.id WHERE p.configuration_id = :own",
        own=own,
    )
    found = {row["id"] for row in rows if wanted.casefold() in row["wording"].casefold()}
    if len(found) == 1:
        return "element", found.pop()
    raise NotFound(
        f"{'More than one element' if found else 'No part'} of {_number(project.sight, own)} is called {name}.",
        "Give the id: rcoder configurations PROJECT --json",
    )


def _is_part(sight: Sight, configuration_id: str, about: str, about_id: str) -> bool:
    """Whether a configuration has this part, as far as the asker sees."""
    sql = _PART.get(about)
    return sql is not None and sight.one(sql, id=about_id, own=configuration_id) is not None


_PART = {
    "element": "SELECT 1 AS it FROM places WHERE element_id = :id AND configuration_id = :own",
    "link": "SELECT 1 AS it FROM links WHERE id = :id AND configuration_id = :own",
    "grounding": """SELECT 1 AS it FROM groundings g JOIN places p ON p.element_id = g.element_id
        JOIN codings x ON x.id = g.coding_id WHERE g.id = :id AND p.configuration_id = :own AND {seen:x}""",
    "evidence": """SELECT 1 AS it FROM evidence e WHERE e.id = :id AND {seen:e} AND (e.claim_id = :own
        OR EXISTS (SELECT 1 FROM links l WHERE l.id = e.claim_id AND l.configuration_id = :own)
        OR EXISTS (SELECT 1 FROM places p WHERE p.element_id = e.claim_id AND p.configuration_id = :own)
        OR EXISTS (SELECT 1 FROM rivals r WHERE r.id = e.claim_id AND r.configuration_id = :own))""",
}


def _number(sight: Sight, configuration_id: str) -> str:
    row = sight.one("SELECT number FROM configurations WHERE id = :id", id=configuration_id)
    return str(row["number"]) if row else ""


def _coders(sight: Sight) -> dict[str, str]:
    return {row["id"]: row["name"] for row in sight.rows("SELECT id, name FROM coders")}


# -- what becomes of them ----------------------------------------------------------------------------------------


def on_what_goes(sight: Sight, deed: Deed) -> tuple[Change, ...]:
    """The changes that keep the comments on parts that a deed removes, as comments on the whole with a note of the part.

    Those on a passage of a layer that is not released go along with it: on the whole, others would see them.
    """
    gone = _gone(deed)
    if not gone:
        return ()
    named = {change.id for change in deed.changes if change.table == "comments"}
    sql = "SELECT * FROM comments WHERE about_id IN (:gone) AND about <> 'configuration' ORDER BY reply_to IS NULL, id"
    found = [
        each
        for each in sight.records(Comment, sql, gone=sorted({part for part, _ in gone}))
        if each.id not in named and ({(each.about_id, ""), (each.about_id, each.configuration_id)} & gone)
    ]
    if not found:
        return ()
    words, shown = about_words(sight, found), _of_released(sight, found)
    going = [each for each in found if each.about in commenting.PASSAGES and each.about_id not in shown]
    kept = [each for each in found if each not in going]
    notes = {each.id: f"on {words[each.id]}, since removed" for each in kept}
    return (
        *removed(*going),
        *(
            change
            for each in kept
            for change in changed(each, commenting.about_the_whole(each, notes[each.id]))
        ),
    )


def _gone(deed: Deed) -> set[tuple[str, str]]:
    """Ids of the parts that a deed removes, each with the configuration it leaves ("" for all of them)."""
    found: set[tuple[str, str]] = set()
    for change in deed.changes:
        if change.after is not None or change.before is None:
            continue
        if change.table in ("elements", "links", "evidence", "groundings"):
            found.add((change.id, ""))
        elif change.table == "places":
            found.add((change.before["element_id"], change.before["configuration_id"]))
    return found


def _of_released(sight: Sight, comments: Sequence[Comment]) -> set[str]:
    """Ids of the passages that comments are about and everybody sees."""
    ids = sorted({each.about_id for each in comments if each.about in commenting.PASSAGES})
    rows = sight.rows(
        """SELECT e.id FROM evidence e JOIN coders o ON o.id = e.coder_id WHERE e.id IN (:ids) AND o.released
           UNION ALL SELECT g.id FROM groundings g JOIN codings x ON x.id = g.coding_id
           JOIN coders o ON o.id = x.coder_id WHERE g.id IN (:ids) AND o.released""",
        ids=ids,
    )
    return {row["id"] for row in rows}
