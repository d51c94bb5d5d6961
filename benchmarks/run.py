"""Every measurement, one after the other; figures only, nothing fails by the clock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

for name in ("load.py", "questions.py", "reanchor.py", "latency.py"):
    print(f"== {name}", flush=True)
    subprocess.run([sys.executable, str(Path(__file__).parent / name), *sys.argv[1:]], check=False)
