"""Blocks of keys changed in a YAML text that a person wrote: only what differs is touched, comments and order stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rcoder.domain.errors import Misuse
from rcoder.domain.words import Bilingual
from rcoder.exchange.codebook_text import Block, Written, block_lines, entry_lines, quoted
from rcoder.exchange.yaml_marks import Mark, Marked
from rcoder.exchange.yaml_scalars import scalar

Anchors = Callable[[Block, Sequence[Block]], Block | None]
"""After which of the blocks that are there a new one goes; None for the end."""


class Surgery:
    """Brings the blocks of a marked text from what they say to what they are to say."""

    def __init__(self, marked: Marked, anchor: Anchors) -> None:
        self.marked = marked
        self.anchor = anchor

    def block(self, mark: Mark, before: Block, after: Block) -> None:
        """Changes a block of keys: values in place, keys without a value taken out, new ones after those they follow."""
        gone = [
            key
            for key in mark.pairs
            if key in before and _said(before[key]) and not _said(after.get(key, ""))
        ]
        for key, value in after.items():
            if key in mark.pairs and key not in gone and not _same(before.get(key, ""), value):
                self._value(mark.pairs[key][1], before.get(key, ""), value, flow=mark.flow)
        new = [
            key
            for key, value in after.items()
            if _said(value) and key not in mark.pairs and not _same(before.get(key, ""), value)
        ]
        if mark.flow:
            self._flow_pairs(mark, gone, {key: after[key] for key in new})
            return
        for key in gone:
            self._take_pair(mark, key)
        order = list(after)
        for key in new:
            there = [each for each in mark.pairs if each not in gone]
            earlier = [each for each in there if each in order and order.index(each) < order.index(key)]
            follows = mark.pairs[max(earlier, key=order.index) if earlier else there[-1]][1]
            lines = [" " * mark.column + each for each in entry_lines(key, after[key])]
            self.marked.put_lines(self.marked.after_lines(follows.end - 1, mark.column), lines)

    def _value(self, mark: Mark, before: Written, after: Written, *, flow: bool) -> None:
        if isinstance(after, Bilingual) and isinstance(before, Bilingual):
            self.block(mark, _languages(before), _languages(after))
        elif isinstance(after, str):
            self.marked.put(
                mark.start, mark.end, scalar(self.marked.text, mark, str(after), flow=flow or mark.flow)
            )
        elif _blocks(before) or _blocks(after):
            self._blocks(mark, _blocks(before), _blocks(after))
        else:
            self._words(mark, _words(before), _words(after))

    def _take_pair(self, mark: Mark, key: str) -> None:
        """Takes a key and its value out; after a dash, the key after it comes into its place."""
        own, value = mark.pairs[key]
        pairs = list(mark.pairs)
        alone = not self.marked.text[self.marked.line_start(own.start) : own.start].strip()
        if alone:
            self.marked.take_lines(own.start, value.end)
            return
        following = mark.pairs[pairs[1]][0].start if len(pairs) > 1 else value.end
        clear = not self.marked.comments_in(own.start, following)
        self.marked.put(own.start, following if clear else value.end, "")

    # -- lists ---------------------------------------------------------------------------------------------------

    def _words(self, mark: Mark, before: Sequence[str], after: Sequence[str]) -> None:
        _check(mark, before)
        marks = dict(zip(before, mark.entries, strict=True))
        staying = [each for each in before if each in after]
        if staying != [each for each in after if each in marks]:
            staying = []
        if mark.flow:
            self._flow_words(mark, marks, staying, after)
            return
        for word, entry in marks.items():
            if word not in staying:
                self.marked.take_lines(self._dash(mark, entry), entry.end)
        for place, word in enumerate(after):
            if word not in staying:
                earlier = next((marks[each] for each in reversed(after[:place]) if each in staying), None)
                line = f"{' ' * mark.column}- {quoted(word)}"
                self.marked.put_lines(self._line_of_new(mark, earlier), [line])

    def _blocks(self, mark: Mark, before: Sequence[Block], after: Sequence[Block]) -> None:
        _check(mark, before)
        wanted = {identity(each): each for each in after}
        marks = {identity(each): entry for each, entry in zip(before, mark.entries, strict=True)}
        kept = [each for each in before if identity(each) in wanted]
        for each in kept:
            self.block(marks[identity(each)], each, wanted[identity(each)])
        new = [each for each in after if identity(each) not in marks]
        if mark.flow:
            self._flow_blocks(mark, before, kept, new)
            return
        for each in before:
            if identity(each) not in wanted:
                self.marked.take_lines(self._dash(mark, marks[identity(each)]), marks[identity(each)].end)
        standing: list[tuple[Block, Block | None]] = [(wanted[identity(each)], each) for each in kept]
        for each in new:
            follows = self.anchor(each, [one for one, _ in standing])
            place = next((at for at, (one, _) in enumerate(standing) if one is follows), len(standing) - 1)
            own = next(
                (before_ for _, before_ in reversed(standing[: place + 1]) if before_ is not None), None
            )
            standing.insert(place + 1, (each, None))
            self._put_block(mark, each, marks[identity(own)] if own is not None else None)

    def _put_block(self, mark: Mark, block: Block, follows: Mark | None) -> None:
        first, *rest = block_lines(block)
        indent = " " * mark.column
        lines = [f"{indent}- {first}", *(f"{indent}  {each}" for each in rest)]
        if self._spaced(mark):
            lines.insert(0, "")
        self.marked.put_lines(self._line_of_new(mark, follows), lines)

    def _spaced(self, mark: Mark) -> bool:
        """Whether a blank line stands between the first two entries."""
        if len(mark.entries) < 2:
            return False
        between = self.marked.text[mark.entries[0].end : mark.entries[1].start]
        return any(not each.strip() for each in between.splitlines()[1:-1])

    def _line_of_new(self, mark: Mark, follows: Mark | None) -> int:
        if follows is None:
            return self.marked.line_start(self._dash(mark, mark.entries[0]))
        return self.marked.after_lines(follows.end - 1, mark.column)

    def _dash(self, mark: Mark, entry: Mark) -> int:
        """Where the dash of an entry stands."""
        line = self.marked.line_start(entry.start)
        while (
            self.marked.text[line + mark.column : line + mark.column + 1] != "-"
            or line + mark.column >= entry.start
        ):
            line = self.marked.line_start(line - 1)
        return line + mark.column

    # -- in brackets ---------------------------------------------------------------------------------------------

    def _source(self, mark: Mark) -> str:
        return self.marked.text[mark.start : mark.end]

    def _flow_words(
        self, mark: Mark, marks: Mapping[str, Mark], staying: Sequence[str], after: Sequence[str]
    ) -> None:
        if list(after[: len(staying)]) == list(staying) and staying:
            gone = [entry for word, entry in marks.items() if word not in staying]
            self._flow(mark, list(mark.entries), gone, [quoted(each) for each in after[len(staying) :]])
            return
        pieces = [self._source(marks[each]) if each in staying else quoted(each) for each in after]
        kept = self._comments(mark.start, mark.end)
        self.marked.put(mark.start, mark.end, f"[{kept}{', '.join(pieces)}]")

    def _flow_blocks(
        self, mark: Mark, before: Sequence[Block], kept: Sequence[Block], new: Sequence[Block]
    ) -> None:
        staying = {identity(each) for each in kept}
        gone = [
            entry for each, entry in zip(before, mark.entries, strict=True) if identity(each) not in staying
        ]
        self._flow(mark, list(mark.entries), gone, [in_brackets(each) for each in new])

    def _flow_pairs(self, mark: Mark, gone: Sequence[str], new: Mapping[str, Written]) -> None:
        spans = [Mark(key.start, value.end, key.column) for key, value in mark.pairs.values()]
        going = [spans[place] for place, key in enumerate(mark.pairs) if key in gone]
        self._flow(mark, spans, going, [f"{key}: {in_brackets(value)}" for key, value in new.items()])

    def _flow(self, mark: Mark, pieces: list[Mark], gone: Sequence[Mark], new: Sequence[str]) -> None:
        """Takes pieces out of a list in brackets, with a comma each, and puts new ones after the last that stays."""
        if not gone and not new:
            return
        staying = [each for each in pieces if each not in gone]
        if not staying:
            kept = self._comments(mark.start, mark.end)
            self.marked.put(mark.start + 1, mark.end - 1, kept + ", ".join(new))
            return
        for each in gone:
            place = pieces.index(each)
            self.marked.put(each.start, each.end, self._comments(each.start, each.end))
            self._take_comma(each.end, pieces[place + 1].start if place + 1 < len(pieces) else mark.end)
        last = staying[-1]
        after_last = pieces[pieces.index(last) + 1 :]
        if after_last and self._comma(after_last[-1].end, mark.end) is None:
            self._take_comma(last.end, after_last[0].start)
        if new:
            self.marked.put(last.end, last.end, "".join(f", {each}" for each in new))

    def _comments(self, start: int, end: int) -> str:
        """The comments of a stretch within brackets, each up to the end of its line."""
        found = self.marked.comments_in(start, end)
        return "".join(f" {self.marked.text[a:b]}{self.marked.line_end} " for a, b in found)

    def _take_comma(self, start: int, end: int) -> None:
        """Takes out the comma in a stretch between two values, with the blanks after it; those before a comment stay."""
        if (comma := self._comma(start, end)) is None:
            return
        after = comma + 1
        while self.marked.text[after : after + 1] in (" ", "\t"):
            after += 1
        self.marked.put(comma, comma + 1 if self.marked.text[after : after + 1] == "#" else after, "")

    def _comma(self, start: int, end: int) -> int | None:
        """The comma in a stretch between two values; None where there is none but in comments."""
        comments = self.marked.comments_in(start, end)
        commas = (place for place in range(start, end) if self.marked.text[place] == ",")
        return next((place for place in commas if not any(a <= place < b for a, b in comments)), None)


def identity(block: Block | None) -> tuple[str, ...]:
    """What tells a block from the others of its list: its id, key or value; a link's two ends and effect."""
    known = block or {}
    if "from" in known:
        return tuple(str(known[each]) for each in ("from", "to", "effect"))
    return next(((str(known[each]),) for each in ("id", "key", "value") if each in known), ())


def in_brackets(value: Written | Block) -> str:
    """A value on one line, with brackets."""
    if isinstance(value, str):
        return quoted(str(value))
    if isinstance(value, Bilingual):
        return in_brackets(_languages(value))
    if isinstance(value, Mapping):
        said = (f"{key}: {in_brackets(each)}" for key, each in value.items() if _said(each))
        return f"{{{', '.join(said)}}}"
    return f"[{', '.join(in_brackets(each) for each in value)}]"


def _languages(value: Bilingual) -> Block:
    return {"da": value.da, "en": value.en}


def _said(value: Written) -> bool:
    return bool(value) and value != Bilingual()


def _same(one: Written, other: Written) -> bool:
    if not _said(one) or not _said(other):
        return _said(one) == _said(other)
    return comparable(one) == comparable(other)


def comparable(value: Written | Block) -> object:
    """What a value says, however it is written and in whatever order its blocks stand."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Bilingual):
        return value
    if isinstance(value, Mapping):
        return {key: comparable(each) for key, each in value.items() if _said(each)}
    if any(isinstance(each, Mapping) for each in value):
        return {identity(each): comparable(each) for each in value if isinstance(each, Mapping)}
    return [comparable(each) for each in value]


def _words(value: Written) -> list[str]:
    return [str(each) for each in value] if not isinstance(value, str | Bilingual) else []


def _blocks(value: Written) -> list[Block]:
    return (
        [each for each in value if isinstance(each, Mapping)]
        if not isinstance(value, str | Bilingual)
        else []
    )


def _check(mark: Mark, before: Sequence[object]) -> None:
    if len(mark.entries) != len(before):
        raise Misuse("The file has changed while it was read.", "Nothing was written; try again.")
