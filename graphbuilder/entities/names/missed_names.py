"""Which names the model overlooked: those said again, surnames, acronyms in brackets, proper nouns without a label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.symbols import PROPN
from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.candidates import Candidate, name_key
from graphbuilder.entities.mentions.demonyms import is_people
from graphbuilder.entities.mentions.nominals import nouns
from graphbuilder.entities.mentions.spans import after_title, event_heads, titles, whole_end
from graphbuilder.entities.typing.name_clues import camel
from graphbuilder.entities.typing.noun_types import kind_of
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.parse_labels import ARGUMENTS, SUBJECTS
from graphbuilder.knowledge.type_words import listed, words
from graphbuilder.syntax.token_index import head_of, positions, text_of

_SPREAD = frozenset({"person", "organization", "place", "product"})


# --- said again ---------------------------------------------------------------------------------------------------


def repeated(doc: Doc, live: Sequence[bool], covered: set[int], labelled: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names of the document where they stand unlabelled: the same words, the surname alone, the acronym in brackets."""
    told = _told(doc, labelled)
    lengths: dict[str, set[int]] = defaultdict(set)
    for run in told:
        lengths[run[0]].add(len(run))
    end = 0
    for at in positions(doc, frozenset(lengths)):
        if at < end or not live[at]:
            continue
        for length in sorted(lengths[doc[at].text], reverse=True):
            stop = at + length
            label = told.get(_words(doc, at, stop))
            if label is not None and covered.isdisjoint(range(at, stop)) and _may_repeat(doc, at, stop):
                name = _again(doc, at, stop, label)
                yield name
                end = name.end
                break


def _told(doc: Doc, labelled: Sequence[Candidate]) -> dict[tuple[str, ...], str]:
    """The runs of words that name something in this document, and its type."""
    runs: dict[tuple[str, ...], str] = {}
    for one in labelled:
        if one.method != "ner" or one.label not in _SPREAD:
            continue
        words = _words(doc, one.start, one.end)
        runs.setdefault(words, one.label)
        if one.label == "person" and len(words) > 1 and doc[one.end - 1].pos_ == "PROPN":
            runs.setdefault(words[-1:], "person")
    for run, label in list(runs.items()):
        if len("".join(run)) > 3:
            runs.setdefault(tuple(word.upper() for word in run), label)  # in a headline all in capitals
    return {run: label for run, label in runs.items() if len("".join(run)) > 2}


def _words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple([doc[at].text for at in range(start, min(end, len(doc)))])


def _may_repeat(doc: Doc, start: int, end: int) -> bool:
    """Whether words that are a name elsewhere are one here: several of a sentence, or one written like a name.

    Yes: "Jobs said". No: "Jobs were lost".
    """
    if any(token.ent_type_ for token in doc[start:end]) or any(token.is_sent_start for token in doc[start + 1 : end]):
        return False
    token = doc[start]
    if end - start > 1 or token.pos_ == "PROPN":
        return True
    if not token.is_sent_start:
        return token.pos_ == "NOUN" and end < len(doc) and doc[end].is_lower
    verb = token.head.lemma_.lower()
    return token.dep_ == "nsubj" and (verb in listed("speaking") or words("subjects").get(verb) == "person")


def _again(doc: Doc, start: int, end: int, label: str) -> Candidate:
    end = whole_end(doc, start, end) if label != "person" or end - start == 1 else end
    text = text_of(doc, start, end)
    return Candidate(start, end, head_of(doc, start, end), label, "name", "repeat", 0.7, key=name_key(text))


# --- brands -------------------------------------------------------------------------------------------------------


def brands(doc: Doc, live: Sequence[bool], covered: set[int]) -> Iterator[Candidate]:
    """ "iCloud", which the tagger takes for a common noun or a number."""
    with_capitals = (doc.to_array("ORTH") != doc.to_array("LOWER")).nonzero()[0].tolist()
    for at in with_capitals:
        text = doc[at].text
        if camel(text) and live[at] and at not in covered:
            yield Candidate(at, at + 1, at, "product", "name", "proper", 0.5, key=name_key(text))


# --- proper nouns without a label ---------------------------------------------------------------------------------


def overlooked(doc: Doc, live: Sequence[bool], covered: dict[int, str]) -> Iterator[Candidate]:
    """Proper nouns that the model gave no label: subjects, further members of a list of names, and names of several
    words. Most are organisations.

    `covered` are the tokens of the names that were found, with the type of each.
    """
    for at in (doc.to_array("POS") == PROPN).nonzero()[0].tolist():
        token = doc[at]
        if (
            not live[token.i]
            or token.ent_type_
            or not (token.dep_ in ARGUMENTS or _is_called(token) or _is_site(token))
        ):
            continue
        start = token.i
        while (
            start > 0
            and doc[start - 1].pos_ == "PROPN"
            and doc[start - 1].dep_ == "compound"
            and doc[start - 1].text != "."
        ):
            start -= 1
        label = _label(token, start, covered)
        run = doc[start : token.i + 1]
        free = not any(word.i in covered or word.ent_type_ for word in run)
        if label and free and all(word.text[0].isupper() for word in run) and _may_be_name(token, start):
            first = after_title(doc, start, token.i + 1)
            key = name_key(text_of(doc, first, token.i + 1))
            label = "person" if first > start else label
            yield Candidate(first, token.i + 1, token.i, label, "name", "proper", 0.5, key=key)


def _is_called(token: Token) -> bool:
    """Whether a name stands right after a noun for what it names: "the newspaper Fyns Amt"."""
    return token.i > 0 and bool(_kind_before(token.doc[token.i - 1]))


def _is_site(token: Token) -> bool:
    """Whether a name stands before the noun for a building: "the Halden West center"; not "the Security center"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is None or token.head != after or token.dep_ not in ("compound", "nmod") or not after.is_lower:
        return False
    named = after.lower_ in listed("buildings") or after.lower_ in listed("sites")
    return named and token.i > 0 and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).dep_ == "compound"


def _kind_before(noun: Token) -> str:
    """The type that a common noun gives the name right after it; people are mostly seen by the model."""
    kind = kind_of(noun) if noun.pos_ == "NOUN" and noun.tag_ == "NN" and noun.is_lower else ""
    return kind if kind != "person" else ""


def _label(token: Token, start: int, covered: dict[int, str]) -> str:
    """What an unlabelled proper noun is taken for; "" if for nothing, as in a headline all in capitals."""
    beside = [token.doc[at] for at in (token.i - 1, token.i + 1) if 0 <= at < len(token.doc) and token.doc[at].is_alpha]
    if token.is_upper and beside and all(one.is_upper for one in beside):
        return ""
    if _is_site(token):
        return "place"
    if is_people(token.text):
        return "group"
    kind = _kind_before(token.doc[start - 1]) if start else ""
    if kind:
        return kind
    if token.dep_ == "conj" and token.head.i in covered:
        return covered[token.head.i]
    if token.dep_ == "appos" and start == token.i and _kind_before(token.head):
        return _kind_before(token.head)  # "a militia, the Leopards"
    fellow = _fellow(token, covered)
    kind = _kind_before(fellow.nbor(-1)) or covered[fellow.i] if fellow is not None else ""
    if kind in ("place", "product"):
        return kind
    if token.dep_ == "pobj" and token.head.lower_ in ("near", "outside"):
        return "place"
    if _is_model(token):
        return "product"
    return "organization" if start < token.i or token.dep_ in SUBJECTS else ""


def _is_model(token: Token) -> bool:
    """ "The PowerDrill 40": a capital within the word, and a number behind it."""
    number = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    counts = number.pos_ == "NUM" and number.head == token and len(number) != len("2019")
    return counts and not token.text.isupper() and token.text[1:] != token.lower_[1:]


def _fellow(token: Token, covered: dict[int, str]) -> Token | None:
    """The name that a list goes on with: "in Tulsk and Gdynia", "the client Corvo, the browser Orvix"."""
    if token.dep_ == "appos" or token.is_sent_start:
        return None
    return next((child for child in token.rights if child.dep_ == "conj" and child.i in covered), None)


def _may_be_name(token: Token, start: int) -> bool:
    """Not a title, nor a word that only points ("Parliament", "Ministers") or only begins a sentence ("Landslides")."""
    known = nouns()
    word = token.lower_
    common = word in known.kinds or word in known.groups or word in known.representatives or word in event_heads()
    common = common or (start == token.i and bool(token.is_sent_start) and _only_begins(token))
    return not common and token.text not in titles() and len(word) > 2 and word.replace("&", "").isalpha()


def _only_begins(token: Token) -> bool:
    """Whether a word may have its capital from the sentence alone: it is known without one, and does nothing
    that only people and bodies do.
    """
    word, verb = token.lower_, token.head.lemma_.lower()
    if word.removesuffix("s") in words("beside"):  # "Nurses will strike"
        return True
    acts = token.dep_ == "nsubj" and verb in listed("speaking")
    return not acts and token.doc.vocab.has_vector(word) and not is_given(token.text)
