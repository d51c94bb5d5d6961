"""Words escaped for a script element."""

from __future__ import annotations

import json


def embedded(records: object) -> str:
    """JSON that cannot end the script element it stands in."""
    said = json.dumps(records, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (
        said.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )
