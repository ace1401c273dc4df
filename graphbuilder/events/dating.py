"""When an event happened: which time expressions are its own, by rules that are named and scored.

| rule | the date is | score |
|---|---|---|
| syntax | said of the event itself: "met on Tuesday", "the 2008 summit" | 0.9 |
| tense | said beside it, where its tense fits and that of the clause it seems to belong to does not | 0.6 |
| shared | said of a verb joined to it: "They met on Tuesday and signed" | 0.7 |
| event | that of the event it is part of: "At the 2008 summit they promised" | 0.7 |
| sentence | the only one in its sentence, before it, in the same clause | 0.5 |

What a news story implies follows in `story`, and what points back in `bridging`. An event for which no rule answers
stays undated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.events.factuality import Factuality
from graphbuilder.events.narration import later
from graphbuilder.events.syntax import doings
from graphbuilder.events.triggers import Trigger
from graphbuilder.intervals import Interval
from graphbuilder.language import Parse
from graphbuilder.records import TimeExpression

#: Stands in `EventMention.times` for the date of publication.
PUBLICATION = "publication"
SCORES = {
    "syntax": 0.9,
    "tense": 0.6,
    "shared": 0.7,
    "event": 0.7,
    "sentence": 0.5,
    "aside": 0.5,
    PUBLICATION: 0.4,
    "story": 0.3,
    "bridge": 0.4,
}
_DAYS = frozenset({"second", "minute", "hour", "day", "week"})
#: Types of event whose deadlines are of what they are about.
_AHEAD = frozenset({"promise", "demand", "agree", "decide", "announce", "warn", "threaten"})
#: Types that do harm, and those that tell it with them as subject.
_HARM = {
    "attack": frozenset({"attack", "die", "disaster", "injure", "start"}),
    "disaster": frozenset({"attack", "die", "disaster", "injure", "other", "start"}),
}
_DEPTH = 12
#: Tokens between a date and "the last day of".
_NEAR = 8
#: Characters that may stand before a date at the head of a sentence ("On ", "In ").
_PREPOSITION = 6
_UTTERANCES = frozenset(
    {"declaration", "statement", "letter", "report", "interview", "speech", "document", "communique", "communiqué",
     "message", "decree", "decision", "vote", "article", "filing", "note"}
)  # fmt: skip
#: Nouns of what is ahead, which a date after them is a date of.
_PLANS = frozenset({"aim", "attempt", "bid", "deadline", "goal", "intention", "plan", "promise", "proposal", "target"})
#: Tokens between "the lowest" and "since".
_FEW = 7
#: Verbs that only carry another one, and hand their date down to it.
_CARRIERS = frozenset({"continue", "begin", "start", "try", "manage", "help", "come", "go"})
#: Verbs that tell from when something is, and hand their date to that: "it dates from the summit, 14 years ago".
_ORIGINS = frozenset({"date", "stem", "originate"})
#: What stands behind these has another date: "dug through Thursday after a landslide".
_APART = frozenset({"after", "before", "since", "until", "till", "following", "despite", "ahead", "from", "of", "over"})


@dataclass(frozen=True, slots=True)
class Dating:
    """The times of an event (ids) and the rule that gave them."""

    rule: str
    times: tuple[str, ...]


def date_events(
    parse: Parse,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    factuality: dict[Trigger, Factuality],
    wholes: dict[Trigger, Trigger],
) -> dict[Trigger, Dating]:
    """The dating of each event that has one."""
    case = _Case(parse, times, factuality, wholes)
    case.add(_by_syntax(case, triggers))
    for rule in (_shared, _uttered, _by_effect, _meanwhile, _of_whole, _of_part, _in_sentence):
        answers = {trigger: rule(case, trigger) for trigger in triggers if trigger not in case.dated}
        case.add({trigger: dating for trigger, dating in answers.items() if dating is not None})
    return case.dated


def date_by_syntax(
    parse: Parse, triggers: Sequence[Trigger], times: Sequence[TimeExpression], factuality: dict[Trigger, Factuality]
) -> dict[Trigger, Dating]:
    """Only the dates that are told of an event itself, and not of what somebody utters."""
    silent = [trigger for trigger in triggers if not _utters(parse.doc[trigger.head])]
    return _by_syntax(_Case(parse, times, factuality, {}), silent)


class _Case:
    """What is known of a document's dates so far, for look-up."""

    def __init__(
        self,
        parse: Parse,
        times: Sequence[TimeExpression],
        factuality: dict[Trigger, Factuality],
        wholes: dict[Trigger, Trigger],
    ) -> None:
        self.parse = parse
        published = parse.document.published
        self.today = None if published is None else Interval.at(published.year, published.month, published.day)
        self.factuality = factuality
        self.wholes = wholes
        self.parts: dict[Trigger, list[Trigger]] = defaultdict(list)
        for part, whole in wholes.items():
            self.parts[whole].append(part)
        self.times = {time.id: time for time in times}
        self.by_sentence: dict[int, list[TimeExpression]] = defaultdict(list)
        for time in times:
            if _dates(time):
                self.by_sentence[time.span.sentence].append(time)
        self.time_at = {token: time.id for time in times if _dates(time) for token in _tokens(parse, time)}
        self.dated: dict[Trigger, Dating] = {}
        self.by_anchor: dict[int, Trigger] = {}
        self.used: set[str] = set()

    def add(self, dated: dict[Trigger, Dating]) -> None:
        """Keep what a rule found."""
        self.dated |= dated
        for trigger, dating in dated.items():
            self.by_anchor.setdefault(trigger.anchor, trigger)
            self.used.update(dating.times)

    def precise(self, dating: Dating) -> bool:
        """Whether a date is at least a week: "as winter closes in" dates nothing else."""
        time = self.times.get(dating.times[0])
        return time is not None and time.interval is not None and time.interval.precision in _DAYS

    def anchor(self, trigger: Trigger) -> Token:
        """The token that the clause of a trigger hangs on."""
        return self.parse.doc[trigger.anchor]


# --- syntax -------------------------------------------------------------------------------------------------------


def _by_syntax(case: _Case, triggers: Sequence[Trigger]) -> dict[Trigger, Dating]:
    heads = {trigger.head: trigger for trigger in triggers}
    places = {trigger.anchor: trigger for trigger in reversed(triggers)} | heads
    found: dict[Trigger, list[str]] = defaultdict(list)
    rules: dict[Trigger, str] = {}
    for time in case.times.values():
        if not _dates(time) or _measured_from(case.parse, time):
            continue
        told, rule = _told_by(case.parse, time, places), "syntax"
        if _long_ago(case, time) if told is None else not _fits(case, told, time):
            told, rule = _beside(case, time, triggers), "tense"
            told = told if told is not None and _fits(case, told, time) else None
        if told is not None:
            found[told].append(time.id)
            rules.setdefault(told, rule)
    return {trigger: Dating(rules[trigger], tuple(ids)) for trigger, ids in found.items()}


def _measured_from(parse: Parse, time: TimeExpression) -> bool:
    """ "The lowest since 1994", "for the first time since May": when the last one was, and not when this happened."""
    token = parse.doc[_tokens(parse, time).start]
    since = token.doc[token.i - 1] if token.i else token
    if token.lower_ != "since" and since.lower_ != "since":
        return False
    before = token.doc[max(since.i - _FEW, token.sent.start) : since.i + 1]
    return any(one.tag_ in ("JJS", "RBS") or one.lower_ in ("first", "time") for one in before)


def _long_ago(case: _Case, time: TimeExpression) -> bool:
    """ "Opened an institute that bears her name in 2003": a clause in the present is not of a date that is past."""
    today, verb = case.today, clause_of(case.parse, time)
    if today is None or time.interval is None or verb is None or verb.dep_ != "relcl":
        return False
    return verb.tag_ in ("VBZ", "VBP") and time.interval.before(today) and time.interval.precision not in _DAYS


def _fits(case: _Case, trigger: Trigger, time: TimeExpression) -> bool:
    """Whether the tense of an event allows a date: what is over was not after publication, what is ahead not before."""
    today = case.today
    if today is None or time.interval is None:
        return True
    told = case.factuality[trigger]
    if told.modality == "PLANNED" and told.tense == "NONE" and time.interval.before(today):
        return not _purpose(case.anchor(trigger))
    if trigger.type in _AHEAD and _deadline(case.parse, time):
        return False  # "promised an inquiry by June": that is when the inquiry is due
    if told.tense == "FUTURE" or (told.tense == "PRESENT" and told.modality == "ACTUAL"):
        return not (time.interval.before(today) and time.interval.precision not in ("day", "week"))
    return not (told.tense == "PAST" and told.modality == "ACTUAL" and time.interval.after(today))


def _purpose(verb: Token) -> bool:
    """ "Won a contract to build two schools in 2012": a date that is past is that of the contract; not of a plan."""
    return verb.tag_ == "VB" and verb.dep_ in ("acl", "advcl") and verb.head.lemma_.lower() not in _PLANS


def _deadline(parse: Parse, time: TimeExpression) -> bool:
    tokens = _tokens(parse, time)
    words = {parse.doc[at].lower_ for at in range(max(tokens.start - 1, 0), tokens.start + 1)}
    return bool(words & {"by", "until", "till"})


def _beside(case: _Case, time: TimeExpression, triggers: Sequence[Trigger]) -> Trigger | None:
    """The nearest event before the date in its sentence whose tense allows it."""
    doc, sentence = case.parse.doc, time.span.sentence
    fitting = (
        trigger
        for trigger in reversed(triggers)
        if case.parse.sentence_of[trigger.head] == sentence
        and doc[trigger.head].idx < time.span.start
        and case.factuality[trigger].tense == "PAST"
    )
    return next(fitting, None)


def _dates(time: TimeExpression) -> bool:
    return time.interval is not None and time.type in ("DATE", "TIME")


def _tokens(parse: Parse, time: TimeExpression) -> range:
    span = parse.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return range(0) if span is None else range(span.start, span.end)


def clause_of(parse: Parse, time: TimeExpression) -> Token | None:
    """The verb of the clause that a time expression stands in."""
    span = parse.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    token = None if span is None else span.root
    for _ in range(_DEPTH):
        if token is None or token.pos_ in ("VERB", "AUX"):
            return token
        token = None if token.head == token else token.head
    return None


def _told_by(parse: Parse, time: TimeExpression, places: dict[int, Trigger]) -> Trigger | None:
    """The event whose trigger is the first one above the time expression in the sentence's tree."""
    span = parse.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    token = span.root if span is not None else None
    if token is None or token.dep_ in ("nsubj", "nsubjpass"):  # "winter closes in" is not dated by its subject
        return None
    for _ in range(_DEPTH):
        if token.i in places:
            return places[token.i]
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            carried = _carried(token, places)  # the date belongs to this clause, and it tells no event of its own
            if carried is not None or not _utters(token):
                return carried
        token = token.head
    return None


def _utters(verb: Token) -> bool:
    """ "In a declaration issued on Thursday they promised": the promise is of Thursday too."""
    return verb.dep_ == "acl" and verb.head.lemma_.lower() in _UTTERANCES


def _carried(verb: Token, places: dict[int, Trigger]) -> Trigger | None:
    """A verb that tells no event itself hands its date down: "continued to fight in 1813", "a fire tore through it"."""
    carrier = verb.pos_ == "AUX" or verb.lemma_.lower() in _CARRIERS
    for dependents in (("xcomp", "attr") if carrier else (), ("nsubj", "nsubjpass"), ("dobj",)):
        inner = (places.get(child.i) for child in verb.children if child.dep_ in dependents)
        trigger = next((one for one in inner if one is not None), None)
        if trigger is not None:
            return trigger
    apart = _APART - {"from"} if verb.lemma_.lower() in _ORIGINS else _APART
    beside = (child for child in verb.children if child.dep_ == "prep" and child.lower_ not in apart)
    objects = (inner for child in beside for inner in child.children)
    return next((places[inner.i] for inner in objects if inner.dep_ == "pobj" and inner.i in places), None)


# --- further rules ------------------------------------------------------------------------------------------------


def _shared(case: _Case, trigger: Trigger) -> Dating | None:
    anchor = case.anchor(trigger)
    if later(anchor):
        return None  # "returned in 1996 and soon after became its head"
    for _ in range(_DEPTH):
        if anchor.dep_ != "conj" or anchor.head == anchor:
            return _with_next(case, trigger)
        anchor = anchor.head
        first = case.by_anchor.get(anchor.i)
        dating = case.dated[first] if first is not None else None
        if first is not None and dating is not None and dating.rule == "syntax":
            if not _fits(case, trigger, case.times[dating.times[0]]):
                return None
            before = case.times[dating.times[0]].span.start < case.parse.doc[trigger.head].idx
            return Dating("shared", dating.times) if before else None
    return None


def _with_next(case: _Case, trigger: Trigger) -> Dating | None:
    """ "The army retreated and sailed home on 11 September": two verbs side by side share the day after them."""
    verb = case.anchor(trigger)
    following = next((child for child in verb.children if child.dep_ == "conj" and child.i == verb.i + 2), None)
    other = None if following is None else case.by_anchor.get(following.i)
    dating = None if other is None else case.dated[other]
    if dating is None or dating.rule != "syntax" or not case.precise(dating):
        return None
    return Dating("shared", dating.times) if _fits(case, trigger, case.times[dating.times[0]]) else None


def _uttered(case: _Case, trigger: Trigger) -> Dating | None:
    """ "In a declaration issued on Thursday they promised": on Thursday, if the declaration is dated itself."""
    for preposition in case.anchor(trigger).children:
        if preposition.dep_ == "prep" and preposition.lower_ == "in":
            for noun in preposition.children:
                issued = (noun, *(child for child in noun.rights if child.dep_ == "acl"))
                told = [case.by_anchor[one.i] for one in issued if one.i in case.by_anchor]
                if told and noun.lemma_.lower() in _UTTERANCES and case.dated[told[0]].rule == "syntax":
                    return Dating("shared", case.dated[told[0]].times)
    return None


def _by_effect(case: _Case, trigger: Trigger) -> Dating | None:
    """ "A fire destroyed the hall on Monday": what does harm does it when it happens."""
    noun = case.parse.doc[trigger.head]
    effect = next((case.by_anchor[verb.i] for verb in doings(noun) if verb.i in case.by_anchor), None)
    if effect is None or effect.type not in _HARM.get(trigger.type, ()):
        return None
    dating = case.dated[effect]
    interval = case.times[dating.times[0]].interval
    hour = interval is not None and interval.precision in ("hour", "minute", "second")  # that is of the verb alone
    return Dating("shared", dating.times) if dating.rule == "syntax" and not hour else None


def _meanwhile(case: _Case, trigger: Trigger) -> Dating | None:
    """ "Workers were hurt when a fire broke out on Monday": what is dated in one clause is dated in the other.

    And "in 2008, when Russia invaded Georgia": the clause tells what the date is that of.
    """
    anchor = case.anchor(trigger)
    told_by = _date_of_clause(case, anchor) or _day_of(case, anchor)
    if told_by is not None:
        return Dating("shared", (told_by,))
    for clause in case.anchor(trigger).children:
        if clause.dep_ == "advcl" and any(child.lower_ in ("when", "as", "while") for child in clause.children):
            for inner in (clause, *(child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass"))):
                other = case.by_anchor.get(inner.i)
                if other is not None and case.precise(case.dated[other]):
                    return Dating("shared", case.dated[other].times)
    return None


def _date_of_clause(case: _Case, verb: Token) -> str | None:
    """The date right before "when", wherever the parser hangs the clause: "last November, when they met"."""
    when = next((child for child in verb.children if child.lower_ == "when"), None)
    if when is None or when.i < 2:
        return None
    before = when.i - 2 if verb.doc[when.i - 1].text == "," else when.i - 1
    return case.time_at.get(before)


def _day_of(case: _Case, noun: Token) -> str | None:
    """ "On Wednesday, the last day of a meeting": the meeting was on Wednesday too."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.head.lemma_ != "day":
        return None
    day = noun.head.head.i
    return next((case.time_at[at] for at in range(day - 1, max(day - _NEAR, -1), -1) if at in case.time_at), None)


def _of_whole(case: _Case, trigger: Trigger) -> Dating | None:
    whole = case.wholes.get(trigger)
    dating = case.dated.get(whole) if whole is not None else None
    return dating and Dating("event", dating.times)


def _of_part(case: _Case, trigger: Trigger) -> Dating | None:
    """ "Back in 2008, at the summit, they promised": the summit was in 2008 too."""
    for part in case.parts.get(trigger, ()):
        dating = case.dated.get(part)
        if dating is not None and dating.rule == "syntax" and case.factuality[part].modality == "ACTUAL":
            return Dating("event", dating.times)
    return None


def _in_sentence(case: _Case, trigger: Trigger) -> Dating | None:
    """A clause without a date of its own, under "On Tuesday …" at the head of the sentence."""
    sentence = case.parse.sentence_of[trigger.head]
    here = case.by_sentence.get(sentence, [])
    if len(here) != 1 or here[0].id in case.used or case.factuality[trigger].modality != "ACTUAL":
        return None
    at_head = here[0].span.start - case.parse.sentences[sentence].start <= _PREPOSITION
    return Dating("sentence", (here[0].id,)) if at_head else None
