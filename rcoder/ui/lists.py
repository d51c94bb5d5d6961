"""What the lists and strips of the coding screen say: pure functions from what is known to lines and pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rcoder.domain.answers import ConfigurationLine, TranscriptLine
from rcoder.domain.case import Case
from rcoder.domain.coding import Coding
from rcoder.domain.groups import outcome_words
from rcoder.domain.terms import letter, say
from rcoder.domain.transcript import Span, turn_at
from rcoder.domain.words import Category, Directness, Kind, Polarity, Prompting, Scope
from rcoder.ui.keeping import kept_rows, kept_words
from rcoder.ui.study import Attached, Study
from rcoder.ui.themes import tint
from rcoder.ui.widgets.lines import Line, Piece
from rcoder.ui.widgets.strips import Pieces

if TYPE_CHECKING:
    from rcoder.domain.codebook import Code, Codebook

NO_CASE = "without a case"
BOOK = "book:"
"""Begins the id of a codebook's title among the codes."""
KINDS = tuple(Kind)
SINCE = ", changed since"
"""What a status says of a configuration that has changed since; a star in a list."""
SHORTEST = 3
"""Letters that a label is cut to at most."""
LONGEST = 200
"""Cells of a label where the room is not known."""


def mark(line: TranscriptLine) -> str:
    """✓ coded to the end by the asker, ◐ begun, · untouched."""
    if line.finished:
        return "✓"
    return "◐" if line.own_codings else "·"


def interview_lines(study: Study) -> tuple[Line, ...]:
    """Interviews under their cases; the open one is strong."""
    found: list[Line] = []
    case_id: str | None = ""
    for line in study.interviews.values():
        if line.case_id != case_id or not found:
            case_id = line.case_id
            found.append(_case_line(study.cases.get(case_id or ""), case_id))
        found.append(interview_line(study, line.id))
    return tuple(found)


def _case_line(case: Case | None, case_id: str | None) -> Line:
    name = case.name if case else NO_CASE
    group = outcome_words(case.outcome_group, "") if case else ""
    return Line(f"case:{case_id}", ((name, "-strong"), (f"  {group}" if group else "", "-muted")), folds=True)


def interview_line(study: Study, transcript_id: str) -> Line:
    """One interview: its mark, its role, and its title where the role does not tell it; the open one is strong."""
    line, here = study.interviews[transcript_id], study.reading.transcript.id if study.reading else ""
    role = _role(line)
    words = role if role and study.alone(line) else " · ".join(each for each in (role, line.title) if each)
    pieces: tuple[Piece, ...] = ((f"{mark(line)} ", "-muted"), (words, "-strong" if line.id == here else ""))
    return Line(line.id, pieces, str(line.own_codings or ""), depth=1)


def _role(line: TranscriptLine) -> str:
    return ", ".join(line.roles)


def code_pieces(code: Code, language: str) -> Pieces:
    """Letter, key and label of a code; a minus sign for barriers and bad outcomes."""
    if code.category is Category.HYPOTHESIS:
        return ((code.key, "-strong"), (f" {code.label.say(language)}", ""))
    sign = "−" if code.sign == "-" else " "
    return (
        (f"{letter(code.kind)}{sign}", tint(code.kind)),
        (f"{code.key} ", "-muted"),
        (code.label.say(language), ""),
    )


def code_lines(study: Study) -> tuple[Line, ...]:
    """The codebook as a tree with counts; several codebooks each under its title."""
    known = [code for code in study.codes.values() if not code.retired]
    if len(study.books) < 2:
        return tuple(code_line(study, code) for code in known)
    found: list[Line] = []
    for book in study.books.values():
        found.append(book_line(study, book))
        found += (code_line(study, code) for code in known if code.codebook_id == book.id)
    return tuple(found)


def book_line(study: Study, book: Codebook) -> Line:
    """The title of a codebook with the codings of all its codes."""
    codings = sum(
        study.counts.get(code.id, 0) for code in study.codes.values() if code.codebook_id == book.id
    )
    pieces = ((book.title.say(study.language), "-strong"), (f" {book.version}", "-muted"))
    return Line(f"{BOOK}{book.id}", pieces, str(codings or ""), folds=True)


def code_line(study: Study, code: Code) -> Line:
    """One code of the tree with its count."""
    count = study.totals.get(code.id, 0)
    pieces = code_pieces(code, study.language)
    depth = study.depths.get(code.id, 0) + (len(study.books) > 1)
    return Line(code.id, pieces, str(count or ""), depth=depth, folds=code.id in study.branches)


def counted_lines(study: Study, code_ids: Iterable[str]) -> tuple[Line, ...]:
    """The lines that count the codings of some codes: theirs, those they hang on, and the titles of their codebooks."""
    codes = [study.codes[each] for code_id in code_ids for each in study.line_of(code_id)]
    books = {code.codebook_id: None for code in codes} if len(study.books) > 1 else {}
    return (
        *(code_line(study, code) for code in {code.id: code for code in codes}.values()),
        *(book_line(study, study.books[each]) for each in books),
    )


def folded_at_first(study: Study, lines: Iterable[Line]) -> list[str]:
    """What is folded when the codes are first shown: everything but the title of the main codebook."""
    main = next(iter(study.books), "")
    return [line.id for line in lines if line.folds and line.id != f"{BOOK}{main}"]


def configuration_pieces(line: ConfigurationLine) -> Pieces:
    """Number, the kinds it has, its first hypothesis and its status, with a star where it has changed since."""
    kinds: tuple[Piece, ...] = tuple(
        (letter(kind) if kind in line.kinds else "·", tint(kind) if kind in line.kinds else "-muted")
        for kind in KINDS
    )
    return (
        (f"{line.number} ", "-strong"),
        *kinds,
        (f" {' '.join(line.hypotheses[:1])}{'…' if len(line.hypotheses) > 1 else ''} ", ""),
        (line.status.replace(SINCE, "*"), "-muted"),
    )


def configuration_lines(lines: Iterable[ConfigurationLine]) -> tuple[Line, ...]:
    """The list of configurations."""
    return tuple(Line(line.id, configuration_pieces(line)) for line in lines)


def top_line(study: Study) -> tuple[Pieces, Pieces]:
    """Title of the study; coder, how many interviews are read, codebook and hypotheses."""
    overview = study.overview
    main = next(iter(study.books), "")
    hypotheses = [
        code.key
        for code in study.codes.values()
        if code.category is Category.HYPOTHESIS and code.codebook_id == main
    ]
    span = f"{hypotheses[0]}–{hypotheses[-1]}" if len(hypotheses) > 1 else "".join(hypotheses)
    access = "read only" if overview.read_only else ""
    parts = (
        overview.coder,
        access,
        f"{study.doubts} in doubt" if study.doubts else "",
        f"{study.rechecks} to look at again" if study.rechecks else "",
        f"{overview.finished} of {overview.transcripts} read",
        f"{overview.codebook} + {len(overview.beside)}" if overview.beside else overview.codebook,
        span,
    )
    return ((f" {overview.title}", "-strong"),), (
        (f" {' · '.join(each for each in parts if each)} ", "-muted"),
    )


def title_line(study: Study, progress: float) -> tuple[Pieces, Pieces]:
    """Case, roles and title of the open interview; how far down the cursor is."""
    if study.reading is None:
        return (("", ""),), ()
    line = study.interviews.get(study.reading.transcript.id)
    case = study.reading.case
    title = study.reading.transcript.title
    first = f"{case} · " if case and not title.casefold().startswith(case.casefold()) else ""
    role = f"  {_role(line)}" if line else ""
    return ((f" {first}{title}", "-strong"), (role, "-muted")), ((f" {round(progress * 100)} % ", "-muted"),)


@dataclass(frozen=True, slots=True)
class Detail:
    """What is shown of a passage, and how much room there is for it."""

    span: Span
    codings: Sequence[Coding]
    chosen: Coding | None
    room: int
    """Rows."""
    width: int = 0
    """Cells; 0 where it is not known."""
    by_character: bool = False
    """Whether the arrows select by character."""


def passage_rows(study: Study, detail: Detail) -> list[Pieces]:
    """Where the passage stands, the codings on it with the chosen one marked, and what it is for and against."""
    attached = [each for each in study.uses.attached if each.span.overlaps(detail.span)]
    beneath = [*kept_rows(study, detail.span), *(attached_pieces(study, each) for each in attached)]
    room = detail.room - 1
    below = min(len(beneath), max(1, room - len(detail.codings)))
    first = _window(detail.codings, detail.chosen, room - below)
    rows = [_whereabouts(study, detail, len(attached))]
    rows += [
        coding_pieces(study, coding, chosen=coding is detail.chosen, width=detail.width)
        for coding in detail.codings[first : first + room - below]
    ]
    return rows + beneath[:below]


def attached_pieces(study: Study, attached: Attached) -> Pieces:
    """What a passage is for or against: "contradicts K01, R1 → M1"."""
    words = f"  {say(attached.stance)} "
    return ((words, ""), (attached.claim, "-strong"), (f"  {_coder(study, attached.coder_id)}", "-muted"))


def _coder(study: Study, coder_id: str) -> str:
    known = study.reading.coders if study.reading else {}
    return study.overview.coder if coder_id == study.coder_id else known.get(coder_id, "")


def _window(codings: Sequence[Coding], chosen: Coding | None, room: int) -> int:
    """The first coding to show so that the chosen one is seen."""
    index = next((each for each, coding in enumerate(codings) if coding is chosen), 0)
    return max(0, min(index, len(codings) - room)) if index >= room else 0


def _whereabouts(study: Study, detail: Detail, attached: int) -> Pieces:
    if study.reading is None:
        return ()
    count, span = len(detail.codings), detail.span
    codings = {0: "not coded", 1: "1 coding"}.get(count, f"{count} codings")
    claims = f" · on {attached} {'claim' if attached == 1 else 'claims'}" if attached else ""
    return (
        (f"{turn_words(study, span)}characters {span.start}–{span.end}", "-strong"),
        (f"  {codings}{claims}{kept_words(study, span)}", "-muted"),
        ("  by character, until v or esc" if detail.by_character else "", "-key"),
    )


def turn_words(study: Study, span: Span) -> str:
    """Speaker and number of the turn that a passage of the open interview begins in: "METTE 12, "."""
    reading = study.reading
    index = turn_at(reading.transcript.turns, span.start) if reading else None
    if reading is None or index is None:
        return ""
    speaker = reading.speakers.get(reading.transcript.turns[index].speaker_id or "")
    return f"{speaker.name if speaker else ''} {index + 1}".strip() + ", "


def coding_pieces(study: Study, coding: Coding, *, chosen: bool, width: int = 0) -> Pieces:
    """A coding in one line: letter, code, coder, configurations, then flags that are not the usual ones, and the memo.

    The label gives way where there is little room: whose coding it is comes before all of it.
    """
    code = study.codes.get(coding.code_id)
    label = f"{code.key} {code.label.say(study.language)}" if code else "a code that is gone"
    label += " (retired)" if code is not None and code.retired else ""
    numbers = study.uses.resting.get(coding.id, ())
    after = f"  {_coder(study, coding.coder_id)}" + (f"  in {', '.join(numbers)}" if numbers else "")
    memo = " ".join(coding.memo.split())
    return (
        ("▸ " if chosen else "  ", "-strong"),
        (f"{letter(coding.kind)} ", tint(coding.kind)),
        (shortened(label, max(12, (width or LONGEST) - len(after) - 6)), "-strong" if chosen else ""),
        (after, "-muted"),
        ("".join(f"  {each}" for each in flag_words(study, coding)), ""),
        (f"  ✎ “{memo}”" if memo else "", ""),
    )


def shortened(words: str, room: int) -> str:
    """Words cut to `room` letters, the last of them an ellipsis where something is cut."""
    return words if len(words) <= room else f"{words[: max(0, room - 1)].rstrip()}…"


def flag_words(study: Study, coding: Coding) -> list[str]:
    """The flags of a coding that are not what one would expect, in words."""
    case = study.cases.get(coding.case_id or "")
    words = [
        f"actor {coding.actor}" if coding.actor else "",
        say(coding.polarity) if coding.polarity is not Polarity.PRESENT else "",
        "counterfactual" if coding.counterfactual else "",
        say(coding.scope) if coding.scope is not Scope.THIS_CASE else "",
        f"about {case.name}" if case else "",
        say(coding.directness) if coding.directness is not Directness.SAID else "",
        say(coding.prompting) if coding.prompting is not Prompting.VOLUNTEERED else "",
    ]
    return [each for each in words if each]


def recent_rows(study: Study) -> list[Pieces]:
    """The digits and their codes, one under the other."""
    rows: list[Pieces] = []
    for digit, code_id in enumerate(study.recent, start=1):
        code = study.codes.get(code_id)
        if code is not None and not code.retired:
            rows.append(((f" {digit} ", "-key"), *code_pieces(code, study.language)))
    return rows or [((words, "-muted"),) for words in (" Codes you use", " get the keys 1 to 9.")]


def recent_line(study: Study, width: int) -> Pieces:
    """The digits and their codes in one line of `width` cells: letter, key, and as much of the label as there is room for."""
    used = [(n, study.codes[each]) for n, each in enumerate(study.recent, start=1) if each in study.codes]
    known = [(digit, code) for digit, code in used if not code.retired]
    share = width // max(1, len(known))
    pieces: list[Piece] = []
    for digit, code in known:
        head, key = f" {digit} ", f"{letter(code.kind)} " if code.kind else ""
        room = share - len(head) - len(key) - len(code.key) - 1
        label = f" {shortened(code.label.say(study.language), room)}" if room > SHORTEST else ""
        wide = share - len(head) - len(code.key) >= len(key)
        pieces += [(head, "-key"), (key if wide else "", tint(code.kind)), (f"{code.key}{label}", "")]
    return tuple(pieces) or ((" Codes you use get the keys 1 to 9.", "-muted"),)
