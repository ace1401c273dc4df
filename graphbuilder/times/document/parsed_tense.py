"""What spaCy's parse adds where there is one: names and verbs that veto a reading, and the tense of the clause.

Works on a `Doc` that it is given and imports no spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuilder.times.document.plans import plan_of
from graphbuilder.times.document.tense import BEFORE, FORESEEN

if TYPE_CHECKING:
    import spacy.tokens
#: Verbs whose infinitive lies ahead.
_PLANNING = frozenset({
    "plan", "intend", "expect", "schedule", "hope", "set", "aim", "want", "promise", "agree", "prepare", "decide",
    "vow", "due", "slate", "pledge",
})  # fmt: skip


#: Verbs that set something for a day: "called a strike for Friday", "booked the hall for May".
_SETTING = frozenset({"arrange", "book", "call", "fix", "plan", "schedule", "set"})
#: Verbs that have somebody do something, at once or later.
_ORDERING = frozenset({"ask", "call", "instruct", "invite", "oblige", "order", "require", "summon", "tell", "urge"})


def tense_in_parse(doc: spacy.tokens.Doc, start: int, end: int) -> int | None:
    """The same from the verb that governs the time in spaCy's parse; None where the parse tells nothing.

    0 is what may be of either, as "was to open", -2 what had been before, "had opened", and 2 what was to be, "would".
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return None
    set_for, preposition, around = False, "", None
    for token in (span.root, *span.root.ancestors):
        if around is not None and token.i != around.i:
            continue
        around = None
        if token.pos_ in ("VERB", "AUX"):
            if set_for and _sets(token):
                return 1
            planned = plan_of(token, preposition)
            if planned is not None:
                return planned
            return 1 if span.root.dep_ != "poss" and _there_is(token) else _tense_of_verb(token)
        set_for |= token.lower_ == "for"
        if token.lower_ == "than" and span.root.dep_ == "poss":
            return -1  # "will pay more than Monday's price"
        if token.dep_ == "prep":
            preposition, around = token.lower_, around_aside(token)
    return None


def around_aside(preposition: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """ "To print its results, delayed since May, on 3 June": the verb around the aside that a date stands right behind,
    where the parser takes the date for a part of it.
    """
    doc, verb = preposition.doc, preposition.head
    if verb.tag_ != "VBN" or preposition.i <= verb.i or doc[preposition.i - 1].text != ",":
        return None
    if any(child.lower_ == preposition.lower_ and child.i < preposition.i for child in verb.rights):
        return None  # "imposed on the day after the crash, on 3 June": which day that was
    while verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        verb = verb.head
    if doc[max(verb.i - 1, 0)].text != "," or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return None
    return next((one for one in verb.ancestors if one.pos_ in ("VERB", "AUX") and one.i < verb.i), None)


def _sets(verb: spacy.tokens.Token) -> bool:
    """ "They called a strike for Friday"."""
    told = verb.tag_ == "VBD" or bool(_helpers(verb) & {"has", "have"})
    return told and verb.lemma_.lower() in _SETTING


def _there_is(verb: spacy.tokens.Token) -> bool:
    """ "There is a meeting on Friday"."""
    return verb.lower_ in _IS and any(child.dep_ == "expl" for child in verb.children)


def _helpers(verb: spacy.tokens.Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


#: Those that are said or done on a day themselves.
_SAID = frozenset({"agree", "decide", "pledge", "promise", "vow"})
#: Helpers that put their verb ahead; "would" does so from the past.
_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo", "ll", "would"})
_WAS = frozenset({"was", "were", "had", "did", "has", "have"})
#: Helpers of a state that lasts: "is closed until May".
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
#: Verbs that may be of either side in the past: "was expected on Friday".
_EXPECTED = frozenset({"expect", "schedule", "set", "slate"})
_CONDITIONS = frozenset({"if", "once", "unless", "until"})
#: What opens the clause of what will then be done, too.
_MOMENTS = _CONDITIONS | {"after", "as", "before", "when"}
#: Verbs whose present tense tells a plan: "ministers meet in December".
_BY_PLAN = frozenset({
    "meet", "begin", "start", "open", "end", "close", "expire", "convene", "gather", "resume", "run", "reopen", "vote",
    "happen", "play", "host", "face", "visit", "travel", "return", "arrive", "depart", "leave",
})  # fmt: skip
#: Verbs of coming somewhere, which tell a plan in the present: "returns to be sentenced on 8 April".
_COMING = frozenset({"come", "fly", "go", "return", "travel"})
_PURPOSES = frozenset({"xcomp", "advcl"})


def _tense_of_verb(verb: spacy.tokens.Token) -> int | None:
    helpers = _helpers(verb)
    if verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("ccomp", "oprd", "xcomp") and not helpers:
        return _tense_of_verb(verb.head)  # "agreed to stop filling it", "to keep it closed"
    if helpers & _AHEAD:
        if "have" in helpers:
            return 0  # "would have run out on 31 May"
        return FORESEEN if "would" in helpers else 1
    planned = _planned(verb, helpers)
    if planned is not None:
        return planned
    if "to" in helpers and verb.head != verb:
        infinitive = _infinitive(verb)
        if infinitive is not None:
            return infinitive
    if _only_if(verb, helpers) or _is_to(verb):
        return 1
    if _is_wanted(verb, helpers):
        return FORESEEN
    if verb.tag_ == "VBN" and helpers & _IS:
        return None
    if "had" in helpers and verb.tag_ == "VBN":
        return BEFORE
    if verb.tag_ in ("VBD", "VBN") or helpers & _WAS:
        return -1
    return None


def _planned(verb: spacy.tokens.Token, helpers: set[str]) -> int | None:
    """ "Is planned for 6 October", "who meet in December"; "was expected on 6 October" may be of either."""
    if verb.tag_ != "VBN":
        return 1 if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _BY_PLAN else None
    said = verb.dep_ == "acl" and verb.lemma_.lower() in _SAID  # "an audit promised in December"
    if verb.lemma_.lower() not in _PLANNING or said:
        return None
    if helpers & _WAS:
        return 0 if helpers & {"was", "were"} and verb.lemma_.lower() in _EXPECTED else None
    return 0 if _came_to_nothing(verb) else 1


def _came_to_nothing(verb: spacy.tokens.Token) -> bool:
    """ "The summit, set for 6 October, was called off": before or after."""
    above = verb.head.head
    told = verb.dep_ == "acl" and verb.head.dep_ in ("nsubj", "nsubjpass")
    return told and (above.tag_ == "VBD" or bool(_helpers(above) & {"was", "were"}))


def _infinitive(verb: spacy.tokens.Token) -> int | None:
    """ "Plans to be held", "is to be held"; "was summoned to appear on 6 October" may be of either."""
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head  # "promised to sell ships and to build a dock in May"
    above, helpers = verb.head, _helpers(verb.head)
    if verb.lemma_ == "do" and above.tag_ == "VBD" and all(child.dep_ != "dobj" for child in verb.children):
        return -1  # "as it threatened to do in February"
    if above.lemma_.lower() in _PLANNING or above.lower_ in _IS:
        return BEFORE if "had" in helpers else 1
    if verb.dep_ in _PURPOSES and above.tag_ in ("VBZ", "VBP") and above.lemma_.lower() in _COMING:
        return 1 if "have" not in _helpers(verb) else None
    if above.lower_ in ("was", "were") and verb.dep_ == "xcomp":
        return 0  # "was to open on 6 October"
    if above.lemma_.lower() in _ORDERING and "had" not in helpers:
        return 1 if helpers & (_AHEAD | _IS) else 0  # "will be asked to vote on 6 October"
    return None


def _is_wanted(verb: spacy.tokens.Token, helpers: set[str]) -> bool:
    """ "On condition that he be freed by May", "insisted that it open in May": ahead of when it was asked for."""
    told = verb.tag_ == "VB" if not helpers else verb.tag_ == "VBN" and helpers == {"be"}
    return told and any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _is_to(verb: spacy.tokens.Token) -> bool:
    """ "On Friday they are to meet": a date before the helper."""
    ahead = (child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB")
    return verb.lower_ in _IS and any("to" in _helpers(child) for child in ahead)


def _only_if(verb: spacy.tokens.Token, helpers: set[str]) -> bool:
    """ "If they have not met by January", "unless it opens in May"; "she would speak when she comes on Monday"."""
    now = bool(helpers & {"has", "have", "is", "are"}) or verb.tag_ in ("VBZ", "VBP")
    if now and verb.dep_ == "advcl" and _helpers(verb.head) & _AHEAD:
        return any(child.lower_ in _MOMENTS for child in verb.children)
    return now and any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children)
