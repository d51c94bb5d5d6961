"""Hyphens at the ends of lines: the line's own go, the word's own and suspended ones stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rcoder.exchange.interviews import Interview
from rcoder.exchange.interviews.pdf.hyphens import Hyphens

Read = Callable[..., Interview]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["han fik en virksomheds-", "praktik med løn"], "han fik en virksomhedspraktik med løn"),
        (["der var praktik-", "og jobmuligheder nok"], "der var praktik- og jobmuligheder nok"),
        (["sundheds-", "eller socialfaglig"], "sundheds- eller socialfaglig"),
        (["ind- og ud-", "skrivning"], "ind- og udskrivning"),
        (["det er en CV-", "skrivning"], "det er en CV-skrivning"),
        (["hendes e-", "mail"], "hendes e-mail"),
        (["vores it-", "afdeling"], "vores it-afdeling"),
        (["min A-", "kasse"], "min A-kasse"),
        (["byerne Aarhus-", "Aalborg"], "byerne Aarhus-Aalborg"),
        (["i uge 12-", "14"], "i uge 12-14"),
        (["jeg ville ha-", "jeg havde sagt det"], "jeg ville ha- jeg havde sagt det"),
        (["det var –", "ja, hvad var det"], "det var – ja, hvad var det"),
        (["ingen bindestreg", "her"], "ingen bindestreg her"),
    ],
)
def test_a_hyphen_is_judged_by_what_stands_round_it(lines: list[str], joined: str) -> None:
    assert Hyphens(lines).joined(lines) == joined


def test_a_name_keeps_its_hyphen_unless_the_file_breaks_words_all_the_time() -> None:
    few = ["det er en ordning", "som alle har", "og så er der Team Danmark-", "ordningen"] + [
        "og mere endnu"
    ] * 120
    assert Hyphens(few).joined(few[2:4]) == "og så er der Team Danmark-ordningen"


def test_a_word_that_stands_whole_elsewhere_is_made_whole() -> None:
    lines = ["vi har talt sam-", "men om det sammen"]
    assert Hyphens(lines).joined(lines) == "vi har talt sammen om det sammen"


def test_a_word_that_is_written_with_a_hyphen_elsewhere_keeps_it() -> None:
    lines = ["projektet er et satspulje-", "projekt, og satspulje-projekter", "er korte"]
    text = ["det satspulje-projekt", *lines]
    assert Hyphens(text).joined(lines) == "projektet er et satspulje-projekt, og satspulje-projekter er korte"


def test_where_speakers_break_off_within_lines_they_do_at_the_ends_too() -> None:
    lines = [
        "jeg havde ha- haft det",
        "så hun sag- sagde, at de skul- skulle",
        "og vi vil- ville",
        "at det var for-",
        "kerte sko",
    ]
    assert Hyphens(lines).joined(lines[3:]) == "at det var for- kerte sko"


def test_where_a_file_breaks_words_all_the_time_it_breaks_names_too() -> None:
    lines = ["da Messer-", "schmidt var forsvars-", "minister og tran-", "sportminister i Køben-", "havn"]
    assert (
        Hyphens(lines).joined(lines)
        == "da Messerschmidt var forsvarsminister og transportminister i København"
    )


def test_what_was_done_is_said(printed: Read) -> None:
    lines = [
        "B: Hun talte meget længe om alt det, som der var af praktik-",
        "og jobmuligheder, hvis man nu ville være i en anden virk-",
        "somhed. Det var nu meget godt.",
        "I: Ja.",
        "B: Nå.",
    ]
    interview = printed(lines)
    assert "alt det, som der var af praktik- og jobmuligheder, hvis" in interview.text
    assert "i en anden virksomhed. Det var nu meget godt.\nI: Ja." in interview.text
    assert "1 word(s) broken at the end of a line were made whole." in interview.notes
    assert "1 hyphen(s) at the end of a line were kept." in interview.notes
