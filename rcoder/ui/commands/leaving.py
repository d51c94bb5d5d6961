"""Keys of the window that asks before a file leaves."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where

LEAVING = (
    Command("write", "y", Bilingual("Skriv filen", "Write the file"), "Writes the file: what was found may stand in it.", Where.LEAVING, "write it", 1, palette=False),
    Command("back", "escape", Bilingual("Skriv den ikke", "Do not write"), "From the places back to the findings; from there away, and nothing is written.", Where.LEAVING, "do not write", 2, palette=False),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between what was found and its places; Enter on a finding goes to its places.", Where.LEAVING, "places", 3, palette=False),
)  # fmt: skip
