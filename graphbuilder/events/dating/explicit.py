"""When an event happened: which time expressions are its own, by rules that are named and scored.

| rule | the date is | score |
|---|---|---|
| syntax | said of the event itself: "met on Tuesday", "the 2008 summit" | 0.9 |
| tense | said beside it, where its tense fits and that of the clause it seems to belong to does not | 0.6 |
| shared | said of a verb joined to it: "They met on Tuesday and signed"; of what brings it about | 0.7 |
| event | that of the event it is part of: "At the 2008 summit they promised" | 0.7 |
| sentence | the only one in its sentence, before it, in the same clause | 0.5 |

What a news story implies follows in `news`. An event for which no rule answers stays undated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Span, Token

from graphbuilder.events.dating.context import DAYS, Case, Dating, clause_of, dates, fits, tokens, words_of
from graphbuilder.events.dating.deadlines import behind_limit, is_of_thing, whose_limit
from graphbuilder.events.dating.offsets import clause_behind
from graphbuilder.events.dating.shared import ACROSS, RULES
from graphbuilder.events.factuality.judge import Factuality
from graphbuilder.events.triggers import Trigger
from graphbuilder.records import PUBLICATION, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.tense import UTTERANCES, fronted_participles, is_perfect, is_pluperfect, is_simple_past
from graphbuilder.syntax.tree import dependents

#: Verbs by which what stands under them is at an end.
_STOPPING = frozenset({"cease", "halt", "quit", "stop"})
_DEPTH = 12
_VERBS = frozenset({"VERB", "AUX"})
#: Where a date may stand that is only of what it is said beside.
_ASIDES = frozenset({"appos", "prep"})
#: Characters of " again last ".
_AGAIN = 12
#: Tokens between "the lowest" and "since".
_FEW = 7
#: Verbs that only carry another one, and hand their date down to it.
_CARRIERS = frozenset({"continue", "begin", "start", "try", "manage", "help", "come", "go"})
#: What stands behind these has another date: "dug through Thursday after a landslide".
_APART = frozenset({"after", "before", "since", "until", "till", "following", "despite", "ahead", "from", "of", "over"})


def date_events(
    parse: Parse,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    factuality: dict[Trigger, Factuality],
    wholes: dict[Trigger, Trigger],
) -> dict[Trigger, Dating]:
    """The dating of each event that has one."""
    case = Case(parse, times, factuality, wholes)
    case.add(_by_syntax(case, triggers))
    dated = {*case.by_sentence, *(parse.sentence_of[one.head] for one in case.dated)}
    left = [trigger for trigger in triggers if trigger not in case.dated]
    near = [trigger for trigger in left if parse.sentence_of[trigger.head] in dated]
    for rule in RULES:
        answers = [(trigger, rule(case, trigger)) for trigger in (left if rule in ACROSS else near)]
        found = {trigger: dating for trigger, dating in answers if dating is not None}
        if found:
            case.add(found)
            left = [trigger for trigger in left if trigger not in found]
            near = [trigger for trigger in near if trigger not in found]
    return case.dated


def date_by_syntax(
    parse: Parse, triggers: Sequence[Trigger], times: Sequence[TimeExpression], factuality: dict[Trigger, Factuality]
) -> dict[Trigger, Dating]:
    """Only the dates that are told of an event itself, and not of what somebody utters."""
    silent = [trigger for trigger in triggers if not _utters(parse.doc[trigger.head])]
    return _by_syntax(Case(parse, times, factuality, {}), silent)


# --- syntax -------------------------------------------------------------------------------------------------------


def _by_syntax(case: Case, triggers: Sequence[Trigger]) -> dict[Trigger, Dating]:
    heads = {trigger.head: trigger for trigger in triggers}
    places = {trigger.anchor: trigger for trigger in reversed(triggers)} | heads
    found: dict[Trigger, list[str]] = defaultdict(list)
    rules: dict[Trigger, str] = {}
    beside: dict[Trigger, TimeExpression] = {}
    for time in case.times.values():
        if not dates(time) or _measured_from(case.parse, time):
            continue
        if _is_another_time(case, time):
            continue
        clause, rule = _clause_counted(case, time), "syntax"
        told = (
            _told_by(case.parse, time, places) if clause is None else places.get(clause.i) or _carried(clause, places)
        )
        if told is not None and behind_limit(case.parse, time):
            told = whose_limit(case, told, time, heads)
            if told is None:
                continue
        if _long_ago(case, time) if told is None else not fits(case, told, time):
            told, rule = _beside(case, time, triggers), "tense"
            told = told if told is not None and fits(case, told, time) else None
        if told is not None:
            found[told].append(time.id)
            rules.setdefault(told, rule)
            if case.parse.document.text.startswith((", when ", " when "), time.span.end):
                around = clause_of(case.parse, time)
                if around is not None and around.i in places:
                    beside.setdefault(places[around.i], time)
    for trigger, time in beside.items():  # "they broke down in May 2018, when Poland walked out": both in May
        if trigger not in found and is_simple_past(case.anchor(trigger)) and fits(case, trigger, time):
            found[trigger].append(time.id)
            rules[trigger] = "syntax"
    return {trigger: Dating(rules[trigger], tuple(ids)) for trigger, ids in found.items()}


def _is_another_time(case: Case, time: TimeExpression) -> bool:
    """ "It burned in May 2018, and again last December": when the same was done once more."""
    start = time.span.start
    if case.parse.document.text.find(" again ", max(start - _AGAIN, 0), start) < 0:
        return False
    return any(one.span.start < time.span.start for one in case.by_sentence[time.span.sentence])


def _measured_from(parse: Parse, time: TimeExpression) -> bool:
    """Whether a date is that of the last such event, and not of this one: "the lowest since 1994"."""
    token = parse.doc[tokens(parse, time).start]
    since = token.doc[token.i - 1] if token.i else token
    if token.lower_ != "since" and since.lower_ != "since":
        return False
    before = token.doc[max(since.i - _FEW, token.sent.start) : since.i + 1]
    return any(one.tag_ in ("JJS", "RBS") or one.lower_ in ("first", "time") for one in before)


def _long_ago(case: Case, time: TimeExpression) -> bool:
    """ "Opened an institute that bears her name in 2003": a clause in the present is not of a date that is past."""
    today, verb = case.today, clause_of(case.parse, time)
    if today is None or time.interval is None or verb is None or verb.dep_ != "relcl":
        return False
    return verb.tag_ in ("VBZ", "VBP") and time.interval.before(today) and time.interval.precision not in DAYS


def _beside(case: Case, time: TimeExpression, triggers: Sequence[Trigger]) -> Trigger | None:
    """The nearest event before the date in its sentence whose tense allows it."""
    doc, sentence = case.parse.doc, time.span.sentence
    fitting = (
        trigger
        for trigger in reversed(triggers)
        if case.parse.sentence_of[trigger.head] == sentence
        and doc[trigger.head].idx < time.span.start
        and (told := case.factuality[trigger]).tense == "PAST"
        and told.modality != "CONDITIONAL"
        and (is_pluperfect(doc[trigger.anchor]) or not is_perfect(doc[trigger.anchor]))  # "has died" is of no such date
    )
    return next(fitting, None)


def _tells_when(verb: Token) -> bool:
    """Whether a relative clause tells what happened on a date: "on May 3, when shots were fired", "in which"."""
    if verb.dep_ not in ("relcl", "advcl"):
        return False
    below = dependents(verb)
    inside = (child for child in below if child.i < verb.i and child.lower_ in ("at", "during", "in", "on"))
    which = (noun for child in inside for noun in child.rights)
    return any(child.lower_ == "when" for child in below) or any(noun.lower_ == "which" for noun in which)


def _of_an_age(time: TimeExpression, token: Token) -> bool:
    precision = None if time.interval is None else time.interval.precision
    bare = precision == "year" and token.text.isdigit()  # "the 2014 report"
    return (bare or precision in ("season", "decade", "century")) and token.dep_ in (
        "amod",
        "compound",
        "nmod",
        "nummod",
    )


def _told_by(parse: Parse, time: TimeExpression, places: dict[int, Trigger]) -> Trigger | None:
    """The event whose trigger is the first one above the time expression in the sentence's tree."""
    span = words_of(parse, time)
    if span is None:
        return None
    token = span.root if span.root.dep_ != "det" else span[-1]  # "during a winter fair"
    if token.dep_ in ("nsubj", "nsubjpass"):  # "winter closes in" is not dated by its subject
        return None
    when = next((child for child in token.rights if child.i in places and _tells_when(child)), None)
    if when is not None:
        return places[when.i]
    if _of_an_age(time, token) and token.head.i not in places:
        return None  # "bought a 17th-century house", "fell during a winter fair"
    end = span.end
    for _ in range(_DEPTH):
        if token.lower_ == "than":
            return None  # "more than the price on Friday"
        above = _past_its_clause(span, token) if token.i >= end and token.pos_ in _VERBS else None
        if above is not None or _is_stopped(token):
            token = above or token.head
            continue
        if token.i in places:
            return places[token.i]
        if token.dep_ == "advcl" and token in fronted_participles(
            token.head
        ):  # "standing beside Roe on Monday, she warned them"
            token = token.head
            continue
        if token.dep_ in _ASIDES:
            if token.lower_ == "before" and token.i < span.start and span.root.head != token:
                return None  # "to name one before the court sits on Monday"
            if _describes(token, span.root) or is_of_thing(token, span, places) or _is_after(token, time):
                return None
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            carried = _carried(token, places)  # the date belongs to this clause, and it tells no event of its own
            if carried is not None or not _utters(token):
                return carried
        token = token.head
    return None


def _describes(preposition: Token, date: Token) -> bool:
    """ "Ada Holm, in office since 2017, resigned": an aside about a name dates nothing that the name does."""
    if preposition.dep_ != "prep":
        return False
    doc, at = preposition.doc, preposition.i
    aside = at > 1 and doc[at - 1].text == "," and doc[at - 2].dep_ in ("nsubj", "nsubjpass")
    return aside and date.head != preposition  # but "Ada Holm, on Monday, resigned"


def _is_after(preposition: Token, time: TimeExpression) -> bool:
    """Whether a coarse date is only that of an earlier event: "after her exile in 2022 she spoke"."""
    if preposition.lower_ not in ("after", "following") or preposition.i > preposition.head.i or time.interval is None:
        return False
    noun = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    inside = noun is not None and noun.idx < time.span.start and noun.pos_ == "NOUN"
    return inside and time.interval.precision not in DAYS


def _clause_counted(case: Case, time: TimeExpression) -> Token | None:
    """ "Arrested on Friday, two days after he fled": what was counted back from Friday is when he fled."""
    origin = case.times.get(time.anchor) if time.anchor else None
    beside = time.anchor == PUBLICATION or (origin is not None and origin.span.sentence == time.span.sentence)
    return clause_behind(case.parse, time) if beside and time.method.endswith((".duration", ".from_event")) else None


def _past_its_clause(date: Span, verb: Token) -> Token | None:
    """Whether a date before "after" belongs to the clause before it: "fell on Thursday, a day after the bank moved"."""
    marks = (child for child in dependents(verb) if child.dep_ == "mark" and child.i >= date.end)
    return verb.head if any(child.lower_ in ("after", "before") for child in marks) else None


def _is_cleft(verb: Token) -> bool:
    """ "It was in 2009 that he met her"; but "it was clear in 2009 that he would"."""
    below = {child.dep_: child for child in dependents(verb)}
    it = below.get("nsubj")
    return verb.pos_ == "AUX" and it is not None and it.lower_ == "it" and not below.keys() & {"acomp", "attr"}


def _utters(verb: Token) -> bool:
    """ "In a declaration issued on Thursday they promised": the promise is of Thursday too."""
    return verb.dep_ == "acl" and verb.head.lemma_.lower() in UTTERANCES


def _carried(verb: Token, places: dict[int, Trigger]) -> Trigger | None:
    """A verb that tells no event itself hands its date down: "continued to fight in 1813", "a fire tore through it"."""
    carrier = verb.pos_ == "AUX" or verb.lemma_.lower() in _CARRIERS
    if _is_cleft(verb):
        told = (child for child in dependents(verb) if child.dep_ == "ccomp" and child.i > verb.i)
        return next((places[child.i] for child in told if child.i in places), None)
    for labels in (("xcomp", "attr") if carrier else (), ("nsubj", "nsubjpass"), ("dobj",)):
        inner = (places.get(child.i) for child in dependents(verb) if child.dep_ in labels)
        trigger = next((one for one in inner if one is not None), None)
        if trigger is not None:
            return trigger
    beside = (child for child in dependents(verb) if child.dep_ == "prep" and child.lower_ not in _APART)
    objects = (inner for child in beside for inner in dependents(child))
    return next((places[inner.i] for inner in objects if inner.dep_ == "pobj" and inner.i in places), None)


def _is_stopped(verb: Token) -> bool:
    """ "Stopped making it": the event is the end of it."""
    return verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _STOPPING
