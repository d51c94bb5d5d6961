"""What one change of the journal did, in words: a function for each table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rcoder.analysis.history_names import GONE, Names
from rcoder.domain.journal import Change
from rcoder.domain.prompt_table import title_of
from rcoder.domain.records import Row
from rcoder.domain.reviewing import VERBS
from rcoder.domain.terms import say
from rcoder.domain.words import (
    Activation,
    Answered,
    Directness,
    Effect,
    Fate,
    Horizon,
    Kin,
    Kind,
    Level,
    Scope,
    Stance,
    Status,
)


def words_of(change: Change, names: Names) -> list[str]:
    """What a change did, in sentences without a full stop; none for what another change of the deed says."""
    told = _TOLD.get(change.table)
    return told(change, names) if told is not None else []


def _configuration(change: Change, names: Names) -> list[str]:
    before, after = change.before, change.after
    if before is None and after is not None:
        title = f" “{after['title']}”" if after["title"] else ""
        return [f"Began {after['number']}{title}"]
    if after is None or before is None:
        return [f"Removed {(before or {}).get('number', '')}"]
    found: list[str] = []
    for name, tell in _FIELDS.items():
        if name in after and after[name] != before.get(name):
            found += tell(before, after, names)
    return found


def _status(_: Row, after: Row, names: Names) -> list[str]:
    by = after.get("superseded_by")
    return [VERBS[Status(after["status"])] + (f" by {names.numbers.get(by, 'another')}" if by else "")]


def _named(name: str, many: str) -> Callable[[Row, Row, Names], list[str]]:
    """Tells of ids that came into and out of a list of codes."""

    def tell(before: Row, after: Row, names: Names) -> list[str]:
        new = [each for each in after[many] if each not in before.get(many, ())]
        gone = [each for each in before.get(many, ()) if each not in after[many]]
        return [
            *(f"Joined it to the {name} {names.codes.get(each, GONE)}" for each in new),
            *(f"Took it from the {name} {names.codes.get(each, GONE)}" for each in gone),
        ]

    return tell


def _text(what: str, name: str) -> Callable[[Row, Row, Names], list[str]]:
    def tell(before: Row, after: Row, _: Names) -> list[str]:
        if not after[name]:
            return [f"Took the {what} out (it was “{before[name]}”)"]
        was = f" (it was “{before[name]}”)" if before[name] else ""
        return [f"Wrote the {what}: “{after[name]}”{was}"]

    return tell


def _consolidated(before: Row, after: Row, names: Names) -> list[str]:
    into = after["consolidated_in"]
    if into is None:
        return [
            f"Took it out of {names.numbers.get(before['consolidated_in'], 'another configuration')}; it stands for itself"
        ]
    return [f"Consolidated it in {names.numbers.get(into, 'another configuration')}"]


_FIELDS: dict[str, Callable[[Row, Row, Names], list[str]]] = {
    "title": _text("title", "title"),
    "because": _text("because", "because"),
    "status": _status,
    "hypotheses": _named("hypothesis", "hypotheses"),
    "conditions": _named("support condition", "conditions"),
    "level": lambda _, after, __: [f"Made it {say(Level(after['level']))} level"],
    "case_id": lambda _, after, names: [f"Made it about {names.cases.get(after['case_id'], 'no case')}"],
    "core_id": lambda _, after, names: [
        f"Gave it the core element {names.nodes.get(after['core_id'], 'none')}"
    ],
    "memo": _text("memo", "memo"),
    "consolidated_in": _consolidated,
}


def _place(change: Change, names: Names) -> list[str]:
    before, after = change.before, change.after
    row = after or before or {}
    kind, words = say(Kind(row["kind"])), names.element(row["element_id"])
    if before is None:
        return [f"Added {kind} {words}"]
    if after is None:
        return [f"Took out {kind} {words}"]
    if before["kind"] != after["kind"]:
        return [f"Made {words} {kind} (it was {say(Kind(before['kind']))})"]
    return ["Put its elements in another order"]


def _element(change: Change, names: Names) -> list[str]:
    before, after = change.before, change.after
    if before is None or after is None:
        return []
    found = []
    if before["wording"] != after["wording"]:
        found.append(f"Reworded “{before['wording']}” as “{after['wording']}”")
    parts = [
        f"{words} {tell(after[name], names)}"
        for name, (words, tell) in _FLAGS.items()
        if name in after and after[name] != before.get(name)
    ]
    if parts:
        found.append(f"Set of “{after['wording']}”: {', '.join(parts)}")
    return found


_FLAGS: dict[str, tuple[str, Callable[[Any, Names], str]]] = {
    "code_id": ("code", lambda value, names: names.codes.get(value, GONE) if value else "none"),
    "actor": ("actor", lambda value, _: value or "none"),
    "activation": ("activation", lambda value, _: say(Activation(value)) if value else "none"),
    "sign": ("sign", lambda value, _: "negative (−)" if value == "-" else "positive (+)"),
    "horizon": ("term", lambda value, _: say(Horizon(value)) if value else "none"),
    "node_id": ("box", lambda value, names: names.nodes.get(value, GONE) if value else "as proposed"),
    "new": ("box", lambda value, _: "of its own" if value else "of the theory"),
    "directness": ("said or inferred:", lambda value, _: say(Directness(value))),
}


def _link(change: Change, names: Names) -> list[str]:
    before, after = change.before, change.after
    words = names.link(change.id)
    row = after or before or {}
    if before is None:
        return [f"Linked {words}: {say(Effect(row['effect']))}"]
    if after is None:
        return [f"Removed the link {words}"]
    if before["effect"] != after["effect"]:
        return [f"Made {words} one that {say(Effect(after['effect']))}"]
    if (before["source_id"], before["target_id"]) != (after["source_id"], after["target_id"]):
        return [f"Gave a link other ends: {words}"]
    return []


def _grounding(change: Change, names: Names) -> list[str]:
    row = change.after or change.before or {}
    passage, element = names.passage(row["coding_id"]), names.element(row["element_id"])
    if change.before is None:
        return [f"Rested {element} on {passage}"]
    if change.after is None:
        return [f"Took {passage} from under {element}"]
    return [f"Rested {element} on {passage} instead"]


def _evidence(change: Change, names: Names) -> list[str]:
    before, after = change.before, change.after
    row = after or before or {}
    passage, claim = names.passage(change.id), names.claim(row)
    memo = f" (memo: {row['memo']})" if row.get("memo") else ""
    if before is None:
        return [f"Attached {passage} to {claim}: {say(Stance(row['stance']))}{memo}"]
    if after is None:
        return [f"Took {passage} off {claim} (it was: {say(Stance(row['stance']))})"]
    found = []
    if before["claim_id"] != after["claim_id"]:
        found.append(f"Put {passage} on {claim}")
    if before["stance"] != after["stance"]:
        found.append(
            f"{passage} on {claim}: {say(Stance(after['stance']))} in place of {say(Stance(before['stance']))}"
        )
    if _where(before) != _where(after):
        found.append(f"{passage} on {claim} follows the corrected text")
    if before["scope"] != after["scope"]:
        found.append(f"{passage} on {claim}: about {say(Scope(after['scope']))}")
    if before["memo"] != after["memo"]:
        found.append(f"Memo of {passage}: “{after['memo']}”")
    return found or [f"Changed {passage} on {claim}"]


def _coding(change: Change, names: Names) -> list[str]:
    before, after = change.before, change.after
    if before is None or after is None:
        return []
    passage = names.passage(change.id)
    found = []
    if _where(before) != _where(after):
        found.append(f"{passage} follows the corrected text")
    if before["code_id"] != after["code_id"]:
        found.append(f"{passage} is coded {names.codes.get(after['code_id'], GONE)}")
    return found


def _where(row: Row) -> tuple[Any, ...]:
    return row["start"], row["end"], row["revision"]


def _bearing(change: Change, names: Names) -> list[str]:
    row = change.after or change.before or {}
    title, claim = names.exhibits.get(row["exhibit_id"], GONE), names.claim(row)
    if change.before is None:
        return [f"Attached “{title}” to {claim}: {say(Stance(row['stance']))}"]
    if change.after is None:
        return [f"Took “{title}” off {claim}"]
    return [f"“{title}” on {claim}: {say(Stance(row['stance']))}"]


def _judgement(change: Change, _: Names) -> list[str]:
    row = change.after or change.before or {}
    verb = "Took back the judgement of strength" if change.after is None else "Judged its strength"
    return [f"{verb}: {row['words']}, because {row['reason']}"]


def _rival(change: Change, _: Names) -> list[str]:
    before, after = change.before, change.after
    row = after or before or {}
    words = f"the rival explanation “{row['wording']}”"
    reason = f": {row['reason']}" if row["reason"] else ""
    if before is None:
        return [f"Considered {words}"]
    if after is None:
        return [f"Removed {words}"]
    if before["fate"] != after["fate"]:
        return [f"{_capital(words)} is {say(Fate(after['fate']))}{reason}"]
    return [f"Changed {words}{reason}"]


def _kinship(change: Change, names: Names) -> list[str]:
    row = change.after or change.before or {}
    own, other = (
        names.numbers.get(row[each], "another configuration") for each in ("configuration_id", "other_id")
    )
    words = f"{own} {say(Kin(row['kin']))} {other}"
    reason = f", because {row['reason']}" if row["reason"] else ""
    return [f"No longer: {words}" if change.after is None else f"{words}{reason}"]


def _comment(change: Change, _: Names) -> list[str]:
    before, after = change.before, change.after
    row = after or before or {}
    if before is None:
        return [f"{'Answered' if row['reply_to'] else 'Commented'}: “{row['text']}”"]
    if after is None:
        return [f"Removed a comment: “{row['text']}”"]
    if bool(before["resolved_by"]) != bool(after["resolved_by"]):
        verb = "Resolved a comment" if after["resolved_by"] else "Opened a comment again"
        return [f"{verb}: “{row['text']}”"]
    return [f"Changed a comment: “{row['text']}”"]


def _answer(change: Change, _: Names) -> list[str]:
    row = change.after or change.before or {}
    why = f", {row['why']}" if row["why"] else ""
    prompt = f"“{title_of(row['prompt'])}”"
    if change.after is None:
        return [f"Took back the answer to the prompt on {prompt}"]
    return [f"Answered the prompt on {prompt}: {say(Answered(row['answered']))}{why}"]


def _code(change: Change, names: Names) -> list[str]:
    before, after = change.before, change.after
    row = after or before or {}
    label = row["label"]
    called = f"{row['key']} {label.get(names.language) or label.get('da') or label.get('en', '')}".strip()
    if before is None:
        return [f"Made the {row['category']} {called}"]
    if after is None:
        return [f"Removed {called}"]
    found = []
    for name in after:
        if after[name] != before.get(name) and name not in ("id", "position"):
            found += _code_field(name, before.get(name), after[name], names)
    return found or ["Moved it among the codes"]


def _code_field(name: str, was: Any, value: Any, names: Names) -> list[str]:
    words = {"parent_id": "parent", "kind": "kind", "key": "key"}.get(name, name)
    if name == "parent_id":
        return [f"Put it under {names.codes.get(value, GONE) if value else 'no other code'}"]
    if name == "retired":
        return ["Retired it" if value else "Took it into use again"]
    return [f"Changed its {words}: {_plain(value)} (it was {_plain(was)})"]


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return " / ".join(f"“{each}”" for each in value.values() if each) or "nothing"
    if isinstance(value, list):
        return ", ".join(_plain(each) for each in value) or "nothing"
    return f"“{value}”" if value not in (None, "") else "nothing"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_TOLD: dict[str, Callable[[Change, Names], list[str]]] = {
    "configurations": _configuration,
    "places": _place,
    "elements": _element,
    "links": _link,
    "groundings": _grounding,
    "evidence": _evidence,
    "codings": _coding,
    "bearings": _bearing,
    "judgements": _judgement,
    "rivals": _rival,
    "kinships": _kinship,
    "comments": _comment,
    "prompt_answers": _answer,
    "codes": _code,
}
