"""Questions about the codebook: its codes in a tree with counts, its theories."""

from __future__ import annotations

from rcoder.domain.answers import CodeLine
from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory, TheoryLink, in_tree_order
from rcoder.project.sight import Sight


def codes(sight: Sight) -> tuple[Code, ...]:
    """Every code, support condition and hypothesis, in file order."""
    return tuple(sight.records(Code, "SELECT * FROM codes ORDER BY position"))


def codebook(sight: Sight) -> CodebookContents | None:
    """The study's codebook whole, or None where it has none."""
    found = sight.records(Codebook, "SELECT b.* FROM codebooks b JOIN study s ON s.codebook_id = b.id")
    if not found:
        return None
    return CodebookContents(
        found[0],
        codes(sight),
        tuple(sight.records(Theory, "SELECT * FROM theories ORDER BY position")),
        tuple(sight.records(Node, "SELECT * FROM nodes ORDER BY position")),
        tuple(sight.records(TheoryLink, "SELECT * FROM theory_links ORDER BY position")),
    )


def code_lines(sight: Sight) -> tuple[CodeLine, ...]:
    """The codebook as a tree, with how many codings in sight carry each code."""
    counts = {
        row["code_id"]: row["codings"]
        for row in sight.rows(
            """SELECT code_id, SUM(n) AS codings
               FROM (SELECT coder_id, code_id, COUNT(*) AS n FROM codings GROUP BY coder_id, code_id) AS g
               WHERE {seen} GROUP BY code_id"""
        )
    }
    return tuple(
        CodeLine(code, depth, int(counts.get(code.id, 0))) for depth, code in in_tree_order(codes(sight))
    )
