from datetime import date

import pytest

from graphbuilder.documents.readers.markdown import document_of_markdown, plain_text
from graphbuilder.errors import InputError

CASES = [
    ("# A\n\ntext", "A\n\ntext"),
    ("A\n===\n\ntext", "A\n\ntext"),
    ("*a* **b** ***c*** `d` ~~e~~", "a b c d e"),
    ("[link](http://x.org) <http://y.org> ![picture](p.jpg)", "link http://y.org picture"),
    ("[ref][1]\n\n[1]: http://x.org", "ref"),
    ("one\ntwo  \nthree", "one two\nthree"),
    ("- a\n- b\n  - c", "- a\n- b\n- c"),
    ("1. a\n2. b", "1. a\n2. b"),
    ("> quoted\n> words", "quoted words"),
    ("| A | B |\n|---|---|\n| 1 | 2 |", "A | B\n1 | 2"),
    ("```python\ncode = 1\n```", "code = 1"),
    ("<div>shown <b>text</b></div>\n\n<!-- hidden -->\n\na<br>b <i>c</i>", "shown text\n\na\nb c"),
    ("5 &lt; 6 &amp; \\*no emphasis\\*", "5 < 6 & *no emphasis*"),
    ("---\n\ntext", "text"),
    ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
]


@pytest.mark.parametrize(("markdown", "text"), CASES)
def test_plain_text(markdown, text):
    assert plain_text(markdown) == text


def test_front_matter():
    data = (
        b"---\ntitle: T\ndate: 2018-07-13\nsource: S\nlanguage: en-GB\nid: mine\ntags: [a, b]\n---\n\n# T\n\nNATO met."
    )
    found = document_of_markdown(data, "a.md", None, None)
    assert (found.id, found.text, found.title, found.published, found.source, found.language) == (
        "a.md", "T\n\nNATO met.", "T", date(2018, 7, 13), "S", "en",
    )  # fmt: skip
    assert dict(found.meta) == {"id": "mine", "tags": '["a", "b"]'}


def test_front_matter_in_toml_and_own_names():
    data = b'+++\nheading = "T"\nday = 2018-07-13\n+++\nNATO met.'
    found = document_of_markdown(data, "a.md", None, {"title": "heading", "published": "day"})
    assert (found.title, found.published, found.text) == ("T", date(2018, 7, 13), "NATO met.")


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("---\na: [\n---\n", "no YAML"),
        ("---\na: &x 1\nb: *x\n---\n", "aliases"),
        ("---\n" + "[" * 5000 + "\n---\n", "too many brackets"),
        ("---\na: !!python/object:os.system x\n---\n", "no YAML"),
        ("+++\na = \n+++\n", "no TOML"),
    ],
)
def test_wrong_front_matter(head, words):
    with pytest.raises(InputError, match=words):
        document_of_markdown(head.encode() + b"NATO met.", "a.md", None, None)


def test_a_rule_at_the_top_is_no_front_matter():
    assert (
        document_of_markdown(b"---\nNATO met.\n---\nAnd spoke.", "a.md", None, None).text == "NATO met.\n\nAnd spoke."
    )
