"""Bringing interviews in: files are chosen, looked at, and brought in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.project.starting import readable_endings
from rcoder.ui.screens.files import FilesScreen
from rcoder.ui.screens.incoming import MANIFESTS, IncomingScreen

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


async def bring_in(app: RcoderApp, then: Callable[[], None]) -> None:
    """Asks which files, and opens the screen on which they are looked at and brought in."""
    if app.desk is None:
        return
    chosen = await app.push_screen_wait(_form(app))
    if chosen is None or app.desk is None:
        return
    screen: IncomingScreen

    def more() -> None:
        def added(files: tuple[Path, ...] | None) -> None:
            if files:
                screen.look_at(files)

        app.push_screen(_form(app, chosen[-1].parent), added)

    screen = IncomingScreen(chosen, more, then)
    app.push_screen(screen)


def _form(app: RcoderApp, folder: Path | None = None) -> FilesScreen:
    """Where to begin: in the folder given, else the project's own."""
    desk = app.desk
    beside = Path(desk.location).parent if desk is not None and "://" not in desk.location else Path.cwd()
    return FilesScreen("Which interviews?", folder or beside, readable_endings() | MANIFESTS)
