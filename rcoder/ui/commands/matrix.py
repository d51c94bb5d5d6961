"""Keys of comparisons."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

MATRIX = (
    Command("question", "q", Bilingual("Spørgsmål", "Question"), "Chooses what is compared: evidence, codes, conditions, kinds, groups, perspectives.", Where.MATRIX, "question", 1),
    Command("filter", "f", Bilingual("Kun noget", "Only some"), "Shows a hypothesis or code with what stands under it, the hypotheses rolled up, or everything.", Where.MATRIX, "filter", 2),
    Command("split", "g", Bilingual("Grupper", "Groups"), "Puts groups of cases side by side: a group, an attribute, or a condition that you write.", Where.MATRIX, "groups", 3),
    Command("compared_on", "o", Bilingual("Sammenlignes på", "Compared on"), "Compares the groups on codes, configurations or support conditions.", Where.MATRIX, "on", 4),
    Command("role", "r", Bilingual("Kun en rolle", "Only a role"), "Counts only what people of a role or role group say; what it is counted of follows.", Where.MATRIX, "role", 5),
    Command("level", "l", Bilingual("Niveau", "Level"), "Shows configurations as they are drawn, all of them, or those of one level.", Where.MATRIX, "level", 7),
    Command("status", "s", Bilingual("Status", "Status"), "Shows configurations of one status, or all.", Where.MATRIX, "status", 8),
    Command("export", "e", Bilingual("Skriv til en fil", "Write to a file"), "Writes the table as Excel, Word, a page, Markdown or CSV.", Where.MATRIX, "export", 6),
    Command("notes", "i", Bilingual("Hvad tallene er", "What the numbers are"), "Says what is counted and of what, and the warnings whole.", Where.MATRIX, "notes", 9),
    Command("hide", "h", Bilingual("Skjul tomme rækker", "Hide empty rows"), "Leaves out the rows in which nothing stands, or shows them again; nothing said is worth knowing too.", Where.MATRIX, "hide empty", 11),
    Command("find_line", "slash", Bilingual("Gå til", "Go to"), "Goes to a row or column by a few letters.", Where.MATRIX, "go to", 10),
    Command("columns_on", "ctrl+right", Bilingual("Side til højre", "Columns on"), "Goes a screenful of columns on.", Where.MATRIX, palette=False),
    Command("columns_back", "ctrl+left", Bilingual("Side til venstre", "Columns back"), "Goes a screenful of columns back.", Where.MATRIX, palette=False),
    *taking_back(Where.MATRIX),
)  # fmt: skip
