"""Reading a service's feed: pages, the hash chain, the cursor."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from . import wire
from .client import Client
from .errors import FeedBroken


@dataclass(frozen=True)
class Cursor:
    """How far a feed was read: the event's number and the hash of everything up to it, in an epoch of the feed."""

    epoch: str
    sequence: int
    hash: bytes


@dataclass(frozen=True)
class Page:
    """Events, and the cursor after them. Store the cursor in the same transaction as what you did with the events."""

    events: list[dict[str, Any]]
    cursor: Cursor
    head: int

    @property
    def is_last(self) -> bool:
        """Whether nothing more stood behind it when it was read."""
        return self.cursor.sequence >= self.head


class FeedReader:
    """Reads one feed under a consumer name of its own. Every page's chain is computed here, not believed."""

    def __init__(
        self, client: Client, feed: str, consumer: str, *, types: list[str] | None = None, subject: str | None = None
    ) -> None:
        self.client = client
        self.feed = feed
        self.consumer = consumer
        self.types = [wire.wire_type(name) for name in types] if types else None
        self.subject = subject

    def read(self, cursor: Cursor | None, *, most: int = 500, wait: float = 20.0) -> Page:
        """A page after the cursor; waits up to `wait` seconds for a first event, and an empty page is a sign of life.

        Raises `FeedBroken` when the feed's past is not the one that was read, `Unanswered` when nobody answers.
        """
        request: dict[str, Any] = {
            "feed": self.feed, "consumer": self.consumer, "after": cursor.sequence if cursor else 0, "maxevents": most,
            "maxbytes": 524_288, "waitms": int(wait * 1000),
        }
        if cursor:
            request |= {"epoch": cursor.epoch, "afterhash": cursor.hash.hex()}
        if self.types:
            request["types"] = self.types
        if self.subject:
            request["subject"] = self.subject
        header = {"id": wire.new_id(), "type": "jiugai.feed.read.v1"}
        told, content = self.client.line(self.feed).ask(
            wire.FEED, header, wire.encode(request), first_wait=wait + 2, patience=self.client.patience + wait)
        return self._page(cursor, told, content)

    def _page(self, cursor: Cursor | None, told: dict[str, Any], content: bytes) -> Page:
        epoch = told["epoch"]
        sequence = cursor.sequence if cursor else 0
        chain = cursor.hash if cursor else hashlib.sha256(f"JG1{self.feed}{epoch}".encode()).digest()
        events: list[dict[str, Any]] = []
        for line in content.split(b"\n"):
            if not line:
                continue
            member = json.loads(line)
            if "skip" in member:  # Events that are not for this reader.
                first, last = member["skip"]
                if first != sequence + 1:
                    raise FeedBroken("FEED_DIVERGED", f"{self.feed} goes on at {first}, not at {sequence + 1}")
                sequence, chain = last, bytes.fromhex(member["hash"])
                continue
            if member["sequence"] != sequence + 1:
                raise FeedBroken("FEED_DIVERGED", f"{self.feed} goes on at {member['sequence']}, not at {sequence + 1}")
            sequence += 1
            chain = hashlib.sha256(chain + sequence.to_bytes(8, "big") + hashlib.sha256(line).digest()).digest()
            events.append(member)
        head = told["head"]
        if sequence == head and chain.hex() != told["headhash"]:
            raise FeedBroken("FEED_DIVERGED", f"{self.feed} has another past at {head} than it says")
        return Page(events, Cursor(epoch, sequence, chain), head)
