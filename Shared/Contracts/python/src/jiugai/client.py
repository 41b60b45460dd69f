"""Commands, questions and papers."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
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


@dataclass(frozen=True)
class Paper:
    """What a service says of a paper that it may show."""

    size: int
    #: `P1` for offices; `P2` and `P3` hold personal data.
    classification: str
    media_type: str
    #: The event by which it may be read.
    event: int


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
        progress = json.loads(self._document(service, "begin", sha256, wire.encode(opening)))
        while not progress["isComplete"] and progress["offset"] < len(data):
            offset = progress["offset"]
            progress = json.loads(self._document(service, "append", sha256, data[offset:offset + CHUNK], offset))
        if not progress["isComplete"]:
            self._document(service, "finish", sha256, b"")
        return sha256

    def find(self, service: str, sha256: str, *, subject: str, event: int | None = None) -> Paper:
        """Asks whether a paper may be read: by whoever may read a record of `subject`, a project or community, that names it.

        `event` names the record where it is known: for a protected paper that of the disclosure. Raises `Rejected`.
        """
        search: dict[str, Any] = {"subject": subject}
        if event is not None:
            search["event"] = event
        found = json.loads(self._document(service, "find", sha256, wire.encode(search)))
        return Paper(found["size"], found["classification"], found["mediaType"], found["event"])

    def fetch(
        self, service: str, sha256: str, file: str | os.PathLike[str], *, subject: str, reason: str | None = None
    ) -> Paper:
        """Reads a paper into a new file, going on where an earlier call broke off (`file`.part), and checks its hash.

        `reason` has a protected paper of the project `subject` shown: the reason and your key are recorded first. Raises
        `FileExistsError`, or `ValueError` when what came has another hash; then nothing of it stays.
        """
        target = Path(file)
        if target.exists():
            raise FileExistsError(f"{target} exists")
        event = None
        if reason is not None:
            event = self.send(
                f"{service}.disclose-document", {"project": subject, "document": sha256, "reason": reason}, subject=subject,
                on=wire.today(), id=wire.new_id()).first
        paper = self.find(service, sha256, subject=subject, event=event)
        part = target.with_name(f"{target.name}.part")
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(descriptor, "r+b") as opened:
            if opened.seek(0, os.SEEK_END) > paper.size:
                opened.truncate(0)
            opened.seek(0)
            digest, reached = hashlib.sha256(), 0
            while known := opened.read(1 << 20):
                digest.update(known)
                reached += len(known)
            while reached < paper.size:
                stretch = {"event": paper.event, "offset": reached, "length": min(CHUNK, paper.size - reached)}
                chunk = self._document(service, "read", sha256, wire.encode(stretch))
                if not chunk:
                    break
                opened.write(chunk)
                digest.update(chunk)
                reached += len(chunk)
            opened.flush()
            os.fsync(opened.fileno())
        if digest.hexdigest() != sha256:
            part.unlink()
            raise ValueError(f"what came for {sha256[:12]}… has another hash")
        os.link(part, target)  # Not over a file that came there meanwhile.
        part.unlink()
        return paper

    def _document(self, service: str, step: str, sha256: str, body: bytes, offset: int | None = None) -> bytes:
        header: dict[str, Any] = {"id": wire.new_id(), "type": f"jiugai.document.{step}.v1", "subject": sha256}
        if offset is not None:
            header["expectedversion"] = offset
        _, content = self.line(service).ask(wire.DOCUMENT, header, body, patience=self.patience)
        return content
