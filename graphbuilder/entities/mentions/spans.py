"""Where a name begins and ends: without articles, titles, possessive endings and loose marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.titles import offices
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.type_words import words
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.token_index import positions, text_of

_LEFT = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "'s", "’s", "former", "then"})
_RIGHT = frozenset({"'s", "’s", "'", "’", "&", "and", "for", "in", "of", "on", "the", "to", "with"})
_MINISTERS = frozenset(
    {"commissioner", "minister", "ministers", "ministry", "secretaries", "secretary", "spokesman", "spokeswoman",
     "undersecretary"}
)  # fmt: skip
#: Words that end the names of things, and are borne as surnames.
_SURNAMES = frozenset(
    {"bridge", "castle", "court", "forest", "hall", "hill", "hills", "lake", "park", "post", "street", "temple"}
)
_DASHES = frozenset("-\u2013\u2014")
#: In how many tokens, at most, the tokenizer cuts off the front of a word.
_CUTS = 8
_HYPHEN, _COMMA = frozenset({"-"}), frozenset({","})
_QUOTES = frozenset({*"\"'`“”‘’«»()[]{}.,;:-–—", "``", "''"})


def parts(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """The names in what the model takes for one: lines apart, and people apart from what stands beside them.

    "Ines Calder/Sable Press Agency" and "Erik Aho of Halden Securities" are somebody and a body.
    """
    first, kind = start, label
    for at in range(start, end):
        mark = doc[at].text
        if mark.isalnum() and mark != "of":
            continue
        broken = "\n" in mark
        if (
            broken
            or (first < at and _parts_people(doc, first, at, end, kind))
            or (first < at and _is_dash(doc, at))
            or (label == "work" and mark == ",")
        ):
            yield first, at, kind
            first, kind = at + 1, label if broken else _beside(doc, at, label)
    yield first, end, kind


def _beside(doc: Doc, mark: int, label: str) -> str:
    """What follows a mark that parts it from what the model took it for: people rather than places after a dash."""
    dash = doc[mark].text in _DASHES
    return label if label not in (("place",) if dash else ("person",)) else "organization"


def _parts_people(doc: Doc, start: int, at: int, end: int, label: str) -> bool:
    mark = doc[at].text
    full = at - start > 1 and (end - at > 2 or is_given(doc[start].text))
    return label == "person" and (mark == "/" or (mark == "of" and full))


def _is_dash(doc: Doc, at: int) -> bool:
    """Whether a dash joins two parts of a sentence. Some texts put spaces around hyphens too: "Coca - Cola"."""
    if doc[at].text not in _DASHES or not doc[at].whitespace_ or not doc[at - 1].whitespace_:
        return False
    return not _is_tokenized(doc) and _writes_dashes(doc)


def _writes_dashes(doc: Doc) -> bool:
    """Whether hyphens stand inside words, or with spaces where only dashes do: "the firm (Halden) - a rival"."""
    return any(at > 0 and (_in_word(doc, at) or not doc[at - 1].text[-1].isalnum()) for at in positions(doc, _HYPHEN))


def _is_tokenized(doc: Doc) -> bool:
    """Whether a text has spaces around all of its marks."""
    return any(at > 0 and doc[at - 1].whitespace_ for at in positions(doc, _COMMA))


def trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Without articles, possessive endings, quotation marks, dangling small words and, for people, titles."""
    while start < end and (doc[start].lower_ in _LEFT or doc[start].text in _QUOTES):
        start += 1
    while start < end and (
        (doc[end - 1].text in _RIGHT and not _is_own(doc, end - 1))
        or doc[end - 1].text in _QUOTES - {")", "]"}
        or (end - start > 1 and doc[end - 1].text.islower() and doc[end - 1].tag_ in ("VBZ", "VBP"))
    ):
        end -= 1  # "San Ambrosio marks a year": the verb of a headline
    if start < end:
        start = _glued(doc, start)
    return (after_title(doc, start, end), end) if label == "person" else (start, end)


def _is_own(doc: Doc, token: int) -> bool:
    """Whether a possessive ending belongs to the name: "McDonald's fell"."""
    return doc[token].tag_ == "POS" and token + 1 < len(doc) and doc[token + 1].pos_ in ("VERB", "AUX")


def hyphened(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The whole of a word with hyphens: "Aix-en-Provence"; "US-Russia" is no word.

    What is known to be a country or body by itself stays so.
    """
    beside = (doc[at].text for at in (start - 1, end) if 0 <= at < len(doc))
    if start >= end or "-" not in beside or known(text_of(doc, start, end)) is not None:
        return start, end
    first = start
    while first > 1 and _in_word(doc, first - 1) and doc[first - 2].is_alpha:
        first -= 2
    return (first if doc[first].is_title else start), end


def _in_word(doc: Doc, at: int) -> bool:
    """Whether a hyphen stands inside a word."""
    return doc[at].text == "-" and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def _glued(doc: Doc, start: int) -> int:
    """The start of a word that the tokenizer cut: "3G iPhone" is "3", "G", "iPhone".

    It is looked for no further than `_CUTS` back: a run of a million letters is cut as well, and is no word.
    """
    first = max(start - _CUTS, 0)
    while start > first and not doc[start - 1].whitespace_ and all(doc[at].text.isalnum() for at in (start - 1, start)):
        start -= 1
    return start


def after_title(doc: Doc, start: int, end: int) -> int:
    """Where the name proper begins: "Prime Minister Jane Roe" → Jane. A title alone is left as it is, and so is that in
    the name of a thing ("Sheikh Lotf Mosque"), but not in that of somebody called Hill or Park.
    """
    first = _after_title(doc, start, end)
    thing = end - first > 1 and doc[end - 1].lower_ in _thing_words()
    person = thing and doc[end - 1].lower_ in _SURNAMES and any(is_given(word.text) for word in doc[first : end - 1])
    return start if thing and not person else first


def _after_title(doc: Doc, start: int, end: int) -> int:
    for length in (3, 2, 1):
        if start + length < end and text_of(doc, start, start + length) in titles():
            return _after_title(doc, start + length, end)
    return start


def follows_title(doc: Doc, start: int) -> bool:
    """Whether a title stands right before."""
    return start > 0 and doc[start - 1].text in titles()


def is_name(doc: Doc, start: int, end: int) -> bool:
    """Written with a capital, no verb, and not the end of a title ("Secretary of State X")."""
    text = text_of(doc, start, end)
    if not any(mark.isupper() for mark in text):
        return False
    if end - start == 1 and doc[start].text[0].isdigit() and start and doc[start - 1].pos_ == "PROPN":
        return False  # the number of the name before it: "iPhone 3GS"
    if end - start == 1 and (doc[start].tag_.startswith("VB") or _portfolio(doc, start)):
        return False
    ends_title = doc[end - 1].text in _title_ends()
    return not (ends_title and any(text_of(doc, max(start - before, 0), end) in titles() for before in (1, 2)))


def _portfolio(doc: Doc, token: int) -> bool:
    """Whether a word only tells what a minister is for: "Defence Minister", "Minister for Education"."""
    if doc[token].lower_ not in portfolios():
        return False
    after = doc[token + 1].lower_ if token + 1 < len(doc) else ""
    before = doc[token - 2].lower_ if token > 1 and doc[token - 1].lower_ in ("of", "for") else ""
    return bool({after, before} & _MINISTERS)


def is_currency(doc: Doc, end: int) -> bool:
    """Whether what ends here only tells whose money it is: "US dollars", "NZ $ 26 million"."""
    money = end < len(doc) and (doc[end].tag_ == "$" or doc[end].lower_ in ("dollar", "dollars"))
    return money and doc[end - 1].dep_ not in ("dative", "dobj")  # "offered Chad $ 2 million"


def whole_end(doc: Doc, start: int, end: int) -> int:
    """Where a name ends of which the model saw the beginning: "Burkina" of "Burkina Faso", "Elm Valley" of "… Fund"."""
    last = end
    while last < len(doc) and doc[last].pos_ == "PROPN" and not doc[last].ent_type_:
        last += 1
        if known(text_of(doc, start, last)) is not None:
            return last
    head = doc[end - 1].head.i if last > end and doc[end - 1].dep_ == "compound" else -1
    while end <= head < last and doc[head].dep_ == "compound" and head < doc[head].head.i < last:
        head = doc[head].head.i
    if not end <= head < last or (head + 1 < len(doc) and doc[head + 1].ent_type_ == "PERSON"):
        return end  # "NASA Administrator Jane Roe"
    return head + 1 if all(_goes_on(word) for word in doc[end : head + 1]) else end


def _goes_on(word: Token) -> bool:
    """Whether a word may end a name: no office, no event, nothing that a headline writes with a capital."""
    common = word.text in titles() or word.lower_ in words("beside") or word.lower_ in event_heads()
    return word.is_title and not common and word.lower_ not in offices()


@cache
def _thing_words() -> frozenset[str]:
    """Words that end the names of places, bodies and products."""
    return frozenset(word for row in lexicon("evidence")["last"].values() for word in row)


@cache
@cache
def titles() -> frozenset[str]:
    """Words of office that stand before a name."""
    return frozenset(lexicon("nominals")["titles"])


@cache
@cache
def _title_ends() -> frozenset[str]:
    return frozenset(title.split()[-1] for title in titles())


@cache
def event_heads() -> frozenset[str]:
    """Nouns that end the name of an event."""
    return frozenset(lexicon("nominals")["event_heads"])


@cache
def portfolios() -> frozenset[str]:
    """What ministers are for."""
    return frozenset(lexicon("nominals")["portfolios"])
