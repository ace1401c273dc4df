"""Who takes part in an event or is the subject of a verb, as chains of mentions."""

from __future__ import annotations

from itertools import chain

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.events.selection import Roles
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import subjects


class Company:
    """Who takes part in an event or is the subject of a verb, as chains of mentions."""

    def __init__(self, parse: Parse, found: Found, roles: Roles) -> None:
        self._parse, self._found, self._roles = parse, found, roles
        self._chain = {mention.id: mention.chain for mention in found.mentions}
        self._known: dict[int, frozenset[str]] = {}

    def of_event(self, trigger: Trigger) -> frozenset[str]:
        """Those who take part, and whom the subject is named with ("Apple's Tim Cook")."""
        if trigger.head not in self._known:
            told = {self._chain[one.mention] for one in self._roles[trigger] if one.role != "place"}
            self._known[trigger.head] = self.of_subject(self._parse.doc[trigger.anchor]) | told
        return self._known[trigger.head]

    def of_subject(self, verb: Token) -> frozenset[str]:
        """Those whom the subject of a verb names."""
        words = (range(subject.left_edge.i, subject.i + 1) for subject, _ in subjects(verb))
        named = (self._found.by_token.get(at) for at in chain.from_iterable(words))
        return frozenset(mention.chain for mention in named if mention is not None)
