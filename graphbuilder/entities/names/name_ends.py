"""Where a name ends of which only the beginning was seen."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from graphbuilder.entities.mentions.spans import event_heads, titles
from graphbuilder.entities.mentions.titles import offices
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.type_words import words
from graphbuilder.syntax.token_index import text_of


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
