"""Of those without a name that many articles give one event, the same are shown once."""

import pytest

from graphbuilder.resolve.merge.participants import shown_once

#: Who is meant: an id, its article, and what it is called; whoever is not here has a name.
CALLED = {
    "a1": ("a", "foreign ministers"),
    "a2": ("a", "other foreign ministers"),
    "b1": ("b", "NATO foreign ministers"),
    "b2": ("b", "two ministers"),
    "c1": ("c", "NATO's foreign ministers"),
    "c2": ("c", "police"),
    "c3": ("c", "their own foreign ministers"),
    "d1": ("d", "the police"),
    "d2": ("d", "Ministers"),
}
#: Participants as the articles give them; those that are shown.
SHOWN = [
    # of one word at the end, the longest
    ("agent a1, agent b1, agent c1", "agent c1"),
    ("agent a1, agent d2", "agent a1"),
    ("patient c2, patient d1", "patient d1"),
    # not those of one article
    ("agent a1, agent a2", "agent a1, agent a2"),
    ("agent a1, agent a2, agent b1", "agent a1, agent a2"),  # who is of the other article is one of the two
    ("agent a1, agent a2, agent b1, agent b2", "agent a1, agent a2"),
    ("agent a1, agent b1, agent b2", "agent b1, agent b2"),
    # not in two roles
    ("agent a1, patient b1", "agent a1, patient b1"),
    ("recipient a1, topic b1", "recipient a1, topic b1"),
    # not of two words at the end
    ("agent a1, agent d1", "agent a1, agent d1"),
    # not one with a name
    ("agent nato, agent a1, agent russia", "agent a1, agent nato, agent russia"),
    # who acts is not also present
    ("agent nato, attendee nato", "agent nato"),
    ("agent nato, attendee nato, attendee russia", "agent nato, attendee russia"),
    ("agent a1, attendee a1", "agent a1"),
    ("agent a1, attendee b1, attendee c1", "agent c1"),
    ("attendee a1, attendee b1", "attendee b1"),
    ("agent nato, host nato, patient nato", "agent nato, host nato, patient nato"),
    ("patient nato, attendee nato", "attendee nato, patient nato"),
    # one that points comes last
    ("agent a1, agent c3", "agent a1"),
    ("", ""),
]


def parts(text):
    return [tuple(one.split()) for one in text.split(", ") if one]


@pytest.mark.parametrize(("given", "shown"), SHOWN)
def test_shown_once(given, shown):
    articles = {one: {CALLED[one][0] if one in CALLED else "a"} for _, one in parts(given)}
    described = {one: CALLED[one][1] for one in articles if one in CALLED}
    found = shown_once(parts(given), articles, described)
    assert list(found) == parts(shown)
    assert shown_once(reversed(parts(given)), articles, described) == found


def test_one_that_stands_for_several_articles_is_one_of_each():
    given = parts("agent a1, agent b1, agent c1")
    articles = {"a1": {"a", "b"}, "b1": {"b"}, "c1": {"c"}}
    described = {one: CALLED[one][1] for one in articles}
    assert list(shown_once(given, articles, described)) == parts("agent a1, agent c1")
