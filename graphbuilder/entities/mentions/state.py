"""What was read of a document so far: names, descriptions, and which of them mean the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.quotations import Quote
from graphbuilder.knowledge.gazetteer import Known, known
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import text_of

#: How many sentences back a description or pronoun may point; further for what can hardly be mistaken.
REACH = {"nominal": 4, "pronoun": 3}
GROUP_REACH = 10
PAIR_REACH = 40
OFFICE_REACH = 8
KNOWN_REACH = 100


@dataclass(slots=True)
class Story:
    """What was read so far. `chain` maps a candidate to the first one for the same thing."""

    parse: Parse
    at: dict[int, Candidate] = field(default_factory=dict)
    """Head token → mention, for all mentions of the document; "we" and "I" left out."""
    named: dict[int, Candidate] = field(default_factory=dict)
    """Token → the name that covers it."""
    chain: dict[Candidate, Candidate] = field(default_factory=dict)
    firsts: dict[tuple[str, bool], Candidate] = field(default_factory=dict)
    """Name key → the first name with it."""
    names: list[Candidate] = field(default_factory=list)
    nominals: list[Candidate] = field(default_factory=list)
    times: Counter[Candidate] = field(default_factory=Counter)
    """First name → how often it was named."""
    told: list[Candidate] = field(default_factory=list)
    """Every mention of something named: names, and what points back to them."""
    surnames: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    full: dict[Candidate, str] = field(default_factory=dict)
    """First name of a person → the key of the full name, where one was told."""
    shared: set[str] = field(default_factory=set)
    """Surnames that several bear who were named in full."""
    given: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    """The first word of a person's full name → its bearers."""
    cores: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    """A company's name without "AB", "Inc." … → its first names."""
    last_words: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    """The last word of an organisation's name, or the code of a model → its first names: "Rovers" for
    "Port Esk Rovers", "A380" for "Airbus A380"."""
    models: dict[str, dict[str, Candidate]] = field(default_factory=lambda: defaultdict(dict))
    """A line of things → the code of a model → its first name: "shahed" → "136"."""
    initials: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    """The acronym that may stand for a body → its first names."""
    kinds: set[str] = field(default_factory=set)
    """Nouns that may point to a known organisation that was named ("alliance")."""
    said: dict[Candidate, set[str]] = field(default_factory=lambda: defaultdict(set))
    """First name of a thing → nouns that were said of it, or stand in its name: "the ship Freewinds", "a port"."""
    groups: dict[Candidate, tuple[Candidate, ...]] = field(default_factory=dict)
    """ "both countries" → the two."""
    titles: dict[Candidate, set[str]] = field(default_factory=lambda: defaultdict(set))
    """First name of a person → nouns that were said of them ("minister")."""
    posts: dict[Candidate, set[str]] = field(default_factory=lambda: defaultdict(set))
    """First name of a person → what tells their office apart ("finance")."""
    genders: dict[Candidate, str] = field(default_factory=dict)
    """First name of a person → "he" or "she"."""

    spoken: list[tuple[Quote, Candidate]] = field(default_factory=list)
    """The quotations in text order, and who says them."""
    speaking: dict[Candidate, int] = field(default_factory=dict)
    """Who is told to say a quotation → the first of those that they say, by its place in `spoken`."""

    chained: dict[Candidate, Candidate] = field(default_factory=dict)
    """What a coreference component of the user's pipeline says: mention → the first name of its chain."""

    def speaker(self, one: Candidate) -> Candidate | None:
        """Who says the quotation that a mention stands in, if it stands in one."""
        at = bisect_left(self.spoken, one.start, key=lambda row: row[0].start) - 1
        return self.spoken[at][1] if at >= 0 and one.start < self.spoken[at][0].end else None

    def recent(self, labels: Container[str], reach: int, before: Candidate) -> Iterator[Candidate]:
        """Names of these types in the last `reach` sentences before a mention, the nearest first."""
        return self._back(self.names, labels, reach, before)

    def salient(self, labels: Container[str], reach: int, before: Candidate) -> Iterator[Candidate]:
        """Names of these types, and what points back to them, in the last `reach` sentences, the nearest first."""
        return self._back(self.told, labels, reach, before)

    def _back(
        self, told: list[Candidate], labels: Container[str], reach: int, before: Candidate
    ) -> Iterator[Candidate]:
        here = self.sentence(before)
        for one in reversed(told):
            if here - self.sentence(one) > reach:
                return
            if self.chain[one].label in labels and one.end <= before.start:
                yield one

    def sentence(self, one: Candidate) -> int:
        """The index of the sentence of a mention."""
        return self.parse.sentence_of[one.start]

    def text(self, name: Candidate) -> str:
        """The words of a mention."""
        return text_of(self.parse.doc, name.start, name.end)

    def known(self, name: Candidate) -> Known | None:
        """What is known beforehand of a name."""
        return known(self.text(name))


Rule = Callable[[Story, Candidate], Candidate | None]
