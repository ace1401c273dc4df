"""Whether a relation between two names holds now: "the former president" is over, "president-elect" is planned.

A relation that a clause states ("is not a member", "would be president", "used to be chief executive") is judged as an
event is: by polarity, modality, tense and speaker. One that stands beside a name ("the former president of Norway, Jane
Roe") is judged by the words beside it; these words stand in this file. The relations are found in
`graphbuilder.entities.relations`, and judged here, since this needs the factuality of events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.entities.relations.rules import FOLLOWING, JOINING, LEAVING, LEFT, SERVING, UNSAID
from graphbuilder.entities.relations.tenures import with_terms
from graphbuilder.events.factuality.judge import Factuality, judge
from graphbuilder.events.factuality.negation import negator
from graphbuilder.events.triggers import Trigger
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.event_words import event_words, factuality_words
from graphbuilder.knowledge.parse_labels import FINITE_OR_MODAL
from graphbuilder.records import Mention, RelationMention, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import dependents

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
_HELPING = ("aux", "auxpass")
_QUOTES = frozenset({'"', "“", "``", "'", "‘"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_THEN = re.compile(r"[^,;:()]*\b(?:at (?:the|that) time|back then|in those days|of the day)\b")
_ARTICLES = frozenset({"a", "an", "the"})
#: Words with "not" and "longer" before a post: "no longer", "not yet".
_NO_LONGER = frozenset({"any", "ever", "longer", "no", "yet"})
#: Words behind a post that say that it is ahead or over: "president-elect".
_BEHIND = frozenset({"designate", "elect", "emeritus"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
#: So many words on each side of a post are looked at.
_MOST = 8


@dataclass(frozen=True, slots=True)
class _Reader:
    """Judges the ties of one document."""

    parse: Parse
    known: Found

    def tie(self, tie: RelationMention, word: Token, time: TimeExpression | None) -> RelationMention:
        """A tie with how it is told by its word."""
        clause, held = clause_of(word), _held(self.parse, time)
        if clause is None:
            told = _told_beside(word)
            over = _over_beside(_beside(word)) or _of_dead(word) or _at_that_time(word) or _is_past(self.parse, held)
            return _with(tie, told, None, former=_is_fact(told) and over)
        trigger = Trigger(word.i, word.i + 1, word.i, clause.i, "tie", word.lemma_, "noun", tie.score)
        speaker = self._speaker(clause)
        told, former = self._judged(tie, word, clause, judge(self.parse, trigger), held)
        return _with(tie, told, speaker, former=former and _is_fact(told))

    def _speaker(self, clause: Token) -> Mention | None:
        """Who says what a clause states: "Roe said that it was a member"."""
        verb = clause
        while verb.dep_ in ("ccomp", "conj", "xcomp") and verb.head != verb:
            verb = verb.head
            if verb.lemma_.lower() in event_words().reporting:
                found = (self.known.by_token.get(child.i) for child in dependents(verb) if child.dep_ == "nsubj")
                return next((mention for mention in found if mention is not None), None)
        return None

    def _judged(
        self, tie: RelationMention, word: Token, clause: Token, told: Factuality, held: Interval | None
    ) -> tuple[Factuality, bool]:
        """How a clause tells a tie, and whether it is over, from how it tells its verb."""
        if tie.method == LEFT or _ceased(clause):
            # who resigned was it; who will or may resign is it
            return Factuality("POS", "ACTUAL", told.tense), _is_fact(told) and told.tense != "FUTURE"
        if _no_longer(word, clause) and told.modality == "ACTUAL":
            return Factuality("POS", "ACTUAL", told.tense), True
        beside = _beside(word)
        if _is_fact(told) and (_denied_beside(beside) or _of_another(word)):
            return Factuality("NEG", "ACTUAL", told.tense), False
        if _is_fact(told):
            doubt = _modality_beside(beside) or ("POSSIBLE" if _is_open(clause) else "ACTUAL")
            told = Factuality("POS", doubt, told.tense)
        return told, _over_beside(beside) or _was(self.parse, word, clause, held)


def with_standing(parse: Parse, known: Found, times: Sequence[TimeExpression]) -> tuple[RelationMention, ...]:
    """The ties of a document, each with when it was so and how it is told."""
    when, reader = {time.id: time for time in times}, _Reader(parse, known)
    return tuple(
        one if word == UNSAID else reader.tie(one, parse.doc[word], when.get(one.time or ""))
        for one, word in with_terms(parse, known.said, times)
    )


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


def _held(parse: Parse, time: TimeExpression | None) -> Interval | None:
    """When a tie was so: "from May", without an end, has none."""
    if time is None or time.interval is None:
        return None
    start, held = time.span.start, time.interval
    before = parse.document.text[max(start - 10, 0) : start].split()[-1:]
    return Interval(held.start, None) if before == ["from"] and held.start == held.end else held


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
    """Whether a verb ends a state: "ceased to be", "stopped being"."""
    return clause.dep_ == "xcomp" and clause.head.lemma_ in _CEASING


def _no_longer(word: Token, clause: Token) -> bool:
    """Whether a clause says that a state is over: "is no longer president", "used to be"; not "no longer said so"."""
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
    if not (lemma in _STATES or (passive and lemma not in SERVING)):
        return False
    helpers = [child for child in dependents(clause) if child.dep_ in _HELPING]
    if held is not None and held.end is None and all(one.lower_ != "had" for one in helpers):
        return False
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


def _of_another(word: Token) -> bool:
    """Whether a tie is denied in favour of another: "is owned not by Geely but by Toyota"."""
    ways = (child for child in word.rights if child.dep_ in ("agent", "prep"))
    return any(way.i > word.i + 1 and negator(way.nbor(-1)) for way in ways)


def _is_open(clause: Token) -> bool:
    """Whether a clause leaves it open whether it is so: "is she a member?", "dreams of being president"; but "came to
    be president", "since becoming president".
    """
    main = clause
    while main.dep_ in ("conj", "ccomp") and main.head != main:
        main = main.head
    if main.dep_ == "ROOT" and main.sent.text.rstrip("\"'”’) ").endswith("?"):
        return True
    if clause.lower_ == "were" and any(child.dep_ == "nsubj" and child.i > clause.i for child in dependents(clause)):
        return True  # "were she president"
    if any(child.dep_ in ("nsubj", "nsubjpass") and _is_one_of(child) for child in dependents(clause)):
        return True
    finite = any(
        one.tag_ in FINITE_OR_MODAL for one in (clause, *dependents(clause)) if one == clause or one.dep_ in _HELPING
    )
    if finite or clause.tag_ not in ("VB", "VBG", "VBN") or clause.dep_ == "ROOT":
        return False
    if clause.dep_ == "pcomp":
        return clause.head.lower_ not in _ONCE
    return clause.dep_ == "ccomp" or (clause.dep_ == "xcomp" and clause.head.lemma_.lower() not in _LEADING_TO)


def _is_one_of(subject: Token) -> bool:
    """Whether a name is one of several alternatives: "either Jane Roe or Max Poe"."""
    return any(child.lower_ in ("either", "or") and child.dep_ in ("cc", "preconj") for child in dependents(subject))


# --- ties beside a name ---------------------------------------------------------------------------------------------


def _told_beside(word: Token) -> Factuality:
    """How the words beside a post tell it."""
    beside = _beside(word)
    doubt = _modality_beside(beside) or ("POSSIBLE" if _is_asked(word) else "ACTUAL")
    return Factuality("NEG" if _denied_beside(beside) else "POS", doubt, "NONE")


def _is_asked(noun: Token) -> bool:
    """Whether a post is asked for or supposed, in inverted order: "were Jane Roe president", "is she president?"."""
    between = noun.doc[noun.head.i + 1 : noun.i] if noun.dep_ == "appos" and noun.head.i < noun.i else None
    return between is not None and noun.doc[noun.sent.start].pos_ == "AUX" and all(one.text != "," for one in between)


def _beside(word: Token) -> list[str]:
    """The words that go with a post, in lower case, and the parts of those with hyphens: "former", "vice-president"."""
    text = word.doc[_first(word) : _last(word) + 1].text
    whole = [found.lower() for found in _WORD.findall(text)]
    return [*whole, *(part for one in whole if "-" in one for part in one.split("-"))]


def _first(word: Token) -> int:
    """The first of the words before a post that are said of it; before an article, only words of status."""
    first, start, inside = word.i, max(word.sent.start, word.i - _MOST), True
    last = max(word.i, word.head.i) if word.dep_ in ("compound", "nmod") else word.i
    while first > start:
        token = word.doc[first - 1]
        if not (_tells_status(token) or (inside and _describes(token, last))):
            break
        inside = inside and token.lower_ not in _ARTICLES
        first -= 1
    return first


def _tells_status(token: Token) -> bool:
    """Whether a word before a post may say that it is over, ahead or not so; "Then President Roe left" does not."""
    known = factuality_words()
    if token.lower_ in known.former:
        return token.pos_ != "ADV" or token.i != token.sent.start or token.nbor().text == "-"
    words = known.beside.keys() | known.nearly | known.not_negation
    return token.lower_ in words or token.lower_ in _NO_LONGER or negator(token)


def _describes(token: Token, last: int) -> bool:
    """Whether a word goes with a post that ends at `last`, or with the name that it stands before."""
    if "-" in (token.text, token.nbor().text, token.nbor(-1).text if token.i else "") and _is_glued(token):
        return True  # "self-proclaimed"
    if token.lower_ in _ARTICLES or token.lower_ in ("'s", "’s"):
        return True
    return token.pos_ in _DESCRIBING and token.i < token.head.i <= last


def _is_glued(token: Token) -> bool:
    """Whether no space parts a word from a hyphen beside it."""
    before = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return before or not token.whitespace_


def _last(word: Token) -> int:
    """The last of the words behind a post that are said of it: "-elect", "designate"."""
    last, end = word.i, min(word.sent.end, word.i + _MOST)
    while last + 1 < end and (word.doc[last + 1].text in ("-", "–") or word.doc[last + 1].lower_ in _BEHIND):
        last += 1
    return last


def _denied_beside(beside: Sequence[str]) -> bool:
    words = factuality_words()
    return (
        not (words.negators | words.nearly | {"non"}).isdisjoint(beside)
        and "longer" not in beside
        and not _only(beside)
    )


def _only(beside: Sequence[str]) -> bool:
    """Whether a negator only adds to what is told: "not only a member"."""
    return not factuality_words().not_negation.isdisjoint(beside)


def _modality_beside(beside: Sequence[str]) -> str | None:
    known = factuality_words().beside
    return next((known[one] for one in beside if one in known), None)


def _over_beside(beside: Sequence[str]) -> bool:
    return not factuality_words().former.isdisjoint(beside) or "longer" in beside


def _of_dead(word: Token) -> bool:
    """Whether the holder of a post is dead: "the late Max Lund, president of Norway"."""
    name = word.head if word.dep_ == "appos" else word
    return any(child.lower_ in ("deceased", "late") and child.dep_ == "amod" for child in name.lefts)


def _at_that_time(word: Token) -> bool:
    """Whether the words up to the next comma put a post in a time that is over: "Norway's president at the time"."""
    behind = word.doc[word.i + 1 : min(word.sent.end, word.i + _MOST)].text.lower()
    return _THEN.match(behind) is not None
