"""Review, comments and courses in a project on PostgreSQL: the same questions, the same answers."""

from __future__ import annotations

from pathlib import Path

from rcoder.domain.actions.configuring import take_out
from rcoder.domain.codebook import CodebookContents
from rcoder.domain.words import Status
from rcoder.project import Project, create_project, open_project
from rcoder.project.bench import gather
from rcoder.project.comments import answering, commenting_on, conversations, open_counts, resolving
from rcoder.project.history import history_of_arrow, history_of_code, history_of_configuration
from rcoder.project.reviewing import Turn, give, look, note_visit, queue
from review_study import attached, build, rewording


def test_the_review_works_on_a_server(
    fresh_database: str, contents: CodebookContents, interview_file: Path
) -> None:
    def make(coder: str) -> Project:
        return create_project(fresh_database, "Prøve", contents, coder=coder)

    build(make, interview_file)
    with (
        open_project(fresh_database, coder="Anne") as anne,
        open_project(fresh_database, coder="Jonas") as jonas,
    ):
        give(anne, "K01", Status.SUBMITTED)
        give(jonas, "K01", Status.ACCEPTED)
        own = anne.configuration("K01").assembled.configuration.id
        note_visit(jonas, own)
        rewording(anne, "hun ringer")
        attached(jonas, "HEMMELIGT")
        (line,) = queue(jonas)
        assert (line.turn, line.since) == (Turn.LAPSED, "1 element changed, 1 passage for or against new")
        assert queue(anne)[0].since == "1 element changed, something in a layer that is not released"
        seen = look(jonas, own)
        assert seen.since is not None
        assert [each.words for each in seen.since.told] == ["Reworded “hun tør sige det” as “hun ringer”"]
        whole = anne.configuration("K01").assembled
        anne.do(commenting_on(anne, "K01", "Er det en reaktion?", "element", whole.places[1].element_id))
        jonas.do(answering(jonas, conversations(jonas.sight)[0].id, "Ja."))
        assert open_counts(anne.sight) == {own: 1}
        anne.do(resolving(anne, conversations(anne.sight)[0].id))
        anne.do(take_out(gather(anne, "K01").assembled, whole.places[1], elsewhere=False))
        assert conversations(jonas.sight)[0].first.comment.text.startswith("[on “hun ringer”, since removed]")
        told = [each.words for line in history_of_configuration(anne, "K01").lines for each in line.told]
        assert told[0] == "Began K01 “Fast kontakt”"
        assert "Took out reasoning “hun ringer”" in told
        assert "HEMMELIGT" not in repr(told)
        assert history_of_code(anne, "H1.M1").lines
        anne.undo()
        arrow = next(each for each in anne.theory().arrows if each.configurations)
        assert len(history_of_arrow(anne, arrow.id).lines) == 3
