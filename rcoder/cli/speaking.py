"""Commands that put the speakers of an interview right."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from rcoder.cli.righting import done
from rcoder.cli.show import as_json, line, opened, table
from rcoder.domain.actions import speaking
from rcoder.domain.actions.speaking import Voices, turn_places, voice_name
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Deed
from rcoder.domain.transcript import Speaker
from rcoder.project import Project
from rcoder.project.speaking import VoiceLine, as_known, speaker_named, split, voice_lines, voices

_UNKNOWN = frozenset(("", "?"))


def speakers(chosen: argparse.Namespace) -> None:
    """Who speaks, with turns and words."""
    with opened(chosen) as project:
        found = voices(project, chosen.transcript)
        lines, text = voice_lines(project, found), project.text(found.transcript)
    if chosen.json:
        as_json([_shape(each, found, text, turns=chosen.turns) for each in lines])
        return
    if not lines:
        line(f"{found.transcript.title} has no speakers.")
    table(
        [
            (
                voice_name(each.speaker),
                "interviewer" if each.speaker.interviewer else ", ".join(each.speaker.roles) or "–",
                each.speaker.person or "–",
                str(len(each.turns)),
                str(each.words),
            )
            for each in lines
        ],
        ("speaker", "role", "person", "turns", "words"),
    )
    if chosen.turns:
        names = {each.speaker.id: voice_name(each.speaker) for each in lines}
        for number, turn in enumerate(found.transcript.turns, start=1):
            line(
                f"{number:>5}  {names.get(turn.speaker_id or '', '')}: {' '.join(turn.span.of(text).split())}"
            )


def _shape(each: VoiceLine, found: Voices, text: str, *, turns: bool) -> dict[str, object]:
    shape: dict[str, object] = {
        "id": each.speaker.id,
        "name": each.speaker.name,
        "roles": list(each.speaker.roles),
        "interviewer": each.speaker.interviewer,
        "person": each.speaker.person or None,
        "turns": len(each.turns),
        "words": each.words,
    }
    if turns:
        shape["said"] = [
            {"number": place + 1, "text": found.transcript.turns[place].span.of(text)} for place in each.turns
        ]
    return shape


def _with_voices(chosen: argparse.Namespace, deed: Callable[[Project, Voices], Deed]) -> None:
    done(chosen, lambda project: deed(project, voices(project, chosen.transcript)))


def _with_speaker(chosen: argparse.Namespace, deed: Callable[[Project, Voices, Speaker], Deed]) -> None:
    _with_voices(chosen, lambda project, found: deed(project, found, speaker_named(found, chosen.speaker)))


def rename(chosen: argparse.Namespace) -> None:
    """Gives a speaker another name."""
    _with_speaker(chosen, lambda _, found, speaker: speaking.rename(found, speaker, chosen.name))


def merge(chosen: argparse.Namespace) -> None:
    """Makes two speakers one."""
    _with_speaker(
        chosen, lambda _, found, speaker: speaking.merge(found, speaker, speaker_named(found, chosen.into))
    )


def split_(chosen: argparse.Namespace) -> None:
    """Gives some turns of a speaker to another."""
    _with_speaker(
        chosen,
        lambda _, found, speaker: split(
            found,
            speaker,
            turn_places(chosen.turns, len(found.transcript.turns), found.turns_of(speaker)),
            chosen.name,
            roles=chosen.role,
        ),
    )


def interviewer(chosen: argparse.Namespace) -> None:
    """Says who is the interviewer."""
    if bool(chosen.speakers) == chosen.none:
        raise Misuse("Name the interviewer, or say --none.", "See rcoder transcript interviewer --help.")
    _with_voices(chosen, lambda _, found: speaking.appoint(found, _ids(found, chosen.speakers)))


def _ids(found: Voices, names: Sequence[str]) -> set[str]:
    return {speaker_named(found, each).id for each in names}


def roles(chosen: argparse.Namespace) -> None:
    """Says which roles a speaker has."""
    wanted = [each for each in chosen.roles if each.strip() not in _UNKNOWN]
    _with_speaker(chosen, lambda _, found, speaker: speaking.give_roles(found, speaker, wanted))


def person(chosen: argparse.Namespace) -> None:
    """Says who a speaker is."""
    wanted = "" if chosen.person.strip() in _UNKNOWN else chosen.person
    _with_speaker(
        chosen,
        lambda project, found, speaker: speaking.identify(found, speaker, as_known(project, wanted)),
    )
