"""Reads a list of JSON-LD documents from standard input and holds it to schema.org's vocabulary: every type and property must exist, stand
where it may and have a value of its range. Writes what is wrong as a list in JSON."""

import enum
import json
import sys
from datetime import date, datetime

import schema_org
from pydantic import ValidationError

CONTEXT = "https://schema.org"


def value_of(value, ranges):
    if isinstance(value, dict):
        return thing(value)
    if isinstance(value, list):
        return [value_of(each, ranges) for each in value]
    if not isinstance(value, str):
        return value
    for name in ranges:
        kind = getattr(schema_org, name, None)
        if isinstance(kind, enum.EnumMeta):
            return kind(value)
    if "DateTime" in ranges and "T" in value:
        return datetime.fromisoformat(value)
    if "Date" in ranges:
        return date.fromisoformat(value)
    return value


def thing(node):
    kind = getattr(schema_org, node["@type"])
    known = {metadata.schema_name: metadata for metadata in kind.SCHEMA_PROPERTIES}
    own = {}
    for name, value in node.items():
        if name in ("@type", "@context", "@id"):
            continue
        if name not in known:
            raise ValueError(f"{node['@type']} has no {name}")
        own[name] = value_of(value, known[name].ranges)
    return kind(**own)


problems = []
for document in json.load(sys.stdin):
    if document.get("@context") != CONTEXT:
        problems.append("no context")
    for event in document.get("@graph", [document]):
        try:
            thing(event)
        except (ValidationError, ValueError, AttributeError, KeyError) as problem:
            problems.append(f"{problem} in {event}")
json.dump(problems, sys.stdout)
