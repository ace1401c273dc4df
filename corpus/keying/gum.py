"""GUM's documents as marked texts with GUM's own chains; what is kept of them holds only offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from keying.kinds import DETERMINERS, SMALL, kind, words
from keying.rendering import render
from keying.schema import Entity, Key, Mention, Span, Time, sha

_TYPES = {"person": "person", "organization": "organization", "place": "place"}
#: Documents of GUM's own dev part: they go to choose or test.
DEV = frozenset(
    f"GUM_{name}"
    for name in (
        "academic_exposure", "academic_librarians", "bio_byron", "bio_emperor", "court_loan", "court_negligence",
        "interview_cyclone", "interview_gaming", "news_homeopathic", "news_iodine", "voyage_athens", "voyage_coron",
    )
)  # fmt: skip
GENRES = ("news", "bio", "interview", "court")


@dataclass(frozen=True, slots=True)
class _Row:
    """One mention of GUM: its span up to the end of its head."""

    start: int
    end: int
    chain: str
    type: str
    form: str


def start_of(document: Mapping[str, Any]) -> str:
    """A document as marked text, with GUM's entities and time words, for a reader who adds the rest."""
    text = str(document["text"])
    return render(chains_of(document), text, list(_remarks(_told(document), text)))


def chains_of(document: Mapping[str, Any]) -> Key:
    """What GUM alone says of a document: who is mentioned where, and words of time; no event."""
    text = str(document["text"])
    told = _told(document)
    takes_part = {chain for chain, found in _chains(told).items() if _entity(found)}
    rows = _nested((row for row in told if row.chain in takes_part), text)
    kept = {chain: found for chain, found in _chains(rows).items() if _entity(found)}
    numbers = {chain: f"e{number}" for number, chain in enumerate(kept, 1)}
    entities = tuple(_made(numbers[chain], found, text) for chain, found in kept.items())
    names = {entity.id: text[slice(*entity.name)] for entity in entities if entity.name}
    mentions = tuple(_mention(row, numbers[row.chain], names, text) for row in rows if row.chain in kept)
    spans = [(mention.start, mention.end) for mention in mentions]
    times = tuple(Time(f"t{number}", row.start, row.end) for number, row in enumerate(_times(told, spans, text), 1))
    return Key(document["id"], "gum", sha(text), document["published"], True, entities, mentions, times, (), (), ())


def _told(document: Mapping[str, Any]) -> list[_Row]:
    text = str(document["text"])
    return [_row(mention, text) for mention in document["mentions"] if mention[7] != "pred"]


def _chains(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    chains: dict[str, list[_Row]] = {}
    for row in rows:
        chains.setdefault(row.chain, []).append(row)
    return chains


def _row(mention: Sequence[Any], text: str) -> _Row:
    start, end, chain, kind_, form, head_start, head_end, _ = mention
    end = head_end if head_end > start else end
    found = text[start:end]
    if form == "name" and found.lower().startswith("the ") and len(found) > 4:
        start += 4
    elif form == "nom" and head_start == start:
        start = _name_alone(start, end, text)
    return _Row(start, end, chain, kind_, form)


def _name_alone(start: int, end: int, text: str) -> int:
    """Where the name begins in "agency director Maria Lund": after the last word in small letters."""
    found = text[start:end].split()
    small = [number for number, word in enumerate(found) if word[0].islower() and "-" not in word]
    if len(found) < 3 or not small or small[-1] == len(found) - 1 or found[small[-1]] in SMALL | DETERMINERS:
        return start
    return end - len(text[start:end].split(found[small[-1]], 1)[1].lstrip())


def _nested(rows: Iterable[_Row], text: str) -> list[_Row]:
    """Mentions in text order without those that cross another, stand at the same place, or are a part of a name."""
    kept: list[_Row] = []
    stack: list[_Row] = []
    for row in sorted(rows, key=lambda row: (row.start, -row.end)):
        while stack and stack[-1].end <= row.start:
            stack.pop()
        if stack and (row.end > stack[-1].end or (row.start, row.end) == (stack[-1].start, stack[-1].end)):
            continue
        if (
            any(outer.form == "name" for outer in stack)
            and row.form == "name"
            and text[row.end : row.end + 1] not in "'’"
        ):
            continue
        stack.append(row)
        kept.append(row)
    return kept


def _entity(rows: Sequence[_Row]) -> bool:
    """Whether a chain may be somebody or something that takes part."""
    if rows[0].type in ("person", "organization", "place", "animal"):
        return any(row.form != "pron" for row in rows)
    if rows[0].type in ("time", "event"):
        return False
    return any(row.form == "name" for row in rows) or (len(rows) > 1 and rows[0].type == "object")


def _made(number: str, rows: Sequence[_Row], text: str) -> Entity:
    by_form = [[row for row in rows if row.form == form] for form in ("name", "nom", "pron")]
    best = max(next(found for found in by_form if found), key=lambda row: row.end - row.start)
    return Entity(number, _TYPES.get(rows[0].type, "other"), (best.start, best.end))


def _mention(row: _Row, entity: str, names: Mapping[str, str], text: str) -> Mention:
    guess = kind(text[row.start : row.end], names[entity])
    if row.form == "pron" or (row.form == "name" and text[row.start].isupper()):
        guess = "pronoun" if row.form == "pron" else "name"
    elif guess == "pronoun":
        guess = "description"
    return Mention(row.start, row.end, (entity,), guess)


def _times(rows: Sequence[_Row], others: Sequence[Span], text: str) -> list[_Row]:
    """Outermost words of time that cross nothing else, a weekday and its date as one."""
    found: list[_Row] = []
    for row in sorted(rows, key=lambda row: (row.start, -row.end)):
        if row.type != "time" or row.form == "pron" or (found and row.start < found[-1].end):
            continue
        if found and text[found[-1].end : row.start] in (", ", " "):
            row = replace(found.pop(), end=row.end)
        found.append(row)
    return [row for row in found if not any(_cross((row.start, row.end), other) for other in others)]


def _cross(one: Span, two: Span) -> bool:
    """Whether two places cross, or are the same."""
    return one == two or one[0] < two[0] < one[1] < two[1] or two[0] < one[0] < two[1] < one[1]


def _remarks(rows: Sequence[_Row], text: str) -> Iterator[str]:
    """GUM's chains of events, which help to see what is told twice."""
    yield "GUM's entities and time words are marked; give the times their dates, add events, ties and figures."
    yield "Whoever has no name and takes part in nothing is left out by the program; need not be deleted."
    chains: dict[str, list[Span]] = {}
    for row in rows:
        if row.type == "event" and row.form != "pron":
            chains.setdefault(row.chain, []).append((row.start, row.end))
    for spans in chains.values():
        if len(spans) > 1:
            told = (f"{_last(text[start:end])} (line {text[:start].count(chr(10)) + 1})" for start, end in spans)
            yield "GUM says of one event: " + " = ".join(told)


def _last(text: str) -> str:
    return " ".join(words(text)[-3:])
