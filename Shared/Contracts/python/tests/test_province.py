"""The provincial platform's adapter without a network: the two forms of an item, and the simulated province."""

from __future__ import annotations

import json
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "examples"))

from provincial_platform import ENTRY, PLAN, Item, SimulatedProvince, answer, entry_of, exchange, item_in, plan_of

from jiugai import Event

ENTERED: dict[str, Any] = {
    "title": "=样例小区改造项目", "community": "511902-C00017", "communityName": "样例小区", "address": "样例路1号，东区",
    "subdistrict": "样例街道", "residentsCommittee": "样例社区", "completionYear": 1996, "totalFloorArea": "15764.57", "buildings": 6,
    "households": 216, "agreedOn": "2021-02-26",
}


def event(name: str, data: dict[str, Any]) -> Event:
    return Event("intake", "e", 1, name, data.get("project", ""), "2021-03-01", data, {})


def prepared(attempt: int = 1, **more: Any) -> Event:
    entry = {key: value for key, value in {**ENTERED, **more}.items() if value is not None}
    return event("intake.system-entry-prepared", {"project": "511902-2021-0001", "attempt": attempt, "entry": entry})


class ProvinceTests(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.province = SimulatedProvince(self.folder / "province.sqlite", day=lambda item: "2021-03-05")

    def ruled(self, item: Item) -> tuple[str | None, str | None]:
        self.province.submit(item)
        self.assertIsNone(self.province.ruling(item), "it does not answer at once")
        ruling = self.province.ruling(item)
        assert ruling is not None
        return ruling.number, ruling.reasons

    def file(self, name: str, item: Item) -> Path:
        """As `jiugai outbound` writes it."""
        place = self.folder / name
        if name.endswith(".json"):
            place.write_text(json.dumps({
                "item": item.number, "system": "renovation-system", "systemName": "", "preparedOn": item.prepared_on,
                "rows": item.rows}), encoding="utf-8")
        else:
            def cell(text: str) -> str:
                text = "'" + text if text[:1] in tuple("=+-@\t") else text
                return f'"{text}"' if "," in text else text

            lines = [list(item.rows[0]), *[list(row.values()) for row in item.rows]]
            place.write_text("\ufeff" + "".join(",".join(map(cell, line)) + "\r\n" for line in lines), encoding="utf-8")
        return place

    def test_an_item_is_the_same_in_each_form(self) -> None:
        item = entry_of(prepared())
        self.assertEqual((item.number, item.subject, item.attempt), ("511902-2021-0001-entry-1", "511902-2021-0001", 1))
        self.assertEqual(tuple(item.rows[0]), ENTRY)
        for name in (f"{item.number}.json", f"{item.number}.csv"):
            read = item_in(self.file(name, item))
            self.assertEqual((read.number, read.rows), (item.number, item.rows))
            self.province.submit(read)
        self.province.submit(item)
        self.assertEqual(
            self.province.database.execute("SELECT number, submissions FROM item").fetchall(), [(item.number, 3)])

    def test_other_content_under_the_same_number_is_an_error(self) -> None:
        self.province.submit(entry_of(prepared()))
        with self.assertRaisesRegex(ValueError, "other content"):
            self.province.submit(entry_of(prepared(households=217)))

    def test_it_answers_later_and_once(self) -> None:
        item = entry_of(prepared())
        self.assertEqual(self.ruled(item), ("省样例-511902-2021-0001-entry-1", None))
        self.assertEqual(self.province.ruling(item), self.province.ruling(item))

    def test_what_lacks_something_is_refused_with_reasons(self) -> None:
        item = entry_of(prepared(completionYear=None))
        self.assertEqual(self.ruled(item), (None, "缺建成年份"))
        ruling = self.province.ruling(item)
        assert ruling is not None
        self.assertEqual(answer(item, ruling), ("intake.record-system-answer", {
            "project": "511902-2021-0001", "attempt": 1, "isAccepted": False, "reasons": "缺建成年份"}))

    def test_a_plan_needs_entered_projects(self) -> None:
        lines = [{"project": "511902-2021-0001", "title": "样例", "buildings": 6, "households": 216, "systemNumber": "省-1"}]
        plan = {"planYear": {"division": "511902", "year": 2021}, "attempt": 2, "lines": lines}
        item = plan_of(event("intake.annual-plan-push-prepared", plan))
        self.assertEqual(tuple(item.rows[0]), PLAN)
        self.assertEqual(self.ruled(item)[1], None)
        ruling = self.province.ruling(item)
        assert ruling is not None
        self.assertEqual(answer(item, ruling), ("intake.record-push-answer", {
            "planYear": {"division": "511902", "year": 2021}, "attempt": 2, "isAccepted": True,
            "number": "省样例-511902-plan-2021-push-2"}))
        del lines[0]["systemNumber"]
        plan["attempt"] = 3
        loose = plan_of(event("intake.annual-plan-push-prepared", plan))
        self.assertEqual(self.ruled(loose), (None, "项目未录入系统：511902-2021-0001"))

    def test_an_official_may_say_otherwise(self) -> None:
        (self.folder / "rulings.csv").write_text("item,reasons\n511902-2021-0001-entry-1,小区地址与省库不一致\n", encoding="utf-8")
        self.assertEqual(self.ruled(entry_of(prepared())), (None, "小区地址与省库不一致"))
        self.assertIsNotNone(self.ruled(entry_of(prepared(2)))[0])

    def test_files_go_in_and_answers_come_out(self) -> None:
        inbox, answers = self.folder / "in", self.folder / "out"
        inbox.mkdir()
        answers.mkdir()
        item = entry_of(prepared())
        self.file(f"in/{item.number}.json", item)
        (inbox / "broken.json").write_text("{", encoding="utf-8")
        (inbox / "foreign-entry-1.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        told = exchange(inbox, answers, self.province)
        self.assertEqual([line.split(":")[0] for line in told], [f"{item.number}.json", "broken.json", "foreign-entry-1.csv"])
        self.assertEqual([line.split(": ")[1].split(",")[0] for line in told], ["taken", "not taken", "not taken"])
        self.assertEqual(list(answers.iterdir()), [])
        told = exchange(inbox, answers, self.province)
        body = json.loads((answers / f"{item.number}.json").read_text(encoding="utf-8"))
        self.assertEqual((body["isAccepted"], body["number"]), (True, "省样例-511902-2021-0001-entry-1"))
        self.assertIn("jiugai send intake.record-system-answer @", told[0])


if __name__ == "__main__":
    unittest.main()
