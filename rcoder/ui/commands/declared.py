"""What a command is, and where its keys apply."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rcoder.domain.words import Bilingual


class Where(StrEnum):
    """Where keys apply; one screen has several of these at once (`SCREENS`)."""

    EVERYWHERE = "everywhere"
    WELCOME = "welcome"
    CODING = "coding"
    TRANSCRIPT = "transcript"
    LIST = "list"
    PICKER = "picker"
    FLAGS = "flags"
    NEW_CODE = "new code"
    MENU = "menu"
    FORM = "form"
    HELP = "help"
    THEMES = "themes"
    SAID = "what was said"
    CONFIGURATIONS = "configurations"
    CHOOSER = "chooser"
    CLAIMS = "claims"
    STANCE = "stance"
    BOARD = "board"
    GRID = "grid"
    VALUES = "values"
    ATTRIBUTES = "attributes"
    GROUPS = "groups"
    MAKING_GROUP = "making a group"
    ABOUT_INTERVIEW = "about an interview"
    ABOUT_CASE = "about a case"
    TURNS = "turns"
    SEVERAL = "several interviews"
    FILES = "files"
    INCOMING = "incoming"
    CODEBOOK = "codebook"
    FILTER = "filter"
    PASSAGES = "passages"
    RETRIEVE = "retrieving"
    QUERY = "query"
    SPLITTING = "splitting"
    RECHECKS = "passages to look at again"
    DOUBTS = "doubts"
    EARLIER = "earlier text"
    CORRECTING = "correcting"
    HINTS = "suggestions"
    MEMO = "memo"
    QUOTING = "quoting"
    MEMOS = "memos"
    MEMO_SEARCH = "memo search"
    MARKS = "reading marks"
    LINKING = "linking"
    FIND = "find"
    FINDING = "finding"
    MATRIX = "comparison"
    THEORY = "change theory"
    VERSIONS = "theory versions"
    DIFFERENCE = "difference of two versions"
    ONE_DIFFERENCE = "one difference"
    REVIEW = "review"
    READING = "reviewing one"
    COMMENTS = "comments"
    COURSE = "how something came about"
    CONDITIONS = "support conditions"
    CONDITION_CASE = "support conditions of a case"
    JUDGING = "judging"
    ABSENCE = "absence"
    PROMPTS = "prompts"
    CHAINS = "chains"
    ALIKE = "alike"
    MEETING = "meeting"
    OVERVIEWS = "overviews"
    LISTED = "listed passages"
    LEAVING = "before it leaves"
    TRAY = "tray"
    EXHIBITS = "other material"
    FRAMEWORK = "framework matrix"
    FRAME_READING = "reading the framework matrix"
    PROFILE = "case profile"
    RESTING = "writing with passages"
    CHARTS = "charts"
    EXPORTS = "exports"
    EXPORT = "one export"


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can ask the program to do by a key or from the palette."""

    id: str
    """Also the action's name on the screen or widget it applies to."""
    keys: str
    """As Textual names them, parted by commas."""
    words: Bilingual
    """What the palette and F1 call it."""
    help: str
    """One sentence on what it does."""
    where: Where
    footer: str = ""
    """A word for the footer; "" keeps it out of there."""
    footer_place: int = 50
    """Order in the footer; what comes late is left out first where there is little room."""
    argument: str = ""
    """Argument of the action, as in action_recent(3)."""
    show_keys: str = ""
    """How the keys are shown, where that is not their names."""
    palette: bool = True
    click: str = ""
    """The action of a click on its word in the footer, where it is not the same."""

    @property
    def action(self) -> str:
        """The action as Textual calls it."""
        return f"{self.id}({self.argument!r})" if self.argument else self.id

    @property
    def shown(self) -> str:
        """The keys as a person reads them."""
        return self.show_keys or " ".join(key_words(each) for each in self.keys.split(","))


_KEY_WORDS = {
    "full_stop": ".",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "plus": "+",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "minus": "-",
    "slash": "/",
    "asterisk": "*",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "escape": "esc",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


def key_words(key: str) -> str:
    """A key as a person reads it: ctrl+↓, pgdn, esc, U."""
    *before, last = key.split("+")
    shown = _KEY_WORDS.get(last, last.upper() if last.startswith("f") and last[1:].isdigit() else last)
    return "+".join([*before, shown])


def moves(
    where: Where, rows: tuple[tuple[str, str, str, str], ...], footers: dict[str, str] | None = None
) -> tuple[Command, ...]:
    """Commands of keys that move about: id, keys, words, sentence; they stay out of the palette."""
    return tuple(
        Command(id_, keys, Bilingual(en=words), sentence, where, (footers or {}).get(id_, ""), palette=False)
        for id_, keys, words, sentence in rows
    )
