"""Who does what to whom: grammatical places → roles, by ``lexicons/events/roles.yaml`` and ``event_types.yaml``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.arguments.appositions import name_beside
from graphbuilder.events.arguments.fillers import WHOSE, Filler, fill, fill_objects, is_human, of_preposition
from graphbuilder.events.arguments.implicit import implied
from graphbuilder.events.arguments.locations import nearby_place
from graphbuilder.events.arguments.object_modifiers import beside_object
from graphbuilder.events.arguments.obliques import going
from graphbuilder.events.arguments.unnamed import ARGUMENT
from graphbuilder.events.detection.triggers import Trigger
from graphbuilder.knowledge.event_words import RoleTable, event_words, role_table
from graphbuilder.records import Participant, Provenance
from graphbuilder.syntax.light_verbs import is_undergone_by_subject
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import RELATIVES, antecedent, named_planners, subjects
from graphbuilder.syntax.tree import dependents

#: Verbs that tell what a recall, a ban or a sale is of.
_COVERING = frozenset({"affect", "concern", "cover", "involve"})
#: Verbs of which a place, as object, is where somebody was before, or comes.
_LEFT = {
    **dict.fromkeys(("depart", "escape", "flee", "leave", "quit"), "origin"),
    "reach": "destination",
    "tour": "destination",
}
#: Verbs of those to whom it is done, some with certain objects alone: "broke her leg", "tested positive".
_SUFFERED: dict[str, frozenset[str]] = {
    **dict.fromkeys(("endure", "suffer", "undergo"), frozenset()),
    "break": frozenset({"ankle", "arm", "bone", "collarbone", "hip", "jaw", "leg", "neck", "pelvis", "rib", "wrist"}),
    "sustain": frozenset({"bruise", "burn", "concussion", "cut", "damage", "fracture", "injury", "loss", "wound"}),
    "test": frozenset({"negative", "positive"}),
}
_OBJECTS = frozenset({"attr", "dative", "dobj", "oprd"})
_RELATIVE_WORDS = RELATIVES | {"where", "when", "why", "whose"}
#: Nouns that a relative clause tells when, where or why of, and not what: "the day he left".
_NO_OBJECTS = frozenset({"time", "day", "moment", "way", "reason", "place", "fact", "month", "week", "year"})


def find_participants(parse: Parse, found: Found, trigger: Trigger, placed: Container[int]) -> list[Participant]:
    """The participants of an event, places included (role "place"), in text order, each mention once a role.

    `placed` are the sentences (indices) that name a place.
    """
    fillers: dict[tuple[str, str], Filler] = {}
    for filler in _fillers(parse, found, trigger):
        fillers.setdefault((filler[0], filler[1].chain), filler)
    sentence = parse.sentence_of[trigger.head]
    if sentence in placed and all(role != "place" for role, _ in fillers):
        fillers |= {(one[0], one[1].chain): one for one in nearby_place(parse, found, trigger)}
    ordered = sorted(_others(fillers.values()), key=lambda one: (one[1].span.start, one[0]))
    return [_participant(parse, filler) for filler in ordered]


def _others(fillers: Iterable[Filler]) -> Iterator[Filler]:
    """Without "him" and "it" where they would be who does it: nobody thanks him who is himself."""
    told = list(fillers)
    if all(role != WHOSE and mention.form != "pronoun" for role, mention, _, _ in told):
        yield from told
        return
    acting = {mention.chain for role, mention, _, _ in told if role not in (WHOSE, "place")}
    told = [one for one in told if one[0] != WHOSE or one[1].chain not in acting]
    doers = {mention.chain for role, mention, _, _ in told if role == "agent"}
    for filler in told:
        mention = filler[1]
        oneself = mention.form != "pronoun" or mention.text.lower().endswith(("self", "selves"))
        if filler[0] not in ("patient", "recipient") or mention.chain not in doers or oneself:
            yield filler


def _participant(parse: Parse, filler: Filler) -> Participant:
    role, mention, method, score = filler
    at = mention.span.sentence
    provenance = Provenance(mention.span, parse.contexts[at], parse.sentences[at].text, method, score)
    return Participant(role, mention.id, provenance)


def _fillers(parse: Parse, found: Found, trigger: Trigger) -> Iterator[Filler]:
    token, table = parse.doc[trigger.head], role_table(trigger.type)
    for who, place in implied(token):
        yield from fill(who, table.verb[place], "implied", found)
    if token.pos_ == "VERB":
        yield from _of_verb(token, found, table)
        return
    if trigger.anchor != trigger.head:  # "Alba made its first profit": told by her name
        yield from _of_light_verb(parse.doc[trigger.anchor], token, found, table)
    yield from _of_noun(token, found, table, trigger)
    yield from _covered(token, found, table)


# --- verbs --------------------------------------------------------------------------------------------------------


def _of_verb(verb: Token, found: Found, table: RoleTable) -> Iterator[Filler]:
    children = dependents(verb)
    places = [child.dep_ for child in children]
    lemma = verb.lemma_
    alone = "dobj" not in places
    bare = {child for child in children if child.dep_ == "dative" and child.pos_ != "ADP"} if alone else set()
    paid = table.gives and any(child.ent_type_ == "MONEY" for child in children)
    if paid:
        bare = set()  # "offered Kyiv $2bn"
    given = paid or not alone or bool(bare)
    gets = table.gives and lemma == "receive"
    left = _LEFT.get(lemma)
    suffers = lemma in _SUFFERED and _suffers(lemma, children)
    for subject, place in subjects(verb):
        # "Georgia was promised membership": what is given is the object, so the subject receives it
        role = "recipient" if place == "nsubjpass" and given else table.verb[place]
        if (
            role == "recipient"
            and not given
            and place == "nsubjpass"
            and (gets or (table.gives and _is_sent(children)))
        ):
            role = "patient"
        elif role == "agent" and gets:
            role = "recipient"
        if suffers and place == "nsubj":
            role = "patient"
        elif role == "patient" and place == "nsubj" and (given or _begins(subject, children)):
            # prices rise, but a company raises them; a ship that hits a reef suffers it
            role = "patient" if lemma in ("hit", "ram", "strike") else "agent"
        yield from fill(_stand_in(subject, verb, found), role, place, found)
    for child, place in zip(children, places, strict=True):
        if place in _OBJECTS and child.pos_ != "ADP":
            role = table.verb.get("dobj" if child in bare else place, "patient")  # "neither was given a plan"
            for filler in fill(_stand_in(antecedent(child, verb), verb, found), role, place, found, left):
                yield ("patient", *filler[1:]) if _given(filler, child, verb) else filler
            yield from beside_object(child, verb, found, table)
        elif place == "agent":
            yield from fill_objects(child, "recipient" if gets else table.verb["agent"], found)
        elif place in ("prep", "dative"):
            yield from going(verb, child, found, table)
        elif (
            place == "ccomp"
            and (_bare(child) or child.pos_ == "ADJ")
            and verb.lemma_.lower() not in event_words().reporting
        ):
            # "allowed developers to sell", "helped Kyiv repair the grid", "found him guilty"
            for caused in dependents(child):
                if caused.dep_ == "nsubj":
                    yield from fill(caused, table.verb["dobj"], "ccomp", found)
    place = verb.dep_
    if place == "relcl" and not given and _lacks_object(verb, children):
        yield from fill(verb.head, table.verb["dobj"], "relcl", found)
    if "xcomp" in table.verb:
        for affected in _affected(verb):
            fillers = fill(affected, table.verb["xcomp"], "xcomp", found)
            yield from (one for one in fillers if one[1].method != ARGUMENT)
    if place == "acl" and verb.tag_ == "VBN" and not _clause(children):
        yield from fill(verb.head, table.verb["nsubjpass"], "acl", found)
    elif place == "acl" and verb.tag_ == "VBG":
        yield from fill(verb.head, table.verb["nsubj"], "acl", found)


def _suffers(lemma: str, children: Sequence[Token]) -> bool:
    objects = _SUFFERED[lemma]
    return not objects or any(child.lemma_ in objects for child in children)


def _is_sent(children: Sequence[Token]) -> bool:
    """ "The tape was sent to Lund", where the one who gets it is another."""
    return any(child.lower_ == "to" and child.dep_ in ("dative", "prep") for child in children)


def _begins(subject: Token, children: Sequence[Token]) -> bool:
    """ "Jane Roe began to sing": somebody does what is begun; but "the rain began to fall"."""
    doing = any(child.dep_ == "xcomp" for child in children)
    return doing and (subject.ent_type_ in ("PERSON", "ORG") or is_human(subject))


def _clause(children: Sequence[Token]) -> bool:
    """ "The claim that Alba had bribed him" is no claim that was bribed."""
    return any(child.dep_ in ("aux", "mark", "nsubj", "nsubjpass") for child in children)


def _stand_in(token: Token, verb: Token, found: Found) -> Token:
    """The relative pronoun itself, where what it stands for is a mere thing: "a drug, which cures colds"; but "his
    wife, Jane Roe, whom he met in May".
    """
    if verb.dep_ != "relcl" or token != verb.head:
        return token
    pronouns = (child for child in dependents(verb) if child.lower_ in RELATIVES and child.i in found.by_token)
    pronoun = next(pronouns, token)
    return pronoun if pronoun == token or name_beside(token, found) is None else token


def _lacks_object(verb: Token, children: Sequence[Token]) -> bool:
    """ "The music it sells in May": a relative clause without a pronoun, whose object is the noun."""
    own = next((child for child in children if child.dep_ == "nsubj" and child.lower_ not in RELATIVES), None)
    if own is None or any(child.lower_ == "whose" for child in own.lefts):
        return False
    if verb.head.lemma_ in _NO_OBJECTS or verb.head.ent_type_ in ("DATE", "TIME"):
        return False
    return not any(
        child.lower_ in _RELATIVE_WORDS
        or child.dep_ in ("advmod", "dobj", "xcomp", "ccomp")
        or (child.dep_ == "prep" and all(one.lower_ in RELATIVES for one in dependents(child)))
        for child in children
    )


def _given(filler: Filler, noun: Token, verb: Token) -> bool:
    """ "Promised membership": a thing is what is promised; but "warned villagers", "asked regulators to approve it"."""
    given = filler[0] == "recipient" and filler[2] == "dobj"
    thing = given and filler[1].method == ARGUMENT and not is_human(noun)
    return thing and all(child.dep_ not in ("xcomp", "ccomp") for child in dependents(verb))


def _bare(clause: Token) -> bool:
    """ "Helped Kyiv repair the grid"; but "vowed that Kyiv would repair it"."""
    return clause.tag_ == "VB" and all(child.dep_ != "mark" and child.tag_ != "MD" for child in dependents(clause))


def _affected(verb: Token, depth: int = 3) -> Iterator[Token]:
    """Whom a promise is for: "pledged to keep supporting Ukraine"."""
    for child in dependents(verb):
        if child.dep_ == "xcomp" and depth:
            yield from (one for one in dependents(child) if one.dep_ in ("dobj", "dative"))
            yield from _affected(child, depth - 1)


# --- nouns --------------------------------------------------------------------------------------------------------


def _of_noun(noun: Token, found: Found, table: RoleTable, trigger: Trigger) -> Iterator[Filler]:
    planners, undergone = named_planners(noun), _undergone(noun)
    for child in noun.lefts:
        role = table.noun.get(child.dep_)
        if role is not None:
            told = fill(child, role, child.dep_, found, place_role="place" if child.dep_ == "compound" else None)
            yield from map(_of_owner, told) if undergone and child.dep_ == "poss" else told
    if noun.dep_ == "nsubjpass":  # "an indictment was filed on Monday against Jane Roe"
        for child in dependents(noun.head):
            yield from of_preposition(child, found, table) if child.lower_ == "against" else ()
    for child in noun.rights:
        if child.dep_ in ("prep", "agent"):
            who = [inner for inner in dependents(child) if inner in planners]
            for inner in who:
                yield from fill(inner, table.noun.get("poss", "agent"), f"prep:{child.lower_}", found)
            if trigger.type == "sell" and child.lower_ == "of":
                yield from _sellers(child, found)
            of = () if who else of_preposition(child, found, table)
            yield from map(_of_owner, of) if child.lower_ == "of" and _is_undergone(noun) else of
        elif child.dep_ in ("acl", "relcl") and child.lemma_.lower() in event_words().hosting:
            yield from _hosts(child, found)


def _sellers(of: Token, found: Found) -> Iterator[Filler]:
    """ "The sale of its mills", "of Alba's mills": whose they are."""
    owners = (child for thing in dependents(of) for child in thing.lefts if child.dep_ == "poss")
    for owner in owners:
        yield from fill(owner, "agent", "prep:of", found)


def _covered(noun: Token, found: Found, table: RoleTable) -> Iterator[Filler]:
    """ "The recall covers the Corolla": what it is done to."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ in _COVERING:
        for thing in dependents(noun.head):
            for filler in fill(thing, "patient", "covers", found) if thing.dep_ == "dobj" else ():
                if table.preposition("of", filler[1].label) == "patient":
                    yield filler


def _undergone(noun: Token) -> bool:
    """ "Roe's arrest", but "Iran's arrest of Roe"."""
    return _is_undergone(noun) and all(child.lower_ != "of" for child in noun.rights)


def _is_undergone(noun: Token) -> bool:
    return noun.lemma_.lower() in event_words().undergone


def _of_owner(filler: Filler) -> Filler:
    """People undergo what is done to them; "Iran's arrests", "the bank's appointments" are of those who do it."""
    person = filler[1].label == "person" or filler[1].form == "pronoun"
    return ("patient", *filler[1:]) if person else filler


def _hosts(verb: Token, found: Found) -> Iterator[Filler]:
    """The host of an event noun by its participle: "that meeting, hosted by Romania"."""
    for child in dependents(verb):
        if child.dep_ == "agent":
            yield from fill_objects(child, "host", found)


def _opens_a_case(verb: Token, noun: Token) -> bool:
    """ "Opened an investigation": nobody is its host."""
    return verb.lemma_ == "open" and event_words().nouns.get(noun.lemma_.lower()) in (
        "attack",
        "investigate",
        "sue",
        "try",
    )


def _of_light_verb(verb: Token, noun: Token, found: Found, table: RoleTable) -> Iterator[Filler]:
    """ "Romania hosted the summit": host; "ministers held talks": those who take part."""
    hosting = verb.lemma_.lower() in event_words().hosting and not _opens_a_case(verb, noun)
    undergone = is_undergone_by_subject(noun)
    for subject, place in subjects(verb):
        if subject != noun and undergone:
            yield from fill(subject, table.verb["nsubjpass"], f"light:{place}", found)
        elif subject != noun:
            yield from fill(subject, "host" if hosting else table.verb[place], f"light:{place}", found)
    for child in dependents(verb):
        if child.dep_ == "agent":
            yield from fill_objects(child, "host" if hosting else table.verb["nsubj"], found)
        elif child.dep_ == "dobj" and child != noun:
            yield from fill(child, table.verb["dobj"], "light:dobj", found)  # "took Alba to court"
        elif child.dep_ == "prep":
            yield from of_preposition(child, found, table)
