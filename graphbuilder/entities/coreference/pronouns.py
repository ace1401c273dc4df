"""Which name a pronoun points back to: agreement, the grammar of its sentence, then what was told of last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graphbuilder.entities.coreference.biographies import told_of_all_along
from graphbuilder.entities.coreference.competing_antecedents import (
    acting_on,
    beside_noun,
    clause_subjects,
    is_body,
    is_done_to_bodies,
    is_empty,
    is_idle,
    is_no_body,
    is_object,
    main_subject,
    may_be_meant,
    meant,
    of_whom,
    within,
)
from graphbuilder.entities.coreference.unnamed_people import comes_first, gender_of_noun, is_person, strangers
from graphbuilder.entities.mentions.candidates import Candidate
from graphbuilder.entities.mentions.nominals import PRONOUNS, nouns
from graphbuilder.entities.mentions.quotations import told_between
from graphbuilder.entities.mentions.state import REACH, Story
from graphbuilder.knowledge.given_names import given_gender
from graphbuilder.knowledge.parse_labels import PLURAL, SUBJECTS
from graphbuilder.knowledge.type_words import listed

#: What a pronoun of this kind may mean.
_LABELS = {"person": ("person",), "thing": ("organization", "place", "product"), "group": ("organization", "group")}
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_POSSESSIVE = frozenset({"its", "his", "her", "their"})
#: "Merkel called on her" is somebody else; "took it with her" need not be.
_TOWARDS = frozenset({"against", "by", "for", "from", "on", "to"})
_ACTING = frozenset({"nsubj", "nsubjpass", "agent"})
_MANY = frozenset({"they", "we"})


def pronoun(story: Story, one: Candidate) -> Candidate | None:
    """The mention that a pronoun points back to, or None where that is not clear."""
    token = story.parse.doc[one.start]
    if one.method != "pronoun" or is_empty(token) or is_idle(token):
        return None
    if one.label == "group":
        several = _officials(story, token)
        if several is not None:
            return several
    speaker = story.speaker(one)
    near = [
        other
        for other in _possible(story, one)
        if _agrees(story, other, token) and not (speaker is not None and _is_same(story, other, speaker))
    ]
    at = story.speaking.get(one)
    if at is not None:
        before = _speaks_before(story, at)
        if before is not None and one.label == before.label and _agrees(story, before, token):
            return before
        near = [other for other in near if story.speaker(other) is None]
    if one.label == "group" and (not near or _plural_nearer(token, near[0])):
        return None
    answer = _answer(story, one, near)
    if answer is not None and answer.form == "name" and one.label == "person":
        story.genders.setdefault(story.chain[answer], _gender(token))
    return answer


def _speaks_before(story: Story, at: int) -> Candidate | None:
    """Who speaks in the quotation before another of the same run: "she" in "'I left.' 'I was ill,' she said"."""
    if not at or told_between(story.parse.doc, story.spoken[at - 1][0], story.spoken[at][0]):
        return None
    before = story.spoken[at - 1][1]
    return before if before in story.chain else None


def _officials(story: Story, token: Token) -> Candidate | None:
    """The officials of this clause or of the sentence before, for "they": "Swedish ministers met. They agreed"."""
    clause = next((subject for subject in clause_subjects(token) if _is_many(subject)), None)
    before = token.sent.start - 1
    first = token.is_sent_start or token.head.dep_ == "ROOT"
    begins = clause is None and token.dep_ in SUBJECTS and first and before > 0
    subject = main_subject(token.doc[before]) if begins else clause
    told = story.at.get(subject.i) if subject is not None and _is_many(subject) else None
    if subject is None or told is None or told.method != "representative":
        return None
    doubtful = subject.tag_ not in PLURAL or (begins and token.dep_ == "nsubjpass")
    return None if doubtful and _plural_nearer(token, told) else told


def _is_many(noun: Token) -> bool:
    """ "Ministers", "the army"."""
    return noun.tag_ in PLURAL or (noun.tag_ == "NN" and noun.lower_ in listed("many"))


def _answer(story: Story, one: Candidate, near: Sequence[Candidate]) -> Candidate | None:
    """The subject of the clause that the pronoun stands in, or of one that this depends on; else by place."""
    token = story.parse.doc[one.start]
    again = next((other for other in near if _is_said_again(story, other, one)), None)
    if again is not None and not _another_between(token, again):
        return again
    heads = {other.head: other for other in reversed(near)}
    barred = {subject.i for subject in acting_on(token)} if _is_object(token) else set()
    for number, acting in enumerate(clause_subjects(token)):
        subject = of_whom(acting) if acting.lower_ == "who" and one.label == "person" else acting
        beside = beside_noun(subject) if number == 0 else []
        beside += within(subject) if one.label == "person" else []
        if subject is not acting and subject.dep_ == "appos":
            beside.append(subject.head)  # "said Max Lund, an analyst, who sold his shares"
        found = next((heads[word.i] for word in (subject, *beside) if word.i in heads), None)
        if found is not None:
            return found if one.label != "group" or not subject.conjuncts else None
        if subject.i not in barred and may_be_meant(token, subject) and not _is_another(story, subject):
            return None
    return _by_place(story, one, near)


def _is_said_again(story: Story, other: Candidate, one: Candidate) -> bool:
    """ "Described her as a planet in her own orbit": in one sentence "her" and "her" are mostly the same."""
    if one.label != "person" or other.form != "pronoun" or story.sentence(other) != story.sentence(one):
        return False
    earlier, token = story.parse.doc[other.start], story.parse.doc[one.start]
    owner = earlier.dep_ == "poss" and earlier.head.dep_ in SUBJECTS
    if owner and (earlier.head.tag_ == "NNP" or is_person(earlier.head)):
        return False  # "his father said he would"; but "his break came when he sang"
    named = owner and any(who.i in story.named for who in clause_subjects(token) if who.i > earlier.i)
    return _gender(earlier) == _gender(token) and not named


def _another_between(token: Token, again: Candidate) -> bool:
    """ "His men will stay; the chief of staff said he would not": whether somebody else has begun to act since."""
    for one in clause_subjects(token):
        if again.start < one.i and may_be_meant(token, one):
            return True
        if one.lower_ == "who" and meant(one).i > again.start:
            return True  # “Max Lund lied to him,” said Tom Poe, who sold his car
    return False


def _is_another(story: Story, noun: Token) -> bool:
    """ "Its leader, Anna Holm, demanded his resignation": whether somebody is named who cannot be meant."""
    return any(child.i in story.named for child in beside_noun(noun))


def _possible(story: Story, one: Candidate) -> Iterator[Candidate]:
    """What the pronoun could mean, the nearest first; names that only modify a noun left out."""
    for other in story.salient(_LABELS[one.label], REACH["pronoun"], one):
        head = story.parse.doc[other.head]
        if other.form != "name" or head.dep_ not in ("compound", "amod", "nmod"):
            yield other


def _agrees(story: Story, other: Candidate, token: Token) -> bool:
    """Whether gender and type agree, and the two are not subject and object of one verb ("Merkel met her")."""
    first = story.chain[other]
    if other.form == "pronoun" and _one_and_many(story.parse.doc[other.start], token):
        return False
    if first.label == "organization" and is_no_body(token):
        return False
    if first.label == "place" and _acts(token) and not _is_country(story, first):
        return False
    known = _gender_known(story, other)
    if known and _gender(token) and known != _gender(token):
        return False
    if token.lower_ == "it" and first.label != "product" and is_object(token) and not is_done_to_bodies(token):
        return False
    if not _is_object(token):
        return True
    acting = (word for who in acting_on(token) for word in (who, *beside_noun(who)))
    return all(story.chain.get(story.at[word.i]) is not first for word in acting if word.i in story.at)


def _one_and_many(one: Token, other: Token) -> bool:
    """Whether two pronouns of a sentence differ in number: "it" and "they"."""
    kinds = {PRONOUNS.get(word.lower_, "") for word in (one, other)}
    return kinds == {"thing", "group"} and one.sent == other.sent


def _acts(token: Token) -> bool:
    """Whether "it" does, or has, what only bodies do and have: "it said", "it hired ten people", "its chairman"."""
    if token.lower_ == "its":
        return token.head.lower_ in listed("owned_by_bodies") or token.head.lower_ in nouns().representatives
    verb = token.head.lemma_.lower()
    return token.lower_ == "it" and token.dep_ == "nsubj" and (verb in listed("deeds") or verb in listed("speaking"))


def _is_country(story: Story, name: Candidate) -> bool:
    entry = story.known(name)
    return entry is not None and entry.kind in ("country", "adjective")


def _is_object(token: Token) -> bool:
    """Whether it is another than who acts."""
    if token.lower_.endswith("self") or token.lower_ == "themselves":
        return False
    direct = token.dep_ in ("dobj", "iobj", "dative") or (token.dep_ in SUBJECTS and token.lower_ in ("him", "them"))
    return direct or (token.dep_ == "pobj" and token.head.lower_ in _TOWARDS)


def _gender_known(story: Story, other: Candidate) -> str:
    """From titles and nouns beside any mention, or from the given name where some mention had it."""
    first = story.chain[other]
    return story.genders.get(first) or given_gender(story.full.get(first, first.key))


def _is_same(story: Story, other: Candidate, speaker: Candidate) -> bool:
    """Whether a mention is the speaker, who does not say "he" of himself; he may be named only later, in short."""
    first = story.chain[other]
    return story.chain.get(speaker) == first or first.key.split()[-1:] == speaker.key.split()[-1:] != []


def _gender(token: Token) -> str:
    return "he" if token.lower_ in _MALE else "she" if token.lower_ in _FEMALE else ""


def gender_of(words: Sequence[str]) -> str:
    """The gender that titles and nouns said of a person tell: "he", "she" or "".

    >>> gender_of(["mrs."]), gender_of(["minister"])
    ('she', '')
    """
    return next((gender for word in words if (gender := gender_of_noun(word))), "")


def _by_place(story: Story, one: Candidate, near: Sequence[Candidate]) -> Candidate | None:
    """A possessive means the nearest in its sentence ("Russia's attacks and its annexation"); others the last subject,
    unless a common noun may be meant as well; a person also what was told of last.
    """
    if not near:
        return None
    token = story.parse.doc[one.start]
    if token.lower_ == "it" and _told_by_several(token):
        here = {story.chain[other]: other for other in near if story.sentence(other) == story.sentence(one)}
        if len(here) == 1:
            return next(iter(here.values()))
    latest = story.sentence(near[0])
    if token.lower_ in _POSSESSIVE and one.label != "person" and latest == story.sentence(one):
        return near[0]
    told = [other for other in near if _is_told_of(story, other) and latest - story.sentence(other) <= 1]
    subject = _surest(story, told, token)
    if subject is not None and one.label == "thing" and _told_between(story, subject, token, acts=_acts(token)):
        return None
    answer = subject if subject is not None else near[0] if one.label == "person" else None
    if answer is not None and one.label == "person":
        answer = told_of_all_along(story, one, answer, near) or answer
    if answer is not None and one.label == "person" and _stranger_nearer(story, answer, near, token):
        return None
    return answer


def _told_by_several(token: Token) -> bool:
    """ "They wrote that it would join": "it" is none of those who act in the sentence."""
    acting = list(clause_subjects(token))
    told = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp"
    return told and bool(acting) and all(one.tag_ in PLURAL or one.lower_ in _MANY for one in acting)


def _surest(story: Story, told: Sequence[Candidate], token: Token) -> Candidate | None:
    """The last subject; rather than somebody who is only named beside it, one who is known to be a "she"."""
    if token.lower_ == "it" and token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
        doc, last = story.parse.doc, told[0] if told else None
        first = next((one for one in told if doc[one.head] == main_subject(doc[one.head])), None)
        if first is not None and last is not None and story.sentence(first) == story.sentence(last):
            beside = doc[last.head].head in (doc[first.head], doc[first.head].head)  # "the new van, the Corsa, grew"
            return last if beside else first  # "The bank said that the fund lost money. It sold it": the bank
    elif told and _gender(token) and token.dep_ in SUBJECTS and token.head.dep_ == "ROOT":
        told = _without_asides(story, told)
    head = story.parse.doc[told[0].head] if told else token
    if not told or head.dep_ != "appos" or is_person(head.head):
        return told[0] if told else None  # "a nurse, Nicola Roe, came": she is the nurse
    same = (other for other in told if _gender(token) and _gender_known(story, other) == _gender(token))
    return next(same, told[0])


def _without_asides(story: Story, told: Sequence[Candidate]) -> Sequence[Candidate]:
    """ "Holm broke away after Roe had fallen. He led": the sentence goes on about whom the one before is about."""
    doc, here = story.parse.doc, story.sentence(told[0])
    first = next((one for one in told if doc[one.head] == main_subject(doc[one.head])), None)
    if first is None or first is told[0] or story.sentence(first) != here:
        return told
    verb = doc[told[0].head].head
    return [first] if verb.dep_ == "advcl" and verb.i > verb.head.i and verb.head.dep_ == "ROOT" else told


def _stranger_nearer(story: Story, answer: Candidate, near: Sequence[Candidate], token: Token) -> bool:
    """Whether somebody without a name was told of since a person was last what is told of: "a man was held. He …"."""
    doc, first = story.parse.doc, story.chain[answer]
    again = [other for other in near if story.chain[other] is first]
    if again and story.sentence(again[0]) == story.parse.sentence_of[token.i]:
        return False
    last = next((other for other in again if other.form == "pronoun" or _is_subject(doc[other.head])), None)
    sentence = doc[(last or answer).start].sent
    told = _unnamed(story, sentence.start, token.sent.start, _gender(token))
    return any(one.i >= sentence.end or (last is None and (comes_first(one) or one.i > answer.end)) for one in told)


def _unnamed(story: Story, start: int, end: int, gender: str) -> Iterator[Token]:
    for noun in strangers(story.parse.doc, start, end, gender):
        mention = story.at.get(noun.i)
        if mention is None or story.chain[mention].form != "name":
            yield noun


def _told_between(story: Story, other: Candidate, token: Token, *, acts: bool) -> bool:
    """Whether a sentence since a name tells of something without one that the pronoun may mean; what acts is a body."""
    doc, start = story.parse.doc, token.sent.start
    while start > other.start:
        before = doc[start - 1]
        told = main_subject(before)
        if told is not None and may_be_meant(token, told) and (is_body(told) or not acts):
            mention = story.at.get(told.i)
            return mention is None or story.chain[mention].form != "name"
        start = before.sent.start
    return False


def _is_told_of(story: Story, other: Candidate) -> bool:
    """Whether a sentence is about somebody: a subject, or whose thing it is: "Max Lund's road was long. He left"."""
    head = story.parse.doc[other.head]
    if other.label == "person" and other.form == "name" and head.dep_ == "poss" and not is_person(head.head):
        return head.head.dep_ in SUBJECTS and head.head.head.dep_ == "ROOT"
    return _is_subject(head)


def _is_subject(token: Token) -> bool:
    """Itself, or as the name of the subject: "Chad's finance minister, Max Lund, said"."""
    named = token.head if token.dep_ == "appos" and token.pos_ == "PROPN" else token
    if token.dep_ == "oprd" and token.head.dep_ == "acl":
        named = token.head.head  # "a clerk called Max Lund"
    place = named.dep_
    if place not in ("poss", "pobj"):
        return place in _ACTING
    above = named.head.head if place == "pobj" else named.head  # "the parents of Tom Poe wept. His mother"
    return above.dep_ in SUBJECTS and token in within(above)


def _plural_nearer(token: Token, other: Candidate) -> bool:
    """Whether "they" may mean several that were told of after `other`."""
    between = token.doc[other.end : token.i]
    return any(word.tag_ in PLURAL and word.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") for word in between)
