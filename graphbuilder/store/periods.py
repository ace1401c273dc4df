"""Which articles of a store bear on a period: those that tell an event of it, and those that came out about then."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import date
from functools import cache

from graphbuilder.intervals import Interval

#: Days before and after the period within which an article came out that may tell of it without a date: what is news
#: of one fortnight may be one event (`graphbuilder.resolve.match.events`).
NEAR = 14

_WITHIN = """
SELECT number FROM document
WHERE number IN (SELECT value FROM json_each(?))
    AND (published_near(published) OR EXISTS (SELECT 1 FROM telling WHERE document = number AND dated_within(date)))"""


def within(database: sqlite3.Connection, numbers: Collection[int], period: Interval) -> set[int]:
    """Those of some articles that bear on a period; "../DAY" is on that day, as in the timeline."""

    @cache
    def dated(edtf: str) -> bool:
        return Interval.parse(edtf).mark.overlaps(period)

    @cache
    def published(moment: str | None) -> bool:
        return moment is not None and Interval.around(date.fromisoformat(moment[:10]), NEAR).overlaps(period)

    database.create_function("dated_within", 1, dated, deterministic=True)
    database.create_function("published_near", 1, published, deterministic=True)
    return {row[0] for row in database.execute(_WITHIN, [json.dumps(sorted(numbers))])}
