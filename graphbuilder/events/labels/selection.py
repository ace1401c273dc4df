"""Which words of its sentence make the line of an event: "NATO foreign ministers met in Bucharest".

A verb is told with its clause, a noun with its phrase; a noun that says little alone ("the war", "an offer") with the
clause of its verb. Asides, other clauses and adjuncts before the subject are left out. `shortening` makes text of it.
"""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.detection.collocations import sums_up
from graphbuilder.events.factuality.conditions import CONDITIONS
from graphbuilder.events.factuality.negation import READY
from graphbuilder.events.labels.shortening import EMPTY, shortened, worded
from graphbuilder.events.triggers import Trigger
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tree import all_dependents, dependents

_ASIDE = frozenset({"relcl", "parataxis", "intj", "meta", "advcl", "punct"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_RELATIVES = frozenset({"who", "which", "that", "whom", "what", "where", "when"})
#: Words that only tie a clause to what was said before.
_TIES = frozenset(
    {"also", "besides", "but", "consequently", "finally", "furthermore", "hence", "however", "instead", "meanwhile",
     "moreover", "nevertheless", "otherwise", "so", "still", "then", "therefore", "though", "thus", "too"}
)  # fmt: skip
_DEICTIC = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
     "tonight", "last", "next", "this", "ago", "earlier", "later", "previous"}
)  # fmt: skip
#: What is told wherever its head is.
_INNER = frozenset({"amod", "aux", "auxpass", "compound", "det", "dobj", "nsubj", "nummod", "pobj", "poss", "prt"})
#: A participle with more words than these is an aside.
_SHORT = 4
#: A phrase of so many nouns says what it is about, though it names nobody.
_TELLING = 3
#: Words by which a day is counted from something else.
_COUNTING = frozenset({"after", "before", "earlier", "later", "when"})
#: Where dates hang.
_OUTER = frozenset({"npadvmod", "prep", "advmod", "nmod"})
#: Verbs so near each other share what follows: "destroyed or damaged".
_TOGETHER = 2
#: Verbs that lead from a noun to the clause that tells about it, steps up at most.
_STEPS = 2


#: Verbs by which somebody else says so.
_HEARSAY = frozenset({"allege", "believe", "report", "rumor", "rumour", "say", "think", "understand"})
_PERHAPS = frozenset({"could", "may", "might"})
#: Verbs that say whether what stands under them was done.
_DONE_OR_NOT = frozenset({"appear", "attempt", "fail", "manage", "seek", "seem", "try"})
_CONDITION = 9


def phrase(parse: Parse, found: Found, trigger: Trigger, names: dict[str, str]) -> str:
    """The event of a trigger in the text's own words. `names` gives the name of a chain by its id."""
    token = parse.doc[trigger.head]
    own = range(trigger.start, trigger.end)
    if token.pos_ == "VERB":
        told = {*own, *_of_clause(token)}
        if token.dep_ == "advcl" and (subject := _behind(token)) is not None:
            first = {at for at in told if at >= subject.left_edge.i}
            if first and told - first:
                return _in_order(parse, found, (first, told - first), own, names)
    else:
        told = {*own, *_of_noun(token)}
        verb = _teller(token) if _bare(parse, told, found) else None
        told.update(() if verb is None else (*_of_clause(verb), *_leading(token, verb)))
    return worded(parse, found, shortened(parse, found, told, own), names)


def _behind(verb: Token) -> Token | None:
    """ "Bought by Alba in 1997, the mill was shut": the subject of a participle that stands before it."""
    if verb.tag_ not in ("VBG", "VBN") or verb.i > verb.head.i:
        return None
    if any(child.dep_ in _SUBJECTS or child.dep_ == "mark" for child in dependents(verb)):
        return None
    return next((one for one, _ in subjects(verb) if one.left_edge.i > verb.right_edge.i), None)


def _in_order(parse: Parse, found: Found, parts: tuple[set[int], set[int]], own: range, names: dict[str, str]) -> str:
    """ "The mill, bought by Alba in 1997"."""
    subject, rest = (worded(parse, found, shortened(parse, found, part, own), names) for part in parts)
    opens = parse.doc[min(parts[1])].pos_ in ("AUX", "VERB")
    return f"{subject}, {rest[:1].lower() + rest[1:] if opens else rest}"


# --- clauses ------------------------------------------------------------------------------------------------------


def _of_clause(verb: Token) -> list[int]:
    """A verb with its subject and what belongs to it."""
    if verb.tag_ == "VBG" and (above := _telling(verb)) is not None:
        return [verb.i, *_of_clause(above)]
    if verb.dep_ == "csubj" and verb.head.lemma_ == "be" and verb.i < verb.head.i:
        return [at for at in _within(verb.head) if at >= verb.left_edge.i]  # "what saved her was a rope"
    told, children = [verb.i], list(dependents(verb))
    if verb.dep_ == "xcomp":
        told += _leading_to(verb.head)
    own = [child for child in children if child.dep_ in _SUBJECTS and child.lower_ not in _RELATIVES]
    for subject in () if own else _borrowed(verb):
        told += _without_aside(subject)
    if own and verb.dep_ in ("acl", "relcl") and _told_of_object(verb):  # "a power grid that missiles left in ruins"
        told += (at for at in _within(verb.head) if at < verb.i)
        told += (child.i for child in children if child.lower_ in _RELATIVES)
    first = own[0].i if own else verb.i
    for child in children:
        dep = child.dep_
        before = child.i < first and dep not in ("aux", "auxpass", "neg") and (own or not _says_how(child))
        if not (before or _ties(child, verb) or _left_out(child, verb, dep)):
            told += _without_aside(child) if dep in _SUBJECTS and child.right_edge.text == "," else _within(child)
    return told


def _says_how(word: Token) -> bool:
    """ "Nearly lost it", "apparently signed it": not told without; but "then lost it"."""
    return word.dep_ == "advmod" and word.tag_ == "RB" and word.lower_ not in _TIES and not word.is_sent_start


def _leading_to(governor: Token) -> list[int]:
    """What says how sure it is: "was to have been opened", "is said to have left", "could be forced to sell", "failed
    to pay", "was not ready to leave"; but not "is expected to", "is due to".
    """
    if governor.lower_ in READY:
        return [*_leading_to(governor.head), governor.i] if governor.head.lemma_ == "be" else []
    if governor.lemma_ == "be":
        return [governor.i, *(child.i for child in dependents(governor) if child.dep_ in ("aux", "neg"))]
    beside = [child for child in dependents(governor) if child.dep_ in ("aux", "auxpass", "neg")]
    if governor.tag_ == "VBN" and governor.lemma_ not in _HEARSAY:
        beside = beside if any(child.lower_ in _PERHAPS or child.lower_ == "had" for child in beside) else []
    told = bool(beside) if governor.tag_ == "VBN" else governor.lemma_ in _DONE_OR_NOT
    return [*(child.i for child in beside), governor.i] if told else []


def _telling(verb: Token) -> Token | None:
    """ "Denied killing him", "left without paying": the verb before it, without which the label would say otherwise."""
    way = verb.head if verb.dep_ == "pcomp" else verb
    above = way.head if way.dep_ in ("prep", "xcomp") else verb
    return above if above.pos_ == "VERB" and above.i < verb.i else None


def _without_aside(subject: Token) -> list[int]:
    """ "Max Lund, from Oslo, joined in May", "Max Lund, then in command of a ship, left": what he was is left out."""
    words = _within(subject)
    for aside in subject.rights:
        if aside.dep_ == "prep" and aside.left_edge.nbor(-1).text == ",":
            left, right = aside.left_edge.i, aside.right_edge.i
            words = [at for at in words if not left <= at <= right]
    return words


def _told_of_object(verb: Token) -> bool:
    """Whether a relative clause tells what is done to the noun before it; no "report that he had paid"."""
    relatives = [child for child in dependents(verb) if child.lower_ in _RELATIVES]
    places = {child.dep_ for child in relatives if child.tag_ != "IN" or child.dep_ == "dobj"}
    if len(relatives) > 0 == len(places):
        return False
    return places == {"dobj"} or not (places or any(child.dep_ in ("dobj", "attr") for child in dependents(verb)))


def _borrowed(verb: Token) -> list[Token]:
    """The subject of a verb that has none of its own: by syntax, else that of the next clause above."""
    found = [_named(subject) for subject, _ in subjects(verb) if subject.lower_ not in _RELATIVES]
    if not found and verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBG", "VBN"):
        return [verb.head]
    if not found and verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.dep_ == "acl":
        return [verb.head.head]  # "a letter dated 1976 and signed by Roe"
    if not found and verb.dep_ == "xcomp" and verb.head.dep_ == "acl":
        return [verb.head.head]  # "people known to have died"
    above = verb.head
    while not found and verb.tag_ in ("VBD", "VBZ", "VBP") and above.head != above:
        above = above.head
        found = [child for child in dependents(above) if child.dep_ in _SUBJECTS and child.i < verb.i]
    return found


def _named(subject: Token) -> Token:
    """ "Her deputy, Jane Roe, promised to pay": the name alone stands before "to pay"."""
    beside = (child for child in subject.rights if child.dep_ == "appos" and child.pos_ == "PROPN")
    return next(beside, subject) if subject.pos_ == "NOUN" else subject


def _ties(child: Token, verb: Token) -> bool:
    """What ties a clause to others; but "destroyed or damaged a third" is told together."""
    if child.dep_ in ("conj", "cc") and child.lower_ not in ("neither", "either", "both"):
        joined = next((one for one in dependents(verb) if one.dep_ == "conj"), None)
        return joined is None or not _told_together(verb, joined)
    return child.dep_ == "mark" or child.lower_ in _RELATIVES


def _told_together(verb: Token, joined: Token) -> bool:
    """ "Destroyed or damaged a third", "be brought to court or freed"; but "fired and accused the army"."""
    if joined.nbor(-1).lower_ == "or" and not dependents(joined):
        return True
    types = event_words().verbs
    return joined.i - verb.i <= _TOGETHER and types.get(verb.lemma_) == types.get(joined.lemma_)


def _within(token: Token) -> list[int]:
    """A token and what hangs on it, without asides and verbs that are joined to it."""
    below, told, ahead = all_dependents(token.doc), [], [token]
    while ahead:
        parent = ahead.pop()
        at = parent.i
        told.append(at)
        for child in below[at]:
            dep = child.dep_
            if dep in _INNER or not (_joins_verbs(dep, parent) or _left_out(child, parent, dep)):
                ahead.append(child)
            elif dep in _OUTER and _deictic(child):
                ahead += _beside_date(child)
            elif dep == "appos":
                ahead += _beside_aside(child)
    return told


def _joins_verbs(dep: str, parent: Token) -> bool:
    return dep in ("conj", "cc") and parent.pos_ in ("VERB", "AUX")


def _left_out(child: Token, parent: Token, dep: str) -> bool:
    """Whether a word that hangs on another as `dep` is not told with it."""
    if dep in _INNER:
        return dep == "dobj" and sums_up(child, parent)  # white space has no such place
    if dep in _ASIDE or child.is_space:
        return not ((dep == "advcl" and _is_needed(child, parent)) or (dep == "relcl" and _tells_what(child, parent)))
    if dep == "appos":
        # "the chief executive, Jane Roe": she is the point; a name that the parser takes for two is one
        return not (child.pos_ == "PROPN" and (parent.pos_ == "NOUN" or child.i == parent.i + 1))
    if dep == "acl":
        return child.tag_ in ("VBG", "VBN") and len(list(child.subtree)) > _SHORT and not _tells_what(child, parent)
    if dep == "ccomp":
        return child.i < parent.i or child.left_edge.lower_ in ("“", '"', "``", "which")
    if dep not in _OUTER:
        return child.lower_ == "according"
    if child.lower_ == "according" or (dep == "advmod" and child.lower_ in _TIES) or _deictic(child):
        return True
    before = child.left_edge.i - 1 if dep in ("npadvmod", "advmod") and parent.pos_ != "ADJ" else -1
    return before >= 0 and child.doc[before].text == ","


def _is_needed(clause: Token, verb: Token) -> bool:
    """ "Will pay if they agree": short conditions; "went to work for Volvo": what follows the verb at once."""
    if clause.i < verb.i:
        return False
    if clause.lower_ == "aged":
        return True
    marks = [child.lower_ for child in dependents(clause) if child.dep_ == "mark"]
    if marks == ["for"]:
        return clause.left_edge.i == verb.i + 1  # "asked for it to be opened"
    if marks:
        return not CONDITIONS.isdisjoint(marks) and len(list(clause.subtree)) <= _CONDITION
    if clause.tag_ != "VB" or clause.left_edge.lower_ != "to":
        return False
    before = clause.left_edge.nbor(-1)
    return before == verb or (before.dep_ == "prt" and before.head == verb)


def _tells_what(clause: Token, noun: Token) -> bool:
    """ "On condition that they leave", "on the grounds that it was late", "one of those who fired"."""
    if noun.lower_ == "those":
        return True
    return noun.lemma_ in EMPTY and any(child.lower_ == "that" and child.dep_ == "mark" for child in dependents(clause))


def _deictic(token: Token) -> bool:
    """ "On Tuesday", "last month": the timeline says when, and far from its article this does not."""
    if token.dep_ not in _OUTER or token.lower_ in ("until", "till", "through"):
        return False  # "was not freed until Monday" means that he was
    date = next((child for child in dependents(token) if child.dep_ == "pobj"), token)
    if date.ent_type_ not in ("DATE", "TIME"):
        return False
    return any(one.lower_ in _DEICTIC for one in (date, *date.lefts)) or _unfinished(date)


def _unfinished(date: Token) -> bool:
    """ "Died the day after it fell", "left the day it fell", "came a week before", without what it is counted from."""
    if date.tag_ not in ("NN", "NNS"):
        return False  # "in June, when it fell" is a date of its own
    following = date.nbor() if date.i + 1 < len(date.doc) else date
    if following.lower_ in _COUNTING:
        return all(child.dep_ != "pobj" for child in dependents(following))
    return any(child.dep_ == "relcl" for child in dependents(date))


def _beside_date(token: Token) -> list[Token]:
    """ "On Thursday of taking part": what the parser hangs on a date that is left out."""
    date = next((child for child in token.rights if child.dep_ == "pobj"), token)
    return [child for child in date.rights if child.dep_ == "prep" and child.ent_type_ not in ("DATE", "TIME")]


def _beside_aside(aside: Token) -> list[Token]:
    """ "Jane Roe, a lawyer, or Max Lund": what the parser joins to the aside, that is left out."""
    joining = [child for child in aside.rights if child.dep_ == "cc"]
    others = [child for child in aside.rights if child.dep_ == "conj"] if joining else []
    own = any(child.pos_ != "PROPN" for child in others)  # "a lawyer and judge"
    return [] if own else [*joining, *others]


# --- nouns --------------------------------------------------------------------------------------------------------


def _of_noun(noun: Token) -> list[int]:
    """A noun with what hangs on it, but for nouns that tell something else."""
    told = [noun.i]
    article = next((child.left_edge.i for child in noun.lefts if child.dep_ in ("det", "poss")), 0)
    for child in dependents(noun):
        if child.i >= article and child.dep_ not in ("cc", "conj") and not _left_out(child, noun, child.dep_):
            told += _within(child)
    return told


def _bare(parse: Parse, told: set[int], found: Found) -> bool:
    """Whether a phrase says little alone: "the war", "a fire"; but "the theft of a silver cup from the chapel"."""
    if sum(parse.doc[at].pos_ == "NOUN" for at in told) >= _TELLING:
        return False
    return not any((mention := found.by_token.get(at)) is not None and mention.form == "name" for at in told)


def _leading(noun: Token, verb: Token) -> list[int]:
    """ "At the trial, Jane Roe spoke": the preposition of a noun that stands before the clause."""
    way = noun.head
    return [way.i] if way != verb and way.i == noun.left_edge.i - 1 and noun.i < verb.i else []


def _teller(noun: Token) -> Token | None:
    """The verb whose clause tells about a noun: its subject, object, or at the end of a preposition."""
    token = noun
    for _ in range(_STEPS):
        governor = token.head
        if governor.pos_ in ("VERB", "AUX") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "prep", "attr"):
            return governor
        if not (governor.pos_ == "ADP" and token.dep_ == "pobj"):
            return None
        token = governor
    return None
