"""Passages as quotes in tables: verbatim, as they are to be printed where somebody has said so, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.quotation import as_said
from rcoder.domain.roles import role_name
from rcoder.domain.theory import Witness
from rcoder.domain.words import Bilingual, Stance

_SHORT, _LONG = 40, 400
"""Characters that a quote is to have at least and at most where there is a choice."""
EDITED = Bilingual("redigeret", "edited")
TRANSLATED = Bilingual("oversat til {}", "translated to {}")
TONGUES: dict[str, Bilingual] = {"da": Bilingual("dansk", "Danish"), "en": Bilingual("engelsk", "English")}


def best(found: Iterable[Witness]) -> Witness | None:
    """A supporting passage to be quoted; None where no passage in support counts.

    One about a case comes before general experience, one that somebody made ready for print before others, one of a
    length that can be read before a shorter or longer one; then the longest.
    """
    supporting = [each for each in found if each.stance is Stance.SUPPORTS and each.counts != "listed"]
    return min(supporting, key=_rank, default=None)


def _rank(each: Witness) -> tuple[bool, bool, bool, int, str, int]:
    length = len(as_said(each.text))
    fits = _SHORT <= length <= _LONG
    nearness = -length if fits else abs(length - _LONG)
    return each.counts != "case", not each.quotations, not fits, nearness, each.transcript, each.start


def said(words: str, language: str) -> str:
    """Words in quotation marks: »…« in Danish, “…” in English."""
    return f"»{as_said(words)}«" if language == "da" else f"“{as_said(words)}”"


def quoted(witness: Witness, language: str) -> str:
    """The words, then how they are to be printed where somebody has said so, marked as edited or translated."""
    forms = printed_forms(witness, language)
    return "\n".join(each for each in (said(witness.text, language), forms) if each)


def printed_forms(witness: Witness, language: str) -> str:
    """How the words are to be printed: each form that is stored, marked; "" where they are printed as they were said."""
    found: dict[str, None] = {}
    for each in witness.quotations:
        if each.edited:
            found[f"{EDITED.say(language)}: {said(each.edited, language)}"] = None
        if each.translation:
            tongue = TONGUES[each.language].say(language) if each.language in TONGUES else each.language
            found[f"{TRANSLATED.say(language).format(tongue)}: {said(each.translation, each.language)}"] = (
                None
            )
    return "\n".join(found)


def whose(witness: Witness, language: str) -> str:
    """Whose words they are: case, role and interview."""
    roles = ", ".join(role_name(each, language) for each in witness.roles)
    return ", ".join(each for each in (witness.case, roles, witness.transcript) if each)
