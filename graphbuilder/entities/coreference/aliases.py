"""Whether a text says that two names are of one thing: "Lin Maya, better known as Lin Momo", "the Institute (Telcor)".

| what stands between and behind | says so |
|---|---|
| "also known as", "known in Oslo as the", "renamed", "real name", "aka" | always |
| "formerly", "previously", "originally", "born" | but of a person and something else |
| "(X)", "(X until 2015)" | of two bodies |

Where the second name goes on ("formerly Acme's boss", "now Oslo police chief") it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import Story
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.type_words import listed
from graphbuilder.syntax.token_index import text_of

_MARKS = frozenset(",(\"“'")
#: Tokens that may stand between the two names.
_REACH = 9
_HOW = (
    r"(?:(?:also|better|best|commonly|formerly|informally|locally|now|officially|often|once|originally|popularly|"
    r"previously|sometimes|still|then|usually|widely) )"
)
_CALLED = (
    rf"(?:(?:who|which|that) (?:is|was|are|were) )?(?:or )?"
    rf"(?:{_HOW}*(?:known|referred to)(?: (?:in|to|among|by) [^,;:()]{{1,30}}| locally)? as|{_HOW}+(?:called|named)"
    r"|nicknamed|dubbed|renamed|a\.k\.a\.|aka|n[ée]e|(?:real|birth|full|legal|stage|pen|code) name(?:,|:| is| was)?)"
)
_ALWAYS = re.compile(_CALLED)
#: Right behind a name, without a comma, its bearer gives the name: "Obama also named Mary Schapiro".
_GIVES = re.compile(rf"{_HOW}*(?:called|named|nicknamed|dubbed|renamed)")
_OF_ONE_KIND = frozenset({"formerly", "previously", "originally", "born"})
_BEHIND = re.compile(r"(?: (?:until|till|before|from|since) \d{4})?\)")
#: Characters that are looked at behind a name.
_AHEAD = 40


def alias_of(story: Story, before: Sequence[Candidate], other: Candidate) -> Candidate | None:
    """Which of the last names before it a name says again: the last but one where a place stands between."""
    return next((one for one in reversed(before[-2:]) if also_known_as(story, one, other)), None)


def also_known_as(story: Story, name: Candidate, other: Candidate) -> bool:
    """Whether the text says that two names, one soon after the other, name one thing."""
    if not 0 < other.start - name.end <= _REACH or _goes_on(story, other):
        return False
    between = text_of(story.parse.doc, name.end, other.start)
    told = between.strip(" ,(\"“'").lower().removesuffix(" the").rstrip(" \"“'")
    if _ALWAYS.fullmatch(told):
        return between[:1] in _MARKS or _GIVES.fullmatch(told) is None
    employed = name.label == "person" != other.label  # "Jane Roe, formerly Acme"
    if not employed and told in _OF_ONE_KIND:
        return True
    return between.strip() == "(" and _in_brackets(story, name, other)


def _goes_on(story: Story, other: Candidate) -> bool:
    """Whether a noun phrase goes on behind a name: "Acme's boss", "Oslo police"."""
    doc = story.parse.doc
    head, following = doc[other.head], doc[other.end] if other.end < len(doc) else None
    return (following is not None and following.tag_ == "POS") or (
        head.dep_ in ("compound", "nmod", "poss") and head.head.i >= other.end
    )


def _in_brackets(story: Story, name: Candidate, other: Candidate) -> bool:
    """Whether brackets hold another name of the same body: "the Institute of Posts (Telcor)".

    It is a short name of one word that is not known as something else; not where it lies, or whom it is of.
    """
    text, document = story.parse.span(other.start, other.end), story.parse.document.text
    if _BEHIND.match(document, text.end, text.end + _AHEAD) is None or _is_known(story.text(other)):
        return False
    named = name.label == "organization" and _is_body(name)
    return named and other.label != "place" and " " not in other.key


def _is_body(name: Candidate) -> bool:
    """Whether the words of a name tell that it is of a public body, which seldom is called so in short."""
    words = name.key.split()
    lists = (listed("public_bodies"), listed("unions"), listed("institutes"))
    return len(words) > 1 and not all(one.isdisjoint(words) for one in lists)


def _is_known(name: str) -> bool:
    return known(name) is not None or bool(places.regions(name)) or bool(places.cities(name))
