"""Ties between the events of a sentence: what is part of what, and what is about what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from graphbuilder.entities.mentions.nominals import nouns
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.knowledge.synonymous_acts import COMING
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import UTTERANCES, fronted, looks_away, simple_past
from graphbuilder.syntax.tree import conjuncts, dependents

#: Types of event that others can be part of.
_LASTING = frozenset({"meet", "attack", "compete", "sue", "try", "elect", "protest", "disaster"})

#: What a meeting issues, and sentences of a story that tell what it is about.
_COMMUNIQUES = frozenset({"communique", "communiqué", "declaration"})
_TOP = 6
#: Types of event that a meeting is there for.
_DECIDED = frozenset(
    {"accuse", "agree", "aid", "announce", "appoint", "change", "condemn", "decide", "demand", "elect", "end", "found",
     "grant", "invite", "promise", "reject", "sanction", "support", "warn"}
)  # fmt: skip


def _lasts(trigger: Trigger) -> bool:
    return trigger.type in _LASTING or trigger.lemma in ("tour", "trip", "visit", "voyage")


def find_references(parse: Parse, triggers: Sequence[Trigger]) -> list[tuple[Trigger, Trigger]]:
    """Pairs of a verb and the event noun that it is about: "condemned the annexation", "called for talks"."""
    by_head = {trigger.head: trigger for trigger in triggers}
    pairs = []
    for trigger in triggers:
        for noun in _objects(parse.doc[trigger.head]):
            for one in (noun, *conjuncts(noun), *_of(noun)):
                other = by_head.get(one.i)
                if other is not None and other is not trigger and other.anchor != trigger.head:
                    pairs.append((trigger, other))
    return pairs


def _of(noun: Token) -> Iterator[Token]:
    """ "Repeated the decision of the summit": what a decision is of."""
    if event_words().nouns.get(noun.lemma_.lower()) in _DECIDED:
        yield from (
            inner for of in noun.rights if of.lower_ == "of" for inner in dependents(of) if inner.dep_ == "pobj"
        )


def _objects(token: Token) -> Iterator[Token]:
    """The object of a verb, and what its or a noun's prepositions of topic take."""
    for child in dependents(token):
        if child.dep_ == "dobj":
            yield child
            if child.lemma_.lower() in event_words().writings:  # "published its report on the fire"
                about = (one for one in dependents(child) if one.lower_ in ("on", "about", "into"))
                yield from (inner for one in about for inner in dependents(one) if inner.dep_ == "pobj")
        elif child.dep_ == "prep" and child.lower_ in ("of", "for", "about", "on", "over", "against", "to", "from"):
            yield from (inner for inner in dependents(child) if inner.dep_ == "pobj")


def find_wholes(parse: Parse, triggers: Sequence[Trigger]) -> dict[Trigger, Trigger]:
    """For each event that is part of another one, by syntax: that one.

    What happens "at", "during" or "in" an event told by a noun; what a meeting does ("the congress elected her", "the
    statement of the summit repeated it"); what those who meet do ("Meeting in Lund, ministers agreed").
    """
    lasting = {trigger.head: trigger for trigger in triggers if _lasts(trigger)}
    news = next((one for one in triggers if one.type == "meet" and one.lemma not in COMING), None)
    wholes = {}
    for trigger in triggers if lasting else ():  # a meeting lasts too
        around = (lasting.get(token.i) for token in _around(parse.doc[trigger.anchor], trigger))
        whole = next((one for one in around if one is not None and one is not trigger), None)
        if whole is None and news is not None and news.head < trigger.head and _issued(parse.doc[trigger.head]):
            whole = news if parse.sentence_of[news.head] < _TOP else None
        if whole is not None:
            wholes[trigger] = whole
    return wholes | dict(_gone_on(parse, triggers, wholes))


def _gone_on(
    parse: Parse, triggers: Sequence[Trigger], wholes: Mapping[Trigger, Trigger]
) -> Iterator[tuple[Trigger, Trigger]]:
    """ "The summit approved the fund. Hungary blocked a loan": what is decided right after what a meeting did; and
    "Ministers met in Lund. The ministers agreed on a tax": what those who met decide.
    """
    did = {
        parse.sentence_of[part.head]: whole
        for part, whole in wholes.items()
        if parse.doc[part.head].dep_ == "ROOT" and whole.head < part.head and _gathering(parse.doc[whole.head])
    }
    met = {parse.sentence_of[one.head]: one for one in triggers if one.type == "meet" and _is_main(parse, one)}
    for trigger in triggers if did or met else ():
        verb, sentence = parse.doc[trigger.head], parse.sentence_of[trigger.head]
        main = verb.head if verb.dep_ == "conj" else verb
        whole = did.get(sentence - 1) or (met.get(sentence - 1) if _the_ministers(main) else None)
        decided = main.dep_ == "ROOT" and trigger.type in _DECIDED and trigger not in wholes
        if whole is None or not decided or not simple_past(verb) or looks_away(verb) or _has_time(verb):
            continue
        first, second = parse.sentences[sentence - 1 : sentence + 1]
        if "\n" not in parse.document.text[first.end : second.start]:
            yield trigger, whole


def _is_main(parse: Parse, meeting: Trigger) -> bool:
    """ "Ministers met", "a summit took place": the main thing that a sentence tells, and that happened."""
    word, verb = parse.doc[meeting.head], parse.doc[meeting.anchor]
    verb = verb if verb.pos_ == "VERB" else word.head
    own = word.pos_ == "VERB" or (word.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in ("hold", "take"))
    return own and verb.dep_ == "ROOT" and simple_past(verb)


def _the_ministers(verb: Token) -> bool:
    """Whether those act who were just told to meet; "they" may be others."""
    subjects = (child for child in dependents(verb) if child.dep_ == "nsubj" and child.tag_ == "NNS")
    told = (noun for noun in subjects if noun.lower_ in nouns().representatives)
    return any([child.lower_ for child in dependents(noun)] == ["the"] for noun in told)


def _issued(verb: Token) -> bool:
    """ "The communique repeated the promise": that of the meeting that the story is about."""
    subjects = (child for child in dependents(verb) if child.dep_ == "nsubj" and child.lemma_.lower() in _COMMUNIQUES)
    for subject in subjects:
        return all(child.dep_ != "poss" for child in subject.lefts) and all(
            child.dep_ != "prep" for child in subject.rights
        )
    return False


def _has_time(verb: Token) -> bool:
    return any(word.ent_type_ in ("DATE", "TIME") for word in verb.sent)


def _around(verb: Token, trigger: Trigger) -> Iterator[Token]:
    for preposition in _prepositions(verb):
        if preposition.lower_ in ("at", "during", "in"):
            yield from (child for child in dependents(preposition) if child.dep_ == "pobj")
    if verb.pos_ == "VERB" and trigger.type in _DECIDED:
        yield from _gathered(verb)


def _gathered(verb: Token) -> Iterator[Token]:
    """The meeting that does it, or in which those who do it meet."""
    acts = any(child.dep_ in ("dobj", "ccomp", "xcomp") for child in dependents(verb))  # not "the talks ended"
    for subject in (child for child in dependents(verb) if acts and child.dep_ == "nsubj"):
        if subject.lemma_.lower() in UTTERANCES:
            inner = (of for of in subject.rights if of.lower_ in ("of", "from"))
            yield from (noun for of in inner for noun in dependents(of) if _gathering(noun))
        elif _gathering(subject):
            yield subject
        else:  # "the leaders who met in Lund signed it"
            yield from (one for one in subject.rights if one.dep_ == "relcl" and one.tag_ == "VBD" and _meets(one))
    if acts:  # "they signed it when they met in Lund"
        later = (one for one in dependents(verb) if one.dep_ == "advcl" and _meets(one))
        yield from (one for one in later if any(child.lower_ == "when" for child in one.lefts))
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    yield from filter(_meets, fronted(verb))


def _meets(verb: Token) -> bool:
    return event_words().verbs.get(verb.lemma_.lower()) == "meet"


def _gathering(noun: Token) -> bool:
    return event_words().nouns.get(noun.lemma_.lower()) == "meet" or event_words().nouns.get(noun.lower_) == "meet"


def _prepositions(verb: Token) -> Iterator[Token]:
    """Of the verb, and of its object, which the parser often gives them to: "was given a plan at that summit"."""
    for child in dependents(verb):
        if child.dep_ == "prep":
            yield child
        elif child.dep_ in ("dobj", "attr") and verb.pos_ == "VERB":
            yield from (
                inner for inner in dependents(child) if inner.dep_ == "prep" and inner.lower_ in ("at", "during")
            )
