"""The verdicts on a candidate pair, as `Judgement.verdict` has them."""

from __future__ import annotations

from typing import Final

#: One thing: a link.
SAME: Final = "same"
#: Two things: a cannot-link.
DIFFERENT: Final = "different"
#: Nearly one thing; the judgement is kept for the reader and links nothing.
UNSURE: Final = "unsure"
#: A plan and its deed: two events, one of which is the plan for the other.
TIED: Final = "tied"
