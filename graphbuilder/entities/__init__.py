"""Doc → mentions: names, descriptions and pronouns, chained within the document, and the ties that the text states.

In: a parsed document. Out: `Found`. The steps, in the order of `find_entities`, each needs what stands before it:

1. `finder` with `names` and `typing`: which runs of words are names, and of which type.
2. `mentions.metonymy`: capitals that stand for a government; their names are to be found first.
3. `mentions.read`: descriptions, pronouns and missed names, and what each goes with, as the reader has them.
4. `coreference.sieve`: which mentions denote the same thing.
5. `relations`: ties between the chained mentions, as the reader has them, and those that names alone tell.

`linking` says which place a name means; the stage of resolution asks it. What is known beforehand stands in
`graphbuilder.knowledge`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuilder.entities.coreference.sieve import link
from graphbuilder.entities.finder import find_names
from graphbuilder.entities.mentions.candidates import Candidate, mention_id, to_mention
from graphbuilder.entities.mentions.metonymy import mark_governments
from graphbuilder.entities.mentions.read import read_mentions
from graphbuilder.entities.relations.named import named_ties
from graphbuilder.entities.relations.stated import stated_ties
from graphbuilder.reader import Reading
from graphbuilder.records import Mention, RelationMention, TimeExpression
from graphbuilder.syntax.parse import Parse

__all__ = ["Found", "find_entities", "mention_id"]


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of a document in text order, their ties, and each mention by its head token and covered tokens."""

    mentions: tuple[Mention, ...]
    relations: tuple[RelationMention, ...]
    by_token: dict[int, Mention]


def find_entities(parse: Parse, reading: Reading, times: Sequence[TimeExpression]) -> Found:
    """The mentions of a parsed document: names by rules, the others and what they stand for by the reader.

    `times` are those that the reading counts.
    """
    names = mark_governments(parse, find_names(parse, reading))
    others, antecedents = read_mentions(parse, names, reading)
    candidates = sorted([*names, *others], key=lambda one: (one.start, one.end))
    story = link(parse, candidates, antecedents)
    ties = [*named_ties(parse, story), *stated_ties(parse, story, _at(candidates), reading, times)]
    first: dict[Candidate, Candidate] = {}
    for one in candidates:
        first.setdefault(story.chain[one], one)
    mentions: dict[Candidate, Mention] = {}
    for one in candidates:
        mentions[one] = to_mention(parse, one, mentions.get(first[story.chain[one]]))
    return Found(tuple(mentions.values()), tuple(_each_once(ties)), _by_token(candidates, mentions))


def _each_once(ties: Iterable[RelationMention]) -> list[RelationMention]:
    """The ties in text order; of those that two words of a sentence tell ("Secretary General") the surest."""
    surest: dict[tuple[int, str, str, str], RelationMention] = {}
    for tie in sorted(ties, key=lambda one: (-one.score, one.span.start, one.span.end, one.title)):
        surest.setdefault((tie.span.sentence, tie.type, tie.source, tie.target), tie)
    return sorted(surest.values(), key=lambda one: (one.span.start, one.span.end, one.type, one.source, one.target))


def _at(candidates: list[Candidate]) -> dict[int, Candidate]:
    nominals = {one.head: one for one in candidates if one.form != "name"}
    names = {token: one for one in candidates if one.form == "name" for token in range(one.start, one.end)}
    return nominals | names


def _by_token(candidates: list[Candidate], mentions: dict[Candidate, Mention]) -> dict[int, Mention]:
    """Heads first, so that a name inside "NATO foreign ministers" does not hide the ministers, nor they it."""
    heads = {one.head: mentions[one] for one in candidates}
    covered = {token: mentions[one] for one in candidates if one.form == "name" for token in range(one.start, one.end)}
    return covered | heads
