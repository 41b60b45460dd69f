"""Where the services answer and which certificate is ours."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import zmq.auth

SERVICES = ("intake", "voting", "funding", "approvals", "supervision")


@dataclass(frozen=True)
class Endpoint:
    """A service's address, `tcp://10.0.0.5:5710`, and the public key by which it is known (40 characters of Z85)."""

    address: str
    key: str


@dataclass(frozen=True)
class Connection:
    """The services that can be reached, our certificate, and the `source` that is registered for it."""

    services: dict[str, Endpoint]
    public_key: bytes
    secret_key: bytes
    source: str

    @classmethod
    def load(cls, file: str | Path, role: str) -> Connection:
        """Reads `connection.json` and the certificate of the client that stands under `role` in it.

        Raises `ValueError` when the file names no such client, or the certificate holds no secret key.
        """
        file = Path(file)
        known = json.loads(file.read_bytes())
        if role not in known["clients"]:
            raise ValueError(f"{file} has no client '{role}'; it has {', '.join(sorted(known['clients']))}")
        client = known["clients"][role]
        services = {name: Endpoint(place["endpoint"], place["key"]) for name, place in known["services"].items()}
        return cls.of(services, file.parent / client["certificate"], client["source"])

    @classmethod
    def of(cls, services: dict[str, Endpoint], certificate: str | Path, source: str) -> Connection:
        """Made by hand, where the operator handed over a certificate (ZPL, `name.key_secret`) and addresses."""
        public, secret = zmq.auth.load_certificate(certificate)
        if secret is None:
            raise ValueError(f"{certificate} holds no secret key; take the .key_secret file")
        return cls(services, public, secret, source)
