"""Which ties words state, as `reader.ties` has them: who holds a post in what, is a member, owns, is whose brother."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graphbuilder.entities.mentions.candidates import Candidate, candidate_id
from graphbuilder.entities.mentions.posts import SPEAKERS, title_words
from graphbuilder.entities.mentions.state import Story
from graphbuilder.entities.names.read_names import READER
from graphbuilder.entities.relations.standing import standing_of, statuses_of
from graphbuilder.reader import RELATIONS, STANDINGS, End, Reading, Tie
from graphbuilder.records import RelationMention, Span, TimeExpression
from graphbuilder.syntax.parse import Parse


class _Type(NamedTuple):
    """How a relation of the reader is called in records: `turned` from its object to its subject."""

    name: str
    turned: bool = False
    titled: bool = False


_TYPES = {
    "holds": _Type("holds_position", titled=True),
    "member": _Type("member_of"),
    "part": _Type("part_of"),
    "owns": _Type("owned_by", turned=True),
    "works": _Type("works_for"),
    "family": _Type("family_of", titled=True),
    "founded": _Type("founded_by", turned=True),
    "located": _Type("located_in"),
    "born": _Type("born_in"),
    "died": _Type("died_in"),
}
_SPEAKS = _Type("spokesperson_of", titled=True)
#: Polarity, modality and whether it is over, by whether a tie holds (`standing`).
_STANDINGS = {
    "true": ("POS", "ACTUAL", False),
    "ended": ("POS", "ACTUAL", True),
    "planned": ("POS", "PLANNED", False),
    "denied": ("NEG", "ACTUAL", False),
    "possible": ("POS", "POSSIBLE", False),
}


def stated_ties(
    parse: Parse, story: Story, at: Mapping[int, Candidate], reading: Reading, times: Sequence[TimeExpression]
) -> Iterator[RelationMention]:
    """The ties that the reader found between mentions of the story.

    Args:
        parse: the document.
        story: which mentions are one.
        at: each mention by its tokens.
        reading: what the reader found.
        times: the time expressions that `reading` counts.
    """
    live = {token.i for sentence in parse.live for token in sentence}
    statuses = statuses_of(reading)
    for tie in reading.ties:
        word = int(reading.words.tokens[tie.word])
        one, other = (at.get(_last(reading, end)) for end in (tie.subject, tie.object))
        if word in live and one is not None and other is not None and story.chain[one] is not story.chain[other]:
            standing = standing_of(parse.doc[word], STANDINGS[tie.standing], statuses)
            yield _record(parse, tie, word, standing, one, other, times)


def _last(reading: Reading, end: End) -> int:
    return int(reading.words.tokens[reading.spots[end.spot].last])


def _record(
    parse: Parse,
    tie: Tie,
    word: int,
    standing: str,
    subject: Candidate,
    object_: Candidate,
    times: Sequence[TimeExpression],
) -> RelationMention:
    said = parse.doc[word]
    type_ = _SPEAKS if said.lower_ in SPEAKERS else _TYPES[RELATIONS[tie.relation]]
    polarity, modality, former = _STANDINGS[standing]
    source, target = (object_, subject) if type_.turned else (subject, object_)
    return RelationMention(
        source=candidate_id(parse, source),
        type=type_.name,
        target=candidate_id(parse, target),
        time=times[tie.time.time].id if tie.time else None,
        span=_told(parse, word, (subject, object_)),
        method=READER,
        score=round(tie.chance * min(tie.subject.chance, tie.object.chance), 3),
        polarity=polarity,
        modality=modality,
        title=title_words(parse, said, source, target) if type_.titled and said.pos_ != "VERB" else "",
        former=former,
    )


def _told(parse: Parse, word: int, ends: Sequence[Candidate]) -> Span:
    """Where it is told: the word, with those of the two that stand in its sentence."""
    here = [one for one in ends if parse.sentence_of[one.head] == parse.sentence_of[word]]
    return parse.span(min([word, *(one.start for one in here)]), max([word + 1, *(one.end for one in here)]))
