"""A small study file with every block on testing and review, for the tests of the loader."""

from __future__ import annotations

TESTED = """\
rcoder: study 1
title: {da: Prøve, en: Sample}
codebook: lille
manifest: manifest.csv
coders:
  - {name: Anne Holm, released: "yes"}
  - {name: Kirsten Bak, released: "yes"}
configurations:
  - id: K01
    title: Ét navn
    coder: Anne Holm
    case: Sag 01
    conditions: [SC1.1]
    status: accepted
    reviewer: Kirsten Bak
    rivals:
      - {id: v1, coder: Anne Holm, wording: "held", fate: kept, reason: "det kan passe", other: K02, evidence: [{transcript: a.txt, coder: Anne Holm, quote: "tryg", stance: contradicts}]}
    strength:
      - {coder: Kirsten Bak, words: "ret godt belagt", reason: "to roller"}
    elements:
      - {id: r1, kind: resource, wording: ét navn}
      - {id: m1, kind: reasoning, wording: ved hun besked, directness: inferred, evidence: [{transcript: a.txt, coder: Anne Holm, quote: "tryg", stance: new}]}
      - {id: o1, kind: outcome, wording: ro}
    links:
      - id: l1
        from: r1
        to: m1
        effect: promotes
        evidence:
          - {transcript: a.txt, coder: Anne Holm, quote: "jeg", stance: supports}
          - {transcript: a.txt, coder: Anne Holm, quote: "var", stance: refines}
      - {id: l2, from: m1, to: o1, effect: promotes}
  - id: K02
    title: Et svar
    coder: Anne Holm
    level: consolidated
    elements:
      - {id: r1, kind: resource, wording: et svar}
      - {share: K01.o1, id: o1, kind: outcome}
    links:
      - {id: l1, from: r1, to: o1, effect: promotes}
  - id: K03
    title: Begge
    coder: Anne Holm
    level: consolidated
    later: "yes"
    members: [K01, K02]
    elements:
      - {id: r1, kind: resource, wording: et navn eller et svar, stands-for: [K01.r1, K02.r1]}
      - {id: m1, kind: reasoning, wording: ved man besked, stands-for: [K01.m1]}
      - {id: o1, kind: outcome, wording: ro, stands-for: [K01.o1]}
    links:
      - {id: l1, from: r1, to: m1, effect: promotes}
      - {id: l2, from: m1, to: o1, effect: promotes}
exhibits:
  - id: x1
    coder: Anne Holm
    material: survey
    title: "Spørgsmål 14"
    value: "68 %"
    base: "112 af 164 borgere"
    bears:
      - {on: K01, stance: supports}
      - {on: K03.m1, stance: refines, memo: "kun nogle"}
tray:
  - {transcript: a.txt, coder: Anne Holm, quote: "var", memo: "hvor hører det til?"}
kinships:
  - {of: K02, kin: contradicts, to: K03, coder: Anne Holm, why: "det modsatte"}
states:
  - {condition: SC1.1, case: Sag 01, coder: Anne Holm, state: met, followed: followed, reason: "ét navn", passages: [{transcript: a.txt, coder: Anne Holm, quote: "tryg"}]}
  - {condition: SC1.1, case: Sag 01, role: borger, coder: Anne Holm, state: unclear, reason: "måske"}
summaries:
  - {case: Sag 01, code: H1, coder: Anne Holm, at: 2024-06-03, text: "kort", passages: [{transcript: a.txt, coder: Anne Holm, quote: "tryg"}]}
turning-points:
  - {case: Sag 01, coder: Anne Holm, wording: "det virkede", when: "uge 3", sign: "+", passages: [{transcript: a.txt, coder: Anne Holm, quote: "tryg"}]}
comments:
  - {id: d1, on: K01.l1, passage: 2, coder: Kirsten Bak, text: "er det nok?", resolved-by: Anne Holm, at: 2024-06-04}
  - {id: d2, reply-to: d1, coder: Anne Holm, text: "ja"}
  - {id: d3, on: K03, coder: Kirsten Bak, text: "godt"}
answers:
  - {prompt: counter_evidence, of: K01, coder: Anne Holm, answered: done, why: "søgt i alle", at: 2024-06-05}
  - {prompt: no_passage, of: K01, about: o1, coder: Anne Holm, answered: not_applicable, why: "ingen siger det"}
  - {prompt: orphan_code, about: H1.M1, coder: Anne Holm, answered: done, why: "læst"}
course:
  - {coder: Anne Holm, save: "første runde", why: "alt er læst", at: 2024-06-06}
  - {coder: Anne Holm, of: K01.l1, evidence: [{transcript: a.txt, coder: Anne Holm, quote: "tryg", stance: contradicts}], why: "fundet senere"}
  - {coder: Anne Holm, of: K01.m1, wording: "ved hun, hvem hun kan spørge", why: "skarpere"}
  - {coder: Anne Holm, of: K01.l2, untie: "yes", why: "ikke båret"}
  - {coder: Anne Holm, of: K03, begin: "yes", why: "de ligner hinanden"}
  - {coder: Anne Holm, of: K03, because: "noget", why: "det manglede"}
  - {coder: Kirsten Bak, of: K02, status: superseded, by: K03, why: "dækket"}
  - {coder: Anne Holm, save: "anden runde", why: "efter gennemgang"}
"""


def place(text: str, words: str, also: int = 0) -> str:
    """ "line:column" of words in a text."""
    before = text[: text.index(words) + also]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
