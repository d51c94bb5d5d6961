"""Keys of retrieving passages by a code or a query."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where

CODING = (
    Command("retrieve", "Q", Bilingual("Find kodede passager frem", "Retrieve passages"), "Lists the passages of a query, counted and grouped; in the list of codes, of the code under the cursor with what stands under it.", Where.CODING, "passages", 10),
)  # fmt: skip

RETRIEVE = (
    Command("ask", "slash,Q", Bilingual("Skriv forespørgslen", "Write the query"), "Goes to the query; codes and terms are offered as you type.", Where.RETRIEVE, "query", 1),
    Command("grouping", "g", Bilingual("Gruppér efter", "Group by"), "Puts the passages together by interview, case, code, role, outcome group, coder, stance or kind.", Where.RETRIEVE, "group", 2),
    Command("filter", "f", Bilingual("Filtrér", "Filter"), "Keeps those of a role, case, group, coder, stance and so on, or takes such a filter off.", Where.RETRIEVE, "filter", 3),
    Command("export", "e", Bilingual("Skriv til en fil", "Write to a file"), "Writes the passages as CSV, Excel, Markdown or Word.", Where.RETRIEVE, "export", 4),
    Command("open_all", "o", Bilingual("Fold alt ud eller sammen", "Unfold or fold all"), "Unfolds every group, or folds them all so that only the counts show.", Where.RETRIEVE, "counts", 5),
    Command("copy", "ctrl+c", Bilingual("Kopiér", "Copy"), "Copies the words of the passage with where they stand.", Where.RETRIEVE),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between the passages and what was said round them.", Where.RETRIEVE, "panes", 6, palette=False),
)  # fmt: skip

QUERY = (
    Command("submit", "enter", Bilingual("Find", "Retrieve"), "Retrieves what the query says.", Where.QUERY, "retrieve", 1, palette=False),
    Command("complete", "tab", Bilingual("Tag forslaget", "Take the offer"), "Takes the code, term or value that is marked.", Where.QUERY, "take", 2, palette=False),
    Command("offer_down", "down", Bilingual("Næste forslag", "Next offer"), "Goes to the next offer; without any, to the passages.", Where.QUERY, palette=False),
    Command("offer_up", "up", Bilingual("Forrige forslag", "Previous offer"), "Goes to the offer before.", Where.QUERY, palette=False),
    Command("leave", "escape", Bilingual("Til listen", "To the list"), "Goes to the passages and leaves the query as it was.", Where.QUERY, "back", 3, palette=False),
)  # fmt: skip
