"""Extraction → clusters: what one document says of one thing. Small records, so that little has to travel."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphbuilder.entities.linking.toponyms import Decision, decide
from graphbuilder.entities.mentions.demonyms import nation_of_people
from graphbuilder.entities.names.user_names import own_name
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.gazetteer import Known, governed_by, government_name, known
from graphbuilder.records import EventMention, Extraction, Judgement, Mention
from graphbuilder.resolve.compare.traits import NOTHING, Traits, traits

#: The verdict on a plan and its deed: two events, one of which is the plan for the other.
TIED = "tied"
#: What counts where the user puts together tellings of several kinds: one that it happened outweighs the plans.
MODALITIES = ("ACTUAL", "PLANNED", "DEMANDED", "POSSIBLE", "CONDITIONAL")


@dataclass(frozen=True, slots=True)
class EntityCluster:
    """The mentions of one thing in one document. `id` is that of its first mention."""

    id: str
    document: str
    type: str
    names: tuple[str, ...]
    """Surface forms that name it, the most frequent first."""
    nicknames: tuple[str, ...]
    """Descriptions that only ever mean it ("the alliance" for NATO)."""
    known: Known | None
    government_of: str
    """ISO code, for a capital or building that stands for a government."""
    mentions: tuple[Mention, ...]
    own: str = ""
    """The full name that the user gives it."""
    where: Decision | None = None
    """Which place it is, of those that bear the name."""
    traits: Traits = NOTHING
    """What is told beside its name."""

    @property
    def name(self) -> str:
        """The name that the user gives it, or that it is known by, else the most frequent one."""
        if self.own:
            return self.own
        if self.government_of:
            return government_name(self.government_of)
        return self.known.name if self.known is not None else self.names[0]


@dataclass(frozen=True, slots=True)
class EventCluster:
    """The mentions of one event in one document, its participants and place as entity ids."""

    id: str
    document: str
    type: str
    polarity: str
    modality: str
    interval: Interval | None
    place: str | None
    participants: frozenset[tuple[str, str]]
    lemmas: frozenset[str]
    named: str
    """The name, in lower case, if the event has one ("bucharest summit")."""
    mentions: tuple[EventMention, ...]
    published: int | None
    """Day of publication of the document, as `date.toordinal` counts."""
    words: frozenset[str]
    """What else tells it: the words of its phrases that say something, beside the trigger and the participants."""
    assumed: bool = False
    """Whether its date is only that of its news story."""

    @property
    def day(self) -> Interval | None:
        """The date that it is compared by: of what is only news of a day, that day."""
        return self.interval.mark if self.assumed and self.interval is not None else self.interval

    @property
    def bound(self) -> bool:
        """Whether only the latest day is known: "by 18 July"."""
        return self.interval is not None and self.interval.is_bound


def entity_clusters(extraction: Extraction) -> list[EntityCluster]:
    """The things that a document names. Chains without a name are no things of their own."""
    chains: dict[str, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        chains[mention.chain].append(mention)
    where = decide(extraction)
    return [
        _entity(extraction, chain, mentions, where.get(chain))
        for chain, mentions in chains.items()
        if any(mention.form == "name" for mention in mentions)
    ]


def _entity(extraction: Extraction, chain: str, mentions: list[Mention], where: Decision | None) -> EntityCluster:
    named = [mention for mention in mentions if mention.form == "name"]
    government = next((governed_by(one.text) for one in named if one.method == "metonymy"), "")
    proper = [one for one in named if one.method != "demonym" and not _is_people(one, mentions[0])] or named
    counts = Counter(one.text for one in proper)
    names = tuple(sorted(counts, key=lambda name: (-counts[name], -len(name), name)))
    entries = [entry for one in named if (entry := known(one.text)) is not None]
    labels = Counter(one.label for one in named)
    type_ = min(labels, key=lambda label: (-labels[label], label))
    return EntityCluster(
        id=chain,
        document=extraction.document,
        type=type_,
        names=names,
        nicknames=_nicknames(mentions, entries),
        known=None if government else _known(entries, where),
        government_of=government,
        mentions=tuple(mentions),
        own=next((name for one in named if (name := own_name(one.method))), ""),
        where=None if government else where,
        traits=traits(extraction, mentions, type_),
    )


def _is_people(mention: Mention, first: Mention) -> bool:
    """ "The Austrians", where a firm of theirs is meant: that is no name of it."""
    return mention.label == "group" and first.label == "organization" and nation_of_people(mention.text) != ""


def _known(entries: Sequence[Known], where: Decision | None) -> Known | None:
    """What its name is known to be; of a place, which one was decided on: Paris in Texas is no capital."""
    entry = next(iter(entries), None)
    if where is None or (where.place is not None and where.place.kind == "country"):
        return entry
    return None if where.place is None else Known(where.place.name, "place", where.place.kind, where.place.country)


def _nicknames(mentions: Iterable[Mention], entries: list[Known]) -> tuple[str, ...]:
    kinds = frozenset[str]().union(*(entry.kinds for entry in entries))
    said = {one.text for one in mentions if one.form == "nominal" and one.head.casefold() in kinds}
    return tuple(sorted(said))


def judgement(left: EntityCluster, right: EntityCluster, verdict: str, score: float, reason: str) -> Judgement:
    """A judgement on two clusters, whichever is told first."""
    first, second = sorted((left.id, right.id))
    return Judgement(first, second, verdict, score, reason)


def links(extraction: Extraction) -> Mapping[str, tuple[str, ...]]:
    """Chain → the chains that it stands for: the members of a group, or whom ministers or troops act for."""
    chain_of = {mention.id: mention.chain for mention in extraction.mentions}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for relation in extraction.relations:
        if relation.type in ("includes", "represents"):
            found[chain_of[relation.source]][chain_of[relation.target]] = None
    return {chain: tuple(targets) for chain, targets in found.items()}
