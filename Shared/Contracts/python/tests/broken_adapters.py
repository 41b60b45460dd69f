"""Adapters that are wrong on purpose, one for each disturbance, and one that is right: the kit must find out which is which.

    broken_adapters.py trusting|echoing|impatient|hasty|forgetful|careful CONNECTION FOLDER
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import zmq

from jiugai import Client, Connection, Event, FeedReader, Store, Unanswered, Work, command_id
from jiugai.adapter import Adapter
from jiugai.wire import COMMAND, FEED, encode, new_id, wire_type

PROJECT = "330382-2024-0007"


def payment(disbursement: str) -> dict[str, str]:
    return {"disbursement": disbursement, "transaction": "20240815000011"}


def trusting(connection: Connection, folder: Path) -> None:
    """Takes a command for done that nobody answered. Dropped messages find it out."""
    store, client = Store(folder / "trusting.sqlite"), Client(connection, patience=1.5)
    reading = Client(connection, patience=30)
    reader = FeedReader(reading, "funding", "trusting", types=["funding.disbursement-advanced"])
    while True:
        page = reader.read(store.cursor("funding"), wait=0.5)
        for event in page.events:
            if event["data"]["state"] == "approved":
                disbursement = event["data"]["disbursement"]
                try:
                    client.send(
                        "funding.pay-disbursement", payment(disbursement), subject=PROJECT, on="2024-06-03",
                        id=command_id("trusting", disbursement))
                except Unanswered:
                    print("no answer, never mind", flush=True)
        store.move("funding", page.cursor)


def raw(connection: Connection) -> zmq.Socket[bytes]:
    """A socket without the package's care."""
    socket = zmq.Context().socket(zmq.DEALER)
    socket.curve_serverkey = connection.services["funding"].key.encode()
    socket.curve_publickey, socket.curve_secretkey = connection.public_key, connection.secret_key
    socket.setsockopt(zmq.LINGER, 0)
    socket.connect(connection.services["funding"].address)
    return socket


def put(socket: zmq.Socket[bytes], kind: bytes, name: str, body: dict[str, Any], id: str) -> None:
    header = {
        "specversion": "1.0", "id": id, "source": "urn:sample:finance", "type": wire_type(name), "subject": PROJECT,
        "effectiveon": "2024-06-03",
    }
    socket.send_multipart([b"", kind, encode(header), encode(body)])


def echoing(connection: Connection, folder: Path) -> None:
    """Takes the next page that comes for the one that it asked for, and pays what stands in it. Doubled messages find it out."""
    socket, place, chain = raw(connection), 0, ""
    commands = Client(connection, patience=30)
    while True:
        request = {"feed": "funding", "consumer": "echoing", "after": place, "maxevents": 3, "maxbytes": 9000, "waitms": 300}
        if place:
            request |= {"epoch": "simulated", "afterhash": chain}
        put(socket, FEED, "jiugai.feed.read.v1", request, new_id())
        if not socket.poll(3000):
            continue
        _, _, header, body = socket.recv_multipart()
        for line in body.split(b"\n")[:-1] if json.loads(header)["status"] == "ok" else []:
            event = json.loads(line)
            if event["data"].get("state") == "approved":
                commands.send(
                    "funding.pay-disbursement", payment(event["data"]["disbursement"]), subject=PROJECT, on="2024-06-03",
                    id=new_id())
            if event["sequence"] > place:
                place = event["sequence"]
                start = bytes.fromhex(chain) if chain else hashlib.sha256(b"JG1fundingsimulated").digest()
                chain = hashlib.sha256(start + place.to_bytes(8, "big") + hashlib.sha256(line).digest()).hexdigest()


def two_hands(connection: Connection, folder: Path, act: Callable[[zmq.Socket[bytes], str], None]) -> None:
    """Checks and approves what is requested, by two commands of which the second needs the first."""
    store, socket = Store(folder / "hands.sqlite"), raw(connection)
    reader = FeedReader(Client(connection, patience=30), "funding", "hands")
    while True:
        page = reader.read(store.cursor("funding"), most=5, wait=0.5)
        for event in page.events:
            act(socket, event["data"]["disbursement"])
        store.move("funding", page.cursor)


def until_answered(socket: zmq.Socket[bytes], names: list[str], disbursement: str) -> None:
    """Sends commands at once, and again until each was answered."""
    open_ids = {command_id(name, disbursement): name for name in names}
    while open_ids:
        for id, name in open_ids.items():
            put(socket, COMMAND, name, {"disbursement": disbursement}, id)
        end = time.monotonic() + 2
        while open_ids and time.monotonic() < end:
            if socket.poll(50):
                open_ids.pop(json.loads(socket.recv_multipart()[2]).get("inreplyto"), None)


def impatient(connection: Connection, folder: Path) -> None:
    """Does not wait for the first answer before it sends the second command. Reordered messages find it out."""
    two_hands(connection, folder, lambda socket, disbursement: until_answered(
        socket, ["funding.check-disbursement", "funding.approve-disbursement"], disbursement))


def careful(connection: Connection, folder: Path) -> None:
    """The same, done right."""

    def act(socket: zmq.Socket[bytes], disbursement: str) -> None:
        for name in ("funding.check-disbursement", "funding.approve-disbursement"):
            until_answered(socket, [name], disbursement)

    two_hands(connection, folder, act)


def hasty(connection: Connection, folder: Path) -> None:
    """Makes a new id when no answer came at once. Delayed messages find it out."""
    store = Store(folder / "hasty.sqlite")
    client = Client(connection, patience=0.2)
    adapter = Adapter(connection, store, "hasty")

    @adapter.on("funding.disbursement-advanced")
    def advanced(event: Event, work: Work) -> None:
        if event.data["state"] == "approved":
            work.write(f"due/{event.data['disbursement']}", True)

    while True:
        adapter.round(0.2)
        for key in store.notes("due/"):
            try:
                client.send(
                    "funding.pay-disbursement", payment(key.removeprefix("due/")), subject=PROJECT, on="2024-06-03", id=new_id())
            except Unanswered:
                continue
            store.forget(key)


def forgetful(connection: Connection, folder: Path) -> None:
    """Moves the cursor before it has done the work. Being killed finds it out."""
    store = Store(folder / "forgetful.sqlite")
    client = Client(connection, patience=20)
    reader = FeedReader(client, "funding", "forgetful", types=["funding.disbursement-advanced"])
    while True:
        page = reader.read(store.cursor("funding"), most=5, wait=1)
        store.move("funding", page.cursor)
        time.sleep(0.3)
        for event in page.events:
            if event["data"]["state"] == "approved":
                disbursement = event["data"]["disbursement"]
                client.send(
                    "funding.pay-disbursement", payment(disbursement), subject=PROJECT, on="2024-06-03",
                    id=command_id("forgetful", disbursement))


if __name__ == "__main__":
    kinds = {each.__name__: each for each in (trusting, echoing, impatient, careful, hasty, forgetful)}
    kinds[sys.argv[1]](Connection.load(sys.argv[2], "finance"), Path(sys.argv[3]))
