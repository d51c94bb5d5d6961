"""The words of a report in Danish and English."""

from __future__ import annotations

from rcoder.domain import counted
from rcoder.domain.theory import Tally
from rcoder.domain.words import Bilingual

TITLE = Bilingual(
    "Rapport: hvad virker for hvem, hvordan og hvorfor", "Report: what works for whom, how and why"
)
HOW = Bilingual("Sådan læses rapporten", "How to read this report")
OVERALL = Bilingual("Forandringsteorien", "The change theory")
CMO = Bilingual("Konfigurationerne samlet", "The configurations together")
NOT_COVERED = Bilingual("Det, materialet ikke dækker", "What the material does not cover")
NO_HYPOTHESIS = Bilingual("Konfigurationer uden hypotese", "Configurations of no hypothesis")
NONE_DRAWN = Bilingual(
    "Ingen konfiguration hører til hypotesen. Den er hverken støttet eller svækket, men ikke prøvet.",
    "No configuration belongs to this hypothesis. It is neither supported nor weakened, but untested.",
)

HOW_READ = (
    Bilingual(
        "En konfiguration siger, at en ressource vækker et ræsonnement hos nogen under bestemte omstændigheder, og hvad "
        "det fører til. Sætningen er dannet af konfigurationens dele; “…” står, hvor noget mangler endnu. Hvor en "
        "konfiguration er samlet af flere, står den i stedet for dem, og deres passager tælles hos den.",
        "A configuration says that a resource wakes a reasoning in somebody under certain circumstances, and what comes "
        "of it. The sentence is made of the configuration's parts; “…” stands for what is not there yet. Where a "
        "configuration was made of several, it stands in their place, and their passages count with it.",
    ),
    Bilingual(
        "● støtter, ○ taler imod, △ forfiner (ændrer rækkevidden, føjer en betingelse eller en aktør til). Hver passages "
        "stilling er sat af en person.",
        "● supports, ○ contradicts, △ refines (changes the scope, adds a condition or an actor). A person set the stance "
        "of each passage.",
    ),
    Bilingual(
        "Tallene: en passage er en strækning ord; passager, der overlapper, tæller én gang. “n af N sager” tæller kun "
        "passager om sagen selv, og N er de sager, hvis interview alle er kodet til ende; sager, der ikke er det, står ved "
        "siden af. Generel erfaring tæller respondenter og ikke sager. Normative og forventede udsagn står på listen og "
        "tæller ikke. Interviewerens ord er aldrig belæg.",
        "The numbers: a passage is a stretch of words; passages that overlap count once. “n of N cases” counts only "
        "passages about the case itself, and N is the cases whose interviews are all coded to the end; cases that are not "
        "are said beside it. General experience counts respondents and not cases. Normative and anticipated talk is listed "
        "and does not count. The interviewer's words are never evidence.",
    ),
    Bilingual(
        "Hyppighed er ikke styrke. Styrken er en navngiven persons vurdering i ord, med en grund, og regnes ikke ud af tallene.",
        "Frequency is not strength. Strength is a named person's judgement in words, with a reason, and is not worked out "
        "from the numbers.",
    ),
    Bilingual(
        "Status er, hvor en konfiguration står i gennemgangen: kladde, indsendt, sendt tilbage, godkendt eller afgjort. “ændret "
        "siden” betyder, at noget af det, der blev godkendt, er lavet om bagefter.",
        "Status is where a configuration stands in review: draft, submitted, returned, accepted or settled. “changed since” "
        "means that something of what was accepted was altered afterwards.",
    ),
    Bilingual(
        "Passagerne er valgt efter en regel og ikke efter, hvad der lyder bedst: først den sag, der er hørt mindst, så den "
        "rollegruppe, der er hørt mindst; så det, der tæller, før det, der kun står på listen; så det, nogen har gemt som "
        "citat; så det, der er mellem 8 og 80 ord. De er ordrette; […] og [ord] er tilføjet af den, der gemte citatet.",
        "The passages are chosen by a rule and not by what sounds best: first the case heard least, then the role group heard "
        "least; then what counts before what is only listed; then what somebody kept as a quotation; then what is between 8 "
        "and 80 words. They are verbatim; […] and [words] were added by whoever kept the quotation.",
    ),
)

STATUS = Bilingual("Status", "Status")
STRENGTH = Bilingual("Styrke", "Strength")
NOT_JUDGED = Bilingual("ikke vurderet af nogen endnu", "not judged by anybody yet")
TITLE_ROWS = {
    "study": Bilingual("Studie", "Study"),
    "theory": Bilingual("Teori", "Theory"),
    "basis": Bilingual("Materiale", "Material"),
    "codebook": Bilingual("Kodebog", "Codebook"),
    "as_of": Bilingual("Pr.", "As of"),
    "seen_by": Bilingual("Set af", "As seen by"),
    "narrowed": Bilingual("Udsnit", "Narrowed to"),
}
FOR_AND_AGAINST = Bilingual("For og imod", "For and against")
STANCE = Bilingual("Stilling", "Stance")
PASSAGES = Bilingual("Passager", "Passages")
CASES = Bilingual("Sager kodet til ende", "Cases coded to the end")
FURTHER = Bilingual("Sager ud over dem", "Further cases")
RESPONDENTS = Bilingual("Respondenter, generelt", "Respondents, in general")
LISTED = Bilingual("Vist, tæller ikke", "Listed, not counted")
MATERIAL = Bilingual("Andet materiale", "Other material")
OF_CASES = Bilingual("af {n} sager", "of {n} cases")
TOGETHER = Bilingual(
    "For og imod, {of} konfigurationer samlet", "For and against, {of} configurations together"
)
TOLD_UNDER = Bilingual("{name}: er beskrevet under {under}.", "{name}: is told under {under}.")
ONLY_ACCEPTED = Bilingual(
    "kun godkendte og afgjorte konfigurationer", "only accepted and settled configurations"
)
WITHOUT_NAMES = Bilingual("sager uden navn", "cases without names")
READ_AS = (
    Bilingual("Læst som sætning", "Read as a sentence"),
    Bilingual("Styrke, vurderet", "Strength, judged"),
)
"""Columns of the CMO table that the report tells in full elsewhere."""
SAID_BY = Bilingual("Støttes af", "Supported by")
INTERVIEWS_OF = Bilingual("{role} i {n} af {of} interview", "{role} in {n} of {of} interviews")
CONTRAST = Bilingual("Sager efter udfald", "Cases by outcome")
CASES_OF = Bilingual("{group} {n} af {of}", "{group} {n} of {of}")
OVERSAMPLED = Bilingual(
    "Sager, der gik godt, er udvalgt oftere: sammenlign inden for grupperne.",
    "Cases that went well were sampled more often: compare within the groups.",
)

BEST = {
    "supports": Bilingual("Det, der taler for", "What speaks for it"),
    "contradicts": Bilingual("Det, der taler imod", "What speaks against it"),
    "refines": Bilingual("Det, der forfiner", "What refines it"),
}
QUOTED = Bilingual("Passager for og imod", "Passages for and against")
SHOWN = Bilingual("{n} af {of} passager vises.", "{n} of {of} passages are shown.")
NO_SUPPORT = Bilingual("Ingen passage taler for.", "No passage speaks for it.")
NO_COUNTER = Bilingual("Ingen passage taler imod.", "No passage speaks against it.")
SEARCHED = Bilingual(
    "{number}: {name} har svaret, at der er ledt efter modstridende evidens ({day}): {why}",
    "{number}: {name} answered that counter-evidence was looked for ({day}): {why}",
)
NOT_NEEDED = Bilingual(
    "{number}: {name} har svaret, at det ikke er relevant at lede efter modstridende evidens ({day}): {why}",
    "{number}: {name} answered that looking for counter-evidence is not applicable ({day}): {why}",
)
SEARCHED_BEFORE = Bilingual(
    " Konfigurationen er ændret siden, så svaret gælder ikke længere fuldt ud.",
    " The configuration has changed since, so the answer no longer holds in full.",
)
NOT_SEARCHED = Bilingual(
    "{numbers}: ingen har endnu sagt, om der er ledt efter modstridende evidens.",
    "{numbers}: nobody has said yet whether counter-evidence was looked for.",
)
RIVALS = Bilingual("Rivaliserende forklaringer", "Rival explanations")
RIVAL = Bilingual("Forklaring", "Explanation")
FATE = Bilingual("Hvad der blev af den", "What became of it")
WHY = Bilingual("Grund", "Reason")
NO_RIVALS = Bilingual(
    "Ingen rivaliserende forklaring er skrevet ned.", "No rival explanation is written down."
)
CONDITIONS = Bilingual("Understøttende forhold", "Support conditions")
CONDITION = Bilingual("Forhold", "Condition")
JUDGED = Bilingual("Vurderet", "Judged")
OF_ALL_CASES = Bilingual("af {n} sager", "of {n} cases")
MET = Bilingual("Heraf opfyldt", "Of these met")
OTHERWISE = Bilingual("Ellers", "Otherwise")
CONDITIONS_NOTE = Bilingual(
    "“Vurderet” tæller sager, hvor nogen har afgjort, om forholdet var opfyldt, ikke opfyldt, uklart, eller om rollerne er uenige. "
    "Et forhold, der ikke er vurderet, er ikke det samme som et, der manglede.",
    "“Judged” counts cases in which somebody decided whether the condition was met, not met, unclear, or whether roles disagree. "
    "A condition that is not judged is not the same as one that was missing.",
)
NUMBER = Bilingual("Nr.", "No.")
CONFIGURATION = Bilingual("Konfiguration", "Configuration")
CONSOLIDATED_OF = Bilingual("samlet af {numbers}", "made of {numbers}")
ABOUT_CASE = Bilingual("om {case}", "about {case}")

SCOPES = {
    "general": Bilingual("generel erfaring", "general experience"),
    "normative": Bilingual("normativt, tæller ikke", "normative, not counted"),
    "anticipated": Bilingual("forventet, tæller ikke", "anticipated, not counted"),
}
TURN = Bilingual("replik {n}", "turn {n}")
EDITED = Bilingual("redigeret gengivelse", "edited form")
TRANSLATED = Bilingual("oversat", "translated")
ON_WHOLE = Bilingual("hele {number}", "the whole of {number}")
CASE_LETTER = Bilingual("sag {letter}", "case {letter}")

FIGURE_ALL = Bilingual("Forandringsteorien som helhed", "The change theory as a whole")
FIGURE_CUT = Bilingual("Et udsnit af forandringsteorien", "A cut of the change theory")
FIGURE_MINI = Bilingual("Miniforandringsteori for {key} {label}", "Mini change theory of {key} {label}")
DESCRIBED = Bilingual(
    "Forandringsteori i kolonner fra kerneelementer over mekanismer til resultater på kort, mellemlang og lang sigt: {boxes} bokse "
    "og {arrows} pile, {accepted} af dem godkendt, {draft} i kladde og {initial} uden belæg endnu. Pilene er:",
    "Change theory in columns from core elements over mechanisms to results in the short, medium and long term: {boxes} boxes and "
    "{arrows} arrows, {accepted} of them accepted, {draft} in draft and {initial} with no evidence yet. The arrows are:",
)
TOO_DENSE = Bilingual(
    "Figuren har {boxes} bokse og {arrows} pile og er for tæt til at læses på en side. Her vises et udsnit (det står under figurens titel); "
    "hver hypoteses miniteori står for sig nedenfor, og hele figuren fås med rcoder export theory PROJECT --to FIL.pdf.",
    "The figure has {boxes} boxes and {arrows} arrows and is too dense to read on a page. A cut of it is shown here (the "
    "figure's title says which); the mini theory of each hypothesis stands on its own below, and the whole figure is written by rcoder export "
    "theory PROJECT --to FILE.pdf.",
)
FIGURE_MINI_CUT = Bilingual(
    "Et udsnit af miniforandringsteorien for {key} {label}",
    "A cut of the mini change theory of {key} {label}",
)
MINI_DENSE = Bilingual(
    "Miniteorien har {boxes} bokse og {arrows} pile og er for tæt til at læses på en side. Her vises et udsnit (det står under "
    "figurens titel); hele figuren fås med rcoder export theory PROJECT --to FIL.pdf --hypothesis {key} --paper a3.",
    "The mini theory has {boxes} boxes and {arrows} arrows and is too dense to read on a page. A cut of it is shown here (the "
    "figure's title says which); the whole figure is written by rcoder export theory PROJECT --to FILE.pdf --hypothesis {key} --paper a3.",
)
ENDLESS = Bilingual(
    "Teorien har {boxes} bokse og {arrows} pile, og det kan ingen figur rumme. rcoder export theory PROJECT --to FIL.pdf siger, hvilke "
    "udsnit der kan tegnes.",
    "The theory has {boxes} boxes and {arrows} arrows, which no figure can hold. rcoder export theory PROJECT --to FILE.pdf says which "
    "cuts can be drawn.",
)
STILL_DENSE = Bilingual(
    "Det, der vises her, er småt på A4; læs miniteorierne nedenfor, eller print figuren på A3.",
    "What is shown here is small on A4; read the mini theories below, or print the figure on A3.",
)

UNTESTED = Bilingual("Hypoteser uden konfiguration", "Hypotheses without a configuration")
INITIAL_ARROWS = Bilingual(
    "{n} af {of} pile i den oprindelige teori har ingen konfiguration endnu.",
    "{n} of {of} arrows of the initial theory have no configuration yet.",
)
CASES_LEFT = Bilingual(
    "{n} af {of} sager er ikke kodet til ende: {names}.",
    "{n} of {of} cases are not coded to the end: {names}.",
)
CASES_SILENT = Bilingual(
    "{n} af {of} sager har intet interview: {names}.", "{n} of {of} cases have no interview: {names}."
)
ROLE_MISSING = Bilingual(
    "Intet interview med {role} i {n} af {of} sager: {names}.",
    "No interview with a {role} in {n} of {of} cases: {names}.",
)
SET_ASIDE = Bilingual(
    "Afløst eller forkastet, og ikke med i tal og figur: {names}.",
    "Superseded or rejected, and in no count or figure: {names}.",
)
DOUBTS = Bilingual(
    "{n} passager i en rettet udskrift venter på, at nogen tager stilling til dem.",
    "{n} passages of a corrected transcript wait for somebody to decide on them.",
)
FURTHER_CASES = (
    Bilingual("{n} sag ud over dem", "{n} further case"),
    Bilingual("{n} sager ud over dem", "{n} further cases"),
)
IN_GENERAL = Bilingual("om generel erfaring", "in general")


def tally_words(tally: Tally, cases: int, language: str) -> str:
    """Passages and cases in a sentence: "8 passager, 3 af 4 sager, 1 sag ud over dem"."""
    found = [
        counted.several(tally.passages, counted.PASSAGE, language),
        counted.of(tally.cases, cases, counted.CASE, language),
    ]
    further = tally.cases_not_yet_coded + tally.cases_without_interview
    if further:
        found.append(FURTHER_CASES[further != 1].say(language).format(n=further))
    if tally.respondents:
        heard = counted.several(tally.respondents, counted.RESPONDENT, language)
        found.append(f"{heard} {IN_GENERAL.say(language)}")
    if tally.listed:
        found.append(f"{tally.listed} {counted.LISTED.say(language)}")
    return ", ".join(found)
