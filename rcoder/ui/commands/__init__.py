"""Every command once: what it is called, its keys, and where it applies.

Bindings, footer, command palette, the F1 screen and docs/keys.md are all made from this table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rcoder.ui.commands import coding, configuring, everywhere
from rcoder.ui.commands.declared import Command, Where, key_words

if TYPE_CHECKING:
    from textual.binding import Binding

    Bindings: TypeAlias = list[Binding | tuple[str, str] | tuple[str, str, str]]

__all__ = [
    "COMMANDS",
    "SCREENS",
    "Bindings",
    "Command",
    "Hint",
    "Where",
    "bindings",
    "commands",
    "footer",
    "key_words",
    "list_footer",
    "urgent_bindings",
]

COMMANDS: tuple[Command, ...] = (
    *everywhere.EVERYWHERE, *everywhere.WELCOME, *coding.CODING, *coding.TRANSCRIPT, *everywhere.LIST,
    *coding.PICKER, *coding.FLAGS, *everywhere.FORM, *everywhere.HELP,
    *configuring.CONFIGURATIONS, *everywhere.CHOOSER, *configuring.CLAIMS, *configuring.STANCE,
)  # fmt: skip

SCREENS: dict[str, tuple[Where, ...]] = {
    "Welcome": (Where.EVERYWHERE, Where.WELCOME, Where.LIST),
    "Coding": (Where.EVERYWHERE, Where.CODING, Where.TRANSCRIPT),
    "Coding, in a list": (Where.EVERYWHERE, Where.CODING, Where.LIST),
    "Picker": (Where.PICKER,),
    "About a coding": (Where.FLAGS,),
    "Question": (Where.FORM,),
    "Help": (Where.HELP,),
    "Configurations": (Where.EVERYWHERE, Where.CONFIGURATIONS, Where.LIST),
    "Chooser": (Where.CHOOSER,),
    "For and against": (Where.CLAIMS, Where.LIST),
    "Stance": (Where.STANCE,),
}
"""Which commands a screen answers to at the same time; a key is bound once in each."""


def commands(*where: Where) -> tuple[Command, ...]:
    """The commands of these places, in order of declaration."""
    return tuple(each for each in COMMANDS if each.where in where)


def bindings(where: Where) -> Bindings:
    """The commands of a place as Textual's bindings."""
    return [*_bound(where, priority=False)]


def urgent_bindings(where: Where) -> Bindings:
    """The same for a window with a field to write in: its keys come before the field's."""
    return [*_bound(where, priority=True)]


def _bound(where: Where, *, priority: bool) -> list[Binding]:
    from textual.binding import Binding

    return [
        Binding(
            each.keys,
            each.action,
            each.words.en,
            show=bool(each.footer),
            priority=priority or each.id == "quit",
        )
        for each in commands(where)
    ]


class Hint(NamedTuple):
    """A key in the footer."""

    key: str
    word: str
    stays: bool = False
    """Whether it is the last to give way where there is little room."""


def footer(*where: Where) -> tuple[Hint, ...]:
    """The keys in the footer of a screen, the most wanted first; the ones that apply everywhere come last and stay."""
    found = [each for each in commands(*where) if each.footer]
    found.sort(key=lambda each: (each.where is Where.EVERYWHERE, each.footer_place))
    return tuple(Hint(_first_key(each), each.footer, each.where is Where.EVERYWHERE) for each in found)


def list_footer() -> tuple[Hint, ...]:
    """The keys in the footer while a list beside a transcript has them."""
    return (*footer(Where.LIST), Hint(key_words("escape"), "back"), *footer(Where.EVERYWHERE))


def _first_key(command: Command) -> str:
    return key_words(command.keys.split(",")[0]).replace("ctrl+", "^")
