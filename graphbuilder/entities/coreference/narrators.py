"""Who told of himself last, in quotation marks: Roe in "'It turned me,' says Roe. 'I left.' He joined in May"."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import Story

_CLOSING = frozenset({'"', "”", "''", "»"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SELF = frozenset({"i", "me", "my", "myself"})


def told_of_himself(story: Story, token: Token) -> Candidate | None:
    """The speaker of the sentence before, where it ends in a quotation that tells of "me" and a pronoun goes on.

    Whom he tells of besides is less likely meant: the text turns back to who spoke.
    """
    if token.dep_ not in _SUBJECTS or token.head.dep_ != "ROOT":
        return None
    start = token.sent.start
    if not start or token.doc[start - 1].text not in _CLOSING:
        return None
    at = bisect_left(story.spoken, start, key=lambda row: row[0].start) - 1
    if at < 0 or story.spoken[at][0].end != start - 1:
        return None
    quote, speaker = story.spoken[at]
    last = token.doc[max(quote.start, token.doc[start - 1].sent.start) : quote.end]
    own = any(word.lower_ in _SELF for word in last) and speaker.label == "person"
    return speaker if own and speaker in story.chain else None
