"""What tells the kind of a clause apart from any codebook: verbs of doing and feeling, little words, and its place.

A kind is the place a thing has in an account: what was so beforehand (context), what somebody was given or did for
them (resource), what they made of it (reasoning), what came of it (outcome).
"""

from __future__ import annotations

from itertools import pairwise

from rcoder.analysis.suggesting.words import WORD
from rcoder.domain.words import Kind

WORDS: dict[str, dict[Kind, str]] = {
    "da": {
        Kind.REASONING: """tænk* tro tror troede turde tør tørre føle følte føler følelse vide vidste ved håbe håber gide
            gider lyst mod stole stoler tillid tryg tryghed utryg stolt flov skam skamme mærke mærker opdag* forst* indse
            opleve oplevede synes syntes bange nervøs glad sur vred ked lettet lettelse overskud respekt værd overbevis*
            bekymr* motiv* ejerskab betyde betød mening huske drømme ønske alvorligt gad orke orkede overveje beslutte
            besluttede mistro mistillid vogte skræm* frygt* ville vil træt blev_stolt kunne_se tror_på give_mening""",
        Kind.RESOURCE: """give gav giver hjælpe hjalp hjælper ringe ringede ringer tilbyde tilbød vise viste spørge spurgte
            skrev skrive sende sendte aftale aftalt hente hentede følge fulgte støtte besøge besøgte fortælle fortalte
            forklare forklarede sagde siger holde sætte satte lave lavede finde fandt sørge sørgede betale betaler betalte
            mentor konsulent sagsbehandler lægge lagde tog tage ordne låne lånte køre kørte mødes møde kaffe kontrakt løn
            sms besked telefon plan""",
        Kind.OUTCOME: """begynde begyndt begyndte blev blive bliver nu stadig længere siden endte ende færre flere oftere
            sjældnere droppe droppet stoppe stoppede opgav gennemføre gennemførte færdig fastansat ansat job fik får kommer
            kom møder mødte sover oppe næsten pludselig resultat sprang sprunget tilbage igen faldt steg dobbelt halvere
            hurtigere bedre rask selv alligevel fremgang i_dag faldt_fra""",
        Kind.CONTEXT: """har havde været er var år årevis forvejen altid før tidligere dengang bor boede alene børn syg
            sygdom diagnose ledig arbejdsløs gammel uddannelse kommune kommunen byen landet område vant aldrig normalt
            egentlig sager travl organisering ledelse lov loven regler system stor lille mange når hvis hvor mens barn
            opvokset smerter ondt ryg misbrug gæld hos_os i_forvejen""",
    },
    "en": {
        Kind.REASONING: """think thought feel felt feeling believe believed know knew hope hoped trust trusted dare dared
            afraid safe proud ashamed angry relieved understood realised realized want wanted wish motivated confident worth
            meaning courage scared worried glad""",
        Kind.RESOURCE: """give gave given help helped call called calls offer offered show showed ask asked wrote send sent
            agree agreed fetched follow followed support supported visit visited told explained said arranged paid pay
            mentor caseworker consultant drove meet met contract wage text message""",
        Kind.OUTCOME: """now still began begun became longer since ended fewer more often dropped stopped quit completed
            finished hired job got sleeps back again fell rose faster better today""",
        Kind.CONTEXT: """had have been was were years always before earlier live lived alone children ill illness diagnosis
            unemployed old municipality town law rules system when if where while pain debt""",
    },
}
WEIGHT = 0.7
"""What one word tells."""

AFTER = {
    "da": {"så": "then", "derfor": "then", "dermed": "then", "fordi": "since", "hvis": "since", "når": "since",
           "da": "since", "nu": "now", "siden": "now", "bagefter": "now"},
    "en": {"so": "then", "therefore": "then", "then": "then", "because": "since", "if": "since", "when": "since",
           "now": "now", "since": "now", "afterwards": "now"},
}  # fmt: skip
"""Words that tell cause from effect, at the beginning of a clause or right before it."""
CAUSAL: dict[str, dict[Kind, float]] = {
    "then": {Kind.CONTEXT: -1.0, Kind.RESOURCE: -0.3, Kind.REASONING: 0.5, Kind.OUTCOME: 1.0},
    "since": {Kind.CONTEXT: 0.8, Kind.RESOURCE: 0.6, Kind.REASONING: -0.1, Kind.OUTCOME: -0.6},
    "now": {Kind.CONTEXT: -0.3, Kind.RESOURCE: -0.2, Kind.REASONING: 0.0, Kind.OUTCOME: 1.0},
}
PLACE: dict[Kind, tuple[float, float]] = {
    Kind.CONTEXT: (2.0, -4.0),
    Kind.RESOURCE: (1.4, -1.6),
    Kind.REASONING: (-0.4, 0.8),
    Kind.OUTCOME: (-3.0, 5.2),
}
"""Of each kind, what the place of a clause in its passage tells, from the beginning: so much, and so much more by its end.

People tell what was so, what was done, and then what came of it."""


def _sorted_out(language: str) -> tuple[dict[str, list[Kind]], dict[str, Kind]]:
    """Whole words (two joined by a space too) with their kinds, and beginnings of words."""
    whole: dict[str, list[Kind]] = {}
    beginnings: dict[str, Kind] = {}
    for kind, words in WORDS[language].items():
        for word in words.split():
            if word.endswith("*"):
                beginnings[word[:-1]] = kind
            else:
                whole.setdefault(word.replace("_", " "), []).append(kind)
    return whole, beginnings


_SORTED = {language: _sorted_out(language) for language in WORDS}


def told_by_words(text: str, language: str) -> dict[Kind, float]:
    """What the words of a clause tell of each kind, each word once."""
    whole, beginnings = _SORTED[language]
    words = [found.group().lower() for found in WORD.finditer(text)]
    sums = dict.fromkeys(Kind, 0.0)
    for word in {*words, *(f"{one} {two}" for one, two in pairwise(words))}:
        for kind in whole.get(word, ()):
            sums[kind] += WEIGHT
        for length in range(4, len(word) + 1):
            if word[:length] in beginnings:
                sums[beginnings[word[:length]]] += WEIGHT
    return sums


def told_by_links(before: str, text: str, language: str) -> dict[Kind, float]:
    """What the word before a clause and its first two words tell: *fordi*, *så*, *derfor*, *hvis*."""
    ahead = [found.group().lower() for found in WORD.finditer(text)][:2]
    behind = [found.group().lower() for found in WORD.finditer(before)][-1:]
    linked = next((AFTER[language][word] for word in (*ahead, *behind) if word in AFTER[language]), "")
    return CAUSAL.get(linked, {})


def told_by_place(place: float) -> dict[Kind, float]:
    """What the place of a clause in its passage tells, from 0 at the beginning to 1 at the end."""
    return {kind: start + more * place for kind, (start, more) in PLACE.items()}
