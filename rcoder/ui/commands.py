"""Every command once: what it is called, its keys, and where it applies.

Bindings, footer, command palette, the F1 screen and docs/keys.md are all made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rcoder.domain.words import Bilingual

if TYPE_CHECKING:
    from textual.binding import Binding

    Bindings: TypeAlias = list[Binding | tuple[str, str] | tuple[str, str, str]]


class Where(StrEnum):
    """Where keys apply; one screen has several of these at once (`SCREENS`)."""

    EVERYWHERE = "everywhere"
    WELCOME = "welcome"
    CODING = "coding"
    TRANSCRIPT = "transcript"
    LIST = "list"
    PICKER = "picker"
    FLAGS = "flags"
    FORM = "form"
    HELP = "help"
    CONFIGURATIONS = "configurations"
    CHOOSER = "chooser"
    CLAIMS = "claims"
    STANCE = "stance"


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
    "minus": "-",
    "slash": "/",
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


def _moves(
    where: Where, rows: tuple[tuple[str, str, str, str], ...], footers: dict[str, str] | None = None
) -> tuple[Command, ...]:
    return tuple(
        Command(id_, keys, Bilingual(en=words), sentence, where, (footers or {}).get(id_, ""), palette=False)
        for id_, keys, words, sentence in rows
    )


_EVERYWHERE = (
    Command("show_help", "f1,question_mark", Bilingual("Hjælp", "Help"), "Shows every key of this screen.", Where.EVERYWHERE, "help"),
    Command("command_palette", "ctrl+p", Bilingual("Alle kommandoer", "All commands"), "Finds any command by its words.", Where.EVERYWHERE, "all"),
    Command("change_light", "f2", Bilingual("Lys eller mørk", "Light or dark"), "Changes between dark letters on light and light on dark.", Where.EVERYWHERE),
    Command("back", "escape", Bilingual("Tilbage", "Back"), "Drops a selection; without one, goes back a screen. Twice in a row leaves the study.", Where.EVERYWHERE),
    Command("quit", "ctrl+q", Bilingual("Afslut", "Quit"), "Closes rcoder; everything done is saved already.", Where.EVERYWHERE),
)  # fmt: skip

_WELCOME = (
    Command("open_sample", "s", Bilingual("Eksempelstudiet", "Sample study"), "Opens a small made-up Danish study, coded and configured.", Where.WELCOME, "sample"),
    Command("begin_new", "n", Bilingual("Nyt projekt", "New project"), "Begins a study: title, place, codebook.", Where.WELCOME, "new"),
    Command("open_other", "o", Bilingual("Åbn projekt", "Open a project"), "Opens a project by its file or address.", Where.WELCOME, "open"),
    Command("change_name", "w", Bilingual("Skift navn", "Change your name"), "Changes the name that stands beside your codings from here on.", Where.WELCOME, "your name"),
)  # fmt: skip

_CODING = (
    Command("code", "c", Bilingual("Kod passagen", "Code the passage"), "Opens the list of codes; type a few letters of a key, a name or an alias, Enter applies it.", Where.CODING, "code", 1),
    Command("again", "full_stop", Bilingual("Samme kode igen", "Same code again"), "Gives the passage the code that was used last.", Where.CODING, "again", 10),
    Command("choose_next", "comma", Bilingual("Næste kodning her", "Next coding here"), "Chooses another of the codings on the passage, for x, e, a and m.", Where.CODING),
    Command("remove", "x,delete", Bilingual("Fjern kodningen", "Remove the coding"), "Removes the chosen coding of the passage.", Where.CODING, "remove", 11),
    Command("change_ends", "e", Bilingual("Flyt enderne", "Change the ends"), "Gives the chosen coding the ends of the selection.", Where.CODING),
    Command("annotate", "a", Bilingual("Om kodningen", "About the coding"), "Sets the kind, actor, polarity, scope and the other flags of the chosen coding, each by one key.", Where.CODING),
    Command("memo", "m", Bilingual("Memo", "Memo"), "Writes a memo on the chosen coding.", Where.CODING),
    Command("next_uncoded", "n", Bilingual("Næste ukodede tur", "Next uncoded turn"), "Goes to the next turn of a respondent without a coding of yours.", Where.CODING, "uncoded", 2),
    Command("previous_uncoded", "N", Bilingual("Forrige ukodede tur", "Previous uncoded turn"), "Goes back to the turn of a respondent without a coding of yours.", Where.CODING),
    Command("next_coding", "j", Bilingual("Næste kodning", "Next coding"), "Goes to the next passage that is coded.", Where.CODING),
    Command("previous_coding", "J", Bilingual("Forrige kodning", "Previous coding"), "Goes back to the passage that is coded.", Where.CODING),
    Command("undo", "u", Bilingual("Fortryd", "Undo"), "Takes back your latest deed, whatever it was.", Where.CODING, "undo", 9),
    Command("redo", "U,ctrl+r", Bilingual("Gør igen", "Redo"), "Does again what was last taken back.", Where.CODING),
    Command("finish", "f", Bilingual("Kodet til ende", "Coded to the end"), "Marks this interview as read and coded to the end, or takes the mark off.", Where.CODING, "done", 8),
    Command("link", "k", Bilingual("Til en konfiguration", "To a configuration"), "Makes or extends a configuration from the codings of the passage.", Where.CODING, "configure", 3),
    Command("configurations", "g", Bilingual("Konfigurationer", "Configurations"), "Opens the configurations.", Where.CODING, "configurations", 5),
    Command("interviews", "i", Bilingual("Interviews", "Interviews"), "Goes to the list of interviews.", Where.CODING, "interviews", 4),
    Command("codebook", "b", Bilingual("Kodebog", "Codebook"), "Goes to the codebook.", Where.CODING, "codebook", 6),
    Command("next_pane", "tab", Bilingual("Næste rude", "Next pane"), "Goes to the next pane; on a narrow screen it brings it forward.", Where.CODING, "panes", 7, palette=False),
    Command("previous_pane", "shift+tab", Bilingual("Forrige rude", "Previous pane"), "Goes back a pane.", Where.CODING, palette=False),
    Command("bring_in", "ctrl+o", Bilingual("Hent interviews ind", "Bring in interviews"), "Imports transcripts from files.", Where.CODING),
    Command("copy", "ctrl+c", Bilingual("Kopiér", "Copy"), "Copies the words of the passage.", Where.CODING),
    *(
        Command("recent", str(digit), Bilingual(f"Kode {digit}", f"Code {digit}"), "Gives the passage that recent code; each keeps its digit while the program is open.", Where.CODING, argument=str(digit), palette=False)
        for digit in range(1, 10)
    ),
)  # fmt: skip

_TRANSCRIPT = _moves(
    Where.TRANSCRIPT,
    (
        ("sentence_down", "down", "Next sentence", "Goes a sentence on."),
        ("sentence_up", "up", "Previous sentence", "Goes a sentence back."),
        ("turn_down", "ctrl+down", "Next turn", "Goes a turn on."),
        ("turn_up", "ctrl+up", "Previous turn", "Goes to the start of the turn, then a turn back."),
        ("word_right", "right", "Next word", "Goes a word on."),
        ("word_left", "left", "Previous word", "Goes a word back."),
        ("widen_down", "shift+down", "Widen by a sentence", "Moves the end of the selection a sentence on."),
        ("widen_up", "shift+up", "Narrow by a sentence", "Moves the end of the selection a sentence back."),
        (
            "widen_turn_down",
            "ctrl+shift+down",
            "Widen by a turn",
            "Moves the end of the selection a turn on.",
        ),
        ("widen_turn_up", "ctrl+shift+up", "Narrow by a turn", "Moves the end of the selection a turn back."),
        ("widen_right", "shift+right", "Widen by a word", "Moves the end of the selection a word on."),
        ("widen_left", "shift+left", "Narrow by a word", "Moves the end of the selection a word back."),
        ("by_character", "v", "Select by character", "Lets the arrows select by character, until v or esc."),
        ("swap_ends", "o", "Other end", "Lets the other end of the selection move."),
        ("sentence_start", "home", "First word", "Goes to the first word of the sentence."),
        ("sentence_end", "end", "Last word", "Goes to the last word of the sentence."),
        ("widen_home", "shift+home", "Select to the start", "Selects back to the start of the sentence."),
        ("widen_end", "shift+end", "Select to the end", "Selects to the end of the sentence."),
        ("page_down", "pagedown,space", "Page down", "Goes a page on."),
        ("page_up", "pageup", "Page up", "Goes a page back."),
        ("first", "ctrl+home", "Beginning", "Goes to the first sentence of the interview."),
        ("last", "ctrl+end", "End", "Goes to the last sentence of the interview."),
    ),
)

_LIST = _moves(
    Where.LIST,
    (
        ("line_down", "down", "Next line", "Goes a line on."),
        ("line_up", "up", "Previous line", "Goes a line back."),
        ("choose", "enter", "Choose", "Opens the interview or configuration, or gives the passage the code."),
        ("fold", "left", "Fold", "Folds the branch, or goes to the line above it."),
        ("unfold", "right", "Unfold", "Unfolds the branch."),
        ("list_page_down", "pagedown", "Page down", "Goes a page on."),
        ("list_page_up", "pageup", "Page up", "Goes a page back."),
        ("list_first", "home", "First line", "Goes to the first line."),
        ("list_last", "end", "Last line", "Goes to the last line."),
    ),
    {"choose": "choose", "unfold": "unfold"},
)

_PICKER = _moves(
    Where.PICKER,
    (
        ("candidate_down", "down", "Next code", "Goes a code on."),
        ("candidate_up", "up", "Previous code", "Goes a code back."),
        ("candidate_page_down", "pagedown", "Page down", "Goes a page of codes on."),
        ("candidate_page_up", "pageup", "Page up", "Goes a page of codes back."),
        ("apply", "enter", "Apply", "Gives the passage the code."),
        ("cancel", "escape", "Leave", "Leaves without coding."),
    ),
)

_FLAGS = (
    Command("set_kind", "k", Bilingual("Slags", "Kind"), "Context, resource, reasoning, outcome in turn.", Where.FLAGS),
    Command("set_actor", "a", Bilingual("Aktør", "Actor"), "Whose reasoning it is; the roles of the study in turn.", Where.FLAGS),
    Command("set_polarity", "p", Bilingual("Polaritet", "Polarity"), "Present, weak or absent.", Where.FLAGS),
    Command("set_counterfactual", "c", Bilingual("Kontrafaktisk", "Counterfactual"), "Whether it says what would have been without it.", Where.FLAGS),
    Command("set_scope", "s", Bilingual("Rækkevidde", "Scope"), "This case, in general, normative or anticipated.", Where.FLAGS),
    Command("set_case", "o", Bilingual("Anden sag", "Other case"), "Ties the passage to another case than the interview's.", Where.FLAGS),
    Command("set_directness", "d", Bilingual("Sagt eller udledt", "Said or inferred"), "Whether the words say it or you infer it.", Where.FLAGS),
    Command("set_prompting", "v", Bilingual("Af sig selv eller foranlediget", "Volunteered or prompted"), "Whether the respondent came with it or agreed.", Where.FLAGS),
    Command("set_memo", "m", Bilingual("Memo", "Memo"), "Writes a memo on the coding.", Where.FLAGS),
    Command("turn_on", "right,space", Bilingual("Næste", "Change"), "Gives the flag under the cursor its next value.", Where.FLAGS, palette=False),
    Command("turn_back", "left", Bilingual("Forrige", "Change back"), "Gives it the value before.", Where.FLAGS, palette=False),
    Command("done", "escape,enter", Bilingual("Færdig", "Done"), "Keeps the flags as they stand.", Where.FLAGS),
)  # fmt: skip

_CONFIGURATIONS = (
    Command("add", "plus", Bilingual("Nyt element", "Add an element"), "Adds an element: a code, words of your own, or one shared from another configuration (which makes a chain).", Where.CONFIGURATIONS, "add"),
    Command("words", "w", Bilingual("Skriv", "Words"), "Changes the words under the cursor: an element, the because, the title.", Where.CONFIGURATIONS, "words"),
    Command("tie", "l", Bilingual("Forbind", "Tie"), "Ties the element under the cursor to another; a context to a link as well, which it conditions.", Where.CONFIGURATIONS, "tie"),
    Command("turn", "t", Bilingual("Vend", "Turn"), "A link promotes or hinders; a passage supports, contradicts or refines, in turn.", Where.CONFIGURATIONS),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Takes the element out, removes the link, or takes the passage off.", Where.CONFIGURATIONS, "remove"),
    Command("attach", "e", Bilingual("Tilknyt passage", "Attach a passage"), "Chooses a coded passage for the element to rest on, or as for or against the link or the whole.", Where.CONFIGURATIONS),
    Command("kind", "k", Bilingual("Slags", "Kind"), "Context, resource, reasoning, outcome in turn.", Where.CONFIGURATIONS),
    Command("actor", "a", Bilingual("Aktør", "Actor"), "Whose reasoning it is.", Where.CONFIGURATIONS),
    Command("activation", "A", Bilingual("Aktivering", "Activation"), "How strongly the reasoning fires: weak, middle, strong; not how strong the evidence is.", Where.CONFIGURATIONS),
    Command("sign", "p", Bilingual("Fortegn", "Sign"), "A positive or a negative outcome.", Where.CONFIGURATIONS),
    Command("horizon", "h", Bilingual("Sigt", "Term"), "Short, medium or long term, in turn.", Where.CONFIGURATIONS),
    Command("code", "c", Bilingual("Kode", "Code"), "Chooses the element's code.", Where.CONFIGURATIONS),
    Command("box", "b", Bilingual("Boks", "Box"), "Confirms or chooses the element's box in the change theory, or gives it one of its own.", Where.CONFIGURATIONS),
    Command("earlier", "shift+up", Bilingual("Tidligere", "Earlier"), "Moves the element before the one above it of its kind.", Where.CONFIGURATIONS),
    Command("later", "shift+down", Bilingual("Senere", "Later"), "Moves the element after the one below it of its kind.", Where.CONFIGURATIONS),
    Command("scope", "s", Bilingual("Rækkevidde", "Scope"), "What the passage is about: this case, in general, normative or anticipated.", Where.CONFIGURATIONS),
    Command("memo", "m", Bilingual("Memo", "Memo"), "Writes a memo on the passage, elsewhere on the configuration.", Where.CONFIGURATIONS),
    Command("because", "B", Bilingual("Fordi", "Because"), "Writes why it works.", Where.CONFIGURATIONS),
    Command("hypotheses", "H", Bilingual("Hypoteser", "Hypotheses"), "Chooses a hypothesis it belongs to, or leaves one.", Where.CONFIGURATIONS),
    Command("core", "K", Bilingual("Kerneelement", "Core element"), "Confirms or chooses its core element.", Where.CONFIGURATIONS),
    Command("whose", "o", Bilingual("Sag", "Case"), "Chooses the case it is about.", Where.CONFIGURATIONS),
    Command("level", "L", Bilingual("Niveau", "Level"), "Case, consolidated or middle range, in turn.", Where.CONFIGURATIONS),
    Command("review", "r", Bilingual("Status", "Status"), "Draft, submitted, returned, accepted, settled, superseded or rejected.", Where.CONFIGURATIONS),
    Command("judge", "j", Bilingual("Styrke", "Strength"), "Says in words how strong it is, with a reason.", Where.CONFIGURATIONS),
    Command("new", "n", Bilingual("Ny konfiguration", "New configuration"), "Begins an empty configuration.", Where.CONFIGURATIONS),
    Command("drop", "X", Bilingual("Fjern konfigurationen", "Remove the configuration"), "Removes the whole configuration; undo brings it back.", Where.CONFIGURATIONS),
    Command("find", "slash", Bilingual("Find konfiguration", "Find a configuration"), "Finds a configuration by number, hypothesis or title.", Where.CONFIGURATIONS),
    Command("undo", "u", Bilingual("Fortryd", "Undo"), "Takes back your latest deed, whatever it was.", Where.CONFIGURATIONS, "undo"),
    Command("redo", "U,ctrl+r", Bilingual("Gør igen", "Redo"), "Does again what was last taken back.", Where.CONFIGURATIONS),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between the list and the configuration; on a narrow screen it brings the list forward.", Where.CONFIGURATIONS, palette=False),
)  # fmt: skip

_CHOOSER = _moves(
    Where.CHOOSER,
    (
        ("choice_down", "down", "Next", "Goes a line on."),
        ("choice_up", "up", "Previous", "Goes a line back."),
        ("choice_page_down", "pagedown", "Page down", "Goes a page on."),
        ("choice_page_up", "pageup", "Page up", "Goes a page back."),
        ("take", "enter", "Choose", "Takes the line under the cursor."),
        ("cancel", "escape", "Leave", "Leaves and changes nothing."),
    ),
)

_CLAIMS = (
    Command("supports", "s", Bilingual("Støtter", "Supports"), "Attaches the passage as supporting what is under the cursor.", Where.CLAIMS, "supports", palette=False),
    Command("contradicts", "c", Bilingual("Taler imod", "Contradicts"), "Attaches the passage as contradicting it.", Where.CLAIMS, "contradicts", palette=False),
    Command("refines", "r", Bilingual("Forfiner", "Refines"), "Attaches the passage as refining it.", Where.CLAIMS, "refines", palette=False),
    Command("general", "g", Bilingual("Rækkevidde", "Scope"), "What the passage is about: this case, in general, normative or anticipated.", Where.CLAIMS, "scope", palette=False),
    Command("extend", "e", Bilingual("Udvid", "Extend"), "Brings the codings of the passage into the configuration.", Where.CLAIMS, "extend", palette=False),
    Command("cancel", "escape", Bilingual("Tilbage", "Leave"), "Leaves and changes nothing.", Where.CLAIMS, "leave", palette=False),
)  # fmt: skip

_STANCE = (
    Command("supports", "s", Bilingual("Støtter", "Supports"), "The passage supports it.", Where.STANCE, palette=False),
    Command("contradicts", "c", Bilingual("Taler imod", "Contradicts"), "The passage contradicts it.", Where.STANCE, palette=False),
    Command("refines", "r", Bilingual("Forfiner", "Refines"), "The passage refines it.", Where.STANCE, palette=False),
    Command("cancel", "escape", Bilingual("Fortryd", "Leave"), "Leaves and changes nothing.", Where.STANCE, palette=False),
)  # fmt: skip

_FORM = (
    Command("accept", "ctrl+s", Bilingual("Gem", "Done"), "Takes what is written.", Where.FORM, palette=False),
    Command("cancel", "escape", Bilingual("Fortryd", "Leave"), "Leaves and changes nothing.", Where.FORM, palette=False),
)  # fmt: skip

_HELP = (Command("close", "escape,f1,q,question_mark", Bilingual("Luk", "Close"), "Closes the help.", Where.HELP, "close", palette=False),)  # fmt: skip

COMMANDS: tuple[Command, ...] = (
    *_EVERYWHERE, *_WELCOME, *_CODING, *_TRANSCRIPT, *_LIST, *_PICKER, *_FLAGS, *_FORM, *_HELP,
    *_CONFIGURATIONS, *_CHOOSER, *_CLAIMS, *_STANCE,
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


if __name__ == "__main__":
    import sys

    from rcoder.ui.keys_page import keys_page

    sys.stdout.write(keys_page())
