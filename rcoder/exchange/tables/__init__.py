"""Comparisons as files: each as a printed table, in English as the program's own screens."""

from __future__ import annotations

from rcoder.analysis.matrices.printing import printed
from rcoder.domain.errors import Misuse
from rcoder.domain.matrix import Matrix
from rcoder.exchange.printing import ENDINGS, write_printed

__all__ = ["ENDINGS", "write_matrix"]


def write_matrix(matrix: Matrix, ending: str) -> bytes:
    """The bytes of a file of that ending; the same matrix gives the same bytes. Raises Misuse for another ending."""
    if ending.casefold() not in ENDINGS:
        raise Misuse(
            f"A comparison cannot be written as {ending or 'that'}.",
            f"Give a name that ends in {', '.join(ENDINGS)}.",
        )
    return write_printed(printed(matrix, source=matrix.study), ending)
