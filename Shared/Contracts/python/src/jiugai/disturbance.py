"""What a network does to messages when it is at its worst, each deed written down.

A message is dropped, doubled, held back until others have overtaken it, or delayed. What is decided follows from the seed alone;
when the messages come, and so which of them are met, is the programs' own affair.
"""

from __future__ import annotations

import heapq
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

#: What can be done to a message, and to the program.
KINDS = ("dropped", "doubled", "reordered", "delayed", "killed")


@dataclass(frozen=True)
class Faults:
    """How often a message is lost, doubled, overtaken or delayed (0 to 1), and for how long at most, in seconds."""

    seed: int = 0
    lost_requests: float = 0.0
    lost_replies: float = 0.0
    doubled_requests: float = 0.0
    doubled_replies: float = 0.0
    reordered: float = 0.0
    delayed: float = 0.0
    longest_delay: float = 0.5
    #: A message is held back until another has overtaken it, but not longer than this: more than the 2 s after which a sender asks
    #: again, so that at least its own copy overtakes it, and more than most readers wait for news.
    longest_hold: float = 6.0


@dataclass(frozen=True)
class Disturbance:
    """One deed: `what` is one of `KINDS`, `way` request or reply (empty for a kill)."""

    at: float
    service: str
    what: str
    way: str = ""
    type: str = ""
    id: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Parcel:
    """A message on its way. `lane` is its connection and direction: only in one lane can messages overtake each other."""

    lane: tuple[bytes, str]
    type: str
    id: str
    deliver: Callable[[], None]


@dataclass
class _Held:
    parcel: Parcel
    since: float
    until: float
    overtaken: bool = False


@dataclass(order=True)
class _Due:
    at: float
    order: int
    parcel: Parcel = field(compare=False)


class Storm:
    """Stands between the socket and the service; used by the service's own thread. `note` is told of each deed."""

    def __init__(self, service: str, faults: Faults, note: Callable[[Disturbance], None]) -> None:
        self.service = service
        self.faults = faults
        self.note = note
        self.chance = random.Random(f"{faults.seed}:{service}")
        self.due: list[_Due] = []
        self.held: list[_Held] = []
        self.count = 0
        #: How many messages were spared since the last one, by what.
        self.since: dict[str, int] = {}

    def meet(self, parcel: Parcel) -> None:
        """Lets a message through, or not, once or twice, now or later."""
        is_request = parcel.lane[1] == "request"
        way = parcel.lane[1]
        if self._happens(self.faults.lost_requests if is_request else self.faults.lost_replies, f"dropped {way}"):
            return self._tell("dropped", parcel)
        self._fate(parcel, self._happens(self.faults.reordered, "reordered"))
        if self._happens(self.faults.doubled_requests if is_request else self.faults.doubled_replies, f"doubled {way}"):
            self._tell("doubled", parcel)
            # The copy is what most often comes too late: a message that everyone had done with.
            self._fate(parcel, self.faults.reordered > 0)

    def tick(self) -> None:
        """Delivers what is due."""
        now = time.monotonic()
        while self.due and self.due[0].at <= now:
            self._through(heapq.heappop(self.due).parcel)
        for held in [held for held in self.held if held.until <= now]:
            self._release(held)

    def _fate(self, parcel: Parcel, is_held: bool) -> None:
        now = time.monotonic()
        if is_held:
            self.held.append(_Held(parcel, now, now + self.faults.longest_hold))
        elif self._happens(self.faults.delayed, "delayed"):
            seconds = self.chance.uniform(0, self.faults.longest_delay)
            self.count += 1
            self._tell("delayed", parcel, seconds)
            heapq.heappush(self.due, _Due(now + seconds, self.count, parcel))
        else:
            self._through(parcel)

    def _through(self, parcel: Parcel) -> None:
        parcel.deliver()
        for held in [held for held in self.held if held.parcel.lane == parcel.lane]:
            held.overtaken = True
            self._release(held)

    def _release(self, held: _Held) -> None:
        if held not in self.held:
            return
        self.held.remove(held)
        # Whom nobody overtook was not reordered, only late.
        self._tell("reordered" if held.overtaken else "delayed", held.parcel, time.monotonic() - held.since)
        held.parcel.deliver()

    def _happens(self, often: float, what: str) -> bool:
        """By chance, but at the latest after twice as many messages as it takes on average: a short trial has everything too."""
        if often <= 0:
            return False
        self.since[what] = self.since.get(what, 0) + 1
        if self.chance.random() >= often and self.since[what] < 2 / often:
            return False
        self.since[what] = 0
        return True

    def _tell(self, what: str, parcel: Parcel, seconds: float = 0.0) -> None:
        self.note(
            Disturbance(time.time(), self.service, what, parcel.lane[1], parcel.type, parcel.id, round(seconds, 3)))
