"""The protocol JG1: four frames each way, strict JSON, identifiers."""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from datetime import datetime, timedelta, timezone
from typing import Any

LARGEST_REPLY = 1_179_648
LARGEST_HEADER = 4_096
LARGEST_BODY = 98_304

COMMAND, QUERY, FEED, DOCUMENT, HELLO, PING = b"JG1/C", b"JG1/Q", b"JG1/F", b"JG1/D", b"JG1/H", b"JG1/P"
REPLY, ERROR = b"JG1/R", b"JG1/E"

SEND_AGAIN = frozenset({"BUSY", "RATE_LIMITED", "STORE_FULL", "SHUTTING_DOWN", "NEEDS_REPAIR", "INTERNAL"})
STOP_READING = frozenset({"CURSOR_AHEAD", "FEED_DIVERGED", "EPOCH_CHANGED"})


def new_id() -> str:
    """A UUID of version 7: the time in milliseconds, then chance. Store it before the first send."""
    moment, chance = int(time.time() * 1000), secrets.randbits(74)
    number = (moment << 80) | (7 << 76) | ((chance >> 62) << 64) | (2 << 62) | (chance & ((1 << 62) - 1))
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def command_id(*parts: str) -> str:
    """An id that follows from what the command is about, so that whoever makes it again makes the same: your consumer's name
    first, then what names the matter once and for all, such as a disbursement."""
    return hashlib.sha256(":".join(parts).encode()).hexdigest()[:40]


def today() -> str:
    """The business date in China, `2024-03-20`."""
    return datetime.now(timezone(timedelta(hours=8))).date().isoformat()


def wire_type(name: str) -> str:
    """`voting.close-round` becomes `jiugai.voting.close-round.v1`; a full type stays as it is."""
    return name if name.startswith("jiugai.") else f"jiugai.{name}.v1"


def service_of(name: str) -> str:
    """The service that owns a message, `voting` of `voting.close-round`."""
    return wire_type(name).split(".")[1]


def encode(value: Any) -> bytes:
    """Compact UTF-8 JSON. Floating point is refused: money and areas are strings with two places."""
    check(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def check(value: Any) -> None:
    """Raises `TypeError` for what the wire has no form for."""
    if isinstance(value, float):
        raise TypeError("no floating point on the wire: write money and areas as strings with two places")
    if isinstance(value, dict):
        for key, member in value.items():
            if not isinstance(key, str):
                raise TypeError(f"{key!r} cannot be a member's name")
            check(member)
    elif isinstance(value, (list, tuple)):
        for member in value:
            check(member)
    elif value is not None and not isinstance(value, (str, int)):
        raise TypeError(f"{type(value).__name__} has no form on the wire")
