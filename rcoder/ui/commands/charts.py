"""Keys of charts."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CHARTS = (
    Command("question", "q", Bilingual("Spørgsmål", "Question"), "Chooses what is charted: progress by coder, evidence by role, evidence by group.", Where.CHARTS, "question", 1),
    Command("split", "g", Bilingual("Grupper", "Groups"), "Chooses by what cases are grouped: a group or an attribute.", Where.CHARTS, "groups", 2),
    Command("export", "e", Bilingual("Skriv til en fil", "Write to a file"), "Writes the chart as SVG, PDF or PNG.", Where.CHARTS, "export", 3),
    Command("notes", "i", Bilingual("Hvad tallene er", "What the numbers are"), "Says what is counted and of what.", Where.CHARTS, "notes", 4),
    *taking_back(Where.CHARTS),
)  # fmt: skip
