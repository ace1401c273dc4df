"""What a verb tells by the clause after it: "voted to ban it", "voted for the ban", "told them they would be paid".

The verbs stand under ``clause`` in ``lexicons/events/event_types.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from graphbuilder.events.detection.court_senses import ACTORS, COMPLEMENTS, KINDS, PERSONS, Label
from graphbuilder.events.detection.post_senses import KINDS as OF_POSTS
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import dependents

_WILL = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall"})
_OBJECTS = frozenset({"dobj", "dative"})
#: What is so as soon as it is said, and what of this can be said anew.
_WORD_GIVEN = frozenset({"agree", "decide", "promise"})
_CONFIRMED = frozenset({"accuse", "agree", "announce", "decide", "demand", "grant", "invite", "promise"})
#: Types of what nobody promises, unless he does it to something.
_BEFALLING = frozenset({"change", "die", "disaster", "injure"})
_WEATHER = frozenset({"freeze", "hail", "rain", "snow", "thaw"})
#: What somebody becomes by being appointed, elected or crowned.
_POSTS = frozenset(
    {"abbot", "admiral", "ambassador", "archbishop", "attorney", "bishop", "captain", "cardinal", "chair", "chairman",
     "chairwoman", "chancellor", "chief", "coach", "commander", "commissioner", "congressman", "congresswoman",
     "consul", "curator", "dean", "deputy", "director", "editor", "emperor", "empress", "envoy", "executive", "general",
     "governor", "head", "headmaster", "headmistress", "headteacher", "judge", "justice", "king", "leader", "lecturer",
     "magistrate", "manager", "mayor", "minister", "officer", "pope", "premier", "president", "priest", "principal",
     "professor", "prosecutor", "queen", "rector", "secretary", "senator", "sheriff", "speaker", "treasurer", "tsar",
     "undersecretary", "vice-president"}
)  # fmt: skip
#: Sentences that "it" may point back.
_BACK = 2
#: Those whom one joins at a table.
_COLLEAGUES = frozenset(
    {
        "ally",
        "ambassador",
        "colleague",
        "counterpart",
        "delegate",
        "diplomat",
        "envoy",
        "leader",
        "minister",
        "negotiator",
    }
)
#: What stands for a motion.
_IT = frozenset({"it", "one", "that", "this"})
#: Where those who meet sit.
_ROOMS = frozenset({"chamber", "hall", "room", "table"})
#: What parties and ministers share, and verbs of those who have had enough of it.
_POWERS = frozenset({"cabinet", "coalition", "government"})
_WAYS = frozenset(
    {
        "bridge",
        "crossing",
        "gate",
        "highway",
        "junction",
        "motorway",
        "port",
        "railway",
        "road",
        "route",
        "street",
        "track",
    }
)
#: What lies on roads.
_LYING = frozenset(
    {"boulder", "branch", "car", "drift", "lorry", "rock", "ruin", "snowdrift", "stone", "tree", "truck"}
)
_LEAVING = frozenset({"exit", "leave"})
#: Who votes on what is put to them.
_HOLDERS = frozenset({"creditor", "investor", "shareholder", "stockholder"})
#: What somebody writes or sends to others.
_WIRES = frozenset({"e-mail", "email", "phone", "radio", "telephone"})
_MESSAGES = frozenset({"cable", "e-mail", "email", "fax", "letter", "memo", "message", "note", "telegram"})
#: What one is glad to be told.
_GOOD = frozenset({"get", "have", "keep", "belong", "win"})
_GOOD_TYPES = frozenset({"aid", "grant", "join", "support"})
_GOOD_PASSIVES = frozenset(
    {"admit", "allow", "compensate", "include", "invite", "pay", "promote", "protect", "welcome"}
)


def points_to_event(noun: Token) -> bool:
    """ "The new bid was high. The board recommended it": what the sentence before tells of, if that is an event."""
    if noun.lower_ != "it" or noun.sent.start == 0:
        return False
    told = (child for child in noun.doc[noun.sent.start - 1].sent.root.lefts if child.dep_ in ("nsubj", "nsubjpass"))
    return any(child.lemma_.lower() in event_words().nouns for child in told)


def type_by_clause(verb: Token, lemma: str, label: Label) -> str | None:
    """The type that a verb tells by its clause, if it has a part of its own there."""
    kinds = event_words().of_clause.get(lemma)
    if kinds is None:
        return None
    return next((type_ for kind, type_ in kinds.items() if _CLAUSES[kind](verb, label)), None)


def _to(verb: Token, label: Label) -> bool:
    """ "Voted to ban it"."""
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl") and child.tag_ == "VB" and child.i > verb.i
        for child in dependents(verb)
    )


def _for(verb: Token, label: Label) -> bool:
    return _on_motion(verb, "for", label)


def _against(verb: Token, label: Label) -> bool:
    return _on_motion(verb, "against", label)


def _on_motion(verb: Token, side: str, label: Label) -> bool:
    """ "Voted for the ban", "will vote against"; but "voted for Roe" elects."""
    sides = [child for child in dependents(verb) if child.dep_ == "prep" and child.lower_ == side]
    if any(not dependents(child) for child in sides):
        return True
    motions = (noun for child in sides for noun in dependents(child) if noun.dep_ == "pobj")
    return any((noun.pos_ == "NOUN" or noun.lower_ in _IT) and label(noun) not in ACTORS for noun in motions)


def _alone(verb: Token, label: Label) -> bool:
    """ "Roe stopped in Kyiv", somebody and somewhere; but "the rain stopped", "Roe stopped smoking"."""
    children = dependents(verb)
    told = any(child.dep_ in COMPLEMENTS for child in children)
    somebody = any(child.dep_ == "nsubj" and label(child) in ("person", "group") for child in children)
    return somebody and not told and any(child.dep_ == "prep" and child.lower_ in ("in", "at") for child in children)


def _couple(verb: Token, label: Label) -> bool:
    """ "They separated in 2015"; but "Roe separated the two", "the stages separated"."""
    if any(child.dep_ in ("dobj", "auxpass") for child in dependents(verb)):
        return False
    return any(one.lower_ == "they" or label(one) == "person" for one, place in subjects(verb) if place == "nsubj")


def _message(verb: Token, label: Label) -> bool:
    """ "The fax reached her in May", "I reached her by phone"; but "the train reached Lyon"."""
    children = dependents(verb)
    ways = (noun for child in children if child.lower_ in ("by", "on") for noun in dependents(child))
    wired = any(noun.lemma_.lower() in _WIRES for noun in ways)
    return wired or any(child.dep_ == "nsubj" and child.lemma_.lower() in _MESSAGES for child in children)


def _motion(verb: Token, label: Label) -> bool:
    """ "Will vote on the bill", "investors will vote in May"; but "vote on Monday"."""
    ways = [child for child in dependents(verb) if child.dep_ == "prep" and child.lower_ in ("for", "against", "on")]
    if not ways and any(who.lemma_.lower() in _HOLDERS for who, _ in subjects(verb)):
        return True
    ways = [way for way in ways if way.lower_ == "on"]
    put = (noun for way in ways for noun in dependents(way) if noun.dep_ == "pobj")
    return any(noun.pos_ == "NOUN" and noun.ent_type_ not in ("DATE", "TIME") for noun in put)


def _there(verb: Token, label: Label) -> bool:
    """ "Roe settled in Lund"; but "settled with the bank", "settled the row in Lund"."""
    children = dependents(verb)
    if any(child.dep_ in COMPLEMENTS or child.lower_ in ("for", "with") for child in children):
        return False
    ways = (child for child in children if child.dep_ == "prep" and child.lower_ in ("at", "in", "near"))
    where = any(label(noun) == "place" for way in ways for noun in dependents(way) if noun.dep_ == "pobj")
    return where and all(label(one) != "organization" for one, _ in subjects(verb))


def _power(verb: Token, label: Label) -> bool:
    """ "Left the government", "pulled out of the coalition"; but "left the government building"."""
    children = dependents(verb)
    if any(child.dep_ == "dobj" for child in children) and verb.lemma_.lower() not in _LEAVING:
        return False
    left = [child for child in children if child.dep_ == "dobj"]
    ways = [child for child in children if child.dep_ in ("prep", "prt", "advmod") and child.lower_ in ("from", "out")]
    ways += [inner for way in ways for inner in dependents(way) if inner.lower_ == "of"]
    left += [noun for way in ways for noun in dependents(way) if noun.dep_ == "pobj"]
    return any(noun.lemma_.lower() in _POWERS for noun in left)


def _office(verb: Token, label: Label) -> bool:
    """ "Was made chief executive", "she became a professor"; but "was made aware", "became a widow"."""
    if verb.lemma_ == "become":
        held = any(child.dep_ == "attr" and child.lemma_.lower() in _POSTS for child in dependents(verb))
        who = [subject for subject, _ in subjects(verb)] if held else []
        return any(one.lower_ in PERSONS or label(one) == "person" for one in who)
    people = event_words().people
    return any(child.dep_ == "oprd" and child.lemma_.lower() in people for child in dependents(verb))


def _way(verb: Token, label: Label) -> bool:
    """ "Farmers blocked the road"; but "snow blocked the road", "the board blocked the bid"."""
    subjects = [child for child in dependents(verb) if child.dep_ in ("agent", "nsubj")]
    doers = [one for child in subjects for one in ((child,) if child.dep_ == "nsubj" else dependents(child))]
    who = any(one.lower_ in PERSONS or label(one) in ACTORS or _may_be_people(one) for one in doers)
    ways = (child for child in dependents(verb) if child.dep_ in ("dobj", "nsubjpass"))
    return who and any(child.lemma_.lower() in _WAYS for child in ways)


def _may_be_people(noun: Token) -> bool:
    """ "Welders"; but "boulders", "floods"."""
    lemma = noun.lemma_.lower()
    return noun.tag_ == "NNS" and lemma not in _LYING and lemma not in event_words().nouns


def _company(verb: Token, label: Label) -> bool:
    """ "Joined his colleagues in Oslo", "was joined by the ministers": and no body."""
    passive = any(child.dep_ == "auxpass" for child in dependents(verb))
    beside = [child for child in dependents(verb) if child.dep_ in ("dobj", "nsubjpass")]
    beside += [noun for by in dependents(verb) if passive and by.dep_ == "agent" for noun in dependents(by)]
    return any(noun.pos_ == "NOUN" and noun.lemma_.lower() in _COLLEAGUES for noun in beside)


def _admitted(verb: Token, label: Label) -> bool:
    """ "Three envoys were let into the room"; but "let guests into the house"."""
    children = dependents(verb)
    if all(child.lemma_.lower() not in _COLLEAGUES for child in children if child.dep_ in ("dobj", "nsubjpass")):
        return False
    into = (child for child in children if child.dep_ == "prep" and child.lower_ in ("into", "to"))
    rooms = (noun.lemma_.lower() for child in into for noun in dependents(child) if noun.dep_ == "pobj")
    return any(room in _ROOMS or event_words().nouns.get(room) == "meet" for room in rooms)


def _will(verb: Token, label: Label) -> bool:
    """ "Repeated that it will join", "repeated the promise that it will join", "repeated its promise"."""
    nouns = [child for child in dependents(verb) if child.dep_ == "dobj"]
    promise = any(event_words().nouns.get(noun.lemma_.lower()) == "promise" for noun in nouns)
    return promise or any(_future(clause) and _can_be_promised(clause) for clause in _that(verb, nouns))


def _anew(verb: Token, label: Label) -> bool:
    """ "Confirmed the promise", "confirmed it" of a promise that was just told, "reaffirmed what they had agreed"."""
    for child in dependents(verb):
        lemma = child.lemma_.lower()
        if child.dep_ == "dobj" and child.i > verb.i:
            return event_words().nouns.get(lemma) == "promise" or (child.lower_ == "it" and _of_promise(verb))
        if child.dep_ == "ccomp" and any(one.lower_ == "what" for one in dependents(child)):
            return event_words().verbs.get(lemma) in _WORD_GIVEN
    return False


def _of_promise(verb: Token) -> bool:
    """Whether the last noun for what can be confirmed, in this sentence or the two before it, tells a promise."""
    nouns, sentence, seen = event_words().nouns, verb.sent, 0
    for at in range(verb.i - 1, -1, -1):
        word = verb.doc[at]
        if at < sentence.start:
            sentence, seen = word.sent, seen + 1
            if seen > _BACK:
                break
        type_ = nouns.get(word.lemma_.lower()) if word.pos_ == "NOUN" else None
        if type_ in _CONFIRMED:
            return type_ == "promise"
    return False


def beneficiaries(verb: Token) -> Iterator[Token]:
    """Whom a promise is good for: "repeated that Chad will join", "the decision that Chad will get help"."""
    nouns = [child for child in dependents(verb) if child.dep_ == "dobj"]
    adverbs = (child for child in dependents(verb) if child.dep_ == "advmod")
    clauses = [*_that(verb, nouns), *(one for adverb in adverbs for one in dependents(adverb) if one.dep_ == "ccomp")]
    for clause in clauses:
        joins = event_words().verbs.get(clause.lemma_.lower()) == "join"
        if clause.i > verb.i and _future(clause) and (joins or _good(clause) or _good(clause, of_others=True)):
            yield from (child for child in dependents(clause) if child.dep_ in ("nsubj", "nsubjpass"))


def _again(verb: Token, label: Label) -> bool:
    """ "Said again that it will join", "wrote down once more that it will": what was promised before."""
    said = [child for child in dependents(verb) if child.dep_ == "advmod"]
    clauses = (one for adverb in (verb, *said) for one in dependents(adverb) if one.dep_ == "ccomp" and one.i > verb.i)
    return any(map(_says_again, said)) and any(_future(clause) and _can_be_promised(clause) for clause in clauses)


def _says_again(adverb: Token) -> bool:
    once = adverb.nbor(-1).lower_ == "once" if adverb.i and adverb.lower_ == "more" else False
    return once or adverb.lower_ == "again"


def _granted(verb: Token, label: Label) -> bool:
    """ "Agreed that the two countries would get help": a promise to them; but "agreed that they would meet again"."""
    clauses = (child for child in dependents(verb) if child.dep_ == "ccomp" and child.i > verb.i and _future(child))
    return any(_good(clause, of_others=True) for clause in clauses)


def _wanted(verb: Token, label: Label) -> bool:
    """ "Told Roe that he wanted an answer from the bank"; but "that he wanted to leave", "that he wanted a car"."""
    wants = [child for child in dependents(verb) if child.dep_ == "ccomp" and child.lemma_ == "want"]
    own = (child for want in wants for child in dependents(want) if child.dep_ == "nsubj")
    things = (child for want in wants for child in dependents(want) if child.dep_ in ("dobj", "prep"))
    return any(child.lower_ in PERSONS for child in own) and _from_whom([*things])


def _from_whom(said: list[Token]) -> bool:
    """Whether something is wanted from somebody: "from" hangs on the verb, or on what is wanted."""
    wanted = [child for child in said if child.dep_ == "dobj"]
    beside = (child for noun in wanted for child in noun.subtree)
    return bool(wanted) and any(child.lower_ == "from" for child in (*said, *beside))


def _that(verb: Token, nouns: list[Token]) -> Iterator[Token]:
    yield from (child for child in dependents(verb) if child.dep_ == "ccomp")
    for noun in nouns:
        yield from (
            one for one in noun.subtree if one.dep_ in ("acl", "ccomp", "relcl") and one.pos_ in ("VERB", "AUX")
        )


def _future(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _WILL and child.tag_ == "MD" for child in dependents(clause))


def _can_be_promised(clause: Token) -> bool:
    """Whether it is in somebody's power: "it will join"; but not "it will rain", "prices will rise"."""
    children, lemma = dependents(clause), clause.lemma_.lower()
    type_ = event_words().verbs.get(lemma)
    own = any(child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in PERSONS for child in children)
    if not own:
        return type_ == "join" or _good(clause) or _good(clause, of_others=True)
    acts = type_ not in _BEFALLING or any(child.dep_ in ("dobj", "auxpass") for child in children)
    turns = lemma == "be" and any(child.lower_ == "it" for child in children)  # "it will be sunny"
    return acts and not turns and lemma not in _WEATHER


def _told(verb: Token, label: Label, steps: int = 3) -> bool:
    """ "Told the workers that they would be paid", "as they had told them before"; but "told them it would rain"."""
    children = dependents(verb)
    if not any(child.dep_ in _OBJECTS for child in children):
        return False
    if any(child.dep_ == "ccomp" and _future(child) and _good(child) for child in children):
        return True
    above = verb
    while steps and above.head != above and any(child.lower_ == "as" for child in children):
        above, steps = above.head, steps - 1
        if above.lemma_ == verb.lemma_:
            return _told(above, label, 0)
    return False


def _good(clause: Token, *, of_others: bool = False) -> bool:
    """Whether those who are told are the ones it will be good for; or `of_others`, who are named."""
    children = dependents(clause)
    who = [child for child in children if child.dep_ in ("nsubj", "nsubjpass")]
    own = bool(who) and all((child.lower_ in PERSONS) != of_others for child in who)
    lemma = clause.lemma_.lower()
    if any(child.dep_ == "auxpass" for child in children):
        return own and (lemma in _GOOD_PASSIVES or event_words().verbs.get(lemma) in _GOOD_TYPES)
    has = any(child.dep_ in ("dobj", "attr", "prep") for child in children)
    good = lemma in _GOOD or event_words().verbs.get(lemma) in _GOOD_TYPES or _becomes(clause)
    return own and has and good and all(child.dep_ != "xcomp" for child in children)


def _becomes(clause: Token) -> bool:
    """ "Would be a member"."""
    return clause.lemma_ in ("be", "become") and any(
        child.dep_ == "attr" and child.pos_ == "NOUN" and child.lemma_ in ("member", "partner", "owner", "heir")
        for child in dependents(clause)
    )


_CLAUSES: dict[str, Callable[[Token, Label], bool]] = {
    **KINDS,
    **OF_POSTS,
    "to": _to,
    "for": _for,
    "against": _against,
    "alone": _alone,
    "couple": _couple,
    "message": _message,
    "motion": _motion,
    "there": _there,
    "will": _will,
    "anew": _anew,
    "again": _again,
    "admitted": _admitted,
    "company": _company,
    "office": _office,
    "way": _way,
    "power": _power,
    "granted": _granted,
    "wanted": _wanted,
    "told": _told,
}
