"""Who is told with whom, as chains of mentions: what the day of a story is looked up by."""

from __future__ import annotations

from typing import Protocol

from spacy.tokens import Token

from graphbuilder.events.triggers import Trigger


class Company(Protocol):
    """Who is told with whom, as chains of mentions."""

    def of_event(self, trigger: Trigger) -> frozenset[str]:
        """Those who take part in an event, and those whom its subject is named with ("Apple's Tim Cook")."""

    def of_subject(self, verb: Token) -> frozenset[str]:
        """Those whom the subject of a verb names."""
