"""`make perf`: the goals of design/performance.md, rows 1 to 8, 10, 12 and 14, limit and rcoder turn about in one run.

    python benchmarks/goals.py [--rounds N] [--interviews N] [--folder FOLDER] [--json FILE] [--only WORDS…] [--ttylat FILE]

Makes the studies where they are not in the folder yet (two minutes), prints a table and writes one JSON. Nothing fails by
the clock: what is missed is said in the table.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import corrections
import desk
import engine
import overviews
import reanchor
import study
import terminal
import tested

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("RCODER_SHARED", ROOT.parent / "shared"))


class Row(NamedTuple):
    """One line of the table."""

    goal: str
    what: str
    measured: float
    unit: str
    """"×", "ms" or "%"."""
    target: float
    detail: str = ""

    @property
    def met(self) -> bool:
        """Whether it is reached; shares are to be at least the target, everything else at most."""
        return self.measured >= self.target if self.unit == "%" else self.measured <= self.target


def keys_rows(found: dict[str, Any]) -> Iterator[Row]:
    """Rows 1 to 5 and 7."""
    bare, large, small, long = (found[name] for name in ("bare", "large", "small", "long"))
    key, worst = bare["keys"]["x"]["done"]["p50"], bare["keys"]["x"]["done"]["p95"]
    for part, name, target in (
        ("first_paint", "start to first paint", 1.5),
        ("usable", "start until usable", 1.8),
    ):
        ours, theirs = large["start"][part]["p50"], bare["start"][part]["p50"]
        yield Row("1", name, ours / theirs, "×", target, f"{ours:.0f} ms, bare {theirs:.0f}")
    for name in terminal.MOVES:
        ours = large["keys"][name]["done"]
        yield Row(
            "2", f"{name}, median", ours["p50"] / key, "×", 1.5, f"{ours['p50']:.2f} ms, bare {key:.2f}"
        )
        yield Row("2", f"{name}, 95th percentile", ours["p95"] / worst, "×", 3, f"{ours['p95']:.2f} ms")
    for name in terminal.MOVES:
        ours, theirs = (each["keys"][name]["done"]["p50"] for each in (long, large))
        yield Row("3", f"{name} at 2.1 MB beside 84 kB", ours / theirs, "×", 1.2, f"{ours:.2f} ms")
    words = {"1": "give a code", "2": "give another", "x": "remove a coding", "u": "undo"}
    for name in terminal.DEEDS:
        ours = large["keys"][name]["done"]["p50"]
        yield Row("4", words[name], ours / key, "×", 3, f"{ours:.2f} ms")
    frames = min(held["frames"] / held["keys"] for held in large["hold"])
    yield Row("5", "shift+right held: frames shown", 100 * frames, "%", 95)
    yield Row(
        "5", "the same: lag after the last key", max(held["lag"] or 999 for held in large["hold"]), "ms", 33
    )
    yield from _opening(large, long)
    for name in (*terminal.MOVES, *terminal.DEEDS):
        many, few = (each["keys"][name]["done"]["p50"] for each in (large, small))
        yield Row(
            "all",
            f"{name} at 100,000 codings beside 500",
            many / few,
            "×",
            1.2,
            f"{many:.2f} and {few:.2f} ms",
        )


def _opening(large: dict[str, Any], long: dict[str, Any]) -> Iterator[Row]:
    page, opened = large["keys"]["pgdn"]["done"]["p50"], large["keys"]["enter"]
    yield Row(
        "7",
        "open an interview: its words",
        opened["first"]["p50"] / page,
        "×",
        2,
        f"{opened['first']['p50']:.0f} ms, PgDn {page:.1f}",
    )
    yield Row(
        "7",
        "open an interview: everything at rest",
        opened["done"]["p50"] / page,
        "×",
        2,
        f"{opened['done']['p50']:.0f} ms",
    )
    if "enter" in long["keys"]:
        yield Row("7", "open the one of 2.1 MB", long["keys"]["enter"]["done"]["max"], "ms", 100)


def screen_rows(found: dict[str, Any]) -> Iterator[Row]:
    """Issue 3's goal: every screen stays as quick with 1,000 interviews as with eight."""
    for key, name in terminal.SCREENS.items():
        for part, words in (("first", "first shown"), ("done", "at rest")):
            many, few = (found[study].get("keys", {}).get(key, {}).get(part) for study in ("large", "small"))
            if many and few:
                detail = f"{many['p50']:.0f} ms, with eight {few['p50']:.0f}"
                yield Row("load", f"open {name}, {words}", many["p50"] / few["p50"], "×", 1.2, detail)


PAINTED, QUICK, WIDEST = 50, 150, 300
"""Milliseconds: more than an arrow key until first painted; until at rest; the same where most is counted."""
WIDE = ("comparison", "difference", "framework", "the comparison", "the framework", "the support conditions")


def claim_rows(found: dict[str, Any]) -> Iterator[Row]:
    """Issue 5's goal: every screen of configurations and theory opens in the time of a key press."""
    arrow = found["screens"]["an arrow key"]
    for name, taken in found["screens"].items():
        if name == "an arrow key":
            continue
        if name == overviews.BUSY:
            yield Row(
                "claims",
                name,
                taken["first"] / arrow["first"],
                "×",
                2,
                f"{taken['first']:.1f} ms, at rest {arrow['first']:.1f}",
            )
            continue
        detail = f"{taken['done'] / arrow['first']:.0f} × an arrow key of {arrow['first']:.1f}; processor {taken['cpu']:.0f}, {taken['cpu'] / arrow['cpu']:.0f} ×"
        if name not in overviews.DEEDS:
            first = f"{taken['first']:.0f} ms, {taken['first'] / arrow['first']:.0f} ×"
            yield Row("claims", f"{name}: first painted, more than an arrow key", taken["first"] - arrow["first"], "ms", PAINTED, first)  # fmt: skip
        yield Row(
            "claims",
            f"{name}: at rest",
            taken["done"],
            "ms",
            WIDEST if name.startswith(WIDE) else QUICK,
            detail,
        )
    for name, asked in found["desk"].items():
        detail = f"first {asked['first']:.0f}, its longest step {asked['first, longest step']:.0f}; after a change {asked['after']:.0f}"
        yield Row(
            "claims",
            f"asked again: {name}",
            asked["again"],
            "ms",
            WIDEST if name.startswith(WIDE) else QUICK,
            detail,
        )


def busy_rows(found: dict[str, dict[str, float]]) -> Iterator[Row]:
    """Row 6."""
    idle = found["idle"]["p95"]
    for name, taken in found.items():
        if name != "idle":
            yield Row(
                "6",
                f"a move beside {name}, 95th percentile",
                taken["p95"] / idle,
                "×",
                2,
                f"{taken['p95']:.1f} ms, idle {idle:.1f}",
            )


def engine_rows(found: dict[str, Any]) -> Iterator[Row]:
    """Rows 8, 10 and 12."""
    for name, taken in found["finding"].items():
        yield Row(
            "8",
            f"find {name}, first 50",
            taken["ratio"],
            "×",
            2,
            f"{taken['ms']:.1f} ms, FTS5 {taken['fts5']:.1f}; {taken['of grep']:.2f} of grep",
        )
    for (name, taken), target in zip(found["passages of a code"].items(), (5, 1.5), strict=True):
        yield Row(
            "10",
            f"passages of a code: {name}",
            taken["ratio"],
            "×",
            target,
            f"{taken['ms']:.2f} ms, SQL {taken['sql']:.2f}",
        )
    taken = found["suggestions"]
    yield Row(
        "12",
        "passages like this one",
        taken["ratio"],
        "×",
        5,
        f"{taken['ms']:.1f} ms, SQL {taken['sql']:.1f}",
    )
    yield Row("12", "the same, 95th percentile", taken["p95"], "ms", 20)


def anchor_rows(_: Path) -> Iterator[Row]:
    """Row 14."""
    text = (SHARED / "transcripts" / "encodings" / "CANONICAL.txt").read_text(encoding="utf-8")
    for name, kind in corrections.KINDS.items():
        found = reanchor.measure(text, kind)
        yield Row(
            "14",
            f"find 300 passages again: {name}",
            found.ours / found.bare,
            "×",
            1.5,
            f"{found.ours:.0f} ms, bare {found.bare:.0f}",
        )
        yield Row(
            "14",
            "the same: exact",
            100 * found.exact / found.asked,
            "%",
            100,
            f"{found.exact} of {found.asked}",
        )


def table(rows: list[Row]) -> str:
    """The table as Markdown."""
    lines = ["| goal | what | measured | target | |", "|---|---|---|---|---|"]
    for row in rows:
        sign, shown = (
            ("≥" if row.unit == "%" else "≤"),
            f"{row.measured:.2f}" if row.unit == "×" else f"{row.measured:.1f}",
        )
        met = "met" if row.met else "**missed**"
        detail = f" ({row.detail})" if row.detail else ""
        lines.append(
            f"| {row.goal} | {row.what} | {shown} {row.unit}{detail} | {sign} {row.target:g} {row.unit} | {met} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measures, prints the table and writes the JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--interviews", type=int, default=1000)
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "rcoder-perf",
        help="where the studies are kept",
    )
    parser.add_argument("--json", type=Path, default=Path("perf.json"))
    parser.add_argument(
        "--only", nargs="*", default=["keys", "screens", "claims", "busy", "engine", "anchor"]
    )
    parser.add_argument("--ttylat", type=Path, default=SHARED / "tools" / "ttylat.py")
    chosen = parser.parse_args()
    studies = study.studies(chosen.folder, chosen.interviews)
    figures: dict[str, Any] = {
        "machine": {"python": platform.python_version(), "cores": os.cpu_count(), "load": os.getloadavg()[0]}
    }
    rows: list[Row] = []
    for name, work in _parts(chosen, studies, figures).items():
        if name in chosen.only:
            print(f"measuring: {name}…", file=sys.stderr, flush=True)
            rows += work()
    figures["rows"] = [{**row._asdict(), "met": row.met} for row in rows]
    chosen.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    print(table(rows))
    print(f"\n{sum(row.met for row in rows)} of {len(rows)} met; all figures in {chosen.json}")


def _parts(
    chosen: argparse.Namespace, studies: dict[str, Path], figures: dict[str, Any]
) -> dict[str, Callable[[], list[Row]]]:
    """What there is to measure, by name; each notes its figures."""

    def noted(name: str, found: Any) -> Any:
        figures[name] = found
        return found

    def keys() -> list[Row]:
        with tempfile.TemporaryDirectory() as folder:
            programs = terminal.Programs(Path(folder), studies)
            return list(
                keys_rows(noted("keys", terminal.run(terminal.meter(chosen.ttylat), programs, chosen.rounds)))
            )

    def screens() -> list[Row]:
        with tempfile.TemporaryDirectory() as folder:
            programs = terminal.Programs(Path(folder), studies)
            rounds = max(2, chosen.rounds // 2)
            return list(
                screen_rows(
                    noted("screens", terminal.screens(terminal.meter(chosen.ttylat), programs, rounds))
                )
            )

    def busy() -> list[Row]:
        with tempfile.TemporaryDirectory() as folder:
            programs = terminal.Programs(Path(folder), studies)
            files = terminal.interviews(chosen.folder / "files")
            return list(
                busy_rows(
                    noted(
                        "busy",
                        terminal.beside(
                            terminal.meter(chosen.ttylat), programs, files, max(2, chosen.rounds // 2)
                        ),
                    )
                )
            )

    def engines() -> list[Row]:
        return list(engine_rows(noted("engine", engine.run(studies["large"], chosen.folder / "texts"))))

    def claims() -> list[Row]:
        place = tested.make(chosen.folder)
        with tempfile.TemporaryDirectory() as folder:
            copied = Path(shutil.copy(place, folder))
            programs = terminal.Programs(Path(folder), {"claims": copied})
            shown = overviews.run(terminal.meter(chosen.ttylat), programs, max(2, chosen.rounds // 2))
        asked = desk.measure(place, max(1, chosen.rounds // 2))
        return list(claim_rows(noted("claims", {"screens": overviews.figures(shown), "desk": asked})))

    return {
        "claims": claims,
        "keys": keys,
        "screens": screens,
        "busy": busy,
        "engine": engines,
        "anchor": lambda: list(anchor_rows(chosen.folder)),
    }


if __name__ == "__main__":
    main()
