"""Tables as plain columns of declared kinds, and as DataFrames of pandas, which need not be installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from graphbuilder.errors import InputError
from graphbuilder.intervals import Bound

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | bool | date | None

#: Kinds of column, by the dtype that each has in pandas. All of them can hold what is missing.
TEXT, INTEGER, NUMBER, FLAG, DAY = "string", "Int64", "float64", "boolean", "datetime64[s]"

_TYPES: dict[str, type | tuple[type, ...]] = {TEXT: str, INTEGER: int, NUMBER: (int, float), FLAG: bool, DAY: date}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a cell for each column; a cell is a text, number, truth value, day, or None where it is missing."""

    kinds: Mapping[str, str]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)

    @classmethod
    def of(cls, kinds: Mapping[str, str], rows: Iterable[Mapping[str, Cell]]) -> Table:
        """The table of rows that name their cells; what is not of the kind of its column is missing."""
        return cls(kinds, tuple(tuple(_cell(row[name], kind) for name, kind in kinds.items()) for row in rows))

    def columns(self) -> dict[str, list[Cell]]:
        """The cells of each column: what polars, pyarrow and others make a table of."""
        return {name: [row[at] for row in self.rows] for at, name in enumerate(self.kinds)}

    def to_frame(self) -> pandas.DataFrame:
        """The table as a DataFrame, numbered from 0.

        Raises:
            InputError: pandas is not installed.
        """
        try:
            import pandas  # it is an extra, and takes half a second to load
        except ImportError as error:
            raise InputError(
                'a table is a DataFrame of pandas, which is not installed: pip install "graphbuilder[pandas]"; '
                "without it, graph.frames().columns('events') gives the same as plain lists"
            ) from error
        cells = self.columns()
        return pandas.DataFrame(
            {name: pandas.Series(cells[name], dtype=kind) for name, kind in self.kinds.items()},
            columns=list(self.kinds),
        )


def day_of(bound: Bound | None) -> date | None:
    """The day of a bound; None before the year 1 and after 9999, which `datetime.date` does not know.

    >>> day_of(Bound(2008, 4, 2)), day_of(Bound(-43, 3, 15))
    (datetime.date(2008, 4, 2), None)
    """
    if bound is None or not MINYEAR <= bound.year <= MAXYEAR:
        return None
    return date(bound.year, bound.month or 1, bound.day or 1)


def _cell(value: Cell, kind: str) -> Cell:
    """A value as its column holds it, None where it is of another kind; lone surrogates, which no file can hold, become
    U+FFFD.
    """
    if not isinstance(value, _TYPES[kind]):
        return None
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) and not value.isascii() else value
