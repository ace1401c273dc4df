"""Whether it is said not to have happened. The words stand in ``lexicons/events/factuality.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.events.factuality.conditions import hedges
from graphbuilder.knowledge.event_words import event_words, factuality_words
from graphbuilder.syntax.subjects import WILL
from graphbuilder.syntax.token_index import positions
from graphbuilder.syntax.tree import dependents, once_a_doc, sentence_start

#: Verbs that only say of their noun whether it came about: what is said of "reach" is said of "an agreement".
CARRIERS = frozenset({"bring", "come", "lead", "reach", "result", "sign", "strike"})
#: Verbs whose negation is that of what stands under them: "is not expected to come".
_RAISING = CARRIERS | {"expect", "believe", "think", "suppose", "appear", "seem"}
#: What is done with a report that is not believed; with events of other kinds it is something else.
_DISMISSING = frozenset({"dismiss", "reject", "rubbish"})
#: What is done to an event that is not to be.
_FORBIDDING = frozenset({"ban", "block", "forbid", "outlaw", "prohibit"})
#: What is done with an event that is there all the same: "will not hear the appeal".
_HEEDING = frozenset({"consider", "count", "hear", "show", "use"})
#: What is done with a plan that is not to be carried out.
_GIVING_UP = frozenset({"abandon", "axe", "cancel", "ditch", "drop", "scrap", "shelve", "withdraw"})
#: "Did not stay until Monday" denies that it lasted so long.
_ENDURING = frozenset({"endure", "keep", "last", "live", "remain", "serve", "sleep", "stay", "survive", "wait", "work"})
#: What somebody has in mind to do; what may be done, and is not where it is turned down.
_PLANNING = frozenset({"aim", "hope", "intend", "mean", "plan", "prepare", "propose", "seek", "try", "want", "wish"})
_CHANCES = frozenset({"chance", "invitation", "offer", "opportunity"})
_TURNING_DOWN = frozenset({"decline", "forgo", "miss", "refuse", "reject", "spurn", "waste"})
#: Adjectives that say of somebody whether he can or will do it: "not ready to leave"; but "not happy to leave".
READY = frozenset({"able", "eligible", "fit", "free", "prepared", "ready", "willing"})
#: What somebody tries.
_TRYING = frozenset({"attempt", "seek", "try"})
_STEPS = 3
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr")
_CLAUSES = ("xcomp", "ccomp", "dobj", "pcomp")
#: Places of a word that depends on another one which may take it back: of `governors`, and of all that denies.
GOVERNED = frozenset({*_CLAUSES, "nsubjpass", "pobj"})
#: Places of a clause that tells what a noun is proof or a claim of.
CLAIMED = frozenset({"acl", "ccomp", "relcl"})
_DENIED = GOVERNED | {"acl", "nsubj", "relcl"}


def negated(token: Token, anchor: Token) -> bool:
    """Whether the event of a word, whose clause hangs at `anchor`, is denied in its sentence."""
    may_be = sentence_start(anchor) in _negating(anchor.doc)
    called = _called_untrue(anchor)
    if called is not None:
        return not any(negator(child) for child in dependents(called))
    if may_be and (_negated(anchor) or (token != anchor and _negated(token)) or _negated_above(anchor)):
        return True
    return denied(anchor)


@once_a_doc
def _negating(doc: Doc) -> frozenset[int]:
    """The sentences (their first words) with a word that may negate: most have none."""
    return frozenset(sentence_start(doc[at]) for at in positions(doc, _negators(), "LOWER"))


@cache
def _negators() -> frozenset[str]:
    words = factuality_words()
    return words.nearly | words.negators | words.noun_negated | {"cannot", "n’t", "yet"}


def _negated(token: Token) -> bool:
    children = list(dependents(token))
    if token.lemma_ == "plead" or _not_until(token, children):
        return False  # "pleaded not guilty": he did
    if token.i in hedges(token.doc) and _only_nearly(token):
        return True
    if token.pos_ == "NOUN" and any(
        child.lower_ in factuality_words().noun_negated for child in children if child.i < token.i
    ):
        return True
    lefts = (
        inner for child in children if child.dep_ in _ARGUMENTS or child.lower_ == "guilty" for inner in child.lefts
    )
    if any(negator(word) for word in (*children, *lefts)) or any(_no_longer(child) for child in children):
        return True
    return _yet_to(token) or (token.dep_ == "conj" and any(one.lower_ == "nor" for one in dependents(token.head)))


def _only_nearly(verb: Token) -> bool:
    """ "Nearly lost it", "was almost killed"; but "nearly doubled" and "almost certainly died"."""
    words = factuality_words()
    near = verb.nbor(-1).lower_ in words.nearly and verb.pos_ == "VERB"
    return near and verb.lemma_ not in words.degrees


def _not_until(verb: Token, children: Sequence[Token]) -> bool:
    """ "Did not return until 2013": then it did."""
    if not any(child.lower_ in ("until", "till") and child.i > verb.i for child in children):
        return False
    finite = [child for child in children if child.dep_ in ("aux", "auxpass") and child.tag_ == "VBD"]
    past = any(child.lemma_ != "have" for child in finite)
    denied = any(child.dep_ == "neg" and child.lower_ != "never" for child in children)
    return past and denied and verb.pos_ == "VERB" and verb.lemma_ not in _ENDURING


def _yet_to(verb: Token) -> bool:
    """ "Has yet to sign"."""
    waiting = verb.dep_ == "xcomp" and verb.head.lemma_ in ("be", "have", "remain")
    return waiting and verb.i >= 2 and verb.doc[verb.i - 2].lower_ == "yet" and verb.doc[verb.i - 1].lower_ == "to"


def _no_longer(word: Token) -> bool:
    return word.lower_ == "longer" and word.dep_ == "advmod" and any(child.lower_ == "no" for child in dependents(word))


def not_ready(verb: Token) -> bool:
    """ "Is not ready to leave", "will not be able to pay"."""
    if verb.dep_ != "xcomp" or verb.head.lower_ not in READY:
        return False
    return any(negator(child) for word in (verb.head, verb.head.head) for child in dependents(word))


def _negated_above(token: Token) -> bool:
    """ "Is not expected to bring an invitation": verbs that only carry another one negate it; "is not ready to go"."""
    if not_ready(token):
        return True
    for governor in _chain(token):
        if governor.lemma_.lower() not in _carrying() or _denies(governor, token):
            return False
        if token.dep_ == "ccomp" and token.i < governor.i:
            return False  # "I promise this: I will not let you down"
        if any(child.dep_ == "neg" and negator(child) for child in dependents(governor)):
            return True
    return False


@cache
def _carrying() -> frozenset[str]:
    words = event_words()
    return words.states | (words.weak - _HEEDING) | words.light | _RAISING


def _chain(token: Token) -> Iterator[Token]:
    """The words above a clause or object, a few steps up: "did not lead to a ceasefire"."""
    for _ in range(_STEPS):
        governor = token.head
        if token.dep_ == "pobj" and governor.lower_ in ("to", "in") and governor.head.lemma_ in ("lead", "result"):
            governor = governor.head
        elif token.dep_ not in ("xcomp", "dobj", "attr", "ccomp") or governor == token:
            return
        yield governor
        token = governor


def negator(token: Token) -> bool:
    """Whether a word negates: not that of "not only" or "no doubt"."""
    words = factuality_words()
    if token.lower_ not in words.negators:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return following.lower_ not in words.not_negation


def denied(token: Token) -> bool:
    """Under "denied that", "refused to", "without …" – unless that is negated itself ("did not deny")."""
    if token.dep_ not in _DENIED:
        return False
    if tried_in_vain(token):
        return True
    if token.dep_ == "pcomp" and (token.head.lower_ == "without" or _stopped_short(token.head)):
        return True
    if _none_to(token):
        return True
    noun = evidence(token)
    if noun is not None:
        if any(negator(child) for child in dependents(noun)):
            return True
        return _negated(noun.head) != _disbelieved(noun)  # "found no proof", "denied reports"; not "did not deny them"
    for governor in governors(token):
        # "they called for it; the government refused" denies nothing that stands before
        before = token.dep_ == "ccomp" and token.i < governor.i
        if _denies(governor, token) and not before:
            if _could_have(governor):
                return False
            return not any(negator(child) for child in dependents(governor))
    return False


#: Clauses that tell what is said of a thing.
_CONTENT = frozenset({"acl", "ccomp", "csubj", "csubjpass", "relcl"})


def _called_untrue(clause: Token) -> Token | None:
    """The verb by which a clause is said not to be so: "it is untrue that she left", "reports that she left are false",
    "it is a lie that she left".
    """
    verb, noun = clause.head, clause.head
    if clause.dep_ in ("acl", "relcl"):  # the parser takes "a lie that she left" for a relative clause
        told = noun.dep_ == "attr" and any(child.lower_ == "it" for child in noun.head.lefts)
        claim = noun.dep_ == "nsubj" and clause.dep_ == "acl" and any(one.dep_ == "mark" for one in clause.lefts)
        verb = noun.head if told or claim else clause
    if verb == clause or verb.lemma_ != "be" or clause.dep_ not in _CONTENT:
        return None
    said = (child.lemma_.lower() for child in dependents(verb) if child.dep_ in ("acomp", "attr"))
    return None if factuality_words().untrue.isdisjoint(said) else verb


def no_plan(verb: Token) -> bool:
    """ "Does not plan to sell it"; but "will not sell it", "plans not to sell it"."""
    plan = verb.head
    return verb.dep_ == "xcomp" and plan.lemma_ in _PLANNING and any(child.dep_ == "neg" for child in dependents(plan))


def _turned_down(noun: Token) -> bool:
    """Whether a governor denies what is offered: "missed the chance to run", "declined an invitation to speak"."""
    place = noun.lemma_ in _CHANCES and noun.dep_ in ("dobj", "nsubjpass")
    return place and noun.head.lemma_ in _TURNING_DOWN and not _negated(noun.head)


def _disbelieved(noun: Token) -> bool:
    """ "Denied reports that", "dismissed the claim that"."""
    return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in factuality_words().denying | _DISMISSING


def _none_to(verb: Token) -> bool:
    """ "Has no plan to pay", "no intention of paying", "the refusal to pay"; not "no failure to pay"."""
    if verb.dep_ not in ("acl", "relcl", "pcomp"):
        return False
    noun = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "of" else verb.head
    ahead = verb.tag_ == "VB" if noun == verb.head else noun.lemma_.lower() in WILL
    if not ahead or noun.pos_ != "NOUN":
        return False
    denied = (
        any(child.lower_ in ("no", "neither") and negator(child) for child in noun.lefts)
        or _negated_object(noun)
        or given_up(noun)
    )
    denied = denied or _turned_down(noun)
    return denied != (noun.lemma_.lower() in factuality_words().denying)


def given_up(noun: Token) -> bool:
    """Whether a plan was given up: "abandoned its plan to buy it". No: "rejected it"."""
    verb = noun.head
    if noun.lemma_.lower() not in WILL or noun.dep_ not in ("dobj", "nsubjpass") or _negated(verb):
        return False
    return verb.lemma_.lower() in _GIVING_UP


def _negated_object(noun: Token) -> bool:
    """ "Does not have a plan"; what is not announced may be all the same."""
    having = noun.dep_ in ("attr", "dobj") and noun.head.lemma_ in ("be", "have")
    return having and any(negator(child) for child in dependents(noun.head) if child.dep_ == "neg")


def tried_in_vain(verb: Token) -> bool:
    """Whether an attempt failed: "tried to get in, but failed". No: "but failed to sell it"."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ not in _TRYING:
        return False
    failing = (one for one in verb.head.rights if one.dep_ == "conj" and one.lemma_.lower() == "fail")
    return any(all(child.dep_ not in ("neg", "dobj", "xcomp") for child in dependents(one)) for one in failing)


def _stopped_short(preposition: Token) -> bool:
    """ "Stopped short of recalling it", "instead of recalling it"."""
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return preposition.lower_ == "of" and (preposition.head.lower_ == "short" or before == "instead")


def _could_have(verb: Token) -> bool:
    """ "The crash could have been avoided", "would have prevented the leak": it came about."""
    auxiliaries = [child for child in dependents(verb) if child.dep_ == "aux"]
    return any(one.tag_ == "MD" for one in auxiliaries) and any(one.lower_ == "have" for one in auxiliaries)


def _denies(governor: Token, token: Token) -> bool:
    words, lemma = factuality_words(), governor.lemma_.lower()
    if lemma in words.denying:
        return True
    if token.dep_ == "pcomp" and token.head.lower_ == "from":
        return lemma in words.preventing
    if token.pos_ == "NOUN" and token.head == governor and lemma in _FORBIDDING:
        return True
    particles = (child.lower_ for child in dependents(governor) if child.dep_ == "prt")
    return any(f"{lemma} {particle}" in words.denying for particle in particles)


def evidence(token: Token) -> Token | None:
    """The noun that a clause is said of, if that makes it doubtful: "proof that it caused deaths"."""
    if token.dep_ not in CLAIMED:
        return None
    noun = token.head
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in factuality_words().evidential:
        return None
    marked = any(child.dep_ == "mark" for child in dependents(token))
    bare = token.dep_ == "acl" and token.tag_ == "VBN" and not marked  # "the report, revealed on Friday", was itself
    clause = token.dep_ in ("acl", "ccomp") or marked
    return noun if clause and not bare else None


def governors(token: Token) -> Iterator[Token]:
    """The word that a clause or object depends on: one step up through complements, and through "for", "to", "of"."""
    place = token.dep_
    if place not in GOVERNED:
        return
    governor = token.head
    if place == "pobj":
        if governor.lower_ in ("for", "to", "of", "about", "with") or governor.dep_ == "prt":
            yield governor.head
    elif place == "nsubjpass":
        yield governor
    elif governor != token:
        yield governor.head if governor.pos_ == "ADP" else governor
