"""Wordings compared and looked through: activities where a response belongs, responses, and the same said twice.

Danish and English. Words are recognised by their stems and endings with exceptions: a prompt that is wrong costs a
person a moment, and one that is missing costs them a fault, so what is in doubt and holds a word of response is let be.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_N = "(?:s|e|en|et|er|erne|ene|ens|ets|ernes|n|r|rne|rnes|ne)?"
"""Danish endings of nouns."""

_NOUNS = (
    "samtale", "møde", "opfølgning", "besøg", "praktik", "plan", "forløb", "opkald", "undervisning", "vejledning",
    "rådgivning", "træning", "workshop", "screening", "kortlægning", "visitation", "jobsøgning", "ansøgning",
    "rundvisning", "virksomhedsbesøg", "oplæring", "introduktion", "evaluering", "registrering", "henvisning",
    "coaching", "sparring", "tilbud", "indsats", "aktivitet", "løntilskud", "ordning", "skrivning",
    "deltagelse", "formidling", "matchning", "koordinering", "afklaring", "aktivering", "jobtræning", "test",
    "interview", "skema", "spørgeskema", "brev", "mail", "sms",
)  # fmt: skip
"""Danish nouns of what a programme does; compounds end in them."""
_FIRST = (
    "praktik",
    "kursus",
    "samtale",
    "møde",
    "cv-",
    "opfølgnings",
    "besøgs",
    "mentorforløb",
    "jobsøgnings",
)
"""What compounds of such a noun begin with."""
_FOLLOWING = frozenset({"følger", "fulgte", "fulgt", "følge"})
"""Verbs that are an activity before *op*."""
_VERBS = (
    "besøger|besøgte|besøgt|deltager|deltog|deltaget|underviser|underviste|vejleder|vejledte|rådgiver|rådgav|screener|"
    "screenes|afholder|afholdt|opfølger|koordinerer|registrerer|visiterer|henviser|henvist"
)
_ENGLISH = (
    "meetings?|conversations?|interviews?|follow-ups?|followup|visits?|visited|visiting|courses?|trainings?|internships?|"
    "placements?|workshops?|sessions?|appointments?|calls?|screenings?|counselling|counseling|coaching|cv|cvs|résumés?|"
    "attends?|attended|participates?|activity|activities"
)
_ACTIVITY = re.compile(
    rf"(?:[\w-]*(?:{'|'.join(_NOUNS)}){_N}|(?:{'|'.join(_FIRST)})[\w-]*|[\w-]*kurs(?:us|er|et|erne|usset|usset|usser)|"
    rf"cv'?(?:et|er|erne)?|{_VERBS}|{_ENGLISH})",
    re.IGNORECASE,
)
_NOT_ACTIVITIES = frozenset(
    {"kaplan", "kaplanen", "kaplaner", "plane", "planes", "dagsordning", "uorden", "forløber", "teste"}
)
"""Words that only end as an activity does."""
_MEETING = frozenset({"møde", "mødet", "møder", "møderne", "mødes"})
_MET_BY = frozenset({
    "jeg", "du", "han", "hun", "vi", "i", "de", "man", "den", "det", "som", "der", "hende", "ham", "dem", "bliver", "blev",
    "er", "blive", "at", "borgeren", "nogen",
})  # fmt: skip
"""Words after which *møder*, *mødet* is the verb: "hun møder forståelse", "har mødet mig"."""
_MET_WITH = frozenset(
    {
        "mig",
        "dig",
        "ham",
        "hende",
        "os",
        "jer",
        "dem",
        "op",
        "ind",
        "frem",
        "forståelse",
        "respekt",
        "modstand",
    }
)
"""Words before which it is."""
_RESPONSE = re.compile(
    r"(?:føl(?!g)|oplev|tænk|tænkte|håb|ønsk|trygh|utryg|tryg|tillid|mistillid|stol|forst[åo]|indse|indså|accept|anerkend|respekt|"
    r"værds|værdig|mening|betydning|overskud|lettet|lettels|glæd|glad|bekymr|frygt|bange|nervøs|skam|flov|vred|frustr|modstand|"
    r"skepsis|skeptisk|afvis|resign|ejerskab|ansvar|kontrol|forvent|overbevis|vurder|genkend|spejl|identitet|selv(?:tillid|værd)|"
    r"mestr|tiltro|engager|engagement|interess|nysger|forplig|loyal|taknem|alvorlig|imødekom|tvivl|usikker|sikker|tøv|beslut|"
    r"vælg|valg|tilhør|fællesskab|mærk|hørt|set$|lytte|mødt|mødte|motiv|lyst|turde|turd|modet$|mod$|modig|stolt|ydmyg|skuff|"
    r"opgiv|træt|rolig|ro$|ensom|afmagt|magtesl|krænk|presse|tvunge|frivil|villig|trives|trivsel|spænd|fristel|frist|sårbar|"
    r"håbløs|ligeværd|overskue|svært|tro$|tror|troen|troede|tør$|vil$|ville$|gider|orker|magter|savn|elsk|hader|føje|"
    r"feel|felt|trust|believ|hope|hoping|dare|want|think|thought|realis|realiz|accept|confiden|motivat|fear|afraid|safe|secur|"
    r"understand|understood|pictur|imagin|worr|asham|proud|recogni|expect|doubt|decid|interest|own(?:s|ership)$|sens(?:e|es)$|"
    r"experienc|heard|valued|serious|willing|resist|hopes|relie[fv]|angry|anxious|calm|belong)",
    re.IGNORECASE,
)  # fmt: skip
"""Stems of how a person responds: feels, thinks, decides."""
_FEELING = re.compile(
    r"(?:føl(?:er|te|else|t$)|tillid|tiltro|mistillid|tryghed|utryg|håb(?:er|ede|et$|$)|modet$|motivation|lyst(?:en)?$|tør$|turde|tror|"
    r"troen|troede|stoler|stolthed|selvtillid|selvværd|bekymr|frygt|bange|glæder|skam|forvent(?:er|ning)|oplever|tænker|"
    r"feels?$|feeling|felt$|trusts?$|believes?$|hopes?$|dares?$|fears?$|motivation|confidence|thinks?$)",
    re.IGNORECASE,
)
_RESPONSE_PHRASES = re.compile(
    r"\b(?:ser|se|så) (?:sig|mig|dig|en mulighed|muligheder|mening|formål|pointen|en vej|sit)|\bkan se\b|\bregne[rd]?e? med\b|"
    r"\b(?:giver|gav|give) (?:han |hun |de |borgeren )?op\b|\bkan (?:godt )?lide\b|\bsee(?:s|ing)? (?:him|her|them|it|one|a)|\bgives? up\b|\btager? imod\b|"
    r"\btager (?:selv|sig)\b",
    re.IGNORECASE,
)

_STOP = frozenset({
    "at", "af", "de", "den", "der", "det", "dem", "denne", "dette", "du", "en", "er", "et", "for", "fordi",
    "fra", "få", "får", "fået", "ham", "han", "har", "have", "havde", "hende", "hun", "hendes", "hans", "i",
    "jeg", "kan", "kom", "man", "med", "men", "mig", "min", "mit", "når", "og", "om", "op", "over", "på",
    "selv", "sig", "sin", "sit", "sine", "skal", "som", "så", "til", "ud", "var", "ved", "vi", "blev",
    "blive", "bliver", "være", "været", "a", "an", "and", "are", "as", "be", "because", "by", "from", "gets",
    "has", "he", "her", "him", "his", "in", "is", "it", "its", "of", "on", "or", "she", "so", "that", "the",
    "their", "them", "then", "they", "this", "to", "was", "when", "with", "borger", "borgeren", "citizen",
})  # fmt: skip
_NEGATIONS = frozenset({
    "ikke", "aldrig", "ingen", "intet", "uden", "not", "never", "no", "without", "nobody", "ingenting",
})  # fmt: skip
_ENDINGS = (
    "heden",
    "hed",
    "ernes",
    "erne",
    "ende",
    "ede",
    "ene",
    "ens",
    "ets",
    "ers",
    "te",
    "er",
    "en",
    "et",
    "es",
    "ed",
    "ing",
    "s",
    "e",
    "r",
    "t",
)
ENOUGH = 0.75
"""Share of content words that two wordings have in common where they say nearly the same."""
REPEATED = 0.8
"""Share of a because's words that stand in the wording it repeats."""


@lru_cache(maxsize=20_000)
def activity(wording: str) -> str:
    """The word of a wording that names an activity; "" for none, or where the wording says how a person responds to it."""
    if responds(wording):
        return ""
    tokens = [found.group() for found in _TOKEN.finditer(wording)]
    lower = [each.casefold() for each in tokens]
    for index, word in enumerate(lower):
        before, after = (
            (lower[index - 1] if index else ""),
            (lower[index + 1] if index + 1 < len(lower) else ""),
        )
        if word in _FOLLOWING and after == "op":
            return f"{tokens[index]} {tokens[index + 1]}"
        if word in _MEETING:
            if before not in _MET_BY and after not in _MET_WITH:
                return tokens[index]
        elif word not in _NOT_ACTIVITIES and _ACTIVITY.fullmatch(word):
            return tokens[index]
    return ""


@lru_cache(maxsize=20_000)
def responds(wording: str) -> bool:
    """Whether a wording holds a word of how a person responds: what somebody feels, thinks, trusts, dares or decides."""
    return bool(_RESPONSE_PHRASES.search(wording)) or any(
        _RESPONSE.match(found.group()) for found in _TOKEN.finditer(wording)
    )


@lru_cache(maxsize=20_000)
def feels(wording: str) -> bool:
    """Whether a wording says what somebody feels or believes, which nobody can offer; respect and being heard can be."""
    return any(_FEELING.match(found.group()) for found in _TOKEN.finditer(wording))


def one_word(wording: str) -> bool:
    """Whether a wording is no more than a name of one word."""
    return len(_TOKEN.findall(wording)) == 1


@lru_cache(maxsize=20_000)
def content(wording: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of the words that carry a wording, and the negations in it."""
    words = [found.group().casefold() for found in _TOKEN.finditer(wording)]
    negations = frozenset(each for each in words if each in _NEGATIONS)
    return frozenset(_stem(each) for each in words if each not in _STOP and each not in _NEGATIONS), negations


def alike(one: str, other: str) -> bool:
    """Whether two wordings say nearly the same: most of their words in common, and both or neither with a negation."""
    (words, negations), (others, their_negations) = content(one), content(other)
    if bool(negations) != bool(their_negations):
        return False
    if not words or not others:
        return one.strip().casefold() == other.strip().casefold() != ""
    return len(words & others) / max(len(words), len(others)) >= ENOUGH


def repeats(because: str, wording: str) -> bool:
    """Whether a because holds hardly a word that is not in a wording."""
    (words, negations), (others, their_negations) = content(because), content(wording)
    if not words or bool(negations) != bool(their_negations):
        return False
    return len(words & others) / len(words) >= REPEATED


def names_in(wording: str, names: frozenset[str]) -> str:
    """The first of these names (case-folded) that a wording writes with a capital letter; "" for none."""
    for found in _TOKEN.finditer(wording):
        word = found.group()
        if (
            word[:1].isupper()
            and (folded := word.casefold().removesuffix("s"))
            and {word.casefold(), folded} & names
        ):
            return word
    return ""


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
