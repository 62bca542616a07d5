"""Arrow, DuckDB, descriptors and dictionary say the same of a column, in the words of its declaration."""

from __future__ import annotations

import json

import duckdb
import pyarrow as pa
import pytest

from schemas.package import TableFile
from schemas.projections.arrow import arrow_schema
from schemas.projections.croissant import croissant
from schemas.projections.datapackage import datapackage
from schemas.projections.dictionary import dictionary
from schemas.projections.duckdb import column_comment, comments, create_table
from schemas.projections.pandera import pandera_schema
from schemas.registry import BY_NAME, TABLES

FILES = [TableFile(table.name, f"csv/{table.name}.csv", 10, "0" * 64, 1) for table in TABLES]


def test_arrow_fields_carry_the_meaning_of_their_columns() -> None:
    for table in TABLES:
        schema = arrow_schema(table)
        assert tuple(schema.names) == table.column_names
        for column in table.columns:
            field = schema.field(column.name)
            assert field.nullable == column.nullable
            assert field.metadata[b"description"].decode() == column.description
            assert field.metadata[b"title_zh"].decode() == column.title_zh
            assert field.metadata.get(b"unit", b"").decode() == (column.unit or "")


def test_duckdb_has_every_table_with_the_keys_that_pay_and_comments() -> None:
    with duckdb.connect() as connection:
        for table in TABLES:
            connection.execute(create_table(table))
            for comment in comments(table):
                connection.execute(comment)
        told = dict(
            connection.execute(
                "SELECT table_name || '.' || column_name, comment FROM duckdb_columns() WHERE NOT internal"
            ).fetchall()
        )
        kinds = connection.execute(
            "SELECT table_name, constraint_type, count(*) FROM duckdb_constraints() "
            "WHERE constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY') GROUP BY ALL"
        ).fetchall()
    referred_to = {key.table for table in TABLES for key in table.foreign_keys if key.table != table.name}
    assert sorted(kinds) == [(table, "PRIMARY KEY", 1) for table in sorted(referred_to)]
    for table in TABLES:
        for column in table.columns:
            assert told[f"{table.name}.{column.name}"] == column_comment(column)
            assert column.description in column_comment(column)


def test_descriptors_and_dictionary_use_the_same_words() -> None:
    package = datapackage(FILES, [], "1")
    fields = {
        (resource["name"], field["name"]): field
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
    }
    records = {field["@id"]: field for one in croissant(FILES, "1")["recordSet"] for field in one["field"]}
    words = dictionary(FILES)
    for table in TABLES:
        for column in table.columns:
            assert fields[table.name, column.name]["description"] == column.description
            assert records[f"{table.name}/{column.name}"]["description"].startswith(column.description)
            assert column.description.replace("|", r"\|") in words
            assert column.title_zh in words


def test_descriptors_are_json_and_name_keys_of_tables_that_exist() -> None:
    package = json.loads(json.dumps(datapackage(FILES, [], "1")))
    for resource in package["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert set(resource["schema"]["primaryKey"]) <= set(names)
        for key in resource["schema"]["foreignKeys"]:
            target = key["reference"]["resource"] or resource["name"]
            assert tuple(key["reference"]["fields"]) == BY_NAME[target].primary_key


def test_pandera_takes_an_empty_table_and_refuses_a_missing_column() -> None:
    import pandera.errors

    for table in TABLES:
        empty = arrow_schema(table).empty_table()
        pandera_schema(table).validate(empty, lazy=True)
        short = empty.drop_columns([table.column_names[-1]])
        assert isinstance(short, pa.Table)
        with pytest.raises(pandera.errors.SchemaErrors, match=table.column_names[-1]):
            pandera_schema(table).validate(short, lazy=True)


def test_schemas_import_nothing_of_the_engine() -> None:
    import subprocess
    import sys

    code = (
        "import schemas.registry, schemas.projections.arrow, schemas.projections.pandera, "
        "schemas.projections.duckdb, schemas.projections.datapackage, schemas.projections.croissant, "
        "schemas.projections.dictionary, sys; "
        "print([name for name in sys.modules if name.split('.')[0] in ('gangyao', 'prefect', 'flows')])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
