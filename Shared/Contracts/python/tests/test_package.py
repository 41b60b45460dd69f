"""The package against a simulated service: every promise it makes, with the fault that would break it."""

from __future__ import annotations

import dataclasses
import json
import tempfile
import threading
import unittest
from pathlib import Path
from typing import Any

import zmq

from jiugai import (
    Adapter,
    Client,
    Connection,
    Cursor,
    Event,
    FeedBroken,
    FeedReader,
    Rejected,
    Store,
    Unanswered,
    Work,
    wire,
)
from jiugai.connection import Endpoint
from jiugai.simulation import Faults, SimulatedService


class Case(unittest.TestCase):
    """A simulated funding service, and a folder."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())

    def service(self, faults: Faults | None = None, **more: Any) -> SimulatedService:
        service = SimulatedService("funding", faults=faults, **more)
        self.addCleanup(service.close)
        return service

    def connection(self, service: SimulatedService) -> Connection:
        public, secret = zmq.curve_keypair()
        return Connection({"funding": Endpoint(service.endpoint, service.key)}, public, secret, "urn:sample:finance")

    def client(self, service: SimulatedService, patience: float = 10.0) -> Client:
        client = Client(self.connection(service), patience=patience)
        self.addCleanup(client.close)
        return client


class WireTests(Case):
    def test_ids_are_of_version_seven_and_differ(self) -> None:
        ids = {wire.new_id() for _ in range(1000)}
        self.assertEqual(len(ids), 1000)
        for id in ids:
            self.assertRegex(id, r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")

    def test_no_floating_point(self) -> None:
        self.assertEqual(wire.encode({"amount": "1.00", "n": 2}), b'{"amount":"1.00","n":2}')
        for value in (1.0, {"a": [1.5]}, {1: "a"}, {"a": b"x"}):
            with self.assertRaises(TypeError):
                wire.encode(value)

    def test_names(self) -> None:
        self.assertEqual(wire.wire_type("funding.settle"), "jiugai.funding.settle.v1")
        self.assertEqual(wire.service_of("jiugai.funding.settle.v1"), "funding")


class ClientTests(Case):
    def send(self, client: Client, id: str, body: dict[str, Any] | None = None) -> Any:
        return client.send("funding.settle", body or {"project": "p"}, subject="p", on="2024-06-03", id=id)

    def test_the_same_id_happens_once(self) -> None:
        service = self.service()
        service.decide = lambda command: {"n": len(service.accepted)}
        client = self.client(service)
        first, again = self.send(client, "a"), self.send(client, "a")
        self.assertEqual((first.body, first.replayed), ({"n": 0}, False))
        self.assertEqual((again.body, again.replayed), ({"n": 0}, True))
        with self.assertRaises(Rejected) as caught:
            self.send(client, "a", {"project": "q"})
        self.assertEqual(caught.exception.code, "ID_REUSED")
        self.assertEqual(len(service.accepted), 1)

    def test_lost_and_doubled_messages_do_not_show(self) -> None:
        service = self.service(
            Faults(seed=3, lost_requests=0.3, lost_replies=0.3, doubled_requests=0.3, doubled_replies=0.3))
        client = self.client(service, patience=60)
        client.line("funding")
        for n in range(4):
            self.send(client, f"c{n}")
        self.assertEqual([command.id for command in service.accepted], ["c0", "c1", "c2", "c3"])
        self.assertIn("dropped", [deed.what for deed in service.deeds])

    def test_silence_is_told(self) -> None:
        service = self.service(Faults(lost_replies=1.0))
        with self.assertRaises(Unanswered):
            self.send(self.client(service, patience=0.4), "a")
        self.assertEqual(len(service.accepted), 1, "it was carried out: only the answer was lost")

    def test_what_is_too_large_never_leaves(self) -> None:
        service = self.service()
        with self.assertRaises(Rejected) as caught:
            self.send(self.client(service), "a", {"text": "x" * wire.LARGEST_BODY})
        self.assertEqual(caught.exception.code, "TOO_LARGE")
        self.assertEqual(service.accepted, [])

    def test_papers_go_in_chunks(self) -> None:
        service = self.service()
        data = b"x" * 150_000
        sha256 = self.client(service).attach("funding", data)
        self.assertEqual(service.papers[sha256], 150_000)


class StormTests(Case):
    """That what the deeds say was done was done: four questions at once, by a socket without any care of its own."""

    def answers(self, faults: Faults) -> tuple[list[str], list[str]]:
        """The ids answered, in order, and what was done."""
        service = self.service(faults)
        context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        socket = context.socket(zmq.DEALER)
        public, secret = zmq.curve_keypair()
        socket.curve_serverkey, socket.curve_publickey, socket.curve_secretkey = service.key.encode(), public, secret
        socket.connect(service.endpoint)
        for id in "abcd":
            header = {"specversion": "1.0", "id": id, "source": "s", "type": "jiugai.funding.health.v1"}
            socket.send_multipart([b"", wire.QUERY, wire.encode(header), b"{}"])
        ids: list[str] = []
        while socket.poll(1200):
            ids.append(json.loads(socket.recv_multipart()[2])["inreplyto"])
        socket.close(linger=0)
        context.term()
        return ids, [deed.what for deed in service.deeds]

    def test_nothing(self) -> None:
        self.assertEqual(self.answers(Faults()), (list("abcd"), []))

    def test_dropped(self) -> None:
        self.assertEqual(self.answers(Faults(lost_requests=1.0)), ([], ["dropped"] * 4))
        self.assertEqual(self.answers(Faults(lost_replies=1.0)), ([], ["dropped"] * 4))

    def test_doubled(self) -> None:
        ids, deeds = self.answers(Faults(doubled_replies=1.0))
        self.assertEqual((sorted(ids), deeds), (sorted("aabbccdd"), ["doubled"] * 4))

    def test_reordered(self) -> None:
        ids, deeds = self.answers(Faults(seed=4, reordered=0.5, longest_hold=0.5))
        self.assertEqual(sorted(ids), list("abcd"), "nothing is lost by it")
        self.assertNotEqual(ids, sorted(ids))
        self.assertIn("reordered", deeds)

    def test_delayed(self) -> None:
        service = self.service(Faults(delayed=1.0, longest_delay=0.2))
        self.client(service).query("funding.health")
        self.assertEqual([(deed.what, deed.way) for deed in service.deeds], [("delayed", "request"), ("delayed", "reply")])
        self.assertGreater(sum(deed.seconds for deed in service.deeds), 0)

    def test_the_seed_decides(self) -> None:
        faults = Faults(seed=7, lost_requests=0.5)
        self.assertEqual(self.answers(faults), self.answers(faults))

    def test_what_is_no_json_is_told(self) -> None:
        service = self.service()
        with self.assertRaises(Rejected) as caught:
            self.client(service).line("funding").ask(wire.QUERY, {"id": "a", "type": "jiugai.funding.health.v1"}, b"{]")
        self.assertEqual(caught.exception.code, "MALFORMED")


class FeedTests(Case):
    def test_pages_skips_and_cursor(self) -> None:
        service = self.service()
        for n in range(1, 8):
            service.publish("funding.settled" if n % 3 else "funding.other", {"n": n}, subject="p")
        reader = FeedReader(self.client(service), "funding", "t", types=["funding.settled"])
        seen: list[int] = []
        cursor: Cursor | None = None
        for _ in range(5):
            page = reader.read(cursor, most=2, wait=0)
            seen += [event["data"]["n"] for event in page.events]
            cursor = page.cursor
        self.assertEqual(seen, [1, 2, 4, 5, 7])
        self.assertEqual(cursor and cursor.sequence, 7)

    def test_another_past_is_found(self) -> None:
        service = self.service()
        for n in range(3):
            service.publish("funding.settled", {"n": n}, subject="p")
        reader = FeedReader(self.client(service), "funding", "t")
        cursor = reader.read(None, wait=0).cursor
        for wrong in (
            dataclasses.replace(cursor, hash=bytes(32)), dataclasses.replace(cursor, sequence=9),
        ):
            with self.assertRaises(FeedBroken):
                reader.read(wrong, wait=0)
        service.lines[1] = service.lines[1].replace(b'"n":1', b'"n":7')
        with self.assertRaises(FeedBroken) as caught:
            reader.read(None, wait=0)
        self.assertEqual(caught.exception.code, "FEED_DIVERGED")


    def test_a_doubled_read_is_one_read(self) -> None:
        service = self.service(Faults(doubled_requests=1.0))
        reader = FeedReader(self.client(service), "funding", "t")
        service.publish("funding.settled", {"n": 1}, subject="p")
        page = reader.read(None, wait=0)
        self.assertEqual(len(page.events), 1)
        self.assertEqual(reader.read(page.cursor, wait=0.2).events, [])

    def test_another_program_under_the_same_name_is_told(self) -> None:
        service = self.service()
        told: list[str] = []

        def read(wait: float) -> None:
            with Client(self.connection(service), patience=30) as client:
                reader = FeedReader(client, "funding", "t")
                try:
                    while not told:
                        reader.read(None, wait=wait)
                except Rejected as rejection:
                    told.append(rejection.code)

        threads = [threading.Thread(target=read, args=(wait,)) for wait in (5.0, 0.1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(told[0], "REPLACED")


class StoreTests(Case):
    def test_all_or_nothing(self) -> None:
        store = Store(self.folder / "s.sqlite")
        with self.assertRaises(ZeroDivisionError), store.transaction():
            store.write("a", 1)
            store.enqueue("id", "funding.settle", {}, subject="p", on="2024-06-03")
            store.move("funding", Cursor("e", 4, bytes(32)))
            raise ZeroDivisionError
        self.assertEqual((store.note("a"), store.waiting(), store.cursor("funding")), (None, [], None))

    def test_kept_in_order_and_once(self) -> None:
        store = Store(self.folder / "s.sqlite")
        for id in ("b", "a", "b"):
            store.enqueue(id, "funding.settle", {"x": id}, subject="p", on="2024-06-03")
        store.settle("b", "done", {"ok": True})
        store.close()
        store = Store(self.folder / "s.sqlite")
        self.assertEqual([command.id for command in store.waiting()], ["a"])
        self.assertEqual([(command.id, command.state) for command in store.outgoing()], [("b", "done"), ("a", "waiting")])

    def test_syncs_fully(self) -> None:
        store = Store(self.folder / "s.sqlite")
        self.assertEqual(store.database.execute("PRAGMA synchronous").fetchone(), (2,))


class AdapterTests(Case):
    def adapter(self, service: SimulatedService, store: Store) -> Adapter:
        adapter = Adapter(self.connection(service), store, "t", patience=5)
        self.addCleanup(adapter.close)

        @adapter.on("funding.settled")
        def settled(event: Event, work: Work) -> None:
            work.send("funding.settle", {"n": event.data["n"]}, subject=event.subject, on=event.on)
            if event.data["n"] == 13:
                raise ZeroDivisionError

        return adapter

    def test_each_event_once(self) -> None:
        service = self.service()
        for n in range(5):
            service.publish("funding.settled", {"n": n}, subject="p")
        store = Store(self.folder / "s.sqlite")
        adapter = self.adapter(service, store)
        while adapter.round():
            pass
        self.assertEqual([command.body["n"] for command in service.accepted], [0, 1, 2, 3, 4])
        self.assertEqual({command.state for command in store.outgoing()}, {"done"})

    def test_a_handler_that_fails_leaves_nothing(self) -> None:
        service = self.service()
        service.publish("funding.settled", {"n": 1}, subject="p")
        service.publish("funding.settled", {"n": 13}, subject="p")
        store = Store(self.folder / "s.sqlite")
        adapter = self.adapter(service, store)
        with self.assertRaises(ZeroDivisionError):
            adapter.round()
        self.assertEqual((store.outgoing(), store.cursor("funding"), service.accepted), ([], None, []))

    def test_a_lost_file_sends_the_same_again(self) -> None:
        service = self.service()
        service.publish("funding.settled", {"n": 1}, subject="p")
        for name in ("first.sqlite", "second.sqlite"):
            adapter = self.adapter(service, Store(self.folder / name))
            while adapter.round():
                pass
        self.assertEqual(len(service.accepted), 1)

    def test_a_later_refusal_becomes_a_new_command(self) -> None:
        store = Store(self.folder / "s.sqlite")
        service = self.service()
        adapter = self.adapter(service, store)
        store.enqueue("a", "funding.settle", {"x": 1}, subject="p", on="2024-06-03")
        command = store.waiting()[0]
        adapter._again(command)
        adapter._again(command)
        tries = store.outgoing()
        self.assertEqual([(each.attempt, each.not_before > 0) for each in tries], [(1, False), (2, True)])
        self.assertNotEqual(tries[0].id, tries[1].id)

    def test_unknown_but_critical_stops(self) -> None:
        service = self.service()
        store = Store(self.folder / "s.sqlite")
        adapter = self.adapter(service, store)
        page = FeedReader(self.client(service), "funding", "t").read(None, wait=0)
        strange = {"type": "jiugai.funding.strange.v1", "sequence": 1, "critical": True}
        with self.assertRaises(FeedBroken):
            adapter._apply("funding", dataclasses.replace(page, events=[strange]))
        adapter._apply("funding", dataclasses.replace(page, events=[{**strange, "critical": False}]))


if __name__ == "__main__":
    unittest.main()
