"""What a name itself tells of its type: "Lake Geneva", "King Alfred", "Windows 7", "the Yankees".

Each clue takes the Doc and a name and returns a type, or "" where it tells nothing; `typing.clues` weighs them.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.spans import follows_title, titles
from graphbuilder.entities.names.products import version_after
from graphbuilder.entities.typing.noun_types import is_craft
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.type_words import words
from graphbuilder.syntax.token_index import text_of

#: Small words inside a name: what stands before the first of them is what is named.
_SMALL = frozenset({"of", "for", "in", "on", "at", "and", "to"})
_CAMEL = re.compile(r"\b[a-z]{1,3}[A-Z](?:[a-z][A-Za-z]*|S)\b")
_JOINED_WORDS = re.compile(r"[A-Z][a-z]{2,}(?:[A-Z][a-z]+)+")
_JOINED = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+")


def last_word(doc: Doc, name: Candidate) -> str:
    """ "Kingfisher Airport", "Ministry of Defence": the last word, or that before "of"."""
    if name.end - name.start == 1:
        return ""
    end = next((at for at in range(name.start + 1, name.end) if doc[at].lower_ in _SMALL), name.end)
    return words("last").get(doc[end - 1].lower_, "")


def first_word(doc: Doc, name: Candidate) -> str:
    """ "Lake Geneva", "Fort Lee"."""
    return words("first").get(doc[name.start].lower_, "") if name.end - name.start > 1 else ""


def camel(word: str) -> bool:
    """Whether a word begins with a small letter and goes on with a capital, as brands of things do.

    >>> camel("macOS"), camel("McDonald"), camel("mRNA")
    (True, False, False)
    """
    return word[0].islower() and _CAMEL.fullmatch(word) is not None


def brand(doc: Doc, name: Candidate) -> str:
    """ "The iMac"."""
    return "product" if any(camel(doc[at].text) for at in range(name.start, name.end)) else ""


def version(doc: Doc, name: Candidate) -> str:
    """ "Windows 7", "Falcon 9"."""
    inside = name.end - name.start > 1 and version_after(doc, name.end - 1)
    thing = name.label in ("organization", "product")
    return "product" if thing and (inside or version_after(doc, name.end)) else ""


def plural(doc: Doc, name: Candidate) -> str:
    """ "The Yankees" are many, not one person."""
    if name.end - name.start > 1 or not name.start:
        return ""
    return "organization" if doc[name.start].tag_ == "NNPS" and doc[name.start - 1].lower_ == "the" else ""


def with_article(doc: Doc, name: Candidate) -> str:
    """ "The Corsa": a thing rather than a body, whose article is mostly followed by a description."""
    if name.end - name.start > 1 or not name.start:
        return ""
    token, before = doc[name.start], doc[name.start - 1]
    own = before.lower_ == "the" and before.head == token
    return "product" if own and token.tag_ == "NNP" and not token.is_upper else ""


def capitals(doc: Doc, name: Candidate) -> str:
    """ "KCNA" is no person; in a headline all in capitals everything may be one."""
    token = doc[name.start]
    if name.end - name.start > 1 or not token.is_upper or len(token) < 3:
        return ""
    beside = [doc[at] for at in (name.start - 1, name.end) if 0 <= at < len(doc) and doc[at].is_alpha]
    return "organization" if any(not one.is_upper for one in beside) else ""


def titled(doc: Doc, name: Candidate) -> str:
    """ "King Alfred", "Mr. Scholz", "General Roe": a title in the name or before it; not "General Electric"."""
    if name.end - name.start > 1 and doc[name.end - 1].lower_ in words("last"):
        return ""
    if name.start > 1 and is_craft(doc[name.start - 2]):
        return ""  # "the ferry Princess Halda"
    inside = name.label != "organization" and name.end - name.start > 1 and doc[name.start].text in titles()
    return "person" if inside or follows_title(doc, name.start) else ""


def joined_with_article(doc: Doc, name: Candidate) -> str:
    """ "The PowerMac": firms whose names are written so take no article."""
    token, before = doc[name.start], doc[name.start - 1] if name.start else None
    if before is None or name.end - name.start > 1:
        return ""
    own = before.lower_ in ("the", "a", "an") and before.head == token
    return "product" if own and _JOINED.fullmatch(token.text) else ""


def joined_words(doc: Doc, name: Candidate) -> str:
    """A name with capitals inside is no person: "RosUkrEnergo"."""
    token = doc[name.start]
    if name.end - name.start > 1 or token.tag_ != "NNP" or token.text.endswith("ers"):
        return ""
    return "organization" if _JOINED_WORDS.fullmatch(token.text) else ""


def with_article_and_face(doc: Doc, name: Candidate) -> str:
    """ "The Erika": people take no article, ships do."""
    token, before = doc[name.start], doc[name.start - 1] if name.start else None
    if before is None or name.end - name.start > 1 or token.tag_ != "NNP":
        return ""
    return "product" if before.lower_ == "the" and before.head == token and not any(token.rights) else ""


def first_name(doc: Doc, name: Candidate) -> str:
    """ "Petro Selwick", which the model takes for a body."""
    two = name.end - name.start > 1 and len(text_of(doc, name.start, name.end).split()) == 2
    if not two or not is_given(doc[name.start].text):
        return ""
    return "" if doc[name.end - 1].lower_ in words("last") else "person"


def of_a_year(doc: Doc, name: Candidate) -> str:
    """ "The Lookout (2007)": a film, a book, a song."""
    if name.end + 2 >= len(doc) or doc[name.end].text != "(" or doc[name.end + 2].text != ")" or name.label == "person":
        return ""
    year = doc[name.end + 1].text
    return "work" if len(year) == 4 and year.isdigit() else ""
