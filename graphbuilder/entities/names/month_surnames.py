"""People whose surname is a month: "Joan March", "Sergeant May", "J. August", and "March said" from then on."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from graphbuilder.entities.mentions.spans import follows_title
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.syntax.token_index import positions

_MONTHS = frozenset({"March", "April", "May", "June", "July", "August"})
#: What months do too: "May saw rain", "March began cold".
_OF_TIMES = frozenset(
    {"be", "become", "begin", "bring", "come", "end", "fall", "follow", "go", "mark", "pass", "remain", "see", "start"}
)
_OF_PEOPLE = frozenset({"against", "beside", "like", "than", "with"})


def mark_people(doc: Doc) -> None:
    """Label them in the Doc as people, so that no later stage takes them for dates."""
    months = [at for at in positions(doc, _MONTHS) if not _is_date(doc, at)]
    full = [span for at in months if (span := _full_name(doc, at)) is not None]
    if full:
        surnames = {span[-1].text: span.end for span in reversed(full)}
        taken = {span.end - 1 for span in full}
        alone = [
            Span(doc, at, at + 1, label="PERSON")
            for at in months
            if at not in taken and surnames.get(doc[at].text, len(doc)) <= at and _acts(doc[at])
        ]
        _label(doc, [*full, *alone])


def _is_date(doc: Doc, at: int) -> bool:
    """ "March 3", "3 March", "March of 2020"."""
    before = doc[at - 1].text if at else ""
    after = doc[at + 1].text if at + 1 < len(doc) else ""
    return before[:1].isdigit() or after[:1].isdigit()


def _full_name(doc: Doc, at: int) -> Span | None:
    """The given name or initials, and the month; after a title the month alone."""
    start = at
    while start > max(at - 3, 0) and _is_given(doc[start - 1]):
        start -= 1
    if doc[at].is_sent_start:
        return None
    if start < at or follows_title(doc, at):
        return Span(doc, start, at + 1, label="PERSON")
    return None


def _is_given(token: Token) -> bool:
    """A given name, or an initial with its point."""
    initial = len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."
    return (
        initial
        or is_given(token.text)
        or (token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and token.text[0].isupper())
    )


def _acts(token: Token) -> bool:
    """Whether a month alone does what people do: "March said", "March's wife", "talks with March"."""
    head = token.head
    if token.dep_ in ("nsubj", "nsubjpass"):
        return head.pos_ == "VERB" and head.lemma_.lower() not in _OF_TIMES
    return token.dep_ in ("poss", "dobj") or (token.dep_ == "pobj" and head.lower_ in _OF_PEOPLE)


def _label(doc: Doc, people: list[Span]) -> None:
    taken = {token.i for span in people for token in span}
    others = [ent for ent in doc.ents if taken.isdisjoint(range(ent.start, ent.end))]
    doc.set_ents([*others, *_parts(doc, taken), *people])


def _parts(doc: Doc, taken: set[int]) -> Iterator[Span]:
    """What is left of dates that ran into a name: "in June May left"."""
    for ent in doc.ents:
        rest = [token.i for token in ent if token.i not in taken]
        if rest and len(rest) < len(ent) and ent.label_ in ("DATE", "TIME"):
            yield Span(doc, rest[0], rest[-1] + 1, label=ent.label)
