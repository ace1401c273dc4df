"""Which event a date dates, by the words alone: "the vote was held on Friday", "the April 4 summit", "he died in 1821".

A date belongs to a noun only where the words put the two together. "He denounced the vote on Friday" dates the
denouncement and not the vote, so it says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graphbuilder.intervals import Interval
from graphbuilder.lexicons import lexicon_as_written
from graphbuilder.times.calendar.values import EventPhrase
from graphbuilder.times.calendar.words import either

_LEXICON = lexicon_as_written("happenings")
_NOUNS: dict[str, list[str]] = _LEXICON["nouns"]
#: Word → noun of the list that it is a form or synonym of; verb → its nominalisation.
_NOUN_OF_WORD = {noun: noun for noun in _NOUNS} | _LEXICON["other_words"]
_NOUN_OF = {form: noun for word, noun in _NOUN_OF_WORD.items() for form in (word, f"{word}s", f"{word}es")}
_NOUN_OF_VERB = {verb: noun for noun, verbs in _NOUNS.items() for verb in verbs}


def _any(words: Iterable[str]) -> str:
    """A pattern that matches any of these words and phrases."""
    return either(word.replace(" ", r"\s") for word in words)


_NOUN = rf"(?P<noun>{_any(_NOUN_OF)})\b"
_BEGINS, _ENDS = _any(_LEXICON["begins"]), _any(_LEXICON["ends"])
#: Words that end a noun phrase.
_STOP = (
    r"(?:of|in|on|at|to|by|for|from|with|and|or|but|that|which|who|whose|when|where|while|was|were|is|are|be|been|had|has"
    r"|have|did|does|do|will|would|could|should|may|might|said|says|after|before|as|than|until|since|over|during|he|she"
    r"|it|they|we|you|i|there|about|into|under|through|following|despite|towards?|within|without|across|amid|between"
    r"|against|near|outside|inside|because|if|so|then|also|only)\b"
)
_WORD = rf"(?!{_STOP})(?:[\w’'.-]{{1,30}}|[0-9]{{1,4}},)\s"
_DETERMINER = r"(?P<det>the|an?|this|that|these|those|his|her|its|their|our|my)\s"
_PHRASE = re.compile(
    rf"\s(?:{_DETERMINER})?(?P<words>(?:{_WORD}){{0,5}}?){_NOUN}"
    rf"(?:(?=\s?[,.;:)—–\"”]|\s{_STOP}|\s(?:last|this|next|yesterday|the|an?|his|her|its|their|both|all|no|most|many|some|[0-9])\b"
    r"|\s(?-i:[A-Z])|\s?$)"
    rf"|(?=\s(?P<begins>{_BEGINS})\b)|(?=\s(?P<ends>{_ENDS})\b))",
    re.IGNORECASE,
)
#: Words by which a noun phrase is not the one told before: "a second vote".
_OTHER = re.compile(
    r"\b(?:first|second|third|fourth|another|next|new|fresh|other|previous|earlier|last|final|former|repeat)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w’'-]*")


class DatedEvent(NamedTuple):
    """An event that was told with its date.

    Args:
        noun: its noun, as a key of the list.
        edge: "start" or "end" where the date is that end of it, else "".
        when: the interval of the date.
        name: the id of the date.
        sentence: the number of the date's sentence.
        context: from where to where the words around the date reach.
    """

    noun: str
    edge: str
    when: Interval
    name: str
    sentence: int
    context: tuple[int, int]


def phrase_after(text: str, place: int, end: int) -> EventPhrase | None:
    """The noun phrase of an event that follows "before", "after" or "the eve of"; None, where none does."""
    match = _PHRASE.match(text, place, end)
    if match is None:
        return None
    edge = "start" if match["begins"] else "end" if match["ends"] else ""
    known = (match["det"] or "the").lower() not in ("a", "an") and not _OTHER.search(match["words"])
    names = tuple(name.removesuffix("'s").removesuffix("’s") for name in _NAME.findall(match["words"]))
    return EventPhrase(_NOUN_OF[match["noun"].lower()], edge, names, known, match.start(), match.end("noun"))


#: Between the noun of a phrase and its own date: "the summit of 4 April", "the vote in Oslo on Friday".
_OWN_GAP = re.compile(
    r"(?:\s(?:in|at)\s[A-Z]\w{1,20}(?:\s[A-Z]\w{1,20})?)?"
    r"(?:,?\s(?:which\s(?:was|were|took|takes)\s)?(?:held|place|due|scheduled|planned|set))?"
    r"\s(?:of|on|in|at|for|last)?\s?(?:the\s)?",
    re.IGNORECASE,
)


def own_date(text: str, phrase: EventPhrase, start: int, end: int) -> bool:
    """Whether a date (its offsets) modifies the phrase itself: "the April 4 vote", "the summit of 4 April 2008"."""
    if phrase.start < start and end <= phrase.end:
        return True
    return start > phrase.end and _OWN_GAP.fullmatch(text, phrase.end, start) is not None


# --- which event a date dates ----------------------------------------------------------------------------------------

#: Longest stretch of a sentence that is looked at on either side of a date.
_REACH = 110
_ON = r"\s(?:(?:late|early)\s)?(?:on|in|of|at|for|last)?\s?(?:the\s)?"
_PLACE = (
    r"(?:\s(?:in|at|near|outside|on|of|with|between|by)\s(?:the\s)?[\w’'-]{1,20}(?:\s(?!"
    + _STOP
    + r")[\w’'-]{1,20}){0,3}){0,2}"
)
_ADJECTIVES = rf"(?:(?!{_STOP}|(?:the|an?)\b)[\w’'-]{{1,24}}\s){{0,4}}"
_SUBJECT = (
    r"(?:^|[,;:—–]\s|\b(?:and|that|but|when|as|since|where)\s)(?:the|an?|this|that|his|her|its|their)?\s?"
    rf"{_ADJECTIVES}{_NOUN}(?:,?\s(?:which|that)(?=\s))?"
)
_SCHEDULED = (
    r"(?:(?:is|was|were|are|had\sbeen|has\sbeen|will\sbe|to\sbe|is\sto\sbe)\s)?"
    rf"(?:held|due|expected|(?:{_any(_LEXICON['scheduled'])})\s(?:for|to\s(?:be\sheld|take\splace)))"
)
_ANYTHING = r"(?:\s[\w’'-]{1,24}){0,10}"


def _ending(pattern: str) -> re.Pattern[str]:
    """A pattern of what ends right before a date."""
    return re.compile(f"(?:{pattern}){_ON}$", re.IGNORECASE)


#: What ends right before a date of an event, and which end of the event that date is.
_BEFORE: tuple[tuple[re.Pattern[str], str], ...] = (
    (_ending(rf"{_SUBJECT}{_PLACE}(?:\swill)?,?\s(?:{_any(_LEXICON['happens'])}|{_SCHEDULED}){_PLACE}"), ""),
    (_ending(rf"{_SUBJECT}{_PLACE}\s(?:{_any(_LEXICON['harms'])}){_ANYTHING}"), ""),
    (_ending(rf"{_SUBJECT}{_PLACE}(?:\swill)?\s(?:{_BEGINS}){_PLACE}"), "start"),
    (_ending(rf"{_SUBJECT}{_PLACE}(?:\swill)?\s(?:{_ENDS}){_PLACE}"), "end"),
    (_ending(rf"\b(?:{_any(_LEXICON['held'])})\s(?:the|an?|its|his|her|their)?\s?{_ADJECTIVES}{_NOUN}{_PLACE}"), ""),
    (_ending(rf"{_SUBJECT}{_PLACE}\s(?:{_BEGINS}){_ANYTHING},?\sand\s(?:{_ENDS})"), "end"),
    (re.compile(rf"{_SUBJECT}{_PLACE}\s(?:is|was|will\sbe|falls?|fell)\s(?:on|in)\s(?:the\s)?$", re.IGNORECASE), ""),
    (re.compile(rf"\b{_NOUN}\sof\s(?:the\s)?$", re.IGNORECASE), ""),
    (
        _ending(
            rf"\b(?:in|at|during|after|before|ahead\sof|following|since|until|from)\s(?:the|an?|this|that|its|his|her|their)\s"
            rf"{_ADJECTIVES}{_NOUN}{_PLACE}"
        ),
        "",
    ),
)
#: A date between subject and verb: "The earthquake on Monday killed 300".
_SUBJECT_BEFORE = _ending(rf"{_SUBJECT}{_PLACE}")
_VERB_AFTER = re.compile(r"\s(?:was|were|is|are|has|had|will|would|left|struck|[a-z]{2,}ed)\b")
_VERB = rf"(?P<verb>{_any(_NOUN_OF_VERB)})\b"
_DONE = _ending(rf"(?<!not\s)(?<!never\s)\b{_VERB}{_ANYTHING}")
#: An apposition before a verb, which dates no event of the story: "The governor, elected in 2014".
_ASIDE = re.compile(r",\s(?:who\s(?:was\s|had\s)?(?:been\s)?)?(?:and\s)?(?:re-)?$")
_CLAUSE = re.compile(r"[,;:—–]|\b(?:that|which|who|but|and|before|after|when|while|because|if)\b", re.IGNORECASE)
#: A noun that the date modifies: "Friday's vote", "the 4 April 2008 summit".
_OWNED = re.compile(rf"(?:['’]s?)?\s{_ADJECTIVES}{_NOUN}(?!['’]|\s(?!{_STOP})[a-z])", re.IGNORECASE)
#: A clause behind a fronted date: "On Friday, parliament held a vote", "On Friday they voted".
_FRONTED = re.compile(
    rf",?\s(?:{_WORD}){{0,5}}?(?:(?:{_any(_LEXICON['held'])})\s(?:the|an?|its|his|her|their)\s{_ADJECTIVES}{_NOUN}"
    rf"|(?P<verb>{_any(_NOUN_OF_VERB)})\b)"
    rf"|,?\s(?:the|an?|its|his|her|their)\s{_ADJECTIVES}(?P<noun2>{_any(_NOUN_OF)})\s"
    rf"(?:{_any(_LEXICON['happens'])}|{_any(_LEXICON['harms'])})\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:^|[.!?\n]['\"”]?\s*)(?:(?:on|in|late|early)\s)?(?:the\s)?$", re.IGNORECASE)


def dated_nouns(text: str, start: int, end: int, low: int, high: int) -> Iterator[tuple[str, str]]:
    """The nouns of the events that the date between two offsets dates, with the end that it is of.

    `low` to `high` is its sentence.
    """
    before, after = text[max(low, start - _REACH) : start], text[end : min(high, end + _REACH)]
    for pattern, edge in _BEFORE:
        match = pattern.search(before)
        if match:
            yield _NOUN_OF[match["noun"].lower()], edge
            return
    subject = _SUBJECT_BEFORE.search(before) if _VERB_AFTER.match(after) else None
    if subject:
        yield _NOUN_OF[subject["noun"].lower()], ""
        return
    done = _DONE.search(before)
    if done and not _ASIDE.search(before, 0, done.start("verb")) and not _CLAUSE.search(before, done.end("verb")):
        yield _NOUN_OF_VERB[done["verb"].lower()], ""
    owned = _OWNED.match(after)
    if owned:
        yield _NOUN_OF[owned["noun"].lower()], ""
    fronted = _FRONTED.match(after) if start - low <= len("in the ") and _HEAD.search(before) else None
    if fronted:
        noun = fronted["noun"] or fronted["noun2"]
        yield (_NOUN_OF[noun.lower()] if noun else _NOUN_OF_VERB[fronted["verb"].lower()]), ""


#: How far back a phrase may point, in sentences and in characters.
_SENTENCES, _FAR = 12, 4000


def find_dated_event(
    text: str, phrase: EventPhrase, place: int, sentence: int, told: list[DatedEvent]
) -> DatedEvent | None:
    """The nearest event of this noun that was told with its date."""
    if not phrase.known:
        return None
    for one in reversed(told):
        if one.sentence < sentence - _SENTENCES:
            return None
        if one.noun == phrase.noun and (not one.edge or one.edge == phrase.edge):
            low, high = one.context
            fits = place - high < _FAR and all(name in text[low:high] for name in phrase.names)
            return one if fits else None
    return None
