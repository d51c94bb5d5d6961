"""How did this come about? The course of a configuration, a code or an arrow, in words from the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from rcoder.analysis.arrow_links import links_behind
from rcoder.analysis.boxes import OVERALL, BoxFinder
from rcoder.analysis.histories import holding
from rcoder.analysis.history_names import Names
from rcoder.analysis.history_words import words_of
from rcoder.domain.actions.sentences import several
from rcoder.domain.configuration import Assembled, Link
from rcoder.domain.errors import NotFound
from rcoder.domain.history import HIDDEN, History, HistoryLine, Told
from rcoder.domain.journal import Change, Entry
from rcoder.domain.passage import Passage
from rcoder.domain.records import to_row
from rcoder.domain.theory import Arrow
from rcoder.domain.words import Effect
from rcoder.project import codebooks
from rcoder.project.assembling import assemble
from rcoder.project.configurations import found_by
from rcoder.project.door import Project
from rcoder.project.history_eyes import Eyes, eyes, said
from rcoder.project.history_names import called, names_of
from rcoder.project.history_scope import Scope, entries_of
from rcoder.store.tracing import entries_naming

_PUBLIC = frozenset({"comments", "codes"})
"""Tables whose rows are told of whoever changed them: comments speak to others, codes belong to no layer."""

Pick = Callable[[Entry], Iterable[Change]]
"""The changes of an entry that are of the thing."""


def history_of_configuration(project: Project, name: str) -> History:
    """The course of a configuration in sight, by id or number. Raises NotFound."""
    own = found_by(project.sight, name)
    entries = entries_of(project, own)
    scope = Scope(own)
    names = names_of(project.sight, own)

    def picked(entry: Entry) -> Iterator[Change]:
        scope.leave()
        scope.enter(entry)
        return (change for change in entry.changes if scope.belongs(change))

    row = project.sight.one("SELECT number, title FROM configurations WHERE id = :id", id=own)
    of = f"{row['number']} {row['title']}".strip() if row else name
    return History(of, tuple(_course(entries, picked, eyes(project, entries), names)))


def history_of_code(project: Project, key: str) -> History:
    """The course of a code by key or id: how it was made, changed, merged and divided. Raises NotFound."""
    code = project.code(key)
    entries = entries_naming(project.store.reader, [code.id], with_table="codes")
    watching = eyes(project, ())
    names = names_of(project.sight)
    lines = []
    for line, entry in _with_entries(entries, lambda entry: _of_code(entry, code.id), watching, names):
        moved = _moved(entry, code.id, watching)
        if line is not None and (line.told or moved):
            told = (*line.told, *(Told(each) for each in moved))
            lines.append(_replaced(line, told, "" if not moved else entry.sentence, watching, entry))
    return History(called(code, project.study().language), tuple(lines))


def history_of_arrow(project: Project, arrow_id: str, theory: str = OVERALL) -> History:
    """The courses of the links behind an arrow and of the passages on them, in one. Raises NotFound."""
    drawn = project.theory(theory)
    wanted = arrow_id.strip().casefold()
    arrow = next((each for each in drawn.arrows if wanted == each.id.casefold()), None)
    if arrow is None:
        known = ", ".join(each.id for each in drawn.arrows if each.configurations) or "none"
        raise NotFound(
            f"The theory {theory} has no arrow {arrow_id}.", f"Those that configurations bear out: {known}."
        )
    behind = _links_behind(project, arrow, theory)
    links = {link.id for _, link in behind}
    entries = entries_naming(project.store.reader, links)
    numbers = {link.id: assembled.configuration.number for assembled, link in behind}
    names = names_of(project.sight)
    for assembled, link in behind:
        names.elements |= {each.id: each.wording for each in assembled.elements.values()}
        names.links[link.id] = to_row(link)

    def picked(entry: Entry) -> Iterator[Change]:
        for change in entry.changes:
            rows = [row for row in (change.before, change.after) if row is not None]
            if change.id in links or any(row.get("claim_id") in links for row in rows):
                yield change

    def number(change: Change) -> str:
        row = change.after or change.before or {}
        return numbers.get(change.id) or numbers.get(row.get("claim_id", ""), "")

    lines = _course(entries, picked, eyes(project, entries), names, number)
    language = project.study().language
    boxes = {box.id: box.label.say(language) for box in drawn.boxes}
    of = f"{arrow.id}: {boxes[arrow.source]} → {boxes[arrow.target]}"
    return History(of, tuple(lines))


def history(project: Project, name: str, theory: str = OVERALL) -> History:
    """The course of what has this name: a configuration (K07), a code (H1.M1) or an arrow (K1-M1-promotes). Raises NotFound."""
    for ask in (history_of_configuration, history_of_code):
        with suppress(NotFound):
            return ask(project, name)
    if name.count("-") >= DASHES:
        return history_of_arrow(project, name, theory)
    raise NotFound(
        f"Nothing is called {name}.",
        "Give a configuration (K07), a code (H1.M1) or an arrow (K1-M1-promotes).",
    )


DASHES = 2
"""In the name of an arrow: box, box, what it does."""


# -- a course ----------------------------------------------------------------------------------------------------


def _course(
    entries: Sequence[Entry],
    picked: Pick,
    watching: Eyes,
    names: Names,
    number: Callable[[Change], str] = lambda _: "",
) -> Iterator[HistoryLine]:
    """The lines of a course; those of which nothing may be told are left out."""
    for line, _ in _with_entries(entries, picked, watching, names, number):
        if line is not None and line.told:
            yield line


def _with_entries(
    entries: Sequence[Entry],
    picked: Pick,
    watching: Eyes,
    names: Names,
    number: Callable[[Change], str] = lambda _: "",
) -> Iterator[tuple[HistoryLine | None, Entry]]:
    """Each deed with its line; undoing is said of the deed that was undone, and has none."""
    taken_back = holding(entries)
    names.passages = {id_: said(passage) for id_, passage in watching.passages.items()}
    for entry in entries:
        own = [change for change in picked(entry) if watching.shows(change, entry)]
        for change in entry.changes:
            names.note(change)
        if entry.undoes is not None:
            continue
        taker = taken_back[entry.id]
        yield _line(entry, own, watching, names, number, taker.at if taker else ""), entry


def _line(  # noqa: PLR0917, RUF100 - an entry, and by what it is told
    entry: Entry,
    own: Sequence[Change],
    watching: Eyes,
    names: Names,
    number: Callable[[Change], str],
    taken_back: str,
) -> HistoryLine:
    seen = watching.sees(entry)
    open_ = [each for each in own if seen or each.table in _PUBLIC or _is_status(each)]
    told = tuple(_told(open_, watching, names, number))
    hidden = not told and len(own) > len(open_)
    said_there = {(change.after or {}).get("text") for change in own if change.table == "comments"}
    why = entry.why if seen and entry.why not in said_there else ""
    return HistoryLine(
        seq=entry.seq,
        entry_id=entry.id,
        at=entry.at,
        coder=watching.by(entry),
        told=(Told(HIDDEN),) if hidden else told,
        why=why,
        taken_back=taken_back,
        within=entry.sentence if seen and told and _is_more(entry, own) else "",
        hidden=hidden,
    )


def _told(
    changes: Iterable[Change], watching: Eyes, names: Names, number: Callable[[Change], str]
) -> Iterator[Told]:
    told: set[str] = set()
    for change in changes:
        prefix = f"{number(change)}: " if number(change) else ""
        for words in words_of(change, names):
            if words not in told:
                told.add(words)
                yield Told(prefix + words, _passage(change, watching))


def _passage(change: Change, watching: Eyes) -> Passage | None:
    """The passage that a change names and that can be opened."""
    row = change.after or change.before or {}
    found = watching.passages.get(row.get("coding_id", change.id))
    return found if found is not None and found.transcript_id else None


def _is_status(change: Change) -> bool:
    """Whether a change gives a configuration a status, which everybody who sees it sees."""
    before, after = change.before, change.after
    if change.table != "configurations" or before is None or after is None:
        return False
    other = {name for name in after if after[name] != before.get(name)} - _OF_STATUS
    return not other


_OF_STATUS = {"status", "status_by", "status_digest", "superseded_by"}


def _is_more(entry: Entry, own: Sequence[Change]) -> bool:
    """Whether a deed did more than what is told of it: several configurations, codes, a text."""
    told = {(change.table, change.id) for change in own}
    beside = {change.table for change in entry.changes if (change.table, change.id) not in told}
    return bool(beside - {"comments", "groundings"})


# -- codes -------------------------------------------------------------------------------------------------------


def _of_code(entry: Entry, code_id: str) -> Iterator[Change]:
    return (change for change in entry.changes if change.table == "codes" and change.id == code_id)


def _moved(entry: Entry, code_id: str, watching: Eyes) -> list[str]:
    """What a merge or a division did with the passages of a code, as far as they are in sight."""
    into, away = 0, 0
    for change in entry.changes:
        before, after = change.before, change.after
        if change.table == "codings" and before and after and after["coder_id"] in watching.seen:
            into += after["code_id"] == code_id != before["code_id"]
            away += before["code_id"] == code_id != after["code_id"]
    return [
        *([f"Took over {several(into, 'passage')}"] if into else []),
        *([f"Gave away {several(away, 'passage')}"] if away else []),
    ]


def _replaced(
    line: HistoryLine, told: tuple[Told, ...], within: str, watching: Eyes, entry: Entry
) -> HistoryLine:
    return replace(line, told=told, within=line.within or (within if watching.sees(entry) else ""))


# -- arrows ------------------------------------------------------------------------------------------------------


def _links_behind(project: Project, arrow: Arrow, theory: str) -> list[tuple[Assembled, Link]]:
    """The stored links of an arrow, each with its configuration."""
    contents = codebooks.everything(project.sight)
    drawn = contents.theory(theory) if contents is not None else None
    if contents is None or drawn is None:
        return []
    finder = BoxFinder(drawn, contents.theories, contents.nodes, {code.id: code for code in contents.codes})
    conditions = frozenset(
        (each.source_id, each.target_id)
        for each in contents.links
        if each.theory_id == drawn.id and each.effect is Effect.CONDITIONS
    )
    rows = project.sight.rows(
        "SELECT id FROM configurations WHERE number IN (:numbers) AND {seen}",
        numbers=list(arrow.configurations),
    )
    found = assemble(project.sight, [row["id"] for row in rows])
    return list(links_behind(arrow, found, finder, conditions))
