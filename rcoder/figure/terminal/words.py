"""Boxes and arrows of a change theory in words: for the line under the drawing, for scripts and for screen readers."""

from __future__ import annotations

from collections.abc import Mapping

from rcoder.domain import counted
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say
from rcoder.domain.theory import Arrow, ArrowState, Box, ChangeTheory, Tally
from rcoder.domain.words import Basis, Bilingual, Stance
from rcoder.figure.text import label
from rcoder.figure.wording import NEW, STATES

LOOSE = Bilingual("ingen pil", "no arrow")
"""Of a box that no arrow reaches."""
_GONE = Bilingual("?", "?")
_PASSAGE = Bilingual("passage", "passage")
_PASSAGES = Bilingual("passager", "passages")
_CODED = Bilingual("{cases} af {of} sager kodet til ende", "{cases} of {of} cases coded to the end")
_CODED_ONE = Bilingual("{cases} af {of} sag kodet til ende", "{cases} of {of} case coded to the end")
_SHORT = Bilingual("{cases} af {of}", "{cases} of {of}")
_BESIDE: tuple[tuple[str, Bilingual, Bilingual], ...] = (
    (
        "cases_not_yet_coded",
        Bilingual("sag ikke kodet til ende", "case not coded to the end"),
        Bilingual("sager ikke kodet til ende", "cases not coded to the end"),
    ),
    (
        "cases_without_interview",
        Bilingual("sag uden interview", "case without interview"),
        Bilingual("sager uden interview", "cases without interview"),
    ),
    (
        "respondents",
        Bilingual("respondent generelt", "respondent in general"),
        Bilingual("respondenter generelt", "respondents in general"),
    ),
    ("listed", counted.LISTED, counted.LISTED),
)
_NONE_YET = Bilingual("ingen passager endnu", "no passages yet")
_MERGED = Bilingual("{links} forbindelser", "{links} links")
_INITIAL = Bilingual("også i den oprindelige teori", "in the initial theory too")
_ONLY_INITIAL = Bilingual("kun i den oprindelige teori", "in the initial theory only")
_ADDED = Bilingual("ikke i den oprindelige teori", "not in the initial theory")
_ELEMENT = Bilingual("element", "element")
_ELEMENTS = Bilingual("elementer", "elements")
_INNER = Bilingual("forbindelse inden i boksen", "link inside the box")
_INNERS = Bilingual("forbindelser inden i boksen", "links inside the box")
_MEMBER = Bilingual("hører til {core}", "belongs to {core}")
_INTO = Bilingual("{number} ind", "{number} in")
_OUT = Bilingual("{number} ud", "{number} out")


def box_name(box: Box | None, labels: str, words: str) -> str:
    """The key, or that it is new, and the label."""
    if box is None:
        return _GONE.say(words)
    return label(f"{NEW.say(words) if box.new else box.key} {box.label.say(labels)}")


def names(theory: ChangeTheory, labels: str, words: str) -> dict[str, str]:
    """What each box is called, by id."""
    return {box.id: box_name(box, labels, words) for box in theory.boxes}


def several(number: int, one: Bilingual, many: Bilingual, words: str) -> str:
    """A number with its noun."""
    return f"{number} {(one if number == 1 else many).say(words)}"


def arrow_claim(arrow: Arrow, named: Mapping[str, str], words: str) -> str:
    """From what to what, and how far it is borne out: "K1 Klare roller → promotes → M1 Tryghed (accepted)"."""
    ends = named.get(arrow.source, "?"), named.get(arrow.target, "?")
    return f"{ends[0]} → {say(arrow.effect, words)} → {ends[1]} ({STATES[arrow.state][0].say(words)})"


def arrow_counts(arrow: Arrow, theory: ChangeTheory, words: str) -> str:
    """What counts for it and against it, of how many cases."""
    if arrow.state is ArrowState.INITIAL and not arrow.witnesses:
        return _NONE_YET.say(words)
    tallies = (
        (Stance.SUPPORTS, arrow.supports),
        (Stance.CONTRADICTS, arrow.contradicts),
        (Stance.REFINES, arrow.refines),
    )
    parts: list[str] = []
    for stance, tally in tallies:
        if stance is Stance.SUPPORTS or tally != Tally():
            coded = _SHORT if parts else _CODED
            parts.append(f"{STANCE_SIGNS[stance]} {_tally(tally, theory.denominator.coded, coded, words)}")
    return "; ".join(parts)


def _tally(tally: Tally, of: int, coded: Bilingual, words: str) -> str:
    coded = _CODED_ONE if coded is _CODED and of == 1 else coded
    found = [
        several(tally.passages, _PASSAGE, _PASSAGES, words),
        coded.say(words).format(cases=tally.cases, of=of),
    ]
    for name, one, many in _BESIDE:
        if number := int(getattr(tally, name)):
            found.append(f"+{several(number, one, many, words)}")
    return ", ".join(found)


def arrow_origin(arrow: Arrow, words: str) -> str:
    """The configurations that have it, how many links it is made of, and whether the initial theory has it."""
    parts = [", ".join(map(label, arrow.configurations))]
    if len(arrow.links) > 1:
        parts.append(_MERGED.say(words).format(links=len(arrow.links)))
    if arrow.initial:
        only = arrow.state is ArrowState.INITIAL
        basis = say(arrow.basis, words) if isinstance(arrow.basis, Basis) else ""
        told = ", ".join(each for each in (basis, label(arrow.section)) if each)
        said = (_ONLY_INITIAL if only else _INITIAL).say(words)
        parts.append(f"{said} ({told})" if told else said)
    else:
        parts.append(_ADDED.say(words))
    parts.append(label(arrow.note.say(words)))
    return " · ".join(each for each in parts if each)


def box_told(box: Box, theory: ChangeTheory, named: Mapping[str, str], words: str) -> str:
    """What meets in a box, how many arrows it has, and what it belongs to."""
    leading = sum(arrow.target == box.id for arrow in theory.arrows)
    going = sum(arrow.source == box.id for arrow in theory.arrows)
    parts = [
        say(box.column, words) + (f": {say(box.half, words)}" if box.half is not None else ""),
        several(len(box.elements), _ELEMENT, _ELEMENTS, words),
        several(len(box.witnesses), _PASSAGE, _PASSAGES, words),
        several(len(box.inner), _INNER, _INNERS, words) if box.inner else "",
        f"{_INTO.say(words).format(number=leading)}, {_OUT.say(words).format(number=going)}",
        ", ".join(map(label, box.hypotheses)),
        *(
            _MEMBER.say(words).format(core=named[each.core])
            for each in theory.memberships
            if each.box == box.id and each.core in named
        ),
    ]
    return " · ".join(each for each in parts if each)


def cases_line(theory: ChangeTheory, words: str) -> str:
    """Of how many cases the counts are."""
    return counted.cases_line(theory.denominator, words)
