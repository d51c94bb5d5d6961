"""What screens ask of every configuration, worked out beforehand a few at a time, so that none of them waits for all of it."""

from __future__ import annotations

from collections.abc import Generator

from rcoder.project.assembling import outlines
from rcoder.project.digests import digests, unknown
from rcoder.project.door import Project
from rcoder.project.prompt_kept import learn
from rcoder.project.prompts import Survey, survey
from rcoder.project.resembling import resembling
from rcoder.project.reviewing import QueueLine, followed, open_prompts, queue
from rcoder.store.tracing import look_through

AT_ONCE = 10
"""Configurations that are looked at in one step."""


def readied(project: Project) -> Generator[None]:
    """Works out what the screens of configurations ask first; each step is so short that no key waits for it."""
    if project.sight.one("SELECT id FROM configurations WHERE {seen} LIMIT 1") is None:
        return
    yield from standing(project)
    outlines(project.sight)
    yield
    yield from learn(project.sight)
    yield from look_through(project.store.reader)
    yield from followed(project)
    yield from resembling(project)


def standing(project: Project) -> Generator[None]:
    """Works out what every accepted or settled configuration is."""
    sql = "SELECT id FROM configurations WHERE status IN ('accepted', 'settled') ORDER BY number, id"
    every = [row["id"] for row in project.sight.rows(sql)]
    for first in range(0, len(every), AT_ONCE):
        own = every[first : first + AT_ONCE]
        if unknown(project.sight, own):
            digests(project.sight, own)
            yield


def surveyed(project: Project) -> Generator[None, None, Survey]:
    """The prompts on everything, in steps."""
    yield from standing(project)
    yield from learn(project.sight)
    return survey(project)


def queued(project: Project) -> Generator[None, None, tuple[QueueLine, ...]]:
    """The queue of reviews, in steps."""
    yield from standing(project)
    yield from followed(project)
    return queue(project)


def prompted(project: Project) -> Generator[None, None, dict[str, int]]:
    """How many open prompts each configuration has, in steps."""
    yield from learn(project.sight)
    return open_prompts(project)
