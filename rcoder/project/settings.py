"""What is remembered between sessions on this machine: the coder's name, recent projects and places in them, the theme. Never part of a project."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

RECENT = 9
"""How many recent projects are remembered."""

INTERVIEWS = 200
"""In how many interviews of one project the place is remembered."""

PLACES = 50
"""In how many projects the last place is remembered."""


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


def remember_project(location: str, title: str = "") -> None:
    """Puts a project first among the recent ones, with its title. An address with a password is not remembered."""
    if (place := _place(location)) is None:
        return
    known = _read()
    others = [each for each in known.get("recent", []) if each != place]
    recent = [place, *others][:RECENT]
    titles = {**_known(known, "titles"), place: title}
    _write({**known, "recent": recent, "titles": {each: titles.get(each, "") for each in recent}})


def remembered_titles() -> dict[str, str]:
    """Titles of the recent projects' studies by location, as they were when last opened."""
    return {place: title for place, title in _known(_read(), "titles").items() if isinstance(title, str)}


def remember_place(
    location: str, transcript_id: str, position: int, places: Mapping[str, int] = MappingProxyType({})
) -> None:
    """Remembers which interview of a project was read last, and where (in code points) in it and in others, `places`."""
    if (place := _place(location)) is None:
        return
    known = _read()
    others = {each: where for each, where in _known(known, "places").items() if each != place}
    kept = dict([*others.items(), (place, [transcript_id, position])][-PLACES:])
    earlier = {each: where for each, where in _known(known, "within").items() if each in kept}
    within = {**_known(earlier, place), **places}
    within.pop(transcript_id, None)
    found = dict([*within.items(), (transcript_id, position)][-INTERVIEWS:])
    _write({**known, "places": kept, "within": {**earlier, place: found}})


def places_in(location: str) -> dict[str, int]:
    """Where one was last in each interview of a project, by id; in code points."""
    if (place := _place(location)) is None:
        return {}
    found = _known(_known(_read(), "within"), place)
    return {each: at for each, at in found.items() if isinstance(at, int) and at >= 0}


def last_place(location: str) -> tuple[str, int] | None:
    """Id of the interview of a project that was read last, and the position in it; None where nothing is remembered."""
    if (place := _place(location)) is None:
        return None
    match _known(_read(), "places").get(place):
        case [str(transcript_id), int(position)] if position >= 0:
            return transcript_id, position
    return None


def remembered_look() -> str:
    """Name of the theme that was chosen last, or ""."""
    return str(_read().get("theme", ""))


def remember_look(name: str) -> None:
    """Remembers the theme for the next time."""
    _write({**_read(), "theme": name})


def remembered_focus() -> bool:
    """Whether the coding screen showed the transcript alone when it was left."""
    return _read().get("focus") is True


def remember_focus(*, on: bool) -> None:
    """Remembers whether the coding screen shows the transcript alone."""
    _write({**_read(), "focus": on})


def _place(location: str) -> str | None:
    """A project as it is remembered: a whole path, or an address; None for an address with a password."""
    if "://" not in location:
        return str(Path(location).resolve())
    password = "@" in location and ":" in location.split("://", 1)[1].split("@", 1)[0]
    return None if password else location


def _known(settings: dict[str, Any], name: str) -> dict[str, Any]:
    found = settings.get(name)
    return found if isinstance(found, dict) else {}


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
