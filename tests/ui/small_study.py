"""A small codebook, interviews made of talk, and a small study of both."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.actions.coding import code_passage
from rcoder.domain.actions.studying import bring_in, release
from rcoder.domain.case import Case
from rcoder.domain.codebook import Code, Codebook, CodebookContents
from rcoder.domain.coding import Coder, Coding
from rcoder.domain.ids import named_id
from rcoder.domain.journal import added
from rcoder.domain.transcript import Annotation, Span, Speaker, Transcript, Turn
from rcoder.domain.words import Bilingual, Category, Kind
from rcoder.project import Project, coder_id, create_project
from rcoder.project.door import checksum

TALK = (
    ("INTERVIEWER", "Hvordan var det at have den samme hele vejen?"),
    (
        "METTE",
        "Jamen det var jo rart. For så vidste jeg, hvem jeg skulle ringe til. Så turde jeg også sige det.",
    ),
    ("INTERVIEWER", "Kan du sige lidt mere om det?"),
    ("METTE", "Hun ringede hver uge. Det gjorde en forskel, synes jeg. [griner]"),
    ("INTERVIEWER", "Og bagefter?"),
    ("METTE", "Så fik jeg timer på lageret. Det gik godt nok."),
)


def codebook(label: str = "") -> CodebookContents:
    """A codebook of two hypotheses, a condition and six codes."""
    book = Codebook(named_id("book"), "small", "1.0", Bilingual("Lille kodebog", "Small codebook"))
    rows = [
        ("H1", Category.HYPOTHESIS, None, None, "Klare roller", "Clear roles"),
        ("H1.C1", Category.CODE, "H1", Kind.CONTEXT, "Mange sagsbehandlere", "Many caseworkers"),
        ("H1.R1", Category.CODE, "H1", Kind.RESOURCE, "Aftalt kontaktperson", "Agreed contact person"),
        ("H1.M1", Category.CODE, "H1", Kind.REASONING, "Tryghed", "Safety"),
        ("H1.O1", Category.CODE, "H1", Kind.OUTCOME, "Godt samarbejde", "Good cooperation"),
        ("H2", Category.HYPOTHESIS, None, None, "Ordinære timer", "Ordinary hours"),
        ("SC2.1", Category.CONDITION, "H2", Kind.RESOURCE, "Virksomhed med tid", "Company with time"),
        ("H2.M1", Category.CODE, "H2", Kind.REASONING, "Ærlighed", "Honesty"),
        ("H2.O1", Category.CODE, "H2", Kind.OUTCOME, "Løntimer", "Paid hours"),
    ]
    ids = {key: named_id("code", key) for key, *_ in rows}
    codes = tuple(
        Code(
            ids[key],
            book.id,
            key,
            category,
            ids.get(parent or ""),
            position,
            kind,
            label=Bilingual(f"{danish}{label}", f"{english}{label}"),
            definition=Bilingual(f"Hvad {danish} er.{label}", ""),
            use=Bilingual(f"Når nogen fortæller om det.{label}", ""),
            avoid=Bilingual(f"Ikke for noget andet.{label}", ""),
            aliases=(f"andet navn for {danish}{label}",),
        )
        for position, (key, category, parent, kind, danish, english) in enumerate(rows)
    )
    return CodebookContents(book, codes)


def interview(
    project: Project,
    title: str,
    case: Case | None,
    talk: tuple[tuple[str, str], ...] = TALK,
    role: str = "borger",
) -> Transcript:
    """Brings in an interview with labels in its text, each sentence ending in a full stop."""
    pieces, turns, sentences, place = [], [], [], 0
    ids = {name: named_id("speaker", title, name) for name, _ in talk}
    for name, words in talk:
        label = f"{name}: "
        start = place + len(label)
        turns.append(Turn(start, start + len(words), ids[name]))
        here = start
        for sentence in words.replace("? ", ".  ").split(". "):
            length = min(len(sentence) + 1, start + len(words) - here)
            sentences.append(Span(here, here + length))
            here += length + 1
        pieces.append(f"{label}{words}\n")
        place += len(pieces[-1])
    text = "".join(pieces)
    digest = checksum(text)
    transcript = Transcript(
        id=named_id("transcript", title),
        title=title,
        language="da",
        checksum=digest,
        characters=len(text),
        source=f"{title}.txt",
        source_checksum=digest,
        format="txt",
        case_id=case.id if case else None,
        turns=tuple(turns),
    )
    voices = [
        Speaker(
            ids[name],
            transcript.id,
            name,
            () if name == "INTERVIEWER" else (role,),
            name == "INTERVIEWER",
            position,
        )
        for position, name in enumerate(ids)
    ]
    project.do(bring_in(transcript, voices, added(case) if case and case.id not in {c.id for c in project.cases()} else ()),
               texts=[text], annotations=[Annotation(digest, "test", tuple(sentences))])  # fmt: skip
    return transcript


def make_study(place: Path) -> str:
    """Two cases, three interviews, one released coding by Jonas in the first."""
    jonas = Coder(coder_id("Jonas"), "Jonas")
    with create_project(str(place), "Lille studie", codebook(), coder="Jonas") as project:
        first = Case(named_id("case", "1"), "Sag 01", outcome_group="with_hours")
        second = Case(named_id("case", "2"), "Sag 02", outcome_group="without_hours")
        transcript = interview(project, "Sag 01: Mette", first)
        interview(project, "Sag 02: Ole", second, (*TALK, ("METTE", "Det var alt.")))
        interview(project, "Leder", None, (*TALK, ("METTE", "Jeg er leder.")), role="projektleder")
        code = project.code("H1.M1")
        text = project.text(transcript)
        start = text.index("For så vidste")
        coding = Coding(
            named_id("coding"), transcript.id, start, start + 20, code.id, project.coder_id, code.kind
        )
        project.do(code_passage(coding, code, transcript))
        project.do(release(jonas))
    return str(place)
