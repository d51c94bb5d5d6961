"""The narrative with K01, K02 that is like it, and K03 that K01 leads to and that leads back."""

from __future__ import annotations

from rcoder.domain.actions.configuring import begin
from rcoder.domain.configuration import Configuration, Element, Link, Place
from rcoder.domain.words import Kind
from rcoder.project import open_project


def chain(study: str) -> str:
    """Gives the narrative's study two more configurations."""
    with open_project(study) as project:
        codes = {code.key: code for code in project.codes().values()}
        own = Configuration(
            "k2",
            "K02",
            project.coder_id,
            "En fast person",
            hypotheses=(codes["H1"].id,),
            because="hun ved, hvem hun skal spørge",
        )
        wording = {"r2": ("Én at ringe til", "H1.R1"), "m2": ("Føler ro", "H1.M1")}
        elements = [Element(name, words, codes[key].id) for name, (words, key) in wording.items()]
        kinds = {"r2": Kind.RESOURCE, "m2": Kind.REASONING}
        places = [
            Place(f"p{name}", "k2", name, kind, index) for index, (name, kind) in enumerate(kinds.items())
        ]
        project.do(begin(own, elements, places, (), [Link("l2", "k2", "r2", "m2")]))
        third = Configuration("k3", "K03", project.coder_id, "Samarbejdet bærer")
        mine = [Place("p3o", "k3", "o", Kind.CONTEXT, 0), Place("p3c", "k3", "c", Kind.OUTCOME, 1)]
        project.do(begin(third, (), mine))
    return study
