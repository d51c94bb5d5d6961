"""Versions of the theory: saved with a name and a reason, listed, compared, and the reasons of what became another."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rcoder.domain.actions.versioning import SAVED, reword_version, save_version
from rcoder.domain.errors import Misuse, NotFound, Stale
from rcoder.domain.ids import named_id
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.theory_difference import INITIAL, NOW, Difference
from rcoder.domain.times import now
from rcoder.domain.versions import TheoryVersion
from rcoder.domain.words import Bilingual, Status

if TYPE_CHECKING:
    from rcoder.analysis.differences import Stand
    from rcoder.project.door import Project
    from rcoder.project.version_snapshot import Tables
    from rcoder.project.version_stands import Records

ZERO = Bilingual("version 0: kodebogens oprindelige teori", "version 0: the codebook's initial theory")
STANDS_NOW = Bilingual("teorien nu", "the theory now")


TRIES = 3
"""How often saving is begun anew where others take the number meanwhile."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the list: the initial theory, one that was saved, or what stands now."""

    key: str
    """By which it is named: "0", "1", …, "now"."""
    name: str
    """"" for the first and the last."""
    reason: str
    coder: str
    at: str
    """UTC, ISO 8601; "" for the first and the last."""
    held: Bilingual
    """What it holds in numbers, with denominators."""
    codebook: str = ""
    id: str = ""
    own: bool = False
    """Whether the asker saved it."""

    @property
    def words(self) -> Bilingual:
        """What it is called in a sentence."""
        if self.key == INITIAL:
            return ZERO
        if self.key == NOW:
            return STANDS_NOW
        return Bilingual(f"version {self.key}: {self.name}", f"version {self.key}: {self.name}")


# -- saving ----------------------------------------------------------------------------------------------------------


def save(project: Project, name: str, reason: str, *, version_id: str = "", at: str = "") -> Entry:
    """Keeps the theory as it stands and as the asker sees it, with a name and a reason. Raises Misuse without them.

    Where somebody else takes the number meanwhile, it gets the next one; raises Stale where that happens again and
    again. `version_id` and `at` are those of a study that is loaded; otherwise the version is made now.
    """
    for left in reversed(range(TRIES)):
        try:
            return _save_once(project, name, reason, version_id, at)
        except Stale:
            if not left:
                raise
    raise AssertionError  # pragma: no cover - the last try is given or raised


def _save_once(project: Project, name: str, reason: str, version_id: str, at: str) -> Entry:
    """Saves it under the next number; the id follows from the number, so that a number is given once. Raises Stale."""
    from rcoder.project.door import checksum
    from rcoder.project.version_snapshot import tables_now, written

    number = _next_number(project)
    own = version_id or named_id("theory version", str(number))
    version = TheoryVersion(own, number, name, reason, project.coder_id, at or now(), "")
    save_version(version, _names(project))
    tables = tables_now(project.sight)
    text = written(tables)
    whole = replace(version, checksum=checksum(text), codebook=_codebook(tables))
    return project.do(save_version(whole, _names(project)), why=reason.strip(), texts=[text])


def rewording(project: Project, key: str, name: str, reason: str) -> Deed:
    """Gives a version of the asker's another name or reason. Raises NotFound, Misuse and Unchanged."""
    found = saved(project, key)
    if found.coder_id != project.coder_id:
        raise Misuse(f"Version {found.number} was saved by somebody else.", "Save one of your own.")
    others = [each.name for each in _saved(project) if each.id != found.id]
    return reword_version(found, name, reason, others)


def refuse_removal(project: Project, key: str) -> None:
    """Raises Misuse: versions are part of the audit trail, and only undo takes back the saving of one."""
    found = saved(project, key)
    raise Misuse(
        f"Version {found.number} “{found.name}” stays: it shows how the theory came about.",
        "Rename it, or undo, if saving it was your latest deed.",
    )


def _next_number(project: Project) -> int:
    """The next number; those of hidden layers count too, so that no number is given twice."""
    row = project.sight.one("SELECT COALESCE(MAX(number), 0) AS number FROM theory_versions")
    return int(row["number"]) + 1 if row else 1


def _names(project: Project) -> list[str]:
    return [each.name for each in _saved(project)]


def _codebook(tables: Tables) -> str:
    main = tables["study"][0]["codebook_id"] if tables["study"] else ""
    return next((f"{row['key']} {row['version']}" for row in tables["codebooks"] if row["id"] == main), "")


# -- which there are -------------------------------------------------------------------------------------------------


def _saved(project: Project) -> list[TheoryVersion]:
    sql = "SELECT * FROM theory_versions WHERE {seen} ORDER BY number, id"
    return project.sight.records(TheoryVersion, sql)


def saved(project: Project, key: str) -> TheoryVersion:
    """A saved version in sight by number, name or id. Raises NotFound; Misuse where two have the number."""
    wanted = key.strip().casefold()
    known = _saved(project)
    found = [each for each in known if wanted in (str(each.number), each.name.casefold(), each.id)]
    if len(found) > 1:
        names = ", ".join(f"“{each.name}”" for each in found)
        raise Misuse(f"More than one version is called {key}: {names}.", "Give the name.")
    if not found:
        names = ", ".join([INITIAL, *(f"{each.number} “{each.name}”" for each in known), NOW])
        raise NotFound(f"There is no version {key} of the theory.", f"There is {names}.")
    return found[0]


def version_lines(project: Project) -> tuple[VersionLine, ...]:
    """The initial theory, the saved versions in sight by number, and what stands now; nothing without codebook and versions."""
    from rcoder.project.version_snapshot import BEGINNING, held_in

    sight = project.sight
    rows = sight.rows(
        f"""SELECT v.id, o.name AS coder, o.released, substr(t.text, 1, {BEGINNING}) AS beginning
            FROM theory_versions v JOIN texts t ON t.checksum = v.checksum
            LEFT JOIN coders o ON o.id = v.coder_id WHERE {{seen:v}}"""  # noqa: S608 - a number of ours
    )
    beside = {row["id"]: row for row in rows}
    seen = {row["id"] for row in sight.rows("SELECT id FROM coders WHERE released")} | {project.coder_id}
    known = _saved(project)
    lines = _initial_line(project, seen)
    if not lines and not known:
        return ()
    for each in known:
        row = beside[each.id]
        held = _held(held_in(row["beginning"]), seen)
        lines.append(
            VersionLine(
                key=str(each.number),
                name=each.name,
                reason=each.reason,
                coder=row["coder"] or "",
                at=each.at,
                held=held,
                codebook=each.codebook,
                id=each.id,
                own=each.coder_id == project.coder_id,
            )
        )
    return (*lines, VersionLine(NOW, "", "", "", "", _held(_numbers_now(project), seen)))


def _initial_line(project: Project, seen: set[str]) -> list[VersionLine]:
    """The initial theory, where the study has a codebook."""
    from rcoder.project.version_snapshot import holds

    row = project.sight.one("SELECT codebook_id FROM study")
    if row is None or not row["codebook_id"]:
        return []
    return [VersionLine(INITIAL, "", "", "", "", _held(holds(initial_tables(project)), seen))]


def _numbers_now(project: Project) -> dict[str, Any]:
    """What stands now in numbers, counted by the database."""
    row = project.sight.one(
        """SELECT (SELECT COUNT(*) FROM configurations WHERE {seen}) AS configurations,
             (SELECT COUNT(*) FROM configurations WHERE {seen} AND status IN (:binding)) AS accepted,
             (SELECT COUNT(*) FROM codes WHERE NOT retired) AS codes,
             (SELECT COUNT(*) FROM nodes n JOIN theories t ON t.id = n.theory_id JOIN study s ON s.codebook_id = t.codebook_id
               WHERE t.key = 'overall') AS boxes,
             (SELECT COUNT(*) FROM theory_links n JOIN theories t ON t.id = n.theory_id
               JOIN study s ON s.codebook_id = t.codebook_id WHERE t.key = 'overall') AS arrows,
             (SELECT COUNT(*) FROM evidence WHERE {seen}
               AND claim IN ('configuration', 'link', 'element', 'code', 'rival')) AS passages""",
        binding=[Status.ACCEPTED.value, Status.SETTLED.value],
    )
    found = dict(row) if row else {}
    own = {name: int(found.get(name, 0)) for name in ("configurations", "accepted", "passages")}
    return {**found, "by_coder": {project.coder_id: own}}


def _held(found: dict[str, Any], seen: set[str]) -> Bilingual:
    """What a version holds, in words, as far as the asker may see it."""
    if not found:
        return Bilingual()
    by_coder = found.get("by_coder", {})
    own = {
        name: sum(int(each.get(name, 0)) for coder, each in by_coder.items() if coder in seen)
        for name in ("configurations", "accepted", "passages")
    }
    boxes, arrows, codes = (int(found.get(name, 0)) for name in ("boxes", "arrows", "codes"))
    many = own["configurations"]
    built = Bilingual(
        f"{many} {'konfiguration' if many == 1 else 'konfigurationer'}, {own['accepted']} af {many} godkendt eller afgjort · "
        f"{own['passages']} passager for og imod · ",
        f"{many} {'configuration' if many == 1 else 'configurations'}, {own['accepted']} of {many} accepted or settled · "
        f"{own['passages']} passages for and against · ",
    )
    return Bilingual(
        f"{built.da if many else 'ingen konfigurationer · '}{codes} koder · oprindelig teori: {boxes} bokse, {arrows} pile",
        f"{built.en if many else 'no configurations · '}{codes} codes · initial theory: {boxes} boxes, {arrows} arrows",
    )


# -- one of them, and two --------------------------------------------------------------------------------------------


def initial_tables(project: Project) -> Tables:
    """The codebooks as they came into the study with the main one: what version 0 is made of. Raises NotFound."""
    from rcoder.project.version_initial import initial_tables as found

    return found(project)


def stand(project: Project, key: str, records: Records | None = None) -> Stand:
    """The theory as it stood in a version: "0", a number or name, or "now". Raises NotFound and Damaged."""
    from rcoder.project.version_snapshot import read, tables_now
    from rcoder.project.version_stands import stand_of

    wanted = key.strip().casefold()
    if wanted == INITIAL:
        return stand_of(initial_tables(project), ZERO, records)
    if wanted in (NOW, "nu"):
        return stand_of(tables_now(project.sight), STANDS_NOW, records)
    found = saved(project, key)
    seen = {each.id for each in project.coders() if each.released} | {project.coder_id}
    words = f"version {found.number}: {found.name}"
    return stand_of(read(project.store.text(found.checksum), seen), Bilingual(words, words), records)


def difference(project: Project, before: str, after: str, *, key: str = "overall") -> Difference:
    """What became of the theory between two versions, each thing with the reasons that were written down. Raises NotFound."""
    from rcoder.analysis.differences import compare
    from rcoder.project.version_reasons import window, with_reasons

    with _uncollected():
        found = compare(*_stands(project, before, after), key)
        return with_reasons(project, found, window(project, before, after))


def differences(project: Project, before: str, after: str) -> tuple[Difference, ...]:
    """The difference of the overall theory, then of each mini theory in which something differs. Raises NotFound."""
    from rcoder.analysis.differences import compare
    from rcoder.analysis.mini_theories import theory_keys
    from rcoder.project.version_reasons import window, with_reasons

    with _uncollected():
        stands = _stands(project, before, after)
        within = window(project, before, after)
        keys = dict.fromkeys(key for each in stands for key in theory_keys(each.sources.contents))
        found = [compare(*stands, key) for key in ("overall", *(each for each in keys if each != "overall"))]
        return tuple(
            with_reasons(project, each, within) for each in found if each.key == "overall" or each.differing
        )


def _stands(project: Project, before: str, after: str) -> tuple[Stand, Stand]:
    from rcoder.project.version_stands import Records

    records: Records = project.sight.kept.setdefault("theory records", Records())
    return stand(project, before, records), stand(project, after, records)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for meanwhile: many thousand records are made at once, none of which is garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def entry_seq(project: Project, version: TheoryVersion) -> int:
    """Where the saving of a version stands in the journal."""
    row = project.sight.one(
        """SELECT MAX(seq) AS seq FROM entries WHERE coder_id = :coder AND sentence LIKE :saved
           AND CAST(changes AS TEXT) LIKE :id""",
        coder=version.coder_id,
        saved=f"{SAVED}%",
        id=f"%{version.id}%",
    )
    return int(row["seq"]) if row and row["seq"] is not None else 0
