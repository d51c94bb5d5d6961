"""The program in a browser: what the server gives to its own page, and to nobody else."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from rcoder.cli.web_server import Served

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")

HOST = "127.0.0.1"
TOKEN = "only-for-the-test"  # noqa: S105 - it guards nothing
PARROT = """
import os, sys
os.write(1, b"__GANGLION__\\n")
def say(kind, words):
    os.write(1, kind + len(words).to_bytes(4, "big") + words)
say(b"D", b"here " + os.environ["COLUMNS"].encode() + b"x" + os.environ["ROWS"].encode())
while True:
    head = os.read(0, 5)
    if not head:
        break
    words = os.read(0, int.from_bytes(head[1:], "big"))
    if head[:1] == b"M" and b"quit" in words:
        open(sys.argv[1], "w").write("quit")
        break
    if words == b"leave":
        say(b"M", b'{"type": "exit"}')
    elif words == b"page":
        say(b"M", b'{"type": "open_url", "url": "http://elsewhere.example/", "new_tab": true}')
    else:
        say(b"D", head[:1] + words)
"""
"""A program that says what it is sent, and writes that it was asked to quit."""


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    from rcoder.cli.web_server import begin

    found = await begin((sys.executable, "-c", PARROT, str(tmp_path / "ended; echo x")), HOST, 0, TOKEN)
    yield found
    await found.end()


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def own(served: Served) -> dict[str, str]:
    return {"Origin": served.address.split(f"/{TOKEN}")[0]}


async def heard(window: aiohttp.ClientWebSocketResponse) -> bytes:
    return bytes(await asyncio.wait_for(window.receive_bytes(), 20))


async def test_the_page_names_no_other_address_and_may_fetch_from_none(
    served: Served, browser: aiohttp.ClientSession
) -> None:
    async with browser.get(served.address) as answer:
        page, policy = await answer.text(), answer.headers["Content-Security-Policy"]
    addresses = re.findall(r"(?:https?:|wss?:)?//[^\s\"'<>]+", page)
    assert addresses == [f"{served.address.replace('http:', 'ws:')}ws"]
    assert policy.startswith("default-src 'none';")
    assert set(re.findall(r"(?:http|ws)s?://([^:/;\s]+)", policy)) == {HOST, "localhost"}
    for file in re.findall(r'(?:href|src)="([^":]+\.\w+)"|url\("([^"]+)"\)', page):
        async with browser.get(served.address + "".join(file)) as answer:
            assert answer.status == 200
            assert answer.headers["Cache-Control"] == "no-store"


async def test_style_sheets_fetch_nothing(served: Served, browser: aiohttp.ClientSession) -> None:
    async with browser.get(f"{served.address}css/xterm.css") as answer:
        assert "url(" not in await answer.text()


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "elsewhere.example:{port}", "127.0.0.1", "127.0.0.2:{port}", "[::1]:{port}"]
)
async def test_another_host_is_refused(served: Served, browser: aiohttp.ClientSession, host: str) -> None:
    """A name of somebody's that leads here (DNS rebinding) does not get the page."""
    port = served.address.split(":")[2].split("/")[0]
    async with browser.get(served.address, headers={"Host": host.format(port=port)}) as answer:
        assert answer.status == 403
        assert TOKEN not in await answer.text()


@pytest.mark.parametrize("path", ["", "ws", "js/textual.js"])
@pytest.mark.parametrize(
    "origin", ["http://elsewhere.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"]
)
async def test_another_page_is_refused(
    served: Served, browser: aiohttp.ClientSession, origin: str, path: str
) -> None:
    async with browser.get(served.address + path, headers={"Origin": origin}) as answer:
        assert answer.status == 403
    assert not served.shown


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], f"{TOKEN}x", "%C3%A6"])
async def test_without_the_token_there_is_nothing(
    served: Served, browser: aiohttp.ClientSession, token: str
) -> None:
    root = served.address.split(TOKEN)[0]
    for path in ("", "/", "/ws", "/js/textual.js"):
        async with browser.get(f"{root}{token}{path}", headers=own(served)) as answer:
            assert answer.status == 403


@pytest.mark.parametrize(
    "path",
    [
        "js/",
        "js/../server.py",
        "js/%2e%2e%2fserver.py",
        "css/textual.js",
        "images/background.png",
        "fonts/nothing.ttf",
    ],
)
async def test_no_other_file_is_given(served: Served, browser: aiohttp.ClientSession, path: str) -> None:
    from yarl import URL

    async with browser.get(URL(served.address + path, encoded=True)) as answer:
        assert answer.status in {403, 404}


async def test_a_window_without_an_origin_is_refused(served: Served, browser: aiohttp.ClientSession) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await browser.ws_connect(f"{served.address}ws")


async def test_each_window_has_a_program_of_its_own_that_is_asked_to_quit(
    served: Served, browser: aiohttp.ClientSession, tmp_path: Path
) -> None:
    async with browser.ws_connect(f"{served.address}ws?width=101&height=33", headers=own(served)) as window:
        assert await heard(window) == b"here 101x33"
        await window.send_json(["stdin", "æ"])
        assert await heard(window) == "Dæ".encode()
        await window.send_json(["resize", {"width": 90, "height": 20}])
        assert b'"width": 90' in await heard(window)
        await window.send_json(["ping", 5])
        assert await window.receive_json() == ["pong", 5]
        async with browser.ws_connect(f"{served.address}ws?width=x", headers=own(served)) as other:
            assert await heard(other) == b"here 80x24"
            assert len(served.shown) == 2
    await served.end()
    assert (tmp_path / "ended; echo x").read_text() == "quit"
    assert not served.shown


async def test_a_program_opens_no_page(served: Served, browser: aiohttp.ClientSession) -> None:
    async with browser.ws_connect(f"{served.address}ws", headers=own(served)) as window:
        await heard(window)
        await window.send_json(["stdin", "page"])
        await window.send_json(["stdin", "x"])
        assert await heard(window) == b"Dx"


async def test_a_window_closes_when_its_program_ends(served: Served, browser: aiohttp.ClientSession) -> None:
    async with browser.ws_connect(f"{served.address}ws", headers=own(served)) as window:
        await heard(window)
        await window.send_json(["stdin", "leave"])
        assert (await asyncio.wait_for(window.receive(), 20)).type is aiohttp.WSMsgType.CLOSE


@pytest.mark.parametrize("message", ["[]", "{}", "3", '["resize", {"width": "x"}]', '["stdin", 4]'])
async def test_a_message_that_means_nothing_does_nothing(
    served: Served, browser: aiohttp.ClientSession, message: str
) -> None:
    async with browser.ws_connect(f"{served.address}ws", headers=own(served)) as window:
        await heard(window)
        await window.send_str(message)
        await window.send_json(["stdin", "x"])
        assert await heard(window) == b"Dx"


def test_rcoder_serve_shows_the_project_and_ctrl_c_ends_it(project: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "rcoder", "serve", "--coder", "Tester", str(project), "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        address = process.stdout.readline().split(": ")[1].strip()
        seen = asyncio.run(_see(address, b"INTERVIEWER"))
    finally:
        process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert b"Hvordan" in seen
    assert process.returncode == 0
    assert rest.splitlines()[-1] == "Stopped. Everything done is saved."
    assert not list(project.parent.glob("*-wal")), "the project was closed"


async def _see(address: str, wanted: bytes) -> bytes:
    """What the program paints, until something is seen."""
    origin = {"Origin": "/".join(address.split("/")[:3])}
    seen = b""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{address}ws?width=120&height=40", headers=origin) as window,
    ):
        while wanted not in seen:
            seen += await heard(window)
    return seen


def test_a_port_that_is_taken_is_said(run: Callable[..., tuple[int, str, str]], project: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        status, _, said = run("serve", project, "--port", taken.getsockname()[1])
    assert (status, said.count("\n")) == (2, 1)
    assert "cannot be used" in said
    assert run("serve", project, "--port", 70000)[2].startswith("70000 is no port.")


def test_without_the_extra_one_sentence_says_how_to_get_it(
    run: Callable[..., tuple[int, str, str]], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    status, _, said = run("serve", project)
    assert (status, said.strip()) == (
        2,
        "rcoder serve needs the extra named serve, which is not installed. Install it with: pip install 'rcoder[serve]'.",
    )


def test_there_is_no_way_to_serve_other_machines(
    run: Callable[..., tuple[int, str, str]], project: Path
) -> None:
    assert run("serve", project, "--host", "0.0.0.0")[0] == 2  # noqa: S104 - it is refused
