"""What is a name in Headlines Written Like This: that is seen from the text below.

There the model takes half a headline for one name. A name is trusted as far as its words are a name in running text,
or where they are no common words there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.names.user_names import own_name
from graphbuilder.syntax.token_index import head_of

#: No headline has more characters.
_LONGEST = 200
_ENDS = (".", "!", "?", "”", '"', ":", ",", ";")
#: Methods by which a name is known whatever its letters.
_SURE = frozenset({"gazetteer", "demonym", "city"})

Run = tuple[str, ...]


def with_headlines(doc: Doc, text: str, sentences: Sequence[Span], found: Sequence[Candidate]) -> list[Candidate]:
    """The names, in text order, those of headlines as running text has them."""
    headlines = [one for one in sentences if _is_headline(text[one.start_char : one.end_char].strip())]
    inside = {token for one in headlines for token in range(one.start, one.end)}
    if not inside or len(headlines) == len(sentences):
        return list(found)
    body = {_run(doc, one.start, one.end): one for one in reversed(found) if one.start not in inside}
    common = {token.lower_ for token in doc if token.is_lower and token.i not in inside} if body else set()
    doubtful = {one for one in found if one.start in inside and one.method not in _SURE and not own_name(one.method)}
    kept = [part for one in found for part in (_trusted(doc, one, body, common) if one in doubtful else (one,))]
    taken = {token for one in kept for token in range(one.start, one.end)}
    again = [one for headline in headlines for one in _again(doc, headline.start, headline.end, body, taken)]
    return sorted([*kept, *again], key=lambda one: one.start)


def _is_headline(text: str) -> bool:
    """Four long words or more, nearly all with a capital, and no full stop."""
    if text.endswith(_ENDS) or len(text) > _LONGEST or text.isupper():
        return False
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _run(doc: Doc, start: int, end: int) -> Run:
    return tuple(token.text for token in doc[start:end])


def _trusted(doc: Doc, name: Candidate, body: dict[Run, Candidate], common: set[str]) -> Iterator[Candidate]:
    """What of a name in a headline is one."""
    parts = list(_again(doc, name.start, name.end, body, set()))
    if parts or name.method != "ner":
        yield from parts
        return
    if not any(token.lower_ in common for token in doc[name.start : name.end] if len(token) > 3):
        yield name


def _again(doc: Doc, start: int, end: int, body: dict[Run, Candidate], taken: set[int]) -> Iterator[Candidate]:
    """The names of the text, the longest first, where their words stand in a headline."""
    longest = max(map(len, body), default=0)
    at = start
    while at < end:
        stop = next((stop for stop in range(min(at + longest, end), at, -1) if _run(doc, at, stop) in body), at)
        if stop > at and taken.isdisjoint(range(at, stop)):
            one = body[_run(doc, at, stop)]
            yield replace(one, start=at, end=stop, head=head_of(doc, at, stop), form="name")
        at = max(stop, at + 1)
