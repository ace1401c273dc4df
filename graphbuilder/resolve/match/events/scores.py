"""The scores of judgements on events: how sure each rule is that a pair is one event.

They order the links of `cluster.constrained`: where two contradict each other, the surer one prevails. All are set by
hand, by how much evidence a rule asks for; their order was tried on the answer keys of ``tests/expected`` and on public
timelines, and only the order matters.
"""

from __future__ import annotations

from typing import Final

# the words are a witness of their own
#: A named event ("Bucharest summit") and dates that agree: editions of one.
EDITION: Final = 0.95
#: One sentence, printed word for word.
VERBATIM: Final = 0.95
#: One phrase in two documents of the same days.
REPRINT: Final = 0.9

# both are dated
#: One trigger, day, and place or participant.
SAME_DAY: Final = 0.85
#: The same of months or years, or another word for what the same did to the same.
SAME_TIME: Final = 0.7
OTHER_WORDS: Final = 0.7
#: One trigger and dates that agree, and content words, a number or the same roles.
SAME_WORDS: Final = 0.65
RARE_NUMBER: Final = 0.65
ROLES_AND_WORDS: Final = 0.65
#: A type that rarely happens twice, with dates that agree, and with one that is only that of the news.
ONCE: Final = 0.65
ONCE_IN_NEWS: Final = 0.6
#: A type that rarely happens twice, of which both only have a latest day.
ONCE_BY_THEN: Final = 0.6

# one is not dated
#: The only dated candidate with the same act and participants; and an undated one.
ONCE_DATED: Final = 0.6
NEVER_DATED: Final = 0.55

# one does not say who or where
#: The only candidate in documents about the same.
ONLY_OF_ITS_DAYS: Final = 0.55
ONLY_ANTECEDENT: Final = 0.55

# one is a plan
AWAITED_DECISION: Final = 0.55
CANCELLED_PLAN: Final = 0.5
