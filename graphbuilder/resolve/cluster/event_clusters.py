"""Event clusters: the mentions of one event in one document, as `match` compares them."""

from __future__ import annotations

from dataclasses import dataclass

from graphbuilder.intervals import Interval
from graphbuilder.records import EventMention

#: Modalities, the strongest first: of a cluster with several, one mention that it happened outweighs all plans.
MODALITIES = ("ACTUAL", "PLANNED", "DEMANDED", "POSSIBLE", "CONDITIONAL")


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
    """Pairs of role and entity."""
    lemmas: frozenset[str]
    """The lemmas of its triggers."""
    named: str
    """The name, in lower case, if the event has one ("bucharest summit")."""
    mentions: tuple[EventMention, ...]
    published: int | None
    """Day of publication of the document, as `date.toordinal` counts."""
    words: frozenset[str]
    """The content words of its phrases, beside the trigger and the names of participants and place."""
    assumed: bool = False
    """Whether its date is only that of its news story."""
    named_entities: frozenset[str] = frozenset()
    """Of those who take part, whoever has a name."""
    descriptions: frozenset[str] = frozenset()
    """Of the others, the last word of what they are called: "police", "men"."""
    nameless: bool = False
    """Whether its place has no name ("a hospital"), so that it may be any place of another article."""
    article: tuple[str, ...] = ()
    """All sentences of its document."""

    @property
    def day(self) -> Interval | None:
        """The date that it is compared by: if that is assumed, the day of the news."""
        return self.interval.mark if self.assumed and self.interval is not None else self.interval

    @property
    def is_bound(self) -> bool:
        """Whether only the latest day is known: "by 18 July"."""
        return self.interval is not None and self.interval.is_bound

    @property
    def entities(self) -> frozenset[str]:
        """Who takes part, in whatever role."""
        return frozenset(entity for _, entity in self.participants)
