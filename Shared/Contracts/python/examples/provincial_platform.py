#!/usr/bin/env python3
"""The provincial platform's adapter: what the cities make ready for the province (录入 of a project, 推送 of a year's plan) goes
into its system, and the system's answers go back: the number under which it was taken, or the reasons why not.

    provincial_platform.py queue --connection connection.json --state province.sqlite
    provincial_platform.py files --state province.sqlite --inbox in/ --answers out/

`queue` follows the feed and answers by command, item by item, for as long as it runs. `files` is the same for an office without a
line to the services: it takes what `jiugai outbound --format json` (or csv, in a file named after its item) wrote into `in/` once
and leaves in `out/` the body of each answer, for `jiugai send intake.record-system-answer @out/….json` or
`intake.record-push-answer`. An item is the same item in both forms and is entered once.

The province here is a simulated one (`SimulatedProvince`): it keeps the two properties that matter of a real one, that an item
number is entered once and that the answer comes later than the submission.
"""

from __future__ import annotations

import argparse
import csv
import json
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jiugai import Adapter, Connection, Event, Outgoing, Store, Work, command_id, today

CONSUMER = "province-system"
ENTRY = ("项目编号", "项目名称", "小区编号", "小区名称", "地址", "街道（乡镇）", "社区", "建成年份", "总建筑面积（平方米）", "栋数", "户数", "申请同意日期")
PLAN = ("项目编号", "项目名称", "栋数", "户数", "财政资金（元）", "系统录入编号")
LARGEST_FILE = 1_048_576

log = logging.getLogger(CONSUMER)


@dataclass(frozen=True)
class Item:
    """What a city made ready: one project's entry, or one push of a year's plan, as rows of the province's columns."""

    #: `330382-2024-0007-entry-1` or `330382-plan-2025-push-1`, the same in the queue and in the file.
    number: str
    rows: list[dict[str, str]]
    #: The business date on which it was made ready.
    prepared_on: str

    @property
    def is_plan(self) -> bool:
        return "-push-" in self.number

    @property
    def subject(self) -> str:
        """The project, or the plan of the year."""
        return self.number.rsplit("-", 2)[0]

    @property
    def attempt(self) -> int:
        return int(self.number.rsplit("-", 1)[1])


@dataclass(frozen=True)
class Ruling:
    """The province's answer: a number, or reasons. `on` is the day on which it was given."""

    on: str
    number: str | None
    reasons: str | None


class SimulatedProvince:
    """Stands for the province's system: takes an item once, however often it is submitted, and rules on it when it is next asked
    but one, as an office would that looks at its desk now and then.

    It refuses an entry without floor area or completion year, and a plan with a project that was never entered. What it should
    say of an item instead can be put into `rulings.csv` beside its file: `item,reasons`.
    """

    def __init__(self, file: Path, *, day: Callable[[Item], str]) -> None:
        self.rulings = file.with_name("rulings.csv")
        self.day = day
        self.database = sqlite3.connect(file, isolation_level=None)
        self.database.execute(
            "CREATE TABLE IF NOT EXISTS item (number TEXT PRIMARY KEY, content TEXT NOT NULL, submissions INTEGER NOT NULL, "
            "asked INTEGER NOT NULL DEFAULT 0, answered_on TEXT, acknowledgement TEXT, reasons TEXT)")

    def submit(self, item: Item) -> None:
        """Takes an item. The same again is only counted; another content under the same number is an error of the sender."""
        content = json.dumps(item.rows, ensure_ascii=False)
        self.database.execute(
            "INSERT INTO item (number, content, submissions) VALUES (?, ?, 1) "
            "ON CONFLICT (number) DO UPDATE SET submissions = submissions + 1", (item.number, content))
        kept = self.database.execute("SELECT content FROM item WHERE number = ?", (item.number,)).fetchone()[0]
        if kept != content:
            raise ValueError(f"{item.number} was submitted before with other content")

    def ruling(self, item: Item) -> Ruling | None:
        """What became of an item; None while it lies on the desk."""
        row = self.database.execute(
            "SELECT asked, answered_on, acknowledgement, reasons FROM item WHERE number = ?", (item.number,)).fetchone()
        if row is None:
            raise KeyError(item.number)
        if row[1] is None:
            if row[0] == 0:
                self.database.execute("UPDATE item SET asked = 1 WHERE number = ?", (item.number,))
                return None
            reasons = self._objections(item)
            number = None if reasons else f"省样例-{item.number}"
            row = (1, self.day(item), number, reasons)
            self.database.execute(
                "UPDATE item SET answered_on = ?, acknowledgement = ?, reasons = ? WHERE number = ?", (*row[1:], item.number))
        return Ruling(row[1], row[2], row[3])

    def _objections(self, item: Item) -> str | None:
        if self.rulings.exists():
            with self.rulings.open(encoding="utf-8-sig", newline="") as rows:
                for told in csv.DictReader(rows):
                    if told["item"] == item.number:
                        return told["reasons"] or None
        if item.is_plan:
            loose = [row["项目编号"] for row in item.rows if not row["系统录入编号"]]
            return f"项目未录入系统：{'、'.join(loose[:20])}" if loose else None
        missing = [name for name in ("建成年份", "总建筑面积（平方米）") if not item.rows[0][name]]
        return f"缺{'、'.join(missing)}" if missing else None


# The two forms of an item


def entry_of(event: Event) -> Item:
    """The queue's form of an entry. A member that is not known is left out there and is empty here."""
    entry: dict[str, Any] = event.data["entry"]
    values = [event.data["project"]] + [
        str(entry.get(name, "")) for name in (
            "title", "community", "communityName", "address", "subdistrict", "residentsCommittee", "completionYear",
            "totalFloorArea", "buildings", "households", "agreedOn")
    ]
    number = f"{event.data['project']}-entry-{event.data['attempt']}"
    return Item(number, [dict(zip(ENTRY, values, strict=True))], event.on)


def plan_of(event: Event) -> Item:
    """The queue's form of a plan."""
    rows = [
        dict(zip(PLAN, [
            str(line.get(name, "")) for name in ("project", "title", "buildings", "households", "fiscalMoney", "systemNumber")
        ], strict=True)) for line in event.data["lines"]
    ]
    return Item(f"{plan_id(event.data['planYear'])}-push-{event.data['attempt']}", rows, event.on)


def plan_id(year: dict[str, Any]) -> str:
    """`330382-plan-2025`"""
    return f"{year['division']}-plan-{year['year']}"


def item_in(file: Path) -> Item:
    """The file form of an item, as `jiugai outbound` wrote it. A csv has the item's number as its name."""
    if file.stat().st_size > LARGEST_FILE:
        raise ValueError("larger than 1 MiB")
    if file.suffix == ".json":
        told = json.loads(file.read_bytes())
        item = Item(told["item"], told["rows"], told["preparedOn"])
    else:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            # A csv does not tell the day on which it was made ready; only --history asks for that.
            item = Item(file.stem, [{k: _plain(v) for k, v in row.items()} for row in csv.DictReader(lines, strict=True)], today())
    wanted = PLAN if item.is_plan else ENTRY
    if not item.rows or any(tuple(row) != wanted for row in item.rows):
        raise ValueError(f"its columns are not {'、'.join(wanted)}")
    return item


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@\t" else cell


def answer(item: Item, ruling: Ruling) -> tuple[str, dict[str, Any]]:
    """The command by which the ruling goes back: its name and body."""
    body: dict[str, Any] = {"attempt": item.attempt, "isAccepted": ruling.number is not None}
    if ruling.number is not None:
        body["number"] = ruling.number
    else:
        body["reasons"] = ruling.reasons
    if not item.is_plan:
        return "intake.record-system-answer", {"project": item.subject, **body}
    division, _, year = item.subject.split("-")
    return "intake.record-push-answer", {"planYear": {"division": division, "year": int(year)}, **body}


# By the queue


def make(connection: Connection, store: Store, province: SimulatedProvince) -> Adapter:
    adapter = Adapter(connection, store, CONSUMER)

    def take(item: Item, work: Work) -> None:
        if work.note(f"closed/{item.number}") is None:
            work.write(f"open/{item.number}", {"rows": item.rows, "prepared_on": item.prepared_on})

    def close(number: str, work: Work) -> None:
        """An answer stands in the journal, ours or a clerk's: nothing is left to do."""
        work.write(f"closed/{number}", True)
        work.forget(f"open/{number}")

    @adapter.on("intake.system-entry-prepared")
    def entry(event: Event, work: Work) -> None:
        take(entry_of(event), work)

    @adapter.on("intake.annual-plan-push-prepared")
    def plan(event: Event, work: Work) -> None:
        take(plan_of(event), work)

    @adapter.on("intake.system-entry-answered")
    def entry_answered(event: Event, work: Work) -> None:
        close(f"{event.data['project']}-entry-{event.data['attempt']}", work)

    @adapter.on("intake.annual-plan-push-answered")
    def plan_answered(event: Event, work: Work) -> None:
        close(f"{plan_id(event.data['planYear'])}-push-{event.data['attempt']}", work)

    @adapter.chore
    def speak_with_the_province() -> bool:
        did = False
        for key, kept in store.notes("open/").items():
            item = Item(key.removeprefix("open/"), kept["rows"], kept["prepared_on"])
            # Submitting first and noting afterwards: after a power cut the province sees the same number again and enters nothing.
            if not kept.get("submitted"):
                province.submit(item)
                with store.transaction():
                    store.write(key, {**kept, "submitted": True})
                log.info("submitted %s", item.number)
                did = True
                continue
            ruling = province.ruling(item)
            if ruling is None:
                continue
            name, body = answer(item, ruling)
            with store.transaction():
                store.enqueue(command_id(CONSUMER, item.number), name, body, subject=item.subject, on=ruling.on)
                store.write(f"closed/{item.number}", True)
                store.forget(key)
            log.info("%s: %s", item.number, ruling.number or ruling.reasons)
            did = True
        return did

    def refused(command: Outgoing, problem: dict[str, Any]) -> None:
        # `outbound-answered`: a clerk recorded the answer while ours was on its way. Nothing else is expected here.
        log.warning("%s of %s was refused: %s %s", command.name, command.subject, problem["code"], problem["title"])

    adapter.refused["intake.record-system-answer"] = refused
    adapter.refused["intake.record-push-answer"] = refused
    return adapter


# By files


def exchange(inbox: Path, answers: Path, province: SimulatedProvince) -> list[str]:
    """Submits each file of the inbox and writes the answers there are. Gives a line for each file."""
    told: list[str] = []
    for file in sorted([*inbox.glob("*.json"), *inbox.glob("*.csv")]):
        try:
            item = item_in(file)
            province.submit(item)
        except (ValueError, KeyError, csv.Error) as error:
            told.append(f"{file.name}: not taken, {error}")
            continue
        ruling = province.ruling(item)
        if ruling is None:
            told.append(f"{file.name}: taken, no answer yet")
            continue
        name, body = answer(item, ruling)
        place = answers / f"{item.number}.json"
        draft = place.with_suffix(".new")
        draft.write_text(json.dumps(body, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        draft.replace(place)
        told.append(f"{file.name}: jiugai send {name} @{place} --as provincial-platform --on {ruling.on}")
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("form", choices=("queue", "files"))
    parser.add_argument("--state", type=Path, required=True, help="the adapter's own file; the simulated province's stands beside it")
    parser.add_argument("--connection", type=Path, help="connection.json, for queue")
    parser.add_argument("--role", default="provincial-platform", help="our client in connection.json")
    parser.add_argument("--inbox", type=Path, help="where the files of `jiugai outbound` are, for files")
    parser.add_argument("--answers", type=Path, help="where the answers go, for files")
    parser.add_argument(
        "--history", action="store_true",
        help="the simulated province answers on the day on which an item was made ready, not today: for entering past years")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    province = SimulatedProvince(
        options.state.with_name("simulated-province.sqlite"),
        day=(lambda item: item.prepared_on) if options.history else (lambda item: today()))
    if options.form == "queue":
        if options.connection is None:
            parser.error("queue needs --connection")
        make(Connection.load(options.connection, options.role), Store(options.state), province).run(wait=1.0)
    else:
        if options.inbox is None or options.answers is None:
            parser.error("files needs --inbox and --answers")
        options.answers.mkdir(parents=True, exist_ok=True)
        print("\n".join(exchange(options.inbox, options.answers, province)))


if __name__ == "__main__":
    main()
