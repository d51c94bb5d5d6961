"""Where a project file lies: WAL needs memory that all its users share, which network and synchronised folders lack."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NETWORK = (
    "nfs",
    "cifs",
    "smb",
    "fuse",
    "9p",
    "afs",
    "ceph",
    "lustre",
    "glusterfs",
    "vboxsf",
    "virtiofs",
    "ncpfs",
)
"""Beginnings of the file system types that are shared between computers."""

SYNCHRONISED = (
    "dropbox",
    "onedrive",
    "icloud",
    "mobile documents",
    "com~apple~clouddocs",
    "google drive",
    "googledrive",
    "my drive",
    "nextcloud",
    "owncloud",
    "cloudstorage",
)
"""Beginnings of the folder names that synchronising programs use."""

_REMOTE_DRIVE = 4
_MOUNTS = Path("/proc/self/mountinfo")


def why_shared(path: Path) -> str:
    """What makes the place unfit for WAL, in words ("a network folder (nfs4)"); "" for an ordinary folder."""
    full = path.absolute().parent.resolve()
    for part in full.parts:
        if part.casefold().startswith(SYNCHRONISED):
            return f"a synchronised folder ({part})"
    kind = _file_system(full)
    if kind.startswith(NETWORK):
        return f"a network folder ({kind})"
    return ""


def why_read_only(path: Path) -> str:
    """What keeps a project file from being written, in words: "its folder may not be written to"; "" for nothing.

    A file that is for nobody to write, such as a backup, is not written by the system's owner either, who may do anything.
    """
    real = path.resolve()
    if not os.access(real, os.W_OK) or not real.stat().st_mode & 0o222:
        return "the file may not be written to"
    if not os.access(real.parent, os.W_OK):
        return "its folder may not be written to"
    return ""


def _file_system(folder: Path) -> str:
    """The type of the file system in Linux' words; "" where it cannot be known."""
    if sys.platform == "win32":
        return _windows(folder)
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return mounted(folder, lines)


def mounted(folder: Path, lines: list[str]) -> str:
    """The type of the file system that holds `folder`, by the lines of mountinfo; the last of the deepest mounts."""
    best, kind = -1, ""
    for line in lines:
        left, _, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) < 5 or not right:
            continue
        mount = Path(fields[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if folder.is_relative_to(mount) and len(mount.parts) >= best:
            best, kind = len(mount.parts), right.split(" ", 1)[0]
    return kind


def _windows(folder: Path) -> str:
    if folder.drive.startswith("\\\\"):
        return "smb"
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  # the name exists on Windows only
    return "smb" if kernel.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE else ""
