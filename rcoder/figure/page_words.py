"""The words of the HTML figure, by place."""

from __future__ import annotations

from rcoder.domain.words import Bilingual

UI: dict[str, Bilingual] = {
    "views": Bilingual("Teorier", "Theories"),
    "overall": Bilingual("Samlet", "Overall"),
    "to_figure": Bilingual("Gå til figuren", "Go to the figure"),
    "to_table": Bilingual("Gå til tabellerne", "Go to the tables"),
    "figure": Bilingual("Figur", "Figure"),
    "tools": Bilingual("Filtre og søgning", "Filters and search"),
    "all": Bilingual("alle", "all"),
    "hypothesis": Bilingual("Hypotese", "Hypothesis"),
    "horizon": Bilingual("Fører til", "Leads to"),
    "role": Bilingual("Rolle", "Role"),
    "group": Bilingual("Sager", "Cases"),
    "stance": Bilingual("Belæg", "Evidence"),
    "state": Bilingual("Tilstand", "State"),
    "least": Bilingual("Mindst passager", "Passages at least"),
    "evidence": Bilingual("Kun med belæg", "Only with evidence"),
    "clear": Bilingual("Ryd filtre", "Clear filters"),
    "search": Bilingual("Søg (/)", "Search (/)"),
    "earlier": Bilingual("Forrige", "Previous"),
    "next": Bilingual("Næste", "Next"),
    "fit": Bilingual("Tilpas", "Fit"),
    "larger": Bilingual("Større", "Larger"),
    "smaller": Bilingual("Mindre", "Smaller"),
    "print": Bilingual("Udskriv", "Print"),
    "close": Bilingual("Luk", "Close"),
    "hint": Bilingual(
        "Klik på en pil eller boks. Tastatur: Tab til figuren, piletaster fra boks til pil til boks, "
        "Enter åbner, Esc lukker.",
        "Click an arrow or a box. Keyboard: Tab to the figure, arrow keys from box to arrow to box, "
        "Enter opens, Esc closes.",
    ),
    "shown": Bilingual(
        "Filter: {what}. Det rammer {shown} af {all} pile. Tallene på figur og i tabeller er for hele teorien, "
        "ikke for udsnittet.",
        "Filter: {what}. It meets {shown} of {all} arrows. Numbers in figure and tables are for the whole theory, "
        "not for the cut.",
    ),
    "bright": Bilingual(
        "Filtret rammer {shown} af {all} passager her; de andre er nedtonet.",
        "The filter meets {shown} of {all} passages here; the others are dimmed.",
    ),
    "hits": Bilingual(
        "{boxes} bokse, {arrows} pile, {passages} passager; {at} af {all} steder",
        "{boxes} boxes, {arrows} arrows, {passages} passages; {at} of {all} places",
    ),
    "no_hits": Bilingual("ingen fund", "nothing found"),
    "walk_arrow": Bilingual("pil {at} af {all}", "arrow {at} of {all}"),
    "walk_box": Bilingual("boks {at} af {all} i {column}", "box {at} of {all} in {column}"),
    "walk_end": Bilingual("Ingen pil den vej.", "No arrow that way."),
    "opened": Bilingual("Åbnet: {name}", "Opened: {name}"),
    "closed": Bilingual("Lukket", "Closed"),
    "arrow_table": Bilingual("Pilene som tabel", "The arrows as a table"),
    "box_table": Bilingual("Boksene som tabel", "The boxes as a table"),
    "cells": Bilingual(
        "For, imod og forfiner: passager, som tæller · sager af dem, der er kodet til ende "
        "(+ yderligere sager, som ikke er kodet til ende eller er uden interview).",
        "For, against and refining: passages that count · cases of those coded to the end "
        "(+ further cases not coded to the end or without interview).",
    ),
    "whole": Bilingual(
        "Belæg for hele konfigurationer (ikke på pilene)",
        "Evidence on whole configurations (not on the arrows)",
    ),
    "from": Bilingual("Fra", "From"),
    "effect": Bilingual("Virkning", "Effect"),
    "to": Bilingual("Til", "To"),
    "configurations": Bilingual("Konfigurationer", "Configurations"),
    "for": Bilingual("For", "For"),
    "against": Bilingual("Imod", "Against"),
    "refining": Bilingual("Forfiner", "Refining"),
    "hypotheses": Bilingual("Hypoteser", "Hypotheses"),
    "box": Bilingual("Boks", "Box"),
    "column": Bilingual("Kolonne", "Column"),
    "passages": Bilingual("Passager", "Passages"),
    "behind": Bilingual("Hvad den rummer", "What is behind it"),
    "origin": Bilingual("Hvor den er fra", "Where it is from"),
    "turn": Bilingual("replik", "turn"),
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
        "Uden JavaScript vises figurer og tabeller, og hver række åbner sine passager; filtre, søgning og panel kræver JavaScript.",
        "Without JavaScript figures and tables are shown, and each row opens its passages; filters, search and panel need JavaScript.",
    ),
    "quoted": Bilingual("Citeret", "Quoted"),
    "edited": Bilingual("Redigeret", "Edited"),
    "translation": Bilingual("Oversat", "Translated"),
    "member": Bilingual("Hører til kerneelementet", "Belongs to the core element"),
}
"""What the page says, by place; words in braces are filled in by the page itself."""

IN_SCRIPT = (
    "all",
    "arrows",
    "bright",
    "closed",
    "configurations",
    "hits",
    "hypotheses",
    "no_hits",
    "none",
    "opened",
    "shown",
    "state",
    "walk_arrow",
    "walk_box",
    "walk_end",
)  # fmt: skip
"""Keys of the words that the script says."""
