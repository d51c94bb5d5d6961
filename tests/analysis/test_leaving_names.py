"""Names and places in what is about to leave, and which words of labels are names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcoder.analysis.leaving.checking import look_through
from rcoder.analysis.leaving.known_names import names_in_titles, names_of_cases, names_of_people
from rcoder.analysis.leaving.removed import removed_names
from rcoder.domain.leaving import Findings, Known, Sort, findings_in, shapes_of
from rcoder.domain.outgoing import Said

KNOWN = Known(
    names=frozenset({"zlatan", "bjørn", "krogsgaard"}),
    removed=frozenset({"amina"}),
    coders=frozenset({"Anne Holm"}),
    places=frozenset({"Tranlev", "Ny By"}),
)


def looked(text: str, known: Known = KNOWN) -> Findings:
    return look_through([Said("line 1", text)], known)


def found(text: str, known: Known = KNOWN) -> list[tuple[Sort, str]]:
    findings = looked(text, known)
    return [(each.sort, each.words) for each in (*findings.found, *findings.coders)]


@pytest.mark.parametrize(
    "text",
    ["Zlatan kom.", "Så kom zlatan.", "ZLATAN: ja", "Det er Zlatans hund.", "Zlatan's dog", "zlatans mor"],
)
def test_a_name_that_the_study_knows_is_found_in_every_form(text: str) -> None:
    assert [sort for sort, _ in found(text)] == [Sort.KNOWN_NAME]


def test_first_name_and_surname_that_stand_together_are_one() -> None:
    assert found("Jeg så Mette Krogsgaard og Mette A. Hansen i går") == [
        (Sort.KNOWN_NAME, "Mette Krogsgaard"),
        (Sort.NAME, "Mette A. Hansen"),
    ]


def test_a_surname_nobody_knows_goes_with_the_first_name_before_it() -> None:
    assert found("Hun hedder Fatima Qwerty") == [(Sort.NAME, "Fatima Qwerty")]


@pytest.mark.parametrize(
    "text",
    [
        "Hans mentor var god.", "Bo sagde ja.", "Så kom han. Hans chef kom.", "Line op!", "bo i en bolig", "Vejen var lang.",
        "Skive er væk.", "DAG", "Maj var kold.", "“Hans bror”", "– Rose er en blomst", "en stor skive brød", "Alle kom.",
    ],
)  # fmt: skip
def test_a_name_that_is_a_word_too_is_none_at_the_beginning_of_a_sentence(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Så kom Bo og hans bror", Sort.NAME),
        ("Bo Hansen kom", Sort.NAME),
        ("Vi var i Skive", Sort.PLACE),
        ("Vi bor i Vejen nu", Sort.PLACE),
        ("Horsens Kommune", Sort.PLACE),
        ("i Nykøbing Falster", Sort.PLACE),
        ("i Tranlev", Sort.PLACE),
        ("i Ny By", Sort.PLACE),
        ("så kom Bjørn", Sort.KNOWN_NAME),
        ("og Amina sagde", Sort.REMOVED),
        ("Åses hund", Sort.NAME),
        ("Anne-Lise's bil", Sort.NAME),
        ("Jens' bil", Sort.NAME),
    ],
)
def test_inside_a_sentence_it_is_one(text: str, sort: Sort) -> None:
    assert [each for each, _ in found(text)] == [sort]


def test_coders_are_listed_apart_and_their_first_names_too() -> None:
    findings = looked("Anne Holm kodede det, og Anne skrev det. Anne Hansen er en anden.")
    assert [(each.sort, each.words) for each in findings.found] == [(Sort.NAME, "Anne Hansen")]
    assert {each.words for each in findings.coders} == {"Anne Holm", "Anne"}


def test_a_coder_who_is_a_person_of_the_study_too_is_a_name() -> None:
    known = Known(names=frozenset({"anne"}), coders=frozenset({"Anne Holm"}))
    assert found("så sagde Anne det", known) == [(Sort.KNOWN_NAME, "Anne")]


def test_the_most_serious_comes_first_and_each_thing_once_with_its_places() -> None:
    said = [
        Said("row 1", "Zlatan fra Horsens, 120578-1234"),
        Said("row 2", "Zlatans bror"),
        Said("row 3", "120578-1234"),
    ]
    findings = look_through(said, KNOWN)
    assert [(each.sort, each.count) for each in findings.found] == [
        (Sort.CPR, 2),
        (Sort.KNOWN_NAME, 2),
        (Sort.PLACE, 1),
    ]
    assert [each.place for each in findings.found[0].sightings] == ["row 1", "row 3"]
    assert findings.summary == "1 CPR number, 1 name that the study knows, 1 place"


def test_findings_come_back_from_json_as_they_were() -> None:
    findings = looked("Zlatan, Anne Holm og 120578-1234")
    again = findings_in(shapes_of(findings))
    assert (again.found, again.coders) == (findings.found, findings.coders)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_the_same_words_give_the_same_findings_and_every_place_is_in_them(texts: list[str]) -> None:
    said = [Said(str(number), text) for number, text in enumerate(texts)]
    findings = look_through(said, KNOWN)
    assert findings == look_through(said, KNOWN)
    for each in findings.found:
        for one in each.sightings:
            assert f"{one.before}{one.words}{one.after}" in texts[int(one.place)]


@given(
    st.sampled_from(["Zlatan", "Fatima", "Krogsgaard"]),
    st.text(alphabet="abcæøå ,.;:()\n", max_size=30),
    st.text(alphabet=" ,.;:)!?\n", min_size=1, max_size=9),
)
def test_a_name_is_found_whatever_stands_round_it(name: str, before: str, after: str) -> None:
    glue = "" if not before or not before[-1].isalpha() else " "
    assert any(name in words for _, words in found(f"{before}{glue}{name}{after}"))


@pytest.mark.parametrize(
    "label",
    ["INTERVIEWER", "Int.", "SPEAKER_01", "Borger 2", "I", "MH", "Virksomhedskonsulent", "Taler 1", ""],
)
def test_labels_of_voices_are_no_names(label: str) -> None:
    assert names_of_people([label]) == frozenset()


def test_names_of_voices_are_names() -> None:
    assert names_of_people(["Mette (borger)", "Zlatan I.", "Bo"]) == {"mette", "zlatan", "bo"}


def test_a_made_up_label_of_a_case_is_no_name() -> None:
    assert names_of_cases(["Sag 03", "Case 1", "K07", "Borger A"]) == frozenset()
    assert names_of_cases(["Zlatan Qwerty", "Sag 04 Mette"]) == {"zlatan", "qwerty", "mette"}


def test_titles_and_files_give_known_names_and_the_surname_after() -> None:
    assert names_in_titles(["Sag 03: Mette (borger)", "sag01-jens-hansen", "Interview Fatima Qwerty 2"]) == {
        "mette", "jens", "hansen", "fatima", "qwerty",
    }  # fmt: skip


def test_what_a_correction_took_out_is_found_by_its_capital() -> None:
    before = "Så sagde Amina det. Kontoret lå i Nordby. Kaffe var der. Og Borgeren kom; borgeren gik."
    after = "Så sagde [navn] det. Kontoret lå i Nordby. Te var der."
    assert removed_names(before, after) == {"amina"}
