"""What is remembered between sessions on this machine: the coder's name and recent projects. Never part of a project."""

from __future__ import annotations

import getpass
import json
import os
from pathlib import Path
from typing import Any

RECENT = 9
"""How many recent projects are remembered."""


def remembered_coder() -> str:
    """The coder's name as given once, or ""."""
    return str(_read().get("coder", ""))


def remember_coder(name: str) -> None:
    """Remembers the coder's name for the next time."""
    _write({**_read(), "coder": name.strip()})


def default_coder() -> str:
    """The remembered name, else the login name: for commands, which do not ask."""
    return os.environ.get("RCODER_CODER", "").strip() or remembered_coder() or _login()


def recent_projects() -> tuple[str, ...]:
    """Locations of projects opened lately, newest first; files that are gone are left out."""
    kept = [each for each in _read().get("recent", []) if isinstance(each, str)]
    return tuple(each for each in kept if each.startswith("postgres") or Path(each).is_file())


def remember_project(location: str) -> None:
    """Puts a project first among the recent ones. An address with a password is not remembered."""
    if "://" in location and "@" in location and ":" in location.split("://", 1)[1].split("@", 1)[0]:
        return
    place = location if "://" in location else str(Path(location).resolve())
    others = [each for each in _read().get("recent", []) if each != place]
    _write({**_read(), "recent": [place, *others][:RECENT]})


def _file() -> Path:
    folder = os.environ.get("RCODER_STATE", "")
    if folder:
        return Path(folder) / "rcoder.json"
    from platformdirs import user_state_path

    return user_state_path("rcoder", appauthor=False) / "rcoder.json"


def _read() -> dict[str, Any]:
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(settings: dict[str, Any]) -> None:
    """Remembering is a convenience: where the folder cannot be written, nothing is remembered and work goes on."""
    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"{file.name}.{os.getpid()}")
        beside.write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(file)
    except OSError:
        return


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "coder"
