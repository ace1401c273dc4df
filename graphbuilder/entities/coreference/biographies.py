"""Whose life a text tells: there "he" means that one, rather than somebody who is only named beside him.

"Roe telephoned to apologise. He declined a seat", in the life of Max Lund, is of Lund. In other texts the last who
acted is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import Story
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.knowledge.type_words import listed

#: In so many sentences at least, and in this share of those read, is somebody told of whose life it is.
_SENTENCES, _SHARE = 8, 0.6


def told_of_all_along(story: Story, one: Candidate, answer: Candidate, near: Sequence[Candidate]) -> Candidate | None:
    """Whose life it is, where a pronoun that begins to tell seems to mean somebody named only in the last sentence."""
    rival = story.chain[answer]
    verb = _begins(story.parse.doc[one.start]) if story.times[rival] <= 2 else None
    if verb is None:
        return None
    other = next((name for name in near if story.chain[name] is not rival), None)
    if other is None or _is_told_on(story, verb, one, answer, near):
        return None
    return other if _is_whose_life(story, story.chain[other], story.sentence(one)) else None


def _begins(token: Token) -> Token | None:
    """The verb of a sentence that a pronoun begins: "he declined", "his break came"."""
    subject = token.head if token.dep_ == "poss" else token
    begins = subject.dep_ in SUBJECTS and subject.head.dep_ == "ROOT"
    return subject.head if begins else None


def _is_told_on(story: Story, verb: Token, one: Candidate, answer: Candidate, near: Sequence[Candidate]) -> bool:
    """Whether the text goes on about somebody: who speaks, or who was told of for some sentences."""
    rival, here = story.chain[answer], story.sentence(one)
    verbs = (verb, story.parse.doc[answer.head].head)
    speaks = any(word.lemma_.lower() in listed("speaking") for word in verbs)
    long = any(story.chain[name] is rival and here - story.sentence(name) > 1 for name in near)
    return speaks or long or story.sentence(answer) == here


def _is_whose_life(story: Story, who: Candidate, here: int) -> bool:
    sentences = {story.sentence(name) for name in story.told if story.chain[name] is who}
    return len(sentences) >= _SENTENCES and len(sentences) >= _SHARE * (here - min(sentences))
