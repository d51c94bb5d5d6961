"""Everything that can be written for a thesis or a report; each kind is declared in `declared`, made in its module, and leaves by `leaving`."""

from __future__ import annotations

from rcoder.project.exports.declared import EXPORTS, Export, find

__all__ = ["EXPORTS", "Export", "find"]
