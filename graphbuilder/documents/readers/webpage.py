"""Saved web pages (.html) → the article, which trafilatura finds, and its metadata; nothing is ever fetched."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Container, Iterator
from datetime import date
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from graphbuilder.documents.description import describe
from graphbuilder.documents.metadata.address import read_address
from graphbuilder.documents.metadata.dates import find_date, parse_date
from graphbuilder.documents.metadata.header_lines import read_meta
from graphbuilder.documents.metadata.languages import language_code
from graphbuilder.documents.readers.encoding import decode
from graphbuilder.documents.text.characters import clean, one_line, required_text
from graphbuilder.errors import InputError
from graphbuilder.lexicons import lexicon
from graphbuilder.records import Document

_log = logging.getLogger(__name__)

#: Names of <meta> elements that give the publication date, the surest first.
_DATE_NAMES: list[str] = lexicon("page_dates")["names"]
_DATE_CLASS = re.compile(r"\b(?:date|time|published|pubdate|byline|meta|dateline|timestamp|posted)", re.IGNORECASE)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)", re.IGNORECASE)
_LONGEST_DATE_LINE = 160
_TAGS = {kind: frozenset(tags) for kind, tags in lexicon("tags").items()}
#: trafilatura would look for a date up to "now", which would make its answer depend on the day; ours is not used.
_NO_CLOCK = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2999-12-31"}
_SAVED_FROM = re.compile(r"\s?saved from url=\(\d{4}\)(\S+)\s?")
_XML_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,200}\?>")
#: Tags of elements that may stand in each other.
_NESTED = re.compile(
    r"</?(?!(?:html|head|body|title|meta|link|base|script|style|p|br|hr|img)\b)(?P<name>[a-z][^\s/<>]{0,40})[^<>]{0,2000}>",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
#: Set between blocks while they are put together; cleaned text has none.
_BLOCK_END = "\u2029"
_DEEPEST_JSON = 6
#: Near the top of every page of `graphbuilder.page`.
_OWN_PAGE = b'<meta name="generator" content="graphbuilder">'
_HEAD = 4096


def document_of_page(data: bytes, id: str, encoding: str | None) -> Document:
    """The article of a saved web page, without its menus, adverts and footers; InputError where it holds no text."""
    source = _XML_DECLARATION.sub("", clean(decode(data, encoding=encoding, declares=True)), count=1)
    tree, complete = _tree(source)
    if not complete:
        source = _flat(source)
        tree, _ = _tree(source)
    page = _extracted(source)
    text = _shown_text(page.body, _TAGS["blocks"]) if page is not None else _shown_text(tree, _TAGS["page_blocks"])
    return describe(
        Document(
            text=required_text(text),
            id=id,
            title=_line(page and page.title),
            published=published(tree),
            source=_line(page and page.sitename),
            language=_language(tree),
            meta=(("author", author),) if (author := _line(page and page.author)) else (),
            url=address(tree),
        )
    )


def is_own_page(data: bytes) -> bool:
    """Whether a file is a page that this package wrote, which is no article; it may lie in the folder that is read.

    >>> is_own_page(b"<title>NATO met</title>")
    False
    """
    return _OWN_PAGE in data[:_HEAD]


def published(tree: html.HtmlElement) -> date | None:
    """The publication date that a page gives, with the time of day where it has one: by JSON-LD, <meta>, itemprop and
    <time>, then by a short line of class date, byline and the like; else None.
    """
    return next((day for text in _dates(tree) if (day := parse_date(text)) is not None), None) or _shown_date(tree)


def address(tree: html.HtmlElement) -> str | None:
    """The address that a page gives for itself, else that of saving it; the outlet's home page is none."""
    return next((found.url for text in _addresses(tree) if (found := read_address(text)) and found.url), None)


def _addresses(tree: html.HtmlElement) -> Iterator[str]:
    """Addresses of the page in the order of belief: canonical, Open Graph, that of saving."""
    yield from (link.get("href") or "" for link in tree.iterfind(".//link[@rel='canonical']"))
    yield from (meta.get("content") or "" for meta in tree.iterfind(".//meta[@property='og:url']"))
    comments = tree.getroottree().xpath("//comment()[contains(., 'saved from url=')]")
    yield from (match[1] for one in comments if (match := _SAVED_FROM.fullmatch(one.text or "")))


def _dates(tree: html.HtmlElement) -> Iterator[str]:
    """Dates in the markup, in the order of belief: JSON-LD, <meta>, itemprop, <time>."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        yield from _published_in(_json(script.text or ""), _DEEPEST_JSON)
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content") or ""
        for meta in reversed(list(tree.iter("meta")))
    }
    yield from (metas[name] for name in _DATE_NAMES if name in metas)
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield element.get("content") or element.get("datetime") or one_line(element.text_content())
    for element in tree.iterfind(".//time[@datetime]"):
        if _dates_the_page(element):
            yield element.get("datetime") or ""


def _published_in(data: Any, depth: int) -> Iterator[str]:
    """All values of datePublished in JSON-LD, those of the page itself before those of its parts."""
    if depth == 0:
        return
    if isinstance(data, dict):
        if isinstance(data.get("datePublished"), str):
            yield data["datePublished"]
        data = [value for key, value in data.items() if key in ("@graph", "mainEntity", "mainEntityOfPage")]
    if isinstance(data, list):
        for part in data:
            yield from _published_in(part, depth - 1)


def _dates_the_page(element: html.HtmlElement) -> bool:
    """Whether an element belongs to the page and not to the text, a list or another article."""
    above = (one for one in element.iterancestors() if one.tag in _TAGS["not_of_the_page"])
    return all(_is_marked_as_date(one) or _is_date_line(one) for one in above)


def _is_date_line(element: html.HtmlElement) -> bool:
    """Whether a paragraph says nothing but when, and perhaps by whom, the page was published."""
    text = one_line("".join(element.itertext())) if element.tag == "p" else ""
    meta = read_meta(text) if 0 < len(text) <= _LONGEST_DATE_LINE else None
    return meta is not None and meta.published is not None and not meta.updated


def _is_marked_as_date(element: html.HtmlElement) -> bool:
    return _DATE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _shown_date(tree: html.HtmlElement) -> date | None:
    """The date of a short line that readers see, of an element that is marked as date; updates are passed over."""
    for element in tree.iter("p", "div", "span", "time", "li", "small", "address"):
        if (_is_marked_as_date(element) or element.tag == "time") and _dates_the_page(element):
            text = one_line("".join(element.itertext()))
            found = find_date(text) if len(text) <= _LONGEST_DATE_LINE and not _UPDATED.match(text) else None
            if found is not None:
                return found[2]
    return None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _language(tree: html.HtmlElement) -> str | None:
    metas = (meta.get("content") or "" for meta in tree.iterfind(".//meta[@property='og:locale']"))
    return next(
        (
            code
            for value in (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "", *metas)
            if (code := language_code(value))
        ),
        None,
    )


def _tree(source: str) -> tuple[html.HtmlElement, bool]:
    """The elements of a page, and whether they are complete: the parser drops what is nested too deep."""
    # without huge_tree that is what is nested 256 deep; with it, 2,048
    parser = html.HTMLParser(huge_tree=True)
    try:
        tree = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise InputError("there is no text in it") from error
    return tree, all(error.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)


def _flat(source: str) -> str:
    """A page without elements that can be nested, as where nothing is closed: all of its text, in paragraphs.

    >>> _flat("<div><b>NATO</b> met.<DIV class=x>It left.</div></div>")
    '<p>NATO met.<p>It left.<p><p>'
    """
    return _NESTED.sub(lambda tag: "" if tag["name"].lower() in _TAGS["inline"] else "<p>", source)


def _extracted(source: str) -> Any:
    import trafilatura  # takes a second to load, and only pages need it

    settings = dict(_NO_CLOCK)
    try:
        return trafilatura.bare_extraction(
            _tree(source)[0], with_metadata=True, include_comments=False, date_extraction_params=settings
        )
    except Exception as error:  # on broken pages it fails in ways of its own (AssertionError …); all text is kept then
        _log.info("trafilatura failed on a page (%r); all of its text is taken", error)
        return None


def _shown_text(root: etree._Element, blocks: Container[str]) -> str:
    """The text of an element, its blocks an empty line apart; scripts, comments and the like are left out."""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        hidden = event in ("comment", "pi") or element.tag in _TAGS["hidden"]
        if event == "start" and hidden:
            walk.skip_subtree()
        if element.tag in blocks:
            pieces.append(_BLOCK_END)
        if event == "start" and not hidden:
            pieces.append("\n" if element.tag in ("lb", "br") else _SPACES.sub(" ", element.text or ""))
        elif event != "start":
            pieces.append(_SPACES.sub(" ", element.tail or ""))
    return _joined("".join(pieces))


def _joined(text: str) -> str:
    blocks = ("\n".join(filter(None, map(one_line, block.split("\n")))) for block in text.split(_BLOCK_END))
    return "\n\n".join(filter(None, blocks))


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None
