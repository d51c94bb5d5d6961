"""What must hold of the blocks of a study file on testing and review, between each other and with its configurations."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from rcoder.domain.prompt_table import PROMPTS
from rcoder.domain.prompting import About, Reach
from rcoder.domain.words import Fate
from rcoder.exchange.codebook_check import check_known, check_once
from rcoder.exchange.findings import Findings, shown
from rcoder.exchange.study_course_check import check_course
from rcoder.exchange.study_shape import Draft
from rcoder.exchange.study_tested import BEARING, EVIDENCE, TestedDraft
from rcoder.exchange.yaml_section import Section

WHERE = "configuration, element or link"


def check_tested(draft: Draft, findings: Findings) -> None:
    """Note every fault in these blocks, and between them and the configurations."""
    tested = draft.tested
    parts = parts_of(tested)
    _check_rivals(tested, findings)
    _check_exhibits(tested.blocks["exhibits"], parts, findings)
    _check_kinships(tested.blocks["kinships"], tuple(tested.names), findings)
    _check_repeats(tested, findings)
    _check_comments(draft, parts, findings)
    for answer in tested.blocks["answers"]:
        _check_answer(answer, tested, findings)
    _check_days(tested)
    check_course(draft, parts, findings)


def parts_of(draft: TestedDraft) -> tuple[str, ...]:
    """Every name that something may be on: "K01", "K01.e1", "K01.l1"."""
    return tuple(
        name for own, ids in draft.names.items() for name in (own, *(f"{own}.{each}" for each in ids))
    )


def _known_in(section: Section, key: str, names: Collection[str], what: str, findings: Findings) -> bool:
    return check_known(section.at(key), section.text(key), names, what, findings)


def _check_rivals(draft: TestedDraft, findings: Findings) -> None:
    for own in draft.names:
        check_once([each for of, each in draft.rivals if of == own], findings)
    for own, rival in draft.rivals:
        _known_in(rival, "other", tuple(draft.names), "configuration", findings)
        if rival.text("other") == own:
            rival.fault("other", "A configuration is no rival of itself.")
        if rival.text("fate") in (Fate.KEPT, Fate.DROPPED) and not rival.text("reason"):
            findings.add(rival, 'A rival that is kept or dropped says why in "reason".')


def _check_exhibits(exhibits: tuple[Section, ...], parts: Collection[str], findings: Findings) -> None:
    check_once(exhibits, findings)
    for exhibit in exhibits:
        bearings = exhibit.sections("bears", BEARING)
        for bearing in bearings:
            _known_in(bearing, "on", parts, WHERE, findings)
        _note_repeats([((bearing.text("on"),), bearing) for bearing in bearings], findings)
        if exhibit.text("value") and not exhibit.text("base"):
            findings.add(exhibit, 'A figure says what it is of: give "base", as in "112 af 164 borgere".')
        if not exhibit.text("value") and not exhibit.text("words"):
            findings.add(exhibit, 'It says nothing yet: give "words", or "value" with "base".')


def _check_kinships(kinships: tuple[Section, ...], known: Collection[str], findings: Findings) -> None:
    for kinship in kinships:
        _known_in(kinship, "of", known, "configuration", findings)
        _known_in(kinship, "to", known, "configuration", findings)
        if kinship.text("of") and kinship.text("of") == kinship.text("to"):
            kinship.fault("to", "A configuration is neither nested in itself nor does it contradict itself.")


def _check_repeats(draft: TestedDraft, findings: Findings) -> None:
    """One coder says one thing of each: a second judgement, summary or answer would take the place of the first."""
    blocks = draft.blocks
    _note_repeats([((own, each.text("coder")), each) for own, each in draft.strengths], findings)
    for name, keys in (
        ("kinships", ("of", "kin", "to")),
        ("states", ("condition", "case", "role", "coder")),
        ("summaries", ("case", "code", "coder")),
        ("turning-points", ("case", "wording")),
        ("answers", ("prompt", "of", "about", "coder")),
    ):
        _note_repeats([(tuple(each.text(key) for key in keys), each) for each in blocks[name]], findings)


def _note_repeats(blocks: Iterable[tuple[tuple[str, ...], Section]], findings: Findings) -> None:
    first: dict[tuple[str, ...], Section] = {}
    for key, section in blocks:
        earlier = first.setdefault(key, section)
        if earlier is not section:
            findings.add(section, f"This stands twice; it is in line {earlier.line} already.")


def _check_comments(draft: Draft, parts: Collection[str], findings: Findings) -> None:
    comments = draft.tested.blocks["comments"]
    check_once(comments, findings)
    firsts = [each.text("id") for each in comments if not each.text("reply-to")]
    passages = _passages(draft)
    for comment in comments:
        if bool(comment.text("on")) == bool(comment.text("reply-to")):
            findings.add(
                comment, 'A comment says what it is on, or which comment it replies to: "on" or "reply-to".'
            )
        there = _known_in(comment, "on", parts, WHERE, findings)
        _known_in(comment, "reply-to", firsts, "comment", findings)
        if comment.text("reply-to") and comment.text("resolved-by"):
            comment.fault("resolved-by", "A conversation is resolved at its first comment.")
        if comment.has("passage") and comment.text("reply-to"):
            comment.fault("passage", "A reply is about what the first comment is about.")
        elif comment.has("passage") and there and comment.text("on"):
            own = passages.get(comment.text("on"), 0)
            if comment.count("passage", 1) > own:
                comment.fault("passage", f"{shown(comment.text('on'))} has {own or 'no'} passages.")


def _passages(draft: Draft) -> dict[str, int]:
    """How many passages the file gives for and against each configuration, element and link."""
    found: dict[str, int] = {}
    for each in draft.configurations:
        found[each.key] = len(each.evidence)
        for link, evidence in each.links:
            found[f"{each.key}.{link.text('id')}"] = len(evidence)
        for element in each.elements:
            found[f"{each.key}.{element.text('id')}"] = len(element.sections("evidence", EVIDENCE))
    return found


def _check_answer(answer: Section, draft: TestedDraft, findings: Findings) -> None:
    """A prompt is one of those there are, asked of a configuration or of the set, about what it can be about."""
    of, about = answer.text("of"), answer.text("about")
    there = _known_in(answer, "of", tuple(draft.names), "configuration", findings)
    if not _known_in(answer, "prompt", tuple(PROMPTS), "prompt", findings) or not answer.text("prompt"):
        return
    kind = PROMPTS[answer.text("prompt")]
    if kind.reach is Reach.ONE and not of:
        findings.add(answer, f'{shown(kind.key)} is asked of a configuration: say which in "of".')
    elif kind.reach is Reach.SET and of and kind.about is not About.CONFIGURATION:
        answer.fault("of", f"{shown(kind.key)} is asked of the whole set, not of one configuration.")
    elif kind.about not in _NAMED and about:
        answer.fault("about", f"{shown(kind.key)} is about nothing in particular.")
    elif kind.about in _NAMED and not about:
        findings.add(answer, f'{shown(kind.key)} is about one {kind.about.value}: say which in "about".')
    elif of and there and kind.about in (About.ELEMENT, About.LINK):
        check_known(answer.at("about"), about, draft.names[of], kind.about.value, findings)


_NAMED = (
    About.SLOT,
    About.ELEMENT,
    About.LINK,
    About.RIVAL,
    About.CODE,
    About.TRANSCRIPT,
    About.ROLE,
    About.RESPONDENT,
    About.CASE,
)
"""What a prompt names where it is about one of several."""


def _check_days(draft: TestedDraft) -> None:
    for name in ("summaries", "comments", "answers", "course"):
        for section in draft.blocks[name]:
            if section.has("at") and not _is_day(section.text("at")):
                section.fault("at", f"{shown(section.text('at'))} is no day: write it as 2024-06-03.")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
