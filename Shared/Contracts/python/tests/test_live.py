"""The package against real services, where JIUGAI_CONNECTION names an installation."""

from __future__ import annotations

import hashlib
import os
import tempfile
import unittest
from pathlib import Path

from jiugai import Adapter, Client, Connection, Event, FeedReader, Refused, Rejected, Store, Work, wire

CONNECTION = os.environ.get("JIUGAI_CONNECTION")


@unittest.skipUnless(CONNECTION, "JIUGAI_CONNECTION names no installation")
class LiveTests(unittest.TestCase):
    def setUp(self) -> None:
        assert CONNECTION
        self.connection = Connection.load(CONNECTION, "subdistrict")
        self.client = Client(self.connection, patience=20)
        self.addCleanup(self.client.close)

    def register(self, id: str, name: str) -> object:
        paper = self.client.attach("intake", "城关范围证明".encode() * 9000, media_type="text/plain")
        return self.client.send(
            "intake.register-community",
            {"division": "330382", "name": name, "address": "乐成街道样例路2号", "subdistrict": "乐成街道",
             "residentsCommittee": "样例社区", "geography": "urban-core", "geographyEvidence": paper},
            subject="330382", on="2024-01-08", id=id)

    def test_a_command_and_its_repeat(self) -> None:
        id = wire.new_id()
        first, again = self.register(id, f"样例里{id[-6:]}"), self.register(id, f"样例里{id[-6:]}")
        self.assertEqual((first.body, first.last, again.replayed), (again.body, again.last, True))  # type: ignore[attr-defined]
        with self.assertRaises(Rejected) as caught:
            self.register(id, "另一个小区")
        self.assertEqual(caught.exception.code, "ID_REUSED")

    def test_a_paper_is_read_back(self) -> None:
        id, data = wire.new_id(), "城关范围证明".encode() * 9000
        community = self.register(id, f"样例里{id[-6:]}").body["community"]  # type: ignore[attr-defined]
        sha256, folder = hashlib.sha256(data).hexdigest(), Path(tempfile.mkdtemp())
        # An earlier call came so far.
        (folder / "paper.part").write_bytes(data[:70_000])
        paper = self.client.fetch("intake", sha256, folder / "paper", subject=community)
        self.assertEqual((paper.size, paper.classification, paper.media_type), (len(data), "P1", "text/plain"))
        self.assertEqual((folder / "paper").read_bytes(), data)
        self.assertEqual([file.name for file in folder.iterdir()], ["paper"])
        with self.assertRaises(FileExistsError):
            self.client.fetch("intake", sha256, folder / "paper", subject=community)
        # What stood there of another file is found out, and goes.
        (folder / "other.part").write_bytes(b"x" * 70_000)
        with self.assertRaises(ValueError):
            self.client.fetch("intake", sha256, folder / "other", subject=community)
        self.assertEqual([file.name for file in folder.iterdir()], ["paper"])
        with self.assertRaises(Rejected) as caught:
            self.client.find("intake", "0" * 64, subject=community)
        self.assertEqual(caught.exception.code, "CONFLICT")

    def test_a_refusal_tells_what_to_do(self) -> None:
        with self.assertRaises(Refused) as caught:
            self.client.send(
                "intake.open-project",
                {"community": "330382-C99999", "title": "样例", "edition": {
                    "pack": "yueqing", "edition": "2024-1", "sha256": "0" * 64}},
                subject="330382-C99999", on="2024-01-08", id=wire.new_id())
        self.assertEqual(caught.exception.problem["code"], "community-unknown")

    def test_the_chain_holds_and_an_adapter_follows(self) -> None:
        id = wire.new_id()
        self.register(id, f"样例里{id[-6:]}")
        page = FeedReader(self.client, "intake", "live").read(None, wait=0)
        self.assertGreater(len(page.events), 0)
        seen: list[int] = []
        store = Store(Path(tempfile.mkdtemp()) / "s.sqlite")
        adapter = Adapter(self.connection, store, "live-adapter")
        self.addCleanup(adapter.close)

        @adapter.on("intake.community-registered")
        def registered(event: Event, work: Work) -> None:
            seen.append(event.sequence)
            work.write(f"seen/{event.sequence}", event.data["community"])

        while adapter.round():
            pass
        self.assertEqual(len(seen), len(set(seen)))
        self.assertEqual(len(store.notes("seen/")), len(seen))


if __name__ == "__main__":
    unittest.main()
