"""Marked texts: the guide's example, what is said of mistakes, and that keys go there and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keying.compiling import compile_key
from keying.rendering import render
from keying.schema import (
    BOUNDS,
    COUNTED,
    RELATIONS,
    ROLES,
    STATUSES,
    TIE_STATUSES,
    Entity,
    Event,
    Figure,
    Key,
    Mention,
    Tie,
    Time,
    from_json,
    sha,
    to_json,
)  # fmt: skip


def test_example_of_the_guide_is_a_key_without_a_message(marked: str, article: str) -> None:
    compiled = compile_key(marked, article, "example")
    assert compiled.problems == ()
    assert compiled.key
    events = {event.id: event for event in compiled.key.events}
    told = [article[slice(*span)] for span in events["v1"].triggers]
    assert told == ["voted", "drops", "abandon", "decision"]  # the star first
    assert events["v3"].status_ok == ("planned",)
    assert events["v2"].when == "2020-04~"
    assert events["v2"].when_ok == ("2020",)
    assert events["v1"].place_ok == (None,)
    assert sorted(event.worth for event in compiled.key.events).count(0) == 2
    assert {figure.counted for figure in compiled.key.figures} == {"money", "people", "arrested"}


def test_example_of_the_guide_goes_there_and_back(key: Key, article: str) -> None:
    assert compile_key(render(key, article), article, "example").key == key
    assert from_json(to_json(key)) == key


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("=== text\n", "", "no line === text"),
        ("published 2022-04-22\n", "", "published 2022-07-25"),
        ("published 2022-04-22", "published April", "not a day"),
        ("tunnel plan\n", "tunnel plans\n", "the text is not the article's"),
        ("“It was", '"It was', "--mend"),
        ("[e13 Odd Lien]", "[e13 Odd Lien", "closes before|never closed"),
        ("[e13 Odd Lien]", "[e99 Odd Lien]", "line 13: e99 is marked but has no line under === entities"),
        ("[e13 Odd Lien]", "Odd Lien", "e13: is nowhere marked"),
        ("<v7 sue>", "sue", "v7: no word of the text tells it"),
        ("{r2 owned by}", "owned by", "r2: no words of the text"),
        ("e13 person Odd Lien", "e13 human Odd Lien", "type 'human' is none of"),
        ("e13 person Odd Lien", "f13 person Odd Lien", "begins with e1, e2"),
        ("v7 planned a=e6", "v7 planed a=e6", "'planed' is none of 0 1 2"),
        ("v7 planned a=e6", "v7 planned doer=e6", "is none of 0 1 2"),
        ("v7 planned a=e6", "v7 planned a=Nordal", "write ids such as e1,e2"),
        ("v7 planned a=e6", "v7 planned a=e77", "there is no entity e77"),
        ("v7 planned a=e6", "v7 planned a=e6 by=e5,e6", "only one is possible"),
        ("v7 planned a=e6", "v7 planned a=e6 @2022-13-01", "2022-13-01"),
        ("v7 planned a=e6", "v7 planned a=e6 @t44", "there is no time t44"),
        ("v7 planned a=e6", "v7 planned a=e6 of=v77", "there is no event v77"),
        ("v7 planned a=e6 ok=e1 |", "v7 planned a=e6 |", None),
        ("| Nordal sues", "|", "has no gist"),
        ("in=-,e2 of=v14", "in=-,e2 of=v13", "a part of itself"),
        ("{t5=2019-06 ", "{t5=2019-16 ", "16 is no month"),
        ("{t5=2019-06 June", "{t4=2019-06 June", "t4 is marked twice"),
        ("{#2:arrested:v10 two}", "{#two:arrested:v10 two}", "a figure is written as"),
        ("{#2:arrested:v10 two}", "{#2:prisoners:v10 two}", "'prisoners' is none of"),
        ('r1 e5 holds e1 "led"', 'r1 e5 holds e1 "chairs"', "write it as the text does"),
        ('r1 e5 holds e1 "led"', "r1 e5 holds e1", "a post needs its title"),
        ("r2 e9 owns e6", "r2 e9 buys e6", "relation 'buys' is none of"),
        ("r2 e9 owns e6", "r2 e9 owns -", "needs two ends"),
        ("r2 e9 owns e6", "r2 e9 owns e6 perhaps", "'perhaps' is none of"),
        ("=== ties", "=== relations", "no section is called 'relations'"),
    ],
)
def test_mistakes_are_named_with_a_remedy(marked: str, article: str, old: str, new: str, message: str | None) -> None:
    assert old in marked
    compiled = compile_key(marked.replace(old, new, 1), article, "example")
    said = [f"{problem.where}: {problem.message}" for problem in compiled.problems if not problem.hint]
    if message is None:
        assert said == []
    else:
        assert any(part in line for line in said for part in message.split("|")), said


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("[e5 her] the bill", "her the bill", "line 7, 'her': in no mark: whom does it mean?"),
        ("[e6 Nordal] <v6", "Nordal <v6", None),  # this form of the name is marked nowhere
        ("[e2 TVERVIK]", "TVERVIK", None),
        ("[e1 The board] is", "The board is", None),  # not a name
        ("in {t5=2019-06 June 2019}", "in June 2019", "line 11, '2019': in no {t…} mark: does it date an event?"),
        ("v9 a=e4 @2019-06", "v9 a=e4 @2023", "happened on 2023, after the article's day 2022-04-22: planned?"),
        ("v9 a=e4 @", "v9 @", "nobody takes part in it: not even somebody without a name?"),
        ("v7 planned a=e6 ok=e1", "v7 planned a=e6 @2022-04-22", "of the day of publication itself: is that told?"),
        ("r3 e13 holds", "# r3 e13 holds", None),
    ],
)
def test_hints_are_no_mistakes(marked: str, article: str, old: str, new: str, hint: str | None) -> None:
    changed = marked.replace("@t5", "@2019-06")
    assert old in changed
    compiled = compile_key(changed.replace(old, new, 1), article, "example")
    said = [f"{problem.where}: {problem.message}" for problem in compiled.problems if problem.hint]
    needless = "t5: dates no event: needless, or did you forget it in a line?"
    if hint is None:
        assert [line for line in said if not line.endswith(needless)] == []
    else:
        assert any(line.endswith(hint) for line in said), said


def test_a_name_marked_in_one_place_is_missed_in_another(marked: str, article: str) -> None:
    twice = marked.replace("[e2 TVERVIK]", "[e2 TVERVIK], Odd Lien")
    text = article.replace("TVERVIK", "TVERVIK, Odd Lien")
    hints = [(p.where, p.message) for p in compile_key(twice, text, "example").problems]
    assert hints == [("line 5, 'Odd Lien'", "marked elsewhere, not here")]


def test_spaces_and_quotes_are_mended(marked: str, article: str, key: Key) -> None:
    other = marked.replace("“", '"').replace("”", '"').replace("\n\n", "\n").replace("–", "-")
    compiled = compile_key(other, article, "example")
    assert [problem.message.count("--mend") for problem in compiled.problems if not problem.hint] == [1]
    assert compile_key(compiled.mended, article, "example").key == key


def test_nothing_is_mended_where_words_differ(marked: str, article: str) -> None:
    compiled = compile_key(marked.replace("tunnel plan", "tunnel plans"), article, "example")
    assert compiled.key is None
    assert compiled.mended == ""


# --- keys made at random ----------------------------------------------------------------------------------------------

_TEXT = (
    "Ada Obi met them near the Old Mill in 1999 and\n\nlater [sic] they left <for> good with 20 men and Police {all}."
)
_WORDS = [
    (_TEXT.index(words), _TEXT.index(words) + len(words))
    for words in ("Ada", "Ada Obi", "met", "them", "the Old Mill", "Old Mill", "1999", "later", "they", "left",
                  "20 men", "men", "Police", "all")
]  # fmt: skip
_DATES = st.sampled_from([None, "1999", "1999-05/..", "../2000", "1999~", "199X", "1999-05-03"])
_IDS = ["e1", "e2", "e3"]


@st.composite
def _keys(draw: st.DrawFn) -> Key:
    mentions = tuple(
        Mention(*span, tuple(sorted(draw(st.sets(st.sampled_from(_IDS), min_size=1, max_size=2)))),
                draw(st.sampled_from(("name", "description", "pronoun"))))
        for span in sorted(draw(st.sets(st.sampled_from(_WORDS))), key=lambda span: (span[0], -span[1]))
    )  # fmt: skip
    mentions = tuple(Mention(m.start, m.end, m.of, m.kind) for m in mentions)
    first = {name: next(((m.start, m.end) for m in mentions if m.of == (name,)), None) for name in _IDS}
    entities = tuple(
        Entity(name, draw(st.sampled_from(("person", "organization"))), span, draw(st.booleans()), story=draw(_STORIES))
        for name, span in first.items()
        if span
    )
    known = [entity.id for entity in entities]
    mentions = tuple(m for m in mentions if set(m.of) <= set(known))
    times = tuple(Time(f"t{n}", *span, draw(_DATES)) for n, span in enumerate(draw(_spans()), 1))
    ids = ["v1", "v2", "v3"][: draw(st.integers(0, 3))]
    events = tuple(_event(draw, name, known, times) for name in ids)
    ties = tuple(_tie(draw, known) for _ in range(draw(st.integers(0, 1))) if len(known) > 1)
    figures = tuple(_figure(draw, span, ids) for span in draw(_spans()))
    return Key("name", "own", sha(_TEXT), "2000-01-01", draw(st.booleans()), entities, mentions, times, events, ties,
               figures, draw(st.sampled_from(("", "a note"))))  # fmt: skip


_STORIES = st.sampled_from(("", "s1"))


def _spans() -> st.SearchStrategy[list[tuple[int, int]]]:
    return st.lists(st.sampled_from(_WORDS), max_size=3, unique=True).map(lambda spans: sorted(spans))


def _event(draw: st.DrawFn, name: str, known: list[str], times: tuple[Time, ...]) -> Event:
    who = st.sampled_from(known) if known else st.nothing()
    some = st.lists(who, max_size=2, unique=True).map(tuple) if known else st.just(())
    one = st.none() | who if known else st.none()
    place = draw(one)
    told = draw(st.lists(st.sampled_from([time.id for time in times]), max_size=2, unique=True)) if times else []
    when = draw(_DATES)
    by = draw(one)
    return Event(
        id=name,
        gist=draw(st.sampled_from(("somebody leaves", "a | b", "x"))),
        triggers=tuple(draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3, unique=True).map(_best))),
        worth=draw(st.sampled_from((1, 2))),
        status=draw(st.sampled_from(STATUSES)),
        status_ok=tuple(draw(st.lists(st.sampled_from(STATUSES), max_size=2))),
        roles=tuple((draw(st.sampled_from(ROLES)), item) for item in draw(some)),
        who_ok=draw(some),
        when=when,
        when_ok=tuple(draw(st.lists(_DATES, max_size=2))),
        when_words=tuple(told),
        place=place,
        place_ok=tuple(draw(st.lists(one, max_size=2))),
        said_by=by,
        hearsay=by is None and draw(st.booleans()),
        part_of=draw(st.sampled_from((None, "v9"))),
        causes=draw(st.sampled_from(((), ("v8", "v9")))),
        story=draw(_STORIES),
    )


def _best(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The best telling first, the others as they stand in the text."""
    return [spans[0], *sorted(spans[1:], key=lambda span: (span[0], -span[1]))]


def _tie(draw: st.DrawFn, known: list[str]) -> Tie:
    words = draw(_spans().filter(bool))
    first = words[0]
    return Tie("r1", known[0], draw(st.sampled_from(RELATIONS)), draw(st.sampled_from((known[1], None))),
               tuple(sorted(words, key=lambda span: (span[0], -span[1]))),
               draw(st.sampled_from((None, (first[0], first[0] + 2)))), draw(_DATES),
               draw(st.sampled_from(TIE_STATUSES)), draw(st.sampled_from((None, known[0]))))  # fmt: skip


def _figure(draw: st.DrawFn, span: tuple[int, int], ids: list[str]) -> Figure:
    value = draw(st.sampled_from((3.0, 2.5, 410e6, 1.25e9, 1e12, 12345.678)))
    return Figure(
        *span,
        value,
        counted=draw(st.sampled_from(COUNTED)),
        bound=draw(st.sampled_from(BOUNDS)),
        most=draw(st.sampled_from((None, value * 2))),
        unit=draw(st.sampled_from(("", "USD"))),
        event=draw(st.sampled_from((None, *ids))),
    )


@given(_keys())
def test_keys_go_there_and_back(key: Key) -> None:
    key = _sorted(key)
    compiled = compile_key(render(key, _TEXT), _TEXT, "name")
    assert compiled.key is not None, compiled.problems
    assert _sorted(compiled.key) == key
    assert from_json(to_json(key)) == key


def _sorted(key: Key) -> Key:
    """Marks at one place come in another order, which means nothing."""
    return replace(
        key,
        times=tuple(sorted(key.times, key=lambda time: (time.start, -time.end))),
        figures=tuple(sorted(key.figures, key=lambda figure: (figure.start, figure.end))),
        ties=tuple(replace(tie, words=tuple(sorted(tie.words))) for tie in key.ties),
        events=tuple(replace(e, triggers=(e.triggers[0], *sorted(e.triggers[1:]))) for e in key.events),
        mentions=tuple(sorted(key.mentions, key=lambda m: (m.start, -m.end))),
    )
