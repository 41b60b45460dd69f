#!/usr/bin/env python3
"""The natural-resources bureau's adapter: what it is asked in a joint consultation goes into a CSV, and what its clerks
write into another CSV goes back as the bureau's opinion.

    natural_resources.py --connection connection.json --state resources.sqlite --folder desk/

`desk/requests.csv` lists the consultations that ask for an opinion, with their deadline. `desk/inbox.csv` is the clerks':
consultation, stance (agree, agree-with-conditions, object), text, and whether planning conditions change, an important street
is touched, and the exemption from planning permits is stated (yes, no). A row is sent once; a row that is refused is listed
with the reason in `desk/refused.csv`.
"""

from __future__ import annotations

import argparse
import csv
import logging
from pathlib import Path
from typing import Any

from jiugai import Adapter, Connection, Event, Outgoing, Store, Work, command_id, today

CONSUMER = "resources-opinions"
ROLE = "natural-resources"


def opinion(consultation: str, row: dict[str, str]) -> dict[str, Any]:
    """The command's body for a clerk's row."""
    body: dict[str, Any] = {
        "project": consultation.split("/")[0], "consultation": consultation, "stance": row["stance"].strip(),
        "planning": {
            "changesPlanningConditions": row["changes-conditions"].strip() == "yes",
            "touchesImportantStreet": row["important-street"].strip() == "yes",
            "statesExemption": row["states-exemption"].strip() == "yes",
        },
    }
    if row["text"].strip():
        body["text"] = row["text"].strip()
    return body


def make(connection: Connection, store: Store, folder: Path) -> Adapter:
    adapter = Adapter(connection, store, CONSUMER)

    @adapter.on("approvals.consultation-called")
    def called(event: Event, work: Work) -> None:
        for invitation in event.data["invitations"]:
            if invitation.get("role") == ROLE:
                work.write(f"asked/{event.data['consultation']}", invitation.get("deadline", ""))

    @adapter.chore
    def list_requests() -> bool:
        asked = store.notes("asked/")
        if store.note("listed") == len(asked):
            return False
        draft = folder / "requests.csv.new"
        # With a byte-order mark, so that a spreadsheet reads it as UTF-8.
        with draft.open("w", encoding="utf-8-sig", newline="") as out:
            table = csv.writer(out)
            table.writerow(["consultation", "deadline"])
            table.writerows([key.removeprefix("asked/"), deadline] for key, deadline in asked.items())
        draft.replace(folder / "requests.csv")
        with store.transaction():
            store.write("listed", len(asked))
        return True

    @adapter.chore
    def take_inbox() -> bool:
        inbox = folder / "inbox.csv"
        if not inbox.exists():
            return False
        did = False
        with inbox.open(encoding="utf-8-sig", newline="") as rows:
            for row in csv.DictReader(rows):
                consultation = row["consultation"].strip()
                if store.note(f"asked/{consultation}") is None or store.note(f"answered/{consultation}"):
                    continue
                with store.transaction():
                    store.write(f"answered/{consultation}", True)
                    store.enqueue(
                        command_id(CONSUMER, consultation), "approvals.give-opinion",
                        opinion(consultation, row), subject=consultation.split("/")[0], on=today())
                did = True
        return did

    def refused(command: Outgoing, problem: dict[str, Any]) -> None:
        with (folder / "refused.csv").open("a", encoding="utf-8", newline="") as out:
            csv.writer(out).writerow([command.body["consultation"], problem["code"], problem["title"], problem["detail"]])

    adapter.refused["approvals.give-opinion"] = refused
    return adapter


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--connection", type=Path, required=True)
    parser.add_argument("--state", type=Path, required=True, help="the adapter's own file; kept from run to run")
    parser.add_argument("--folder", type=Path, required=True, help="where the clerks' files are")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    options.folder.mkdir(parents=True, exist_ok=True)
    make(Connection.load(options.connection, ROLE), Store(options.state), options.folder).run(wait=2.0)


if __name__ == "__main__":
    main()
