"""Segments, batches and the chain between them: rules C1 to C10."""
from __future__ import annotations

import hashlib
import mmap
import os
import re
import struct
import zlib
from typing import Dict, List, NamedTuple, Optional

from .encoding import Malformed, Reader
from .merkle import Tree, root
from .p256 import PublicKey, read_der
from .records import Record, read_record
from .report import Place, Report
from .rules import Rules

ZEROS = bytes(32)
SEGMENT = struct.Struct("<8s16sIQQ32s16s")
BATCH = struct.Struct("<4sIQQIq32s32s32sIB3s32s64s")
SIGNED = 172  # the hash and the signature of a batch are over its bytes 0 to 171
MAX_PAYLOAD = 64 * 2**20
MAX_RECORD = 16 * 2**20
MAX_RECORDS = 1_000_000
SECTOR = 512


class SegmentHeader(NamedTuple):
    magic: bytes
    ledger: bytes
    number: int
    batch: int
    sequence: int
    previous: bytes
    zeros: bytes


class BatchHeader(NamedTuple):
    magic: bytes
    stored: int
    number: int
    sequence: int
    count: int
    at: int
    previous: bytes
    root: bytes
    payload_hash: bytes
    inflated: int
    method: int
    zeros: bytes
    key: bytes
    signature: bytes


class Link(NamedTuple):
    """What is kept of a batch: what checkpoints speak of, and the id of the key that was in force."""

    hash: bytes
    tree: bytes
    records: int
    at: int
    key: bytes


class Next(NamedTuple):
    """What the batch to come must say of itself."""

    batch: int
    sequence: int
    previous: bytes


class Ledger:
    """Reads a ledger once, from its first byte to its last, and names in the report whatever breaks a rule."""

    def __init__(self, folder: str, key: PublicKey, report: Report):
        self.folder = folder
        self.report = report
        self.key = key
        self.keys: Dict[bytes, PublicKey] = {key.id: key}  # all that were ever in force
        self.links: Dict[int, Link] = {}
        self.id: Optional[bytes] = None
        self.first_segment_id: Optional[bytes] = None
        self.next = Next(0, 0, ZEROS)
        self.place = Place(0, 0)  # of the batch to come, by what stands before it in the files
        self.records = 0
        self._tree = Tree()
        self._latest: Optional[int] = None  # the instant of the batch before
        self._lost = False  # what precedes is missing: the next segment's header says where it goes on
        self._whole = True  # all records so far could be read, in their order
        self.rules = Rules(self.links, report)

    def check(self) -> None:
        paths = segments(self.folder)
        before = 0
        for number in sorted(paths):
            if number != before + 1:
                self.problem("C1", f"segment {number}", f"segment {before + 1}")
                self.lose()
            self.segment(number, paths[number], last=number == max(paths))
            before = number
        if not self.links:
            self.report.problem(Place(0, 0), "C1", "no batch", "batch 0 with record 0")
        if self._whole:
            self.rules.end()

    def problem(self, rule: str, found: object, expected: object) -> None:
        """A problem of the batch to come as a whole."""
        self.report.problem(self.place, rule, found, expected)

    def lose(self) -> None:
        """A gap: it takes the place of one batch without records."""
        self.place = Place(self.place.batch + 1, self.place.record)
        self._lost = True
        self._whole = False

    def segment(self, number: int, path: str, last: bool) -> None:
        try:
            if os.path.islink(path) or not os.path.isfile(path):
                raise OSError("not a plain file")
            with open(path, "rb") as file:
                if os.fstat(file.fileno()).st_size < SEGMENT.size:
                    raise OSError(f"fewer than {SEGMENT.size} bytes")
                with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                    self.segment_content(number, data, last)
        except OSError as error:
            self.problem("C1", f"segment {number}: {error.strerror or error}", "a segment")
            self.lose()

    def segment_content(self, number: int, data: mmap.mmap, last: bool) -> None:
        header = SegmentHeader(*SEGMENT.unpack(data[:SEGMENT.size]))
        if self._lost:
            self.next, self._lost = Next(header.batch, header.sequence, header.previous), False
        if number == 1:
            self.first_segment_id = header.ledger  # record 0 is still to come
        expected = SegmentHeader(b"TAMIZLG1", self.id or header.ledger, number, *self.next, bytes(16))
        for name, found, right in zip(header._fields, header, expected):
            self.report.expect(self.place, "C1", f"segment {number}: {name}", found, right)

        at: Optional[int] = SEGMENT.size
        if at == len(data) and not last:
            self.problem("C1", f"segment {number} without a batch", "a batch, as it is not the last segment")
        while at is not None and at < len(data):
            at = self.batch(number, data, at, last)

    def batch(self, segment: int, data: mmap.mmap, at: int, last: bool) -> Optional[int]:
        """Checks the batch at a place of a segment. Gives the place of the next; None where that cannot be known."""
        end = batch_end(data, at)
        if end is None or last and end == len(data) and not has_its_payload(data, at, end) and lacks_sector(data, at):
            self.incomplete(segment, data, at, last)
            return None

        head = data[at:at + BATCH.size]
        header = BatchHeader(*BATCH.unpack(head))
        self.report.expect(self.place, "C2", "zeros", header.zeros, bytes(3))
        counts_on = self.report.expect(self.place, "C3", "batch", header.number, self.next.batch)
        counts_on &= self.report.expect(self.place, "C3", "first record", header.sequence, self.next.sequence)
        self.report.expect(self.place, "C4", "hash of the batch before", header.previous, self.next.previous)
        records = self.payload_records(header, data[at + BATCH.size:end])
        self._whole = self._whole and counts_on and records is not None
        self.signature(header, head[:SIGNED])
        if self._latest is not None and header.at < self._latest:
            self.problem("C9", f"instant {header.at}", f"{self._latest} or later, as the batch before")
        self._latest = header.at
        place = self.place
        self.link(header, hashlib.sha256(head[:SIGNED]).digest())
        self.apply(place, header.at, records or [])
        return end

    def incomplete(self, segment: int, data: mmap.mmap, at: int, last: bool) -> None:
        """The last segment may end in an incomplete batch: a note, not damage, if no complete batch follows."""
        words = f"no complete batch in {len(data) - at} bytes at {at} of segment {segment} (they begin {data[at:at + 4].hex()})"
        if not last:
            self.problem("C2", words, "a complete batch, as it is not the last segment")
        elif not (breaks_off(data, at) or lacks_sector(data, at)):
            self.problem("C2", words, "a batch that begins with TZB1 and stores at most 64 MiB")
        elif complete_batch_after(data, at):
            self.problem("C2", words + " before a complete one", "a complete batch")
        else:
            self.report.note("C2: " + words + " at the ledger's end: a write that broke off, never acknowledged")
            return
        self.lose()

    def payload_records(self, header: BatchHeader, stored: bytes) -> Optional[List[bytes]]:
        """The records of a batch; none where rules C5 to C7 do not hold."""
        place = self.place
        if not self.report.expect(place, "C5", "payload with hash", hashlib.sha256(stored).digest(), header.payload_hash):
            return None
        try:
            payload = inflate(header, stored)
        except Malformed as error:
            self.problem("C5", error, f"a payload of {header.inflated} bytes when inflated")
            return None
        try:
            records = split(payload, header.count)
        except Malformed as error:
            self.problem("C6", error, f"{header.count} records, 1 to {MAX_RECORDS}, and nothing else")
            return None
        return records if self.report.expect(place, "C7", "root", root(records), header.root) else None

    def signature(self, header: BatchHeader, signed: bytes) -> None:
        if self.report.expect(self.place, "C8", "signing key", header.key, self.key.id):
            if not self.key.signed(signed, header.signature):
                self.problem("C8", "a signature that is not the key's over these bytes", f"one of key {self.key.id.hex()}")

    def link(self, header: BatchHeader, batch_hash: bytes) -> None:
        """Chains the batch, as it is, to those before it; what follows is measured against it."""
        self._tree.append(batch_hash)
        records = self.place.record + header.count
        self.links[self.place.batch] = Link(batch_hash, self._tree.root(), records, header.at, self.key.id)
        self.place = Place(self.place.batch + 1, records)
        self.next = Next(header.number + 1, header.sequence + header.count, batch_hash)

    def apply(self, first: Place, committed: int, records: List[bytes]) -> None:
        """Rules of the records one by one. Where one cannot be read, what the others say together is not judged from there on."""
        for index, data in enumerate(records):
            place = Place(first.batch, first.record + index)
            self.records += 1
            try:
                record = read_record(data)
            except Malformed as error:
                self.report.problem(place, "C10", error, "a canonical record of a type and version of the page")
                self._whole = False
                continue
            if record.at > committed:
                self.report.problem(place, "C9", f"record of instant {record.at}", f"{committed} or earlier, as its batch")
            self.chain_record(place, record, last=index == len(records) - 1)
            if self._whole:
                self.rules.apply(place, record)

    def chain_record(self, place: Place, record: Record, last: bool) -> None:
        """Records 1 and 2, which say what the chain itself must be."""
        if (record.type == 1) != (place == Place(0, 0)):
            self.report.problem(place, "C10", f"type {record.type} in record {place.record}", "type 1 in record 0, and no other")
            self._whole = False
        elif record.type == 1:
            self.id = self.rules.days.ledger = record.body.id
            self.report.expect(place, "C1", "segment 1: ledger", self.first_segment_id, self.id)
            self.report.expect(place, "C8", "first key", record.body.key, self.key.der)
        elif record.type == 2:
            if not last:
                self.report.problem(place, "C8", "a change of keys before other records", "the last record of its batch")
            self.key = read_der(record.body.key)  # the batch's own signature is already judged
            self.keys[self.key.id] = self.key


def segments(folder: str) -> Dict[int, str]:
    """The files 00000001.tzl, 00000002.tzl and so on, by number."""
    names = [name for name in os.listdir(folder) if re.fullmatch(r"[0-9]{8}\.tzl", name)]
    return {int(name[:-4]): os.path.join(folder, name) for name in names}


def inflate(header: BatchHeader, stored: bytes) -> bytes:
    if header.inflated > MAX_PAYLOAD:
        raise Malformed(f"a payload of {header.inflated} bytes when inflated, which is over 64 MiB")
    if header.method == 0:
        payload = stored
    elif header.method == 1:
        payload = inflate_raw(stored, header.inflated)
    else:
        raise Malformed(f"a payload stored in way {header.method}")
    if len(payload) != header.inflated:
        raise Malformed(f"a payload of {len(payload)} bytes")
    return payload


def inflate_raw(stored: bytes, length: int) -> bytes:
    """DEFLATE without any wrapper. One byte more than stated is let through, so that a longer payload shows."""
    decoder = zlib.decompressobj(wbits=-15)
    try:
        payload = decoder.decompress(stored, length + 1)
    except zlib.error as error:
        raise Malformed(f"a payload that does not inflate ({error})") from error
    if len(payload) <= length and (not decoder.eof or decoder.unused_data):
        raise Malformed("a payload that does not end where its DEFLATE stream ends")
    return payload


def split(payload: bytes, count: int) -> List[bytes]:
    """The records of a payload, each as uvarint length and that many bytes."""
    if count > MAX_RECORDS:
        raise Malformed(f"{count} records stated")
    reader = Reader(payload)
    records = []
    while reader.at < len(payload):
        length = reader.uvarint()
        if length > MAX_RECORD:
            raise Malformed(f"a record of {length} bytes, which is over 16 MiB")
        records.append(reader.take(length))
    if len(records) != count or count == 0:
        raise Malformed(f"{len(records)} records")
    return records


def batch_end(data: mmap.mmap, at: int) -> Optional[int]:
    """Where a batch ends; None where there is none that begins with TZB1, stores at most 64 MiB and is all there."""
    head = data[at:at + BATCH.size]
    if len(head) < BATCH.size or not head.startswith(b"TZB1"):
        return None
    stored = BATCH.unpack(head)[1]
    end = at + BATCH.size + stored
    return end if stored <= MAX_PAYLOAD and end <= len(data) else None


def has_its_payload(data: mmap.mmap, at: int, end: int) -> bool:
    header = BatchHeader(*BATCH.unpack(data[at:at + BATCH.size]))
    return hashlib.sha256(data[at + BATCH.size:end]).digest() == header.payload_hash


def breaks_off(data: mmap.mmap, at: int) -> bool:
    """Whether a place begins like a batch as far as the bytes go, with fewer of them than it says."""
    head = data[at:at + 8]
    stored = int.from_bytes(head[4:], "little") if len(head) == 8 else 0
    return head.startswith(b"TZB1"[:len(head)]) and stored <= MAX_PAYLOAD


def lacks_sector(data: mmap.mmap, at: int) -> bool:
    """Whether the rest of a file, which may be one batch, has a sector of zeros: one that the disk did not reach."""
    if len(data) - at > BATCH.size + MAX_PAYLOAD:
        return False
    while at < len(data):
        end = min(len(data), at + SECTOR - at % SECTOR)
        if not any(data[at:end]):
            return True
        at = end
    return False


def complete_batch_after(data: mmap.mmap, at: int) -> bool:
    """Whether a batch whose payload has its hash begins anywhere behind a place."""
    start = data.find(b"TZB1", at + 1)
    while start >= 0:
        end = batch_end(data, start)
        if end is not None and has_its_payload(data, start, end):
            return True
        start = data.find(b"TZB1", start + 1)
    return False
