"""Excerpts: quotations for a paper, reading marks, and passages that memos are on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from rcoder.domain.actions import excerpting
from rcoder.domain.actions.excerpting import is_quotation
from rcoder.domain.errors import Misuse, NotFound, Stale
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.passage import Passage
from rcoder.domain.quotation import as_said, check_edited, reads
from rcoder.domain.times import now
from rcoder.domain.transcript import Span, Transcript
from rcoder.domain.words import Subject
from rcoder.project.door import Project
from rcoder.project.questions import present_transcript
from rcoder.project.sight import EXCERPTS, PASSAGE, PASSAGE_FROM, passages

LANGUAGE = "en"
"""Language of a translation where nobody says another."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words in one text of a transcript."""

    transcript_id: str
    span: Span
    revision: int


@dataclass(frozen=True, slots=True)
class Form:
    """How words are to be printed; both "" for no quotation."""

    edited: str = ""
    translation: str = ""
    language: str = LANGUAGE


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """An excerpt with the words it stands on and whose they are."""

    excerpt: Excerpt
    passage: Passage

    @property
    def edited(self) -> str:
        """The edited form; "" where it reads as the words were said."""
        return reads(self.excerpt.edited, self.passage.text)

    @property
    def check(self) -> str:
        """What is wrong with the edited form, in a sentence; "" for nothing."""
        return check_edited(self.passage.text, self.excerpt.edited)


def quotes(project: Project, transcript_id: str = "") -> tuple[ExcerptLine, ...]:
    """The quotations in sight, of one transcript or of all, by its title and place."""
    return tuple(each for each in _lines(project, transcript_id) if is_quotation(each.excerpt))


def marks(project: Project) -> tuple[ExcerptLine, ...]:
    """The asker's own reading marks, by transcript and place: marks are for finding one's own way back."""
    found = _lines(project, condition="AND x.mark AND x.coder_id = :me", me=project.coder_id)
    return tuple(found)


def excerpts_in(project: Project, transcript_id: str) -> tuple[Excerpt, ...]:
    """The excerpts in sight that stand in the present text of a transcript, by place; marks of the asker's own only."""
    sql = """
        SELECT e.* FROM excerpts e JOIN transcripts t ON t.id = e.transcript_id AND t.revision = e.revision
        WHERE e.transcript_id = :id AND {seen:e} ORDER BY e.start, e."end", e.id
    """
    found = project.sight.records(Excerpt, sql, id=transcript_id)
    return tuple(each if each.coder_id == project.coder_id else replace(each, mark=False) for each in found)


def _lines(
    project: Project, transcript_id: str = "", condition: str = "", **params: Any
) -> list[ExcerptLine]:
    where = "AND x.transcript_id = :id" if transcript_id else ""
    rows = project.sight.rows(
        f"""SELECT {PASSAGE}, x.edited, x.translation, x.language, x.mark, x.at FROM {EXCERPTS} x {PASSAGE_FROM}
            WHERE {{seen:x}} {where} {condition} ORDER BY t.title, x.start, x."end", x.id""",  # noqa: S608 - constants of ours
        id=transcript_id,
        **params,
    )
    from rcoder.domain.records import from_row

    return [
        ExcerptLine(from_row(Excerpt, row), passage)
        for row, passage in zip(rows, passages(rows), strict=True)
    ]


# -- deeds -------------------------------------------------------------------------------------------------------


def quoting(project: Project, place: Place, form: Form) -> Deed:
    """Keeps words as a quotation, changes the one that stands there, or, with an empty form, drops it.

    Raises Misuse where there is none to drop, Unchanged where it is so already, and Stale where the text has been
    corrected since.
    """
    stood = standing(project, place)
    before = own_excerpt(project, place)
    edited, translation = form.edited.strip(), form.translation.strip()
    if not edited and not translation:
        if before is None or not is_quotation(before):
            raise Misuse("A quotation needs an edited form or a translation.", "Write one of the two.")
        return excerpting.unquote(before, stood, needed=needed(project, before.id))
    if not reads(edited, place.span.of(project.text(stood))):
        edited = "" if translation else as_said(edited)
    language = form.language.strip().casefold() or LANGUAGE
    after = replace(
        before or fresh(project, place), edited=edited, translation=translation, language=language
    )
    return excerpting.quote(before, after, stood)


def marking(project: Project, place: Place) -> Deed:
    """Leaves a reading mark on words, or takes off those of the asker's own that stand on any of them. Raises Stale."""
    stood = standing(project, place)
    off = [each for each in _own(project, place) if each.mark and each.span.overlaps(place.span)]
    if off:
        return excerpting.unmark([(each, needed(project, each.id)) for each in off], stood)
    before = own_excerpt(project, place)
    return excerpting.mark(before, before or fresh(project, place), stood)


def unmarking(project: Project, excerpt_id: str) -> Deed:
    """Takes one reading mark off. Raises NotFound."""
    sql = "SELECT * FROM excerpts WHERE id = :id AND coder_id = :me"
    found = project.sight.records(Excerpt, sql, id=excerpt_id, me=project.coder_id)
    if not found:
        raise NotFound("That mark is no longer there.")
    stood = present_transcript(project.sight, found[0].transcript_id)
    return excerpting.unmark([(found[0], needed(project, excerpt_id))], stood)


def keep_quote(project: Project, name: str, span: Span, form: Form) -> tuple[ExcerptLine | None, Entry]:
    """Keeps words of a transcript (by title, file or id) as a quotation; None where an empty form has dropped it.

    Raises NotFound, Misuse and Unchanged.
    """
    found = project.transcript(name)
    place = Place(found.id, span, found.revision)
    entry = project.do(quoting(project, place, form))
    own = own_excerpt(project, place)
    return next((each for each in quotes(project, found.id) if own and each.excerpt == own), None), entry


def form_with(
    project: Project, name: str, span: Span, said: tuple[str | None, str | None, str | None]
) -> Form:
    """The form of a quotation with what is said of it: edited form, translation, its language; None stays as it stands.

    Raises NotFound.
    """
    edited, translation, language = said
    found = project.transcript(name)
    before = own_excerpt(project, Place(found.id, span, found.revision))
    stands = Form(before.edited, before.translation, before.language) if before else Form()
    return Form(
        stands.edited if edited is None else edited,
        stands.translation if translation is None else translation,
        stands.language if language is None else language,
    )


def own_excerpt(project: Project, place: Place) -> Excerpt | None:
    """The asker's own excerpt of exactly these words."""
    return next((each for each in _own(project, place) if each.span == place.span), None)


def fresh(project: Project, place: Place) -> Excerpt:
    """An excerpt of these words that serves no purpose yet."""
    span = place.span
    return Excerpt(
        new_id(), project.coder_id, place.transcript_id, span.start, span.end, place.revision, at=now()
    )


def standing(project: Project, place: Place) -> Transcript:
    """The transcript that words stand in. Raises NotFound, and Stale where its text has been corrected since."""
    found = present_transcript(project.sight, place.transcript_id)
    if found.revision != place.revision:
        raise Stale(
            f"{found.title} has been corrected since; nothing was written.", "Choose the words again."
        )
    return found


def needed(project: Project, excerpt_id: str, but: Sequence[str] = ()) -> bool:
    """Whether a memo, in sight or not, is on an excerpt, those called `but` aside; only ever decides what stays."""
    sql = "SELECT id FROM memos WHERE about = :about AND about_id = :id"
    rows = project.sight.rows(sql, about=Subject.PASSAGE.value, id=excerpt_id)
    return any(row["id"] not in but for row in rows)


def _own(project: Project, place: Place) -> list[Excerpt]:
    sql = """SELECT * FROM excerpts WHERE transcript_id = :id AND revision = :revision AND coder_id = :me
             ORDER BY start, "end", id"""
    return project.sight.records(
        Excerpt, sql, id=place.transcript_id, revision=place.revision, me=project.coder_id
    )
