"""What the words in and beside a name tell of its type: "Lake Geneva", "the browser Safari", "shares of Fenwick".

Each clue is a function that takes the Doc and a name and returns a type, or "" where it tells nothing. To add one,
write it and put it in `CLUES` with its weight; the words it looks for stand in ``lexicons/evidence.yaml``. A label of
spaCy's model weighs 20 (see `election`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from graphbuilder.entities.candidates import Candidate
from graphbuilder.entities.cities import is_city, is_city_of_words
from graphbuilder.entities.clubs import is_club
from graphbuilder.entities.clue_words import is_craft, kind_of, listed, words
from graphbuilder.entities.gazetteer import known
from graphbuilder.entities.given_names import is_given
from graphbuilder.entities.inner_clues import (
    bank,
    brand,
    capitals,
    first_name,
    first_word,
    joined_with_article,
    joined_words,
    last_word,
    of_a_year,
    plural,
    plural_code,
    titled,
    version,
    with_article,
    with_article_and_face,
)
from graphbuilder.entities.lookup import text_of

Clue = Callable[[Doc, Candidate], str]
#: What clues told of one mention: the number of the clue, and the type.
Evidence = tuple[tuple[int, str], ...]

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_POSSESSORS = frozenset({"its", "their"})


def evidence(doc: Doc, name: Candidate) -> Evidence:
    """Which clues tell something of a name, and what."""
    return tuple((number, label) for number, (clue, _) in enumerate(CLUES) if (label := clue(doc, name)))


def votes(told: Iterable[Evidence]) -> Counter[str]:
    """The weight of each type in what was told of mentions of one name. The same clue counts twice at most."""
    times = Counter(one for clues in told for one in clues)
    count: Counter[str] = Counter()
    for (number, label), often in times.items():
        count[label] += CLUES[number][1] * min(often, 2)
    return count


# --- nouns beside it ----------------------------------------------------------------------------------------------


def _kind_before(doc: Doc, name: Candidate) -> str:
    """ "The browser Safari", "software maker Adobe", "cities such as Lyon", "towns including Lyon"."""
    at = name.start - 1
    if at > 0 and doc[at].text == "The" and not doc[at].is_sent_start:
        at -= 1  # "the newspaper The Orvane Call"
    if at < 0:
        return ""
    if doc[at].pos_ == "NOUN":
        return "" if doc[at].tag_ == "NNS" else kind_of(doc[at])
    if doc[at].lower_ == "including" and at > 0:
        return kind_of(doc[at - 1] if doc[at - 1].text != "," else doc[at - 2])
    if at > 1 and doc[at].lower_ == "as" and doc[at - 1].lower_ == "such":
        return kind_of(doc[at - 2])
    return ""


def _kind_of_several(doc: Doc, name: Candidate) -> str:
    """ "Drugmakers Orvane and Pell": of both."""
    head = doc[name.head]
    joined = head.dep_ == "conj"
    if not joined and not any(child.dep_ == "conj" for child in head.rights):
        return ""
    at = (head.head.i if joined else name.start) - 1
    while joined and at >= 0 and doc[at].pos_ == "PROPN" and not kind_of(doc[at]):
        at -= 1
    return kind_of(doc[at]) if at >= 0 and doc[at].lower_.endswith("s") and doc[at].pos_ in ("NOUN", "PROPN") else ""


def _craft_before(doc: Doc, name: Candidate) -> str:
    """ "The tanker Mare Doricum"."""
    return "product" if name.start and is_craft(doc[name.start - 1]) else ""


def _firm_beside(doc: Doc, name: Candidate) -> str:
    """ "The law firm Pike Roe", "the insurer, Ostara Rhodienne", which the model takes for people."""
    if name.label != "person" or is_given(doc[name.start].text):
        return ""
    head, before = doc[name.head], doc[name.start - 1] if name.start else None
    noun = head.head if head.dep_ == "appos" else before
    if noun is None or noun.tag_ != "NN" or noun.lower_ in listed("either_or") or noun.i >= name.start:
        return ""
    return "organization" if kind_of(noun) == "organization" else ""


def _based(doc: Doc, name: Candidate) -> str:
    """ "Oslo-based Hansen Reefer": without a word for what somebody is, a body; not "the London-based Jane Roe"."""
    before = doc[name.start - 1] if name.start else None
    if before is None or before.lower_ not in ("based", "headquartered", "listed") or before.dep_ != "amod":
        return ""
    return "" if is_given(doc[name.start].text) else "organization"


def _kind_beside(doc: Doc, name: Candidate) -> str:
    """ "Gdynia, a port", "the operating system, Darwin", "Gdynia is a port", "a sect called Lumen"."""
    head = doc[name.head]
    beside = [child for child in head.children if child.dep_ == "appos" and child.i >= name.end]
    if head.dep_ == "appos":
        beside.append(head.head)
    elif head.dep_ == "nsubj" and head.head.lemma_ == "be":
        beside += [child for child in head.head.children if child.dep_ == "attr"]
    elif head.dep_ in ("oprd", "attr", "dobj") and head.head.lower_ in ("called", "named", "dubbed", "nicknamed"):
        beside.append(head.head.head)
    return next((label for noun in beside if noun.pos_ == "NOUN" and (label := kind_of(noun))), "")


def _noun_after(doc: Doc, name: Candidate) -> str:
    """ "The Karun region", "Fenwick shares"."""
    if name.end == len(doc) or doc[name.head].dep_ not in ("compound", "nmod", "amod"):
        return ""
    return words("after").get(doc[name.end].lower_, "")


def _thing_after(doc: Doc, name: Candidate) -> str:
    """ "Corsa hatchback cars", "Orvix software": weak, for makers stand there too ("Toyota cars")."""
    head = doc[name.head]
    compound = head.dep_ in ("compound", "nmod") and head.head.i >= name.end and head.head.pos_ == "NOUN"
    return "product" if compound and name.label != "person" and kind_of(head.head) == "product" else ""


def _carrier_after(doc: Doc, name: Candidate) -> str:
    """ "A Falcon Heavy rocket": craft bear names of their own."""
    carrier = name.end < len(doc) and is_craft(doc[name.end])
    return "product" if carrier and name.end - name.start > 1 and doc[name.head].head.i == name.end else ""


def _site_after(doc: Doc, name: Candidate) -> str:
    """ "The Gladak Perak bridge", "the Chisola border post"."""
    site, head = name.end < len(doc) and doc[name.end].lower_ in listed("sites"), doc[name.head]
    return "place" if site and head.head.i in (name.end, name.end + 1) and head.dep_ != "poss" else ""


def _adjective_before(doc: Doc, name: Candidate) -> str:
    """ "Northern Idlib", "downtown Tulsa"."""
    return words("before").get(doc[name.start - 1].lower_, "") if name.start else ""


def _country_after(doc: Doc, name: Candidate) -> str:
    """ "Gdynia, Poland"."""
    if name.end + 1 >= len(doc) or doc[name.end].text != "," or doc[name.end + 1].dep_ == "conj":
        return ""
    entry = known(doc[name.end + 1].text) or known(doc[name.end + 1 : name.end + 3].text)
    return "place" if entry is not None and entry.kind == "country" else ""


# --- grammar ------------------------------------------------------------------------------------------------------


def _after_noun_of(doc: Doc, name: Candidate) -> str:
    """ "Shares of Fenwick", "the outskirts of Idlib", "the new version of Darwin"."""
    head = doc[name.head]
    if head.dep_ != "pobj" or head.head.lower_ not in ("of", "in", "for", "at"):
        return ""
    label = words("of").get(head.head.head.lower_, "")
    return label if label == "organization" or head.head.lower_ == "of" else ""


def _called(doc: Doc, name: Candidate) -> str:
    """ "The town of Tel Tamer": what it is called."""
    head = doc[name.head]
    if head.dep_ != "pobj" or head.head.lower_ != "of":
        return ""
    return "place" if kind_of(head.head.head) == "place" else ""


def _inside(doc: Doc, name: Candidate) -> str:
    """ "In Lund", "near Lund"; but not "a stake in Fenwick"."""
    head = doc[name.head]
    if head.dep_ != "pobj" or head.head.lower_ not in ("in", "near", "outside", "throughout") or _one_of_many(head):
        return ""
    return "" if head.head.head.lemma_.lower() in listed("no_place") else "place"


def _one_of_many(head: Token) -> bool:
    return any(child.lower_ in ("a", "an", "another", "other") for child in head.lefts)


def _a_thing(doc: Doc, name: Candidate) -> str:
    """ "In a Corvette": there is one place of a name."""
    token = doc[name.head]
    alone = name.end - name.start == 1 and token.tag_ == "NNP" and token.dep_ not in ("compound", "nmod", "poss")
    return "product" if alone and name.label == "place" and _one_of_many(token) and not any(token.rights) else ""


def _gone_to(doc: Doc, name: Candidate) -> str:
    """ "Fled to Lund", "returned from Lund", "visited Lund"."""
    head = doc[name.head]
    if head.dep_ != "pobj" or head.head.lower_ not in ("to", "from", "into", "through", "via"):
        return ""
    return "place" if head.head.head.lemma_.lower() in listed("to") else ""


def _journey(doc: Doc, name: Candidate) -> str:
    """ "Flew to Vestmar", which the model takes for a person or a firm."""
    head = doc[name.head]
    if name.label not in ("person", "organization") or head.dep_ != "pobj" or head.head.lower_ not in ("to", "from"):
        return ""
    return (
        "place"
        if head.head.head.lemma_.lower() in listed("journeys")
        and (name.label != "person" or name.end - name.start == 1)
        else ""
    )


def _hails_from(doc: Doc, name: Candidate) -> str:
    """ "A nurse from Lund": a city of the table."""
    head = doc[name.head]
    if head.dep_ != "pobj" or head.head.lower_ != "from" or kind_of(head.head.head) != "person":
        return ""
    return "place" if is_city(text_of(doc, name.start, name.end)) else ""


def _beside_others(doc: Doc, name: Candidate) -> str:
    """ "Luhansk and Kherson", "Ann Lee and Petro Selwick": what is told in one list is mostly of one type."""
    head = doc[name.head]
    others = [child for child in head.rights if child.dep_ == "conj"] if head.dep_ != "conj" else [head.head]
    labels = {other.ent_type_ for other in others}
    if labels and labels <= {"GPE", "LOC"}:
        return "place"
    return "person" if labels == {"PERSON"} and name.end - name.start > 1 else ""


def _among_bodies(doc: Doc, name: Candidate) -> str:
    """ "Botas, Orvane and Pell": of three where the others are bodies, none is a person."""
    head = doc[name.head]
    if name.label != "person" or name.end - name.start > 1 or is_given(head.text):
        return ""
    if head.dep_ != "conj" and not any(child.dep_ == "conj" for child in head.rights):
        return ""
    others = head.conjuncts
    labels = {other.ent_type_ for other in others} - {""}
    return "organization" if len(others) > 1 and labels == {"ORG"} else ""


def _city_of_the_table(doc: Doc, name: Candidate) -> str:
    """ "Shelled Kherson", "Luhansk and Kherson", which the model takes for a person."""
    head = doc[name.head]
    if name.label != "person" or name.end - name.start > 1 or not is_city(head.text):
        return ""
    taken = head.dep_ == "dobj" and head.head.lemma_.lower() in listed("taken")
    return "place" if taken or _beside_others(doc, name) == "place" else ""


def _object(doc: Doc, name: Candidate) -> str:
    """ "Unveiled the Corsa", "the Corsa was discontinued", "visited Lund"."""
    head = doc[name.head]
    if head.dep_ not in _OBJECTS or name.label in ("person", "place"):
        return ""
    return words("objects").get(head.head.lemma_.lower(), "")


def _subject(doc: Doc, name: Candidate) -> str:
    """ "Kuleba smiled"."""
    head = doc[name.head]
    return words("subjects").get(head.head.lemma_.lower(), "") if head.dep_ == "nsubj" else ""


def _speaker(doc: Doc, name: Candidate) -> str:
    """Neither things nor places say anything: "Ebay said"."""
    head = doc[name.head]
    if head.dep_ != "nsubj" or head.head.lemma_.lower() not in listed("speaking"):
        return ""
    return "person" if name.label == "person" else "organization"


def _trades(doc: Doc, name: Candidate) -> str:
    """ "Orvane bought its rival", which the model takes for a place."""
    head = doc[name.head]
    trades = head.dep_ == "nsubj" and head.head.lemma_.lower() in listed("trading")
    return "organization" if trades and name.label in ("place", "product") else ""


def _speaks_of_itself(doc: Doc, name: Candidate) -> str:
    """ "Orvane said it would appeal": people are no "it", and places say nothing."""
    head = doc[name.head]
    if head.dep_ != "nsubj" or head.head.lemma_.lower() not in listed("speaking") or is_given(doc[name.start].text):
        return ""
    for clause in head.head.rights:
        if clause.dep_ == "ccomp" and clause.lemma_.lower() not in listed("idle_verbs"):
            return "organization" if any(who.lower_ == "it" and who.dep_ == "nsubj" for who in clause.lefts) else ""
    return ""


def _of_a_body(doc: Doc, name: Candidate) -> str:
    """ "Ines Calder of Brandt Lehr", both people for the model: she is of a firm."""
    head = doc[name.head]
    if name.label != "person" or head.dep_ != "pobj" or head.head.lower_ != "of":
        return ""
    return "organization" if head.head.head.ent_type_ == "PERSON" else ""


def _possessed(doc: Doc, name: Candidate) -> str:
    """ "Its Corsa", "the company's Corsa": what a body has; people are left out."""
    if name.start == 0 or name.label in ("person", "place"):
        return ""
    before = doc[name.start - 1]
    if before.lower_ in _POSSESSORS:
        return "product"
    if before.text not in ("'s", "’s") or name.start < 2:
        return ""
    owner = doc[name.start - 2]
    return "product" if owner.ent_type_ == "ORG" or kind_of(owner) == "organization" else ""


def _who(doc: Doc, name: Candidate) -> str:
    """ "Kuleba, who"."""
    at = name.end + 1 if name.end < len(doc) and doc[name.end].text == "," else name.end
    return "person" if at < len(doc) and doc[at].lower_ == "who" else ""


def _age(doc: Doc, name: Candidate) -> str:
    """ "Papermaster, 49,"."""
    if name.end + 2 >= len(doc) or doc[name.end].text != "," or doc[name.end + 2].text not in (",", "."):
        return ""
    return "person" if doc[name.end + 1].text.isdigit() and 10 < int(doc[name.end + 1].text[:4]) < 110 else ""


def _kin(doc: Doc, name: Candidate) -> str:
    """ "Hill's wife"."""
    head = doc[name.head]
    return "person" if head.dep_ == "poss" and head.head.lower_ in listed("kin") else ""


#: Clue → how much it weighs.
CLUES: tuple[tuple[Clue, int], ...] = (
    (last_word, 30),
    (first_word, 25),
    (brand, 25),
    (version, 10),
    (plural_code, 25),
    (plural, 25),
    (capitals, 25),
    (titled, 30),
    (of_a_year, 25),
    (with_article, 6),
    (joined_with_article, 16),
    (_kind_before, 30),
    (_kind_of_several, 25),
    (_craft_before, 45),
    (_firm_beside, 45),
    (_based, 45),
    (_kind_beside, 25),
    (_noun_after, 15),
    (_thing_after, 10),
    (_adjective_before, 15),
    (_country_after, 15),
    (_after_noun_of, 22),
    (_called, 45),
    (_inside, 22),
    (_gone_to, 8),
    (_object, 14),
    (_subject, 8),
    (_speaker, 6),
    (_possessed, 10),
    (_who, 15),
    (_age, 25),
    (_kin, 15),
    (is_city_of_words, 45),
    (is_club, 55),
    (with_article_and_face, 25),
    (bank, 25),
    (first_name, 12),
    (_carrier_after, 21),
    (_site_after, 45),
    (_hails_from, 22),
    (_beside_others, 12),
    (_city_of_the_table, 22),
    (_journey, 22),
    (_speaks_of_itself, 25),
    (_of_a_body, 45),
    (_trades, 22),
    (_a_thing, 22),
    (_among_bodies, 22),
    (joined_words, 25),
)
