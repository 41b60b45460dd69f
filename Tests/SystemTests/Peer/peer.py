#!/usr/bin/env python3
"""A peer of Jiugai in Python: what another department's program does to take part.

It registers a community, opens a project, enters a tiny roll, holds a willingness round, and reads the feeds of intake
and voting with a cursor that survives its own restart. Every message is held against the published JSON Schemas, and
the hash chain of the feeds is computed here, not believed.

    peer.py --connection connection.json --schemas Shared/Contracts/Published \\
            --pack Shared/Policy/Packs/yueqing/2024-1.yaml --state peer-state.json

Needs pyzmq and jsonschema. Run it again with the same state, after a crash or for the pleasure of it: every command is
sent with the id that it had before, and has therefore happened once.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import secrets
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import zmq
import zmq.auth
from referencing import Registry, Resource

Body = dict[str, Any]
SEND_AGAIN = {"BUSY", "RATE_LIMITED", "STORE_FULL", "SHUTTING_DOWN", "NEEDS_REPAIR", "INTERNAL"}


class Refused(Exception):
    """The rules or the state say no; `problem` tells by which article."""

    def __init__(self, problem: Body) -> None:
        super().__init__(problem["title"])
        self.problem = problem


class Schemas:
    """The published contract: one file for each message type."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = {m["type"]: m["file"] for m in json.loads((folder / "index.json").read_bytes())["messages"]}
        self.validators: dict[str, jsonschema.Draft202012Validator] = {}
        self.checked = 0

    def check(self, value: Any, message: str, part: str = "") -> None:
        """Holds a value against a message's own schema, or against its `reply`, `answer` or `envelope`."""
        key = f"{message}#{part and '/$defs/' + part}"
        if key not in self.validators:
            schema = json.loads((self.folder / self.files[message]).read_bytes())
            registry = Registry().with_resource(schema["$id"], Resource.from_contents(schema))
            reference = {"$ref": f"urn:jiugai:schema:{key}"}
            self.validators[key] = jsonschema.Draft202012Validator(reference, registry=registry)
        self.validators[key].validate(value)
        self.checked += 1


class State:
    """What must outlive this program: the ids of its commands and how far it has read."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.values: Body = {"ids": {}, "cursors": {}, "applied": {}}
        if file.exists():
            self.values = json.loads(file.read_bytes())

    def save(self) -> None:
        draft = self.file.with_suffix(".new")
        with open(draft, "w", encoding="utf-8") as out:
            json.dump(self.values, out, ensure_ascii=False)
            out.flush()
            os.fsync(out.fileno())
        os.replace(draft, self.file)

    def id(self, step: str) -> str:
        """The id of a step's command: made once, and stored before the command is sent for the first time."""
        if step not in self.values["ids"]:
            self.values["ids"][step] = uuid7()
            self.save()
        return str(self.values["ids"][step])


def uuid7() -> str:
    """A UUID of version 7: the time in milliseconds, then chance."""
    moment, chance = int(time.time() * 1000), secrets.randbits(74)
    number = (moment << 80) | (7 << 76) | (chance >> 62 << 64) | (2 << 62) | (chance & (1 << 62) - 1)
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@dataclass
class Reply:
    header: Body
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Office:
    """One socket for each service and role. An unanswered request is sent again with the same id."""

    def __init__(self, connection: Path, schemas: Schemas, state: State) -> None:
        self.folder = connection.parent
        self.known: Body = json.loads(connection.read_bytes())
        self.schemas = schemas
        self.state = state
        self.context = zmq.Context()
        self.sockets: dict[tuple[str, str], zmq.Socket[bytes]] = {}

    def socket(self, service: str, role: str) -> zmq.Socket[bytes]:
        if (service, role) not in self.sockets:
            endpoint = self.known["services"][service]
            public, secret = zmq.auth.load_certificate(self.folder / self.known["clients"][role]["certificate"])
            socket = self.context.socket(zmq.DEALER)
            socket.curve_serverkey = endpoint["key"].encode()
            socket.curve_publickey, socket.curve_secretkey = public, secret or b""
            socket.setsockopt(zmq.LINGER, 0)
            socket.setsockopt(zmq.IMMEDIATE, 1)
            socket.setsockopt(zmq.MAXMSGSIZE, 1_179_648)
            socket.connect(endpoint["endpoint"])
            self.sockets[(service, role)] = socket
        return self.sockets[(service, role)]

    def ask(self, kind: str, service: str, role: str, header: Body, body: bytes, wait: float = 2.0) -> Reply:
        """Sends one request until it is answered, for a minute at most. Silence proves nothing: only a reply does."""
        socket = self.socket(service, role)
        header = {"specversion": "1.0", "source": self.known["clients"][role]["source"], **header}
        for attempt in range(12):
            header["rid"] = secrets.token_hex(4)
            frames = [b"", f"JG1/{kind}".encode(), json.dumps(header, ensure_ascii=False).encode(), body]
            if socket.poll(int(wait * 1000), zmq.POLLOUT):
                socket.send_multipart(frames)
            end = time.monotonic() + wait
            while socket.poll(max(0, int((end - time.monotonic()) * 1000))):
                _, _, answer, content = socket.recv_multipart()
                told: Body = json.loads(answer)
                if told.get("inreplyto") != header["id"]:
                    continue  # An answer to an earlier request that had been given up.
                if told["status"] == "error" and told["code"] in SEND_AGAIN:
                    time.sleep(told.get("retryafterms", 500) / 1000)
                    break
                if told["status"] == "error":
                    raise SystemExit(f"{told['code']}: {content.decode()}")
                if told["status"] == "refused":
                    raise Refused(json.loads(content))
                return Reply(told, content)
            wait = min(wait * 2, 10) * random.uniform(0.5, 1)
        raise SystemExit(f"{service} does not answer; whether {header['id']} was carried out is not known")

    def send(self, step: str, name: str, role: str, day: str, body: Body, subject: str | None = None) -> Any:
        """Sends a command, dated `day`, and gives its typed reply."""
        message = f"jiugai.{name}.v1"
        self.schemas.check(body, message)
        header = {
            "id": self.state.id(step), "type": message, "effectiveon": day,
            "subject": subject or body.get("project") or body.get("community"),
        }
        reply = self.ask("C", name.split(".")[0], role, header, json.dumps(body, ensure_ascii=False).encode())
        self.schemas.check(reply.json, message, "reply")
        return reply.json

    def query(self, name: str, role: str, body: Body) -> Any:
        """Asks about a project; a question changes nothing."""
        message = f"jiugai.{name}.v1"
        self.schemas.check(body, message)
        header = {"id": uuid7(), "type": message, "subject": body["project"]}
        answer = self.ask("Q", name.split(".")[0], role, header, json.dumps(body).encode()).json
        self.schemas.check(answer, message, "answer")
        return answer

    def attach(self, service: str, role: str, data: bytes) -> str:
        """Uploads a document of one chunk and gives the hash by which commands name it."""
        sha256 = hashlib.sha256(data).hexdigest()
        opening = {"sha256": sha256, "size": len(data), "classification": "P1", "mediaType": "text/plain"}
        steps = [("begin", json.dumps(opening).encode()), ("append", data), ("finish", b"")]
        for name, body in steps:
            header: Body = {"id": uuid7(), "type": f"jiugai.document.{name}.v1", "subject": sha256}
            if name == "append":
                header["expectedversion"] = 0
            if self.ask("D", service, role, header, body).json["isComplete"]:
                break
        return sha256

    def read(self, feed: str, role: str, limit: int) -> tuple[int, int]:
        """Reads a page of a feed from where this program stopped, checks its chain, applies it and moves the cursor,
        all of it or nothing. Gives how many events it applied and where the feed ends."""
        cursor = self.state.values["cursors"].get(feed)
        request: Body = {
            "feed": feed, "consumer": "peer", "after": 0, "maxevents": limit, "maxbytes": 262_144, "waitms": 500}
        if cursor:
            request |= {"epoch": cursor["epoch"], "after": cursor["sequence"], "afterhash": cursor["hash"]}
        header = {"id": uuid7(), "type": "jiugai.feed.read.v1"}
        page = self.ask("F", feed, role, header, json.dumps(request).encode(), wait=3.0)
        epoch: str = page.header["epoch"]
        sequence: int = request["after"]
        chain = bytes.fromhex(cursor["hash"]) if cursor else hashlib.sha256(f"JG1{feed}{epoch}".encode()).digest()
        applied: list[int] = []
        for line in page.body.split(b"\n"):
            if not line:
                continue
            event: Body = json.loads(line)
            if "skip" in event:  # Events that are not for this reader: the chain goes on behind them.
                first, last = event["skip"]
                assert first == sequence + 1, "a gap"
                sequence, chain = last, bytes.fromhex(event["hash"])
                continue
            assert event["sequence"] == sequence + 1, "a gap"
            sequence += 1
            chain = hashlib.sha256(chain + sequence.to_bytes(8, "big") + hashlib.sha256(line).digest()).digest()
            self.schemas.check(event, event["type"], "envelope")
            applied.append(sequence)
        if sequence == page.header["head"]:
            assert chain.hex() == page.header["headhash"], "the feed has another past than it says"
        self.state.values["cursors"][feed] = {"epoch": epoch, "sequence": sequence, "hash": chain.hex()}
        self.state.values["applied"].setdefault(feed, []).extend(applied)
        self.state.save()
        return len(applied), page.header["head"]


def hold_round(office: Office, pack: Path) -> Body:
    """From the community to the closed round, with one step that the rules refuse."""
    edition = {"pack": "yueqing", "edition": "2024-1", "sha256": hashlib.sha256(pack.read_bytes()).hexdigest()}
    paper = office.attach("intake", "subdistrict", "城关范围证明\n".encode())
    community = office.send("register", "intake.register-community", "subdistrict", "2024-01-08", {
        "division": "330382", "name": "样例里（对接）", "address": "乐成街道样例路1号", "subdistrict": "乐成街道",
        "residentsCommittee": "样例社区", "geography": "urban-core", "geographyEvidence": paper}, "330382")["community"]
    office.send("survey", "intake.record-survey", "subdistrict", "2024-01-10", {"community": community, "survey": {
        "surveyedOn": "2024-01-10", "totalFloorArea": "320.00", "propertyRightType": "commodity",
        "structuralSafety": "safe", "population": {}, "management": {"isProfessional": False},
        "surroundings": {"attachments": []},
        "buildings": [{"building": "b-1", "completionYear": 1996, "permitFloorArea": "320.00", "stairwells": 1,
                       "households": 4}],
        "exclusions": {name: False for name in (
            "onShantytownPlan", "onExpropriationPlan", "demolishAndRebuild", "mostlySelfBuilt", "urbanVillage")},
        **{name: [] for name in (
            "municipalFacilities", "publicServices", "illegalStructures", "images", "demands", "checks", "evidence")}}})
    office.send("assess", "intake.assess-eligibility", "subdistrict", "2024-01-11", {
        "community": community, "edition": edition, "conditions": []})
    office.send("body", "intake.register-self-governance", "subdistrict", "2024-01-12", {
        "community": community, "form": "owners-committee", "formedOn": "2024-01-12", "hasPartyBranch": True,
        "members": [{"person": "p-1", "name": "样例甲", "post": "主任"}], "stampsByResidentsCommittee": False,
        "evidence": [paper]})
    project = office.send("open", "intake.open-project", "subdistrict", "2024-01-15", {
        "community": community, "title": "样例里改造", "edition": edition})["project"]
    wait_for_project(office, project)

    # Nobody may apply before the residents have said that they want to: the refusal names the article.
    forms = [(form, office.attach("intake", "owners-body", form.encode()))
             for form in ("application-short", "opinion-form", "opinion-summary")]
    refusal: Body = {}
    try:
        office.send("apply-early", "intake.submit-application", "owners-body", "2024-01-20", {
            "project": project, "applicant": "owners-body", "contact": "p-1", "contactName": "样例甲",
            "contactPhone": "13800000000", "advisedByDesigner": False,
            "papers": [{"form": form, "document": document} for form, document in forms]})
    except Refused as refused:
        stops = [f for f in refused.problem["findings"] if f["force"] != "advises" and f["result"] != "satisfied"]
        refusal = {"rules": [f["rule"] for f in stops], "articles": sorted({c for f in stops for c in f["cites"]})}

    units = [{"unit": f"u-{n}", "building": "b-1", "roomNo": f"1幢{n}室", "exclusiveArea": "80.00",
              "areaBasis": "registered", "use": "residential", "owners": [{"person": f"p-{n}"}]} for n in range(1, 5)]
    lines = "".join(f"u-{n}\tb-1\t80.00\tregistered\tresidential\tp-{n}\tsold\thousehold\n" for n in range(1, 5))
    step = {"project": project}
    roll = office.send("roll", "voting.begin-roll", "residents-committee", "2024-02-05", step)["roll"]
    step["roll"] = roll
    office.send("units", "voting.add-roll-units", "residents-committee", "2024-02-05", {**step, "units": units})
    office.send("seal", "voting.seal-roll", "residents-committee", "2024-02-05", {
        **step, "units": 4, "totalArea": "320.00", "contentHash": hashlib.sha256(lines.encode()).hexdigest()})
    opened = office.send("round", "voting.open-round", "owners-body", "2024-02-19", {
        **step, "kind": "willingness", "formsIssued": 4})
    ballots = [{"ballotNo": f"f-{n}", "unit": f"u-{n}", "signer": f"p-{n}", "opinion": "agree", "channel": "paper",
                "signedOn": "2024-02-20"} for n in range(1, 5)]
    office.send("ballots", "voting.cast-ballots", "owners-body", "2024-02-21", {
        "project": project, "round": opened["round"], "ballots": ballots})
    scan = office.attach("voting", "owners-body", "扫描件\n".encode())
    report = office.send("close", "voting.close-round", "owners-body", "2024-02-21", {
        "project": project, "round": opened["round"], "counters": ["p-1"], "scans": [scan]})
    return {"project": project, "round": opened["round"], "carried": report["isCarried"], "refusal": refusal}


def wait_for_project(office: Office, project: str) -> None:
    """Voting hears of the project over intake's feed; until it has, it would refuse with `retry: later`."""
    for _ in range(300):
        answer = office.query("voting.facts", "owners-body", {"project": project})
        if {"intake.project-opened", "intake.self-governance-formed"} <= {known["key"] for known in answer["facts"]}:
            return
        time.sleep(0.1)
    raise SystemExit("voting has not heard of the project")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--connection", "--schemas", "--pack", "--state"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--break-off", action="store_true", help="end in the middle of reading, as a crash would")
    options = parser.parse_args()
    schemas, state = Schemas(options.schemas), State(options.state)
    office = Office(options.connection, schemas, state)
    summary = hold_round(office, options.pack)
    for feed in ("intake", "voting"):
        for _ in range(1000):
            _, head = office.read(feed, "owners-body", limit=3)
            if options.break_off:
                os._exit(9)
            if state.values["cursors"][feed]["sequence"] >= head:
                break
    applied: dict[str, list[int]] = state.values["applied"]
    summary |= {
        "checked": schemas.checked,
        "events": {feed: len(numbers) for feed, numbers in applied.items()},
        "eachOnce": all(len(numbers) == len(set(numbers)) for numbers in applied.values()),
        "cursors": state.values["cursors"],
    }
    print(json.dumps(summary, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
