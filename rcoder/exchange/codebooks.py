"""Codebooks as YAML files that people edit by hand; the format is told in `docs/codebook-format.md`."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.codebook import Code, Codebook, CodebookContents, Node, Theory, TheoryLink
from rcoder.domain.errors import BadCodebook, Finding
from rcoder.domain.words import Basis, Category, Column, Effect, Horizon, Kind
from rcoder.exchange.codebook_attributes import read_attribute
from rcoder.exchange.codebook_check import check_relations
from rcoder.exchange.codebook_nodes import check_named_nodes
from rcoder.exchange.codebook_prompts import note_prompts
from rcoder.exchange.codebook_shape import (
    ACTORS,
    CODEBOOK,
    CODEBOOK_WORD,
    FORMAT,
    Draft,
    TheoryDraft,
    draft_of,
)
from rcoder.exchange.codebook_text import write_codebook
from rcoder.exchange.findings import Findings, choose
from rcoder.exchange.identity import code_id, codebook_id, node_id, theory_id, theory_link_id
from rcoder.exchange.yaml_file import YamlMap, YamlNode, parse_yaml, read_yaml
from rcoder.exchange.yaml_section import Section, check_format, section_of

__all__ = ["check_codebook", "codebook_id", "contents_of", "prompts_for", "read_codebook", "write_codebook"]


def read_codebook(path: Path) -> CodebookContents:
    """The codebook in a YAML file.

    Raises:
        BadCodebook: it has faults; every one is among the findings.
        Unreadable: the file is not there or cannot be read.
    """
    findings = Findings()
    contents = _read(path, findings)
    if contents is None:
        raise BadCodebook(str(path), findings.in_order())
    return contents


def check_codebook(path: Path) -> tuple[Finding, ...]:
    """Every fault of a codebook file, in the order of the file.

    Raises:
        Unreadable: the file is not there or cannot be read.
    """
    try:
        read_codebook(path)
    except BadCodebook as error:
        return error.findings
    return ()


def prompts_for(path: Path) -> tuple[Finding, ...]:
    """What in a codebook file is worth a second look, in the order of the file; no fault. Empty where it has faults.

    Raises:
        Unreadable: the file is not there or cannot be read.
    """
    findings, prompts = Findings(), Findings()
    draft = _draft(path, findings)
    if draft is not None and _checked(draft, findings) is not None:
        note_prompts(draft, prompts)
    return prompts.in_order()


def contents_of(source: bytes, findings: Findings) -> CodebookContents | None:
    """The codebook in YAML in UTF-8; None where it has faults, which are among the findings then."""
    draft = _draft_of(parse_yaml(source, findings), findings)
    return _checked(draft, findings) if draft is not None else None


def _read(path: Path, findings: Findings) -> CodebookContents | None:
    draft = _draft(path, findings)
    return _checked(draft, findings) if draft is not None else None


def _draft(path: Path, findings: Findings) -> Draft | None:
    return _draft_of(read_yaml(path, findings), findings)


def _draft_of(root: YamlNode | None, findings: Findings) -> Draft | None:
    if isinstance(root, YamlMap) and not check_format(root, "codebook", FORMAT, findings):
        return None
    top = section_of(root, CODEBOOK, findings)
    return draft_of(top) if top is not None else None


def _checked(draft: Draft, findings: Findings) -> CodebookContents | None:
    """What a draft comes to; None where it or what is in it has a fault."""
    contents = _contents(draft, findings)
    check_relations(draft, findings)
    check_named_nodes(draft, findings)
    return contents if not len(findings) else None


def _contents(draft: Draft, findings: Findings) -> CodebookContents:
    codebook = _codebook(draft.top)
    groups = (
        (Category.HYPOTHESIS, draft.hypotheses),
        (Category.CONDITION, draft.conditions),
        (Category.CODE, draft.codes),
    )
    sections = [(category, section) for category, group in groups for section in group]
    codes = tuple(
        _code(codebook.id, category, position, section, findings)
        for position, (category, section) in enumerate(sections)
    )
    return CodebookContents(
        codebook=codebook,
        codes=codes,
        theories=tuple(
            _theory(codebook.id, position, each.top) for position, each in enumerate(draft.theories)
        ),
        nodes=tuple(
            _node(codebook.id, theory, position, section)
            for theory in draft.theories
            for position, section in enumerate(theory.nodes)
        ),
        links=tuple(
            _link(codebook.id, theory, position, section)
            for theory in draft.theories
            for position, section in enumerate(theory.links)
        ),
        attributes=tuple(
            read_attribute(codebook.id, codebook.key, position, section)
            for position, section in enumerate(draft.attributes)
        ),
    )


def _codebook(top: Section) -> Codebook:
    key = top.word("id", CODEBOOK_WORD)
    return Codebook(
        id=codebook_id(key),
        key=key,
        version=top.text("version"),
        title=top.bilingual("title", both=True),
        description=top.bilingual("description"),
        source=top.text("source"),
        licence=top.text("licence"),
    )


_PARENT_KEY = {Category.HYPOTHESIS: "", Category.CONDITION: "hypothesis", Category.CODE: "parent"}


def _code(codebook: str, category: Category, position: int, section: Section, findings: Findings) -> Code:
    key = section.word("id")
    parent = section.text(_PARENT_KEY[category])
    return Code(
        id=code_id(codebook, key),
        codebook_id=codebook,
        key=key,
        category=category,
        parent_id=code_id(codebook, parent) if parent else None,
        position=position,
        kind=section.term("kind", Kind),
        sign=section.one_of("sign", ("+", "-")) or "+",
        label=section.bilingual("label", both=True),
        title=section.bilingual("title", both=True),
        definition=section.bilingual("definition"),
        use=section.bilingual("use"),
        avoid=section.bilingual("avoid"),
        example=section.bilingual("example"),
        aliases=section.texts("aliases"),
        cues=section.texts("cues"),
        actors=_actors(section, findings),
        horizon=section.term("horizon", Horizon),
        basis=section.term("basis", Basis) or Basis.STATED,
        section=section.text("section"),
        note=section.text("note"),
        retired=section.yes("retired"),
    )


def _actors(section: Section, findings: Findings) -> tuple[str, ...]:
    words = section.words("actors")
    return tuple(
        word.text for word in words if choose(word, word.text, ACTORS, "actor", findings) is not None
    )


def _theory(codebook: str, position: int, section: Section) -> Theory:
    key = section.word("id")
    return Theory(
        id=theory_id(codebook, key),
        codebook_id=codebook,
        key=key,
        hypothesis=section.text("hypothesis"),
        title=section.bilingual("title", both=True),
        note=section.bilingual("note"),
        basis=section.term("basis", Basis) or Basis.RECONSTRUCTED,
        position=position,
    )


def _node(codebook: str, theory: TheoryDraft, position: int, section: Section) -> Node:
    key = section.word("id")
    overall = section.text("rolls_up_to")
    return Node(
        id=node_id(codebook, theory.key, key),
        theory_id=theory_id(codebook, theory.key),
        key=key,
        column=section.term("column", Column) or Column.CORE,
        label=section.bilingual("label", both=True),
        hypotheses=section.texts("hypotheses"),
        codes=tuple(code_id(codebook, each) for each in section.texts("codes")),
        rolls_up_to=node_id(codebook, "overall", overall) if overall else None,
        position=position,
    )


def _link(codebook: str, theory: TheoryDraft, position: int, section: Section) -> TheoryLink:
    source, target = section.text("from"), section.text("to")
    effect = section.term("effect", Effect) or Effect.PROMOTES
    return TheoryLink(
        id=theory_link_id(codebook, theory.key, source, target, effect),
        theory_id=theory_id(codebook, theory.key),
        source_id=node_id(codebook, theory.key, source),
        target_id=node_id(codebook, theory.key, target),
        effect=effect,
        hypotheses=section.texts("hypotheses"),
        basis=section.term("basis", Basis) or Basis.STATED,
        section=section.text("section"),
        note=section.bilingual("note"),
        position=position,
    )
