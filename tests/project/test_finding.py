"""Looking for words in a small study: forms, filters, counts, pages, and coding what is found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from rcoder.domain.actions.studying import bring_in
from rcoder.domain.case import Case
from rcoder.domain.errors import Misuse, NotFound, Unchanged
from rcoder.domain.finding import Filters, Hit, Search, Unit, Way
from rcoder.domain.ids import named_id
from rcoder.domain.journal import added
from rcoder.domain.transcript import Annotation, Span, Speaker, Transcript, Turn
from rcoder.project import Project
from rcoder.project.coding_found import coding_of_hits, every_hit, own_codings
from rcoder.project.door import checksum
from rcoder.project.finding import Counting, count, find, words_of
from rcoder.project.looking import choices

LEMMAS = {
    "tilliden": "tillid", "tillids": "tillid", "turde": "turde", "tør": "turde", "gik": "gå", "går": "gå",
    "kontakten": "kontakt", "mødte": "møde", "mødet": "møde",
}  # fmt: skip

METTE = (
    ("INTERVIEWER", "Havde du tillid til hende?"),
    ("METTE", "Ja, tilliden var der. Hun var tillidsfuld, og jeg turde ringe."),
    ("INTERVIEWER", "Og mistillid?"),
    ("METTE", "Nej. Ærligt talt gik det godt. Kontaktpersonen holdt kontakten."),
)
OLE = (
    ("INTERVIEWER", "Hvad med tillid?"),
    ("KIRSTEN", "Det tør jeg ikke sige. Tillid er svært. Vi mødte ham til mødet."),
)
LEDER = (("INTERVIEWER", "Hvordan går det?"), ("LEDER", "Tilliden vokser. Der er også mistillid."))


@pytest.fixture
def study(new_project: Callable[..., Project]) -> Iterator[Project]:
    """Two cases with an interview each, and a project manager's."""
    with new_project() as project:
        first = Case(named_id("1"), "Sag 01", outcome_group="with_hours")
        second = Case(named_id("2"), "Sag 02", outcome_group="without_hours")
        interview(project, "Mette", METTE, first, "borger")
        interview(project, "Kirsten", OLE, second, "sagsbehandler")
        interview(project, "Leder", LEDER, None, "projektleder")
        yield project


def interview(
    project: Project, title: str, talk: tuple[tuple[str, str], ...], case: Case | None, role: str
) -> Transcript:
    """Brings in an interview with its sentences and lemmas."""
    text = "".join(f"{name}: {words}\n" for name, words in talk)
    digest, identity, at = checksum(text), named_id(title), 0
    ids = {name: named_id(title, name) for name, _ in talk}
    turns = []
    for name, words in talk:
        start = at + len(name) + 2
        turns.append(Turn(start, start + len(words), ids[name]))
        at = start + len(words) + 1
    sentences = tuple(
        Span(turn.start + found.start(), turn.start + found.end())
        for turn in turns
        for found in re.finditer(r"\S[^.?!]*[.?!]", text[turn.start : turn.end])
    )
    lemmas = tuple(
        (found.start(), found.end(), LEMMAS.get(found[0].lower(), found[0].lower()))
        for found in re.finditer(r"\w+", text)
    )
    transcript = Transcript(
        identity, title, "da", digest, len(text), f"{title}.txt", digest, "txt", case.id if case else None,
        turns=tuple(turns),
    )  # fmt: skip
    voices = [
        Speaker(
            ids[name], identity, name, (role,) if name != "INTERVIEWER" else (), name == "INTERVIEWER", at
        )
        for at, name in enumerate(ids)
    ]
    project.do(
        bring_in(transcript, voices, added(case) if case else ()),
        texts=[text],
        annotations=[Annotation(digest, "test", sentences, lemmas)],
    )
    return transcript


def said(project: Project, query: str, way: Way = Way.FORMS, **filters: object) -> list[str]:
    found = find(project, Search(query, way, Filters(**filters)))  # type: ignore[arg-type] # names of its fields
    return [hit.words for hit in found.hits]


@pytest.mark.parametrize(
    ("query", "way", "words"),
    [
        ("tillid", Way.EXACT, ["tillid", "tillid", "Tillid"]),
        ("tillid", Way.FORMS, ["tillid", "tilliden", "tillid", "Tillid", "Tilliden"]),
        ("tilliden", Way.FORMS, ["tillid", "tilliden", "tillid", "Tillid", "Tilliden"]),
        ('"tillid"', Way.FORMS, ["tillid", "tillid", "Tillid"]),
        ("tillid", Way.RELATED, ["tillid", "tilliden", "tillidsfuld", "mistillid", "tillid", "Tillid", "Tilliden", "mistillid"]),
        ("tilliden~", Way.FORMS, ["tillid", "tilliden", "tillidsfuld", "mistillid", "tillid", "Tillid", "Tilliden", "mistillid"]),
        ("tillidens", Way.FORMS, ["tillid", "tilliden", "tillid", "Tillid", "Tilliden"]),
        ("tør", Way.FORMS, ["turde", "tør"]),
        ("tilid", Way.FUZZY, ["tillid", "tilliden", "tillid", "Tillid", "Tilliden"]),
        ("aerligt", Way.FUZZY, ["Ærligt"]),
        ("tillid*", Way.FORMS, ["tillid", "tilliden", "tillidsfuld", "tillid", "Tillid", "Tilliden"]),
        ("t*", Way.EXACT, ["tillid", "til", "tilliden", "tillidsfuld", "turde", "talt", "tillid", "tør", "Tillid", "til", "Tilliden"]),
        ('"tillid til"', Way.FORMS, ["tillid til"]),
        ("tillid -ringe", Way.FORMS, ["tillid", "tillid", "Tillid", "Tilliden"]),
        ("ringe | svært", Way.EXACT, ["ringe", "svært"]),
        ("interviewer", Way.EXACT, []),
        ("kontakt~", Way.FORMS, ["Kontaktpersonen", "kontakten"]),
    ],
)  # fmt: skip
def test_words_are_found_as_they_are_asked_for(
    study: Project, query: str, way: Way, words: list[str]
) -> None:
    assert said(study, query, way) == words


def test_a_short_stem_is_related_to_compounds_and_not_to_whatever_holds_its_letters(
    new_project: Callable[..., Project],
) -> None:
    talk = (("A", "Min sag og sagen. Sagsbehandler, behandler, hovedsag, hoved, usagt, sagde, saglig."),)
    with new_project() as project:
        interview(project, "Sag", talk, None, "borger")
        assert said(project, "sag~") == ["sag", "Sagsbehandler", "hovedsag", "saglig"]


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"role": "borger"}, ["tilliden"]),
        ({"role": "fagperson"}, ["Tillid"]),
        ({"case": "sag 02"}, ["tillid", "Tillid"]),
        ({"group": "with_hours"}, ["tillid", "tilliden"]),
        ({"group": "Uden timer"}, ["tillid", "Tillid"]),
        ({"transcript": "Leder"}, ["Tilliden"]),
        ({"speaker": "mette"}, ["tilliden"]),
        ({"without_interviewer": True}, ["tilliden", "Tillid", "Tilliden"]),
        ({"case": "Sag 02", "role": "borger"}, []),
        ({"case": "Sag 02", "without_interviewer": True}, ["Tillid"]),
    ],
)  # fmt: skip
def test_filters_say_who_and_where(study: Project, filters: dict[str, object], words: list[str]) -> None:
    assert said(study, "tillid", **filters) == words
    assert said(study, "t*", Way.EXACT, **filters) == [
        each for each in said(study, "t*", Way.EXACT, **filters) if each.lower().startswith("t")
    ]
    assert count(study, Search("tillid", filters=Filters(**filters))).hits == len(words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "filters",
    [{"role": "mentor"}, {"case": "Sag 9"}, {"group": "nogle"}, {"transcript": "x"}, {"speaker": "Bo"}],
)
def test_a_filter_that_names_nothing_is_refused_with_what_there_is(
    study: Project, filters: dict[str, str]
) -> None:
    with pytest.raises(NotFound):
        said(study, "tillid", **filters)


def test_a_study_says_what_it_can_be_filtered_by(study: Project) -> None:
    known = choices(study)
    assert known.roles == ("borger", "sagsbehandler", "projektleder")
    assert known.cases == ("Sag 01", "Sag 02")
    assert known.groups == ("with hours", "without hours")
    assert [title for _, title in known.transcripts] == ["Mette", "Kirsten", "Leder"]
    assert known.speakers == ("INTERVIEWER", "KIRSTEN", "LEDER", "METTE")
    for group in known.groups:
        assert said(study, "tillid", group=group)


@pytest.mark.parametrize(
    "query", ["tillid", "t*", '"tillid til" | gik', "tillid -ringe", "jeg tillid", "xyz"]
)
def test_a_count_is_of_every_hit_and_has_its_denominators(study: Project, query: str) -> None:
    hits = find(study, Search(query)).hits
    counted = count(study, Search(query))
    assert counted.hits == len(hits)
    assert counted.turns == len({(hit.transcript_id, hit.turn) for hit in hits})
    assert (counted.interviews, counted.of_interviews) == (len({hit.transcript_id for hit in hits}), 3)
    assert (counted.cases, counted.of_cases) == (len({hit.case for hit in hits} - {""}), 2)


def test_a_filtered_count_is_out_of_what_was_looked_through(study: Project) -> None:
    assert count(study, Search("tillid", filters=Filters(role="borger"))).words == (
        "1 hit in 1 of 1 interview, 1 of 1 case"
    )


def test_hits_are_counted_some_texts_at_a_time(study: Project) -> None:
    counting = Counting(study, Search('"tillid til" | "tilliden"'))
    assert not counting.counted.whole
    assert counting.counted.words.startswith("at least 3 hits in 2 of 3")
    first = counting.go_on(study, 1)
    assert (first.hits, first.whole) == (2, False)
    assert counting.go_on(study).words.startswith("3 hits in 2 of 3")


@pytest.mark.parametrize("query", ["tillid", "t*", "zz*", "jeg tillid"])
def test_pages_together_are_all_hits_each_once(study: Project, query: str) -> None:
    whole = find(study, Search(query)).hits
    pages: list[Hit] = []
    after: int | None = 0
    while after is not None:
        found = find(study, Search(query), limit=1, after=after)
        pages += found.hits
        after = found.next
    assert tuple(pages) == whole


def test_a_hit_has_the_words_of_its_turn_round_it(study: Project) -> None:
    hit = find(study, Search("turde"), around=8).hits[0]
    assert (hit.before, hit.words, hit.after) == (" og jeg ", "turde", " ringe.")
    text = study.text(study.transcript("Mette"))
    assert hit.span.of(text) == "turde"
    assert hit.turn_span.of(text) == METTE[1][1]
    assert (hit.case, hit.speaker, hit.roles, hit.interviewer) == ("Sag 01", "METTE", ("borger",), False)


def coded(project: Project, query: str, unit: Unit, **filters: object) -> list[str]:
    search = Search(query, filters=Filters(**filters))  # type: ignore[arg-type] # names of its fields
    code = project.code("H1.M1")
    project.do(coding_of_hits(project, every_hit(project, search), code.id, unit, query))
    return [line.passage.text for line in project.coding_lines()]


def test_hits_are_coded_as_their_sentences_in_one_deed_that_one_undo_takes_back(study: Project) -> None:
    assert coded(study, "tillid | turde", Unit.SENTENCE, role="borger") == [
        "Ja, tilliden var der.", "Hun var tillidsfuld, og jeg turde ringe.",
    ]  # fmt: skip
    entry = study.undo()
    assert entry is not None
    assert len(entry.changes) == 2
    assert "2 passages in Mette as H1.M1 Tryghed, found by “tillid | turde”" in entry.sentence
    assert study.coding_lines() == ()


def test_hits_are_coded_as_their_words_or_turns(study: Project) -> None:
    assert sorted(coded(study, "gik", Unit.HIT)) == ["gik", "går"]
    study.undo()
    assert coded(study, "ærligt | godt", Unit.TURN) == [METTE[3][1]]


def test_a_passage_is_coded_once_and_what_is_coded_so_already_is_passed_over(study: Project) -> None:
    assert len(coded(study, "tilliden", Unit.SENTENCE)) == 5
    assert len(coded(study, "tillid | ja | nej", Unit.SENTENCE)) == 6
    with pytest.raises(Unchanged):
        coded(study, "tillid", Unit.SENTENCE)


def test_a_phrase_over_two_sentences_is_coded_as_both(study: Project) -> None:
    assert coded(study, '"nej ærligt"', Unit.SENTENCE) == ["Nej. Ærligt talt gik det godt."]


def test_codings_are_of_this_case_or_in_general_where_there_is_none(study: Project) -> None:
    coded(study, "mistillid", Unit.HIT)
    assert {line.passage.transcript: line.coding.scope.value for line in study.coding_lines()} == {
        "Mette": "this_case", "Leder": "general",
    }  # fmt: skip


def test_the_asker_s_own_codings_on_hits_are_known_and_nobody_else_s(
    study: Project,
) -> None:
    coded(study, "turde", Unit.HIT)
    ids = [study.transcript("Mette").id, study.transcript("Kirsten").id]
    assert {each.code for each in own_codings(study, ids)} == {"H1.M1"}
    from rcoder.project import open_project

    with open_project(study.location, coder="Blind") as other:
        assert own_codings(other, ids) == ()
        assert coding_of_hits(other, every_hit(other, Search("turde")), other.code("H1.M1").id, Unit.HIT, "x")


def test_too_many_hits_to_be_coded_together_are_refused(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rcoder.project import coding_found

    monkeypatch.setattr(coding_found, "MOST", 3)
    with pytest.raises(Misuse, match="more than 3 hits"):
        every_hit(study, Search("tillid"))


def test_a_word_is_spelled_out_into_what_it_stands_for(study: Project) -> None:
    (clause,) = words_of(study, Search("tillid"))
    assert {term.words for term in clause.terms} == {("tillid",), ("tilliden",)}


def test_a_form_that_nobody_says_finds_the_others_where_its_lemma_is_looked_up(study: Project) -> None:
    assert find(study, Search("gået")).hits == ()
    assert [hit.words for hit in find(study, Search("gået", thorough=True)).hits] == ["gik", "går"]
