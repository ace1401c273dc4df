"""Dates in resolution: the one that a mention gives its event, and what two dates of one event say together.

In: event mentions and the time expressions that extraction tied to them. Out: a `Dated` of each mention, and the
interval that two dates make.

`mention_dates` reads the date of one mention, `reconciliation` merges two dates. A rule on a date of one mention goes
into `mention_dates`, and one on several into `reconciliation`.
"""
