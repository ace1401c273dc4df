"""Which name a description points back to: "the alliance", "the Romanian capital", "the ship", "the prime minister".

Each rule takes the description and what was read before it, and returns the mention it points back to, or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from graphbuilder.entities.coreference.competing_antecedents import acting_on
from graphbuilder.entities.coreference.person_descriptions import called
from graphbuilder.entities.linking.nationality import is_guessed, of_another_country, of_nation
from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.nominals import nouns
from graphbuilder.entities.mentions.state import GROUP_REACH, KNOWN_REACH, OFFICE_REACH, REACH, Rule, Story
from graphbuilder.entities.mentions.titles import is_another_post
from graphbuilder.knowledge import places
from graphbuilder.knowledge.gazetteer import capital_name, known
from graphbuilder.knowledge.type_words import listed

#: Adjectives by which another one is meant.
_OTHERS = frozenset({"fellow", "higher", "latter", "lower", "next", "opposing", "other", "rival", "second", "third"})
#: How many tokens after a noun a name may begin that is put beside it.
APPOSITION = 5
#: What states and provinces are called; "the region" is often a wider one.
_AREAS = frozenset({"island", "peninsula", "province"})
#: Where a name stands that is not what the sentence is about.
_BESIDE = frozenset({"appos", "conj", "pobj"})
_TIMES = frozenset({"DATE", "TIME"})


def _capital(story: Story, nominal: Candidate) -> Candidate | None:
    """ "The Romanian capital" is Bucharest, if Bucharest was named."""
    if story.parse.doc[nominal.head].lower_ != "capital":
        return None
    for token in story.parse.doc[nominal.start : nominal.head]:
        entry = known(token.text)
        if entry is not None and entry.country:
            return story.firsts.get((capital_name(entry.country).casefold(), False))
    return None


def is_named_beside(story: Story, nominal: Candidate) -> Candidate | None:
    """What a description is said of that stands right after it: "the Dutch firm Rademo", "the captain, Anil Roe"."""
    head = story.parse.doc[nominal.head]
    if nominal.method not in ("definite", "representative") or head.tag_ != "NN":
        return None
    beside = [child for child in head.rights if child.dep_ == "appos" and child.i <= head.i + APPOSITION]
    after = head.nbor() if head.i + 1 < len(head.doc) else head
    if after.pos_ == "PROPN" and after.ent_type_ not in _TIMES:
        beside.append(after)
    names = (story.named[token.i] for token in beside if token.i in story.named)
    return next((name for name in names if name.label == nominal.label or nominal.label == "group"), None)


def _said(story: Story, nominal: Candidate) -> Candidate | None:
    """ "The ship", after "the cruise ship Freewinds"; "the church", after "the Church of Lumen"."""
    if not _points(story, nominal):
        return None
    word = story.parse.doc[nominal.head].lower_
    told = story.recent((nominal.label, "product"), KNOWN_REACH, nominal)
    possible = of_nation(story, nominal, (name for name in told if word in story.said[story.chain[name]]))
    return next(iter(possible), None)


def _kind(story: Story, nominal: Candidate) -> Candidate | None:
    """ "The alliance": something known to be one; else the nearest of that type that could be one."""
    if not _points(story, nominal):
        return None
    word = story.parse.doc[nominal.head].lower_
    same = any(token.lower_ == "same" for token in story.parse.doc[nominal.start : nominal.head])
    reach = KNOWN_REACH if word in story.kinds else GROUP_REACH if same else REACH["nominal"]
    acting = _acting(story, nominal) if nominal.label == "organization" else set()
    near = (name for name in story.recent((nominal.label,), reach, nominal) if story.chain[name] not in acting)
    told = (name for name in near if _may_be(story, name, word))
    possible = of_nation(story, nominal, told) or ([] if acting else _only_one(story, nominal, word))
    if nominal.label == "place" or word in story.kinds:
        return next(iter(possible), None)
    return _most_told(story, possible)


def _acting(story: Story, nominal: Candidate) -> set[Candidate]:
    """Who does what is done to it: "Halden denied that it was in talks to buy the company" means another."""
    head = story.parse.doc[nominal.head]
    noun = head.head.head if head.dep_ == "dobj" and head.head.dep_ == "acl" and head.head.tag_ == "VB" else head
    mentions = (story.at.get(who.i) for who in acting_on(noun)) if head.dep_ == "dobj" else ()
    return {story.chain[one] for one in mentions if one in story.chain}


def _only_one(story: Story, nominal: Candidate, word: str) -> Sequence[Candidate]:
    """ "The company", long after the only one of the text was named."""
    if nominal.label != "organization":
        return ()
    names = [name for name in story.names if name.label == "organization"]
    alone = len({story.chain[name] for name in names}) == 1
    return of_nation(story, nominal, (name for name in names[-1:] if alone and _may_be(story, name, word)))


def _points(story: Story, nominal: Candidate) -> bool:
    """Whether it is a thing, and not told apart: "the company", but not "its supplier" nor "the bank of Norway"."""
    if nominal.method != "definite" or nominal.label == "person" or _specific(story, nominal):
        return False
    return not any(child.dep_ == "poss" for child in story.parse.doc[nominal.head].lefts)


def _most_told(story: Story, possible: Sequence[Candidate]) -> Candidate | None:
    """That of which most was told so far; of equals the nearest. In "a row between Halden and Orvane" neither is."""
    most = max(possible, key=lambda name: story.times[story.chain[name]], default=None)
    if most is None or story.parse.doc[most.head].dep_ not in _BESIDE:
        return most
    first, here = story.chain[most], story.sentence(most)
    told = [name for name in possible if story.sentence(name) == here and story.chain[name] != first]
    beside = [name for name in told if story.times[story.chain[name]] == story.times[first]]
    return None if beside else most


def _may_be(story: Story, name: Candidate, word: str) -> bool:
    entry = story.known(name)
    if name.label == "organization":
        if entry is not None:
            return word in entry.kinds
        # "the company" may be any but an authority; "the regulator" or "the court" only what is called so
        public = _is_public(story, name)
        return word not in story.kinds and ((word in nouns().generic and not public) or word in name.key.split())
    if name.label == "product":
        return True
    country = entry is not None and entry.kind == "country"
    if word in ("country", "nation", "state", "republic"):
        return country
    if word == "capital":
        return entry is not None and entry.kind == "capital"
    if word in _AREAS:
        return not country and bool(places.regions(story.text(name)))
    located = story.parse.doc[name.head].dep_ == "pobj"  # a city that stands for a government is not gone to
    return word in ("city", "town") and not country and located


def _is_public(story: Story, name: Candidate) -> bool:
    """Whether the words of a name, or of what it is short for, tell an authority: "FSA" of Food Safety Authority."""
    first = story.chain[name]
    if not listed("public_bodies").isdisjoint((*name.key.split(), *first.key.split())):
        return True
    alike = (one for one in story.names if story.chain[one] is first) if " " not in first.key else ()
    return any(not listed("public_bodies").isdisjoint(one.key.split()) for one in alike)


def _specific(story: Story, nominal: Candidate) -> bool:
    """Whether the noun is told apart by what follows or stands in it: "the bank of Norway", "the German company"."""
    head = story.parse.doc[nominal.head]
    same = any(child.lower_ == "same" for child in head.lefts)  # "the same city where …" points back all the same
    told = any((child.dep_ in ("relcl", "acl") and not same) or child.lower_ == "of" for child in head.rights)
    told = told or (head.lower_ == "capital" and any(child.lower_ == "in" for child in head.rights))
    return told or any(child.ent_type_ not in ("", "NORP") or child.lower_ in _OTHERS for child in head.lefts)


def _office(story: Story, nominal: Candidate) -> Candidate | None:
    """ "The secretary general" is the person of whom it was said."""
    words = {story.parse.doc[nominal.head].lower_, story.parse.doc[nominal.head].lemma_.lower()}
    if nominal.method not in ("definite", "representative") or _specific(story, nominal):
        return None
    head = story.parse.doc[nominal.head]
    if head.tag_ in ("NNS", "NNPS") or (head.dep_ in ("pobj", "attr") and not _is_told_apart(head)):
        return None
    told = list(story.recent(("person",), OFFICE_REACH, nominal))
    same = (one for one in told if words & story.titles[story.chain[one]])
    bearers = (one for one in same if not is_another_post(story, nominal, one))
    answer = next(iter(of_nation(story, nominal, bearers)), None)
    if answer is None or story.chain[told[0]] is story.chain[answer]:
        return answer
    return None if is_guessed(story, nominal, answer) else answer


def _is_told_apart(noun: Token) -> bool:
    """ "As the leader", not "as leader" nor "a leader"."""
    return any(child.dep_ == "poss" or child.lower_ in ("the", "this", "that") for child in noun.lefts)


def _same_office(story: Story, nominal: Candidate) -> Candidate | None:
    """ "Ministers" after "NATO foreign ministers": the same head, and nothing that tells it apart."""
    if nominal.method != "representative" or nominal.end - nominal.start > 2 or _specific(story, nominal):
        return None
    word = story.parse.doc[nominal.head].lower_
    same = (one for one in reversed(story.nominals) if story.parse.doc[one.head].lower_ == word)
    told = next(same, None)
    return None if told is not None and of_another_country(story, told, nominal) else told


DESCRIPTION_RULES: tuple[Rule, ...] = (
    _capital, _office, _said, _kind, called, _same_office,
)  # fmt: skip
