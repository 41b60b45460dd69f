"""Whether a command has the shape that the contract publishes for it."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any


class Shapes:
    """The published JSON Schemas in a folder. Needs the package `jsonschema`, which the adapter itself does not."""

    def __init__(self, folder: Path) -> None:
        try:
            self.validator: Any = importlib.import_module("jsonschema").Draft202012Validator
        except ImportError as error:
            raise ValueError("--contract needs the Python package jsonschema: pip install jsonschema") from error
        try:
            index = json.loads((folder / "index.json").read_bytes())
            self.files = {each["type"]: folder / each["file"] for each in index["messages"] if each["kind"] == "command"}
        except (OSError, KeyError, ValueError) as error:
            raise ValueError(f"{folder} is not the published contract: {error}") from error
        self.known: dict[str, Any] = {}

    def fault(self, type: str, body: dict[str, Any]) -> str | None:
        """What is wrong with a command's body; None if nothing is."""
        if type not in self.files:
            return "no such command"
        if type not in self.known:
            self.known[type] = self.validator(json.loads(self.files[type].read_bytes()))
        error = next(iter(self.known[type].iter_errors(body)), None)
        return None if error is None else f"{error.json_path} {error.message}"
