"""Read keyed articles with a taught reader and write what it read as keys: python -m training.measure FOLDER OUT [--part choose]

`python benchmarks/corpus.py --part choose --system OUT` then scores them layer by layer.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "corpus"))

from keying.files import Places, names
from keying.lines import from_lines
from keying.schema import ENTITY_TYPES, MENTION_KINDS, Entity, Key, Mention, read_key, sha, to_json
from keying.schema import Event as Keyed
from keying.splits import part_of, stories

from graphbuilder.pipeline.parse import parse
from graphbuilder.reader import ROLES, STATUSES, Event, Reader, Reading
from graphbuilder.records import Document, TimeExpression
from graphbuilder.times import time_expressions

Article = tuple[str, str, Key]


def read(articles: Iterable[Article], by: Reader) -> Iterator[Key]:
    """The reading of each article as a key, its events best first."""
    articles = list(articles)
    documents = [Document(id=name, text=text, published=date.fromisoformat(key.published)) for name, text, key in articles]
    for one, (name, text, key) in zip(parse(documents), articles, strict=True):
        times = time_expressions(one.document, one.sentences, one.doc)
        yield as_key(name, text, key, times, by.read(one, times))


def as_key(
    name: str, text: str, key: Key, times: Sequence[TimeExpression], reading: Reading, cut: float = 0.4
) -> Key:
    """A reading in the form of a key; events of at least `cut` are those it would print."""

    def chars(first: int, last: int) -> tuple[int, int]:
        return int(reading.words.starts[first]), int(reading.words.ends[last])

    entities, mentions = [], []
    for at, chain in enumerate(reading.chains):
        spots = [reading.spots[k] for k in chain]
        types = Counter(spot.type for spot in spots if spot.kind < 2) or Counter(spot.type for spot in spots)
        named = sorted((spot for spot in spots if spot.kind == 0), key=lambda s: (s.first - s.last, s.first))
        best = (named or sorted(spots, key=lambda s: (s.kind, s.first)))[0]
        entities.append(Entity(f"e{at}", ENTITY_TYPES[types.most_common(1)[0][0]], chars(best.first, best.last)))
        mentions += [Mention(*chars(s.first, s.last), (f"e{at}",), MENTION_KINDS[s.kind]) for s in spots]
    events = [_event(at, event, chars, times, cut) for at, event in enumerate(reading.events)]
    return Key(
        name, key.source, sha(text), key.published, True, tuple(entities),
        tuple(sorted(mentions, key=lambda m: (m.start, m.end))), (), tuple(events), (), (),
    )  # fmt: skip


def _event(at, event: Event, chars, times, cut) -> Keyed:  # type: ignore[no-untyped-def]
    when = None
    if event.time and times[event.time[0]].interval:
        when = times[event.time[0]].interval.edtf
    return Keyed(
        id=f"v{at}",
        gist="",
        triggers=tuple(chars(word, word) for word in event.tellings),
        worth=1 if event.wanted >= cut else 2,
        status=STATUSES[event.status],
        roles=tuple((ROLES[part.role], f"e{part.chain}") for part in event.parts),
        when=when,
        place=f"e{event.place.chain}" if event.place else None,
        said_by=f"e{event.source.chain}" if event.source else None,
    )


def articles_of(part: str, gold: Path | None = None) -> list[Article]:
    """The articles of a part of the corpus, or those of lines_dev."""
    if part == "lines_dev":
        assert gold is not None
        found = []
        for path in sorted((gold / "lines_dev" / "keys").glob("*.json")):
            text = (gold / "lines_dev" / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
            found.append((path.stem, text, from_lines(json.loads(path.read_text(encoding="utf-8")), text)))
        return found
    of_story = stories()
    places = [Places(name) for name in names([], "keys") if part_of(name, of_story) == part]
    return [(place.name, place.text(), read_key(place.key)) for place in places]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", default="choose")
    parser.add_argument("--gold", type=Path, default=os.environ.get("GRAPHBUILDER_GOLD"))
    options = parser.parse_args()
    by = Reader(options.folder)
    options.out.mkdir(parents=True, exist_ok=True)
    start = time.process_time()
    articles = articles_of(options.part, Path(options.gold) if options.gold else None)
    for key in read(articles, by):
        (options.out / f"{key.name}.json").write_text(to_json(key), encoding="utf-8")
    print(f"{len(articles)} articles read in {time.process_time() - start:.1f} s of processor time")


if __name__ == "__main__":
    main()
