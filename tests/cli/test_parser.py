"""The parser of the command that should be quick."""

from __future__ import annotations

import pytest

from rcoder.cli.parser import build_parser


@pytest.mark.parametrize("words", [["open", "a.rcoder"], ["open", "--coder", "Anne", "a.rcoder"]])
def test_the_quick_parser_of_open_reads_what_the_whole_one_reads(words: list[str]) -> None:
    assert build_parser("open").parse_args(words) == build_parser().parse_args(words)


@pytest.mark.parametrize("words", [["open"], ["open", "--fast", "a.rcoder"], ["open", "a", "b"]])
def test_it_refuses_in_the_same_words(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for parser in (build_parser("open"), build_parser()):
        with pytest.raises(SystemExit):
            parser.parse_args(words)
        said.append(capsys.readouterr())
    assert said[0] == said[1]
