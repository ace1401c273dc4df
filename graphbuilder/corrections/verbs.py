"""What each kind of correction demands of its line, and what is wrong with it. A new kind is a function in `_VERBS`."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Collection
from datetime import date, datetime

import yaml

from graphbuilder.addresses import web_address
from graphbuilder.corrections.lines import Line, plain
from graphbuilder.corrections.rows import FACTS, NONE, AboutDocument, Correction, OwnName
from graphbuilder.errors import InputError
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.names import fold
from graphbuilder.knowledge.relations import LINKS, MANNERS, ROLES, SPEAKER

#: The types that the library itself gives; others are free, unless they look like a slip of one of these.
TYPES = ("person", "organization", "place", "group", "product", "law", "work")

#: Whether an event happened: the words for it → polarity and modality.
STATUSES = {
    "happened": ("POS", "ACTUAL"),
    "did not happen": ("NEG", "ACTUAL"),
    "planned": ("POS", "PLANNED"),
    "possible": ("POS", "POSSIBLE"),
    "conditional": ("POS", "CONDITIONAL"),
    "demanded": ("POS", "DEMANDED"),
}
_SHORT = {"yes": "happened", "no": "did not happen", "true": "happened", "false": "did not happen"}

#: The verbs of what is told of an event, which stands first in their lines.
OF_EVENTS = frozenset({"date", "happened", "who", "place"})

_TYPE = re.compile(r"[a-z][a-z _-]{0,40}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?")

Said = tuple[tuple[str, ...], str]


def read(line: Line) -> Correction | OwnName | AboutDocument:
    """The correction that one line makes.

    Raises:
        InputError: it cannot be understood.
    """
    if not isinstance(line.node, yaml.MappingNode):
        raise line.wrong(f"a correction is one of {_known()} with a colon after it, as in '- ignore: Reuters'")
    fields: dict[str, Line] = {}
    for key, value in line.node.value:
        if fields.setdefault(line.at(key).text(), line.at(value)) != line.at(value):
            raise line.at(key).wrong(f"{key.value!r} stands twice in one correction; begin a new line with '- '")
    if "name" in fields or "pattern" in fields:
        return _own_name(line, fields)
    if "document" in fields:
        return _about_document(line, fields)
    if len(fields) != 1:
        raise line.wrong(f"one correction a line, but there are {', '.join(fields)}; begin each with '- '")
    [(verb, value)] = fields.items()
    if verb not in _VERBS:
        raise line.wrong(f"{verb!r} is not one of {_known()}{_nearest(verb, [*_VERBS, *_FURTHER])}")
    things, result = _VERBS[verb](value)
    return Correction(verb, things, result, line.file, line.number)


def _same(value: Line) -> Said:
    things = value.texts()
    if len({fold(one) for one in things}) < 2:
        raise value.wrong("'same' needs two names or more, as in [Kyiv Post, KP]")
    return things, ""


def _different(value: Line) -> Said:
    things = value.texts()
    if len(things) != 2 or fold(things[0]) == fold(things[1]):
        raise value.wrong(
            "'different' needs two names, as in [Georgia, Georgia State]; where both have one name, tell a mention "
            "by its id, as in [John Smith, b.txt@m40-50]"
        )
    return things, ""


def _rename(value: Line) -> Said:
    old, new = _parts(value, 2, "'rename' needs the old and the new name, as in [the Firm, Nordhavn Shipping]")
    return (old,), new


def _type(value: Line) -> Said:
    thing, _ = _parts(value, 2, "'type' needs a name and a type, as in [Lund, person]")
    return (thing,), _type_name(value.at(value.node.value[1]))


def _ignore(value: Line) -> Said:
    return (value.text(),), ""


def _parts(value: Line, count: int, reason: str) -> tuple[str, ...]:
    """The texts of a list of so many."""
    if not isinstance(value.node, yaml.SequenceNode) or len(value.node.value) != count:
        raise value.wrong(reason)
    return value.texts()


def _date(value: Line) -> Said:
    event, when = _parts(value, 2, "'date' needs an event and its date, as in [a.txt@e40-50, 2022-02-24], or none")
    if when.casefold() == NONE:
        return (event,), NONE
    try:
        Interval.parse(when)
    except InputError as error:
        raise value.wrong(f"{when!r} is no date ({error}); write it in EDTF, or none where it has none") from error
    if not any(mark.isdigit() for mark in when):
        raise value.wrong(f"{when!r} is open at both ends; write none, where it has no date")
    return (event,), when


def _happened(value: Line) -> Said:
    event, status = _parts(value, 2, "'happened' needs an event and whether it did, as in [a.txt@e40-50, no]")
    known = _SHORT.get(status.casefold(), status.casefold())
    if known not in STATUSES:
        words = ["yes", "no", *list(STATUSES)[2:]]
        raise value.wrong(f"{status!r} does not say whether it happened; use {_listed(words)}{_nearest(status, words)}")
    return (event,), known


def _who(value: Line) -> Said:
    event, role, name = _three(value, "'who' needs an event, a role and a name, as in [a.txt@e40-50, agent, Ann Lee]")
    if role.casefold() == NONE:
        return (event, name), NONE
    return (event, name), _link(value, role, [*ROLES, SPEAKER], "role", f"or {NONE} for who has no part in it")


def _place(value: Line) -> Said:
    event, name = _parts(value, 2, "'place' needs an event and where it was, as in [a.txt@e40-50, Kyiv], or none")
    return ((event,), NONE) if name.casefold() == NONE else ((event, name), "")


def _not(value: Line) -> Said:
    left, told, right = _three(value, "'not' needs a link between two things, as in [Ann Lee, member_of, NATO]")
    relation, *manners = (one.strip() for one in told.split(":"))
    key = _link(value, relation, list(LINKS), "link", "with : and how it is told, where it is no fact")
    strange = [one for one in manners if one not in MANNERS]
    if strange:
        raise value.wrong(f"{strange[0]!r} is no way to tell a link; use {_listed(MANNERS)}")
    return (left, right), ":".join([key, *(one for one in MANNERS if one in manners)])


def _three(value: Line, reason: str) -> tuple[str, str, str]:
    first, second, third = _parts(value, 3, reason)
    if fold(first) == fold(third):
        raise value.wrong(f"{first!r} stands there twice, but nothing is tied to itself")
    return first, second, third


def _link(value: Line, told: str, known: list[str], noun: str, or_else: str) -> str:
    """The name of a link, by its name or by the words for it."""
    name = told.casefold().replace(" ", "_")
    found = [name] if name in known else [one for one in known if LINKS[one] == told.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise value.wrong(f"{told!r} may be {' or '.join(found)}; name one of them")
    raise value.wrong(f"{told!r} is no {noun}; use {_listed(known)}, {or_else}{_nearest(name, known)}")


_VERBS: dict[str, Callable[[Line], Said]] = {
    "same": _same,
    "different": _different,
    "rename": _rename,
    "type": _type,
    "ignore": _ignore,
    "date": _date,
    "happened": _happened,
    "who": _who,
    "place": _place,
    "not": _not,
}
_FURTHER = ("document", "name", "pattern")


def _known() -> str:
    return ", ".join([*_VERBS, *_FURTHER])


def _listed(words: Collection[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}"


def _nearest(word: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(word.casefold(), known, n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _type_name(line: Line) -> str:
    """A type that is known, or a new word that resembles none that is."""
    type_ = line.text()
    near = difflib.get_close_matches(type_.casefold(), TYPES, n=1, cutoff=0.8)
    if type_ not in TYPES and (near or not _TYPE.fullmatch(type_)):
        hint = f"did you mean {near[0]!r}?" if near else f"types are words such as {', '.join(TYPES)}"
        raise line.wrong(f"{type_!r} is no type; {hint}")
    return type_


def _own_name(line: Line, fields: dict[str, Line]) -> OwnName:
    strange = sorted(fields.keys() - {"name", "type", "aliases", "pattern"})
    if strange:
        raise line.wrong(f"a new name has name, type, aliases and pattern, but no {strange[0]!r}")
    if "type" not in fields:
        raise line.wrong(f"a new name needs a type, such as {', '.join(TYPES[:3])}")
    name = fields["name"].text() if "name" in fields else ""
    aliases = fields["aliases"].texts() if "aliases" in fields else ()
    pattern = json.dumps(plain(fields["pattern"])) if "pattern" in fields else ""
    return OwnName(name, _type_name(fields["type"]), aliases, pattern, line.file, line.number)


def _about_document(line: Line, fields: dict[str, Line]) -> AboutDocument:
    strange = sorted(fields.keys() - {"document", *FACTS})
    if strange:
        known = ["document", *FACTS]
        raise line.wrong(f"a document has {_listed(known)}, but no {strange[0]!r}{_nearest(strange[0], known)}")
    told = {fact: fields[fact].text() for fact in FACTS if fact in fields}
    if not told:
        raise line.wrong(f"it corrects nothing of the document; add {_listed(FACTS)}")
    unknown = tuple(fact for fact, value in told.items() if value.casefold() == NONE)
    known_facts = {fact: fields[fact] for fact in told if fact not in unknown}
    return AboutDocument(
        document=fields["document"].text(),
        published=_published(known_facts["published"]) if "published" in known_facts else None,
        source=known_facts["source"].words() if "source" in known_facts else None,
        title=known_facts["title"].words() if "title" in known_facts else None,
        url=_url(known_facts["url"]) if "url" in known_facts else None,
        unknown=unknown,
        file=line.file,
        line=line.number,
    )


def _published(line: Line) -> date:
    told = line.text()
    try:
        if _DAY.fullmatch(told):
            return datetime.fromisoformat(told) if "T" in told else date.fromisoformat(told)
    except ValueError:
        pass
    raise line.wrong(f"the day of publication {told!r} is no certain day; write it as in 2022-02-24, or none")


def _url(line: Line) -> str:
    address = web_address(line.text())
    if address is None:
        raise line.wrong(f"{line.text()!r} is no web address; it begins with http:// or https://; or write none")
    return address
