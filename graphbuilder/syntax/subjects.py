"""The subjects of a verb by syntax: its own, or those that it borrows from the clause that it stands in.

Borrowed are subjects by control, raising, coordination, adverbial and relative clauses (`_BORROWING`).
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.knowledge.parse_labels import FINITE
from graphbuilder.syntax.tree import dependents, once_a_doc

#: Verbs that call upon somebody to do something.
_CALLING = frozenset({"appeal", "call"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
#: What there is none of, where only one thing is left to do.
_CHOICES = frozenset({"alternative", "choice", "option", "recourse"})
#: Nouns of what somebody will, can or may do: with "of" and "by" they tell who.
_WILL = frozenset(
    {"agreement", "ambition", "attempt", "bid", "commitment", "decision", "desire", "determination", "effort",
     "failure", "hope", "inability", "intention", "move", "offer", "plan", "pledge", "promise", "proposal", "readiness",
     "refusal", "reluctance", "right", "threat", "unwillingness", "vow", "willingness", "wish"}
)  # fmt: skip
_ACTORS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
#: What spaCy calls the names of places, and what has none.
_NO_PEOPLE = frozenset({"", "FAC", "GPE", "LOC"})
_STEPS = 3
#: Verbs up to the one that has the subject.
_DEPTH = 4
#: Verbs of what somebody gets for what he did.
_BLAMING = frozenset(
    {"accuse", "applaud", "arrest", "blame", "charge", "condemn", "convict", "criticise", "criticize", "denounce",
     "detain", "fault", "fine", "fire", "imprison", "jail", "pardon", "pay", "praise", "prosecute", "punish", "reward",
     "sack", "sanction", "sentence", "sue", "suspend", "thank"}
)  # fmt: skip
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def subjects(verb: Token) -> Sequence[Token]:
    """The subjects of a verb: its own, its antecedent's, or its governor's.

    Yes: "ministers who met" → ministers; "pledged to help" → who pledged; "met and agreed" → of both verbs;
    "asked Berlin to pay" → Berlin.
    """
    known = _asked(verb.doc)
    if verb.i not in known:
        known[verb.i] = _subjects(verb, _DEPTH)
    return known[verb.i]


@once_a_doc
def _asked(doc: Doc) -> dict[int, Sequence[Token]]:
    """The subjects of those verbs (indices) of a Doc that were asked for: several rules ask for the same."""
    return {}


def _subjects(verb: Token, depth: int) -> Sequence[Token]:
    """The subjects of a verb, borrowed from at most `depth` verbs above it."""
    own = [antecedent(child, verb) for child in dependents(verb) if child.dep_ in SUBJECTS]
    if own:
        return own
    left = _verb_of_choice(verb) if depth else None
    if left is not None:
        return _subjects(left, depth - 1)
    borrow = _BORROWING.get(verb.dep_)
    return borrow(verb, depth - 1) if borrow is not None and depth and verb.head != verb else []


def _of_complement(verb: Token, depth: int) -> Sequence[Token]:
    """Of an infinitive under a verb: the object by which that controls it, else that verb's subject."""
    return _controllers(verb.head) or _subjects(_verb_of_predicate(verb.head), depth)


def _of_gerund(verb: Token, depth: int) -> Sequence[Token]:
    """Of a gerund under a preposition: "kept Alba from selling it"."""
    return _of_preposition(verb.head, depth)


def _of_coordinated(verb: Token, depth: int) -> Sequence[Token]:
    """Of a verb joined to another one: the subject of the verb that it is truly joined to."""
    governor = verb.head
    if governor.pos_ not in ("VERB", "AUX"):
        return []
    while verb.tag_ in FINITE and governor.tag_ == "VB" and governor.head != governor:
        governor = governor.head  # "condemned the decision to annex it and called on Moscow": who condemned it did
    governor = _reported_verb(governor, verb) or governor
    if governor.dep_ == "advcl" and governor.i > governor.head.i and _is_behind_comma(verb):
        governor = governor.head  # "He took office when Roe died, and won in May": he did
    if verb.tag_ == "VBD" and governor.dep_ == "acl":
        return [governor.head]  # "Alba, from Lund, signed in May and started work"
    return _subjects(governor, depth)


def _of_adverbial(verb: Token, depth: int) -> Sequence[Token]:
    """Of an adverbial clause without a subject: the subject of its main clause."""
    if verb.tag_ in ("VB", "VBG") or (verb.tag_ == "VBN" and _is_set_apart(verb)):
        return _subjects(verb.head, depth)
    joined = verb.tag_ in FINITE and verb.i and verb.doc[verb.i - 1].lower_ in ("and", "but")
    return _subjects(verb.head, depth) if joined else []  # "Roe left, it said, and sold it"


def _of_adnominal(verb: Token, depth: int) -> Sequence[Token]:
    """Of an infinitive that modifies a noun: whoever has the plan ("Germany's plan to send tanks")."""
    noun = verb.head
    if verb.tag_ != "VB":
        return []
    if noun.dep_ == "ROOT" and noun.ent_type_ in _ACTORS:
        return [noun]  # a headline: "Alba to buy Corin"
    ahead = (verb.dep_ == "acl" and noun.pos_ == "NOUN") or noun.dep_ == "attr"
    return _planners(noun, depth) if ahead else []


#: How a verb without a subject borrows one, by its place in the parse.
_BORROWING = {
    "xcomp": _of_complement,
    "pcomp": _of_gerund,
    "conj": _of_coordinated,
    "advcl": _of_adverbial,
    "acl": _of_adnominal,
    "relcl": _of_adnominal,
}


def _reported_verb(saying: Token, verb: Token) -> Token | None:
    """The verb of reported speech that goes on behind the verb of saying, which has no part in what follows.

    Yes: "Roe knew of it, the bank said, and sold her shares" → "knew", for "sold": Roe sold them, and not the bank.
    """
    if saying.lemma_.lower() not in event_words().reporting or verb.tag_ not in FINITE:
        return None
    if saying.doc[saying.i + 1].text != ",":
        return None
    if saying.dep_ == "parataxis":
        return saying.head if saying.head.i < saying.i else None
    return next((child for child in dependents(saying) if child.dep_ == "ccomp" and child.i < saying.i), None)


def _verb_of_choice(verb: Token) -> Token | None:
    """The verb whose subject does what it has no alternative to: "had no choice but to pay" → "had" for "pay"."""
    doc, at = verb.doc, verb.i - 2
    if at < 2 or doc[at + 1].lower_ != "to" or doc[at].lower_ not in ("but", "except", "than"):
        return None
    noun = doc[at - 2] if doc[at].lower_ == "than" else doc[at - 1]
    if noun.lemma_.lower() not in _CHOICES or all(child.lower_ not in ("no", "little", "few") for child in noun.lefts):
        return None
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    return governor if governor.pos_ in ("VERB", "AUX") and governor != verb else None


def _is_behind_comma(verb: Token) -> bool:
    """Whether a coordinated verb stands behind ", and"."""
    joining = next((child for child in dependents(verb.head) if child.dep_ == "cc" and child.i < verb.i), None)
    return joining is not None and verb.doc[joining.i - 1].text == ","


def _controllers(verb: Token) -> list[Token]:
    """The object that controls an infinitive: "asked Berlin to pay", "called on Berlin to pay"."""
    objects = [child for child in dependents(verb) if child.dep_ in ("dobj", "dative")]
    called = verb.lemma_ in _CALLING
    upon = (
        child for child in dependents(verb) if called and child.dep_ == "prep" and child.lower_ in ("on", "to", "upon")
    )
    return objects[:1] or [inner for child in upon for inner in dependents(child) if inner.dep_ == "pobj"][:1]


def _verb_of_predicate(word: Token) -> Token:
    """The verb that a predicative adjective or adverb goes with: "was unable to pay", "stopped short of paying"."""
    adjective = word.pos_ in ("ADJ", "ADV") and word.dep_ in ("acomp", "advmod", "attr", "oprd")
    return word.head if adjective else word


def _of_preposition(preposition: Token, depth: int) -> Sequence[Token]:
    """The subjects of a gerund under a preposition: the object of the governing verb, or its subject.

    Yes: "kept Alba from selling it" → Alba; "left without paying" → who left; "a man suspected of stabbing him" → man.
    """
    governor = _verb_of_predicate(preposition.head)
    if governor.pos_ == "NOUN" and governor.lemma_.lower() in _WILL and depth > 0:
        return _planners(governor, depth - 1)  # "had no intention of resigning"
    if governor.pos_ not in ("VERB", "AUX"):
        return []
    if governor.dep_ == "acl" and governor.tag_ == "VBN":
        return [governor.head]  # "a man suspected of stabbing him"
    places = ("dobj", "nsubjpass")
    affected = [child for child in dependents(governor) if child.dep_ in places and child.i < preposition.i]
    if affected and preposition.head == governor:
        word = preposition.lower_
        if word in ("from", "into", "of") or (
            word in ("for", "with") and _is_controlled_by_object(affected[0], governor)
        ):
            return affected[:1]
    return _subjects(governor, depth) if depth > 0 else []


def _is_controlled_by_object(affected: Token, verb: Token) -> bool:
    """Whether the object of a verb, and not its subject, did what "for" or "with" introduces.

    Yes: "sued Alba for selling it", "thanked Jane Roe for helping". No: "used money for buying it".
    """
    somebody = affected.ent_type_ in _ACTORS or affected.pos_ == "PRON"
    return somebody or verb.lemma_ in _BLAMING or affected.lemma_.lower() in event_words().people


def _planners(noun: Token, depth: int) -> Sequence[Token]:
    """Whoever has the plan that a noun denotes: "Germany's plan to send tanks", "Apple has plans to sell it"."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"] or _named_planners(noun)
    if noun.dep_ == "pobj" and noun.head.head.lemma_ == "be" and depth > 0:  # "is in talks to buy it"
        return owners or _subjects(noun.head.head, depth)
    if owners or noun.dep_ not in ("attr", "dobj"):
        return owners
    return _subjects(noun.head, depth)


def _named_planners(noun: Token) -> list[Token]:
    """Whoever a noun of will names behind "by", "for" or "of", where an infinitive tells what they will do.

    Yes: "the refusal of Egypt to pay", "a bid by Alba to buy it". No: "the sale of its ships to pay the debt".
    """
    ahead = noun.lemma_.lower() in _WILL and any(_is_infinitive(child) for child in noun.rights)
    by = (child for child in noun.rights if ahead and child.dep_ == "prep" and child.lower_ in ("by", "for", "of"))
    return [inner for preposition in by for inner in dependents(preposition) if inner.dep_ == "pobj"]


def _is_infinitive(clause: Token) -> bool:
    """Whether a clause is an infinitive that modifies a noun."""
    return clause.dep_ in ("acl", "relcl") and clause.tag_ == "VB"


def _is_set_apart(participle: Token) -> bool:
    """Whether a participle is set apart from its clause, so that it shares the subject.

    Yes: "Arrested in May, Roe", "Roe, arrested in May". No: "came loaded with apps".
    """
    before = participle.left_edge.i - 1
    return participle.i < participle.head.i or (before > 0 and participle.doc[before].text == ",")


def antecedent(subject: Token, verb: Token) -> Token:
    """The antecedent of a relative pronoun ("ministers who met", "it was Iran that met them"); else the word itself."""
    if subject.lower_ not in _RELATIVES:
        return subject
    if verb.dep_ == "relcl":
        return _nearest_person(verb.head) if subject.lower_ == "who" else verb.head
    told = (child for child in verb.head.lefts if verb.dep_ == "ccomp" and child.lower_ == "it")
    cleft = verb.head.lemma_ == "be" and next(told, None) is not None
    return next((child for child in dependents(verb.head) if cleft and child.dep_ == "attr"), subject)


def _nearest_person(noun: Token) -> Token:
    """The nearest person that "who" can refer to: the fisherman, in "a fisherman from the village of Lund who died"."""
    people, above = event_words().people, noun
    if noun.ent_type_ not in _NO_PEOPLE or noun.lemma_.lower() in people:
        return noun
    for _ in range(_STEPS):
        if above.dep_ != "pobj" or above.head.dep_ != "prep":
            return noun
        above = above.head.head
        if above.lemma_.lower() in people:
            return above
    return noun
