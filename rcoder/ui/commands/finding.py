"""Keys of finding words: the doors from the coding screen, the list of hits, and the field above it."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CODING = (
    Command("find", "slash", Bilingual("Find ord", "Find words"), "Finds words in all interviews; after a search it goes back to its hits.", Where.CODING, "find", 7),
    Command("next_hit", "f3", Bilingual("Næste fund", "Next hit"), "Goes to the next hit of the last search, in whichever interview it is.", Where.CODING),
    Command("previous_hit", "shift+f3", Bilingual("Forrige fund", "Previous hit"), "Goes back to the hit before.", Where.CODING),
)  # fmt: skip

FIND = (
    Command("query", "slash,tab", Bilingual("Andre ord", "Other words"), "Goes to the field, to look for other words.", Where.FIND, "other words", 5),
    Command("code", "c", Bilingual("Kod", "Code"), "Opens the list of codes; the hit under the cursor gets the code, or all that are marked, in one deed.", Where.FIND, "code", 1),
    Command("mark", "space", Bilingual("Markér", "Mark"), "Marks the hit, to be coded together with others, or takes the mark off.", Where.FIND, "mark", 2),
    Command("mark_all", "A", Bilingual("Markér alle", "Mark all"), "Marks every hit of the search but those in interviewers' words, or takes all marks off.", Where.FIND, "all", 3),
    Command("unit", "p", Bilingual("Hvad kodes", "What is coded"), "A hit is coded as its sentence, as the words alone, or as the turn.", Where.FIND),
    Command("way", "w", Bilingual("Ordformer", "Word forms"), "Words with their forms, exact, with related words, or with typing errors forgiven.", Where.FIND, "way", 4),
    Command("interviewer", "o", Bilingual("Intervieweren", "The interviewer"), "Leaves out what interviewers say, or takes it in again.", Where.FIND, "interviewer", 8),
    Command("role", "r", Bilingual("Rolle", "Role"), "Only what people of one role said.", Where.FIND, "role", 6),
    Command("group", "g", Bilingual("Gruppe", "Group"), "Only in one group of cases, or one outcome group.", Where.FIND, "group", 7),
    Command("case", "k", Bilingual("Sag", "Case"), "Only in the interviews of one case.", Where.FIND),
    Command("interview", "i", Bilingual("Interview", "Interview"), "Only in one interview.", Where.FIND),
    Command("speaker", "v", Bilingual("Taler", "Speaker"), "Only what one speaker said, by name.", Where.FIND),
    Command("everywhere", "X", Bilingual("Overalt", "Everywhere"), "Looks everywhere again.", Where.FIND),
    Command("again", "full_stop", Bilingual("Samme kode igen", "Same code again"), "Gives the code that was used last.", Where.FIND),
    *taking_back(Where.FIND, "undo", 9),
    *(
        Command("recent", str(digit), Bilingual(f"Kode {digit}", f"Code {digit}"), "Gives the hit, or all that are marked, that recent code.", Where.FIND, argument=str(digit), palette=False)
        for digit in range(1, 10)
    ),
)  # fmt: skip

FINDING = (
    Command("to_hits", "enter,down,tab", Bilingual("Til fundene", "To the hits"), "Goes to the hits.", Where.FINDING, "to the hits", 1, palette=False),
    Command("leave", "escape", Bilingual("Tilbage", "Back"), "Goes back to the hits; where there are none, to the transcript.", Where.FINDING, "back", 2, palette=False),
)  # fmt: skip
