"""Words that are read twice tell one event, of one id."""

from __future__ import annotations

from dataclasses import replace

from graphbuilder.events import _each_once


def test_what_is_read_twice_is_one_event(read_marked):
    text = "Norway [met] Sweden in Oslo. Volvo [sued] Scania."
    first, second = read_marked([(text,)])[text].events
    again = replace(first, lemma="other", participants=())
    assert list(_each_once([first, again, second])) == [first, second]
    assert list(_each_once([first, second])) == [first, second]
