"""Makes ledgers from docs/reference/ledger-format.md, for tests. It writes what it is told to, also what breaks the rules."""
from __future__ import annotations

import base64
import hashlib
import hmac
import math
import os
import struct
import sys
import zlib
from typing import Any, Callable, Dict, List, Optional, Tuple

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "eng"))
from verify_ledger import p256  # noqa: E402  (the curve's arithmetic; everything else here is written anew)

# Keys.


class SigningKey:
    """A P-256 key made from a name, so that ledgers come out the same every time."""

    def __init__(self, name: str):
        self.secret = int.from_bytes(sha256(name.encode()), "big") % p256.N
        x, y = p256.to_affine(p256.add_multiples(self.secret, 0, p256.G))
        self.der = p256.SPKI_HEAD + x.to_bytes(32, "big") + y.to_bytes(32, "big")
        self.id = sha256(self.der)

    def sign(self, message: bytes) -> bytes:
        digest = sha256(message)
        nonce = int.from_bytes(hmac.digest(self.secret.to_bytes(32, "big"), digest, "sha256"), "big") % p256.N
        r = p256.to_affine(p256.add_multiples(nonce, 0, p256.G))[0] % p256.N
        s = pow(nonce, -1, p256.N) * (int.from_bytes(digest, "big") + r * self.secret) % p256.N
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    def pem(self) -> str:
        body = base64.b64encode(self.der).decode()
        lines = [body[at:at + 64] for at in range(0, len(body), 64)]
        return "\n".join(["-----BEGIN PUBLIC KEY-----", *lines, "-----END PUBLIC KEY-----", ""])


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


# Numbers and texts: each takes a value and gives its bytes.


def uvarint(n: int) -> bytes:
    low, rest = n & 0x7F, n >> 7
    return bytes([low]) if rest == 0 else bytes([low | 0x80]) + uvarint(rest)


def fold(n: int) -> int:
    return 2 * n if n >= 0 else -2 * n - 1


def svarint(n: int) -> bytes:
    return uvarint(fold(n))


def boolean(value: bool) -> bytes:
    return bytes([int(value)])


u8 = boolean


def raw(value: bytes) -> bytes:
    return value


def byte_string(value: bytes) -> bytes:
    return uvarint(len(value)) + value


def text(value: str) -> bytes:
    return byte_string(value.encode("utf-8", "surrogateescape"))


def decimal(value: Tuple[int, int]) -> bytes:
    m, scale = value
    return bytes([scale]) + uvarint(fold(m))


def num(value: float) -> bytes:
    return num_head(value, 1)


def num_head(value: float, times: int) -> bytes:
    if math.isnan(value):
        return uvarint((times - 1) << 2 | 3)
    minus_zero = value == 0 and math.copysign(1, value) < 0
    for form, scale in ((0, 1), (1, 1024)):
        if (value * scale).is_integer() and abs(value * scale) < 2**53 and not minus_zero:
            return uvarint(fold(int(value * scale)) << 2 | form)
    return uvarint(2) + struct.pack("<d", value)


def numbers(values: List[float]) -> bytes:
    out, at = uvarint(len(values)), 0
    while at < len(values):
        end = at + 1
        while math.isnan(values[at]) and end < len(values) and math.isnan(values[end]):
            end += 1
        out += num_head(values[at], end - at)
        at = end
    return out


Write = Callable[[Any], bytes]


def list_of(write: Write) -> Write:
    return lambda values: uvarint(len(values)) + b"".join(write(value) for value in values)


def row(*writes: Write) -> Write:
    return lambda values: b"".join(write(value) for write, value in zip(writes, values))


def opt(write: Write) -> Write:
    return lambda value: b"\0" if value is None else b"\1" + write(value)


def masked(*writes: Write) -> Write:
    """A dictionary from bits to values."""

    def write_fields(fields: Dict[int, Any]) -> bytes:
        mask = sum(1 << bit for bit in fields)
        return uvarint(mask) + b"".join(writes[bit](fields[bit]) for bit in sorted(fields))

    return write_fields


money = row(decimal, text)
code = row(text, text)
party = row(opt(raw), opt(raw))
item = row(svarint, masked(text, list_of(code), text, text, text, text, decimal, decimal, decimal, text, money, money, decimal,
                           money, list_of(code)))
declared = masked(text, text, party, party, party, party, text, text, text, text, text, list_of(text), svarint, decimal, decimal,
                  money, text, svarint, list_of(code))
argument = row(text, u8, num, opt(text))
attached = row(text, text, u8, text, num, text, text, boolean, list_of(argument))

TYPES: Dict[str, Tuple[int, Dict[str, Write]]] = {
    "ledger": (1, {"id": byte_string, "administration": text, "simulated": boolean, "key": byte_string}),
    "key": (2, {"key": byte_string, "reason": text}),
    "person": (3, {"person": text, "inForce": boolean, "roles": list_of(text), "credential": raw}),
    "signIn": (4, {"person": text, "granted": boolean, "terminal": text}),
    "content": (5, {"kind": text, "name": text, "digest": raw, "size": uvarint}),
    "approval": (6, {"kind": text, "name": text, "digest": raw, "granted": boolean, "reason": text}),
    "knowledge": (7, {"contents": list_of(row(text, text, raw))}),
    "read": (8, {"kind": text, "subject": text, "reason": text}),
    "import": (9, {"file": text, "digest": raw, "mapping": raw, "read": uvarint, "taken": uvarint, "known": uvarint, "refused": uvarint}),
    "declaration": (10, {"live": boolean, "office": text, "year": uvarint, "number": text, "version": uvarint, "lodgedAt": svarint,
                         "lodgedOn": svarint, "declared": declared, "items": list_of(item)}),
    "assessment": (11, {"identity": text, "version": uvarint, "facts": list_of(numbers), "attached": list_of(attached),
                        "gaps": list_of(row(text, text, text)), "areas": list_of(row(text, num, num, num))}),
    "draw": (12, {"identity": text, "office": text, "day": svarint, "draw": raw}),
    "lane": (13, {"identity": text, "version": uvarint, "lane": text, "basis": u8, "area": text, "inclusion": num, "exact": num,
                  "random": num, "bid": num, "value": num, "mandatory": text, "referral": boolean, "referralProbability": num}),
    "finding": (14, {"identity": text, "item": svarint, "nonCompliant": boolean, "area": text, "status": u8, "nature": u8,
                     "known": svarint, "recovered": opt(decimal)}),
    "amendment": (15, {"identity": text, "earlier": uvarint, "later": uvarint, "disclosed": boolean}),
    "cancellation": (16, {"identity": text, "version": uvarint, "reason": text}),
    "assignment": (17, {"identity": text, "inspector": text, "probability": num, "draw": raw, "reason": text, "second": text}),
    "override": (18, {"identity": text, "from": text, "to": text, "code": text, "note": text, "second": text}),
    "dayOpened": (19, {"office": text, "day": svarint, "bounds": list_of(row(text, num)), "release": text, "commitment": raw,
                       "anchor": raw, "outside": text, "outsideSource": text, "next": raw}),
    "dayClosed": (20, {"office": text, "day": svarint, "seed": raw, "draws": uvarint, "lanes": list_of(row(text, uvarint)),
                       "missing": list_of(text)}),
    "commitment": (21, {"office": text, "commitment": raw}),
    "checkpoint": (22, {"batch": uvarint, "batchHash": raw, "tree": raw}),
    "erasure": (23, {"pseudonyms": list_of(raw), "law": text}),
    "repair": (24, {"segment": uvarint, "offset": uvarint, "length": uvarint, "digest": raw}),
    "clock": (25, {"shown": svarint}),
}


def record(name: str, at: int, by: str, fields: Dict[str, Any], version: int = 1) -> bytes:
    kind, writes = TYPES[name]
    assert fields.keys() == writes.keys(), (name, fields.keys() ^ writes.keys())
    return uvarint(kind) + uvarint(version) + svarint(at) + text(by) + b"".join(write(fields[field]) for field, write in writes.items())


# The tree of RFC 6962, as it is defined there.


def split_at(count: int) -> int:
    """The greatest power of two below a count."""
    return 1 << (count - 1).bit_length() - 1


def root(leaves: List[bytes]) -> bytes:
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0])
    k = split_at(len(leaves))
    return sha256(b"\1" + root(leaves[:k]) + root(leaves[k:]))


def path(index: int, leaves: List[bytes]) -> List[bytes]:
    if len(leaves) == 1:
        return []
    k = split_at(len(leaves))
    if index < k:
        return path(index, leaves[:k]) + [root(leaves[k:])]
    return path(index - k, leaves[k:]) + [root(leaves[:k])]


# Batches and files.

Change = Callable[[Dict[str, Any]], None]


class LedgerMaker:
    """Adds records, commits batches, writes files. What is to be wrong is named before:
    a change of the fields of the nth record of a type, or None to leave it out."""

    def __init__(self, key: SigningKey, changes: Optional[Dict[Tuple[str, int], Optional[Change]]] = None,
                 header: Optional[Callable[[int, Dict[str, Any]], None]] = None):
        self.key = key
        self.id = sha256(b"ledger of the tests")[:16]
        self.now = 1_772_000_000_000
        self.changes = changes or {}
        self.header = header or (lambda number, fields: None)
        self.count: Dict[str, int] = {}
        self.records: List[bytes] = []
        self.batches: List[Tuple[bytes, List[bytes]]] = []  # each with its header of 172 bytes, and its records
        self.hashes: List[bytes] = []
        self.sequence = 0
        self.segments: List[bytearray] = []
        self.checkpoints: Dict[str, str] = {}
        self.roll()

    def roll(self) -> None:
        """Begins a segment."""
        previous = self.hashes[-1] if self.hashes else bytes(32)
        head = b"TAMIZLG1" + self.id + struct.pack("<IQQ", len(self.segments) + 1, len(self.hashes), self.sequence) + previous
        self.segments.append(bytearray(head + bytes(16)))

    def add(self, kind: str, by: str = "", /, **fields: Any) -> None:
        number = self.count[kind] = self.count.get(kind, -1) + 1
        self.now += 7
        change = self.changes.get((kind, number), keep)
        if change is None:
            return
        fields = {field.rstrip("_"): value for field, value in fields.items()}
        around = {"_at": self.now, "_by": by, "_version": 1, "_tail": b"", "_times": 1}
        every = {**fields, **around}
        change(every)
        at, by, version, tail, times = (every.pop(field) for field in around)
        self.records += [record(kind, at, by, every, version) + tail] * times

    def commit(self, deflate: bool = False) -> bytes:
        """Makes a batch of the records added. Gives its hash."""
        payload = b"".join(byte_string(data) for data in self.records)
        encoder = zlib.compressobj(9, zlib.DEFLATED, -15)
        stored = encoder.compress(payload) + encoder.flush() if deflate else payload
        fields = {
            "number": len(self.hashes), "sequence": self.sequence, "count": len(self.records), "at": self.now,
            "previous": self.hashes[-1] if self.hashes else bytes(32), "root": root(self.records), "stored": stored,
            "inflated": len(payload), "method": int(deflate), "key": self.key, "hash": sha256(stored),
        }
        self.header(len(self.hashes), fields)
        head = b"TZB1" + struct.pack(
            "<IQQIq32s32s32sIB3s32s", len(fields["stored"]), fields["number"], fields["sequence"], fields["count"], fields["at"],
            fields["previous"], fields["root"], fields["hash"], fields["inflated"], fields["method"], bytes(3), fields["key"].id)
        self.segments[-1] += head + fields["key"].sign(head) + fields["stored"]
        self.batches.append((head, self.records))
        self.hashes.append(sha256(head))
        self.sequence += len(self.records)
        self.records = []
        self.now += 1000
        return self.hashes[-1]

    def checkpoint(self, key: Optional[SigningKey] = None, **changes: Any) -> Dict[str, Any]:
        """A checkpoint over all batches so far: the file for outside, and the fields of its record."""
        key = key or self.key
        batch = len(self.hashes) - 1
        at = struct.unpack("<q", self.batches[-1][0][28:36])[0]
        lines = {"ledger": self.id.hex(), "batch": batch, "records": self.sequence, "instant": at, "hash": self.hashes[-1].hex(),
                 "tree": root(self.hashes).hex(), "key": key.id.hex(), **changes}
        body = "tamiz checkpoint 1\n" + "".join(f"{word} {value}\n" for word, value in lines.items())
        self.checkpoints[f"checkpoint-{batch:010}.txt"] = f"{body}signature {key.sign(body.encode()).hex()}\n"
        return {"batch": batch, "batchHash": self.hashes[-1], "tree": root(self.hashes)}

    def proof(self, sequence: int, batches: int) -> str:
        """The proof of a record for a checkpoint over so many batches."""
        first = 0
        for number, (head, records) in enumerate(self.batches):
            if sequence < first + len(records):
                index = sequence - first
                lines = {"record": sequence, "leaf": records[index].hex(), "index": index, "count": len(records),
                         "path": " ".join(hash.hex() for hash in path(index, records)), "header": head.hex(), "batches": batches,
                         "tree-path": " ".join(hash.hex() for hash in path(number, self.hashes[:batches]))}
                return "tamiz proof 1\n" + "".join(f"{word} {value}\n" for word, value in lines.items())
            first += len(records)
        raise IndexError(sequence)

    def commitment(self, office: str, seed: bytes) -> bytes:
        return sha256(b"tamiz seed" + self.id + text(office) + seed)

    def write(self, folder: str) -> None:
        """Segments and checkpoints into folder/ledger, the escrow into folder/escrow."""
        copies, escrow = os.path.join(folder, "ledger", "checkpoints"), os.path.join(folder, "escrow")
        os.makedirs(copies)
        os.makedirs(escrow)
        for number, segment in enumerate(self.segments, start=1):
            write_file(os.path.join(folder, "ledger", f"{number:08}.tzl"), bytes(segment))
        for name, content in self.checkpoints.items():
            write_file(os.path.join(copies, name), content.encode())
            write_file(os.path.join(escrow, name), content.encode())


def keep(fields: Dict[str, Any]) -> None:
    """No change."""


def write_file(path_: str, content: bytes) -> None:
    with open(path_, "wb") as file:
        file.write(content)


def draw_bytes(seed: bytes, anchor: bytes, outside: str, identity: str) -> bytes:
    draw_key = hmac.digest(seed, anchor + outside.encode(), "sha256")
    return hmac.digest(draw_key, identity.encode(), "sha256")[:16]
