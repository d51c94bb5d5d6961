"""Keys of the passages to look at again."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CODING = (
    Command("rechecks", "L", Bilingual("Se på igen", "Look at again"), "Opens your passages to look at again, since their code was merged into another or divided.", Where.CODING),
)  # fmt: skip

RECHECKS = (
    *(
        Command("give", str(digit), Bilingual(f"Kode {digit}", f"Code {digit}"), "Gives the passage that part of the code that was divided; the next one comes into hand.", Where.RECHECKS, argument=str(digit), palette=False)
        for digit in range(1, 10)
    ),
    Command("stays", "k", Bilingual("Bliver", "Stays"), "The passage keeps its code; Enter in the list does the same.", Where.RECHECKS, "stays", 1),
    Command("another", "c", Bilingual("En anden kode", "Another code"), "Chooses any other code for the passage.", Where.RECHECKS, "another code", 2),
    Command("open_place", "g", Bilingual("Åbn interviewet", "Open the interview"), "Opens the interview at the passage.", Where.RECHECKS, "open", 3),
    *taking_back(Where.RECHECKS, "undo", 4),
    Command("next_pane", "tab", Bilingual("Næste rude", "Next pane"), "Goes from the list to the interview, to the choices, and back.", Where.RECHECKS, "panes", 5, palette=False),
)  # fmt: skip
