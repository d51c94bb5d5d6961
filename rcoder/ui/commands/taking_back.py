"""The two keys of undoing, the same on every screen that has them."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where


def taking_back(where: Where, word: str = "", place: int = 50) -> tuple[Command, Command]:
    """Undo and redo on a screen; `word` and `place` are those of undo in its footer, "" for not there."""
    return (
        Command("undo", "u", Bilingual("Fortryd", "Undo"), "Takes back your latest deed, whatever it was.", where, word, place),
        Command("redo", "U,ctrl+r", Bilingual("Gør igen", "Redo"), "Does again what was last taken back.", where),
    )  # fmt: skip
