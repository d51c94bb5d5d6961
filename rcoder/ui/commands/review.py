"""Keys of reviewing, of comments and of how something came about."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

_COMMENT = Bilingual("Kommentar", "Comment")
_COURSE = Bilingual("Hvordan blev det til?", "How did this come about?")

CONFIGURATIONS = (
    Command("comment", "C", _COMMENT, "Says something to the others about what is under the cursor, or shows what is said of it.", Where.CONFIGURATIONS),
    Command("course", "J", _COURSE, "Tells from the journal how it came about: who, when, what, why.", Where.CONFIGURATIONS),
)  # fmt: skip

CODEBOOK = (
    Command("course", "J", _COURSE, "Tells from the journal how the code under the cursor came about.", Where.CODEBOOK),
)  # fmt: skip

REVIEW = (
    Command("filter", "f", Bilingual("Filtrér", "Filter"), "Shows all, only what waits for you, or only what was superseded or rejected, in turn.", Where.REVIEW, "which", 2),
    Command("find", "slash", Bilingual("Find konfiguration", "Find a configuration"), "Finds a configuration by number, status or title.", Where.REVIEW, "find", 3),
    Command("course", "J", _COURSE, "Tells from the journal how the configuration under the cursor came about.", Where.REVIEW, "how it came about", 4),
    *taking_back(Where.REVIEW),
)  # fmt: skip

READING = (
    Command("accept", "a", Bilingual("Godkend", "Accept"), "Accepts the configuration as it stands on the screen.", Where.READING, "accept", 1),
    Command("return", "R", Bilingual("Send tilbage", "Return"), "Sends it back to its maker, with a reason or after a comment.", Where.READING, "return", 2),
    Command("comment", "C", _COMMENT, "Says something about what is under the cursor, or shows what is said of it.", Where.READING, "comment", 3),
    Command("next", "n", Bilingual("Næste", "Next"), "Goes on to the next configuration in the queue.", Where.READING, "next", 4),
    Command("previous", "N", Bilingual("Forrige", "Previous"), "Goes back to the one before.", Where.READING),
    Command("review", "r", Bilingual("Status", "Status"), "Gives it any other status; says which are usual.", Where.READING, "status", 5),
    Command("course", "J", _COURSE, "Tells from the journal how it came about.", Where.READING, "how it came about", 6),
    Command("open_place", "g", Bilingual("Åbn interviewet", "Open the interview"), "Opens the interview at the passage under the cursor, as Enter does; esc comes back.", Where.READING, "in the interview", 7),
    Command("workbench", "w", Bilingual("Arbejdsbordet", "Workbench"), "Opens it among the configurations, to change it.", Where.READING),
    *taking_back(Where.READING),
)  # fmt: skip

COMMENTS = (
    Command("comment", "C", _COMMENT, "Begins another conversation on the same part.", Where.COMMENTS, "new", 2),
    Command("answer", "a", Bilingual("Svar", "Answer"), "Answers in the conversation under the cursor, as Enter does.", Where.COMMENTS, "answer", 1),
    Command("resolve", "v", Bilingual("Afsluttet eller åben", "Resolved or open"), "Resolves the conversation, which stays visible; again opens it.", Where.COMMENTS, "resolve", 3),
    Command("words", "w", Bilingual("Skriv", "Words"), "Puts your own comment in other words.", Where.COMMENTS, "words", 4),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Removes your own comment, where nobody else has answered it.", Where.COMMENTS, "remove", 5),
    *taking_back(Where.COMMENTS, "undo", 6),
)  # fmt: skip

COURSE = (
    Command("open_place", "g", Bilingual("Åbn interviewet", "Open the interview"), "Opens the interview at the passage on the line, as Enter does; esc comes back.", Where.COURSE, "in the interview", 1),
    Command("turn_round", "o", Bilingual("Rækkefølge", "Order"), "The oldest first, or the latest.", Where.COURSE, "order", 2),
)  # fmt: skip
