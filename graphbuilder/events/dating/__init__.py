"""When an event happened: sources of dates, the surest first.

In: triggers, time expressions, the day of publication. Out: for each trigger its times and the name of the rule
(`context.Dating`). `cascade` is the one ordered list: what is counted back from events (`offsets`), the dates of their
own clauses (`explicit`), those that a clause shares (`shared`), chronologies, casualties, the day of the news (`news`),
the course of a history (`histories`). To add a rule, write it in the file of its source and put it in the list at its
end.
"""
