"""Markdown: .md, with front matter in YAML (or TOML); the text is what a reader of the finished page sees."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from graphbuilder.documents.readers.encoding import decode
from graphbuilder.documents.readers.rows import Columns, document_of_row
from graphbuilder.documents.text.characters import clean, required_text
from graphbuilder.errors import InputError
from graphbuilder.records import Document

_YAML = re.compile(r"---[ \t]*\n(?P<facts>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<facts>.*?\n)?\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_LONGEST_FRONT_MATTER = 20_000
#: PyYAML takes the square of the time for brackets within brackets.
_MOST_BRACKETS = 1000
_TAG = re.compile(r"<!--.*?(?:-->|$)|</?[A-Za-z][^<>]{0,1000}>", re.DOTALL)
_PARSER = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
#: What stands between the parts of a block; an empty line if not named here.
_JOINTS = {"tr": " | ", "inline": ""} | dict.fromkeys(("table", "thead", "tbody", "bullet_list", "ordered_list"), "\n")


def document_of_markdown(data: bytes, id: str, encoding: str | None, columns: Columns | None) -> Document:
    """The document in a Markdown file; its front matter is read like a row of a table."""
    facts, body = split_front_matter(clean(decode(data, encoding=encoding)))
    row = {**{name: value for name, value in facts.items() if name != "text"}, "text": required_text(plain_text(body))}
    return document_of_row(row, {**(columns or {}), "text": "text"}, id, keep_id=True)


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    r"""The front matter, between two lines of dashes (YAML) or plus signs (TOML) at the top, and the rest.

    >>> split_front_matter("---\ntitle: Winter promises\n---\nDear reader,")
    ({'title': 'Winter promises'}, 'Dear reader,')
    """
    head = text[:_LONGEST_FRONT_MATTER]
    match = _YAML.match(head) or _TOML.match(head)
    if match is None:
        return {}, text
    facts = (_yaml if match.re is _YAML else _toml)(match["facts"] or "")
    if not isinstance(facts, dict):
        return {}, text  # no front matter but a text that begins with a rule
    return {str(name): value for name, value in facts.items()}, text[match.end() :]


def _yaml(text: str) -> Any:
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        raise InputError("its front matter has too many brackets; shorten it")
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
            raise InputError("its front matter has YAML aliases, which can grow without bound; write the values out")
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(f"its front matter is no YAML ({type(error).__name__}); mend or remove it") from error


def _toml(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"its front matter is no TOML ({type(error).__name__}); mend or remove it") from error


def plain_text(markdown: str) -> str:
    r"""The text without its markup: headings and paragraphs apart by an empty line, items of a list by a line end.

    >>> plain_text("# Winter *promises*\n\nSee [the ministry](https://example.org), it\nsaid.\n\n- one\n- two")
    'Winter promises\n\nSee the ministry, it said.\n\n- one\n- two'
    """
    return _text(SyntaxTreeNode(_PARSER.parse(markdown)))


def _text(node: SyntaxTreeNode) -> str:
    if node.type in ("text", "code_inline", "fence", "code_block"):
        return node.content.rstrip("\n")
    if node.type in ("softbreak", "hardbreak"):
        return " " if node.type == "softbreak" else "\n"
    if node.type in ("html_block", "html_inline"):
        return "\n" if node.content.lower().startswith("<br") else _TAG.sub("", node.content).strip()
    texts = [_text(child) for child in node.children]
    if node.type == "list_item":
        return f"{node.info}{node.markup} " + "\n".join(filter(None, texts))
    joint = _JOINTS.get(node.type, "" if _is_inline(node) else "\n\n")
    return joint.join(texts if joint == "" else filter(None, texts))


def _is_inline(node: SyntaxTreeNode) -> bool:
    return node.type in ("strong", "em", "link", "image", "s")
