"""Who says so: the speaker that an event is attributed to, by direct or indirect speech or "according to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.arguments.appositions import name_beside
from graphbuilder.events.arguments.fillers import is_human
from graphbuilder.events.attribution.unnamed_sources import in_full
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.knowledge.event_words import event_words, factuality_words
from graphbuilder.records import Mention
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import parenthetical_saying, reported_verb, subjects
from graphbuilder.syntax.tree import dependents, interrupted

#: Steps up the sentence that are looked at; deeper nesting is rare and may be made on purpose.
DEPTH = 12
#: Verbs after which what stands behind "of" is what somebody says.
_ACCUSING = frozenset({"accuse", "suspect"})
#: Before whom things are said.
_HEARING = frozenset({"committee", "court", "juror", "jury", "magistrate", "panel", "tribunal"})
#: Whose findings are theirs, until others have found the same; and the verbs that tell one.
_FINDERS = _HEARING | {
    "audit", "auditor", "commission", "coroner", "examiner", "inquest", "inquiry", "inspector", "investigation",
    "investigator", "judge", "ombudsman", "regulator", "researcher", "review", "scientist", "survey", "watchdog",
}  # fmt: skip
_FINDING = frozenset({"find", "hear", "hold", "rule"})
_UNDER = frozenset({"acl", "prep"})
_ENDS = frozenset({";", ":"})
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp", "dep"})


def find_speaker(parse: Parse, found: Found, things: Found, trigger: Trigger) -> Mention | None:
    """The mention of who says that the event happened, or None where the text itself says so.

    `things` are all mentions, with those of plain nouns ("prosecutors"), `found` those of the story alone.
    """
    anchor = parse.doc[trigger.anchor]
    told = "ccording to" in parse.quote(anchor)
    for verb in _speech_above(anchor):
        source = _according_to(parse, verb, found, things) if told else None
        if source is not None:
            return source  # "according to a friend, Roe said that he left": it is the friend who says so
        for subject in _speaking(verb):
            mention = _author(subject, found) or _named(subject, found) or found.by_token.get(subject.i)
            if mention is None:
                plain, named = _plain(subject, things), _named_with(subject, found)
                own = named is not None and named.form == "pronoun"  # "her deputy said": not she
                mention = plain or named if own or is_human(subject) else named or plain
            if mention is not None:
                return in_full(parse, subject, mention)
    return _according_to(parse, anchor, found, things) if told else None


def _speaking(verb: Token) -> Iterator[Token]:
    """Who speaks by a verb of saying, and not who is told or accused: "Jane Roe said", "Roe was told by police"."""
    for subject, place in subjects(verb):
        if place != "nsubjpass":
            yield subject
        else:
            by = (child for child in dependents(verb) if child.dep_ == "agent")
            yield from (inner for child in by for inner in dependents(child) if inner.dep_ == "pobj")


def _named(subject: Token, found: Found) -> Mention | None:
    """ "Her deputy, Jane Roe, said"."""
    return name_beside(subject, found) if subject.pos_ == "NOUN" or subject.i not in found.by_token else None


def _plain(noun: Token, things: Found) -> Mention | None:
    """ "Prosecutors said", "two witnesses told the court"; but "no witness said", and no report of nobody."""
    if noun.lemma_.lower() in event_words().writings:
        return None
    mention = things.by_token.get(noun.i)
    nobody = any(child.lower_ in ("no", "neither") for child in noun.lefts)
    return mention if mention is not None and mention.form == "nominal" and not nobody else None


def _speech_above(token: Token) -> Iterator[Token]:
    """The verbs of saying that a clause stands under, the nearest first."""
    words, put_in = event_words(), interrupted(token.doc)
    for _ in range(DEPTH):
        governor = token.head
        if token.i in put_in:
            yield from parenthetical_saying(token)
        if governor == token or _aside(token):
            return
        place = token.dep_
        if place in _CLAUSES or (place == "conj" and reported_verb(governor, token) is not None):
            if token.i < governor.i and place == "ccomp" and _before_semicolon(token):
                return
            lemma = governor.lemma_.lower()
            if lemma in words.reporting or lemma in words.acts:
                yield governor
            elif lemma in _FINDING or lemma == "expect":
                if token.pos_ != "ADJ" and place == "ccomp" and (_expects if lemma == "expect" else _finds)(governor):
                    yield governor
            elif governor.pos_ == "NOUN" and place == "ccomp":
                yield from _claiming(governor)
        elif place in _UNDER:
            if place == "acl":
                yield from _claiming(governor)
            elif token.lower_ == "of" and governor.lemma_.lower() in _ACCUSING:
                yield governor  # "accused Moscow of bombing the port"
        token = governor


def _before_semicolon(clause: Token) -> bool:
    """ "Lund blamed Roe; the bank said she knew of it": what stands before a semicolon is not said behind it."""
    last = clause.right_edge
    return last.text in _ENDS or last.nbor().text in _ENDS


def _finds(verb: Token) -> bool:
    """ "A jury heard that Roe shot him", "a tribunal found that he did": there it was said, and it need not be so."""
    bodies = _HEARING if verb.lemma_ == "hear" else _FINDERS
    return any(child.dep_ == "nsubj" and child.lemma_.lower() in bodies for child in dependents(verb))


def _expects(verb: Token) -> bool:
    """ "Analysts expect it to fall"; but "it is unfair to expect it to fall"."""
    return any(child.dep_ == "nsubj" for child in dependents(verb))


def _claiming(noun: Token) -> Iterator[Token]:
    """The verb whose subject makes the claim that a noun reports: "denied reports that it fell"."""
    verb = noun.head
    claim = noun.dep_ == "dobj" and verb.pos_ == "VERB" and noun.lemma_.lower() in factuality_words().evidential
    if claim and verb.lemma_.lower() in event_words().acts:
        yield verb


def _aside(verb: Token) -> bool:
    """ "He denied that he had met Roe, who left in May": what is said of her is not his word."""
    comma = verb.left_edge.i - 1 if verb.dep_ == "relcl" else 0
    return comma > 0 and verb.doc[comma].text == ","


def _named_with(noun: Token, found: Found) -> Mention | None:
    """ "A Russian statement said", "a report by Amnesty": the name that the noun is said with."""
    beside = [child for child in noun.lefts if child.dep_ in ("poss", "amod", "compound")]
    by = (
        child
        for child in noun.rights
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "for", "from", "of")
    )
    beside += [inner for child in by for inner in dependents(child) if inner.dep_ == "pobj"]
    inner = (found.by_token.get(child.i) for child in beside)
    return next((mention for mention in inner if mention is not None), None)


def _author(subject: Token, found: Found) -> Mention | None:
    """Whose "statement" or "report" it is that says so; whom "a spokesman for NATO" speaks for."""
    lemma = subject.lemma_.lower()
    if lemma in event_words().speakers:
        return _named_with(subject, found) if found.by_token.get(subject.i) is None else _name_for(subject, found)
    return _named_with(subject, found) if lemma in event_words().writings else None


def _name_for(subject: Token, found: Found) -> Mention | None:
    """The name in "a spokesman for NATO", where the spokesman has none himself."""
    mention, named = found.by_token.get(subject.i), _named_with(subject, found)
    nameless = mention is not None and mention.form != "name" and mention.chain == mention.id
    return named if nameless and named is not None and named.form == "name" else None


def _according_to(parse: Parse, token: Token, found: Found, things: Found) -> Mention | None:
    """ "According to the ministry", "according to two witnesses", anywhere in the clause; but "according to plan"."""
    for _ in range(DEPTH):
        for child in dependents(token):
            if child.lower_ == "according":
                objects = [inner for to in dependents(child) for inner in dependents(to) if inner.dep_ == "pobj"]
                mentions = [(one, found.by_token.get(one.i) or _named_with(one, found)) for one in objects]
                mentions += [(one, _plain(one, things)) for one in objects if is_human(one)]
                return next((in_full(parse, noun, one) for noun, one in mentions if one is not None), None)
        if token.head == token or (token.i < token.head.i and token.dep_ == "ccomp" and _before_semicolon(token)):
            return None
        token = token.head
    return None
