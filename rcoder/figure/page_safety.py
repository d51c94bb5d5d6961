"""What keeps the HTML figure harmless: its security policy, and words escaped for a script element."""

from __future__ import annotations

import base64
import hashlib
import json


def sha256(words: str) -> str:
    """The source expression by which the policy knows an inline script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()


def policy(script: str, style: str) -> str:
    """The content security policy: this script, this style and the embedded font; nothing from anywhere, nothing to anywhere."""
    return (
        f"default-src 'none'; script-src '{sha256(script)}'; style-src '{sha256(style)}'; "
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


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
