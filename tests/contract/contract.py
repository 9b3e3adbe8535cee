# SPDX-License-Identifier: GPL-3.0-or-later
"""data/api/openapi.yaml, and an answer held to it."""

import copy
import os

import jsonschema
import yaml

with open(os.environ["MADAF_CONTRACT"], encoding="utf-8") as file:
    CONTRACT = yaml.safe_load(file)

SEEN = set()   # (operationId, status) that had a case
TYPES = set()  # problem types that were met


def closed(schema):
    """$ref into the contract made local to it, so that one document resolves everything."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema,
            "components": CONTRACT["components"]}


def resolve(node):
    while isinstance(node, dict) and "$ref" in node:
        target = CONTRACT
        for part in node["$ref"][2:].split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


CHECKER = jsonschema.FormatChecker()


def validate(schema, value):
    jsonschema.Draft202012Validator(closed(copy.deepcopy(schema)), format_checker=CHECKER).validate(value)


OPERATIONS = {}
for path, item in CONTRACT["paths"].items():
    for method in ("get", "post", "put", "delete", "patch"):
        if method in item:
            OPERATIONS[item[method]["operationId"]] = (method.upper(), path, item[method])


def check_headers(declared, answer):
    for name, header in (declared.get("headers") or {}).items():
        header = resolve(header)
        value = answer.headers.get(name.lower())
        if value is None:
            if header.get("required"):
                raise AssertionError(f"the header {name} is missing")
            continue
        schema = header.get("schema", {})
        validate(schema, int(value) if resolve(schema).get("type") == "integer" else value)


def check_body(declared, answer):
    content = declared.get("content")
    if not content:
        assert answer.body == b"", "there is a body that is not declared"
        return
    assert answer.media_type in content, f"the type {answer.media_type} is not declared"
    schema = content[answer.media_type].get("schema")
    if answer.media_type.endswith("json"):
        validate(schema, answer.json)


def check(operation_id, answer, expected, problem=None):
    """One answer against its declaration; raises."""
    operation = OPERATIONS[operation_id][2]
    declared = operation["responses"].get(str(answer.status)) or operation["responses"].get("default")
    assert answer.status == expected, f"status {answer.status}, not {expected}: {answer.body[:300]}"
    assert declared is not None, f"status {answer.status} is not declared"
    SEEN.add((operation_id, str(answer.status)))
    declared = resolve(declared)
    check_headers(declared, answer)
    check_body(declared, answer)
    assert answer.headers.get("x-content-type-options") == "nosniff"
    assert "cache-control" in answer.headers
    if answer.media_type == "application/problem+json":
        document = answer.json
        assert document["status"] == answer.status
        TYPES.add(document["type"].rsplit("/", 1)[1])
    if problem:
        assert answer.json["type"].endswith("/" + problem), answer.json
