"""What is told with the clock of a match or race: "scored in the tenth minute", "broke away with 22 km left"."""

from __future__ import annotations

import re

from graphbuilder.events.dating.context import Dating
from graphbuilder.events.dating.news_context import Story
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.syntax.tense import looks_away
from graphbuilder.times.document.sentences import quoted

#: How far a match or race had come.
_CLOCK = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|[a-z]{2,12}(?:st|nd|rd|th))[\s-]minute\b|\bhalf-?time\b"
    r"|\b(?:injury|stoppage|extra|added)\stime\b"
    r"|\b(?:before|after|at)\sthe\s(?:break|interval|restart)\b"
    r"|\b\d{1,3}\s?(?:km|kilomet(?:re|er)s|miles|laps|minutes|met(?:re|er)s|holes)\s"
    r"(?:left|remaining|to\s(?:go|play|spare)|from\s(?:home|the\s(?:end|finish|line)))\b"
)
_CLAUSES = frozenset({"ROOT", "advcl", "conj"})


def in_play(story: Story, trigger: Trigger) -> Dating | None:
    """The day of the match or race that the lead tells of, for what a sentence without a date tells with its clock.

    Asked only in stories whose lead tells of one.
    """
    at, told = story.sentence(trigger), story.factuality[trigger]
    if at <= story.lead or told.modality != "ACTUAL" or told.tense != "PAST":
        return None
    sentence, verb, text = story.parse.sentences[at], story.anchor(trigger), story.parse.document.text
    if at in story.told or verb.dep_ not in _CLAUSES or _CLOCK.search(text, sentence.start, sentence.end) is None:
        return None
    day = None if looks_away(verb) or quoted(text, verb.idx) else story.day()
    return None if day is None else Dating("story", day)
