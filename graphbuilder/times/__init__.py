"""Time expressions of English news and histories: found, normalised to TIMEX3, anchored, turned into intervals.

In: a Document with its publication date, its sentences and, where there is one, its parse. Out: `TimeExpression`
records in text order. The steps, in this order, since each needs what the one before it has settled:

1. `finders`    every reading of every group of words, one sentence at a time; they may overlap
2. `refiners`   readings compete, neighbours join, the words around them are put to them: one candidate a place
3. `refiners.vetoes`   where there is a parse, candidates that are names or verbs go before they count
4. `document.initial_context`   the document as a whole: publication, day or month first, news or history
5. `reader`     in text order, since a time may be counted from those before it: what it hangs on (`context`,
                `document.chronology`), its reading and interval (`anchors`); then the story moves on

Between finders and anchors travel the values of `calendar.values`. Where to add: a kind of expression in `finders`,
words that change a time in `refiners`, what a value is counted from in `anchors`, a cue of the text in `document`, a
named day or a zone in `graphbuilder/lexicons/times`.

>>> from datetime import date
>>> [one.interval.edtf for one in find_times("They met on April 2, 2008.", date(2022, 11, 29))]
['2008-04-02']
"""

from __future__ import annotations

from graphbuilder.times.api import find_times, time_expressions
from graphbuilder.times.options import TimeOptions

__all__ = ["TimeOptions", "find_times", "time_expressions"]
