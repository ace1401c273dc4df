"""The tense of the clause of a time, from the verb that governs it in spaCy's parse.

Works on a `Doc` that it is given and imports no spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuilder.times.document.plans import tense_of_plan
from graphbuilder.times.document.tense import BEFORE, FORESEEN

if TYPE_CHECKING:
    import spacy.tokens
#: Verbs whose infinitive lies ahead: "plan to", "is due to".
_PLANNING = frozenset({
    "plan", "intend", "expect", "schedule", "hope", "set", "aim", "want", "promise", "agree", "prepare", "decide",
    "vow", "due", "slate", "pledge",
})  # fmt: skip


#: Verbs that set something for a day: "called a strike for Friday", "booked the hall for May".
_SETTING = frozenset({"arrange", "book", "call", "fix", "plan", "schedule", "set"})
#: Causative verbs of saying, whose infinitive may be done at once or later.
_ORDERING = frozenset({"ask", "call", "instruct", "invite", "oblige", "order", "require", "summon", "tell", "urge"})


def tense_in_parse(doc: spacy.tokens.Doc, start: int, end: int) -> int | None:
    """The tense of the verb that governs a time; None where the parse says nothing.

    -1 past, 1 future, `BEFORE` past perfect ("had opened"), `FORESEEN` future in the past ("would open"), and 0 where
    the date may lie on either side of publication ("was to open").
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
            if set_for and _sets_date(token):
                return 1
            planned = tense_of_plan(token, preposition)
            if planned is not None:
                return planned
            return 1 if span.root.dep_ != "poss" and _is_existential(token) else _tense_of_verb(token)
        set_for |= token.lower_ == "for"
        if token.lower_ == "than" and span.root.dep_ == "poss":
            return -1  # "will pay more than Monday's price"
        if token.dep_ == "prep":
            preposition, around = token.lower_, around_aside(token)
    return None


def around_aside(preposition: spacy.tokens.Token) -> spacy.tokens.Token | None:
    """The verb around an aside that ends right before a date, where the parser takes the date into the aside.

    Yes: "To print its results, delayed since May, on 3 June": "print".
    No: "imposed on the day after the crash, on 3 June".
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


def _sets_date(verb: spacy.tokens.Token) -> bool:
    """Whether a verb has set something for the date behind its "for": "They called a strike for Friday"."""
    told = verb.tag_ == "VBD" or bool(_auxiliaries(verb) & {"has", "have"})
    return told and verb.lemma_.lower() in _SETTING


def _is_existential(verb: spacy.tokens.Token) -> bool:
    """Whether a verb is that of "there is": "There is a meeting on Friday"."""
    return verb.lower_ in _IS and any(child.dep_ == "expl" for child in verb.children)


def _auxiliaries(verb: spacy.tokens.Token) -> set[str]:
    """The auxiliaries of a verb, in lower case."""
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


#: Those of them that are done on a day themselves: "an audit promised in December".
_SAID = frozenset({"agree", "decide", "pledge", "promise", "vow"})
#: Auxiliaries of the future; "would" is that of the future in the past.
_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo", "ll", "would"})
_WAS = frozenset({"was", "were", "had", "did", "has", "have"})
#: Auxiliaries of a state that lasts: "is closed until May".
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
#: Verbs whose date may lie on either side of publication in the past: "was expected on Friday".
_EXPECTED = frozenset({"expect", "schedule", "set", "slate"})
_CONDITIONS = frozenset({"if", "once", "unless", "until"})
#: Conjunctions that open a clause of the future under one in the future, too.
_MOMENTS = _CONDITIONS | {"after", "as", "before", "when"}
#: Verbs whose present tense may denote a schedule: "ministers meet in December".
_BY_PLAN = frozenset({
    "meet", "begin", "start", "open", "end", "close", "expire", "convene", "gather", "resume", "run", "reopen", "vote",
    "happen", "play", "host", "face", "visit", "travel", "return", "arrive", "depart", "leave",
})  # fmt: skip
#: Verbs of motion, whose purpose in the present tense lies ahead: "returns to be sentenced on 8 April".
_COMING = frozenset({"come", "fly", "go", "return", "travel"})
_PURPOSES = frozenset({"xcomp", "advcl"})


def _tense_of_verb(verb: spacy.tokens.Token) -> int | None:
    """The tense of a verb, by its auxiliaries, the plan that it denotes, the verb above it, or its own form."""
    auxiliaries = _auxiliaries(verb)
    if verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("ccomp", "oprd", "xcomp") and not auxiliaries:
        return _tense_of_verb(verb.head)  # "agreed to stop filling it", "to keep it closed"
    if auxiliaries & _AHEAD:
        if "have" in auxiliaries:
            return 0  # "would have run out on 31 May"
        return FORESEEN if "would" in auxiliaries else 1
    tense = _tense_of_plan(verb, auxiliaries)
    if tense is None and "to" in auxiliaries and verb.head != verb:
        tense = _tense_of_infinitive(verb)
    if tense is not None:
        return tense
    if _is_conditional(verb, auxiliaries) or _is_to_do(verb):
        return 1
    return _tense_of_form(verb, auxiliaries)


def _tense_of_form(verb: spacy.tokens.Token, auxiliaries: set[str]) -> int | None:
    """The tense of a verb by its own form and auxiliaries."""
    if verb.tag_ == "VBN" and auxiliaries & _IS:
        return None
    if "had" in auxiliaries and verb.tag_ == "VBN":
        return BEFORE
    return -1 if verb.tag_ in ("VBD", "VBN") or auxiliaries & _WAS else None


def _tense_of_plan(verb: spacy.tokens.Token, auxiliaries: set[str]) -> int | None:
    """The tense of a verb of planning, or of a schedule in the present tense; None for others.

    Future: "is planned for 6 October", "who meet in December".
    Either: "was expected on 6 October".
    """
    if verb.tag_ != "VBN":
        return 1 if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _BY_PLAN else None
    said = verb.dep_ == "acl" and verb.lemma_.lower() in _SAID  # "an audit promised in December"
    if verb.lemma_.lower() not in _PLANNING or said:
        return None
    if auxiliaries & _WAS:
        return 0 if auxiliaries & {"was", "were"} and verb.lemma_.lower() in _EXPECTED else None
    return 1


def _tense_of_infinitive(verb: spacy.tokens.Token) -> int | None:
    """The tense of an infinitive, by the verb above it; None where that says nothing.

    Future: "plans to be held", "is to be held".
    Either: "was summoned to appear on 6 October".
    Past: "as it threatened to do in February".
    """
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head  # "promised to sell ships and to build a dock in May"
    above, auxiliaries = verb.head, _auxiliaries(verb.head)
    if verb.lemma_ == "do" and above.tag_ == "VBD" and all(child.dep_ != "dobj" for child in verb.children):
        return -1  # "as it threatened to do in February"
    if above.lemma_.lower() in _PLANNING or above.lower_ in _IS:
        return BEFORE if "had" in auxiliaries else 1
    if verb.dep_ in _PURPOSES and above.tag_ in ("VBZ", "VBP") and above.lemma_.lower() in _COMING:
        return 1 if "have" not in _auxiliaries(verb) else None
    if above.lower_ in ("was", "were") and verb.dep_ == "xcomp":
        return 0  # "was to open on 6 October"
    if above.lemma_.lower() in _ORDERING and "had" not in auxiliaries:
        return 1 if auxiliaries & (_AHEAD | _IS) else 0  # "will be asked to vote on 6 October"
    return None


def _is_to_do(verb: spacy.tokens.Token) -> bool:
    """Whether an infinitive behind the copula makes it future: "On Friday they are to meet"."""
    ahead = (child for child in verb.children if child.dep_ == "xcomp" and child.tag_ == "VB")
    return verb.lower_ in _IS and any("to" in _auxiliaries(child) for child in ahead)


def _is_conditional(verb: spacy.tokens.Token, auxiliaries: set[str]) -> bool:
    """Whether a present tense lies ahead because of its conjunction.

    Yes: "if they have not met by January", "unless it opens in May", "she would speak when she comes on Monday".
    """
    now = bool(auxiliaries & {"has", "have", "is", "are"}) or verb.tag_ in ("VBZ", "VBP")
    if now and verb.dep_ == "advcl" and _auxiliaries(verb.head) & _AHEAD:
        return any(child.lower_ in _MOMENTS for child in verb.children)
    return now and any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children)
