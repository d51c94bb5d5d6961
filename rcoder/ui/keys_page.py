"""The commands as they are read: rows of the F1 screen, and the documentation page docs/keys.md."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands import Command, Where, commands


def help_rows(where: Where) -> tuple[tuple[str, str, str], ...]:
    """(keys, words, sentence) of the commands of a place, for F1."""
    return tuple((each.shown, each.words.en, each.help) for each in _once(commands(where)))


def keys_page() -> str:
    """The documentation page docs/keys.md."""
    lines = [
        "# Keys",
        "",
        "Made from `rcoder/ui/commands/` by `python -m rcoder.ui.commands`; change it there.",
    ]
    for where in Where:
        found = commands(where)
        if not found:
            continue
        lines += ["", f"## {where.value.capitalize()}", "", "| Key | What | |", "|---|---|---|"]
        lines += [f"| `{each.shown}` | {each.words.en} | {each.help} |" for each in _once(found)]
    return "\n".join(lines) + "\n"


def _once(found: tuple[Command, ...]) -> tuple[Command, ...]:
    """The commands with the nine digits as one."""
    kept = [each for each in found if not (each.id == "recent" and each.argument != "1")]
    return tuple(
        Command(
            each.id, each.keys, Bilingual("Nylig kode", "Recent code"), each.help, each.where, show_keys="1…9"
        )
        if each.id == "recent"
        else each
        for each in kept
    )
