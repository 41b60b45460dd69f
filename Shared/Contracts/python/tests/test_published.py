"""The published contract, held against the specifications it is written in.

`asyncapi-3.0.0.schema.json` is the AsyncAPI initiative's own schema (asyncapi/spec-json-schemas, Apache-2.0), without its spaces.
"""

from __future__ import annotations

import importlib
import json
import unittest
from pathlib import Path
from typing import Any

PUBLISHED = Path(__file__).resolve().parent.parent.parent / "Published"
jsonschema: Any = importlib.import_module("jsonschema")
referencing: Any = importlib.import_module("referencing")


def read(file: Path) -> Any:
    return json.loads(file.read_bytes())


class PublishedTests(unittest.TestCase):
    def test_the_asyncapi_document_is_valid(self) -> None:
        validator = jsonschema.Draft7Validator(read(Path(__file__).with_name("asyncapi-3.0.0.schema.json")))
        document = read(PUBLISHED / "asyncapi.json")
        self.assertEqual([error.message[:200] for error in validator.iter_errors(document)], [])
        del document["channels"]["intake.commands"]["address"]
        document["operations"]["intake.open-project"]["action"] = "shout"
        self.assertNotEqual(list(validator.iter_errors(document)), [], "the schema finds nothing wrong with what is wrong")

    def test_every_schema_is_valid_and_its_example_fits(self) -> None:
        index = read(PUBLISHED / "index.json")["messages"]
        self.assertGreater(len(index), 400)
        for each in index:
            schema = read(PUBLISHED / each["file"])
            with self.subTest(each["type"]):
                jsonschema.Draft202012Validator.check_schema(schema)
                for example in schema["examples"]:
                    jsonschema.Draft202012Validator(schema).validate(example)

    def test_what_is_said_about_documents_is_described(self) -> None:
        described = read(PUBLISHED / "asyncapi.json")
        messages = read(PUBLISHED / "index.json")["documents"]
        self.assertEqual(len(messages), 5)
        for each in messages:
            name = ".".join(each["type"].split(".")[1:3])
            with self.subTest(name):
                for service in ("intake", "voting", "funding", "approvals", "supervision"):
                    self.assertIn(f"{service}.{name}", described["operations"])
                if "file" in each:
                    schema = read(PUBLISHED / each["file"])
                    jsonschema.Draft202012Validator.check_schema(schema)
                    for example in schema["examples"]:
                        jsonschema.Draft202012Validator(schema).validate(example)

    def test_what_was_recorded_fits(self) -> None:
        files = sorted((PUBLISHED / "examples").rglob("*.json"))
        self.assertGreater(len(files), 200)
        for file in files:
            told, schema = read(file), read(PUBLISHED / file.relative_to(PUBLISHED / "examples"))
            with self.subTest(told["type"]):
                def fits(value: Any, part: str = "", schema: Any = schema) -> None:
                    # A part may point back to the whole (`"$ref": "#"`), so the whole is where it is looked up.
                    place = {"$schema": schema["$schema"], "$ref": schema["$id"] + (f"#/$defs/{part}" if part else "")}
                    resource = referencing.Resource.from_contents(schema)
                    registry = referencing.Registry().with_resource(schema["$id"], resource)
                    jsonschema.Draft202012Validator(place, registry=registry).validate(value)

                if "line" in told:
                    fits(told["line"], "envelope")
                for request in filter(None, (told.get("request"), told.get("refusal", {}).get("request"))):
                    fits(request["body"])
                if "reply" in told:
                    fits(told["reply"]["body"], "reply" if "reply" in schema["$defs"] else "answer")
                if "refusal" in told:
                    problem = told["refusal"]["reply"]["body"]
                    self.assertLessEqual({"code", "title", "detail", "retry", "findings", "pointers"}, set(problem))


if __name__ == "__main__":
    unittest.main()
