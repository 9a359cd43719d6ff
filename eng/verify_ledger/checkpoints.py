"""Checkpoints, the escrow that keeps them, and proofs: rules E1 to E4 and R1 to R3."""
from __future__ import annotations

import hashlib
import os
import re
from typing import Dict, List, NamedTuple, Optional, Sequence, Tuple

from .encoding import Malformed, within
from .ledger import BATCH, SIGNED, BatchHeader, Ledger
from .merkle import climb
from .p256 import PublicKey
from .report import Place, Report

NUMBER = r"(?:0|[1-9][0-9]{0,19})"
CHECKPOINT_LINES = (("ledger", r"[0-9a-f]{32}"), ("batch", NUMBER), ("records", NUMBER), ("instant", r"(?:0|-?[1-9][0-9]{0,18})"),
                    ("hash", r"[0-9a-f]{64}"), ("tree", r"[0-9a-f]{64}"), ("key", r"[0-9a-f]{64}"), ("signature", r"[0-9a-f]{128}"))
HASHES = r"(?: [0-9a-f]{64})*"  # none: the word alone
PROOF_LINES = (("record", NUMBER), ("leaf", r"(?:[0-9a-f]{2})*"), ("index", NUMBER), ("count", NUMBER), ("path", HASHES),
               ("header", r"[0-9a-f]{344}"), ("batches", NUMBER), ("tree-path", HASHES))


class Checkpoint(NamedTuple):
    content: bytes
    ledger: bytes
    batch: int
    records: int
    instant: int
    hash: bytes
    tree: bytes
    key: bytes
    signature: bytes

    def signed_by(self, key: PublicKey) -> bool:
        """The signature is over all lines before its own, with their line feeds."""
        return key.signed(self.content[:self.content.rindex(b"signature ")], self.signature)


def read_lines(content: bytes, title: str, lines: Sequence[Tuple[str, str]]) -> Dict[str, str]:
    """The values of a small text file: a title, then each line with its word, in order; else Malformed."""
    try:
        found = content.decode("ascii").split("\n")
    except UnicodeDecodeError as error:
        raise Malformed("bytes that are not ASCII") from error
    if len(found) != len(lines) + 2 or found[0] != title or found[-1]:
        raise Malformed(f"not {len(lines) + 1} lines that begin with '{title}'")
    values = {}
    for (word, form), line in zip(lines, found[1:]):
        match = re.fullmatch(f"{word}({form})" if form == HASHES else f"{word} ({form})", line)
        if not match:
            raise Malformed(f"no well-formed line '{word}'")
        values[word] = match.group(1)
    return values


def read_checkpoint(content: bytes) -> Checkpoint:
    values = read_lines(content, "tamiz checkpoint 1", CHECKPOINT_LINES)
    numbers = {word: within(int(values[word]), 0, 2**64 - 1) for word in ("batch", "records")}
    numbers["instant"] = within(int(values["instant"]), -2**63, 2**63 - 1)
    hashes = {word: bytes.fromhex(values[word]) for word in ("ledger", "hash", "tree", "key", "signature")}
    return Checkpoint(content, **numbers, **hashes)


def read_file(path: str) -> bytes:
    """A file of which a checkpoint or a proof is expected; Malformed where it cannot be read."""
    try:
        if not os.path.isfile(path):
            raise Malformed("not a file")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise Malformed(error.strerror or "unreadable") from error


class Escrow:
    """The checkpoints of an escrow, held against a ledger that was read."""

    def __init__(self, folder: str, ledger: Ledger, report: Report):
        self.folder = folder
        self.ledger = ledger
        self.report = report
        self.names: Dict[int, str] = {}
        self.checkpoints: Dict[int, Checkpoint] = {}

    def check(self) -> None:
        for name in sorted(os.listdir(self.folder)):
            match = re.fullmatch(r"checkpoint-([0-9]{10})\.txt", name)
            if match:
                self.names[int(match.group(1))] = name
        for batch, name in self.names.items():
            self.file(batch, name)
        if not self.names:
            self.report.note("the escrow holds no checkpoint: what is said without an escrow holds here too")
        self.told_of()
        self.copies()

    def file(self, batch: int, name: str) -> None:
        place = self.place(batch)
        try:
            checkpoint = read_checkpoint(read_file(os.path.join(self.folder, name)))
        except Malformed as error:
            self.report.problem(place, "E1", f"{name}: {error}", "a checkpoint")
            return
        if not self.report.expect(place, "E1", f"{name}: batch", checkpoint.batch, batch):
            return
        if self.ledger.id is not None and not self.report.expect(place, "E1", f"{name}: ledger", checkpoint.ledger, self.ledger.id):
            return
        self.checkpoints[batch] = checkpoint
        self.signature(checkpoint)
        self.against_ledger(checkpoint)

    def place(self, batch: int) -> Place:
        """The last record of a batch, or the one that would follow the ledger's last."""
        link = self.ledger.links.get(batch)
        return Place(batch, max(link.records, 1) - 1 if link else self.ledger.place.record)

    def signature(self, checkpoint: Checkpoint) -> None:
        """The key must be the one in force at the batch. Where the ledger ends before the batch, later keys cannot be known."""
        place, link = self.place(checkpoint.batch), self.ledger.links.get(checkpoint.batch)
        if link and not self.report.expect(place, "E1", "key", checkpoint.key, link.key):
            return
        key = self.ledger.keys.get(checkpoint.key)
        if key and not checkpoint.signed_by(key):
            self.report.problem(place, "E1", "a signature that is not the key's over these lines", f"one of key {key.id.hex()}")

    def against_ledger(self, checkpoint: Checkpoint) -> None:
        place, link = self.place(checkpoint.batch), self.ledger.links.get(checkpoint.batch)
        if link is None:
            last = max(self.ledger.links, default=None)
            self.report.problem(place, "E2", f"a ledger that ends with batch {last}" if last is not None else "a ledger without a batch",
                                f"batch {checkpoint.batch}")
            return
        self.report.expect(place, "E2", "hash", link.hash, checkpoint.hash)
        self.report.expect(place, "E2", "records", link.records, checkpoint.records)
        self.report.expect(place, "E2", "instant", link.at, checkpoint.instant)
        self.report.expect(place, "E2", "tree", link.tree, checkpoint.tree)

    def told_of(self) -> None:
        """[E3] Checkpoints that records 22 tell of; those younger than the youngest here are a note, as escrow lags behind."""
        youngest = max(self.names, default=-1)
        younger = 0
        for place, batch in self.ledger.rules.days.checkpoints:
            if batch > youngest:
                younger += 1
            elif batch not in self.names:
                self.report.problem(place, "E3", f"no checkpoint of batch {batch} in the escrow", "each that a record tells of")
        if younger:
            self.report.note(f"E3: {younger} checkpoints are younger than the youngest of the escrow")

    def copies(self) -> None:
        """[E4] Each is also in the home's copies, a note only."""
        for batch, checkpoint in sorted(self.checkpoints.items()):
            name = f"checkpoint-{batch:010}.txt"
            try:
                same = read_file(os.path.join(self.ledger.folder, "checkpoints", name)) == checkpoint.content
            except Malformed:
                same = False
            if not same:
                self.report.note(f"E4: the home's copy of {name} is missing or different")


def check_proof(proof: bytes, checkpoint: bytes, keys: Dict[bytes, PublicKey], report: Report) -> Optional[Place]:
    """Checks that a record was in the ledger when a checkpoint was made. Gives its place where both files can be read."""
    try:
        sealed = read_checkpoint(checkpoint)
    except Malformed as error:
        report.problem(None, "R3", f"checkpoint: {error}", "a checkpoint")
        return None
    try:
        values = read_lines(proof, "tamiz proof 1", PROOF_LINES)
    except Malformed as error:
        report.problem(None, "R1", f"proof: {error}", "a proof")
        return None
    head = bytes.fromhex(values["header"])
    header = BatchHeader(*BATCH.unpack(head + bytes(BATCH.size - SIGNED)))
    record, index, count, batches = (int(values[word]) for word in ("record", "index", "count", "batches"))
    place = Place(header.number, record)
    report.expect(place, "R1", "record", record, header.sequence + index)
    report.expect(place, "R1", "count", count, header.count)
    if index >= count:
        report.problem(place, "R1", f"index {index}", f"one below {count}")
    elif climb(bytes.fromhex(values["leaf"]), index, count, hashes(values["path"])) != header.root:
        report.problem(place, "R1", "leaf and path that give another root", f"root {header.root.hex()}")

    report.expect(place, "R2", "batches", batches, sealed.batch + 1)
    if header.number >= batches:
        report.problem(place, "R2", f"batch {header.number}", f"one below {batches}")
    elif climb(hashlib.sha256(head).digest(), header.number, batches, hashes(values["tree-path"])) != sealed.tree:
        report.problem(place, "R2", "header and tree-path that give another tree", f"tree {sealed.tree.hex()}")

    key = keys.get(sealed.key)
    if key is None:
        report.problem(place, "R3", f"a checkpoint signed with key {sealed.key.hex()}", "a key that is known")
    elif not sealed.signed_by(key):
        report.problem(place, "R3", "a checkpoint whose signature is not the key's", f"one of key {key.id.hex()}")
    return place


def hashes(path: str) -> List[bytes]:
    return [bytes.fromhex(word) for word in path.split()]

