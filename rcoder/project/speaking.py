"""The voices of an interview: asked for, found by name, and put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rcoder.domain.actions import speaking
from rcoder.domain.actions.sentences import deed, listed, several
from rcoder.domain.actions.speaking import Voices, as_roles, voice_name
from rcoder.domain.errors import Misuse, NotFound
from rcoder.domain.ids import new_id
from rcoder.domain.journal import Change, Deed, changed
from rcoder.domain.transcript import Revision, Speaker
from rcoder.project.door import Project
from rcoder.project.questions import transcript as by_id


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """A voice with how much it says."""

    speaker: Speaker
    turns: tuple[int, ...]
    """Places of its turns, from 0."""
    words: int


def voices(project: Project, name: str) -> Voices:
    """The voices of an interview by its id, or as it is called. Raises NotFound where it is not in the study."""
    transcript = by_id(project.sight, name) or project.transcript(name)
    earlier = project.sight.records(
        Revision, "SELECT * FROM revisions WHERE transcript_id = :id ORDER BY number", id=transcript.id
    )
    return Voices(transcript, tuple(project.speakers(transcript.id).values()), tuple(earlier))


def voice_lines(project: Project, found: Voices) -> tuple[VoiceLine, ...]:
    """Each voice with its turns and words, in order of first speaking."""
    text, turns = project.text(found.transcript), found.transcript.turns
    own = {each.id: tuple(sorted(found.turns_of(each))) for each in found.speakers}
    return tuple(
        VoiceLine(each, own[each.id], sum(len(turns[place].span.of(text).split()) for place in own[each.id]))
        for each in found.speakers
    )


def speaker_named(found: Voices, name: str) -> Speaker:
    """A voice by its label or id. Raises NotFound, naming those there are."""
    wanted = " ".join(name.split()).casefold()
    same = [each for each in found.speakers if each.id == name]
    same = same or [each for each in found.speakers if each.name == name]
    same = same or [each for each in found.speakers if each.name.casefold() == wanted]
    if len(same) == 1:
        return same[0]
    if same:
        ids = ", ".join(each.id for each in same)
        raise NotFound(f"{found.transcript.title} has more than one speaker called {name}.", f"Ids: {ids}.")
    known = listed(voice_name(each) for each in found.speakers) or "no speakers"
    raise NotFound(f"{found.transcript.title} has no speaker called {name}.", f"It has {known}.")


def split(
    found: Voices, speaker: Speaker, turns: Iterable[int], name: str, *, roles: Iterable[str] = ()
) -> Deed:
    """Gives turns of a voice to the voice called `name`, which is made where there is none.

    A new voice has no role but `roles`; nobody knows yet who it is. Raises Misuse.
    """
    wanted, given = " ".join(name.split()), as_roles(roles)
    if not wanted:
        raise Misuse("The turns need a speaker.", "Name one.")
    to = found.called(wanted)
    if to is not None and given:
        raise Misuse(f"{to.name} is there already, with roles of their own.", "Leave the role out.")
    new = Speaker(new_id(), found.transcript.id, wanted, given, position=len(found.speakers))
    return speaking.split(found, speaker, frozenset(turns), to or new)


def persons(project: Project) -> dict[str, tuple[str, ...]]:
    """Everyone who was said to be behind a voice, with where they speak, by name."""
    found: dict[str, tuple[str, ...]] = {}
    for row in project.sight.rows(
        "SELECT s.person, t.title FROM speakers s JOIN transcripts t ON t.id = s.transcript_id"
        " WHERE s.person <> '' ORDER BY s.person, t.title"
    ):
        found[row["person"]] = (*found.get(row["person"], ()), row["title"])
    return found


def as_known(project: Project, person: str) -> str:
    """A person as the study writes them already, letter case set aside."""
    wanted = " ".join(person.split())
    known = {each.casefold(): each for each in persons(project)}
    return known.get(wanted.casefold(), wanted)


def known_roles(project: Project) -> tuple[str, ...]:
    """The roles of the study, then the others that have a role group, each once."""
    import json

    from rcoder.domain.words import ROLE_GROUPS

    rows = project.sight.rows("SELECT roles FROM speakers WHERE NOT interviewer ORDER BY id")
    own = dict.fromkeys(role for row in rows for role in json.loads(row["roles"]))
    return tuple(dict.fromkeys((*sorted(own), *ROLE_GROUPS)))


def roles_of_all(project: Project, transcript_ids: Iterable[str], roles: Iterable[str]) -> Deed:
    """Gives every respondent of several interviews these roles, in one deed. Raises Unchanged where they have them."""
    wanted = as_roles(roles)
    changes: tuple[Change, ...] = ()
    titles = []
    for transcript_id in transcript_ids:
        found = voices(project, transcript_id)
        own = tuple(
            change for each in found.respondents for change in changed(each, replace(each, roles=wanted))
        )
        changes += own
        titles += [found.transcript.title] if own else []
    which = titles[0] if len(titles) == 1 else several(len(titles), "interview")
    words = f"the role {listed(wanted)}" if len(wanted) == 1 else f"the roles {listed(wanted)}"
    sentence = f"Gave the respondents of {which} {words}" if wanted else f"Took the roles off in {which}"
    return deed(sentence, changes)
