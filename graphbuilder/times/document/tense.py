"""The tense of the clause of a time by cue words, where there is no parse or it says nothing."""

from __future__ import annotations

import re

from graphbuilder.lexicons import lexicon

#: The past perfect, before the reference time: "had opened". Only a parse tells it.
BEFORE = -2
#: The future in the past, after the reference time: "would open". Only a parse tells it.
FORESEEN = 2

_NAME = r"(?-i:(?!(?:The|An?|This|That|His|Her|Its|Their|Our|My|No|Every|One)\b)[A-Z][\w’'-]{1,20})"
_DATE_AFTER = r"(?:on|in|at|to|before|for|until|again|this|next)\b"
#: The present tense denotes a schedule where a date follows: "Rovers host United", "polls open at 7".
_SCHEDULED = (
    rf"(?:{_NAME}|[a-z]{{2,14}}s|they|we|who|which)\s(?:host|face|visit|entertain|play|travel|go|take\son|meet)"
    rf"(?=\s(?:(?-i:[A-Z])|{_DATE_AFTER}))|"
    r"(?:[a-z]{3,14}(?<!['’])s|they|we|who|which)\s(?:open|begin|start|close|resume|reopen|return|vote|expire|reconvene|gather)"
    rf"(?=\s{_DATE_AFTER})|"
    rf"(?:{_NAME}|he|she|it|who|which|jury|court|judge|team|side|club|president|minister|premier|pope|king|queen|band|film|book"
    r"|album|season|tour|series|trial|hearing|inquest)\s(?:hosts|visits|plays|faces|returns|flies|leaves|votes|rises|finishes)"
    rf"(?=\s(?:(?-i:[A-Z])|{_DATE_AFTER}))|"
    rf"(?:goes|retires|travels|arrives|speaks|appears|reconvenes|sits|sums\sup|concludes|expires)(?=\s(?:(?-i:[A-Z])|{_DATE_AFTER}))|"
    r"(?:comes?|goes|go)\sout(?=\s(?:on|in|this|next)\b)"
)
#: Calling something for a date: "called a strike for Monday", "called elections for May".
_CALLED = (
    r"call(?:s|ed|ing)\s(?:[\w-]{1,14}\s){0,4}(?:strikes?|walkouts?|elections?|polls?|referendum|vote|meeting|protests?|rally|rallies|summit|talks)"
    r"(?=\s(?:for|from|to\sstart|starting|beginning)\b)"
)
_CUES = {tense: "|".join(patterns) for tense, patterns in lexicon("tense_cues").items()}
_FUTURE = f"{_CUES['future']}|{_SCHEDULED}|{_CALLED}|{_CUES['more_future']}"
#: A state at the time of writing: "is closed until May".
_PRESENT = (
    r"(?:(?:is|are|stays?|remains?|keeps?)\s(?:(?:not|still|now|also|only|currently)\s)?(?:[a-z]{2,}(?:ed|pt|ut|ld)|out|off|away|absent)\b"
    r"(?!\s(?:on|last|in)\b))"
)
#: A cue of the future takes the verb behind it along, so that "to be held" is not read as "held"; "to hit" is no past.
_CUE = re.compile(
    rf"\b(?:(?P<future>{_FUTURE})\b(?:\s(?:be|not|also|then|now|only))?(?:\s[a-z]+)?"
    rf"|(?P<present>{_PRESENT})|(?<!\bto )(?P<past>{_CUES['past']})\b)",
    re.IGNORECASE,
)
#: A verb of promising behind a date, which dates the promise: "On Friday they threatened to leave".
_PROMISED = re.compile(r"[a-z]+ed\s(?:to|that)\b", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[;:—]|\s–\s|\b(?:but|while|after|before|when|although|though|because)\b", re.IGNORECASE)
#: A copula before a date to come: "The final is on Saturday".
_IS_ON = re.compile(r"\b(?:is|are)\s(?:on|at|in|from)\s(?:the\s)?$", re.IGNORECASE)
#: How far a cue may stand from the time, in characters.
_REACH = 120


def tense_by_cues(text: str, start: int, end: int, low: int, high: int) -> int:
    """The tense of a time (-1 past, 1 future, 0 unknown), by the nearest cue before it in its sentence, else after."""
    if _IS_ON.search(text, max(low, start - _REACH), start):
        return 1
    before = None
    for match in _CUE.finditer(text, max(low, start - _REACH), start):
        before = match
    after = _CUE.search(text, end, min(high, end + _REACH))
    if (
        before is not None
        and after is not None
        and _is_other_clause(text, before.end(), start)
        and not _is_other_clause(text, end, after.start())
    ):
        before = None
    cue = before or after
    if cue is None:
        return 0
    if cue is after and _PROMISED.match(cue[0]):
        return -1
    return 1 if cue["future"] else 0 if cue["present"] else -1


def _is_other_clause(text: str, start: int, end: int) -> bool:
    """Whether a stop or conjunction parts two clauses between two offsets."""
    return _PUNCTUATION.search(text, start, end) is not None
