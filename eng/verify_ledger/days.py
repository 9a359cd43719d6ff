"""Days of offices, their draws and totals: rules D4, D6, D7, S1 to S7, and the numbering N1."""
from __future__ import annotations

import hashlib
import hmac
import re
from collections import Counter
from typing import Any, Dict, List, Optional, Set, Tuple

from .encoding import write_text
from .report import Place, Report, quote


class Day:
    """An office's day: what dayOpened says, and the draws so far."""

    def __init__(self, opened: Any):
        self.opened = opened
        self.lanes: List[str] = [lane for lane, _ in opened.bounds] + [opened.release]
        self.draws: List[Draw] = []
        self.closed = False

    def rank(self, lane: Optional[str]) -> int:
        """0 is the lane that controls most; a lane that the day does not have controls least."""
        return self.lanes.index(lane) if lane in self.lanes else len(self.lanes)

    def must_be(self, number: float) -> Optional[str]:
        """The least controlling lane that a number drawn allows; none where it is below no bound."""
        return next((lane for lane, bound in self.opened.bounds if number < bound), None)


class Draw:
    """A draw with the lane in force of its identity."""

    def __init__(self, place: Place, identity: str, drawn: bytes, day: Optional[Day]):
        self.place = place
        self.identity = identity
        self.drawn = drawn
        self.day = day
        self.lane: Optional[str] = None

    def number(self) -> float:
        """The first 8 bytes, as a big-endian integer cut to its upper 53 bits, over 2^53."""
        return (int.from_bytes(self.drawn[:8], "big") >> 11) / 2**53


class Office:
    def __init__(self) -> None:
        self.commitment: Optional[bytes] = None  # to the seed of the next day
        self.anchor: Optional[int] = None  # the batch of the dayClosed before, or of the first commitment
        self.latest: Optional[int] = None  # the date of the latest day
        self.day: Optional[Day] = None  # while it is open


class Days:
    def __init__(self, links: Dict[int, Any], report: Report):
        self.links = links
        self.report = report
        self.ledger = b""
        self.offices: Dict[str, Office] = {}
        self.draws: Dict[str, Draw] = {}
        self.checkpoints: List[Tuple[Place, int]] = []  # that records tell of
        self.live: Dict[str, Any] = {}  # the declaration of a live identity
        self.numbers: Dict[Tuple[str, int, str], Set[int]] = {}  # seen of a sequence: by office, year and the text before the digits

    def office(self, name: str) -> Office:
        return self.offices.setdefault(name, Office())

    def commitment(self, place: Place, body: Any) -> None:
        """The first of an office is that of the seed of its first day."""
        office = self.office(body.office)
        if office.commitment is None:
            office.commitment, office.anchor = body.commitment, place.batch

    def opened(self, place: Place, body: Any) -> None:
        office = self.office(body.office)
        if office.day:
            self.report.problem(place, "S2", f"day {body.day} opened", f"day {office.day.opened.day} closed before")
        if office.latest is not None and body.day <= office.latest:
            self.report.problem(place, "S2", f"day {body.day} opened", f"a day after {office.latest}")
        self.report.expect(place, "S1", "commitment", body.commitment, office.commitment or "the commitment of a record before")
        self.anchor(place, office, body.anchor)
        office.day, office.latest, office.commitment = Day(body), body.day, body.next

    def anchor(self, place: Place, office: Office, anchor: bytes) -> None:
        if office.anchor is None or office.anchor >= place.batch:
            self.report.problem(place, "S3", f"anchor {anchor.hex()}", "the hash of an earlier batch with the office's dayClosed or commitment")
        else:
            self.report.expect(place, "S3", "anchor", anchor, self.links[office.anchor].hash)

    def draw(self, place: Place, body: Any) -> None:
        day = self.office(body.office).day
        if day is None or day.opened.day != body.day:
            self.report.problem(place, "D4", f"a draw on day {body.day} of office {quote(body.office)}", "a day that is open")
            day = None
        if body.identity in self.draws:
            self.report.problem(place, "D4", f"a second draw of {quote(body.identity)}", "one draw of an identity")
            return
        draw = self.draws[body.identity] = Draw(place, body.identity, body.draw, day)
        if day:
            day.draws.append(draw)

    def lane(self, place: Place, draw: Draw, lane: str) -> None:
        """A lane is given to a declaration that was drawn."""
        day = draw.day
        if day:
            bound = day.must_be(draw.number())
            if bound is not None and day.rank(lane) > day.rank(bound):
                self.report.problem(place, "D6", f"lane {quote(lane)} where {draw.number()} was drawn", f"{quote(bound)} or more control")
            self.known(place, day, lane)
            if draw.lane is not None and day.rank(lane) > day.rank(draw.lane):
                self.report.problem(place, "D7", f"lane {quote(lane)} after {quote(draw.lane)}", "no less control than before")
        draw.lane = lane

    def known(self, place: Place, day: Day, lane: str) -> None:
        if lane not in day.lanes:
            self.report.problem(place, "D7", f"lane {quote(lane)}", f"one of {', '.join(map(quote, day.lanes))}")

    def closed(self, place: Place, body: Any) -> None:
        office = self.office(body.office)
        day, office.day, office.anchor = office.day, None, place.batch
        if day is None or day.opened.day != body.day:
            open_day = "no day is open" if day is None else f"day {day.opened.day} is open"
            self.report.problem(place, "S2", f"day {body.day} closed where {open_day}", "the day that is open")
            return
        day.closed = True
        if self.report.expect(place, "S4", "seed with commitment", self.commit(body.office, body.seed), day.opened.commitment):
            self.redraw(day, body.seed)
        self.report.expect(place, "S6", "draws", body.draws, len(day.draws))
        totals = Counter(draw.lane for draw in day.draws)
        self.report.expect(place, "S6", "lanes", words(body.lanes), words((lane, totals[lane]) for lane in day.lanes))

    def commit(self, office: str, seed: bytes) -> bytes:
        return hashlib.sha256(b"tamiz seed" + self.ledger + write_text(office) + seed).digest()

    def redraw(self, day: Day, seed: bytes) -> None:
        key = hmac.digest(seed, day.opened.anchor + day.opened.outside.encode(), "sha256")
        for draw in day.draws:
            right = hmac.digest(key, draw.identity.encode(), "sha256")[:16]
            self.report.expect(draw.place, "S5", f"draw of {quote(draw.identity)}", draw.drawn, right)

    def checkpoint(self, place: Place, body: Any) -> None:
        self.checkpoints.append((place, body.batch))
        if body.batch >= place.batch:
            self.report.problem(place, "S7", f"a checkpoint of batch {body.batch}", "one of an earlier batch")
            return
        link = self.links[body.batch]
        self.report.expect(place, "S7", f"hash of batch {body.batch}", body.batch_hash, link.hash)
        self.report.expect(place, "S7", f"tree at batch {body.batch}", body.tree, link.tree)

    def number(self, identity: str, body: Any) -> None:
        """A registration number was seen."""
        sequence, number = numbering(body)
        if number is not None:
            self.numbers.setdefault(sequence, set()).add(number)
        if body.live:
            self.live[identity] = body

    def name_gaps(self) -> None:
        """[N1] Of the live declarations drawn on closed days, numbers between the least and the greatest that were never seen."""
        drawn: Dict[Tuple[str, int, str], List[int]] = {}
        for draw in self.draws.values():
            if draw.day and draw.day.closed and draw.identity in self.live:
                sequence, number = numbering(self.live[draw.identity])
                if number is not None:
                    drawn.setdefault(sequence, []).append(number)
        for (office, year, prefix), numbers in sorted(drawn.items()):
            least, greatest = min(numbers), max(numbers)
            seen = sorted(number for number in self.numbers[office, year, prefix] if least <= number <= greatest)
            gaps = [(low + 1, high - 1) for low, high in zip(seen, seen[1:]) if high - low > 1]
            if gaps:
                named = ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in gaps)
                self.report.note(f"N1: office {quote(office)} year {year}: numbers never seen after {quote(prefix)}: {named}")


def numbering(body: Any) -> Tuple[Tuple[str, int, str], Optional[int]]:
    """The sequence that a registration number belongs to, and its run of digits at the end (of 18 at most) as a number."""
    match = re.search(r"[0-9]{1,18}\Z", body.number)
    prefix = body.number[:match.start()] if match else body.number
    return (body.office, body.year, prefix), int(match.group()) if match else None


def words(lanes: Any) -> str:
    return ", ".join(f"{quote(lane)} {count}" for lane, count in lanes)
