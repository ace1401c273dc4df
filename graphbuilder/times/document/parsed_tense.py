"""The tense of the clause of a time, from the verb that governs it in spaCy's parse.

Works on a `Doc` that it is given and imports no spaCy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuilder.lexicons import lexicon
from graphbuilder.times.document.tense import BEFORE, FORESEEN

if TYPE_CHECKING:
    import spacy.tokens

#: Auxiliaries of the future; "would" is that of the future in the past.
_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo", "ll", "would"})
#: Auxiliaries of what may still be done: "can be chosen on 24 October".
_PERMITTED = frozenset({"can", "may", "might", "must", "should"})
_WAS = frozenset({"was", "were", "had", "did", "has", "have"})
#: Auxiliaries of a state that lasts: "is closed until May".
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_VERBS = {use: frozenset(verbs) for use, verbs in lexicon("tense_verbs").items()}
#: Words before the day that something is set for: "called a strike for Friday".
_TO = frozenset({"for", "to", "until"})


def tense_in_parse(doc: spacy.tokens.Doc, start: int, end: int) -> int | None:
    """The tense of the verb that governs a time; None where the parse says nothing.

    -1 past, 1 future, `BEFORE` past perfect ("had opened"), `FORESEEN` future in the past ("would open"), and 0 where
    the date may lie on either side of publication ("was to open").
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return None
    prepositions: set[str] = set()
    for token in (span.root, *span.root.ancestors):
        if token.pos_ in ("VERB", "AUX"):
            return 1 if prepositions & _TO and _sets_date(token) else _tense_of_verb(token)
        prepositions.add(token.lower_)
        if token.lower_ == "than" and span.root.dep_ == "poss":
            return -1  # "will pay more than Monday's price"
    return None


def _sets_date(verb: spacy.tokens.Token) -> bool:
    """Whether a verb has set something for the date behind its "for" or "to": "has been adjourned to 11 December"."""
    told = verb.tag_ == "VBD" or bool(_auxiliaries(verb) & {"has", "have", "is", "are"})
    return told and verb.lemma_.lower() in _VERBS["setting"]


def _auxiliaries(verb: spacy.tokens.Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def _tense_of_verb(verb: spacy.tokens.Token) -> int | None:
    """The tense of a verb, by its auxiliaries, the plan that it denotes, the verb above it, or its own form."""
    auxiliaries = _auxiliaries(verb)
    if verb.tag_ in ("VBG", "VBN") and verb.dep_ in ("ccomp", "oprd", "xcomp") and not auxiliaries:
        return _tense_of_verb(verb.head)  # "agreed to stop filling it", "to keep it closed"
    if auxiliaries & _AHEAD:
        if "have" in auxiliaries:
            return 0  # "would have run out on 31 May"
        return FORESEEN if "would" in auxiliaries else 1
    if auxiliaries & _PERMITTED and "have" not in auxiliaries:
        return 1
    tense = _tense_of_infinitive(verb, auxiliaries) if "to" in auxiliaries else _tense_of_plan(verb, auxiliaries)
    return _tense_of_form(verb, auxiliaries) if tense is None else tense


def _tense_of_plan(verb: spacy.tokens.Token, auxiliaries: set[str]) -> int | None:
    """The tense of a verb of planning, or of a schedule in the present tense; None for others. Future is "planned for
    May", "who meet in May"; of either side "was expected in May".
    """
    if verb.tag_ != "VBN":
        return 1 if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in _VERBS["by_plan"] else None
    said = verb.dep_ == "acl" and verb.lemma_.lower() in _VERBS["said"]  # "an audit promised in December"
    if verb.lemma_.lower() not in _VERBS["planning"] or said:
        return None
    if auxiliaries & _WAS:
        return 0 if auxiliaries & {"was", "were"} and verb.lemma_.lower() in _VERBS["expected"] else None
    return 1


def _tense_of_infinitive(verb: spacy.tokens.Token, auxiliaries: set[str]) -> int | None:
    """The tense of an infinitive, by the verb above it, if that says anything. Future is "plans to be held", "is to be
    held"; of either side "was summoned to appear on 6 October".
    """
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "relcl") and "have" not in auxiliaries:
        return 1
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head  # "promised to sell ships and to build a dock in May"
    is_perfect = "have" in auxiliaries
    above, auxiliaries = verb.head, _auxiliaries(verb.head)
    if above.lemma_.lower() in _VERBS["planning"] or above.lower_ in _IS:
        if is_perfect:
            return 0  # "are expected to have died in Tuesday's quake", "to have finished by Friday"
        return BEFORE if "had" in auxiliaries else 1
    if above.lower_ in ("was", "were") and verb.dep_ == "xcomp":
        return 0  # "was to open on 6 October"
    if above.lemma_.lower() in _VERBS["ordering"] and "had" not in auxiliaries:
        return 1 if auxiliaries & (_AHEAD | _IS) else 0  # "will be asked to vote on 6 October"
    return None


def _tense_of_form(verb: spacy.tokens.Token, auxiliaries: set[str]) -> int | None:
    if verb.tag_ == "VBN" and auxiliaries & _IS:
        return None
    if "had" in auxiliaries and verb.tag_ == "VBN":
        return BEFORE
    return -1 if verb.tag_ in ("VBD", "VBN") or auxiliaries & _WAS else None
