"""What was read of a document so far: names, descriptions, and which of them mean the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.knowledge.gazetteer import Known, known
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.token_index import text_of


@dataclass(slots=True)
class Story:
    """What was read so far. `chain` maps a candidate to the first one for the same thing."""

    parse: Parse
    chain: dict[Candidate, Candidate] = field(default_factory=dict)
    firsts: dict[tuple[str, bool], Candidate] = field(default_factory=dict)
    """Name key → the first name with it."""
    names: list[Candidate] = field(default_factory=list)
    times: Counter[Candidate] = field(default_factory=Counter)
    """First name → how often it was named."""
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
    kinds: set[str] = field(default_factory=set)
    """Nouns that may point to a known organisation that was named ("alliance")."""
    initials: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    """The acronym that may stand for a body → its first names."""
    genders: dict[Candidate, str] = field(default_factory=dict)
    """First name of a person → "he" or "she"."""

    chained: Mapping[Candidate, Candidate] = field(default_factory=dict)
    """What the reader says: mention → the first of its chain."""

    def recent(self, label: str, before: Candidate) -> Iterator[Candidate]:
        """Names of a type before a name, the nearest first."""
        return (one for one in reversed(self.names) if self.chain[one].label == label and one.end <= before.start)

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
