"""Keys for a calm screen: themes, what was said, focus mode, and one for each pane."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where

OPTION = ("inverted_exclamation_mark", "trade_mark_sign", "pound_sign", "cent_sign", "infinity")
"""What Textual calls alt and 1 to 5 where a terminal sends an escape before the digit, after the option key of a Mac."""

EVERYWHERE = (
    Command("themes", "f4", Bilingual("Farver", "Themes"), "Lists the themes: dark, light, high contrast, colour blindness; each is tried on as you come to it.", Where.EVERYWHERE),
    Command("what_was_said", "f9", Bilingual("Hvad der blev sagt", "What was said"), "Lists what the status line has said in this session, whole, the latest first.", Where.EVERYWHERE),
)  # fmt: skip

CODING = (
    Command("focus_mode", "f5", Bilingual("Kun teksten", "Focus mode"), "Shows the transcript alone, or everything again; esc does that too. Every key still works.", Where.CODING),
    *(
        Command("jump", f"alt+{number},{sign}", Bilingual(danish, english), sentence, Where.CODING, argument=str(number), show_keys=f"alt+{number}", palette=False)
        for (number, danish, english, sentence), sign in zip((
            (1, "Til teksten", "To the transcript", "Goes to the transcript."),
            (2, "Til interviewene", "To the interviews", "Goes to the list of interviews; on a narrow screen it comes forward."),
            (3, "Til konfigurationerne", "To the configurations", "Goes to the list of configurations; on a narrow screen it comes forward."),
            (4, "Til koderne", "To the codes", "Goes to the codes; on a narrow screen they come forward."),
            (5, "Til forslagene", "To the suggestions", "Goes to the suggestions for the passage, as h does."),
        ), OPTION, strict=True)
    ),
)  # fmt: skip

THEMES = (
    Command("cancel", "escape,f4,q", Bilingual("Som før", "As before"), "Leaves the theme as it was.", Where.THEMES, "as before", 2, palette=False),
)  # fmt: skip

SAID = (Command("close", "escape,f9,q", Bilingual("Luk", "Close"), "Closes the list.", Where.SAID, "close", palette=False),)  # fmt: skip
