"""An adapter follows feeds and answers their events, each once, whoever crashes in between.

What an event comes to is written in the transaction that moves the cursor. Commands are part of it: they are noted with
their ids first and sent afterwards, again and again with the same id until they are answered.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from . import wire
from .client import Client, Reply
from .connection import Connection
from .errors import FeedBroken, Refused, Rejected, Unanswered
from .feed import FeedReader, Page
from .store import Outgoing, Store

log = logging.getLogger("jiugai")


@dataclass(frozen=True)
class Event:
    """An event of a feed. `data` is its body; `name` is `funding.disbursement-requested`."""

    feed: str
    epoch: str
    sequence: int
    name: str
    subject: str
    on: str
    data: dict[str, Any]
    envelope: dict[str, Any]


@dataclass
class Work:
    """What an event comes to. Everything said here is kept together with the cursor, or not at all."""

    store: Store
    cause: str
    #: The event's own address, from which the ids of its commands are made.
    address: str
    sent: int = field(default=0, init=False)

    def send(self, name: str, body: dict[str, Any], *, subject: str, on: str) -> str:
        """Notes a command to be sent after this transaction. Its id follows from the event, so that even an adapter that
        lost its file would send the same. Gives the id."""
        self.sent += 1
        id = wire.command_id(self.address, str(self.sent))
        self.store.enqueue(id, name, body, subject=subject, on=on, causation=self.cause)
        return id

    def note(self, key: str) -> Any:
        return self.store.note(key)

    def write(self, key: str, value: Any) -> None:
        """Keeps a note of the adapter's own."""
        self.store.write(key, value)

    def forget(self, key: str) -> None:
        """Drops a note that is not needed any more."""
        self.store.forget(key)


Handler = Callable[[Event, Work], None]
Chore = Callable[[], bool]


class Adapter:
    """Follows the feeds of the events it has handlers for.

    `chore` functions run between the pages, outside any transaction: there an adapter speaks to its own department's
    system. They give True when they did something, so that the next round does not wait.
    """

    #: How long to wait before a refusal that may be lifted later is tried again, in seconds.
    pause_after_later = 30.0

    def __init__(self, connection: Connection, store: Store, consumer: str, *, patience: float = 20.0) -> None:
        self.client = Client(connection, patience=patience)
        self.store = store
        self.consumer = consumer
        self.handlers: dict[str, Handler] = {}
        #: By command name: called in the transaction that keeps the answer.
        self.answered: dict[str, Callable[[Outgoing, Reply], None]] = {}
        #: By command name: called with the problem document when a command is refused for good.
        self.refused: dict[str, Callable[[Outgoing, dict[str, Any]], None]] = {}
        self.chores: list[Chore] = []
        self.readers: dict[str, FeedReader] = {}

    # Saying what to do

    def on(self, name: str) -> Callable[[Handler], Handler]:
        """Registers a handler: `@adapter.on("funding.disbursement-requested")`."""

        def register(handler: Handler) -> Handler:
            self.handlers[wire.wire_type(name)] = handler
            return handler

        return register

    def chore(self, work: Chore) -> Chore:
        """Registers what is to be done between the pages."""
        self.chores.append(work)
        return work

    # Doing it

    def run(self, *, wait: float = 5.0, stop: Callable[[], bool] = lambda: False) -> None:
        """Goes on until `stop` says so. Silence of a service is waited out; a feed with another past ends it."""
        while not stop():
            if not self.round(wait):
                continue

    def round(self, wait: float = 0.0) -> bool:
        """Sends what waits, reads a page of each feed, does the chores. Gives whether anything was done."""
        did = self.send_waiting()
        feeds = sorted({wire.service_of(name) for name in self.handlers})
        for feed in feeds:
            try:
                did = self._read(feed, 0.0 if did else wait / max(1, len(feeds))) or did
            except Unanswered as silence:
                log.warning("%s", silence)
        for chore in self.chores:
            did = chore() or did
        return self.send_waiting() or did

    def close(self) -> None:
        self.client.close()

    def _read(self, feed: str, wait: float) -> bool:
        if feed not in self.readers:
            types = [name for name in self.handlers if wire.service_of(name) == feed]
            self.readers[feed] = FeedReader(self.client, feed, self.consumer, types=types)
        before = self.store.cursor(feed)
        page = self.readers[feed].read(before, wait=wait)
        if page.cursor == before:
            return False
        self._apply(feed, page)
        return True

    def _apply(self, feed: str, page: Page) -> None:
        with self.store.transaction():
            for envelope in page.events:
                handler = self.handlers.get(envelope["type"])
                if handler is None:
                    if envelope.get("critical"):
                        raise FeedBroken("UNKNOWN_CRITICAL", f"{envelope['type']} must be understood to go on")
                    continue
                event = Event(
                    feed, page.cursor.epoch, envelope["sequence"], ".".join(envelope["type"].split(".")[1:3]),
                    envelope.get("subject", ""), envelope.get("effectiveon", ""), envelope.get("data", {}), envelope)
                address = f"{self.consumer}:{feed}:{event.epoch}:{event.sequence}"
                handler(event, Work(self.store, f"{feed}:{event.epoch}:{event.sequence}", address))
            self.store.move(feed, page.cursor)

    def send_waiting(self) -> bool:
        """Sends the commands that have no answer yet, in order. Gives whether any was answered."""
        did = False
        for command in self.store.waiting():
            if command.not_before > time.time():
                continue
            try:
                reply = self.client.send(
                    command.name, command.body, subject=command.subject, on=command.on, id=command.id,
                    causation=command.causation)
            except Unanswered as silence:
                log.warning("%s", silence)
                return did
            except Refused as refusal:
                did = True
                with self.store.transaction():
                    self.store.settle(command.id, "refused", refusal.problem)
                    if refusal.may_come_later:
                        self._again(command)
                    elif told := self.refused.get(command.name):
                        told(command, refusal.problem)
                continue
            except Rejected as rejection:
                did = True
                log.error("%s %s was rejected: %s", command.name, command.id, rejection)
                with self.store.transaction():
                    self.store.settle(command.id, "rejected", {"code": rejection.code, "detail": str(rejection)})
                continue
            did = True
            with self.store.transaction():
                self.store.settle(command.id, "done", reply.body)
                if answered := self.answered.get(command.name):
                    answered(command, reply)
        return did

    def _again(self, command: Outgoing) -> None:
        """A stored refusal is the answer to its id for good: the next try is a new command."""
        id = wire.command_id(command.id, str(command.attempt + 1))
        self.store.enqueue(
            id, command.name, command.body, subject=command.subject, on=command.on, causation=command.causation,
            attempt=command.attempt + 1, not_before=time.time() + self.pause_after_later)
