"""The 25 types of records, field by field in the page's order and under its names."""
from __future__ import annotations

from collections import namedtuple
from typing import Any, Callable, Dict, NamedTuple, Tuple

from .encoding import Malformed, Reader
from .p256 import BadKey, read_der

Read = Callable[[Reader], Any]

MAX_BOUNDS = 250

text, boolean, num, count, count32, signed32 = Reader.text, Reader.boolean, Reader.num, Reader.count, Reader.count32, Reader.signed32
instant, date = Reader.instant, Reader.date
hash32, byte_string, decimal, money, code = Reader.hash, Reader.byte_string, Reader.decimal, Reader.money, Reader.code


def raw(length: int) -> Read:
    return lambda reader: reader.take(length)


def choice(greatest: int) -> Read:
    return lambda reader: reader.choice(greatest)


def opt(read: Read) -> Read:
    return lambda reader: reader.optional(read)


def list_of(read: Read) -> Read:
    return lambda reader: reader.list_of(read)


def filled(read: Read) -> Read:
    """A list in a mask: where it is empty its bit is not set."""

    def read_list(reader: Reader) -> list:
        values = reader.list_of(read)
        if not values:
            raise Malformed("an empty list whose bit is set")
        return values

    return read_list


def row(*reads: Read) -> Read:
    return lambda reader: tuple(read(reader) for read in reads)


def masked(*reads: Read) -> Read:
    """A mask, and the fields whose bit is set in it."""

    def read_fields(reader: Reader) -> None:
        mask = reader.uvarint()
        if mask >> len(reads):
            raise Malformed(f"a mask with bits above {len(reads) - 1}")
        for bit, read in enumerate(reads):
            if mask >> bit & 1:
                read(reader)

    return read_fields


def ledger_id(reader: Reader) -> bytes:
    value = reader.byte_string()
    if len(value) != 16:
        raise Malformed(f"an id of {len(value)} bytes")
    return value


def public_key(reader: Reader) -> bytes:
    der = reader.byte_string()
    try:
        read_der(der)
    except BadKey as error:
        raise Malformed(str(error)) from error
    return der


def rising_contents(reader: Reader) -> list:
    """The list of a knowledge, ordered by kind and name, as bytes."""
    contents = reader.list_of(row(text, text, hash32))
    names = [(kind.encode(), name.encode()) for kind, name, _ in contents]
    if any(later <= earlier for earlier, later in zip(names, names[1:])):
        raise Malformed("contents that are not in order of kind and name")
    return contents


def rising_bounds(reader: Reader) -> list:
    bounds = reader.list_of(row(text, num))
    if len(bounds) > MAX_BOUNDS:
        raise Malformed(f"{len(bounds)} bounds, more than {MAX_BOUNDS}")
    values = [0.0] + [bound for _, bound in bounds]
    if not all(earlier <= later for earlier, later in zip(values, values[1:])):  # an unknown bound compares with nothing
        raise Malformed("bounds that do not rise")
    return bounds


def shape(name: str, /, **fields: Read) -> Tuple[Callable[..., Any], Tuple[Read, ...]]:
    return namedtuple(name, fields), tuple(fields.values())


party = row(opt(Reader.pseudonym), opt(Reader.pseudonym))
item = row(signed32, masked(text, filled(code), text, text, text, text, decimal, decimal, decimal, text, money, money,
                           decimal, money, filled(code)))
declared = masked(text, text, party, party, party, party, text, text, text, text, text, filled(text), signed32, decimal,
                  decimal, money, text, signed32, filled(code))
argument = row(text, choice(4), num, opt(text))
attached = row(text, text, choice(2), text, num, text, text, boolean, list_of(argument))

SHAPES: Dict[int, Tuple[Callable[..., Any], Tuple[Read, ...]]] = {
    1: shape("ledger", id=ledger_id, administration=text, simulated=boolean, key=public_key),
    2: shape("key", key=public_key, reason=text),
    3: shape("person", person=text, in_force=boolean, roles=list_of(text), credential=hash32),
    4: shape("signIn", person=text, granted=boolean, terminal=text),
    5: shape("content", kind=text, name=text, digest=hash32, size=count),
    6: shape("approval", kind=text, name=text, digest=hash32, granted=boolean, reason=text),
    7: shape("knowledge", contents=rising_contents),
    8: shape("read", kind=text, subject=text, reason=text),
    9: shape("import_", file=text, digest=hash32, mapping=hash32, read=count, taken=count, known=count, refused=count),
    10: shape("declaration", live=boolean, office=text, year=count32, number=text, version=count32, lodged_at=instant,
              lodged_on=date, declared=declared, items=list_of(item)),
    11: shape("assessment", identity=text, version=count32, facts=list_of(Reader.numbers), attached=list_of(attached),
              gaps=list_of(row(text, text, text)), areas=list_of(row(text, num, num, num))),
    12: shape("draw", identity=text, office=text, day=date, draw=raw(16)),
    13: shape("lane", identity=text, version=count32, lane=text, basis=choice(4), area=text, inclusion=num, exact=num,
              random=num, bid=num, value=num, mandatory=text, referral=boolean, referral_probability=num),
    14: shape("finding", identity=text, item=signed32, non_compliant=boolean, area=text, status=choice(5), nature=choice(2),
              known=instant, recovered=opt(decimal)),
    15: shape("amendment", identity=text, earlier=count32, later=count32, disclosed=boolean),
    16: shape("cancellation", identity=text, version=count32, reason=text),
    17: shape("assignment", identity=text, inspector=text, probability=num, draw=raw(16), reason=text, second=text),
    18: shape("override", identity=text, from_=text, to=text, code=text, note=text, second=text),
    19: shape("dayOpened", office=text, day=date, bounds=rising_bounds, release=text, commitment=hash32, anchor=hash32,
              outside=text, outside_source=text, next=hash32),
    20: shape("dayClosed", office=text, day=date, seed=raw(32), draws=count, lanes=list_of(row(text, count)),
              missing=list_of(text)),
    21: shape("commitment", office=text, commitment=hash32),
    22: shape("checkpoint", batch=count, batch_hash=hash32, tree=hash32),
    23: shape("erasure", pseudonyms=list_of(Reader.pseudonym), law=text),
    24: shape("repair", segment=count, offset=count, length=count, digest=hash32),
    25: shape("clock", shown=instant),
}


def distinct_lanes(body: Any) -> bool:
    lanes = [lane for lane, _ in body.bounds] + [body.release]
    return len(set(lanes)) == len(lanes)


class Record(NamedTuple):
    """A record: its type, when, by whom, and the fields of its type under their names."""

    type: int
    at: int
    by: str
    body: Any


def read_record(data: bytes) -> Record:
    """A record of this page's types and versions, canonical, with no bytes left over [C10]; else Malformed."""
    reader = Reader(data)
    kind, version = reader.uvarint(), reader.uvarint()
    if kind not in SHAPES or version != 1:
        raise Malformed(f"type {kind} version {version}, which is not on the page")
    at, by = reader.instant(), reader.text()
    make, reads = SHAPES[kind]
    body = make(*[read(reader) for read in reads])
    reader.end()
    if kind == 19 and not distinct_lanes(body):
        raise Malformed("a lane that stands twice")
    return Record(kind, at, by, body)
