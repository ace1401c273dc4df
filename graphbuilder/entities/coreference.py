"""Which mentions of a document mean the same thing: a sieve of rules, from the surest to the least sure.

Each rule is a function that takes the mention and what was read before it, and returns the mention it points back to,
or None. The first rule that answers wins. To add one, write it and put it in `NAME_RULES` or `NOMINAL_RULES`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from graphbuilder.entities.candidates import Candidate
from graphbuilder.entities.gazetteer import Known, capital_name, known
from graphbuilder.entities.nominals import nouns
from graphbuilder.entities.titles import titles_of
from graphbuilder.language import Parse
from graphbuilder.lexicons import lexicon

#: How many sentences back a description or pronoun may point; further for what can hardly be mistaken.
REACH = {"nominal": 4, "pronoun": 2}
GROUP_REACH = 10
PAIR_REACH = 40
OFFICE_REACH = 8
KNOWN_REACH = 100

#: Words that may end a company's full name and are left out of its short one.
_COMPANY_WORDS = frozenset(lexicon("nominals")["company_words"])

_NOTHING = Known("", "", "")


@dataclass(slots=True)
class Story:
    """What was read so far. `chain` maps a candidate to the first one for the same thing."""

    parse: Parse
    chain: dict[Candidate, Candidate] = field(default_factory=dict)
    firsts: dict[tuple[str, bool], Candidate] = field(default_factory=dict)
    """Name key → the first name with it."""
    names: list[Candidate] = field(default_factory=list)
    nominals: list[Candidate] = field(default_factory=list)
    surnames: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    cores: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    """A company's name without "AB", "Inc." … → its first names."""
    last_words: dict[str, set[Candidate]] = field(default_factory=lambda: defaultdict(set))
    """The last word of an organisation's name → its first names: "Rovers" for "Port Esk Rovers"."""
    kinds: set[str] = field(default_factory=set)
    """Nouns that may point to a known organisation that was named ("alliance")."""
    groups: dict[Candidate, tuple[Candidate, ...]] = field(default_factory=dict)
    """ "both countries" → the two."""
    titles: dict[Candidate, set[str]] = field(default_factory=lambda: defaultdict(set))
    """First name of a person → nouns that were said of them ("minister")."""

    def recent(self, labels: Container[str], reach: int, before: Candidate) -> Iterator[Candidate]:
        """Names of these types in the last `reach` sentences before a mention, the nearest first."""
        here = self.parse.sentence_of[before.start]
        for name in reversed(self.names):
            if here - self.parse.sentence_of[name.start] > reach:
                return
            if name.label in labels and name.end <= before.start:
                yield name

    def text(self, name: Candidate) -> str:
        """The words of a mention."""
        return self.parse.doc[name.start : name.end].text

    def known(self, name: Candidate) -> Known | None:
        """What is known beforehand of a name."""
        return known(self.text(name))


Rule = Callable[[Story, Candidate], Candidate | None]


def link(parse: Parse, candidates: Sequence[Candidate]) -> Story:
    """Read the candidates (in text order) and chain each to the first mention of the same thing."""
    story = Story(parse)
    for one in candidates:
        if one.form == "name":
            _read_name(story, one)
        else:
            _read_nominal(story, one)
    return story


def _read_name(story: Story, name: Candidate) -> None:
    antecedent = _first_answer(NAME_RULES, story, name)
    story.chain[name] = story.chain[antecedent] if antecedent is not None else name
    first = story.chain[name]
    story.firsts.setdefault(_naming(name), first)
    story.names.append(name)
    if name.label == "person":
        story.titles[first] |= titles_of(story.parse, name)
        story.surnames[name.key.split()[-1]].add(first)
    if name.label == "organization":
        for start in company_starts(name.key):
            story.cores[start].add(first)
        if " " in name.key:
            story.last_words[name.key.split()[-1]].add(first)
        entry = story.known(name)
        story.kinds |= entry.kinds if entry is not None else set()


def _read_nominal(story: Story, nominal: Candidate) -> None:
    if nominal.method == "group":
        members = _members(story, nominal)
        if members:
            story.groups[nominal] = members
    antecedent = _first_answer(NOMINAL_RULES, story, nominal)
    story.chain[nominal] = story.chain[antecedent] if antecedent is not None else nominal
    if nominal.form == "nominal":
        story.nominals.append(nominal)


def _first_answer(rules: Iterable[Rule], story: Story, candidate: Candidate) -> Candidate | None:
    return next((answer for rule in rules if (answer := rule(story, candidate)) is not None), None)


# --- names --------------------------------------------------------------------------------------------------------


def _same_name(story: Story, name: Candidate) -> Candidate | None:
    return story.firsts.get(_naming(name))


def _naming(name: Candidate) -> tuple[str, bool]:
    """A person and a place may bear one name in one text: Lund, and Henrik Lund."""
    return name.key, name.label == "person"


def _acronym(story: Story, name: Candidate) -> Candidate | None:
    """ "International Atomic Energy Agency (IAEA)", and "the IAEA" from then on."""
    text = story.text(name)
    if not (text.isupper() and text.isalpha() and len(text) > 1) or not story.names:
        return None
    long = story.names[-1]
    between = story.parse.doc[long.end : name.start].text
    if between == "(" and long.label == name.label and _initials(story.text(long)).endswith(text):
        return long
    return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _surname(story: Story, name: Candidate) -> Candidate | None:
    """A single name after a full one. Where two people of this surname were named, neither is meant for sure."""
    if name.label != "person" or " " in name.key:
        return None
    bearers = story.surnames[name.key]
    return next(iter(bearers)) if len(bearers) == 1 else None


def _short_name(story: Story, name: Candidate) -> Candidate | None:
    """ "Nordhavn" after "Nordhavn Shipping AB", and the other way round: the first words of a company's full name."""
    if name.label != "organization":
        return None
    starts = company_starts(name.key)
    bearers = {one for start in starts for one in story.cores[start]} or story.last_words[name.key]
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
    while len(words) > 1 and words[-1] in _COMPANY_WORDS:
        words.pop()
    return " ".join(words)


def _capitalised_kind(story: Story, name: Candidate) -> Candidate | None:
    """ "The Alliance", written like a name, is what was known to be an alliance."""
    if name.key not in story.kinds:
        return None
    recent = story.recent(("organization",), KNOWN_REACH, name)
    return next((one for one in recent if name.key in (story.known(one) or _NOTHING).kinds), None)


NAME_RULES: tuple[Rule, ...] = (_capitalised_kind, _same_name, _acronym, _surname, _short_name)


# --- descriptions and pronouns -------------------------------------------------------------------------------------


def _capital(story: Story, nominal: Candidate) -> Candidate | None:
    """ "The Romanian capital" is Bucharest, if Bucharest was named."""
    if story.parse.doc[nominal.head].lower_ != "capital":
        return None
    for token in story.parse.doc[nominal.start : nominal.head]:
        entry = known(token.text)
        if entry is not None and entry.country:
            return story.firsts.get((capital_name(entry.country).casefold(), False))
    return None


def _kind(story: Story, nominal: Candidate) -> Candidate | None:
    """ "The alliance": something known to be one; else the nearest of that type that could be one."""
    if nominal.method != "definite" or nominal.label == "person" or _specific(story, nominal):
        return None
    word = story.parse.doc[nominal.head].lower_
    same = any(token.lower_ == "same" for token in story.parse.doc[nominal.start : nominal.head])
    reach = KNOWN_REACH if word in story.kinds else GROUP_REACH if same else REACH["nominal"]
    possible = [name for name in story.recent((nominal.label,), reach, nominal) if _may_be(story, name, word)]
    if nominal.label == "place" or word in story.kinds:
        return next(iter(possible), None)
    told = Counter(story.chain[name] for name in story.names)
    return max(possible, key=lambda name: told[story.chain[name]], default=None)  # of equals the nearest


def _may_be(story: Story, name: Candidate, word: str) -> bool:
    entry = story.known(name)
    if name.label == "organization":
        if entry is not None:
            return word in entry.kinds
        # "the company" may be any; "the regulator" or "the court" only what is called so
        return word not in story.kinds and (word in nouns().generic or word in name.key.split())
    country = entry is not None and entry.kind == "country"
    if word in ("country", "nation", "state", "republic"):
        return country
    located = story.parse.doc[name.head].dep_ == "pobj"  # a city that stands for a government is not gone to
    return word in ("city", "town", "capital") and not country and located


def _specific(story: Story, nominal: Candidate) -> bool:
    """Whether the noun is told apart by what follows or stands in it: "the bank of Norway", "the German company"."""
    head = story.parse.doc[nominal.head]
    same = any(child.lower_ == "same" for child in head.lefts)  # "the same city where …" points back all the same
    told = any((child.dep_ in ("relcl", "acl") and not same) or child.lower_ == "of" for child in head.rights)
    return told or any(child.ent_type_ not in ("", "NORP") for child in head.lefts)


def _office(story: Story, nominal: Candidate) -> Candidate | None:
    """ "The secretary general" is the person of whom it was said."""
    words = {story.parse.doc[nominal.head].lower_, story.parse.doc[nominal.head].lemma_.lower()}
    if nominal.method not in ("definite", "representative") or _specific(story, nominal):
        return None
    if story.parse.doc[nominal.head].tag_ in ("NNS", "NNPS"):
        return None
    for person in story.recent(("person",), OFFICE_REACH, nominal):
        if words & story.titles[story.chain[person]]:
            return person
    return None


def _same_office(story: Story, nominal: Candidate) -> Candidate | None:
    """ "Ministers" after "NATO foreign ministers": the same head, and nothing that tells it apart."""
    if nominal.method != "representative" or nominal.end - nominal.start > 2 or _specific(story, nominal):
        return None
    word = story.parse.doc[nominal.head].lower_
    same = (one for one in reversed(story.nominals) if story.parse.doc[one.head].lower_ == word)
    return next(same, None)


def _pronoun(story: Story, pronoun: Candidate) -> Candidate | None:
    if pronoun.form != "pronoun":
        return None
    labels = {"person": ("person",), "thing": ("organization", "place")}.get(pronoun.label, ())
    recent = story.recent(labels, REACH["pronoun"], pronoun)
    near = [name for name in recent if not _modifier(story.parse.doc[name.head])]
    if not near:
        return None
    latest = story.parse.sentence_of[near[0].start]
    if story.parse.doc[pronoun.start].lower_ == "its" and _same_sentence(story, near[0], pronoun):
        return near[0]  # a possessive means the nearest: "Russia's attacks and its annexation"
    subjects = (name for name in near if _subject(story.parse.doc[name.head]))
    return next((name for name in subjects if latest - story.parse.sentence_of[name.start] <= 1), _if_person(near))


def _same_sentence(story: Story, one: Candidate, other: Candidate) -> bool:
    return story.parse.sentence_of[one.start] == story.parse.sentence_of[other.start]


def _if_person(near: Sequence[Candidate]) -> Candidate | None:
    return near[0] if near[0].label == "person" else None


def _modifier(token: Token) -> bool:
    return token.dep_ in ("compound", "amod", "nmod")


def _subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "agent")


NOMINAL_RULES: tuple[Rule, ...] = (_capital, _office, _kind, _same_office, _pronoun)


# --- groups -------------------------------------------------------------------------------------------------------


def _members(story: Story, group: Candidate) -> tuple[Candidate, ...]:
    """The two that "both countries" or "neither" means: the last two named as a pair, else the only two there are."""
    if group.label == "any":
        return _last_group(story, group)
    recent = list(story.recent((group.label,), PAIR_REACH, group))
    if "countr" in story.parse.doc[group.head].lower_:
        recent = [name for name in recent if _is_country(story.known(name))]
    pair = _last_pair(story, recent)
    if pair:
        return pair
    here = story.parse.sentence_of[group.start]
    near = [name for name in reversed(recent) if here - story.parse.sentence_of[name.start] <= GROUP_REACH]
    distinct = list(dict.fromkeys(story.chain[name] for name in near))
    return tuple(distinct) if len(distinct) == 2 else ()


def _last_pair(story: Story, recent: Sequence[Candidate]) -> tuple[Candidate, ...]:
    for name in recent:
        partner = _pair(story, name, recent)
        if partner is not None:
            return story.chain[partner], story.chain[name]
    return ()


def _last_group(story: Story, group: Candidate) -> tuple[Candidate, ...]:
    """ "Neither", after "the two countries": the same two; else the last two named as a pair just before."""
    here = story.parse.sentence_of[group.start]
    near = (one for one in reversed(story.groups) if here - story.parse.sentence_of[one.start] <= 1)
    last = next((story.groups[one] for one in near), ())
    return last or _last_pair(story, list(story.recent(("place", "organization", "person"), 1, group)))


def _is_country(entry: Known | None) -> bool:
    return entry is not None and entry.kind in ("country", "adjective")


def _pair(story: Story, name: Candidate, others: Sequence[Candidate]) -> Candidate | None:
    """The other of exactly two names joined by "and"; of three or more none is "both"."""
    head = story.parse.doc[name.head]
    if head.dep_ != "conj" or len(head.conjuncts) != 1:
        return None
    return next((other for other in others if other.start <= head.head.i < other.end), None)
