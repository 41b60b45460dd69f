"""The kit's command line."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

from ..disturbance import KINDS
from .scenario import Scenario
from .shapes import Shapes
from .trial import Trial, Verdict


def main() -> int:
    parser = _Parser(
        prog="python -m jiugai.conformance", usage="%(prog)s SCENARIO [options] -- COMMAND …",
        description="Disturbs an adapter and says whether it lost or doubled anything.",
        epilog="Exit codes: 0 it conforms · 1 it lost, doubled or reordered something · 2 a disturbance never happened, so nothing "
        "is proved: take more rounds · 64 wrong use.")
    parser.add_argument("scenario", help=f"{', '.join(Scenario.known())}, or a JSON file of your own")
    parser.add_argument("--rounds", type=int, default=40, help="how many times the story is told (40)")
    parser.add_argument("--kills", type=int, default=8, help="how often the adapter is killed (8)")
    parser.add_argument(
        "--disturb", default=",".join(KINDS), help=f"what is done to it, of {', '.join(KINDS)} (all); narrow it down to find a cause")
    parser.add_argument("--seed", type=int, default=1, help="of all chance, to disturb alike again (1)")
    parser.add_argument("--patience", type=float, default=30.0, help="seconds without a new command after which the rest counts as lost (30)")
    parser.add_argument(
        "--contract", type=Path, help="the folder of the published contract: also checks the shape of every command")
    parser.add_argument("--folder", type=Path, help="where the adapter's files and its log go; a fresh one if not given")
    parser.add_argument("--json", action="store_true", help="the verdict as JSON")
    ours, mark, command = _divided(sys.argv[1:])
    options = parser.parse_args(ours)
    if not mark or not command:
        parser.error("the adapter's command is missing: write it after --, with {connection} and {folder} in it")
    disturb = frozenset(filter(None, options.disturb.split(",")))
    if strange := disturb - set(KINDS):
        parser.error(f"--disturb knows {', '.join(KINDS)}, not {', '.join(sorted(strange))}")
    try:
        scenario = Scenario.load(options.scenario)
        shapes = Shapes(options.contract) if options.contract else None
    except ValueError as error:
        parser.error(str(error))
    folder = options.folder or Path(tempfile.mkdtemp(prefix="jiugai-conformance-"))

    def report(text: str) -> None:
        if not options.json:
            print(text, flush=True)

    trial = Trial(
        scenario, command, folder, rounds=options.rounds, kills=options.kills, seed=options.seed, patience=options.patience,
        disturb=disturb, shapes=shapes, report=report)
    try:
        verdict = trial.run()
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps({**vars(verdict), "conforms": verdict.conforms, "notTried": verdict.not_tried}, ensure_ascii=False))
    else:
        tell(verdict, folder, options.seed)
    if verdict.conforms:
        return 0
    return 1 if any(verdict.faults.values()) or verdict.ended_by_itself else 2


class _Parser(argparse.ArgumentParser):
    """Ends with 64 for wrong use, so that scripts can tell it from a verdict."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(64, f"{self.prog}: {message}\n")


def _divided(arguments: list[str]) -> tuple[list[str], bool, list[str]]:
    """What stands before `--`, whether it is there, and what stands behind it."""
    if "--" not in arguments:
        return arguments, False, []
    place = arguments.index("--")
    return arguments[:place], True, arguments[place + 1:]


def tell(verdict: Verdict, folder: Path, seed: int) -> None:
    disturbed = ", ".join(f"{count} {what}" for what, count in verdict.disturbances.items()) or "nothing disturbed"
    print(f"\n{verdict.expected} commands expected; {disturbed}; seed {seed}, {verdict.seconds:.0f} s")
    print(f"what was disturbed: {folder / 'disturbances.jsonl'}; the adapter's log: {folder / 'adapter.log'}")
    for what, keys in verdict.faults.items():
        if keys:
            print(f"  {what}: {'; '.join(keys[:10])}{' …' if len(keys) > 10 else ''} ({len(keys)})")
    if verdict.ended_by_itself:
        print(f"  ended by itself: {verdict.ended_by_itself} times")
    if any(verdict.faults.values()) or verdict.ended_by_itself:
        print("It does not conform.")
    elif verdict.not_tried:
        print(f"Nothing was wrong, but never {', '.join(verdict.not_tried)}: take more rounds.")
    else:
        print("It conforms: nothing lost, nothing doubled.")


if __name__ == "__main__":
    sys.exit(main())
