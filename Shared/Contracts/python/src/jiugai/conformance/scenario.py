"""What an adapter is put before: events, and the commands that must come of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from .. import wire


@dataclass(frozen=True)
class Expected:
    """A command that each round must bring, once. `key` lists the members of its body (`planYear.year` of nested ones) that together
    tell two of them apart, `value` what they are in round `{n}`. `publishes` are the events that come of it when it is accepted."""

    command: str
    key: tuple[str, ...]
    value: tuple[Any, ...]
    reply: dict[str, Any]
    publishes: list[dict[str, Any]]

    def due(self, n: int) -> str:
        """What the command of a round is called in a verdict."""
        return _called(self.command, [counted(value, n) for value in self.value])

    def came(self, body: dict[str, Any]) -> str:
        """The same of a command that came."""
        return _called(self.command, [member(body, path) for path in self.key])


@dataclass(frozen=True)
class Scenario:
    """A story told `count` times over, with `{n}` (or `{nnnn}`) counting up in it.

    `events` are published in order on their service; `expects` names the commands that must come of each round. With `in_order`
    they must come in that order, each after the one before it was answered. A command that is expected twice in a round, with other
    values, has the same `key` both times. `files` are written into the adapter's folder
    beforehand, so that an adapter that reads an inbox has one.
    """

    name: str
    role: str
    events: list[dict[str, Any]]
    expects: list[Expected]
    in_order: bool
    files: dict[str, dict[str, str]]
    queries: dict[str, Any]

    @classmethod
    def load(cls, name: str) -> Scenario:
        """A scenario by name, of those that come with the kit, or a JSON file. Raises `ValueError` with what is wrong in it."""
        file = Path(name)
        try:
            if file.suffix == ".json":
                text = file.read_text(encoding="utf-8")
            else:
                place = resources.files(__package__).joinpath("scenarios", f"{name}.json")
                if not place.is_file():
                    raise ValueError(f"no scenario '{name}'; there are {', '.join(cls.known())}, or name a .json file")
                text = place.read_text(encoding="utf-8")
            told = json.loads(text)
            return cls(
                name=told["name"], role=told["role"], events=told["events"],
                expects=[
                    Expected(
                        command=each["command"], key=_many(each["key"]), value=_many(each["value"]),
                        reply=each.get("reply", {}), publishes=each.get("publishes", []))
                    for each in (told["expects"] if isinstance(told["expects"], list) else [told["expects"]])
                ],
                in_order=told.get("inOrder", False), files=told.get("files", {}), queries=told.get("queries", {}))
        except OSError as error:
            raise ValueError(f"{name}: {error.strerror}") from error
        except json.JSONDecodeError as error:
            raise ValueError(f"{name} is no JSON: {error}") from error
        except KeyError as error:
            raise ValueError(f"{name} lacks {error}") from error

    @staticmethod
    def known() -> list[str]:
        """The names of the scenarios that come with the kit."""
        folder = resources.files(__package__).joinpath("scenarios")
        return sorted(place.name.removesuffix(".json") for place in folder.iterdir() if place.name.endswith(".json"))

    def came(self, type: str, body: dict[str, Any]) -> str | None:
        """What a command that came is called in a verdict; None when the scenario does not speak of it."""
        expected = next((each for each in self.expects if wire.wire_type(each.command) == type), None)
        return expected.came(body) if expected else None

    def due(self, n: int) -> list[str]:
        """What a round must bring."""
        return [each.due(n) for each in self.expects]


def counted(value: Any, n: int) -> Any:
    """The value with `{n}` replaced everywhere in its texts, and `{nnnn}` by the same number of four digits."""
    if isinstance(value, str):
        return value.replace("{n}", str(n)).replace("{nnnn}", f"{n:04}")
    if isinstance(value, dict):
        return {key: counted(member, n) for key, member in value.items()}
    if isinstance(value, list):
        return [counted(member, n) for member in value]
    return value


def member(body: Any, path: str) -> Any:
    """The member of a body that a dotted path names; None where there is none."""
    for step in path.split("."):
        body = body.get(step) if isinstance(body, dict) else None
    return body


def filled(value: Any, body: dict[str, Any]) -> Any:
    """The value with each text `{body.path}` replaced by that member of a command's body, and `{body}` by the whole."""
    if value == "{body}":
        return body
    if isinstance(value, str) and value.startswith("{body.") and value.endswith("}"):
        return member(body, value[6:-1])
    if isinstance(value, dict):
        return {key: filled(each, body) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, body) for each in value]
    return value


def _called(command: str, values: list[Any]) -> str:
    return f"{command} {' '.join(str(value) for value in values)}"


def _many(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else (value,)
