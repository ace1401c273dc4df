"""Which encoding a file is in: bytes → text.

Nothing is replaced or dropped on the way. The first of these that says something decides:

1. the caller, who may know;
2. a byte order mark, which no other text begins with;
3. the charset that a page declares, unless its bytes are valid UTF-8 beyond ASCII: pages were often converted, and
   their declaration was not;
4. UTF-8, which other encodings are hardly ever by chance;
5. UTF-16 without a mark, by its zero bytes;
6. charset-normalizer, which judges by what is plausible.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from charset_normalizer import from_bytes

from graphbuilder.documents.metadata.languages import language_of
from graphbuilder.documents.text.characters import control_share
from graphbuilder.errors import InputError

#: The four-byte marks come first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
#: First bytes of kinds of file that are not text, and what to do about them.
_BINARY = (
    (b"%PDF-", "a PDF; turn it into text first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip archive, Word or OpenDocument file; unpack it or save it as text first"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save it as text or CSV first"),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"{\\rtf", "an RTF file; save it as text first"),
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"),
    (b"SQLite format 3\x00", "a database"), (b"\x7fELF", "a program"), (b"MZ\x90\x00", "a program"),
)  # fmt: skip
#: Encodings in use that can be told apart; the many other code pages differ from these in signs for drawing boxes.
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "cp932", "euc_jp", "gb18030",
    "big5", "euc_kr", "iso8859_2", "mac_roman",
]  # fmt: skip
#: Languages that were written in Windows-1252 before Unicode; its look-alikes differ in a few rare characters.
_WESTERN = frozenset({"en", "fr", "de", "es", "it", "pt", "nl"})
_SAMPLE = 65536
_LEAST_WIDE = 4
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_MOST_CONTROLS = 0.02
_UNDECODED = re.compile("[\udc80-\udcff]")


def decode(data: bytes, *, encoding: str | None = None, declares: bool = False) -> str:
    r"""The text of the bytes of a whole file; InputError where they are none, or none in the encoding that was named.

    With `encoding`, what the caller says, nothing else is tried; if it `declares`, a page may name it in its first
    lines.

    >>> decode("café".encode("cp1252")), decode(b"\xff\xfea\x00")
    ('café', 'a')
    """
    _refuse_binary(data)
    name = encoding or encoding_of(data, declares=declares)
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise InputError(f"not {encoding}: {error.reason} at byte {error.start}; name another encoding") from error
        text = data.decode("latin-1")  # a byte that the plausible encoding does not know; latin-1 knows them all
    if control_share(text) > _MOST_CONTROLS:
        raise InputError(
            "not text but binary data; if it is text, name its encoding: "
            "--encoding NAME on the command line, encoding='NAME' in Python"
        )
    return text


def encoding_of(data: bytes, *, declares: bool = False) -> str:
    """The name of the most plausible encoding of the bytes of a file, or of a sample from its start."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if declares and (declared := _declared(data)) is not None and not _is_utf8_beyond_ascii(data):
        return declared
    if _is_utf8(data):
        return "utf-8"
    return _wide(data) or _plausible(data)


def text_lines(stream: BinaryIO, encoding: str | None = None) -> Iterator[str]:
    """The lines of a file with their ends, one by one, by the encoding of its first 64 kB; an odd line by its own."""
    sample = stream.peek(_SAMPLE)[:_SAMPLE] if hasattr(stream, "peek") else b""
    _refuse_binary(sample)
    name = encoding or encoding_of(sample)
    errors = "replace" if name.startswith("utf-16") or name.startswith("utf-32") else "surrogateescape"
    with TextIOWrapper(stream, encoding=name, errors=errors, newline="") as lines:
        for number, line in enumerate(lines, start=1):
            if _UNDECODED.search(line) is None:
                yield line
            elif encoding is not None:
                raise InputError(f"line {number} is not {encoding}; name another encoding, or none")
            else:
                yield _repair(line, name)


def check_encoding(encoding: str | None) -> None:
    """InputError where Python does not know an encoding."""
    try:
        b"a".decode(encoding or "utf-8", "replace")
    except LookupError as error:
        raise InputError(f"there is no encoding {encoding!r}; common ones are utf-8, cp1252, utf-16") from error


def _repair(line: str, name: str) -> str:
    """A line that the file's encoding does not fit, decoded by itself."""
    data = line.encode(name, "surrogateescape")
    return data.decode(_plausible(data), "replace")


def _refuse_binary(data: bytes) -> None:
    """Refuse kinds of file that are not text, by their first bytes, with what to do about them."""
    for magic, remedy in _BINARY:
        if data.startswith(magic):
            raise InputError(f"not text but {remedy}")


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=len(data) < _SAMPLE)
    except UnicodeDecodeError:
        return False
    return not (b"\0" in data and _wide(data))


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    return not data.isascii() and _is_utf8(data)


def _declared(data: bytes) -> str | None:
    """The charset that a page declares, as browsers take it; None where it declares none that is known."""
    match = _DECLARED.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    if name in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}:
        return "cp1252"  # as every browser does
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _wide(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, where every other byte is zero, as in Western text; else None."""
    sample = data[:4096]
    if len(sample) < _LEAST_WIDE:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _plausible(data: bytes) -> str:
    """What charset-normalizer finds most plausible; Windows-1252 before its look-alikes in Western languages."""
    start = next((at for at, byte in enumerate(data) if byte > 0x7F), 0)
    sample = data[max(0, start - _SAMPLE // 2) : start + _SAMPLE]
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    name = best.encoding if best is not None else "cp1252"
    if name in {"cp1250", "cp1254", "iso8859_2"} and language_of(sample.decode("latin-1")) in _WESTERN:
        name = "cp1252"
    return name
