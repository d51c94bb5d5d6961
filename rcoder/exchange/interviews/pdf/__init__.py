"""PDF files with a text layer: what stands where on each page, and from that lines, columns and paragraphs."""

from __future__ import annotations

from rcoder.exchange.interviews.pdf.reading import read_pdf

__all__ = ["read_pdf"]
