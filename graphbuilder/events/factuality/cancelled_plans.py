"""What was planned and then called off or put off: "had been fixed for May but was put off", "was to have opened".

It did not happen, on that day at least.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from graphbuilder.syntax.tree import dependents

#: What puts an end to a plan, or to its day.
_OFF = frozenset(
    {"abandon", "adjourn", "axe", "cancel", "defer", "delay", "ditch", "drop", "postpone", "reschedule", "scrap",
     "scrub", "shelve", "slip"}
)  # fmt: skip
_OFF_WITH = {"call": ("off",), "fall": ("through",), "push": ("back",), "put": ("off", "back"), "set": ("back",)}
#: Verbs that give an event its day, before "for".
_FIXING = frozenset(
    {"book", "earmark", "expect", "fix", "foresee", "pencil", "plan", "schedule", "set", "slate", "time"}
)
#: What is said of a plan; with "had been", of one that was overtaken.
_DUE = frozenset({"due", "mean", "schedule", "set", "slate", "suppose"})
#: What somebody tries, and what becomes of those who do not get there: "tried to go in, but were driven back".
_TRYING = frozenset({"attempt", "seek", "try"})
_STOPPED = frozenset({"block", "foil", "prevent", "rebuff", "repel", "repulse", "stop", "thwart"})
_BACK = frozenset({"beat", "chase", "drive", "force", "push", "send", "turn", "wave"})
_VAIN = frozenset({"fail", "miss"})
#: What somebody has in mind to do.
_MEANING = frozenset({"aim", "expect", "hope", "intend", "mean", "plan", "want"})
#: What stands for the plan where it is given up.
_IT = frozenset(
    {"all", "both", "everything", "idea", "it", "plan", "project", "scheme", "that", "them", "this", "tour", "trip",
     "visit"}
)  # fmt: skip
#: Verbs that only say of their subject that it takes place.
_TAKING_PLACE = frozenset({"begin", "commence", "happen", "hold", "occur", "open", "resume", "start", "take"})
#: Verbs above what was planned.
_ABOVE = _OFF | _OFF_WITH.keys() | _FIXING | _MEANING | _TRYING | _DUE | {"be"}
_TELLING_DAYS = _FIXING | {"push", "put", "slip"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})


def came_to_nothing(word: Token) -> bool:
    """Whether a noun or a verb in the infinitive tells of a plan that was given up, or of its first day."""
    place = word.dep_
    if not (place == "xcomp" or place in _SUBJECTS) or word.head.lemma_ not in _ABOVE:
        return False
    if place == "xcomp":
        plan = word.head
        if plan.lemma_ in _TRYING:
            return any(_in_vain(one) for one in plan.rights if one.dep_ == "conj")
        return _was_to_have(word) or (plan.lemma_ in _DUE and _had_been(plan)) or _meant_once(word)
    return word.pos_ == "NOUN" and _lost_its_day(word)


def is_ahead(noun: Token) -> bool:
    """ "The hearing was fixed for 6 December", "the launch, planned for May, was put back"."""
    above = noun.head
    if above.lemma_ not in _TELLING_DAYS or noun.dep_ not in _SUBJECTS or noun.pos_ != "NOUN":
        return False
    planned = (one for one in noun.rights if one.dep_ == "acl" and one.lemma_ in _FIXING)
    return _has_day(noun) or (is_off(above) and any(map(_for, planned)))


def _has_day(noun: Token) -> bool:
    fixed = noun.head
    return fixed.lemma_ in _FIXING and fixed.tag_ in ("VBN", "VBD") and noun.dep_ in _SUBJECTS and _for(fixed)


def _was_to_have(verb: Token) -> bool:
    """ "Was to have begun on Monday": it did not."""
    ahead = verb.tag_ == "VBN" and verb.head.lemma_ == "be" and verb.head.tag_ == "VBD"
    return ahead and {"to", "have"} <= {child.lower_ for child in dependents(verb) if child.dep_ == "aux"}


def _meant_once(verb: Token) -> bool:
    """ "Had planned to close it but did not", "was to visit Chile, but called it off", "had hoped to. It was axed"."""
    plan = verb.head
    if verb.tag_ != "VB" or not (plan.lemma_ in _MEANING or (plan.lemma_ == "be" and plan.tag_ == "VBD")):
        return False
    if any(_given_up(one) for one in dependents(plan) if one.dep_ == "conj" and one.i > verb.i):
        return True
    had = any(child.lower_ == "had" and child.dep_ == "aux" for child in dependents(plan))
    return (had or plan.lemma_ == "be") and any(_given_up(one, apart=True) for one in _next_main(plan))


def _had_been(due: Token) -> bool:
    """ "Had been due to open in May", "had been meant to": something came between; but "are due to open"."""
    verb = due.head if due.pos_ == "ADJ" else due
    words = {child.lower_ for child in dependents(verb)} | {verb.lower_}
    return {"had", "been"} <= words and not words & {"not", "n't", "never"}


def _in_vain(verb: Token) -> bool:
    """ "Tried to get in, but were driven back", "but failed", "and were stopped"; not "but failed to sell it"."""
    lemma, children = verb.lemma_.lower(), dependents(verb)
    if any(child.dep_ in ("neg", "dobj", "xcomp") for child in children):
        return False
    if lemma in _VAIN:
        return True
    passive = any(child.dep_ == "auxpass" for child in children)
    return passive and (
        lemma in _STOPPED or (lemma in _BACK and any(one.lower_ in ("back", "away") for one in children))
    )


def _next_main(word: Token) -> Iterator[Token]:
    """The main verb of the sentence after that of a word."""
    end = word.sent.end
    if end < len(word.doc):
        yield word.doc[end].sent.root


def _given_up(verb: Token, *, apart: bool = False) -> bool:
    """ "But called it off", "and it was scrapped", "but never did"; `apart`: in a sentence of its own, of the plan."""
    children = dependents(verb)
    if not apart and verb.lemma_ == "do" and any(child.dep_ == "neg" for child in children):
        return all(child.dep_ != "dobj" for child in children)
    if not is_off(verb):
        return False
    objects = [child for child in children if child.dep_ in _OBJECTS]
    own = any(child.dep_ in _SUBJECTS for child in children)
    return _mean_plan(objects) if objects else not (apart or own)


def _lost_its_day(noun: Token) -> bool:
    """ "Had been fixed for May but was put off", "the launch foreseen for May was put off", "slipped"."""
    verb = noun.head
    if _has_day(noun):
        if verb.dep_ in ("csubj", "csubjpass"):
            return is_off(verb.head)
        others = dependents(verb) if verb.dep_ != "conj" else (*dependents(verb), *dependents(verb.head))
        return any(_of_same(one) for one in others if one.dep_ == "conj" and one.i > verb.i)
    if verb.lemma_ == "be":
        below = (one for one in verb.rights if one.dep_ == "xcomp" and one.lemma_ in _TAKING_PLACE)
        return any(map(_was_to_have, below))  # "the trial was to have begun"
    return False


def _of_same(verb: Token) -> bool:
    """Whether a verb after "but" or "and" says of the same thing that it is off."""
    subjects = [child for child in dependents(verb) if child.dep_ in _SUBJECTS]
    return is_off(verb) and _mean_plan(subjects)


def _mean_plan(words: Iterable[Token]) -> bool:
    return all(word.lower_ in _IT or word.lemma_ in _IT for word in words)


def is_off(verb: Token) -> bool:
    """ "Was put off", "slipped"; not "was not put off", "may slip"."""
    lemma = verb.lemma_.lower()
    with_ = _OFF_WITH.get(lemma, ())
    if lemma not in _OFF and not with_:
        return False
    children = dependents(verb)
    if with_ and all(child.lower_ not in with_ or child.i < verb.i for child in children):
        return False
    return all(child.dep_ != "neg" and child.tag_ != "MD" for child in children)


def _for(verb: Token) -> bool:
    return any(child.lower_ == "for" for child in verb.rights)
