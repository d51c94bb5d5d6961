"""Words that tell in Danish and English what a definition says: an activity, a response, an offer, a change."""

from __future__ import annotations

import re

_DANISH_ACTIVITIES = (
    "samtale", "møde", "besøg", "opfølgning", "rundvisning", "vejledning", "rådgivning", "undervisning", "oplæring",
    "træning", "coaching", "kaffeaftale", "workshop", "telefonopkald", "spørgeskema", "handleplan", "aktivitetsplan",
    "progressionsværktøj", "progressionsmåling",
)  # fmt: skip
_ENGLISH_ACTIVITIES = (
    "talk", "conversation", "meeting", "visit", "follow-up", "guided tour", "guidance", "counselling", "training",
    "coaching", "workshop", "phone call", "questionnaire", "activity plan", "progression tool", "progression measurement",
)  # fmt: skip

ACTIVITY = {
    "da": re.compile(
        rf"\b(?!møder (?:op|ind|frem)\b)\w*(?:{'|'.join(_DANISH_ACTIVITIES)})(?:e?[nt]|e?r|e?r?ne)?s?\b"
        r"|\b(?:kursus|kurset|kurser|kurserne|MinPlan|MinVurdering|cv(?:['’]?(?:et|er|erne))?)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"\b(?:{'|'.join(_ENGLISH_ACTIVITIES)}|MinPlan|MinVurdering|cv)(?:['’]?s)?\b", re.IGNORECASE
    ),
}
"""What people do with one another in a programme: the resource's words, never the reasoning's."""

RESPONSE = {
    "da": re.compile(r"\b(?:tænk\w+|føle[rs]?|følte?|tør|turde)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:think\w*|thought|feel\w*|felt|dare[sd]?)\b", re.IGNORECASE),
}
"""The verbs that a reasoning completes: somebody thinks, feels or dares."""

OFFER = {
    "da": re.compile(r"\b(?:tilby\w+|giver?)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:offer\w*|gives?)\b", re.IGNORECASE),
}
"""The verbs that a resource completes: somebody offers."""

CHANGE = {
    "da": re.compile(r"\bændrer\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:changes?|alters?)\b", re.IGNORECASE),
}
"""The verb by which a context says which link it changes."""

_ID = re.compile(r"[^\W_][\w.-]*")


def ids_in(text: str, known: frozenset[str]) -> frozenset[str]:
    """The known ids that a text names; an id without a digit may be an ordinary word and is passed over."""
    words = (each.rstrip(".-") for each in _ID.findall(text))
    return frozenset(each for each in words if each in known and any(map(str.isdigit, each)))
