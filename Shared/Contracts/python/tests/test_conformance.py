"""The kit: the worked adapters conform, each kind of mistake is found out by its own disturbance, and none without."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from jiugai.conformance import KINDS, Scenario, Shapes, Trial, Verdict

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
PUBLISHED = HERE.parent.parent / "Published"
ALL = frozenset(KINDS)


def tried(
    scenario: str, command: list[str], *, rounds: int = 12, kills: int = 3, patience: float = 30.0,
    disturb: frozenset[str] = ALL, folder: Path | None = None,
) -> Verdict:
    return Trial(
        Scenario.load(scenario), command, folder or Path(tempfile.mkdtemp()), rounds=rounds, kills=kills, patience=patience,
        disturb=disturb, shapes=Shapes(PUBLISHED)).run()


class Examples(unittest.TestCase):
    def test_finance(self) -> None:
        verdict = tried("finance", [
            sys.executable, str(EXAMPLES / "finance.py"), "--connection", "{connection}", "--state", "{folder}/s.sqlite"])
        self.assertTrue(verdict.conforms, verdict)

    def test_natural_resources(self) -> None:
        verdict = tried("consultation", [
            sys.executable, str(EXAMPLES / "natural_resources.py"), "--connection", "{connection}", "--state",
            "{folder}/s.sqlite", "--folder", "{folder}"])
        self.assertTrue(verdict.conforms, verdict)

    def test_the_provincial_platform(self) -> None:
        verdict = tried("province", [
            sys.executable, str(EXAMPLES / "provincial_platform.py"), "queue", "--connection", "{connection}", "--state",
            "{folder}/s.sqlite"], rounds=6)
        self.assertEqual(verdict.expected, 18, "a refused entry, an accepted one and a plan in each round")
        self.assertTrue(verdict.conforms, verdict)


class Disturbances(unittest.TestCase):
    def test_every_deed_is_written_down(self) -> None:
        folder = Path(tempfile.mkdtemp())
        verdict = tried("two_hands.json", self.broken("careful"), rounds=10, folder=folder)
        self.assertTrue(verdict.conforms, verdict)
        head, *deeds = [json.loads(line) for line in (folder / "disturbances.jsonl").read_text().splitlines()]
        self.assertEqual((head["seed"], head["disturb"]), (1, list(KINDS)))
        self.assertEqual(verdict.disturbances, dict(Counter(deed["what"] for deed in deeds)))
        self.assertEqual(set(verdict.disturbances), ALL)
        self.assertEqual(verdict.disturbances["killed"], 3)

    def test_what_never_happened_proves_nothing(self) -> None:
        verdict = tried("two_hands.json", self.broken("careful"), rounds=0, kills=0, disturb=frozenset({"killed"}))
        self.assertEqual((verdict.not_tried, verdict.conforms), (["killed"], False))

    # Each mistake, found by its disturbance alone, and by nothing when nothing is disturbed.

    def test_dropped_messages_find_what_trusts(self) -> None:
        self.found("dropped", "finance", "trusting", "lost")

    def test_doubled_messages_find_what_takes_any_answer(self) -> None:
        self.found("doubled", "finance", "echoing", "doubled")

    def test_reordered_messages_find_what_does_not_wait(self) -> None:
        self.found("reordered", "two_hands.json", "impatient", "out of order", rounds=90)

    def test_delayed_messages_find_what_makes_a_new_id(self) -> None:
        self.found("delayed", "finance", "hasty", "doubled")

    def test_kills_find_what_forgets(self) -> None:
        self.found("killed", "finance", "forgetful", "lost")

    def found(self, disturbance: str, scenario: str, kind: str, fault: str, rounds: int = 30) -> None:
        verdict = tried(
            scenario, self.broken(kind), rounds=rounds, kills=6, patience=10.0, disturb=frozenset({disturbance}))
        self.assertGreater(verdict.disturbances[disturbance], 0)
        self.assertTrue(verdict.faults[fault], verdict)
        self.assertFalse(verdict.conforms)
        undisturbed = tried(scenario, self.broken(kind), rounds=8, patience=20.0, disturb=frozenset())
        self.assertTrue(undisturbed.conforms, undisturbed)

    def broken(self, kind: str) -> list[str]:
        return [sys.executable, str(HERE / "broken_adapters.py"), kind, "{connection}", "{folder}"]

    def setUp(self) -> None:
        self.addCleanup(os.chdir, Path.cwd())
        os.chdir(HERE)


class Scenarios(unittest.TestCase):
    def test_unknown_is_named(self) -> None:
        with self.assertRaisesRegex(ValueError, "consultation, finance, province"):
            Scenario.load("nothing")
        with self.assertRaisesRegex(ValueError, "No such file"):
            Scenario.load("nothing.json")

    def test_a_wrong_shape_is_told(self) -> None:
        shapes = Shapes(PUBLISHED)
        body = {"disbursement": "330382-2024-0007/D1", "transaction": "20240815000011"}
        self.assertIsNone(shapes.fault("jiugai.funding.pay-disbursement.v1", body))
        self.assertIn("transaction", str(shapes.fault("jiugai.funding.pay-disbursement.v1", {"disbursement": "330382-2024-0007/D1"})))
        self.assertEqual(shapes.fault("jiugai.funding.fly-away.v1", {}), "no such command")

    def test_wrong_use_ends_with_64(self) -> None:
        for arguments in (["finance"], ["nothing", "--", "x"], ["finance", "--disturb", "rained", "--", "x"]):
            ended = subprocess.run(
                [sys.executable, "-m", "jiugai.conformance", *arguments], capture_output=True, check=False)
            self.assertEqual(ended.returncode, 64, ended.stderr)


if __name__ == "__main__":
    unittest.main()
