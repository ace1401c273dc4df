"""The scores of judgements on entities: how sure each rule is. Scores of two names are in `compare`.

They order the links of `cluster.constrained`: a surer rule comes first. All are set by hand, so that rules with less
evidence have less; the order matters, and the distances do not.
"""

from __future__ import annotations

from typing import Final

#: Equal names, and nothing that tells their bearers apart.
SAME_NAME: Final = 0.98
#: Equal names, and types, places or traits that do.
NAMESAKES: Final = 0.9
#: A short name, and a document that has both it and the only full name.
SHORT_FOR: Final = 0.85
#: A short name without full name, in the same context.
SHORT_IN_CONTEXT: Final = 0.8
#: A surname or possible short form, in the same context as its only candidate, and as one of several.
ONLY_CANDIDATE: Final = 0.7
ONE_CANDIDATE: Final = 0.65
#: The same short name, with nobody in common.
UNSURE_SAME: Final = 0.4
#: A candidate for which nothing speaks.
UNSURE: Final = 0.35
#: What is left of the score of two like names for which nothing else speaks.
UNSUPPORTED: Final = 0.5
