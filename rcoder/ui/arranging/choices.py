"""What choosers offer where an interview or a case is put right."""

from __future__ import annotations

from collections.abc import Iterable

from rcoder.domain.actions.arranging import LANGUAGES
from rcoder.domain.actions.sentences import several
from rcoder.domain.actions.speaking import voice_name
from rcoder.domain.groups import OUTCOME_GROUP, outcome_words
from rcoder.domain.transcript import Speaker
from rcoder.project.about import AboutCase, AboutInterview, Known
from rcoder.project.speaking import VoiceLine
from rcoder.ui.arranging.rows import role_pieces
from rcoder.ui.configuring.choices import NONE, Choice

WITH, MERGE = "with", "merge"
"""Ways to remove a case that has interviews."""


def voices(about: AboutInterview, but: Iterable[Speaker] = ()) -> tuple[Choice, ...]:
    """The voices of an interview with how much they say, without some."""
    left_out = {each.id for each in but}
    return tuple(_voice(each) for each in about.lines if each.speaker.id not in left_out)


def _voice(line: VoiceLine) -> Choice:
    speaker = line.speaker
    pieces = ((f"{voice_name(speaker)}  ", "-strong"), *role_pieces(speaker))
    return Choice(speaker.id, pieces, several(len(line.turns), "turn"), (speaker.name,))


def cases(known: Known, *, none: bool = True) -> tuple[Choice, ...]:
    """Every case, and no case; another name makes a new one."""
    found = tuple(
        Choice(each.id, ((each.name, ""),), each.municipality, (each.name,)) for each in known.cases
    )
    return (*found, Choice(NONE, (("no case", "-muted"),))) if none else found


def roles(known: Known, own: Iterable[str]) -> tuple[Choice, ...]:
    """The roles of the study; those the voice has carry a mark and are taken off by choosing them."""
    has = tuple(own)
    found = dict.fromkeys((*has, *known.roles))
    return (
        *(
            Choice(each, (("✓ " if each in has else "  ", "-key"), (each, "")), names=(each,))
            for each in found
        ),
        Choice(NONE, (("  role unknown", "-muted"),)),
    )


def persons(known: Known) -> tuple[Choice, ...]:
    """Everyone who is known to speak, with where."""
    return (
        *(
            Choice(name, ((name, "-strong"), (f"  {', '.join(titles)}", "-muted")), names=(name,))
            for name, titles in known.persons.items()
        ),
        Choice(NONE, (("not known who", "-muted"),)),
    )


def waves(known: Known) -> tuple[Choice, ...]:
    """The waves of the study."""
    return (*(Choice(each, ((each, ""),)) for each in known.waves), Choice(NONE, (("unknown", "-muted"),)))


def municipalities(known: Known) -> tuple[Choice, ...]:
    """The municipalities of the study."""
    found = tuple(Choice(each, ((each, ""),)) for each in known.municipalities)
    return (*found, Choice(NONE, (("unknown", "-muted"),)))


def outcome_groups(known: Known) -> tuple[Choice, ...]:
    """With and without hours, and whatever else the study has."""
    found = dict.fromkeys((*(each.value for each in OUTCOME_GROUP.choices), *known.outcome_groups))
    return (
        *(Choice(each, ((outcome_words(each), ""),), names=(each,)) for each in found),
        Choice(NONE, (("unknown", "-muted"),)),
    )


def languages() -> tuple[Choice, ...]:
    """The languages an interview can be in."""
    return tuple(Choice(each, ((name, ""),)) for each, name in LANGUAGES.items())


def removals(about: AboutCase) -> tuple[Choice, ...]:
    """What becomes of the interviews of a case that is to go."""
    count = several(len(about.interviews), "interview")
    return (
        Choice(MERGE, (("Merge it into another case, which gets its interviews", ""),)),
        Choice(WITH, ((f"Remove its {count} too, and all that stands on them", ""),), "u brings all back"),
    )
