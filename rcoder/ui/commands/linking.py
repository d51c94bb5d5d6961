"""Keys of linked coding: on the coding screen, and in the strip where a configuration comes about."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where

CODING = (
    Command("link_here", "l", Bilingual("Forbind kodningerne her", "Link the codings here"), "Ties your codings of the selection, else of the turn, into a configuration; Enter or l again makes it, with the passage as support.", Where.CODING, "link", 4),
)  # fmt: skip

LINKING = (
    Command("make", "enter,l", Bilingual("Lav den", "Make it"), "Makes the configuration, or brings the codings into the one that was chosen; the passage supports each link.", Where.LINKING, palette=False),
    Command("supports", "s", Bilingual("Støtter", "Supports"), "The passage supports the links: it makes the configuration, or joins the passage to the links marked in the one that was chosen.", Where.LINKING, palette=False),
    Command("contradicts", "c", Bilingual("Taler imod", "Contradicts"), "The same with the passage contradicting them; what is coded as absent or weak is then the thing it speaks against.", Where.LINKING, palette=False),
    Command("refines", "r", Bilingual("Forfiner", "Refines"), "The same with the passage refining them.", Where.LINKING, palette=False),
    Command("cancel", "escape", Bilingual("Drop", "Drop it"), "Leaves and changes nothing.", Where.LINKING, palette=False),
    Command("part_right", "right,tab", Bilingual("Næste del", "Next part"), "Goes to the part or link after.", Where.LINKING, "go", 1, palette=False, show_keys="→"),
    Command("part_left", "left,shift+tab", Bilingual("Forrige del", "Previous part"), "Goes to the part or link before.", Where.LINKING, palette=False, show_keys="←"),
    Command("leave_out", "x,delete", Bilingual("Lad være ude", "Leave out"), "Leaves the part under the cursor out, or takes it in again.", Where.LINKING, "out", 4, palette=False),
    Command("turn", "t", Bilingual("Vend", "Turn"), "The link that the part under the cursor begins promotes or hinders.", Where.LINKING, "turn", 3, palette=False),
    Command("tie", "space", Bilingual("Bind", "Tie"), "Ties a part that stands beside the others, or lets it stand beside them; marks a link of the configuration that was chosen.", Where.LINKING, "tie or mark", 2, palette=False),
    Command("other_down", "down", Bilingual("En anden", "Another"), "Puts another part of the same kind in its place.", Where.LINKING, "another", 5, palette=False),
    Command("other_up", "up", Bilingual("En anden før", "Another before"), "Puts another part of the same kind in its place, going back.", Where.LINKING, palette=False),
    Command("later", "shift+right", Bilingual("Senere", "Later"), "Moves the part after the next of its kind.", Where.LINKING, "order", 6, palette=False),
    Command("earlier", "shift+left", Bilingual("Tidligere", "Earlier"), "Moves the part before the one of its kind.", Where.LINKING, palette=False),
    Command("others", "o", Bilingual("Andres kodninger", "Others' codings"), "Takes the codings of others along, as far as you see them, or leaves them again.", Where.LINKING, palette=False),
    Command("brings_new", "n", Bilingual("Nyt", "New"), "The same with the passage bringing something new, that fits nothing in the theory yet.", Where.LINKING, palette=False),
    Command("new", "0", Bilingual("En ny", "A new one"), "Goes back to a new configuration, after a digit.", Where.LINKING, palette=False),
    Command("show_help", "f1", Bilingual("Hjælp", "Help"), "Shows every key of the strip.", Where.LINKING, "help", 7, palette=False),
    Command("any", "k", Bilingual("En anden konfiguration", "Any configuration"), "Opens the list of all configurations for the passage.", Where.LINKING, palette=False),
    *(
        Command("choose", str(digit), Bilingual(f"Konfiguration {digit}", f"Configuration {digit}"), "Chooses a configuration that is near the passage.", Where.LINKING, argument=str(digit), palette=False)
        for digit in range(1, 10)
    ),
)  # fmt: skip
