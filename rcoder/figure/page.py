"""A change theory as one HTML file that opens anywhere: figures, words behind them, no network."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files

from rcoder.domain.theory import ChangeTheory
from rcoder.domain.words import Bilingual
from rcoder.figure.spoken import view_words
from rcoder.figure.svg import picture
from rcoder.figure.text import label, markup

_SCRIPT = files("rcoder.figure").joinpath("panel.js").read_text(encoding="utf-8")
_STYLE = files("rcoder.figure").joinpath("panel.css").read_text(encoding="utf-8")

UI: dict[str, Bilingual] = {
    "views": Bilingual("Teorier", "Theories"),
    "hypothesis": Bilingual("Hypotese", "Hypothesis"),
    "all": Bilingual("alle", "all"),
    "evidence": Bilingual("Vis pile uden belæg", "Show arrows without evidence"),
    "fit": Bilingual("Tilpas", "Fit"),
    "larger": Bilingual("Større", "Larger"),
    "smaller": Bilingual("Mindre", "Smaller"),
    "table": Bilingual("Pilene som tabel", "The arrows as a table"),
    "whole": Bilingual(
        "Belæg for hele konfigurationer (ikke på pilene)",
        "Evidence on whole configurations (not on the arrows)",
    ),
    "close": Bilingual("Luk", "Close"),
    "from": Bilingual("Fra", "From"),
    "effect": Bilingual("Virkning", "Effect"),
    "to": Bilingual("Til", "To"),
    "state": Bilingual("Tilstand", "State"),
    "configurations": Bilingual("Konfigurationer", "Configurations"),
    "for": Bilingual("Passager for", "Passages for"),
    "against": Bilingual("Passager imod", "Passages against"),
    "refining": Bilingual("Forfiner", "Refining"),
    "cases": Bilingual("Sager for", "Cases for"),
    "hint": Bilingual(
        "Klik på en pil eller boks, eller gå til den med Tab og tryk Enter.",
        "Click an arrow or a box, or reach it with Tab and press Enter.",
    ),
    "case": Bilingual("Sag", "Case"),
    "nocase": Bilingual("ingen sag", "no case"),
    "general": Bilingual("generel erfaring", "in general"),
    "coders": Bilingual("Kodet af", "Coded by"),
    "memo": Bilingual("Memo", "Memo"),
    "elements": Bilingual("Elementer i boksen", "Elements in the box"),
    "inner": Bilingual("Forbindelser inden i boksen", "Links within the box"),
    "arrows": Bilingual("Pile", "Arrows"),
    "none": Bilingual("Ingen passager.", "No passages."),
    "noscript": Bilingual(
        "Uden JavaScript vises figurerne og tabellerne, men ikke passagerne.",
        "Without JavaScript the figures and tables are shown, but not the passages.",
    ),
    "hypotheses": Bilingual("Hypoteser", "Hypotheses"),
    "overall": Bilingual("Samlet", "Overall"),
    "quoted": Bilingual("Citeret", "Quoted"),
    "edited": Bilingual("Redigeret", "Edited"),
    "translation": Bilingual("Oversat", "Translated"),
    "member": Bilingual("Hører til kerneelementet", "Belongs to the core element"),
}
"""The words of the page, by place."""


def script_hash(script: str) -> str:
    """What the content security policy says of the one inline script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def embedded(records: object) -> str:
    """JSON that cannot end the script element it stands in."""
    said = json.dumps(records, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (
        said.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def tabs_of(theories: Sequence[ChangeTheory], language: str) -> str:
    """The tabs of several figures; hidden for one."""
    said = "".join(
        f'<a href="#view={place}" role="tab" id="tab-{place}" aria-controls="view-{place}" title="{markup(label(theory.title.say(language)))}">{markup(_tab(theory, language))}</a>'
        for place, theory in enumerate(theories)
    )
    name = markup(UI["views"].say(language))
    return f'<nav role="tablist" aria-label="{name}"{" hidden" if len(theories) < 2 else ""}>{said}</nav>'


def _tab(theory: ChangeTheory, language: str) -> str:
    """A tab's few words: the key of a mini theory; the whole title is its tooltip."""
    return UI["overall"].say(language) if theory.key == "overall" else label(theory.key)


def _tools(language: str, ui: Mapping[str, Bilingual]) -> str:
    say = {key: markup(words.say(language)) for key, words in ui.items()}
    return (
        f'<div class="tools"><label>{say["hypothesis"]} <select id="hypothesis"><option value="">{say["all"]}</option></select></label>'
        f'<label><input type="checkbox" id="evidence" checked> {say["evidence"]}</label>'
        f'<span class="zoom"><button type="button" id="smaller" title="{say["smaller"]}" aria-label="{say["smaller"]}">−</button>'
        f'<button type="button" id="fit">{say["fit"]}</button>'
        f'<button type="button" id="larger" title="{say["larger"]}" aria-label="{say["larger"]}">+</button></span>'
        f'<span class="hint">{say["hint"]}</span></div>'
    )


def _table(view: dict[str, object], language: str) -> str:
    heads = ("from", "effect", "to", "state", "hypotheses", "for", "against", "refining", "cases")
    rows = []
    for arrow in view["arrows"]:  # type: ignore[attr-defined]  # made by view_words two lines up the call
        found = arrow["counts"] if arrow["cases"] else ["", "", ""]
        cells = (
            arrow["source"],
            arrow["effect"],
            arrow["target"],
            arrow["state"],
            ", ".join(arrow["hypotheses"]),
            *found,
            arrow["cases"],
        )
        link = f'<a href="#arrow={markup(arrow["element"])}" data-open="{markup(arrow["element"])}">{markup(cells[0])}</a>'
        rows.append(
            f"<tr><td>{link}</td>" + "".join(f"<td>{markup(str(cell))}</td>" for cell in cells[1:]) + "</tr>"
        )
    head = "".join(f'<th scope="col">{markup(UI[each].say(language))}</th>' for each in heads)
    return (
        f'<details class="table"><summary>{markup(UI["table"].say(language))} ({len(rows)})</summary>'
        f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div></details>'
    )


def _view(theory: ChangeTheory, view: dict[str, object], place: int, language: str) -> str:
    whole = f'<details class="whole"><summary>{markup(UI["whole"].say(language))} ({len(theory.whole)})</summary><div class="list"></div></details>'
    return (
        f'<section class="view" id="view-{place}" role="tabpanel" aria-labelledby="tab-{place}">'
        f'<div class="scroll" tabindex="0">{picture(theory, language, f"v{place}-")}</div>'
        f"{_table(view, language)}{whole if theory.whole else ''}</section>"
    )


def draw_html(theory: ChangeTheory, *, language: str = "da", others: Sequence[ChangeTheory] = ()) -> str:
    """The theory and the `others` (mini theories) as tabs of one self-contained page in `language`."""
    theories = (theory, *others)
    views = [view_words(each, f"v{place}-", language) for place, each in enumerate(theories)]
    title = label(" · ".join(part for part in (theory.study, theory.title.say(language)) if part))
    sections = "".join(
        _view(each, view, place, language)
        for place, (each, view) in enumerate(zip(theories, views, strict=True))
    )
    return whole_page(title, tabs_of(theories, language), sections, views, language=language)


def whole_page(
    title: str,
    tabs: str,
    sections: str,
    views: Sequence[object],
    *,
    language: str,
    ui: Mapping[str, Bilingual] = UI,
) -> str:
    """One self-contained file of figures: `tabs` and `sections` are markup, `views` what the panel says of them."""
    records = {"views": views, "ui": {key: words.say(language) for key, words in ui.items()}}
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src '{script_hash(_SCRIPT)}'"
    close = markup(ui["close"].say(language))
    return (
        f'<!DOCTYPE html>\n<html lang="{"en" if language == "en" else "da"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{markup(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<noscript><p>{markup(ui['noscript'].say(language))}</p></noscript>\n"
        f"<header>{tabs}{_tools(language, ui)}</header>\n<main>{sections}</main>\n"
        f'<aside id="panel" hidden aria-live="polite" tabindex="-1"><button type="button" id="close">{close} (Esc)</button><div id="panel-words"></div></aside>\n'
        f'<script type="application/json" id="records">{embedded(records)}</script>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n'
    )
