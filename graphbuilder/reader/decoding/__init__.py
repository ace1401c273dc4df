"""From the vectors of words to a reading: `decode` puts the steps together.

`mentions` and chains of them, then `events`, then `participants`: who, where, who says so, when; `ties` between
entities, `links` between events; last `line`: how likely an event is a line that is wanted and right.
"""
