"""A service that is none: it keeps the protocol, and its journal is what a test puts there.

For trying an adapter on a desk, without an installation. It judges nothing: every command is accepted once. It can be made to
drop, double, reorder and delay messages (`Faults`), and keeps a list of what it did to which (`deeds`).
"""

from __future__ import annotations

import functools
import hashlib
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import zmq

from . import wire
from .disturbance import Disturbance, Faults, Parcel, Storm

__all__ = ["Accepted", "Disturbance", "Faults", "SimulatedService"]


@dataclass(frozen=True)
class Accepted:
    """A command that arrived and was accepted for the first time."""

    source: str
    id: str
    type: str
    subject: str
    body: dict[str, Any]
    causation: str | None


@dataclass
class _Reader:
    identity: bytes
    header: dict[str, Any]
    request: dict[str, Any]
    until: float


#: Gives the reply of a command.
Decision = Callable[[Accepted], dict[str, Any]]
#: Gives the answer to a query.
Answer = Callable[[dict[str, Any]], dict[str, Any]]


class SimulatedService:
    """Answers on a port of its own until it is closed."""

    def __init__(self, name: str, *, faults: Faults | None = None, decide: Decision | None = None) -> None:
        self.name = name
        self.epoch = "simulated"
        self.faults = faults or Faults()
        #: What was done to which message.
        self.deeds: list[Disturbance] = []
        self.storm = Storm(name, self.faults, self.deeds.append)
        self.decide: Decision = decide or (lambda command: {})
        self.answers: dict[str, Answer] = {}
        self.lines: list[bytes] = []
        self.types: list[str] = []
        self.hashes = [hashlib.sha256(f"JG1{name}{self.epoch}".encode()).digest()]
        self.accepted: list[Accepted] = []
        self.stored: dict[tuple[str, str], tuple[bytes, dict[str, Any]]] = {}
        self.papers: dict[str, int] = {}
        self.waiting: dict[tuple[str, str], _Reader] = {}
        # Held again by what is published while a command is decided.
        self.lock = threading.RLock()
        self.context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self.socket = self.context.socket(zmq.ROUTER)
        public, secret = zmq.curve_keypair()
        self.socket.curve_server = True
        self.socket.curve_publickey, self.socket.curve_secretkey = public, secret
        self.socket.setsockopt(zmq.LINGER, 0)
        port = self.socket.bind_to_random_port("tcp://127.0.0.1")
        self.endpoint = f"tcp://127.0.0.1:{port}"
        self.key = public.decode()
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.stopping.set()
        self.thread.join()
        self.socket.close()
        self.context.term()

    @property
    def head(self) -> int:
        with self.lock:
            return len(self.lines)

    def publish(self, name: str, data: dict[str, Any], *, subject: str, on: str = "2024-06-03") -> int:
        """Puts an event at the end of the journal and gives its number."""
        with self.lock:
            sequence = len(self.lines) + 1
            envelope = {
                "specversion": "1.0", "id": f"{self.epoch}-{sequence}", "source": f"urn:jiugai:{self.name}",
                "type": wire.wire_type(name), "subject": subject, "time": "2024-06-03T01:00:00.000Z",
                "datacontenttype": "application/json", "sequence": sequence, "effectiveon": on, "data": data,
            }
            line = wire.encode(envelope)
            self.lines.append(line)
            self.types.append(wire.wire_type(name))
            self.hashes.append(
                hashlib.sha256(self.hashes[-1] + sequence.to_bytes(8, "big") + hashlib.sha256(line).digest()).digest())
            return sequence

    # The loop

    def _serve(self) -> None:
        while not self.stopping.is_set():
            self.storm.tick()
            self._wake_readers(time.monotonic())
            if self.socket.poll(10):
                frames = self.socket.recv_multipart()
                if len(frames) != 5:
                    continue
                header = _object(frames[3])
                if header is None or (frames[2] != wire.DOCUMENT and _object(frames[4]) is None):
                    detail = wire.encode({"detail": "header and body must each be one JSON object"})
                    self._answer(frames[0], header or {}, "error", detail, code="MALFORMED")
                    continue
                self.storm.meet(
                    Parcel(
                        (frames[0], "request"), header.get("type", ""), header.get("id", ""),
                        functools.partial(self._take, frames)))

    def _answer(self, identity: bytes, header: dict[str, Any], status: str, content: bytes, **more: Any) -> None:
        told = {"inreplyto": header.get("id"), "rid": header.get("rid"), "status": status, **more}
        frames = [identity, b"", wire.ERROR if status == "error" else wire.REPLY, wire.encode(told), content]
        self.storm.meet(
            Parcel(
                (identity, "reply"), header.get("type", ""), header.get("id", ""), functools.partial(self._put, frames)))

    def _put(self, frames: list[bytes]) -> None:
        self.socket.send_multipart(frames)

    def _take(self, frames: list[bytes]) -> None:
        identity, _, kind, head, body = frames
        header = json.loads(head)
        try:
            self._serve_one(identity, kind, header, body)
        except (KeyError, TypeError) as error:
            detail = wire.encode({"detail": f"the header or body lacks {error}"})
            self._answer(identity, header, "error", detail, code="SCHEMA_INVALID")

    def _serve_one(self, identity: bytes, kind: bytes, header: dict[str, Any], body: bytes) -> None:
        if kind == wire.COMMAND:
            self._command(identity, header, body)
        elif kind == wire.FEED:
            self._read(identity, header, json.loads(body))
        elif kind == wire.QUERY:
            answer = self.answers.get(header["type"])
            known = {"service": self.name, "head": self.head} if header["type"].endswith(".health.v1") else None
            value = answer(json.loads(body)) if answer else known
            if value is None:
                self._answer(identity, header, "error", b"{}", code="UNKNOWN_TYPE")
            else:
                self._answer(identity, header, "ok", wire.encode(value))
        elif kind == wire.DOCUMENT:
            self._paper(identity, header, body)
        else:
            self._answer(identity, header, "ok", wire.encode({"epoch": self.epoch, "head": self.head}))

    # Commands

    def _command(self, identity: bytes, header: dict[str, Any], body: bytes) -> None:
        key = (header["source"], header["id"])
        content = hashlib.sha256(
            wire.encode([header["type"], header.get("subject"), header.get("effectiveon")]) + body).digest()
        if known := self.stored.get(key):
            if known[0] != content:
                self._answer(identity, header, "error", b"{}", code="ID_REUSED")
            else:
                self._answer(identity, header, "ok", wire.encode(known[1]), replayed=True, epoch=self.epoch)
            return
        command = Accepted(
            header["source"], header["id"], header["type"], header.get("subject", ""), json.loads(body),
            header.get("causationid"))
        reply = self.decide(command)
        self.stored[key] = (content, reply)
        self.accepted.append(command)
        self._answer(identity, header, "ok", wire.encode(reply), epoch=self.epoch)

    def _paper(self, identity: bytes, header: dict[str, Any], body: bytes) -> None:
        sha256 = header["subject"]
        if header["type"].endswith("append.v1"):
            self.papers[sha256] = max(self.papers.get(sha256, 0), header["expectedversion"] + len(body))
        progress = {"offset": self.papers.setdefault(sha256, 0), "isComplete": header["type"].endswith("finish.v1")}
        self._answer(identity, header, "ok", wire.encode(progress))

    # The feed

    def _read(self, identity: bytes, header: dict[str, Any], request: dict[str, Any]) -> None:
        after = request["after"]
        with self.lock:
            if after > len(self.lines):
                return self._answer(identity, header, "error", b"{}", code="CURSOR_AHEAD")
            if after and request.get("afterhash") != self.hashes[after].hex():
                return self._answer(identity, header, "error", b"{}", code="FEED_DIVERGED")
        place = (header["source"], request["consumer"])
        if replaced := self.waiting.pop(place, None):
            self._answer(replaced.identity, replaced.header, "error", b"{}", code="REPLACED")
        self.waiting[place] = _Reader(identity, header, request, time.monotonic() + request["waitms"] / 1000)

    def _wake_readers(self, now: float) -> None:
        for place, reader in list(self.waiting.items()):
            page = self._page(reader.request)
            if page is not None or now >= reader.until:
                del self.waiting[place]
                with self.lock:
                    head, chain = len(self.lines), self.hashes[-1].hex()
                self._answer(
                    reader.identity, reader.header, "ok", page or b"", epoch=self.epoch, head=head, headhash=chain)

    def _page(self, request: dict[str, Any]) -> bytes | None:
        """The page after the cursor, or None when there is nothing behind it."""
        with self.lock:
            after, lines, types = request["after"], list(self.lines), list(self.types)
        if after >= len(lines):
            return None
        wanted = request.get("types")
        out: list[bytes] = []
        events, skipped_from = 0, 0
        for number in range(after + 1, len(lines) + 1):
            if wanted is not None and types[number - 1] not in wanted:
                skipped_from = skipped_from or number
                continue
            if skipped_from:
                out.append(self._skip(skipped_from, number - 1))
                skipped_from = 0
            if events == request["maxevents"]:
                break
            out.append(lines[number - 1])
            events += 1
        if skipped_from:
            out.append(self._skip(skipped_from, len(lines)))
        return b"".join(line + b"\n" for line in out)

    def _skip(self, first: int, last: int) -> bytes:
        return wire.encode({"skip": [first, last], "hash": self.hashes[last].hex()})


def _object(data: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(data)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
