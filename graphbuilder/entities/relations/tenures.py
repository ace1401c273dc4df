"""From when to when a relation held: "president of Norway from 2010 to 2014", "was appointed minister in 2019"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from graphbuilder.entities.relations.rules import FOLLOWING, JOINING, LEAVING, SERVING, UNSAID
from graphbuilder.records import RelationMention, TimeExpression
from graphbuilder.syntax.parse import Parse

_LASTS = frozenset({"from", "since", "until", "till", "between", "("})
_BEGINNING = (["from"], ["since"], ["until"], ["till"])
#: Ties that begin and end.
LASTING = frozenset(
    {
        "capital_of",
        "holds_position",
        "located_in",
        "member_of",
        "owned_by",
        "part_of",
        "spokesperson_of",
        "subsidiary_of",
    }
)


def with_terms(
    parse: Parse, relations: Mapping[RelationMention, int], times: Sequence[TimeExpression]
) -> Iterator[tuple[RelationMention, int]]:
    """The relations with the word (index) that says each, and the date or range that is said with its office, where
    there is just one.
    """
    dated = [one for one in times if one.type == "DATE" and one.interval is not None]
    for one, word in relations.items():
        yield (_with_term(parse, one, word, dated) if one.type in LASTING and word != UNSAID else one), word


def _with_term(parse: Parse, tie: RelationMention, word: int, times: Sequence[TimeExpression]) -> RelationMention:
    words = parse.doc.char_span(tie.span.start, tie.span.end, alignment_mode="expand")
    if words is None:
        return tie
    inside = range(min(words.start, word), max(words.end, word + 1))
    near = [one for one in times if one.span.sentence == tie.span.sentence]
    end = max(tie.span.end, parse.doc[inside.stop - 1].idx + len(parse.doc[inside.stop - 1]))
    found = [one for one in near if _right_after(parse, tie, end, one) or _said_with(parse, one, inside)]
    return replace(tie, time=found[0].id) if len(found) == 1 else tie


def _right_after(parse: Parse, tie: RelationMention, end: int, time: TimeExpression) -> bool:
    """Whether a time right behind a post is its term: "president of Norway from 2010 to 2014, Roe left": the parser
    often gives the range to the verb; and before a name, "Jane Roe, until 2014 president of Norway, died".
    """
    return parse.document.text[end : time.span.start].strip() in _LASTS or _right_before(parse, tie, time)


def _right_before(parse: Parse, tie: RelationMention, time: TimeExpression) -> bool:
    """The term that stands right before a post: "Jane Roe, until 2014 the president of Norway"."""
    if not tie.title or not tie.span.start < time.span.start < tie.span.end:
        return False
    text = parse.document.text
    before, behind = text[tie.span.start : time.span.start].split(), text[time.span.end : tie.span.end]
    return before[-1:] in _BEGINNING and behind.removeprefix(" the").lstrip().startswith(tie.title)


def _said_with(parse: Parse, time: TimeExpression, inside: range) -> bool:
    """Whether a time hangs on a noun of the tie, or on the verb by which somebody is what the noun says."""
    span = parse.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if span is None:
        return False
    for above in (span.root, *span.root.ancestors):
        if above.pos_ in ("VERB", "AUX"):
            return (above.lower_ in JOINING and above.i in inside) or _holds(above, inside)
        if above.i in inside and above.pos_ == "NOUN":
            return True
    return False


def _holds(verb: Token, inside: range) -> bool:
    """Whether the verb says the tie itself: "was president", "resigned as president", not "met the president"."""
    lemma = verb.lemma_.lower()
    if lemma not in SERVING | FOLLOWING and lemma not in LEAVING:
        return False
    below = [child for child in verb.children if child.dep_ in ("attr", "oprd", "prep", "dobj")]
    nouns = [*below, *(inner for child in below if child.lower_ == "as" for inner in child.children)]
    return any(noun.i in inside and noun.pos_ == "NOUN" for noun in nouns)
