"""From the coding screen to the others."""

from __future__ import annotations

from rcoder.ui.screens.coding_moves import CodingMoves


class Doors(CodingMoves):
    """Opens the other screens, each imported when it is wanted."""

    def reload(self) -> None:
        """Reads the study anew, as after an import."""
        raise NotImplementedError

    def action_configurations(self) -> None:
        """Opens the configurations."""
        self.app.open_configurations()

    def action_bring_in(self) -> None:
        """Imports interviews from files."""
        from rcoder.ui.screens.importing import bring_in

        self.app.run_worker(bring_in(self.app, self.reload), group="import")
