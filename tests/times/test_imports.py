from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from graphbuilder.times import find_times
find_times("They met on 2 April 2008.")
print("spacy" in sys.modules)
"""


def test_no_spacy_is_imported() -> None:
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
