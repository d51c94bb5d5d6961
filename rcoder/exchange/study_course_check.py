"""What must hold of the course of a study file: steps that do one thing, on what stands by then, and members that are stood for."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from rcoder.domain.words import Kind, Level, Status
from rcoder.exchange.codebook_check import check_known, keys_of
from rcoder.exchange.findings import Findings, listed, shown
from rcoder.exchange.study_shape import ConfigurationDraft, Draft
from rcoder.exchange.yaml_section import Section

DOES = ("save", "begin", "status", "because", "wording", "untie", "evidence")
"""What a step may do."""


def check_course(draft: Draft, parts: Collection[str], findings: Findings) -> None:
    """Note every fault in the course, and every configuration that needs one that stands only later."""
    own = {each.key: each for each in draft.configurations}
    begun = {key for key, each in own.items() if not each.top.yes("later")}
    for each in draft.configurations:
        if each.key in begun:
            _check_needs(each, begun, own, findings)
    saved: dict[str, Section] = {}
    for step in draft.tested.blocks["course"]:
        done = _does(step, findings)
        check_known(step.at("of"), step.text("of"), parts, "configuration, element or link", findings)
        check_known(step.at("by"), step.text("by"), tuple(own), "configuration", findings)
        _check_of(step, done, own, findings)
        if done == "save":
            first = saved.setdefault(step.text("save"), step)
            if first is not step:
                step.fault("save", f"A version in line {first.line} has that name already.")
        _check_order(step, done, begun, own, findings)
    for key, each in own.items():
        if key not in begun:
            each.top.fault("later", f'{shown(key)} comes later, and no step of the "course" begins it.')


def _does(step: Section, findings: Findings) -> str:
    """The one thing a step does; "" where it does none or several."""
    done = [each for each in DOES if step.has(each)]
    if len(done) != 1:
        findings.add(step, f"A step does one thing: {', '.join(DOES)}.")
        return ""
    if (done == ["save"]) == step.has("of"):
        findings.add(
            step,
            '"save" and "of" do not go together: a version holds everything.'
            if step.has("of")
            else 'It says of which configuration in "of".',
        )
    if step.has("by") != (step.text("status") == Status.SUPERSEDED):
        findings.add(step, 'A superseded configuration says in "by" which takes its place; no other does.')
    for key in ("begin", "untie"):
        if step.has(key) and not step.yes(key):
            step.fault(key, f'A step that does not {key} is left out: write "{key}: yes".')
    if done != ["evidence"] and not step.text("why"):
        findings.add(step, 'A step says why in "why".')
    return done[0]


def _check_of(step: Section, done: str, own: Mapping[str, ConfigurationDraft], findings: Findings) -> None:
    """A step is on the sort of thing that it can be done to."""
    number, _, part = step.text("of").partition(".")
    if number not in own or not done:
        return
    elements = keys_of(own[number].elements)
    if done in ("begin", "status", "because") and part:
        step.fault("of", f"{shown(done)} is of a whole configuration: write {shown(number)}.")
    elif done == "wording" and part not in elements:
        step.fault("of", 'Only an element has a "wording".')
    elif done == "untie" and (not part or part in elements):
        step.fault("of", "Only a link can be untied.")
    elif done == "begin" and not own[number].top.yes("later"):
        findings.add(step, f'{shown(number)} stands from the first; write "later: yes" in it.')


def _check_order(
    step: Section, done: str, begun: set[str], own: Mapping[str, ConfigurationDraft], findings: Findings
) -> None:
    """Nothing is done to a configuration before it is begun, nor by one; notes what is begun."""
    number = step.text("of").partition(".")[0]
    if done == "begin" and number in own and own[number].top.yes("later"):
        if number in begun:
            step.fault("of", f"{shown(number)} is begun already.")
        begun.add(number)
        _check_needs(own[number], begun, own, findings)
        return
    for key, name in (("of", number), ("by", step.text("by"))):
        if name in own and name not in begun and done != "begin":
            step.fault(key, f"{shown(name)} is not begun yet.")


def _check_needs(
    draft: ConfigurationDraft,
    begun: Collection[str],
    own: Mapping[str, ConfigurationDraft],
    findings: Findings,
) -> None:
    """The configurations it takes elements from, and those it is made of, stand when it is begun."""
    for element in draft.elements:
        number = element.text("share").partition(".")[0]
        if number in own and number not in begun:
            element.fault("share", f"{shown(number)} is not begun yet when {shown(draft.key)} is.")
    for word in draft.top.words("members"):
        if word.text in own and word.text not in begun:
            findings.add(word, f"{shown(word.text)} is not begun yet when {shown(draft.key)} is.")


def check_members(draft: Draft, findings: Findings) -> None:
    """A consolidated configuration stands for every element of its members, which are of the file and of no other."""
    own = {each.key: each for each in draft.configurations}
    taken: dict[str, str] = {}
    for each in draft.configurations:
        words = each.top.words("members")
        for word in words:
            check_known(word, word.text, own, "configuration", findings)
            first = taken.setdefault(word.text, each.key)
            if word.text == each.key:
                findings.add(word, "A configuration is no member of itself.")
            elif first != each.key:
                findings.add(word, f"{shown(word.text)} is consolidated in {shown(first)} already.")
        if each.top.has("members") and (each.top.text("level") or Level.CASE) == Level.CASE:
            findings.add(each.top, 'A configuration with "members" is consolidated or middle range.')
        if len(words) == 1:
            findings.add(words[0], "Two configurations at least are consolidated in one.")
        _check_stands(each, [own[word.text] for word in words if word.text in own], findings)


def _check_stands(draft: ConfigurationDraft, members: list[ConfigurationDraft], findings: Findings) -> None:
    kinds = {f"{each.key}.{id_}": part for each in members for id_, part in keys_of(each.elements).items()}
    same = {name: part.text("share") or name for name, part in kinds.items()}
    stood: dict[str, Section] = {}
    for element in draft.elements:
        for word in element.words("stands-for"):
            check_known(word, word.text, kinds, "element of a member", findings)
            part = same.get(word.text, word.text)
            if part in stood:
                first = stood[part]
                findings.add(word, f"{shown(first.text('id'))} in line {first.line} stands for it already.")
            stood.setdefault(part, element)
        _check_signs(element, kinds)
    missing = [name for name, part in same.items() if part not in stood]
    if members and missing:
        findings.add(draft.top, f"No element of {shown(draft.key)} stands for {listed(missing)}.")


def _check_signs(element: Section, kinds: Mapping[str, Section]) -> None:
    signs = {
        kinds[each].text("sign") or "+"
        for each in element.texts("stands-for")
        if each in kinds and kinds[each].text("kind") == Kind.OUTCOME and not kinds[each].has("share")
    }
    if len(signs) > 1:
        element.fault("stands-for", "It would stand for a positive and a negative outcome.")
