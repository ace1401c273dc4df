# ruff: noqa: E501 - tables of samples
"""Hand-made resolutions for the tests of the page: a small story, random ones of any size, and a hostile one."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

import graphbuilder as gb
from graphbuilder.graph.choice import LIKELY
from graphbuilder.graph.event_graph import EventGraph
from graphbuilder.intervals import Interval
from graphbuilder.records import (
    Entity,
    Event,
    EventMention,
    Extraction,
    Judgement,
    Mention,
    Participant,
    Provenance,
    Relation,
    RelationMention,
    Resolution,
    Sentence,
    Source,
    Span,
    TimeExpression,
)

ARTICLES = (
    (
        "2008-04-05-courier.txt",
        "Summit ends with a promise and no date",
        date(2008, 4, 5),
        "Harbour Courier",
        (
            "The Bucharest Summit of NATO ended on Friday with a promise to Ukraine and Georgia.",
            "Both will become members one day, the leaders declared on 3 April.",
            "Neither Ukraine nor Georgia was given a Membership Action Plan.",
            "Jaap de Hoop Scheffer said the alliance's door stays open.",
            "Vladimir Putin arrived in Bucharest on the last day.",
        ),
    ),
    (
        "2008-08-27-sable.txt",
        "After the August war",
        date(2008, 8, 27),
        "Sable Press",
        (
            "Russia invaded Georgia in August, four months after the summit.",
            "Kyiv fears that it could be next.",
            "Around 2004 the country had turned westwards, people in Tbilisi recall.",
        ),
    ),
    (
        "2022-11-29-wire.txt",
        "Alliance repeats its 2008 pledge in the same city",
        date(2022, 11, 29),
        "Meridian Wire",
        (
            "Foreign ministers of the North Atlantic Treaty Organization met in Bucharest on Tuesday.",
            "The two-day meeting, on 29-30 November, returned to the city of the 2008 summit.",
            "Jens Stoltenberg said that Russia has no veto.",
            "The Alliance pledged to help Ukraine repair its power grid.",
            "Ministers condemned Russia's attempted annexation of four Ukrainian regions in September.",
            "Fourteen years ago, Ukraine and Georgia were promised membership in Bucharest.",
            "Dmytro Kuleba called for Patriot batteries.",
            "Leaders will meet in Vilnius on 11-12 July 2023.",
            "Finland could join in the spring.",
            "Since 10 October strikes have damaged a third of the power stations.",
        ),
    ),
    (
        "undated-explainer.txt",
        "What a Membership Action Plan is",
        None,
        None,
        ("A Membership Action Plan prepares a country for NATO.", "Romania joined in 2004.", "Talks were held."),
    ),
)

#: id, type, name, aliases, words to look for in the texts
ENTITIES = (
    ("nato", "organization", "NATO", ("North Atlantic Treaty Organization", "the alliance", "The Alliance"), None),
    ("ukraine", "place", "Ukraine", (), None),
    ("georgia-country", "place", "Georgia", (), None),
    ("russia", "place", "Russia", (), None),
    ("bucharest", "place", "Bucharest", ("Bucureşti",), None),
    ("romania", "place", "Romania", (), None),
    ("kyiv", "place", "Kyiv", (), None),
    ("tbilisi", "place", "Tbilisi", (), None),
    ("vilnius", "place", "Vilnius", (), None),
    ("finland", "place", "Finland", (), None),
    ("jens-stoltenberg", "person", "Jens Stoltenberg", (), None),
    ("vladimir-putin", "person", "Vladimir Putin", (), None),
    ("jaap-de-hoop-scheffer", "person", "Jaap de Hoop Scheffer", (), None),
    ("dmytro-kuleba", "person", "Dmytro Kuleba", (), None),
    ("membership-action-plan", "law", "Membership Action Plan", (), None),
    ("foreign-ministers", "group", "Foreign ministers", ("Ministers",), None),
    ("patriot", "product", "Patriot batteries", ("Patriot",), None),
)

#: id, type, name, EDTF, trigger words, roles, options
EVENTS = (
    ("2008-bucharest-summit", "meeting", "2008 Bucharest Summit", "2008-04-02/2008-04-04",
     ("Bucharest Summit", "2008 summit", "the summit"),
     (("host", "nato"), ("attendee", "vladimir-putin"), ("topic", "ukraine"), ("topic", "georgia-country")),
     {"place": "bucharest", "dated_by": ("explicit", "Friday"), "alternatives": ("2008-04-03", "2008")}),
    ("2022-bucharest-meeting", "meeting", "Foreign ministers’ meeting in Bucharest", "2022-11-29/2022-11-30",
     ("met in Bucharest", "two-day meeting"), (("attendee", "foreign-ministers"), ("host", "nato")),
     {"place": "bucharest", "dated_by": ("range", "29-30 November")}),
    ("2008-promise", "promise", "NATO promises membership to Ukraine and Georgia", "2008-04-03",
     ("will become members", "were promised membership"),
     (("agent", "nato"), ("recipient", "ukraine"), ("recipient", "georgia-country")),
     {"place": "bucharest", "part_of": ("2008-bucharest-summit",), "dated_by": ("relative_year", "Fourteen years ago")}),
    ("2008-no-map", "give", "Membership Action Plan not given", "2008-04", ("was given",),
     (("recipient", "ukraine"), ("recipient", "georgia-country"), ("patient", "membership-action-plan")),
     {"polarity": "NEG"}),
    ("2008-invasion", "attack", "Russia invades Georgia", "2008-08", ("invaded",),
     (("agent", "russia"), ("patient", "georgia-country")), {"dated_by": ("month", "in August")}),
    ("2004-turn", "change", "Georgia turns westwards", "2004~", ("turned westwards",),
     (("agent", "georgia-country"),), {"attributions": ("tbilisi",)}),
    ("2004-romania", "join", "Romania joins NATO", "2004", ("joined",), (("agent", "romania"), ("patient", "nato")), {}),
    ("2022-pledge", "promise", "Pledge to repair the power grid", "2022-11-29", ("pledged",),
     (("agent", "nato"), ("recipient", "ukraine")), {}),
    ("2022-veto", "statement", "Russia has no veto, says Stoltenberg", "2022-11-29", ("has no veto",),
     (("agent", "russia"),), {"attributions": ("jens-stoltenberg",)}),
    ("2022-annexation", "annex", "Attempted annexation of four regions", "2022-09", ("annexation",),
     (("agent", "russia"), ("patient", "ukraine")), {}),
    ("2022-call", "demand", "Kuleba calls for Patriot batteries", "2022-11-29", ("called for",),
     (("agent", "dmytro-kuleba"), ("patient", "patriot")), {"modality": "DEMANDED"}),
    ("2023-vilnius", "meeting", "Summit in Vilnius", "2023-07-11/2023-07-12", ("will meet",),
     (("host", "nato"),), {"place": "vilnius", "modality": "PLANNED", "dated_by": ("range", "11-12 July 2023")}),
    ("finland-joins", "join", "Finland joins NATO", "2023-21", ("could join",),
     (("agent", "finland"), ("patient", "nato")), {"modality": "POSSIBLE"}),
    ("2022-strikes", "attack", "Strikes on power stations", "2022-10-10/..", ("strikes have damaged",),
     (("patient", "ukraine"),), {}),
    ("talks", "meeting", "Talks of unknown date", None, ("Talks were held",), (("topic", "membership-action-plan"),), {}),
    ("fear", "state", "Kyiv fears that it could be next", None, ("fears",), (("agent", "kyiv"),),
     {"modality": "POSSIBLE", "attributions": ("kyiv",)}),
)  # fmt: skip

RELATIONS = (
    ("bucharest", "capital_of", "romania"),
    ("bucharest", "located_in", "romania"),
    ("kyiv", "capital_of", "ukraine"),
    ("tbilisi", "capital_of", "georgia-country"),
    ("romania", "member_of", "nato"),
    ("jens-stoltenberg", "holds_position", "nato"),
    ("jaap-de-hoop-scheffer", "holds_position", "nato"),
)


def sources(articles=ARTICLES) -> tuple[Source, ...]:
    return tuple(
        Source(id, title, published, outlet, "en", _sentences(texts), id)
        for id, title, published, outlet, texts in articles
    )


def _sentences(texts) -> tuple[Sentence, ...]:
    found, at = [], 0
    for index, text in enumerate(texts):
        found.append(Sentence(index, at, at + len(text), text))
        at += len(text) + (2 if index % 3 == 2 else 1)
    return tuple(found)


def provenance(document: Source, sentence: Sentence, start: int, words: str) -> Provenance:
    return Provenance(
        Span(document.document, sentence.start + start, sentence.start + start + len(words), sentence.index),
        Span(document.document, sentence.start, sentence.end, sentence.index),
        sentence.text,
        "hand",
        0.9,
    )


def spots(documents, forms) -> tuple[Provenance, ...]:
    return tuple(
        provenance(document, sentence, sentence.text.index(form), form)
        for document in documents
        for sentence in document.sentences
        for form in forms
        if form in sentence.text
    )


def time_id(documents, words: str) -> str:
    span = spots(documents, (words,))[0].span
    return f"{span.document}@t{span.start}-{span.end}"


def mention_id(one: Provenance) -> str:
    return f"{one.span.document}@m{one.span.start}-{one.span.end}"


def story() -> Resolution:
    documents = sources()
    entities = tuple(_entity(documents, *row) for row in ENTITIES)
    events = tuple(_event(documents, *row) for row in EVENTS)
    known = {entity.id: entity for entity in entities}
    relations = tuple(Relation(a, type, b, None, known[a].provenance[:1]) for a, type, b in RELATIONS)
    nato = known["nato"].mentions
    judgements = (
        Judgement(nato[0], nato[-1], "same", 0.97, "one name is the short form of the other"),
        Judgement(known["georgia-country"].mentions[0], nato[0], "different", 0.1, "place and organization"),
    )
    return Resolution(documents, entities, events, relations, judgements)


def _entity(documents, id, type, name, aliases, _) -> Entity:
    found = spots(documents, (name, *aliases))
    return Entity(id, type, name, aliases, tuple(map(mention_id, found)), (), found)


def _event(documents, id, type, name, edtf, triggers, roles, options) -> Event:
    found = spots(documents, triggers)
    options = dict(options)
    if "dated_by" in options:
        rule, words = options["dated_by"]
        options["dated_by"] = (rule, time_id(documents, words))
    options["alternatives"] = tuple(
        (Interval.parse(one), found[index % len(found)]) for index, one in enumerate(options.get("alternatives", ()))
    )
    return event(id, name, found, edtf=edtf, type=type, participants=roles, **options)


def event(id, name, found, *, edtf=None, type="event", **options) -> Event:
    facts = {
        "dated_by": None, "alternatives": (), "place": None, "participants": (), "polarity": "POS", "modality": "ACTUAL",
        "attributions": (), "sources": tuple(sorted({one.span.document for one in found})), "part_of": (),
        "independent_sources": 1, "score": 0.9,
    }  # fmt: skip
    return Event(
        id=id,
        type=type,
        name=name,
        interval=None if edtf is None else Interval.parse(edtf),
        mentions=tuple(map(mention_id, found)),
        provenance=tuple(found),
        **(facts | options),
    )


#: The id of those who have no name in `described_graph`.
DESCRIBED = "foreign-ministers-4bf1c4"
#: Degrees north and east, what kind of place, and how that was decided.
PLACES = {
    "bucharest": (44.43225, 26.10626, "capital", "a capital"),
    "kyiv": (50.45, 30.52, "capital", "a capital"),
    "vilnius": (54.69, 25.28, "capital", "a capital"),
    "ukraine": (49.0, 32.0, "country", "the text names the country"),
    "romania": (45.9, 25.0, "country", "the text names the country"),
}


#: What ties names without being a fact that is so, and one that is.
#: Who and what the sentences of `TIES` name, with its type.
TIED = {
    "Jane Roe": "person", "Ann Lee": "person", "Critics": "group", "Communist Party": "organization",
    "Toyota": "organization", "NATO": "organization", "Brazil": "place", "Australia": "place", "Lima": "place",
    "Sweden": "place", "Norway": "place",
}  # fmt: skip
#: Sentences, each with the tie that it tells: two names, and how it is told, with the words for when and who says so.
TIES: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    ("Jane Roe was never a member of the Communist Party.", "Jane Roe", "member_of", "Communist Party",
     {"polarity": "NEG"}),
    ("Jane Roe, president of Brazil until 2014, spoke.", "Jane Roe", "holds_position", "Brazil",
     {"title": "president of Brazil", "former": True, "time": "2014"}),
    ("Ann Lee, prime minister of Australia, met Jane Roe.", "Ann Lee", "holds_position", "Australia",
     {"title": "prime minister of Australia"}),
    ("Critics say that Jane Roe is chief executive of Toyota.", "Jane Roe", "holds_position", "Toyota",
     {"title": "chief executive of Toyota", "attribution": "Critics"}),
    ("If elected, Jane Roe will be mayor of Lima.", "Jane Roe", "holds_position", "Lima",
     {"title": "mayor of Lima", "modality": "CONDITIONAL"}),
    ("Sweden may become a member of NATO in 2025.", "Sweden", "member_of", "NATO",
     {"modality": "POSSIBLE", "time": "2025"}),
    ("Norway is a member of NATO.", "Norway", "member_of", "NATO", {}),
    ("Jane Roe wants to be president of NATO.", "Jane Roe", "holds_position", "NATO",
     {"title": "president of NATO", "modality": "PLANNED"}),
    ("Demonstrators demand that Ann Lee be mayor of Lima.", "Ann Lee", "holds_position", "Lima",
     {"title": "mayor of Lima", "modality": "DEMANDED"}),
)  # fmt: skip
#: What happens in them: the word for it, its type, who takes part, and how it is told.
TIES_EVENTS: dict[int, tuple[str, str, dict[str, str], dict[str, Any]]] = {
    2: ("met", "meet", {"agent": "Ann Lee", "partner": "Jane Roe"}, {}),
    5: ("become", "join", {"agent": "Sweden", "destination": "NATO"}, {"modality": "POSSIBLE"}),
}


def ties() -> list[Extraction]:
    """Ties that are told in every way, put in by hand: no reading decides what the page shows."""
    return [_tied(at) for at in range(len(TIES))]


def ties_graph() -> EventGraph:
    return EventGraph.from_resolution(gb.resolve(ties()))


def _tied(at: int) -> Extraction:
    """What there is to read in one sentence of `TIES`."""
    text, source, relation, target, told = TIES[at]
    document = f"{at}.txt"

    def span(words: str) -> Span:
        return Span(document, text.index(words), text.index(words) + len(words), 0)

    def id_of(kind: str, words: str) -> str:
        return f"{document}@{kind}{span(words).start}-{span(words).end}"

    mentions = {
        name: Mention(
            id_of("m", name), span(name), name, label, "nominal" if name == "Critics" else "name", name.split()[-1],
            id_of("m", name), "reader", 0.9,
        )
        for name, label in TIED.items()
        if name in text
    }  # fmt: skip
    how = dict(told)
    said_by, when = how.pop("attribution", None), how.pop("time", None)
    times = ()
    if when:
        day = Interval.parse(when)
        times = (TimeExpression(id_of("t", when), span(when), when, "DATE", when, None, day, (), None, (), "iso", 0.9),)
    ends = Span(document, span(source).start, span(target).end, 0)
    tie = RelationMention(
        mentions[source].id, relation, mentions[target].id, id_of("t", when) if when else None, ends, "reader", 0.9,
        attribution=mentions[said_by].id if said_by else None, **how,
    )  # fmt: skip
    events = ()
    if at in TIES_EVENTS:
        trigger, type_, roles, how = TIES_EVENTS[at]
        evidence = Provenance(span(trigger), span(text), text, "reader", 0.9)
        how = {"polarity": "POS", "modality": "ACTUAL", "tense": "PAST", **how}
        events = (
            EventMention(
                id_of("e", trigger), span(trigger), trigger, type_, type_,
                tuple(Participant(role, mentions[name].id, evidence) for role, name in roles.items()),
                tuple(one.id for one in times), None, attribution=None, chain=id_of("e", trigger),
                method="reader/reader", score=0.9, phrase=text.rstrip("."), **how,
            ),
        )  # fmt: skip
    return Extraction(
        document, None, date(2026, 1, 15), f"Outlet {at}", "en", (Sentence(0, 0, len(text), text),), (),
        tuple(mentions.values()), times, events, (tie,),
    )  # fmt: skip


def story_graph() -> EventGraph:
    graph = EventGraph.from_resolution(story())
    for node, (latitude, longitude, kind, rule) in PLACES.items():
        graph.nodes[node].update(latitude=latitude, longitude=longitude, place_of=kind, place_rule=rule)
    return graph


#: Events of `unlikely_graph` that are not shown at first: of one article, neither among its best three nor in its lead.
UNLIKELY = ("2022-annexation", "2022-call", "2023-vilnius", "finland-joins")


def unlikely_graph() -> EventGraph:
    graph = story_graph()
    for event in UNLIKELY:
        graph.nodes[event]["score"] = 0.4 * LIKELY
    graph.nodes["talks"]["score"] = 0.8 * LIKELY  # one of the best three of its article
    return graph


def described_graph() -> EventGraph:
    """The story with somebody who has no name and is only described: "foreign ministers", of one article.

    They attend a meeting, say that Russia has no veto, and belong to NATO; strikes hit "a power grid".
    """
    told = story()
    [ministers] = (one for one in told.entities if one.id == "foreign-ministers")
    ministers = replace(ministers, id=DESCRIBED, name="foreign ministers", aliases=(), named=False)
    grid = replace(ministers, id="a-power-grid-2b7d10", type="place", name="a power grid")
    entities = (*(one for one in told.entities if one.id != "foreign-ministers"), ministers, grid)
    changed = {
        "2022-bucharest-meeting": {"participants": (("attendee", DESCRIBED), ("host", "nato"))},
        "2022-veto": {"attributions": (DESCRIBED,)},
        "2022-strikes": {"participants": (("patient", grid.id),), "place": grid.id},
    }
    events = tuple(replace(one, **changed.get(one.id, {})) for one in told.events)
    tie = Relation(DESCRIBED, "member_of", "nato", None, ministers.provenance[:1])
    return EventGraph.from_resolution(replace(told, entities=entities, events=events, relations=(*told.relations, tie)))


SYLLABLES = ("ba", "ko", "ri", "ten", "mar", "lov", "sun", "dar", "el", "vi", "gra", "nor", "pe", "stan", "tu", "mi")
TYPES = ("person", "organization", "place", "group", "law", "product")
ROLES = ("agent", "patient", "attendee", "topic", "recipient")


def random_resolution(count: int, seed: int = 1) -> Resolution:
    """`count` nodes, two fifths of them events between 1990 and 2024, tied as by preferential attachment."""
    dice = random.Random(seed)
    name = lambda: "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(2, 4))).capitalize()  # noqa: E731
    documents = sources(
        tuple(
            (f"article-{index:03}.txt", f"Report {index} on {name()}", date(2000 + index % 24, 1 + index % 12, 3), f"Outlet {index % 9}",
             tuple(f"{name()} {name()} met {name()} at {name()} on a day of some importance to all." for _ in range(12)))
            for index in range(max(3, count // 12))
        )
    )  # fmt: skip
    places = [(document, sentence) for document in documents for sentence in document.sentences]
    events_wanted = count * 2 // 5

    def some(number):
        return tuple(provenance(*dice.choice(places), 0, "x" * dice.randint(3, 9)) for _ in range(number))

    entities, bag = [], []
    for index in range(count - events_wanted):
        found = some(1 + int(dice.paretovariate(1.1)) % 30)
        label = f"{name()} {name()}" if dice.random() < 0.5 else name()
        entities.append(
            Entity(f"entity-{index}", dice.choice(TYPES), label, (), tuple(map(mention_id, found)), (), found)
        )
        bag += [f"entity-{index}"] * len(found)
    events = []
    for index in range(events_wanted):
        when = f"{dice.randint(1990, 2024)}"
        when += dice.choice(("", f"-{dice.randint(1, 12):02}", f"-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"))
        roles = tuple({(dice.choice(ROLES), dice.choice(bag)) for _ in range(dice.randint(1, 3))})
        events.append(
            event(f"event-{index}", f"{name()} {dice.choice(('meets', 'leaves', 'warns', 'joins'))} {name()}", some(dice.randint(1, 3)),
                  edtf=None if dice.random() < 0.1 else when, participants=tuple(sorted(roles)),
                  modality=dice.choice(("ACTUAL",) * 7 + ("PLANNED", "POSSIBLE")), polarity=dice.choice(("POS",) * 9 + ("NEG",)))
        )  # fmt: skip
    return Resolution(documents, tuple(entities), tuple(events), (), ())


def random_graph(count: int, seed: int = 1) -> EventGraph:
    return EventGraph.from_resolution(random_resolution(count, seed))


def busy_graph(day: str | None = None) -> EventGraph:
    """500 events of one year, or of one day."""
    documents = sources()
    found = spots(documents, ("NATO",))
    entities = tuple(_entity(documents, *row) for row in ENTITIES[:6])
    events = tuple(
        event(f"event-{index}", f"Meeting number {index} of a long and busy year of talks", found[: 1 + index % 3],
              edtf=day or f"2022-{1 + index % 12:02}-{1 + index % 28:02}", participants=(("agent", entities[index % 6].id),))
        for index in range(500)
    )  # fmt: skip
    return EventGraph.from_resolution(Resolution(documents, entities, events, (), ()))


def crowded_graph() -> EventGraph:
    return busy_graph("2022-11-29")


#: Text that tries to run, to turn, to break or to flood the page.
PAYLOADS = (
    "</script><script>window.__pwned=1</script>",
    "<img src=x onerror=window.__pwned=1>",
    "<svg onload=window.__pwned=1>",
    '"><a href="javascript:window.__pwned=1">href</a>',
    "javascript:window.__pwned=1",
    "'\"`;window.__pwned=1;//",
    "{{ 7*7 }}{% raw %}",
    "<!--<script>",
    "]]></title></style></noscript><script>window.__pwned=1</script>",
    "\u202egnp.exe \u2066left\u2069 \u200fright",
    "nul\x00 bell\x07 escape\x1b[31m tab\t",
    "line\u2028separator\u2029s",
    "long " * 1000,
    "__proto__",
    "constructor",
    "👩‍👩‍👧‍👦 family 🇺🇦",
    "مرحبا بالعالم",
    "=HYPERLINK(1)",
)


def hostile() -> Resolution:
    """Every payload as id, label, alias, sentence, title, outlet, relation, type, role and reason."""
    articles = tuple(
        (f"{payload[:300]}", payload, date(2020, 1, 1 + index), payload, (f"{payload} said.", f"Also {payload}."))
        for index, payload in enumerate(PAYLOADS)
    )
    documents = sources(articles)
    entities, events, relations, judgements = [], [], [], []
    for index, payload in enumerate(PAYLOADS):
        document = documents[index]
        words = payload[:40]
        found = tuple(
            provenance(document, sentence, sentence.text.index(words), words) for sentence in document.sentences
        )
        entities.append(
            Entity(
                payload[:300], payload, payload, (f"alias {payload}",), (f"m-{payload}",), ((payload, payload),), found
            )
        )
        events.append(
            event(f"event {payload[:300]}", f"event {payload}", found, edtf=f"2020-01-{index + 1:02}", type=payload,
                  participants=((payload, payload[:300]), ("agent", PAYLOADS[0])), attributions=(payload[:300],),
                  dated_by=(payload, f"{document.document}@t{found[0].span.start}-{found[0].span.end}"),
                  alternatives=((Interval.parse("2019"), found[0]),), sources=(payload,))
        )  # fmt: skip
        told = {"title": payload, "attribution": (payload,), "former": True, "polarity": payload, "modality": payload}
        relations.append(Relation(payload[:300], payload, PAYLOADS[1], None, found, **told))
        judgements.append(Judgement(f"m-{payload}", payload, "same", 0.5, payload))
    return Resolution(documents, tuple(entities), tuple(events), tuple(relations), tuple(judgements))


def write_hostile_files(folder) -> None:
    """Articles with every payload as file name, headline, byline, outlet, head of a web page, and within sentences."""
    for index, payload in enumerate(PAYLOADS):
        name = "".join(mark for mark in payload if mark not in "/\x00")[:50]
        day = date(2021, 3, index + 1)
        story = f"{payload} met Angela {payload} Merkel in Berlin on Tuesday. NATO {payload} promised {payload} to Ukraine in 2008."
        text = f"{payload}\nBy {payload}, {payload}\n{day:%B} {day.day}, 2021\n\n{story}\n"
        quoted = payload.replace('"', "'")
        page = (
            f'<html><head><title>{payload}</title><meta name="author" content="{quoted}"><meta property="og:site_name" content="{quoted}">'
            f'<meta property="article:published_time" content="{day}"></head><body><article><h1>{payload}</h1><p>Ministers of NATO met in '
            "Bucharest on Monday, said Vladimir &lt;img src=x onerror=window.__pwned=1&gt; Putin. &lt;script&gt;window.__pwned=1&lt;/script&gt; "
            "Russia invaded Georgia in August 2008.</p></article></body></html>"
        )
        (folder / f"{name} {index}.txt").write_text(text, encoding="utf-8", errors="replace")
        (folder / f"{index} {name}.html").write_text(page, encoding="utf-8", errors="replace")


#: What might stand in the place of degrees.
DEGREES = (0, 12.5, -180, "12", "<b>", None, float("nan"), float("inf"), 1e9, True, [1], {"a": 1})


#: Addresses that lead to no page of the web, or to another one than it seems.
HOSTILE_ADDRESSES = (
    "javascript:window.__pwned=1", "JaVaScRiPt:window.__pwned=1", " javascript:window.__pwned=1", "java\tscript:window.__pwned=1",
    "data:text/html,<script>window.__pwned=1</script>", "vbscript:x", "file:///etc/passwd", "//evil.example/a", "/a", "#", "",
    "https://bank.example@evil.example/", "https://user:secret@evil.example/a", "https://evil.example/a b",
    'https://evil.example/"onmouseover="window.__pwned=1', "https://evil.example/'onmouseover='window.__pwned=1",
    "https://evil.example/<script>window.__pwned=1</script>", "https://evil.example/\x00", "https://evil.example/\x1b[31m",
    "https://evil.example/\u202egpj.exe", "https://ev\u200bil.example/", "https://evil.example\\@bank.example/", "https://",
    "https://evil.example/" + "a" * 3000, "blob:https://evil.example/1", "https:evil.example", 7, None, ["https://evil.example/"],
)  # fmt: skip


def addressed_graph() -> EventGraph:
    """The small story; its first two articles have addresses, the second in Cyrillic letters that look like Latin ones."""
    graph = story_graph()
    courier, sable = list(graph.graph["documents"].values())[:2]
    courier["url"] = "https://www.harbourcourier.example/2008/04/05/summit?a=1&b=2"
    sable["url"] = "https://ѕаblе.example/2008"  # noqa: RUF001
    return graph


def hostile_graph() -> EventGraph:
    graph = EventGraph.from_resolution(hostile())
    for index, document in enumerate(graph.graph["documents"].values()):
        document["url"] = HOSTILE_ADDRESSES[index % len(HOSTILE_ADDRESSES)]
    for index, payload in enumerate(PAYLOADS):
        node = graph.nodes[payload[:300]]
        node.update(latitude=DEGREES[index % 12], longitude=DEGREES[index // 2 % 12])
        node.update(place_of=payload, place_rule=payload, iso=payload, corrections=[payload])
    graph.nodes["constructor"].update(latitude=-90, longitude=180)
    graph.nodes["__proto__"].update(latitude=10, longitude=-179.9, place_of="country")
    return graph


def single_graph() -> EventGraph:
    documents = sources(ARTICLES[:1])
    return EventGraph.from_resolution(Resolution(documents, (_entity(documents, *ENTITIES[0]),), (), (), ()))
