"""Every stored record by its table; whoever reads only a few imports those instead."""

from __future__ import annotations

from typing import Any

from rcoder.domain.case import Attribute, Case, Group
from rcoder.domain.codebook import Code, Codebook, Node, Theory, TheoryLink
from rcoder.domain.coding import Coder, Coding, Finish
from rcoder.domain.comment import Comment
from rcoder.domain.configuration import (
    ConditionJudgement,
    Configuration,
    Element,
    Evidence,
    Grounding,
    Judgement,
    Link,
    Place,
)
from rcoder.domain.excerpt import Excerpt
from rcoder.domain.exhibit import Bearing, Exhibit
from rcoder.domain.memo import Memo
from rcoder.domain.profile import Summary, TurningPoint
from rcoder.domain.prompt_answer import PromptAnswer
from rcoder.domain.recheck import Recheck
from rcoder.domain.rival import Kinship, Rival, Standin
from rcoder.domain.study import Study
from rcoder.domain.transcript import Doubt, Revision, Speaker, Transcript
from rcoder.domain.versions import TheoryVersion

RECORDS: dict[str, type[Any]] = {
    record.table: record
    for record in (
        Study, Coder, Case, Attribute, Group, Codebook, Code, Theory, Node, TheoryLink, Transcript, Speaker,
        Revision, Coding, Finish, Doubt, Configuration, Element, Place, Link, Grounding, Evidence, Judgement,
        ConditionJudgement, Memo, Excerpt, Recheck, Exhibit, Bearing, Rival, Kinship, Standin, Comment, PromptAnswer,
        Summary, TurningPoint, TheoryVersion,
    )
}  # fmt: skip
"""Every stored record by its table, parents before children."""
