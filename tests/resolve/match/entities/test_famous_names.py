"""What a name means in many articles: whose a famous surname is, what it is called, and of which type it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphbuilder.records import Mention, Provenance, Span
from graphbuilder.resolve.cluster.constrained import constrained_clusters
from graphbuilder.resolve.cluster.entity_clusters import EntityCluster
from graphbuilder.resolve.cluster.traits import Traits
from graphbuilder.resolve.match.entities import judge_entities
from graphbuilder.resolve.merge.entities import merge_entity


def named(article, *names, type="person", sex="", form="name"):
    """A thing of an article, with one mention for each of its names."""
    mentions = tuple(
        Mention(
            f"{article} {at}", Span(article, at, at + 1, 0), name, type, form, name, f"{article} {names[0]}", "", 0.9
        )
        for at, name in enumerate(names)
    )
    id_ = f"{article} {names[0]} {type}"
    return EntityCluster(id_, article, type, names, (), None, "", mentions, traits=Traits(sex=sex))


def articles(count, *names, other="Nordhavn", type="person"):
    """So many articles that have these names of one thing, and another name."""
    return [
        one
        for at in range(count)
        for one in (
            named(f"{names[0]} {at:03}", *names, type=type),
            named(f"{names[0]} {at:03}", other, type="organization"),
        )
    ]


def together(clusters, left, right):
    """Whether two clusters, by their ids, are put together."""
    groups = constrained_clusters(clusters, lambda one: one.id, judge_entities(clusters))
    return any({left.id, right.id} <= {one.id for one in group} for group in groups)


#: Articles of other things, so that a name that the others share tells something.
OTHERS = articles(20, "Ida Roe", other="Fenwick")
MANY = [*articles(12, "Ada Holm"), *articles(2, "Max Holm")]


@pytest.mark.parametrize(
    ("others", "alone", "beside", "is_ada"),
    [
        (MANY, named("z", "Holm"), "Nordhavn", True),
        (MANY, named("z", "Holm", sex="woman"), "Nordhavn", True),
        ([*MANY, *articles(3, "Ada B. Holm")], named("z", "Holm"), "Nordhavn", True),  # one person's name
        (MANY, named("z", "Holm"), "Tarn Power", False),  # with nobody in common
        ([*articles(12, "Ada Holm"), *articles(4, "Max Holm")], named("z", "Holm"), "Nordhavn", False),
        (
            [*articles(4, "Ada Holm"), *articles(1, "Max Holm", other="Tarn Power")],
            named("z", "Holm"),
            "Tarn Power",
            False,
        ),
    ],
)
def test_a_surname_is_that_of_whom_nearly_all_articles_name(others, alone, beside, is_ada):
    clusters = [*OTHERS, *others, alone, named("z", beside, type="organization")]
    assert together(clusters, others[0], alone) is is_ada


def test_a_surname_is_nobodys_of_the_other_sex():
    women = [replace(one, traits=Traits(sex="woman")) if one.type == "person" else one for one in MANY]
    for sex, is_ada in (("woman", True), ("man", False)):
        alone = named("z", "Holm", sex=sex)
        assert (
            together([*OTHERS, *women, alone, named("z", "Nordhavn", type="organization")], women[0], alone) is is_ada
        )


@pytest.mark.parametrize(
    ("told", "as_place"),
    [
        (named("z", "Ada Point"), True),
        (named("z", "Ada Point", sex="woman"), False),  # "Mrs. Ada Point"
        (named("z", "Ada Point", "Point"), False),
    ],
)
def test_what_nearly_all_articles_take_for_a_thing_is_no_person(told, as_place):
    clusters = [*articles(12, "Ada Point", type="place"), told, named("z", "Nordhavn", type="organization")]
    assert together(clusters, clusters[0], told) is as_place


def test_a_few_articles_decide_nothing():
    clusters = [*articles(9, "Ada Point", type="place"), named("z", "Ada Point")]
    assert not together(clusters, clusters[0], clusters[-1])


def merged(*told, type="person"):
    """The entity of these names, each in one article."""
    clusters = [named(f"{at}", name, type=kind) for at, (name, kind) in enumerate(told)]
    return merge_entity(clusters, lambda span, method, score: Provenance(span, span, "", method, score))


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (["Ada Holm"] * 6 + ["Rune Vik at the trial of Ada Holm"], "Ada Holm"),
        (["Ada Holm"] * 2 + ["Ada B. Holm"], "Ada B. Holm"),
        (["Holm"] * 9 + ["Ada Holm"], "Ada Holm"),
        (["Holm"] * 2, "Holm"),
    ],
)
def test_a_person_is_called_by_the_fullest_usual_name(names, name):
    assert merged(*((one, "person") for one in names)).name == name


@pytest.mark.parametrize(
    ("types", "type"),
    [
        (["place"] * 3 + ["product"], "product"),
        (["place"] * 4 + ["product"], "place"),
        (["place"] * 3 + ["organization"], "place"),
        (["organization"] * 2 + ["product"], "organization"),
    ],
)
def test_a_product_is_no_place(types, type):
    assert merged(*(("Zorvamil", one) for one in types)).type == type


@pytest.mark.parametrize(
    ("type", "is_one"),
    [
        ("person", True),  # all articles are about her
        ("organization", False),
    ],
)
def test_the_odd_calling_beside_whom_all_articles_name(type, is_one):
    """Of articles that all have one name, one calls the same person by the field of another calling."""
    beside = [named(f"{at:02}", "Ada Holm", type=type) for at in range(15)]
    doctors = [
        replace(named(f"{at:02}", "Bo Roe"), traits=Traits(callings=frozenset({"medicine"}))) for at in range(14)
    ]
    odd = replace(named("14", "Bo Roe"), traits=Traits(callings=frozenset({"sport"})))
    assert together([*beside, *doctors, odd], doctors[0], odd) == is_one
