"""Which rows a comparison has and which passages count in it: codes of a subtree, roles, as parts of SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from rcoder.domain.codebook import Code, hypothesis_of
from rcoder.domain.matrix import HYPOTHESES, Ask, Line
from rcoder.domain.roles import in_role_order
from rcoder.domain.words import Category, role_group
from rcoder.project.matrices.ground import Codes, Ground
from rcoder.project.sight import Sight


class Sql(NamedTuple):
    """A part of a query with its parameters."""

    text: str
    params: dict[str, Any]


def values(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Sql:
    """A common table expression of plain words, with a comma after it."""
    params: dict[str, Any] = {}
    lines = []
    for number, row in enumerate(rows):
        names = [f"{name}{number}_{place}" for place in range(len(columns))]
        params.update(zip(names, row, strict=True))
        lines.append(f"({', '.join(f'CAST(:{each} AS TEXT)' for each in names)})")
    nothing = ", ".join("''" for _ in columns)
    body = f"VALUES {', '.join(lines)}" if lines else f"SELECT {nothing} WHERE 1 = 0"
    return Sql(f"{name}({', '.join(columns)}) AS ({body}),", params)


class Chosen(NamedTuple):
    """The rows of a comparison of codes."""

    lines: tuple[Line, ...]
    rolled: dict[str, tuple[str, ...]]
    """By row: the codes whose passages count in it; a code's own alone where it is not rolled up."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code that counts somewhere."""
        return tuple(dict.fromkeys(code for own in self.rolled.values() for code in own))

    @property
    def plain(self) -> bool:
        """Whether each row is one code alone."""
        return all(own == (row,) for row, own in self.rolled.items())


def chosen_codes(codes: Codes, ask: Ask, language: str, categories: Iterable[Category] = Category) -> Chosen:
    """The codes of the rows: under a key, of every hypothesis rolled up, or all. Raises NotFound."""
    if ask.rows == HYPOTHESES:
        own = codes.of_category(Category.HYPOTHESIS)
        return Chosen(
            tuple(codes.line(each.id, language) for each in own),
            {each.id: codes.below[each.id] for each in own},
        )
    among = set(codes.below[codes.called(ask.rows).id]) if ask.rows else set(codes.by_id)
    wanted = set(categories)
    found = [
        code
        for each in codes.depths
        if each in among and (code := codes.by_id[each]).category in wanted and not code.retired
    ]
    lines = tuple(_under(codes, code, language) for code in found)
    return Chosen(lines, {code.id: (code.id,) for code in found})


def _under(codes: Codes, code: Code, language: str) -> Line:
    """A code under the heading of its hypothesis."""
    line = codes.line(code.id, language)
    above = hypothesis_of(code, dict(codes.by_id))
    heading = f"{above.key} {above.label.say(language)}".strip() if above is not None else "of no hypothesis"
    return Line(line.id, line.name, line.short, heading, depth=max(0, line.depth - 1))


class Voices(NamedTuple):
    """Roles as columns."""

    ids: tuple[str, ...]
    table: Sql
    """Which column each stored list of roles counts in: of_role(roles, column_id)."""


def role_columns(sight: Sight, *, groups: bool) -> Voices:
    """A column for each role of respondents, or each role group, in order; "" for those without a role."""
    pairs: list[tuple[str, str]] = []
    for row in sight.rows("SELECT DISTINCT roles FROM speakers WHERE NOT interviewer"):
        pairs += [(row["roles"], each) for each in columns_of(row["roles"], groups=groups)]
    ids = in_role_order({column for _, column in pairs})
    if ("[]", "") not in pairs:
        pairs.append(("[]", ""))
    return Voices(ids, values("of_role", ("roles", "column_id"), sorted(pairs)))


def columns_of(roles: str, *, groups: bool) -> tuple[str, ...]:
    """The columns of one stored list of roles."""
    own = [each.casefold() for each in json.loads(roles)]
    return tuple(dict.fromkeys(role_group(each) if groups else each for each in own)) or ("",)


def only_role(sight: Sight, ground: Ground, role: str) -> Sql:
    """Keeps what is said by a role or role group, and what they were asked."""
    if not role:
        return Sql("", {})
    wanted = role.casefold()
    texts = [
        row["roles"]
        for row in sight.rows("SELECT DISTINCT roles FROM speakers WHERE NOT interviewer")
        if wanted in {*columns_of(row["roles"], groups=False), *columns_of(row["roles"], groups=True)}
    ]
    within = sorted(each.id for each in ground.with_role(role))
    text = "AND x.transcript_id IN (:of_role_in) AND (s.interviewer OR s.roles IN (:of_role_by))"
    return Sql(text, {"of_role_in": within, "of_role_by": texts})
