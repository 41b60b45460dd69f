"""Runs an adapter through a scenario with disturbances, and judges it."""

from __future__ import annotations

import functools
import json
import random
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
from ..simulation import Faults, SimulatedService
from .scenario import Scenario, counted


@dataclass
class Verdict:
    """What came of a trial."""

    expected: int
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    uncalled: list[str] = field(default_factory=list)
    kills: int = 0
    ended_by_itself: int = 0
    disturbances: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def conforms(self) -> bool:
        return not (self.lost or self.doubled or self.uncalled or self.ended_by_itself)


class Trial:
    """One run. `command` is the adapter's, with `{connection}` and `{folder}` where it wants them."""

    def __init__(
        self, scenario: Scenario, command: list[str], folder: Path, *, rounds: int = 40, kills: int = 8, seed: int = 1,
        patience: float = 60.0, report: Callable[[str], None] = lambda text: None,
    ) -> None:
        self.scenario = scenario
        self.folder = folder
        self.rounds = rounds
        self.kills = kills
        self.patience = patience
        self.report = report
        self.chance = random.Random(seed)
        self.seed = seed
        self.command = [
            part.replace("{connection}", str(folder / "connection.json")).replace("{folder}", str(folder))
            for part in command
        ]
        self.process: subprocess.Popen[bytes] | None = None
        self.ended_by_itself = 0
        self.told = 0

    def run(self) -> Verdict:
        begun = time.monotonic()
        faults = Faults(
            seed=self.seed, lost_requests=0.1, lost_replies=0.15, doubled_requests=0.1, doubled_replies=0.1, delayed=0.3,
            longest_delay=0.4)
        services = {name: SimulatedService(name, faults=faults, decide=self._reply) for name in SERVICES}
        try:
            self._prepare(services)
            kills = self._disturb(services)
            self._wait(services)
            return self._judge(services, kills, time.monotonic() - begun)
        finally:
            self._kill()
            for service in services.values():
                service.close()

    # What the adapter meets

    def _prepare(self, services: dict[str, SimulatedService]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        zmq.auth.create_certificates(self.folder, self.scenario.role)
        connection = {
            "services": {name: {"endpoint": service.endpoint, "key": service.key} for name, service in services.items()},
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
            services[wire.service_of(name)].answers[wire.wire_type(name)] = functools.partial(_same, answer)

    def _tell(self, services: dict[str, SimulatedService], until: int) -> None:
        """Publishes the events of the rounds up to this one that were not told yet."""
        while self.told < min(until, self.rounds):
            self.told += 1
            for event in counted(self.scenario.events, self.told):
                services[wire.service_of(event["name"])].publish(event["name"], event["data"], subject=event["subject"])

    def _reply(self, command: Any) -> dict[str, Any]:
        return self.scenario.reply if command.type == wire.wire_type(self.scenario.command) else {}

    # The adapter's life

    def _start(self) -> None:
        log = (self.folder / "adapter.log").open("ab")
        self.process = subprocess.Popen(self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        log.close()

    def _kill(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
        if self.process is not None:
            self.process.wait()
            self.process = None

    def _watch(self) -> None:
        """An adapter that ends by itself is started again, as systemd would, and it is held against it."""
        if self.process is None or self.process.poll() is not None:
            if self.process is not None:
                self.ended_by_itself += 1
                if self.ended_by_itself >= 5:
                    log = (self.folder / "adapter.log").read_text(encoding="utf-8", errors="replace")
                    raise RuntimeError(f"the adapter keeps ending by itself:\n{log[-2000:]}")
            self._start()

    def _disturb(self, services: dict[str, SimulatedService]) -> int:
        for kill in range(self.kills):
            self._watch()
            alive = self.chance.uniform(0.3, 2.0)
            begun = time.monotonic()
            # The share of the rounds that is told before this kill, told bit by bit, so that the blow falls among them.
            first, last = self.rounds * kill // self.kills, self.rounds * (kill + 1) // self.kills
            while (passed := time.monotonic() - begun) < alive:
                self._tell(services, first + int((last - first) * passed / alive) + 1)
                time.sleep(0.02)
                self._watch()
            self._kill()
            self.report(f"killed {kill + 1} of {self.kills} after {alive:.1f} s; {self._done(services)} of {self.rounds} done")
        return self.kills

    def _wait(self, services: dict[str, SimulatedService]) -> None:
        """Until everything has come, and then for a while in which doubles might."""
        self._tell(services, self.rounds)
        end = time.monotonic() + self.patience
        while self._done(services) < self.rounds and time.monotonic() < end:
            self._watch()
            time.sleep(0.05)
        settle = time.monotonic() + 2.0
        while time.monotonic() < settle:
            self._watch()
            time.sleep(0.05)

    # The judgement

    def _keys(self, services: dict[str, SimulatedService]) -> list[str]:
        wanted = wire.wire_type(self.scenario.command)
        service = services[wire.service_of(self.scenario.command)]
        return [str(command.body.get(self.scenario.key)) for command in list(service.accepted) if command.type == wanted]

    def _done(self, services: dict[str, SimulatedService]) -> int:
        return len(set(self._keys(services)))

    def _judge(self, services: dict[str, SimulatedService], kills: int, seconds: float) -> Verdict:
        came = Counter(self._keys(services))
        due = [counted(self.scenario.value, n) for n in range(1, self.rounds + 1)]
        total: Counter[str] = Counter()
        for service in services.values():
            total.update(service.disturbances)
        return Verdict(
            expected=self.rounds, lost=[key for key in due if came[key] == 0], doubled=[key for key in due if came[key] > 1],
            uncalled=sorted(set(came) - set(due)), kills=kills, ended_by_itself=self.ended_by_itself,
            disturbances=dict(total), seconds=seconds)


def _same(answer: dict[str, Any], question: dict[str, Any]) -> dict[str, Any]:
    """The scenario's answer, whatever is asked."""
    return answer
