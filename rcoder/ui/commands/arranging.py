"""Keys of the screens that put interviews and cases right."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where
from rcoder.ui.commands.taking_back import taking_back

ABOUT_INTERVIEW = (
    Command("rename", "n", Bilingual("Omdøb", "Rename the speaker"), "Gives the speaker under the cursor another name.", Where.ABOUT_INTERVIEW, "rename", 1),
    Command("merge", "m", Bilingual("Slå sammen", "Merge speakers"), "Makes the speaker under the cursor one with another: turns, roles and person.", Where.ABOUT_INTERVIEW, "merge", 2),
    Command("split", "s", Bilingual("Del", "Split the speaker"), "Gives some turns of the speaker to another, or to a new one; you choose them with their words in sight.", Where.ABOUT_INTERVIEW, "split", 3),
    Command("interviewer", "i", Bilingual("Interviewer", "Interviewer"), "Says that the speaker is the interviewer, in place of whoever was, or takes the mark off; roles go the other way.", Where.ABOUT_INTERVIEW, "interviewer", 4),
    Command("also_interviewer", "I", Bilingual("Også interviewer", "Interviewer too"), "Marks the speaker as an interviewer beside those there are, or takes the mark off.", Where.ABOUT_INTERVIEW),
    Command("roles", "r", Bilingual("Roller", "Roles"), "Gives the speaker a role, or takes one off; one of your own can be typed.", Where.ABOUT_INTERVIEW, "roles", 5),
    Command("person", "p", Bilingual("Person", "Person"), "Says who the speaker is, so that one person in several interviews counts once.", Where.ABOUT_INTERVIEW, "person", 6),
    Command("to_case", "c", Bilingual("Til en sag", "To a case"), "Moves the interview to another case, to a new one, or out of its case.", Where.ABOUT_INTERVIEW, "case", 7),
    Command("title", "t", Bilingual("Titel", "Title"), "Gives the interview another title.", Where.ABOUT_INTERVIEW),
    Command("date", "d", Bilingual("Dato", "Date"), "Says when the interview was held.", Where.ABOUT_INTERVIEW),
    Command("wave", "w", Bilingual("Bølge", "Wave"), "Says which wave of interviews it belongs to.", Where.ABOUT_INTERVIEW),
    Command("language", "l", Bilingual("Sprog", "Language"), "Says which language it is in; its sentences are worked out anew.", Where.ABOUT_INTERVIEW),
    Command("attribute", "plus", Bilingual("Anden oplysning", "Something else known"), "Writes down something of your own about the interview.", Where.ABOUT_INTERVIEW),
    Command("unknown", "x,delete", Bilingual("Ukendt", "Unknown"), "Makes what the line says unknown, which is not the same as no.", Where.ABOUT_INTERVIEW),
    Command("about_case", "A", Bilingual("Om sagen", "About the case"), "Opens what is known of its case.", Where.ABOUT_INTERVIEW, "about the case", 9),
    Command("read", "o", Bilingual("Læs", "Read"), "Opens the interview to be read and coded.", Where.ABOUT_INTERVIEW),
    Command("drop", "X", Bilingual("Fjern interviewet", "Remove the interview"), "Removes the interview with all that stands on it; undo brings all of it back.", Where.ABOUT_INTERVIEW, "remove", 8),
    *taking_back(Where.ABOUT_INTERVIEW, "undo", 0),
)  # fmt: skip

ABOUT_CASE = (
    Command("rename", "n", Bilingual("Omdøb", "Rename the case"), "Gives the case another name.", Where.ABOUT_CASE, "rename", 1),
    Command("merge", "m", Bilingual("Slå sammen", "Merge cases"), "Makes the case one with another, which gets its interviews and all that is about it.", Where.ABOUT_CASE, "merge", 2),
    Command("municipality", "k", Bilingual("Kommune", "Municipality"), "Says which municipality it belongs to.", Where.ABOUT_CASE, "municipality", 3),
    Command("outcome_group", "g", Bilingual("Udfaldsgruppe", "Outcome group"), "Says whether the course ended with ordinary hours.", Where.ABOUT_CASE, "outcome group", 4),
    Command("values", "v", Bilingual("Oplysninger", "What is known"), "Says what is known of the case: its attributes, each by a key, unknown apart from no.", Where.ABOUT_CASE, "values", 5),
    Command("attribute", "plus", Bilingual("Anden oplysning", "Something else known"), "Writes down something of your own about the case.", Where.ABOUT_CASE),
    Command("unknown", "x,delete", Bilingual("Ukendt", "Unknown"), "Makes what the line says unknown, which is not the same as no.", Where.ABOUT_CASE),
    Command("about", "a", Bilingual("Om interviewet", "About the interview"), "Opens what is known of the interview under the cursor.", Where.ABOUT_CASE, "about", 6),
    Command("several", "S", Bilingual("Flere på én gang", "Several at once"), "Opens its interviews, to give them a case, a wave, a date or a role together.", Where.ABOUT_CASE),
    Command("drop", "X", Bilingual("Fjern sagen", "Remove the case"), "Removes the case; asks first what becomes of its interviews. Undo brings all of it back.", Where.ABOUT_CASE, "remove", 7),
    *taking_back(Where.ABOUT_CASE, "undo", 0),
)  # fmt: skip

TURNS = (
    Command("mark", "space", Bilingual("Markér", "Mark"), "Marks the turn under the cursor as another's, or takes the mark off; Enter and the mouse do the same.", Where.TURNS, "mark", 0, palette=False),
    Command("mark_down", "shift+down", Bilingual("Markér nedad", "Mark downwards"), "Marks the turn and goes to the next.", Where.TURNS, palette=False),
    Command("mark_up", "shift+up", Bilingual("Markér opad", "Mark upwards"), "Marks the turn and goes to the one before.", Where.TURNS, palette=False),
    Command("mark_to", "t", Bilingual("Markér hertil", "Mark up to here"), "Marks all turns of the speaker from the last one marked to this one.", Where.TURNS, "up to here", 1, palette=False),
    Command("accept", "ctrl+s", Bilingual("Færdig", "Done"), "Asks whose the marked turns are.", Where.TURNS, "whose they are", 2, palette=False),
    Command("cancel", "escape", Bilingual("Fortryd", "Leave"), "Leaves and changes nothing.", Where.TURNS, "leave", 3, palette=False),
)  # fmt: skip

SEVERAL = (
    Command("mark", "space", Bilingual("Markér", "Mark"), "Marks the interview under the cursor, on a case all of its interviews, or takes the mark off; Enter does the same.", Where.SEVERAL, "mark", 1),
    Command("mark_all", "a", Bilingual("Alle eller ingen", "All or none"), "Marks every interview, or takes every mark off.", Where.SEVERAL, "all", 2),
    Command("to_case", "c", Bilingual("Til en sag", "To a case"), "Moves the marked interviews to a case, to a new one, or out of theirs.", Where.SEVERAL, "case", 3),
    Command("wave", "w", Bilingual("Bølge", "Wave"), "Says which wave the marked interviews belong to.", Where.SEVERAL, "wave", 4),
    Command("date", "d", Bilingual("Dato", "Date"), "Says when the marked interviews were held.", Where.SEVERAL, "date", 6),
    Command("roles", "r", Bilingual("Rolle", "Role"), "Gives every respondent of the marked interviews one role, in place of those they have.", Where.SEVERAL, "role", 5),
    Command("about", "A", Bilingual("Om interviewet", "About the interview"), "Opens what is known of the interview under the cursor.", Where.SEVERAL, "about", 7),
    Command("drop", "X", Bilingual("Fjern interviewene", "Remove the interviews"), "Removes the marked interviews with all that stands on them; undo brings all of it back.", Where.SEVERAL, "remove", 8),
    *taking_back(Where.SEVERAL, "undo", 0),
)  # fmt: skip
