"""Which noun phrase behind "before" or "after" denotes an event, and which date belongs to it, by the words alone.

The nouns are a list (`lexicons/times/happenings.yaml`): a text without a parse tells in no other way what happens.
"""

from __future__ import annotations

import re

from graphbuilder.lexicons import lexicon_as_written
from graphbuilder.times.calendar.words import either

_LEXICON = lexicon_as_written("happenings")
_NOUN = either(form for noun in _LEXICON["nouns"] for form in (noun, f"{noun}s", f"{noun}es"))
_TURNS = either(verb.replace(" ", r"\s") for verb in _LEXICON["turns"])
#: Words that end a noun phrase.
_STOP = (
    r"(?:of|in|on|at|to|by|for|from|with|and|or|but|that|which|who|whose|when|where|while|was|were|is|are|be|been|had|has"
    r"|have|did|does|do|will|would|could|should|may|might|said|says|after|before|as|than|until|since|over|during|he|she"
    r"|it|they|we|you|i|there|about|into|under|through|following|despite|towards?|within|without|across|amid|between"
    r"|against|near|outside|inside|because|if|so|then|also|only)\b"
)
_WORD = rf"(?!{_STOP})(?:[\w’'.-]{{1,30}}|[0-9]{{1,4}},)\s"
_PHRASE = re.compile(
    rf"\s(?:(?:the|an?|this|that|these|those|his|her|its|their|our|my)\s)?(?:{_WORD}){{0,5}}?(?P<noun>{_NOUN})\b"
    rf"(?=\s?[,.;:)—–\"”]|\s{_STOP}|\s(?:last|this|next|yesterday|the|an?|his|her|its|their|both|all|no|most|many|some|[0-9])\b"
    rf"|\s(?-i:[A-Z])|\s?$|\s{_TURNS}\b)",
    re.IGNORECASE,
)
#: Between the noun of a phrase and its own date: "the summit of 4 April", "the vote in Oslo on Friday".
_OWN_GAP = re.compile(
    r"(?:\s(?:in|at)\s[A-Z]\w{1,20}(?:\s[A-Z]\w{1,20})?)?"
    r"(?:,?\s(?:which\s(?:was|were|took|takes)\s)?(?:held|place|due|scheduled|planned|set))?"
    r"\s(?:of|on|in|at|for|last)?\s?(?:the\s)?",
    re.IGNORECASE,
)


def phrase_after(text: str, place: int, end: int) -> tuple[int, int] | None:
    """The characters of the noun phrase of an event that follows "before", "after" or "the eve of"; None, where none
    does.
    """
    match = _PHRASE.match(text, place, end)
    return None if match is None else (match.start(), match.end("noun"))


def own_date(text: str, phrase: tuple[int, int], start: int, end: int) -> bool:
    """Whether a date (its offsets) modifies the phrase itself: "the April 4 vote", "the summit of 4 April 2008"."""
    if phrase[0] < start and end <= phrase[1]:
        return True
    return start > phrase[1] and _OWN_GAP.fullmatch(text, phrase[1], start) is not None
