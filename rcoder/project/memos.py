"""Memos: what is written on what, as far as the asker may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rcoder.domain.actions.excerpting import is_quotation
from rcoder.domain.actions.memoing import change_memo, remove_memo, write_memo
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, Entry, added, removed
from rcoder.domain.memo import Memo
from rcoder.domain.times import now
from rcoder.domain.words import MemoKind, Subject, danish_order
from rcoder.project.door import Project
from rcoder.project.excerpts import Place, fresh, needed, own_excerpt, standing
from rcoder.project.things import WORDS, Thing, meant, memo_words, thing, things

SHORTEST = 4
"""Letters of an id that are enough to name something, where no other begins so."""


LINKED = (Subject.CODING, Subject.CONFIGURATION, Subject.PASSAGE)
"""What memos point at besides other memos."""


@dataclass(frozen=True, slots=True)
class MemoLine:
    """A memo with the names of what it is about, who wrote it and what it points at."""

    memo: Memo
    about: str
    """What it is about, in words; "" for the project, and where that is gone."""
    coder: str
    thing: Thing | None = None
    """What it is about; None for the project, and where that is gone."""
    points_at: tuple[Thing, ...] = ()
    """As far as that is in sight and still there."""
    linked_from: tuple[Thing, ...] = ()
    """Memos in sight that point at it."""
    note: bool = False
    """Whether it is the one-line note of a coding, which is no memo of its own."""

    @property
    def links(self) -> tuple[str, ...]:
        """What it points at, in words."""
        return tuple(each.words for each in self.points_at)


@dataclass(frozen=True, slots=True)
class Draft:
    """A memo as it is being written."""

    kind: MemoKind = MemoKind.ANALYTIC
    title: str = ""
    text: str = ""
    links: tuple[str, ...] = ()


def memo_lines(project: Project) -> tuple[MemoLine, ...]:
    """The memos in sight, in order of what they are about, then of writing."""
    memos = project.sight.records(Memo, "SELECT * FROM memos WHERE {seen} ORDER BY at, id")
    coders = {coder.id: coder.name for coder in project.coders()}
    known = things(project.sight, _wanted(memos)) | {each.id: memo_thing(each) for each in memos}
    back = _back(memos)
    lines = [_line(each, coders, known, back) for each in memos]
    return ordered(lines)


def notes(project: Project) -> tuple[MemoLine, ...]:
    """The one-line notes of codings in sight as lines: read among memos, changed on the coding."""
    rows = project.sight.rows(
        "SELECT id, coder_id, memo FROM codings WHERE memo <> '' AND {seen} ORDER BY id"
    )
    coders = {coder.id: coder.name for coder in project.coders()}
    known = things(project.sight, {Subject.CODING: {row["id"] for row in rows}})
    found = []
    for row in rows:
        memo = Memo(f"note:{row['id']}", row["coder_id"], Subject.CODING, row["id"], text=row["memo"])
        thing = known.get(row["id"])
        found.append(
            MemoLine(memo, thing.words if thing else "", coders.get(memo.coder_id, ""), thing, note=True)
        )
    return ordered(found)


def memos_in(project: Project, transcript_id: str) -> tuple[MemoLine, ...]:
    """The memos in sight on codings and excerpts of a transcript."""
    rows = project.sight.rows(
        """SELECT DISTINCT about_id FROM memos WHERE {seen} AND (
             (about = 'passage' AND about_id IN (SELECT id FROM excerpts WHERE transcript_id = :id))
             OR (about = 'coding' AND about_id IN (SELECT id FROM codings WHERE transcript_id = :id)))""",
        id=transcript_id,
    )
    wanted = {row["about_id"] for row in rows}
    return tuple(each for each in memo_lines(project) if each.memo.about_id in wanted) if wanted else ()


def memo_thing(memo: Memo) -> Thing:
    """A memo as something to be gone to, called by its title or its first words."""
    return Thing(memo.id, None, memo_words(memo))


def _wanted(memos: Sequence[Memo]) -> dict[Subject, set[str]]:
    """Ids of what memos are about and may point at, by what they may be."""
    found: dict[Subject, set[str]] = {}
    for memo in memos:
        found.setdefault(memo.about, set()).add(memo.about_id)
        for subject in LINKED if memo.links else ():
            found.setdefault(subject, set()).update(memo.links)
    return found


def _back(memos: Iterable[Memo]) -> dict[str, list[Thing]]:
    """The memos that point at each id."""
    found: dict[str, list[Thing]] = {}
    for memo in memos:
        for each in memo.links:
            found.setdefault(each, []).append(memo_thing(memo))
    return found


def _line(
    memo: Memo, coders: Mapping[str, str], known: Mapping[str, Thing], back: Mapping[str, list[Thing]]
) -> MemoLine:
    thing = known.get(memo.about_id) if memo.about is not Subject.PROJECT else None
    return MemoLine(
        memo,
        thing.words if thing else "",
        coders.get(memo.coder_id, ""),
        thing,
        tuple(known[each] for each in memo.links if each in known),
        tuple(back.get(memo.id, ())),
    )


# -- choosing and ordering ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which memos are to be shown; what is None or "" leaves none out."""

    kind: MemoKind | None = None
    about: Subject | None = None
    about_id: str = ""
    coder: str = ""
    """Name of who wrote it."""
    words: str = ""
    """Letters that stand in the title, the text, or the name of what it is about; each word for itself."""
    notes: bool = True
    """Whether notes on codings are among them."""


def chosen(lines: Iterable[MemoLine], wanted: Wanted) -> tuple[MemoLine, ...]:
    """The memos that are wanted, in their order."""
    return tuple(each for each in lines if _fits(each, wanted))


def _fits(line: MemoLine, wanted: Wanted) -> bool:
    memo = line.memo
    if line.note and (not wanted.notes or wanted.kind is not None):
        return False
    if wanted.kind not in (None, memo.kind) or wanted.about not in (None, memo.about):
        return False
    if wanted.about_id not in ("", memo.about_id):
        return False
    if wanted.coder and wanted.coder.casefold() != line.coder.casefold():
        return False
    said = f"{memo.title}\n{memo.text}\n{line.about}".casefold()
    return all(each in said for each in wanted.words.casefold().split())


def ordered(lines: Iterable[MemoLine], *, by_time: bool = False) -> tuple[MemoLine, ...]:
    """Memos by what they are about, each thing's in order of writing; `by_time` the latest first. Notes come last."""
    if by_time:
        return tuple(sorted(lines, key=lambda line: (line.memo.at, line.memo.id), reverse=True))
    order = list(Subject)

    def place(line: MemoLine) -> tuple[bool, int, str, str, str]:
        memo = line.memo
        return line.note, order.index(memo.about), danish_order(line.about), memo.at, memo.id

    return tuple(sorted(lines, key=place))


# -- deeds -------------------------------------------------------------------------------------------------------


def add_memo(
    project: Project,
    about: Subject,
    of: str,
    *,
    kind: MemoKind,
    title: str,
    text: str,
    links: tuple[str, ...] = (),
) -> Entry:
    """Writes a memo of the asker's on what `of` names: a title, a case, a key, a number; "" for the project.

    Raises NotFound where there is no such thing, and Misuse where the memo is empty.
    """
    about_id, words = meant(project, about, of)
    return project.do(_writing(project, about, about_id, words, Draft(kind, title, text, links)))


def writing(project: Project, about: Subject, about_id: str, draft: Draft) -> Deed:
    """Writes a memo of the asker's on something by its id, "" for the project. Raises NotFound and Misuse."""
    if about is Subject.PROJECT:
        return _writing(project, about, "", "the project", draft)
    known = things(project.sight, {about: [about_id]})
    if about_id not in known:
        raise NotFound("What the memo is about is no longer there.", "Write it on something else.")
    return _writing(project, about, about_id, known[about_id].words, draft)


def writing_on_passage(project: Project, place: Place, draft: Draft) -> Deed:
    """Writes a memo of the asker's on words of a transcript, which become an excerpt of theirs. Raises Misuse and Stale."""
    stood = standing(project, place)
    before = own_excerpt(project, place)
    excerpt = before or fresh(project, place)
    words = f"{stood.title} {place.span.start}–{place.span.end}"
    deed = _writing(project, Subject.PASSAGE, excerpt.id, words, draft)
    return deed if before else replace(deed, changes=(*added(excerpt), *deed.changes))


def changing(project: Project, memo_id: str, draft: Draft) -> Deed:
    """Changes a memo of the asker's. Raises NotFound, Misuse where it is another's or would be empty."""
    line = own_memo(project, memo_id)
    after = replace(line.memo, kind=draft.kind, title=draft.title.strip(), text=draft.text, links=draft.links)
    return change_memo(line.memo, after, line.about or "the project")


def removing(project: Project, memo_id: str) -> Deed:
    """Removes a memo of the asker's, and the excerpt it is on where that serves nothing else. Raises NotFound, Misuse."""
    line = own_memo(project, memo_id)
    deed = remove_memo(line.memo, line.about or "the project")
    if line.memo.about is not Subject.PASSAGE:
        return deed
    sql = "SELECT * FROM excerpts WHERE id = :id AND coder_id = :me"
    found = project.sight.records(Excerpt, sql, id=line.memo.about_id, me=project.coder_id)
    idle = [each for each in found if not each.mark and not is_quotation(each)]
    if idle and not needed(project, idle[0].id, (memo_id,)):
        return replace(deed, changes=(*deed.changes, *removed(*idle)))
    return deed


def own_memo(project: Project, memo_id: str) -> MemoLine:
    """A memo of the asker's by id. Raises NotFound, and Misuse where it is another's."""
    line = next((each for each in memo_lines(project) if each.memo.id == memo_id), None)
    if line is None:
        raise NotFound("That memo is no longer there.")
    if line.memo.coder_id != project.coder_id:
        raise Misuse(f"That memo is {line.coder}'s; only they can change it.", "")
    return line


def _writing(project: Project, about: Subject, about_id: str, words: str, draft: Draft) -> Deed:
    memo = Memo(
        new_id(),
        project.coder_id,
        about,
        about_id,
        draft.kind,
        draft.title.strip(),
        draft.text,
        draft.links,
        now(),
    )
    return write_memo(memo, words)


# -- links -------------------------------------------------------------------------------------------------------


def linkable(project: Project) -> tuple[Thing, ...]:
    """What a memo may point at: memos, configurations and excerpts in sight; codings are found by their interview."""
    found = [memo_thing(each.memo) for each in memo_lines(project)]
    for subject in (Subject.CONFIGURATION, Subject.PASSAGE):
        rows = project.sight.rows(WORDS[subject])
        found += sorted((thing(subject, row) for row in rows), key=lambda each: danish_order(each.words))
    return tuple(found)


def link_named(project: Project, name: str) -> str:
    """The id of a memo (also by its title), configuration (also by its number), excerpt or coding, or the beginning of it.

    Raises NotFound.
    """
    wanted = name.strip().casefold()
    known = [*linkable(project), *things(project.sight, {Subject.CODING: [wanted]}).values()]
    found = [each for each in known if wanted in (each.id, each.words.casefold())]
    if not found and len(wanted) >= SHORTEST:
        found = [each for each in known if each.id.startswith(wanted)]
    if len(found) != 1:
        many = "More than one thing is" if found else "Nothing that a memo can point at is"
        raise NotFound(f"{many} called {name}.", "Give its id, as --json prints it.")
    return found[0].id


def subjects(project: Project) -> tuple[Thing, ...]:
    """What a memo may be written on from nowhere in particular: the project, cases, interviews, codes, configurations."""
    found = [Thing("", None, "the project")]
    for subject in (Subject.CASE, Subject.INTERVIEW, Subject.CODE, Subject.CONFIGURATION):
        rows = project.sight.rows(WORDS[subject])
        found += sorted((thing(subject, row) for row in rows), key=lambda each: danish_order(each.words))
    return tuple(found)
