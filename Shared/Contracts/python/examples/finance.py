#!/usr/bin/env python3
"""The finance bureau's adapter: reads approved disbursements, has the bank pay them, reports the payment back.

    finance.py --connection connection.json --state finance.sqlite

The bank is a simulated one: it keeps the property that matters of a real one, that the same instruction number is paid once.
"""

from __future__ import annotations

import argparse
import logging
import sqlite3
from pathlib import Path

from jiugai import Adapter, Connection, Event, Store, Work, command_id, today

CONSUMER = "finance-payments"


class SimulatedBank:
    """Pays an instruction once and gives its transaction number, however often it is told to."""

    def __init__(self, file: Path) -> None:
        self.database = sqlite3.connect(file, isolation_level=None)
        self.database.execute(
            "CREATE TABLE IF NOT EXISTS payment (instruction TEXT PRIMARY KEY, payee TEXT, amount TEXT, number INTEGER)")

    def pay(self, instruction: str, payee: str, amount: str) -> str:
        self.database.execute(
            "INSERT OR IGNORE INTO payment VALUES (?, ?, ?, (SELECT COUNT(*) + 1 FROM payment))", (instruction, payee, amount))
        row = self.database.execute("SELECT number FROM payment WHERE instruction = ?", (instruction,)).fetchone()
        return f"2024{row[0]:010}"


def make(connection: Connection, store: Store, bank: SimulatedBank) -> Adapter:
    adapter = Adapter(connection, store, CONSUMER)

    @adapter.on("funding.disbursement-requested")
    def requested(event: Event, work: Work) -> None:
        disbursement = event.data["disbursement"]
        work.write(f"requested/{disbursement}", {key: event.data[key] for key in ("project", "payee", "amount", "path")})

    @adapter.on("funding.disbursement-advanced")
    def advanced(event: Event, work: Work) -> None:
        disbursement, state = event.data["disbursement"], event.data["state"]
        request = work.note(f"requested/{disbursement}")
        # The state before the last of the payment's own path: what remains is to pay.
        if request and state == request["path"][-2]:
            work.write(f"due/{disbursement}", request)

    @adapter.chore
    def pay() -> bool:
        did = False
        for key, request in store.notes("due/").items():
            disbursement = key.removeprefix("due/")
            if store.note(f"paid/{disbursement}"):
                continue
            # The bank first, then our note with the report: if power fails between them, the bank is told the same
            # instruction again and pays nothing.
            transaction = bank.pay(disbursement, request["payee"], request["amount"])
            with store.transaction():
                store.write(f"paid/{disbursement}", transaction)
                store.enqueue(
                    command_id(CONSUMER, disbursement), "funding.pay-disbursement",
                    {"disbursement": disbursement, "transaction": transaction}, subject=request["project"], on=today())
            did = True
        return did

    return adapter


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--connection", type=Path, required=True)
    parser.add_argument("--state", type=Path, required=True, help="the adapter's own file; kept from run to run")
    parser.add_argument("--role", default="finance", help="our client in connection.json")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    store = Store(options.state)
    bank = SimulatedBank(options.state.with_name("simulated-bank.sqlite"))
    make(Connection.load(options.connection, options.role), store, bank).run()


if __name__ == "__main__":
    main()
