"""Who took part in an event that many articles tell: whom several name, before whom one alone names."""

import pytest

from graphbuilder.resolve.merge.participants import of_line, supported

#: Alba is given something in many articles, and gives it in one.
ARTICLES = {
    ("agent", "nato"): {"a", "b", "c"},
    ("agent", "alba"): {"d"},
    ("recipient", "alba"): {"a", "b", "c"},
    ("host", "oslo"): {"a"},
    ("agent", "police"): {"b"},
    ("patient", "police"): {"b"},
}
NAMED = {"nato", "alba", "oslo"}


@pytest.mark.parametrize(
    ("parts", "count", "kept"),
    [
        ([("agent", "nato"), ("agent", "alba")], 4, [("agent", "nato")]),
        ([("agent", "nato"), ("agent", "alba")], 3, [("agent", "alba"), ("agent", "nato")]),
        ([("agent", "nato"), ("host", "oslo")], 4, [("agent", "nato"), ("host", "oslo")]),
        ([("agent", "nato"), ("agent", "police")], 4, [("agent", "nato")]),
        ([("agent", "nato"), ("patient", "police")], 9, [("agent", "nato"), ("patient", "police")]),
        ([("agent", "alba"), ("agent", "police")], 9, [("agent", "alba"), ("agent", "police")]),
        (
            [("agent", "nato"), ("agent", "alba"), ("recipient", "alba")],
            4,
            [("agent", "nato"), ("recipient", "alba")],
        ),
        ([], 9, []),
    ],
)
def test_whom_several_name_comes_first(parts, count, kept):
    assert sorted(supported({part: ARTICLES[part] for part in parts}, NAMED, count)) == kept


@pytest.mark.parametrize(
    ("parts", "kept"),
    [
        # "the police" of b may be Alba, whom d names
        ([("agent", "alba"), ("agent", "police")], [("agent", "alba")]),
        ([("agent", "nato"), ("agent", "police")], [("agent", "nato"), ("agent", "police")]),  # b names both
        ([("agent", "alba"), ("patient", "police")], [("agent", "alba"), ("patient", "police")]),
        ([("agent", "police")], [("agent", "police")]),
    ],
)
def test_of_few_articles_a_name_of_one_comes_before_the_description_of_another(parts, kept):
    assert sorted(supported({part: ARTICLES[part] for part in parts}, NAMED, 2)) == kept


@pytest.mark.parametrize(("few", "kept"), [(2, False), (4, False), (5, True)])
def test_hardly_any_of_very_many_is_a_slip(few, kept):
    articles = {("patient", "alba"): set(range(40)), ("patient", "oslo"): set(range(few))}
    assert (("patient", "oslo") in supported(articles, NAMED, 40)) is kept


@pytest.mark.parametrize(
    ("line", "count", "kept"),
    [
        ("b", 4, [("agent", "nato"), ("agent", "police"), ("patient", "police"), ("recipient", "alba")]),
        ("a", 4, [("agent", "nato"), ("host", "oslo"), ("recipient", "alba")]),
        ("e", 4, [("agent", "nato"), ("recipient", "alba")]),
        ("e", 3, sorted(ARTICLES)),
    ],
)
def test_whom_one_article_names_is_of_its_line(line, count, kept):
    assert sorted(of_line(set(ARTICLES), ARTICLES, NAMED, line, count)) == kept


@pytest.mark.parametrize(("few", "kept"), [(10, False), (11, True)])
def test_of_very_many_articles_a_quarter_names_whom_the_line_does_not(few, kept):
    articles = {("patient", "alba"): set(range(few))}
    assert (of_line(set(articles), articles, NAMED, 99, 40) == set(articles)) is kept


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("a", [("agent", "11 peacekeepers"), ("host", "oslo"), ("recipient", "a village")]),
        ("b", [("agent", "four men"), ("host", "oslo"), ("recipient", "a village")]),
        ("c", [("agent", "11 peacekeepers"), ("agent", "four men"), ("host", "oslo"), ("recipient", "a village")]),
    ],
)
def test_whom_an_article_only_describes_is_of_its_line_unless_nobody_there_has_the_role(line, kept):
    articles = {
        ("agent", "11 peacekeepers"): {"a"},
        ("agent", "four men"): {"b"},
        ("host", "oslo"): {"b"},
        ("recipient", "a village"): {"c"},
    }
    assert sorted(of_line(set(articles), articles, NAMED, line, 3)) == kept
