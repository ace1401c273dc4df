"""Which words of its sentence are the line of an event: a clause as it stands there, up to its last complement.

Which clause that is, so that the line says no more than the text, is decided by `host`, where it begins and ends by
`extent`, and what a long one can spare by `cutting`. Nothing is left out in between, and nothing is put together: only
lone pronouns for subjects give way to what they stand for, in brackets. Where no clause can be told, the sentence is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Doc, Token

from graphbuilder.entities import Found
from graphbuilder.events.dating.context import words_of
from graphbuilder.events.labels.cutting import LONGEST, cut, length
from graphbuilder.events.labels.extent import extent
from graphbuilder.events.labels.host import RELATIVE, SUBJECTS, host, is_verb, unreported
from graphbuilder.events.triggers import Trigger
from graphbuilder.knowledge.parse_labels import FINITE_OR_MODAL
from graphbuilder.records import Mention, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import positions
from graphbuilder.syntax.tree import dependents, once_a_doc

#: Pronouns that give way to a name, and from which probability: on the choosing part of the corpus 95 of 100 names are
#: right for "he" and "she", 93 for "they", and 81 for "it". "We" and "you" of a quotation agree with no name.
_SURE = {"he": 0.9, "she": 0.9, "it": 0.99, "they": 0.99}
#: Sentences back to what "it" stands for, at most; of what stands farther back fewer than half are right.
_NEAR = 1
#: Prepositions by which what a noun tells is so, whatever its clause says.
_TIMES = frozenset({"after", "during", "following", "since"})
#: Prepositions by which a noun is beside what its clause tells, in time or otherwise.
_ASIDE = _TIMES - {"during"} | {"before", "by", "from", "of", "to", "until", "with"}
#: Marks at the end of a sentence.
_STOPS = frozenset({".", "!", "”", '"', "’", "'", ")", ":", ";", "…", "..."})
#: Quotation marks and brackets, each with its partner.
_PAIRS = (("“", "”"), ("(", ")"), ('"', '"'), ("[", "]"), ("'", "'"))
_WHO_OR_WHAT = frozenset({"poss", "prep"})


class Label(NamedTuple):
    """The line of an event, and the tokens that it is made of."""

    text: str
    tokens: range


def label(
    parse: Parse, found: Found, trigger: Trigger, names: Mapping[str, str], time: TimeExpression | None = None
) -> Label:
    """The line of an event in the text's own words; `names` gives what a chain (id) is called, `time` when it was."""
    doc = parse.doc
    start, end = _with_whole_words(doc, *_with_whole_names(found, *_span(parse, trigger, time)))
    start, end = _trimmed(doc, start, end, trigger)
    start, end = _unquoted(doc, start, end, trigger, range(*_sentence(parse, doc[trigger.head])))
    return Label(_opened(" ".join(_named(doc, start, end, found, names).split())), range(start, end))


def _span(parse: Parse, trigger: Trigger, time: TimeExpression | None) -> tuple[int, int]:
    """The first token and the end of the line of a trigger, which stay in its sentence."""
    doc, own, word = parse.doc, range(trigger.start, trigger.end), parse.doc[trigger.head]
    first, last = _sentence(parse, word)
    if doc[last - 1].text == "?" or (not _is_stopped(doc[last - 1]) and length(doc, first, last) <= LONGEST):
        return first, last
    if _tells_alone(word) or (time is not None and _has_time_of_its_own(parse, word, time)):
        return min(word.left_edge.i, own.start), max(word.right_edge.i + 1, own.stop)
    verbs = [verb for verb in dict.fromkeys((host(word), unreported(word))) if is_verb(verb)]
    spans = [_clause(verb, own, first, last) for verb in verbs]
    spans = [span for verb, span in zip(verbs, spans, strict=True) if not _is_torn(verb, *span)]
    if length(doc, first, last) <= LONGEST:
        spans.append((first, last))
    fitting = (span for span in spans if length(doc, *span) <= LONGEST)
    return next(fitting, spans[0] if spans else _phrase(word, first, last))


def _clause(verb: Token, trigger: range, first: int, last: int) -> tuple[int, int]:
    """The clause of a verb inside its sentence, without what it can spare if it is long."""
    start, end = extent(verb, trigger)
    start = max(start, first)
    return start, cut(verb.doc, start, min(end, last), trigger)


def _is_torn(verb: Token, start: int, end: int) -> bool:
    """Whether a clause lacks a word at an end, or has the next one's subject: "sent tents and the WFP | began"."""
    following = verb.doc[end] if end < len(verb.doc) else None
    is_finite = following is not None and following.tag_ in FINITE_OR_MODAL and not following.is_sent_start
    is_open = verb.doc[end - 1].tag_ == "POS" or verb.doc[start].tag_ == "WDT"
    return is_open or (is_finite and verb.dep_ not in RELATIVE)


def _is_stopped(token: Token) -> bool:
    """Whether a sentence ends as sentences do; headlines and captions, which are often read wrongly, do not."""
    return token.text in _STOPS


def _with_whole_names(found: Found, start: int, end: int) -> tuple[int, int]:
    """With all of a name that the parse takes apart at either end."""
    while _are_one_name(found, start - 1, start):
        start -= 1
    while _are_one_name(found, end - 1, end):
        end += 1
    return start, end


def _with_whole_words(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """With all of a word that a hyphen holds together at either end: "pre-loaded"."""
    while start > 1 and _is_hyphen(doc, start - 1):
        start -= 2
    while end < len(doc) - 1 and _is_hyphen(doc, end):
        end += 2
    return start, end


def _is_hyphen(doc: Doc, at: int) -> bool:
    return doc[at].text == "-" and not doc[at - 1].whitespace_ and not doc[at].whitespace_


def _are_one_name(found: Found, left: int, right: int) -> bool:
    """Whether two tokens are of the same name."""
    name = found.by_token.get(left)
    return name is not None and name.form == "name" and found.by_token.get(right) == name


def _tells_alone(noun: Token) -> bool:
    """Whether a noun is so, and says who or what: "since the death of Jane Roe"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _TIMES or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    below = dependents(noun)
    definite = any(child.lower_ == "the" or child.dep_ == "poss" for child in below)
    pronoun = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in below)
    return definite and not pronoun and any(child.dep_ in _WHO_OR_WHAT for child in below)


def _has_time_of_its_own(parse: Parse, noun: Token, time: TimeExpression) -> bool:
    """Whether a noun has a time that is not its clause's: "there has been no vote since the coup of 1999"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _ASIDE or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    span = words_of(parse, time)
    above = () if span is None else takewhile(lambda token: token.pos_ not in ("VERB", "AUX"), span.root.ancestors)
    return noun in above


def _phrase(word: Token, first: int, last: int) -> tuple[int, int]:
    """The largest phrase around a word that is short enough."""
    span = max(first, word.left_edge.i), min(last, word.right_edge.i + 1)
    while word.head != word:
        word = word.head
        wider = max(first, word.left_edge.i), min(last, word.right_edge.i + 1)
        if length(word.doc, *wider) > LONGEST:
            break
        span = wider
    return span


def _sentence(parse: Parse, word: Token) -> tuple[int, int]:
    """The first token and the end of the sentence of a word."""
    at = parse.sentence_of[word.i]
    first, last = word.i, word.i + 1
    while first > 0 and parse.sentence_of[first - 1] == at:
        first -= 1
    while last < len(parse.doc) and parse.sentence_of[last] == at:
        last += 1
    while last > word.i + 1 and parse.doc[last - 1].is_space:
        last -= 1
    return first, last


def _trimmed(doc: Doc, start: int, end: int, trigger: Trigger) -> tuple[int, int]:
    """Without blanks and marks at either end."""
    while start < trigger.start and (doc[start].is_space or (doc[start].is_punct and doc[start].text not in "“\"‘('")):
        start += 1
    while end > trigger.end and (doc[end - 1].is_space or doc[end - 1].text in ".,;:–—-*" or doc[end - 1].dep_ == "cc"):
        end -= 1
    return start, end


def _unquoted(doc: Doc, start: int, end: int, trigger: Trigger, sentence: range) -> tuple[int, int]:
    """Without a quotation mark or bracket at either end that has no partner, and with one that is next."""
    for opening, closing in _PAIRS:
        marks = [at for at in _marks(doc) if start <= at < end and doc[at].text in (opening, closing)]
        if opening != closing:
            odd = sum(doc[at].text == opening for at in marks) - sum(doc[at].text == closing for at in marks)
        else:
            odd = len(marks) % 2
        if odd == 0:
            continue
        close = end + 1 if end in sentence and doc[end].text in ".,!?" else end  # '"a hard year," she said'
        is_cut_open = odd < 0 or (opening == closing and doc[start].text != opening)
        if is_cut_open and start - 1 in sentence and doc[start - 1].text == opening:
            start -= 1
        elif odd > 0 and close in sentence and doc[close].text == closing and doc[start].text != opening:
            end = close + 1
        elif odd > 0 and doc[start].text == opening and start < trigger.start:
            start += 1
        elif doc[end - 1].text == closing and end > trigger.end:
            end -= 1
    return start, end


@once_a_doc
def _marks(doc: Doc) -> Sequence[int]:
    """Where quotation marks and brackets stand."""
    return positions(doc, frozenset(mark for pair in _PAIRS for mark in pair))


def _named(doc: Doc, start: int, end: int, found: Found, names: Mapping[str, str]) -> str:
    """The line, and in brackets whom the first lone pronoun for a subject stands for that no name there tells."""
    inside = {at: found.by_token[at] for at in range(start, end) if at in found.by_token}
    told = {mention.chain for mention in inside.values() if mention.form == "name"}
    words: list[str] = []
    said: list[str] = []
    for token in doc[start:end]:
        word, mention = token.text, inside.get(token.i)
        if mention is not None and mention.form == "name":
            said.append(mention.text)
        elif mention is not None and mention.chain not in told and (mention.form != "pronoun" or _is_lone(token)):
            told.add(mention.chain)
            name = names.get(mention.chain) if mention.form == "pronoun" and _is_sure(mention, found) else None
            if name and not any(_is_short_for(one, name) for one in said):
                return f"{''.join(words)}[{name}]{token.whitespace_}{doc[token.i + 1 : end].text}"
        words.append(word + token.whitespace_)
    return "".join(words)


def _is_lone(token: Token) -> bool:
    """Whether a token is a pronoun that alone is a subject."""
    return token.lower_ in _SURE and token.dep_ in SUBJECTS and not dependents(token)


def _is_sure(pronoun: Mention, found: Found) -> bool:
    """Whether a pronoun surely stands for what its chain is called."""
    word = pronoun.text.lower()
    if word not in _SURE or pronoun.score < _SURE[word]:
        return False
    if word != "it":
        return True
    told = (one.span for one in found.mentions if one.chain == pronoun.chain and one.form != "pronoun")
    return any(pronoun.span.sentence - _NEAR <= span.sentence and span.start < pronoun.span.start for span in told)


def _is_short_for(one: str, other: str) -> bool:
    """Whether all words of one of two names are in the other: "the Commission", "European Commission"."""
    words, others = set(one.split()), set(other.split())
    return words <= others or others <= words


def _opened(text: str) -> str:
    """With a capital, also of what stands in brackets."""
    first = 1 if text.startswith("[") else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]
