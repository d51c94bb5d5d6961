"""Keys of what leaves the project."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where

EXPORT = (
    Command("write", "w", Bilingual("Skriv filen", "Write the file"), "Writes the file as the lines say; what may name a person is shown before.", Where.EXPORT, "write", 1),
    Command("clear", "x,delete", Bilingual("Indsnævr ikke", "Do not narrow"), "Takes back what is chosen on the line under the cursor.", Where.EXPORT, "clear", 2),
)  # fmt: skip
