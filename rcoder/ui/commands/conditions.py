"""Keys of the support conditions: the checklist, one case, judging; and of the names of absence of any code."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CONDITIONS = (
    Command("judge", "j", Bilingual("Vurdér", "Judge"), "Judges the condition in the case under the cursor: state, whether the mechanism followed, why, and the passages it rests on.", Where.CONDITIONS, "judge", 1),
    Command("one_case", "o", Bilingual("Én sag", "One case"), "Opens the case of this column: every condition as each of its roles tells it.", Where.CONDITIONS, "one case", 2),
    Command("remove", "x,delete", Bilingual("Tag vurderingen tilbage", "Take the judgement back"), "Takes your judgement back with the passages joined to it; codings stay.", Where.CONDITIONS, "take back", 6),
    Command("filter_group", "g", Bilingual("Kun en gruppe", "Only a group"), "Shows the cases of one group, or all again; numbers are of those shown.", Where.CONDITIONS, "group", 3),
    Command("sort", "s", Bilingual("Rækkefølge", "Order"), "Cases by outcome group or by name.", Where.CONDITIONS, "order", 5),
    Command("whose", "w", Bilingual("Hvis vurderinger", "Whose judgements"), "Shows your own judgements, or those of everybody in sight.", Where.CONDITIONS, "whose", 4),
    Command("absence", "V", Bilingual("Hvad der ikke er sagt", "Names of absence"), "Opens what is said and not said of the condition, case by case and role by role.", Where.CONDITIONS),
    *taking_back(Where.CONDITIONS, "undo", 7),
)  # fmt: skip

CONDITION_CASE = (
    Command("judge", "j", Bilingual("Vurdér", "Judge"), "Judges the condition under the cursor, of the whole case or as the role of the column tells it.", Where.CONDITION_CASE, "judge", 1),
    Command("one_case", "o", Bilingual("En anden sag", "Another case"), "Chooses another case.", Where.CONDITION_CASE, "another case", 2),
    Command("remove", "x,delete", Bilingual("Tag vurderingen tilbage", "Take the judgement back"), "Takes your judgement back with the passages joined to it; codings stay.", Where.CONDITION_CASE, "take back", 4),
    Command("whose", "w", Bilingual("Hvis vurderinger", "Whose judgements"), "Shows your own judgements, or those of everybody in sight.", Where.CONDITION_CASE, "whose", 3),
    Command("absence", "V", Bilingual("Hvad der ikke er sagt", "Names of absence"), "Opens what is said and not said of the condition, case by case and role by role.", Where.CONDITION_CASE),
    *taking_back(Where.CONDITION_CASE, "undo", 5),
)  # fmt: skip

JUDGING = (
    *(
        Command("say_state", key, Bilingual(en=words), f"Says that the condition is judged “{words}”.", Where.JUDGING, argument=value, palette=False)
        for key, words, value in (
            ("M", "met", "met"), ("N", "not met", "not_met"), ("U", "unclear", "unclear"),
            ("D", "roles disagree", "roles_disagree"), ("S", "not mentioned", "not_mentioned"),
            ("C", "not coded", "not_coded"), ("I", "no interview", "no_interview"),
        )
    ),
    Command("turn_on", "right", Bilingual("Næste", "Next"), "Gives the state, or whether the mechanism followed, its next value.", Where.JUDGING, palette=False),
    Command("turn_back", "left", Bilingual("Forrige", "Previous"), "Gives it the value before.", Where.JUDGING, palette=False),
    Command("followed", "f", Bilingual("Mekanismen", "Mechanism"), "Followed, did not follow, unclear, not said, in turn.", Where.JUDGING, "mechanism", 2, palette=False),
    Command("words", "w", Bilingual("Hvorfor", "Why"), "Writes why.", Where.JUDGING, "why", 3, palette=False),
    Command("tick", "space", Bilingual("Hviler på", "Rests on"), "Lets it rest on the passage, with a stance that you choose; or takes the passage off.", Where.JUDGING, "tick", 1, palette=False),
    Command("say_stance", "s", Bilingual("Støtter", "Supports"), "Rests on the passage, which supports the theory.", Where.JUDGING, argument="supports", palette=False),
    Command("say_stance", "c", Bilingual("Taler imod", "Contradicts"), "Rests on the passage, which contradicts it.", Where.JUDGING, argument="contradicts", palette=False),
    Command("say_stance", "r", Bilingual("Forfiner", "Refines"), "Rests on the passage, which refines it.", Where.JUDGING, argument="refines", palette=False),
    Command("say_stance", "n", Bilingual("Nyt", "New"), "Rests on the passage, which brings something new.", Where.JUDGING, argument="new", palette=False),
    Command("attach", "e", Bilingual("Anden passage", "Another passage"), "Chooses another coded passage of the case to rest on.", Where.JUDGING, "another passage", 4, palette=False),
    Command("accept", "ctrl+s", Bilingual("Gem", "Keep"), "Keeps the judgement.", Where.JUDGING, "keep", 5, palette=False),
    Command("cancel", "escape", Bilingual("Fortryd", "Leave"), "Leaves; asks first where something would be lost.", Where.JUDGING, "leave", 6, palette=False),
)  # fmt: skip

ABSENCE = taking_back(Where.ABSENCE)

CODING = (
    Command("absence", "V", Bilingual("Hvad der ikke er sagt", "Names of absence"), "Opens what is said and not said of the code under the cursor in the list of codes, case by case and role by role.", Where.CODING),
)  # fmt: skip

CODEBOOK = (
    Command("absence", "V", Bilingual("Hvad der ikke er sagt", "Names of absence"), "Opens what is said and not said of the code under the cursor, case by case and role by role.", Where.CODEBOOK),
)  # fmt: skip
