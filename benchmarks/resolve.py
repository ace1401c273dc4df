"""Processor seconds and judgements of resolution from 1,000 to 20,000 documents, and the exponents of their growth.

    python benchmarks/resolve.py [--sizes 1000 2000 5000 10000 20000] [--without-events]

The documents are made up from a fixed seed: people, companies, acronyms, authorities of many countries, places and
numbered products in varied spellings, some known to all and most to few, as in news (the number of different names
grows with the collection); and what they did, on days spread over the years. An exponent of 1 is linear; n log n is
about 1.1 over these sizes.
"""

from __future__ import annotations

import argparse
import math
import re
import time
from collections.abc import Iterator, Sequence
from random import Random

from graphbuilder.intervals import Interval
from graphbuilder.knowledge.gazetteer import country_name
from graphbuilder.lexicons import lexicon
from graphbuilder.records import (
    EventMention,
    Extraction,
    Mention,
    Participant,
    Provenance,
    Sentence,
    Span,
    TimeExpression,
)
from graphbuilder.resolve import resolve

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)
SEED = 1913

_STARTS = re.findall(
    r"\w+",
    "Ba Be Bro Da Del Dra Fa Fen Ga Gri Ha Hol Ja Ka Kro La Lind Ma Mor Na Nor Pa Pe Ra Ros Sa Ste Ta Tor Va Wes",
)
_ENDS = re.findall(
    r"\w+",
    "berg borg dahl den ford gaard hammer holm kov land ler lev low mann mar nell ning quist rad sen skov son stad thal"
    " ton vik wood",
)
_TRADES = ["Shipping", "Power", "Foods", "Mining", "Motors", "Steel", "Water", "Rail", "Optics", "Paper"]
_FORMS = ["", " AB", " Inc.", " Ltd", " plc", " Corp."]
_BODIES = ["Ministry of Defence", "Supreme Court", "Central Bank", "Ministry of Finance", "Parliament"]
_DEEDS = [("attack", "attack"), ("meet", "meet"), ("invest", "buy"), ("accuse", "accuse"), ("sign", "sign")]


def collection(size: int, *, events: bool = True) -> list[Extraction]:
    """So many documents, the same in every run."""
    random = Random(SEED)
    return [_document(f"{number:06}.txt", size, random, events) for number in range(size)]


def _document(name: str, size: int, random: Random, events: bool) -> Extraction:
    """One sentence for each of some names, and an event in each that has two."""
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    told: list[EventMention] = []
    times: list[TimeExpression] = []
    at = 0
    for index in range(random.randint(4, 9)):
        words = [_name(size, random) for _ in range(2)]
        kind, verb = random.choice(_DEEDS)
        day = Interval.at(random.randint(1990, 2022), random.randint(1, 12), random.randint(1, 28))
        text = f"{words[0][1]}{words[0][0]} {verb} {words[1][1]}{words[1][0]} on {day.edtf}."
        sentence = Sentence(index, at, at + len(text), text)
        here = [_mention(name, sentence, *one[::2]) for one in words]
        sentences.append(sentence)
        mentions += here
        if events:
            times.append(_time(name, sentence, day))
            told.append(_event(name, sentence, kind, verb, here, times[-1].id))
        at += len(text) + 1
    first: dict[str, str] = {}
    chained = {one.id: one for one in mentions}
    linked = tuple(
        Mention(one.id, one.span, one.text, one.label, "name", one.head, first.setdefault(one.text, one.id), "ner", 0.8)
        for one in chained.values()
    )
    return Extraction(
        name, None, None, f"Outlet {at % 50}", "en", tuple(sentences), (), linked, tuple(times), tuple(told), ()
    )


# --- names --------------------------------------------------------------------------------------------------------


def _name(size: int, random: Random) -> tuple[str, str, str]:
    """A name, what stands before it, and its type. Few are told often, most once or twice."""
    rank = int((size * 2) ** random.random())
    return random.choice(_KINDS)(rank, random)


def _word(rank: int) -> str:
    """A made-up surname for each number."""
    rank, end = divmod(rank, len(_ENDS))
    rank, middle = divmod(rank, len(_STARTS))
    more = _word(rank - 1).casefold() if rank else ""
    return _STARTS[middle] + more + _ENDS[end]


def _person(rank: int, random: Random) -> tuple[str, str, str]:
    given = lexicon("personal_names")["common"]["given"]
    first, last = str(given[rank * 7 % len(given)]).title(), _word(rank // 3)
    forms = [f"{first} {last}"] * 14 + [f"{first} {'ABCDEFGH'[rank % 8]}. {last}", f"{first[0]}. {last}", last, last]
    slip = random.randrange(1, len(last) - 1)
    forms += [f"{first} {last[:slip]}{last[slip + 1 :]}", f"{first} {last[:slip]}{last[slip]}{last[slip:]}"]
    return random.choice(forms), random.choice(["", "", "", "Mr ", "the singer ", "the surgeon "]), "person"


def _company(rank: int, random: Random) -> tuple[str, str, str]:
    name = f"{_word(rank)} {_TRADES[rank % len(_TRADES)]}"
    return random.choice([name + form for form in _FORMS] + [_word(rank)]), "", "organization"


def _council(rank: int, random: Random) -> tuple[str, str, str]:
    name = f"{_word(rank)} {_word(rank + 1)} {random.choice(['Council', 'Council', 'Counsil'])}"
    return random.choice([name, name, "".join(word[0] for word in name.split())]), "the ", "organization"


def _body(rank: int, random: Random) -> tuple[str, str, str]:
    codes = sorted(lexicon("countries"))
    return _BODIES[rank % len(_BODIES)], f"{country_name(codes[rank % len(codes)])}'s ", "organization"


def _country(rank: int, random: Random) -> tuple[str, str, str]:
    codes = sorted(lexicon("countries"))
    return country_name(codes[rank % len(codes)]), "", "place"


def _product(rank: int, random: Random) -> tuple[str, str, str]:
    return f"{_word(rank // 10)} {rank % 100}", "the ", "product"


_KINDS = (_person, _person, _person, _company, _company, _council, _body, _country, _country, _product)


# --- records ------------------------------------------------------------------------------------------------------


def _mention(document: str, sentence: Sentence, words: str, label: str) -> Mention:
    start = sentence.start + sentence.text.index(words)
    span = Span(document, start, start + len(words), sentence.index)
    id_ = f"{document}@m{span.start}-{span.end}"
    return Mention(id_, span, words, label, "name", words.split()[-1], id_, "ner", 0.8)


def _time(document: str, sentence: Sentence, day: Interval) -> TimeExpression:
    start = sentence.start + sentence.text.index(" on ") + 4
    span = Span(document, start, sentence.end - 1, sentence.index)
    id_ = f"{document}@t{span.start}-{span.end}"
    return TimeExpression(id_, span, day.edtf, "DATE", day.edtf, None, day, (), None, (), "iso", 1.0)


def _event(document: str, sentence: Sentence, kind: str, verb: str, who: Sequence[Mention], time_: str) -> EventMention:
    start = sentence.start + sentence.text.index(f" {verb} ") + 1
    span = Span(document, start, start + len(verb), sentence.index)
    id_ = f"{document}@e{span.start}-{span.end}"
    context = Span(document, sentence.start, sentence.end, sentence.index)
    roles = tuple(
        Participant(role, one.id, Provenance(one.span, context, sentence.text, "ner", 0.8))
        for role, one in zip(("agent", "patient"), who, strict=True)
    )
    return EventMention(
        id_, span, verb, kind, verb, roles, (time_,), None, "POS", "ACTUAL", "PAST", None, id_, "verb/syntax", 0.9,
        sentence.text[: -len(" on 1990-01-01.")],
    )  # fmt: skip


# --- measuring ----------------------------------------------------------------------------------------------------


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The slope of a line through the logarithms: how many times dearer ten times as many documents are, in tens.

    >>> round(exponent([10, 100], [3, 300]), 2)
    2.0
    """
    pairs = [(math.log(size), math.log(max(cost, 1e-9))) for size, cost in zip(sizes, costs, strict=True)]
    x, y = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
    return sum((a - x) * (b - y) for a, b in pairs) / sum((a - x) ** 2 for a, _ in pairs)


def measured(sizes: Sequence[int], *, events: bool) -> Iterator[tuple[int, float, int, int]]:
    """Size, processor seconds, judgements and entities of each collection."""
    for size in sizes:
        read = collection(size, events=events)
        start = time.process_time()
        found = resolve(read)
        yield size, time.process_time() - start, len(found.judgements), len(found.entities)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--without-events", action="store_true")
    arguments = parser.parse_args()
    rows = []
    print(f"{'documents':>10} {'seconds':>9} {'judgements':>11} {'entities':>9}")
    for row in measured(arguments.sizes, events=not arguments.without_events):
        rows.append(row)
        print(f"{row[0]:10} {row[1]:9.2f} {row[2]:11} {row[3]:9}", flush=True)
    if len(rows) > 1:
        sizes, seconds, judgements, _ = zip(*rows, strict=True)
        print(f"time grows with exponent {exponent(sizes, seconds):.2f}, judgements {exponent(sizes, judgements):.2f}")


if __name__ == "__main__":
    main()
