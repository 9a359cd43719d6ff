"""The numbers and texts of the page, read strictly: whatever has a second form is refused in all but the first."""
from __future__ import annotations

import math
import struct
from typing import Callable, List, Optional, Tuple, TypeVar

T = TypeVar("T")

MAX_LIST = 65_536
MAX_NUMBERS = 4_194_304  # of one record
DAYS = (-719_162, 2_932_896)  # the years 1 to 9999, from 1970-01-01
DAY = 86_400_000


class Malformed(ValueError):
    """Bytes that are not what the page says, in words."""


class Reader:
    """Reads one value after the other. Every method raises Malformed where the bytes are not canonical or end too soon."""

    __slots__ = ("data", "at", "told")

    def __init__(self, data: bytes):
        self.data = data
        self.at = 0
        self.told = 0  # doubles of `numbers` so far

    def take(self, length: int) -> bytes:
        end = self.at + length
        if end > len(self.data):
            raise Malformed(f"{length} bytes wanted at {self.at} of {len(self.data)}")
        part = self.data[self.at:end]
        self.at = end
        return part

    def u8(self) -> int:
        return self.take(1)[0]

    def uvarint(self, bits: int = 64) -> int:
        value = shift = 0
        while True:
            byte = self.u8()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
            if shift >= bits:
                raise Malformed(f"a uvarint of more than {bits} bits")
        if value >> bits:
            raise Malformed(f"a uvarint of more than {bits} bits")
        if byte == 0 and shift > 7:
            raise Malformed("a uvarint that is not in its shortest form")
        return value

    def svarint(self) -> int:
        return unfold(self.uvarint())

    def count(self, bits: int = 63) -> int:
        return within(self.uvarint(), 0, 2**bits - 1)

    def count32(self) -> int:
        return self.count(31)

    def signed32(self) -> int:
        return within(self.svarint(), -2**31, 2**31 - 1)

    def instant(self) -> int:
        return within(self.svarint(), DAYS[0] * DAY, (DAYS[1] + 1) * DAY - 1)

    def date(self) -> int:
        return within(self.svarint(), *DAYS)

    def boolean(self) -> bool:
        return self.choice(1) == 1

    def choice(self, greatest: int) -> int:
        value = self.u8()
        if value > greatest:
            raise Malformed(f"a byte {value} where 0 to {greatest} is expected")
        return value

    def byte_string(self) -> bytes:
        return self.take(self.uvarint())

    def text(self) -> str:
        try:
            return self.byte_string().decode("utf-8")
        except UnicodeDecodeError as error:
            raise Malformed("a text that is not UTF-8") from error

    def hash(self) -> bytes:
        return self.take(32)

    def pseudonym(self) -> bytes:
        return self.take(16)

    def decimal(self) -> Tuple[int, int]:
        """m and the scale: the number is m / 10^scale."""
        scale = self.choice(28)
        return within(unfold(self.uvarint(128)), 1 - 2**96, 2**96 - 1), scale

    def money(self) -> Tuple[Tuple[int, int], str]:
        return self.decimal(), self.text()

    def code(self) -> Tuple[str, str]:
        return self.text(), self.text()

    def num(self) -> float:
        value, times = self.num_head()
        if times > 1:
            raise Malformed("a run of unknown numbers in the place of one")
        return value

    def numbers(self) -> int:
        """How many numbers stand here; they are judged and let go, as a run of unknown ones can be of any length."""
        count = left = within(self.uvarint(), 0, MAX_NUMBERS - self.told)
        self.told += count
        after_unknown = False
        while left:
            value, times = self.num_head()
            unknown = math.isnan(value)
            if unknown and after_unknown:
                raise Malformed("a run of unknown numbers told by two heads")
            if times > left:
                raise Malformed(f"{times} unknown numbers where {left} are left")
            left -= times
            after_unknown = unknown
        return count

    def num_head(self) -> Tuple[float, int]:
        """A number and how often it stands in a row (once, unless it is not known)."""
        head = self.uvarint()
        k, form = head >> 2, head & 3
        if form == 3:
            return math.nan, k + 1
        if form == 2:
            return self.double(k), 1
        z = unfold(k)
        if abs(z) >= 2**53:
            raise Malformed("a num of 2^53 or more in a short form")
        if form == 0:
            return float(z), 1
        if z % 1024 == 0:
            raise Malformed("an integer in the form of a fraction")
        return z / 1024, 1

    def double(self, k: int) -> float:
        if k:
            raise Malformed(f"k = {k} before a double's bits")
        (value,) = struct.unpack("<d", self.take(8))
        minus_zero = value == 0 and math.copysign(1, value) < 0
        shorter = any((value * scale).is_integer() and abs(value * scale) < 2**53 for scale in (1, 1024))
        if math.isnan(value) or shorter and not minus_zero:
            raise Malformed("a double's bits where a shorter form has the same number")
        return value

    def list_of(self, read: Callable[["Reader"], T]) -> List[T]:
        """Each turn reads a byte at least, so a count that lies ends with the bytes."""
        return [read(self) for _ in range(within(self.uvarint(), 0, MAX_LIST))]

    def optional(self, read: Callable[["Reader"], T]) -> Optional[T]:
        return read(self) if self.boolean() else None

    def end(self) -> None:
        if self.at != len(self.data):
            raise Malformed(f"{len(self.data) - self.at} bytes left over")


def within(n: int, least: int, greatest: int) -> int:
    if not least <= n <= greatest:
        raise Malformed(f"{n} where {least} to {greatest} is expected")
    return n


def unfold(n: int) -> int:
    """The number whose svarint is the uvarint of n."""
    return n >> 1 if n & 1 == 0 else -(n >> 1) - 1


def write_text(text: str) -> bytes:
    """A text as the page writes it, for what is hashed with a text inside."""
    body = text.encode("utf-8")
    length, prefix = len(body), bytearray()
    while length >= 0x80:
        prefix.append(length & 0x7F | 0x80)
        length >>= 7
    prefix.append(length)
    return bytes(prefix) + body
