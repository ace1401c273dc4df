"""Who says that something happened: those who have a name as entities, others in the words of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphbuilder.records import EventMention, Extraction, Mention

_ARTICLES = frozenset({"a", "an", "both", "the", "these", "those"})


def attributions(mentions: Sequence[EventMention], speakers: Mapping[str, str]) -> tuple[str, ...]:
    """The entities that say so, unless some text says so itself. `speakers` gives the entity of a mention."""
    if any(one.attribution is None for one in mentions):
        return ()
    found = {speakers.get(one.attribution or "") for one in mentions}
    return tuple(sorted(speaker for speaker in found if speaker is not None))


def plain_speakers(
    mentions: Sequence[EventMention], speakers: Mapping[str, str], voices: Mapping[str, str]
) -> tuple[str, ...]:
    """The words for those without a name who say so, unless some text says so itself: "prosecutors"."""
    said = {one.attribution for one in mentions}
    if None in said:
        return ()
    return tuple(sorted({voices[one] for one in said if one is not None and one not in speakers and one in voices}))


def voices(extractions: Iterable[Extraction]) -> dict[str, str]:
    """The words for each mention that says something without a name; a pronoun has those of what it stands for."""
    found = {}
    for extraction in extractions:
        said = {one.attribution for one in extraction.events} | {one.attribution for one in extraction.relations}
        said -= {None}
        mentions = {one.id: one for one in extraction.mentions} if said else {}
        named = {one.span.start for one in mentions.values() if one.form == "name"}
        for id_ in said:
            first = mentions[mentions[id_ or ""].chain]
            if first.form == "nominal":
                found[first.id] = found[id_ or ""] = _words(first, named=first.span.start in named)
    return found


def _words(mention: Mention, *, named: bool) -> str:
    """A description as it stands inside a sentence: "the union", "Russian officials"."""
    first, rest = mention.text[:1], " ".join(mention.text.split())[1:]
    small = mention.text.split()[0].lower() in _ARTICLES or not named
    return (first.lower() if small else first) + rest
