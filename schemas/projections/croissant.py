"""`croissant.json`: schema.org/Croissant 1.0, for dataset search and machine-learning loaders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from schemas import package
from schemas.declaration import Column, ColumnType, Table
from schemas.package import TableFile
from schemas.registry import BY_NAME

TYPES: dict[ColumnType, str] = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
    "strings": "sc:Text",
}
# The context of the Croissant 1.0 specification.
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def _field(table: Table, column: Column, file: TableFile) -> dict[str, Any]:
    told = column.description
    if column.unit:
        told += f" Unit: {column.unit}."
    if column.type == "strings":
        told += " A JSON list." if file.is_csv else " A list."
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": told,
        "dataType": TYPES[column.type],
        "source": {"fileObject": {"@id": file.path}, "extract": {"column": column.name}},
    }
    for key in table.foreign_keys:
        if key.columns == (column.name,) and key.table != table.name:
            field["references"] = {"field": {"@id": f"{key.table}/{key.references[0]}"}}
    return field


def _record_set(table: Table, file: TableFile) -> dict[str, Any]:
    keys = [{"@id": f"{table.name}/{column}"} for column in table.primary_key]
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.description} One row per {table.row}. （{table.title_zh}）",
        "key": keys[0] if len(keys) == 1 else keys,
        "field": [_field(table, column, file) for column in table.columns],
    }


def croissant(files: Sequence[TableFile], version: str) -> dict[str, Any]:
    """Return the descriptor of a release whose tables are in `files`."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": package.NAME,
        "alternateName": [package.TITLE, package.TITLE_ZH],
        "description": f"{package.DESCRIPTION} {package.SOURCE_RIGHTS}",
        "license": package.LICENCE.path,
        "creator": {"@type": "sc:Organization", "name": package.CONTRIBUTOR},
        "citeAs": package.CITATION,
        **({"url": package.HOMEPAGE} if package.HOMEPAGE else {}),
        **({"sameAs": f"https://doi.org/{package.DOI}"} if package.DOI else {}),
        "keywords": list(package.KEYWORDS),
        "inLanguage": ["zh-Hans", "zh-Hant", "en"],
        "version": version,
        "isLiveDataset": False,
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": file.path,
                "name": file.path,
                "description": BY_NAME[file.table].title,
                "contentUrl": file.path,
                "contentSize": f"{file.bytes} B",
                "encodingFormat": file.media_type,
                "sha256": file.sha256,
            }
            for file in files
        ],
        "recordSet": [_record_set(BY_NAME[file.table], file) for file in files],
    }
