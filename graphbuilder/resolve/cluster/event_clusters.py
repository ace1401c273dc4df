"""Event clusters: the mentions of one event in one document, as `match` compares them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graphbuilder.events.factuality import FACT
from graphbuilder.intervals import Interval
from graphbuilder.records import EventMention
from graphbuilder.resolve.cluster.when import When, when
from graphbuilder.resolve.compare.words import stems, weighted

#: Modalities, the strongest first: of a cluster with several, one mention that it happened outweighs all plans.
MODALITIES = ("ACTUAL", "PLANNED", "DEMANDED", "POSSIBLE", "CONDITIONAL")
#: Mentions of a cluster that are compared, the surest ones.
_MENTIONS = 6
#: Adverbials of what is done again and again.
_HABITUAL = re.compile(
    r"\b(?:daily|nightly|weekly|monthly|every (?:day|night|week|month|year)|regularly|repeatedly|routinely|often"
    r"|usually)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
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

    @cached_property
    def day(self) -> Interval | None:
        """The date that it is compared by: if that is assumed, the day of the news."""
        return self.interval.mark if self.assumed and self.interval is not None else self.interval

    @cached_property
    def when(self) -> When:
        """The numbers of that date."""
        is_done = (self.polarity, self.modality) == FACT
        return when(self.interval, self.published, is_news=self.assumed, is_done=is_done)

    @cached_property
    def surest(self) -> Sequence[EventMention]:
        """The mentions by which it is compared."""
        return sorted(self.mentions, key=lambda one: (-one.score, one.id))[:_MENTIONS]

    @cached_property
    def triggers(self) -> frozenset[str]:
        """The stems of its triggers."""
        return frozenset(stem for mention in self.mentions for stem in stems(mention.text))

    @cached_property
    def phrases(self) -> Mapping[str, float]:
        """The words of its phrases, as `words.weighted` has them."""
        return weighted(mention.phrase or mention.text for mention in self.mentions)

    @cached_property
    def is_habitual(self) -> bool:
        """Whether all mentions have an adverbial of repetition."""
        return all(_HABITUAL.search(mention.phrase) for mention in self.mentions)

    @property
    def is_bound(self) -> bool:
        """Whether only the latest day is known: "by 18 July"."""
        return self.interval is not None and self.interval.is_bound
