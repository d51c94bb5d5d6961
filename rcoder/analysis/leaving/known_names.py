"""Which words of a label are names of people: of a speaker, a case, an interview or its file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rcoder.analysis.leaving.first_names import FIRST_NAMES
from rcoder.analysis.leaving.naming import base_form
from rcoder.analysis.leaving.places import PLACES
from rcoder.analysis.leaving.surnames import SURNAMES, WORDS_TOO
from rcoder.domain.roles import ROLES

_WORD = re.compile(r"[^\W\d_]+")
_LABEL_WORDS = """
interviewer interviewers interview interviews int speaker spk taler talere stemme ukendt unknown anonym
anonymous borger citizen borgeren deltager deltageren participant respondent informant moderator facilitator
mand kvinde man woman sag case sagen forløb person mor far mother father kollega tolk interpreter
medarbejder ansat leder chef manager konsulent consultant virksomhed company firma kommune municipality
jobcenter team gruppe group fokusgruppe focus opfølgning follow samtale lyd audio fil file transskription
transskriberet transcript rettet renskrevet endelig final kopi copy version del part runde round første
anden tredje first second third start slut midtvejs mid voice channel kanal guest gæst host vært og and med
with ved hos fra til om the for i en et af januar februar marts april maj juni juli august september oktober
november december new ny gammel old dag uge år test prøve none nan navn name alle both begge pilot
"""
_LABELS = frozenset(_LABEL_WORDS.split())
_ROLE_WORDS = frozenset(
    word.casefold()
    for key, (_, name) in ROLES.items()
    for text in (key, name.da, name.en)
    for word in _WORD.findall(text)
)
_PLACE_WORDS = frozenset(word.casefold() for each in PLACES for word in _WORD.findall(each))
_NONE = _LABELS | _ROLE_WORDS
_MOST_WORDS = 3


def names_of_people(labels: Iterable[str]) -> frozenset[str]:
    """Words of labels that voices have in an interview: all but those that say a role or that somebody is a voice."""
    return frozenset(word for label in labels for word in _of_voice(label))


def names_in_titles(titles: Iterable[str]) -> frozenset[str]:
    """Words of titles and file names that are known names, and a word with a capital that follows one."""
    return frozenset(word for title in titles for word in _of_title(title))


def names_of_cases(names: Iterable[str]) -> frozenset[str]:
    """Words of the names of cases: all of one that can be a person's name, known names of others; none of "Sag 03"."""
    found: set[str] = set()
    for name in names:
        words = _WORD.findall(name)
        person = len(words) <= _MOST_WORDS and not re.search(r"\d", name)
        person = person and all(each[0].isupper() and each.casefold() not in _NONE for each in words)
        found |= _of_voice(name) if person else _of_title(name)
    return frozenset(found)


def _of_voice(label: str) -> set[str]:
    found = set()
    for word in _WORD.findall(label):
        own = word.casefold()
        if own in _NONE or base_form(word) in _NONE:
            continue
        if (len(own) > 2 and not (word.isupper() and len(own) < 4)) or own in FIRST_NAMES:
            found.add(own)
    return found


def _of_title(title: str) -> set[str]:
    found: set[str] = set()
    after = False
    for word in _WORD.findall(title):
        own = word.casefold()
        listed = own in FIRST_NAMES or own in SURNAMES
        known = listed and own not in _NONE and (own not in WORDS_TOO or word[0].isupper())
        follows = after and word[0].isupper() and len(word) > 2 and own not in _NONE | _PLACE_WORDS
        if known or follows:
            found.add(own)
        after = known
    return found
