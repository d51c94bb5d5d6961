"""The server behind `rcoder serve`: one page, its script, and a websocket for each browser window, for this machine alone.

Every address begins with a secret token, the Host and Origin of each request are those of the server, and the page may
fetch nothing from elsewhere: no other page, machine or name server can reach a project through it.
"""

from __future__ import annotations

import asyncio
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from hmac import compare_digest
from pathlib import Path
from typing import Any, Literal

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from rcoder.cli.web_page import PAGE

FOLDERS = {"css": ".css", "js": ".js", "fonts": ".ttf"}
"""Folders of textual-serve's that the page takes files from, and what these end in."""
WAIT = 30.0
"""Seconds that a program is given to close its project before it is ended."""
LONGEST = 2**20
"""Bytes of the longest message of a browser."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Shown(AppService):
    """The program as one browser window shows it, in a process of its own."""

    def __init__(self, command: Sequence[str], websocket: web.WebSocketResponse) -> None:
        super().__init__(
            " ".join(command),
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=partial(_close, websocket),
            download_manager=DownloadManager(),
        )
        self._words = tuple(command)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Starts it without a shell, and out of reach of the ctrl+c that ends the server: it is asked to quit instead."""
        environment = self._build_environment(width=width, height=height)
        environment["RCODER_SERVED_BY"] = str(os.getpid())
        self._process = process = await asyncio.create_subprocess_exec(
            *self._words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment, start_new_session=True
        )
        self._stdin = process.stdin
        return process

    async def on_meta(self, data: bytes) -> None:
        """Passes on that the program has ended; it asks for nothing else, and no page or file is opened for it."""
        if b'"exit"' in data:
            await self.remote_close()

    async def end(self) -> None:
        """Asks the program to quit and waits until its project is closed; a program that does not is ended."""
        if self._process is None:
            return
        with suppress(ConnectionError, asyncio.TimeoutError):
            await asyncio.wait_for(self.stop(), WAIT)
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._process.wait(), 1)
        if self._process.returncode is None:
            self._process.kill()
            await self._process.wait()


@dataclass(slots=True)
class Served:
    """A server that runs."""

    command: tuple[str, ...]
    token: str
    runner: web.AppRunner | None = None
    address: str = ""
    """Of the page, with the token."""
    origins: frozenset[str] = frozenset()
    """What a browser may call the server."""
    shown: dict[Shown, web.WebSocketResponse] = field(default_factory=dict)

    async def end(self) -> None:
        """Quits every program, waits until their projects are closed, and ends the server."""
        for websocket in [*self.shown.values()]:
            await websocket.close()
        await asyncio.gather(*(each.end() for each in [*self.shown]))
        if self.runner is not None:
            await self.runner.cleanup()

    # -- what it answers -----------------------------------------------------------------------------------------

    async def page(self, _: web.Request) -> web.Response:
        """The page, which holds a terminal and nothing else."""
        websocket = f"{self.address.replace('http:', 'ws:', 1)}ws"
        return web.Response(text=PAGE.replace("{{websocket}}", websocket), content_type="text/html")

    async def file(self, request: web.Request) -> web.StreamResponse:
        """A file of the page's."""
        folder, name = request.match_info["folder"], request.match_info["name"]
        file = Path(textual_serve.__file__).parent / "static" / folder / name
        if not name.endswith(FOLDERS.get(folder, "/")) or not file.is_file():
            raise web.HTTPNotFound
        return web.FileResponse(file)

    async def websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Runs the program for a browser window until either is closed."""
        websocket = web.WebSocketResponse(heartbeat=15, max_msg_size=LONGEST)
        await websocket.prepare(request)
        shown = Shown(self.command, websocket)
        self.shown[shown] = websocket
        try:
            await shown.start(_cells(request, "width", 80), _cells(request, "height", 24))
            async for message in websocket:
                if message.type is WSMsgType.TEXT:
                    await _pass_on(message.json(), shown, websocket)
        finally:
            await shown.end()
            self.shown.pop(shown, None)
        return websocket

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuses what does not come from the page itself."""
        origin = request.headers.get("Origin")
        upgrade = request.path.endswith("/ws")
        if f"http://{request.headers.get('Host', '')}" not in self.origins:
            raise web.HTTPForbidden(text="This address is not served here.")
        if (origin is None and upgrade) or (origin is not None and origin not in self.origins):
            raise web.HTTPForbidden(text="Other pages are not served.")
        if not compare_digest(request.path.split("/")[1].encode(), self.token.encode()):
            raise web.HTTPForbidden(text="Open the address that rcoder serve has said.")
        answer = await handler(request)
        if not answer.prepared:
            answer.headers.update(self._headers())
        return answer

    def _headers(self) -> dict[str, str]:
        sockets = " ".join(each.replace("http:", "ws:", 1) for each in sorted(self.origins))
        return {
            "Content-Security-Policy": (
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
                f"img-src 'self' data:; connect-src {sockets}; base-uri 'none'; form-action 'none'; "
                "frame-ancestors 'none'; sandbox allow-scripts allow-same-origin"
            ),
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        }


async def begin(command: Sequence[str], host: str, port: int, token: str) -> Served:
    """Begins to serve a command that runs a Textual program; port 0 takes a free one. Raises OSError where the port cannot be used."""
    served = Served(tuple(command), token)
    app = web.Application(middlewares=[served.guard])
    app.add_routes(
        [
            web.get(f"/{token}/", served.page),
            web.get(f"/{token}/ws", served.websocket),
            web.get(f"/{token}/{{folder:css|js|fonts}}/{{name:[^/]+}}", served.file),
        ]
    )
    served.runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await served.runner.setup()
    try:
        await web.TCPSite(served.runner, host, port).start()
    except OSError:
        await served.runner.cleanup()
        raise
    taken = served.runner.addresses[0][1]
    served.origins = frozenset({f"http://{host}:{taken}", f"http://localhost:{taken}"})
    served.address = f"http://{host}:{taken}/{token}/"
    return served


async def _close(websocket: web.WebSocketResponse) -> None:
    await websocket.close()


def _cells(request: web.Request, name: Literal["width", "height"], otherwise: int) -> int:
    found = request.query.get(name, "")
    return min(1000, max(1, int(found))) if found.isdecimal() else otherwise


async def _pass_on(message: Any, shown: Shown, websocket: web.WebSocketResponse) -> None:
    """A message of the page's script: [what it is, what belongs to it]."""
    match message:
        case ["stdin", str(typed)]:
            await shown.send_bytes(typed.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await shown.set_terminal_size(width, height)
        case ["ping", sent]:
            await websocket.send_json(["pong", sent])
        case ["blur", *_]:
            await shown.blur()
        case ["focus", *_]:
            await shown.focus()
