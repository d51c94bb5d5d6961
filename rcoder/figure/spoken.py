"""An arrow's claim and counts in words, for the panel and the table of the HTML figure."""

from __future__ import annotations

from typing import Any

from rcoder.domain.passage import Quotation
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say, say_listed
from rcoder.domain.theory import Arrow, Box, ChangeTheory, Tally, Witness
from rcoder.domain.words import Basis, Bilingual, Stance
from rcoder.figure.svg import box_names, slug
from rcoder.figure.text import label, visible
from rcoder.figure.wording import NEW, STATES

_LISTED = Bilingual("tælles ikke", "listed, not counted")
STANCES = tuple(Stance)
_ALWAYS = (Stance.SUPPORTS, Stance.CONTRADICTS)
"""Said of an arrow also where nothing is there."""


def _plural(count: int, one: Bilingual, many: Bilingual, language: str) -> str:
    return f"{count} {(one if count == 1 else many).say(language)}"


def tally_words(tally: Tally, coded: int, language: str) -> str:
    """A tally with its denominator, as a person would say it."""
    passages = _plural(
        tally.passages,
        Bilingual("passage tæller", "passage counted"),
        Bilingual("passager tæller", "passages counted"),
        language,
    )
    if language == "da":
        said = f"{passages}; {tally.cases} af {coded} sager kodet til ende"
    else:
        said = f"{passages}; {tally.cases} of {coded} cases coded to the end"
    further = Bilingual("yderligere sag, endnu ikke kodet til ende", "further case not yet coded to the end")
    furthers = Bilingual(
        "yderligere sager, endnu ikke kodet til ende", "further cases not yet coded to the end"
    )
    silent = Bilingual("yderligere sag uden eget interview", "further case without an interview of its own")
    silents = Bilingual(
        "yderligere sager uden eget interview", "further cases without interviews of their own"
    )
    general = Bilingual(
        "respondent siger det som generel erfaring", "respondent says it as general experience"
    )
    generals = Bilingual(
        "respondenter siger det som generel erfaring", "respondents say it as general experience"
    )
    listed = Bilingual("passage vist, men ikke talt med", "passage listed, not counted")
    listeds = Bilingual("passager vist, men ikke talt med", "passages listed, not counted")
    parts = [said]
    for count, one, many in (
        (tally.cases_not_yet_coded, further, furthers),
        (tally.cases_without_interview, silent, silents),
        (tally.respondents, general, generals),
        (tally.listed, listed, listeds),
    ):
        if count:
            parts.append(_plural(count, one, many, language))
    return "; ".join(parts) + "."


def witness_words(witness: Witness, language: str) -> dict[str, Any]:
    """Everything the panel says about a passage."""
    return {
        "text": visible(witness.text, keep="\n\t"),
        "case": label(witness.case),
        "roles": label(", ".join(witness.roles)),
        "speaker": label(witness.speaker),
        "transcript": label(witness.transcript),
        "coders": label(", ".join(witness.coders)),
        "configurations": label(", ".join(witness.configurations)),
        "memos": [visible(memo, keep="\n\t") for memo in witness.memos],
        "quotations": [_quotation(each) for each in witness.quotations],
        "stance": say(witness.stance, language),
        "counts": witness.counts,
        "why": say_listed(witness.why_listed, language),
    }


def _quotation(quotation: Quotation) -> dict[str, str]:
    """How words are to be printed; `of` are the words as said."""
    return {
        "of": label(quotation.text),
        "edited": visible(quotation.edited, keep="\n\t"),
        "translation": visible(quotation.translation, keep="\n\t"),
        "language": label(quotation.language),
    }


def _groups(
    witnesses: tuple[Witness, ...], tallies: dict[Stance, Tally], coded: int, language: str
) -> list[dict[str, Any]]:
    """The witnesses by stance, counted ones first, the listed ones in a group of their own."""
    groups = []
    for stance in STANCES:
        counted = [each for each in witnesses if each.stance is stance and each.counts != "listed"]
        tally = tallies.get(stance)
        if counted or (tally is not None and stance in _ALWAYS) or (tally and tally.listed):
            said = tally_words(tally, coded, language) if tally is not None else ""
            heading = f"{STANCE_SIGNS[stance]} {say(stance, language)}"
            groups.append(
                {
                    "heading": heading,
                    "words": said,
                    "witnesses": [witness_words(each, language) for each in counted],
                }
            )
    free = [each for each in witnesses if each.stance is None and each.counts != "listed"]
    if free:
        rest = Bilingual(
            "Passager (uden stillingtagen, tælles ikke som belæg)",
            "Passages (no stance, never counted as evidence)",
        )
        groups.append(
            {
                "heading": rest.say(language),
                "words": "",
                "witnesses": [witness_words(each, language) for each in free],
            }
        )
    listed = [each for each in witnesses if each.counts == "listed"]
    if listed:
        groups.append(
            {
                "heading": _LISTED.say(language),
                "words": "",
                "witnesses": [witness_words(each, language) for each in listed],
            }
        )
    return groups


def arrow_words(arrow: Arrow, theory: ChangeTheory, names: dict[str, str], language: str) -> dict[str, Any]:
    """Everything the panel says about an arrow."""
    state, meaning = STATES[arrow.state]
    coded = theory.denominator.coded
    tallies = {
        Stance.SUPPORTS: arrow.supports,
        Stance.CONTRADICTS: arrow.contradicts,
        Stance.REFINES: arrow.refines,
    }
    borne = bool(arrow.witnesses) or arrow.state != "initial"
    return {
        "id": visible(arrow.id),
        "element": f"arrow-{slug(arrow.id)}",
        "source": names.get(arrow.source, label(arrow.source)),
        "target": names.get(arrow.target, label(arrow.target)),
        "effect": say(arrow.effect, language),
        "state": state.say(language),
        "initialOnly": arrow.state == "initial",
        "meaning": meaning.say(language),
        "configurations": label(", ".join(arrow.configurations)),
        "hypotheses": [label(each) for each in arrow.hypotheses],
        "origin": _origin(arrow, language),
        "note": visible(arrow.note.say(language), keep="\n"),
        "counts": [arrow.supports.passages, arrow.contradicts.passages, arrow.refines.passages],
        "cases": f"{arrow.supports.cases}/{coded}" if borne else "",
        "groups": _groups(arrow.witnesses, tallies if borne else {}, coded, language),
    }


def _origin(arrow: Arrow, language: str) -> str:
    if not arrow.initial:
        return Bilingual("Ikke i den oprindelige teori.", "Not in the initial theory.").say(language)
    basis = say(arrow.basis, language) if isinstance(arrow.basis, Basis) else ""
    where = ", ".join(part for part in (basis, arrow.section) if part)
    said = Bilingual("I den oprindelige teori", "In the initial theory").say(language)
    return label(f"{said} ({where})." if where else f"{said}.")


def box_words(box: Box, theory: ChangeTheory, names: dict[str, str], language: str) -> dict[str, Any]:
    """Everything the panel says about a box."""
    return {
        "id": visible(box.id),
        "element": f"box-{slug(box.id)}",
        "name": names[box.id],
        "column": say(box.column, language),
        "kind": say(box.kind, language),
        "new": NEW.say(language) if box.new else "",
        "hypotheses": [label(each) for each in box.hypotheses],
        "member": [
            names[each.core] for each in theory.memberships if each.box == box.id and each.core in names
        ],
        "elements": [label(each) for each in box.elements],
        "inner": [arrow_words(each, theory, names, language) for each in box.inner],
        "arrows": [
            f"arrow-{slug(arrow.id)}" for arrow in theory.arrows if box.id in {arrow.source, arrow.target}
        ],
        "groups": _groups(box.witnesses, {}, 0, language),
    }


def view_words(theory: ChangeTheory, prefix: str, language: str) -> dict[str, Any]:
    """One figure's arrows, boxes and whole-configuration evidence, for the panel."""
    names = box_names(theory, language)
    found = {each for arrow in theory.arrows for each in arrow.hypotheses}
    found |= {each for box in theory.boxes for each in box.hypotheses}
    hypotheses = sorted(found, key=lambda each: (len(each), each))
    return {
        "prefix": prefix,
        "key": visible(theory.key),
        "title": label(theory.title.say(language)),
        "hypotheses": [label(each) for each in hypotheses],
        "arrows": [arrow_words(arrow, theory, names, language) for arrow in theory.arrows],
        "boxes": [box_words(box, theory, names, language) for box in theory.boxes],
        "whole": [
            {
                "name": label(f"{each.configuration} {each.title}"),
                "groups": _groups(each.witnesses, {}, 0, language),
            }
            for each in theory.whole
        ],
    }
