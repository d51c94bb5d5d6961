"""Keys of chains, of configurations that are alike, and of making several one."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

CONFIGURATIONS = (
    Command("onward", "greater_than_sign", Bilingual("Videre i kæden", "On in the chain"), "Goes to the configuration that this one leads to, chosen where there are several; on an outcome that leads nowhere yet it begins the one that starts from it.", Where.CONFIGURATIONS, show_keys=">"),
    Command("backward", "less_than_sign", Bilingual("Tilbage i kæden", "Back in the chain"), "Goes back the way you came, else to what this configuration follows from.", Where.CONFIGURATIONS, show_keys="<"),
    Command("relate", "N", Bilingual("Indlejret eller modsiger", "Nested or contradicting"), "Says that it is nested in another configuration or contradicts one, with a reason.", Where.CONFIGURATIONS),
    Command("alike", "W", Bilingual("Ligner", "Alike"), "Opens the configurations that are like this one, to make one of several.", Where.CONFIGURATIONS),
    Command("split_again", "Z", Bilingual("Del igen", "Split again"), "Splits a consolidated configuration: its members stand for themselves again, or one of them does.", Where.CONFIGURATIONS),
)  # fmt: skip

CHAINS = (
    Command("open_here", "g", Bilingual("Åbn", "Open"), "Opens the configuration under the cursor, as Enter does; esc comes back here.", Where.CHAINS, "open", 1),
    Command("behind", "Q", Bilingual("Passager", "Passages"), "The passages behind what leads here: the element's own, and those for and against it.", Where.CHAINS, "passages", 2),
    Command("relate", "N", Bilingual("Indlejret eller modsiger", "Nested or contradicting"), "Says that it is nested in another configuration or contradicts one, with a reason.", Where.CHAINS, "nested, contradicts", 3),
    Command("remove", "x,delete", Bilingual("Fjern", "Remove"), "Takes back that it is nested or contradicts, where you said so.", Where.CHAINS),
    Command("members", "o", Bilingual("Medlemmer", "Members"), "Shows the members of consolidated configurations too, or only what is drawn for them.", Where.CHAINS, "members", 4),
    Command("alike", "W", Bilingual("Ligner", "Alike"), "Opens the configurations that are like the one under the cursor.", Where.CHAINS, "alike", 6),
    *taking_back(Where.CHAINS, "undo", 5),
)  # fmt: skip

ALIKE = (
    Command("mark", "space", Bilingual("Mærk", "Mark"), "Marks the configuration under the cursor, or takes the mark off; on a group all of it.", Where.ALIKE, "mark", 1),
    Command("consolidate", "k", Bilingual("Saml", "Make one"), "Makes one configuration of those that are marked, else of the group under the cursor; what meets is shown first.", Where.ALIKE, "make one", 2),
    Command("relate", "N", Bilingual("Indlejret eller modsiger", "Nested or contradicting"), "Says that two configurations to compare contradict each other, or that one is nested in the other.", Where.ALIKE, "contradicts", 3),
    Command("remove", "x,delete", Bilingual("Fjern", "Not alike"), "Does not offer the group again; those you dismissed can be shown.", Where.ALIKE, "not alike", 4),
    Command("dismissed", "o", Bilingual("Også fjernede", "Dismissed too"), "Shows what you dismissed too, or hides it.", Where.ALIKE, "dismissed", 6),
    Command("add", "plus", Bilingual("Flere", "Another one"), "Marks any other configuration, to be made one with those that are marked.", Where.ALIKE, "another", 5),
    Command("open_here", "g", Bilingual("Åbn", "Open"), "Opens the configuration under the cursor, as Enter does.", Where.ALIKE),
    *taking_back(Where.ALIKE),
)  # fmt: skip

MEETING = (
    Command("accept", "ctrl+s", Bilingual("Saml", "Make one"), "Makes one configuration as it is shown; its members keep everything.", Where.MEETING, "make one", 1),
    Command("words", "w", Bilingual("Skriv", "Words"), "Changes the words of the element, or the title, under the cursor; Enter does the same.", Where.MEETING, "words", 2),
    Command("apart", "x,delete", Bilingual("Hver for sig", "Apart"), "The member's element under the cursor stays apart.", Where.MEETING, "apart", 3),
    Command("meet", "b", Bilingual("Mødes med", "Meet"), "Chooses the element that the one under the cursor meets in.", Where.MEETING, "meet", 4),
    Command("open_here", "g", Bilingual("Åbn", "Open"), "Opens the member under the cursor.", Where.MEETING, "open", 5),
)  # fmt: skip
