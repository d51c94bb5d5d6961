"""A change theory as one HTML file that opens anywhere: figures, tables, the words behind them; no network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from rcoder.domain.page_policy import policy
from rcoder.domain.roles import in_role_order
from rcoder.domain.terms import say
from rcoder.domain.theory import ChangeTheory
from rcoder.domain.words import Bilingual, Stance
from rcoder.figure.page_lean import Names
from rcoder.figure.page_safety import embedded
from rcoder.figure.page_tables import Pen, Register, tables
from rcoder.figure.page_words import IN_SCRIPT, UI
from rcoder.figure.spoken import view_words
from rcoder.figure.svg import picture
from rcoder.figure.text import label, markup
from rcoder.figure.told import ArrowTold, ViewTold
from rcoder.fonts import font_faces

_SCRIPTS = ("page", "view", "panel", "card", "walk", "filter", "search", "start")
_HERE = files("rcoder.figure")

Cases = Sequence[tuple[str, frozenset[str]]]
"""Groups of cases: name and the ids of the cases in it."""


def script() -> str:
    """The page's one script."""
    parts = (_HERE.joinpath("script", f"{each}.js").read_text(encoding="utf-8").rstrip() for each in _SCRIPTS)
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"


def style() -> str:
    """The page's one style sheet, with the font in it."""
    return font_faces() + "\n" + _HERE.joinpath("script", "page.css").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a page: its theory, its drawing and what is said of it."""

    theory: ChangeTheory
    drawing: str
    view: ViewTold
    after: str = ""
    """Markup that follows the tables."""


def draw_html(
    theory: ChangeTheory,
    *,
    language: str = "da",
    others: Sequence[ChangeTheory] = (),
    source: str = "",
    groups: Cases = (),
) -> str:
    """The theory and the `others` (mini theories) as figures of one self-contained page in `language`.

    `source` is the line that says where it comes from; `groups` are groups of cases to filter by.
    """
    figures = []
    for place, each in enumerate((theory, *others)):
        prefix = f"v{place}-"
        drawing = picture(each, language, prefix, source=source)
        figures.append(Figure(each, drawing, view_words(each, prefix, language)))
    title = label(" · ".join(part for part in (theory.study, theory.title.say(language)) if part))
    return whole_page(title, figures, language=language, source=source, groups=groups)


def whole_page(
    title: str,
    figures: Sequence[Figure],
    *,
    language: str,
    source: str = "",
    groups: Cases = (),
    ui: Mapping[str, Bilingual] = UI,
) -> str:
    """One self-contained file of figures."""
    found = [each.view for each in figures]
    register = Register(_roles(found), tuple((label(name), cases) for name, cases in groups))
    pen = Pen(language, ui, register)
    sections = "".join(_section(each, place, pen) for place, each in enumerate(figures))
    records = {
        "views": [_record(each, pen.names) for each in found],
        "ui": {key: ui[key].say(language) for key in IN_SCRIPT},
        "roles": register.roles,
        "groups": [[name, register.cases_in(cases)] for name, cases in register.groups],
        "stances": [[each.value, say(each, language)] for each in Stance],
    }
    code, sheet = script(), style()
    foot = f'<footer class="soft">{markup(label(source))}</footer>\n' if source else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{"en" if language == "en" else "da"}">\n<head>\n<meta charset="utf-8">\n'
        f"{policy(sheet, code)}\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{markup(title)}</title>\n<style>{sheet}</style>\n</head>\n<body>\n"
        f"{_head(title, figures, pen)}<main>{sections}</main>\n{foot}{_panel(pen)}"
        f'<script type="application/json" id="records">{embedded(records)}</script>\n<script>{code}</script>\n</body>\n</html>\n'
    )


# -- what is above, beside and below the figures ---------------------------------------------------------------------


def _head(title: str, figures: Sequence[Figure], pen: Pen) -> str:
    skips = (
        f'<p class="skips"><a href="#view-0">{pen.say("to_figure")}</a> '
        f'<a href="#v0-arrow-table">{pen.say("to_table")}</a></p>'
    )
    return (
        f"{skips}<noscript><p>{pen.say('noscript')}</p></noscript>\n"
        f'<header><h1 class="unseen">{markup(title)}</h1>{_tabs(figures, pen)}{_tools(pen)}</header>\n'
    )


def _tabs(figures: Sequence[Figure], pen: Pen) -> str:
    """Links to the figures; hidden for one."""
    links = "".join(
        f'<a href="#view-{place}" title="{markup(each.view.title)}">{markup(_tab(each.theory, pen))}</a>'
        for place, each in enumerate(figures)
    )
    return f'<nav aria-label="{pen.say("views")}"{" hidden" if len(figures) < 2 else ""}>{links}</nav>'


def _tab(theory: ChangeTheory, pen: Pen) -> str:
    """A link's few words: the key of a mini theory; the whole title is its tooltip."""
    return pen.ui["overall"].say(pen.language) if theory.key == "overall" else label(theory.key)


def _tools(pen: Pen) -> str:
    """What needs the script, hidden until it runs."""
    chosen = "".join(
        f'<label>{pen.say(key)} <select id="{key}"><option value="">{pen.say("all")}</option></select></label>'
        for key in ("hypothesis", "horizon", "role", "group", "stance", "state")
    )
    buttons = "".join(
        f'<button type="button" id="{key}" title="{pen.say(key)}" aria-label="{pen.say(key)}">{sign}</button>'
        for key, sign in (("smaller", "−"), ("fit", "⤢"), ("larger", "+"))
    )
    return (
        f'<div class="tools" role="search" aria-label="{pen.say("tools")}" hidden>'
        f'<label>{pen.say("search")} <input type="search" id="words" autocomplete="off" spellcheck="false"></label>'
        f'<span class="steps"><button type="button" id="earlier" aria-label="{pen.say("earlier")}">↑</button>'
        f'<button type="button" id="next" aria-label="{pen.say("next")}">↓</button></span>'
        f'<output id="hits" for="words"></output>{chosen}'
        f'<label>{pen.say("least")} <input type="number" id="least" min="0" max="999" value="0"></label>'
        f'<label><input type="checkbox" id="evidence"> {pen.say("evidence")}</label>'
        f'<button type="button" id="clear">{pen.say("clear")}</button>'
        f'<span class="steps">{buttons}</span><button type="button" id="print">{pen.say("print")}</button>'
        f'<p class="hint">{pen.say("hint")}</p></div>'
    )


def _section(figure: Figure, place: int, pen: Pen) -> str:
    view = figure.view
    name = markup(f"{pen.ui['figure'].say(pen.language)}: {view.title}")
    return (
        f'<section class="view{" upright" if _upright(figure.drawing) else ""}" id="view-{place}" aria-labelledby="{view.prefix}title">'
        f'<h2 class="unseen" id="{view.prefix}title">{markup(view.title)}</h2>'
        f'<figure><figcaption class="shown" role="status"></figcaption><div class="scroll" tabindex="0" role="region" aria-label="{name}">{pen.names.lean(figure.drawing)}</div></figure>'
        f"{tables(view, pen)}{figure.after}</section>"
    )


def _upright(drawing: str) -> bool:
    """Whether it is higher than wide, and is printed on an upright page."""
    found = re.search(r'viewBox="0 0 (\d+) (\d+)"', drawing)
    return found is not None and int(found[2]) > int(found[1])


def _panel(pen: Pen) -> str:
    return (
        '<aside id="panel" hidden tabindex="-1" aria-labelledby="panel-name">'
        f'<button type="button" id="close">{pen.say("close")} (Esc)</button><div id="panel-words"></div></aside>\n'
        '<div id="card" hidden></div>\n<p id="say" class="unseen" role="status" aria-live="polite"></p>\n'
    )


# -- what the script goes by -----------------------------------------------------------------------------------------


def _roles(views: Iterable[ViewTold]) -> tuple[str, ...]:
    """Every role that says something on an arrow, in words."""
    return in_role_order(
        role
        for view in views
        for arrow in view.arrows
        for group in arrow.groups
        for passage in group.passages
        for role in passage.roles
    )


def _record(view: ViewTold, names: Names) -> dict[str, object]:
    hypotheses = {each for arrow in view.arrows for each in arrow.hypotheses}
    hypotheses |= {each for box in view.boxes for each in box.hypotheses}
    return {
        "prefix": view.prefix,
        "key": view.key,
        "hypotheses": sorted(hypotheses, key=lambda each: (len(each), each)),
        "horizons": [[key, name] for key, name, _ in view.horizons],
        "states": sorted({(each.state_key, each.state, each.meaning) for each in view.arrows}),
        "arrows": [_arrow(each, view, names) for each in view.arrows],
        "boxes": [
            {"element": names.short(each.element), "column": each.column, "hypotheses": each.hypotheses}
            for each in view.boxes
        ],
    }


def _arrow(arrow: ArrowTold, view: ViewTold, names: Names) -> dict[str, object]:
    return {
        "element": names.short(arrow.element),
        "hypotheses": arrow.hypotheses,
        "horizons": [key for key, _, on_way in view.horizons if arrow.element in on_way],
        "state": arrow.state_key,
        "plain": arrow.plain,
    }
