"""What must hold between the parts of a study file, and between it and its codebook."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rcoder.domain.words import Effect, Kind, Level, Relation, Subject
from rcoder.exchange.codebook_check import check_known, check_once, keys_of
from rcoder.exchange.findings import Findings, shown
from rcoder.exchange.study_course_check import check_members
from rcoder.exchange.study_shape import ConfigurationDraft, Draft
from rcoder.exchange.study_tested import coders_of
from rcoder.exchange.yaml_section import Section

Element = tuple[str, str]
"""Ids of a configuration and of an element that is written out in it."""


def check_relations(draft: Draft, findings: Findings) -> None:
    """Note every fault between the blocks of a study."""
    _check_coders(draft, findings)
    check_once(draft.codings, findings)
    check_once([each.top for each in draft.configurations], findings)
    _check_memos(draft, findings)
    check_once([each for each, _ in draft.groups], findings)
    for _, criteria in draft.groups:
        _check_criteria(criteria, findings)
    codings = keys_of(draft.codings)
    for configuration in draft.configurations:
        _check_configuration(configuration, codings, findings)
    check_members(draft, findings)
    _check_shares(draft, findings)
    _check_kinds(draft, findings)


def _check_coders(draft: Draft, findings: Findings) -> None:
    names: dict[str, Section] = {}
    for coder in draft.coders:
        name = coder.text("name")
        if name in names:
            coder.fault(
                "name", f"The coder {shown(name)} stands twice; line {names[name].line} has the name already."
            )
        names.setdefault(name, coder)
    passages = [each for configuration in draft.configurations for each in configuration.every_passage]
    tops = [configuration.top for configuration in draft.configurations]
    written = (*draft.finished, *draft.codings, *tops, *passages, *draft.excerpts, *draft.memos)
    for section in (*written, *draft.corrections):
        check_known(section.at("coder"), section.text("coder"), names, "coder", findings)
    for key, section in (*coders_of(draft.tested), *(("reviewer", each) for each in tops)):
        check_known(section.at(key), section.text(key), names, "coder", findings)
    _check_finished(draft.finished, findings)


def _check_finished(finished: Iterable[Section], findings: Findings) -> None:
    seen: dict[tuple[str, str], Section] = {}
    for section in finished:
        first = seen.setdefault((section.text("transcript"), section.text("coder")), section)
        if first is not section:
            findings.add(section, f"This stands twice; it is in line {first.line} already.")


def _check_memos(draft: Draft, findings: Findings) -> None:
    """What a memo is about and points at stands in the file, as far as the file can say."""
    codings, configurations = keys_of(draft.codings), keys_of(each.top for each in draft.configurations)
    excerpts = keys_of(draft.excerpts)
    linked = [*keys_of(draft.memos), *codings, *configurations, *excerpts]
    check_once(draft.memos, findings)
    for memo in draft.memos:
        about, of = memo.text("about"), memo.text("of")
        if about == Subject.PROJECT and of:
            memo.fault("of", 'A memo about the project has no "of".')
        if about != Subject.PROJECT and not of:
            findings.add(memo, f'A memo about {about or "something"} says which in "of".')
        if about == Subject.CODING:
            check_known(memo.at("of"), of, codings, "coding", findings)
        if about == Subject.CONFIGURATION:
            check_known(memo.at("of"), of, configurations, "configuration", findings)
        if about == Subject.PASSAGE:
            check_known(memo.at("of"), of, excerpts, "excerpt", findings)
        for word in memo.words("links"):
            check_known(word, word.text, linked, "memo, coding, configuration or excerpt", findings)
            if linked.count(word.text) > 1:
                findings.add(
                    word, f"{shown(word.text)} is the id of two things; a link needs an id of its own."
                )


def _check_criteria(criteria: Iterable[Section], findings: Findings) -> None:
    for criterion in criteria:
        said = [each for each in Relation if criterion.has(each.value)]
        if len(said) != 1:
            words = ", ".join(Relation)
            findings.add(criterion, f"A condition compares once: with one of {words}.")


def _check_configuration(draft: ConfigurationDraft, codings: Collection[str], findings: Findings) -> None:
    check_once((*draft.elements, *(link for link, _ in draft.links)), findings)
    if (draft.top.text("level") or Level.CASE) == Level.CASE and not draft.top.has("case"):
        findings.add(draft.top, 'A configuration of the level "case" needs "case".')
    for element in draft.elements:
        for word in element.words("codings"):
            check_known(word, word.text, codings, "coding", findings)
    _check_links(draft, findings)


def _check_links(draft: ConfigurationDraft, findings: Findings) -> None:
    elements, links = keys_of(draft.elements), keys_of(link for link, _ in draft.links)
    drawn: dict[tuple[str, str, str], Section] = {}
    for link, _ in draft.links:
        source, target, effect = link.text("from"), link.text("to"), link.text("effect")
        if source in links and source not in elements:
            link.fault("from", f"{shown(source)} is a link; a link begins at an element.")
        else:
            check_known(link.at("from"), source, elements, "element of this configuration", findings)
        if effect == Effect.CONDITIONS:
            _check_condition(link, elements, links, findings)
        elif target in links and target not in elements:
            link.fault(
                "to", f'{shown(target)} is a link; only a link with the effect "conditions" leads to a link.'
            )
        else:
            check_known(link.at("to"), target, elements, "element of this configuration", findings)
        if source and source == target:
            link.fault("to", f"A link from {shown(source)} to itself.")
        first = drawn.setdefault((source, target, effect), link)
        if source and target and first is not link:
            twice = f"The link from {shown(source)} to {shown(target)} stands twice; it is in line {first.line} already."
            findings.add(link, twice)


def _check_condition(
    link: Section, elements: dict[str, Section], links: dict[str, Section], findings: Findings
) -> None:
    """A context conditions a link (decision 2), and not the link that it is itself."""
    source, target = link.text("from"), link.text("to")
    if source in elements and elements[source].text("kind") != Kind.CONTEXT:
        link.fault("from", f"{shown(source)} is no context; only a context conditions a link.")
    if target in elements and target not in links:
        link.fault(
            "to", f'{shown(target)} is an element; a link with the effect "conditions" leads to a link.'
        )
    elif target == link.text("id"):
        link.fault("to", f"The link {shown(target)} conditions itself.")
    else:
        check_known(link.at("to"), target, links, "link of this configuration", findings)


def _check_shares(draft: Draft, findings: Findings) -> None:
    """A shared element leads to one that is written out, before or after it in the file."""
    places = {
        (each.key, key): element
        for each in draft.configurations
        for key, element in keys_of(each.elements).items()
    }
    written = [
        f"{configuration}.{key}"
        for (configuration, key), element in places.items()
        if not element.has("share")
    ]
    for configuration in draft.configurations:
        shared = [element for element in configuration.elements if element.has("share")]
        for element in shared:
            _check_share(element, configuration.key, places, written, findings)


def _check_share(
    element: Section, here: str, places: dict[Element, Section], written: list[str], findings: Findings
) -> None:
    share = element.text("share")
    configuration, dot, key = share.partition(".")
    found = places.get((configuration, key))
    if not dot and share:
        element.fault(
            "share",
            f'{shown(share)} names no element: write "K05.o1", the configuration, a full stop, the element.',
        )
    elif found is not None and found.has("share"):
        way_out = f"name {shown(found.text('share'))} instead"
        element.fault("share", f"{shown(share)} is shared from elsewhere itself; {way_out}.")
    elif configuration == here:
        element.fault(
            "share", f"{shown(share)} stands in this configuration already; share from another one."
        )
    else:
        check_known(element.at("share"), share, written, "element", findings)


def _check_kinds(draft: Draft, findings: Findings) -> None:
    """Horizon belongs to outcomes and activation to reasonings, in whichever place of the element."""
    kinds: dict[Element, set[str]] = {}
    for configuration in draft.configurations:
        for element in configuration.elements:
            shared, dot, key = element.text("share").partition(".")
            of = (shared, key) if dot else (configuration.key, element.text("id"))
            kinds.setdefault(of, set()).add(element.text("kind"))
    for configuration in draft.configurations:
        for element in configuration.elements:
            places = kinds.get((configuration.key, element.text("id")), set())
            if element.has("horizon") and Kind.OUTCOME not in places:
                findings.add(element.at("horizon"), "Only an outcome has a horizon.")
            if element.has("activation") and Kind.REASONING not in places:
                findings.add(element.at("activation"), "Only a reasoning has an activation.")
