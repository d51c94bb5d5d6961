"""The words of the methods appendix in Danish and English."""

from __future__ import annotations

from rcoder.domain.words import Bilingual

TITLE = Bilingual("Metodebilag efter RAMESES II", "Methods appendix after RAMESES II")
INTRO = (
    Bilingual(
        "Bilaget følger RAMESES II-standarden for rapportering af realistiske evalueringer (Wong m.fl. 2016, BMC Medicine 14:96), "
        "punkt 4, 10, 11, 13, 14, 15 og 17. Programmet har udfyldt det, projektet rummer.",
        "This appendix follows the RAMESES II standard for reporting realist evaluations (Wong et al. 2016, BMC Medicine 14:96), "
        "items 4, 10, 11, 13, 14, 15 and 17. The program has filled in what the project holds.",
    ),
    Bilingual(
        "[SKAL SKRIVES: …] står, hvor kun et menneske kan svare; stedet er ikke udfyldt, før klammen er væk.",
        "[TO BE WRITTEN: …] stands where only a person can answer; the place is not filled until the bracket is gone.",
    ),
    Bilingual(
        "Hvert tal kan findes igen: kommandoen ved siden af viser det, tallet tæller. PROJECT er projektfilen, NUMBER hver konfiguration for sig, og --json giver det samme "
        "til et andet program. I programmet står det samme på de skærme, som O åbner.",
        "Each number can be found again: the command beside it shows what it counts. PROJECT is the project file, NUMBER each configuration in turn, and --json gives the "
        "same to another program. In the program the same stands on the screens that O opens.",
    ),
    Bilingual(
        "Alt er set af den, der skrev bilaget: kodninger, konfigurationer og belæg i lag, der ikke er frigivet, er hverken talt med eller nævnt.",
        "Everything is as seen by whoever wrote the appendix: codings, configurations and evidence in layers that are not released are "
        "neither counted nor named.",
    ),
)

ITEMS = {
    4: Bilingual(
        "4. Programteori: hvor undersøgelsen begyndte", "4. Programme theory: where the evaluation began"
    ),
    10: Bilingual("10. Evalueringens design: sager og roller", "10. Evaluation design: cases and roles"),
    11: Bilingual("11. Indsamling af data", "11. Data collection"),
    13: Bilingual("13. Analyse af data", "13. Data analysis"),
    14: Bilingual("14. Deltagere", "14. Participants"),
    15: Bilingual("15. Fund", "15. Main findings"),
    17: Bilingual("17. Styrker og begrænsninger", "17. Strengths and limitations"),
}
OTHERS = Bilingual("De øvrige punkter", "The other items")
OTHERS_SAID = Bilingual(
    "Punkt 1–3, 5–9, 12, 16 og 18–20 kan et program ikke svare på. De står her, så ingen glemmes.",
    "A program cannot answer items 1–3, 5–9, 12, 16 and 18–20. They stand here so that none is forgotten.",
)
OTHER_ITEMS = (
    Bilingual("1–2 titel og resumé", "1–2 title and summary"),
    Bilingual("3 hvorfor der evalueres", "3 why there is an evaluation"),
    Bilingual(
        "5 spørgsmål, formål og fokus, og hvordan teorien afgrænsede dem",
        "5 questions, purpose and focus, and how theory shaped them",
    ),
    Bilingual("6 etisk godkendelse", "6 ethical approval"),
    Bilingual("7 hvorfor en realistisk evaluering", "7 why a realist evaluation"),
    Bilingual("8 de omgivelser, evalueringen foregik i", "8 the environment of the evaluation"),
    Bilingual("9 den indsats, der blev evalueret", "9 the programme that was evaluated"),
    Bilingual(
        "12 rekruttering: hvem blev spurgt, og hvem sagde nej",
        "12 recruitment: who was asked, and who declined",
    ),
    Bilingual("16 sammenfatning af fundene", "16 summary of findings"),
    Bilingual("18 sammenligning med litteraturen", "18 comparison with the literature"),
    Bilingual("19 konklusion og anbefalinger", "19 conclusion and recommendations"),
    Bilingual("20 finansiering og interessekonflikter", "20 funding and conflicts of interest"),
)

WRITE = {
    "origin": Bilingual(
        "hvilke dokumenter, samtaler og forskning den oprindelige teori kommer af, og hvem der var med til at formulere den",
        "which documents, talks and research the initial theory comes from, and who took part in wording it",
    ),
    "contrast": Bilingual(
        "hvorfor netop disse sager blev valgt, og hvilken kontrast de skulle give",
        "why these cases were chosen, and which contrast they were to give",
    ),
    "gaps": Bilingual(
        "hvorfor interviewene, der mangler, ikke kom i stand, og hvad det betyder",
        "why the interviews that are missing did not come about, and what that means",
    ),
    "guide": Bilingual(
        "interviewguiden, hvem der interviewede hvor, hvor længe, og hvordan der blev optaget og udskrevet",
        "the interview guide, who interviewed where, for how long, and how it was recorded and transcribed",
    ),
    "coders": Bilingual(
        "kodernes baggrund, oplæring og forhold til felten",
        "the coders' background, training and relation to the field",
    ),
    "disagreement": Bilingual(
        "hvordan uenighed mellem kodere blev drøftet og afgjort",
        "how disagreement between coders was discussed and settled",
    ),
    "rendering": Bilingual(
        "hvorfor konfigurationerne skrives på denne måde", "why configurations are written in this way"
    ),
    "participants": Bilingual(
        "alder, køn og andet, der skal siges om deltagerne uden at nogen kan kendes",
        "age, gender and whatever else is to be said of participants without anybody being recognised",
    ),
    "findings": Bilingual(
        "hvad fundene betyder for teorien, i jeres egne ord",
        "what the findings mean for the theory, in your own words",
    ),
    "limits": Bilingual(
        "hvad begrænsningerne betyder for, hvem og hvor fundene gælder",
        "what the limits mean for whom and where the findings hold",
    ),
}

# -- facts: what a number counts
F = {
    "hypotheses": Bilingual("Hypoteser i kodebogen", "Hypotheses in the codebook"),
    "conditions": Bilingual("Understøttende forhold i kodebogen", "Support conditions in the codebook"),
    "codes": Bilingual("Koder i kodebogen", "Codes in the codebook"),
    "cases": Bilingual("Sager", "Cases"),
    "cases.coded": Bilingual(
        "Sager, hvis interview alle er kodet til ende", "Cases whose interviews are all coded to the end"
    ),
    "cases.group": Bilingual("Sager, udfald: {name}", "Cases, outcome: {name}"),
    "cases.role": Bilingual("Sager med interview: {name}", "Cases with an interview: {name}"),
    "interviews": Bilingual("Interview", "Interviews"),
    "interviews.without_case": Bilingual("Interview uden sag", "Interviews without a case"),
    "interviews.finished": Bilingual(
        "Interview kodet til ende af nogen", "Interviews coded to the end by somebody"
    ),
    "interviews.corrected": Bilingual(
        "Interview, hvis tekst er rettet efter import", "Interviews whose text was corrected after import"
    ),
    "interviews.file": Bilingual("Interview som {name}", "Interviews as {name}"),
    "interviews.dated": Bilingual("Interview med dato", "Interviews with a date"),
    "characters": Bilingual("Tegn i alle interview", "Characters in all interviews"),
    "turns": Bilingual("Replikker i alle interview", "Turns in all interviews"),
    "doubts": Bilingual(
        "Passager, der venter på afgørelse efter en rettelse",
        "Passages that wait for a decision after a correction",
    ),
    "material": Bilingual("Andet materiale: {name}", "Other material: {name}"),
    "codings": Bilingual("Kodninger", "Codings"),
    "codings.inferred": Bilingual(
        "Kodninger, der er udledt og ikke sagt ligeud", "Codings that are inferred and not said outright"
    ),
    "codings.prompted": Bilingual(
        "Kodninger, hvor svaret var foranlediget af spørgsmålet",
        "Codings where the answer was prompted by the question",
    ),
    "codings.case": Bilingual("Kodninger om den konkrete sag", "Codings about the case itself"),
    "double": Bilingual("Interview kodet af mere end én", "Interviews coded by more than one person"),
    "configurations": Bilingual("Konfigurationer", "Configurations"),
    "configurations.status": Bilingual("Konfigurationer: {name}", "Configurations: {name}"),
    "configurations.level": Bilingual("Konfigurationer på niveau: {name}", "Configurations at level: {name}"),
    "memos": Bilingual("Memoer", "Memos"),
    "hints": Bilingual("Forslag fra programmet: {name}", "Suggestions of the program: {name}"),
    "attribute": Bilingual("Kendt: {name}", "Known: {name}"),
    "supports": Bilingual("Passager, der støtter", "Passages that support"),
    "contradicts": Bilingual("Passager, der taler imod", "Passages that contradict"),
    "refines": Bilingual("Passager, der forfiner", "Passages that refine"),
    "contradicts.cases": Bilingual("Sager med en passage imod", "Cases with a passage against"),
    "rivals": Bilingual("Rivaliserende forklaringer", "Rival explanations"),
    "rivals.fate": Bilingual("Rivaliserende forklaringer: {name}", "Rival explanations: {name}"),
    "prompts": Bilingual(
        "Spørgsmål fra gennemgangen, der står åbne", "Prompts of the review that stand open"
    ),
    "prompts.answered": Bilingual("Spørgsmål, der er besvaret", "Prompts that are answered"),
    "judged": Bilingual(
        "Understøttende forhold vurderet i mindst én sag", "Support conditions judged in at least one case"
    ),
    "judgements": Bilingual(
        "Vurderinger: forhold afgjort i en sag", "Judgements: conditions decided in a case"
    ),
    "tray": Bilingual(
        "Passager i bakken, der ikke passer nogen steder endnu", "Passages in the tray, which fit nowhere yet"
    ),
    "strength": Bilingual(
        "Konfigurationer, hvis styrke nogen har vurderet", "Configurations whose strength somebody judged"
    ),
}
HINT_NAMES = {
    "hints shown": Bilingual("vist (gange)", "shown (times)"),
    "hint accepted": Bilingual("taget, som de var", "taken as they were"),
    "hint changed": Bilingual("en anden kode valgt", "another code chosen"),
    "hint dismissed": Bilingual("afvist", "dismissed"),
}
HINTS_SAID = Bilingual(
    "Programmets forslag tæller ikke som kodning, før en koder tager dem; de laves uden netværk, af kodebogens tekster og af det, der "
    "allerede er kodet.",
    "The program's suggestions count as no coding until a coder takes them; they are made without network, from the codebook's texts "
    "and from what is coded already.",
)
NO_HINTS = Bilingual(
    "Ingen forslag er vist af programmet for nogen i syne (rcoder activity PROJECT).",
    "No suggestion of the program was shown to anybody in sight (rcoder activity PROJECT).",
)

# -- tables
CASE, GROUP, MUNICIPALITY = (
    Bilingual("Sag", "Case"),
    Bilingual("Udfald", "Outcome"),
    Bilingual("Kommune", "Municipality"),
)
BY_CASE_AND_ROLE = Bilingual("Interview efter sag og rolle", "Interviews by case and role")
ROLE_SIGNS = Bilingual(
    "Tal: interview med rollen. ✓ kodet til ende af nogen, ◐ ikke kodet til ende. “intet” er et hul: ingen i den rolle er interviewet i sagen.",
    "Numbers: interviews with that role. ✓ coded to the end by somebody, ◐ not coded to the end. “none” is a gap: nobody in that role was "
    "interviewed in the case.",
)
NONE = Bilingual("intet", "none")
GAP = Bilingual("{case}: intet interview med {roles}.", "{case}: no interview with {roles}.")
GAPS = Bilingual("Huller i materialet", "Gaps in the material")
NO_GAPS = Bilingual("Hver rolle er interviewet i hver sag.", "Each role was interviewed in each case.")
OVER = Bilingual(
    "{n} af {of} sager med kendt udfald er med timer: de, der gik godt, er flest. At flere siger det, gør intet stærkere; sammenlign inden "
    "for grupperne.",
    "{n} of {of} cases with a known outcome are with hours: those that went well are more. That more say it makes nothing stronger; compare "
    "within the groups.",
)
DATES = Bilingual(
    "Interviewene er fra {first} til {last} ({n} af {of} har en dato).",
    "The interviews are from {first} to {last} ({n} of {of} have a date).",
)
NO_DATES = Bilingual(
    "Ingen af interviewene har en dato i projektet.", "None of the interviews has a date in the project."
)
THEORY_SAID = Bilingual(
    "Kodebogen er {title}, version {version}.", "The codebook is {title}, version {version}."
)
SOURCE = Bilingual("Kilde: {source}.", "Source: {source}.")
INITIAL = Bilingual(
    "Version 0 rummer: {held}. Findes med rcoder theory list PROJECT.",
    "Version 0 holds: {held}. Traced by rcoder theory list PROJECT.",
)
BASES = Bilingual(
    "{stated} af {of} pile i den samlede oprindelige teori står i kilden, {inferred} er udledt, og {reconstructed} er rekonstrueret af koderne.",
    "{stated} of {of} arrows of the overall initial theory are stated in the source, {inferred} are inferred, and {reconstructed} are "
    "reconstructed by the coders.",
)
HYPOTHESIS = Bilingual("Hypotese", "Hypothesis")
WORDING = Bilingual("Ordlyd", "Wording")
RENDERED = Bilingual(
    "Konfigurationerne er skrevet som {rendering}.", "Configurations are written as {rendering}."
)
BECAUSE = Bilingual("Grunden er: {why}", "The reason is: {why}")
CODEBOOK_CHANGES = Bilingual("Ændringer af kodebogen", "Changes of the codebook")
NO_CHANGES = Bilingual(
    "Kodebogen er ikke ændret, siden studiet begyndte med version {version} (rcoder journal PROJECT).",
    "The codebook has not changed since the study began with version {version} (rcoder journal PROJECT).",
)
ENTRY = Bilingual("Journal nr.", "Journal no.")
DAY, WHO, DONE, WHY = (
    Bilingual("Dag", "Day"),
    Bilingual("Hvem", "Who"),
    Bilingual("Hvad", "What"),
    Bilingual("Hvorfor", "Why"),
)
VERSION = Bilingual("Version", "Version")
CODERS = Bilingual("Koderne", "The coders")
CODER = Bilingual("Koder", "Coder")
CODINGS, READ, FINISHED, BEGUN = (
    Bilingual("Kodninger", "Codings"),
    Bilingual("Interview kodet i", "Interviews coded in"),
    Bilingual("Kodet til ende", "Coded to the end"),
    Bilingual("Konfigurationer", "Configurations"),
)
LAYER = Bilingual("Lag", "Layer")
RELEASED, OWN = Bilingual("frigivet", "released"), Bilingual("eget, ikke frigivet", "own, not released")
CODERS_NOTE = Bilingual(
    "Findes med: rcoder codings PROJECT --coder NAVN og rcoder transcripts PROJECT. Koderne koder i hvert sit lag, skjult for de andre, til det frigives.",
    "Traced by: rcoder codings PROJECT --coder NAME and rcoder transcripts PROJECT. Coders code in layers of their own, hidden from the others until released.",
)
PROCEDURE = Bilingual("Hvad der er gjort, {by}", "What was done, {by}")
BY_WEEK, BY_MONTH = Bilingual("uge for uge", "week by week"), Bilingual("måned for måned", "month by month")
PERIOD = Bilingual("Periode", "Period")
DEEDS = {
    "Imported": Bilingual("Importeret", "Imported"),
    "Coded": Bilingual("Kodet", "Coded"),
    "Began": Bilingual("Konfigurationer begyndt", "Configurations begun"),
    "Attached": Bilingual("Belæg sat på", "Evidence attached"),
    "Considered": Bilingual("Rivaler", "Rivals"),
    "Judged": Bilingual("Vurderinger", "Judgements"),
    "Consolidated": Bilingual("Samlet", "Consolidated"),
    "Reviewed": Bilingual("Gennemgået", "Reviewed"),
}
PROCEDURE_NOTE = Bilingual(
    "Hvert tal er poster i journalen, der ikke er taget tilbage; rcoder journal PROJECT viser dem én for én med dag, person og grund. Gennemgået er "
    "indsendt, godkendt, afgjort, sendt tilbage, forkastet eller afløst.",
    "Each number is entries of the journal that were not taken back; rcoder journal PROJECT shows them one by one with day, person and reason. "
    "Reviewed is submitted, accepted, settled, returned, rejected or superseded.",
)
VERSIONS = Bilingual("Teoriens versioner", "Versions of the theory")
HOLDS = Bilingual("Rummer", "Holds")
CHANGED = Bilingual("Ændret siden forrige", "Changed since the one before")
DIFFERENCE = Bilingual(
    "pile: {new} nye, {changed} ændret, {dropped} væk, {kept} som før (rcoder theory diff PROJECT {before} {after})",
    "{new} arrows new, {changed} changed, {dropped} gone, {kept} as before (rcoder theory diff PROJECT {before} {after})",
)
COUNTER = Bilingual(
    "Modstridende evidens, konfiguration for konfiguration",
    "Counter-evidence, configuration by configuration",
)
AGAINST, REFINING, RIVALS, SEARCHED = (
    Bilingual("Imod", "Against"),
    Bilingual("Forfiner", "Refines"),
    Bilingual("Rivaler", "Rivals"),
    Bilingual("Er der ledt?", "Was it looked for?"),
)
AGAINST_CASES = Bilingual("Sager imod", "Cases against")
FOUND_SOME = Bilingual("der er noget imod", "something is against it")
YES, NOT_ASKED, NO_ANSWER = (
    Bilingual("ja, {name} {day}", "yes, {name} {day}"),
    Bilingual("ikke relevant, {name}", "not applicable, {name}"),
    Bilingual("ikke besvaret", "not answered"),
)
LAPSED = Bilingual(" (før en ændring)", " (before a change)")
PER_HYPOTHESIS = Bilingual("Belæg for hver hypotese", "Evidence for each hypothesis")
FOR_HYPOTHESIS = Bilingual(
    "Passager om konfigurationer, deres forbindelser og elementer. Sager: af dem, der er kodet til ende. Findes med rcoder export report PROJECT --to "
    "FIL.pdf --hypotheses H, som citerer dem, og rcoder strength PROJECT NUMBER for hver konfiguration.",
    "Passages on configurations, their links and elements. Cases: of those coded to the end. Traced by rcoder export report PROJECT --to FILE.pdf "
    "--hypotheses H, which quotes them, and rcoder strength PROJECT NUMBER for each configuration.",
)
SUPPORTING = Bilingual("Støtter", "Supports")
TABLES = Bilingual(
    "CMO-tabel, evidensmatrix og figur hører til her: rcoder export cmo PROJECT --to cmo.docx, rcoder export evidence PROJECT --to evidens.docx, rcoder "
    "export theory PROJECT --to teori.pdf.",
    "CMO table, evidence matrix and figure belong here: rcoder export cmo PROJECT --to cmo.docx, rcoder export evidence PROJECT --to evidence.docx, rcoder "
    "export theory PROJECT --to theory.pdf.",
)
ROLES = Bilingual("Roller", "Roles")
ROLE, RESPONDENTS = Bilingual("Rolle", "Role"), Bilingual("Personer", "People")
ROLES_NOTE = Bilingual(
    "Findes med rcoder transcripts PROJECT og rcoder cases PROJECT. En person med to roller står i begge; den samme person i flere interview tæller én gang, hvor "
    "studiet siger, at det er den samme.",
    "Traced by rcoder transcripts PROJECT and rcoder cases PROJECT. A person with two roles stands in both; the same person in several interviews counts once "
    "where the study says that it is the same.",
)
