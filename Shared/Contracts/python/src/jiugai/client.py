"""Commands, questions and papers."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from types import TracebackType
from typing import Any

import zmq

from . import wire
from .connection import Connection
from .line import Line

CHUNK = 65_536


@dataclass(frozen=True)
class Reply:
    """What a command came to: the typed reply, and where its events stand in the service's journal."""

    body: Any
    epoch: str | None
    first: int | None
    last: int | None
    #: Whether this is the stored answer to an earlier arrival of the same id.
    replayed: bool


class Client:
    """Speaks to the services as one organisation. For one thread; use it as a context manager or call `close`."""

    def __init__(self, connection: Connection, *, patience: float = 60.0, lang: str = "zh-CN") -> None:
        self.connection = connection
        self.patience = patience
        self.lang = lang
        self.context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self.lines: dict[str, Line] = {}

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        for line in self.lines.values():
            line.close()
        self.lines.clear()
        self.context.term()

    def line(self, service: str) -> Line:
        """The socket to a service."""
        if service not in self.lines:
            self.lines[service] = Line(self.connection, service, self.context)
        return self.lines[service]

    def send(
        self, name: str, body: dict[str, Any], *, subject: str, on: str, id: str, expected_version: int | None = None,
        causation: str | None = None,
    ) -> Reply:
        """Sends a command and gives its reply.

        `on` is the business date (`2024-03-20`), `subject` the project, community, plan year or roll that the body names.
        `id` is yours to make with `jiugai.wire.new_id()` and to store before this call: the same id is carried out once,
        however often it is sent. Raises `Refused`, `Rejected` or `Unanswered`.
        """
        header: dict[str, Any] = {
            "id": id, "type": wire.wire_type(name), "subject": subject, "effectiveon": on, "lang": self.lang,
            "datacontenttype": "application/json",
        }
        if expected_version is not None:
            header["expectedversion"] = expected_version
        if causation is not None:
            header["causationid"] = causation
        told, content = self.line(wire.service_of(name)).ask(
            wire.COMMAND, header, wire.encode(body), patience=self.patience)
        return Reply(
            json.loads(content) if content else None, told.get("epoch"), told.get("firstseq"), told.get("lastseq"),
            bool(told.get("replayed")))

    def query(self, name: str, body: dict[str, Any] | None = None, *, subject: str | None = None) -> Any:
        """Asks a question; it changes nothing."""
        header: dict[str, Any] = {"id": wire.new_id(), "type": wire.wire_type(name), "lang": self.lang}
        if subject is not None:
            header["subject"] = subject
        _, content = self.line(wire.service_of(name)).ask(
            wire.QUERY, header, wire.encode(body or {}), patience=self.patience)
        return json.loads(content)

    def attach(
        self, service: str, data: bytes, *, media_type: str = "application/pdf", classification: str = "P1"
    ) -> str:
        """Uploads a paper in chunks, going on where an earlier upload of it broke off, and gives its SHA-256, by which a
        command to that service may name it."""
        sha256 = hashlib.sha256(data).hexdigest()
        opening = {"sha256": sha256, "size": len(data), "classification": classification, "mediaType": media_type}
        progress = self._document(service, "begin", sha256, wire.encode(opening))
        while not progress["isComplete"] and progress["offset"] < len(data):
            offset = progress["offset"]
            progress = self._document(service, "append", sha256, data[offset:offset + CHUNK], offset)
        if not progress["isComplete"]:
            self._document(service, "finish", sha256, b"")
        return sha256

    def _document(self, service: str, step: str, sha256: str, body: bytes, offset: int | None = None) -> Any:
        header: dict[str, Any] = {"id": wire.new_id(), "type": f"jiugai.document.{step}.v1", "subject": sha256}
        if offset is not None:
            header["expectedversion"] = offset
        _, content = self.line(service).ask(wire.DOCUMENT, header, body, patience=self.patience)
        return json.loads(content)
