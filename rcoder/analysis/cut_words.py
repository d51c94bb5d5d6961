"""What a figure says of the cuts that were made in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rcoder.analysis.counting import CaseProgress
from rcoder.domain.cut import CaseGroup, Cut, cut_words
from rcoder.domain.roles import role_name
from rcoder.domain.words import Bilingual


def narrowed_to(cuts: Sequence[Cut], groups: Mapping[str, CaseGroup], progress: CaseProgress) -> Bilingual:
    """All the cuts in one line, and of what its numbers are where people or cases are left out."""
    said = [_said(cuts, groups, language) for language in ("da", "en")]
    of = _counted_of(cuts, groups, progress)
    return Bilingual(*(f"{words}. {own}" if own else words for words, own in zip(said, of, strict=True)))


def _said(cuts: Iterable[Cut], groups: Mapping[str, CaseGroup], language: str) -> str:
    lines = (cut_words(each, language, _name(each, groups)) for each in cuts)
    words = "; ".join(dict.fromkeys(lines))
    return words[:1].upper() + words[1:]


def _name(cut: Cut, groups: Mapping[str, CaseGroup]) -> Bilingual | None:
    return groups[cut.group].name if cut.group in groups else None


def _counted_of(
    cuts: Sequence[Cut], groups: Mapping[str, CaseGroup], progress: CaseProgress
) -> tuple[str, str]:
    """Which cases N counts, and those that are not in it; "" where it is all of the study."""
    roles = tuple(dict.fromkeys(role for each in cuts for role in each.roles))
    named = [each for each in cuts if each.group]
    if not roles and not named:
        return "", ""
    da, en = _by_role(roles, progress) if roles else _by_case(progress)
    unknown = len({case for each in named if each.group in groups for case in groups[each.group].unknown})
    if unknown:
        da += f" {_cases(unknown, 'da')} er hverken i gruppen eller uden for den, fordi det ikke vides, og tæller ikke med."
        en += f" {_cases(unknown, 'en')} {'is' if unknown == 1 else 'are'} neither in the group nor outside it, since that is not known, and not counted."
    return da, en


def _by_role(roles: Sequence[str], progress: CaseProgress) -> tuple[str, str]:
    of = progress.denominator
    da, en = (", ".join(role_name(each, language) for each in roles) for language in ("da", "en"))
    said_da = (
        f"N er sager efter deres interview med {da}: {_cases(of.coded, 'da')}, hvor de er kodet til ende; "
        f"{of.not_yet_coded}, hvor de ikke er; {of.no_interview} uden sådan et interview."
    )
    said_en = (
        f"N is cases by their interviews with {en}: {_cases(of.coded, 'en')} where these are coded to the end; "
        f"{of.not_yet_coded} where they are not; {of.no_interview} without such an interview."
    )
    return said_da, said_en


def _by_case(progress: CaseProgress) -> tuple[str, str]:
    of = progress.denominator
    said_da = (
        f"N er disse sager: {of.coded} kodet til ende, {of.not_yet_coded} endnu ikke, {of.no_interview} uden interview; "
        "ord uden en sag er ikke med."
    )
    said_en = (
        f"N is these cases: {of.coded} coded to the end, {of.not_yet_coded} not yet, {of.no_interview} without interview; "
        "words without a case are left out."
    )
    return said_da, said_en


def _cases(number: int, language: str) -> str:
    if language == "da":
        return f"{number} {'sag' if number == 1 else 'sager'}"
    return f"{number} {'case' if number == 1 else 'cases'}"
