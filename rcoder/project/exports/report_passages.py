"""The passages a report quotes for and against a hypothesis, and what it says where there is nothing against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from rcoder.analysis.choosing import best
from rcoder.analysis.counting import witnesses
from rcoder.domain.configuration import Assembled, Link
from rcoder.domain.part_names import link_of
from rcoder.domain.printed import Style
from rcoder.domain.prompting import Asked
from rcoder.domain.quotation import as_said
from rcoder.domain.roles import role_name
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say, say_listed
from rcoder.domain.theory import Witness
from rcoder.domain.words import Answered, Scope, Stance, danish_order
from rcoder.project.exports import report_words as words
from rcoder.project.exports.pages import Pages
from rcoder.project.exports.report_ground import Ground, Told

LONGEST = 44
"""Letters of a wording beside a passage."""
SIDES = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.REFINES)


@dataclass(frozen=True, slots=True)
class Manner:
    """How passages are printed."""

    most: int
    """Passages a side."""
    names: bool
    """Whether cases and interviews are named."""
    letters: Mapping[str, str]
    """What stands instead of a case's name: "sag B", by id."""


def manner_of(ground: Ground, most: int = 0, *, names: bool) -> Manner:
    """How passages are printed, the cases lettered in the order of their names."""
    ordered = sorted(ground.cases.values(), key=lambda each: (danish_order(each.name), each.id))
    frame = words.CASE_LETTER.say(ground.language)
    return Manner(
        most, names, {each.id: frame.format(letter=_letter(place)) for place, each in enumerate(ordered)}
    )


def _letter(place: int) -> str:
    """A to Z, then AA, AB and so on."""
    more, last = divmod(place, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[last]


def quote_sides(pages: Pages, ground: Ground, told: Sequence[Told], manner: Manner) -> None:
    """The best passages for, against and refining, each side with how many there are."""
    found = witnesses(each for one in told for each in one.attached)
    pages.heading(words.QUOTED.say(ground.language), 2)
    for stance in SIDES:
        own = [each for each in found if each.stance is stance]
        if stance is Stance.REFINES and not own:
            continue
        pages.heading(f"{STANCE_SIGNS[stance]} {words.BEST[stance.value].say(ground.language)}", 3)
        if own:
            _quote(pages, ground, told, own, manner)
        elif stance is Stance.SUPPORTS:
            pages.ours(words.NO_SUPPORT.say(ground.language))
        else:
            pages.ours(words.NO_COUNTER.say(ground.language))
    _searched(pages, ground, told)


def _quote(  # noqa: PLR0917, RUF100 - where, of what, and how
    pages: Pages, ground: Ground, told: Sequence[Told], own: list[Witness], manner: Manner
) -> None:
    chosen = best(own, manner.most, ground.kept)
    pages.ours(words.SHOWN.say(ground.language).format(n=len(chosen), of=len(own)), style=Style.BESIDE)
    for number, each in enumerate(chosen, start=1):
        _one(pages, ground, told, each, manner, f"passage {number}")


def _one(  # noqa: PLR0917, RUF100 - where, of what, and how
    pages: Pages, ground: Ground, told: Sequence[Told], witness: Witness, manner: Manner, what: str
) -> None:
    text, mark = _printed(witness, ground.language)
    role = witness.roles[0] if witness.roles else ""
    after = " · ".join(each for each in (*_after(ground, told, witness, manner), mark) if each)
    pages.quote(f"“{text}”", after, what, case_id=witness.case_id or "", role=role)


def _printed(witness: Witness, language: str) -> tuple[str, str]:
    """The words as somebody says they are to be printed, else as they were said, and how they were treated."""
    for each in witness.quotations:
        whole = each.start <= witness.start and each.end >= witness.end
        if each.translation and each.language == language and whole:
            return each.translation, words.TRANSLATED.say(language)
        if each.edited and whole:
            return each.edited, words.EDITED.say(language)
    return as_said(witness.text), ""


def _after(ground: Ground, told: Sequence[Told], witness: Witness, manner: Manner) -> Iterable[str]:
    language = ground.language
    yield ", ".join(role_name(each, language) for each in witness.roles)
    if witness.case_id:
        yield witness.case if manner.names else manner.letters.get(witness.case_id, "")
    if manner.names:
        turn = next((ground.turns[each] for each in witness.ids if each in ground.turns), None)
        yield witness.transcript + (f", {words.TURN.say(language).format(n=turn)}" if turn else "")
    yield "; ".join(dict.fromkeys(_attached(told, witness, language)))
    if witness.why_listed in words.SCOPES:
        yield words.SCOPES[witness.why_listed].say(language)
    elif witness.why_listed:
        yield say_listed(witness.why_listed, language)
    elif witness.counts == "respondent":
        yield words.SCOPES[Scope.GENERAL].say(language)


def _attached(told: Sequence[Told], witness: Witness, language: str) -> Iterable[str]:
    """What the words are attached to: "K03 R1 → M1", "hele K07"."""
    for one in told:
        for each in witness.ids:
            if each not in one.where:
                continue
            number, claim = one.where[each]
            for assembled in (one.assembled, *one.members):
                if assembled.configuration.number == number:
                    yield _claim(assembled, number, claim, language)


def _claim(assembled: Assembled, number: str, claim: str, language: str) -> str:
    """What a passage is attached to, by the wordings of the ends of a link."""
    link = link_of(assembled, claim)
    if link is not None:
        return f"{number}: {_link(assembled, link, language)}"
    if claim in assembled.elements:
        return f"{number}: {_element(assembled, claim)}"
    return words.ON_WHOLE.say(language).format(number=number)


def _link(assembled: Assembled, link: Link, language: str) -> str:
    under = link_of(assembled, link.target_id)
    if under is not None and under.target_id in assembled.elements:
        target = f"({_element(assembled, under.source_id)} → {_element(assembled, under.target_id)})"
    else:
        target = _element(assembled, link.target_id)
    return f"{_element(assembled, link.source_id)} {say(link.effect, language)} {target}"


def _element(assembled: Assembled, element_id: str) -> str:
    found = assembled.elements.get(element_id)
    said = " ".join(found.wording.split()) if found is not None else ""
    if len(said) > LONGEST:
        said = said[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{said}”"


# -- where there is nothing against ------------------------------------------------------------------------------


def _searched(pages: Pages, ground: Ground, told: Sequence[Told]) -> None:
    """Of the configurations that nothing speaks against: whether anybody has looked."""
    quiet = [each for each in told if not _against(each)]
    for each in quiet:
        if each.searched is not None and each.searched.answer is not None:
            text = _answer(each, each.searched, ground.language)
            pages.theirs(text, f"{each.number}, {words.BEST['contradicts'].say(ground.language)}")
    silent = [each.number for each in quiet if each.searched is None or each.searched.answer is None]
    if silent:
        pages.ours(words.NOT_SEARCHED.say(ground.language).format(numbers=", ".join(silent)))


def _against(told: Told) -> bool:
    return any(each.stance is Stance.CONTRADICTS for _, each in told.attached)


def _answer(told: Told, asked: Asked, language: str) -> str:
    answer = asked.answer
    if answer is None:
        return ""
    frame = words.SEARCHED if answer.answered is Answered.DONE else words.NOT_NEEDED
    said = frame.say(language).format(
        number=told.number, name=asked.by, day=answer.at[:10], why=answer.why or "–"
    )
    return said + (words.SEARCHED_BEFORE.say(language) if asked.outdated else "")
