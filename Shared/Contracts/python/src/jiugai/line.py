"""One socket to one service, used by one thread: ask, and ask again with the same id until an answer comes."""

from __future__ import annotations

import json
import random
import secrets
import time
from typing import Any

import zmq

from . import wire
from .connection import Connection, Endpoint
from .errors import FeedBroken, Refused, Rejected, Unanswered

# A socket that has met a refused handshake never recovers: after so many silent attempts it is opened anew.
SILENT_ATTEMPTS = 3
# A read that was sent again is answered with REPLACED for its first copy and with the page for its last, so the first is passed
# over. Attempts in a row that come to nothing else mean that another program reads under the same consumer name.
REPLACED_ATTEMPTS = 5


class Line:
    """A DEALER to a service, opened when it is first needed."""

    def __init__(self, connection: Connection, service: str, context: zmq.Context[zmq.Socket[bytes]]) -> None:
        if service not in connection.services:
            raise ValueError(f"the connection has no service '{service}'")
        self.place: Endpoint = connection.services[service]
        self.connection = connection
        self.service = service
        self.context = context
        self.socket: zmq.Socket[bytes] | None = None
        self.silences = 0

    def close(self) -> None:
        if self.socket is not None:
            self.socket.close(linger=0)
            self.socket = None

    def _open(self) -> zmq.Socket[bytes]:
        if self.socket is None:
            socket = self.context.socket(zmq.DEALER)
            socket.curve_serverkey = self.place.key.encode()
            socket.curve_publickey = self.connection.public_key
            socket.curve_secretkey = self.connection.secret_key
            for option, value in (
                (zmq.LINGER, 0), (zmq.IMMEDIATE, 1), (zmq.MAXMSGSIZE, wire.LARGEST_REPLY), (zmq.HANDSHAKE_IVL, 5000),
                (zmq.HEARTBEAT_IVL, 15_000), (zmq.HEARTBEAT_TIMEOUT, 45_000), (zmq.RECONNECT_IVL, 200),
                (zmq.RECONNECT_IVL_MAX, 10_000),
            ):
                socket.setsockopt(option, value)
            socket.connect(self.place.address)
            self.socket = socket
        return self.socket

    def ask(
        self, kind: bytes, header: dict[str, Any], body: bytes, *, first_wait: float = 2.0, patience: float = 60.0
    ) -> tuple[dict[str, Any], bytes]:
        """Gives the reply's header and body.

        The first attempt waits `first_wait` seconds, each further one twice as long with jitter, up to `patience` in all.
        Raises `Refused`, `Rejected`, `FeedBroken`, or `Unanswered` when patience ends.
        """
        if len(body) > wire.LARGEST_BODY:
            raise Rejected("TOO_LARGE", f"{len(body)} bytes are more than {wire.LARGEST_BODY}")
        header = {"specversion": "1.0", "source": self.connection.source, **header}
        end, wait, replaced = time.monotonic() + patience, first_wait, 0
        while True:
            answer = self._attempt(kind, header, body, min(wait, max(0.05, end - time.monotonic())))
            pause = 0.0
            if answer is not None:
                told, content = answer
                code = told.get("code") or ""
                if told["status"] == "ok":
                    return told, content
                if told["status"] == "refused":
                    raise Refused(json.loads(content))
                if code in wire.STOP_READING:
                    raise FeedBroken(code, _detail(content))
                if code == "REPLACED" and replaced < REPLACED_ATTEMPTS:
                    replaced += 1
                    continue
                if code not in wire.SEND_AGAIN:
                    raise Rejected(code, _detail(content))
                pause = told.get("retryafterms", 500) / 1000
            if time.monotonic() + pause >= end:
                raise Unanswered(f"{self.service} did not answer {header['id']} within {patience:g} s")
            time.sleep(pause)
            wait = min(wait * 2, 60.0) * random.uniform(0.5, 1.0)

    def _attempt(
        self, kind: bytes, header: dict[str, Any], body: bytes, wait: float
    ) -> tuple[dict[str, Any], bytes] | None:
        socket = self._open()
        header = {**header, "rid": secrets.token_hex(6)}
        end = time.monotonic() + wait
        encoded = wire.encode(header)
        replaced: tuple[dict[str, Any], bytes] | None = None
        if len(encoded) > wire.LARGEST_HEADER:
            raise Rejected("TOO_LARGE", "the header is larger than 4 KiB")
        if socket.poll(int(wait * 1000), zmq.POLLOUT):
            socket.send_multipart([b"", kind, encoded, body])
            while (rest := end - time.monotonic()) > 0 and socket.poll(max(1, int(rest * 1000))):
                frames = socket.recv_multipart()
                if len(frames) != 4 or frames[1] not in (wire.REPLY, wire.ERROR):
                    continue
                told = json.loads(frames[2])
                if told.get("inreplyto") != header["id"]:  # An answer to what had been given up.
                    continue
                self.silences = 0
                if told.get("code") != "REPLACED":
                    return told, frames[3]
                if told.get("rid") == header["rid"]:
                    replaced = told, frames[3]
                    end = min(end, time.monotonic() + 0.5)
        if replaced is not None:
            return replaced
        self.silences += 1
        if self.silences >= SILENT_ATTEMPTS:
            self.silences = 0
            self.close()
        return None


def _detail(content: bytes) -> str:
    try:
        problem = json.loads(content)
        return str(problem.get("detail") or problem.get("title") or "")
    except ValueError:
        return ""
