"""Whether a project can be changed, or only read."""

from __future__ import annotations

from rcoder.project.door import Project


def notice(project: Project) -> str:
    """That nothing in a project can be changed and why, in a sentence; "" where it can."""
    return project.store.notice
