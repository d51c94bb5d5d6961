"""Keys of memos, quotations and reading marks: on the coding screen, in their windows, and of the screen of memos."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CODING = (
    Command("memo", "m", Bilingual("Memo", "Memo"), "Writes a memo on the passage, or lists those there are on it and its codings.", Where.CODING, "memo", 5),
    Command("memos", "M", Bilingual("Memoer", "Memos"), "Opens the memos of the study: to be read, searched, linked, written to a file.", Where.CODING, "memos", 20),
    Command("quote", "T", Bilingual("Citat til en artikel", "Quotation for a paper"), "Keeps the passage as a quotation, with an edited form and a translation beneath its words.", Where.CODING, "quote", 21),
    Command("mark", "asterisk", Bilingual("Læsemærke", "Reading mark"), "Leaves a mark on the passage, or takes it off.", Where.CODING, "mark", 22),
    Command("marks", "ctrl+t", Bilingual("Læsemærker", "Reading marks"), "Lists your reading marks in all interviews; Enter goes there.", Where.CODING),
)  # fmt: skip

MEMO = (
    Command("other_kind", "ctrl+k", Bilingual("Anden slags", "Another kind"), "Analytic, theoretical, method, reflexive, in turn.", Where.MEMO, palette=False),
    Command("other_thing", "ctrl+o", Bilingual("Om noget andet her", "On something else here"), "Whether it is on the passage or on one of its codings.", Where.MEMO, palette=False),
    Command("link_to", "ctrl+l", Bilingual("Peg på", "Point at"), "Points at another memo, a configuration, a passage or a coding, or no longer.", Where.MEMO, palette=False),
)  # fmt: skip

QUOTING = (
    Command("again_as_said", "ctrl+r", Bilingual("Som det blev sagt", "As it was said"), "Puts the passage's own words into the edited form again.", Where.QUOTING, palette=False),
)  # fmt: skip

MEMOS = (
    Command("edit", "e", Bilingual("Skriv", "Edit"), "Changes the memo: its kind, title, words and links; Enter beside it does the same.", Where.MEMOS, "edit", 1),
    Command("write_new", "n", Bilingual("Nyt memo", "New memo"), "Writes a memo on the project, an interview, a case, a code or a configuration.", Where.MEMOS, "new", 2),
    Command("go", "g", Bilingual("Gå dertil", "Go there"), "Opens what the memo is about; on a link, what it leads to.", Where.MEMOS, "go there", 3),
    Command("link_to", "l", Bilingual("Peg på", "Point at"), "Makes the memo point at another memo, a configuration, a passage or a coding, or no longer.", Where.MEMOS, "link", 4),
    Command("find", "slash", Bilingual("Søg", "Search"), "Shows only memos with the words you type; esc shows all again.", Where.MEMOS, "search", 5),
    Command("kind", "k", Bilingual("Slags", "Kind"), "Shows only memos of one kind, in turn, then all again.", Where.MEMOS, "kind", 6),
    Command("subject", "s", Bilingual("Om hvad", "Subject"), "Shows only memos on one sort of thing, in turn, then all again.", Where.MEMOS, "subject", 7),
    Command("writer", "w", Bilingual("Hvis", "Whose"), "Shows only one coder's memos, in turn, then everybody's in sight.", Where.MEMOS, "whose", 8),
    Command("order", "o", Bilingual("Rækkefølge", "Order"), "By what they are about, or the latest first.", Where.MEMOS, "order", 9),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Removes your memo; on a link, only the link. Undo brings it back.", Where.MEMOS, "remove", 10),
    Command("export", "W", Bilingual("Til en Markdown-fil", "To a Markdown file"), "Writes the memos that are shown into one Markdown file, in their order.", Where.MEMOS, "to a file", 12),
    *taking_back(Where.MEMOS, "undo", 11),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between the list and the memo; on a narrow screen it brings the memo forward.", Where.MEMOS, "memo", 13, palette=False),
)  # fmt: skip

MEMO_SEARCH = (
    Command("to_list", "enter,down", Bilingual("Til listen", "To the list"), "Goes to the memos that fit.", Where.MEMO_SEARCH, palette=False),
    Command("clear", "escape", Bilingual("Vis alt", "Show all"), "Shows all memos again.", Where.MEMO_SEARCH, palette=False),
)  # fmt: skip

MARKS = (
    Command("take_off", "x,delete", Bilingual("Tag af", "Take off"), "Takes the mark off.", Where.MARKS, "take off", 1, palette=False),
    Command("undo", "u", Bilingual("Fortryd", "Undo"), "Takes back your latest deed, whatever it was.", Where.MARKS, "undo", 2, palette=False),
    Command("cancel", "escape", Bilingual("Tilbage", "Back"), "Goes back.", Where.MARKS, "back", 3, palette=False),
)  # fmt: skip

ELSEWHERE = (
    Command("memos", "N", Bilingual("Memoer om koden", "Memos on the entry"), "Opens the memos on the code, support condition or hypothesis.", Where.CODEBOOK, "memos", 9),
    Command("memos", "M", Bilingual("Memoer om konfigurationen", "Memos on the configuration"), "Opens the memos on the configuration.", Where.CONFIGURATIONS),
    Command("memos", "m,M", Bilingual("Memoer", "Memos"), "Opens the memos on the interview under the cursor; on a name or a gap, on the case.", Where.BOARD),
    Command("memos", "M", Bilingual("Memoer om interviewet", "Memos on the interview"), "Opens the memos on the interview.", Where.ABOUT_INTERVIEW),
    Command("memos", "M", Bilingual("Memoer om sagen", "Memos on the case"), "Opens the memos on the case.", Where.ABOUT_CASE),
)  # fmt: skip
"""The ways to the memos of what another screen is on."""
