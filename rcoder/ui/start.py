"""Starting the program: the project is read in its own thread while Textual is being imported."""

from __future__ import annotations

import gc
import signal
import sys

SWITCH = 0.0002
"""Seconds for which one thread may keep Python to itself while another waits: with Python's own 0.005 a key waits 20 times
as long while the desk works something out, with this twice as long."""


def run(location: str | None, coder: str | None = None) -> None:
    """Runs the program on a project, or on its welcome. Raises RcoderError where the project cannot be opened.

    The garbage collector rests until the first screen is painted (`RcoderApp` wakes it): its rounds cost a tenth of the start.
    """
    gc.disable()
    sys.setswitchinterval(SWITCH)
    _end_with_the_terminal()
    from rcoder.domain.visible import visible
    from rcoder.project.settings import remembered_coder
    from rcoder.ui.desk import open_desk
    from rcoder.ui.study import read_first

    name = coder or remembered_coder()
    desk = open_desk(location, name) if location is not None and name else None
    first = desk.begin(read_first) if desk is not None else None
    from rcoder.ui.app import RcoderApp
    from rcoder.ui.backing import back_up_at_the_end
    from rcoder.ui.calm import colours_shown
    from rcoder.ui.screens import coding as _coding  # noqa: F401 - imported while the project is being read

    app = RcoderApp(location, name, desk, first.result() if first is not None else None)
    app.show_in(colours_shown(app.console.color_system))
    app.run()
    back_up_at_the_end(app)
    for sentence in app.refused:
        sys.stderr.write(f"Not done: {visible(sentence)}\n")


def _end_with_the_terminal() -> None:
    """Lets the program end when its terminal is closed, under `nohup` too: it would read from nowhere without end."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
