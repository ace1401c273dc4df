"""What a verb's form, its adverbs and its place in a story tell of the day of its clause."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from spacy.tokens import Doc, Span, Token

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import positions
from graphbuilder.syntax.tree import dependents, once_a_doc, sentence_start

#: Words of a sentence that goes back in time.
_BACK = frozenset(
    {"ago", "already", "before", "earlier", "ever", "first", "former", "formerly", "initially", "once",
     "originally", "previous", "previously", "since"}
)  # fmt: skip
_THEN = frozenset({"then"})
#: How a question or quotation begins.
_OPENING = frozenset({"what", "who", "why", "how", '"', "“", "``", "‘"})
#: What a news story may be about, and tell the course of.
_OCCASIONS = frozenset(
    {"address", "briefing", "ceremony", "conference", "debate", "event", "game", "gathering", "hearing", "interview",
     "keynote", "match", "meeting", "presentation", "race", "rally", "session", "show", "speech", "summit", "talk",
     "talks", "trial"}
)  # fmt: skip
#: Words that put a participle at another time than its clause.
_OTHER_TIME = frozenset({"after", "before", "since", "until", "having"})
#: Words that put a verb later than the one before it.
_LATER = frozenset({"afterwards", "after", "eventually", "later", "subsequently", "thereafter", "ultimately"})
#: Verbs of coming together or to a place: what they are done for is done there and then.
COMING = frozenset(
    {"appear", "arrive", "assemble", "come", "convene", "fly", "gather", "go", "meet", "return", "travel"}
)


def lead_verb(parse: Parse) -> Token | None:
    """The main verb of the first sentence of the story proper, past headline, dateline and lines like "BBC News"."""
    for sentence in parse.live:
        verb = sentence.root
        told = verb.pos_ in ("VERB", "AUX") and not _stands_first(parse, sentence)
        if told and not in_zone(parse, verb.idx, ("headline", "dateline")):
            return verb
    return None


def _stands_first(parse: Parse, sentence: Span) -> bool:
    """Whether a sentence or its paragraph ends without a stop, as what stands between headline and story does: "How
    the mill was lost", and captions.
    """
    text = parse.document.text
    end = text.find("\n\n", sentence.start_char)
    return sentence.text.rstrip()[-1:].isalnum() or (end > 0 and text[end - 1].isalnum())


def is_main_clause(verb: Token) -> bool:
    """Whether a verb is the main verb of its sentence, is joined to that, or is reported by it ("…, he said")."""
    if verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    said = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.lemma_.lower() in event_words().reporting
    return verb.dep_ == "ROOT" or (said and verb.head.dep_ == "ROOT")


def is_headline_verb(verb: Token) -> bool:
    """Whether a verb of a headline is the news: "Alba buys Corin as shares fall", "Two killed in crash"."""
    alone = verb.dep_ == "ROOT" or (verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.i < verb.i)
    participle = verb.tag_ == "VBN" and alone
    finite = (
        verb.tag_ in ("VBD", "VBZ", "VBP") or is_perfect(verb) or is_present_continuous(verb) or is_simple_past(verb)
    )
    at_once = verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "as" for child in dependents(verb))
    return participle or (finite and (is_main_clause(verb) or at_once))


def in_zone(parse: Parse, offset: int, kinds: Iterable[str]) -> bool:
    """Whether a character lies in a zone of one of these kinds."""
    return any(zone.start <= offset < zone.end for zone in parse.document.zones if zone.kind in kinds)


def is_simple_past(verb: Token) -> bool:
    """Whether a verb is in the simple past: "met", "was met". No: "has met", "had been met"."""
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD"
    finite = [child.tag_ for child in dependents(verb) if child.dep_ in ("aux", "auxpass")]
    return finite == ["VBD"] and not is_perfect(verb)


def is_perfect(verb: Token) -> bool:
    """Whether a verb is in a perfect tense: "has met", "had met"."""
    return any(child.dep_ == "aux" and child.lemma_ in ("have", "'ve") for child in dependents(verb))


def is_pluperfect(verb: Token) -> bool:
    """Whether a verb is in the pluperfect, which lies before the day of the story: "had met"."""
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in dependents(verb))


def is_present_continuous(verb: Token) -> bool:
    """Whether a verb is in the present continuous, which is of the day of publication: "are meeting".

    No: "are going to meet".
    """
    if verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in dependents(verb)):
        return False
    return verb.tag_ == "VBG" and any(
        child.dep_ == "aux" and child.tag_ in ("VBZ", "VBP") for child in dependents(verb)
    )


def looks_back(verb: Token) -> bool:
    """Whether the sentence of a verb asks or quotes, or an adverb puts the verb back in time: "earlier", "first"."""
    first = verb.doc[sentence_start(verb)]
    opening = first.lower_ in _OPENING and not (first.i + 1 < len(verb.doc) and first.nbor().is_space)
    below = dependents(verb)
    back = opening or any(_is_back_in_time(token) for token in chain(below, *map(dependents, below)))
    return back or (_tells_then(verb.doc) and _is_former(below))


@once_a_doc
def _tells_then(doc: Doc) -> bool:
    """Whether the word "then" occurs at all, which most texts lack."""
    return bool(positions(doc, _THEN, "LOWER"))


def _is_former(below: Iterable[Token]) -> bool:
    """Whether an apposition says that a subject is no longer what they were: "Jane Roe, then a young nurse"."""
    beside = (one for noun in below if noun.dep_ in ("nsubj", "nsubjpass") for one in dependents(noun))
    words = (word for one in beside for word in (one, *(one.lefts if one.dep_ == "appos" else ())))
    return any(word.lower_ == "then" for word in words)


def _is_back_in_time(word: Token) -> bool:
    """Whether a word goes back in time: "earlier", "once". No: "once more"."""
    if word.lower_ not in _BACK:
        return False
    return not (word.lower_ == "once" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "more")


def is_at_occasion(verb: Token) -> bool:
    """Whether a clause takes place at the occasion that the news is about: "During the keynote, she showed a phone"."""
    beside = (child for child in dependents(verb) if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i < verb.i)
    around = chain(dependents(verb), *(dependents(clause) for clause in beside))
    return any(is_occasion(noun) for one in around if one.dep_ == "prep" for noun in dependents(one))


def is_occasion(noun: Token) -> bool:
    """Whether a noun is the definite occasion of a preposition: "during the keynote", "at his trial"."""
    definite = any(child.lower_ in ("the", "his", "her", "its", "their") for child in noun.lefts)
    return definite and noun.head.lower_ in ("at", "during") and noun.lemma_.lower() in _OCCASIONS


def governing_clause(verb: Token) -> Token | None:
    """The verb from which a clause without a date takes its time: that of the clause it is attached to."""
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return verb.head
    if verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp") and _is_arriving(verb.head) and not _after_comma(verb):
        return verb.head  # "returned to the stage to unveil"; not "went over the efforts, with others, to help"
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in ("by", "in", "while"):
        return verb.head.head
    where = verb.tag_ == "VBD" and verb.dep_ == "relcl" and any(child.lower_ == "where" for child in dependents(verb))
    if where and verb.head.lemma_.lower() in _OCCASIONS and verb.head.dep_ == "pobj":
        above = verb.head.head.head  # "spoke at a conference, where she showed a phone"
        return above if above.pos_ in ("VERB", "AUX") else above.head  # "announced the plan at a conference, where …"
    return None


def _after_comma(verb: Token) -> bool:
    """Whether a clause is set off by a comma before it."""
    first = verb.left_edge.i
    return first > 0 and verb.doc[first - 1].text == ","


def _is_arriving(verb: Token) -> bool:
    """Whether a verb denotes arriving at a place: "flew to Lund", "made an appearance". No: "is going to"."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    appearance = any(
        child.dep_ == "dobj" and child.lemma_ in ("appearance", "trip", "visit") for child in dependents(verb)
    )
    return verb.lemma_.lower() in COMING or appearance


def is_at_other_time(verb: Token) -> bool:
    """Whether a participle is of another time than its clause: "after meeting them", "having met them"."""
    marks = {child.lower_ for child in dependents(verb) if child.dep_ in ("mark", "aux", "prep", "advmod")}
    return bool(marks & _OTHER_TIME) or is_later(verb)


def is_later(verb: Token) -> bool:
    """Whether an adverb puts a verb after what precedes it: "later left", "soon after left"."""
    return any(
        child.dep_ in ("advmod", "mark", "prep") and child.lower_ in _LATER and child.i < verb.i
        for child in dependents(verb)
    )
