"""The excerpts of a study file, and what must hold of them."""

from __future__ import annotations

import re

from rcoder.domain.quotation import check_edited
from rcoder.domain.words import Subject
from rcoder.exchange.codebook_check import check_once
from rcoder.exchange.findings import Findings, shown
from rcoder.exchange.study_parts import StudyExcerpt
from rcoder.exchange.study_shape import Draft
from rcoder.exchange.yaml_section import Section

LANGUAGE = "en"
"""Language of a translation where the file does not say."""

TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
"""A language by its tag, without the rarer forms (RFC 5646): en, de, pt-BR."""


def excerpt_of(section: Section) -> StudyExcerpt:
    """What an excerpt's block says."""
    return StudyExcerpt(
        id=section.word("id"),
        transcript=section.text("transcript"),
        coder=section.text("coder"),
        quote=section.text("quote"),
        line=section.line,
        column=section.column,
        occurrence=section.count("occurrence", 1),
        edited=section.text("edited"),
        translation=section.text("translation"),
        language=section.text("language").casefold() or LANGUAGE,
        mark=section.yes("mark"),
    )


def check_excerpts(draft: Draft, findings: Findings) -> None:
    """Note every fault of the excerpts of a study."""
    check_once(draft.excerpts, findings)
    _check_places(draft, findings)
    written = {
        (memo.text("of"), memo.text("coder")) for memo in draft.memos if memo.text("about") == Subject.PASSAGE
    }
    for excerpt in draft.excerpts:
        _check_forms(excerpt)
        marked = excerpt.text("mark") not in ("", "no")
        kept = excerpt.text("edited") or excerpt.text("translation") or marked
        if not kept and (excerpt.text("id"), excerpt.text("coder")) not in written:
            forms = '"edited", "translation" or "mark: yes"'
            findings.add(excerpt, f"This is kept for nothing: give it {forms}, or a memo on it by its coder.")


def _check_forms(excerpt: Section) -> None:
    said = excerpt.text("quote")
    if said and (wrong := check_edited(said, excerpt.text("edited"))):
        excerpt.fault("edited", wrong)
    if excerpt.has("language") and not excerpt.text("translation"):
        excerpt.fault("language", 'The language is that of a translation, and there is no "translation".')
    language = excerpt.text("language")
    if language and not TAG.fullmatch(language):
        excerpt.fault(
            "language", f'{shown(language)} is no language: write a short tag, such as "en" or "de".'
        )


def _check_places(draft: Draft, findings: Findings) -> None:
    """A coder keeps the same words once, for all that they are kept for."""
    seen: dict[tuple[str, str, str, int], Section] = {}
    for excerpt in draft.excerpts:
        place = (
            excerpt.text("transcript"),
            excerpt.text("coder"),
            excerpt.text("quote"),
            excerpt.count("occurrence", 1),
        )
        first = seen.setdefault(place, excerpt)
        if excerpt.text("quote") and first is not excerpt:
            findings.add(
                excerpt, f"These words are kept in line {first.line} already; put what is said here there."
            )
