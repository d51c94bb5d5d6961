"""Keys of the codebook and its windows."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CODEBOOK = (
    Command("add", "plus", Bilingual("Ny", "Add"), "Adds a hypothesis, or a support condition or code under the line under the cursor.", Where.CODEBOOK, "add", 2),
    Command("words", "w", Bilingual("Skriv", "Words"), "Changes the texts under the cursor; in the tree it asks which.", Where.CODEBOOK, "words", 3),
    Command("retire", "x,delete", Bilingual("Brug ikke længere, eller igen", "Retire, or bring back"), "No longer offers it for coding, its codings stay; a retired one is brought back.", Where.CODEBOOK, "retire", 4),
    Command("shift_to", "M", Bilingual("Flyt", "Move"), "Moves a code or support condition under another hypothesis or code.", Where.CODEBOOK, "move", 5),
    Command("rename", "r", Bilingual("Omdøb", "Rename"), "Gives the entry another label, in Danish and English; its key stays.", Where.CODEBOOK, "rename", 6),
    Command("merge", "m", Bilingual("Slå sammen", "Merge"), "Merges the code into another: its passages and all that rests on it go there, and are listed to be looked at again.", Where.CODEBOOK, "merge", 6),
    Command("divide", "v", Bilingual("Del koden", "Divide"), "Makes new codes beside the code; its passages are listed to be looked at again.", Where.CODEBOOK, "divide", 6),
    Command("split", "s", Bilingual("Del hypotesen", "Split the hypothesis"), "Splits a hypothesis: names its parts, then each code, box and configuration goes to one by one key.", Where.CODEBOOK, "split", 7),
    Command("find", "slash", Bilingual("Søg", "Filter"), "Shows only what fits the letters you type; esc shows all again.", Where.CODEBOOK, "filter", 1),
    Command("kind", "k", Bilingual("Slags", "Kind"), "Chooses the usual kind of a code or support condition.", Where.CODEBOOK),
    Command("sign", "p", Bilingual("Fortegn", "Sign"), "A code, or a barrier or bad outcome.", Where.CODEBOOK),
    Command("horizon", "h", Bilingual("Sigt", "Term"), "Short, medium or long term, of an outcome.", Where.CODEBOOK),
    Command("actor", "a", Bilingual("Aktører", "Actors"), "Chooses an actor, or takes one off.", Where.CODEBOOK),
    Command("remove", "X", Bilingual("Fjern helt", "Remove"), "Takes a code that nothing rests on out of the codebook.", Where.CODEBOOK),
    Command("write_file", "W", Bilingual("Skriv til fil", "Write to a file"), "Writes the codebook into its YAML file; in one that is there only what differs is touched.", Where.CODEBOOK),
    Command("rechecks", "L", Bilingual("Se på igen", "Look at again"), "Opens your passages to look at again, since their code was merged into another or divided.", Where.CODEBOOK),
    *taking_back(Where.CODEBOOK, "undo", 8),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between the tree and the entry; on a narrow screen it brings the entry forward.", Where.CODEBOOK, "entry", 9, palette=False),
)  # fmt: skip

FILTER = (
    Command("to_tree", "enter,down", Bilingual("Til listen", "To the list"), "Goes to the lines that fit.", Where.FILTER, palette=False),
    Command("clear", "escape", Bilingual("Vis alt", "Show all"), "Shows all lines again.", Where.FILTER, palette=False),
)  # fmt: skip

PASSAGES = (
    Command("recode", "c", Bilingual("Anden kode", "Another code"), "Gives your coding under the cursor another code.", Where.PASSAGES, "another code", 1, palette=False),
    Command("cancel", "escape", Bilingual("Tilbage", "Back"), "Goes back to the codebook.", Where.PASSAGES, "back", 2, palette=False),
)  # fmt: skip

SPLITTING = (
    *(
        Command("give", str(digit), Bilingual(f"Til del {digit}", f"To part {digit}"), "The line under the cursor goes to that part, and the cursor goes on.", Where.SPLITTING, argument=str(digit), palette=False)
        for digit in range(1, 10)
    ),
    Command("give_all", "0", Bilingual("Til alle", "To all"), "A box or configuration goes to every part; a code goes to one only.", Where.SPLITTING, palette=False),
    Command("add", "plus", Bilingual("Én del til", "One part more"), "Names a further part.", Where.SPLITTING, palette=False),
    Command("words", "w", Bilingual("Skriv", "Words"), "Changes the key and the words of a part.", Where.SPLITTING, palette=False),
    Command("accept", "ctrl+s", Bilingual("Videre", "Go on"), "Shows what goes where; only then is it done.", Where.SPLITTING, palette=False),
    Command("cancel", "escape", Bilingual("Tilbage", "Leave"), "Leaves; the hypothesis stays whole.", Where.SPLITTING, palette=False),
)  # fmt: skip
