"""Keys of the configurations and their windows."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CONFIGURATIONS = (
    Command("add", "plus", Bilingual("Nyt element", "Add an element"), "Adds an element: a code, words of your own, or one shared from another configuration (which makes a chain).", Where.CONFIGURATIONS, "add"),
    Command("words", "w", Bilingual("Skriv", "Words"), "Changes the words under the cursor: an element, the because, the title.", Where.CONFIGURATIONS),
    Command("tie", "l", Bilingual("Forbind", "Tie"), "Ties the element under the cursor to another; a context to a link as well, which it conditions.", Where.CONFIGURATIONS, "tie"),
    Command("turn", "t", Bilingual("Vend", "Turn"), "A link promotes or hinders; a passage supports, contradicts or refines, in turn.", Where.CONFIGURATIONS),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Takes the element out, removes the link, or takes the passage off.", Where.CONFIGURATIONS),
    Command("attach", "e", Bilingual("Tilknyt passage", "Attach a passage"), "Chooses a coded passage for the element to rest on, or as for or against the link or the whole.", Where.CONFIGURATIONS),
    Command("kind", "k", Bilingual("Slags", "Kind"), "Context, resource, reasoning, outcome in turn.", Where.CONFIGURATIONS),
    Command("actor", "a", Bilingual("Aktør", "Actor"), "Whose reasoning it is.", Where.CONFIGURATIONS),
    Command("activation", "A", Bilingual("Aktivering", "Activation"), "How strongly the reasoning fires: weak, middle, strong; not how strong the evidence is.", Where.CONFIGURATIONS),
    Command("sign", "p", Bilingual("Fortegn", "Sign"), "A positive or a negative outcome.", Where.CONFIGURATIONS),
    Command("horizon", "h", Bilingual("Sigt", "Term"), "Short, medium or long term, in turn.", Where.CONFIGURATIONS),
    Command("code", "c", Bilingual("Kode", "Code"), "Chooses the element's code.", Where.CONFIGURATIONS),
    Command("box", "b", Bilingual("Boks", "Box"), "Confirms or chooses the element's box in the change theory, or gives it one of its own.", Where.CONFIGURATIONS),
    Command("inferred", "d", Bilingual("Sagt eller udledt", "Said or inferred"), "Whether somebody says the element or you infer it.", Where.CONFIGURATIONS),
    Command("support", "S", Bilingual("Understøttende forhold", "Support conditions"), "Chooses a support condition it bears on, or leaves one.", Where.CONFIGURATIONS),
    Command("rivals", "R", Bilingual("Rivaliserende forklaring", "Rival explanation"), "Sets another explanation beside it; on a rival, says what became of it and why.", Where.CONFIGURATIONS),
    Command("rendering", "F", Bilingual("Skrivemåde", "Rendering"), "Reads the sentence as resource and reasoning, CMO or ICAMO, or uses one of them for the study.", Where.CONFIGURATIONS),
    Command("tongue", "T", Bilingual("Sætningens sprog", "Language of the sentence"), "Reads the sentence in Danish or English.", Where.CONFIGURATIONS),
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
    Command("new", "n", Bilingual("Ny konfiguration", "New configuration"), "Begins an empty configuration.", Where.CONFIGURATIONS, "new"),
    Command("drop", "X", Bilingual("Fjern konfigurationen", "Remove the configuration"), "Removes the whole configuration; undo brings it back.", Where.CONFIGURATIONS),
    Command("find", "slash", Bilingual("Find konfiguration", "Find a configuration"), "Finds a configuration by number, hypothesis or title.", Where.CONFIGURATIONS),
    *taking_back(Where.CONFIGURATIONS, "undo"),
    Command("next_pane", "tab,shift+tab", Bilingual("Anden rude", "Other pane"), "Goes between the list and the configuration; on a narrow screen it brings the list forward.", Where.CONFIGURATIONS, palette=False),
)  # fmt: skip

CLAIMS = (
    Command("supports", "s", Bilingual("Støtter", "Supports"), "Attaches the passage as supporting what is under the cursor.", Where.CLAIMS, "supports", palette=False),
    Command("contradicts", "c", Bilingual("Taler imod", "Contradicts"), "Attaches the passage as contradicting it.", Where.CLAIMS, "contradicts", palette=False),
    Command("refines", "r", Bilingual("Forfiner", "Refines"), "Attaches the passage as refining it.", Where.CLAIMS, "refines", palette=False),
    Command("new", "n", Bilingual("Nyt", "New"), "Attaches the passage as bringing something new to it.", Where.CLAIMS, "new", palette=False),
    Command("general", "g", Bilingual("Rækkevidde", "Scope"), "What the passage is about: this case, in general, normative or anticipated.", Where.CLAIMS, "scope", palette=False),
    Command("extend", "e", Bilingual("Udvid", "Extend"), "Brings the codings of the passage into the configuration.", Where.CLAIMS, "extend", palette=False),
    Command("cancel", "escape", Bilingual("Tilbage", "Leave"), "Leaves and changes nothing.", Where.CLAIMS, "leave", palette=False),
)  # fmt: skip

STANCE = (
    Command("rests", "e", Bilingual("Hviler på", "Rests on it"), "Of an element alone: it rests on the passage, as on a coding.", Where.STANCE, palette=False),
    Command("supports", "s", Bilingual("Støtter", "Supports"), "The passage supports it.", Where.STANCE, palette=False),
    Command("contradicts", "c", Bilingual("Taler imod", "Contradicts"), "The passage contradicts it.", Where.STANCE, palette=False),
    Command("refines", "r", Bilingual("Forfiner", "Refines"), "The passage refines it.", Where.STANCE, palette=False),
    Command("new", "n", Bilingual("Nyt", "New"), "It brings something new, that fits nothing in the theory yet.", Where.STANCE, palette=False),
    Command("cancel", "escape", Bilingual("Fortryd", "Leave"), "Leaves and changes nothing.", Where.STANCE, palette=False),
)  # fmt: skip
