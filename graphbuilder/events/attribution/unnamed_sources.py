"""Who has no name and says something, in full: "people familiar with the matter" are more than "people"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from graphbuilder.entities import mention_id
from graphbuilder.events.arguments.unnamed import ARGUMENT
from graphbuilder.records import Mention
from graphbuilder.syntax.parse import Parse

#: What leads from a noun to what tells who is meant; where they are ("in Lund") tells less.
_LINKS = frozenset({"for", "from", "of", "with"})
_TELLING = frozenset({"acl", "amod"})
#: A longer run of words is no description.
_WORDS = 10


def in_full(parse: Parse, noun: Token, mention: Mention) -> Mention:
    """The mention with the words behind its noun that tell who is meant, where it has any.

    "A person with knowledge of the talks", "two men briefed on it", "the chief of staff"; but "the mayor", told of
    before, stays what he was.
    """
    if mention.form != "nominal" or mention.chain != mention.id or mention.span.end != noun.idx + len(noun):
        return mention
    last = noun.i
    for child in noun.rights:
        telling = child.dep_ in _TELLING or (child.dep_ == "prep" and child.lower_ in _LINKS)
        if not telling or child.left_edge.i != last + 1:
            break
        last = child.right_edge.i
    words = parse.doc[noun.i + 1 : last + 1]
    if not 0 < len(words) <= _WORDS or any(word.is_punct and word.text != "-" for word in words):
        return mention
    document, start, end = mention.span.document, mention.span.start, words.end_char
    id_ = mention_id(document, start, end)
    text = parse.document.text[start:end]
    return replace(
        mention, id=id_, span=replace(mention.span, end=end), text=text, label="thing", chain=id_, method=ARGUMENT
    )
