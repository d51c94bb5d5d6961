"""The one door to a study: open it, do and undo deeds, and ask what screens and commands show."""

from __future__ import annotations

from rcoder.project.door import Project, coder_id, create_project, open_project

__all__ = ["Project", "coder_id", "create_project", "open_project"]
