"""Commands that work on the codebook of a project."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rcoder.cli.declared.leaving import leaving
from rcoder.cli.declared.shaping import command, project

if TYPE_CHECKING:
    from rcoder.cli.declared.shaping import Commands

_CODE = "key of a hypothesis, support condition or code, such as H1.M1"
_TEXTS = {
    "label": "its name",
    "title": "the hypothesis in one sentence",
    "definition": "what it means",
    "use": "when to use it",
    "avoid": "when not to, and what to use instead",
    "example": "an example",
}
_LANGUAGES = {"da": "Danish", "en": "English"}


def declare_changes(inner: Commands) -> None:
    """Declares them within the family `codebook`."""
    found = _changing(inner, "add-hypothesis", "add_hypothesis", "add a hypothesis to the codebook")
    found.add_argument("--codebook", default="", metavar="ID", help="the codebook (default: the main one)")
    found.add_argument("--key", default="", help="its key (default: the next, such as H7)")
    _texts(found)
    _lists(found)
    found = _changing(inner, "add-code", "add_code", "add a code or support condition under a hypothesis")
    found.add_argument("under", metavar="UNDER", help="key of the hypothesis, or of a code")
    found.add_argument("--key", default="", help="its key (default: the next, such as H1.M5)")
    found.add_argument("--condition", action="store_true", help="a support condition, not a code")
    _texts(found)
    _lists(found)
    _facts(found)
    found = _changing(inner, "edit", "edit", "change texts, kind, sign, horizon or actors of a code")
    found.add_argument("code", metavar="CODE", help=_CODE)
    _texts(found)
    _lists(found)
    _facts(found)
    found = _changing(inner, "move", "move", "move a code or support condition elsewhere in the tree")
    found.add_argument("code", metavar="CODE", help=_CODE)
    found.add_argument("under", metavar="UNDER", help="key of the hypothesis or code to stand under")
    found = _changing(inner, "retire", "retire", "no longer offer a code for coding; its codings stay")
    found.add_argument("code", metavar="CODE", help=f"{_CODE}; what stands under it goes along")
    found = _changing(inner, "bring-back", "bring_back", "offer a retired code for coding again")
    found.add_argument("code", metavar="CODE", help=_CODE)
    found.add_argument("--with-below", action="store_true", help="and the codes that stand under it")
    found = _changing(inner, "remove-code", "remove_code", "remove a code that nothing rests on")
    found.add_argument("code", metavar="CODE", help=_CODE)
    _split(_changing(inner, "split", "split", "split a hypothesis in two or more"))
    _merge(_changing(inner, "merge", "merge", "merge a code into another", _RESHAPING))
    _divide(_changing(inner, "divide", "divide", "divide a code: new codes beside it", _RESHAPING))
    _write(inner)


_CHANGES, _RESHAPING = "rcoder.cli.codebook_changes", "rcoder.cli.codebook_reshaping"


def _changing(
    inner: Commands, name: str, run: str, words: str, module: str = _CHANGES
) -> argparse.ArgumentParser:
    found = command(inner, name, f"{module}:{run}", words)
    project(found)
    found.add_argument("--why", default="", metavar="TEXT", help="the reason, for the journal")
    return found


def _texts(parser: argparse.ArgumentParser) -> None:
    for text, words in _TEXTS.items():
        for language, name in _LANGUAGES.items():
            parser.add_argument(
                f"--{text}-{language}", dest=f"{text}.{language}", metavar="TEXT", help=f"{words}, in {name}"
            )
    parser.add_argument("--section", metavar="TEXT", help="section of the source")
    parser.add_argument("--note", metavar="TEXT", help="a note on it")


def _lists(parser: argparse.ArgumentParser) -> None:
    whole = "as often as needed; the list is replaced, and an empty one empties it"
    parser.add_argument(
        "--alias", action="append", metavar="TEXT", help=f"another name it is found by, {whole}"
    )
    parser.add_argument(
        "--cue", action="append", metavar="TEXT", help=f"words people say in an interview, {whole}"
    )


def _facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", metavar="KIND", help="context, resource, reasoning or outcome")
    parser.add_argument("--sign", choices=("+", "-"), help="- for barriers and bad outcomes")
    parser.add_argument("--horizon", metavar="H", help='short, medium or long, for outcomes; "" for none')
    parser.add_argument(
        "--actor",
        action="append",
        metavar="ACTOR",
        help="borger, fagperson, virksomhed, ledelse, system or alle",
    )


def _split(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="HYPOTHESIS", help="key of the hypothesis, such as H1")
    parser.add_argument(
        "--into",
        action="append",
        default=[],
        metavar="KEY=LABEL",
        help='a new hypothesis, such as H1a="Aftaler / Agreements" (Danish / English, or one for both)',
    )
    parser.add_argument(
        "--assign",
        action="append",
        default=[],
        metavar="WHAT=KEY",
        help="which one a code, support condition, box or configuration goes to, such as H1.M1=H1a; boxes and "
        "configurations may go to several: K03=H1a,H1b, or to all: K03=*",
    )
    parser.add_argument("--rest", default="", metavar="KEY", help="which one the other codes go to")
    parser.add_argument(
        "--from", dest="file", default="", metavar="FILE", help="read all of it from a YAML file"
    )
    parser.add_argument("--dry-run", action="store_true", help="only show what would go where")


def _merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="key of the code that is merged; it is retired")
    parser.add_argument("into", metavar="INTO", help="key of the code that gets all that rests on it")
    parser.add_argument("--dry-run", action="store_true", help="only say what would go along")


def _divide(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="key of a code or support condition")
    parser.add_argument(
        "--into",
        action="append",
        required=True,
        metavar="LABEL",
        help='a new code, such as "Ro / Calm" (Danish / English, or one for both), or H1.M5="Ro / Calm"',
    )
    parser.add_argument("--retire", action="store_true", help="the code itself is no longer given")


def _write(inner: Commands) -> None:
    found = command(inner, "write", f"{_RESHAPING}:write", "write a codebook of a project into its YAML file")
    project(found)
    found.add_argument(
        "file", metavar="FILE", help="a .yaml file; in one that is there only what differs is touched"
    )
    found.add_argument(
        "--codebook", default="", metavar="ID", help="which one (default: as the file says, or the main one)"
    )
    found.add_argument("--dry-run", action="store_true", help="only say what would be written")
    leaving(found)
