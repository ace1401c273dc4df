"""When an event happened that a news story tells without a date: on the day of the story, by rules with name and score.

| rule | the date is | score |
|---|---|---|
| publication | the day of publication: the past of a lead, the past or present of a headline, what is going on | 0.4 |
| story | that of the lead, or of its clause that tells the same, for its headline; of the sentence after it, for a
  lead in the perfect; of the past event in the sentence before, if it is a day; of the lead, for what is promised,
  condemned …, and for what those of the lead go on to do until an older date is told | 0.3 |
| aside | that of the clause it is said beside: "resigned on Monday, saying …", "a talk, where he attacked" | 0.5 |

They speak where no date is said of the event, and only for documents whose day of publication is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from graphbuilder.events.dating.context import DAYS, READ, Dating
from graphbuilder.events.dating.news_context import Company, Story, is_outcome
from graphbuilder.events.factuality import Factuality
from graphbuilder.events.triggers import OTHER, Trigger
from graphbuilder.records import PUBLICATION, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tense import (
    governing_clause,
    is_at_occasion,
    is_at_other_time,
    is_headline_verb,
    is_perfect,
    is_pluperfect,
    is_present_continuous,
    is_simple_past,
)

#: The rules of this file that take the day of the story for that of the event.
ASSUMED = frozenset({PUBLICATION, "story"})
#: Types of event that are told where they are news: what is said, not what was done before.
_SPOKEN = frozenset({"promise", "demand", "invite", "condemn", "announce", "warn", "support", "agree"})
#: Types of event that are news of the day where the lead is about one of these.
_OF_STORY = {
    "aid": frozenset({"attack", "disaster"}),
    "appoint": frozenset({"dismiss", "resign"}),
    "change": frozenset({"change"}),
    "grant": frozenset({"attack", "disaster"}),
    "sanction": frozenset({"convict", "detain"}),
}
#: Types that take longer, or are told of long ago without a date.
_LASTING = frozenset({"build", "buy", "change", "compete", "die", "elect", "found", "injure", "sell"})
#: Types by which somebody answers, whenever it was that he was asked.
_ANSWERS = frozenset({"deny", "reject"})
#: Types after which those of the lead do nothing more: what follows tells of a life.
_LAST = frozenset({"die"})
#: How many sentences back those who go on to do something of no known type must have done the last.
_NEXT = 2


def date_by_story(
    parse: Parse,
    triggers: Sequence[Trigger],
    times: Sequence[TimeExpression],
    factuality: Mapping[Trigger, Factuality],
    company: Company,
    dated: Mapping[Trigger, Dating],
) -> dict[Trigger, Dating]:
    """The dating of each event, those that the story gives added to `dated`."""
    story = Story(parse, times, factuality, company, dated)
    undated = [trigger for trigger in triggers if trigger not in dated]
    for rule in _RULES:
        for trigger in undated:
            dating = rule(story, trigger)
            if dating is not None:
                story.add(trigger, dating)
        undated = [trigger for trigger in undated if trigger not in story.dated]
    return story.dated | _asides(parse, triggers, story.dated)


def _of_lead(story: Story, trigger: Trigger) -> Dating | None:
    told = story.factuality[trigger]
    if story.today is None or told.modality != "ACTUAL" or story.sentence(trigger) in story.free:
        return None  # a date of the sentence that is nobody's may be of this event
    in_lead = story.main(trigger) and story.sentence(trigger) == story.lead and told.tense == "PAST"
    in_lead = in_lead and not (is_pluperfect(story.word(trigger)) or story.joined(trigger))
    if in_lead and is_perfect(story.word(trigger)):
        # "Ministers have lifted the ban. They took the decision on Tuesday"
        who = story.company.of_event(trigger)
        day = next((day for verb, day in story.days(story.lead + 1) if not _of_others(story, verb, who)), None)
        if day is not None:
            return Dating("story", day)
    return Dating(PUBLICATION, (PUBLICATION,)) if in_lead or is_present_continuous(story.word(trigger)) else None


def _of_others(story: Story, verb: Token, who: frozenset[str]) -> bool:
    """Whether a verb tells what somebody with a name does who is none of these."""
    named = any(noun.pos_ == "PROPN" for noun in subjects(verb))
    return named and story.company.of_subject(verb).isdisjoint(who)


def _of_headline(story: Story, trigger: Trigger) -> Dating | None:
    """A headline tells what the lead tells: on the day that this says, else that of publication."""
    verb, happened = story.word(trigger), story.factuality[trigger].modality == "ACTUAL"
    if story.today is None or not (happened and story.in_headline(trigger) and is_headline_verb(verb)):
        return None
    lead = [(one, dating) for one, dating in story.in_sentence(story.lead) if dating.rule != PUBLICATION]
    same = {one.lemma: dating.times for one, dating in lead if story.fresh(dating)}  # "Roe pleads", "Roe pleaded"
    day = same.get(trigger.lemma) or story.day(main=True) or (PUBLICATION,)
    return Dating(PUBLICATION if day == (PUBLICATION,) else "story", day)


def _of_sentence_before(story: Story, trigger: Trigger) -> Dating | None:
    """What follows in the simple past happened on the day that the sentence before tells, in one paragraph."""
    sentence = story.sentence(trigger)
    if not story.narrated(trigger) or sentence == 0:
        return None
    days = [
        dating.times
        for one, dating in story.in_sentence(sentence - 1)
        if dating.rule == READ and _is_day(story, dating) and story.main(one) and is_simple_past(story.word(one))
    ]
    return Dating("story", days[-1]) if days and not story.begins_paragraph(trigger) else None


def _is_day(story: Story, dating: Dating) -> bool:
    """Whether a date is of days: what follows "last week", "the weekend" or "as winter closes in" may be of another."""
    time = story.times.get(dating.times[0])
    days = time is not None and time.interval is not None and time.interval.precision in DAYS - {"week"}
    if days and time is not None and time.interval is not None and time.interval.start is None:
        return False  # "by 24 December"
    return days and time is not None and not (time.value.endswith("WE") or time.type == "DURATION")


def _spoken(story: Story, trigger: Trigger) -> Dating | None:
    """What is promised in a news story is part of it; so is help after a disaster, who follows one who resigns, and
    what else a court decides on the day of a verdict.
    """
    told_of = _OF_STORY.get(trigger.type, frozenset())
    news = trigger.type in _SPOKEN or bool(told_of & story.kinds) or (is_outcome(trigger) and story.verdict)
    day = story.day() if news and story.narrated(trigger) and not _went_back(story, trigger) else None
    return None if day is None else Dating("story", day)


def _goes_on(story: Story, trigger: Trigger) -> Dating | None:
    """ "Jane Roe opened the fair on Monday. She showed a new engine": while the story stays on its day."""
    day = story.day() if trigger.type not in _ANSWERS and story.narrated(trigger) else None
    if day is None or story.sentence(trigger) <= story.lead or _of_a_life(story):
        return None
    same = story.company.of_event(trigger) & _doers(story, trigger, day)
    goes_on = same and trigger.type not in _LASTING and not _went_back(story, trigger)
    return Dating("story", day) if goes_on or is_at_occasion(story.word(trigger)) else None


def _doers(story: Story, trigger: Trigger, day: tuple[str, ...]) -> set[str]:
    """Who did something on the day of the story; right before, for verbs of no known type, which may tell of a life."""
    at = story.sentence(trigger)
    first = max(at - _NEXT, story.lead) if trigger.type == OTHER else story.lead
    told = (one for one, dating in story.dated.items() if dating.times == day and first <= story.sentence(one) < at)
    said = (verb for verb in story.said if first <= story.parse.sentence_of[verb.i] < at)
    return set().union(*map(story.company.of_event, told), *map(story.company.of_subject, said))


def _went_back(story: Story, trigger: Trigger) -> bool:
    """Whether the last past event of a main clause was of another time, and right before or done by the same."""
    at = story.sentence(trigger)
    past = [
        (one, dating)
        for one, dating in story.dated.items()
        if story.lead <= story.sentence(one) < at and story.main(one) and story.factuality[one].tense == "PAST"
    ]
    if story.looked_back(trigger):
        return True
    if not past:
        return False
    one, dating = max(past, key=lambda pair: pair[0].head)
    same = story.company.of_event(trigger)
    came_back = (verb for verb in story.said if one.head < verb.i and story.parse.sentence_of[verb.i] < at)
    if any(story.company.of_subject(verb) & same for verb in came_back):
        return False
    near = at - story.sentence(one) == 1 or bool(story.company.of_event(one) & same)
    return near and not story.fresh(dating)


def _of_a_life(story: Story) -> bool:
    return any(one.type in _LAST for one, _ in story.in_sentence(story.lead))


#: In the order in which they are asked.
_RULES = (
    _of_lead,
    _of_headline,
    _of_sentence_before,
    _spoken,
    _goes_on,
)


def _asides(parse: Parse, triggers: Sequence[Trigger], dated: Mapping[Trigger, Dating]) -> dict[Trigger, Dating]:
    """ "Resigned on Monday, saying …", "opened the fair by cutting a ribbon": when its clause is."""
    by_head = {trigger.head: dating for trigger, dating in dated.items()}
    found = {}
    for trigger in triggers:
        verb = parse.doc[trigger.head]
        beside = None if trigger in dated else governing_clause(verb)
        dating = None if beside is None else by_head.get(beside.i)
        if dating is not None and not is_at_other_time(verb):
            found[trigger] = Dating("aside", dating.times)
    return found
