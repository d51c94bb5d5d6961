"""Deeds on the voices of an interview: name them, merge and split them, say who asks, who plays which role, who is who.

Turns change hands and never their words: only `speaker_id` of a turn is changed, so every passage stays in its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from rcoder.domain.actions.sentences import deed, listed, ranges, several
from rcoder.domain.errors import Misuse
from rcoder.domain.journal import Change, Deed, added, changed, removed
from rcoder.domain.transcript import Revision, Speaker, Transcript, Turn


@dataclass(frozen=True, slots=True)
class Voices:
    """A transcript with everyone who speaks in it and its earlier texts."""

    transcript: Transcript
    speakers: tuple[Speaker, ...]
    """In order of first speaking."""
    revisions: tuple[Revision, ...] = ()

    @property
    def respondents(self) -> tuple[Speaker, ...]:
        """Everyone but the interviewers."""
        return tuple(each for each in self.speakers if not each.interviewer)

    def turns_of(self, speaker: Speaker) -> frozenset[int]:
        """Places of a voice's turns, from 0."""
        turns = enumerate(self.transcript.turns)
        return frozenset(place for place, turn in turns if turn.speaker_id == speaker.id)

    def called(self, name: str) -> Speaker | None:
        """The other voice with that name, letter case set aside."""
        return next((each for each in self.speakers if each.name.casefold() == name.casefold()), None)


def voice_name(speaker: Speaker) -> str:
    """What a voice is called in a sentence."""
    return speaker.name or "the voice without a name"


def rename(voices: Voices, speaker: Speaker, name: str) -> Deed:
    """Gives a voice another name. Raises Misuse for an empty name, or one that another voice has."""
    wanted = " ".join(name.split())
    other = voices.called(wanted)
    if not wanted:
        raise Misuse("A speaker needs a name.")
    if other is not None and other.id != speaker.id:
        raise Misuse(
            f"{voices.transcript.title} has a speaker called {other.name} already.",
            "Merge the two where they are one voice.",
        )
    sentence = f"Renamed {voice_name(speaker)} in {voices.transcript.title} to {wanted}"
    return deed(sentence, changed(speaker, replace(speaker, name=wanted)))


def merge(voices: Voices, gone: Speaker, into: Speaker) -> Deed:
    """Gives one voice the turns of another, in earlier texts too, and takes that other one's row away.

    Roles are united, save that an interviewer has none; a person is kept from either. Raises Misuse for one voice twice.
    """
    if gone.id == into.id:
        raise Misuse(f"{voice_name(gone)} is one speaker already.", "Name another to merge it with.")
    transcript = voices.transcript
    turns = _handed(transcript.turns, gone.id, into.id)
    roles = into.roles if into.interviewer else _once((*into.roles, *gone.roles))
    kept = replace(into, roles=roles, person=into.person or gone.person)
    left = [kept if each.id == into.id else each for each in voices.speakers if each.id != gone.id]
    changes = changed(transcript, replace(transcript, turns=turns))
    for each in voices.revisions:
        changes += changed(each, replace(each, turns=_handed(each.turns, gone.id, into.id)))
    changes += _reordered(voices.speakers, left, turns) + removed(gone)
    count = several(len(voices.turns_of(gone)), "turn")
    return deed(f"Merged {voice_name(gone)} into {voice_name(into)} in {transcript.title}: {count}", changes)


def split(voices: Voices, speaker: Speaker, turns: Collection[int], to: Speaker) -> Deed:
    """Gives some turns of a voice, by their places from 0, to another voice, which may be new.

    Earlier texts stay as they are: their turns are others. Raises Misuse where the turns are not the voice's, or all of it.
    """
    own = voices.turns_of(speaker)
    title, name = voices.transcript.title, voice_name(speaker)
    if not turns or to.id == speaker.id:
        raise Misuse(f"No turns of {name} were named for another speaker.", "Name them by number: 4,8-12.")
    if strange := set(turns) - own:
        numbers = ranges(each + 1 for each in strange)
        raise Misuse(f"{name} does not speak in turn {numbers} of {title}.", "See the turns of each speaker.")
    known = {each.id for each in voices.speakers}
    if own <= set(turns):
        way = "Merge the two." if to.id in known else "Rename the speaker."
        raise Misuse(f"Those are all the turns of {name} in {title}.", way)
    handed = tuple(
        replace(turn, speaker_id=to.id) if place in turns else turn
        for place, turn in enumerate(voices.transcript.turns)
    )
    everyone = voices.speakers if to.id in known else (*voices.speakers, to)
    changes = changed(voices.transcript, replace(voices.transcript, turns=handed))
    changes = _reordered(voices.speakers, everyone, handed) + changes
    numbers = ranges(each + 1 for each in turns)
    whose = f"turn{'s' if len(turns) > 1 else ''} {numbers} of {name} in {title}"
    return deed(f"Gave {whose} to {voice_name(to)}", changes)


def appoint(voices: Voices, interviewers: Collection[str]) -> Deed:
    """Says which voices, by id, are the interviewers; all others are not. Roles go as `appointed` says."""
    pairs = zip(voices.speakers, appointed(voices, interviewers), strict=True)
    changes = tuple(change for before, after in pairs for change in changed(before, after))
    names = listed(voice_name(each) for each in voices.speakers if each.id in interviewers)
    one = len(set(interviewers)) <= 1
    verb = "is the interviewer" if one else "are the interviewers"
    return deed(f"Said that {names or 'nobody'} {verb} in {voices.transcript.title}", changes)


def appointed(voices: Voices, interviewers: Collection[str]) -> tuple[Speaker, ...]:
    """The voices with these, by id, as the interviewers.

    An interviewer has no role: theirs go to those who are interviewers no longer, where these have none. So the wrong
    one marked at import is put right, and back, by one deed.
    """
    coming = [each for each in voices.speakers if each.id in interviewers and not each.interviewer]
    roles = _once(role for each in coming for role in each.roles)

    def after(each: Speaker) -> Speaker:
        if each in coming:
            return replace(each, interviewer=True, roles=())
        if each.interviewer and each.id not in interviewers:
            return replace(each, interviewer=False, roles=each.roles or roles)
        return each

    return tuple(after(each) for each in voices.speakers)


def give_roles(voices: Voices, speaker: Speaker, roles: Iterable[str]) -> Deed:
    """Gives a voice these roles in place of those it has. Raises Misuse for an interviewer, who has none."""
    if speaker.interviewer:
        raise Misuse(
            f"{voice_name(speaker)} is the interviewer in {voices.transcript.title}, and an interviewer has no role.",
            "Take the mark off first.",
        )
    wanted = as_roles(roles)
    named = f"{voice_name(speaker)} in {voices.transcript.title}"
    words = f"the role {listed(wanted)}" if len(wanted) == 1 else f"the roles {listed(wanted)}"
    sentence = f"Gave {named} {words}" if wanted else f"Took the role off {named}"
    return deed(sentence, changed(speaker, replace(speaker, roles=wanted)))


def identify(voices: Voices, speaker: Speaker, person: str) -> Deed:
    """Says which person a voice is; the same person may speak in several interviews. "" takes it back."""
    wanted = " ".join(person.split())
    named = f"{voice_name(speaker)} in {voices.transcript.title}"
    sentence = f"Said that {named} is {wanted}" if wanted else f"Took back which person {named} is"
    return deed(sentence, changed(speaker, replace(speaker, person=wanted)))


def as_roles(roles: Iterable[str]) -> tuple[str, ...]:
    """Roles without surrounding blanks, each once."""
    return _once(words for role in roles if (words := " ".join(role.split())))


def turn_places(text: str, count: int, own: Collection[int]) -> frozenset[int]:
    """Places from 0 of turns that a person names by number, "4, 8-12", of `count` turns.

    A range means those of its turns that are a speaker's `own`. Raises Misuse where it names none.
    """
    found: set[int] = set()
    for part in re.split(r"[,;\s]+", re.sub(r"\s*[-–—]\s*", "-", text.strip())):
        numbers = re.fullmatch(r"([0-9]{1,9})(?:-([0-9]{1,9}))?", part)
        first, last = (int(numbers[1]), int(numbers[2] or numbers[1])) if numbers else (0, 0)
        if not 1 <= first <= last <= count:
            raise Misuse(
                f"“{part}” names no turns: they are numbered from 1 to {count}.",
                "Write numbers and ranges, such as 4,8-12.",
            )
        places = range(first - 1, last)
        named = [each for each in places if each in own] if first < last else places
        if not named:
            raise Misuse(f"The speaker says nothing in turns {first} to {last}.", "Write other numbers.")
        found.update(named)
    return frozenset(found)


def _handed(turns: tuple[Turn, ...], giver: str, taker: str) -> tuple[Turn, ...]:
    """The turns with those of one voice as another's."""
    return tuple(replace(turn, speaker_id=taker) if turn.speaker_id == giver else turn for turn in turns)


def _reordered(
    before: Iterable[Speaker], after: Iterable[Speaker], turns: tuple[Turn, ...]
) -> tuple[Change, ...]:
    """The changes that number voices by when they first speak; new ones are added, silent ones come last."""
    first: dict[str | None, int] = {}
    for place, turn in enumerate(turns):
        first.setdefault(turn.speaker_id, place)
    known = {each.id: each for each in before}
    changes: tuple[Change, ...] = ()
    in_order = sorted(after, key=lambda each: (first.get(each.id, len(turns)), each.position, each.id))
    for position, each in enumerate(in_order):
        placed = replace(each, position=position)
        changes += changed(known[each.id], placed) if each.id in known else added(placed)
    return changes


def _once(roles: Iterable[str]) -> tuple[str, ...]:
    """Each role once, letter case set aside."""
    found: dict[str, str] = {}
    for each in roles:
        found.setdefault(each.casefold(), each)
    return tuple(found.values())
