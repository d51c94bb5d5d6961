"""On the codebook's screen: how the code under the cursor came about."""

from __future__ import annotations

from rcoder.ui.screens.codebook_reshaping import CodebookReshaping


class CourseOfCode(CodebookReshaping):
    """Tells the course of a code."""

    def action_course(self) -> None:
        """Tells how it came about."""
        from rcoder.ui.screens.history import open_course_of_code

        if (code := self.code) is None:
            self.app.tell("No code here.")
        else:
            open_course_of_code(self.app, code.id)
