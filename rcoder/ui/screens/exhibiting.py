"""Other material brought in by a form, and joined to a part of a configuration."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rcoder.domain.errors import NotFound, RcoderError
from rcoder.domain.exhibit import Exhibit
from rcoder.domain.journal import Deed, Entry
from rcoder.domain.words import Material, Stance
from rcoder.project import Project
from rcoder.project.assembling import assemble
from rcoder.project.exhibits import ExhibitLine, Shown, attaching, changing, exhibits, showing
from rcoder.ui.configuring.deeds import claim_words
from rcoder.ui.evidencing import exhibit_forms as forms
from rcoder.ui.evidencing.bench_deeds import part_at
from rcoder.ui.screens.choosing import TYPED, ChooserScreen, StanceScreen
from rcoder.ui.screens.question import QuestionScreen

if TYPE_CHECKING:
    from rcoder.project.bench import Bench
    from rcoder.ui.app import RcoderApp


def ask_material(
    app: RcoderApp, shown: Shown, then: Callable[[Shown], None], *, anew: bool = False, wrong: str = ""
) -> None:
    """Asks what a piece of material is and says; its sort first, where it is a new one."""

    def form(material: Material) -> None:
        screen = QuestionScreen(
            "Other material", forms.WORDS, forms.fields(shown), check=forms.check, wrong=wrong
        )
        app.push_screen(
            screen, lambda answers: then(forms.filled(material, answers)) if answers is not None else None
        )

    if anew:
        app.push_screen(
            ChooserScreen("What sort of material?", forms.materials()),
            lambda answer: form(Material(answer)) if answer is not None else None,
        )
    else:
        form(shown.material)


def bring_in(app: RcoderApp, then: Callable[[str], None] | None = None, title: str = "") -> None:
    """Brings in a new piece of material, and goes on with its id; a case that is not there opens the form again."""

    def made(entry: Entry) -> None:
        name = next((each.id for each in entry.changes if each.table == Exhibit.table), "")
        if then is not None and name:
            then(name)

    def write(shown: Shown) -> None:
        def again(error: RcoderError) -> None:
            ask_material(app, shown, write, wrong=str(error))

        app.act(lambda project: showing(project, [shown]), then=made, otherwise=again, keys_wait=True)

    ask_material(app, Shown(title=title), write, anew=True)


def change(app: RcoderApp, line: ExhibitLine) -> None:
    """Changes what is known of a piece of material."""
    own = line.exhibit.id

    def write(shown: Shown) -> None:
        def again(error: RcoderError) -> None:
            ask_material(app, shown, write, wrong=str(error))

        app.act(lambda project: changing(project, own, shown), otherwise=again, keys_wait=True)

    ask_material(app, forms.shown_of(line), write)


def attach_material(app: RcoderApp, bench: Bench, row: str) -> None:
    """Asks for a piece of material, an old one or a new one, and how it bears on what is under the cursor."""
    part, own = part_at(bench, row), bench.assembled.configuration.id
    name = claim_words(bench, part)

    def listed(found: tuple[ExhibitLine, ...]) -> None:
        words = {each.exhibit.id: each.exhibit.title for each in found}

        def chosen(answer: str | None) -> None:
            if answer is None:
                return
            if answer.startswith(TYPED):
                title = answer.removeprefix(TYPED)
                bring_in(app, lambda made: judged(made, title), title)
            else:
                judged(answer, words[answer])

        screen = ChooserScreen(
            f"Other material on {name}", forms.choices(found), free="bring it in, called so"
        )
        app.push_screen(screen, chosen)

    def judged(exhibit_id: str, words: str = "") -> None:
        app.push_screen(
            StanceScreen(name, words),
            lambda stance: _attach(app, own, part, exhibit_id, stance) if stance is not None else None,
        )

    app.at_desk(exhibits, listed, keys_wait=True)


def _attach(app: RcoderApp, configuration_id: str, part: str, exhibit_id: str, stance: Stance) -> None:
    def deed(project: Project) -> Deed:
        found = assemble(project.sight, [configuration_id])
        if not found:
            raise NotFound("That configuration is no longer there; nothing was attached.")
        return attaching(project, exhibit_id, found[0], part, stance)

    app.act(deed)
