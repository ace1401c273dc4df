"""How a sentence tells a tie between two names: as a fact, denied, planned, possible, over, or as somebody's word.

A tie that a clause says ("is not a member", "would be president", "used to be chief executive") is judged as an event
is: by polarity, modality, tense and who says so. One that stands beside a name ("the former president of Norway, Jane
Roe", "Brazil's president-elect") is judged by the words beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.entities.relations import FOLLOWING, JOINING, LEAVING, LEFT, SERVING, UNSAID
from graphbuilder.entities.terms import with_terms
from graphbuilder.events.attribution import find_speaker
from graphbuilder.events.factuality import Factuality, judge
from graphbuilder.events.polarity import negator
from graphbuilder.events.things import ARGUMENT
from graphbuilder.events.triggers import Trigger
from graphbuilder.events.words import factuality_words
from graphbuilder.intervals import Interval
from graphbuilder.language import Parse
from graphbuilder.records import Mention, RelationMention, TimeExpression
from graphbuilder.tree import dependents

#: Verbs that tell a state: in the past, it may be over; the others of `SERVING` tell how it began.
_STATES = frozenset({"be", "remain", "serve"})
#: What one does not cease to be.
_LASTING = frozenset({"founder"})
#: Verbs that begin nothing and end a state: "ceased to be", "stopped being".
_CEASING = frozenset({"cease", "stop"})
#: Verbs under which an infinitive tells what came about: "came to be"; and prepositions: "since becoming".
_LEADING_TO = frozenset(
    {"begin", "cease", "come", "continue", "end", "go", "grow", "live", "manage", "proceed", "return", "rise", "start",
     "stop", "use"}
)  # fmt: skip
_ONCE = frozenset({"after", "before", "by", "for", "in", "on", "since", "upon", "while"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_HELPING = ("aux", "auxpass")
_QUOTES = frozenset({'"', "“", "``", "'", "‘"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_THEN = re.compile(r"[^,;:()]*\b(?:at (?:the|that) time|back then|in those days|of the day)\b")
#: What may stand before a post in the words that it is told in, beside adjectives and nouns.
_INSIDE = frozenset({"'s", "’s", "-", "–", "longer", "no", "never", "not", "the", "a", "an"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
#: So many words on each side of a post are looked at.
_MOST = 8


def with_standing(
    parse: Parse, known: Found, times: Sequence[TimeExpression], voices: dict[str, Mention]
) -> tuple[RelationMention, ...]:
    """The ties of a document, each with when it was so and how it is told; `voices` gets those who say one and have no
    name.
    """
    when = {time.id: time.interval for time in times}
    return tuple(
        one if word == UNSAID else _told(parse, known, one, parse.doc[word], when.get(one.time or ""), voices)
        for one, word in with_terms(parse, known.said, times)
    )


def _told(
    parse: Parse, known: Found, tie: RelationMention, word: Token, held: Interval | None, voices: dict[str, Mention]
) -> RelationMention:
    beside, clause = _beside(word), clause_of(word)
    if clause is None:
        over = _over_beside(beside) or _at_that_time(word) or _is_past(parse, held)
        told = Factuality("NEG" if _denied_beside(beside) else "POS", _modality_beside(beside) or "ACTUAL", "NONE")
        return _with(tie, told, None, former=_is_fact(told) and over)
    trigger = Trigger(word.i, word.i + 1, word.i, clause.i, "tie", word.lemma_, "tie", tie.score)
    told, speaker = judge(parse, trigger), find_speaker(parse, known, known, trigger)
    if speaker is not None and speaker.method == ARGUMENT:
        voices[speaker.id] = speaker
    if tie.method == LEFT or _ceased(clause):
        # who resigned was it, and who will or may resign is it
        over = _is_fact(told) and told.tense != "FUTURE"
        return _with(tie, Factuality("POS", "ACTUAL", told.tense), speaker, former=over)
    if _no_longer(word, clause) and told.modality == "ACTUAL":
        return _with(tie, Factuality("POS", "ACTUAL", told.tense), speaker, former=True)
    if _is_fact(told):
        doubt = "POSSIBLE" if _is_open(clause) else None
        told = Factuality("POS", _modality_beside(beside) or doubt or "ACTUAL", told.tense)
    return _with(
        tie, told, speaker, former=_is_fact(told) and (_over_beside(beside) or _was(parse, word, clause, held))
    )


def _is_open(clause: Token) -> bool:
    """Whether a clause leaves it open whether it is so: "is she a member?", "dreams of being president"; but "came to
    be president", "since becoming president".
    """
    main = clause
    while main.dep_ in ("conj", "ccomp") and main.head != main:
        main = main.head
    if main.dep_ == "ROOT" and main.sent.text.rstrip("\"'”’) ").endswith("?"):
        return True
    finite = any(one.tag_ in _FINITE for one in (clause, *dependents(clause)) if one == clause or one.dep_ in _HELPING)
    if finite or clause.tag_ not in ("VB", "VBG", "VBN") or clause.dep_ == "ROOT":
        return False
    if clause.dep_ == "pcomp":
        return clause.head.lower_ not in _ONCE
    return clause.dep_ == "xcomp" and clause.head.lemma_.lower() not in _LEADING_TO


def _is_fact(told: Factuality) -> bool:
    return told.polarity == "POS" and told.modality == "ACTUAL"


def _with(tie: RelationMention, told: Factuality, speaker: Mention | None, *, former: bool) -> RelationMention:
    return replace(
        tie,
        polarity=told.polarity,
        modality=told.modality,
        tense=told.tense,
        attribution=None if speaker is None else speaker.id,
        former=former,
    )


# --- ties that a clause says ----------------------------------------------------------------------------------------


def clause_of(word: Token) -> Token | None:
    """The verb that says a tie: "was" of "was president", "owned" of "is owned by"; None for one beside a name."""
    if word.pos_ in ("VERB", "AUX"):
        helped = any(child.dep_ in ("aux", "auxpass") for child in dependents(word))
        return word if helped or word.lower_ in JOINING else None
    noun = word
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    lemma = verb.lemma_.lower()
    says = lemma in SERVING or (verb != noun.head and (lemma in LEAVING or lemma in FOLLOWING))
    return verb if says and noun.dep_ in ("attr", "dobj", "oprd", "pobj", "xcomp") else None


def _ceased(clause: Token) -> bool:
    """ "Ceased to be", "stopped being"."""
    return clause.dep_ == "xcomp" and clause.head.lemma_ in _CEASING


def _no_longer(word: Token, clause: Token) -> bool:
    """ "Is no longer president", "is president no more", "used to be"; but "is no longer said to be"."""
    used = clause.dep_ == "xcomp" and clause.head.lower_ == "used"
    near = (child for one in (clause, word) for child in dependents(one))
    return used or any(_is_no_longer(child) for child in near)


def _is_no_longer(word: Token) -> bool:
    """The "longer" of "no longer", "any longer", the "more" of "no more", "any more", the "anymore"."""
    if word.lower_ == "anymore":
        return True
    before = word.doc[word.i - 1].lower_ if word.i else ""
    return word.lower_ in ("longer", "more") and word.dep_ == "advmod" and before in ("no", "any")


def _was(parse: Parse, word: Token, clause: Token, held: Interval | None) -> bool:
    """Whether what was so is over: "was president", "had served as mayor"; not "was elected mayor", nor "said that it
    was a member", nor "was a member since 2004".
    """
    if word.lower_ in _LASTING:
        return False
    passive = any(child.dep_ == "auxpass" for child in dependents(clause))
    lemma = clause.lemma_.lower()
    if not (lemma in _STATES or (passive and lemma not in SERVING)) or (held is not None and held.end is None):
        return False
    helpers = (child for child in dependents(clause) if child.dep_ in ("aux", "auxpass"))
    past = any(one.tag_ == "VBD" for one in (clause, *helpers))
    return (past and not _shifted(clause)) or _is_past(parse, held)


def _shifted(clause: Token) -> bool:
    """Whether the past is that of the verb above: "said that it was a member"; but "'I was president,' she said"."""
    verb = clause
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
    if verb.dep_ != "ccomp" or verb.head.tag_ not in ("VBD", "VBN"):
        return False
    first = verb.left_edge
    return first.text not in _QUOTES and not (first.i and first.nbor(-1).text in _QUOTES)


def _is_past(parse: Parse, held: Interval | None) -> bool:
    """Whether the time of a tie has an end, before the article was published where that is known."""
    if held is None or held.end is None:
        return False
    published = parse.document.published
    return published is None or held.before(Interval.of_day(published))


# --- ties beside a name ---------------------------------------------------------------------------------------------


def _beside(word: Token) -> list[str]:
    """The words that go with a post, in lower case, and the parts of those with hyphens: "former", "vice-president"."""
    text = word.doc[_first(word) : _last(word) + 1].text
    whole = [found.lower() for found in _WORD.findall(text)]
    return [*whole, *(part for one in whole if "-" in one for part in one.split("-"))]


def _first(word: Token) -> int:
    """The first of the words before a post that are said of it."""
    first = word.i
    start = max(word.sent.start, word.i - _MOST)
    while first > start and _goes_with(word.doc[first - 1], word):
        first -= 1
    return first


def _goes_with(token: Token, word: Token) -> bool:
    known, behind = factuality_words(), token.nbor()
    if "-" in (token.text, behind.text, token.nbor(-1).text if token.i else "") and _is_glued(token):
        return True  # "then-President", "self-proclaimed"
    if token.lower_ in known.former:
        return token.pos_ != "ADV" or token.i != token.sent.start  # "Then President Roe left"
    if token.lower_ in known.beside or token.lower_ in _INSIDE or negator(token) or token.dep_ == "advmod":
        return True
    return token.pos_ in _DESCRIBING and token.head.i > token.i and token.head.sent == word.sent


def _is_glued(token: Token) -> bool:
    """Whether no space parts a word from a hyphen beside it."""
    before = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return before or not token.whitespace_


def _last(word: Token) -> int:
    """The last of the words behind a post that are said of it: "-elect", "designate", "at the time"."""
    last, end = word.i, min(word.sent.end, word.i + _MOST)
    while last + 1 < end and (word.doc[last + 1].text in ("-", "–") or word.doc[last + 1].lower_ in _after()):
        last += 1
    return last


def _after() -> frozenset[str]:
    return frozenset({"elect", "designate", "emeritus"})


def _denied_beside(beside: Sequence[str]) -> bool:
    return not factuality_words().negators.isdisjoint(beside) and "longer" not in beside


def _modality_beside(beside: Sequence[str]) -> str | None:
    known = factuality_words().beside
    return next((known[one] for one in beside if one in known), None)


def _over_beside(beside: Sequence[str]) -> bool:
    return not factuality_words().former.isdisjoint(beside) or "longer" in beside


def _at_that_time(word: Token) -> bool:
    """ "Norway's president at the time": up to the next comma."""
    behind = word.doc[word.i + 1 : min(word.sent.end, word.i + _MOST)].text.lower()
    return _THEN.match(behind) is not None
