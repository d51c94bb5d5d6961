"""An arrow's claim and counts in words, for the panel and the tables of the HTML figure."""

from __future__ import annotations

from rcoder.analysis.cut_paths import ways
from rcoder.domain.counted import CASE, LISTED, OF, TO_THE_END, cases_line, of
from rcoder.domain.passage import Quotation
from rcoder.domain.roles import role_name
from rcoder.domain.signs import STANCE_SIGNS
from rcoder.domain.terms import say, say_listed
from rcoder.domain.theory import Arrow, Box, ChangeTheory, Tally, Witness
from rcoder.domain.words import Basis, Bilingual, Stance
from rcoder.figure.page_words import UI
from rcoder.figure.text import label, visible
from rcoder.figure.titles import box_names, slug
from rcoder.figure.told import ArrowTold, BoxTold, Group, Lines, PassageTold, ViewTold
from rcoder.figure.wording import NEW, STATES

_FREE = Bilingual(
    "Passager (uden stilling, tælles ikke som belæg)",
    "Passages (no stance, never counted as evidence)",
)
STANCES = tuple(Stance)
_ALWAYS = (Stance.SUPPORTS, Stance.CONTRADICTS)
"""Said of an arrow also where nothing is there."""
_FURTHER: tuple[tuple[str, Bilingual, Bilingual], ...] = (
    (
        "cases_not_yet_coded",
        Bilingual("yderligere sag, endnu ikke kodet til ende", "further case not yet coded to the end"),
        Bilingual("yderligere sager, endnu ikke kodet til ende", "further cases not yet coded to the end"),
    ),
    (
        "cases_without_interview",
        Bilingual("yderligere sag uden eget interview", "further case without an interview of its own"),
        Bilingual("yderligere sager uden eget interview", "further cases without interviews of their own"),
    ),
    (
        "respondents",
        Bilingual("respondent siger det som generel erfaring", "respondent says it as general experience"),
        Bilingual("respondenter siger det som generel erfaring", "respondents say it as general experience"),
    ),
    (
        "listed",
        Bilingual("passage vist, men tæller ikke", "passage listed, not counted"),
        Bilingual("passager vist, men tæller ikke", "passages listed, not counted"),
    ),
)


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
    cases = f"{of(tally.cases, coded, CASE, language)} {TO_THE_END.say(language)}"
    parts = [f"{passages}; {cases}"]
    for name, one, many in _FURTHER:
        count = int(getattr(tally, name))
        if count:
            parts.append(_plural(count, one, many, language))
    return "; ".join(parts) + "."


def tally_cell(tally: Tally, coded: int, language: str) -> str:
    """A tally as a table's cell: passages · cases of N, and further cases."""
    further = tally.cases_not_yet_coded + tally.cases_without_interview
    more = f" (+{further})" if further else ""
    return f"{tally.passages} · {tally.cases} {OF.say(language)} {coded}{more}"


# -- passages --------------------------------------------------------------------------------------------------------


def passage_words(witness: Witness, language: str) -> PassageTold:
    """Everything the page says about a passage."""
    return PassageTold(
        text=visible(witness.text, keep="\n\t"),
        by=tuple(_lines(witness, language)),
        key=(witness.transcript_id, witness.revision, witness.start, witness.end),
        stance=witness.stance.value if witness.stance else "",
        roles=tuple(label(role_name(each, language)) for each in witness.roles),
        case_id=witness.case_id or "",
        counted=witness.stance is not None and witness.counts != "listed",
    )


def _lines(witness: Witness, language: str) -> list[str]:
    """Where a passage stands and who says it; why it is not counted; coders; quotations; memos."""
    ui = {key: words.say(language) for key, words in UI.items()}
    respondent = witness.counts == "respondent"
    about = f"{ui['case']}: {witness.case}" if witness.case else ui["general" if respondent else "nocase"]
    if witness.case.casefold().startswith(ui["case"].casefold()):
        about = witness.case
    roles = ", ".join(role_name(each, language) for each in witness.roles)
    turn = f"{ui['turn']} {witness.turn + 1}" if witness.turn is not None else ""
    numbers = ", ".join(witness.configurations)
    place = (about, roles, witness.speaker, witness.transcript, turn, numbers)
    lines = [label(" · ".join(each for each in place if each))]
    if witness.why_listed:
        why = (say_listed(witness.why_listed, language), say(witness.stance, language))
        lines.append(label(" · ".join(each for each in why if each)))
    elif witness.case and respondent:
        lines.append(ui["general"])
    if witness.coders:
        lines.append(label(f"{ui['coders']}: {', '.join(witness.coders)}"))
    for each in witness.quotations:
        lines += _quotation(each, witness.text, language)
    return lines + [f"{ui['memo']}: {visible(memo, keep=chr(10))}" for memo in witness.memos]


def _quotation(quotation: Quotation, text: str, language: str) -> list[str]:
    """How words are to be printed; the words themselves only where they are not the whole passage."""
    lines = []
    if " ".join(quotation.text.split()) != " ".join(text.split()):
        lines.append(f"{UI['quoted'].say(language)}: “{label(quotation.text)}”")
    if quotation.edited:
        lines.append(f"{UI['edited'].say(language)}: “{visible(quotation.edited, keep=chr(10))}”")
    if quotation.translation:
        said = visible(quotation.translation, keep="\n")
        lines.append(f"{UI['translation'].say(language)} ({label(quotation.language)}): “{said}”")
    return lines


def _groups(
    witnesses: tuple[Witness, ...], tallies: dict[Stance, Tally], coded: int, language: str
) -> tuple[Group, ...]:
    """The witnesses by stance, counted ones first, the listed ones in a group of their own."""
    counted = [each for each in witnesses if each.counts != "listed"]
    groups = []
    for stance in STANCES:
        own = [each for each in counted if each.stance is stance]
        tally = tallies.get(stance)
        if own or (tally is not None and (stance in _ALWAYS or tally.listed)):
            said = tally_words(tally, coded, language) if tally is not None else ""
            groups.append(_group(f"{STANCE_SIGNS[stance]} {say(stance, language)}", said, own, language))
    free = [each for each in counted if each.stance is None]
    listed = [each for each in witnesses if each.counts == "listed"]
    for heading, own in ((_FREE, free), (LISTED, listed)):
        if own:
            groups.append(_group(heading.say(language), "", own, language))
    return tuple(groups)


def _group(heading: str, words: str, witnesses: list[Witness], language: str) -> Group:
    return Group(heading, words, tuple(passage_words(each, language) for each in witnesses))


# -- arrows, boxes, figures ------------------------------------------------------------------------------------------


def arrow_words(arrow: Arrow, theory: ChangeTheory, names: dict[str, str], language: str) -> ArrowTold:
    """Everything the page says about an arrow."""
    state, meaning = STATES[arrow.state]
    coded = theory.denominator.coded
    tallies = {
        Stance.SUPPORTS: arrow.supports,
        Stance.CONTRADICTS: arrow.contradicts,
        Stance.REFINES: arrow.refines,
    }
    borne = bool(arrow.witnesses) or arrow.state != "initial"
    supports, against, refines = (
        tally_cell(each, coded, language) if borne else "" for each in tallies.values()
    )
    counted = sum(each.passages for each in tallies.values())
    return ArrowTold(
        element=f"arrow-{slug(arrow.id)}",
        source=names.get(arrow.source, label(arrow.source)),
        target=names.get(arrow.target, label(arrow.target)),
        ends=(arrow.source, arrow.target),
        effect=say(arrow.effect, language),
        state=state.say(language),
        state_key=arrow.state.value,
        meaning=meaning.say(language),
        hypotheses=tuple(label(each) for each in arrow.hypotheses),
        configurations=label(", ".join(arrow.configurations)),
        origin=_origin(arrow, language),
        note=visible(arrow.note.say(language), keep="\n"),
        cells=(supports, against, refines),
        counted=counted,
        plain=not counted,
        groups=_groups(arrow.witnesses, tallies if borne else {}, coded, language),
    )


def _origin(arrow: Arrow, language: str) -> str:
    if not arrow.initial:
        return Bilingual("Ikke i den oprindelige teori.", "Not in the initial theory.").say(language)
    basis = say(arrow.basis, language) if isinstance(arrow.basis, Basis) else ""
    where = ", ".join(part for part in (basis, arrow.section) if part)
    said = Bilingual("I den oprindelige teori", "In the initial theory").say(language)
    return label(f"{said} ({where})." if where else f"{said}.")


def box_words(box: Box, theory: ChangeTheory, names: dict[str, str], language: str) -> BoxTold:
    """Everything the page says about a box."""
    member = [names[each.core] for each in theory.memberships if each.box == box.id and each.core in names]
    told = (
        Lines(UI["member"].say(language), tuple(member)),
        Lines(UI["elements"].say(language), tuple(label(each) for each in box.elements)),
    )
    return BoxTold(
        id=box.id,
        element=f"box-{slug(box.id)}",
        name=names[box.id],
        column=say(box.column, language),
        kind=say(box.kind, language),
        new=NEW.say(language) if box.new else "",
        hypotheses=tuple(label(each) for each in box.hypotheses),
        told=tuple(each for each in told if each.lines),
        inner=tuple(arrow_words(each, theory, names, language) for each in box.inner),
        groups=_groups(box.witnesses, {}, 0, language),
    )


def view_words(theory: ChangeTheory, prefix: str, language: str) -> ViewTold:
    """One figure's arrows, boxes and whole-configuration evidence, for the page."""
    names = box_names(theory, language)
    return ViewTold(
        prefix=prefix,
        key=visible(theory.key),
        title=label(theory.title.say(language)),
        note=cases_line(theory.denominator, language),
        arrows=tuple(arrow_words(each, theory, names, language) for each in theory.arrows),
        boxes=tuple(box_words(each, theory, names, language) for each in theory.boxes),
        whole=tuple(
            Group(
                label(f"{each.configuration} {each.title}"),
                "",
                tuple(passage_words(one, language) for one in each.witnesses),
            )
            for each in theory.whole
        ),
        horizons=tuple(
            (column.value, say(column, language), frozenset(f"arrow-{slug(each)}" for each in on_way))
            for column, on_way in ways(theory)
        ),
    )
