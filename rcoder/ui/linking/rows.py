"""The words of the linking strip: what comes about, in one or two lines, and what it could go into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from rcoder.domain.configuration import Assembled, Link
from rcoder.domain.review import BINDING
from rcoder.domain.terms import letter, say
from rcoder.domain.words import Category, Effect, Kind, Polarity
from rcoder.project.linking import Near
from rcoder.ui.configuring.bench import LANGUAGE, element_name, link_name, link_of
from rcoder.ui.configuring.making import hypotheses_of
from rcoder.ui.linking.parts import KINDS, Draft, Part, Stand, Tie, ties
from rcoder.ui.linking.proposal import Proposal
from rcoder.ui.lists import shortened
from rcoder.ui.themes import tint
from rcoder.ui.widgets.strips import Pieces

ARROWS = {Effect.PROMOTES: " → ", Effect.HINDERS: " ⊣ ", Effect.CONDITIONS: " on "}
LEAST = 6
"""Letters that a wording is cut to at most."""


class Token(NamedTuple):
    """Words that a click may fall on, and what they stand for; "" for nothing."""

    pieces: Pieces
    target: str = ""

    @property
    def width(self) -> int:
        """Cells."""
        return sum(cell_len(words) for words, _ in self.pieces)


Row = tuple[Token, ...]


def rows(proposal: Proposal, width: int, said: str = "") -> list[Row]:
    """Every row of the strip for `width` cells; `said` is what the program had to say last, in place of the help."""
    beside = wrapped(aside(proposal), width)
    help_row: Row = (Token(((f" {help_on(proposal)}", "-muted"),)),)
    if said:
        help_row = (Token(((" ! ", "-key"), (said, ""))),)
    elif len(beside) > 1:
        help_row = beside[1]
    return [
        title(proposal),
        *chain(proposal, width),
        beside[0],
        help_row,
        choices(proposal, width),
        buttons(proposal),
    ]


def title(proposal: Proposal) -> Row:
    """What it is to be, and the words it is said in."""
    words = " ".join(proposal.offer.words.split())
    if proposal.into is not None:
        own = proposal.into.configuration
        keys = _keys(own.hypotheses, proposal)
        head = f" {' · '.join(each for each in (own.number, keys, say(own.status), own.title) if each)}"
    else:
        keys = _keys(hypotheses_of(proposal.offer.codings, proposal.codes), proposal)
        head = f" New configuration{f' · {keys}' if keys else ''}"
    return (Token(((head, "-strong"), (f"  “{words}”", "-muted"))),)


def _keys(ids: Iterable[str], proposal: Proposal) -> str:
    return " ".join(proposal.codes[each].key for each in ids if each in proposal.codes)


# -- what comes about --------------------------------------------------------------------------------------------


def chain(proposal: Proposal, width: int) -> list[Row]:
    """What is tied, in two lines: C … on R … → M … → O …; wordings give way where there is little room."""
    draft = proposal.draft
    if not any(draft.of(kind) for kind in KINDS):
        conditions = "space ties a part." if draft.parts else _conditions(proposal)
        empty = f"Nothing is tied. {conditions or 'Nothing of yours is coded here.'}"
        return [(Token(((f" {empty}", "-muted"),)),), ()]
    room = 60
    found = wrapped(_chain_tokens(proposal, room), width)
    while len(found) > 2 and room > LEAST:
        room -= 6
        found = wrapped(_chain_tokens(proposal, room), width)
    return [*found[:2], *[()] * (2 - len(found))]


def _chain_tokens(proposal: Proposal, room: int) -> list[Token]:
    draft = proposal.draft
    tied = {(each.source, each.target): each for each in ties(draft)}
    found: list[Token] = [Token(((" ", ""),)), *_contexts(proposal, room)]
    before: tuple[Part, ...] = ()
    for kind in KINDS:
        here = draft.of(kind)
        for index, part in enumerate(here):
            earlier = here[index - 1] if index else None
            found += _joint(tied, before, part, earlier)
            found.append(part_token(proposal, part, room))
        before = here or before
    missing = _missing(proposal)
    if missing and proposal.into is None:
        found.append(Token(((f"  ({missing})", "-muted"),)))
    return found


def _missing(proposal: Proposal) -> str:
    """The kinds that nothing is tied of: "no C, O"; where a support condition is coded, that it is no element."""
    kinds = [kind for kind in KINDS if not proposal.draft.of(kind)]
    why = {kind: _conditions(proposal, kind) for kind in kinds if not proposal.draft.of(kind, Stand.BESIDE)}
    plain = ", ".join(letter(kind, LANGUAGE) for kind in kinds if not why.get(kind))
    told = [f"no {letter(kind, LANGUAGE)}: {why[kind]}" for kind in kinds if why.get(kind)]
    return "; ".join([*([f"no {plain}"] if plain else []), *told])


def _conditions(proposal: Proposal, kind: Kind | None = None) -> str:
    """The support conditions coded here, of a kind where one is given: "SC2.1 is a support condition"; "" for none."""
    keys: list[str] = []
    for coding in proposal.offer.codings:
        code = proposal.codes.get(coding.code_id)
        if code is None or code.category is not Category.CONDITION:
            continue
        if kind in (None, coding.kind or code.kind) and code.key not in keys:
            keys.append(code.key)
    if not keys:
        return ""
    are = "is a support condition" if len(keys) == 1 else "are support conditions"
    return f"{' and '.join(keys)} {are}"


def _contexts(proposal: Proposal, room: int) -> list[Token]:
    """The contexts of the chosen configuration that the passage does not speak of."""
    if proposal.into is None:
        return []
    here = [each for each in proposal.into.of_kind(Kind.CONTEXT) if proposal.draft.part(each.id) is None]
    sign = letter(Kind.CONTEXT, LANGUAGE)
    words = ", ".join(f"{sign} {shortened(each.wording, room)}" for each in here)
    return [Token(((f"{words} · ", "-muted"),))] if here else []


def _joint(
    tied: dict[tuple[str, str], Tie], before: Sequence[Part], part: Part, earlier: Part | None
) -> list[Token]:
    """What stands before a part in the chain: the arrow that leads to it, or a comma."""
    if earlier is not None and (earlier.id, part.id) not in tied:
        return [Token(((", ", "-muted"),))]
    if not before and earlier is None:
        return []
    leading = [
        tied[each.id, part.id]
        for each in (earlier, *before)
        if each is not None and (each.id, part.id) in tied
    ]
    arrows = [each for each in leading if each.effect is not Effect.CONDITIONS]
    if not arrows:
        return [Token(((ARROWS[Effect.CONDITIONS], "-muted"),))]
    arrow = arrows[0]
    ink = "-strong" if arrow.effect is Effect.HINDERS else ""
    return [Token(((ARROWS[arrow.effect], ink),), f"turn:{arrow.source}:{arrow.target}")]


def part_token(proposal: Proposal, part: Part, room: int = 40) -> Token:
    """A part in words: its letter, its code and its wording; + before what is new in a configuration."""
    at = not proposal.claim and proposal.draft.at == part.id
    ink = "-cursor" if at else ""
    new = "+" if proposal.into is not None and not part.known else ""
    sign = "−" if part.negative else ""
    head = f" {part.key}" if part.key else ""
    pieces = (
        (f"{new}{letter(part.kind, LANGUAGE)}{sign}", tint(part.kind)),
        (head, ink or "-muted"),
        (f" {shortened(part.element.wording, room)}", ink or ("-strong" if not part.known else "")),
    )
    return Token(pieces, f"part:{part.id}")


def aside(proposal: Proposal) -> Row:
    """What stands beside, what is left out, and in a configuration that was chosen its links to be marked."""
    found: list[Token] = []
    if proposal.into is not None:
        found += _claims(proposal, proposal.into)
    for stand, word in ((Stand.BESIDE, "beside"), (Stand.OUT, "left out")):
        here = [each for each in proposal.draft.parts if each.stand is stand]
        if here:
            found.append(Token(((f"  {word}: " if found else f" {word}: ", "-muted"),)))
            for index, part in enumerate(here):
                found += [Token(((", ", "-muted"),))] if index else []
                found.append(part_token(proposal, part, 40))
    if proposal.others:
        word = "without others' codings" if proposal.with_others else f"others' codings ({proposal.others})"
        found.append(Token((("  o ", "-key"), (word, "")), "key:o"))
    return tuple(found)


def _claims(proposal: Proposal, assembled: Assembled) -> list[Token]:
    found = [Token(((" on ", "-muted"),))]
    for claim in proposal.claims:
        link = link_of(assembled, claim)
        named = "whole" if claim == assembled.configuration.id else element_name(assembled, claim)
        words = link_name(assembled, link) if link is not None else named
        words = words.replace("→", "⊣") if link is not None and link.effect is Effect.HINDERS else words
        mark = "●" if claim in proposal.marked else "○"
        ink = "-cursor" if proposal.claim == claim else ("-strong" if claim in proposal.marked else "-muted")
        found += [Token(((f"{mark} {words}", ink),), f"claim:{claim}"), Token((("  ", ""),))]
    return found


# -- what it could go into, and the keys -------------------------------------------------------------------------


def choices(proposal: Proposal, width: int) -> Row:
    """The configurations near the passage, each with its digit; what is said of them gives way where there is little room."""
    if proposal.known is None:
        return (Token(((" …", "-muted"),)),)
    if not proposal.known:
        return (Token(((" No configuration yet to add it to.", "-muted"),)),)
    new = [Token((("0 ", "-key"), ("a new one", "")), "key:0")] if proposal.into is not None else []
    for detail in (2, 1, 0):
        found = (
            Token(((" into: ", "-muted"),)),
            *(_choice(proposal, digit, each, detail) for digit, each in enumerate(proposal.known, start=1)),
            *new,
        )
        if sum(each.width for each in found) <= width:
            break
    return found


def _choice(proposal: Proposal, digit: int, each: Near, detail: int) -> Token:
    """Digit and number; with more detail its hypothesis and kinds too. A star where it rests on the passage."""
    own = each.assembled.configuration
    chosen = proposal.into is not None and proposal.into.configuration.id == own.id
    there = {kind for kind in KINDS if each.assembled.of_kind(kind)}
    kinds: Pieces = tuple(
        (letter(kind, LANGUAGE), tint(kind)) if kind in there else ("·", "-muted") for kind in KINDS
    )
    key = _keys(own.hypotheses[:1], proposal)
    number = f"{own.number}{'*' if each.resting else ''}"
    pieces: Pieces = ((f"{digit} ", "-key"), (number, "-cursor" if chosen else "-strong"))
    pieces += ((" ", ""), *kinds) if detail > 1 else ()
    pieces += ((f" {key}" if detail and key else "", "-muted"), ("  ", ""))
    return Token(pieces, f"key:{digit}")


def buttons(proposal: Proposal) -> Row:
    """What can be done with it, to be clicked or by key."""
    coded = any(each.codings for each in proposal.draft.used)
    known: list[tuple[str, str, str]] = [
        ("s", "s", "supports"),
        ("c", "c", "contradicts"),
        ("r", "r", "refines"),
        ("n", "n", "new"),
        ("k", "k", "other"),
        ("escape", "esc", "drop"),
    ]
    if coded:
        known.insert(0, ("enter", "Enter", "make it" if proposal.into is None else "bring in"))
    elif proposal.into is None:
        known = known[4:]
    found = [Token(((" ", ""),))]
    for key, shown, word in known:
        found.append(Token(((f"{shown} ", "-key"), (word, "")), f"key:{key}"))
        found.append(Token((("   ", ""),)))
    return tuple(found)


def help_on(proposal: Proposal) -> str:
    """What the passage may say of the claim, for a person to decide (decision 9); else a word on how to choose."""
    draft = proposal.draft
    if any(coding.counterfactual for part in draft.used for coding in part.codings):
        return "A counterfactual: it supports."
    bears = bearing_words(_told(draft))
    return bears or (_on_new(proposal) if proposal.into is None else _on_chosen(proposal, proposal.into))


def bearing_words(told: Mapping[Kind, Polarity]) -> str:
    """How a passage that says this of each kind mostly bears on the claim (docs/method.md); "" for nothing in particular."""
    resource, reasoning = told.get(Kind.RESOURCE), told.get(Kind.REASONING)
    if resource is Polarity.ABSENT and reasoning is Polarity.ABSENT:
        return "Resource and reasoning both absent: it supports."
    if resource is Polarity.PRESENT and reasoning is Polarity.ABSENT:
        return "Resource without reasoning: it contradicts, or refines where a context explains it."
    if resource is Polarity.ABSENT and told.get(Kind.OUTCOME) is Polarity.PRESENT:
        return "Outcome without the resource: a rival explanation."
    return "A resource that was never delivered tests nothing." if resource is Polarity.ABSENT else ""


def _on_new(proposal: Proposal) -> str:
    """How to choose among several of a kind, and which configuration rests on these codings already."""
    draft = proposal.draft
    several = [say(kind, LANGUAGE) for kind in KINDS if draft.of(kind, Stand.BESIDE) and draft.of(kind)]
    resting = next((each for each in proposal.known or () if each.resting), None)
    words = (
        f"{resting.assembled.configuration.number} rests on these already" if resting else "",
        f"More than one {' and '.join(several)}: ↑ ↓ another, space ties it too" if several else "",
    )
    return " · ".join(each for each in words if each)


def _on_chosen(proposal: Proposal, assembled: Assembled) -> str:
    """What the claim under the cursor is in full, and what is to be known of the configuration."""
    own, link = assembled.configuration, link_of(assembled, proposal.claim)
    reviewed = (
        f"{own.number} is {say(own.status)}; it will show as changed since." if own.status in BINDING else ""
    )
    element = assembled.elements.get(proposal.claim)
    words = _in_full(assembled, link) if link is not None else element.wording if element is not None else ""
    return " · ".join(each for each in (words, reviewed) if each)


def _in_full(assembled: Assembled, link: Link) -> str:
    """A link with the wordings of its ends."""
    source, onto = assembled.elements[link.source_id].wording, link_of(assembled, link.target_id)
    if onto is not None and onto.id != link.id:
        return f"{source}{ARROWS[link.effect]}{_in_full(assembled, onto)}"
    target = assembled.elements.get(link.target_id)
    return f"{source}{ARROWS[link.effect]}{target.wording if target else '?'}"


def _told(draft: Draft) -> dict[Kind, Polarity]:
    """What the passage says of each kind; the first part of it where there are several."""
    found: dict[Kind, Polarity] = {}
    for part in draft.parts:
        if part.codings:
            found.setdefault(part.kind, part.polarity)
    return found


def wrapped(tokens: Iterable[Token], width: int) -> list[Row]:
    """Tokens in rows of at most `width` cells; a row after the first begins with an indent."""
    found: list[list[Token]] = [[]]
    used = 0
    for token in tokens:
        if found[-1] and used + token.width > width:
            found.append([Token((("   ", ""),))])
            used = 3
        found[-1].append(token)
        used += token.width
    return [tuple(each) for each in found]
