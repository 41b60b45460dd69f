"""Adapters that are wrong on purpose: the kit must find out.

    broken_adapters.py forgetful|doubling CONNECTION FOLDER
"""

from __future__ import annotations

import hashlib
import sys
import time
from pathlib import Path

from jiugai import Client, Connection, Event, FeedReader, Store, Unanswered, Work
from jiugai.adapter import Adapter
from jiugai.wire import new_id


def payment(disbursement: str) -> dict[str, str]:
    return {"disbursement": disbursement, "transaction": "20240815000011"}


def forgetful(connection: Connection, folder: Path) -> None:
    """Moves the cursor before it has done the work."""
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
                id = hashlib.sha256(disbursement.encode()).hexdigest()[:40]
                client.send("funding.pay-disbursement", payment(disbursement), subject="330382-2024-0007", on="2024-06-03", id=id)


def doubling(connection: Connection, folder: Path) -> None:
    """Makes a new id whenever no answer came in time."""
    store = Store(folder / "doubling.sqlite")
    client = Client(connection, patience=0.2)
    adapter = Adapter(connection, store, "doubling")

    @adapter.on("funding.disbursement-advanced")
    def advanced(event: Event, work: Work) -> None:
        if event.data["state"] == "approved":
            work.write(f"due/{event.data['disbursement']}", True)

    while True:
        adapter.round(0.2)
        for key, is_due in store.notes("due/").items():
            if not is_due:
                continue
            disbursement = key.removeprefix("due/")
            try:
                client.send(
                    "funding.pay-disbursement", payment(disbursement), subject="330382-2024-0007", on="2024-06-03", id=new_id())
            except Unanswered:
                continue
            store.write(key, False)


if __name__ == "__main__":
    {"forgetful": forgetful, "doubling": doubling}[sys.argv[1]](
        Connection.load(sys.argv[2], "finance"), Path(sys.argv[3]))
