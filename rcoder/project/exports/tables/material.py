"""What the passages of a case come to on a code, in a few words: never a judgement."""

from __future__ import annotations

from rcoder.domain.absence import SAID, Heard, Saying
from rcoder.domain.words import Bilingual

HEARD = Bilingual("Materialet", "The material")
_SHORT: dict[Saying, Bilingual] = {
    Saying.COUNTERFACTUAL: Bilingual("kontrafaktisk", "counterfactual"),
    Saying.WAITING: Bilingual(
        "spørgsmål i interview, der ikke er kodet til ende", "questions in an interview not coded to the end"
    ),
    Saying.LISTED: Bilingual("ikke om sagen", "not about the case"),
    Saying.EARLIER: Bilingual("kun i en tidligere tekst", "in an earlier text only"),
}


def heard_words(heard: Heard, language: str) -> str:
    """How many passages say what: "til stede 3, svag 1, spørgsmål 2"; "" for none."""
    return ", ".join(
        f"{_SHORT.get(saying, SAID[saying]).say(language)} {heard.counts[saying]}"
        for saying in Saying
        if heard.counts.get(saying)
    )
