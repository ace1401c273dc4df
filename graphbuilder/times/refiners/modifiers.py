"""Words before and after a time that change it: "early", "the end of", "about", "more than", "since", "or so".

They become the TIMEX3 mod of the candidate, or its bound; `anchors.modified` says what they make of the interval.
"""

from __future__ import annotations

import re

from graphbuilder.lexicons import lexicon
from graphbuilder.times.calendar.values import (
    Clock,
    Duration,
    Every,
    Fixed,
    Offset,
    Partial,
    Reference,
    Several,
    Step,
    Value,
    Within,
)
from graphbuilder.times.finding import Candidate

#: Longest stretch of text that is looked at before a time.
_WINDOW = 48


def _one_of(section: str) -> str:
    """A named group for each kind of words of a section of the lexicon."""
    kinds = lexicon("modifiers")[section].items()
    return "|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in kinds)


_PART = re.compile(rf"(?<![\w-])(?P<span>(?:{_one_of('parts')})(?:\s|-|\u2010|\u2011))(?P<the>the\s)?$", re.IGNORECASE)
_THE_BEFORE = re.compile(r"\b(?:the|a)\s$", re.IGNORECASE)
_DEGREE = re.compile(rf"(?<![\w-])(?P<span>(?:{_one_of('degrees')})\s?)(?P<the>the\s)?$", re.IGNORECASE)
#: Verbs that take the particle "over": "he took over four months ago".
_PARTICLE = re.compile(r"\b(?:t[ao]kes?|took|taken|taking|turn(?:ed)?|hand(?:ed)?)\s$", re.IGNORECASE)
_BOUND = re.compile(rf"(?<![\w-])(?:{_one_of('bounds')})(?:\s|-|$)(?:the\s)?(?:about\s|at\sleast\s)?$", re.IGNORECASE)
#: What is not expected before a time, or not until it, is expected from then on; what had not been before it was not.
_NOT = re.compile(
    r"(?:(?<!or\s)\b(?:not|no|cannot|nobody|nothing|unlikely|hardly)|n['’]t)"
    r"(?:\s(?!(?:and|but|or|that|which|who|because|so|while|only|just|long|even|merely|much|far|always)\b)\w++){0,5}\s$",
    re.IGNORECASE,
)
_PAST_DENIAL = re.compile(
    r"\b(?:did|was|were|had)(?:\snot\b|n['’]t\b)(?!\s(?:expected|due|likely|planned|scheduled)\b)"
    # "had received no word", "saw no ships", "nobody was told"
    r"|\b(?:(?:had|was|were)(?:\s(?!expected|due|likely|planned|scheduled)\w+)?|found|gave|got|heard|made|saw|took)\sno\b"
    r"|\b(?:no\s\w+|nobody|nothing)\s(?:was|were|had|did|came)\b(?!\s(?:expected|due|likely|planned|scheduled)\b)",
    re.IGNORECASE,
)
#: Characters before "no" in which its verb may stand: "had received".
_AUXILIARY = 20
_SHORTLY = re.compile(r"\b(?:shortly|just|soon|immediately|right|moments|minutes|hours|days)\s$", re.IGNORECASE)

_ONWARD = re.compile(r"\s(?:onwards?|forward|and\s(?:after|onwards?|later|beyond)|or\slater)\b", re.IGNORECASE)
_OR_SO = re.compile(r"\s(?:or\sso|or\sthereabouts)\b", re.IGNORECASE)
_OR_MORE = re.compile(r"\sor\s(?:(?P<more>more|longer)|less)\b", re.IGNORECASE)


def modify(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with the words around them."""
    result: list[Candidate] = []
    for one in candidates:
        floor = result[-1].end if result else 0
        for step in (_add_part, _add_degree, _add_bound, _add_tail):
            one = step(text, one, max(floor, one.start - _WINDOW))
        result.append(one)
    return result


def _is_divisible(value: Value) -> bool:
    """Whether a value has an early and a late part."""
    return not isinstance(value, Duration | Every | Reference | Several | Offset) and not (
        isinstance(value, Clock) and value.hour is not None
    )


def _add_part(text: str, one: Candidate, floor: int) -> Candidate:
    """The candidate with the word for a part of it: early 1990s, mid-June, the end of last year, later this month."""
    if not _is_divisible(one.value):
        return one
    inside = _part_inside(text, one)
    if inside:
        return one.moved(mod=inside)
    found = _PART.search(text, floor, one.start)
    if found is None:
        return one
    mod = "START" if found["start"] else "MID" if found["mid"] else "END"
    words = found["span"].lower()
    if words.startswith(("earlier", "later")) and not _has_parts(one.value):
        return one
    if "turn" in words and not (isinstance(one.value, Step) and one.value.unit == "year"):
        return one
    if isinstance(one.value, Clock) and mod == "MID":
        return one
    start = found.start("span")
    article = _THE_BEFORE.search(text, floor, start)
    if article:
        start = article.start()
    return one.moved(start=start, mod=mod)


def _has_parts(value: Value) -> bool:
    """Whether "earlier" and "later" name a part of a value: "later Thursday", "earlier this summer"."""
    return isinstance(value, Step | Within | Fixed) or (
        isinstance(value, Partial) and (value.unit == "weekday" or value.step is not None)
    )


_INSIDE = re.compile(
    r"^(?:the\s|a\s)?(?:very\s)?(?:(?P<START>early)|(?P<MID>mid|middle)|(?P<END>late))(?=[\s-]|(?<=mid)(?:week|month|year|summer|winter))",
    re.IGNORECASE,
)


def _part_inside(text: str, one: Candidate) -> str | None:
    """The mod of a candidate whose pattern took the word in: "the early '90s"."""
    found = _INSIDE.match(text[one.start : one.end])
    return found.lastgroup if found else None


def _add_degree(text: str, one: Candidate, floor: int) -> Candidate:
    """The candidate with the words before it for a degree: about three years, more than a decade ago."""
    found = _DEGREE.search(text, floor, one.start)
    if found is None or found.lastgroup is None:
        return one
    mod = next(name for name in ("APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE") if found[name])
    if found["span"].lower().startswith("over") and _PARTICLE.search(text, floor, found.start("span")):
        return one
    long = isinstance(one.value, Duration | Offset)
    if isinstance(one.value, Duration) and one.value.side and mod != "APPROX":
        return one  # "over the past two years" is no more than two years
    if not long and (mod != "APPROX" or found["span"].lower().startswith("some")):
        return one
    if found["span"].lower().strip() in ("under", "over", "up to", "as long as") and not long:
        return one
    if isinstance(one.value, Offset) and mod != "APPROX":
        mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod, mod) if one.value.direction < 0 else mod
    return one.moved(start=found.start("span"), mod=one.mod or mod)


def _add_bound(text: str, one: Candidate, floor: int) -> Candidate:
    """The candidate with the preposition before it that opens its interval (since 2014), and stays outside."""
    if isinstance(one.value, Duration | Every | Reference):
        return one
    found = _BOUND.search(text, floor, one.start)
    if found is None or found.lastgroup is None:
        return one
    if found[0].lower().startswith("through") and isinstance(one.value, Step) and one.value.count < 0:
        return one  # "slept through last week"
    if found.lastgroup in ("before", "after", "by") and _is_attribute(text, one):
        return one
    if found.lastgroup in ("before", "after") and _SHORTLY.search(text, floor, found.start()):
        return one.moved(mod=one.mod or "APPROX")
    return one.moved(bound=_negated_bound(text, found, floor) or found.lastgroup)


#: A possessive or noun behind the date, to which "after", "before" and "by" then belong: "hit by last week's quake".
_OWNER = re.compile(r"['’]s?\s\w")
_NOUN_AFTER = re.compile(
    r"\s(?!(?:and|or|but|to|in|on|at|of|by|for|with|when|while|as|that|is|was|were|are|has|had|have|will|would|he|she|it"
    r"|they|we|the|a|an|in|from|until|because|if|who|which)\b)[A-Za-z][\w’'-]*"
)
_DETERMINED = re.compile(r"\b(?:the|its|his|her|their|a|an|this|that)\s$", re.IGNORECASE)


def _is_attribute(text: str, one: Candidate) -> bool:
    """Whether a date modifies a noun behind it, which the preposition then belongs to: "after Friday's vote"."""
    if _OWNER.match(text, one.end):
        return True
    return bool(_DETERMINED.search(text, max(0, one.start - 8), one.start) and _NOUN_AFTER.match(text, one.end))


def _negated_bound(text: str, bound: re.Match[str], floor: int) -> str:
    """The bound that "not before" and "not until" make; "" for others ("did not end until March" is March)."""
    words = bound[0].lower()
    if bound.lastgroup != "before" and not words.startswith(("until", "till")):
        return ""
    denial = _NOT.search(text, floor, bound.start())
    if denial is None:
        return ""
    past = _PAST_DENIAL.search(text, max(floor, denial.start() - _AUXILIARY), bound.start())
    if past is None:
        return "not before"
    return "at" if bound.lastgroup == "until" else ""


def _add_tail(text: str, one: Candidate, floor: int) -> Candidate:
    """The candidate with the words behind it: (from) 2014 onwards, three weeks or so."""
    if _ONWARD.match(text, one.end) and not isinstance(one.value, Duration):
        return one.moved(bound="since")
    found = _OR_SO.match(text, one.end)
    if found:
        return one.moved(end=found.end(), mod=one.mod or "APPROX")
    found = _OR_MORE.match(text, one.end)
    if found and isinstance(one.value, Duration):
        return one.moved(end=found.end(), mod=one.mod or ("EQUAL_OR_MORE" if found["more"] else "EQUAL_OR_LESS"))
    return one
