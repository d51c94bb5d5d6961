"""Keys of suggestions: on the coding screen, and in the window where one is taken."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where

CODING = (
    Command("hints", "h", Bilingual("Forslag", "Suggestions"), "Goes to the suggestions for the passage; 1 to 5 then takes one, with the passage as it is selected.", Where.CODING, "suggest", 3),
)  # fmt: skip

HINTS = (
    *(
        Command("take", str(digit), Bilingual(f"Tag forslag {digit}", f"Take suggestion {digit}"), "Gives the passage that code.", Where.HINTS, "take" if digit == 1 else "", 1, argument=str(digit), show_keys="1-5" if digit == 1 else "", palette=False)
        for digit in range(1, 6)
    ),
    Command("whole_reason", "i", Bilingual("Hele begrundelsen", "The whole reason"), "Shows why the code under the cursor is suggested: its definition, the matching words, the cue and the passages that come nearest; again for less.", Where.HINTS, "why", 2, palette=False),
    Command("dismiss_hint", "x,delete", Bilingual("Afvis", "Dismiss"), "Takes the suggestion under the cursor away from this passage.", Where.HINTS, "dismiss", 3, palette=False),
    Command("turn_hints", "o", Bilingual("Forslag til eller fra", "Suggestions on or off"), "Lets suggestions come by themselves where the cursor rests, or only by h.", Where.HINTS, "on/off", 4, palette=False),
    Command("cancel", "escape,h", Bilingual("Tilbage", "Leave"), "Goes back to the transcript.", Where.HINTS, "leave", 5, palette=False),
)  # fmt: skip
