"""Keys of the board of cases, of attributes, of groups, and of what is known of a case."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where, moves
from rcoder.ui.commands.taking_back import taking_back

BOARD = (
    Command("about", "a", Bilingual("Om interviewet", "About the interview"), "Opens what is known of the interview under the cursor; on a name or a gap, of the case.", Where.BOARD, "about", 2),
    Command("about_case", "A", Bilingual("Om sagen", "About the case"), "Opens what is known of the case of this row.", Where.BOARD, "case", 3),
    Command("values", "v", Bilingual("Oplysninger", "What is known"), "Says what is known of the case: its attributes, each by a key, unknown apart from no.", Where.BOARD, "values", 4),
    Command("filter_group", "g", Bilingual("Kun en gruppe", "Only a group"), "Shows the cases of one group, or all again; totals count those shown.", Where.BOARD, "group", 1),
    Command("sort", "s", Bilingual("Rækkefølge", "Order"), "By name, outcome group, municipality or what is left to code, in turn.", Where.BOARD, "order", 5),
    Command("beside", "b", Bilingual("Ved siden af navnet", "Beside the name"), "Shows another attribute beside the names of the cases.", Where.BOARD, "beside", 6),
    Command("whose", "w", Bilingual("Hvis arbejde", "Whose work"), "Shows your own progress, or that of everybody in sight.", Where.BOARD, "whose", 7),
    Command("groups", "G", Bilingual("Grupper", "Groups"), "Opens the groups of cases, to make, change and remove them.", Where.BOARD, "groups", 8),
    Command("attributes", "t", Bilingual("Oplysninger i studiet", "Attributes"), "Opens the attributes of the study, to add, change and remove them.", Where.BOARD, "attributes", 9),
    Command("several", "S", Bilingual("Flere på én gang", "Several at once"), "Opens the interviews with those of the row marked, to give them a case, a wave, a date or a role together.", Where.BOARD),
    *taking_back(Where.BOARD),
)  # fmt: skip

GRID = (
    Command("choose", "enter", Bilingual("Åbn", "Open"), "Opens the interview; where there are several, asks which; on a name, what is known of the case.", Where.GRID, "open", 0, palette=False),
    *moves(
    Where.GRID,
    (
        ("cell_down", "down", "Next row", "Goes a row on."),
        ("cell_up", "up", "Previous row", "Goes a row back."),
        ("cell_right", "right", "Next column", "Goes a column on."),
        ("cell_left", "left", "Previous column", "Goes a column back."),
        ("grid_page_down", "pagedown", "Page down", "Goes a page on."),
        ("grid_page_up", "pageup", "Page up", "Goes a page back."),
        ("row_start", "home", "Name", "Goes to the name of the row."),
        ("row_end", "end", "Last column", "Goes to the last column."),
        ("grid_first", "ctrl+home", "First row", "Goes to the first row."),
        ("grid_last", "ctrl+end", "Last row", "Goes to the last row."),
    ),
    ),
)  # fmt: skip

VALUES = (
    Command("say_yes", "y", Bilingual("Ja", "Yes"), "Says yes to the attribute under the cursor.", Where.VALUES, palette=False),
    Command("say_no", "n", Bilingual("Nej", "No"), "Says no, which is not the same as unknown.", Where.VALUES, palette=False),
    Command("say_unknown", "question_mark,delete", Bilingual("Ukendt", "Unknown"), "Leaves it unknown, whatever its type.", Where.VALUES, palette=False),
    Command("turn_on", "right,space", Bilingual("Næste", "Next value"), "Gives a yes/no or a choice its next value.", Where.VALUES, palette=False),
    Command("turn_back", "left", Bilingual("Forrige", "Previous value"), "Gives it the value before.", Where.VALUES, palette=False),
    Command("change", "enter", Bilingual("Skriv eller vælg", "Write or choose"), "Asks for the number, date, words or choice.", Where.VALUES, palette=False),
    Command("done", "escape", Bilingual("Færdig", "Done"), "Goes back; every value is kept as soon as it is said.", Where.VALUES, palette=False),
)  # fmt: skip

ATTRIBUTES = (
    Command("add", "plus", Bilingual("Ny oplysning", "Add an attribute"), "Defines what is to be known of each case or interview.", Where.ATTRIBUTES, "add", 1),
    Command("words", "w", Bilingual("Skriv", "Change"), "Changes the attribute under the cursor: words, type, unit, choices; values are converted.", Where.ATTRIBUTES, "change", 2),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Removes the attribute with its values.", Where.ATTRIBUTES, "remove", 3),
    Command("earlier", "shift+up", Bilingual("Tidligere", "Earlier"), "Moves it before the one above.", Where.ATTRIBUTES),
    Command("later", "shift+down", Bilingual("Senere", "Later"), "Moves it after the one below.", Where.ATTRIBUTES),
    Command("bring", "b", Bilingual("Fra en kodebog", "From a codebook"), "Brings in the attributes of a codebook that the study has not.", Where.ATTRIBUTES, "codebook", 4),
    *taking_back(Where.ATTRIBUTES, "undo", 5),
)  # fmt: skip

GROUPS = (
    Command("add", "plus", Bilingual("Ny gruppe", "Make a group"), "Makes a group of cases from conditions, with the count as it grows.", Where.GROUPS, "make", 1),
    Command("words", "w", Bilingual("Ændr", "Change"), "Changes the name or the conditions of the group under the cursor.", Where.GROUPS, "change", 2),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Removes the group; its cases stay.", Where.GROUPS, "remove", 3),
    *taking_back(Where.GROUPS, "undo", 4),
)  # fmt: skip

MAKING_GROUP = (
    Command("add", "plus", Bilingual("Ny betingelse", "Add a condition"), "Asks for an attribute, how it is compared, and with what.", Where.MAKING_GROUP, palette=False),
    Command("change", "enter", Bilingual("Ændr", "Change"), "Changes the condition or the name under the cursor.", Where.MAKING_GROUP, palette=False),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Takes the condition out.", Where.MAKING_GROUP, palette=False),
    Command("accept", "ctrl+s", Bilingual("Gem", "Done"), "Keeps the group; asks for a name where it has none.", Where.MAKING_GROUP, palette=False),
    Command("cancel", "escape", Bilingual("Fortryd", "Leave"), "Leaves and changes nothing.", Where.MAKING_GROUP, palette=False),
)  # fmt: skip
