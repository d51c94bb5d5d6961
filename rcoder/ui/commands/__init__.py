"""Every command once: what it is called, its keys, and where it applies.

Bindings, footer, command palette, the F1 screen and docs/keys.md are all made from this table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rcoder.ui.commands import (
    arranging,
    boards,
    calm,
    chains,
    charts,
    codebook,
    coding,
    conditions,
    configuring,
    corrections,
    everywhere,
    evidence,
    exports,
    finding,
    flow,
    hints,
    incoming,
    leaving,
    linking,
    matrix,
    memos,
    profiles,
    prompts,
    rechecks,
    retrieving,
    review,
    theory,
    versions,
)
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
    *everywhere.EVERYWHERE, *calm.EVERYWHERE, *evidence.EVERYWHERE, *everywhere.WELCOME, *coding.CODING, *coding.TRANSCRIPT, *everywhere.LIST,
    *coding.PICKER, *coding.FLAGS, *flow.CODING, *flow.NEW_CODE, *flow.MENU, *calm.CODING, *everywhere.FORM, *everywhere.HELP, *calm.THEMES, *calm.SAID,
    *configuring.CONFIGURATIONS, *chains.CONFIGURATIONS, *chains.CHAINS, *chains.ALIKE, *chains.MEETING, *everywhere.CHOOSER, *configuring.CLAIMS, *configuring.STANCE,
    *boards.BOARD, *boards.GRID, *boards.VALUES, *boards.ATTRIBUTES, *boards.GROUPS, *boards.MAKING_GROUP,
    *arranging.ABOUT_INTERVIEW, *arranging.ABOUT_CASE, *arranging.TURNS, *arranging.SEVERAL,
    *codebook.CODEBOOK, *codebook.FILTER, *codebook.PASSAGES, *codebook.SPLITTING,
    *rechecks.CODING, *rechecks.RECHECKS,
    *prompts.CONFIGURATIONS, *prompts.PROMPTS,
    *incoming.FILES, *incoming.INCOMING,
    *retrieving.CODING, *retrieving.RETRIEVE, *retrieving.QUERY,
    *linking.CODING, *linking.LINKING, *matrix.MATRIX,
    *hints.CODING, *hints.HINTS,
    *finding.CODING, *finding.FIND, *finding.FINDING,
    *memos.CODING, *memos.MEMO, *memos.QUOTING, *memos.MEMOS, *memos.MEMO_SEARCH, *memos.MARKS, *memos.ELSEWHERE,
    *evidence.CODING, *evidence.CONFIGURATIONS, *evidence.OVERVIEWS, *evidence.LISTED, *evidence.TRAY, *evidence.EXHIBITS,
    *review.CONFIGURATIONS, *review.CODEBOOK, *review.REVIEW, *review.READING, *review.COMMENTS, *review.COURSE,
    *corrections.CODING, *corrections.DOUBTS, *corrections.EARLIER, *corrections.CORRECTING,
    *conditions.CONDITIONS, *conditions.CONDITION_CASE, *conditions.JUDGING, *conditions.ABSENCE, *conditions.CODEBOOK, *conditions.CODING,
    *profiles.FRAMEWORK, *profiles.FRAME_READING, *profiles.PROFILE, *profiles.RESTING, *profiles.DOORS,
    *charts.CHARTS, *exports.EXPORT,
    *leaving.LEAVING,
    *theory.THEORY,
    *versions.VERSIONS, *versions.DIFFERENCE, *versions.ONE_DIFFERENCE,
)  # fmt: skip

SCREENS: dict[str, tuple[Where, ...]] = {
    "Welcome": (Where.EVERYWHERE, Where.WELCOME, Where.LIST),
    "Coding": (Where.EVERYWHERE, Where.CODING, Where.TRANSCRIPT),
    "Coding, in a list": (Where.EVERYWHERE, Where.CODING, Where.LIST),
    "Picker": (Where.PICKER,),
    "About a coding": (Where.FLAGS,),
    "New code": (Where.NEW_CODE,),
    "Menu": (Where.MENU, Where.LIST),
    "Question": (Where.FORM,),
    "Help": (Where.HELP,),
    "Themes": (Where.THEMES, Where.LIST),
    "What was said": (Where.SAID, Where.LIST),
    "Memo": (Where.FORM, Where.MEMO),
    "Quotation": (Where.FORM, Where.QUOTING),
    "Memos": (Where.EVERYWHERE, Where.MEMOS, Where.LIST),
    "Memos, searching": (Where.MEMO_SEARCH,),
    "Reading marks": (Where.MARKS, Where.LIST),
    "Configurations": (Where.EVERYWHERE, Where.CONFIGURATIONS, Where.LIST),
    "Chooser": (Where.CHOOSER,),
    "For and against": (Where.CLAIMS, Where.LIST),
    "Stance": (Where.STANCE,),
    "Cases": (Where.EVERYWHERE, Where.BOARD, Where.GRID),
    "What is known": (Where.VALUES,),
    "Attributes": (Where.EVERYWHERE, Where.ATTRIBUTES, Where.LIST),
    "Groups": (Where.EVERYWHERE, Where.GROUPS, Where.LIST),
    "Making a group": (Where.MAKING_GROUP,),
    "About an interview": (Where.EVERYWHERE, Where.ABOUT_INTERVIEW, Where.LIST),
    "About a case": (Where.EVERYWHERE, Where.ABOUT_CASE, Where.LIST),
    "Turns of a speaker": (Where.TURNS, Where.LIST),
    "Choosing files": (Where.FILES,),
    "Bring in interviews": (Where.EVERYWHERE, Where.INCOMING, Where.LIST),
    "Several interviews": (Where.EVERYWHERE, Where.SEVERAL, Where.LIST),
    "Codebook": (Where.EVERYWHERE, Where.CODEBOOK, Where.LIST),
    "Codebook, filtering": (Where.FILTER,),
    "Passages of a query": (Where.EVERYWHERE, Where.RETRIEVE, Where.LIST),
    "Writing a query": (Where.QUERY,),
    "Passages of a code": (Where.PASSAGES, Where.LIST),
    "Splitting a hypothesis": (Where.SPLITTING, Where.LIST),
    "Passages to look at again": (Where.EVERYWHERE, Where.RECHECKS, Where.LIST),
    "Passages to look at again, in the interview": (Where.EVERYWHERE, Where.RECHECKS, Where.TRANSCRIPT),
    "Corrected: what changed": (Where.EVERYWHERE, Where.DOUBTS, Where.LIST),
    "Corrected, in the transcript": (Where.EVERYWHERE, Where.DOUBTS, Where.TRANSCRIPT),
    "Earlier text": (Where.EVERYWHERE, Where.EARLIER, Where.TRANSCRIPT),
    "A corrected text": (Where.CORRECTING, Where.LIST),
    "Linking": (Where.LINKING,),
    "Comparison": (Where.EVERYWHERE, Where.MATRIX, Where.GRID),
    "Suggestions": (Where.HINTS, Where.LIST),
    "Prompts": (Where.EVERYWHERE, Where.PROMPTS, Where.LIST),
    "Find": (Where.EVERYWHERE, Where.FIND, Where.LIST),
    "Review": (Where.EVERYWHERE, Where.REVIEW, Where.LIST),
    "Reviewing a configuration": (Where.EVERYWHERE, Where.READING, Where.LIST),
    "Comments": (Where.EVERYWHERE, Where.COMMENTS, Where.LIST),
    "How did this come about?": (Where.EVERYWHERE, Where.COURSE, Where.LIST),
    "Find, typing": (Where.FINDING,),
    "Charts": (Where.EVERYWHERE, Where.CHARTS, Where.LIST),
    "To a file": (Where.EVERYWHERE, Where.EXPORTS, Where.LIST),
    "Writing to a file": (Where.EVERYWHERE, Where.EXPORT, Where.LIST),
    "Change theory": (Where.EVERYWHERE, Where.THEORY),
    "Theory versions": (Where.EVERYWHERE, Where.VERSIONS, Where.LIST),
    "Difference of two versions": (Where.EVERYWHERE, Where.DIFFERENCE, Where.LIST),
    "One difference": (Where.EVERYWHERE, Where.ONE_DIFFERENCE, Where.LIST),
    "Support conditions": (Where.EVERYWHERE, Where.CONDITIONS, Where.GRID),
    "Support conditions of a case": (Where.EVERYWHERE, Where.CONDITION_CASE, Where.GRID),
    "Judging a condition": (Where.JUDGING,),
    "Names of absence": (Where.EVERYWHERE, Where.ABSENCE, Where.GRID),
    "Chains": (Where.EVERYWHERE, Where.CHAINS, Where.LIST),
    "Configurations that are alike": (Where.EVERYWHERE, Where.ALIKE, Where.LIST),
    "Making one of several": (Where.EVERYWHERE, Where.MEETING, Where.LIST),
    "Overviews": (Where.OVERVIEWS, Where.LIST),
    "Before it leaves": (Where.LEAVING, Where.LIST),
    "Passages of a number": (Where.EVERYWHERE, Where.LISTED, Where.LIST),
    "Tray": (Where.EVERYWHERE, Where.TRAY, Where.LISTED, Where.LIST),
    "Framework matrix": (Where.EVERYWHERE, Where.FRAMEWORK, Where.GRID),
    "Reading the framework matrix": (Where.EVERYWHERE, Where.FRAME_READING, Where.LIST),
    "Case profile": (Where.EVERYWHERE, Where.PROFILE, Where.LIST),
    "Writing with passages": (Where.FORM, Where.RESTING),
    "Other material": (Where.EVERYWHERE, Where.EXHIBITS, Where.LIST),
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
    press: str = ""
    """The key as Textual names it, which a click stands for."""
    click: str = ""
    """The action of a click, where it is not the key's."""


def footer(*where: Where) -> tuple[Hint, ...]:
    """The keys in the footer of a screen, the most wanted first; the ones that apply everywhere come last and stay."""
    found = [each for each in commands(*where) if each.footer]
    found.sort(key=lambda each: (each.where is Where.EVERYWHERE, each.footer_place))
    return tuple(
        Hint(
            _first_key(each),
            each.footer,
            each.where is Where.EVERYWHERE,
            each.keys.split(",")[0],
            each.click,
        )
        for each in found
    )


def list_footer() -> tuple[Hint, ...]:
    """The keys in the footer while a list beside a transcript has them."""
    return (*footer(Where.LIST), Hint(key_words("escape"), "back", press="escape"), *footer(Where.EVERYWHERE))


def _first_key(command: Command) -> str:
    return key_words(command.keys.split(",")[0]).replace("ctrl+", "^")
