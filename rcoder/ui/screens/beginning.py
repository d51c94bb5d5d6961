"""Ways into a project from the welcome: the sample study, a new one, one by its place. Long work is a child process."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rcoder.domain.errors import RcoderError
from rcoder.project.starting import shipped_codebooks
from rcoder.ui.screens.question import Field, QuestionScreen

if TYPE_CHECKING:
    from rcoder.ui.app import RcoderApp


def sample_folder() -> Path:
    """Where the sample study is built from the welcome."""
    if folder := os.environ.get("RCODER_STATE", ""):
        return Path(folder) / "sample"
    from platformdirs import user_data_path

    return user_data_path("rcoder", appauthor=False) / "sample"


async def child(app: RcoderApp, *arguments: str, given: str = "") -> tuple[int, str, str]:
    """Runs a command of ours in a child process; its progress goes to the status line. Gives status, output and errors.

    `given` is what it reads from standard input.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "rcoder", *arguments,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    if process.stdin is None or process.stdout is None or process.stderr is None:
        return 1, "", ""
    process.stdin.write(given.encode())
    process.stdin.close()
    output = asyncio.create_task(process.stdout.read())
    errors: list[str] = []
    try:
        while line := await process.stderr.readline():
            words = line.decode("utf-8", "replace").replace("\r", "\n").strip().splitlines()
            if words:
                if app.background.tell(words[-1]):
                    continue
                errors.append(words[-1])
                app.said.publish(words[-1])
        return await process.wait(), (await output).decode("utf-8", "replace"), errors[-1] if errors else ""
    finally:
        app.background.progress.publish("")
        if process.returncode is None:
            process.kill()


async def open_sample(app: RcoderApp) -> None:
    """Opens the sample study, building it first where it is not there."""
    folder = sample_folder()
    project = folder / "jobfirst-sample.rcoder"
    if not app.coder and not await app.ask_name():
        return
    if not project.is_file():
        app.said.publish("Building the sample study. It takes a quarter of a minute, once.")
        status, _, error = await child(app, "demo", str(folder), "--no-open")
        if status != 0 or not project.is_file():
            app.tell(RcoderError("The sample study could not be built.", error))
            return
    app.open_project(str(project))


async def begin_new(app: RcoderApp) -> None:
    """Asks for title, place and codebook, makes the project and opens it."""
    if not app.coder and not await app.ask_name():
        return
    known = ", ".join(shipped_codebooks())
    answer = await app.push_screen_wait(
        QuestionScreen(
            "A new project",
            "",
            (
                Field("title", "Title of the study"),
                Field("place", "File (empty: the title, in this folder) or postgresql:// address"),
                Field(
                    "codebook", f"Codebooks, the main one first: {known}, a YAML file, or none", "jobfirst"
                ),
            ),
        )
    )
    if answer is None:
        return
    title = answer["title"].strip() or "Untitled study"
    place = answer["place"].strip() or f"{_file_name(title)}.rcoder"
    place = written_place(place)
    if "://" not in place and not place.endswith(".rcoder"):
        place = f"{place}.rcoder"
    books = [word for each in written_books(answer["codebook"]) for word in ("--codebook", each)]
    status, _, error = await child(
        app, "--coder", app.coder, "new", "--title", title, *books, "--json", "--", place
    )
    if status == 0:
        app.open_project(place)
    else:
        app.tell(RcoderError(error or "The project could not be made."))


def written_books(words: str) -> tuple[str, ...]:
    """Codebooks as a person writes them, parted by commas; a file whose name has a comma is one. "none" for nothing."""
    whole = words.strip()
    if Path(written_place(whole)).is_file():
        return (written_place(whole),)
    return tuple(written_place(each.strip()) for each in whole.split(",") if each.strip()) or ("none",)


def _file_name(title: str) -> str:
    """A file name of a title: letters and digits, the rest as dashes."""
    return "-".join("".join(each if each.isalnum() else " " for each in title).split()) or "study"


async def open_other(app: RcoderApp) -> None:
    """Asks for a project's place and opens it."""
    answer = await app.push_screen_wait(
        QuestionScreen("Open a project", "", (Field("place", "File, or postgresql:// address"),))
    )
    place = (answer or {}).get("place", "").strip()
    if place:
        app.open_project(written_place(place))


def written_place(place: str) -> str:
    """A file as a person writes it, with ~ for their own folder; an address as it is."""
    return place if "://" in place else str(Path(place).expanduser())
