"""Keys of the coding screen and its windows."""

from __future__ import annotations

from rcoder.domain.words import Bilingual
from rcoder.ui.commands.declared import Command, Where, moves
from rcoder.ui.commands.taking_back import taking_back

CODING = (
    Command("code", "c", Bilingual("Kod passagen", "Code the passage"), "Opens the list of codes; type a few letters of a key, a name or an alias, Enter applies it.", Where.CODING, "code", 1, click="code_menu"),
    Command("again", "full_stop", Bilingual("Samme kode igen", "Same code again"), "Gives the passage the code that was used last.", Where.CODING, "again", 2),
    Command("choose_next", "comma", Bilingual("Næste kodning her", "Next coding here"), "Chooses another of the codings on the passage, for x, e, a and m.", Where.CODING),
    Command("remove", "x,delete", Bilingual("Fjern kodningen", "Remove the coding"), "Removes the chosen coding of the passage.", Where.CODING, "remove", 16),
    Command("change_ends", "e", Bilingual("Flyt enderne", "Change the ends"), "Gives the chosen coding the ends of the selection.", Where.CODING),
    Command("annotate", "a", Bilingual("Om kodningen", "About the coding"), "Sets the kind, actor, polarity, scope and the other flags of the chosen coding, each by one key.", Where.CODING),
    Command("next_uncoded", "n", Bilingual("Næste ukodede replik", "Next uncoded turn"), "Goes to the next turn of a respondent without a coding of yours.", Where.CODING, "uncoded", 6),
    Command("previous_uncoded", "N", Bilingual("Forrige ukodede replik", "Previous uncoded turn"), "Goes back to the turn of a respondent without a coding of yours.", Where.CODING),
    Command("next_coding", "j", Bilingual("Næste kodning", "Next coding"), "Goes to the next passage that is coded.", Where.CODING),
    Command("previous_coding", "J", Bilingual("Forrige kodning", "Previous coding"), "Goes back to the passage that is coded.", Where.CODING),
    *taking_back(Where.CODING, "undo", 8),
    Command("finish", "f", Bilingual("Kodet til ende", "Coded to the end"), "Marks this interview as read and coded to the end, or takes the mark off.", Where.CODING, "done", 14),
    Command("link", "k", Bilingual("Til en konfiguration", "To a configuration"), "Makes or extends a configuration from the codings of the passage.", Where.CODING, "configure", 15),
    Command("configurations", "g", Bilingual("Konfigurationer", "Configurations"), "Opens the configurations, on the latest that rests on the chosen coding.", Where.CODING, "configurations", 11),
    Command("cases", "C", Bilingual("Sager", "Cases"), "Opens the board of cases: interviews by case and role, gaps, progress.", Where.CODING, "cases", 17),
    Command("about", "A", Bilingual("Om interviewet", "About the interview"), "Opens what is known of the interview, in the list of the one under the cursor: title, case, date, speakers; all of it can be put right.", Where.CODING, "about", 18),
    Command("several", "S", Bilingual("Flere interviews", "Several interviews"), "Marks several interviews and gives them a case, a wave, a date or a role together.", Where.CODING),
    Command("interviews", "i", Bilingual("Interviews", "Interviews"), "Goes to the list of interviews.", Where.CODING, "interviews", 13),
    Command("codebook", "b", Bilingual("Kodebog", "Codebook"), "Goes to the codebook.", Where.CODING, "codebook", 12),
    Command("next_pane", "tab", Bilingual("Næste rude", "Next pane"), "Goes to the next pane; on a narrow screen it brings it forward.", Where.CODING, "panes", 9, palette=False),
    Command("previous_pane", "shift+tab", Bilingual("Forrige rude", "Previous pane"), "Goes back a pane.", Where.CODING, palette=False),
    Command("bring_in", "ctrl+o", Bilingual("Hent interviews ind", "Bring in interviews"), "Imports transcripts from files.", Where.CODING),
    Command("back_up", "f7", Bilingual("Sikkerhedskopiér nu", "Back up now"), "Makes a backup of the project and verifies it.", Where.CODING),
    Command("backups", "f8", Bilingual("Sikkerhedskopier", "Backups"), "Lists the backups; Enter goes back to one, and that can be undone.", Where.CODING),
    Command("work_on_codebook", "B", Bilingual("Arbejd med kodebogen", "Work on the codebook"), "Opens the codebook whole: read every entry, add, write, move, retire, split, and see what is coded with it.", Where.CODING),
    Command("codebooks", "f6", Bilingual("Kodebøger i studiet", "Codebooks of the study"), "Puts another codebook beside those of the study, or takes one out that nothing is coded with.", Where.CODING),
    Command("copy", "ctrl+c", Bilingual("Kopiér", "Copy"), "Copies the words of the passage.", Where.CODING),
    *(
        Command("recent", str(digit), Bilingual(f"Kode {digit}", f"Code {digit}"), "Gives the passage that recent code; each keeps its digit while the program is open.", Where.CODING, argument=str(digit), palette=False)
        for digit in range(1, 10)
    ),
)  # fmt: skip

TRANSCRIPT = moves(
    Where.TRANSCRIPT,
    (
        ("sentence_down", "down", "Next sentence", "Goes a sentence on."),
        ("sentence_up", "up", "Previous sentence", "Goes a sentence back."),
        ("turn_down", "ctrl+down", "Next turn", "Goes a turn on."),
        ("turn_up", "ctrl+up", "Previous turn", "Goes to the start of the turn, then a turn back."),
        ("word_right", "right", "Next word", "Goes a word on."),
        ("word_left", "left", "Previous word", "Goes a word back."),
        ("widen_down", "shift+down", "Widen by a sentence", "Moves the end of the selection a sentence on."),
        ("widen_up", "shift+up", "Narrow by a sentence", "Moves the end of the selection a sentence back."),
        (
            "widen_turn_down",
            "ctrl+shift+down",
            "Widen by a turn",
            "Moves the end of the selection a turn on.",
        ),
        ("widen_turn_up", "ctrl+shift+up", "Narrow by a turn", "Moves the end of the selection a turn back."),
        ("widen_right", "shift+right", "Widen by a word", "Moves the end of the selection a word on."),
        ("widen_left", "shift+left", "Narrow by a word", "Moves the end of the selection a word back."),
        ("by_character", "v", "Select by character", "Lets the arrows select by character, until v or esc."),
        ("swap_ends", "o", "Other end", "Lets the other end of the selection move."),
        ("sentence_start", "home", "First word", "Goes to the first word of the sentence."),
        ("sentence_end", "end", "Last word", "Goes to the last word of the sentence."),
        ("widen_home", "shift+home", "Select to the start", "Selects back to the start of the sentence."),
        ("widen_end", "shift+end", "Select to the end", "Selects to the end of the sentence."),
        ("page_down", "pagedown,space", "Page down", "Goes a page on."),
        ("page_up", "pageup", "Page up", "Goes a page back."),
        ("first", "ctrl+home", "Beginning", "Goes to the first sentence of the interview."),
        ("last", "ctrl+end", "End", "Goes to the last sentence of the interview."),
    ),
)

PICKER = moves(
    Where.PICKER,
    (
        ("candidate_down", "down", "Next code", "Goes a code on."),
        ("candidate_up", "up", "Previous code", "Goes a code back."),
        ("candidate_page_down", "pagedown", "Page down", "Goes a page of codes on."),
        ("candidate_page_up", "pageup", "Page up", "Goes a page of codes back."),
        ("apply", "enter", "Apply", "Gives the passage the code."),
        (
            "new_code",
            "ctrl+n",
            "New code",
            "Makes a code that there is not yet, called what is typed, and codes the passage with it.",
        ),
        ("meaning_down", "ctrl+down", "Read on", "Goes down in what the code means."),
        ("meaning_up", "ctrl+up", "Read back", "Goes back up in what the code means."),
        ("cancel", "escape", "Leave", "Leaves without coding."),
    ),
    {"apply": "apply", "new_code": "new code", "meaning_down": "read on", "cancel": "leave"},
)

FLAGS = (
    Command("set_kind", "t,k", Bilingual("Slags", "Kind"), "Context, resource, reasoning, outcome in turn.", Where.FLAGS),
    Command("set_actor", "W,a", Bilingual("Aktør", "Actor"), "Whose reasoning it is; the roles of the study in turn.", Where.FLAGS),
    Command("set_polarity", "p", Bilingual("Polaritet", "Polarity"), "Present, weak or absent.", Where.FLAGS),
    Command("set_counterfactual", "y,c", Bilingual("Kontrafaktisk", "Counterfactual"), "Whether it says what would have been without it.", Where.FLAGS),
    Command("set_scope", "s", Bilingual("Rækkevidde", "Scope"), "This case, in general, normative or anticipated.", Where.FLAGS),
    Command("set_case", "z,o", Bilingual("Anden sag", "Other case"), "Ties the passage to another case than the interview's.", Where.FLAGS),
    Command("set_directness", "D,d", Bilingual("Sagt eller udledt", "Said or inferred"), "Whether the words say it or you infer it.", Where.FLAGS),
    Command("set_prompting", "q,v", Bilingual("Af sig selv eller foranlediget", "Volunteered or prompted"), "Whether the respondent came with it or agreed.", Where.FLAGS),
    Command("set_memo", "m", Bilingual("Note", "Note"), "Writes a note of one line or more on the coding.", Where.FLAGS),
    Command("turn_on", "right,space", Bilingual("Næste", "Change"), "Gives the flag under the cursor its next value.", Where.FLAGS, "change", 1, palette=False),
    Command("turn_back", "left", Bilingual("Forrige", "Change back"), "Gives it the value before.", Where.FLAGS, "back", 2, palette=False),
    Command("done", "enter,escape", Bilingual("Færdig", "Done"), "Keeps the flags as they stand.", Where.FLAGS, "done", 3),
)  # fmt: skip
