"""When a month is a surname: "Joan March", "Sergeant May", and "March said" from then on."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from graphbuilder.entities.mentions.spans import follows_title
from graphbuilder.knowledge.given_names import is_given
from graphbuilder.knowledge.parse_labels import SUBJECTS
from graphbuilder.syntax.token_index import positions

_MONTHS = frozenset({"March", "April", "May", "June", "July", "August"})
#: What months do too: "May saw rain", "March began cold".
_OF_TIMES = frozenset(
    {"be", "become", "begin", "bring", "come", "end", "fall", "follow", "go", "mark", "pass", "remain", "see", "start"}
)


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
        people = [*full, *alone]
        named = {token.i for span in people for token in span}
        doc.set_ents([*(ent for ent in doc.ents if named.isdisjoint(range(ent.start, ent.end))), *people])


def _is_date(doc: Doc, at: int) -> bool:
    """ "March 3", "3 March", "March of 2020"."""
    before = doc[at - 1].text if at else ""
    after = doc[at + 1].text if at + 1 < len(doc) else ""
    return before[:1].isdigit() or after[:1].isdigit()


def _full_name(doc: Doc, at: int) -> Span | None:
    """The given name and the month; after a title the month alone."""
    if doc[at].is_sent_start:
        return None
    start = at
    while start > max(at - 3, 0) and is_given(doc[start - 1].text):
        start -= 1
    return Span(doc, start, at + 1, label="PERSON") if start < at or follows_title(doc, at) else None


def _acts(token: Token) -> bool:
    """Whether a month alone does what people do: "March said"; not "March began cold"."""
    verb = token.head
    return token.dep_ in SUBJECTS and verb.pos_ == "VERB" and verb.lemma_.lower() not in _OF_TIMES
