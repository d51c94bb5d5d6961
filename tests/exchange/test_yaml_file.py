from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcoder.domain.errors import Unreadable
from rcoder.exchange.findings import LIMIT, Findings, nearest, shown
from rcoder.exchange.yaml_file import (
    DEEPEST,
    LARGEST,
    YamlList,
    YamlMap,
    YamlNode,
    YamlText,
    parse_yaml,
    read_yaml,
)


def read(source: str | bytes) -> tuple[YamlNode | None, list[str]]:
    """The tree, and each finding as line:column: sentence."""
    findings = Findings()
    tree = parse_yaml(source if isinstance(source, bytes) else source.encode(), findings)
    return tree, [f"{each.line}:{each.column}: {each.sentence}" for each in findings.in_order()]


def text_of(tree: YamlNode | None, key: str) -> str:
    assert isinstance(tree, YamlMap)
    value = tree.entries[key][1]
    assert isinstance(value, YamlText)
    return value.text


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "yes",
        "on",
        "1.10",
        "0x1F",
        "12:30",
        "null",
        "~",
        "2024-01-01",
        "1e3",
        "010",
        "1_000",
        ".inf",
        "=",
    ],
)
def test_words_stay_as_they_are_written(word: str) -> None:
    tree, findings = read(f"{word}: {word}\nlist: [{word}]")
    assert findings == []
    assert text_of(tree, word) == word


def test_the_names_of_norway_stay_names(shared: Path) -> None:
    findings = Findings()
    tree = read_yaml(shared / "hostile/yaml/norway.yaml", findings)
    assert isinstance(tree, YamlMap)
    codes = tree.entries["codes"][1]
    assert isinstance(codes, YamlList)
    assert [text_of(each, "name") for each in codes.entries] == [
        "no", "yes", "1.10", "0x1F", "12:30", "null", "~", "2024-01-01", "1e3", "",
    ]  # fmt: skip
    assert len(findings) == 0


def test_every_node_knows_its_line_and_column() -> None:
    tree, _ = read("æøå: é\nb: [x, 'y']\nc:\n  - d: |\n      linje\n")
    assert isinstance(tree, YamlMap)
    places = {name: (value.line, value.column) for name, (_, value) in tree.entries.items()}
    assert places == {"æøå": (1, 6), "b": (2, 4), "c": (4, 3)}
    listed = tree.entries["b"][1]
    assert isinstance(listed, YamlList)
    assert [(each.line, each.column) for each in listed.entries] == [(2, 5), (2, 8)]


def test_a_byte_order_mark_shifts_nothing() -> None:
    tree, findings = read(b"\xef\xbb\xbfa: b")
    assert isinstance(tree, YamlMap)
    assert findings == []
    assert (tree.entries["a"][0].line, tree.entries["a"][0].column) == (1, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_count_alike(end: str) -> None:
    _, findings = read(end.join(["a: 1", "b: 2", "a: 3", ""]))
    assert findings == ['3:1: The key "a" stands twice; it is in line 1 already.']


def test_letters_made_of_two_code_points_become_one() -> None:
    tree, _ = read("a: pa\u030a")
    assert text_of(tree, "a") == "på"


def test_every_double_key_is_found_and_the_first_kept() -> None:
    tree, findings = read("a: 1\nb: {c: 1, c: 2}\na: 2\na: 3\n")
    assert text_of(tree, "a") == "1"
    assert findings == [
        '2:11: The key "c" stands twice; it is in line 2 already.',
        '3:1: The key "a" stands twice; it is in line 1 already.',
        '4:1: The key "a" stands twice; it is in line 1 already.',
    ]


def test_aliases_anchors_and_tags_are_all_found() -> None:
    _, findings = read(
        "a: &x 1\nb: *x\n<<: *x\nc: !!python/object/apply:os.system ['true']\nd: !egen 1\ne: &y {f: 1}\n"
    )
    assert [each.split(": ")[0] for each in findings] == ["1:4", "2:4", "3:5", "4:4", "5:4", "6:4"]
    assert "python/object" in findings[3]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("a: b: c", "1:5"),
        ("a:\n\t- b", "2:1"),
        ('a: 1\nb: "åben\nc: 2', "2:4"),
        ("a: @x", "1:4"),
        ("a: [1, 2\nb: 3", "2:2"),
        ("- a\nb: c", "2:1"),
        ('a: "x" y', "1:8"),
        ("? [a]\n: b", "1:3"),
        ("--- a\n--- b", "2:1"),
        ("a: 1\n---\nb: 2", "2:1"),
        ('a: "\\q"', "1:5"),
    ],
)
def test_broken_form_is_one_finding_in_its_place(source: str, place: str) -> None:
    _, findings = read(source)
    assert [each.split(": ")[0] for each in findings] == [place]


def test_a_tab_is_called_a_tab() -> None:
    assert "tab" in read("a:\n\t- b")[1][0]


def test_text_that_holds_a_colon_is_told_about_quotation_marks() -> None:
    assert "quotation marks" in read("label: Møde: aftale")[1][0]


@pytest.mark.parametrize("source", ["", "   \n\n", "\ufeff", b"", "# kun en bemærkning"])
def test_an_empty_file_is_said_to_be_empty(source: str | bytes) -> None:
    assert read(source) == (None, ["1:1: The file is empty."])


def test_a_byte_that_is_not_utf_8_is_named_with_its_place() -> None:
    tree, findings = read("a: x\nb: få".encode() + b"\xe5")
    assert tree is None
    assert findings == ["2:6: The byte 0xe5 is not UTF-8; save the file as UTF-8."]


def test_utf_16_is_named() -> None:
    assert "UTF-16" in read("a: b".encode("utf-16"))[1][0]


def test_every_control_character_is_found_with_its_place() -> None:
    _, findings = read("a: x\x1b[31m\nb: \x00\x07\nc: \u202edrejet\n")
    assert [each.split(": ")[0] for each in findings] == ["1:5", "2:4", "2:5", "3:4"]


def test_a_control_character_written_as_an_escape_is_found() -> None:
    assert read('a: "\\e[31m"')[1] == ["1:4: The text holds a control character (U+001B); take it out."]


def harmlessly(source: bytes) -> list[str]:
    """The findings, after a check that reading took under 50 MB."""
    tracemalloc.start()
    findings = read(source)[1]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 50_000_000
    return findings


def test_a_billion_laughs_does_no_harm() -> None:
    levels = ["a0: &a0 [lol, lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]
    findings = harmlessly("\n".join(levels).encode())
    assert len(findings) == 12 + 11 * 9


@pytest.mark.parametrize(
    "source", [b"[" * 20_000, b"{a: " * 20_000, b"- " * 20_000, b"[" * 20_000 + b"]" * 20_000, b"? " * 20_000]
)
def test_deep_nesting_does_no_harm(source: bytes) -> None:
    assert f"More than {DEEPEST} blocks" in harmlessly(source)[0]


def test_a_python_object_is_text_and_a_finding(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    findings = harmlessly(f'!!python/object/apply:os.mkdir ["{trace}"]'.encode())
    assert len(findings) == 1
    assert not trace.exists()


def test_too_many_values_are_refused() -> None:
    assert "values" in harmlessly(b"- a\n" * 120_000)[0]


def test_no_more_findings_are_kept_than_a_person_reads() -> None:
    _, findings = read("\n".join(f"- *a{n}" for n in range(LIMIT * 2)))
    assert len(findings) == LIMIT + 1
    assert "more than" in findings[-1]


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * (LARGEST + 1))
    findings = Findings()
    assert read_yaml(path, findings) is None
    assert "MB" in findings.in_order()[0].sentence


@pytest.mark.parametrize("name", ["missing.yaml", ".", "nul\0byte"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable, match=r"Name the file|Check the name"):
        read_yaml(tmp_path / name, Findings())


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ab:-#[]{}\"'|>&*!%@`?, \n\tæ~\\")), max_size=40))
def test_any_text_gives_a_tree_or_a_finding_and_never_an_error(source: str) -> None:
    tree, findings = read(source)
    assert tree is not None or findings


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_give_a_tree_or_a_finding_and_never_an_error(source: bytes) -> None:
    tree, findings = read(source)
    assert tree is not None or findings


def test_the_nearest_word_sets_letter_case_aside() -> None:
    assert nearest("REASONNING", ["resource", "reasoning", "outcome"]) == "reasoning"
    assert nearest("xyz", ["resource", "reasoning"]) is None


def test_a_persons_text_is_shown_short_and_without_control_characters() -> None:
    assert shown("a\x1b[2J") == '"a\\u001b[2J"'
    assert len(shown("x" * 1000)) < 80
