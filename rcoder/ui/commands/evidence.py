"""Keys of passages that bear on something, of the tray, of other material, and of the window of overviews."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

EVERYWHERE = (
    Command("overviews", "O", Bilingual("Overblik", "Overviews"), "Opens the window of overviews: one letter opens each of them.", Where.EVERYWHERE),
)  # fmt: skip

OVERVIEWS = (
    Command("cancel", "escape,O", Bilingual("Tilbage", "Leave"), "Goes back.", Where.OVERVIEWS, palette=False),
)  # fmt: skip

LISTED = (
    Command("open_place", "g", Bilingual("Åbn interviewet", "Open the interview"), "Opens the interview at the passage, as Enter does; there, g comes back to this line.", Where.LISTED, "in the interview", 1),
    Command("directness", "D", Bilingual("Sagt eller udledt", "Said or inferred"), "Whether the words say it or you infer it; of your own passages.", Where.LISTED, "said or inferred", 2),
    Command("prompting", "q", Bilingual("Af sig selv eller foranlediget", "Volunteered or prompted"), "Whether the respondent came with it or agreed to what was asked; of your own passages.", Where.LISTED, "prompted", 3),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between the passages and what was said round the one under the cursor.", Where.LISTED, "pane", 4, palette=False),
    *taking_back(Where.LISTED, "undo", 5),
)  # fmt: skip

CODING = (
    Command("to_tray", "P", Bilingual("I bakken", "In the tray"), "Puts the passage in the tray of passages that fit nothing yet, with a note. O t opens the tray.", Where.CODING),
)  # fmt: skip

CONFIGURATIONS = (
    Command("go_place", "g", Bilingual("Hen i interviewet", "Go to the passage"), "Opens the passage under the cursor in its interview, also from a comment on it; there, g comes back to this line.", Where.CONFIGURATIONS),
    Command("material", "E", Bilingual("Andet materiale", "Other material"), "Joins a survey row, a register figure or a document to what is under the cursor; it stands beside the passages and counts among none.", Where.CONFIGURATIONS),
    Command("to_tray", "P", Bilingual("Tilbage i bakken", "Back in the tray"), "Takes the passage under the cursor off and puts it in the tray.", Where.CONFIGURATIONS),
    Command("directness", "D", Bilingual("Sagt eller udledt", "Passage said or inferred"), "Whether the words of the passage say it or you infer it; of your own passages.", Where.CONFIGURATIONS),
    Command("prompting", "q", Bilingual("Af sig selv eller foranlediget", "Passage volunteered or prompted"), "Whether the respondent came with it or agreed to what was asked; of your own passages.", Where.CONFIGURATIONS),
)  # fmt: skip

TRAY = (
    Command("attach", "e", Bilingual("Giv den en plads", "Attach"), "Joins the passage to a configuration, a link or an element; it leaves the tray, and undo puts it back.", Where.TRAY, "attach", -3),
    Command("begin", "n", Bilingual("Ny konfiguration", "New configuration"), "Begins a configuration from the passage and what you have coded on it.", Where.TRAY, "begin", -2),
    Command("note", "m", Bilingual("Note", "Note"), "Writes what the passage is kept for.", Where.TRAY, "note", -1),
    Command("take_out", "x,delete", Bilingual("Tag ud", "Take out"), "Takes the passage out of the tray; undo puts it back.", Where.TRAY, "take out", 5),
)  # fmt: skip

EXHIBITS = (
    Command("new", "n", Bilingual("Nyt materiale", "New material"), "Brings in a survey row, a register figure or a document by a form.", Where.EXHIBITS, "new", 1),
    Command("words", "w", Bilingual("Ret", "Change"), "Changes what it says, its figure or its base.", Where.EXHIBITS, "change", 2),
    Command("drop", "x,delete", Bilingual("Fjern", "Remove"), "Removes it, from every claim it stands on too; undo brings it back.", Where.EXHIBITS, "remove", 3),
    *taking_back(Where.EXHIBITS, "undo", 4),
)  # fmt: skip
