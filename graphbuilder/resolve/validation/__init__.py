"""Validation of the extractions that are handed in, before any work: a wrong one is refused with place and remedy.

In: an Extraction record, its JSON as a line or bytes, or parsed JSON. Out: the checked Extraction record.

`parsing` makes the record, `faults` checks it: each text stands where its span says, each id is that of a record. A new
check is a generator method of `faults.Faults`.
"""
