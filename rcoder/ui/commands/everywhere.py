"""Keys of every screen, of lists, forms and choosers."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where, moves

EVERYWHERE = (
    Command("show_help", "f1,question_mark", Bilingual("Hjælp", "Help"), "Shows every key of this screen.", Where.EVERYWHERE, "help"),
    Command("command_palette", "ctrl+p", Bilingual("Alle kommandoer", "All commands"), "Finds any command by its words.", Where.EVERYWHERE, "all"),
    Command("change_light", "f2", Bilingual("Lys eller mørk", "Light or dark"), "Changes between dark letters on light and light on dark.", Where.EVERYWHERE),
    Command("back", "escape", Bilingual("Tilbage", "Back"), "Drops a selection; without one, goes back a screen. Twice in a row leaves the study.", Where.EVERYWHERE),
    Command("leave_study", "f12", Bilingual("Forlad studiet", "Leave the study"), "Goes back to the welcome at once; everything done is saved already.", Where.EVERYWHERE),
    Command("quit", "ctrl+q", Bilingual("Afslut", "Quit"), "Closes rcoder; everything done is saved already.", Where.EVERYWHERE),
)  # fmt: skip

WELCOME = (
    Command("open_sample", "s", Bilingual("Eksempelstudiet", "Sample study"), "Opens a small made-up Danish study, coded and configured.", Where.WELCOME, "sample"),
    Command("begin_new", "n", Bilingual("Nyt projekt", "New project"), "Begins a study: title, place, codebook.", Where.WELCOME, "new"),
    Command("open_other", "o", Bilingual("Åbn projekt", "Open a project"), "Opens a project by its file or address.", Where.WELCOME, "open"),
    Command("change_name", "w", Bilingual("Skift navn", "Change your name"), "Changes the name that stands beside your codings from here on.", Where.WELCOME, "your name"),
)  # fmt: skip

LIST = moves(
    Where.LIST,
    (
        ("line_down", "down", "Next line", "Goes a line on."),
        ("line_up", "up", "Previous line", "Goes a line back."),
        ("choose", "enter", "Choose", "Opens the interview or configuration, or gives the passage the code."),
        ("fold", "left", "Fold", "Folds the branch, or goes to the line above it."),
        ("unfold", "right", "Unfold", "Unfolds the branch."),
        ("list_page_down", "pagedown", "Page down", "Goes a page on."),
        ("list_page_up", "pageup", "Page up", "Goes a page back."),
        ("list_first", "home", "First line", "Goes to the first line."),
        ("list_last", "end", "Last line", "Goes to the last line."),
    ),
    {"choose": "choose", "unfold": "unfold"},
)

FORM = (
    Command("accept", "ctrl+s", Bilingual("Gem", "Done"), "Takes what is written.", Where.FORM, palette=False),
    Command("cancel", "escape", Bilingual("Fortryd", "Leave"), "Leaves and changes nothing.", Where.FORM, palette=False),
)  # fmt: skip

HELP = (Command("close", "escape,f1,q,question_mark", Bilingual("Luk", "Close"), "Closes the help.", Where.HELP, "close", palette=False),)  # fmt: skip

CHOOSER = moves(
    Where.CHOOSER,
    (
        ("choice_down", "down", "Next", "Goes a line on."),
        ("choice_up", "up", "Previous", "Goes a line back."),
        ("choice_page_down", "pagedown", "Page down", "Goes a page on."),
        ("choice_page_up", "pageup", "Page up", "Goes a page back."),
        ("take", "enter", "Choose", "Takes the line under the cursor."),
        ("cancel", "escape", "Leave", "Leaves and changes nothing."),
    ),
)
