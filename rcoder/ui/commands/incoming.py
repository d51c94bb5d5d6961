"""Keys of choosing files, and of looking at them before they are brought in."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where, moves

FILES = (
    *moves(
        Where.FILES,
        (
            ("choice_down", "down", "Next", "Goes a line on."),
            ("choice_up", "up", "Previous", "Goes a line back."),
            ("choice_page_down", "pagedown", "Page down", "Goes a page on."),
            ("choice_page_up", "pageup", "Page up", "Goes a page back."),
            ("take", "enter", "Open or mark", "Opens the folder under the cursor; marks the file, or takes the mark off."),
            ("mark_all", "ctrl+a", "Mark all", "Marks every file that is shown, or none."),
            ("accept", "ctrl+s", "Go on", "Goes on with the marked files, or with the one under the cursor."),
            ("cancel", "escape", "Leave", "Leaves and brings nothing in."),
        ),
    ),
)  # fmt: skip

INCOMING = (
    Command("to_case", "c", Bilingual("Sag", "Case"), "Says which case the marked files belong to, or the one under the cursor.", Where.INCOMING, "case", 2, palette=False),
    Command("roles", "r", Bilingual("Rolle", "Role"), "Says the role of who is interviewed.", Where.INCOMING, "role", 3, palette=False),
    Command("interviewer", "i", Bilingual("Interviewer", "Interviewer"), "Says which of the speakers asks the questions.", Where.INCOMING, "interviewer", 4, palette=False),
    Command("title", "t", Bilingual("Titel", "Title"), "Gives the interview a title; without one it is made of case and role, or the file's name.", Where.INCOMING, palette=False),
    Command("date", "d", Bilingual("Dato", "Date"), "Says when the interview was held.", Where.INCOMING, palette=False),
    Command("wave", "w", Bilingual("Bølge", "Wave"), "Says which wave of interviews it belongs to.", Where.INCOMING, palette=False),
    Command("language", "l", Bilingual("Sprog", "Language"), "Danish or English, in turn.", Where.INCOMING, palette=False),
    Command("encoding", "e", Bilingual("Tegnkodning", "Encoding"), "Reads the file again in another encoding.", Where.INCOMING, "encoding", 7, palette=False),
    Command("mark", "space", Bilingual("Markér", "Mark"), "Marks the file, so that what is said is said of all that are marked.", Where.INCOMING, "mark", 5, palette=False),
    Command("mark_all", "asterisk", Bilingual("Markér alle", "Mark all"), "Marks all, or none.", Where.INCOMING, palette=False),
    Command("leave_out", "x,delete", Bilingual("Udelad", "Leave out"), "Leaves the file out, or takes it in again.", Where.INCOMING, "leave out", 6, palette=False),
    Command("add", "plus", Bilingual("Flere filer", "More files"), "Adds files to the list.", Where.INCOMING, "more files", 8, palette=False),
    Command("bring", "ctrl+s", Bilingual("Hent ind", "Bring in"), "Brings in every file that is ready; you can go on working meanwhile.", Where.INCOMING, "bring in", 1, palette=False),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between the files and the one in full.", Where.INCOMING, palette=False),
)  # fmt: skip
