"""Words that only look like a time: names ("Theresa May"), counts ("2008 soldiers"), numbers of things ("Flight 1549").

A veto is a function over text and candidate that says True to drop it; add one by adding it to `VETOES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from graphbuilder.lexicons import lexicon
from graphbuilder.times.calendar.values import Named
from graphbuilder.times.calendar.words import MONTH_WORD, WEEKDAY_WORD, either
from graphbuilder.times.finding import Candidate

if TYPE_CHECKING:
    import spacy.tokens

_WINDOW = 24
#: How far after a named day what bears its name may end, in characters.
_NAMED = 40

_WORDS = {place: "|".join(patterns) for place, patterns in lexicon("vetoes").items()}
#: Words that occur before a month and hardly before a name.
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|last|next|this|early|late|mid|during|before|after|through|every|each|throughout"
    r"|(?:until|till|through)\sat\sleast|(?:earlier|later|sooner)\sthan|previous|following|coming)[\s-]+$",
    re.IGNORECASE,
)
#: The agent of a passive: "led by June Dacre".
_AGENT_BEFORE = re.compile(r"\b(?:[a-z]{2,}(?:ed|wn|en)|led|won|made|held|built|sung|cut|run)\sby\s$")
#: Words that occur before either.
_MAYBE_BEFORE = re.compile(
    r"\b(?:a|of|to|for|from|between|around|as|on|the|that|over|about)[\s-]+$|(?:[(–—/]|-)\s?$", re.IGNORECASE
)
#: A list goes on from another time: "in March, May and June".
_LISTED = re.compile(
    rf"(?:\b{MONTH_WORD}|[0-9](?:st|nd|rd|th)?|\b{WEEKDAY_WORD})\s?,?\s?(?:and|or|to|&|,)\s?$", re.IGNORECASE
)
_CAPITAL_AFTER = re.compile(r"\s(?:[A-Z][a-z]|[A-Z]\.)")
#: Words before a month that no verb of its makes it the name of a person: "in May to sign the treaty".
_SURELY_BEFORE = re.compile(
    r"\b(?:in|last|next|this|early|late|mid|end|each|every|during|throughout|until|till|from|between|of)[\s-]+$",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(r"\s(?:not\b|be\b|have\b|also\b|well\b|on\s+[A-Z]|against\b|said\b|told\b|has\b|to\b)")
_NAMES_OF_PEOPLE = frozenset({"may", "april", "june", "august", "march", "mar", "jan", "jun"})
_BEFORE_NUMBERS = re.compile(rf"(?:\b(?:{_WORDS['before_numbers']})\.?|[#№$€£¥])\s?$", re.IGNORECASE)
#: Words before an amount; "until at least 2027" and "no later than 2027" are none.
_AMOUNT_BEFORE = re.compile(
    r"\b(?<!until\sat\s)(?<!till\sat\s)(?<!through\sat\s)(?<!earlier\s)(?<!later\s)(?<!sooner\s)"
    r"(?:over|than|nearly|some|approximately|least|roughly|only|exactly|almost)\s$",
    re.IGNORECASE,
)
#: What has grown or shrunk from a count to another: "leapt from 297 to 1051".
_GROWN_BEFORE = re.compile(
    r"\b(?:climb|drop|f[ae]ll|gr[eo]w|increas|jump|leap|ris|ros|soar|surg|up|down)[a-z]{0,3}\sfrom\s[0-9,]{1,5}\sto\s$"
)
_COUNTED = either(lexicon("counted_things")["things"])
#: A planet or an asteroid is numbered by the year: "1987 KQ", "KQ 1987 b".
_BODY_AFTER = re.compile(r"\s(?:[A-HJ-Y][A-HJ-Z][0-9]{1,3}\b|[b-h](?![\w.,'’-]))")
_BODY = re.compile(r"\b(?:asteroids?|comets?|planets?|planetoids?)\s$", re.IGNORECASE)
#: Nouns of things that are counted; "the tsunami of 2004 killed more than 30,000" counts none.
_COUNT_AFTER = re.compile(
    rf"\s{_COUNTED}\b(?!(?<=ed)\s(?:[0-9]|an?\b|the\b|more\b|at\b|some\b|about\b|nearly\b|hundreds\b|thousands\b|his\b|her\b|their\b|him\b|them\b))",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(rf"\b(?:{_WORDS['before_years']})[.\s-]+$|[(\[–—-]\s?$|^$", re.IGNORECASE)


#: What is played in halves and quarters.
_MATCH = re.compile(rf"\b(?:{_WORDS['of_matches']})\b", re.IGNORECASE)
_SENTENCE = 120
_NAME_AFTER = re.compile(rf"['’]?\s(?:{_WORDS['in_names']})\b")
_NAMED_SEASON = re.compile(
    r"\s(?:Olympics?|Olympic|Games|Palace|Paralympics?|Offensive|Classic|Hill|River|Street|Awakening)\b"
)
_NAMED_DAY = re.compile(r"\s[A-Z][a-z]+\s[A-Z][a-z]+$")
_NAME_GOES_ON = re.compile(r"\s(?:of\s)?[A-Z][a-z]")
#: A capital before a unit in a title: "Light Years", "the Book of Hours".
_BOOK_BEFORE = re.compile(r"\b[A-Z][a-z]+\s(?:of\s)?$")
#: What is named after a date: "the October Revolution", "the 26th of July Movement", "12 May Street".
_NAMED_AFTER_DATE = re.compile(rf"\s(?:(?:{_WORDS['of_dates']})|[A-Z][a-z]+\sMovement)\b")
#: A house or block of houses that the year numbers: "at 1900 Market Street", "the 1800 block of Elm Avenue".
_AT_HOUSE = re.compile(r"\b(?:at|near|outside|to)\s$")
_HOUSE_AFTER = re.compile(rf"\s(?!Wall\b)(?:[A-Z][A-Za-z]*\.?\s){{1,3}}(?:{_WORDS['ways']})(?!\w)")
_OPENING, _CLOSING = frozenset('"“'), frozenset('"”')
_BLOCK_AFTER = re.compile(r"\sblock\s(?:of|on)\b")
_NAME_BEFORE = re.compile(r"\b[A-Z][a-z]+\s$")
_THE_BEFORE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)
_BESIDE_EVENT = re.compile(r"\s(?:before|after)\s(?![0-9])", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(r"\b(?:from|of|at|for|with|the|an?|and|by)\s$")
#: What bears the name of a day and happened on it, or on no day at all: "the Boxing Day tsunami", "the Easter Rising".
_NAMED_AFTER = re.compile(rf"\s(?:[a-z-]{{3,14}}\s)?(?:{_WORDS['incidents']})\b|\s(?:{_WORDS['named_incidents']})\b")
#: One week or more behind the day that is named: "a week on Tuesday", "Friday week".
_WEEK_FROM = re.compile(r"\b(?:an?|one|two|three)\s(?:week|fortnight)s?\s(?:on|from)\s$", re.IGNORECASE)
_DAY_WEEK = re.compile(r"\sweek(?=[.,;)]|$)")
_TO_WEEKDAY = re.compile(rf"\s?[-–]\s?{WEEKDAY_WORD}")
_TITLE_BEFORE = re.compile(r"\b(?:Bloody|Ruby|Fat|Super|Arab|Prague|Black|Silver|Palm|Casual|Colorado|The)\s$")


def _before(text: str, start: int) -> str:
    return text[max(0, start - _WINDOW) : start]


def _after(text: str, end: int) -> str:
    return text[end : end + _WINDOW]


def is_no_month(text: str, one: Candidate) -> bool:
    """Whether the word for a month is a name or a verb: Theresa May, "March on Washington"; not "in May to sign it"."""
    if one.rule != "month":
        return False
    word = text[one.start : one.end].lower().rstrip(".")
    if word.startswith(("the month", "month", "the ")):
        return False
    if len(word) < 5 and word not in ("june", "july") and text[one.start].islower():
        return True  # "dec", "nov": an abbreviation has a capital
    before, after = _before(text, one.start), _after(text, one.end)
    if word not in _NAMES_OF_PEOPLE or (_LISTED.search(before) and not _CAPITAL_AFTER.match(after)):
        return False
    if _AGENT_BEFORE.search(before) and _CAPITAL_AFTER.match(after):
        return True
    if not _MONTH_BEFORE.search(before) and (_CAPITAL_AFTER.match(after) or not _may_be_month(word, before)):
        return True
    if word not in ("may", "march", "mar"):
        return False
    return bool(_VERB_AFTER.match(after)) and not _SURELY_BEFORE.search(before)


def _may_be_month(word: str, before: str) -> bool:
    """Whether the words before a month that is also a name or a verb allow it to be a month."""
    if word in ("may", "march", "mar"):
        return _MAYBE_BEFORE.search(before) is not None
    return not re.search(r"[a-z,;:] [A-Z][a-z]+ $|^[A-Z][a-z]+ $", before)


def is_no_weekday(text: str, one: Candidate) -> bool:
    """Whether a weekday is another word ("he sat", "Sun") or a week off ("a week from Friday"); not "on Sat"."""
    if one.rule != "weekday":
        return False
    if _WEEK_FROM.search(_before(text, one.start)) or _DAY_WEEK.match(text, one.end):
        return True
    if text[one.start : one.end].lower().endswith("day"):
        return False
    if _TO_WEEKDAY.match(text, one.end):
        return False  # "Mon-Fri"
    return not re.search(r"(?:\bon|last|next|this|[(/–-])\s?$", _before(text, one.start), re.IGNORECASE)


def is_count(text: str, one: Candidate) -> bool:
    """Whether a year is a number of things or the number of one: 2008 soldiers, Resolution 1325, Flight 1549."""
    if one.rule == "ancient_year":
        return _COUNT_AFTER.match(_after(text, one.end)) is not None
    if one.rule not in ("year", "years"):
        return False
    if one.rule == "year" and not text[one.start : one.end][0].isdigit():
        return False
    before, after = _before(text, one.start), _after(text, one.end)
    if text[one.start - 1 : one.start] in _OPENING and text[one.end : one.end + 1] in _CLOSING:
        return True  # Orwell's "1984"
    if _BLOCK_AFTER.match(after) or (_AT_HOUSE.search(before) and _HOUSE_AFTER.match(text, one.end)):
        return True
    if (
        _BEFORE_NUMBERS.search(before)
        or (one.rule == "year" and (_BODY_AFTER.match(after) or _BODY.search(before)))
        or _COUNT_AFTER.match(after)
        or (one.rule == "year" and (_AMOUNT_BEFORE.search(before) or _GROWN_BEFORE.search(before)))
    ):
        return True
    return int(text[one.start : one.start + 4]) < 1500 and not _YEAR_BEFORE.search(before)


def is_part_of_name(text: str, one: Candidate) -> bool:
    """Whether the words are part of a name: the Seven Years' War, the Sunday Times, the Prague Spring."""
    after, before = _after(text, one.end), _before(text, one.start)
    if one.rule in ("duration", "hyphened", "plural", "weekday", "bounded") and _NAME_AFTER.match(after):
        return text[one.start : one.end] != text[one.start : one.end].lower()
    if one.rule in ("season", "part_of_day") and text[one.start : one.end].split()[-1][0].isupper():
        return bool(_NAME_GOES_ON.match(after)) or (one.rule == "part_of_day" and _name_before(before))
    if one.rule in ("month", "day_month", "month_day"):
        return _NAMED_AFTER_DATE.match(after) is not None
    if one.rule == "holiday" and before.endswith("White "):
        return True
    if one.rule == "holiday" and _NAMED_AFTER.match(text, one.end, one.end + _NAMED):
        return isinstance(one.value, Named) and one.value.step is None and bool(_THE_BEFORE.search(before))
    if one.rule == "season" and (_NAMED_SEASON.match(after) or _TITLE_BEFORE.search(before)):
        return True
    if one.rule == "duration":
        return _NAMED_DAY.search(text, one.start, one.end) is not None
    if one.rule == "plural":
        return text[one.start].isupper() and _BOOK_BEFORE.search(before) is not None
    article = _NAME_GOES_ON.match(after) and _ARTICLE_BEFORE.search(before)
    return one.rule == "weekday" and bool(article or _TITLE_BEFORE.search(before))


def _name_before(before: str) -> bool:
    """Whether a name precedes the words: "Golden Dawn"; not "Friday Night", a time in a headline."""
    found = _NAME_BEFORE.search(before)
    return found is not None and not found[0].strip().lower().endswith("day")


def is_of_match(text: str, one: Candidate) -> bool:
    """Whether a half or quarter is of a match: "He scored twice in the second half"."""
    if one.rule != "quarter":
        return False
    return _MATCH.search(text, max(0, one.start - _SENTENCE), one.end + _SENTENCE) is not None


Veto = Callable[[str, Candidate], bool]


def is_beside_event(text: str, one: Candidate) -> bool:
    """Whether a season or month is counted from something else: "the winter before the accident", "before last"."""
    if one.rule not in ("season", "month"):
        return False
    has_article = text[one.start : one.end].lower().startswith("the ") or _THE_BEFORE.search(text[: one.start])
    return bool(has_article and _BESIDE_EVENT.match(text, one.end))


VETOES: tuple[Veto, ...] = (is_no_month, is_no_weekday, is_count, is_part_of_name, is_of_match, is_beside_event)


def drop_vetoed(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates that no veto objects to."""
    return [one for one in candidates if not any(veto(text, one) for veto in VETOES)]


#: Words for a time that are verbs as well.
_VERBS = frozenset({"may", "march", "marched", "sat", "wed", "fall", "spring"})


def is_vetoed_by_parse(doc: spacy.tokens.Doc, one: Candidate) -> bool:
    """Whether the parse has a name, verb or quantity in these words; only months, weekdays, seasons and years ask."""
    if one.rule not in ("month", "weekday", "season", "year"):
        return False
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None:
        return False
    if one.rule == "year":
        return any(token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY") for token in span)
    if any(token.lower_ in _VERBS and token.pos_ in ("VERB", "AUX") for token in span):
        return True
    return any(token.ent_type_ == "PERSON" for token in span)
