"""What is one thing and what is two: the table, on the mentions that it marks and on what the pipeline reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from graphbuilder.records import Extraction, Mention, Sentence, Span
from graphbuilder.resolve import resolve

_MARK = re.compile(r"\[(?P<label>\w+): (?P<name>[^=\]]+?)(?: = (?P<full>[^\]]+))?\]")
TABLE = yaml.safe_load(Path(__file__).with_name("merge_cases.yaml").read_text("utf-8"))
CASES = [
    (tuple(articles), verdict == "same") for kind in TABLE.values() for verdict in kind for articles in kind[verdict]
]
IDS = [" / ".join(articles)[:90] for articles, _ in CASES]


def plain(article):
    """The article without marks."""
    return _MARK.sub(lambda mark: mark["name"], article)


def marked(article, document):
    """The article as an extraction of the mentions that are marked in it."""
    text, mentions, first = plain(article), [], {}
    shift = 0
    for mark in _MARK.finditer(article):
        start = mark.start() - shift
        end = start + len(mark["name"])
        shift += len(mark[0]) - len(mark["name"])
        id_ = f"{document}@m{start}-{end}"
        chain = first.setdefault(mark["name"], first.get(mark["full"], id_))
        span = Span(document, start, end, 0)
        mentions.append(
            Mention(id_, span, mark["name"], mark["label"], "name", mark["name"].split()[-1], chain, "ner", 0.8)
        )
    sentence = Sentence(0, 0, len(text), text)
    return Extraction(document, None, None, None, "en", (sentence,), (), tuple(mentions), (), (), ())


def entity_of(resolution, mention):
    return next(one.id for one in resolution.entities if mention in one.mentions)


def test_the_table_is_large_and_balanced():
    same = sum(is_one for _, is_one in CASES)
    assert len(CASES) >= 150
    assert len(set(CASES)) == len(CASES)
    assert same * 2 == len(CASES)
    assert all(len(kind["same"]) == len(kind["different"]) for kind in TABLE.values())


@pytest.mark.parametrize(("articles", "is_one"), CASES, ids=IDS)
def test_marked_mentions(articles, is_one):
    read = [marked(article, f"{at}.txt") for at, article in enumerate(articles)]
    resolution = resolve(read)
    left, right = (entity_of(resolution, one.mentions[0].id) for one in (read[0], read[-1]))
    assert (left == right) == is_one
    assert resolve(reversed(read)) == resolution


@pytest.fixture(scope="module")
def views(read_collections):
    return dict(
        zip([case for case, _ in CASES], read_collections([map(plain, case) for case, _ in CASES]), strict=True)
    )


def found(view, articles, at):
    """The mention that the pipeline reads where the article marks its first one, if it is read so."""
    wanted = marked(articles[at], f"{view.extractions[at].document}").mentions[0]
    return next(
        (one for one in view.extractions[at].mentions if one.span == wanted.span and one.label == wanted.label), None
    )


def test_what_the_pipeline_reads(views):
    wrong, read = [], 0
    for articles, is_one in CASES:
        view = views[articles]
        pair = [found(view, articles, at) for at in (0, len(articles) - 1)]
        if None in pair:
            continue
        read += 1
        left, right = (entity_of(view.resolution, one.id) for one in pair)
        if (left == right) != is_one:
            wrong.append(articles)
    assert read >= len(CASES) * 3 // 4
    assert not wrong


def test_bodies_of_two_countries_are_told_apart_by_their_ids():
    texts = ["Poland's [organization: Supreme Court] ruled.", "The [organization: Supreme Court] of India met."]
    resolution = resolve([marked(text, f"{at}.txt") for at, text in enumerate(texts)])
    assert [one.id for one in resolution.entities] == ["supreme-court-india", "supreme-court-poland"]
