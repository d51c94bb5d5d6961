"""Charts: progress by coder, evidence by role and by group of cases."""

from __future__ import annotations

from rcoder.project.charts.asking import TABLES, behind_bar, chart

__all__ = ["TABLES", "behind_bar", "chart"]
