"""What spaCy's parse adds where there is one: names and verbs that veto a reading, and the tense of the clause.

Works on a `Doc` that it is given and imports no spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuilder.times.finding import Candidate

if TYPE_CHECKING:
    import spacy.tokens

_VERBS = frozenset({"may", "march", "marched", "sat", "wed", "fall", "spring"})


def vetoed(doc: spacy.tokens.Doc, one: Candidate) -> bool:
    """Whether spaCy sees a name or a verb in these words; only months, weekdays, seasons and bare years ask."""
    if one.rule not in ("month", "weekday", "season", "year"):
        return False
    span = doc.char_span(one.start, one.end, alignment_mode="expand")
    if span is None:
        return False
    if one.rule == "year":
        return any(token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY") for token in span)
    if any(token.lower_ in _VERBS and token.pos_ in ("VERB", "AUX") for token in span):
        return True
    if one.rule == "season" and _is_kind(span[-1]):
        return True
    return any(token.ent_type_ == "PERSON" for token in span)


def _is_kind(season: spacy.tokens.Token) -> bool:
    """ "Double the winter brigades", "summer camps": of what kind they are; but "the summer talks", "last winter's"."""
    noun = season.head
    return season.dep_ == "compound" and noun.i == season.i + 1 and noun.tag_ == "NNS" and noun.lemma_ in _SEASONAL


#: What is called by a season, in whichever it is.
_SEASONAL = frozenset({
    "boot", "brigade", "camp", "clothes", "coat", "course", "crop", "fuel", "garment", "home", "house", "job", "jacket",
    "school", "sport", "stock", "supply", "tire", "tyre", "vegetable", "worker",
})  # fmt: skip
#: Verbs whose infinitive lies ahead.
_PLANNING = frozenset({
    "plan", "intend", "expect", "schedule", "hope", "set", "aim", "want", "promise", "agree", "prepare", "decide",
    "vow", "due", "slate", "pledge",
})  # fmt: skip


def tense_in(doc: spacy.tokens.Doc, start: int, end: int) -> int:
    """The same from the verb that governs the time in spaCy's parse; 0 where the parse tells nothing."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return 0
    for token in (span.root, *span.root.ancestors):
        if token.pos_ in ("VERB", "AUX"):
            return _tense_of_verb(token)
    return 0


#: Those that are said or done on a day themselves.
_SAID = frozenset({"agree", "decide", "pledge", "promise", "vow"})
#: Helpers that put their verb ahead; "would" does so from the past.
_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo", "ll", "would"})
_WAS = frozenset({"was", "were", "had", "did", "has", "have"})
#: Helpers of a state that lasts: "is closed until May".
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
#: Verbs whose present tense tells a plan: "ministers meet in December".
_BY_PLAN = frozenset({
    "meet", "begin", "start", "open", "end", "close", "expire", "convene", "gather", "resume", "run", "reopen", "vote",
    "play", "host", "face", "visit", "travel", "return", "arrive", "depart", "leave",
})  # fmt: skip


def _is_scheduled(verb: spacy.tokens.Token, helpers: set[str]) -> bool:
    """ "Is planned for 6 October", "who meet in December"."""
    if verb.tag_ == "VBN":
        said = verb.dep_ == "acl" and verb.lemma_.lower() in _SAID  # "an audit promised in December"
        return verb.lemma_.lower() in _PLANNING and not helpers & _WAS and not said
    return verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _BY_PLAN


def _tense_of_verb(verb: spacy.tokens.Token) -> int:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("ccomp", "oprd", "xcomp") and not helpers:
        return _tense_of_verb(verb.head)  # "agreed to stop filling it", "to keep it closed"
    if helpers & _AHEAD and "have" not in helpers:
        return 1
    if _is_scheduled(verb, helpers):
        return 1
    if "to" in helpers and verb.head != verb and (verb.head.lemma_.lower() in _PLANNING or verb.head.lower_ in _IS):
        return 1  # "plans to be held", "is to be held"
    if verb.tag_ == "VBN" and helpers & _IS:
        return 0
    if verb.tag_ in ("VBD", "VBN") or helpers & _WAS:
        return -1
    return 0
