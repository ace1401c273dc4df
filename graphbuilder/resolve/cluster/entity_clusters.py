"""Entity clusters: the mentions of one thing in one document, with what identifies it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuilder.entities.linking.toponyms import Decision, decide
from graphbuilder.entities.names.user_names import own_name
from graphbuilder.knowledge.gazetteer import Known, governed_by, government_name, known
from graphbuilder.records import Extraction, Mention
from graphbuilder.resolve.cluster.traits import NO_TRAITS, Traits, traits


@dataclass(frozen=True, slots=True)
class EntityCluster:
    """The mentions of one thing in one document. `id` is that of its first mention."""

    id: str
    document: str
    type: str
    names: tuple[str, ...]
    """Surface forms that name it, the most frequent first."""
    nicknames: tuple[str, ...]
    """Descriptions that only ever refer to it ("the alliance" for NATO)."""
    known: Known | None
    """Its entry in the gazetteer."""
    government_of: str
    """ISO code, for a capital or building that stands for a government by metonymy."""
    mentions: tuple[Mention, ...]
    user_name: str = ""
    """The canonical name that the user gives it."""
    where: Decision | None = None
    """Which place it is, of those that bear the name."""
    traits: Traits = NO_TRAITS
    """What is stated beside its name."""
    is_named: bool = True
    """False of whoever is only described: "police", "two men"; what they are called is their name here."""

    @property
    def name(self) -> str:
        """The name that the user gives it, or that it is known by, else the most frequent one."""
        if self.user_name:
            return self.user_name
        if self.government_of:
            return government_name(self.government_of)
        return self.known.name if self.known is not None else self.names[0]


def entity_clusters(extraction: Extraction) -> list[EntityCluster]:
    """The things that a document names, and those without a name that take part in an event."""
    chains: dict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        chains[mention.chain].append(mention)
    places = decide(extraction)
    return [
        _cluster(extraction, chain, mentions, places.get(chain))
        if any(mention.form == "name" for mention in mentions)
        else _unnamed(extraction, chain, mentions)
        for chain, mentions in chains.items()
        if any(mention.form != "pronoun" for mention in mentions)
    ]


def _unnamed(extraction: Extraction, chain: str, mentions: Sequence[Mention]) -> EntityCluster:
    """Whoever has no name, by the description that tells most of them, in the text's own small letters."""
    told = [mention for mention in mentions if mention.form == "nominal"] or list(mentions)
    best = max(told, key=lambda mention: (len(mention.text), -mention.span.start))
    name = " ".join(best.text.split())
    name = name[:1].lower() + name[1:] if _begins_large(extraction, best) else name
    return EntityCluster(chain, extraction.document, best.label, (name,), (), None, "", tuple(mentions), is_named=False)


def _begins_large(extraction: Extraction, mention: Mention) -> bool:
    """Whether a description has its large letter only because it begins a sentence.

    Yes: "Police". No: "NATO leaders", "Georgian soldiers", "Anna Holm's aides".
    """
    sentence, span, first = extraction.sentences[mention.span.sentence], mention.span, mention.text.split()[0]
    if any(map(str.isalpha, sentence.text[: span.start - sentence.start])) or known(first) is not None:
        return False
    is_name = any(one.span.start == span.start and one.form == "name" for one in extraction.mentions)
    return not is_name and first[1:] == first[1:].lower()


def _cluster(extraction: Extraction, chain: str, mentions: list[Mention], where: Decision | None) -> EntityCluster:
    named = [mention for mention in mentions if mention.form == "name"]
    government = next((governed_by(mention.text) for mention in named if mention.method == "metonymy"), "")
    entries = [entry for mention in named if (entry := known(mention.text)) is not None]
    labels = Counter(mention.label for mention in named)
    type_ = min(labels, key=lambda label: (-labels[label], label))
    return EntityCluster(
        id=chain,
        document=extraction.document,
        type=type_,
        names=_names(named),
        nicknames=_nicknames(mentions, entries),
        known=None if government else _known(entries, where),
        government_of=government,
        mentions=tuple(mentions),
        user_name=next((name for mention in named if (name := own_name(mention.method))), ""),
        where=None if government else where,
        traits=traits(extraction, mentions, type_),
    )


def _names(named: Sequence[Mention]) -> tuple[str, ...]:
    """The surface forms, the most frequent first; demonyms only where nothing else names it."""
    proper = [mention for mention in named if mention.method != "demonym"]
    counts = Counter(mention.text for mention in proper or named)
    return tuple(sorted(counts, key=lambda name: (-counts[name], -len(name), name)))


def _known(entries: Sequence[Known], where: Decision | None) -> Known | None:
    """The entry of the name in the gazetteer; of a place, that of the chosen one: Paris in Texas is no capital."""
    entry = next(iter(entries), None)
    if where is None or (where.place is not None and where.place.kind == "country"):
        return entry
    return None if where.place is None else Known(where.place.name, "place", where.place.kind, where.place.country)


def _nicknames(mentions: Iterable[Mention], entries: list[Known]) -> tuple[str, ...]:
    """The descriptions whose head is a kind of the known thing."""
    kinds = frozenset[str]().union(*(entry.kinds for entry in entries))
    found = {mention.text for mention in mentions if mention.form == "nominal" and mention.head.casefold() in kinds}
    return tuple(sorted(found))
