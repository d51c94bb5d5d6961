"""What the strips and lists of the coding screen say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rcoder.domain.answers import ConfigurationLine
from rcoder.domain.coding import Coding
from rcoder.domain.transcript import Span
from rcoder.domain.words import Kind, Stance
from rcoder.project import open_project
from rcoder.ui.lists import (
    Detail,
    coding_pieces,
    configuration_pieces,
    passage_rows,
    recent_line,
    recent_rows,
)
from rcoder.ui.screens.coding_deeds import lost_words
from rcoder.ui.screens.hints import ROOM
from rcoder.ui.study import Attached, Study, Uses, read_first, read_rest
from rcoder.ui.widgets.strips import Pieces, in_two


def words(row: Pieces) -> str:
    return "".join(text for text, _ in row)


@pytest.fixture
def known(study: str) -> Study:
    with open_project(study, coder="Anne") as project:
        lines = project.transcript_lines()
        found = read_first(project, next(line.id for line in lines if line.codings))
        assert found.reading is not None
        found.fill(read_rest(project, found.reading.transcript.id))
    return found


def coding(known: Study) -> Coding:
    assert known.reading is not None
    return known.reading.codings[0]


def test_whose_a_coding_is_comes_before_its_flags_and_its_memo(known: Study) -> None:
    each = replace(coding(known), counterfactual=True, memo="noget jeg vil huske\nsenere")
    known.uses = Uses({each.id: ("K01", "K11")})
    assert words(coding_pieces(known, each, chosen=True)) == (
        "▸ M H1.M1 Tryghed  Jonas  in K01, K11  counterfactual  ✎ “noget jeg vil huske senere”"
    )


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_long_label_gives_way_to_the_coder(known: Study, width: int) -> None:
    code = known.codes[coding(known).code_id]
    label = replace(code.label, da="En meget lang betegnelse som fylder hele linjen og mere til " * 2)
    known.codes[code.id] = replace(code, label=label)
    known.uses = Uses({coding(known).id: ("K01",)})
    row = words(coding_pieces(known, coding(known), chosen=False, width=width))
    assert row.endswith("…  Jonas  in K01")
    assert len(row) <= width


def test_what_a_passage_is_for_and_against_is_seen_on_it(known: Study) -> None:
    span, jonas = coding(known).span, coding(known).coder_id
    known.uses = Uses(
        attached=(
            Attached(span, Stance.CONTRADICTS, "K01, R1 → M1", jonas),
            Attached(Span(span.end, span.end + 5), Stance.SUPPORTS, "K03, whole", jonas),
        )
    )
    here = (coding(known),) * 5
    rows = [words(row) for row in passage_rows(known, Detail(span, here, here[0], 4, 80))]
    assert len(rows) == 4
    assert rows[0].endswith("5 codings · on 1 claim")
    assert rows[-1] == "  contradicts K01, R1 → M1  Jonas"


def test_on_a_high_screen_four_codings_and_what_rests_on_them_are_seen(known: Study) -> None:
    span, jonas = coding(known).span, coding(known).coder_id
    known.uses = Uses(attached=(Attached(span, Stance.SUPPORTS, "K01, R1 → M1", jonas),))
    here = tuple(replace(coding(known), id=f"own {number}") for number in range(4))
    rows = [words(row) for row in passage_rows(known, Detail(span, here, here[0], ROOM, 80))]
    assert len(rows) == ROOM
    assert [row.startswith(("▸ ", "  ")) for row in rows[1:5]] == [True] * 4
    assert rows[-1].startswith("  supports K01")


def test_selecting_by_character_shows(known: Study) -> None:
    detail = Detail(Span(0, 5), (), None, 4, by_character=True)
    assert "by character" in words(passage_rows(known, detail)[0])


@pytest.mark.parametrize("hypotheses", [("H1",), ("H1", "H3", "H5")])
def test_changed_since_is_seen_in_the_narrow_list(hypotheses: tuple[str, ...]) -> None:
    line = ConfigurationLine("k", "K01", "", hypotheses, "accepted, changed since", tuple(Kind), "", "")
    assert words(configuration_pieces(line)).endswith("accepted*")
    assert len(words(configuration_pieces(line))) <= 25


def test_the_digits_have_letter_key_and_label_as_far_as_there_is_room(known: Study) -> None:
    keys = {code.key: code.id for code in known.codes.values()}
    known.recent = [keys["H1.M1"], keys["SC2.1"], keys["H1"]]
    assert words(recent_line(known, 80)) == " 1 M H1.M1 Tryghed 2 R SC2.1 Virksomhed med… 3 H1 Klare roller"
    known.recent = list(keys.values())
    assert len(words(recent_line(known, 80))) <= 80
    assert [words(recent_line(known, 80)).count(key) for key in ("H1.M1", "SC2.1")] == [1, 1]


def test_the_words_about_digits_fit_the_pane(known: Study) -> None:
    known.recent = []
    assert all(len(words(row)) <= 30 for row in recent_rows(known))
    assert "".join(words(row) for row in recent_rows(known)) == " Codes you use get the keys 1 to 9."


def test_a_removed_coding_names_the_configurations_that_rested_on_it() -> None:
    assert lost_words(()) == ""
    assert lost_words(("K11",)) == ", which K11 rested on; u brings both back"
    assert lost_words(("K01", "K02", "K11")) == ", which K01, K02 and K11 rested on; u brings all back"


def test_a_row_is_broken_between_words() -> None:
    row = ((" ! ", "-key"), ("en to tre fire fem seks syv", ""))
    assert in_two(row, 80) == [row]
    assert [words(each) for each in in_two(row, 20)] == [" ! en to tre fire", "   fem seks syv"]
