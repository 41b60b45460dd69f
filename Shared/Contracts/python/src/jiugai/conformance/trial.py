"""Runs an adapter through a scenario with disturbances, and judges it."""

from __future__ import annotations

import dataclasses
import functools
import json
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zmq.auth

from .. import wire
from ..connection import SERVICES
from ..disturbance import KINDS, Disturbance, Faults
from ..simulation import Accepted, SimulatedService
from .scenario import Scenario, counted, filled
from .shapes import Shapes


@dataclass
class Verdict:
    """What came of a trial."""

    expected: int
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    #: Came before the command that had to come first.
    out_of_order: list[str] = field(default_factory=list)
    uncalled: list[str] = field(default_factory=list)
    #: Does not have the published shape.
    misshapen: list[str] = field(default_factory=list)
    ended_by_itself: int = 0
    #: How often each of the disturbances that were asked for happened.
    disturbances: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def faults(self) -> dict[str, list[str]]:
        """What is wrong, by kind."""
        return {
            "lost": self.lost, "doubled": self.doubled, "out of order": self.out_of_order, "not called for": self.uncalled,
            "misshapen": self.misshapen,
        }

    @property
    def not_tried(self) -> list[str]:
        """Disturbances that were asked for and never happened: the trial says nothing about them."""
        return [what for what, count in self.disturbances.items() if count == 0]

    @property
    def conforms(self) -> bool:
        return not (any(self.faults.values()) or self.ended_by_itself or self.not_tried)


class Trial:
    """One run. `command` is the adapter's, with `{connection}` and `{folder}` where it wants them.

    `disturb` names what is done to it (all of `KINDS` if nothing is said). Every deed is a line of `disturbances.jsonl` in the
    folder, after a line with the seed.
    """

    def __init__(
        self, scenario: Scenario, command: list[str], folder: Path, *, rounds: int = 40, kills: int = 8, seed: int = 1,
        patience: float = 60.0, disturb: frozenset[str] = frozenset(KINDS), shapes: Shapes | None = None,
        report: Callable[[str], None] = lambda text: None,
    ) -> None:
        self.scenario = scenario
        self.folder = folder
        self.rounds = rounds
        self.kills = kills if "killed" in disturb else 0
        self.disturb = disturb
        self.patience = patience
        self.shapes = shapes
        self.report = report
        self.chance = random.Random(f"{seed}:kills")
        self.seed = seed
        self.command = [
            part.replace("{connection}", str(folder / "connection.json")).replace("{folder}", str(folder))
            for part in command
        ]
        self.process: subprocess.Popen[bytes] | None = None
        self.ended_by_itself = 0
        self.told = 0
        self.deaths: list[Disturbance] = []
        self.misshapen: list[str] = []
        #: Every command that was accepted, of all services, in the order of its acceptance.
        self.accepted: list[Accepted] = []
        self.answered: set[str] = set()
        self.services: dict[str, SimulatedService] = {}

    def run(self) -> Verdict:
        begun = time.monotonic()
        self.services = {
            name: SimulatedService(name, faults=self._faults(), decide=self._decide) for name in SERVICES
        }
        try:
            self._prepare()
            self._disturb()
            self._wait()
            return self._judge(time.monotonic() - begun)
        finally:
            self._end()
            for service in self.services.values():
                service.close()
            self._write_deeds()

    def _faults(self) -> Faults:
        def often(what: str, share: float) -> float:
            return share if what in self.disturb else 0.0

        return Faults(
            seed=self.seed, lost_requests=often("dropped", 0.1), lost_replies=often("dropped", 0.15),
            doubled_requests=often("doubled", 0.1), doubled_replies=often("doubled", 0.1), reordered=often("reordered", 0.1),
            delayed=often("delayed", 0.3), longest_delay=0.4)

    # What the adapter meets

    def _prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        zmq.auth.create_certificates(self.folder, self.scenario.role)
        connection = {
            "services": {
                name: {"endpoint": service.endpoint, "key": service.key} for name, service in self.services.items()
            },
            "clients": {
                self.scenario.role: {
                    "certificate": f"{self.scenario.role}.key_secret", "organisation": f"sample-{self.scenario.role}",
                    "source": f"urn:sample:{self.scenario.role}",
                }
            },
        }
        (self.folder / "connection.json").write_text(json.dumps(connection, indent=2), encoding="utf-8")
        for name, content in self.scenario.files.items():
            lines = [content["head"]] if "head" in content else []
            lines += [counted(content["line"], n) for n in range(1, self.rounds + 1)]
            file = self.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for name, answer in self.scenario.queries.items():
            self.services[wire.service_of(name)].answers[wire.wire_type(name)] = functools.partial(_same, answer)

    def _tell(self, until: int) -> None:
        """Publishes the events of the rounds up to this one that were not told yet."""
        while self.told < min(until, self.rounds):
            self.told += 1
            for event in counted(self.scenario.events, self.told):
                self._publish(event)

    def _publish(self, event: dict[str, Any]) -> None:
        self.services[wire.service_of(event["name"])].publish(event["name"], event["data"], subject=event["subject"])

    def _decide(self, command: Accepted) -> dict[str, Any]:
        self.accepted.append(command)
        if self.shapes is not None and (wrong := self.shapes.fault(command.type, command.body)):
            self.misshapen.append(f"{command.type} {command.id}: {wrong}")
        called = self.scenario.came(command.type, command.body)
        for n in range(1, self.rounds + 1) if called else []:
            for expected in self.scenario.expects:
                if expected.due(n) == called:
                    # What it publishes comes of its first arrival, whatever id a second one has.
                    if called not in self.answered:
                        self.answered.add(called)
                        for event in filled(counted(expected.publishes, n), command.body):
                            self._publish(event)
                    return expected.reply
        return {}

    # The adapter's life

    def _start(self) -> None:
        log = (self.folder / "adapter.log").open("ab")
        self.process = subprocess.Popen(self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        log.close()

    def _end(self) -> None:
        if self.process is not None:
            if self.process.poll() is None:
                self.process.kill()
            self.process.wait()
            self.process = None

    def _kill(self) -> None:
        """Kills it, and notes the kill if that is what it died of."""
        process = self.process
        self._end()
        if process is not None and process.returncode == -signal.SIGKILL:
            self.deaths.append(Disturbance(time.time(), "", "killed", id=str(process.pid)))

    def _watch(self) -> None:
        """An adapter that ends by itself is started again, as systemd would, and it is held against it."""
        if self.process is None or self.process.poll() is not None:
            if self.process is not None:
                self.ended_by_itself += 1
                if self.ended_by_itself >= 5:
                    log = (self.folder / "adapter.log").read_text(encoding="utf-8", errors="replace")
                    raise RuntimeError(f"the adapter keeps ending by itself:\n{log[-2000:]}")
            self._start()

    def _disturb(self) -> None:
        lives = max(1, self.kills)
        for life in range(lives):
            self._watch()
            alive = self.chance.uniform(0.3, 2.0)
            begun = time.monotonic()
            # The share of the rounds that is told before this kill, told bit by bit, so that the blow falls among them.
            first, last = self.rounds * life // lives, self.rounds * (life + 1) // lives
            while (passed := time.monotonic() - begun) < alive:
                self._tell(first + int((last - first) * passed / alive) + 1)
                time.sleep(0.02)
                self._watch()
            if self.kills:
                self._kill()
                self.report(
                    f"killed {life + 1} of {self.kills} after {alive:.1f} s; {self._done()} of {self._due()} commands came")

    def _wait(self) -> None:
        """Until everything has come, or nothing for as long as patience lasts; then for a while in which doubles might."""
        self._tell(self.rounds)
        done, end = self._done(), time.monotonic() + self.patience
        while done < self._due() and time.monotonic() < end:
            self._watch()
            time.sleep(0.05)
            if (now := self._done()) > done:
                done, end = now, time.monotonic() + self.patience
        settle = time.monotonic() + Faults().longest_hold + 0.5
        while time.monotonic() < settle:
            self._watch()
            time.sleep(0.05)

    # The judgement

    def _came(self) -> list[str]:
        """What came, as a verdict calls it, in the order of its acceptance."""
        return [
            called for command in list(self.accepted) if (called := self.scenario.came(command.type, command.body))
        ]

    def _done(self) -> int:
        return len(set(self._came()))

    def _due(self) -> int:
        return self.rounds * len(self.scenario.expects)

    def _judge(self, seconds: float) -> Verdict:
        order = self._came()
        came = Counter(order)
        rounds = [self.scenario.due(n) for n in range(1, self.rounds + 1)]
        due = [key for each in rounds for key in each]
        out_of_order: list[str] = []
        if self.scenario.in_order:
            for each in rounds:
                places = [order.index(key) for key in each if key in came]
                out_of_order += [each[0]] if places != sorted(places) else []
        done = Counter(deed.what for deed in self._deeds())
        return Verdict(
            expected=len(due), lost=[key for key in due if came[key] == 0], doubled=[key for key in due if came[key] > 1],
            out_of_order=out_of_order, uncalled=sorted(set(came) - set(due)), misshapen=list(self.misshapen),
            ended_by_itself=self.ended_by_itself, disturbances={what: done[what] for what in KINDS if what in self.disturb},
            seconds=seconds)

    def _deeds(self) -> list[Disturbance]:
        deeds = list(self.deaths)
        for service in self.services.values():
            deeds += list(service.deeds)
        return sorted(deeds, key=lambda deed: deed.at)

    def _write_deeds(self) -> None:
        head = {
            "scenario": self.scenario.name, "seed": self.seed, "rounds": self.rounds, "kills": self.kills,
            "disturb": [what for what in KINDS if what in self.disturb],
        }
        lines = [head] + [dataclasses.asdict(deed) for deed in self._deeds()]
        (self.folder / "disturbances.jsonl").write_text(
            "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def _same(answer: dict[str, Any], question: dict[str, Any]) -> dict[str, Any]:
    """The scenario's answer, whatever is asked."""
    return answer
