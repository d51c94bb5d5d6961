"""Questions about the study's codebooks: which there are, their codes in trees with counts, their theories."""

from __future__ import annotations

from dataclasses import replace

from rcoder.domain.answers import CodeLine
from rcoder.domain.case import Attribute
from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory, TheoryLink, in_tree_order
from rcoder.domain.words import danish_order
from rcoder.project.kept import kept
from rcoder.project.sight import EARLIER, Sight


def books(sight: Sight) -> tuple[Codebook, ...]:
    """The study's codebooks: the main one, whose theories are drawn, then the others by title in Danish order."""
    main = sight.one("SELECT codebook_id FROM study")
    own = main["codebook_id"] if main else ""
    found = sight.records(Codebook, "SELECT * FROM codebooks")
    return tuple(sorted(found, key=lambda each: (each.id != own, danish_order(each.title.say()), each.id)))


def codes(sight: Sight) -> tuple[Code, ...]:
    """Every code, support condition and hypothesis: by codebook in the order of `books`, then in file order."""
    order = {book.id: place for place, book in enumerate(books(sight))}
    found = sight.records(Code, "SELECT * FROM codes ORDER BY position, key")
    return tuple(sorted(found, key=lambda each: order[each.codebook_id]))


def keys(sight: Sight) -> dict[str, str]:
    """The key of every code by its id: a codebook's texts and cues are many times as much to read."""
    return {row["id"]: row["key"] for row in sight.rows("SELECT id, key FROM codes")}


def codebook(sight: Sight) -> CodebookContents | None:
    """The study's main codebook whole, or None where it has none."""
    found = sight.records(Codebook, "SELECT b.* FROM codebooks b JOIN study s ON s.codebook_id = b.id")
    return contents(sight, found[0]) if found else None


def everything(sight: Sight) -> CodebookContents | None:
    """The main codebook with the codes of them all, which configurations are made of and the theory is drawn from."""

    def asked() -> CodebookContents | None:
        main = codebook(sight)
        return None if main is None else replace(main, codes=codes(sight))

    return kept(sight, "everything", _BOOKS, asked)


_BOOKS = frozenset({"study", "codebooks", "codes", "theories", "nodes", "theory_links", "attributes"})


def contents(sight: Sight, book: Codebook) -> CodebookContents:
    """One of the study's codebooks whole, with those attributes of the study that came with it."""
    of_theory = "JOIN theories t ON t.id = x.theory_id WHERE t.codebook_id = :id ORDER BY x.position, x.id"
    return CodebookContents(
        book,
        tuple(
            sight.records(
                Code, "SELECT * FROM codes WHERE codebook_id = :id ORDER BY position, key", id=book.id
            )
        ),
        tuple(
            sight.records(
                Theory, "SELECT * FROM theories WHERE codebook_id = :id ORDER BY position, id", id=book.id
            )
        ),
        tuple(sight.records(Node, f"SELECT x.* FROM nodes x {of_theory}", id=book.id)),  # noqa: S608 - words of ours
        tuple(sight.records(TheoryLink, f"SELECT x.* FROM theory_links x {of_theory}", id=book.id)),  # noqa: S608 - words of ours
        tuple(
            sight.records(
                Attribute, "SELECT * FROM attributes WHERE origin = :key ORDER BY position", key=book.key
            )
        ),
    )


def code_lines(sight: Sight) -> tuple[CodeLine, ...]:
    """The codebooks as trees, one after the other, with how many codings in sight and in present texts carry each code."""
    counts = {
        row["code_id"]: row["codings"]
        for row in sight.rows(
            """SELECT code_id, SUM(n) AS codings
               FROM (SELECT coder_id, code_id, COUNT(*) AS n FROM codings GROUP BY coder_id, code_id) AS g
               WHERE {seen} GROUP BY code_id"""
        )
    }
    for row in sight.rows(f"SELECT x.code_id {EARLIER}"):
        counts[row["code_id"]] -= 1
    by_book: dict[str, list[Code]] = {}
    for code in codes(sight):
        by_book.setdefault(code.codebook_id, []).append(code)
    return tuple(
        CodeLine(code, depth, int(counts.get(code.id, 0)))
        for own in by_book.values()
        for depth, code in in_tree_order(own)
    )
