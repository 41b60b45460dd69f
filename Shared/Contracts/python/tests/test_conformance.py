"""The kit: the worked adapters conform, the broken ones are found out."""

from __future__ import annotations

import sys
import tempfile
import unittest
from pathlib import Path

from jiugai.conformance import Scenario, Trial, Verdict

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"


def tried(scenario: str, command: list[str], *, rounds: int = 12, kills: int = 3, patience: float = 20.0) -> Verdict:
    folder = Path(tempfile.mkdtemp())
    return Trial(Scenario.load(scenario), command, folder, rounds=rounds, kills=kills, patience=patience).run()


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


class Broken(unittest.TestCase):
    def broken(self, kind: str, patience: float) -> Verdict:
        return tried(
            "finance", [sys.executable, str(HERE / "broken_adapters.py"), kind, "{connection}", "{folder}"], rounds=20,
            kills=5, patience=patience)

    def test_what_forgets_is_found(self) -> None:
        verdict = self.broken("forgetful", patience=8.0)
        self.assertTrue(verdict.lost, verdict)
        self.assertFalse(verdict.conforms)

    def test_what_doubles_is_found(self) -> None:
        verdict = self.broken("doubling", patience=20.0)
        self.assertTrue(verdict.doubled, verdict)
        self.assertFalse(verdict.conforms)


class Scenarios(unittest.TestCase):
    def test_unknown_is_named(self) -> None:
        with self.assertRaisesRegex(ValueError, "consultation, finance"):
            Scenario.load("nothing")


if __name__ == "__main__":
    unittest.main()
