"""Keys of the framework matrix, its reading pages, the page of a case, and the windows in which they are written."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

FRAMEWORK = (
    Command("write", "w", Bilingual("Skriv", "Write the summary"), "Writes what the case says of the hypothesis, beside its passages, of which you tick those it rests on.", Where.FRAMEWORK, "write", 1),
    Command("one_case", "o", Bilingual("Én sag", "One case"), "Reads the case of the row through all hypotheses.", Where.FRAMEWORK, "one case", 2),
    Command("one_hypothesis", "h", Bilingual("Én hypotese", "One hypothesis"), "Reads the hypothesis of the column through all cases.", Where.FRAMEWORK, "one hypothesis", 3),
    Command("profile", "p", Bilingual("Sagsprofil", "Case profile"), "Opens the case of the row on one page.", Where.FRAMEWORK, "profile", 4),
    Command("filter_group", "g", Bilingual("Kun en gruppe", "Only a group"), "Shows the cases of one group, or all again; numbers are of those shown.", Where.FRAMEWORK, "group", 5),
    Command("choose_columns", "c", Bilingual("Kolonner", "Columns"), "Chooses the columns: the hypotheses of a codebook, or what stands under a code.", Where.FRAMEWORK, "columns", 6),
    Command("export", "e", Bilingual("Til en fil", "To a file"), "Writes the cases and columns shown to a file for Excel, Word, Markdown or CSV.", Where.FRAMEWORK, "file", 8),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove the summary"), "Removes your summary with the passages joined to it; codings stay.", Where.FRAMEWORK, "remove", 7),
    *taking_back(Where.FRAMEWORK, "undo", 9),
)  # fmt: skip

FRAME_READING = (
    Command("write", "w", Bilingual("Skriv", "Write the summary"), "Writes the summary under the cursor, beside its passages.", Where.FRAME_READING, "write", 1),
    Command("one_case", "o", Bilingual("Én sag", "One case"), "Reads the case under the cursor through all hypotheses; where it is read already, another.", Where.FRAME_READING, "one case", 2),
    Command("one_hypothesis", "h", Bilingual("Én hypotese", "One hypothesis"), "Reads the hypothesis under the cursor through all cases; where it is read already, another.", Where.FRAME_READING, "one hypothesis", 3),
    Command("profile", "p", Bilingual("Sagsprofil", "Case profile"), "Opens the case under the cursor on one page.", Where.FRAME_READING, "profile", 4),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove the summary"), "Removes your summary with the passages joined to it; codings stay.", Where.FRAME_READING, "remove", 5),
    *taking_back(Where.FRAME_READING, "undo", 6),
)  # fmt: skip

PROFILE = (
    Command("write", "w", Bilingual("Skriv", "Write"), "Writes the summary under the cursor, or changes the turning point.", Where.PROFILE, "write", 1),
    Command("add", "plus", Bilingual("Vendepunkt", "Turning point"), "Sets a turning point: what happened, when, which way it went, and the passages it rests on.", Where.PROFILE, "turning point", 2),
    Command("earlier", "shift+up", Bilingual("Tidligere", "Earlier"), "Moves your turning point before the one above.", Where.PROFILE),
    Command("later", "shift+down", Bilingual("Senere", "Later"), "Moves your turning point after the one below.", Where.PROFILE),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Removes your turning point or summary under the cursor with the passages joined to it; codings stay.", Where.PROFILE, "remove", 6),
    Command("one_case", "o", Bilingual("En anden sag", "Another case"), "Opens another case.", Where.PROFILE, "another case", 3),
    Command("values", "v", Bilingual("Oplysninger", "What is known"), "Says what is known of the case: its attributes, each by a key, unknown apart from no.", Where.PROFILE, "values", 4),
    Command("conditions", "s", Bilingual("Understøttende forhold", "Support conditions"), "Opens the support conditions of the case, as each of its roles tells them.", Where.PROFILE, "conditions", 5),
    Command("about_case", "A", Bilingual("Om sagen", "About the case"), "Opens what is known of the case and its interviews, to be put right.", Where.PROFILE),
    Command("memos", "M", Bilingual("Memoer om sagen", "Memos on the case"), "Opens the memos on the case.", Where.PROFILE),
    Command("export", "e", Bilingual("Til en fil", "To a file"), "Writes the page to a Markdown file.", Where.PROFILE, "file", 8),
    *taking_back(Where.PROFILE, "undo", 7),
)  # fmt: skip

RESTING = (
    Command("tick", "space", Bilingual("Hviler på", "Rests on"), "Lets it rest on the passage under the cursor, or no longer.", Where.RESTING, palette=False),
    Command("attach", "e", Bilingual("Anden passage", "Another passage"), "In the list: finds another coded passage of the case.", Where.RESTING, palette=False),
    Command("other_sign", "ctrl+t", Bilingual("Hvilken vej", "Which way"), "Of a turning point: for the better, for the worse, neither, in turn.", Where.RESTING, palette=False),
)  # fmt: skip

DOORS = (
    Command("profile", "p", Bilingual("Sagsprofil", "Case profile"), "Opens the case of this row on one page.", Where.BOARD, "profile", 8),
    Command("profile", "p", Bilingual("Sagsprofil", "Case profile"), "Opens the case on one page: what is known, who was interviewed, what is made of it, how it went.", Where.ABOUT_CASE, "profile", 8),
    Command("turning_point", "Y", Bilingual("Vendepunkt", "Turning point"), "Sets a turning point of the case, resting on the passage; where the road forks.", Where.CODING),
)  # fmt: skip
"""The ways to it from other screens."""
