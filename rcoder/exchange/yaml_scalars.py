"""A single value written anew in the style that it stood in."""

from __future__ import annotations

import re
import textwrap

from rcoder.exchange.codebook_text import WIDTH, quoted
from rcoder.exchange.findings import is_plain
from rcoder.exchange.yaml_marks import Mark

_PLAIN = re.compile(r"[^\W_](?:[^\n]*[^\s:])?")
_NOT_IN_BRACKETS = frozenset(",[]{}")
_WORDS = frozenset({"no", "yes", "on", "off", "true", "false", "null", "y", "n"})


def scalar(text: str, mark: Mark, value: str, *, flow: bool) -> str:
    """What stands for `value` in the place of a scalar: plain, quoted or over several lines as before, where it can."""
    if mark.style in ("|", ">"):
        return _over_lines(text, mark, value) or quoted(value)
    if mark.style == "'" and "\n" not in value and all(is_plain(char) for char in value):
        return f"""'{value.replace("'", "''")}'"""
    if mark.style == "" and _may_be_plain(value, flow=flow):
        return value
    return _double(value) if mark.style == '"' else quoted(value)


def _double(value: str) -> str:
    found = quoted(value)
    return found if found.startswith('"') else f'"{found}"'


def _may_be_plain(value: str, *, flow: bool) -> bool:
    if not _PLAIN.fullmatch(value) or ": " in value or " #" in value or "\t" in value:
        return False
    if value.casefold() in _WORDS or not all(is_plain(char) for char in value):
        return False
    return not (flow and _NOT_IN_BRACKETS.intersection(value))


def _over_lines(text: str, mark: Mark, value: str) -> str:
    """The value as a text over several lines, indented as it was; "" where it cannot stand so."""
    header, line_end, body = _parted(text[mark.start : mark.end])
    first = next((line for line in body.splitlines() if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    lines = value.split("\n") if mark.style == "|" else _folded(value, WIDTH - len(indent))
    if not indent or not lines or any(line != line.strip() for line in lines) or "\t" in value:
        return ""
    return line_end.join((header, *(f"{indent}{line}" if line else "" for line in lines)))


def _parted(source: str) -> tuple[str, str, str]:
    found = re.search("\r\n|\r|\n", source)
    if found is None:
        return source, "\n", ""
    return source[: found.start()], found[0], source[found.end() :]


def _folded(value: str, width: int) -> list[str]:
    """The lines of a folded text: wrapped between words, a blank line for each line end; none where blanks would be lost."""
    found: list[str] = []
    for number, paragraph in enumerate(value.split("\n")):
        if "  " in paragraph:
            return []
        if number:
            found.append("")
        found += textwrap.wrap(paragraph, max(20, width), break_long_words=False, break_on_hyphens=False)
    return found
