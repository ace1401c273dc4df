"""The calendar without any text: cells, underspecified values, named days, zones and words.

In: numbers, words and patterns. Out: `Cell`s, TIMEX3 text, and the values that travel from the finders to the anchors.
Pure functions.

cells, timex     years, weeks, mornings as things that can be stepped and cut; TIMEX3 of dates and of lengths
values           what a finder reads: which parts are known, and what the rest hangs on
words            the words of the calendar, and the patterns that finders build on
absolute         full dates, by dateparser
named_days       feasts and the like in a given year
zones            what "GMT" and "ET" denote on a day

Where to add: a named day or a zone in `graphbuilder/lexicons/times`, a word in `words`, a kind of value in `values`.
"""
