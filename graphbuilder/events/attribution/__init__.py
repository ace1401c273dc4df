"""Who says that an event happened.

In: an event and the quotations and mentions around it. Out: the mention of the speaker (`speakers`), or the words for a
source without a name (`unnamed_sources`). To add a verb of saying, add it to ``lexicons/events/event_verbs.yaml``.
"""
