"""What a key does to a rival explanation: a bench in, a deed out; Misuse where it is none, or another coder's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rcoder.domain.actions import rivals
from rcoder.domain.errors import Misuse
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Deed
from rcoder.domain.rival import Rival
from rcoder.domain.terms import say
from rcoder.domain.words import Fate
from rcoder.project.bench import Bench
from rcoder.ui.configuring.bench import LANGUAGE
from rcoder.ui.configuring.choices import NONE, Choice
from rcoder.ui.configuring.seen import Form, Words

OTHER = "other"
"""The choice that another configuration says it."""


def considered(bench: Bench, wording: str) -> Deed:
    """A rival set beside the configuration's own explanation."""
    own = bench.assembled.configuration
    position = max((each.position for each in bench.belongings.rivals), default=-1) + 1
    words = " ".join(wording.split())
    return rivals.consider(Rival(new_id(), own.id, bench.coder_id, words, position=position), own.number)


def rival_at(bench: Bench, row: str) -> Rival:
    """The rival of one's own on a line. Raises Misuse."""
    subject, _, found = row.partition(":")
    rival = next((each for each in bench.belongings.rivals if each.id == found), None)
    if subject != "rival" or rival is None:
        raise Misuse("Go to a rival explanation first.", "R sets one beside the configuration.")
    if rival.coder_id != bench.coder_id:
        raise Misuse("That rival is another coder's.", "Set one of your own beside it, or comment on it.")
    return rival


def changed(bench: Bench, row: str, **fields: Any) -> Deed:
    """The rival on a line with other words, another fate or reason, or another configuration that says it."""
    before = rival_at(bench, row)
    if "wording" in fields:
        fields["wording"] = " ".join(fields["wording"].split())
    return rivals.reconsider(before, replace(before, **fields), bench.assembled.configuration.number)


def withdrawn(bench: Bench, row: str) -> Deed:
    """The rival on a line removed, with what is joined to it."""
    rival = rival_at(bench, row)
    evidence = [each for each in bench.belongings.on_rivals if each.claim_id == rival.id]
    material = [each for each in bench.belongings.material_on_rivals if each.claim_id == rival.id]
    return rivals.withdraw(rival, bench.assembled.configuration.number, evidence, material)


# -- windows -----------------------------------------------------------------------------------------------------


def fates(rival: Rival) -> tuple[Choice, ...]:
    """What may become of a rival."""
    words = {
        Fate.OPEN: "not decided yet",
        Fate.KEPT: "it may be so too, because …",
        Fate.DROPPED: "it was looked into and given up, because …",
    }
    found = [
        Choice(
            each.value,
            ((("✓ " if each is rival.fate else "  "), "-strong"), (say(each, LANGUAGE), "")),
            words[each],
        )
        for each in Fate
    ]
    return (*found, Choice(OTHER, (("  said by a configuration …", ""),), "which says it"))


def no_other() -> Choice:
    """No configuration says it."""
    return Choice(NONE, (("no configuration says it", "-muted"),))


def writing(bench: Bench) -> Form:
    """A new rival in words."""
    return Form(
        f"A rival explanation of {bench.answer.line.number}",
        "What else could have led to the outcome, whether you believe it or not?",
        lambda _: {"words": ""},
        lambda bench, written: considered(bench, written["words"]),
        {"words": ""},
        tall=True,
    )


def deciding(row: str, fate: Fate) -> Form:
    """Why a rival is kept or dropped."""

    def read(bench: Bench) -> Words:
        rival = rival_at(bench, row)
        return {"reason": rival.reason if rival.fate is fate else ""}

    return Form(
        f"{say(fate, LANGUAGE).capitalize()}, because …",
        "By what passages, cases or reasoning? It stays readable beside the configuration.",
        read,
        lambda bench, written: changed(bench, row, fate=fate, reason=written["reason"].strip()),
        {"reason": ""},
        tall=True,
    )
