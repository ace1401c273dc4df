"""What is known of a news story while its events are dated, for look-up: its lead, its day, what was dated so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from spacy.tokens import Token

from graphbuilder.entities import Found
from graphbuilder.events.dating.context import READ, Dating, clause_of, dates, within_days
from graphbuilder.events.factuality import Factuality
from graphbuilder.events.triggers import Roles, Trigger
from graphbuilder.intervals import Interval
from graphbuilder.knowledge.event_words import event_words
from graphbuilder.records import PUBLICATION, TimeExpression
from graphbuilder.syntax.parse import Parse
from graphbuilder.syntax.subjects import subjects
from graphbuilder.syntax.tense import in_zone, is_main_clause, is_perfect, is_simple_past, lead_verb, looks_back
from graphbuilder.syntax.tree import dependents, sentence_start
from graphbuilder.times.document.sentences import quoted

#: What a court does with the accused, as the lemmas of triggers.
_OUTCOMES = frozenset({
    "acquit", "clear", "convict", "exonerate", "find guilty", "fine", "give sentence", "hand sentence", "imprison",
    "jail", "sentence",
})  # fmt: skip
#: Rules for times that are counted from what is told; and the characters of " before ".
_COUNTED, _WIDTH = (".away", ".aside_from"), 8


class Company:
    """Who takes part in an event or is the subject of a verb, as chains of mentions."""

    def __init__(self, parse: Parse, found: Found, roles: Roles) -> None:
        self._parse, self._found, self._roles = parse, found, roles
        self._chain = {mention.id: mention.chain for mention in found.mentions}
        self._known: dict[int, frozenset[str]] = {}

    def of_event(self, trigger: Trigger) -> frozenset[str]:
        """Those who take part, and whom the subject is named with ("Apple's Tim Cook")."""
        if trigger.head not in self._known:
            told = {self._chain[one.mention] for one in self._roles[trigger] if one.role != "place"}
            self._known[trigger.head] = self.of_subject(self._parse.doc[trigger.head]) | told
        return self._known[trigger.head]

    def of_subject(self, verb: Token) -> frozenset[str]:
        """Those whom the subject of a verb names."""
        words = (range(subject.left_edge.i, subject.i + 1) for subject in subjects(verb))
        named = (self._found.by_token.get(at) for at in chain.from_iterable(words))
        return frozenset(mention.chain for mention in named if mention is not None)


class Story:
    """What is known of a document's dates so far, for look-up."""

    def __init__(
        self,
        parse: Parse,
        times: Sequence[TimeExpression],
        factuality: Mapping[Trigger, Factuality],
        company: Company,
        dated: Mapping[Trigger, Dating],
    ) -> None:
        self.parse, self.factuality, self.company = parse, factuality, company
        self.dated: dict[Trigger, Dating] = {}
        self._by_sentence: dict[int, list[tuple[Trigger, Dating]]] = defaultdict(list)
        for trigger, dating in dated.items():
            self.add(trigger, dating)
        self._narrated: dict[Trigger, bool] = {}
        self.times = {time.id: time for time in times}
        self.used = {time for dating in dated.values() for time in dating.times}
        told = [time for time in times if dates(time)]
        self.free = {time.span.sentence for time in told if time.id not in self.used}
        self.lead_verb = lead_verb(parse)
        self.lead = -1 if self.lead_verb is None else parse.sentence_of[self.lead_verb.i]
        published = parse.document.published
        self.today = None if published is None else Interval.of_day(published)
        ahead = {
            time.id
            for time in told
            if self.today is not None and time.interval and time.interval.mark.after(self.today)
        }
        own = {time: one for one, dating in dated.items() if dating.rule == READ for time in dating.times}
        free = ahead | {time for time, one in own.items() if _inside(parse.doc[one.head])}
        asides = {time: one for time, one in own.items() if parse.doc[one.head].dep_ == "relcl"}
        vague = {time.span.sentence for time in times if time.interval is None and _is_counted(parse, time)}
        self.told = vague | {time.span.sentence for time in told if time.id not in free | asides.keys()}
        self.asides = {time.span.sentence: (time.id,) for time in told if time.id in asides}

    def add(self, trigger: Trigger, dating: Dating) -> None:
        """Keep the date that a rule found."""
        self.dated[trigger] = dating
        self._by_sentence[self.sentence(trigger)].append((trigger, dating))

    def sentence(self, trigger: Trigger) -> int:
        """The number of the sentence that tells an event."""
        return self.parse.sentence_of[trigger.head]

    def word(self, trigger: Trigger) -> Token:
        """The head of a trigger."""
        return self.parse.doc[trigger.head]

    def begins_paragraph(self, trigger: Trigger) -> bool:
        """Whether its sentence is the first one of a paragraph."""
        at = self.sentence(trigger)
        return not at or self.parse.are_parted(at - 1, at)

    def main(self, trigger: Trigger) -> bool:
        """Whether it is told by a main clause."""
        return is_main_clause(self.word(trigger))

    def joined(self, trigger: Trigger) -> bool:
        """ "Shut the hall on Sunday, and sold it after that": joined to a verb with a date, and without one itself.

        Or in the past to one in the perfect, which is more likely of a clause between the two.
        """
        verb = self.word(trigger)
        if verb.dep_ != "conj":
            return False
        told = (dating for one, dating in self.dated.items() if one.head == verb.head.i)
        return any(dating.rule == READ for dating in told) or (is_simple_past(verb) and is_perfect(verb.head))

    def narrated(self, trigger: Trigger) -> bool:
        """Whether it is told as what happened, by a main clause in the simple past that does not look back, ask or
        quote, in a sentence that names no date but one ahead, one of a noun, or that of the story in an aside.
        """
        if trigger not in self._narrated:
            at, verb = self.sentence(trigger), self.word(trigger)
            told = self.factuality[trigger].modality == "ACTUAL" and at not in self.told
            told = told and (at not in self.asides or self.same_day(self.asides[at]))
            told = told and is_simple_past(verb) and self.main(trigger) and not looks_back(verb)
            self._narrated[trigger] = told and not quoted(self.parse.document.text, verb.idx)
        return self._narrated[trigger]

    def in_sentence(self, sentence: int) -> list[tuple[Trigger, Dating]]:
        """The events of a sentence that have a date."""
        return self._by_sentence.get(sentence, [])

    def in_headline(self, trigger: Trigger) -> bool:
        """Whether a headline tells it."""
        return in_zone(self.parse, self.parse.doc[trigger.head].idx, ("headline",))

    def looked_back(self, trigger: Trigger) -> bool:
        """Whether the sentence before tells what had been, in its paragraph or of the same: "He had sung. He fled"."""
        at, start = self.sentence(trigger), sentence_start(self.parse.doc[trigger.head])
        if not at or not start:
            return False
        verb = self.parse.doc[start - 1].sent.root
        if verb.tag_ != "VBN" or all(child.lower_ not in ("had", "'d", "’d") for child in dependents(verb)):
            return False
        return not self.begins_paragraph(trigger) or bool(
            self.company.of_event(trigger) & self.company.of_subject(verb)
        )

    def fresh(self, dating: Dating) -> bool:
        """Whether it is a date of the days before publication."""
        time = self.times.get(dating.times[0])
        return time is None or (self.today is not None and within_days(time.interval, self.today))

    def day(self, main: bool = False) -> tuple[str, ...] | None:
        """The date of the lead, first of its main clause (with `main`, only of that), if that is near publication."""
        if self.today is None:
            return None
        told = [one for one in self.in_sentence(self.lead) if one[1].rule in (PUBLICATION, "story", READ)]
        leading = [one for one in told if self.main(one[0])]
        leading.sort(key=lambda one: one[1].rule == PUBLICATION)
        for one, dating in leading if main else leading + told:
            if self.fresh(dating) and self.factuality[one].modality != "PLANNED":
                return dating.times
        return self._told_on()

    def days(self, sentence: int) -> list[tuple[Token, tuple[str, ...]]]:
        """The verbs of a sentence that tell what happened on a day of the news."""
        told = (one for one in self.in_sentence(sentence) if one[1].rule in ("story", READ) and self.fresh(one[1]))
        return [(self.word(one), dating.times) for one, dating in told if self.factuality[one].tense == "PAST"]

    def same_day(self, times: tuple[str, ...]) -> bool:
        """Whether a date is that of the story: "Roe, who arrived on Monday, warned …" in a story of Monday."""
        day = self.day()
        intervals = [None if one is None else self.interval(one) for one in (day, times)]
        return intervals[0] is not None and intervals[0] == intervals[1]

    def interval(self, times: tuple[str, ...]) -> Interval | None:
        """That of the first of these times; of publication where it is none of the text."""
        time = self.times.get(times[0])
        return self.today if time is None else time.interval

    def _told_on(self) -> tuple[str, ...] | None:
        """ "Alba said on Monday that it would close": the date of the lead's main verb, where that tells no event."""
        here = (time for time in self.times.values() if time.span.sentence == self.lead and time.id not in self.used)
        own = (time.id for time in here if dates(time) and clause_of(self.parse, time) == self.lead_verb)
        return next(((one,) for one in own if self.fresh(Dating("sentence", (one,)))), None)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The types of event that the lead tells."""
        verb = "" if self.lead_verb is None else event_words().verbs.get(self.lead_verb.lemma_.lower(), "")
        return frozenset({verb, *(one.type for one in self.factuality if self.sentence(one) == self.lead)})

    @cached_property
    def verdict(self) -> bool:
        """Whether the lead tells how a trial ended."""
        return any(self.sentence(one) == self.lead and is_outcome(one) for one in self.factuality)

    @cached_property
    def said(self) -> list[Token]:
        """The main verbs by which somebody of the story says something on its day: "she said"."""
        reporting = event_words().reporting
        roots = [span.root for span in self.parse.live]
        joined = (child for root in roots for child in dependents(root) if child.dep_ == "conj")
        verbs = sorted((*roots, *joined), key=lambda one: one.i)
        return [
            one
            for one in verbs
            if one.lemma_.lower() in reporting
            and is_simple_past(one)
            and self.parse.sentence_of[one.i] not in self.told
        ]


def is_outcome(trigger: Trigger) -> bool:
    """Whether it is what a court decides about somebody: "was cleared", "was found guilty"; not "was arrested"."""
    return trigger.lemma in _OUTCOMES


def _is_counted(parse: Parse, time: TimeExpression) -> bool:
    """ "A week after the tragedy", "two days later", of which the day is not known: it is not that of the story.

    In quotation marks it says nothing of the day on which it was said.
    """
    behind = parse.document.text[time.span.end : time.span.end + _WIDTH] if time.type == "DURATION" else ""
    counted = time.method.endswith(_COUNTED) or behind.startswith((" after ", " before "))
    return counted and not quoted(parse.document.text, time.span.start)


def _inside(noun: Token) -> bool:
    """ "The decision of the 2008 summit": a date that is only of a noun; but "after the 2008 summit they agreed"."""
    while noun.dep_ == "pobj" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
    return noun.pos_ in ("NOUN", "PROPN") and noun.dep_ != "pobj"
