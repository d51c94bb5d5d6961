"""The prompts that are asked of the whole set of configurations and of the study behind it (realist-practice §7, 16 to 23)."""

from __future__ import annotations

from rcoder.domain.prompting import About, PromptKind, Reach
from rcoder.domain.words import Bilingual


def _set(  # noqa: PLR0917, RUF100 - a row of the table
    key: str,
    check: str,
    about: About,
    title: Bilingual,
    found: Bilingual,
    teaches: Bilingual,
    answers: Bilingual,
    of: Bilingual,
) -> PromptKind:
    return PromptKind(key, check, Reach.SET, about, title, found, teaches, answers, of)


SET: tuple[PromptKind, ...] = (
    _set(
        "hypothesis_untested", "16", About.CODE,
        Bilingual("Hypoteser uden konfiguration", "Hypotheses without a configuration"),
        Bilingual("{label} {words}: ingen konfiguration hører til den; {codings}.", "{label} {words}: no configuration belongs to it; {codings}."),
        Bilingual("En hypotese uden konfiguration er hverken støttet eller svækket: den er ikke prøvet, og rapporten må sige det.",
                  "A hypothesis without a configuration is neither supported nor weakened: it is untested, and the report has to say so."),
        Bilingual("Byg en konfiguration, eller skriv, hvorfor materialet ikke kan prøve den.", "Build a configuration, or write why the material cannot test it."),
        Bilingual("hypoteser", "hypotheses"),
    ),
    _set(
        "condition_without_evidence", "16", About.CODE,
        Bilingual("Understøttende forhold uden belæg", "Support conditions without evidence"),
        Bilingual("{label} {words}: ingen passage, ingen vurdering og ingen konfiguration.", "{label} {words}: no passage, no judgement and no configuration."),
        Bilingual("At et forhold ikke er nævnt, er ikke det samme som, at det manglede: det kan også være, at ingen spurgte, eller at det ikke er kodet endnu.",
                  "That a condition is not mentioned does not mean that it was missing: perhaps nobody asked, or it is not coded yet."),
        Bilingual("Led efter det, eller vurdér det i de enkelte sager.", "Look for it, or judge it in the cases."),
        Bilingual("understøttende forhold", "support conditions"),
    ),
    _set(
        "orphan_code", "17", About.CODE,
        Bilingual("Koder uden konfiguration", "Codes in no configuration"),
        Bilingual("{label} {words}: {codings} og i ingen konfiguration.", "{label} {words}: {codings}, and in no configuration."),
        Bilingual("Det, der er kodet og ikke bundet sammen med noget, er endnu ikke forklaret, eller det forklarer noget, som teorien ikke ser.",
                  "What is coded and tied to nothing is not explained yet, or it explains something that the theory does not see."),
        Bilingual("Læs passagerne, og byg en konfiguration af dem, eller sig, hvorfor koden ikke er en del af teorien.", "Read its passages and build a configuration, or say why the code is no part of the theory."),
        Bilingual("brugte koder", "codes in use"),
    ),
    _set(
        "interview_uncited", "18", About.TRANSCRIPT,
        Bilingual("Interview, der aldrig er citeret", "Interviews never cited"),
        Bilingual("{label}: {codings}, og ingen passage derfra bærer noget.", "{label}: {codings}, and nothing rests on a passage of it."),
        Bilingual("Det, der ikke passer, står ofte i de interview, ingen bruger.", "What does not fit often stands in the interviews that nobody uses."),
        Bilingual("Læs det med teorien i hånden, eller skriv, hvorfor det ikke bidrager.", "Read it with the theory in hand, or write why it adds nothing."),
        Bilingual("interview", "interviews"),
    ),
    _set(
        "role_uncited", "18", About.ROLE,
        Bilingual("Roller, der aldrig er citeret", "Roles never cited"),
        Bilingual("{label}: {voices}, ingen citeret.", "{label}: {voices}, none cited."),
        Bilingual("Hver rolle ser sin del af mekanismen. Mangler en rolle, mangler dens blik på, hvad der blev tilbudt, og hvad det vakte.",
                  "Each role sees its part of the mechanism. Where a role is missing, so is its view of what was offered and what it woke."),
        Bilingual("Læs rollens interview, eller skriv, hvorfor den ikke hører til.", "Read the interviews of that role, or write why it does not belong."),
        Bilingual("roller", "roles"),
    ),
    _set(
        "respondent_dominates", "18", About.RESPONDENT,
        Bilingual("Én respondent fylder meget", "One respondent weighs much"),
        Bilingual("{label} står for {n} af {passages}, mere end en tredjedel; der er {others}.", "{label} gives {n} of {passages}, more than a third; there are {others}."),
        Bilingual("En veltalende respondent farver hele teorien, og hyppighed er ikke styrke.", "An eloquent respondent colours the whole theory, and frequency is not strength."),
        Bilingual("Find andre stemmer for eller imod det, som kun denne person siger.", "Find other voices for or against what this person alone says."),
        Bilingual("respondenter", "respondents"),
    ),
    _set(
        "case_dominates", "18", About.CASE,
        Bilingual("Én sag fylder meget", "One case weighs much"),
        Bilingual("{label} står for {n} af {passages} om sager; medianen af {cases} er {median}.", "{label} gives {n} of {passages} about cases; the median of {cases} is {median}."),
        Bilingual("En sag, der fylder, gør let sin egen kontekst til alles.", "A case that weighs much easily makes its own context everybody's."),
        Bilingual("Læs de sager, der er citeret mindst, med de samme konfigurationer i hånden.", "Read the cases cited least with the same configurations in hand."),
        Bilingual("sager", "cases"),
    ),
    _set(
        "accepted_changed", "20", About.CONFIGURATION,
        Bilingual("Godkendt og ændret siden", "Accepted, and changed since"),
        Bilingual("{label} er {status} og ændret siden, så figuren viser den ikke som godkendt.", "{label} was {status} and has changed since, so the figure does not draw it as accepted."),
        Bilingual("Figur og tabel skal sige det samme: en godkendelse gælder det, der stod der, da den blev givet.",
                  "Figure and table are to say the same: acceptance is of what stood there when it was given."),
        Bilingual("Se, hvad der er ændret, og godkend eller afgør den igen.", "See what changed, and accept or settle it again."),
        Bilingual("godkendte eller afgjorte konfigurationer", "accepted or settled configurations"),
    ),
    _set(
        "single_coded", "22", About.WHOLE,
        Bilingual("Dobbeltkodning", "Double coding"),
        Bilingual("{n} af {interviews} med kodninger er kodet af mere end én.", "{n} of {interviews} with codings are coded by more than one person."),
        Bilingual("At to koder det samme uafhængigt, viser, hvor kodebogen er uklar. Det er almindeligt at dobbeltkode 10 til 25 % af materialet og at tale om forskellene.",
                  "Two people coding the same independently shows where the codebook is unclear. To double-code 10 to 25 % of the material, and to discuss the differences, is common."),
        Bilingual("Lad en anden kode en del af materialet blindt, eller skriv, hvorfor I ikke gør det.", "Let someone else code a share blind, or write why you do not."),
        Bilingual("interview med kodninger", "interviews with codings"),
    ),
    _set(
        "small_cell", "23", About.WHOLE,
        Bilingual("Genkendelige kombinationer", "Recognisable combinations"),
        Bilingual("{n} af {cells} af kommune og rolle er én person.", "{n} of {cells} of municipality and role are one person."),
        Bilingual("Kommune og rolle sammen kan være nok til at kende en person, også uden navn.", "Municipality and role together may be enough to know a person, even without a name."),
        Bilingual("Udelad kommunen i det, der trykkes, eller slå roller sammen til grupper.", "Leave the municipality out of what is printed, or join roles in groups."),
        Bilingual("kombinationer", "combinations"),
    ),
)  # fmt: skip
"""In the order in which they are asked."""
