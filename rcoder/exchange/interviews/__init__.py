"""Interviews from files: one reader per format, and one door, `read_interview`."""

from __future__ import annotations

from rcoder.exchange.interviews.kinds import FORMATS
from rcoder.exchange.interviews.reading import read_interview
from rcoder.exchange.interviews.records import Interview, ReadSpeaker, ReadTurn

__all__ = ["FORMATS", "Interview", "ReadSpeaker", "ReadTurn", "read_interview"]
