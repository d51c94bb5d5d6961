"""The block of facts at the top of a transcript (date, place, who took part), which nobody says."""

from __future__ import annotations

from rcoder.exchange.interviews.labels import Shape, is_field, key, names_role, shape
from rcoder.exchange.interviews.marks import Line, Mark

_REACH = 30
"""Lines with words within which the heading ends."""
_SHORT = 80


def heading_lines(text: str, lines: list[Line], marks: list[Mark]) -> frozenset[int]:
    """Numbers of the lines that belong to the heading; empty where the text has none."""
    by_line = {mark.line: mark for mark in marks}
    top = lines[:_REACH]
    last = _front_matter(text, top)
    for index, line in enumerate(top):
        mark = by_line.get(line.number)
        if mark is None or index <= last:
            continue
        if is_field(mark.name):
            last = index
        elif not _is_fact(text, mark):
            break
    last = _block_end(text, top, by_line, last)
    return frozenset(line.number for line in lines[: last + 1])


def _front_matter(text: str, top: list[Line]) -> int:
    """Index of the line that ends the block of keys which Markdown files may open with; -1 without one."""
    rules = [index for index, line in enumerate(top) if text[line.start : line.end].strip() == "---"]
    if len(rules) < 2 or rules[0] != 0:
        return -1
    inside = [text[line.start : line.end] for line in top[1 : rules[1]]]
    return rules[1] if all(":" in line or line.lstrip().startswith(("-", "#")) for line in inside) else -1


def _is_fact(text: str, mark: Mark) -> bool:
    """Whether the line says who is who rather than what somebody says."""
    value = text[mark.words : mark.end].strip(" \t*_")
    if len(value) > _SHORT or value.endswith(("?", "!", "…", ".")):
        return False
    return (names_role(mark.name) or shape(mark.name) is Shape.CODE) and bool(value)


def _block_end(text: str, top: list[Line], by_line: dict[int, Mark], last: int) -> int:
    """The last line of the block that holds the last fact, where all of the block is facts and a blank line ends it.

    Without any such fact it is the first block with labels, where each role stands once beside a name or another role.
    """
    first = last + 1 if last >= 0 else _first_labelled_block(top, by_line)
    index, seen = first, set[str]()
    while index < len(top) and (
        (index == first and last < 0) or top[index].number == top[index - 1].number + 1
    ):
        mark = by_line.get(top[index].number)
        if mark is None or not _is_fact(text, mark) or key(mark.name) in seen:
            return last
        if last < 0 and not _is_who(text[mark.words : mark.end].strip(" \t*_")):
            return last
        seen.add(key(mark.name))
        index += 1
    ended = index < len(top) and index > 0 and top[index].number > top[index - 1].number + 1
    return index - 1 if ended and index > first + (last < 0) else last


def _first_labelled_block(top: list[Line], by_line: dict[int, Mark]) -> int:
    """Index of the line that opens the first block in which a label stands."""
    opening = 0
    for index, line in enumerate(top):
        if index and line.number > top[index - 1].number + 1:
            opening = index
        if line.number in by_line:
            return opening
    return len(top)


def _is_who(value: str) -> bool:
    """Whether the value is a name of two words or more, a label, or a role."""
    words = value.split()
    if shape(value) is Shape.CODE:
        return True
    person, comma, part = value.partition(",")
    if comma and names_role(part) and len(part.split()) <= 3:
        words = person.split()
    named = 2 <= len(words) <= 6 and all(word[0].isupper() or word[0] in "(0123456789" for word in words)
    return named or (len(words) <= 3 and names_role(value))
