"""Keys of the change theory on its own screen."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where, moves
from rcoder.ui.commands.taking_back import taking_back

THEORY = (
    Command("behind", "enter,Q", Bilingual("Passager", "Passages"), "Opens the passages behind the arrow under the cursor by stance, or those of a box by element, in their interviews.", Where.THEORY, "passages", 1),
    Command("turn_view", "z", Bilingual("Hele tegningen", "Whole drawing"), "Goes between one box with what leads to it and what it leads to, and the whole drawing.", Where.THEORY, "whole/box", 2),
    Command("theory", "t", Bilingual("Teori", "Theory"), "Chooses the overall theory or the mini theory of a hypothesis.", Where.THEORY, "theory", 3),
    Command("filter", "f", Bilingual("Kun noget", "Only some"), "Shows only a hypothesis, horizon, role, group, stance, least of evidence or status, counted anew where it narrows what is counted; takes one off again, or all.", Where.THEORY, "filter", 4),
    Command("export", "e", Bilingual("Skriv til en fil", "Write to a file"), "Writes the theory as it is narrowed as SVG, PDF, PNG, HTML, Mermaid or DOT.", Where.THEORY, "to a file", 5),
    Command("version", "v", Bilingual("Version", "Version"), "Chooses the theory as it stands, the initial one, or a version that was saved.", Where.THEORY, "version", 6),
    Command("find_box", "slash", Bilingual("Find", "Find"), "Goes to a box or an arrow by a few letters.", Where.THEORY, "find", 7),
    Command("configurations", "c", Bilingual("Konfigurationer", "Configurations"), "Opens a configuration behind the arrow or box under the cursor.", Where.THEORY, "configurations", 8),
    Command("course", "h,J", Bilingual("Hvordan blev det til?", "How did this come about?"), "Tells how the arrow under the cursor came about, or a configuration behind the box.", Where.THEORY, "history", 9),
    Command("legend", "i", Bilingual("Sådan læses den", "How to read it"), "Says what lines, heads and numbers mean, and what is under the cursor whole.", Where.THEORY, "how to read", 10),
    *moves(
        Where.THEORY,
        (
            ("go_right", "right", "Onward", "Takes the first arrow out of a box, and then goes to the box it leads to."),
            ("go_left", "left", "Back", "Takes the first arrow into a box, and then goes to the box it comes from."),
            ("go_down", "down", "Next beside", "Goes to the next arrow of the box, or the next box of the column."),
            ("go_up", "up", "Previous beside", "Goes to the arrow or box before."),
            ("next_arrow", "tab", "Next arrow", "Goes to the next arrow of the theory."),
            ("previous_arrow", "shift+tab", "Previous arrow", "Goes to the arrow before."),
            ("first", "home", "First", "Goes to the first box, or the first arrow of the box."),
            ("last", "end", "Last", "Goes to the last box, or the last arrow of the box."),
            ("page_down", "pagedown", "Page down", "Shows what stands below."),
            ("page_up", "pageup", "Page up", "Shows what stands above."),
            ("page_right", "ctrl+right", "Page right", "Shows what stands to the right."),
            ("page_left", "ctrl+left", "Page left", "Shows what stands to the left."),
        ),
    ),
    *taking_back(Where.THEORY),
)  # fmt: skip
