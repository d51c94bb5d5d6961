"""`rcoder codebook check` tells what is worth a second look, and says that it is no mistake."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_a_prompt_is_told_and_is_no_mistake(run: Run, codebook_file: Path) -> None:
    status, out, _ = run("codebook", "check", codebook_file)
    assert status == 0
    told = out.splitlines()
    assert told
    assert all(each.startswith(f"{codebook_file}:") and ": to consider: " in each for each in told)


def test_beside_mistakes_there_are_no_prompts(run: Run, codebook_file: Path) -> None:
    text = codebook_file.read_text(encoding="utf-8").replace("kind: resource", "kind: resorce", 1)
    codebook_file.write_text(text, encoding="utf-8")
    status, out, _ = run("codebook", "check", codebook_file, "--json")
    assert status == 1
    assert {each["kind"] for each in json.loads(out)} == {"mistake"}


def test_the_shipped_codebook_has_nothing_to_mend(run: Run) -> None:
    shipped = Path(__file__).parents[2] / "codebooks" / "jobfirst.yaml"
    status, out, _ = run("codebook", "check", shipped)
    assert (status, out.strip()) == (0, f"{shipped}: nothing to mend")
