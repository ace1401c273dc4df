"""Triggers: the verbs and nouns that tell an event.

A verb tells one unless it is light ("held talks": the noun tells it), pure reporting, a state or a modal. A noun tells
one if the lexicon says so and it is not the mere modifier of another ("war crimes"). A noun that is the object of a
light verb, or the subject of a passive one ("a summit was held"), shares the verb's place in it: its `anchor`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, compress, product

import numpy as np
from spacy.symbols import ADJ, DET, NOUN, PRON, PROPN, VERB, amod, det, poss
from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.detection.boilerplate import is_formula, is_imperative
from graphbuilder.events.detection.collocations import is_excepted, sums_up, tells_which, type_by_word
from graphbuilder.events.detection.named_events import event_name
from graphbuilder.events.detection.senses import idiom_of, type_by_clause
from graphbuilder.events.detection.topics import STORIED, type_by_story
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.light_verbs import (
    EARNINGS,
    clause_anchor,
    event_noun_of,
    is_event_noun,
    reported_earnings,
    starts_inquiry,
    takes_place,
)
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import antecedent, subjects
from graphbuilder.syntax.tree import dependents, sentence_start

OTHER = "other"
#: Of a verb of no known type.
OTHER_SCORE = 0.5

#: Types of what does harm.
HARM = frozenset({"attack", "disaster"})
#: Types that tell a state in the passive of the present.
_OPINIONS = frozenset({"condemn", "deny", "support"})
#: Verbs by which what stands under them is at an end.
_STOPPING = frozenset({"cease", "halt", "quit", "stop"})
#: Words for some of those who are told after "of".
_SOME = frozenset({"all", "dozens", "hundreds", "many", "most", "none", "one", "some", "thousands", "two"})
#: Endings of nouns for people by what they do.
_CALLINGS = ("ician", "ologist", "sman", "swoman")

#: What things do too: "a lorry damaged the gate".
_DAMAGING = frozenset({"damage", "destroy"})
_BEHIND_NOUNS = frozenset({"acl", "relcl"})
_WEAPONS = frozenset(
    {"artillery", "bomb", "bullet", "grenade", "gunfire", "gunman", "looter", "mine", "mortar", "shell", "vandal"}
)

_NO_PREDICATES = frozenset({"aux", "auxpass", "amod", "compound", "prep"})

#: Of a light verb beside its noun: below what is for a timeline.
CARRIER_SCORE = 0.2

#: By part of speech: a verb, a noun, something else that is looked at ("some", "others" are DET and ADJ at times) or 0.
_VERB, _NOUN, _NAME, _OTHER = 1, 2, 3, 4
_KINDS = np.zeros(256, dtype=np.uint8)
_KINDS[[VERB, NOUN, PROPN, PRON, DET, ADJ]] = _VERB, _NOUN, _NAME, _OTHER, _OTHER, _OTHER


@dataclass(slots=True, eq=False)
class Trigger:
    """Tokens `start` to `end` (excluded) that tell an event; `head` is their head, `anchor` where its clause hangs.

    A token tells one event at most, and triggers are looked up often: each is equal to itself alone. Nothing
    changes one, but it is not frozen: that would make it cost four times as much, and there are a great many.
    """

    start: int
    end: int
    head: int
    anchor: int
    type: str
    lemma: str
    method: str
    score: float
    form: str = ""
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What events and those who take part are told by: the verbs, nouns, names and pronouns of a story."""

    nouns: tuple[Token, ...]
    names: tuple[Token, ...]
    pronouns: tuple[Token, ...]
    """And other words that stand for something: "some", "others"."""
    predicates: tuple[Token, ...]
    """Verbs that may tell something themselves."""
    carriers: tuple[Token, ...]
    """Verbs that leave the telling to another word: "held" of talks, "stopped making"."""


def words_of_story(parse: Parse) -> Words:
    """The words of a story, each kind in text order."""
    kinds = np.zeros(len(parse.doc), dtype=np.uint8)
    parts, places = parse.doc.to_array(["POS", "DEP"]).T
    looked_at = _KINDS[parts]
    # "the", "some" and "other" of "some other people" only go with a noun
    before_noun = (places == amod) | (places == det) | (places == poss)
    looked_at[before_noun & (looked_at == _OTHER)] = 0
    for sentence in parse.live:
        kinds[sentence.start : sentence.end] = looked_at[sentence.start : sentence.end]
    words = [parse.doc[at] for at in np.flatnonzero(kinds).tolist()]
    told = kinds[kinds > 0]
    pronouns, names, nouns, verbs = (tuple(compress(words, told == kind)) for kind in (_OTHER, _NAME, _NOUN, _VERB))
    carriers = tuple(verb for verb in verbs if is_stopped(verb) or _is_light(verb))
    beside = {verb.i for verb in carriers}
    predicates = tuple(verb for verb in verbs if verb.i not in beside and _is_predicate(verb))
    return Words(nouns, names, pronouns, predicates, carriers)


def find_triggers(words: Words, found: Found) -> list[Trigger]:
    """The triggers among the words of a story, in text order, one a token."""
    verbs, nouns = (_verb(word, found) for word in words.predicates), (_noun(word, found) for word in words.nouns)
    names = (_name(word) or _noun(word, found) for word in words.names)
    return sorted((one for one in chain(verbs, nouns, names) if one is not None), key=lambda one: one.head)


# --- verbs --------------------------------------------------------------------------------------------------------


def _verb(token: Token, found: Found) -> Trigger | None:
    words, lemma = event_words(), token.lemma_.lower()
    if token.dep_ in _BEHIND_NOUNS and tells_which(token, lemma):
        return None
    phrase = _phrase(token, lemma) if lemma in words.phrases else None
    clause = type_by_clause(token, lemma, lambda noun: _label(noun, found)) if lemma in words.of_clause else None
    if phrase is not None:
        together = f"{lemma} {_particle_or_noun(token, lemma)}"
        return _trigger(token, _type_by_object(token, together, found) or clause or phrase, together, "phrase", 0.85)
    type_ = type_by_word(token, lemma) or _type_by_object(token, lemma, found) or clause or words.verbs.get(lemma)
    if type_ in _OPINIONS and _state(token):
        return None
    if type_ is not None:
        if (lemma in _DAMAGING and _by_thing(token, found)) or (lemma in words.excepted and is_excepted(token, lemma)):
            return _trigger(token, OTHER, lemma, "verb", 0.8 if lemma in _DAMAGING else OTHER_SCORE)
        if type_ == "disaster" and lemma in STORIED:
            type_ = type_by_story(token) or type_
        return _trigger(token, type_, lemma, "verb", 0.8)
    if lemma in words.reporting or lemma in words.states or lemma in words.weak:
        return None
    return _trigger(token, OTHER, lemma, "verb", OTHER_SCORE)


def _state(verb: Token) -> bool:
    """ "Is disputed in Kyiv": by nobody in particular, and at no time."""
    auxiliaries = [child for child in dependents(verb) if child.dep_ in ("aux", "auxpass")]
    passive = [child.tag_ for child in auxiliaries] in (["VBZ"], ["VBP"]) and auxiliaries[0].dep_ == "auxpass"
    return passive and all(child.dep_ not in ("agent", "npadvmod", "xcomp", "ccomp") for child in dependents(verb))


def _type_by_object(verb: Token, lemma: str, found: Found) -> str | None:
    """ "Fired its chief executive", but "fired two missiles"."""
    types, pairs = event_words().of_object.get(lemma), event_words().by_doer.get(lemma)
    if types is None and pairs is None:
        return None
    objects = [antecedent(one, verb) for one in dependents(verb) if one.dep_ in ("dobj", "nsubjpass")]
    born = verb.tag_ == "VBN" and verb.dep_ == "advcl"  # "born in Lund, she left in May"
    if not objects and (born or any(child.dep_ == "auxpass" for child in dependents(verb))):  # "was held and released"
        objects = [one for one, place in subjects(verb) if born or place == "nsubjpass"]
    labels = [_label(one, found) for one in objects]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        labels.append(_label(verb.head, found))  # "a man released on Monday"
    if pairs and labels:
        doers = [_label(subject, found) for subject, place in subjects(verb) if place == "nsubj"]
        told = next((pairs[pair] for pair in product(doers, labels) if pair in pairs), None)
        if told is not None:
            return told
    return next((types[label] for label in labels or ["none"] if label in types), None) if types else None


def _by_thing(verb: Token, found: Found) -> bool:
    """ "A lorry damaged the gate", which is no attack; but "rebels", "a missile", "a blast" did."""
    doers = [child for child in dependents(verb) if child.dep_ == "nsubj"]
    doers += [noun for by in dependents(verb) if by.dep_ == "agent" for noun in dependents(by)]
    things = (one for one in doers if one.pos_ == "NOUN" and one.lemma_.lower() not in _WEAPONS)
    return any(not _label(one, found) for one in things)


def _label(noun: Token, found: Found) -> str:
    """The type of what a noun means; one who acts for others ("its chief executive") is a person all the same."""
    if noun.pos_ in ("NOUN", "PRON", "DET", "NUM") and noun.lower_ in _SOME:
        noun = next(
            (one for of in noun.rights if of.lower_ == "of" for one in dependents(of) if one.dep_ == "pobj"), noun
        )
    lemma = noun.lemma_.lower()
    if lemma in event_words().people or lemma.endswith(_CALLINGS):
        return "person"
    mention = found.by_token.get(noun.i)
    if mention is not None and mention.label:
        return mention.label
    if (noun.pos_ == "NUM" and noun.ent_type_ not in ("MONEY", "PERCENT", "QUANTITY")) or noun.lower_ in _SOME:
        return "person"  # "all four were charged"
    if is_event_noun(noun):
        return "event"
    beside = next((found.by_token.get(one.i) for one in noun.rights if one.dep_ == "appos"), None)
    return "person" if beside is not None and beside.label == "person" and beside.form == "name" else ""


def find_carriers(words: Words) -> list[Trigger]:
    """Verbs that count beside the event, for those who read every verb."""
    return [_trigger(one, OTHER, one.lemma_.lower(), "light", CARRIER_SCORE) for one in words.carriers]


def tells_nothing(verb: Token) -> bool:
    """Whether a predicate tells a state or a report only."""
    words, lemma = event_words(), verb.lemma_.lower()
    if lemma in words.states or (verb.dep_ == "relcl" and tells_which(verb, lemma)):
        return True
    does = lemma in words.weak and any(child.dep_ == "dobj" for child in dependents(verb))
    return lemma in words.reporting and not does  # "added a wing", but "added that it was late"


def is_stopped(verb: Token) -> bool:
    """ "Stopped making it": the event is the end of it."""
    return verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _STOPPING


def _is_predicate(verb: Token) -> bool:
    """Whether a verb that is not light may tell something: no auxiliary, modifier or formula, no "takes place"."""
    lemma = verb.lemma_.lower()
    if verb.dep_ in _NO_PREDICATES or not lemma.isalpha():
        return False
    if verb.tag_ == "VB" and is_imperative(verb):
        return False
    return not ((takes_place(verb) and event_noun_of(verb) is not None) or is_formula(verb))


def _is_light(verb: Token) -> bool:
    words, lemma = event_words(), verb.lemma_.lower()
    noun = event_noun_of(verb) if lemma in words.light else None
    if noun is not None:
        return not starts_inquiry(verb, noun)
    if reported_earnings(verb):
        return True
    below = dependents(verb) if lemma in words.leading else ()
    after = [noun for child in below if child.dep_ == "prep" for noun in dependents(child)]
    return any(idiom_of(noun) for noun in (*below, *after))


def _trigger(token: Token, type_: str, lemma: str, method: str, score: float, anchor: int | None = None) -> Trigger:
    return Trigger(token.i, token.i + 1, token.i, token.i if anchor is None else anchor, type_, lemma, method, score)


def _phrase(verb: Token, lemma: str) -> str | None:
    """ "Become members", "step down": the type that verb and noun, or verb and particle, tell together."""
    word = _particle_or_noun(verb, lemma)
    return event_words().phrases[lemma][word] if word else None


def _particle_or_noun(verb: Token, lemma: str) -> str:
    words = event_words().phrases[lemma]
    parts = [
        child
        for child in dependents(verb)
        if child.dep_ in ("prt", "dobj", "attr", "acomp", "advmod", "prep", "oprd", "ccomp")
    ]
    parts += [one for child in parts if child.dep_ == "prep" for one in child.lefts]  # "ran aground off Lund"
    if lemma == "call" and any(part.dep_ in ("dobj", "oprd") and not sums_up(part, verb) for part in parts):
        parts = [part for part in parts if part.dep_ != "prep"]  # "called him a fool for it", "called him on the phone"
    return next((word for part in parts if (word := part.lemma_.lower()) in words and not _of_time(part)), "")


def _of_time(preposition: Token) -> bool:
    """ "Called on Tuesday" is no "call on"."""
    return any(child.ent_type_ in ("DATE", "TIME") for child in dependents(preposition))


# --- nouns --------------------------------------------------------------------------------------------------------


def _name(token: Token) -> Trigger | None:
    name = event_name(token)
    if name is None:
        return None
    return Trigger(name[0], name[1], token.i, clause_anchor(token), name[2], token.lemma_.lower(), "name", 0.95)


def _noun(token: Token, found: Found) -> Trigger | None:
    words, lemma = event_words(), token.lemma_.lower()
    if lemma in EARNINGS and token.dep_ == "dobj" and reported_earnings(token.head) == token:
        return _trigger(token, OTHER, lemma, "noun", OTHER_SCORE, token.head.i)
    if lemma not in words.heads and token.lower_ not in words.heads:
        return None
    if token.dep_ in ("compound", "nmod", "amod") or token.text == "March":
        return None
    idiom = idiom_of(token)
    if idiom is not None:
        return _trigger(token, idiom, lemma, "noun", 0.75, (token.head if token.dep_ == "dobj" else token.head.head).i)
    hyphened = _hyphened(token, lemma)
    if hyphened in words.nouns:
        return Trigger(
            token.i - 2, token.i + 1, token.i, clause_anchor(token), words.nouns[hyphened], hyphened, "noun", 0.75
        )
    type_ = type_by_word(token, lemma) or words.nouns.get(lemma) or words.nouns.get(token.lower_)
    if lemma in words.of_object and lemma in words.undergone:
        type_ = _type_by_owner(token, lemma, found) or type_
    if type_ is None or inside_name(token, found):
        return None
    if lemma in STORIED:
        type_ = type_by_story(token) or type_
    start = _name_start(token)
    method, score = ("name", 0.95) if start < token.i else ("noun", 0.75)
    return Trigger(start, token.i + 1, token.i, clause_anchor(token), type_, lemma, method, score)


def _type_by_owner(noun: Token, lemma: str, found: Found) -> str | None:
    """ "Roe's release from prison", but "the release of the film": what was done to whom."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    owners += [one for of in noun.rights if of.lower_ == "of" for one in dependents(of) if one.dep_ == "pobj"]
    types = event_words().of_object[lemma]
    return next((types[label] for one in owners if (label := _label(one, found)) in types), None)


def _hyphened(token: Token, lemma: str) -> str:
    """ "Cease-fire", "walk-out", which the model takes for three words; "" for others."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_:
        return ""
    return f"{token.nbor(-2).lower_}-{lemma}"


def inside_name(token: Token, found: Found) -> bool:
    """Whether a noun is part of the name of a person, an organisation or a work."""
    mention = found.by_token.get(token.i)
    return mention is not None and mention.form == "name" and mention.label in ("person", "organization", "work")


def _name_start(token: Token) -> int:
    """Where the name of a named event begins ("Bucharest Summit"); the noun itself if it has none."""
    if token.is_sent_start or not token.text[0].isupper():
        return token.i
    start = token.i
    while start > sentence_start(token) and _part_of_name(token.doc[start - 1], token):
        start -= 1
    return start


def _part_of_name(token: Token, head: Token) -> bool:
    return token.pos_ in ("PROPN", "ADJ") and token.text[0].isupper() and token.dep_ in ("compound", "amod", "nmod")
