"""Rooms open in one direction, and heavy libraries load only where and when they are needed.

import-linter reads the static graph and cannot see whether an import inside a function really waits; the tests that
start a process and look at `sys.modules` can.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "rcoder"
HEAVY = (
    "sqlalchemy", "alembic", "psycopg", "spacy", "simplemma", "numpy", "textual", "rich", "yaml", "lxml", "pypdf",
    "rapidfuzz", "platformdirs", "typst", "resvg_py", "xlsxwriter", "docx",
)  # fmt: skip
HELP_KNOWS = ("platformdirs",)
"""What `--help` may load: small, and needed to find the settings."""


def modules() -> list[str]:
    """Every module of the package, migrations left out: Alembic alone can run those."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if "migrations" not in parts and "versions" not in parts and parts[-1] != "__main__":
            found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def room(name: str) -> list[str]:
    return [each for each in modules() if f"{each}.".startswith(f"rcoder.{name}.")]


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a piece of Python in a process of its own, in the project's folder."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def roots_loaded_by(program: str) -> set[str]:
    """Top-level names of the modules that are loaded when a piece of Python has run."""
    report = "\nimport json, sys\nprint('\\n' + json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = run(program + report)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def there(module: str) -> bool:
    """Whether a module is in the package yet."""
    parts = module.split(".")
    return (ROOT.joinpath(*parts) / "__init__.py").exists() or ROOT.joinpath(*parts).with_suffix(
        ".py"
    ).exists()


needs_cli = pytest.mark.skipif(not there("rcoder.cli"), reason="there is no command line yet")


@needs_cli
def test_the_import_contracts_hold() -> None:
    done = run("import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["domain", "analysis"])
def test_a_pure_room_loads_only_the_standard_library(name: str) -> None:
    bare = roots_loaded_by("")
    loaded = roots_loaded_by("\n".join(f"import {each}" for each in room(name)))
    assert loaded - bare - set(sys.stdlib_module_names) == {"rcoder"}


def test_every_module_imports_on_its_own() -> None:
    """A module that only works after another one fails here; the domain stays loaded for the rooms above it."""
    program = """
import importlib, sys
failed = []
for name in sys.argv[1:]:
    for each in [each for each in sys.modules if each.partition('.')[0] == 'rcoder']:
        if name.startswith('rcoder.domain') or not each.startswith('rcoder.domain'):
            del sys.modules[each]
    try:
        importlib.import_module(name)
    except Exception as error:
        failed.append(f'{name}: {type(error).__name__}: {error}')
print('\\n'.join(failed))
"""
    done = run(program, *modules())
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


HELP = """
import contextlib, io, sys
sys.argv = ['rcoder', *{arguments!r}]
with contextlib.redirect_stdout(io.StringIO()) as said:
    try:
        from rcoder.cli import main
        main()
    except SystemExit as ended:
        assert not ended.code, ended.code
assert 'rcoder' in said.getvalue()
"""


@needs_cli
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["codebook", "check", "--help"], ["import", "--help"], ["export", "report", "--help"]],
    ids=" ".join,
)
def test_help_answers_without_heavy_libraries(arguments: list[str]) -> None:
    loaded = roots_loaded_by(HELP.format(arguments=arguments))
    assert loaded & (set(HEAVY) - set(HELP_KNOWS)) == set()


@needs_cli
def test_the_program_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rcoder", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "rcoder" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not there("rcoder.ui.app"), reason="there is no program on screen yet")
def test_importing_the_program_on_screen_leaves_storage_and_language_for_later() -> None:
    later = {
        *("sqlalchemy", "alembic", "spacy", "numpy", "yaml"),
        *("typst", "resvg_py", "xlsxwriter", "docx", "lxml"),
    }
    assert roots_loaded_by("import rcoder.ui.app") & later == set()


def test_the_screen_of_exports_leaves_what_makes_them_for_the_child_that_does() -> None:
    loaded = roots_loaded_by(
        "import rcoder.ui.screens.exports, rcoder.ui.screens.theory, rcoder.ui.screens.writing"
    )
    assert (
        loaded & {"sqlalchemy", "spacy", "yaml", "typst", "resvg_py", "xlsxwriter", "docx", "lxml"} == set()
    )


def test_the_coding_screen_leaves_the_windows_it_opens_for_later() -> None:
    program = """
import sys
import rcoder.ui.screens.coding
print(*(name for name in sys.modules if name.startswith('rcoder.ui.screens.')))
"""
    done = run(program)
    assert done.returncode == 0, done.stderr
    loaded = {name.rpartition(".")[2] for name in done.stdout.split()}
    assert "coding" in loaded
    assert not loaded & {"bench", "turning", "tray", "matrix", "review", "versions", "prompts", "framework"}
    assert not loaded & {"theory", "charts", "exports", "writing"}


@pytest.mark.parametrize("name", ["project", "store", "exchange", "figure", "language"])
def test_a_room_can_be_entered_without_its_heavy_libraries(name: str) -> None:
    if not there(f"rcoder.{name}"):
        pytest.skip(f"there is no {name} room yet")
    assert roots_loaded_by(f"import rcoder.{name}") & (set(HEAVY) - {"platformdirs"}) == set()


def test_every_heavy_library_is_installed_so_that_its_absence_means_something() -> None:
    assert [name for name in HEAVY if name != "psycopg" and importlib.util.find_spec(name) is None] == []
