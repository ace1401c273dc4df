"""Which names mean the same: rules from the surest to the least sure.

Each takes a name and what was read before it, and returns the name that it repeats, or None.
"""

from __future__ import annotations

import re

from graphbuilder.entities.coreference.aliases import alias_of
from graphbuilder.entities.coreference.shared_surnames import bearers_of, namesake
from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import Rule, Story
from graphbuilder.entities.names.acronyms import introduces, is_short_form, short_forms
from graphbuilder.entities.names.double_surnames import double_surname, is_called_by
from graphbuilder.entities.typing.vote import company_words, trade_start
from graphbuilder.knowledge.gazetteer import known
from graphbuilder.knowledge.given_names import is_bare, same_form, with_particles
from graphbuilder.lexicons import lexicon

_COMPARING = frozenset({"than", "like", "unlike", "original"})
_LINE = r"(?P<line>[^\W\d][^\d]*[^\W\d])"
_CODE_BEHIND = re.compile(rf"{_LINE}[ -](?P<code>[^\W\d]{{0,2}}\d[\w.-]{{0,7}})")
_CODE_AHEAD = re.compile(rf"(?P<code>\d\w{{0,3}}) {_LINE}")
_LEGAL = frozenset(lexicon("body_names")["legal"])
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})


def naming(name: Candidate) -> tuple[str, bool]:
    """What equal names have in common. A person and a place may bear one name in one text: Lund, and Henrik Lund."""
    return name.key, name.label == "person"


def name_words(key: str) -> list[str]:
    """The words of a person's name, without "Jr." and the like.

    >>> name_words("ferdinand marcos jr.")
    ['ferdinand', 'marcos']
    """
    words = key.split()
    return words[:-1] if len(words) > 2 and words[-1] in _SUFFIXES else words


def surname_of(key: str) -> str:
    """The surname in a person's name; the first word of some names from East Asia.

    >>> surname_of("angela merkel"), surname_of("xi jinping"), surname_of("kim jong un"), surname_of("kim clark")
    ('merkel', 'xi', 'kim', 'clark')
    """
    words = name_words(key)
    first = lexicon("personal_names")["first_surnames"]
    turned = len(words) > 1 and (words[0] in first["any"] or (words[0] in first["three"] and _has_three_parts(words)))
    return words[0] if turned else words[-1]


def _has_three_parts(words: list[str]) -> bool:
    return len(words) == 3 or (len(words) == 2 and "-" in words[1])


def _same_name(story: Story, name: Candidate) -> Candidate | None:
    if story.shared and name.key in story.shared and name.label == "person":
        return None
    return story.firsts.get(naming(name))


def _acronym(story: Story, name: Candidate) -> Candidate | None:
    """ "International Atomic Energy Agency (IAEA)", and "the IAEA" from then on."""
    last = [one for one in story.names[-2:] if one.label == name.label]  # "known by its Spanish initials ADC"
    return next((one for one in reversed(last) if introduces(story.parse.doc, one, name)), None)


def _only_body(story: Story, name: Candidate) -> Candidate | None:
    """The only body with these initials: "GM" for General Motors, and the other way round."""
    if name.label != "organization":
        return None
    if is_short_form(story.text(name)):
        bearers = story.initials[story.text(name)]
        return next(iter(bearers)) if len(bearers) == 1 else None
    forms = short_forms(story.text(name))
    known = (story.firsts.get((form.lower(), False)) for form in forms if is_short_form(form))
    return next((one for one in known if one is not None and one.label == "organization"), None)


def _also(story: Story, name: Candidate) -> Candidate | None:
    """ "Da'esh, also known as ISIL"."""
    return alias_of(story, story.names, name)


def _surname(story: Story, name: Candidate) -> Candidate | None:
    """A single name after a full one, its last word or its first; or both surnames of "Lucia Montero Salas"."""
    if name.label != "person" or (" " in name.key and not is_bare(name.key) and name.key not in story.surnames):
        return None
    told = bearers_of(story, name.key)
    if told:
        return namesake(story, name, told)
    bearers = story.surnames[name.key] or story.given[name.key]
    return next(iter(bearers)) if len(bearers) == 1 else None


def _full_name(story: Story, name: Candidate) -> Candidate | None:
    """ "Angela Merkel", after "Merkel resigns" in the headline, if no other Merkel was named in full."""
    if name.label != "person" or " " not in name.key:
        return None
    for surname in (surname_of(name.key), with_particles(name.key), *(double_surname(name.key) or ())[:1]):
        first = story.firsts.get((surname, True))
        if first is not None and first.key == surname and story.full.get(first, name.key) == name.key:
            return None if _was_left_open(story, first) else first
    return None


def _was_left_open(story: Story, bare: Candidate) -> bool:
    """Whether others were named in full before a bare surname, which may mean one of these."""
    return any(one in story.full and one.start < bare.start for one in story.surnames[bare.key])


def _middle_name(story: Story, name: Candidate) -> Candidate | None:
    """The bearer of a name with one middle name more or less: "Ada King Lovelace" and "Ada Lovelace", not two others.

    "Walt" here may be "Walter" there; "Lucia Montero Salas" is "Lucia Montero", for Montero is her first surname.
    """
    words = name.key.split()
    if name.label != "person" or len(words) < 2:
        return None
    surname = (double_surname(name.key) or words[-1:])[0]
    bearers = [
        one
        for one in story.surnames[surname]
        if (given := one.key.split()[0]) == words[0] or (" " in one.key and same_form("short", given, words[0]))
        if is_called_by(one.key, surname)
    ]
    if len(bearers) != 1 or min(len(words), len(bearers[0].key.split())) > 2:
        return None
    return bearers[0]


def _short_name(story: Story, name: Candidate) -> Candidate | None:
    """ "Nordhavn" after "Nordhavn Shipping AB", and the other way round: the first words of a company's full name."""
    if name.label != "organization":
        return None
    starts = company_starts(name.key)
    bearers = {one for start in starts for one in story.cores[start]} or story.last_words[name.key]
    possible = [one for one in bearers if _is_short_of(story, name, one) and not _is_seat(story, one)]
    return possible[0] if len(possible) == 1 else None


def _is_seat(story: Story, name: Candidate) -> bool:
    """Whether a building stands for a government: the House is not the White House."""
    entry = story.known(name)
    return entry is not None and entry.kind == "seat"


def _is_short_of(story: Story, name: Candidate, bearer: Candidate) -> bool:
    """Whether one of two names shortens the other; "Siemens Energy" and "Siemens AG" are two companies."""
    if _extent(name.key) is None:
        return True
    told = {_extent(one.key) for one in story.names if story.chain[one] is bearer} - {None}
    return not told or told == {_extent(name.key)}


def _extent(key: str) -> tuple[str, ...] | None:
    """The words of a company's full name but for its legal form; None for a name that is not told to be a full one."""
    words = tuple(word for word in key.split() if word not in _LEGAL)
    return words if _core(key) != key else None


def _trade_name(story: Story, name: Candidate) -> Candidate | None:
    """ "Toyota" and "Toyota Motor"; not two that only share the first word, as General Motors and General Electric."""
    if name.label != "organization":
        return None
    short = trade_start(name.key)
    if short:
        bearer = story.firsts.get((short, False))
        if bearer is not None and bearer.label != "organization":
            return None  # "Vietnam Airlines" is not Vietnam
        return bearer
    bearers = story.cores[f"{name.key} …"]
    return next(iter(bearers)) if len(bearers) == 1 else None


def company_starts(key: str) -> list[str]:
    """What a company may be called: its name without "AB", "Inc." …, and, if it had one of these, its first word.

    >>> company_starts("nordhavn shipping ab"), company_starts("bank of norway")
    (['nordhavn shipping', 'nordhavn'], ['bank of norway'])
    """
    core = _core(key)
    first = core.split()[0] if core else ""
    told = core != key and first != core and len(first) > 3 and known(first.title()) is None
    return [core, first] if told else [core]


def _core(key: str) -> str:
    words = key.split()
    while len(words) > 1 and words[-1] in company_words():
        words.pop()
    return " ".join(words)


def _model(story: Story, name: Candidate) -> Candidate | None:
    """ "The A380" after "the Airbus A380", and the other way round."""
    if name.label != "product" or not any(mark.isdigit() for mark in name.key):
        return None
    bearers = story.last_words[name.key]
    return next(iter(bearers)) if len(bearers) == 1 else story.firsts.get((without_maker(name.key), False))


def without_maker(key: str) -> str:
    """The code of a model that begins the name but for the first word, or "".

    >>> without_maker("airbus a380"), without_maker("sable lark 3")
    ('a380', '')
    """
    rest = key.partition(" ")[2]
    return rest if any(mark.isdigit() for mark in rest.partition(" ")[0]) and not rest.isdigit() else ""


def _coded(story: Story, name: Candidate) -> Candidate | None:
    """The model of a line by its code: "the 3G Lumia" after "the Lumia 3G"; "the Lumia" where only one was named."""
    if not story.models:
        return None
    line, code = line_and_code(name.key)
    if code:
        return story.models[line].get(code) if name.label == "product" else None
    models = story.models.get(name.key, {})
    return next(iter(models.values())) if len(models) == 1 and _is_the_one(story, name) else None


def _is_the_one(story: Story, name: Candidate) -> bool:
    """Whether a name is told with "the", compared with nothing, and modifies no other noun."""
    doc = story.parse.doc
    before = [token.lower_ for token in doc[max(name.start - 2, 0) : name.start]]
    return before[-1:] == ["the"] and before[0] not in _COMPARING and doc[name.head].dep_ not in ("compound", "nmod")


def line_and_code(key: str) -> tuple[str, str]:
    """The line that a model belongs to, and its number or code; two empty words for other names.

    >>> line_and_code("lumia 920"), line_and_code("shahed-136"), line_and_code("3g lumia"), line_and_code("lumia mini")
    (('lumia', '920'), ('shahed', '136'), ('lumia', '3g'), ('', ''))
    """
    found = _CODE_BEHIND.fullmatch(key) or _CODE_AHEAD.fullmatch(key)
    return (found["line"], found["code"]) if found else ("", "")


def _capitalised_kind(story: Story, name: Candidate) -> Candidate | None:
    """ "The Alliance", written like a name, is what was known to be an alliance."""
    if name.key not in story.kinds:
        return None
    for one in story.recent("organization", name):
        entry = story.known(one)
        if entry is not None and name.key in entry.kinds:
            return one
    return None


NAME_RULES: tuple[Rule, ...] = (
    _capitalised_kind,
    _coded,
    _same_name,
    _acronym,
    _only_body,
    _also,
    _surname,
    _full_name,
    _middle_name,
    _short_name,
    _trade_name,
    _model,
)
