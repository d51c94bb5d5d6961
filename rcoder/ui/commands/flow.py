"""Keys of coding without a stop: the rest of a turn, a code of the words themselves, flags; and the windows of these."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where, moves

CODING = (
    Command("rest_of_turn", "r", Bilingual("Resten af turen", "The rest of the turn"), "Selects from the start of the passage to the end of its turn; any code key applies to that.", Where.CODING),
    Command("in_vivo", "w", Bilingual("Ny kode af ordene", "New code from the words"), "Makes a code that is called as the passage says it, and codes the passage with it.", Where.CODING),
    Command("turn_polarity", "p", Bilingual("Polaritet", "Polarity"), "Makes the chosen coding present, weak or absent, in turn.", Where.CODING),
    Command("turn_scope", "s", Bilingual("Rækkevidde", "Scope"), "Makes the chosen coding about this case, in general, normative or anticipated, in turn.", Where.CODING),
    Command("turn_case", "z", Bilingual("Hvilken sag", "Which case"), "Ties the chosen coding to another case than the interview's, in turn; where there are many, to one you choose.", Where.CODING),
    Command("turn_kind", "t", Bilingual("Slags", "Kind"), "Makes the chosen coding a context, a resource, a reasoning or an outcome, in turn.", Where.CODING),
    Command("turn_actor", "W", Bilingual("Hvis", "Whose"), "Says whose reasoning the chosen coding is: the actors of its code, then the others, in turn.", Where.CODING),
    Command("turn_directness", "D", Bilingual("Sagt eller udledt", "Said or inferred"), "Whether the words of the chosen coding say it or you infer it.", Where.CODING),
    Command("turn_prompting", "q", Bilingual("Af sig selv eller foranlediget", "Prompted or volunteered"), "Whether the respondent came with it or agreed to the interviewer.", Where.CODING),
    Command("turn_counterfactual", "y", Bilingual("Kontrafaktisk", "Counterfactual"), "Whether the chosen coding says what would have been without it.", Where.CODING),
)  # fmt: skip

NEW_CODE = moves(
    Where.NEW_CODE,
    (
        ("make", "enter,ctrl+s", "Make", "Makes the code, and codes the passage with it."),
        ("row_down", "down", "Down", "Goes from the label to what is said besides, and down in it."),
        ("row_up", "up", "Up", "Goes up in it, and back to the label."),
        ("next_value", "right", "Change", "Gives the row under the cursor its next value."),
        ("previous_value", "left", "Change back", "Gives it the value before."),
        (
            "write",
            "space",
            "All there is",
            "Chooses what it stands under among all codes, or writes the key.",
        ),
        ("cancel", "escape", "Leave", "Leaves and makes nothing."),
    ),
    {
        "make": "make it and code",
        "row_down": "more",
        "next_value": "change",
        "write": "all",
        "cancel": "leave",
    },
)

MENU = moves(Where.MENU, (("close", "escape", "Close", "Closes the menu and does nothing."),))
