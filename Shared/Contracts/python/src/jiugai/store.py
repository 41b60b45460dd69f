"""What must outlive the program: cursors, commands on their way, and an adapter's own notes, in one SQLite file.

One transaction holds what an event came to and the cursor after it. That is the whole secret of doing everything once.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .feed import Cursor

_SCHEMA = """
CREATE TABLE IF NOT EXISTS cursor (feed TEXT PRIMARY KEY, epoch TEXT NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS outgoing (
  id TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL, subject TEXT NOT NULL, effective_on TEXT NOT NULL,
  body TEXT NOT NULL, causation TEXT, attempt INTEGER NOT NULL DEFAULT 1, not_before REAL NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting', answer TEXT);
CREATE INDEX IF NOT EXISTS outgoing_waiting ON outgoing (place) WHERE state = 'waiting';
CREATE TABLE IF NOT EXISTS note (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


@dataclass(frozen=True)
class Outgoing:
    """A command with its id, stored before it is sent for the first time. `state`: waiting, done, refused or rejected."""

    id: str
    name: str
    subject: str
    on: str
    body: dict[str, Any]
    causation: str | None
    #: Which try this is: a refusal that may be lifted later is tried again as a new command.
    attempt: int
    #: Not to be sent before this moment, in seconds of Unix time.
    not_before: float
    state: str
    answer: Any


class Store:
    """One file for one adapter, used by one thread."""

    def __init__(self, file: str | Path) -> None:
        self.database = sqlite3.connect(file, isolation_level=None)
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("PRAGMA synchronous = FULL")
        self.database.executescript(_SCHEMA)

    def close(self) -> None:
        self.database.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside, or nothing of it."""
        self.database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.database.execute("ROLLBACK")
            raise
        self.database.execute("COMMIT")

    # Cursors

    def cursor(self, feed: str) -> Cursor | None:
        row = self.database.execute("SELECT epoch, sequence, hash FROM cursor WHERE feed = ?", (feed,)).fetchone()
        return Cursor(row[0], row[1], row[2]) if row else None

    def move(self, feed: str, cursor: Cursor) -> None:
        self.database.execute(
            "INSERT INTO cursor VALUES (?, ?, ?, ?) ON CONFLICT (feed) DO UPDATE SET epoch = excluded.epoch, "
            "sequence = excluded.sequence, hash = excluded.hash", (feed, cursor.epoch, cursor.sequence, cursor.hash))

    # Commands on their way

    def enqueue(
        self, id: str, name: str, body: dict[str, Any], *, subject: str, on: str, causation: str | None = None,
        attempt: int = 1, not_before: float = 0.0,
    ) -> None:
        """Notes a command to be sent. The same id again changes nothing."""
        self.database.execute(
            "INSERT OR IGNORE INTO outgoing "
            "(id, place, name, subject, effective_on, body, causation, attempt, not_before) "
            "VALUES (?, (SELECT COALESCE(MAX(place), 0) + 1 FROM outgoing), ?, ?, ?, ?, ?, ?, ?)",
            (id, name, subject, on, json.dumps(body, ensure_ascii=False), causation, attempt, not_before))

    def waiting(self) -> list[Outgoing]:
        """What has no answer yet, in the order in which it was noted."""
        return self._outgoing("WHERE state = 'waiting' ORDER BY place")

    def outgoing(self) -> list[Outgoing]:
        """Everything that was ever noted."""
        return self._outgoing("ORDER BY place")

    def settle(self, id: str, state: str, answer: Any) -> None:
        """Keeps the answer to a command: `done`, `refused` or `rejected`."""
        self.database.execute(
            "UPDATE outgoing SET state = ?, answer = ? WHERE id = ?", (state, json.dumps(answer, ensure_ascii=False), id))

    def _outgoing(self, clause: str) -> list[Outgoing]:
        rows = self.database.execute(
            "SELECT id, name, subject, effective_on, body, causation, attempt, not_before, state, answer "
            f"FROM outgoing {clause}")
        return [
            Outgoing(
                id, name, subject, on, json.loads(body), causation, attempt, not_before, state,
                json.loads(answer) if answer else None)
            for id, name, subject, on, body, causation, attempt, not_before, state, answer in rows
        ]

    # An adapter's own notes

    def note(self, key: str) -> Any:
        row = self.database.execute("SELECT value FROM note WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else None

    def write(self, key: str, value: Any) -> None:
        self.database.execute(
            "INSERT INTO note VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, json.dumps(value, ensure_ascii=False)))

    def forget(self, key: str) -> None:
        self.database.execute("DELETE FROM note WHERE key = ?", (key,))

    def notes(self, prefix: str) -> dict[str, Any]:
        """All notes whose key begins so, by key."""
        rows = self.database.execute(
            "SELECT key, value FROM note WHERE substr(key, 1, ?) = ? ORDER BY key", (len(prefix), prefix))
        return {key: json.loads(value) for key, value in rows}
