"""The list of configurations, and which keys fit the line under the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.journal import Change
from rcoder.project.bench import Bench
from rcoder.ui.commands import Where, commands
from rcoder.ui.configuring.asks import ask_at
from rcoder.ui.configuring.rows import about
from rcoder.ui.lists import configuration_pieces
from rcoder.ui.widgets.lines import Line, Piece

FITS: dict[str, tuple[str, ...]] = {
    "tie": ("onward", "backward", "relate", "remove"),
    "member": ("split_again",),
    "lent": (),
    "sentence": ("rendering", "tongue"),
    "conditions": ("support",),
    "rival": ("rivals", "words", "attach", "material", "remove"),
    "rivals": ("rivals",),
    "ask": ("prompt_done", "prompt_aside", "search_against", "prompts"),
    "strength": ("judge",),
    "title": ("words", "review", "hypotheses", "because", "judge", "drop"),
    "hypotheses": ("hypotheses",),
    "case": ("whose", "level"),
    "core": ("core",),
    "judgement": ("judge",),
    "comment": ("comment",),
    "memo": ("memo",),
    "frame": ("add",),
    "because": ("words",),
    "place": ("words", "kind", "tie", "attach", "remove", "code", "inferred", "box", "later"),
    "link": ("turn", "attach", "remove"),
    "claim": ("attach",),
    "evidence": ("go_place", "turn", "directness", "prompting", "scope", "remove", "memo", "to_tray"),
    "ground": ("go_place", "directness", "prompting", "remove"),
    "bearing": ("turn", "remove"),
}
"""The commands that do something to each sort of line, the commonest first."""
BY_KIND = {"M": ("actor", "activation"), "O": ("sign", "horizon")}
"""What only a reasoning or an outcome has."""

SHORT = {
    "attach": "passage", "drop": "remove it all", "later": "order", "memo": "memo", "add": "add",
    "go_place": "in the interview", "directness": "said or inferred", "prompting": "prompted", "to_tray": "to the tray",
}  # fmt: skip
"""Shorter words, where the line under the cursor says the rest."""


def lines(found: Iterable[ConfigurationLine]) -> Iterator[Line]:
    """Each configuration with its title below."""
    for each in found:
        yield Line(each.id, configuration_pieces(each))
        said = f"{each.open_comments} open" if each.open_comments else ""
        title: tuple[Piece, ...] = ((f"    {each.title or 'no title yet'}", "-muted"),)
        yield Line(f"{each.id}#", title, right=said, inert=True, goes_on=True)


def keys_for(row: str, name: str) -> tuple[Piece, ...]:
    """The keys that fit a line, in words; `name` is the short name of the element on it, if it is one."""
    subject, _ = about(row)
    wanted = FITS.get(subject, ())
    if subject == "place":
        wanted = (*wanted[:3], *BY_KIND.get(name[:1], ()), *wanted[3:])
    known = {each.id: each for each in commands(Where.CONFIGURATIONS)}
    pieces: list[Piece] = [(" ", "")]
    if subject == "count":
        pieces += [("enter", "-key"), (" the passages behind it  ", "-muted")]
    for each in (known[every] for every in wanted):
        pieces += [
            (each.shown.split(" ", 1)[0], "-key"),
            (f" {SHORT.get(each.id, each.words.en.lower())}  ", "-muted"),
        ]
    return tuple(pieces)


def landing(changes: Iterable[Change]) -> str:
    """The line that a deed brought, where the cursor goes next; "" where it brought none."""
    names = {"places": "place", "links": "link", "evidence": "evidence", "bearings": "bearing"}
    for change in changes:
        if change.table in names and change.before is None:
            return f"{names[change.table]}:{change.id}"
    return ""


def configuration_in(changes: Iterable[Change]) -> str:
    """The configuration that a deed brought, "" for none."""
    brought = (each.id for each in changes if each.table == "configurations" and each.before is None)
    return next(brought, "")


def asked_about(bench: Bench, row: str) -> str | None:
    """The line that a prompt is about; None where the line is no prompt."""
    ask = ask_at(bench, row)
    return ask.row if ask is not None else None
