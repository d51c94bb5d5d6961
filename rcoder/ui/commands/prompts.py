"""Keys of the prompts, on the bench and on their own screen."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CONFIGURATIONS = (
    Command("prompt_done", "y", Bilingual("Gjort", "Done"), "Answers the prompt under the cursor: it was dealt with.", Where.CONFIGURATIONS),
    Command("prompt_aside", "i", Bilingual("Ikke relevant her", "Not applicable"), "Answers the prompt under the cursor: it does not apply here, and why.", Where.CONFIGURATIONS),
    Command("search_against", "Q", Bilingual("Søg modbelæg", "Search for counter-evidence"), "Retrieves what would speak against it: the reasoning weak or absent, the resource without the reasoning.", Where.CONFIGURATIONS),
    Command("prompts", "I", Bilingual("Alle spørgsmål", "All prompts"), "Opens the prompts on every configuration and on the whole set.", Where.CONFIGURATIONS),
)  # fmt: skip

PROMPTS = (
    Command("done", "y", Bilingual("Gjort", "Done"), "Answers the prompt: it was dealt with.", Where.PROMPTS, "done", 1),
    Command("aside", "i", Bilingual("Ikke relevant her", "Not applicable"), "Answers the prompt: it does not apply here, and why.", Where.PROMPTS, "not applicable", 2),
    Command("remove", "x,delete", Bilingual("Tag svaret tilbage", "Take the answer back"), "Takes your answer back, so that the prompt waits again.", Where.PROMPTS, "take back", 5),
    Command("which", "t", Bilingual("Åbne eller besvarede", "Open or answered"), "Shows those that wait, those that are answered, or all, in turn.", Where.PROMPTS, "open / answered", 4),
    Command("filter", "f", Bilingual("Filtrér", "Filter"), "Keeps those of one hypothesis.", Where.PROMPTS, "hypothesis", 3),
    Command("open_all", "o", Bilingual("Fold alt ud eller sammen", "Unfold or fold all"), "Unfolds every check, or folds them all so that only the counts show.", Where.PROMPTS, "fold", 6),
    Command("search_against", "Q", Bilingual("Søg modbelæg", "Search for counter-evidence"), "Retrieves what would speak against the configuration: the reasoning weak or absent, the resource without the reasoning.", Where.PROMPTS),
    *taking_back(Where.PROMPTS),
)  # fmt: skip
