"""Whether it happened, or is planned, possible, conditional or demanded. Words: ``lexicons/events/factuality.yaml``."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from graphbuilder.events.factuality.conditions import (
    MARKS,
    awaited,
    has_condition,
    hedges,
    is_alleged,
    is_hearsay,
    is_unreal,
    may_suppose,
    on_condition,
    should_come,
)
from graphbuilder.events.factuality.negation import CLAIMED, GOVERNED, evidence, given_up, governors
from graphbuilder.events.factuality.scope import teller
from graphbuilder.knowledge.event_words import event_words, factuality_words
from graphbuilder.knowledge.parse_labels import FINITE, SUBJECTS
from graphbuilder.syntax.subjects import WILL, verb_of_choice
from graphbuilder.syntax.tree import dependents

_FATES = frozenset({"become", "die", "last", "live", "prove", "remain", "serve", "stay"})
#: "A step closer to ending it".
NEAR = frozenset({"brink", "close", "closer", "near", "nearer", "verge"})
#: What somebody goes somewhere to do, and does.
_GOING = frozenset({"come", "go", "move", "return"})
_JOINING = frozenset(
    {"join", "live", "marry", "read", "research", "serve", "settle", "study", "teach", "train", "work"}
)
#: What is done to somebody for what he is said to have done: "arrested her for stealing it"; but "jailed".
_SUSPECTING = frozenset(
    {"arrest", "charge", "detain", "indict", "investigate", "prosecute", "question", "remand", "sue"}
)
#: What one faces before it comes, if it does.
_PENALTIES = frozenset(
    {"ban", "closure", "conviction", "deportation", "dismissal", "eviction", "execution", "expulsion", "extradition",
     "imprisonment", "jail", "prosecution", "suspension", "trial"}
)  # fmt: skip
_AHEAD_MARKS = frozenset({"before", "until", "till", "once"})
#: Adjectives that say of their subject whether it may come about.
_LIKELY = frozenset({"conceivable", "likely", "possible", "probable", "unlikely"})
_STEPS = 3


Rule = Callable[[Token, Token], str | None]


def modality(token: Token, anchor: Token, steps: int = _STEPS) -> str:
    """ACTUAL, PLANNED, POSSIBLE, CONDITIONAL or DEMANDED: how the event of a word is told."""
    for rule in _rules(anchor.tag_, anchor.dep_, token.pos_ == "VERB"):
        found = rule(token, anchor)
        if found is not None:
            return found
    above = teller(anchor) if steps else None
    return "ACTUAL" if above is None else modality(above, above, steps - 1)


@cache
def _rules(tag: str, place: str, verb: bool) -> tuple[Rule, ...]:
    """The rules that can say something of a word with this tag in this place, in the order in which they are asked."""
    asked = {
        _condition: place != "relcl" and tag not in ("NN", "NNS", "NNP"),
        _doubtful: place in CLAIMED,
        _bound: tag == "VB",
        _modal: tag != "VBD",
        _infinitive: tag in ("VB", "VBN"),
        _governed: place in GOVERNED or place == "nsubj",
        _before: tag in ("VBZ", "VBP", "VBG"),
        _adjective: not verb,
        _hedged: tag.startswith("V") and place == "relcl",
    }
    rules = (_adjective, _condition, _hedged, _doubtful, _bound, _modal, _infinitive, _governed, _before)
    return tuple(rule for rule in rules if asked.get(rule, True))


def _adjective(token: Token, anchor: Token) -> str | None:
    """ "A planned summit", "the alleged attack", "next week's vote", "a truce is possible"."""
    words = factuality_words().adjectives
    for child in token.lefts:
        word = child.lower_
        if word in words:
            return words[word]
        if child.dep_ == "poss":
            for inner in child.lefts:
                if inner.lower_ in words:
                    return words[inner.lower_]
    if token.i in awaited(token.doc):
        return "PLANNED"  # "a meeting in Lund next week"
    if token.dep_ == "dobj" and token.head.lemma_ == "face" and token.lemma_.lower() in _PENALTIES:
        return "POSSIBLE"  # "faces dismissal"; but "faced charges"
    return "POSSIBLE" if token.dep_ == "nsubj" and _may_be(token.head) else None


def _may_be(verb: Token) -> bool:
    """ "A deal is possible", "would be unlikely"; not "is likely to fail", where it is the failure."""
    if verb.lemma_ != "be":
        return False
    said = (child for child in dependents(verb) if child.dep_ == "acomp" and child.lower_ in _LIKELY)
    return any(all(child.dep_ != "xcomp" for child in one.rights) for one in said)


def _condition(token: Token, anchor: Token) -> str | None:
    if not may_suppose(anchor):
        return None
    return "CONDITIONAL" if has_condition(anchor) else _hedged(token, anchor)


def _hedged(token: Token, anchor: Token) -> str | None:
    """ "Apparently signed it", "allegedly broke in and stole it"."""
    before = hedges(anchor.doc)
    if not before:
        return None
    if anchor.i in before:
        return None if before[anchor.i].lower_ in factuality_words().nearly else "POSSIBLE"
    joined = anchor.dep_ == "conj" and all(child.dep_ not in SUBJECTS for child in dependents(anchor))
    return _hedged(token, anchor.head) if joined else None


def _doubtful(token: Token, anchor: Token) -> str | None:
    return "POSSIBLE" if is_alleged(anchor) or evidence(anchor) is not None else None


def _bound(token: Token, anchor: Token) -> str | None:
    """Whether there was no alternative: "had no choice but to sign" happened; "has no choice" will."""
    choice = verb_of_choice(anchor)
    if choice is None:
        return None
    past = choice.tag_ in ("VBD", "VBN") and all(child.tag_ != "MD" for child in dependents(choice))
    return "ACTUAL" if past else "PLANNED"


def _modal(token: Token, anchor: Token) -> str | None:
    modals = factuality_words().modals
    for child in _auxiliaries(anchor):
        found = modals.get(child.lower_)
        if found is None:
            continue
        if anchor.tag_ == "VBN" and is_unreal(anchor):
            return "CONDITIONAL"
        if found == "CONDITIONAL":
            if child.tag_ == "VBD":
                continue  # "she'd resigned": she had
            if _reported(anchor):
                # "said it would send": the future, seen from the past; but "said it would sue if they refused"
                return found if on_condition(anchor) else "PLANNED"
        elif found == "PLANNED":
            return "CONDITIONAL" if on_condition(anchor) else found
        elif child.lower_ == "should" and should_come(anchor):
            return "PLANNED"
        elif child.lower_ == "can" and not _AHEAD_MARKS.isdisjoint(_marks(anchor)):
            return "PLANNED"  # "until a successor can be chosen"
        elif found == "POSSIBLE" and on_condition(anchor):
            return "CONDITIONAL"
        elif found == "DEMANDED" and anchor.tag_ == "VBN" and _is_perfect(anchor):
            return "POSSIBLE"  # "must have killed him"
        return found
    return None


def _is_perfect(participle: Token) -> bool:
    return any(child.lower_ in ("have", "'ve") and child.dep_ == "aux" for child in dependents(participle))


def _auxiliaries(verb: Token) -> list[Token]:
    """Of the verb, or of the one that it is joined to by "and"."""
    own = [child for child in dependents(verb) if child.dep_ in ("aux", "auxpass")]
    if not own and verb.dep_ == "conj" and verb.tag_ == "VB":
        return [child for child in dependents(verb.head) if child.dep_ == "aux"]
    return own


def _reported(verb: Token) -> bool:
    words = event_words()
    verb = verb.head if verb.dep_ == "conj" else verb  # "said it would meet and would report"
    governor = verb.head.lemma_.lower()
    return verb.dep_ == "ccomp" and (governor in words.reporting or governor in words.acts or governor == "be")


def _infinitive(token: Token, anchor: Token) -> str | None:
    """ "To" before the verb: as its governor says, else ahead ("NATO to meet", "met to discuss")."""
    if not any(child.lower_ == "to" and child.dep_ == "aux" for child in dependents(anchor)):
        return None
    governor = anchor.head
    if is_going_to(anchor) or _is_to(anchor):
        return "PLANNED"
    if anchor.dep_ == "advcl" and anchor.lemma_ in _JOINING and _went(governor):
        return "ACTUAL"
    if anchor.dep_ in ("acl", "relcl") and _first(governor):
        becoming = governor.dep_ == "attr" and governor.head.lemma_ in ("be", "become")
        return modality(governor.head, governor.head, 0) if becoming else "ACTUAL"
    if anchor.dep_ in ("acl", "relcl") and (
        governor.lemma_.lower() in factuality_words().denying or given_up(governor)
    ):
        return "ACTUAL"  # "the refusal to pay", "dropped its plan to pay": it is denied, and no plan
    if _came_to(anchor, governor):
        return "ACTUAL"
    if governor.lemma_ == "have" and governor.tag_ in ("VBP", "VBZ") and anchor.doc[governor.i + 1].lower_ != "yet":
        return "DEMANDED"  # "has to pay"; "had to pay" did
    if anchor.dep_ in ("xcomp", "ccomp", "acl", "advcl", "relcl") and governor != anchor:
        found = factuality_words().governors.get(governor.lemma_.lower()) or _light_governor(anchor)
        if found in ("PLANNED", "POSSIBLE"):
            return "CONDITIONAL" if on_condition(governor) or on_condition(anchor) else found
        return "POSSIBLE" if found is None and is_hearsay(anchor) else found
    return "PLANNED"


def _is_to(verb: Token) -> bool:
    """ "Are to begin", "was to reopen on Friday"; but "he was to die in the camp" looks ahead to what took place."""
    be, fate = verb.head, verb.lemma_ in _FATES
    return verb.dep_ == "xcomp" and be.lemma_ == "be" and be.tag_ in FINITE and not (fate and be.tag_ == "VBD")


def _went(verb: Token) -> bool:
    """ "Came from Lima to join the firm in 2020"; but "hoped to go to Lima to study", "was to come to study"."""
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(one.lemma_ == "have" for one in verb.lefts))
    return (
        past and verb.lemma_ in _GOING and all(child.dep_ != "neg" and child.tag_ != "MD" for child in dependents(verb))
    )


def _came_to(verb: Token, above: Token) -> bool:
    """Whether a verb of effort ended in success: "it took a year to free her"."""
    took = above.tag_ == "VBD" and above.lemma_ == "take" and verb.dep_ in ("advcl", "ccomp", "xcomp")
    return took and any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in dependents(above))


def _first(noun: Token) -> bool:
    """ "Became the first country to land there": it did."""
    words = (noun, *noun.lefts)
    return any(one.ent_type_ == "ORDINAL" or one.lower_ in ("first", "last", "only", "latest") for one in words)


def is_going_to(verb: Token) -> bool:
    """ "Are going to meet"; but "went to war" is no plan."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "go" and verb.head.tag_ == "VBG"


def _light_governor(verb: Token) -> str | None:
    """ "Began to", "managed to" keep what they govern actual; purposes are ahead, and "announced talks to be held"."""
    announced = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in event_words().acts
    return "PLANNED" if announced or verb.dep_ in ("acl", "advcl", "relcl") else None


def _governed(token: Token, anchor: Token) -> str | None:
    """ "Called for talks", "plans a summit", "asked that it pay", "discussed sending", "accused it of bombing"."""
    words, place = factuality_words().governors, anchor.dep_
    if place == "pobj":
        if anchor.head.lower_ == "at" and _planned(anchor.head.head):
            return "PLANNED"
    elif place == "nsubj" and _due(anchor.head):
        return "PLANNED"
    for governor in governors(anchor):
        if governor.lower_ in NEAR and anchor.dep_ == "pcomp":
            return "POSSIBLE"
        if anchor.dep_ == "pcomp" and anchor.head.i < governor.i:
            continue  # "instead of fining it, they warned it"
        found = words.get(governor.lemma_.lower())
        if found is None and anchor.dep_ == "pcomp":
            if governor.lemma_.lower() in WILL:
                found = "PLANNED"  # "no intention of resigning"
            elif governor.lemma_ in _SUSPECTING and governor.pos_ == "VERB":
                found = "POSSIBLE"  # "arrested him for stealing it"
        if found is None or _called_off(governor) or (anchor.pos_ != "VERB" and _of_verbs_only(governor)):
            continue
        if anchor.pos_ != "VERB" or anchor.dep_ == "pcomp" or anchor.tag_ in ("VB", "VBG") or _bare_passive(anchor):
            return found
    return None


def _planned(verb: Token) -> bool:
    """ "Will be chosen at a meeting": that is ahead, too."""
    return verb.pos_ == "VERB" and modality(verb, verb, 0) == "PLANNED"


def _bare_passive(verb: Token) -> bool:
    """ "Recommended that it be closed"."""
    return any(child.dep_ == "auxpass" and child.tag_ == "VB" for child in dependents(verb)) and verb.dep_ == "ccomp"


def _called_off(governor: Token) -> bool:
    """ "Called off the strike" asks for none."""
    return governor.lemma_ == "call" and any(child.lower_ in ("off", "out") for child in dependents(governor))


def _due(verb: Token) -> bool:
    """ "The verdict is due on Friday", "had been due"; but "the delay is due to rain"."""
    due = (child for child in dependents(verb) if child.dep_ == "acomp" and child.lower_ == "due")
    return verb.lemma_ == "be" and any(all(child.lower_ != "to" for child in dependents(one)) for one in due)


def _of_verbs_only(governor: Token) -> bool:
    """ "Set fire to", "arranged talks" tell what took place; "the trial is set to begin" does not."""
    ahead = any(child.dep_ == "xcomp" for child in dependents(governor))
    return governor.lemma_.lower() in factuality_words().verbs_only and not ahead


def _before(token: Token, anchor: Token) -> str | None:
    """ "Two days before the phone launches", "the race ends tomorrow", "they are meeting next week"."""
    before = anchor.tag_ != "VBG" and not _AHEAD_MARKS.isdisjoint(_marks(anchor))
    return "PLANNED" if before or anchor.i in awaited(anchor.doc) else None


def _marks(verb: Token) -> list[str]:
    """The words that tie a clause to another, in lower case."""
    return [child.lower_ for child in dependents(verb) if child.dep_ in MARKS]
