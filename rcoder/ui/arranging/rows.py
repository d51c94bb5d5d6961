"""An interview and a case as lines: what is known of them, who speaks, which interviews there are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rcoder.domain.actions.arranging import LANGUAGES
from rcoder.domain.actions.sentences import listed, several
from rcoder.domain.actions.speaking import voice_name
from rcoder.domain.answers import TranscriptLine
from rcoder.domain.attributes import attribute_name, say_value
from rcoder.domain.case import Attribute, Case
from rcoder.domain.groups import outcome_words
from rcoder.domain.transcript import Speaker
from rcoder.project.about import AboutCase, AboutInterview, of_cases, of_interviews
from rcoder.project.speaking import VoiceLine
from rcoder.ui.lists import NO_CASE, mark
from rcoder.ui.widgets.lines import Line, Piece

LABEL, WIDEST = 16, 40
"""Cells of what a line is about, at least and at most."""
NAME = 22
"""Cells of a speaker's name, at least."""
ROLES = 30
"""Cells of an interview's roles, at most."""
UNKNOWN: Piece = ("unknown", "-muted")


def subject(line_id: str) -> tuple[str, str]:
    """What a line is about and the id or key of it: ("speaker", id), ("attribute", key), ("title", "")."""
    kind, _, found = line_id.partition(":")
    return kind, found


# -- an interview ----------------------------------------------------------------------------------------------------


def interview_rows(about: AboutInterview, width: int) -> tuple[Line, ...]:
    """Everything about an interview, for a pane of that many cells."""
    transcript = about.transcript
    facts = (
        _fact("title", "title", ((transcript.title, "-strong"),)),
        _fact("case", "case", _case(about.case)),
        _fact("date", "date", _text(transcript.date)),
        _fact("wave", "wave", _text(transcript.wave)),
        _fact("language", "language", _text(LANGUAGES.get(transcript.language, transcript.language))),
        *_attributes(of_interviews(about.known), transcript.attributes, about.known.language),
    )
    return (
        *_aligned(facts, width),
        *_heading("speakers", f"Speakers  {_speakers_words(about)}"),
        *_speakers(about.lines, width),
        *_heading("file", "Where it is from"),
        *_source(about, width),
    )


def _speakers_words(about: AboutInterview) -> str:
    if not about.lines:
        return "the file names nobody"
    turns = sum(len(each.turns) for each in about.lines)
    return f"{several(turns, 'turn')}, {several(sum(each.words for each in about.lines), 'word')}"


def _speakers(lines: Sequence[VoiceLine], width: int) -> Iterator[Line]:
    room = max([NAME, *(len(voice_name(each.speaker)) + 2 for each in lines)])
    wide = min(room, max(NAME, width // 3))
    for each in lines:
        speaker = each.speaker
        pieces: list[Piece] = [
            (f"{_cut(voice_name(speaker), wide - 1):<{wide}}", "-strong" if speaker.name else "-muted"),
            *role_pieces(speaker),
        ]
        if speaker.person:
            pieces += [("  is ", "-muted"), (speaker.person, "")]
        right = f"{several(len(each.turns), 'turn')}  {several(each.words, 'word'):>11}"
        yield Line(f"speaker:{speaker.id}", tuple(pieces), right, depth=1)


def role_pieces(speaker: Speaker) -> tuple[Piece, ...]:
    """Whether a voice asks, or which roles it has."""
    if speaker.interviewer:
        return (("interviewer", "-key"),)
    return ((", ".join(speaker.roles), ""),) if speaker.roles else (("role unknown", "-muted"),)


def _source(about: AboutInterview, width: int) -> Iterator[Line]:
    transcript, line = about.transcript, about.line
    done = (
        f"coded to the end by {listed(line.finished_by)}"
        if line.finished_by
        else "nobody has coded it to the end"
    )
    revision = f"revision {transcript.revision}" if transcript.revision > 1 else "as it came"
    words = (
        f"{transcript.source} · {transcript.format} · {revision} · {transcript.characters:,} characters",
        f"{about.weight or 'nothing coded'} in your sight · {done}",
        *transcript.notes,
    )
    for number, each in enumerate(words):
        for place, row in enumerate(textwrap.wrap(each, max(20, width - 4))):
            head = "" if number < 2 or place else "· "
            yield Line(f"source:{number}:{place}", ((f"  {head}{row}", "-muted"),), inert=True)


# -- a case ----------------------------------------------------------------------------------------------------------


def case_rows(about: AboutCase, width: int) -> tuple[Line, ...]:
    """Everything about a case."""
    case = about.case
    group = outcome_words(case.outcome_group, "")
    facts = (
        _fact("name", "name", ((case.name, "-strong"),)),
        _fact("municipality", "municipality", _text(case.municipality)),
        _fact("outcome_group", "outcome group", _text(group)),
        *_attributes(of_cases(about.known), case.attributes, about.known.language),
    )
    return (
        *_aligned(facts, width),
        *_heading("interviews", f"Interviews  {several(len(about.interviews), 'interview')}"),
        *_interviews(about.interviews),
        *_about_it(about, width),
    )


def _interviews(lines: Sequence[TranscriptLine]) -> Iterator[Line]:
    """How far each interview is, its roles, its title and date."""
    roles = [", ".join(each.roles) or "role unknown" for each in lines]
    room = min(ROLES, max((len(each) for each in roles), default=0))
    for line, words in zip(lines, roles, strict=True):
        pieces: tuple[Piece, ...] = (
            (f"{mark(line)} ", "-muted"),
            (f"{_cut(words, room):<{room}}  ", "" if line.roles else "-muted"),
            (line.title, "-strong"),
        )
        yield Line(f"interview:{line.id}", pieces, line.date, depth=1)


def _about_it(about: AboutCase, width: int) -> Iterator[Line]:
    if about.about:
        yield from _heading("elsewhere", "About it elsewhere")
        for place, row in enumerate(textwrap.wrap(f"{about.about}, in your sight", max(20, width - 4))):
            yield Line(f"about:{place}", ((f"  {row}", "-muted"),), inert=True)


# -- several ---------------------------------------------------------------------------------------------------------


def marking_rows(
    lines: Iterable[TranscriptLine],
    cases: Mapping[str, Case],
    marked: frozenset[str],
    waves: Mapping[str, str],
) -> tuple[Line, ...]:
    """Every interview under its case, the marked ones with a dot."""
    found: list[Line] = []
    case_id: str | None = ""
    for line in lines:
        if line.case_id != case_id or not found:
            case_id = line.case_id
            name = cases[case_id].name if case_id and case_id in cases else NO_CASE
            found.append(Line(f"case:{case_id or ''}", ((name, "-strong"),), folds=True))
        found.append(_marking_line(line, waves.get(line.id, ""), marked=line.id in marked))
    return tuple(found)


def _marking_line(line: TranscriptLine, wave: str, *, marked: bool) -> Line:
    about = " · ".join(each for each in (line.date, f"wave {wave}" if wave else "", line.language) if each)
    pieces: tuple[Piece, ...] = (
        ("● " if marked else "○ ", "-key" if marked else "-muted"),
        (f"{line.title}  ", "-strong" if marked else ""),
        (", ".join(line.roles) or "role unknown", "-muted"),
    )
    return Line(f"interview:{line.id}", pieces, about, depth=1)


# -- parts -----------------------------------------------------------------------------------------------------------


Fact = tuple[str, str, tuple[Piece, ...]]
"""Id of a line, what it is about, and what is known."""


def _fact(line_id: str, label: str, pieces: tuple[Piece, ...]) -> Fact:
    return line_id, label, pieces


def _aligned(facts: Sequence[Fact], width: int) -> Iterator[Line]:
    """The facts under one another, what they are about in a column as wide as it has to be."""
    longest = max(len(label) for _, label, _ in facts) + 2
    room = min(max(LABEL, longest), max(LABEL, min(WIDEST, width // 2)))
    for line_id, label, pieces in facts:
        yield Line(line_id, ((f" {_cut(label, room - 1):<{room}}", "-muted"), *pieces))


def _heading(name: str, words: str) -> Iterator[Line]:
    """An empty line, then a heading with what it comes to."""
    head, _, rest = words.partition("  ")
    yield Line(f"blank:{name}", (), inert=True)
    yield Line(
        f"heading:{name}", ((f" {head}", "-heading"), (f"  {rest}" if rest else "", "-muted")), inert=True
    )


def _text(words: str) -> tuple[Piece, ...]:
    return ((words, ""),) if words else (UNKNOWN,)


def _case(case: Case | None) -> tuple[Piece, ...]:
    if case is None:
        return (("none", "-muted"),)
    group = outcome_words(case.outcome_group, "")
    rest = " · ".join(each for each in (case.municipality, group) if each)
    return ((case.name, ""), (f"  {rest}" if rest else "", "-muted"))


def _attributes(declared: Sequence[Attribute], values: Mapping[str, str], language: str) -> Iterator[Fact]:
    """Those that are defined, known or not, then whatever else is known."""
    for each in declared:
        value = values.get(each.key, "")
        words = (say_value(each, value, language), "") if value else UNKNOWN
        yield _fact(f"attribute:{each.key}", attribute_name(each, language), (words,))
    keys = {each.key for each in declared}
    for key, value in values.items():
        if key not in keys:
            yield _fact(f"attribute:{key}", key, ((value, ""),))


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else f"{words[: max(0, room - 1)]}…"
