"""Which words are a day of the week: "Tuesday", "last Tuesday"; a refiner puts the night to it."""

from __future__ import annotations

import re

from graphbuilder.times.calendar.values import PUBLICATION, STORY, Partial, Step, Value, Within
from graphbuilder.times.calendar.words import SP, WEEKDAY_WORD, weekday_number
from graphbuilder.times.finding import rule

#: Which one a word in front points to, and from where it is counted.
POINTERS = {
    "last": (-1, PUBLICATION), "past": (-1, PUBLICATION), "this past": (-1, PUBLICATION), "this": (0, PUBLICATION),
    "current": (0, PUBLICATION), "next": (1, PUBLICATION), "coming": (1, PUBLICATION), "this coming": (1, PUBLICATION),
    "upcoming": (1, PUBLICATION), "the coming": (1, PUBLICATION), "previous": (-1, STORY), "preceding": (-1, STORY),
    "following": (1, STORY), "that same": (0, STORY), "same": (0, STORY), "that": (0, STORY),
}  # fmt: skip
POINTER = (
    r"(?P<pointer>(?:this|that)\s(?:past|coming|same|very)|last|past|this|current|next|coming"
    r"|upcoming|previous|preceding|following|same|that)"
)

_OF = re.compile(r"\s(?:in|of)\s")
#: What may follow "a Sunday" and "on the Sunday", which are no "Sunday show".
_AFTER_SOME = "in|of|when|that|and|or|but|after|before|as|with|while|at|he|she|it|they|we|the|last|this|next|late|early"


def pointed(match: re.Match[str]) -> tuple[int, str]:
    """The step and anchor of the pointer that a pattern matched; "the next" is counted from the story."""
    word = " ".join(match["pointer"].lower().split()).replace(" very", "")
    step, anchor = POINTERS[word]
    if word == "next" and match.re.groupindex.get("the") and match["the"]:
        anchor = STORY
    return step, anchor


@rule(rf"{WEEKDAY_WORD}(?!\.[a-z])", needs="weekday", score=0.9)
def weekday(match: re.Match[str]) -> Value:
    """A weekday: Tuesday."""
    return Partial("weekday", weekday_number(match[0]))


@rule(rf"(?P<the>the{SP})?{POINTER}{SP}(?P<day>{WEEKDAY_WORD})", needs="weekday")
def pointed_weekday(match: re.Match[str]) -> Value | None:
    """A weekday that a word points to: last Tuesday, the following Monday; not "said that Tuesday's vote", "following
    Tuesday's quake".
    """
    word = match["pointer"].lower()
    if word == "that" and match.string.startswith(("'s", "’s"), match.end()):
        return None
    if word == "following" and not match["the"]:
        return None
    step, anchor = pointed(match)
    if match["the"] and word == "last" and _OF.match(match.string, match.end()):
        return Partial("weekday", weekday_number(match["day"]), anchor="")  # "the last Sunday in May"
    return Partial("weekday", weekday_number(match["day"]), step=step, anchor=anchor)


@rule(
    rf"(?:an?|one|another|any|some|on{SP}the|(?:the{SP})?(?:first|second|third|fourth)){SP}(?P<day>{WEEKDAY_WORD})"
    rf"(?=(?:{SP}(?:morning|afternoon|evening|night))?(?:{SP}?[.,;:)]|{SP}(?:{_AFTER_SOME})\b|{SP}?$))",
    needs="weekday",
)
def some_weekday(match: re.Match[str]) -> Value:
    """A weekday that nobody can date: a Friday (in May), one Sunday, (buried) on the Friday."""
    return Partial("weekday", weekday_number(match["day"]), anchor="")


@rule(rf"(?P<day>{WEEKDAY_WORD}){SP}(?:of{SP})?(?P<side>last|next|this){SP}week", needs="weekday")
def weekday_of_week(match: re.Match[str]) -> Value:
    """A weekday of a week that a word points to: Tuesday (of) last week."""
    day = Partial("weekday", weekday_number(match["day"]))
    return Within(day, Step("week", {"last": -1, "this": 0, "next": 1}[match["side"].lower()]))
