"""Who says so: a source of reported speech that has a name is an entity, any other is the words of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphbuilder.records import EventMention, Extraction, Mention
from graphbuilder.resolve.index.entity_index import EntityIndex

#: Determiners that are written with a small letter inside a sentence.
_DETERMINERS = frozenset({"a", "an", "both", "the", "these", "those"})


class Speakers:
    """The speakers of reported speech, by mention."""

    def __init__(self, extractions: Sequence[Extraction], entities: EntityIndex) -> None:
        self._pronouns = {mention.id for each in extractions for mention in each.mentions if mention.form == "pronoun"}
        self._entities = entities
        self._unnamed = unnamed_speakers(extractions)

    def name(self, mention: str) -> str:
        """The entity (id) of a speaker, else the words for it; "someone" for a pronoun without antecedent."""
        known = self._entities.of_mention.get(mention) or self._unnamed.get(mention)
        return known or ("someone" if mention in self._pronouns else self._entities.text(mention))

    def attributions(self, mentions: Sequence[EventMention]) -> tuple[str, ...]:
        """The entities that an event is attributed to; none if some text states it as its own word."""
        if any(mention.attribution is None for mention in mentions):
            return ()
        found = {self._entities.of_mention.get(mention.attribution or "") for mention in mentions}
        return tuple(sorted(speaker for speaker in found if speaker is not None))

    def unnamed(self, mentions: Sequence[EventMention]) -> tuple[str, ...]:
        """The words for the speakers without a name, such as "prosecutors"; none if some text states it itself."""
        sources = {mention.attribution for mention in mentions}
        if None in sources:
            return ()
        unnamed = {source for source in sources if source is not None and source not in self._entities.of_mention}
        return tuple(sorted({self._unnamed[source] for source in unnamed if source in self._unnamed}))


def unnamed_speakers(extractions: Iterable[Extraction]) -> Mapping[str, str]:
    """Mention → the words for a speaker without a name; a pronoun has those of its antecedent."""
    found = {}
    for extraction in extractions:
        sources = {event.attribution for event in extraction.events}
        sources |= {relation.attribution for relation in extraction.relations}
        sources -= {None}
        mentions = {mention.id: mention for mention in extraction.mentions} if sources else {}
        names_start = {mention.span.start for mention in mentions.values() if mention.form == "name"}
        for source in sources:
            first = mentions[mentions[source or ""].chain]
            if first.form == "nominal":
                found[first.id] = found[source or ""] = _words(first, starts_name=first.span.start in names_start)
    return found


def _words(mention: Mention, *, starts_name: bool) -> str:
    """A description as it is written inside a sentence: "the union", "Russian officials"."""
    text = " ".join(mention.text.split())
    is_small = mention.text.split()[0].lower() in _DETERMINERS or not starts_name
    return (mention.text[:1].lower() if is_small else mention.text[:1]) + text[1:]
