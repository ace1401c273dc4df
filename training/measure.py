"""Reads keyed articles with a taught reader and writes keys: python -m training.measure WEIGHTS OUT [--part choose]

`python benchmarks/corpus.py --part choose --system OUT` then scores them layer by layer. GUM's documents take part
where the variable GRAPHBUILDER_GUM names the file of their texts.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from keying.files import GUM, GUM_FILE, names
from keying.lines import from_lines
from keying.schema import ENTITY_TYPES, MENTION_KINDS, Entity, Key, Mention, Span, sha, to_json
from keying.schema import Event as KeyedEvent
from keying.schema import Tie as KeyedTie
from keying.splits import SPLITS, part_of, stories

from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import RELATIONS, ROLES, STANDINGS, STATUSES, Event, Reader, Reading, Tie
from graphbuilder.reader.pairs import KINDS, Spot
from graphbuilder.records import Document, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.times import time_expressions
from training.examples import Article, keyed

#: From which probability that it is wanted an event is a line that is printed.
PRINTED = 0.4
_NAME, _PRONOUN = KINDS.index("name"), KINDS.index("pronoun")


def read(articles: Sequence[Article], by: Reader, printed: float = PRINTED) -> Iterator[Key]:
    """The reading of each article as a key, its events best first."""
    for (name, text, key), one, times in parsed(articles):
        yield as_key(name, text, key, times, by.read(one, times), printed)


def parsed(articles: Sequence[Article]) -> Iterator[tuple[Article, Parse, Sequence[TimeExpression]]]:
    """Each article with its parse and its time expressions."""
    documents = [
        Document(id=name, text=text, published=date.fromisoformat(key.published)) for name, text, key in articles
    ]
    for one, article in zip(parse(documents), articles, strict=True):
        yield article, one, time_expressions(one.document, one.sentences, one.doc)


def as_key(
    name: str, text: str, key: Key, times: Sequence[TimeExpression], reading: Reading, printed: float = PRINTED
) -> Key:
    """A reading in the form of a key; events that are wanted with at least this probability are lines."""
    chains = [[reading.spots[k] for k in chain] for chain in reading.chains]
    mentions = [
        Mention(*_characters(reading, spot), (f"e{at}",), MENTION_KINDS[spot.kind])
        for at, spots in enumerate(chains)
        for spot in spots
    ]
    return Key(
        name=name,
        source=key.source,
        text_sha=sha(text),
        published=key.published,
        published_sure=True,
        entities=tuple(_entity(at, spots, reading) for at, spots in enumerate(chains)),
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end))),
        times=(),
        events=tuple(_event(at, event, reading, times, printed) for at, event in enumerate(reading.events)),
        ties=tuple(_tie(at, tie) for at, tie in enumerate(reading.ties)),
        figures=(),
    )


def _characters(reading: Reading, spot: Spot) -> Span:
    return int(reading.words.starts[spot.first]), int(reading.words.ends[spot.last])


def _entity(at: int, spots: Sequence[Spot], reading: Reading) -> Entity:
    """A chain as an entity: of the type of most of its mentions, pronouns apart, with its longest name."""
    types = Counter(spot.type for spot in spots if spot.kind != _PRONOUN) or Counter(spot.type for spot in spots)
    named = [spot for spot in spots if spot.kind == _NAME]
    longest = sorted(named, key=lambda spot: (spot.first - spot.last, spot.first))
    best = (longest or sorted(spots, key=lambda spot: (spot.kind, spot.first)))[0]
    return Entity(f"e{at}", ENTITY_TYPES[types.most_common(1)[0][0]], _characters(reading, best))


def _event(at: int, event: Event, reading: Reading, times: Sequence[TimeExpression], printed: float) -> KeyedEvent:
    words = reading.words
    interval = times[event.time.time].interval if event.time else None
    return KeyedEvent(
        id=f"v{at}",
        gist="",
        triggers=tuple((int(words.starts[word]), int(words.ends[word])) for word in event.tellings),
        worth=1 if event.wanted >= printed else 2,
        status=STATUSES[event.status],
        roles=tuple((ROLES[part.role], f"e{part.chain}") for part in event.parts),
        when=interval.edtf if interval else None,
        place=f"e{event.place.chain}" if event.place else None,
        said_by=f"e{event.source.chain}" if event.source else None,
        part_of=next((f"v{link.other}" for link in reading.wholes if link.one == at), None),
        causes=tuple(f"v{link.other}" for link in reading.causes if link.one == at),
    )


def _tie(at: int, tie: Tie) -> KeyedTie:
    ends = f"e{tie.subject.chain}", RELATIONS[tie.relation], f"e{tie.object.chain}"
    return KeyedTie(f"r{at}", *ends, words=(), status=STANDINGS[tie.standing])


def articles_of(part: str) -> list[Article]:
    """The articles of a part of the corpus; GUM's where their texts are at hand."""
    of_story = stories()
    found = [name for name in names([], "keys") if part_of(name, of_story) == part]
    return keyed(name for name in found if not name.startswith(GUM) or os.environ.get(GUM_FILE))


def lines_dev(gold: Path) -> list[Article]:
    """The articles of lines_dev, from which nothing is learned."""
    found = []
    for path in sorted((gold / "lines_dev" / "keys").glob("*.json")):
        text = (gold / "lines_dev" / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        found.append((path.stem, text, from_lines(json.loads(path.read_text(encoding="utf-8")), text)))
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="the file of weights")
    parser.add_argument("out", type=Path, help="the folder for the keys")
    parser.add_argument("--part", choices=(*SPLITS, "lines_dev"), default="choose")
    gold = os.environ.get("GRAPHBUILDER_GOLD")
    parser.add_argument("--gold", type=Path, default=gold, help="the folder that holds lines_dev")
    parser.add_argument("--printed", type=float, default=PRINTED, help="from which probability an event is a line")
    options = parser.parse_args()
    if options.part == "lines_dev" and options.gold is None:
        parser.error("name the folder of lines_dev with --gold, or in the variable GRAPHBUILDER_GOLD")
    articles = lines_dev(options.gold) if options.part == "lines_dev" else articles_of(options.part)
    by = Reader(options.weights)
    options.out.mkdir(parents=True, exist_ok=True)
    start = time.process_time()
    for key in read(articles, by, options.printed):
        (options.out / f"{key.name}.json").write_text(to_json(key), encoding="utf-8")
    print(f"{len(articles)} articles read in {time.process_time() - start:.1f} s of processor time")


if __name__ == "__main__":
    main()
