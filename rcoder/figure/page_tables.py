"""The tables of the HTML figure: every arrow and box, each row with its passages behind it, readable without script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rcoder.domain.words import Bilingual
from rcoder.figure.page_lean import Names
from rcoder.figure.text import markup
from rcoder.figure.told import ArrowTold, BoxTold, Group, Lines, PassageTold, ViewTold

ARROW_HEADS = (
    "from",
    "effect",
    "to",
    "state",
    "hypotheses",
    "for",
    "against",
    "refining",
    "configurations",
)
BOX_HEADS = ("box", "column", "hypotheses", "arrows", "passages")


@dataclass(frozen=True, slots=True)
class Register:
    """What the passages of a page are numbered by; the same in every figure of it."""

    roles: tuple[str, ...] = ()
    groups: tuple[tuple[str, frozenset[str]], ...] = ()
    """Name of a group of cases, and the cases' ids."""
    passages: dict[tuple[str, int, int, int], int] = field(default_factory=dict)
    cases: dict[str, int] = field(default_factory=dict)

    def number(self, passage: PassageTold) -> int:
        """The passage's number; the same words behind another arrow have the same."""
        return self.passages.setdefault(passage.key, len(self.passages))

    def roles_of(self, passage: PassageTold) -> list[int]:
        """Places of its roles in `roles`."""
        return [place for place, role in enumerate(self.roles) if role in passage.roles]

    def case(self, passage: PassageTold) -> str:
        """The number of its case, "" where no group can hold it."""
        return str(self.cases.setdefault(passage.case_id, len(self.cases))) if passage.case_id else ""

    def cases_in(self, cases: frozenset[str]) -> list[int]:
        """Numbers of those of the cases that say something on the page."""
        return sorted(self.cases[each] for each in cases if each in self.cases)


@dataclass(frozen=True, slots=True)
class Pen:
    """The words and numbers that a table is written with."""

    language: str
    ui: Mapping[str, Bilingual]
    register: Register
    names: Names = field(default_factory=Names)

    def say(self, key: str) -> str:
        """A word of the page, escaped."""
        return markup(self.ui[key].say(self.language))


def tables(view: ViewTold, pen: Pen) -> str:
    """Arrows, boxes and what bears on whole configurations."""
    return _arrows(view, pen) + _boxes(view, pen) + _whole(view, pen)


def _arrows(view: ViewTold, pen: Pen) -> str:
    rows = [_arrow_row(each, view, pen) for each in view.arrows]
    notes = (view.note, pen.ui["cells"].say(pen.language))
    said = "".join(f'<p class="soft">{markup(each)}</p>' for each in notes if each)
    return _table(
        f"{view.prefix}arrow-table", _heading("arrow_table", rows, pen), said, ARROW_HEADS, rows, pen
    )


def _boxes(view: ViewTold, pen: Pen) -> str:
    rows = [_box_row(each, view, pen) for each in view.boxes]
    return _table(f"{view.prefix}box-table", _heading("box_table", rows, pen), "", BOX_HEADS, rows, pen)


def _heading(key: str, rows: list[str], pen: Pen) -> str:
    return f"{pen.say(key)} ({len(rows)})"


def _table(name: str, heading: str, said: str, heads: Iterable[str], rows: list[str], pen: Pen) -> str:  # noqa: PLR0917 - the parts of a table, in the order in which they stand
    head = "".join(f'<th scope="col">{pen.say(each)}</th>' for each in heads)
    return (
        f'<section><h3 id="{name}">{heading}</h3>{said}<div class="wide"><table aria-labelledby="{name}">'
        f"<thead><tr>{head}</tr></thead>{''.join(rows)}</table></div></section>"
    )


def _row(view: ViewTold, told: ArrowTold | BoxTold, cells: list[str], behind: str, pen: Pen) -> str:
    """A row with its element's link, and the row below that opens what is behind it."""
    first, *rest = cells
    link = f'<a href="#{view.prefix}{pen.names.short(told.element)}">{markup(first)}</a>'
    said = "".join(f"<td>{markup(each)}</td>" for each in rest)
    more = ""
    if behind:
        more = (
            f'<tr><td colspan="{len(cells)}"><details><summary>{_summary(told, pen)}</summary>'
            f"<div>{behind}</div></details></td></tr>"
        )
    return f'<tbody><tr><th scope="row">{link}</th>{said}</tr>{more}</tbody>'


def _summary(told: ArrowTold | BoxTold, pen: Pen) -> str:
    """What a row opens: its passages with their number, or where an arrow is from that has none."""
    found = sum(len(each.passages) for each in told.groups)
    if found or isinstance(told, BoxTold) or told.told:
        return f"{pen.say('passages' if found else 'behind')}{f' ({found})' if found else ''}"
    return pen.say("origin")


def _arrow_row(arrow: ArrowTold, view: ViewTold, pen: Pen) -> str:
    cells = [
        arrow.source,
        arrow.effect,
        arrow.target,
        arrow.state,
        ", ".join(arrow.hypotheses),
        *(each or "–" for each in arrow.cells),
        arrow.configurations,
    ]
    return _row(view, arrow, cells, claim(arrow, pen), pen)


def _box_row(box: BoxTold, view: ViewTold, pen: Pen) -> str:
    own = sum(box.id in each.ends for each in view.arrows)
    passages = sum(len(each.passages) for each in box.groups)
    column = " · ".join(each for each in (box.column, box.kind, box.new) if each)
    cells = [box.name, column, ", ".join(box.hypotheses), str(own), str(passages)]
    return _row(view, box, cells, _box(box, pen), pen)


def claim(arrow: ArrowTold, pen: Pen) -> str:
    """What stands behind an arrow: where it comes from, its note, what became of it, its passages."""
    said = "".join(f"<p>{markup(each)}</p>" for each in (arrow.origin, arrow.note) if each)
    return said + lines(arrow.told) + groups(arrow.groups, pen)


def _box(box: BoxTold, pen: Pen) -> str:
    parts = [lines(box.told)]
    if box.inner:
        parts.append(f"<h4>{pen.say('inner')} ({len(box.inner)})</h4>")
    for each in box.inner:
        said = markup(f"{each.source} → {each.effect} → {each.target} ({each.state})")
        parts.append(f'<p class="inner">{said}</p>{claim(each, pen)}')
    return "".join(parts) + groups(box.groups, pen)


def _whole(view: ViewTold, pen: Pen) -> str:
    if not view.whole:
        return ""
    said = f"<summary>{pen.say('whole')} ({len(view.whole)})</summary>"
    return f'<details class="whole">{said}{groups(view.whole, pen)}</details>'


# -- what is behind a row --------------------------------------------------------------------------------------------


def lines(told: Iterable[Lines]) -> str:
    """Headings with lines under them."""
    return "".join(
        f"<h4>{markup(each.heading)}</h4><ul>{''.join(f'<li>{markup(one)}</li>' for one in each.lines)}</ul>"
        for each in told
    )


def groups(found: Iterable[Group], pen: Pen) -> str:
    """Passages under their headings, each with its count and what it comes to."""
    return "".join(_group(each, pen) for each in found)


def _group(group: Group, pen: Pen) -> str:
    words = f"<p>{markup(group.words)}</p>" if group.words else ""
    listed = f"<ol>{''.join(_passage(each, pen.register) for each in group.passages)}</ol>"
    head = f"<h4>{markup(group.heading)} ({len(group.passages)})</h4>"
    return head + words + (listed if group.passages else "")


def _passage(passage: PassageTold, register: Register) -> str:
    marks = {
        "s": passage.stance if passage.counted else "",
        "r": " ".join(map(str, register.roles_of(passage))),
        "c": register.case(passage) if register.groups else "",
    }
    said = "".join(f' data-{key}="{value}"' for key, value in marks.items() if value)
    by = "".join(f"<p>{markup(each)}</p>" for each in passage.by)
    # Tabs are words here: `markup` would show them as marks.
    text = "\t".join(markup(part) for part in passage.text.split("\t"))
    return f'<li data-p="{register.number(passage)}"{said}><q>{text}</q>{by}</li>'
