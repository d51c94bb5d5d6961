"""Review on one machine: who may look at what next, what changed since they looked, and the statuses they give."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum

from rcoder.domain.actions.reviewing import give_status
from rcoder.domain.configuration import Assembled, Configuration
from rcoder.domain.errors import Misuse, Stale
from rcoder.domain.history import Since
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.review import Standing, digest, standing
from rcoder.domain.reviewing import Reviewer, Step, check, steps
from rcoder.domain.words import Status
from rcoder.project import questions
from rcoder.project.assembling import assemble
from rcoder.project.comments import conversations, new_comment, open_counts
from rcoder.project.configurations import found_by
from rcoder.project.door import Project
from rcoder.project.sight import Sight
from rcoder.project.since import since
from rcoder.project.standings import standings
from rcoder.project.touched import Touched, follow, statuses_given, touched

VISIT = "review"
"""What the log of activity calls looking at a configuration; `about` is the journal's `seq` and the id."""


class Turn(StrEnum):
    """Why a configuration is in the queue, the most wanted first."""

    RETURNED = "returned"
    SUBMITTED = "submitted"
    LAPSED = "lapsed"
    COMMENTED = "commented"
    CHANGED = "changed"
    UNSEEN = "unseen"
    WAITING = "waiting"
    QUIET = "quiet"


TURNS: dict[Turn, str] = {
    Turn.RETURNED: "Returned to you",
    Turn.SUBMITTED: "Submitted",
    Turn.LAPSED: "Accepted or settled, changed since",
    Turn.COMMENTED: "New comments",
    Turn.CHANGED: "Changed since you looked",
    Turn.UNSEEN: "Not looked at yet",
    Turn.WAITING: "Yours, waiting for somebody to look",
    Turn.QUIET: "Nothing new",
}
"""What each is called."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A configuration in the queue."""

    id: str
    number: str
    title: str
    status: str
    """In words, "accepted, changed since" among them."""
    coder: str
    mine: bool
    turn: Turn
    since: str = ""
    """What changed since it was accepted, or since the asker looked, in a few words."""
    open_comments: int = 0
    new_comments: int = 0
    """Of others, since the asker looked."""
    looked: bool = False
    """Whether the asker has looked at it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What can be done with a configuration next, and what it is that a status would be given to."""

    id: str
    number: str
    standing: Standing
    steps: tuple[Step, ...]
    commented: bool
    """Whether the asker has an open comment on it, which does for a reason to return it."""
    digest: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of a configuration since it was accepted, and since the asker looked."""

    lapsed: Since | None
    """Since it was accepted or settled; None where it holds, or is neither."""
    since: Since | None
    """Since the asker looked; None where they never did."""
    visit: int | None = None
    """The journal's `seq` when the asker looked."""


# -- the queue ---------------------------------------------------------------------------------------------------


def queue(project: Project) -> tuple[QueueLine, ...]:
    """Every configuration in sight by whose turn it is: those somebody should look at first."""
    sight = project.sight
    found = sight.records(Configuration, "SELECT * FROM configurations WHERE {seen} ORDER BY number, id")
    stands, looked_at = standings(sight, found), visits(sight)
    ids = {each.id for each in found}
    afters = {id_: seq for id_, seq in looked_at.items() if id_ in ids}
    given = statuses_given(project)
    since_given = {id_: given.get(id_, 0) for id_, each in stands.items() if each.changed_since}
    lapsed, news = touched(project, since_given), touched(project, afters)
    comments, unseen = open_counts(sight), _comments_of_others(sight)
    names = {each.id: each.name for each in questions.coders(sight)}
    lines = []
    for own in found:
        looked = own.id in afters
        new = news.get(own.id, Touched())
        fresh = new.comments if looked else unseen.get(own.id, 0)
        mine, stand = own.coder_id == project.coder_id, stands[own.id]
        turn = _turn(stand, mine=mine, looked=looked, fresh=fresh, changed=bool(new.news.summary))
        said = lapsed[own.id].judged if turn is Turn.LAPSED and own.id in lapsed else new.news
        lines.append(
            QueueLine(
                id=own.id,
                number=own.number,
                title=own.title,
                status=stand.say("en"),
                coder=names.get(own.coder_id, ""),
                mine=mine,
                turn=turn,
                since=said.words,
                open_comments=comments.get(own.id, 0),
                new_comments=fresh,
                looked=looked,
            )
        )
    order = list(Turn)
    return tuple(sorted(lines, key=lambda line: order.index(line.turn)))


def followed(project: Project) -> Generator[None]:
    """Takes in what the queue tells of, in steps; standings are to be known."""
    sight = project.sight
    found = sight.records(Configuration, "SELECT * FROM configurations WHERE {seen} ORDER BY number, id")
    stands, given, looked_at = standings(sight, found), statuses_given(project), visits(sight)
    yield
    afters = [given.get(id_, 0) for id_, each in stands.items() if each.changed_since]
    afters += [seq for id_, seq in looked_at.items() if id_ in stands]
    if afters:
        yield from follow(project, min(afters))


def _turn(stand: Standing, *, mine: bool, looked: bool, fresh: int, changed: bool) -> Turn:
    """Why a configuration is in the queue."""
    done = stand.status in (Status.SUPERSEDED, Status.REJECTED)
    reasons = (
        (Turn.RETURNED, stand.status is Status.RETURNED and mine),
        (Turn.SUBMITTED, stand.status is Status.SUBMITTED and not mine),
        (Turn.LAPSED, stand.changed_since),
        (Turn.COMMENTED, fresh > 0),
        (Turn.CHANGED, looked and changed),
        (Turn.UNSEEN, not looked and not mine and not done),
        (Turn.WAITING, stand.status is Status.SUBMITTED),
    )
    return next((turn for turn, holds in reasons if holds), Turn.QUIET)


def _comments_of_others(sight: Sight) -> dict[str, int]:
    """How many open comments of others each configuration has; for those the asker has not looked at."""
    found: dict[str, int] = {}
    for each in conversations(sight):
        if each.open:
            own = each.first.comment.configuration_id
            found[own] = found.get(own, 0) + sum(not said.mine for said in each.every)
    return found


def open_prompts(project: Project) -> dict[str, int]:
    """How many open prompts each configuration has; those without any are left out."""
    from rcoder.project.prompts import survey

    found: dict[str, int] = {}
    for each in survey(project).asked:
        if each.open and (own := each.prompt.configuration_id):
            found[own] = found.get(own, 0) + 1
    return found


def visits(sight: Sight) -> dict[str, int]:
    """The journal's `seq` when the asker last looked at each configuration, by its id."""
    sql = "SELECT about FROM activity WHERE coder_id = :me AND what = :what ORDER BY seq"
    found: dict[str, int] = {}
    for row in sight.rows(sql, me=sight.coder_id, what=VISIT):
        seq, _, id_ = row["about"].partition(" ")
        if seq.isdigit() and id_:
            found[id_] = int(seq)
    return found


def look(project: Project, configuration_id: str, visit: int | None = None) -> Looked:
    """What became of a configuration since it was accepted and since the asker looked; notes nothing. Raises NotFound.

    `visit` is the look that counts, where that is not the latest.
    """
    own = found_by(project.sight, configuration_id)
    (assembled,) = assemble(project.sight, [own])
    stand = standing(assembled)
    given = statuses_given(project).get(own, 0) if stand.changed_since else 0
    visit = visits(project.sight).get(own) if visit is None else visit
    return Looked(
        since(project, own, given, judged=True) if stand.changed_since else None,
        since(project, own, visit) if visit is not None else None,
        visit,
    )


def note_visit(project: Project, configuration_id: str) -> None:
    """Notes in the log of activity that the asker has looked at a configuration as it stands."""
    project.log(VISIT, f"{project.latest()} {configuration_id}")


# -- giving a status ---------------------------------------------------------------------------------------------


def options(project: Project, name: str) -> Options:
    """What can be done with a configuration next, the usual first. Raises NotFound."""
    assembled = _whole(project, name)
    own = assembled.configuration
    stand = standing(assembled)
    return Options(
        own.id,
        own.number,
        stand,
        steps(stand, _reviewer(project, own)),
        _commented(project, own.id),
        digest(assembled),
    )


def giving(
    project: Project, name: str, status: Status, why: str = "", *, by: str = "", seen: str = ""
) -> Deed:
    """The deed that gives a configuration a status.

    Args:
        project: asked by whoever gives it.
        name: id or number of the configuration.
        status: what it becomes.
        why: the reason; that of returning is kept as a comment on the whole, where it can be answered.
        by: what took its place, for a superseded one: id or number.
        seen: the digest of what the person saw; "" where it does not matter.

    Raises Misuse where a reason is missing or it has the status already, NotFound, and Stale where it is no longer what was seen.
    """
    assembled = _whole(project, name)
    own, stand = assembled.configuration, standing(assembled)
    if seen and digest(assembled) != seen:
        raise Stale(
            f"{own.number} has been changed meanwhile, so nothing was done.",
            "It is shown as it stands: look, and repeat it if it is still wanted.",
        )
    step = next((each for each in steps(stand, _reviewer(project, own)) if each.status is status), None)
    if step is None:
        raise Misuse(f"{own.number} is {stand.say('en')} already.", "Nothing was changed.")
    other = _whole(project, by).configuration if by else None
    check(step, why, commented=_commented(project, own.id))
    if status is Status.SUPERSEDED and other is None and not why.strip():
        raise Misuse(
            "Say which configuration took its place, or why there is none.", "Name it, or give a reason."
        )
    said = status is Status.RETURNED and why.strip()
    comment = new_comment(project, own.id, why) if said else None
    return give_status(assembled, status, project.coder_id, superseded_by=other, comment=comment)


def give(project: Project, name: str, status: Status, why: str = "", *, by: str = "") -> Entry:
    """Gives a configuration a status, with the reason in the journal. Raises as `giving` and `Project.do`."""
    return project.do(giving(project, name, status, why, by=by), why=why.strip())


def _whole(project: Project, name: str) -> Assembled:
    (assembled,) = assemble(project.sight, [found_by(project.sight, name)])
    return assembled


def _reviewer(project: Project, own: Configuration) -> Reviewer:
    row = project.sight.one("SELECT COUNT(*) AS number FROM coders WHERE id <> :me", me=project.coder_id)
    return Reviewer(maker=own.coder_id == project.coder_id, alone=not (row and row["number"]))


def _commented(project: Project, configuration_id: str) -> bool:
    return any(
        each.open and any(said.mine for said in each.every)
        for each in conversations(project.sight, configuration_id)
    )
