"""Chosen words of a sentence → a line that can be read alone: short, its marks in place, its pronouns resolved.

Words are left out, and never changed but for pronouns: what they point to stands in their place, in brackets, and what
was drawn together with them is told in full ("she'd pay" → "[Jane Roe would] pay").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from graphbuilder.entities import Found
from graphbuilder.entities.mentions.titles import before_name
from graphbuilder.records import Mention
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import dependents, once_a_doc

#: Characters of a line, at most; and what it is shortened to, where words can be left out.
LONGEST = 110
LENGTH = 100
#: Room for the last word, where the others are known to fit.
_LONG_WORD = 30

_EXTRA = frozenset({"prep", "advmod", "npadvmod", "acl", "advcl", "appos", "agent", "nmod", "xcomp", "ccomp"})
#: Nouns that say nothing without the clause that tells what they are.
EMPTY = frozenset({"assurance", "basis", "condition", "fact", "ground", "guarantee", "promise", "understanding"})
_DANGLING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PUNCT", "PART", "AUX"})
_CLOSING = (".", ";", ":", "?", "!")
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_SHORT_FORMS = {"ll": "will", "ve": "have", "re": "are", "m": "am"}
_PAIRS = (("“", "”"), ("(", ")"))


def shortened(parse: Parse, found: Found, kept: Iterable[int], own: range) -> list[int]:
    """The chosen tokens in text order, until they fit in `LENGTH` characters without titles of people, then without
    the last that can be spared.

    `own` are tokens that stay.
    """
    ordered = sorted(kept)
    if not ordered or parse.doc[ordered[-1]].idx - parse.doc[ordered[0]].idx + len(ordered) < LENGTH - _LONG_WORD:
        return ordered
    tokens = set(ordered)
    length = _length(parse, tokens)
    if length > LENGTH:
        tokens = tokens.difference(_titles(parse, found, ordered)).union(own)
        length = _length(parse, tokens)
    while length > LENGTH:
        spared = _spared(parse, tokens, own)
        if spared is None:
            break
        tokens -= spared
        length -= _length(parse, spared)
    ordered = sorted(tokens)
    while length > LONGEST and ordered[0] < own.start and _is_list(parse.doc[own.start]):
        length -= _length(parse, ordered[:1])
        del ordered[0]
    return ordered


def _titles(parse: Parse, found: Found, told: Iterable[int]) -> Iterator[int]:
    """What stands before the names of people: "Foreign Minister Dmytro Kuleba"."""
    for at in found.by_token.keys() & told:
        mention, previous = found.by_token[at], found.by_token.get(at - 1)
        if mention is not previous and mention.label == "person" and mention.form == "name":
            before = before_name(parse, at)
            yield from before
            if before and before[0] and parse.doc[before[0] - 1].pos_ == "DET":
                yield before[0] - 1  # "the sprinter Jane Roe"


def _is_list(verb: Token) -> bool:
    """Whether the subject of a verb is a list of many names, of which the first can be left out."""
    subjects = (child for child in dependents(verb) if child.dep_ in ("nsubj", "nsubjpass"))
    return any(child.dep_ == "conj" for subject in subjects for child in dependents(subject))


def _spared(parse: Parse, tokens: set[int], own: range) -> set[int] | None:
    """The shortest addition at the end: "in a statement", "of taking part"; it must leave most of the words."""
    for at in sorted(tokens, reverse=True):
        token = parse.doc[at]
        if token.dep_ not in _EXTRA or at in own:
            continue
        branch = tokens.intersection(range(token.left_edge.i, token.right_edge.i + 1))
        if branch.isdisjoint(own) and 2 * len(branch) <= len(tokens) and not _needed(token):
            return branch
    return None


def _needed(token: Token) -> bool:
    """ "Asked for help": the preposition that a verb without an object goes with; "did not", "no longer"."""
    if token.dep_ == "advmod":
        return token.lower_ in ("never", "longer", "not")
    if token.dep_ == "acl" and token.head.lemma_ in EMPTY:
        return True
    if token.lower_ in ("of", "per"):  # "a quarter of a point", "the president of Romania", "51 per cent"
        return True
    objects = ("dobj", "attr", "oprd", "acomp", "prt", "nsubjpass", "dative")
    alone = token.head.pos_ == "VERB" and not any(child.dep_ in objects for child in dependents(token.head))
    first = next((child for child in token.head.rights if child.dep_ in ("prep", "agent", "xcomp", "ccomp")), None)
    return alone and token == first


def _length(parse: Parse, tokens: Iterable[int]) -> int:
    return sum(map(_lengths(parse.doc).__getitem__, tokens))


@once_a_doc
def _lengths(doc: Doc) -> list[int]:
    """The characters of each token of a Doc and a space."""
    lengths: list[int] = (doc.to_array("LENGTH") + 1).tolist()
    return lengths


def worded(parse: Parse, found: Found, kept: Sequence[int], names: dict[str, str]) -> str:
    """The line that the chosen tokens make. `names` gives the name of a chain by its id."""
    places = _trimmed(parse, _with_marks(parse, kept))
    text = _joined(parse, places, found, names)
    return _clipped(_balanced(text if len(text) <= LONGEST else _joined(parse, places, found, {})))


def _with_marks(parse: Parse, kept: Sequence[int]) -> list[int]:
    """With the marks between words that both stay: "April 2-4, 2008", "Latvia, Lithuania and Poland"."""
    if kept[-1] - kept[0] + 1 == len(kept):
        return list(kept)
    gaps = [one + 1 for one, following in pairwise(kept) if following == one + 2]
    marks = [at for at in gaps if parse.doc[at].is_punct and parse.doc[at].text not in _CLOSING]
    return sorted([*kept, *marks]) if marks else list(kept)


def _trimmed(parse: Parse, places: list[int]) -> list[int]:
    """Without what hangs loose at either end."""
    while len(places) > 1 and _loose(parse.doc[places[-1]]):
        places = places[:-1]
    while len(places) > 1 and _ties(parse.doc[places[0]]):
        places = places[1:]
    return places


def _loose(token: Token) -> bool:
    """Whether a word needs what is left out behind it: "signed by"; but "voted against", "where it should be"."""
    if token.pos_ == "ADP" and token.dep_ == "prep" and not dependents(token):
        return not (token.i + 1 < len(token.doc) and token.nbor().is_punct)
    if token.tag_ == "POS" or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass")):
        return False  # "entered St John's"
    loose = token.pos_ in _DANGLING and token.dep_ not in ("prt", "neg") and token.lower_ != "being"
    return loose or token.lower_ in ("after", "as", "before", "since", "until", "when", "while")


def _ties(token: Token) -> bool:
    tie = token.pos_ in ("PUNCT", "CCONJ", "SCONJ") or token.lower_ in ("to", "whose")
    return tie and token.lower_ not in ("both", "either", "neither")


def _joined(parse: Parse, places: Sequence[int], found: Found, names: dict[str, str]) -> str:
    mentions = {at: found.by_token[at] for at in sorted(found.by_token.keys() & places)}
    pronouns = {at: mention for at, mention in mentions.items() if mention.form == "pronoun"}
    told = {mention.chain for mention in mentions.values() if mention.form != "pronoun"} if pronouns else set()
    instead = _instead(parse, places, pronouns, told, names) if pronouns else {}
    return " ".join(" ".join([_quoted(parse, first, last, instead) for first, last in _runs(places)]).split())


def _instead(
    parse: Parse, places: Sequence[int], pronouns: Mapping[int, Mention], told: set[str], names: dict[str, str]
) -> dict[int, str]:
    """What is told in the place of pronouns, and of a short form behind them: "[Jane Roe would]" for "she'd"."""
    instead = {}
    for at, mention in pronouns.items():
        pronoun, following = parse.doc[at], at + 1
        instead[at] = name = _resolved(pronoun, mention, told, names)
        if name != pronoun.text and following in places and parse.doc[following].text[0] in "'’":
            instead[at], instead[following] = f"{name[:-1]} {_in_full(parse.doc[following])}] ", ""
    return instead


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of those that follow each other without a gap."""
    if places[-1] - places[0] + 1 == len(places):
        return [(places[0], places[-1])]
    gaps = [pair for pair in pairwise(places) if pair[1] != pair[0] + 1]
    starts, ends = [places[0], *(start for _, start in gaps)], [*(end for end, _ in gaps), places[-1]]
    return list(zip(starts, ends, strict=True))


def _quoted(parse: Parse, first: int, last: int, instead: Mapping[int, str]) -> str:
    """The text from one word to another, with something else in the place of some words."""
    start, end = parse.doc[first].idx, parse.doc[last].idx + len(parse.doc[last])
    text = parse.document.text[start:end]
    for at in sorted(instead.keys() & {*range(first, last + 1)}, reverse=True) if instead else ():
        word = parse.doc[at].idx - start
        text = text[:word] + instead[at] + text[word + len(parse.doc[at]) :]
    return text


def _in_full(short: Token) -> str:
    """ "'d" of "she'd pay" and of "she'd paid", "'s" of "she's resigned" and of "she's arrested"."""
    word = short.text[1:]
    if word == "d":
        return "would" if short.tag_ == "MD" else "had"
    if word == "s":
        return "is" if short.lemma_ == "be" or short.dep_ == "auxpass" else "has"
    return _SHORT_FORMS.get(word, short.text)


def _resolved(token: Token, mention: Mention, told: set[str], names: dict[str, str]) -> str:
    """The name in brackets for a pronoun, unless the line says it already."""
    name = names.get(mention.chain, "")
    if not name or mention.chain in told:
        return token.text
    told.add(mention.chain)  # once is enough
    return f"[{name}]’s" if token.dep_ == "poss" and token.lower_ in _POSSESSIVE else f"[{name}]"


def _balanced(text: str) -> str:
    """Without quotation marks or brackets that were not closed or opened."""
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text


def _clipped(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,") + "…"
