"""The signs of what bears on a claim, the same on screen, in tables and in figures, so that colour alone never tells."""

from __future__ import annotations

from rcoder.domain.words import Material, Stance

STANCE_SIGNS: dict[Stance, str] = {
    Stance.SUPPORTS: "●",
    Stance.CONTRADICTS: "○",
    Stance.REFINES: "△",
    Stance.NEW: "✚",
}
"""Each in one cell; + and − are left to effects and to outcomes."""

MIXED = "◐"
"""Instead of supports and contradicts, where both are there."""

MATERIAL_SIGNS: dict[Material, str] = {
    Material.SURVEY: "#",
    Material.REGISTER: "#",
    Material.DOCUMENT: "§",
}
"""Of figures and of documents, before their stance."""
