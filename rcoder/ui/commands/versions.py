"""Keys of the versions of the theory, of what differs between two, and of one difference."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

VERSIONS = (
    Command("save", "n", Bilingual("Gem en version", "Save a version"), "Keeps the theory as it stands, as you see it, with a name and a reason.", Where.VERSIONS, "save", 1),
    Command("mark", "space", Bilingual("Sammenlign med", "Compare with this"), "Marks the version under the cursor; Enter on another compares the two. Without a mark, Enter compares with the one before.", Where.VERSIONS, "mark", 2),
    Command("words", "w", Bilingual("Omdøb", "Rename"), "Gives a version of yours another name or reason; what it holds stays.", Where.VERSIONS, "rename", 3),
    Command("drop", "x,delete", Bilingual("Fjern", "Remove"), "Says why a version stays.", Where.VERSIONS, palette=False),
    *taking_back(Where.VERSIONS, "undo", 4),
)  # fmt: skip

DIFFERENCE = (
    Command("filter", "f", Bilingual("Vis", "Show"), "Shows all that differs, what changed, is new, dropped or kept, in turn.", Where.DIFFERENCE, "show", 1),
    Command("swap", "s", Bilingual("Byt om", "Swap"), "Lets the two versions change places.", Where.DIFFERENCE, "swap", 2),
    Command("theory", "h", Bilingual("Hypotese", "Hypothesis"), "The overall theory, or the mini theory of a hypothesis.", Where.DIFFERENCE, "hypothesis", 3),
    Command("memo", "m", Bilingual("Hvorfor", "Why"), "Writes down why it became another, as a memo on its configuration or code.", Where.DIFFERENCE, "why", 4),
    Command("write_file", "o", Bilingual("Skriv figuren", "Write the figure"), "Writes the figure of the difference as an HTML file beside the study.", Where.DIFFERENCE, "figure", 5),
    *taking_back(Where.DIFFERENCE, "undo", 6),
)  # fmt: skip

ONE_DIFFERENCE = (
    Command("next_pane", "tab", Bilingual("Næste rude", "Next pane"), "Goes from before to after, to the reasons, and back.", Where.ONE_DIFFERENCE, "panes", 1, palette=False),
    Command("next_one", "n", Bilingual("Den næste", "Next one"), "Goes to the next difference of the list.", Where.ONE_DIFFERENCE, "next", 2),
    Command("previous_one", "p", Bilingual("Den forrige", "Previous one"), "Goes to the difference before.", Where.ONE_DIFFERENCE, "previous", 3),
    Command("memo", "m", Bilingual("Hvorfor", "Why"), "Writes down why it became another, as a memo on its configuration or code.", Where.ONE_DIFFERENCE, "why", 4),
    *taking_back(Where.ONE_DIFFERENCE, "undo", 5),
)  # fmt: skip
