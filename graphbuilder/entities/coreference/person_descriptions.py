"""Who is told again by what they are: "the singer", "the 54-year-old", "the former mayor", "the mother of two".

Nobody begins to tell of somebody that way: such words point back to who was told of before. Words for who may enter a
story unnamed ("the driver", "the judge", "the victim") are not among them. The nouns stand in
``lexicons/names/nominals.yaml`` under callings. A description that may mean two of those told of means neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuilder.entities.coreference.unnamed_people import gender_of_noun
from graphbuilder.entities.linking.nationality import is_of_another_nation
from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.nominals import CALLING, NATIONAL, age_of, callings
from graphbuilder.entities.mentions.state import KNOWN_REACH, REACH, Story
from graphbuilder.entities.mentions.titles import before_name, offices
from graphbuilder.knowledge.given_names import given_gender
from graphbuilder.knowledge.parse_labels import SINGULAR, SUBJECTS
from graphbuilder.knowledge.type_words import listed
from graphbuilder.syntax.token_index import positions

_POINTING = frozenset({"the", "this", "that"})
_ONE = frozenset({"a", "an", "another", "one"})
#: By these everybody of one country, or of one house, is known without a name before.
_SOLE = frozenset({"chief", "judge", "king", "leader", "officer", "premier", "president", "queen", "secretary"})
_ROLES = frozenset({"dative", "dobj", "nsubj", "nsubjpass", "pobj", "poss"})
_POSSESSIVE = {"her": "she", "his": "he"}
_BEING = frozenset({"as", "like"})
#: How many times as often as others somebody is named of whom a text tells.
_MAIN = 3
#: How many tokens "54-year-old" has before "old", and how far before a name it may stand.
_AGE, _REACH = 4, 4


def called(story: Story, nominal: Candidate) -> Candidate | None:
    """Who is meant by what they are: of whom it was said, else the only one told of who may be it."""
    doc = story.parse.doc
    noun = doc[nominal.head]
    if not _points_back(noun):
        return None
    near = [name for name in _told(story, nominal, KNOWN_REACH) if not _speaks(story, nominal, name)]
    said = [name for name in near if (age_of(noun) or noun.lower_) in _said(story, name)]
    if said:
        return said[0] if len({story.chain[one] for one in said}) == 1 else None
    of_age = noun.lower_ in callings() or bool(age_of(noun))
    tells = of_age or nominal.method in (CALLING, NATIONAL)
    if _is_known_unnamed(doc, noun) or not (tells or _is_owed(story, nominal)):
        return None
    possible = [one for one in _told(story, nominal, REACH["nominal"]) if _may_be(story, one, nominal)]
    return _only(story, possible)


def _points_back(noun: Token) -> bool:
    """Whether it is one person told with "the", of whom nothing else tells who it is."""
    definite = any(child.lower_ in _POINTING for child in noun.lefts)
    if not definite or noun.tag_ not in SINGULAR or noun.dep_ not in _ROLES:
        return False
    if noun.head.lower_ in _BEING or any(_tells_who(child) for child in noun.rights):
        return False
    apart = any(child.lower_ in ("next", "other", "new", "then") for child in noun.lefts)
    return not apart and all(child.lower_ != "of" for child in noun.rights)


def _tells_who(child: Token) -> bool:
    """ "The singer, Jane Roe", "the singer who left"; not "the singer, 34,", "the singer, who was ill,"."""
    if child.dep_ == "relcl":
        return child.doc[child.left_edge.i - 1].text != ","
    return child.dep_ == "acl" or (child.dep_ == "appos" and not child.like_num)


def _told(story: Story, nominal: Candidate, reach: int) -> list[Candidate]:
    """Those told of before its sentence, and not in it, the nearest first."""
    here = story.sentence(nominal)
    told = list(story.salient(("person",), reach, nominal))
    beside = {story.chain[one] for one in told if story.sentence(one) == here}
    return [one for one in told if story.chain[one] not in beside]


def _speaks(story: Story, nominal: Candidate, name: Candidate) -> bool:
    """Whether somebody says the words: who speaks says "I" of himself."""
    speaker = story.speaker(nominal)
    return speaker is not None and story.chain.get(speaker) is story.chain[name]


def _said(story: Story, name: Candidate) -> set[str]:
    return story.said.get(story.chain[name], set())


def _is_known_unnamed(doc: Doc, noun: Token) -> bool:
    """Whether somebody without a name was told of in the same word: "a nurse was hurt … the nurse"."""
    words = frozenset({age_of(noun) or noun.lower_})
    before = (doc[at] for at in positions(doc, words, "LOWER") if at < noun.i - _AGE)
    return any(_enters(token) for token in before)


def _enters(token: Token) -> bool:
    """ "A nurse", "a 54-year-old woman"."""
    noun = next((one for one in (token, *token.ancestors) if one.tag_ in ("NN", "NNS") and one.dep_ in _ROLES), None)
    return noun is not None and any(child.lower_ in _ONE or child.like_num for child in noun.lefts)


def _is_owed(story: Story, nominal: Candidate) -> bool:
    """Whether the text owes its reader who the only person in it is: "Dmytro Kuleba came to Bucharest. … The Ukrainian
    foreign minister brought a list."
    """
    noun = story.parse.doc[nominal.head]
    if noun.lower_ in _SOLE or noun.lower_ not in offices() or noun.dep_ not in SUBJECTS:
        return False
    if noun.head.dep_ != "ROOT" or all(child.dep_ not in ("amod", "compound") for child in noun.lefts):
        return False
    told = {story.chain[one] for one in story.names if one.label == "person" and one.end <= nominal.start}
    return len(told) == 1 and not any(story.said.get(one) or story.titles.get(one) for one in told)


def _may_be(story: Story, name: Candidate, nominal: Candidate) -> bool:
    """Whether gender, age and nation agree, and the text tells more of somebody than what they say."""
    first, noun = story.chain[name], story.parse.doc[nominal.head]
    gender = story.genders.get(first) or given_gender(story.full.get(first, first.key))
    if gender and _genders(noun) - {gender}:
        return False
    if age_of(noun) and any(word.isdigit() for word in story.said.get(first, set()) - {age_of(noun)}):
        return False
    return not is_of_another_nation(story, nominal, name) and not _is_source(story, first)


def _genders(noun: Token) -> set[str]:
    """What the noun, and a pronoun behind it that may be for the same, tell: "the 54-year-old left his home"."""
    after = (word.lower_ for word in noun.doc[noun.i + 1 : noun.sent.end])
    told = {gender_of_noun(noun.lower_), *(_POSSESSIVE.get(word, "") for word in after)} - {""}
    return told if len(told) == 1 else set()


def _is_source(story: Story, first: Candidate) -> bool:
    """Whether somebody only says something once: "said the detective, Jane Roe"."""
    head = story.parse.doc[first.head]
    while head.dep_ == "appos":
        head = head.head
    return story.times[first] == 1 and head.dep_ == "nsubj" and head.head.lemma_.lower() in listed("speaking")


def _only(story: Story, told: list[Candidate]) -> Candidate | None:
    """The only one; of several the one whom the text is about, if nobody else was told of last."""
    firsts = {story.chain[one] for one in told}
    if len(firsts) < 2:
        return told[0] if told else None
    by_times = sorted(firsts, key=lambda first: -story.times[first])
    main, second = by_times[:2]
    latest = {story.chain[one] for one in told if story.sentence(one) == story.sentence(told[0])}
    if story.times[main] >= _MAIN * story.times[second] and latest == {main}:
        return next(one for one in told if story.chain[one] is main)
    return None


# --- what a text says of a person ---------------------------------------------------------------------------------


def told_of(story: Story, person: Candidate) -> set[str]:
    """What is said of somebody beside the name: "Jane Roe, a nurse", "singer Jane Roe, 54", "Roe was a nurse"."""
    doc, head = story.parse.doc, story.parse.doc[person.head]
    words = {noun.lower_ for noun in _beside(head)}
    words.update(doc[at].lower_ for at in before_name(story.parse, person.start))
    return (words & callings()) | set(_age(doc, person))


def _beside(head: Token) -> Iterator[Token]:
    for child in head.rights:
        if child.dep_ == "appos":
            yield child
            yield from child.conjuncts
    if head.dep_ == "appos":
        yield head.head
    elif head.dep_ == "nsubj" and head.head.lemma_ in ("be", "become"):
        for child in head.head.rights:
            if child.dep_ == "attr":
                yield child
                yield from child.conjuncts


def _age(doc: Doc, person: Candidate) -> Iterator[str]:
    """ "Jane Roe, 54," and "54-year-old Jane Roe"."""
    after = doc[person.end : person.end + 3]
    if len(after) == 3 and after[0].text in (",", "(") and after[1].text.isdigit() and after[2].text in (",", ")", "."):
        yield after[1].text
    before = (doc[at] for at in range(max(person.start - _REACH, 0), person.start) if doc[at].lower_ == "old")
    yield from (age for old in before if person.start <= old.head.i + 1 <= person.end and (age := age_of(old)))
