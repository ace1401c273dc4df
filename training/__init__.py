"""Teaches the reader (`graphbuilder.reader`) from keyed articles; no part of the package, and all that needs torch.

The tools of the corpus (`corpus/keying`) are no package either: they are put where Python looks here, once for all.
"""

from __future__ import annotations

import sys
from pathlib import Path

CORPUS = str(Path(__file__).parents[1] / "corpus")
if CORPUS not in sys.path:
    sys.path.insert(0, CORPUS)
