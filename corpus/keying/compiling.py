"""A key from a marked text; `rendering` goes the other way.

A marked text is a head (``published 2022-07-25``, with ? where the day is a guess), the article with marks after
``=== text``, and the tables ``=== entities``, ``=== events``, ``=== ties``; lines that begin with # are remarks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from keying import tables
from keying.hints import hints
from keying.kinds import kind
from keying.marks import Mark, MarkError, first_difference, moved, put_together, take_apart
from keying.schema import Entity, Event, Figure, Key, Mention, Span, Time, sha
from keying.tables import LineError
from keying.validate import Problem, named, problems, used

SECTIONS = ("text", "entities", "events", "ties")
_KIND_OF = {"n": "name", "d": "description", "p": "pronoun"}
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Compiled:
    """What came of a marked text: the key, None where it cannot be read; `mended` is the marked text, set right."""

    key: Key | None
    problems: tuple[Problem, ...]
    mended: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


class _Reader:
    """The parts of one marked text, and what was wrong with it so far."""

    def __init__(self, marked: str) -> None:
        self.wrong: list[Problem] = []
        self.head: list[_Line] = []
        self.tables: dict[str, list[_Line]] = {name: [] for name in SECTIONS}
        self.text_line = 0
        self.lines_of: dict[str, int] = {}
        self._split(marked)

    def _split(self, marked: str) -> None:
        section = ""
        for number, text in enumerate(marked.split("\n"), 1):
            title = re.fullmatch(r"=== *(\w+) *", text)
            if title and title[1] in SECTIONS:
                section = title[1]
                self.text_line = number + 1 if section == "text" else self.text_line
            elif title:
                self.say(number, f"no section is called {title[1]!r}: they are {', '.join(SECTIONS)}")
            elif section == "text":
                self.tables["text"].append(_Line(number, text))
            elif text.strip() and not text.lstrip().startswith("#"):
                (self.tables[section] if section else self.head).append(_Line(number, text.strip()))

    def say(self, line: int, message: str) -> None:
        self.wrong.append(Problem(f"line {line}", message))

    def rows(self, section: str, letter: str, read: Callable[[str], Read]) -> list[Read]:
        """What can be read of a table; what cannot is said."""
        found = []
        for line in self.tables[section]:
            name = line.text.split()[0]
            if not re.fullmatch(rf"{letter}\d+", name):
                self.say(line.number, f"{line.text!r}: a line of {section} begins with {letter}1, {letter}2 …")
                continue
            self.lines_of[name] = line.number
            try:
                found.append(read(line.text))
            except LineError as error:
                self.say(line.number, str(error))
        return found


def compile_key(marked: str, article: str, name: str, source: str = "own") -> Compiled:
    """The key of an article from its marked text, with all that is wrong; names lines and remedies."""
    reader = _Reader(marked)
    published, sure, note = _head(reader)
    if not reader.text_line:
        reader.say(1, "there is no line === text above the article")
        return Compiled(None, tuple(reader.wrong))
    try:
        plain, marks = take_apart("\n".join(line.text for line in reader.tables["text"]))
    except MarkError as error:
        reader.say(reader.text_line + error.line - 1, str(error))
        return Compiled(None, tuple(reader.wrong))
    mended = ""
    if plain.rstrip() != article.rstrip():
        shifted = moved(plain, article, marks)
        _differs(reader, plain, article, shifted is not None)
        if shifted is None:
            return Compiled(None, tuple(reader.wrong))
        marks, mended = shifted, _mend(marked, article, shifted)
    key = _key(reader, marks, article, Key(name, source, sha(article), published, sure, (), (), (), (), (), (), note))
    if key is None:
        return Compiled(None, tuple(reader.wrong), mended)
    if source == "gum":
        key = pruned(key)
    located = [_located(reader, article, problem) for problem in (*problems(key, article), *hints(key, article))]
    return Compiled(key, (*reader.wrong, *located), mended)


def _head(reader: _Reader) -> tuple[str, bool, str]:
    published, sure, note = "", True, ""
    for line in reader.head:
        word, _, rest = line.text.partition(" ")
        if word == "published":
            published, sure = rest.strip().rstrip("? "), not rest.strip().endswith("?")
        elif word == "note":
            note = rest.strip()
        else:
            reader.say(line.number, f"{line.text!r}: above === text stand published DAY and note … only")
    if not published:
        reader.say(1, "the head needs: published 2022-07-25 (with ? where the day is your guess)")
    return published, sure, note


def _differs(reader: _Reader, plain: str, article: str, mendable: bool) -> None:
    at = first_difference(plain, article)
    line = reader.text_line + plain[:at].count("\n")
    ours, theirs = plain[max(0, at - 20) : at + 30], article[max(0, at - 20) : at + 30]
    if mendable:
        remedy = "only spaces, quotes or dashes differ: compile with --mend, which puts the article's own"
    else:
        remedy = "write the article's words unchanged; a mark begins as [e1 , <v1 , <0 , {t1=2022 , {r1 , {#3:dead "
    reader.say(line, f"the text is not the article's: {ours!r} stands for {theirs!r}; {remedy}")


def _mend(marked: str, article: str, marks: Sequence[Mark]) -> str:
    """The marked text with the article's own spaces and quotes."""
    first = re.search(r"^=== *text *\n", marked, re.MULTILINE)
    assert first
    before, rest = marked[: first.end()], marked[first.end() :]
    after = re.search(r"^=== *(?:entities|events|ties) *$", rest, re.MULTILINE)
    return before + put_together(article.rstrip(), marks) + "\n" + (rest[after.start() :] if after else "")


def _located(reader: _Reader, article: str, problem: Problem) -> Problem:
    """A problem with the line of the marked text in front."""
    line = reader.lines_of.get(problem.where)
    if problem.at is not None:
        line = reader.text_line + article[: problem.at].count("\n")
    return problem if line is None else replace(problem, where=f"line {line}, {problem.where}")


def pruned(key: Key) -> Key:
    """A key without entities that have no name and take part in nothing, and without times that date nothing."""
    keep = {entity.id for entity in key.entities} & (named(key) | used(key))
    mentions = (replace(item, of=tuple(one for one in item.of if one in keep)) for item in key.mentions)
    told = {time for event in key.events for time in event.when_words}
    return replace(
        key,
        entities=tuple(entity for entity in key.entities if entity.id in keep),
        mentions=tuple(item for item in mentions if item.of),
        times=tuple(time for time in key.times if time.id in told or time.value),
    )


# --- from marks and lines to records --------------------------------------------------------------------------------


def _key(reader: _Reader, marks: Sequence[Mark], article: str, empty: Key) -> Key | None:
    before = len(reader.wrong)
    lines = reader.rows("entities", "e", tables.read_entity)
    names = {line.id: line.name for line in lines}
    mentions = tuple(_mention(mark, article, names) for mark in marks if mark.bracket == "[")
    times = _times(reader, marks, article)
    spoken, triggers = _triggers(marks)
    words = _tie_words(marks)
    events = reader.rows("events", "v", lambda line: tables.read_event(line, _best_first(triggers, line), times))
    ties = reader.rows("ties", "r", lambda line: tables.read_tie(line, _words_of(words, line), article, times))
    figures = _figures(reader, marks, article)
    _without_line(reader, article, marks)
    if len(reader.wrong) > before and any("is nowhere" not in p.message for p in reader.wrong[before:]):
        return None
    return replace(
        empty,
        entities=tuple(_entity(line, mentions, article) for line in lines),
        mentions=mentions,
        times=tuple(times.values()),
        events=(*events, *_sayings(spoken, events)),
        ties=tuple(ties),
        figures=figures,
    )


def _mention(mark: Mark, article: str, names: Mapping[str, str]) -> Mention:
    ids, _, letter = mark.head.partition(".")
    of = tuple(ids.split("+"))
    guess = kind(article[mark.start : mark.end], names.get(of[0], ""), len(of))
    return Mention(mark.start, mark.end, of, _KIND_OF.get(letter, guess))


def _entity(line: tables.EntityLine, mentions: Sequence[Mention], article: str) -> Entity:
    return Entity(line.id, line.type, name_place(line.id, line.name, mentions, article), line.unique, story=line.story)


def name_place(entity: str, name: str, mentions: Sequence[Mention], article: str) -> Span | None:
    """Where the text gives the name of an entity: a mention of it word for word, else within one, else anywhere."""
    own = [(mention.start, mention.end) for mention in mentions if mention.of == (entity,)]
    low = name.lower()
    for wanted, fold in ((name, str), (low, str.lower)):
        for start, end in own:
            if fold(article[start:end]) == wanted:
                return start, end
    for start, end in own:
        inside = re.compile(re.escape(name), re.IGNORECASE).search(article, start, end)
        if inside:
            return inside.span()
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", article, re.IGNORECASE)
    return found.span() if found else None


def _times(reader: _Reader, marks: Sequence[Mark], article: str) -> dict[str, Time]:
    found: dict[str, Time] = {}
    for mark in marks:
        if mark.bracket == "{" and mark.head.startswith("t"):
            name, _, value = mark.head.partition("=")
            line = reader.text_line + article[: mark.start].count("\n")
            if name in found:
                reader.say(line, f"{name} is marked twice: give each place an id of its own, and write @{name}+t9")
            reader.lines_of.setdefault(name, line)
            found[name] = Time(name, mark.start, mark.end, value if value not in ("", "-") else None)
    return found


def _triggers(marks: Sequence[Mark]) -> tuple[list[Mark], dict[str, list[tuple[bool, Span]]]]:
    """The places of mere saying, and those that tell each event, with whether a star says that it is the best."""
    spoken: list[Mark] = []
    told: dict[str, list[tuple[bool, Span]]] = {}
    for mark in marks:
        if mark.bracket == "<" and mark.head[0] == "0":
            spoken.append(mark)
        elif mark.bracket == "<":
            for name in mark.head.split("+"):
                told.setdefault(name.rstrip("*"), []).append((name.endswith("*"), (mark.start, mark.end)))
    return spoken, told


def _best_first(triggers: Mapping[str, Sequence[tuple[bool, Span]]], line: str) -> tuple[Span, ...]:
    return tuple(span for _, span in sorted(triggers.get(line.split()[0], ()), key=lambda row: not row[0]))


def _tie_words(marks: Sequence[Mark]) -> dict[str, list[Span]]:
    words: dict[str, list[Span]] = {}
    for mark in marks:
        if mark.bracket == "{" and mark.head.startswith("r"):
            words.setdefault(mark.head, []).append((mark.start, mark.end))
    return words


def _words_of(words: Mapping[str, Sequence[Span]], line: str) -> tuple[Span, ...]:
    return tuple(words.get(line.split()[0], ()))


def _figures(reader: _Reader, marks: Sequence[Mark], article: str) -> tuple[Figure, ...]:
    found = []
    for mark in marks:
        if mark.bracket == "{" and mark.head.startswith("#"):
            try:
                found.append(tables.read_figure(mark.head, mark.start, mark.end))
            except LineError as error:
                reader.say(reader.text_line + article[: mark.start].count("\n"), str(error))
    return tuple(found)


def _sayings(spoken: Sequence[Mark], events: Iterable[Event]) -> Iterator[Event]:
    """Events of worth 0 for the marks <0:e1 …>, numbered after the events of the table."""
    last = max((int(event.id[1:]) for event in events), default=0)
    for number, mark in enumerate(spoken, last + 1):
        roles = tuple(("agent", name) for name in re.findall(r"e\d+", mark.head))
        yield Event(f"v{number}", "", ((mark.start, mark.end),), worth=0, roles=roles)


def _without_line(reader: _Reader, article: str, marks: Sequence[Mark]) -> None:
    """Says which ids are marked in the text and have no line in a table."""
    said: set[str] = set()
    for mark in marks:
        if mark.head[0] in "t#":
            continue
        for name in re.findall(r"[evr]\d+", mark.head):
            if name not in reader.lines_of and name not in said:
                said.add(name)
                section = {"e": "entities", "v": "events", "r": "ties"}[name[0]]
                line = reader.text_line + article[: mark.start].count("\n")
                reader.say(
                    line, f"{name} is marked but has no line under === {section}: add one, or take the mark away"
                )
