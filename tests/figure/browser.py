"""A headless Chromium that opens a page from a file and keeps an account of all it does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass
class Opened:
    """An open page and everything that went wrong or left it."""

    page: Any
    wrong: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """Addresses that the page's policy did not let it ask."""

    def text(self, selector: str) -> str:
        """The words of an element."""
        return str(self.page.locator(selector).inner_text())

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self, name: str) -> None:
        """Puts the focus on an arrow or box of the figure."""
        self.page.evaluate("name => document.getElementById(name).focus({focusVisible: true})", name)

    @property
    def focused(self) -> str:
        """Id of what has the focus."""
        return str(self.page.evaluate("document.activeElement.id"))


class Browser:
    """Opens pages; each in a context of its own."""

    def __init__(self, chromium: Any, folder: Path) -> None:
        self._chromium = chromium
        self._folder = folder
        self._contexts: list[Any] = []

    def open(self, html: str, *, at: str = "", scripts: bool = True) -> Opened:
        """Writes the page to a file and opens it, at the place `at` of its address."""
        file = self._folder / f"page-{len(self._contexts)}.html"
        file.write_text(html, encoding="utf-8")
        context = self._chromium.new_context(
            java_script_enabled=scripts, viewport={"width": 1400, "height": 900}, offline=True
        )
        context.set_default_timeout(5000)
        self._contexts.append(context)
        opened = Opened(context.new_page())
        page = opened.page
        page.on("console", lambda said: opened.wrong.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: opened.wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (opened.wrong.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on(
            "requestfailed",
            lambda request: opened.refused.append(request.url) if request.failure == "csp" else None,
        )
        page.goto(file.as_uri() + at)
        return opened

    def close(self) -> None:
        """Closes what was opened."""
        for each in self._contexts:
            each.close()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser for the tests of one file; they are skipped where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = os.environ.get("RCODER_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("there is no Chromium on this machine; name one in RCODER_CHROMIUM")
    with api.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        opened = Browser(chromium, tmp_path_factory.mktemp("pages"))
        yield opened
        opened.close()
        chromium.close()
