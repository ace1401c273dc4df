"""Keys: what is wrong with one, the older form, pages, counts, GUM, parts; and the keys of the repository."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from keying import commands, files, gum, splits, stats
from keying.compiling import compile_key
from keying.lines import from_lines, to_lines
from keying.schema import Entity, Event, Key, Mention, from_json, to_json
from keying.show import page
from keying.telling import told_apart
from keying.validate import problems

CORPUS = Path(__file__).parents[2] / "corpus"


def _first(key: Key, part: str, **changes: Any) -> Key:
    items = getattr(key, part)
    return replace(key, **{part: (replace(items[0], **changes), *items[1:])})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda key: key, None),
        (lambda key: replace(key, published="2022-13-01"), "not a day"),
        (lambda key: replace(key, source="web"), "is none of own, gum"),
        (lambda key: replace(key, text_sha="0"), "the article has changed"),
        (lambda key: _first(key, "entities", type="thing"), "type 'thing' is none of"),
        (lambda key: _first(key, "entities", id="x1"), "ids of entities are e1"),
        (lambda key: replace(key, entities=(*key.entities, key.entities[0])), "is given 2 times"),
        (lambda key: replace(key, entities=(*key.entities, Entity("e50", "person", None))), "is nowhere marked"),
        (lambda key: _first(key, "mentions", end=9999), "is no place of the article"),
        (lambda key: _first(key, "mentions", start=1), "ends inside of a word"),
        (lambda key: _first(key, "mentions", end=14), "leave the space outside"),
        (lambda key: _first(key, "mentions", kind="noun"), "kind 'noun' is none of"),
        (lambda key: _first(key, "mentions", of=("e1", "e1")), "several different ones"),
        (lambda key: replace(key, mentions=(*key.mentions, key.mentions[0])), "write one mark"),
        (lambda key: _first(key, "events", worth=3), "worth 3 is none of"),
        (lambda key: _first(key, "events", status="true"), "status 'true' is none of"),
        (lambda key: _first(key, "events", roles=(("doer", "e1"),)), "role 'doer' is none of"),
        (lambda key: _first(key, "events", roles=(("agent", "e1"), ("agent", "e1"))), "twice in one role"),
        (lambda key: _first(key, "events", who_ok=("e70",)), "there is no entity e70"),
        (lambda key: _first(key, "events", when_ok=("last year",)), "is not an EDTF date"),
        (lambda key: _first(key, "events", when_words=("t70",)), "there is no time t70"),
        (lambda key: _first(key, "events", causes=("v1",)), "caused by itself"),
        (lambda key: _first(key, "events", said_by="e5", hearsay=True), "leave one of both"),
        (lambda key: _first(key, "events", triggers=()), "no word of the text tells it"),
        (lambda key: _first(key, "ties", object="e5"), "to itself"),
        (lambda key: _first(key, "ties", status="happened"), "status 'happened' is none of"),
        (lambda key: _first(key, "ties", when="2022/2020"), "ends before it starts"),
        (lambda key: _first(key, "figures", most=1.0, value=2.0), "ends below its start"),
        (lambda key: _first(key, "figures", bound="roughly"), "'roughly' is none of"),
        (lambda key: _first(key, "figures", event="v70"), "there is no event v70"),
    ],
)
def test_what_is_wrong_with_a_key(key: Key, article: str, change: Callable[[Key], Key], message: str | None) -> None:
    said = [problem.message for problem in problems(change(key), article) if not problem.hint]
    if message is None:
        assert said == []
    else:
        assert any(message in line for line in said), said


@pytest.mark.parametrize("text", ["[]", '{"name": "x"}', '{"events": [{"id": "v1", "worht": 1}]}', '{"events": [1]}'])
def test_what_is_no_key(text: str) -> None:
    with pytest.raises(ValueError):
        from_json(text)


def test_what_is_at_its_default_is_not_written() -> None:
    key = Key("x", "own", "0", "2022-01-01", True, (), (), (), (Event("v1", "g", ((0, 1),)),), (), ())
    assert '{"id": "v1", "gist": "g", "triggers": [[0, 1]]}' in to_json(key)


# --- the form of lines_dev --------------------------------------------------------------------------------------------


def test_a_key_in_the_form_of_lines_dev(key: Key, article: str) -> None:
    lines = to_lines(key, article)
    events = {event["id"]: event for event in lines["events"]}
    assert len(events) == 14  # mere saying is none
    assert events["v1"]["triggers"] == [["voted", 0], ["drops", 0], ["abandon", 0], ["decision", 0]]
    assert events["v1"]["who"] == [["agent", "e1"]]  # no name, but a definite body
    assert (events["v9"]["who"], events["v9"]["who_ok"]) == ([], ["e4"])  # traders
    names = {entity["id"]: entity for entity in lines["entities"]}
    assert names["e5"]["name"] == "Ragnhild Sætre"
    assert names["e5"]["aliases"] == ["Sætre"]
    assert names["e6"]["descriptions"] == ["the contractor", "The firm"]


def _same(lines: dict[str, Any]) -> dict[str, Any]:
    """Without the order of names."""
    same: dict[str, Any] = json.loads(json.dumps({"not_events_note": "", **lines}))
    for entity in same["entities"]:
        for form in ("aliases", "descriptions"):
            entity[form] = sorted(set(entity[form]) - {entity["name"]})
    return same


def test_the_form_of_lines_dev_goes_there_and_back(key: Key, article: str) -> None:
    lines = to_lines(key, article)
    assert _same(to_lines(from_lines(lines, article), article)) == _same(lines)


def _folders() -> list[Path]:
    """Where keys in the older form are: lines_dev in the gold folder, and corpus_start."""
    gold = os.environ.get("GRAPHBUILDER_GOLD")
    start = os.environ.get("GRAPHBUILDER_CORPUS_START")
    return [*([Path(gold) / "lines_dev"] if gold else []), *([Path(start)] if start else [])]


@pytest.mark.skipif(not _folders(), reason="GRAPHBUILDER_GOLD and GRAPHBUILDER_CORPUS_START name no folders")
def test_keys_of_the_older_form_go_there_and_back() -> None:
    for folder in _folders():
        for path in sorted((folder / "keys").glob("*.json")):
            text = (folder / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
            lines = json.loads(path.read_text(encoding="utf-8"))
            assert _same(to_lines(from_lines(lines, text), text)) == _same(lines), path.stem


def test_words_that_are_not_in_the_text_are_kept() -> None:
    text = "Ottawa promised it. Ottawa is cold."
    entities = [
        {"id": "e1", "name": "federal government", "type": "organization", "aliases": ["Ottawa", "Canada"],
         "descriptions": ["the state"]},
        {"id": "e2", "name": "Ottawa", "type": "place", "aliases": [], "descriptions": []},
    ]  # fmt: skip
    lines = {"id": "x", "published": "2022-01-01", "published_sure": True, "entities": entities, "events": []}
    assert _same(to_lines(from_lines(lines, text), text)) == _same(lines)


# --- pages and counts -------------------------------------------------------------------------------------------------


def test_a_page_is_whole_and_escaped(key: Key, article: str) -> None:
    html = page(replace(key, note="<script>alert(1)</script>"), article, problems(key, article))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert html.count("<span") == html.count("</span>")
    assert "http" not in html
    assert ">Nordal &amp; Sons<" in html


def test_a_page_shows_marks_that_cross() -> None:
    text = "a big red bus came"
    entities = (Entity("e1", "other", (2, 9)), Entity("e2", "other", (6, 13)))
    mentions = (Mention(2, 9, ("e1",), "description"), Mention(6, 13, ("e2",), "description"))
    key = Key("x", "own", "0", "2022-01-01", True, entities, mentions, (), (), (), ())
    html = page(key, text)
    assert html.count("<span") == html.count("</span>") == 3


def test_counts_of_keys(key: Key, article: str) -> None:
    counts = stats.of_keys(
        [(article, key)], lambda text, span: text[slice(*span)] in ("decision", "protest", "drilling")
    )
    assert counts["events"] == 14
    assert counts["events of worth 1"] == 5
    assert counts["sayings"] == 2
    assert counts["not happened"] == 5
    assert counts["told by a noun"] == 3
    assert counts["told by nouns alone"] == 1
    assert counts["with a participant without a name"] == 9
    assert counts["mentions: pronoun"] == 9


def test_counts_of_texts() -> None:
    counts = stats.of_texts(["Ada Obi left on Monday. “It was hard work,” she said.\n\nMr. Ng of Oslo saw 3 men."])
    assert counts["words a sentence"] == 6
    assert counts["sentences a paragraph"] == 1.5
    assert counts["quotes a 100 words"] == pytest.approx(100 / 18)


def test_a_table_of_counts() -> None:
    assert stats.table({"a": {"x": 1.0, "y": 2.25}, "b": {"y": 1000.0}}).split("\n")[2:] == [
        "| x | 1 | – |",
        "| y | 2.2 | 1,000 |",
    ]


def test_what_tells_texts_apart() -> None:
    ours = [f"It was late, and they had left {number} chairs." for number in range(10)]
    theirs = [f"The minister has added {number} chairs." for number in range(10)]
    right, for_ours, for_theirs = told_apart(ours, theirs, most=3)
    assert right == 100
    assert "had left" in told_apart(ours, theirs)[1]
    assert not set(for_ours) & set(for_theirs)
    assert told_apart(ours, ours)[0] <= 60


# --- GUM --------------------------------------------------------------------------------------------------------------


def test_chains_of_gum_are_marked_and_the_rest_left_out() -> None:
    text = "On Monday, May 3, agency director Ada Obi of the Oslo Bay Port met two men. She left the gathering."

    def row(words: str, chain: str, kind: str, form: str, head: str = "", link: str = "coref") -> list[Any]:
        start = text.index(words)
        at = text.index(head or words, start)
        return [start, start + len(words), chain, kind, form, at, at + len(head or words), link]

    document = {
        "id": "GUM_news_x", "text": text, "published": "2021-05-04",
        "mentions": [
            row("Monday", "1", "time", "name"), row("May 3", "1", "time", "nom"),
            row("agency director Ada Obi", "2", "person", "nom"), row("She", "2", "person", "pron"),
            row("the Oslo Bay Port", "3", "organization", "name"), row("Oslo", "4", "place", "name"),
            row("two men", "5", "person", "nom"), row("the gathering", "6", "event", "nom"),
        ],
    }  # fmt: skip
    marked = gum.start_of(document)
    assert "On {t1 Monday, May 3}, agency director [e1 Ada Obi] of the [e2 Oslo Bay Port] met [e3 two men]." in marked
    assert "[e1 She] left the gathering." in marked
    compiled = compile_key(marked, text, "GUM_news_x", "gum")
    assert compiled.key
    assert [entity.id for entity in compiled.key.entities] == ["e1", "e2"]  # two men take part in nothing
    assert not any(word in to_json(compiled.key) for word in ("Obi", "Oslo", "Monday"))


# --- parts ------------------------------------------------------------------------------------------------------------


def test_parts_are_fixed_and_of_the_right_size() -> None:
    parts = [splits.split(f"article-{number}") for number in range(2000)]
    assert abs(parts.count("learn") / 2000 - 0.7) < 0.03
    assert abs(parts.count("test") / 2000 - 0.2) < 0.03
    assert [splits.split(name) for name in "abcf"] == ["test", "learn", "learn", "choose"]
    assert splits.split("one", "story") == splits.split("two", "story")
    assert {splits.split(name) for name in gum.DEV} == {"choose", "test"}


def test_stories_are_read_from_the_plans(tmp_path: Path) -> None:
    (tmp_path / "plan_a.tsv").write_text('name\tkind\tstory\nx\t"brief\ts01\ny\tlong\t-\n', encoding="utf-8")
    assert splits.stories(tmp_path) == {"x": "s01"}


# --- the keys of the repository ---------------------------------------------------------------------------------------


def _keyed() -> list[str]:
    return [name for name in files.names([], "keys") if not name.startswith(files.GUM)]


@pytest.mark.parametrize("name", _keyed())
def test_every_key_is_what_its_marked_text_says(name: str) -> None:
    places = files.Places(name)
    compiled = compile_key(places.marked_text(), places.text(), name)
    assert compiled.key is not None
    assert [problem for problem in compiled.problems if not problem.hint] == []
    assert to_json(compiled.key) == places.key.read_text(encoding="utf-8")


def test_keys_of_gum_hold_no_text_of_gum() -> None:
    for path in (CORPUS / "keys").glob("GUM_*.json"):
        key = from_json(path.read_text(encoding="utf-8"))
        assert key.source == "gum"
        assert not any(entity.aliases or entity.descriptions for entity in key.entities)


def test_commands(tmp_path: Path, marked: str, article: str, capsys: pytest.CaptureFixture[str],
                  monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(files.Places, "text", lambda self: article)
    (tmp_path / "example.txt").write_text(marked, encoding="utf-8")
    assert commands.main(["compile", "--marked", str(tmp_path), "--keys", str(tmp_path / "one")]) == 0
    assert "key written" in capsys.readouterr().out
    assert commands.main(["agree", str(tmp_path / "one"), str(tmp_path / "one")]) == 0
    assert "| whole lines | 100.0 | 100.0 | 100.0 | 5 |" in capsys.readouterr().out
    (tmp_path / "example.txt").write_text(marked.replace("planned", "planed"), encoding="utf-8")
    assert commands.main(["compile", "--marked", str(tmp_path), "--keys", str(tmp_path / "two")]) == 1
    assert "NO key written" in capsys.readouterr().out
    assert not (tmp_path / "two").exists()


def test_keys_are_checked_against_their_articles(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = _keyed()
    assert commands.main(["check", first]) == 0
    monkeypatch.setattr(files.Places, "text", lambda self: "Another article.")
    assert commands.main(["check", first]) == 1
    assert "the article has changed" in capsys.readouterr().out
