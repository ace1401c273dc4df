"""Who says what the paragraphs of a statement tell: who "said:" at the end of the paragraph before them.

One in quotation marks lasts as long as its paragraphs open with a mark. One without lasts to the end of the article, to
the next that "said:", to what is no sentence, such as a heading, or to a paragraph that names the person who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from spacy.tokens import Span, Token

from graphbuilder.entities import Found
from graphbuilder.events.labels.host import SUBJECTS, is_saying
from graphbuilder.records import Mention
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tree import dependents

Paragraph = Sequence[Span]
#: Marks with which a quotation opens, and with which a sentence ends.
_OPENING = ("“", '"', "‘", "'")
_STOPS = frozenset(".!?…”\"’')")


def speakers(parse: Parse, found: Found) -> Mapping[int, str]:
    """The sentences (numbers) of statements, with the mention (id) of who makes each."""
    paragraphs = list(_paragraphs(parse))
    told: dict[int, str] = {}
    for at, paragraph in enumerate(paragraphs):
        speaker = _speaker(paragraph[-1], found)
        if speaker is not None:
            for spoken in _statement(paragraphs[at + 1 :], speaker, found):
                told |= {parse.sentence_of[sentence.start]: speaker.id for sentence in spoken}
    return told


def _paragraphs(parse: Parse) -> Iterator[Paragraph]:
    """The sentences of the story by paragraph."""
    paragraph: list[Span] = []
    for sentence in parse.live:
        if paragraph and parse.are_parted(*(parse.sentence_of[one.start] for one in (paragraph[-1], sentence))):
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield paragraph


def _speaker(sentence: Span, found: Found) -> Mention | None:
    """Who says what follows a sentence; None where it does not end in a colon behind a clause that somebody says so."""
    if not sentence.text.rstrip().endswith(":"):
        return None
    saying = [token for token in sentence if is_saying(token) and token.pos_ in ("VERB", "AUX")]
    subjects = (child for child in dependents(saying[-1]) if child.dep_ in SUBJECTS) if saying else iter(())
    subject: Token | None = next(subjects, None)
    if subject is None:
        return None
    beside = (found.by_token[token.i] for token in subject.subtree if token.i in found.by_token)
    return found.by_token.get(subject.i) or next(beside, None)


def _statement(paragraphs: Sequence[Paragraph], speaker: Mention, found: Found) -> Iterator[Paragraph]:
    """The paragraphs behind "X said:" that are what X said."""
    if paragraphs and _opens(paragraphs[0]):
        return takewhile(_opens, paragraphs)
    return takewhile(lambda one: _is_text(one) and not _names(one, speaker, found), paragraphs)


def _opens(paragraph: Paragraph) -> bool:
    return paragraph[0].text.lstrip().startswith(_OPENING)


def _is_text(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends as sentences do, and not in the colon of the next who speaks."""
    return paragraph[-1].text.rstrip()[-1:] in _STOPS


def _names(paragraph: Paragraph, speaker: Mention, found: Found) -> bool:
    """Whether a paragraph names a person, who would say "I"."""
    inside = (found.by_token.get(at) for at in range(paragraph[0].start, paragraph[-1].end))
    said = {one.form for one in inside if one is not None and one.chain == speaker.chain}
    return speaker.label == "person" and not said.isdisjoint({"name", "nominal"})
