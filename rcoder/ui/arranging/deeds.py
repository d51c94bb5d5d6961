"""Deeds made at the desk of what stands there, and refused where that is no longer what the person saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rcoder.domain.actions import speaking
from rcoder.domain.actions.speaking import Voices
from rcoder.domain.case import Case
from rcoder.domain.errors import Stale
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Speaker, Transcript
from rcoder.project import Project, arranging
from rcoder.project.arranging import Wanted, case_named
from rcoder.project.speaking import as_known, roles_of_all, split, voices

Making = Callable[[Project], Deed]


def with_voices(seen: Voices, way: Callable[[Project, Voices], Deed]) -> Making:
    """A deed on voices; refused where who says which turn is no longer as it was seen."""

    def making(project: Project) -> Deed:
        present = voices(project, seen.transcript.id)
        if (present.speakers, present.transcript.turns) != (seen.speakers, seen.transcript.turns):
            raise _changed(f"Who speaks in {seen.transcript.title}")
        return way(project, present)

    return making


def renamed(seen: Voices, speaker: Speaker, name: str) -> Making:
    """A voice under another name."""
    return with_voices(seen, lambda _, found: speaking.rename(found, speaker, name))


def merged(seen: Voices, gone: Speaker, into: Speaker) -> Making:
    """Two voices as one."""
    return with_voices(seen, lambda _, found: speaking.merge(found, gone, into))


def parted(seen: Voices, speaker: Speaker, turns: Sequence[int], name: str) -> Making:
    """Some turns of a voice as another's."""
    return with_voices(seen, lambda _, found: split(found, speaker, turns, name))


def interviewer(seen: Voices, speaker: Speaker, *, alone: bool) -> Making:
    """A voice as the interviewer, in place of whoever was or (not `alone`) beside them; the mark off where it has it."""
    others = {each.id for each in seen.speakers if each.interviewer and each.id != speaker.id}
    wanted = others if speaker.interviewer else {speaker.id} | (set() if alone else others)
    return with_voices(seen, lambda _, found: speaking.appoint(found, wanted))


def roles(seen: Voices, speaker: Speaker, wanted: Sequence[str]) -> Making:
    """A voice with these roles."""
    return with_voices(seen, lambda _, found: speaking.give_roles(found, speaker, wanted))


def person(seen: Voices, speaker: Speaker, who: str) -> Making:
    """A voice as some person's."""
    return with_voices(seen, lambda project, found: speaking.identify(found, speaker, as_known(project, who)))


def with_role(speaker: Speaker, role: str) -> tuple[str, ...]:
    """The roles of a voice with one more, or without it where the voice has it."""
    if role in speaker.roles:
        return tuple(each for each in speaker.roles if each != role)
    return (*speaker.roles, role)


def interview(seen: Transcript, field: str, **wanted: Any) -> Making:
    """An interview with another thing known of it; refused where `field` is no longer as it was seen."""

    def making(project: Project) -> Deed:
        present = project.transcript(seen.id)
        if getattr(present, field) != getattr(seen, field):
            raise _changed(seen.title)
        return arranging.change(project, [seen.id], Wanted(**wanted))

    return making


def several(ids: Sequence[str], **wanted: Any) -> Making:
    """Several interviews with the same known of each."""
    return lambda project: arranging.change(project, ids, Wanted(**wanted))


def several_roles(ids: Sequence[str], wanted: Sequence[str]) -> Making:
    """Several interviews whose respondents all have these roles."""
    return lambda project: roles_of_all(project, ids, wanted)


def case(seen: Case, field: str, **wanted: Any) -> Making:
    """A case with another thing known of it; refused where `field` is no longer as it was seen."""

    def making(project: Project) -> Deed:
        present = case_named(project, seen.id)
        if getattr(present, field) != getattr(seen, field):
            raise _changed(seen.name)
        return arranging.change_case(project, seen.id, **wanted)

    return making


def _changed(what: str) -> Stale:
    return Stale(
        f"{what} has been changed meanwhile, so nothing was done.",
        "It is shown as it stands: look, and repeat it if it is still wanted.",
    )
