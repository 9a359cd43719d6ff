"""What the records say together: rules P1 to P5 and D1 to D8. Those of draws and days are in days.py."""
from __future__ import annotations

from typing import Any, Dict, NamedTuple, Set, Tuple

from .days import Days
from .records import SHAPES, Record
from .report import Place, Report, quote

ZEROS = bytes(32)
Content = Tuple[str, str]  # kind and name


class Person(NamedTuple):
    in_force: bool
    roles: Tuple[str, ...]


class Rules:
    """Takes the records in their order, each of them readable."""

    def __init__(self, links: Dict[int, Any], report: Report):
        self.report = report
        self.days = Days(links, report)
        self.persons: Dict[str, Person] = {}
        self.proposers: Dict[Tuple[str, str, bytes], str] = {}
        self.in_force: Dict[Content, bytes] = {}
        self.versions: Set[Tuple[str, int]] = set()
        self.assessed: Set[Tuple[str, int]] = set()
        self.awaited: Dict[str, Tuple[Place, Set[str]]] = {}  # of live declarations of version 1, what has yet to follow
        self._apply = {kind: getattr(self, make.__name__, None) for kind, (make, _) in SHAPES.items()}

    def apply(self, place: Place, record: Record) -> None:
        rule = self._apply[record.type]
        if rule:
            rule(place, record.by, record.body)

    def end(self) -> None:
        for identity, (place, missing) in self.awaited.items():
            what = ", ".join(sorted(missing))
            self.report.problem(place, "D3", f"no {what} of {quote(identity)} after it", "its assessment, its draw and its lane")
        self.days.name_gaps()

    # Persons, contents and approvals.

    def person(self, place: Place, by: str, body: Any) -> None:
        self.persons[body.person] = Person(body.in_force, tuple(body.roles))

    def content(self, place: Place, by: str, body: Any) -> None:
        self.proposers[body.kind, body.name, body.digest] = by
        if place.batch == 0:
            self.put_in_force(body)

    def approval(self, place: Place, by: str, body: Any) -> None:
        what = f"{quote(body.kind)} {quote(body.name)} {body.digest.hex()}"
        proposer = self.proposers.get((body.kind, body.name, body.digest))
        if proposer is None:
            self.report.problem(place, "P1", f"an approval of {what}, which nobody proposed", "a content before it")
        elif proposer == by:
            self.report.problem(place, "P1", f"an approval by {quote(by)}, who proposed it", "another person")
        person = self.persons.get(by)
        if not (person and person.in_force and "approver" in person.roles):
            self.report.problem(place, "P2", f"an approval by {quote(by)}", "a person who has the role approver")
        if body.granted:
            self.put_in_force(body)

    def put_in_force(self, body: Any) -> None:
        """A digest of zeros takes the kind and name out of force."""
        if body.digest == ZEROS:
            self.in_force.pop((body.kind, body.name), None)
        else:
            self.in_force[body.kind, body.name] = body.digest

    def knowledge(self, place: Place, by: str, body: Any) -> None:
        for kind, name, digest in body.contents:
            right = self.in_force.get((kind, name))
            if kind != "catalogue" and digest != right:  # the catalogue is computed from the others
                self.report.problem(place, "P3", f"{quote(kind)} {quote(name)} {digest.hex()}", right.hex() if right else "none in force")

    # Declarations, their draws and their lanes.

    def import_(self, place: Place, by: str, body: Any) -> None:
        self.report.expect(place, "D1", "read", body.read, body.taken + body.known + body.refused)

    def declaration(self, place: Place, by: str, body: Any) -> None:
        identity = identity_of(body)
        if (identity, body.version) in self.versions:
            self.report.problem(place, "D2", f"{quote(identity)} version {body.version} again", "each version once")
        elif body.live and body.version == 1:
            self.awaited[identity] = place, {"assessment", "draw", "lane"}
        self.versions.add((identity, body.version))
        self.days.number(identity, body)

    def followed(self, identity: str, what: str) -> None:
        """The awaited assessment, draw or lane is there."""
        if identity in self.awaited:
            missing = self.awaited[identity][1]
            missing.discard(what)
            if not missing:
                del self.awaited[identity]

    def assessment(self, place: Place, by: str, body: Any) -> None:
        self.assessed.add((body.identity, body.version))
        if body.version == 1:
            self.followed(body.identity, "assessment")

    def draw(self, place: Place, by: str, body: Any) -> None:
        self.days.draw(place, body)
        self.followed(body.identity, "draw")

    def lane(self, place: Place, by: str, body: Any) -> None:
        version = body.identity, body.version
        draw = self.days.draws.get(body.identity)
        there = {"declaration": version in self.versions, "assessment": version in self.assessed, "draw": draw is not None}
        for what, is_there in there.items():
            if not is_there:
                self.report.problem(place, "D5", f"no {what} of {quote(body.identity)} version {body.version} before it", f"its {what}")
        if body.version == 1:
            self.followed(body.identity, "lane")
        if draw is not None:
            self.days.lane(place, draw, body.lane)

    def amendment(self, place: Place, by: str, body: Any) -> None:
        if body.later <= body.earlier:
            self.report.problem(place, "D8", f"later version {body.later}", f"one above {body.earlier}")
        for version in (body.earlier, body.later):
            if (body.identity, version) not in self.versions:
                self.report.problem(place, "D8", f"no {quote(body.identity)} version {version} before it", "both versions before it")

    def override(self, place: Place, by: str, body: Any) -> None:
        draw = self.days.draws.get(body.identity)
        in_force = draw.lane if draw is not None else None
        if body.from_ != in_force:
            found = "none" if in_force is None else quote(in_force)
            self.report.problem(place, "P5", f"an override from {quote(body.from_)}", f"from the lane in force, {found}")
        if draw is None:
            return
        if draw.day:
            self.days.known(place, draw.day, body.to)
        if draw.day and draw.day.rank(body.to) > draw.day.rank(body.from_):
            second = self.persons.get(body.second)
            if body.second == by or not (second and second.in_force):
                self.report.problem(place, "P4", f"control lowered by {quote(by)} with second {quote(body.second)}", "a second person")
        draw.lane = body.to

    # Days of offices, and checkpoints.

    def commitment(self, place: Place, by: str, body: Any) -> None:
        self.days.commitment(place, body)

    def dayOpened(self, place: Place, by: str, body: Any) -> None:
        self.days.opened(place, body)

    def dayClosed(self, place: Place, by: str, body: Any) -> None:
        self.days.closed(place, body)

    def checkpoint(self, place: Place, by: str, body: Any) -> None:
        self.days.checkpoint(place, body)


def identity_of(body: Any) -> str:
    """office/year/number, without an office that is empty and a year that is 0."""
    return "/".join(([body.office] if body.office else []) + ([str(body.year)] if body.year else []) + [body.number])

