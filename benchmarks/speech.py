"""Made-up interviews whose words are as unlike each other as those of real ones: few are frequent, most are rare.

python benchmarks/speech.py COUNT WORDS FOLDER      writes them as text files
"""

from __future__ import annotations

import random
import re
import sys
from itertools import accumulate
from pathlib import Path

KINDS = 60_000
"""Different words, about as many as 10 million words of one field hold."""
SAMPLE = Path(__file__).resolve().parents[1] / "interviews" / "sample"


def vocabulary() -> list[str]:
    """The words of the sample study, most frequent first, then compounds of them."""
    counts: dict[str, int] = {}
    for file in sorted(SAMPLE.glob("sag0[135]-*.txt")) + sorted(SAMPLE.glob("sag0[125]-*.md")):
        for word in re.findall(r"[^\W\d_]+", file.read_text(encoding="utf-8").lower()):
            counts[word] = counts.get(word, 0) + 1
    found = sorted(counts, key=lambda word: (-counts[word], word))
    long, chance, known = [word for word in found if len(word) > 3], random.Random(1), set(found)  # noqa: S311 - made up
    while len(found) < KINDS:
        word = chance.choice(long) + chance.choice(("", "s", "e")) + chance.choice(long)
        if word not in known:
            known.add(word)
            found.append(word)
    return found


class Speech:
    """Talks; the same talk for the same number."""

    def __init__(self) -> None:
        self.words = vocabulary()
        self._weights = list(accumulate(1 / (rank + 2.7) ** 1.1 for rank in range(len(self.words))))

    def interview(self, number: int, words: int) -> str:
        """An interview of about so many words."""
        chance = random.Random(number)  # noqa: S311 - made up
        parts: list[str] = []
        said, asks = 0, True
        while said < words:
            count = chance.randint(5, 15) if asks else chance.randint(20, 180)
            label = "INTERVIEWER" if asks else "BORGER"
            parts.append(f"{label}: {self._turn(chance, count)}\n")
            said, asks = said + count, not asks
        return "\n".join(parts)

    def _turn(self, chance: random.Random, count: int) -> str:
        drawn = chance.choices(self.words, cum_weights=self._weights, k=count)
        sentences = []
        while drawn:
            length = chance.randint(4, 22)
            sentence, drawn = drawn[:length], drawn[length:]
            if len(sentence) > 8:
                sentence[5] += ","
            sentences.append(" ".join(sentence).capitalize() + chance.choice("....?"))
        return " ".join(sentences)


def write(count: int, words: int, folder: Path) -> list[Path]:
    """Writes the interviews that are not there yet and gives all of them, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    speech: Speech | None = None
    files = [folder / f"interview-{number:04}.txt" for number in range(count)]
    for number, file in enumerate(files):
        if not file.exists():
            speech = speech or Speech()
            file.write_text(speech.interview(number, words), encoding="utf-8")
    return files


if __name__ == "__main__":
    write(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
