"""Whether the words around a time speak of the past or the future: by cue words, or by spaCy's parse where there is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import spacy.tokens

_FUTURE = (
    r"will|won['’]t|shall|going\sto|(?:is|are|was|were|be)\s(?:due|scheduled|set|expected|slated|planned|to\sbe)|due\s(?:to|on|in|out|by)|"
    r"scheduled|slated|projected|forthcoming|planned\s(?!on|at|to)|plans?\sto|planning\sto|planned\sfor|expects?\sto|intends?\sto|hopes?\sto|upcoming|['’]ll|deadline|expires?|"
    r"begins|starts|opens|ends|closes|takes\splace|is\sto|are\sto|ahead\sof"
)
_PAST = (
    r"was|were|had|did|said|told|came|went|began|took|made|met|held|won|lost|left|got|gave|saw|became|fell|rose|broke|brought|"
    r"hit|struck|fought|led|ran|sent|sold|spoke|stood|wrote|grew|drew|drove|flew|found|kept|knew|let|paid|put|quit|read|set|shot|"
    r"spent|thought|threw|died|(?!(?:need|speed|breed|feed|seed|indeed|united|expected|scheduled|slated|planned)\b)[a-z]{2,}ed|has\sbeen|have\sbeen|since|last|ago"
)
#: A cue of the future takes the verb behind it along, so that "to be held" is not read as "held".
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})\b(?:\s(?:be|not|also|then|now|only))?(?:\s[a-z]+)?|(?P<past>{_PAST})\b)", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[;:—]|\s–\s|\b(?:but|while|after|before|when|although|though|because)\b", re.IGNORECASE)
#: How far a cue may stand from the time, in characters.
_REACH = 120


def tense_at(text: str, start: int, end: int, low: int, high: int) -> int:
    """-1 past, 1 future, 0 unknown: the nearest cue before the time in its sentence (low to high), else after it."""
    before = None
    for match in _CUE.finditer(text, max(low, start - _REACH), start):
        before = match
    after = _CUE.search(text, end, min(high, end + _REACH))
    if before is not None and after is not None and _separate(text, before.end(), start) and not _separate(text, end, after.start()):
        before = None
    cue = before or after
    if cue is None:
        return 0
    return 1 if cue["future"] else -1


def _separate(text: str, start: int, end: int) -> bool:
    return _PUNCTUATION.search(text, start, end) is not None


#: Verbs whose infinitive lies ahead.
_PLANNING = frozenset("plan intend expect schedule hope set aim want promise agree prepare decide vow due slate pledge".split())


def tense_in(doc: spacy.tokens.Doc, start: int, end: int) -> int:
    """The same from the verb that governs the time in spaCy's parse; 0 where the parse tells nothing."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return 0
    for token in (span.root, *span.root.ancestors):
        if token.pos_ in ("VERB", "AUX"):
            return _tense_of_verb(token)
    return 0


def _tense_of_verb(verb: spacy.tokens.Token) -> int:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & {"will", "'ll", "’ll", "shall", "wo", "ll"}:
        return 1
    if "to" in helpers and verb.head is not verb and verb.head.lemma_.lower() in _PLANNING:
        return 1
    if verb.tag_ in ("VBD", "VBN") or helpers & {"was", "were", "had", "did", "has", "have"}:
        return -1
    return 0
