"""Words that two rules read tell one event, of one id."""

from __future__ import annotations

from dataclasses import replace

import graphbuilder as gb
from graphbuilder.events import _each_once


def test_what_two_rules_read_is_one_event():
    [read] = gb.extract(gb.Document(text="Norway met Sweden in Oslo. Volvo sued Scania.", id="a"))
    first, second = read.events
    again = replace(first, lemma="other", participants=())
    assert list(_each_once([first, again, second])) == [first, second]
    assert list(_each_once([first, second])) == [first, second]
