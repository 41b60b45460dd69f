"""The kit's command line."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from .scenario import Scenario
from .trial import Trial, Verdict


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m jiugai.conformance", usage="%(prog)s SCENARIO [options] -- COMMAND …",
        description="Disturbs an adapter and says whether it lost or doubled anything.",
        epilog="Exit codes: 0 it conforms · 1 it lost or doubled something · 64 wrong use.")
    parser.add_argument("scenario", help=f"{', '.join(Scenario.known())}, or a JSON file of your own")
    parser.add_argument("--rounds", type=int, default=40, help="how many times the story is told (40)")
    parser.add_argument("--kills", type=int, default=8, help="how often the adapter is killed (8)")
    parser.add_argument("--seed", type=int, default=1, help="of all chance, to repeat a run (1)")
    parser.add_argument("--patience", type=float, default=60.0, help="seconds to wait for the rest after the last kill (60)")
    parser.add_argument("--folder", type=Path, help="where the adapter's files and its log go; a fresh one if not given")
    parser.add_argument("--json", action="store_true", help="the verdict as JSON")
    ours, mark, command = _divided(sys.argv[1:])
    options = parser.parse_args(ours)
    if not mark or not command:
        parser.error("the adapter's command is missing: write it after --, with {connection} and {folder} in it")
    try:
        scenario = Scenario.load(options.scenario)
    except ValueError as error:
        parser.error(str(error))
    folder = options.folder or Path(tempfile.mkdtemp(prefix="jiugai-conformance-"))

    def report(text: str) -> None:
        if not options.json:
            print(text, flush=True)

    trial = Trial(
        scenario, command, folder, rounds=options.rounds, kills=options.kills, seed=options.seed, patience=options.patience,
        report=report)
    try:
        verdict = trial.run()
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps({**vars(verdict), "conforms": verdict.conforms}))
    else:
        tell(verdict, folder)
    return 0 if verdict.conforms else 1


def _divided(arguments: list[str]) -> tuple[list[str], bool, list[str]]:
    """What stands before `--`, whether it is there, and what stands behind it."""
    if "--" not in arguments:
        return arguments, False, []
    place = arguments.index("--")
    return arguments[:place], True, arguments[place + 1:]


def tell(verdict: Verdict, folder: Path) -> None:
    disturbed = ", ".join(f"{count} {what}" for what, count in sorted(verdict.disturbances.items()))
    print(f"\n{verdict.expected} rounds, {verdict.kills} kills, messages: {disturbed}; {verdict.seconds:.0f} s; log in {folder}")
    for what, keys in (("lost", verdict.lost), ("doubled", verdict.doubled), ("not called for", verdict.uncalled)):
        if keys:
            print(f"  {what}: {', '.join(keys[:10])}{' …' if len(keys) > 10 else ''} ({len(keys)})")
    if verdict.ended_by_itself:
        print(f"  ended by itself: {verdict.ended_by_itself} times")
    print("It conforms: nothing lost, nothing doubled." if verdict.conforms else "It does not conform.")


if __name__ == "__main__":
    sys.exit(main())
