"""Keys of corrected transcripts: the doors from the coding screen, passages in doubt, earlier texts."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CODING = (
    Command("doubts", "d", Bilingual("Rettet: hvad ændrede sig", "Corrected: what changed"), "Opens the passages that corrected texts changed inside or lost, to be decided on.", Where.CODING, "doubts", 19),
    Command("reimport", "R", Bilingual("Rettet tekst", "A corrected text"), "Gives the open interview a corrected text from a file; its passages are found again.", Where.CODING),
    Command("earlier", "E", Bilingual("Tidligere tekst", "Earlier text"), "Opens the text that the open interview had before it was corrected, to be read.", Where.CODING),
)  # fmt: skip

DOUBTS = (
    Command("keep", "k", Bilingual("Behold", "Keep"), "Leaves the passage as it is: in its new place, or, if it is lost, in the earlier text.", Where.DOUBTS, "keep", 1),
    Command("place", "p", Bilingual("Sæt på det valgte", "Place on the selection"), "Puts the passage on what is selected in the transcript, or on the sentence under its cursor.", Where.DOUBTS, "place", 2),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Removes the passage; undo brings it back.", Where.DOUBTS, "remove", 3),
    Command("next_doubt", "n", Bilingual("Næste", "Next"), "Goes to the next passage that waits for a decision.", Where.DOUBTS, "next", 4),
    Command("previous_doubt", "N", Bilingual("Forrige", "Previous"), "Goes back to the passage before that waits for one.", Where.DOUBTS),
    Command("other_text", "t", Bilingual("Den anden tekst", "The other text"), "Shows the text before the correction beside it, and the present one again.", Where.DOUBTS, "text before", 5),
    Command("open_place", "g", Bilingual("Åbn interviewet", "Open the interview"), "Opens the interview at the passage; a lost one in the earlier text.", Where.DOUBTS, "open", 6),
    *taking_back(Where.DOUBTS, "undo", 7),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between the list and the transcript, where words are selected.", Where.DOUBTS, "panes", 8, palette=False),
)  # fmt: skip

EARLIER = (
    Command("older", "left_square_bracket", Bilingual("Ældre tekst", "Older text"), "Opens the text before this one.", Where.EARLIER, "older", 1),
    Command("newer", "right_square_bracket", Bilingual("Nyere tekst", "Newer text"), "Opens the text after this one, in the end the present one.", Where.EARLIER, "newer", 2),
    Command("copy", "ctrl+c", Bilingual("Kopiér", "Copy"), "Copies the words of the passage.", Where.EARLIER),
)  # fmt: skip

CORRECTING = (
    Command("take", "ctrl+s", Bilingual("Hent den ind", "Bring it in"), "Gives the interview the corrected text.", Where.CORRECTING, "bring it in", palette=False),
    Command("cancel", "escape", Bilingual("Fortryd", "Leave"), "Leaves and changes nothing.", Where.CORRECTING, "leave", palette=False),
)  # fmt: skip
