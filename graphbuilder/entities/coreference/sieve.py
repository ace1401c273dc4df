"""Which earlier name a name repeats: what the first rule finds that finds one, from the surest rule to the least sure.

A rule is a function that takes the name and what was read before it (`mentions.state`), and returns the antecedent or
None; the rules stand in `name_matching`. What descriptions and pronouns stand for is the reader's to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphbuilder.entities.coreference.name_matching import (
    NAME_RULES,
    company_starts,
    line_and_code,
    name_words,
    naming,
    surname_of,
    without_maker,
)
from graphbuilder.entities.coreference.shared_surnames import bearers_of, gender_of
from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.state import Rule, Story
from graphbuilder.entities.mentions.titles import words_before
from graphbuilder.entities.names.acronyms import short_forms
from graphbuilder.entities.names.double_surnames import double_surname
from graphbuilder.entities.typing.vote import trade_start
from graphbuilder.knowledge.given_names import is_bare, with_particles
from graphbuilder.syntax.parse import Parse

__all__ = ["company_starts", "link"]


def link(parse: Parse, candidates: Sequence[Candidate], antecedents: Mapping[Candidate, Candidate]) -> Story:
    """Read the candidates (in text order) and chain each to the first mention of the same thing.

    `antecedents` says what descriptions and pronouns stand for.
    """
    story = Story(parse, chained=antecedents)
    for one in candidates:
        if one.form == "name":
            _read_name(story, one)
        else:
            _read_nominal(story, one)
    _read_ahead(story, candidates)
    return story


def _read_name(story: Story, name: Candidate) -> None:
    antecedent = _first_answer(_NAME_RULES, story, name)
    story.chain[name] = story.chain[antecedent] if antecedent is not None else name
    first = story.chain[name]
    story.firsts.setdefault(naming(name), first)
    story.names.append(name)
    story.times[first] += 1
    if name.label == "person":
        _read_person(story, name, first)
    elif name.label == "organization":
        _read_organization(story, name, first)
    elif name.label == "product":
        _read_product(story, name, first)


def _read_person(story: Story, name: Candidate, first: Candidate) -> None:
    words = name_words(name.key)
    surname = surname_of(name.key)
    story.surnames[surname].add(first)
    if len(words) > 1 and not is_bare(name.key):
        story.full.setdefault(first, name.key)
        story.given[words[0]].add(first)
        whole = with_particles(name.key) if len(words) > 2 else ""
        two = double_surname(name.key) or ()
        both = name.key[name.key.rindex(two[0]) :] if two else ""
        also = {whole, *two, both} - {"", surname}
        for one in also:
            story.surnames[one].add(first)
        story.shared |= {one for one in (surname, *also) if len(bearers_of(story, one)) > 1}
    gender = gender_of(words_before(story.parse, name))
    if gender:
        story.genders.setdefault(first, gender)


def _read_organization(story: Story, name: Candidate, first: Candidate) -> None:
    for start in company_starts(name.key):
        story.cores[start].add(first)
    if trade_start(name.key):
        story.cores[f"{trade_start(name.key)} …"].add(first)
    if " " in name.key:
        story.last_words[name.key.split()[-1]].add(first)
        for form in short_forms(story.text(name)):
            story.initials[form].add(first)
    entry = story.known(name)
    story.kinds |= entry.kinds if entry is not None else set()


def _read_product(story: Story, name: Candidate, first: Candidate) -> None:
    if without_maker(name.key):
        story.last_words[without_maker(name.key)].add(first)
    line, code = line_and_code(name.key)
    if code:
        story.models[line].setdefault(code, first)


def _read_nominal(story: Story, nominal: Candidate) -> None:
    antecedent = _chained(story, nominal)
    story.chain[nominal] = story.chain[antecedent] if antecedent is not None else nominal


def _read_ahead(story: Story, candidates: Sequence[Candidate]) -> None:
    """What is named only later: "his minister said that Roe …"."""
    moved: dict[Candidate, Candidate] = {}
    for one in candidates:
        target = story.chained.get(one)
        if target is not None and story.chain[one] == one != story.chain[target]:
            moved[one] = story.chain[target]
    for one in candidates:
        story.chain[one] = moved.get(story.chain[one], story.chain[one])


def _chained(story: Story, one: Candidate) -> Candidate | None:
    """What the reader says, if that was read already."""
    first = story.chained.get(one)
    return first if first in story.chain else None


def _first_answer(rules: Iterable[Rule], story: Story, candidate: Candidate) -> Candidate | None:
    return next((answer for rule in rules if (answer := rule(story, candidate)) is not None), None)


_NAME_RULES: tuple[Rule, ...] = (*NAME_RULES, _chained)
