"""Parquet, opened again by pyarrow and pandas: columns that can be asked, and the status in them."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import graphbuilder as gb


def test_pandas_reads_nodes_and_edges(written, statuses):
    table = pd.read_parquet(written(statuses, "parquet"))
    nodes, edges = table[table.element == "node"], table[table.element == "edge"]
    assert list(nodes.id) == list(statuses)
    assert list(zip(edges.source, edges.target, edges.key, strict=True)) == list(statuses.edges(keys=True))
    summit = nodes.set_index("id").loc["2008-bucharest-summit"]
    assert (summit.edtf, summit.start, summit.happened) == ("2008-04-02/2008-04-04", "2008-04-02", "happened")
    assert nodes.set_index("id").loc["bucharest"].latitude == 44.43225


def test_what_is_no_fact_says_so(written, statuses):
    rows = pq.read_table(written(statuses, "parquet")).to_pylist()
    label = {row["id"]: row["label"] for row in rows if row["element"] == "node"}
    assert label["2008-no-map"] == "[did not happen] Membership Action Plan not given"
    assert label["2023-vilnius"] == "[planned] Summit in Vilnius"
    ties = {
        (row["label"], row["status"]) for row in rows if row["relation"] == "member_of" and row["source"] == "finland"
    }
    assert ties == {
        (f"member_of ({word})", word)
        for word in ("not", "planned", "possible", "conditional", "demanded", "former", "said")
    }
    pledge = next(row for row in rows if row["id"] == "2022-pledge")
    assert (pledge["edtf"], pledge["start"], pledge["end"]) == ("../2022-07-18", None, "2022-07-18")


@pytest.mark.parametrize("metadata", [None, {b"graphbuilder": b"null"}, {b"graphbuilder": b"{"}])
def test_tables_that_are_not_ours_are_refused(tmp_path, metadata):
    rows = {name: ["node"] for name in ("element", "id", "source", "target", "key", "data")}
    pq.write_table(pa.table(rows).replace_schema_metadata(metadata), tmp_path / "a.parquet")
    with pytest.raises(gb.InputError, match="not written by graphbuilder"):
        gb.open(tmp_path / "a.parquet")


@pytest.mark.parametrize("damage", [lambda whole: whole[:200], lambda whole: b"PAR1" + whole[200:], lambda _: b"PAR1"])
def test_half_a_file_is_refused(written, statuses, damage):
    path = written(statuses, "parquet")
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(gb.InputError, match="damaged"):
        gb.open(path)
