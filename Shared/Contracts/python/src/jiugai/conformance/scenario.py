"""What an adapter is put before: events, and the commands that must come of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Scenario:
    """A story told `count` times over, with `{n}` (or `{nnnn}`) counting up in it.

    `events` are published in order on their service; `expects` names the command that must come of each round, and the member of
    its body (`key`) by which two of them are known to be the same. `files` are written into the adapter's folder beforehand, so
    that an adapter that reads an inbox has one.
    """

    name: str
    role: str
    events: list[dict[str, Any]]
    command: str
    key: str
    value: str
    reply: dict[str, Any]
    files: dict[str, dict[str, str]]
    queries: dict[str, Any]

    @classmethod
    def load(cls, name: str) -> Scenario:
        """A scenario by name, of those that come with the kit, or a JSON file."""
        file = Path(name)
        if file.suffix == ".json":
            text = file.read_text(encoding="utf-8")
        else:
            place = resources.files(__package__).joinpath("scenarios", f"{name}.json")
            if not place.is_file():
                raise ValueError(f"no scenario '{name}'; there are {', '.join(cls.known())}")
            text = place.read_text(encoding="utf-8")
        told = json.loads(text)
        expects = told["expects"]
        return cls(
            name=told["name"], role=told["role"], events=told["events"], command=expects["command"], key=expects["key"],
            value=expects["value"], reply=expects.get("reply", {}), files=told.get("files", {}),
            queries=told.get("queries", {}))

    @staticmethod
    def known() -> list[str]:
        """The names of the scenarios that come with the kit."""
        folder = resources.files(__package__).joinpath("scenarios")
        return sorted(place.name.removesuffix(".json") for place in folder.iterdir() if place.name.endswith(".json"))


def counted(value: Any, n: int) -> Any:
    """The value with `{n}` replaced everywhere in its texts, and `{nnnn}` by the same number of four digits."""
    if isinstance(value, str):
        return value.replace("{n}", str(n)).replace("{nnnn}", f"{n:04}")
    if isinstance(value, dict):
        return {key: counted(member, n) for key, member in value.items()}
    if isinstance(value, list):
        return [counted(member, n) for member in value]
    return value
