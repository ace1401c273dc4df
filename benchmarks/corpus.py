"""Readings of the articles of corpus/ beside their keys, layer by layer: mentions, events, who, when, whole lines.

    python benchmarks/corpus.py [--part choose] [--gold FOLDER] [--system FOLDER] [--write DAY]

The parts of the corpus are learn, choose and test (corpus/keying/splits.py); of the test part only the sums are
printed, and nobody looks at its articles. With --gold (or the variable GRAPHBUILDER_GOLD) stand beside it the articles
of lines_dev, which have no pronouns, ties and figures in their keys. GUM's documents take part where the variable
GRAPHBUILDER_GUM names the file of their texts. The reading is graphbuilder's, or, with --system, that of any program
that wrote keys in the form of corpus/keys: its events best first, those that it would print of worth 1.

What each layer counts is said in corpus/keying (mention_scores, event_scores, line_scores). Coreference is that of the
CoNLL scorer, without chains of one mention; checked against a public scorer (coreference-eval 0.0.2, derived from that
of e2e-coref) on 200 partitions made at random, to the last digit, and on the worked case of Pradhan and others (2014)
in the tests.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "corpus"))

from keying.coreference import Score  # noqa: E402
from keying.files import GUM_FILE, Places, names  # noqa: E402
from keying.kinds import kind  # noqa: E402
from keying.lines import from_lines  # noqa: E402
from keying.schema import ENTITY_TYPES, ROLES, Entity, Event, Key, Mention, Span, Tie, read_key, sha  # noqa: E402
from keying.scores import compare, conll, total  # noqa: E402
from keying.sides import side  # noqa: E402
from keying.splits import SPLITS, part_of, stories  # noqa: E402

import graphbuilder as gb  # noqa: E402

RESULTS = Path(__file__).parent / "results"
#: Ties of graphbuilder by the corpus' names; True where theirs go from the whole to the part.
_TIES = {
    "holds_position": ("holds", False),
    "spokesperson_of": ("holds", False),
    "member_of": ("member", False),
    "part_of": ("part", False),
    "subsidiary_of": ("part", False),
    "owned_by": ("owns", True),
    "works_for": ("works", False),
    "located_in": ("located", False),
    "family_of": ("family", False),
    "founded_by": ("founded", True),
    "born_in": ("born", False),
    "died_in": ("died", False),
}
#: How a tie is known that no words of the article state.
_UNSTATED = frozenset({"comma", "geonames", "metonymy"})
_STANDING = {"PLANNED": "planned", "DEMANDED": "planned", "POSSIBLE": "possible", "CONDITIONAL": "possible"}
_STATUS = {"PLANNED": "planned", "DEMANDED": "demanded", "POSSIBLE": "possible", "CONDITIONAL": "possible"}
#: Lines of at least this score are printed where a graph chooses none of its own.
_PRINTED = 0.4
#: Of an article its name, its text and its key.
Article = tuple[str, str, Key]
Reading = Callable[[Article], Key]


# --- graphbuilder's reading as a key ----------------------------------------------------------------------------------


def read(article: Article) -> Key:
    """What graphbuilder reads in one article alone, as a key: events by their score, those it prints of worth 1."""
    name, text, gold = article
    published = date.fromisoformat(gold.published)
    graph = gb.build([gb.Document(id=name, text=text, published=published)])
    numbers = {entity.id: f"e{at}" for at, entity in enumerate(graph.entities(unnamed=True), 1)}
    ranked = sorted(graph.events(), key=lambda event: -event.score)
    ids = {event.id: f"v{at}" for at, event in enumerate(ranked, 1)}
    printed = {line.id for line in _lines(graph)}
    mentions = {(span, numbers[e.id]) for e in graph.entities(unnamed=True) for span in map(_span, e.mentions) if span}
    by_id = {numbers[entity.id]: entity.name for entity in graph.entities(unnamed=True)}
    return Key(
        name=name,
        source=gold.source,
        text_sha=sha(text),
        published=gold.published,
        published_sure=True,
        entities=tuple(_entity(entity, numbers) for entity in graph.entities(unnamed=True)),
        mentions=tuple(
            Mention(*span, (item,), kind(text[slice(*span)], by_id[item])) for span, item in sorted(mentions)
        ),
        times=(),
        events=tuple(_event(event, numbers, ids, event.id in printed) for event in ranked),
        ties=tuple(_ties(graph, numbers)),
        figures=(),
    )


def _lines(graph: Any) -> list[Any]:
    """What the command line prints: the lines that the graph chooses, or those of a fair score."""
    try:
        return list(graph.timeline(chosen=True))
    except TypeError:
        return list(graph.timeline(min_score=_PRINTED))


def _span(mention: str) -> Span | None:
    """The place of a mention, which its id tells: ``article@m0-8``."""
    match = re.search(r"@[a-z]+(\d+)-(\d+)", mention)
    return (int(match[1]), int(match[2])) if match else None


def _entity(entity: Any, numbers: Mapping[str, str]) -> Entity:
    place = next((span for span in map(_span, entity.mentions) if span), None)
    return Entity(numbers[entity.id], entity.type if entity.type in ENTITY_TYPES else "other", place)


def _event(event: Any, numbers: Mapping[str, str], ids: Mapping[str, str], printed: bool) -> Event:
    who = [(role if role in ROLES else "other", numbers[item]) for role, item in event.participants if item in numbers]
    return Event(
        id=ids[event.id],
        gist=event.name,
        triggers=tuple(span for span in map(_span, event.mentions) if span),
        worth=1 if printed else 2,
        status="denied" if event.polarity == "NEG" else _STATUS.get(event.modality, "happened"),
        roles=tuple(dict.fromkeys(who)),
        when=event.interval.edtf if event.interval else None,
        place=numbers.get(event.place or ""),
        said_by=next((numbers[item] for item in event.attributions if item in numbers), None),
        part_of=next((ids[item] for item in event.part_of if item in ids), None),
    )


def _ties(graph: Any, numbers: Mapping[str, str]) -> Iterator[Tie]:
    for source, target, data in graph.edges(data=True):
        stated = {one["method"] for one in data["provenance"]} - _UNSTATED
        if stated and data["relation"] in _TIES and source in numbers and target in numbers:
            relation, turned = _TIES[data["relation"]]
            ends = (target, source) if turned else (source, target)
            status = "denied" if data["polarity"] == "NEG" else _STANDING.get(data["modality"], "true")
            status = "ended" if data["former"] else status
            yield Tie("r1", numbers[ends[0]], relation, numbers[ends[1]], (), when=data.get("edtf"), status=status)


def from_folder(folder: Path) -> Reading:
    """The reading of a program that wrote its keys into a folder."""
    return lambda article: read_key(folder / f"{article[0]}.json")


# --- articles ---------------------------------------------------------------------------------------------------------


def of_corpus(part: str) -> list[Article]:
    """The keyed articles of one part; GUM's where their texts are at hand."""
    of_story = stories()
    chosen = [name for name in names([], "keys") if part_of(name, of_story) == part]
    places = [Places(name) for name in chosen]
    return [
        (place.name, place.text(), read_key(place.key))
        for place in places
        if place.source == "own" or os.environ.get(GUM_FILE)
    ]


def of_lines_dev(folder: Path) -> list[Article]:
    """The articles of lines_dev."""
    found = []
    for path in sorted((folder / "lines_dev" / "keys").glob("*.json")):
        text = (folder / "lines_dev" / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        found.append((path.stem, text, from_lines(json.loads(path.read_text(encoding="utf-8")), text)))
    return found


# --- scores -----------------------------------------------------------------------------------------------------------


def measure(articles: Iterable[Article], reading: Reading) -> dict[str, Score]:
    """The sums of a reading over articles, by layer."""
    return total(
        compare(side(article[2], article[1]), side(reading(article), article[1], best_first=True))
        for article in articles
    )


def table(columns: Mapping[str, Mapping[str, Score]]) -> str:
    """Precision, recall and F1 by layer, as Markdown."""
    layers = list(dict.fromkeys(layer for scores in columns.values() for layer in scores))
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    rows = [(layer, [_cell(scores.get(layer)) for scores in columns.values()]) for layer in layers]
    rows.append(("coreference, CoNLL", [f"{100 * conll(scores):.1f}" for scores in columns.values()]))
    return "\n".join([*lines, *(f"| {layer} | " + " | ".join(cells) + " |" for layer, cells in rows)])


def _cell(score: Score | None) -> str:
    if score is None or not score.wanted:
        return "–"
    if score.said == score.wanted and score.right_said == score.right_wanted:
        return f"{100 * score.f1:.1f} % of {score.wanted:.0f}"
    return f"{100 * score.precision:.1f} / {100 * score.recall:.1f} / **{100 * score.f1:.1f}** of {score.wanted:.0f}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=SPLITS, default="choose", help="which articles of the corpus")
    parser.add_argument("--gold", default=os.environ.get("GRAPHBUILDER_GOLD"), help="folder that holds lines_dev")
    parser.add_argument("--system", type=Path, help="a folder of keys that another program wrote")
    parser.add_argument("--write", metavar="DAY", help="keep the figures in benchmarks/results")
    options = parser.parse_args(arguments)
    reading = from_folder(options.system) if options.system else read
    groups = {f"corpus, {options.part}": of_corpus(options.part)}
    if options.gold and not options.system:
        groups["lines_dev"] = of_lines_dev(Path(options.gold))
    groups = {f"{name} ({len(articles)})": articles for name, articles in groups.items() if articles}
    if not groups:
        print("no keyed article")
        return 1
    columns = {name: measure(articles, reading) for name, articles in groups.items()}
    print("precision / recall / F1 in percent, of how many\n")
    print(table(columns))
    if options.write:
        kept = {name: {layer: score.f1 for layer, score in scores.items()} for name, scores in columns.items()}
        path = RESULTS / f"corpus-{options.write}.json"
        path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
