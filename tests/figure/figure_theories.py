"""Made-up change theories for the tests of the figure; the nodes and links are the project's own reconstruction."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from rcoder.domain.theory import (
    Arrow,
    ArrowState,
    Box,
    ChangeTheory,
    Denominator,
    Membership,
    Tally,
    WholeEvidence,
    Witness,
)
from rcoder.domain.words import Basis, Bilingual, Column, Effect, Kind, Stance

NODES = """
K1;kerneelement;Klar rollefordeling (én primær kontakt, få fagpersoner);H1
K2;kerneelement;Jobrettede samtaler om jobmål og ressourcer, CV i fællesskab;H2
K3;kerneelement;Snuseaktiviteter: virksomhedsbesøg;H2
K4;kerneelement;Tæt, hyppig og fleksibel kontakt;H3
K5;kerneelement;Parallelle sociale og sundhedsmæssige indsatser;H3
K6;kerneelement;Match: viden om borger og virksomhed, kaffebesøg, afstemt formål;H4
K7;kerneelement;Virksomhedspraktik (13 sammenhængende uger, reelle opgaver);H4,H5
K8;kerneelement;Intensiv støtte og opfølgning (mentor og virksomhedskontaktperson);H5
K9;kerneelement;Dialog om ordinære timer og 'hvad der skal til';H6
K10;kerneelement;Efterværn;H5
M1;mekanisme;Tryghed: ved, hvem man går til;H1
M2;mekanisme;Fælles forståelse og koordinering blandt fagpersoner;H1
M3;mekanisme;Ser egne evner og ressourcer;H2
M4;mekanisme;Jobperspektivet bliver håndgribeligt;H2
M5;mekanisme;Lyttet til, taget alvorligt, lyst til at dele;H3
M6;mekanisme;Fagpersoner får dybdekendskab og helhedsbillede;H3,H4
M7;mekanisme;Rum og fokus til virksomhedsindsatsen;H3
M8;mekanisme;Virksomheden ser person og potentiale, realistiske forventninger;H4
M9;mekanisme;Oplever tro, interesse og anerkendelse;H5
M10;mekanisme;Tør udfordre egne grænser;H3,H5
M11;mekanisme;Virksomheden forpligtes, borgeren motiveres af klart mål;H6
M12;mekanisme;Oplever at skabe reel værdi, arbejdsmarkedsidentitet;H6
M13;mekanisme;Perspektivet flytter sig fra sygdom til job;H2
S1;kort;Tillid og godt samarbejde;H1,H3
S2;kort;Tro på indsatsen;H1
S3;kort;Jobønsker og jobmål formuleret;H2
S4;kort;Tro på egne evner og jobmuligheder;H2
S5;kort;Motivation og mod til at afprøve praktik;H2
S6;kort;Udfordringer håndteres hurtigt;H3,H5
S7;kort;Fælles rammer og retning for forløbet;H1
X1;mellemlang;Individuelt tilpasset forløb med parallel støtte;H3
X2;mellemlang;Det rette match;H4
X3;mellemlang;Social og faglig integration;H5
X4;mellemlang;Fastholdelse i og gennemførelse af virksomhedsforløb;H3,H4,H5
X5;mellemlang;Bedre trivsel og psykisk helbred;H5
X6;mellemlang;Aftale om timer eller mål for timer;H6
L1;lang;Ordinære løntimer;H4,H6
L2;lang;Job og stabil beskæftigelse;H4,H5,H6
L3;lang;Selvværd, trivsel og økonomi;H6
L4;lang;Tro på en plads på arbejdsmarkedet;H6
C1;kontekst;Lav sagsstamme;H3
C2;kontekst;Veletableret virksomhedssamarbejde;H4
C3;kontekst;Lang ledighedshistorik;H2
C4;kontekst;Udfordringer ud over ledighed;H3,H5
C5;kontekst;Virksomhedens potentiale for timer (modsat praktikfabrik);H6
C6;kontekst;Skift af kontaktperson eller sagsbehandler;H1
N1;negativ;Praktikfabrik: gratis arbejdskraft, udsigtsløst;H6
N2;negativ;Tilbagefald og jobtab;H5
N3;negativ;CV demotiverer;H2
N4;negativ;Korte snusepraktikker skaber ustabilitet;H4
"""

LINKS = """
K1;M1;+;H1;stated
K1;M2;+;H1;stated
M1;S1;+;H1;stated
M2;S1;+;H1;stated
M2;S7;+;H1;stated
S7;S2;+;H1;stated
S1;S2;+;H1;stated
C6;M1;~;H1;stated
K2;M3;+;H2;stated
K2;S3;+;H2;stated
K3;M4;+;H2;stated
C3;M4;~;H2;stated
M3;S4;+;H2;stated
M4;S5;+;H2;stated
S4;M13;+;H2;stated
M13;S5;+;H2;stated
K2;N3;-;H2;stated
N3;S5;-;H2;stated
S3;X2;+;H2,H4;stated
S5;X4;+;H2;inferred
C1;K4;~;H3;stated
K1;K4;+;H1,H3;inferred
K4;M5;+;H3;stated
M5;S1;+;H3;stated
M5;M6;+;H3;stated
K4;S6;+;H3;stated
M6;X1;+;H3;stated
C4;X1;~;H3;stated
K5;X1;+;H3;stated
X1;M7;+;H3;stated
M7;X4;+;H3;stated
S1;M10;+;H3;stated
M6;K6;+;H4;stated
C2;K6;~;H4;stated
K6;M8;+;H4;stated
K6;M4;+;H4;stated
M8;X2;+;H4;stated
N4;X2;-;H4;stated
X2;K7;+;H4;stated
X2;X4;+;H4;stated
K8;S6;+;H5;stated
K8;M9;+;H5;stated
K7;X3;+;H5;stated
K8;X3;+;H5;stated
M9;M10;+;H5;inferred
S6;X4;+;H5;stated
X3;M9;+;H5;stated
X3;X4;+;H5;stated
M9;X4;+;H5;stated
M10;X3;+;H5;inferred
X4;X5;+;H5;stated
M9;S4;+;H5;stated
X5;L2;+;H5;inferred
C5;K9;~;H6;stated
K9;M11;+;H6;stated
M11;X6;+;H6;stated
X6;L1;+;H6;stated
X4;L1;+;H4,H6;stated
L1;M12;+;H6;stated
M12;L3;+;H6;stated
M12;L4;+;H6;stated
L4;S4;+;H6;inferred
L1;L2;+;H6;inferred
X4;L2;+;H5;stated
N1;S5;-;H6;stated
N1;L1;-;H6;stated
L2;N2;~;H5;stated
N2;L2;-;H5;stated
K10;N2;-;H5;stated
"""

COLUMNS = {
    "kerneelement": Column.CORE,
    "mekanisme": Column.MECHANISM,
    "kort": Column.SHORT,
    "mellemlang": Column.MEDIUM,
    "lang": Column.LONG,
    "kontekst": Column.CONTEXT,
    "negativ": Column.NEGATIVE,
}
EFFECTS = {"+": Effect.PROMOTES, "-": Effect.HINDERS, "~": Effect.CONDITIONS}

# link -> state, passages for, cases for, passages against, cases against, refining
BORNE_OUT = {
    "K1>M1": ("accepted", 4, 3, 1, 1, 0),
    "M1>S1": ("accepted", 5, 3, 0, 0, 1),
    "K2>M3": ("draft", 2, 2, 0, 0, 0),
    "M3>S4": ("draft", 3, 2, 2, 1, 0),
    "S4>M13": ("accepted", 2, 1, 0, 0, 0),
    "K4>M5": ("accepted", 9, 3, 1, 1, 2),
    "M5>M6": ("accepted", 6, 3, 0, 0, 0),
    "M6>X1": ("draft", 2, 1, 0, 0, 0),
    "X1>M7": ("accepted", 3, 2, 0, 0, 0),
    "M7>X4": ("draft", 1, 1, 1, 1, 0),
    "K8>M9": ("accepted", 7, 3, 0, 0, 0),
    "X3>M9": ("draft", 2, 2, 0, 0, 0),
    "X3>X4": ("accepted", 3, 2, 0, 0, 0),
    "K9>M11": ("draft", 2, 1, 1, 1, 0),
    "L1>M12": ("accepted", 3, 2, 1, 1, 0),
    "L4>S4": ("draft", 1, 1, 0, 0, 0),
    "N1>L1": ("accepted", 2, 1, 0, 0, 0),
    "C1>K4": ("draft", 2, 1, 0, 0, 0),
    "L2>N2": ("draft", 1, 1, 0, 0, 0),
    "S1>M10": ("draft", 0, 0, 0, 0, 0),
}
CASES = ("Sag Anna", "Sag Bo", "Sag Celeste", "Sag Dan")


def witness(number: int, case: int, stance: Stance | None, counts: str = "case", text: str = "") -> Witness:
    said = (
        text
        or f"Det var jo {number} gange, hun ringede, og så … ja, så turde jeg godt sige det, som det var."
    )
    return Witness(
        transcript_id=f"t{case}",
        transcript=f"Interview {case + 1} borger",
        start=number * 100,
        end=number * 100 + len(said),
        text=said,
        case_id=f"c{case}" if counts == "case" else None,
        case=CASES[case] if counts == "case" else "",
        speaker_id=f"s{case}",
        speaker="BORGER",
        roles=("borger",) if case % 2 == 0 else ("mentor", "virksomhedskonsulent"),
        stance=stance,
        counts=counts,
        why_listed="normative" if counts == "listed" else "",
        coders=("Ida", "Omar") if number % 2 else ("Ida",),
        configurations=(f"K{number % 9 + 1:02}",),
        memos=("tøvende, men klart",) if number % 3 == 0 else (),
    )


def _witnesses(stance: Stance, passages: int, cases: int, seed: int) -> tuple[Witness, ...]:
    return tuple(witness(seed + number, number % max(cases, 1), stance) for number in range(passages))


def arrow(
    source: str,
    target: str,
    effect: Effect = Effect.PROMOTES,
    hypotheses: tuple[str, ...] = ("H1",),
    state: tuple = (),
) -> Arrow:
    name = f"{source}>{target}"
    if not state:
        return Arrow(
            name,
            source,
            target,
            effect,
            ArrowState.INITIAL,
            hypotheses,
            initial=True,
            basis=Basis.STATED,
            section="§1.5",
        )
    found, supports, cases, against, against_cases, refining = state
    witnesses = (
        *_witnesses(Stance.SUPPORTS, supports, cases, len(name)),
        *_witnesses(Stance.CONTRADICTS, against, against_cases, 40),
        *_witnesses(Stance.REFINES, refining, 1, 60),
        witness(80, 1, Stance.SUPPORTS, "listed", "Man skal jo give folk en fair chance."),
    )
    return Arrow(
        name,
        source,
        target,
        effect,
        ArrowState(found),
        hypotheses,
        initial=True,
        basis=Basis.STATED,
        section="§1.5",
        configurations=("K03", "K07"),
        witnesses=witnesses,
        supports=Tally(supports, cases, 1 if supports > 5 else 0, 0, 1),
        contradicts=Tally(against, against_cases),
        refines=Tally(refining, min(refining, 1)),
    )


def jobfirst(*, evidence: bool = True, new: bool = True) -> ChangeTheory:
    boxes = []
    for line in NODES.strip().splitlines():
        key, column, label, hypotheses = line.split(";")
        boxes.append(Box(key, key, COLUMNS[column], Bilingual(label, ""), tuple(hypotheses.split(","))))
    arrows = []
    for line in LINKS.strip().splitlines():
        source, target, sign, hypotheses, _ = line.split(";")
        state = BORNE_OUT.get(f"{source}>{target}", ()) if evidence else ()
        arrows.append(arrow(source, target, EFFECTS[sign], tuple(hypotheses.split(",")), state))
    memberships: tuple[Membership, ...] = ()
    if new:
        boxes += [
            Box(
                "new:1",
                "",
                Column.MECHANISM,
                Bilingual("Skammer sig over at bede om hjælp igen"),
                ("H3",),
                kind=Kind.REASONING,
                new=True,
            ),
            Box(
                "new:2",
                "",
                Column.MECHANISM,
                Bilingual("Mentor tager med til lægen"),
                ("H5",),
                kind=Kind.RESOURCE,
                new=True,
            ),
            Box(
                "new:3",
                "",
                Column.CONTEXT,
                Bilingual("Bor langt fra busforbindelse"),
                ("H4",),
                kind=Kind.CONTEXT,
                new=True,
            ),
        ]
        arrows += [
            arrow("new:1", "S1", Effect.HINDERS, ("H3",), ("draft", 2, 1, 0, 0, 0)),
            arrow("new:2", "M9", Effect.PROMOTES, ("H5",), ("accepted", 3, 2, 0, 0, 0)),
            arrow("new:3", "X2", Effect.CONDITIONS, ("H4",), ("draft", 1, 1, 0, 0, 0)),
        ]
        memberships = (Membership("K8", "new:2"),)
    return ChangeTheory(
        "overall",
        Bilingual("JobFirsts forandringsteori", "JobFirst's theory of change"),
        Bilingual("Rekonstrueret, ikke rapportens figur", "Reconstructed, not the report's figure"),
        tuple(boxes),
        tuple(arrows),
        Denominator(4, 2, 1),
        memberships,
        (WholeEvidence("K03", "Kontakt og tillid", (witness(5, 0, Stance.SUPPORTS),)),),
        "Prøvestudie",
    )


def mini() -> ChangeTheory:
    labels = (
        ("H3.a", Column.CORE, "Hyppig, direkte og fleksibel kontakt"),
        ("H3.b", Column.MECHANISM, "Føler sig lyttet til og tryg"),
        ("H3.c", Column.MECHANISM, "Har lyst til at dele sine problemer"),
        ("H3.d", Column.MECHANISM, "Fagpersonerne får hele billedet"),
        ("H3.e", Column.MEDIUM, "Tilpasset forløb med parallel støtte"),
        ("H3.f", Column.MECHANISM, "Rum til og fokus på virksomhedsindsatsen"),
        ("H3.g", Column.MEDIUM, "Starter på og gennemfører 13 uger"),
    )
    boxes = tuple(Box(f"H3:{key}", key, column, Bilingual(text), ("H3",)) for key, column, text in labels)
    steps = pairwise(boxes)
    arrows = tuple(
        arrow(one.id, other.id, hypotheses=("H3",), state=("accepted", 3, 2, 1, 1, 0)) for one, other in steps
    )
    return ChangeTheory(
        "H3",
        Bilingual("H3: Tæt kontakt giver et tilpasset forløb"),
        Bilingual("Rekonstrueret"),
        boxes,
        arrows,
        Denominator(3, 1, 0),
        study="Prøvestudie",
    )


HOSTILE = '<script>alert(1)</script> ]]> "><svg onload=alert(2)> </script><!-- \x00\x07\x1b[31m\x7f\x85 \u202eabc\u2066 \ud800 \ufffe &amp; {{x}} javascript:'


def hostile() -> ChangeTheory:
    spoken = replace(
        witness(1, 0, Stance.SUPPORTS, text=HOSTILE),
        speaker=HOSTILE,
        case=HOSTILE,
        transcript=HOSTILE,
        memos=(HOSTILE,),
    )
    boxes = (
        Box(
            HOSTILE,
            HOSTILE,
            Column.CORE,
            Bilingual(HOSTILE),
            (HOSTILE,),
            elements=(HOSTILE,),
            witnesses=(spoken,),
        ),
        Box("b", "", Column.MECHANISM, Bilingual(HOSTILE * 20), (), kind=Kind.REASONING, new=True),
    )
    arrow = Arrow(
        HOSTILE,
        HOSTILE,
        "b",
        Effect.PROMOTES,
        ArrowState.DRAFT,
        (HOSTILE,),
        section=HOSTILE,
        note=Bilingual(HOSTILE),
        configurations=(HOSTILE,),
        witnesses=(spoken,),
        supports=Tally(1, 1),
    )
    return ChangeTheory(
        HOSTILE, Bilingual(HOSTILE), Bilingual(HOSTILE), boxes, (arrow,), Denominator(1, 0, 0), study=HOSTILE
    )
