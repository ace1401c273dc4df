"""When what a news story tells without a date happened: the day of the story, by rules that are named and scored.

| rule | the date is | score |
|---|---|---|
| publication | the day of publication: the past of a lead, the past or present of a headline, what is going on | 0.4 |
| story | that of the lead, for its headline; of the sentence after it, for a lead in the perfect; of the past event in
  the sentence before, if it is a day; of the lead, for what is promised, condemned …, and for what those of the lead
  go on to do until an older date is told | 0.3 |
| aside | that of the clause it is said beside: "resigned on Monday, saying …", "by walking out" | 0.5 |

They speak where no date is said of the event, and only for documents whose day of publication is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from spacy.tokens import Token

from graphbuilder.events.dating import PUBLICATION, Dating
from graphbuilder.events.factuality import Factuality
from graphbuilder.events.triggers import OTHER, Trigger
from graphbuilder.events.words import event_words
from graphbuilder.intervals import Interval
from graphbuilder.language import Parse
from graphbuilder.records import TimeExpression

#: The rules of this file that take the day of the story for that of the event.
ASSUMED = frozenset({PUBLICATION, "story"})
#: A lead about a day not further from publication than this is news of that day.
NEWS_DAYS = 3
_DAYS = frozenset({"second", "minute", "hour", "day", "week"})
#: Types of event that are told where they are news: what is said, not what was done before.
_SPOKEN = frozenset(
    {"promise", "demand", "condemn", "accuse", "announce", "warn", "deny", "reject", "support", "agree"}
)
#: Types of event that are done on an occasion; those of the lead go on to do them on its day.
_DONE = frozenset(
    {"meet", "launch", "grant", "appoint", "resign", "decide", "sanction", "sue", "detain", "attack", "seize", "aid",
     "protest", "join", "threaten"}
)  # fmt: skip
#: Types after which those of the lead do nothing more: what follows tells of a life.
_LAST = frozenset({"die"})
#: Words of a sentence that goes back in time.
_BACK = frozenset(
    {"ago", "already", "before", "earlier", "ever", "first", "former", "formerly", "had", "initially", "once",
     "originally", "previous", "previously", "since", "used"}
)  # fmt: skip
#: How many sentences back those who go on to do something must have done the last.
_NEXT = 2
#: Words that put a participle at another time than its clause.
_OTHER_TIME = frozenset({"after", "before", "since", "until", "having"})


def date_by_story(
    parse: Parse,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    factuality: Mapping[Trigger, Factuality],
    actors: Mapping[Trigger, frozenset[str]],
    dated: Mapping[Trigger, Dating],
) -> dict[Trigger, Dating]:
    """The dating of each event, those that the story gives added to `dated`.

    `actors` tells who takes part, as chains of mentions.
    """
    story = _Story(parse, times, factuality, actors, dated)
    for rule in (_of_lead, _of_headline, _of_sentence_before, _spoken, _goes_on):
        for trigger in triggers:
            dating = rule(story, trigger) if trigger not in story.dated else None
            if dating is not None:
                story.dated[trigger] = dating
    return story.dated | _asides(parse, triggers, story.dated)


class _Story:
    """What is known of a document's dates so far, for look-up."""

    def __init__(
        self,
        parse: Parse,
        times: Sequence[TimeExpression],
        factuality: Mapping[Trigger, Factuality],
        actors: Mapping[Trigger, frozenset[str]],
        dated: Mapping[Trigger, Dating],
    ) -> None:
        self.parse, self.factuality, self.actors = parse, factuality, actors
        self.dated = dict(dated)
        self.times = {time.id: time for time in times}
        self.used = {time for dating in dated.values() for time in dating.times}
        dates = [time for time in times if _dates(time)]
        self.free = {time.span.sentence for time in dates if time.id not in self.used}
        self.told = {time.span.sentence for time in dates}
        self.lead = lead_sentence(parse)
        published = parse.document.published
        self.today = None if published is None else Interval.at(published.year, published.month, published.day)

    def sentence(self, trigger: Trigger) -> int:
        return self.parse.sentence_of[trigger.head]

    def anchor(self, trigger: Trigger) -> Token:
        return self.parse.doc[trigger.anchor]

    def main(self, trigger: Trigger) -> bool:
        """Whether it is told by a main clause."""
        anchor = self.anchor(trigger)
        return anchor.dep_ == "ROOT" or (anchor.dep_ == "conj" and anchor.head.dep_ == "ROOT")

    def narrated(self, trigger: Trigger) -> bool:
        """Whether it is told as what happened, by a main clause in the simple past, in a sentence without a date."""
        told = self.factuality[trigger].modality == "ACTUAL" and self.anchor(trigger).tag_ == "VBD"
        return told and self.main(trigger) and self.sentence(trigger) not in self.told

    def in_sentence(self, sentence: int) -> list[tuple[Trigger, Dating]]:
        return [(one, dating) for one, dating in self.dated.items() if self.sentence(one) == sentence]

    def in_headline(self, trigger: Trigger) -> bool:
        return _in_zone(self.parse, self.parse.doc[trigger.head].idx, ("headline",))

    def fresh(self, dating: Dating) -> bool:
        """Whether it is a date of the days before publication."""
        time = self.times.get(dating.times[0])
        return time is None or (self.today is not None and _within_days(time.interval, self.today))

    def day(self, main: bool = False) -> tuple[str, ...] | None:
        """The date of the lead (with `main`, of its main clause), if that is about the days of publication."""
        if self.today is None:
            return None
        for one, dating in self.in_sentence(self.lead):
            own = dating.rule in (PUBLICATION, "story", "syntax") and (not main or self.main(one))
            if own and self.fresh(dating):
                return dating.times
        return self._said_on()

    def _said_on(self) -> tuple[str, ...] | None:
        """ "Alba said on Monday that it would close": the only date of the lead, if all that this tells is said."""
        here = [time for time in self.times.values() if time.span.sentence == self.lead and _dates(time)]
        says = self.lead >= 0 and _lead_verb(self.parse, self.lead) in event_words().reporting
        alone = says and len(here) == 1 and here[0].id not in self.used
        return (here[0].id,) if alone and self.fresh(Dating("sentence", (here[0].id,))) else None


def _dates(time: TimeExpression) -> bool:
    return time.interval is not None and time.type in ("DATE", "TIME")


def _within_days(interval: Interval | None, today: Interval) -> bool:
    """Whether it is a day of the week that ends with publication: dates of the lead in what is called news."""
    if interval is None or interval.start is None or interval.end is None or today.start is None:
        return False
    first, last = (bound.first.iso_day for bound in (interval.start, today.start))
    near = abs((date.fromisoformat(last) - date.fromisoformat(first)).days) <= NEWS_DAYS
    return near and interval.precision in _DAYS


def lead_sentence(parse: Parse) -> int:
    """The index of the first sentence of the story proper; -1 if there is none."""
    for sentence in parse.live:
        if sentence.text.strip() and not _in_zone(parse, sentence.start_char, ("headline", "dateline")):
            return parse.sentence_of[sentence.start]
    return -1


def _lead_verb(parse: Parse, lead: int) -> str:
    sentence = next(one for one in parse.live if parse.sentence_of[one.start] == lead)
    return sentence.root.lemma_.lower()


def _in_zone(parse: Parse, offset: int, kinds: Iterable[str]) -> bool:
    return any(zone.start <= offset < zone.end for zone in parse.document.zones if zone.kind in kinds)


# --- rules --------------------------------------------------------------------------------------------------------


def _of_lead(story: _Story, trigger: Trigger) -> Dating | None:
    told = story.factuality[trigger]
    if story.today is None or told.modality != "ACTUAL" or story.sentence(trigger) in story.free:
        return None  # a date of the sentence that is nobody's may be of this event
    in_lead = story.main(trigger) and story.sentence(trigger) == story.lead and told.tense == "PAST"
    day = _said_next(story) if in_lead and _perfect(story.anchor(trigger)) else None
    if day is not None:
        return Dating("story", day)
    return Dating(PUBLICATION, (PUBLICATION,)) if in_lead or _going_on(story.anchor(trigger)) else None


def _said_next(story: _Story) -> tuple[str, ...] | None:
    """ "Ministers have lifted the ban. They took the decision on Tuesday": the day of a lead that tells none."""
    after = story.in_sentence(story.lead + 1)
    days = (dating.times for one, dating in after if dating.rule == "syntax" and story.factuality[one].tense == "PAST")
    return next((day for day in days if story.fresh(Dating("syntax", day))), None)


def _perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have", "'ve") for child in verb.children)


def _going_on(verb: Token) -> bool:
    """ "Are meeting": on the day of publication."""
    return verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.tag_ in ("VBZ", "VBP") for child in verb.children)


def _of_headline(story: _Story, trigger: Trigger) -> Dating | None:
    """A headline tells what the lead tells: on the day that this says, else that of publication."""
    told = story.factuality[trigger]
    present = told.modality == "ACTUAL" and told.tense in ("PAST", "PRESENT")
    if story.today is None or not (present and story.main(trigger) and story.in_headline(trigger)):
        return None
    day = story.day(main=True) or (PUBLICATION,)
    return Dating(PUBLICATION if day == (PUBLICATION,) else "story", day)


def _of_sentence_before(story: _Story, trigger: Trigger) -> Dating | None:
    """What follows in the simple past happened on the day that the sentence before tells, in one paragraph."""
    sentence = story.sentence(trigger)
    if not story.narrated(trigger) or sentence == 0:
        return None
    days = [
        dating.times
        for one, dating in story.in_sentence(sentence - 1)
        if dating.rule == "syntax" and story.factuality[one].tense == "PAST" and _is_day(story, dating)
    ]
    first, second = story.parse.sentences[sentence - 1 : sentence + 1]
    apart = "\n" in story.parse.document.text[first.end : second.start]
    return Dating("story", days[-1]) if days and not apart else None


def _is_day(story: _Story, dating: Dating) -> bool:
    """Whether a date is at least a week: "as winter closes in" dates nothing else."""
    time = story.times.get(dating.times[0])
    return time is not None and time.interval is not None and time.interval.precision in _DAYS


def _spoken(story: _Story, trigger: Trigger) -> Dating | None:
    """What is promised, demanded or condemned in a news story is part of it."""
    day = story.day() if trigger.type in _SPOKEN and story.narrated(trigger) else None
    return None if day is None else Dating("story", day)


def _goes_on(story: _Story, trigger: Trigger) -> Dating | None:
    """ "Jane Roe opened the fair on Monday. She showed a new engine": while the story stays on its day."""
    day = story.day() if story.narrated(trigger) and not _looks_back(story, trigger) else None
    if day is None or not story.lead < story.sentence(trigger) or not _still_on(story, trigger):
        return None
    known = trigger.type in _DONE
    reach = story.lead if known else max(story.sentence(trigger) - _NEXT, story.lead)
    doers = {
        one
        for other, dating in story.dated.items()
        if dating.times == day and reach <= story.sentence(other) < story.sentence(trigger)
        for one in story.actors[other]
    }
    same = story.actors[trigger] & doers if known or trigger.type == OTHER else frozenset()
    return Dating("story", day) if same else None


def _looks_back(story: _Story, trigger: Trigger) -> bool:
    sentence = story.parse.doc[trigger.head].sent
    return any(token.lower_ in _BACK for token in sentence)


def _still_on(story: _Story, trigger: Trigger) -> bool:
    """Whether no main clause told a past event of another time since the lead, and nobody's life ended there."""
    if any(one.type in _LAST for one, _ in story.in_sentence(story.lead)):
        return False
    between = range(story.lead, story.sentence(trigger))
    past = [
        (one, dating)
        for one, dating in story.dated.items()
        if story.sentence(one) in between and story.main(one) and story.factuality[one].tense == "PAST"
    ]
    return not past or story.fresh(max(past, key=lambda pair: pair[0].head)[1])


def _asides(parse: Parse, triggers: Sequence[Trigger], dated: Mapping[Trigger, Dating]) -> dict[Trigger, Dating]:
    """ "Resigned on Monday, saying …", "opened the fair by cutting a ribbon": when its clause is."""
    by_anchor = {trigger.anchor: dating for trigger, dating in dated.items()}
    found = {}
    for trigger in triggers:
        verb = parse.doc[trigger.anchor]
        if trigger not in dated and verb.tag_ == "VBG" and not _at_other_time(verb):
            dating = by_anchor.get(_beside(verb).i)
            if dating is not None:
                found[trigger] = Dating("aside", dating.times)
    return found


def _beside(verb: Token) -> Token:
    """The verb that a participle is said beside; the participle itself if there is none."""
    if verb.dep_ == "advcl":
        return verb.head
    through = verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.lower_ in ("by", "in", "while")
    return verb.head.head if through else verb


def _at_other_time(verb: Token) -> bool:
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "aux", "prep", "advmod")}
    return bool(marks & _OTHER_TIME)
