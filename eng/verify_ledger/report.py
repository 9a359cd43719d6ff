"""What is wrong, and what is only worth saying."""
from __future__ import annotations

import json
from typing import List, NamedTuple, Optional, Tuple


class Place(NamedTuple):
    """A batch and a record; what concerns a batch as a whole stands at its first record."""

    batch: int
    record: int


class Problem(NamedTuple):
    """A rule that is broken, and where; no place: a file of the escrow that names no batch."""

    place: Optional[Place]
    rule: str
    found: str
    expected: str

    def order(self) -> Tuple[bool, Place, int, int]:
        """By batch, record and rule, in the order of the page."""
        return self.place is None, self.place or Place(0, 0), "CPDSER".index(self.rule[0]), int(self.rule[1:])

    def __str__(self) -> str:
        batch, record = self.place or ("-", "-")
        return f"batch {batch} record {record} rule {self.rule}: found {self.found}, expected {self.expected}"


class Report:
    def __init__(self) -> None:
        self.found: List[Problem] = []
        self.notes: List[str] = []

    def problem(self, place: Optional[Place], rule: str, found: object, expected: object) -> None:
        self.found.append(Problem(place, rule, show(found), show(expected)))

    def expect(self, place: Optional[Place], rule: str, what: str, found: object, expected: object) -> bool:
        """Names a problem unless both are the same."""
        if found == expected:
            return True
        self.problem(place, rule, f"{what} {show(found)}", show(expected))
        return False

    def note(self, words: str) -> None:
        self.notes.append(words)

    def problems(self) -> List[Problem]:
        """The first one first."""
        return sorted(self.found, key=Problem.order)


def show(value: object) -> str:
    """A value in a line of the report, at most 400 characters of it: bytes as hexadecimal, words of ours as they are."""
    words = value.hex() if isinstance(value, bytes) else str(value)
    return words if len(words) <= 400 else words[:399] + "…"


def quote(text: str) -> str:
    """A text that others wrote: quoted, in ASCII and short, so that it cannot break a line or a terminal."""
    return json.dumps(text if len(text) <= 60 else text[:59] + "…")
