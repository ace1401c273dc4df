"""When an event happened: sources of dates, the surest first.

In: triggers, the words of time that the reader ties to them, time expressions, the day of publication. Out: for each
trigger its times and the name of the rule (`context.Dating`). `cascade` is the one ordered list: what the reader ties,
chronologies, the day of the news (`news`), how long it lasted (`durations`). Before it the reader's judgement and the
calendar are brought together: dates of plans are to come (`directed`), what is to come is planned (`ahead`).
`stamps` are of no event. To add a rule, write it in the file of its source; one of the news also goes into
`news._RULES`.
"""
