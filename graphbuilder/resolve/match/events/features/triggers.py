"""What happened: do the triggers of two event clusters express the same act?"""

from __future__ import annotations

from graphbuilder.knowledge.event_words import event_words
from graphbuilder.knowledge.synonymous_acts import one_act
from graphbuilder.resolve.cluster.event_clusters import EventCluster
from graphbuilder.resolve.match.events.features.dates import is_precise
from graphbuilder.resolve.match.events.features.participants import has_active_role, objects

#: Types whose words all express one act, so that "seized" and "annexation" may be one event.
_ONE_ACT = frozenset({"appoint", "die", "disaster", "dismiss", "promise", "recall", "resign", "seize", "sue"})


def same_trigger(left: EventCluster, right: EventCluster) -> bool:
    """Whether the same word, as verb or noun, or a synonym expresses both."""
    return one_act(left.type, left.lemmas, right.lemmas)


def same_act_in_other_words(left: EventCluster, right: EventCluster) -> bool:
    """Whether other words express what the same did to the same: "Russia seized Crimea", "the annexation of Crimea".

    One of them may leave out the agent ("Roe was appointed"), if both are of one day.
    """
    if left.type not in _ONE_ACT or not objects(left) & objects(right):
        return False
    return len(left.participants & right.participants) >= 2 or _leaves_out_agent(left, right)


def _leaves_out_agent(left: EventCluster, right: EventCluster) -> bool:
    """Whether one of two clusters of the same days leaves out its agent."""
    if left.day is None or right.day is None or not (is_precise(left.day) and is_precise(right.day)):
        return False
    return not (has_active_role(left) and has_active_role(right)) and left.day.overlaps(right.day)


def shares_synonym(left: EventCluster, right: EventCluster) -> bool:
    """Whether triggers of both belong to one row of synonyms: "went to war", "invaded"."""
    acts = event_words().acts_of.get(left.type, {})
    rows = [{acts[lemma] for lemma in cluster.lemmas if lemma in acts} for cluster in (left, right)]
    return not rows[0].isdisjoint(rows[1])


def same_noun(left: EventCluster, right: EventCluster) -> bool:
    """Whether nouns for the same mention both: "the quake in Lima", "a Lima earthquake"."""
    nouns = [
        {mention.lemma for mention in cluster.mentions if mention.method.startswith(("noun", "name"))}
        for cluster in (left, right)
    ]
    return all(nouns) and (not nouns[0].isdisjoint(nouns[1]) or one_act(left.type, *nouns))
