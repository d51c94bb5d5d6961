"""How an export is to be written, as lines, choices and the arguments of our own command."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from rcoder.domain.cut import STATES
from rcoder.domain.outgoing import Option
from rcoder.domain.terms import say
from rcoder.project.exports import EXPORTS, Export
from rcoder.project.exports.offering import Known
from rcoder.ui.comparing import choices
from rcoder.ui.comparing.choices import EVERYTHING
from rcoder.ui.configuring.choices import Choice
from rcoder.ui.widgets.lines import Line

FORMATS: dict[str, tuple[str, str]] = {
    ".svg": ("SVG", "a drawing for Word, LaTeX and the web; stays sharp"),
    ".pdf": ("PDF", "for printing and for handing in; words can be searched"),
    ".png": ("PNG", "a picture at 300 dots an inch"),
    ".html": ("A page", "for a browser, from the file alone"),
    ".mmd": ("Mermaid", "text that GitHub and notes draw as a figure"),
    ".dot": ("DOT", "text for Graphviz"),
    ".xlsx": ("Excel", "numbers as numbers, and what to read beside them"),
    ".csv": ("CSV", "for any spreadsheet"),
    ".md": ("Markdown", "plain text"),
    ".tex": ("LaTeX", "a table for a thesis"),
    ".docx": ("Word", "to go on writing in"),
}
"""Each ending's name, and what it is good for."""
LANGUAGES = (
    Choice("da", (("Danish", ""),), "dansk", ("Danish", "dansk")),
    Choice("en", (("English", ""),), "", ("English",)),
)
FORMAT, LANGUAGE, FILE, WRITE = ":format", ":language", ":file", ":write"
"""Ids of the lines that are no option of the export."""
_NAMING = ("of", "split", "hypothesis", "hypotheses", "only", "variant", "version", "role", "group", "case")
"""Options that the file is named by, so that two parts of one thing are two files."""
_WIDE = 16


@dataclass(frozen=True, slots=True)
class Asked:
    """An export as it stands on screen."""

    export: Export
    ending: str
    language: str
    folder: Path
    values: Mapping[str, str] = field(default_factory=dict)
    named: Path | None = None
    """The file, where somebody has named it."""

    @property
    def file(self) -> Path:
        """Where it is to be written."""
        if self.named is not None:
            return self.named.with_suffix(self.ending)
        said = [
            f"version-{value}" if key == "version" else value
            for key in _NAMING
            if (value := self.values.get(key))
        ]
        plain = re.sub(r"[^\w-]+", "-", "-".join((self.export.key, *said))).strip("-")
        return self.folder / f"{plain}{self.ending}"

    def with_value(self, line: str, value: str) -> Asked:
        """The same with another format, language, file or option."""
        if line == FORMAT:
            return replace(self, ending=value)
        if line == LANGUAGE:
            return replace(self, language=value)
        if line == FILE:
            return replace(self, named=Path(value).expanduser())
        return replace(self, values={**self.values, line: value})

    def arguments(self, location: str, coder: str, *more: str) -> list[str]:
        """Our own command that writes it."""
        given = [part for key, value in sorted(self.values.items()) if value for part in (f"--{key}", value)]
        own = ["--language", self.language, "--to", str(self.file), *given, *more]
        return ["export", self.export.key, "--coder", coder, "--json", *own, "--", location]


def first(export: Export, language: str, folder: Path, values: Mapping[str, str]) -> Asked:
    """An export as it is offered."""
    return Asked(export, export.endings[0], language, folder, dict(values))


def export_lines() -> list[Line]:
    """Every export with the files it can be written to."""
    wide = max(len(each.name) for each in EXPORTS)
    return [
        Line(
            each.key,
            ((f" {each.name:<{wide}}  ", "-strong"), (each.words, "-muted")),
            right=" ".join(ending.removeprefix(".") for ending in each.endings),
        )
        for each in EXPORTS
    ]


def lines(asked: Asked) -> list[Line]:
    """How it is to be written, line by line."""
    return [
        _line(FORMAT, "Format", FORMATS[asked.ending][0], FORMATS[asked.ending][1]),
        _line(LANGUAGE, "Language", "Danish" if asked.language == "da" else "English", ""),
        *(
            _line(each.key, _name(each), asked.values.get(each.key, ""), each.words)
            for each in asked.export.options
        ),
        _line(FILE, "File", *_file_words(asked)),
        Line(WRITE, ((f" {'Write it':<{_WIDE}}", "-key"), ("enter here, or w", "-muted"))),
    ]


def _line(own: str, name: str, value: str, words: str) -> Line:
    said = (value, "") if value else ("–", "-muted")
    return Line(own, ((f" {name:<{_WIDE}}", "-strong"), said, (f"   {words}" if words else "", "-muted")))


def _file_words(asked: Asked) -> tuple[str, str]:
    """The file by its name where it lies in the folder rcoder was started in, else whole."""
    if asked.file.parent == asked.folder:
        return asked.file.name, "in the folder rcoder was started in"
    return str(asked.file), ""


def _name(option: Option) -> str:
    return option.key.replace("-", " ").capitalize()


def offered(asked: Asked, line: str, known: Known) -> list[Choice]:
    """What can be chosen on a line; [] where words are to be written."""
    if line == FORMAT:
        return [_format(each) for each in asked.export.endings]
    if line == LANGUAGE:
        return list(LANGUAGES)
    option = next((each for each in asked.export.options if each.key == line), None)
    if option is None:
        return []
    if option.choices:
        return [_nothing(), *(Choice(each, ((each, ""),), "", (each,)) for each in option.choices)]
    if asked.export.key == "theory" and (found := _of_theory(line, known)):
        return [_nothing(), *found]
    return _from_study(line, known)


def _format(ending: str) -> Choice:
    name, words = FORMATS[ending]
    return Choice(ending, ((name, ""),), words, (name, ending))


def _nothing() -> Choice:
    return Choice(EVERYTHING, (("not narrowed", "-muted"),), "", ("everything", "nothing"))


def _of_theory(line: str, known: Known) -> list[Choice]:
    """What a figure of the change theory can be narrowed to; [] where it is what every export can."""
    terms = {"horizon": known.cuts.horizons, "stance": known.cuts.stances}.get(line, ())
    if terms:
        return [Choice(each.value, ((say(each), ""),), "", (each.value,)) for each in terms]
    if line == "status":
        return [Choice(each.value, ((STATES[each].en, ""),), "", (each.value,)) for each in known.cuts.states]
    if line == "group":
        return [
            *(
                Choice(f"{side}{value}", ((f"{words}“{name.say()}”", ""),), "", (name.en,))
                for value, name in known.cuts.groups
                for side, words in (("", "in "), ("outside ", "outside "))
            ),
            choices.A_CONDITION,
        ]
    return []


def _from_study(line: str, known: Known) -> list[Choice]:
    """Hypotheses, roles, groups, versions and cases as the study has them."""
    offers = known.offers
    if line == "hypothesis":
        keys = [(key, label) for key, label in offers.rows if re.fullmatch(r"\w+", key)]
        return [
            _nothing(),
            *(Choice(key, ((key, "-strong"), (f" {label}", "")), "", (key, label)) for key, label in keys),
        ]
    if line == "role":
        return choices.roles(offers)
    if line == "split":
        return [_nothing(), *choices.splits(offers)]
    if line == "version":
        return [Choice(key, ((name, ""),), "", (key,)) for key, name in known.versions]
    if line == "case":
        return [_nothing(), *(Choice(each, ((each, ""),)) for each in known.cases)]
    return []


def wrong_with(asked: Asked, name: str) -> str:
    """What is wrong with the name of a file; "" where nothing is."""
    if not name.strip():
        return "Give the file a name."
    file = Path(name.strip()).expanduser()
    if file.suffix.lower() not in ("", asked.ending):
        return f"The name is to end in {asked.ending}; the format is chosen on a line of its own."
    return "That is a folder." if file.is_dir() else ""
