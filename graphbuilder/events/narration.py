"""How a clause narrates: the tense, the words and the places in a story by which its day is told. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from graphbuilder.language import Parse

#: Words of a sentence that goes back in time.
_BACK = frozenset(
    {"ago", "already", "before", "earlier", "ever", "first", "former", "formerly", "initially", "once",
     "originally", "previous", "previously", "since"}
)  # fmt: skip
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


def lead_sentence(parse: Parse) -> int:
    """The index of the first sentence of the story proper; -1 if there is none."""
    for sentence in parse.live:
        if sentence.text.strip() and not in_zone(parse, sentence.start_char, ("headline", "dateline")):
            return parse.sentence_of[sentence.start]
    return -1


def lead_verb(parse: Parse, lead: int) -> str:
    """The lemma of the main verb of a sentence, by its index."""
    sentence = next(one for one in parse.live if parse.sentence_of[one.start] == lead)
    return sentence.root.lemma_.lower()


def in_zone(parse: Parse, offset: int, kinds: Iterable[str]) -> bool:
    """Whether a character stands in a zone of one of these kinds."""
    return any(zone.start <= offset < zone.end for zone in parse.document.zones if zone.kind in kinds)


def simple_past(verb: Token) -> bool:
    """ "Met", "was met"; not "has met", "had been met"."""
    finite = [child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and finite == ["VBD"] and not perfect(verb))


def perfect(verb: Token) -> bool:
    """ "Has met", "had met"."""
    return any(child.dep_ == "aux" and child.lemma_ in ("have", "'ve") for child in verb.children)


def going_on(verb: Token) -> bool:
    """ "Are meeting": on the day of publication."""
    return verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.tag_ in ("VBZ", "VBP") for child in verb.children)


def looks_away(verb: Token) -> bool:
    """Whether the sentence of a verb asks or quotes, or the verb looks back: "earlier", "first"."""
    words = verb.sent
    opening = words[0].lower_ in _OPENING and not words[min(1, len(words) - 1)].is_space
    return opening or any(token.lower_ in _BACK and verb in (token.head, token.head.head) for token in words)


def on_occasion(verb: Token) -> bool:
    """ "During the keynote, she showed a phone": the occasion that the news is about."""
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("at", "during"):
            for noun in preposition.children:
                definite = any(child.lower_ in ("the", "his", "her", "its", "their") for child in noun.lefts)
                if noun.lemma_.lower() in _OCCASIONS and definite:
                    return True
    return False


def said_beside(verb: Token) -> Token | None:
    """The verb that a clause without a date is said beside."""
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return verb.head
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in ("by", "in", "while"):
        return verb.head.head
    where = verb.tag_ == "VBD" and verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children)
    if where and verb.head.lemma_.lower() in _OCCASIONS and verb.head.dep_ == "pobj":
        above = verb.head.head.head  # "spoke at a conference, where she showed a phone"
        return above if above.pos_ in ("VERB", "AUX") else above.head  # "announced the plan at a conference, where …"
    return None


def at_other_time(verb: Token) -> bool:
    """ "After meeting them", "having met them": before or after the clause that it is said beside."""
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "aux", "prep", "advmod")}
    return bool(marks & _OTHER_TIME)
