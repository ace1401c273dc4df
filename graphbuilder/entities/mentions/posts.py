"""Which words of a text name a post that somebody holds: "prime minister of Australia", "NATO Secretary General".

Who holds one is the reader's to say (`reader.ties`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.titles import before_name
from graphbuilder.lexicons import lexicon
from graphbuilder.syntax.parse import Parse

SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
#: Words by which somebody will hold a post: "president-elect".
ELECT = frozenset({"designate", "elect"})
#: Words that go with a post and say whether somebody holds it; they are told by its status.
_OF_STATUS = frozenset(
    {"alleged", "designate", "elect", "ex", "former", "future", "incoming", "late", "next", "onetime", "ousted",
     "previous", "then"}
)  # fmt: skip
_JOINTS = frozenset({"-", "–", "'s", "’s", "of", "for"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
_LEADING = frozenset({"ADP", "CCONJ", "DET", "PART", "PRON"})
#: So many words of a title are looked at on each side of its noun.
_MOST = 12


@cache
def _offices() -> frozenset[str]:
    """Nouns of office, that one holds in a state as well as in a body."""
    return frozenset(lexicon("nominals")["offices"])


@cache
def post_nouns() -> frozenset[str]:
    """Nouns for what somebody is in a body or state, of office and of work: "president", "economist"; no "ally"."""
    nouns = _offices() | frozenset(lexicon("nominals")["employments"])
    return nouns | {_plural(noun) for noun in nouns}


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"


def before_person(parse: Parse, person: Candidate) -> range:
    """The tokens before a name that may be its title, with those before "-elect"."""
    before = before_name(parse, person.start)
    first = before.start
    if before and first > 1 and parse.doc[first].lower_ in ELECT and parse.doc[first - 1].text == "-":
        return range(before_name(parse, first - 1).start, before.stop)
    return before


def title_words(parse: Parse, noun: Token, person: Candidate, body: Candidate) -> str:
    """The words of the text for a post: "president of Norway", "NATO Secretary General"; "director" of "its director".

    What says only whether somebody holds it ("former", "-elect") is left to the status of the tie.
    """
    doc = parse.doc
    start, end = _start(parse, noun, person, body), noun.i + 1
    if noun.i < body.start < (person.start if noun.i < person.start else len(doc)) and _leads_to(noun, body):
        end = body.end
    elif noun.i in (before := before_person(parse, person)):
        end = _end(parse, range(noun.i + 1, before.stop))
    words = [doc[at] for at in range(start, end)]
    text = parse.document.text[words[0].idx : words[-1].idx + len(words[-1])]
    return " ".join(text.split())


def _leads_to(noun: Token, body: Candidate) -> bool:
    """Whether nothing but a preposition and what describes the body stands between: no "president, told the bank"."""
    between = noun.doc[noun.i + 1 : body.start]
    return len(between) < _MOST and all(one.pos_ in _DESCRIBING or one.pos_ in _LEADING for one in between)


def _start(parse: Parse, noun: Token, person: Candidate, body: Candidate) -> int:
    """The first word of a title: what describes the noun, without articles and words of status."""
    doc, first = parse.doc, noun.i
    stop = person.end if noun.i < person.start else noun.i + 1
    least = max(noun.i - _MOST, person.end if person.end <= noun.i else 0)
    while first > least and _describes(doc[first - 1], range(first, stop)):
        first -= 1
    if body.form != "name" and first < body.end <= noun.i:
        first = body.end  # "its director", "the company's director"
    return _without_status([doc[at] for at in range(first, noun.i + 1)])


def _end(parse: Parse, behind: range) -> int:
    """Where a title ends before a name: "Secretary of State"; not at what belongs to the name."""
    words = [parse.doc[at] for at in behind]
    return behind.stop if any(word.lower_ in _JOINTS for word in words) else behind.start


def _describes(token: Token, behind: range) -> bool:
    """Whether a word before a title belongs to it: it hangs on what stands behind it, or is one with it: "vice-"."""
    if not token.whitespace_ and (token.text == "-" or (token.is_alpha and token.nbor().text == "-")):
        return True
    if token.lower_ in _JOINTS:
        return token.head.i < token.i or token.head.i in behind
    return token.pos_ in _DESCRIBING and token.head.i in behind and token.ent_type_ not in ("DATE", "TIME")


def _without_status(words: Sequence[Token]) -> int:
    """The index of the first word behind those of status: "president" of "Brazil's ex-president"."""
    last = max((at for at, word in enumerate(words) if word.lower_ in _OF_STATUS), default=-1)
    rest = [word for word in words[last + 1 :] if word.lower_ not in _JOINTS]
    return rest[0].i if rest else words[-1].i
