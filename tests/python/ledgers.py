"""Ledgers for the tests: a clean one with every type of record, and broken ones, each with the first line that a checker must say.

python3 tests/python/ledgers.py DIR writes them as DIR/<name>/{ledger, escrow, public.pem, expected.txt}.
"""
from __future__ import annotations

import math
import os
import shutil
import struct
import sys
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple

from ledger_maker import Change, LedgerMaker, SigningKey, draw_bytes, sha256, write_file

FIRST, SECOND, STRANGER = SigningKey("first"), SigningKey("second"), SigningKey("stranger")
OFFICE = "HNTGU"
BOUNDS = [("red", 0.25), ("yellow", 0.5)]
DAY = 20_508
PROFILE = sha256(b"profile")
DECLARATIONS = 8

# The clean ledger.


def seed(day: int) -> bytes:
    return sha256(f"seed {day}".encode())


def clean(changes: Optional[Dict[Tuple[str, int], Optional[Change]]] = None,
          header: Optional[Callable[[int, Dict[str, Any]], None]] = None, outside: str = "") -> LedgerMaker:
    """Two segments, seven batches, two days, a change of keys; every type of record."""
    maker = LedgerMaker(FIRST, changes, header)
    founding(maker)  # batch 0
    opened(maker, 0, anchor=maker.hashes[0], outside=outside)  # batch 1
    lanes = declarations(maker, DAY, maker.hashes[0], outside)  # batch 2
    afterwards(maker, lanes)  # batch 3
    maker.roll()
    told = maker.checkpoint()
    totals = [(lane, list(lanes.values()).count(lane)) for lane in ("red", "yellow", "green")]
    maker.add("dayClosed", office=OFFICE, day=DAY, seed=seed(0), draws=DECLARATIONS, lanes=totals, missing=["000003"])
    maker.add("checkpoint", **told)
    maker.commit(deflate=True)  # batch 4
    opened(maker, 1, anchor=maker.hashes[4], last_key=True)  # batch 5
    told = maker.checkpoint(FIRST)
    maker.key = SECOND
    maker.add("checkpoint", **told)
    maker.add("dayClosed", office=OFFICE, day=DAY + 1, seed=seed(1), draws=0, lanes=[("red", 0), ("yellow", 0), ("green", 0)],
              missing=[])
    maker.add("clock", shown=maker.now - 5000)
    maker.commit()  # batch 6
    maker.checkpoint()
    return maker


def founding(maker: LedgerMaker) -> None:
    maker.add("ledger", id=maker.id, administration="Honduras, invented", simulated=False, key=FIRST.der)
    for person, roles in (("ana", ["approver"]), ("ben", ["analyst", "supervisor"]), ("carla", ["inspector"])):
        maker.add("person", "ana", person=person, inForce=True, roles=roles, credential=sha256(person.encode()))
    maker.add("content", "ana", kind="configuration", name="", digest=sha256(b"configuration"), size=13)
    maker.add("commitment", office=OFFICE, commitment=maker.commitment(OFFICE, seed(0)))
    maker.commit()


def opened(maker: LedgerMaker, day: int, anchor: bytes, outside: str = "", last_key: bool = False) -> None:
    if day == 0:
        maker.add("signIn", "ben", person="ben", granted=True, terminal="desk 1")
        maker.add("content", "ben", kind="profile", name="textiles", digest=PROFILE, size=7)
        maker.add("approval", "ana", kind="profile", name="textiles", digest=PROFILE, granted=True, reason="seen")
        maker.add("knowledge", contents=[("catalogue", "", sha256(b"catalogue")), ("configuration", "", sha256(b"configuration")),
                                         ("profile", "textiles", PROFILE)])
    maker.add("dayOpened", "ana", office=OFFICE, day=DAY + day, bounds=BOUNDS, release="green",
              commitment=maker.commitment(OFFICE, seed(day)), anchor=anchor, outside=outside, outsideSource="",
              next=maker.commitment(OFFICE, seed(day + 1)))
    if last_key:
        maker.add("key", "ana", key=SECOND.der, reason="yearly")
    maker.commit()


def declarations(maker: LedgerMaker, day: int, anchor: bytes, outside: str) -> Dict[str, str]:
    """Live declarations numbered 000001 and on, 000003 left out, each with assessment, draw and lane; gives the lanes."""
    lanes = {}
    for number in [number for number in range(1, DECLARATIONS + 2) if number != 3]:
        identity = f"{OFFICE}/2026/{number:06}"
        drawn = draw_bytes(seed(0), anchor, outside, identity)
        lanes[identity] = lane_of(drawn)
        declare(maker, number, 1, {0: "IM4", 3: (sha256(identity.encode())[:16], None), 11: ["MSCU1"], 13: (-125, 2)})
        assess(maker, identity, 1)
        maker.add("draw", identity=identity, office=OFFICE, day=day, draw=drawn)
        give(maker, identity, 1, lanes[identity])
    maker.commit(deflate=True)
    return lanes


def lane_of(drawn: bytes) -> str:
    number = (int.from_bytes(drawn[:8], "big") >> 11) / 2**53
    return "red" if number < 0.25 else "yellow" if number < 0.5 else "green"


def declare(maker: LedgerMaker, number: int, version: int, fields: Dict[int, Any], live: bool = True) -> None:
    items = [(1, {0: "620342", 1: [("HS", "620342")], 2: "pantalón", 6: (1000, 1), 11: ((123456, 2), "HNL")}), (2, {})]
    maker.add("declaration", live=live, office=OFFICE, year=2026, number=f"{number:06}", version=version, lodgedAt=maker.now,
              lodgedOn=DAY, declared=fields, items=items)


def assess(maker: LedgerMaker, identity: str, version: int) -> None:
    facts = [[1.0, math.nan, math.nan, 0.5, -0.0, 0.1, 2.0**53, math.inf], [math.nan], []]
    arguments = [("price", 1, 2.5, None), ("unit", 2, math.nan, "kg")]
    evidence = ("profile.textiles", "p1", 0, "undervaluation", 0.75, "textiles", "report 7", False, arguments)
    maker.add("assessment", identity=identity, version=version, facts=facts, attached=[evidence],
              gaps=[("list", "un", "stale")], areas=[("undervaluation", -3.25, -2.5, 1000.0)])


def give(maker: LedgerMaker, identity: str, version: int, lane: str) -> None:
    maker.add("lane", identity=identity, version=version, lane=lane, basis=1, area="", inclusion=0.25, exact=0.25, random=0.25, bid=0.0,
              value=10.5, mandatory="", referral=False, referralProbability=0.01)


def afterwards(maker: LedgerMaker, lanes: Dict[str, str]) -> None:
    """What is done after the lanes were given: an amendment, overrides, a finding and the rest."""
    first, second = list(lanes)[:2]
    declare(maker, 1, 2, {0: "IM4"})
    maker.add("amendment", identity=first, earlier=1, later=2, disclosed=True)
    assess(maker, first, 2)
    give(maker, first, 2, lanes[first])
    maker.add("override", "ben", identity=second, from_=lanes[second], to="red", code="tip", note="", second="")
    maker.add("override", "ben", identity=second, from_="red", to="yellow", code="checked", note="", second="carla")
    lanes[second] = "yellow"
    maker.add("assignment", identity=second, inspector="carla", probability=0.5, draw=bytes(16), reason="", second="")
    maker.add("finding", "carla", identity=second, item=1, nonCompliant=True, area="undervaluation", status=3, nature=1, known=maker.now,
              recovered=(98765, 2))
    maker.add("cancellation", identity=first, version=2, reason="withdrawn")
    maker.add("read", "ben", kind="party", subject=first, reason="audit")
    declare(maker, 0, 1, {}, live=False)
    maker.add("import", file="history.csv", digest=sha256(b"file"), mapping=sha256(b"mapping"), read=4, taken=1, known=1, refused=2)
    maker.add("erasure", "ana", pseudonyms=[bytes(16)], law="LPDP 12")
    maker.add("repair", segment=1, offset=92, length=3, digest=sha256(b"TZB"))
    maker.commit()


# The broken ones.


class Case(NamedTuple):
    """How a ledger is made from the clean one: fields changed before the insider signs, headers changed likewise,
    files changed after. Expected is the beginning of the first line that the checker prints."""

    name: str
    expected: str
    changes: Dict[Tuple[str, int], Optional[Change]] = {}
    header: Optional[Callable[[int, Dict[str, Any]], None]] = None
    after: Callable[[str], None] = lambda folder: None


def fields(**values: Any) -> Change:
    return lambda every: every.update({field[:-1] if field.endswith("_") else field: value for field, value in values.items()})


def in_header(batch: int, **values: Any) -> Callable[[int, Dict[str, Any]], None]:
    return lambda number, every: every.update(values) if number == batch else None


def late(batch: int) -> Callable[[int, Dict[str, Any]], None]:
    return lambda number, every: every.update(at=every["at"] - 10**6) if number == batch else None


def segment(folder: str, number: int) -> str:
    return os.path.join(folder, "ledger", f"{number:08}.tzl")


def edit(number: int, change: Callable[[bytes], bytes]) -> Callable[[str], None]:
    """Changes the bytes of a segment that is written."""

    def change_file(folder: str) -> None:
        with open(segment(folder, number), "rb") as file:
            content = file.read()
        write_file(segment(folder, number), change(content))

    return change_file


def batches(content: bytes) -> List[bytes]:
    """A segment cut into its header and its batches."""
    parts, at = [content[:92]], 92
    while at < len(content):
        end = at + 236 + struct.unpack("<I", content[at + 4:at + 8])[0]
        parts.append(content[at:end])
        at = end
    return parts


def parts(number: int, change: Callable[[List[bytes]], List[bytes]]) -> Callable[[str], None]:
    return edit(number, lambda content: b"".join(change(batches(content))))


def flip(number: int, part: int, at: int) -> Callable[[str], None]:
    """Flips a bit of a part of a segment."""

    def change(every: List[bytes]) -> List[bytes]:
        flipped = bytearray(every[part])
        flipped[at] ^= 1
        return every[:part] + [bytes(flipped)] + every[part + 1:]

    return parts(number, change)


def remove(*files: str) -> Callable[[str], None]:
    def remove_files(folder: str) -> None:
        for file in files:
            os.remove(os.path.join(folder, *file.split("/")))

    return remove_files


def resign_all(folder: str) -> None:
    """The whole history written and signed anew with the stolen key, a finding changed; the escrow stays."""
    kept = os.path.join(folder, "kept")
    os.rename(os.path.join(folder, "escrow"), kept)
    shutil.rmtree(os.path.join(folder, "ledger"))
    clean({("finding", 0): fields(nonCompliant=False)}).write(folder)
    shutil.rmtree(os.path.join(folder, "escrow"))
    os.rename(kept, os.path.join(folder, "escrow"))


def cases() -> List[Case]:
    """The clean ones first."""
    again = sha256(b"another")
    return [
        Case("clean", "fine"),
        Case("torn-tail", "fine", after=edit(2, lambda content: content + batches(content)[-1][:300])),
        Case("escrow-behind", "fine", after=remove("escrow/checkpoint-0000000006.txt", "escrow/checkpoint-0000000005.txt")),
        # Files and the chain.
        Case("segment-gone", "batch 0 record 0 rule C1", after=remove("ledger/00000001.tzl")),
        Case("segment-of-another-ledger", "batch 0 record 0 rule C1", after=flip(1, 0, 10)),
        Case("segment-spare-bytes", "batch 4 record 57 rule C1", after=flip(2, 0, 91)),
        Case("zeros-of-batch", "batch 2 record 11 rule C2", after=flip(1, 3, 138)),
        Case("length-hides-batches", "batch 1 record 6 rule C2", after=flip(1, 2, 7)),
        Case("batch-cut-in-middle", "batch 3 record 43 rule C2", after=edit(1, lambda content: content[:-5])),
        Case("batch-deleted", "batch 2 record 11 rule C3", after=parts(1, lambda every: every[:3] + every[4:])),
        Case("batch-repeated", "batch 3 record 43 rule C3", after=parts(1, lambda every: every[:4] + every[3:])),
        Case("batches-swapped", "batch 1 record 6 rule C3", after=parts(1, lambda every: [*every[:2], every[3], every[2], every[4]])),
        Case("batch-before-forged", "batch 5 record 59 rule C4", header=in_header(5, previous=again)),
        Case("payload-byte", "batch 3 record 43 rule C5", after=flip(1, 4, 300)),
        Case("inflated-length", "batch 2 record 11 rule C5", header=in_header(2, inflated=100)),
        Case("way-of-storing", "batch 3 record 43 rule C5", header=in_header(3, method=2)),
        Case("record-count", "batch 3 record 43 rule C6", header=in_header(3, count=13)),
        Case("root-forged", "batch 3 record 43 rule C7", header=in_header(3, root=again)),
        Case("instant-edited", "batch 6 record 61 rule C8", after=flip(2, 3, 28)),
        Case("signature-edited", "batch 4 record 57 rule C8", after=flip(2, 1, 200)),
        Case("key-swapped", "batch 3 record 43 rule C8", header=in_header(3, key=STRANGER)),
        Case("old-key-signs-on", "batch 6 record 61 rule C8", header=in_header(6, key=FIRST)),
        Case("clock-set-back", "batch 4 record 57 rule C9", header=late(4)),
        Case("record-from-tomorrow", "batch 3 record 50 rule C9", changes={("finding", 0): fields(_at=1_999_000_000_000)}),
        Case("unknown-version", "batch 3 record 50 rule C10", changes={("finding", 0): fields(_version=2)}),
        Case("bytes-left-over", "batch 3 record 50 rule C10", changes={("finding", 0): fields(_tail=b"\0")}),
        Case("text-not-utf8", "batch 3 record 52 rule C10", changes={("read", 0): fields(reason="\udcff")}),
        Case("bounds-fall", "batch 1 record 10 rule C10", changes={("dayOpened", 0): fields(bounds=BOUNDS[::-1])}),
        # Persons and contents.
        Case("approved-unseen", "batch 1 record 8 rule P1", changes={("approval", 0): fields(digest=again)}),
        Case("approved-by-author", "batch 1 record 8 rule P1", changes={("content", 1): fields(_by="ana")}),
        Case("approved-without-role", "batch 1 record 8 rule P2", changes={("approval", 0): fields(_by="carla")}),
        Case("knowledge-not-in-force", "batch 1 record 9 rule P3", changes={("approval", 0): fields(granted=False)}),
        Case("lowered-alone", "batch 3 record 48 rule P4", changes={("override", 1): fields(second="ben")}),
        Case("lane-edited", "batch 3 record 48 rule P5", changes={("override", 1): fields(from_="green")}),
        # Declarations, draws and lanes.
        Case("rows-lost", "batch 3 record 54 rule D1", changes={("import", 0): fields(read=5)}),
        Case("declared-twice", "batch 3 record 43 rule D2", changes={("declaration", 8): fields(version=1)}),
        Case("lane-left-out", "batch 2 record 39 rule D3", changes={("lane", 7): None}),
        Case("drawn-again", "batch 2 record 42 rule D4", changes={("draw", 7): fields(_times=2)}),
        Case("drawn-on-another-day", "batch 2 record 13 rule D4", changes={("draw", 0): fields(day=DAY + 1)}),
        Case("lane-of-no-version", "batch 3 record 46 rule D5", changes={("lane", 8): fields(version=3)}),
        Case("draw-left-out", "batch 2 record 11 rule D3", changes={("draw", 0): None}),
        Case("lane-spared", "batch 2 record 14 rule D6", changes={("lane", number): spare for number in range(8)}),
        Case("lane-lowered", "batch 3 record 46 rule D7",
             changes={("lane", 1): fields(lane="red"), ("lane", 8): fields(identity=f"{OFFICE}/2026/000002", version=1, lane="green")}),
        Case("amendment-backwards", "batch 3 record 44 rule D8", changes={("amendment", 0): fields(earlier=2, later=1)}),
        # Days.
        Case("first-commitment", "batch 1 record 10 rule S1", changes={("commitment", 0): fields(commitment=again)}),
        Case("day-again", "batch 5 record 59 rule S2", changes={("dayOpened", 1): fields(day=DAY)}),
        Case("anchor-chosen", "batch 1 record 10 rule S3", changes={("dayOpened", 0): fields(anchor=again)}),
        Case("seed-changed", "batch 4 record 57 rule S4", changes={("dayClosed", 0): fields(seed=again)}),
        Case("draw-re-rolled", "batch 2 record 41 rule S5", changes={("draw", 7): fields(draw=bytes(8) + again[:8])}),
        Case("outside-after-the-fact", "batch 2 record 13 rule S5", changes={("dayOpened", 0): fields(outside="beacon")}),
        Case("totals", "batch 4 record 57 rule S6", changes={("dayClosed", 0): fields(draws=9)}),
        Case("checkpoint-of-nothing", "batch 4 record 58 rule S7", changes={("checkpoint", 0): fields(tree=again)}),
        # The escrow.
        Case("escrow-edited", "batch 3 record 56 rule E1", after=edit_escrow(3)),
        Case("tail-cut", "batch 6 record 61 rule E2", after=parts(2, lambda every: every[:-1])),
        Case("all-signed-anew", "batch 3 record 56 rule E2", after=resign_all),
        Case("checkpoint-dropped", "batch 4 record 58 rule E3", after=remove("escrow/checkpoint-0000000003.txt")),
    ]


def spare(every: Dict[str, Any]) -> None:
    """Whoever was drawn red goes green."""
    if every["lane"] == "red":
        every["lane"] = "green"


def edit_escrow(batch: int) -> Callable[[str], None]:
    def change(folder: str) -> None:
        name = os.path.join(folder, "escrow", f"checkpoint-{batch:010}.txt")
        with open(name, "rb") as file:
            content = file.read()
        write_file(name, content.replace(b"records 5", b"records 4"))

    return change


def write_case(case: Case, folder: str) -> None:
    os.makedirs(folder)
    clean(case.changes, case.header).write(folder)
    case.after(folder)
    write_file(os.path.join(folder, "public.pem"), FIRST.pem().encode())
    write_file(os.path.join(folder, "expected.txt"), f"{case.expected}\n".encode())


def main(target: str) -> None:
    for case in cases():
        write_case(case, os.path.join(target, case.name))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: ledgers.py DIR")
    main(sys.argv[1])
