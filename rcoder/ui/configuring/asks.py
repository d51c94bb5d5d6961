"""What there is to ask of the configuration on the bench: prompts for the person, never gates (rule 5)."""

from __future__ import annotations

from dataclasses import dataclass

from rcoder.domain.prompting import About, Asked
from rcoder.domain.terms import say
from rcoder.domain.words import Kind
from rcoder.project.bench import Bench
from rcoder.ui.configuring.bench import LANGUAGE


@dataclass(frozen=True, slots=True)
class Ask:
    """One prompt, and the row it is about."""

    asked: Asked
    row: str

    @property
    def sentence(self) -> str:
        """What was found here."""
        return self.asked.prompt.say(LANGUAGE)


def asks(bench: Bench) -> tuple[Ask, ...]:
    """Every prompt: those that wait for an answer first, then the answered ones, each in a supervisor's order."""
    ordered = sorted(bench.prompts, key=lambda each: not each.open)
    return tuple(Ask(each, row_about(bench, each)) for each in ordered)


def ask_at(bench: Bench | None, row: str) -> Ask | None:
    """The prompt on a line; None where the line is no prompt."""
    subject, _, rest = row.partition("#")[0].partition(":")
    index = rest.split(":")[0]
    if bench is None or subject != "ask" or not index.isdigit():
        return None
    return next((ask for place, ask in enumerate(asks(bench)) if place == int(index)), None)


def row_about(bench: Bench, asked: Asked) -> str:
    """Id of the line that a prompt is about."""
    kind, about = asked.prompt.kind, asked.prompt.about_id
    places = {place.element_id: f"place:{place.id}" for place in reversed(bench.assembled.places)}
    named = {
        About.SLOT: f"frame:{about}",
        About.BECAUSE: "because",
        About.HYPOTHESES: "hypotheses",
        About.EVIDENCE: "claim",
        About.ELEMENT: places.get(about, "title"),
        About.LINK: f"link:{about}",
        About.RIVAL: f"rival:{about}",
    }
    if kind.about in named:
        return named[kind.about]
    if kind.key == "no_rival" and not bench.belongings.rivals:
        return "rivals"
    wanted = Kind.REASONING if kind.key == "actors_change" else None
    first = (each for each in bench.assembled.places if wanted in (None, each.kind))
    return next((f"place:{each.id}" for each in first), "title") if kind.key != "no_rival" else "title"


def answered_words(asked: Asked) -> str:
    """How a prompt was answered, by whom and on which day: "done · Anne · 2026-11-22"; "" where nobody answered."""
    if (answer := asked.answer) is None:
        return ""
    words = say(answer.answered, LANGUAGE)
    before = "before it changed: " if asked.outdated else ""
    return " · ".join(each for each in (f"{before}{words}", asked.by, answer.at[:10]) if each)
