"""A codebook written as the YAML text that `read_codebook` reads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from rcoder.domain.codebook import Code, CodebookContents, Node, Theory, TheoryLink
from rcoder.domain.words import Basis, Bilingual, Category, Kind
from rcoder.exchange.codebook_attributes import attribute_block
from rcoder.exchange.codebook_shape import FORMAT, NO_NODE, OVERALL
from rcoder.exchange.findings import is_plain

Written = str | Bilingual | Sequence[str] | Sequence[Mapping[str, "Written"]]
Block = Mapping[str, Written]

WIDTH = 100
"""Columns that a text in two languages may take on one line."""

_BARE = re.compile(r"[A-Za-zÆØÅæøå][\w.-]*")
_YAML_WORDS = frozenset({"no", "yes", "on", "off", "true", "false", "null", "y", "n"})
"""Words that other readers of YAML take for something else than text."""


def write_codebook(contents: CodebookContents) -> str:
    """The codebook in the format of `docs/codebook-format.md`; read again it gives equal contents.

    Texts are written without the blanks that surround them, and blocks without the keys that have no value.
    """
    return "\n".join(_block(codebook_block(contents), 0)) + "\n"


def codebook_block(contents: CodebookContents) -> Block:
    """The codebook as blocks of keys and what they say, in the order of a file; keys without a value among them."""
    keys = {code.id: code.key for code in contents.codes}
    boxes = _boxes(contents)
    book = contents.codebook
    top: dict[str, Written] = {
        "rcoder": f"codebook {FORMAT}",
        "id": book.key,
        "version": book.version,
        "title": book.title,
        "description": book.description,
        "source": book.source,
        "licence": book.licence,
    }
    for name, category in _GROUPS:
        top[name] = [_code(code, keys, boxes) for code in contents.codes if code.category is category]
    top["theories"] = [_theory(theory, contents, keys) for theory in contents.theories]
    top["attributes"] = [attribute_block(each) for each in contents.attributes]
    return top


def block_lines(block: Block) -> list[str]:
    """The lines of a block of keys, those without a value left out, without indentation."""
    return [line.removeprefix("  ") for line in _block(block, 1)]


def entry_lines(key: str, value: Written) -> list[str]:
    """The lines of one key with its value, without indentation."""
    return _entry(key, value, 0)


def quoted(text: str) -> str:
    """A text as YAML reads it back: bare where it is one ordinary word, otherwise in quotation marks."""
    return _text(text)


_GROUPS = (("hypotheses", Category.HYPOTHESIS), ("conditions", Category.CONDITION), ("codes", Category.CODE))


def _boxes(contents: CodebookContents) -> Mapping[str, str]:
    """The node of the overall theory that each code stands for, or "none"; nothing where there is no such theory."""
    overall = contents.theory(OVERALL)
    if overall is None:
        return {}
    own = [node for node in contents.nodes if node.theory_id == overall.id]
    return {
        code.id: next((node.key for node in own if code.id in node.codes), NO_NODE)
        for code in contents.codes
        if code.category is Category.CODE
    }


def _code(code: Code, keys: Mapping[str, str], boxes: Mapping[str, str]) -> Block:
    parent = keys.get(code.parent_id or "", "")
    signed = code.sign != "+" or (code.category is Category.CODE and code.kind is Kind.OUTCOME)
    return {
        "id": code.key,
        "hypothesis": parent if code.category is Category.CONDITION else "",
        "parent": parent if code.category is Category.CODE else "",
        "kind": code.kind or "",
        "sign": code.sign if signed else "",
        "label": code.label,
        "title": code.title,
        "definition": code.definition,
        "use": code.use,
        "avoid": code.avoid,
        "example": code.example,
        "aliases": code.aliases,
        "cues": code.cues,
        "actors": code.actors,
        "horizon": code.horizon or "",
        "basis": code.basis if code.section or code.basis is not Basis.STATED else "",
        "section": code.section,
        "node": boxes.get(code.id, ""),
        "note": code.note,
        "retired": "yes" if code.retired else "",
    }


def _theory(theory: Theory, contents: CodebookContents, keys: Mapping[str, str]) -> Block:
    nodes = {node.id: node.key for node in contents.nodes}
    return {
        "id": theory.key,
        "hypothesis": theory.hypothesis,
        "title": theory.title,
        "note": theory.note,
        "basis": theory.basis,
        "nodes": [_node(node, keys, nodes) for node in contents.nodes if node.theory_id == theory.id],
        "links": [_link(link, nodes) for link in contents.links if link.theory_id == theory.id],
    }


def _node(node: Node, keys: Mapping[str, str], nodes: Mapping[str, str]) -> Block:
    return {
        "id": node.key,
        "column": node.column,
        "label": node.label,
        "hypotheses": node.hypotheses,
        "codes": [keys[code] for code in node.codes],
        "rolls_up_to": nodes.get(node.rolls_up_to or "", ""),
    }


def _link(link: TheoryLink, nodes: Mapping[str, str]) -> Block:
    return {
        "from": nodes[link.source_id],
        "to": nodes[link.target_id],
        "effect": link.effect,
        "hypotheses": link.hypotheses,
        "basis": link.basis,
        "section": link.section,
        "note": link.note,
    }


def _block(block: Block, depth: int) -> list[str]:
    """The lines of a block of keys, those without a value left out."""
    lines: list[str] = []
    for key, value in block.items():
        if not value or value == Bilingual():
            continue
        if depth == 0 and not isinstance(value, str | Bilingual):
            lines.append("")
        lines += _entry(key, value, depth)
    return lines


def _entry(key: str, value: Written, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(value, str):
        return [f"{indent}{key}: {_text(str(value))}"]
    if isinstance(value, Bilingual):
        return _bilingual(key, value, indent)
    words = [each for each in value if isinstance(each, str)]
    if words:
        return [f"{indent}{key}: [{', '.join(map(_text, words))}]"]
    lines = [f"{indent}{key}:"]
    for each in value:
        if isinstance(each, Mapping):
            first, *rest = _block(each, depth + 2)
            lines += [f"{indent}  - {first.lstrip()}", *rest]
    return lines


def _bilingual(key: str, value: Bilingual, indent: str) -> list[str]:
    said = [f"{name}: {_text(text)}" for name, text in (("da", value.da), ("en", value.en)) if text]
    on_one_line = f"{indent}{key}: {{{', '.join(said)}}}"
    if len(on_one_line) <= WIDTH:
        return [on_one_line]
    return [f"{indent}{key}:", *(f"{indent}  {each}" for each in said)]


def _text(text: str) -> str:
    """A text as YAML reads it back: bare where it is one ordinary word, otherwise in quotation marks."""
    if _BARE.fullmatch(text) and text.casefold() not in _YAML_WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if is_plain(char) and char != "\ufeff" else f"\\u{ord(char):04x}" for char in quoted)
