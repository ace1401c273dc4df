"""The records of corrections: of things in the graph, of new names, of articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: The facts of a document that a line may correct, in the order in which they are told.
FACTS = ("published", "source", "title", "url")

#: In place of a date, a role, a place or a fact of a document: there is none, or it is not known.
NONE = "none"


class _Line:
    """A line of a file of corrections; it has no fields itself, so that those of the records stay in their order."""

    __slots__ = ()
    file: str
    line: int

    @property
    def where(self) -> str:
        """The line, as messages name it."""
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Correction(_Line):
    """One line about things that are in the graph: `verb` is same, different, rename, type, ignore, date, happened,
    who, place or not.

    `value` is the new name, type, date (EDTF), status or role, or the key of the link that is not so; "none" where
    there is to be no date, role or place; empty where there is nothing to say but the things.
    """

    verb: str
    things: tuple[str, ...]
    value: str
    file: str
    line: int

    @property
    def said(self) -> tuple[str, ...]:
        """The words of the line, in its order: a role or a link comes between the two that it connects."""
        first, *others = self.things
        if not self.value:
            return self.things
        return (first, self.value, *others) if len(others) == 1 else (*self.things, self.value)

    def __str__(self) -> str:
        return f"{self.verb}: {', '.join(self.said)} ({self.where})"


@dataclass(frozen=True, slots=True)
class OwnName(_Line):
    """A name that the user adds, found by exact words (`aliases`) or by a token pattern (JSON text)."""

    name: str
    type: str
    aliases: tuple[str, ...]
    pattern: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class AboutDocument(_Line):
    """One line about an article, by its id: None is not told; `unknown` names the facts that the user says are wrong
    without knowing better ("published: none").
    """

    document: str
    published: date | None
    source: str | None
    title: str | None
    url: str | None
    unknown: tuple[str, ...]
    file: str
    line: int

    @property
    def told(self) -> dict[str, str]:
        """The corrected facts, as text."""
        values = {fact: NONE if fact in self.unknown else getattr(self, fact) for fact in FACTS}
        return {fact: str(value) for fact, value in values.items() if value is not None}

    def __str__(self) -> str:
        facts = ", ".join(f"{fact} {value}" for fact, value in self.told.items())
        return f"document: {self.document}, {facts} ({self.where})"


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file of corrections says."""

    rows: tuple[Correction, ...] = ()
    names: tuple[OwnName, ...] = ()
    documents: tuple[AboutDocument, ...] = ()
